"""Reading sound files as samples and ink, and writing samples as WAV or FLAC."""

from __future__ import annotations

import threading
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from riffdesk.arrays import Array
from riffdesk.audio.filing.formats.wav_chunks import read_comment
from riffdesk.audio.filing.loop_chunks import Loop
from riffdesk.audio.filing.sample_formats import Format, Subtype, check_kind, check_length, encoded, format_of, is_exact
from riffdesk.audio.filing.sound_reader import BLOCK, SoundContents, read_samples
from riffdesk.audio.filing.sound_source import SoundSource, open_sound_source
from riffdesk.audio.filing.sound_writer import open_sound
from riffdesk.audio.filing.tempo_tags import TempoTags, read_tempo_tags
from riffdesk.dsp.mel import analyse
from riffdesk.dsp.mix import db_of, gain_below_clipping, true_peak
from riffdesk.dsp.params import SpectrogramParams
from riffdesk.errors import readable
from riffdesk.files import write_beside
from riffdesk.language import tr
from riffdesk.progress import OnStep, Step, check, ignore_steps
from riffdesk.sketch.recipe import recipe_json
from riffdesk.sketch.recipe.recipe import Recipe


@dataclass(frozen=True)
class ImportRequest:
    """Read a sound file as a layer.

    Parameters
    ----------
    path : Path
        A WAV, FLAC, OGG, MP3 or other file that libsndfile reads, at most 10 minutes.
    params : SpectrogramParams
        The sketch's; the sound is resampled to its rate.
    channel : int, optional
        Channel to read of more than two; by default they are mixed.
    keep_scale : bool
        Do not scale down floats far above full scale.
    """

    path: Path
    params: SpectrogramParams
    channel: int | None = None
    keep_scale: bool = False


@dataclass(frozen=True, eq=False)
class ImportedAudio:
    """A sound file's contents.

    Parameters
    ----------
    name : str
        The file's name without its suffix.
    audio : float32 ``[channels, samples]``
        One or two channels at the sketch's rate; bit-identical to the file's if that has this rate.
    ink : float32 ``[bands, columns]``, or ``[2, bands, columns]`` in a stereo sketch
        Their spectrogram: of the mean of the channels, or of left and right.
    recipe : Recipe, optional
        From the file's tags.
    tempo : float, optional
        In beats per minute, from the file's chunks, tags or name.
    beats_per_bar : int, optional
    loop : bool
        Whether the file has loop points around all of it.
    channels : tuple of str
        Names of the file's channels, if there are more than two; otherwise empty.
    scale : float
        The sample value that became full scale; 1 if samples were not scaled.
    notes : tuple of str
        Sentences for the user about damage and conversions.
    """

    name: str
    audio: Array
    ink: Array
    recipe: Recipe | None = None
    tempo: float | None = None
    beats_per_bar: int | None = None
    loop: bool = False
    channels: tuple[str, ...] = ()
    scale: float = 1.0
    notes: tuple[str, ...] = ()


def import_audio(
    request: ImportRequest, on_step: OnStep = ignore_steps, cancel: threading.Event | None = None
) -> ImportedAudio:
    """Read a sound file and compute its ink.

    Raises
    ------
    UserError
        As in `read_audio`.
    Cancelled
        If ``cancel`` was set.
    """
    params, name = request.params, readable(request.path.stem)
    with open_sound_source(request.path, cancel) as source:
        contents = read_samples(
            source,
            readable(request.path.name),
            params.sample_rate,
            channel=request.channel,
            keep_scale=request.keep_scale,
            on_step=on_step,
            cancel=cancel,
        )
        recipe, tags = _recipe_in(source), _tempo_in(source, name, contents, params.sample_rate)
        notes = (*contents.notes, *_score_notes(source, readable(request.path.name)))
    audio = contents.audio
    analysed = audio if params.stereo else audio.mean(axis=0)
    ink = analyse(analysed, params, on_step=on_step, cancel=cancel)
    if params.stereo and len(audio) == 1:
        ink = np.concatenate((ink, ink))
    if request.channel is not None and contents.channels:
        name = f"{name} {contents.channels[request.channel]}"
    return ImportedAudio(
        name,
        audio,
        ink,
        recipe,
        tempo=tags.tempo,
        beats_per_bar=tags.beats_per_bar,
        loop=tags.loop,
        channels=contents.channels,
        scale=contents.scale,
        notes=notes,
    )


def read_recipe(path: Path) -> Recipe | None:
    """Return the recipe in the tags of a sound file; None if there is none.

    Raises
    ------
    UserError
        If it is no sound file, or damaged.
    """
    with open_sound_source(path) as source:
        return _recipe_in(source)


def _recipe_in(source: SoundSource) -> Recipe | None:
    return recipe_json.from_text(_comment_in(source))


def _score_notes(source: SoundSource, name: str) -> tuple[str, ...]:
    """Return a sentence about a recipe's score that was left out."""
    if not recipe_json.text_has_newer_score(_comment_in(source)):
        return ()
    return (
        tr(
            "The recipe of {name} was read without its score: a newer riffdesk wrote it. Update riffdesk to play it.",
            name=name,
        ),
    )


def _comment_in(source: SoundSource) -> object:
    return read_comment(source.file) or source.sound.comment


def _tempo_in(source: SoundSource, name: str, contents: SoundContents, rate: int) -> TempoTags:
    file_rate = source.sound.samplerate
    samples = round(contents.audio.shape[-1] * file_rate / rate)
    return read_tempo_tags(source.file, name, samples, file_rate)


