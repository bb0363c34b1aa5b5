"""Sound files: any that libsndfile reads becomes samples and ink, and samples become WAV or FLAC."""

from __future__ import annotations

import math
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from riffdesk.audio.cut_short import promised_bytes
from riffdesk.audio.loop import Loop
from riffdesk.audio.samples import Format, Subtype, check_kind, check_length, encoded, fits, format_of
from riffdesk.audio.sound_writer import open_sound
from riffdesk.audio.wav_chunks import read_comment
from riffdesk.dsp.mel import analyse
from riffdesk.dsp.params import SpectrogramParams
from riffdesk.errors import UserError, reason
from riffdesk.files import write_beside
from riffdesk.progress import OnStep, Step, check, ignore_steps
from riffdesk.sketch import recipe_json
from riffdesk.sketch.recipe import Recipe
from riffdesk.sketch.state import MAX_SECONDS

Array = NDArray[np.float32]

BLOCK = 1 << 16  # samples between two looks at the cancel button: a few milliseconds
_LOUDEST = 1e6  # 120 dB over full scale: whatever that is, it is no sound
_UNKNOWN_LENGTH = 1 << 62  # libsndfile says more than this where a header does not tell
_MISSING = 4_096  # MP3 headers may promise a little more than there is
_RATES = (1_000, 768_000)


@dataclass(frozen=True)
class ImportRequest:
    """Read a sound file as a layer.

    Parameters
    ----------
    path : Path
        A WAV, FLAC, OGG, MP3 or other file that libsndfile reads, mono or stereo, at most 10 minutes.
    params : SpectrogramParams
        The sketch's; the sound is brought to its sample rate.
    """

    path: Path
    params: SpectrogramParams


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
        What made it, if the file says so.
    """

    name: str
    audio: Array
    ink: Array
    recipe: Recipe | None = None


def import_audio(
    request: ImportRequest, on_step: OnStep = ignore_steps, cancel: threading.Event | None = None
) -> ImportedAudio:
    """Read a sound file and take its spectrogram.

    Raises
    ------
    UserError
        As `read_audio` does.
    Cancelled
        If ``cancel`` was set.
    """
    params = request.params
    audio = read_audio(request.path, params.sample_rate, on_step=on_step, cancel=cancel)
    heard = audio if params.stereo else audio.mean(axis=0)
    ink = analyse(heard, params, on_step=on_step, cancel=cancel)
    if params.stereo and len(audio) == 1:
        ink = np.concatenate((ink, ink))
    return ImportedAudio(request.path.stem, audio, ink, read_recipe(request.path))


def read_recipe(path: Path) -> Recipe | None:
    """Return the recipe among the tags of a sound file; None if there is none.

    Raises
    ------
    UserError
        If it is no sound file, or a damaged one.
    """
    with _opened(path) as sound, path.open("rb") as file:
        return recipe_json.from_text(read_comment(file) or sound.comment)


def read_audio(
    path: Path, rate: int, *, on_step: OnStep = ignore_steps, cancel: threading.Event | None = None
) -> Array:
    """Return a sound file's samples at a sample rate.

    Parameters
    ----------
    path : Path
        Any file that libsndfile reads.
    rate : int
        Samples per second of the result. Where the file has another rate it is resampled (soxr, VHQ).
    on_step : callable
        Called after each block.
    cancel : threading.Event, optional
        Read before each block.

    Returns
    -------
    float32 ``[channels, samples]``
        One or two channels, at least one sample, full scale = 1. A 16-bit sample ``n`` is exactly ``n / 32768``.

    Raises
    ------
    UserError
        If the file is missing, empty, cut short or no sound file; if it is longer than 10 minutes, has more
        than two channels, no samples at all, or samples that are no numbers.
    Cancelled
        If ``cancel`` was set.
    """
    with _opened(path) as file:
        _check_header(file, path)
        known = file.frames < _UNKNOWN_LENGTH
        limit = int(MAX_SECONDS * file.samplerate)
        frames = file.frames if known else limit
        ratio = rate / file.samplerate
        sound = np.empty((file.channels, max(1, round(frames * ratio))), np.float32)
        place = read = 0
        for block, read in _resampled(_blocks(file, path, cancel), file, rate):
            if read > limit:
                raise UserError(_too_long(path, f"more than {_clock(MAX_SECONDS)}"))
            kept = block[: sound.shape[1] - place]
            sound[:, place : place + len(kept)] = kept.T
            place += len(kept)
            on_step(Step(min(read, frames), frames if known else 0, "Reading"))
    if known and read + _MISSING < frames:
        raise UserError(_cut_short(path, f"{read / limit * MAX_SECONDS:.1f} of {frames / limit * MAX_SECONDS:.1f} s"))
    if read == 0:
        raise UserError(f"{path.name} contains no sound at all: it has 0 samples. Choose another file.")
    sound[:, place:] = 0  # the resampler may end a sample early
    return np.ascontiguousarray(sound[:, : max(1, round(read * ratio))])


def write_audio(
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
    """Write samples to a sound file, whole or not at all.

    Parameters
    ----------
    path : Path
        The file; it is replaced if it exists.
    audio : float32 ``[channels, samples]``
        Full scale = 1. What exceeds it is held at full scale, but for FLOAT.
    rate : int
        Samples per second.
    format : str, optional
        ``WAV`` or ``FLAC``; by default what the path's suffix says.
    subtype : str
        ``PCM_16``, ``PCM_24`` or, in WAV only, ``FLOAT``. 16-bit samples are dithered unless all
        of them fit 16 bits as they are.
    recipe : Recipe, optional
        Becomes a tag of the file, where `read_recipe` finds it.
    loop : Loop, optional
        Says that the sound goes round: loop points and, where it is known, the tempo. By default as the recipe says.
    seed : int
        Of the dither: the same sound and seed give the same file.

    Raises
    ------
    UserError
        If there is no such kind of file, or it cannot be written.
    Cancelled
        If ``cancel`` was set; the file is as it was.
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


