"""riffdesk from a script: ``from riffdesk import render``. The command line asks for riffs through here too."""

from __future__ import annotations

import threading
from dataclasses import dataclass, fields
from pathlib import Path
from typing import Unpack

from riffdesk.audio.filing.sample_formats import Subtype, check_length, format_of
from riffdesk.audio.filing.sound_files import write_audio, write_blocks
from riffdesk.audio.filing.spool import Spool, spool
from riffdesk.dsp.mix import below_clipping, db_of, gain_below_clipping
from riffdesk.engine.events import RenderResult
from riffdesk.engine.recovery.unfinished_riffs import storing
from riffdesk.engine.requests import RenderRequest
from riffdesk.engine.riff import render as engine
from riffdesk.engine.riff.whole_riff import init_sound
from riffdesk.progress import OnStep, ignore_steps
from riffdesk.scripting.requests import Options, request_of, timeline_of, walk_of
from riffdesk.store.image.image_file import WriteImageRequest, write_image
from riffdesk.store.image.picture import check_size

_BLOCK = 1 << 20

__all__ = ["Options", "Riff", "interpolate", "render", "render_sketch"]


@dataclass(frozen=True, eq=False)
class Riff(RenderResult):
    """A riff that can be saved.

    Its ``audio`` is float32 ``[channels, samples]`` at ``params.sample_rate``, its ``ink`` float32
    ``[bands, columns]``, and its ``recipe`` says what made it.
    """

    def save(self, path: str | Path, *, subtype: Subtype = "PCM_24", on_step: OnStep = ignore_steps) -> float:
        """Write the riff as sound or as a spectrogram image, with its recipe in it, replacing what is there.

        Parameters
        ----------
        path : str or Path
            Ends in .wav, .flac or .png.
        subtype : str
            Of sound: ``PCM_16``, ``PCM_24`` or, in WAV only, ``FLOAT``.

        Returns
        -------
        float
            Gain in dB: 0, or less where whole-number samples would have clipped.

        Raises
        ------
        UserError
            If it cannot be written, or not as that.
        """
        path = Path(path)
        if path.suffix.lower() == ".png":
            write_image(WriteImageRequest(path, self.ink, self.params, self.recipe), on_step)
            return 0.0
        audio, gain_db = (self.audio, 0.0) if subtype == "FLOAT" else below_clipping(self.audio)
        write_audio(path, audio, self.params.sample_rate, subtype=subtype, recipe=self.recipe, on_step=on_step)
        return gain_db

    @classmethod
    def of(cls, result: RenderResult) -> Riff:
        """Return what the engine has made."""
        return cls(**{field.name: getattr(result, field.name) for field in fields(RenderResult)})


def write_riff(
    request: RenderRequest,
    path: Path,
    *,
    subtype: Subtype = "PCM_24",
    on_step: OnStep = ignore_steps,
    cancel: threading.Event | None = None,
) -> float:
    """Make a riff of any length and write it, in memory for a few windows; an image is made as a whole.

    Parameters
    ----------
    request : RenderRequest
        See `riffdesk.scripting.requests`.
    path, subtype
        As in `Riff.save`.

    What is finished of it is stored until the file is written, so that the same request goes on from there.

    Returns
    -------
    float
        Gain in dB, as of `Riff.save`.

    Raises
    ------
    UserError, Cancelled
        As `render` and `Riff.save` do; then the file is as it was.
    """
    params, recipe = request.params, request.recipe
    if path.suffix.lower() == ".png":
        check_size(request.columns, params.bands, path.name)
        with storing(request) as store:
            return Riff.of(engine.render(request, on_step, cancel, store)).save(path, on_step=on_step)
    channels = 2 if params.stereo else 1 if request.audio is None else len(request.audio)
    check_length(format_of(path), channels, request.samples, params.sample_rate, subtype)
    with storing(request) as store, spool(path) as sound:
        for section in engine.render_sections(request, on_step, cancel, store):
            _copy_kept(request, sound, section.sample)
            sound.append(section.audio)
        _copy_kept(request, sound, request.samples)
        gain = 1.0 if subtype == "FLOAT" else gain_below_clipping(sound.true_peak())
        write_blocks(
            path,
            sound.read,
            sound.shape,
            params.sample_rate,
            gain=gain,
            subtype=subtype,
            recipe=recipe,
            on_step=on_step,
            cancel=cancel,
        )
    return db_of(gain)


def _copy_kept(request: RenderRequest, sound: Spool, stop: int) -> None:
    """Append what is kept between the sections: sound that is there already, up to a sample."""
    for start in range(sound.shape[1], stop, _BLOCK):
        sound.append(init_sound(request, start, min(start + _BLOCK, stop)))


