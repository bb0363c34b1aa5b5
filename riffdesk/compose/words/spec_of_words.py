"""Reads a prompt into a spec: its words, the sketch's tempo, meter and key, and random choices for the rest."""

from __future__ import annotations

from dataclasses import dataclass

from riffdesk.compose.chords import text_of_chords
from riffdesk.compose.riff_spec import RiffSpec
from riffdesk.compose.words.band import band_of
from riffdesk.compose.words.frame import Setting, frame_of
from riffdesk.compose.words.requested import RequestedMusic
from riffdesk.language import tr


@dataclass(frozen=True)
class Reading:
    """The spec of a prompt, with sentences about it.

    Parameters
    ----------
    spec : RiffSpec
    understood : tuple of str
        Sentences for the user on the choices and their reasons.
    """

    spec: RiffSpec
    understood: tuple[str, ...]


def read_words(prompt: str, *, negative: str = "", seed: int = 0, setting: Setting | None = None) -> Reading:
    """Return the spec of a prompt.

    Parameters
    ----------
    prompt, negative : str
        The user's prompts; the negative prompt denies what it names.
    seed : int
        Seed of everything that the words and the setting do not determine, >= 0.
    setting : Setting, optional
        Given tempo, meter, key and chords.

    Returns
    -------
    Reading
        The same for equal arguments.
    """
    setting = setting or Setting()
    requested = RequestedMusic(prompt, negative, seed)
    if not requested.phrases and not requested.absent:
        reason = (
            tr("No word of the prompt names an instrument, a genre or a groove; the seed decides")
            if prompt.strip()
            else tr("The prompt is empty; the seed decides")
        )
        requested.add_sentence(reason)
    band = band_of(requested)
    frame = frame_of(requested, setting, band)
    if setting.chords:
        requested.add_sentence(tr("Chords: {chords}, as given", chords=text_of_chords(setting.chords, frame.key)))
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
    return Reading(spec, tuple(requested.sentences))
