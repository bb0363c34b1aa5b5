"""Reading the samples of sound files, converted to the sketch's rate, to one or two channels, and to full scale = 1."""

from __future__ import annotations

import math
import threading
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import numpy as np

from riffdesk.arrays import Array
from riffdesk.audio.filing.channels import channel_names, downmix
from riffdesk.audio.filing.sound_source import SoundSource, truncation_note
from riffdesk.errors import UserError
from riffdesk.language import plural, tr
from riffdesk.progress import OnStep, Step, check
from riffdesk.sketch.state import MAX_SECONDS

BLOCK = 1 << 16  # samples between two checks for cancellation: a few milliseconds
_FLAC_BLOCK = 1 << 10
_MAX_SAMPLE = 1e10  # larger values are beyond 32-bit integers, and damage
_MAX_FLOAT_PEAK = 8.0  # +18 dB: floats up to here may be intended
_SCALES = (2.0**15, 2.0**23, 2.0**31)  # full scale of integers of 16, 24 and 32 bits
_MIN_INTEGER_PEAK = 128.0  # below it, samples are not integers of 16 bits stored as floats
_UNKNOWN_LENGTH = 1 << 62  # libsndfile returns more than this if the header has no length
_MISSING_TOLERANCE = 4_096  # frames that the length in an MP3 header may be too large
_RATES = (1_000, 768_000)
_BITS = {"PCM_16": 16, "PCM_24": 24, "PCM_32": 32}


@dataclass(frozen=True, eq=False)
class SoundContents:
    """The samples of a sound file.

    Parameters
    ----------
    audio : float32 ``[channels, samples]``
    channels : tuple of str
        Names of the file's channels, if there are more than two; otherwise empty.
    scale : float
        The sample value that became full scale; 1 if samples were not scaled.
    notes : tuple of str
        Sentences for the user about damage and conversions.
    """

    audio: Array
    channels: tuple[str, ...] = ()
    scale: float = 1.0
    notes: tuple[str, ...] = ()


def read_samples(
    source: SoundSource,
    name: str,
    rate: int,
    *,
    channel: int | None,
    keep_scale: bool,
    on_step: OnStep,
    cancel: threading.Event | None,
    first_seconds: float | None = None,
) -> SoundContents:
    """Return the samples of an open file; see `riffdesk.audio.filing.sound_files.read_audio`.

    Parameters
    ----------
    channel : int, optional
        Channel to read of more than two; by default they are mixed.
    keep_scale : bool
        Do not scale down floats far above full scale.
    first_seconds : float, optional
        Read the beginning only of a longer file, which may then be of any length.
    """
    reader = _SampleReader(source, name, channel, cancel, first_seconds)
    audio = reader.read(rate, on_step)
    if reader.is_right_aligned:
        audio *= np.float32(2**source.unused_bits)
    scale = 1.0 if keep_scale else _scale_of(float(np.abs(audio).max(initial=0.0)))
    notes = [*source.notes, *reader.notes()]
    if scale != 1:
        audio /= np.float32(scale)
        notes.append(
            tr(
                "{name} is up to {level:.0f} dB above full scale, like integers stored as floats. It was "
                "turned down by {gain:.0f} dB.",
                name=name,
                level=20 * math.log10(reader.peak),
                gain=20 * math.log10(scale),
            )
        )
    channels = source.sound.channels
    names = channel_names(channels, source.layout) if channels > 2 else ()
    return SoundContents(audio, names, scale, tuple(notes))


def _scale_of(peak: float) -> float:
    """Return the sample value of full scale for a peak."""
    if peak <= _MAX_FLOAT_PEAK:
        return 1.0
    if peak < _MIN_INTEGER_PEAK:
        return peak
    return next((scale for scale in _SCALES if peak <= scale), peak)


