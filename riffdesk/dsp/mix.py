"""Mixing: gain, pan, the sum of layers, and true peak."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, Protocol

import numpy as np
from numpy.typing import NDArray

from riffdesk.arrays import Array

SILENT_DB = -60.0  # a fader at its minimum is off
_JUST_BELOW_FULL_SCALE = 0.9999  # headroom for dither at 16 bit
_BLOCK = 1 << 16  # samples that are oversampled at once, to save memory


class Audio(Protocol):
    """Audio ``[channels, samples]``: an array, or tiles of which ``[:, start:stop]`` is an array."""

    @property
    def shape(self) -> tuple[int, ...]:
        """Channels and samples."""

    def __getitem__(self, key: Any, /) -> Any:
        """Return samples."""


@dataclass(frozen=True, eq=False)
class Track:
    """Audio with its gains, for the mixer and the player.

    Parameters
    ----------
    audio : Audio ``[channels, samples]``
        One channel (in the centre) or two, of float32.
    left, right : float
        Linear gains of the two sides; 1.0 leaves the samples bit-identical.
    key : str
        Id of its layer, so that the player can fade from its former audio or gain to the new.
    """

    audio: Audio
    left: float = 1.0
    right: float = 1.0
    key: str = ""


@dataclass(frozen=True, eq=False)
class PlacedAudio:
    """Audio that begins at a later sample, with silence before it.

    Parameters
    ----------
    audio : float32 ``[channels, samples]``
    first : int
        Its first sample.
    """

    audio: Array
    first: int

    @property
    def shape(self) -> tuple[int, int]:
        """Channels, and samples with the silence."""
        return self.audio.shape[0], self.first + self.audio.shape[1]

    def __getitem__(self, key: tuple[slice, slice]) -> Array:
        """Return samples ``[:, start:stop]``."""
        start, stop, _ = key[1].indices(self.shape[1])
        out = np.zeros((self.audio.shape[0], max(0, stop - start)), np.float32)
        begin = max(start, self.first)
        if begin < stop:
            out[:, begin - start :] = self.audio[:, begin - self.first : stop - self.first]
        return out


def gain_of(db: float) -> float:
    """Return the linear gain of a level in dB; -60 dB and below is off."""
    return 0.0 if db <= SILENT_DB else float(10 ** (db / 20))


def db_of(gain: float) -> float:
    """Return the level in dB of a linear gain; -inf for 0."""
    return float(20 * np.log10(gain)) if gain > 0 else -np.inf


def pan_gains(pan: float) -> tuple[float, float]:
    """Return the gains of left and right for a pan of -1 .. 1.

    A balance control: the centre leaves both sides at exactly 1, so that centred sound stays
    bit-identical, and the far side fades along a quarter cosine.
    """
    pan = max(-1.0, min(1.0, pan))
    far = float(np.cos(abs(pan) * np.pi / 2)) if abs(pan) < 1 else 0.0
    return (far, 1.0) if pan > 0 else (1.0, far)


def stereo(audio: Array) -> Array:
    """Return ``[2, samples]`` of one or two channels."""
    return np.broadcast_to(audio, (2, audio.shape[-1])) if audio.shape[0] == 1 else audio


def stem(track: Track, samples: int) -> Array:
    """Return a track alone, cut or padded to a length: float32 ``[2, samples]``."""
    out = np.zeros((2, samples), np.float32)
    length = min(samples, track.audio.shape[-1])
    gains = np.array([[track.left], [track.right]], np.float32)
    np.multiply(stereo(track.audio[:, :length]), gains, out=out[:, :length])
    return out


def mix(stems: Iterable[Array], samples: int) -> Array:
    """Return the sum of stems of equal length: float32 ``[2, samples]``."""
    total = np.zeros((2, samples), np.float32)
    for stem_audio in stems:
        total += stem_audio
    return total


class TruePeak:
    """True peak of a sound, measured block by block (ITU-R BS.1770-4, oversampled 4x).

    Parameters
    ----------
    channels : int
    """

    def __init__(self, channels: int) -> None:
        import soxr

        self._stream = soxr.ResampleStream(1, 4, channels, dtype="float32", quality="HQ")
        self._peak = 0.0

    def add(self, audio: NDArray[np.floating[Any]], *, last: bool = False) -> float:
        """Add a block ``[channels, samples]``; return the true peak of all blocks, linear.

        It is complete only with the last block, as the filter has a delay.
        """
        frames = np.ascontiguousarray(audio.T, np.float32)
        oversampled = self._stream.resample_chunk(frames, last=last)
        self._peak = max(self._peak, *(float(np.abs(values).max(initial=0.0)) for values in (frames, oversampled)))
        return self._peak


def true_peak(audio: Array) -> float:
    """Return the true peak of a sound, linear; see `TruePeak`.

    Parameters
    ----------
    audio : float32 ``[channels, samples]``
    """
    channels, samples = audio.shape
    meter = TruePeak(channels)
    peak = 0.0
    for start in range(0, samples, _BLOCK):
        peak = meter.add(audio[:, start : start + _BLOCK], last=start + _BLOCK >= samples)
    return peak


def gain_below_clipping(peak: float) -> float:
    """Return the linear gain that brings a true peak below full scale; 1 if it is below already."""
    return 1.0 if peak <= 1 else _JUST_BELOW_FULL_SCALE / peak


def below_clipping(audio: Array) -> tuple[Array, float]:
    """Return sound attenuated so that its true peak is below full scale, and the gain in dB: 0 or less.

    Parameters
    ----------
    audio : float32 ``[channels, samples]``
        Returned unchanged if it does not clip.
    """
    gain = gain_below_clipping(true_peak(audio))
    return (audio, 0.0) if gain == 1 else (audio * np.float32(gain), db_of(gain))
