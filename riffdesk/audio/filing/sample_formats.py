"""Sample formats of sound files: 16 bits with dither, 24 bits, or 32-bit floats."""

from __future__ import annotations

from pathlib import Path
from typing import Any, Literal

import numpy as np
from numpy.typing import NDArray

from riffdesk.errors import UserError
from riffdesk.language import tr

Format = Literal["WAV", "FLAC"]
Subtype = Literal["PCM_16", "PCM_24", "FLOAT"]

SUFFIXES: dict[str, str] = {"WAV": ".wav", "FLAC": ".flac"}
_BITS = {"PCM_16": 16, "PCM_24": 24}
_BYTES = {"PCM_16": 2, "PCM_24": 3, "FLOAT": 4}
_MAX_WAV_BYTES = 2**32 - 2**24  # a WAV file's sizes have 32 bits; the rest is for its other chunks
_DTYPES = {"PCM_16": np.int16, "PCM_24": np.int32, "FLOAT": np.float32}


def check_kind(file_format: str, subtype: str) -> None:
    """Raise a UserError if riffdesk does not write this format and subtype."""
    if file_format not in SUFFIXES:
        raise UserError(tr("Sound files are written as WAV or FLAC, not as {file_format}.", file_format=file_format))
    if subtype not in _DTYPES:
        raise UserError(tr("Samples are written as PCM_16, PCM_24 or FLOAT, not as {subtype}.", subtype=subtype))
    if file_format == "FLAC" and subtype == "FLOAT":
        raise UserError(tr("FLAC files hold no floating-point samples. Choose 24 bit, or WAV for 32-bit float."))


def sample_bytes(subtype: Subtype) -> int:
    """Return the size of one sample of one channel in bytes, uncompressed."""
    return _BYTES[subtype]


def check_length(file_format: Format, channels: int, samples: int, rate: int, subtype: Subtype) -> None:
    """Raise a UserError if a file of this format cannot hold so many samples."""
    frame_bytes = channels * _BYTES[subtype]
    if file_format == "WAV" and samples * frame_bytes > _MAX_WAV_BYTES:
        hours = _MAX_WAV_BYTES / frame_bytes / rate / 3600
        raise UserError(
            tr(
                "A WAV file holds {hours:.1f} hours of this at most, not {samples:,.1f}. Make it "
                "shorter, or write a FLAC file.",
                hours=hours,
                samples=samples / rate / 3600,
            )
        )


def format_of(path: Path) -> Format:
    """Return the format of a file's suffix; UserError if it is neither .wav nor .flac."""
    match path.suffix.lower():
        case ".wav":
            return "WAV"
        case ".flac":
            return "FLAC"
    raise UserError(tr("{name} has no suffix that riffdesk can write. End it in .wav or .flac.", name=path.name))


def is_exact(block: NDArray[np.floating[Any]], subtype: Subtype) -> bool:
    """Return whether a subtype represents every sample of a block exactly."""
    if subtype == "FLOAT":
        return True
    full_scale = 2 ** (_BITS[subtype] - 1)
    levels = np.asarray(block, np.float64) * full_scale
    return bool(np.all((levels == np.rint(levels)) & (levels >= -full_scale) & (levels < full_scale)))


def encoded(
    block: NDArray[np.floating[Any]], subtype: Subtype, dither: np.random.Generator | None = None
) -> NDArray[Any]:
    """Return samples in a file's sample format.

    Parameters
    ----------
    block : float ``[channels, samples]``
        Full scale = 1. Integer samples are clipped to their range.
    subtype : str
        ``PCM_16``, ``PCM_24`` or ``FLOAT``.
    dither : numpy Generator, optional
        Adds triangular noise of two steps peak to peak to 16-bit samples before they are rounded,
        so that the error is noise and not distortion (Lipshitz, Wannamaker & Vanderkooy 1992).

    Returns
    -------
    int16, int32 (24 bits in the upper bytes) or float32 ``[samples, channels]``
        In the form that libsndfile writes without changing a bit.
    """
    frames = np.ascontiguousarray(block.T)
    if subtype == "FLOAT":
        return frames.astype(np.float32)
    full_scale = 2 ** (_BITS[subtype] - 1)
    levels = frames.astype(np.float64) * full_scale
    if dither is not None and subtype == "PCM_16":
        levels += dither.random(levels.shape) - dither.random(levels.shape)
    integers: NDArray[np.int32] = np.clip(np.rint(levels), -full_scale, full_scale - 1).astype(np.int32)
    return integers << 8 if subtype == "PCM_24" else integers.astype(np.int16)