class _SampleReader:
    """Reads the samples of one open file."""

    def __init__(
        self,
        source: SoundSource,
        name: str,
        channel: int | None,
        cancel: threading.Event | None,
        first_seconds: float | None,
    ) -> None:
        self._source, self._name, self._cancel = source, name, cancel
        self._file: Any = source.sound
        self._most = None if first_seconds is None else max(1, round(first_seconds * self._file.samplerate))
        self._check_header()
        channels = self._file.channels
        self._gains: Array | None = None
        self._is_downmixed = channels > 2 and channel is None
        if self._is_downmixed:
            self._gains = downmix(channels, source.layout)
        elif channels > 2 and channel is not None:
            self._gains = np.eye(channels, dtype=np.float32)[:, channel : channel + 1]
        self._channels = channels if self._gains is None else self._gains.shape[1]
        self._frames_read = self._invalid_count = 0
        self._header_frames = self._file.frames if self._file.frames < _UNKNOWN_LENGTH else 0
        # When libsndfile finds damage, the block that it was reading is lost. FLAC can be read in smaller blocks.
        self._block_size = _FLAC_BLOCK if self._file.format == "FLAC" else BLOCK
        self._damaged = False
        self._uses_lowest_bits = False
        self.peak = 0.0

    def read(self, rate: int, on_step: OnStep) -> Array:
        """Return the samples at a rate: float32 ``[channels, samples]``."""
        file_rate = self._file.samplerate
        limit = int(MAX_SECONDS * file_rate)
        frames = self._header_frames or limit
        if self._most is not None:
            frames, limit = min(frames, self._most), max(limit, self._most + BLOCK)
        ratio = rate / file_rate
        sound = np.empty((self._channels, max(1, round(frames * ratio))), np.float32)
        filled = 0
        for block in self._resampled(rate):
            if self._frames_read > limit:
                raise UserError(_too_long(self._name, tr("more than {clock}", clock=_clock(MAX_SECONDS))))
            part = block[: sound.shape[1] - filled]
            sound[:, filled : filled + len(part)] = part.T
            filled += len(part)
            on_step(Step(min(self._frames_read, frames), self._header_frames, tr("Reading")))
        if self._frames_read == 0 and self._source.notes:
            raise UserError(
                tr("{name} is cut short before its sound begins. Get a complete copy of it.", name=self._name)
            )
        if self._frames_read == 0:
            raise UserError(
                tr("{name} contains no sound at all: it has 0 samples. Choose another file.", name=self._name)
            )
        sound[:, filled:] = 0  # the resampler may end a sample early
        return np.ascontiguousarray(sound[:, : max(1, round(self._frames_read * ratio))])

    @property
    def is_right_aligned(self) -> bool:
        """Whether samples are in the lower bits of their bytes; WAV has them in the upper ones. After `read`."""
        return self._uses_lowest_bits and self.peak <= 2.0**-self._source.unused_bits

    def notes(self) -> Iterator[str]:
        """Yield notes for the user; to be called after `read`."""
        name, rate = self._name, self._file.samplerate
        if not self._source.notes and (self._damaged or self._frames_read + _MISSING_TOLERANCE < self._header_frames):
            if self._header_frames:
                yield truncation_note(name, self._frames_read / rate, self._header_frames / rate)
            else:
                yield tr(
                    "{name} is damaged after {seconds:.1f} s. The part before that was read.",
                    name=name,
                    seconds=self._frames_read / rate,
                )
        if self._is_downmixed and self._source.layout is not None:
            yield (
                tr(
                    "The {channels} channels of {name} were mixed to stereo: centre and surround at -3 dB, "
                    "without the bass channel (ITU-R BS.775).",
                    channels=self._file.channels,
                    name=name,
                )
            )
        elif self._is_downmixed:
            yield tr(
                "The {channels} channels of {name} were mixed to one: it does not say where they belong.",
                channels=self._file.channels,
                name=name,
            )
        if self.is_right_aligned:
            yield (
                tr(
                    "{name} has its samples in the lower bits of their bytes, where they are {level:.0f} dB "
                    "too quiet. It was turned up by the same amount.",
                    name=name,
                    level=20 * math.log10(2**self._source.unused_bits),
                )
            )
        if self._invalid_count:
            yield plural(
                self._invalid_count,
                "{name} has 1 sample that is not a number, replaced by silence.",
                "{name} has {count:,} samples that are not a number, replaced by silence.",
                name=name,
            )

    def _check_header(self) -> None:
        """Raise UserError for an impossible rate or length in the header."""
        file, name = self._file, self._name
        low, high = _RATES
        if not low <= file.samplerate <= high:
            raise UserError(
                tr(
                    "{name} claims {rate:,} samples per second. Convert it to {usual:,} first.",
                    name=name,
                    rate=file.samplerate,
                    usual=44_100,
                )
            )
        seconds = file.frames / file.samplerate
        if seconds > MAX_SECONDS and file.frames < _UNKNOWN_LENGTH and self._most is None:
            raise UserError(_too_long(name, _clock(seconds)))

    def _blocks(self) -> Iterator[Array]:
        """Yield the file's samples in blocks ``[samples, channels]``; invalid samples become 0."""
        import soundfile

        while self._most is None or self._frames_read < self._most:
            check(self._cancel)
            parts: list[Array] = []
            try:
                while sum(map(len, parts)) < BLOCK:
                    part = self._file.read(self._block_size, dtype="float32", always_2d=True)
                    if not len(part):
                        break
                    parts.append(part)
            except soundfile.SoundFileError:
                if self._frames_read == 0 and not parts:
                    raise
                self._damaged = True
            if not parts:
                return
            block = np.concatenate(parts) if len(parts) > 1 else parts[0]
            self._frames_read += len(block)
            valid = np.abs(block) <= _MAX_SAMPLE
            if not valid.all():
                self._invalid_count += int(np.count_nonzero(~valid))
                block = np.where(valid, block, np.float32(0))
            if self._source.unused_bits and self._file.subtype in _BITS:
                bits = _BITS[self._file.subtype] - self._source.unused_bits
                least = block * np.float32(2.0 ** (bits - 1))
                self._uses_lowest_bits |= not np.array_equal(least, np.rint(least))
            self.peak = max(self.peak, float(np.abs(block).max(initial=0.0)))
            yield block if self._gains is None else block @ self._gains
            if self._damaged:
                return

    def _resampled(self, rate: int) -> Iterator[Array]:
        """Yield blocks at another sample rate."""
        if self._file.samplerate == rate:
            yield from self._blocks()
            return
        import soxr

        stream = soxr.ResampleStream(self._file.samplerate, rate, self._channels, dtype="float32", quality="VHQ")
        for block in self._blocks():
            yield stream.resample_chunk(block)
        yield stream.resample_chunk(np.zeros((0, self._channels), np.float32), last=True)


def _too_long(name: str, length: str) -> str:
    return tr(
        "{name} is {length} long, and a sketch holds at most {clock}. Cut out the part you want first.",
        name=name,
        length=length,
        clock=_clock(MAX_SECONDS),
    )


def _clock(seconds: float) -> str:
    minutes, rest = divmod(math.ceil(seconds), 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours}:{minutes:02}:{rest:02}" if hours else f"{minutes}:{rest:02}"