def read_audio(
    path: Path,
    rate: int,
    *,
    first_seconds: float | None = None,
    on_step: OnStep = ignore_steps,
    cancel: threading.Event | None = None,
) -> Array:
    """Return a sound file's samples at a sample rate.

    Parameters
    ----------
    path : Path
        Any file that libsndfile reads.
    rate : int
        Samples per second of the result. A file of another rate is resampled (soxr, VHQ).
    first_seconds : float, optional
        Read the beginning only of a longer file, which may then be longer than 10 minutes.
    on_step : callable
        Called after each block.
    cancel : threading.Event, optional
        Read before each block.

    Returns
    -------
    float32 ``[channels, samples]``
        One or two channels, at least one sample, full scale = 1. A 16-bit sample ``n`` is exactly ``n / 32768``.
        More channels are mixed; NaN is read as silence; floats far above full scale are scaled down.

    Raises
    ------
    UserError
        If the file is missing, empty, no sound file, longer than 10 minutes, or has no samples.
    Cancelled
        If ``cancel`` was set.
    """
    with open_sound_source(path, cancel) as source:
        contents = read_samples(
            source, path.name, rate, channel=None, keep_scale=False, on_step=on_step, cancel=cancel,
            first_seconds=first_seconds,
        )  # fmt: skip
    return contents.audio


def write_audio(  # noqa: PLR0913 - options, by keyword only
    path: Path,
    audio: Array,
    rate: int,
    *,
    format: Format | None = None,
    subtype: Subtype = "PCM_16",
    recipe: Recipe | None = None,
    loop: Loop | None = None,
    seed: int = 0,
    on_step: OnStep = ignore_steps,
    cancel: threading.Event | None = None,
) -> None:
    """Write samples to a sound file, which is replaced only when complete.

    Parameters
    ----------
    path : Path
        The file; it is replaced if it exists.
    audio : float32 ``[channels, samples]``
        Full scale = 1. Samples beyond it are clipped, except for FLOAT.
    rate : int
        Samples per second.
    format : str, optional
        ``WAV`` or ``FLAC``; by default according to the path's suffix.
    subtype : str
        ``PCM_16``, ``PCM_24`` or, in WAV only, ``FLOAT``. 16-bit samples are dithered unless all of them are exact.
    recipe : Recipe, optional
        Stored as a tag, which `read_recipe` reads.
    loop : Loop, optional
        Loop points and tempo; by default those of a circular recipe.
    seed : int
        Seed of the dither: the same sound and seed give the same file.

    Raises
    ------
    UserError
        If the format and subtype do not exist, or the file cannot be written.
    Cancelled
        If ``cancel`` was set; the file is unchanged.
    """
    write_blocks(
        path,
        lambda start, stop: audio[:, start:stop],
        audio.shape,
        rate,
        format=format,
        subtype=subtype,
        recipe=recipe,
        loop=loop,
        seed=seed,
        on_step=on_step,
        cancel=cancel,
    )


def write_together(
    sounds: Mapping[Path, Array],
    rate: int,
    *,
    subtype: Subtype = "PCM_16",
    recipes: Mapping[Path, Recipe] | None = None,
    on_step: OnStep = ignore_steps,
) -> float:
    """Write sounds that belong together, such as stems, with one gain that keeps all of them below full scale.

    Parameters
    ----------
    sounds : mapping of Path to float32 ``[channels, samples]``
    rate : int
        Samples per second.
    recipes : mapping of Path to Recipe, optional
        See `write_audio`; the other parameters and the errors are the same.

    Returns
    -------
    float
        The gain in dB: 0, or less if a sound would have clipped; FLOAT never clips.
    """
    gain = 1.0 if subtype == "FLOAT" else gain_below_clipping(max(true_peak(audio) for audio in sounds.values()))
    for path, audio in sounds.items():
        recipe = None if recipes is None else recipes.get(path)
        write_audio(path, audio * np.float32(gain), rate, subtype=subtype, recipe=recipe, on_step=on_step)
    return db_of(gain)


def write_blocks(  # noqa: PLR0913 - options, by keyword only
    path: Path,
    read: Callable[[int, int], Array],
    shape: tuple[int, ...],
    rate: int,
    *,
    gain: float = 1.0,
    format: Format | None = None,
    subtype: Subtype = "PCM_16",
    recipe: Recipe | None = None,
    loop: Loop | None = None,
    seed: int = 0,
    on_step: OnStep = ignore_steps,
    cancel: threading.Event | None = None,
) -> None:
    """Write a sound of any length as `write_audio` does, with one block in memory at a time.

    Parameters
    ----------
    read : callable
        Returns samples ``[start, stop)``: float32 ``[channels, stop - start]``. All samples are read twice.
    shape : (channels, samples)
    gain : float
        Linear gain of all samples.
    """
    file_format = format or format_of(path)
    check_kind(file_format, subtype)
    channels, samples = shape
    check_length(file_format, channels, samples, rate, subtype)
    starts = range(0, samples, BLOCK)

    def block_at(start: int) -> Array:
        block = read(start, min(start + BLOCK, samples))
        return block if gain == 1 else block * np.float32(gain)

    dither = None if all(is_exact(block_at(start), subtype) for start in starts) else np.random.default_rng(seed)
    comment = recipe_json.to_text(recipe) if recipe else ""
    if loop is None and recipe is not None and recipe.circular:
        loop = Loop(samples, rate, recipe.tempo, recipe.beats_per_bar)
    with (
        write_beside(path) as temporary,
        open_sound(temporary, rate, channels, file_format, subtype, comment, loop) as write,
    ):
        for number, start in enumerate(starts, 1):
            check(cancel)
            write(encoded(block_at(start), subtype, dither))
            on_step(Step(number, len(starts), tr("Writing {name}", name=path.name)))
