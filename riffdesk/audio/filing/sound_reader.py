"""Samples of sound files: of any rate, any number of channels and on any scale, at the sketch's rate on one or two."""

from __future__ import annotations

import math
import threading
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from riffdesk.audio.filing.channels import channel_names, downmix
from riffdesk.audio.filing.sound_source import SoundSource, cut_short
from riffdesk.errors import UserError
from riffdesk.progress import OnStep, Step, check
from riffdesk.sketch.state import MAX_SECONDS

Array = NDArray[np.float32]

BLOCK = 1 << 16  # samples between two looks at the cancel button: a few milliseconds
_FLAC_PIECE = 1 << 10
_LOUDEST = 1e10  # what is beyond 32-bit whole numbers is no sound on any scale
_HOT = 8.0  # +18 dB: floats may be as far above full scale on purpose
_SCALES = (2.0**15, 2.0**23, 2.0**31)  # of whole numbers of 16, 24 and 32 bits
_LEAST_OF_SCALE = 128.0  # below it, samples were not meant as whole numbers of 16 bits
_UNKNOWN_LENGTH = 1 << 62  # libsndfile says more than this where a header does not tell
_MISSING = 4_096  # MP3 headers may promise a little more than there is
_RATES = (1_000, 768_000)


@dataclass(frozen=True, eq=False)
class SoundContents:
    """The samples of a sound file.

    Parameters
    ----------
    audio : float32 ``[channels, samples]``
    channels : tuple of str
        What to call each channel of the file, where it has more than two; otherwise empty.
    scale : float
        The sample value that became full scale; 1 where that is as it was.
    notes : tuple of str
        Sentences for the user about what was not as it should be.
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
) -> SoundContents:
    """Return the samples of an open file; see `riffdesk.audio.filing.sound_files.read_audio`.

    Parameters
    ----------
    channel : int, optional
        The only channel of a file of more than two that is wanted; by default they are mixed.
    keep_scale : bool
        Leave floats as they are that are far above full scale.
    """
    reading = _Reading(source, name, channel, cancel)
    audio = reading.read(rate, on_step)
    scale = 1.0 if keep_scale else _scale_of(float(np.abs(audio).max(initial=0.0)))
    notes = [*source.notes, *reading.notes()]
    if scale != 1:
        audio /= np.float32(scale)
        notes.append(
            f"{name} is up to {20 * math.log10(reading.peak):.0f} dB above full scale, as whole numbers kept as floats "
            f"are. It was turned down by {20 * math.log10(scale):.0f} dB."
        )
    channels = source.sound.channels
    names = channel_names(channels, source.layout) if channels > 2 else ()
    return SoundContents(audio, names, scale, tuple(notes))


def _scale_of(peak: float) -> float:
    """Return the sample value that is meant as full scale."""
    if peak <= _HOT:
        return 1.0
    if peak < _LEAST_OF_SCALE:
        return peak
    return next((scale for scale in _SCALES if peak <= scale), peak)


class _Reading:
    """One file on its way in."""

    def __init__(self, source: SoundSource, name: str, channel: int | None, cancel: threading.Event | None) -> None:
        self._source, self._name, self._cancel = source, name, cancel
        self._file: Any = source.sound
        self._check_header()
        channels = self._file.channels
        self._gains: Array | None = None
        self._mixed = channels > 2 and channel is None
        if self._mixed:
            self._gains = downmix(channels, source.layout)
        elif channels > 2 and channel is not None:
            self._gains = np.eye(channels, dtype=np.float32)[:, channel : channel + 1]
        self._channels = channels if self._gains is None else self._gains.shape[1]
        self._read = self._no_numbers = 0
        self._promised = self._file.frames if self._file.frames < _UNKNOWN_LENGTH else 0
        # What libsndfile had read when it met damage is lost, so that is less of a FLAC, which can say where that is.
        self._piece = _FLAC_PIECE if self._file.format == "FLAC" else BLOCK
        self._damaged = False
        self.peak = 0.0

    def read(self, rate: int, on_step: OnStep) -> Array:
        """Return the samples, at another rate: float32 ``[channels, samples]``."""
        file_rate = self._file.samplerate
        limit = int(MAX_SECONDS * file_rate)
        frames = self._promised or limit
        ratio = rate / file_rate
        sound = np.empty((self._channels, max(1, round(frames * ratio))), np.float32)
        place = 0
        for block in self._resampled(rate):
            if self._read > limit:
                raise UserError(_too_long(self._name, f"more than {_clock(MAX_SECONDS)}"))
            kept = block[: sound.shape[1] - place]
            sound[:, place : place + len(kept)] = kept.T
            place += len(kept)
            on_step(Step(min(self._read, frames), self._promised, "Reading"))
        if self._read == 0 and self._source.notes:
            raise UserError(f"{self._name} is cut short before its sound begins. Get a complete copy of it.")
        if self._read == 0:
            raise UserError(f"{self._name} contains no sound at all: it has 0 samples. Choose another file.")
        sound[:, place:] = 0  # the resampler may end a sample early
        return np.ascontiguousarray(sound[:, : max(1, round(self._read * ratio))])

    def notes(self) -> Iterator[str]:
        """Yield what is to be said, once all was read."""
        name, rate = self._name, self._file.samplerate
        if not self._source.notes and (self._damaged or self._read + _MISSING < self._promised):
            if self._promised:
                yield cut_short(name, self._read / rate, self._promised / rate)
            else:
                yield f"{name} is damaged after {self._read / rate:.1f} s. What comes before was read."
        if self._mixed and self._source.layout is not None:
            yield (
                f"The {self._file.channels} channels of {name} were mixed to stereo: centre and surround at -3 dB, "
                "without the bass channel (ITU-R BS.775)."
            )
        elif self._mixed:
            yield f"The {self._file.channels} channels of {name} were mixed to one: it does not say where they belong."
        if self._no_numbers:
            count = f"{self._no_numbers:,} samples that are" if self._no_numbers > 1 else "1 sample that is"
            yield f"{name} has {count} no number, and silent instead."

    def _check_header(self) -> None:
        """Refuse what the header already shows to be impossible, before any of it is read."""
        file, name = self._file, self._name
        low, high = _RATES
        if not low <= file.samplerate <= high:
            raise UserError(f"{name} claims {file.samplerate:,} samples per second. Convert it to 44,100 first.")
        seconds = file.frames / file.samplerate
        if seconds > MAX_SECONDS and file.frames < _UNKNOWN_LENGTH:
            raise UserError(_too_long(name, _clock(seconds)))

    def _blocks(self) -> Iterator[Array]:
        """Yield the file's samples in blocks ``[samples, channels]``; what is no number is silence."""
        import soundfile

        while True:
            check(self._cancel)
            pieces: list[Array] = []
            try:
                while sum(map(len, pieces)) < BLOCK:
                    piece = self._file.read(self._piece, dtype="float32", always_2d=True)
                    if not len(piece):
                        break
                    pieces.append(piece)
            except soundfile.SoundFileError:
                if self._read == 0 and not pieces:
                    raise
                self._damaged = True
            if not pieces:
                return
            block = np.concatenate(pieces) if len(pieces) > 1 else pieces[0]
            self._read += len(block)
            good = np.abs(block) <= _LOUDEST
            if not good.all():
                self._no_numbers += int(np.count_nonzero(~good))
                block = np.where(good, block, np.float32(0))
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
    return (
        f"{name} is {length} long, and a sketch holds at most {_clock(MAX_SECONDS)}. Cut out the part you want first."
    )


def _clock(seconds: float) -> str:
    minutes, rest = divmod(math.ceil(seconds), 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours}:{minutes:02}:{rest:02}" if hours else f"{minutes}:{rest:02}"
