"""Sounds at another tempo and the same pitch: the columns of their ink are resampled, and get new phases."""

from __future__ import annotations

import threading
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from riffdesk.arrays import Array
from riffdesk.audio.filing.sound_files import read_audio
from riffdesk.devices import sound_device
from riffdesk.dsp.mel import analyse
from riffdesk.dsp.params import SpectrogramParams
from riffdesk.errors import UserError
from riffdesk.language import tr
from riffdesk.progress import OnStep, ignore_steps
from riffdesk.sketch.state import MAX_SECONDS

MAX_FACTOR = 2.0
"""Longest and, as its inverse, shortest duration relative to the sound's own."""


@dataclass(frozen=True)
class StretchRequest:
    """Read a sound file, and give it another duration.

    Parameters
    ----------
    path : Path
    params : SpectrogramParams
        The sketch's; the sound is resampled to its rate.
    factor : float
        Duration relative to the sound's own, 0.5 to 2.
    """

    path: Path
    params: SpectrogramParams
    factor: float


def stretched(request: StretchRequest, on_step: OnStep = ignore_steps, cancel: threading.Event | None = None) -> Array:
    """Return a sound at another duration: float32 ``[1, samples]``, as fast as a draft is made.

    Raises
    ------
    UserError
        If the file cannot be read, or the factor is out of range.
    Cancelled
        If ``cancel`` was set.
    """
    from riffdesk.dsp.phase.reconstruction import reconstruct  # imports torch, which the window does without

    if not 1 / MAX_FACTOR <= request.factor <= MAX_FACTOR:
        raise UserError(
            tr(
                "A sound can be stretched to half or twice its length, not to {factor:.2f} times.",
                factor=request.factor,
            )
        )
    params = request.params.mono()
    longest = MAX_SECONDS / max(1.0, request.factor)
    audio = read_audio(request.path, params.sample_rate, first_seconds=longest, cancel=cancel).mean(axis=0)
    samples = max(1, round(len(audio) * request.factor))
    ink = spaced(analyse(audio, params, cancel=cancel), params.columns_of(samples))
    sound = reconstruct(ink[None], params, quality="draft", device=sound_device(), on_step=on_step, cancel=cancel)
    return np.ascontiguousarray(sound[:, :samples])


def spaced(ink: Array, columns: int) -> Array:
    """Return ink with another number of columns, interpolated between the nearest two.

    Parameters
    ----------
    ink : float32 ``[bands, columns]``
    columns : int
    """
    places = np.linspace(0, ink.shape[1] - 1, columns)
    left = np.minimum(places.astype(int), max(0, ink.shape[1] - 2))
    right, share = np.minimum(left + 1, ink.shape[1] - 1), (places - left).astype(np.float32)
    return np.asarray(ink[:, left] * (1 - share) + ink[:, right] * share, np.float32)


def tempo_factor(tempo: float, wanted: float) -> float:
    """Return the factor of duration that brings a tempo to another one, or to its half or double if that is nearer.

    1 if it is unknown, or the same to 0.1%.
    """
    if not tempo or not wanted:
        return 1.0
    factor = min((tempo / wanted * octave for octave in (0.5, 1.0, 2.0)), key=lambda factor: abs(np.log2(factor)))
    return 1.0 if abs(factor - 1) < 1e-3 else float(factor)


def filling(audio: Array, samples: int, bar: float) -> Array:
    """Return a sound repeated at bar lines until it fills a length.

    Parameters
    ----------
    audio : float32 ``[channels, samples]``
    samples : int
        Length of the result.
    bar : float
        Samples of a bar; a repetition begins at the bar line that is nearest to the end of the sound.
    """
    period = max(1.0, round(audio.shape[-1] / bar)) * bar
    out = np.zeros((audio.shape[0], samples), np.float32)
    for number in range(int(np.ceil(samples / period))):
        start, stop = round(number * period), min(samples, round((number + 1) * period))
        part = audio[:, : stop - start]
        out[:, start : start + part.shape[-1]] = part
    return out