def write_blocks(
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
    """Write a sound of any length as `write_audio` does, in memory for one block.

    Parameters
    ----------
    read : callable
        Returns the samples from one to another: float32 ``[channels, stop - start]``. They are read twice.
    shape : (channels, samples)
    gain : float
        Of all samples, linear.
    """
    file_format = format or format_of(path)
    check_kind(file_format, subtype)
    channels, samples = shape
    check_length(file_format, channels, samples, rate, subtype)
    starts = range(0, samples, BLOCK)

    def block_at(start: int) -> Array:
        block = read(start, min(start + BLOCK, samples))
        return block if gain == 1 else block * np.float32(gain)

    dither = None if all(fits(block_at(start), subtype) for start in starts) else np.random.default_rng(seed)
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
            on_step(Step(number, len(starts), f"Writing {path.name}"))


@contextmanager
def _opened(path: Path) -> Iterator[Any]:
    """Open a sound file with libsndfile; what it complains about becomes one sentence."""
    import soundfile

    try:
        with path.open("rb") as file:
            if not file.read(1):
                raise UserError(f"{path.name} is empty. Choose another file.")
            if promised_bytes(file) > path.stat().st_size:
                raise UserError(_cut_short(path))
    except OSError as error:
        raise UserError(f"Could not open {path.name}: {reason(error)}.") from error
    no_sound = f"{path.name} is not a sound file that riffdesk can read. Choose a WAV, FLAC, OGG or MP3 file."
    if path.suffix.lower() == ".raw":
        raise UserError(no_sound)  # libsndfile asks for a rate and channels there
    try:
        sound = soundfile.SoundFile(path)
    except soundfile.SoundFileError as error:
        raise UserError(no_sound) from error
    # soundfile seeks after every block, which a FLAC without a length cannot, and an MP3 only roughly.
    sound.seekable = lambda: False
    with sound:
        try:
            yield sound
        except soundfile.SoundFileError as error:
            raise UserError(f"{path.name} is damaged or cut short. Get a complete copy of it.") from error


def _check_header(file: Any, path: Path) -> None:
    """Refuse what the header already shows to be impossible, before any of it is read."""
    low, high = _RATES
    if not low <= file.samplerate <= high:
        raise UserError(f"{path.name} claims {file.samplerate:,} samples per second. Convert it to 44,100 first.")
    if file.channels > 2:
        raise UserError(f"{path.name} has {file.channels} channels. Mix it down to mono or stereo first.")
    seconds = file.frames / file.samplerate
    if seconds > MAX_SECONDS and file.frames < _UNKNOWN_LENGTH:
        raise UserError(_too_long(path, _clock(seconds)))


def _too_long(path: Path, length: str) -> str:
    return (
        f"{path.name} is {length} long, and a sketch holds at most {_clock(MAX_SECONDS)}. "
        "Cut out the part you want first."
    )


def _cut_short(path: Path, how: str = "") -> str:
    there = f": only {how} are there" if how else ""
    return f"{path.name} is cut short{there}. Get a complete copy of it."


def _clock(seconds: float) -> str:
    minutes, rest = divmod(math.ceil(seconds), 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours}:{minutes:02}:{rest:02}" if hours else f"{minutes}:{rest:02}"


def _blocks(file: Any, path: Path, cancel: threading.Event | None) -> Iterator[Array]:
    """Yield the file's samples in blocks ``[samples, channels]``; refuse what is no sound."""
    while True:
        check(cancel)
        block = file.read(BLOCK, dtype="float32", always_2d=True)
        if not len(block):
            return
        if not np.all(np.abs(block) <= _LOUDEST):
            raise UserError(
                f"{path.name} contains samples that are not numbers or far beyond full scale. "
                "Save it again from the program that made it, as 16 or 24 bit."
            )
        yield block


def _resampled(blocks: Iterator[Array], file: Any, rate: int) -> Iterator[tuple[Array, int]]:
    """Yield blocks at another sample rate, each with how many samples of the file have been read by then."""
    read = 0
    if file.samplerate == rate:
        for block in blocks:
            read += len(block)
            yield block, read
        return
    import soxr

    stream = soxr.ResampleStream(file.samplerate, rate, file.channels, dtype="float32", quality="VHQ")
    for block in blocks:
        read += len(block)
        yield stream.resample_chunk(block), read
    yield stream.resample_chunk(np.zeros((0, file.channels), np.float32), last=True), read
