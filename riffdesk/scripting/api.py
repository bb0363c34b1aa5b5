"""The Python API, ``from riffdesk import render``, which the command line uses too."""

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
    ``[bands, columns]``, and its ``recipe`` has all its settings.

    Examples
    --------
    >>> render("slow jazz with a piano", seconds=10).save("jazz.wav")  # doctest: +SKIP
    0.0
    """

    def save(self, path: str | Path, *, subtype: Subtype = "PCM_24", on_step: OnStep = ignore_steps) -> float:
        """Write the riff as sound or as a spectrogram image, with its recipe; an existing file is replaced.

        Parameters
        ----------
        path : str or Path
            Ends in .wav, .flac or .png.
        subtype : str
            Samples of a sound file: ``PCM_16``, ``PCM_24`` or, in WAV only, ``FLOAT``.

        Returns
        -------
        float
            Gain in dB: 0, or less if integer samples would have clipped.

        Raises
        ------
        UserError
            If the file cannot be written, or its format is not supported.
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
        """Return a result of the engine as a riff."""
        return cls(**{field.name: getattr(result, field.name) for field in fields(RenderResult)})


def write_riff(
    request: RenderRequest,
    path: Path,
    *,
    subtype: Subtype = "PCM_24",
    on_step: OnStep = ignore_steps,
    cancel: threading.Event | None = None,
) -> float:
    """Render a riff of any length to a file, with a few windows in memory at a time; an image is rendered entirely.

    Parameters
    ----------
    request : RenderRequest
        See `riffdesk.scripting.requests`.
    path, subtype
        As in `Riff.save`.

    Finished sections are stored until the file is written, so that the same request can be continued.

    Returns
    -------
    float
        Gain in dB, as in `Riff.save`.

    Raises
    ------
    UserError, Cancelled
        As in `render` and `Riff.save`; the file is unchanged then.
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
    """Append the init's sound between two sections, up to a sample."""
    for start in range(sound.shape[1], stop, _BLOCK):
        sound.append(init_sound(request, start, min(start + _BLOCK, stop)))


def render(
    prompt: str | None = None,
    *,
    on_step: OnStep = ignore_steps,
    cancel: threading.Event | None = None,
    **options: Unpack[Options],
) -> Riff:
    """Generate a riff. The same arguments give the same samples, bit for bit, on the same machine.

    Parameters
    ----------
    prompt : str, optional
        Description of the music. Without one, the recipe in the init is used, with the options given here.
    on_step, cancel
        Progress, and a way to stop.
    negative : str
        Negative prompt.
    seed : int
        0 to 2**32 - 1, or -1 for a random one, which is in the recipe; 42 by default.
    seconds : float, optional
        Length; by default that of the init, or else of one window of the model.
    bars : float, optional
        Length in bars instead, to the nearest sample.
    bpm, beats : optional
        Tempo in beats per minute, 20 to 400, and beats per bar, 1 to 16; by default those of the prompt or the recipe,
        or else 120 and 4. The music is at that tempo, unless the prompt names another, and the file of a loop has it
        for samplers and DAWs.
    key : str, optional
        Such as ``"C minor"``, ``"F#"`` or ``"Bbm"``; the music is in it, unless the prompt names another.
    chords : str, optional
        Chords of the score, bar by bar, such as ``"Cm | Ab | Eb | Bb"``; see `riffdesk.compose.chords`.
    score : str or Path, optional
        A MIDI file to play, in its own tempo, unless ``bpm`` is another, and at its length. Or an image or a sound
        whose notes are read and played, as of the tone brush or of a hummed line, in the tempo of ``bpm``.
    fast : bool
        Whether to make it in few steps, see `riffdesk.models.acceleration`: 4, with a LoRA for that and its scheduler,
        or 8 by models that no such LoRA fits. Its settings are in the recipe.
    steps, guidance : optional
        By default the values that the model suggests, or the LoRA for few steps.
    denoising : float
        With an init: 0 keeps it unchanged, 1 replaces all of it; by default that of a `Keyframe`, 0.75.
    scheduler, model : str
        Their names.
    loras : sequence of (name, weight)
        Added to the model.
    init : str or Path, optional
        A sound, a spectrogram image or a .riff project to start from, or the name of a seed image
        (see `riffdesk.engine.seed_images.seed_images`), or ``"guide"``: a picture of a composed score.
        With ``chords`` or ``score`` this is the default of models that take no score. It is the default of Riffusion's
        own models too; ``"none"`` uses words alone.
    mask : str or Path, optional
        A picture as large as the init's spectrogram: white is regenerated, black is kept.
    loop : bool
        Whether to make a seamless loop.
    clips : bool
        Whether to make a row of clips, as Riffusion's app does, see `riffdesk.engine.riff.clips`.
    continue_right, continue_left : float, optional
        Seconds to continue after the init's end and before its beginning. The init itself is unchanged.
    quality : str
        Quality of the sound, see `riffdesk.dsp.phase.reconstruct`.

    Raises
    ------
    UserError
        If an option is invalid, or a file or model cannot be read.
    Cancelled
        If ``cancel`` was set.

    Examples
    --------
    >>> riff = render("slow jazz with a piano", bars=4, bpm=90, loop=True)  # doctest: +SKIP
    >>> riff.save("jazz.flac")  # doctest: +SKIP
    0.0
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
    """Generate a riff that walks from one prompt to another, and from one seed to another.

    Parameters
    ----------
    start, end : str
        Prompts at the beginning and at the end.
    seed_to : int, optional
        The seed at the end, or -1 for a random one; by default that of the beginning.
    curve : str
        Shape of the transition, one of `riffdesk.sketch.recipe.timeline.CURVES`.
    on_step, cancel, **options
        As in `render`. ``seed`` is that of the beginning, and without ``seconds`` the walk is four windows of the
        model long.

    Raises
    ------
    UserError, Cancelled
        As in `render`.

    Examples
    --------
    >>> interpolate("church bells", "techno drums", seed=1, seed_to=2).save("walk.wav")  # doctest: +SKIP
    0.0
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
    """Generate the riff of the timeline in a .riff project.

    Parameters
    ----------
    path : str or Path
        The project. Model, LoRAs, scheduler and quality are those of its topmost riff, if there is one.
    on_step, cancel, **options
        As in `render`; they override the project's settings.

    Raises
    ------
    UserError, Cancelled
        As in `render`.

    Examples
    --------
    >>> render_sketch("song.riff", quality="best").save("song.wav")  # doctest: +SKIP
    0.0
    """
    return Riff.of(engine.render(timeline_of(path, on_step, cancel, **options), on_step, cancel))
