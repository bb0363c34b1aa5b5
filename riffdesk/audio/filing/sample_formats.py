"""Samples as a sound file holds them: 16 bits with dither, 24 bits, or 32-bit floats."""

from __future__ import annotations

from pathlib import Path
from typing import Any, Literal

import numpy as np
from numpy.typing import NDArray

from riffdesk.errors import UserError

Format = Literal["WAV", "FLAC"]
Subtype = Literal["PCM_16", "PCM_24", "FLOAT"]

SUFFIXES: dict[str, str] = {"WAV": ".wav", "FLAC": ".flac"}
_BITS = {"PCM_16": 16, "PCM_24": 24}
_BYTES = {"PCM_16": 2, "PCM_24": 3, "FLOAT": 4}
_MOST_BYTES = 2**32 - 2**24  # a WAV file's sizes have 32 bits; the rest is for what is said about the samples
_FILE_TYPES = {"PCM_16": np.int16, "PCM_24": np.int32, "FLOAT": np.float32}


def check_kind(file_format: str, subtype: str) -> None:
    """Raise a UserError if riffdesk writes no such files."""
    if file_format not in SUFFIXES:
        raise UserError(f"Sound files are written as WAV or FLAC, not as {file_format}.")
    if subtype not in _FILE_TYPES:
        raise UserError(f"Samples are written as PCM_16, PCM_24 or FLOAT, not as {subtype}.")
    if file_format == "FLAC" and subtype == "FLOAT":
        raise UserError("FLAC files hold no floating-point samples. Choose 24 bit, or WAV for 32-bit float.")


def sample_bytes(subtype: Subtype) -> int:
    """Return how many bytes one sample of one channel takes, uncompressed."""
    return _BYTES[subtype]


def check_length(file_format: Format, channels: int, samples: int, rate: int, subtype: Subtype) -> None:
    """Raise a UserError if there is no room for so many samples in a file of this kind."""
    each = channels * _BYTES[subtype]
    if file_format == "WAV" and samples * each > _MOST_BYTES:
        hours = _MOST_BYTES / each / rate / 3600
        raise UserError(
            f"A WAV file holds {hours:.1f} hours of this at most, not {samples / rate / 3600:,.1f}. "
            "Ask for less, or write a FLAC file."
        )


def format_of(path: Path) -> Format:
    """Return the format that a file's suffix asks for; a UserError if it is neither .wav nor .flac."""
    match path.suffix.lower():
        case ".wav":
            return "WAV"
        case ".flac":
            return "FLAC"
    raise UserError(f"{path.name} has no name that riffdesk writes sound to. End it in .wav or .flac.")


def fits(block: NDArray[np.floating[Any]], subtype: Subtype) -> bool:
    """Return whether a file of this kind holds every sample of a block exactly as it is."""
    if subtype == "FLOAT":
        return True
    full = 2 ** (_BITS[subtype] - 1)
    levels = np.asarray(block, np.float64) * full
    return bool(np.all((levels == np.rint(levels)) & (levels >= -full) & (levels < full)))


def encoded(
    block: NDArray[np.floating[Any]], subtype: Subtype, dither: np.random.Generator | None = None
) -> NDArray[Any]:
    """Return samples as the file holds them.

    Parameters
    ----------
    block : float ``[channels, samples]``
        Full scale = 1. Whole-number samples are held at the ends of their range, never wrapped.
    subtype : str
        ``PCM_16``, ``PCM_24`` or ``FLOAT``.
    dither : numpy Generator, optional
        Adds triangular noise of two steps peak to peak to 16-bit samples before they are rounded,
        so that the error is noise and not distortion (Lipshitz, Wannamaker & Vanderkooy 1992).

    Returns
    -------
    int16, int32 (24 bits in the upper bytes) or float32 ``[samples, channels]``
        As libsndfile takes them without changing a bit.
    """
    frames = np.ascontiguousarray(block.T)
    if subtype == "FLOAT":
        return frames.astype(np.float32)
    full = 2 ** (_BITS[subtype] - 1)
    levels = frames.astype(np.float64) * full
    if dither is not None and subtype == "PCM_16":
        levels += dither.random(levels.shape) - dither.random(levels.shape)
    whole: NDArray[np.int32] = np.clip(np.rint(levels), -full, full - 1).astype(np.int32)
    return whole << 8 if subtype == "PCM_24" else whole.astype(np.int16)