def render(
    prompt: str | None = None,
    *,
    on_step: OnStep = ignore_steps,
    cancel: threading.Event | None = None,
    **options: Unpack[Options],
) -> Riff:
    """Make a riff. The same arguments give the same samples, bit for bit, on the same machine.

    Parameters
    ----------
    prompt : str, optional
        What to make. Without one, the recipe that the init carries says that, but for what is given here.
    on_step, cancel
        Progress, and a way to stop.
    negative : str
        What to keep away from.
    seed : int
        0 to 2**32 - 1, or -1 for one that is drawn now and stands in the recipe; 42 by default.
    seconds : float, optional
        Length; by default that of the init, or else of one window of the model.
    bars : float, optional
        Length in bars instead, to the nearest sample.
    bpm, beats : optional
        Tempo in beats per minute, 20 to 400, and beats in a bar, 1 to 16; where neither the prompt nor a recipe says
        otherwise, 120 and 4. The music is at that tempo, unless the prompt names another, and the file of a loop
        tells it to samplers and DAWs.
    key : str, optional
        Such as ``"C minor"``, ``"F#"`` or ``"Bbm"``; the music is in it, unless the prompt names another.
    chords : str, optional
        What the score is composed on, bar by bar, such as ``"Cm | Ab | Eb | Bb"``; see `riffdesk.compose.chords`.
    score : str or Path, optional
        A MIDI file to play, in its own tempo, unless ``bpm`` is another, and as long as it.
    steps, guidance : optional
        What the model does well with, if they are not given.
    denoising : float
        With an init: 0 keeps it as it is, 1 makes all of it anew; 0.75 by default.
    scheduler, model : str
        Their names.
    loras : sequence of (name, weight)
        Added to the model.
    init : str or Path, optional
        A sound, a spectrogram image or a .riff project to start from, or the name of a seed image
        (see `riffdesk.engine.seed_images.seed_images`), or ``"guide"``: a picture of what is composed of the prompt.
        That is where a model starts that takes no score if ``chords`` or ``score`` are given, and where Riffusion's own
        models start unless ``"none"`` is given: words alone.
    mask : str or Path, optional
        A picture as large as the init's spectrogram: white is made anew, black is kept.
    loop : bool
        Whether the end flows into the beginning.
    clips : bool
        Whether to make a row of clips, as Riffusion's app does, see `riffdesk.engine.riff.clips`.
    continue_right, continue_left : float, optional
        Seconds to go on after the init's end and before its beginning. The init itself stays as it is.
    quality : str
        Of the sound, see `riffdesk.dsp.phase.reconstruct`.

    Raises
    ------
    UserError
        In one sentence, whatever is wrong.
    Cancelled
        If ``cancel`` was set.
    """
    return Riff.of(engine.render(request_of(prompt, on_step, cancel, **options), on_step, cancel))


def interpolate(
    start: str,
    end: str,
    *,
    seed_to: int | None = None,
    curve: str = "linear",
    on_step: OnStep = ignore_steps,
    cancel: threading.Event | None = None,
    **options: Unpack[Options],
) -> Riff:
    """Make a riff that walks from one prompt to another, and from one seed to another.

    Parameters
    ----------
    start, end : str
        What to make at the beginning and at the end.
    seed_to : int, optional
        The seed at the end, or -1; by default that of the beginning.
    curve : str
        How it goes from one to the other, see `riffdesk.sketch.recipe.timeline.CURVES`.
    on_step, cancel, **options
        As in `render`. ``seed`` is that of the beginning, and without ``seconds`` the walk takes four windows of the
        model.

    Raises
    ------
    UserError, Cancelled
        As `render` does.
    """
    request = walk_of(start, end, on_step, cancel, seed_to=seed_to, curve=curve, **options)
    return Riff.of(engine.render(request, on_step, cancel))


def render_sketch(
    path: str | Path,
    *,
    on_step: OnStep = ignore_steps,
    cancel: threading.Event | None = None,
    **options: Unpack[Options],
) -> Riff:
    """Make the riff that the timeline of a .riff project asks for.

    Parameters
    ----------
    path : str or Path
        The project. Model, LoRAs, scheduler and quality are those of its topmost riff, if there is one.
    on_step, cancel, **options
        As in `render`; what is given counts more than what the project says.

    Raises
    ------
    UserError, Cancelled
        As `render` does.
    """
    return Riff.of(engine.render(timeline_of(path, on_step, cancel, **options), on_step, cancel))
