"""From words to a spec: what a prompt asks for, the rest drawn from the seed, in the sketch's tempo, meter and key."""

from __future__ import annotations

from dataclasses import dataclass

from riffdesk.compose.chords import written
from riffdesk.compose.harmony import Key
from riffdesk.compose.riff_spec import RiffSpec
from riffdesk.compose.words.band import band_of
from riffdesk.compose.words.frame import Setting, frame_of
from riffdesk.compose.words.requested import Asked
from riffdesk.dsp.pitch import NAMES


@dataclass(frozen=True)
class Reading:
    """What was read.

    Parameters
    ----------
    spec : RiffSpec
    understood : tuple of str
        Sentences that say to the user what will be played, and where it comes from.
    """

    spec: RiffSpec
    understood: tuple[str, ...]


def key_named(name: str) -> Key | None:
    """Return the key of a name such as ``F♯ minor``, as `riffdesk.sketch.music.key` writes it; None of ''."""
    if not name:
        return None
    tonic, mode = name.split()
    return Key(NAMES.index(tonic), mode)


def read_words(prompt: str, *, negative: str = "", seed: int = 0, setting: Setting | None = None) -> Reading:
    """Return what a prompt asks for.

    Parameters
    ----------
    prompt, negative : str
        As the user wrote them; what the negative prompt names is to be absent.
    seed : int
        What the words and the setting leave open is drawn from it, >= 0.
    setting : Setting, optional
        Tempo, meter, key and chords that are settled.

    Returns
    -------
    Reading
        The same for the same arguments.
    """
    setting = setting or Setting()
    asked = Asked(prompt, negative, seed)
    if not asked.phrases and not asked.absent:
        what = "No word of the prompt says what is to be played" if prompt.strip() else "The prompt is empty"
        asked.say(f"{what}; the seed decides.")
    band = band_of(asked)
    frame = frame_of(asked, setting, band)
    if setting.chords:
        asked.say(f"Chords: {written(setting.chords, frame.key)}, as given.")
    spec = RiffSpec(
        players=band.players,
        groove=band.groove,
        bass=band.bass,
        tempo=frame.tempo,
        beats_per_bar=frame.beats_per_bar,
        key=frame.key,
        register=frame.register,
        density=frame.density,
        genre=band.genre,
        chords=setting.chords,
    )
    return Reading(spec, tuple(asked.said))
