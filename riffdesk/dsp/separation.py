"""Separation of a sound into a percussive, a bass and a harmonic share, by median filters and soft masks.

Percussive sounds are lines across the bands of a spectrogram, harmonic ones lines along its columns: a median filter
across or along them keeps one and removes the other (Fitzgerald 2010, "Harmonic/percussive separation using median
filtering"). The masks are soft, as of Wiener filters, and sum to 1 in each cell. The bass is the low part of the
harmonic share.
"""

from __future__ import annotations

import threading

import numpy as np
from numpy.typing import NDArray

from riffdesk.arrays import Array
from riffdesk.dsp.params import SpectrogramParams, hz_to_mel
from riffdesk.language import mark, tr
from riffdesk.progress import OnStep, Step, check, ignore_steps

SHARES = (mark("percussive"), mark("bass"), mark("harmonic"))
"""The shares of a sound, in the order of masks and sounds; the last is the rest."""

_HARMONIC_SECONDS = 0.41  # length of the median along columns
_PERCUSSIVE_MELS = 120.0  # length of the median across bands, in mel
_BASS_HZ = 130.0, 170.0  # the bass fades out between them
_GRID = 2.0**23  # shares are rounded to 24 bit, so that those of 16 and 24 bit sounds sum to them exactly
_BLOCK = 512  # columns


def share_masks(
    ink: Array,
    params: SpectrogramParams,
    *,
    circular: bool = False,
    on_step: OnStep = ignore_steps,
    cancel: threading.Event | None = None,
) -> Array:
    """Return the masks of `SHARES`, factors of amplitude: float32 ``[3, bands, columns]``, which sum to 1.

    Parameters
    ----------
    ink : float32 ``[bands, columns]``
        Ink of one channel.
    params : SpectrogramParams
    circular : bool
        Whether the last column is followed by the first.
    on_step, cancel
        Progress of blocks of columns, and a way to stop.

    Raises
    ------
    Cancelled
        If ``cancel`` was set.
    """
    bands, columns = ink.shape
    along = _odd(_HARMONIC_SECONDS * params.columns_per_second)
    across = _odd(_PERCUSSIVE_MELS * bands / _mel_range(params))
    margin, margin_across = along // 2, across // 2
    padded = np.pad(ink, ((0, 0), (margin, margin)), mode="wrap" if circular else "reflect" if columns > 1 else "edge")
    masks = np.empty((3, bands, columns), np.float32)
    low = _low_share(params)[:, None]
    for start in range(0, columns, _BLOCK):
        check(cancel)
        stop = min(start + _BLOCK, columns)
        part = padded[:, start : stop + 2 * margin]
        inside = part[:, margin : margin + stop - start]
        harmonic = _row_medians(part, along)
        percussive = _row_medians(np.pad(inside.T, ((0, 0), (margin_across,) * 2), mode="symmetric"), across).T
        # Amplitudes squared: a Wiener filter of the two estimates.
        struck, held = (np.asarray(filtered, np.float64) ** (2 / params.power) for filtered in (percussive, harmonic))
        mask = struck / np.maximum(struck + held, 1e-30)
        masks[0, :, start:stop] = mask
        masks[1, :, start:stop] = (1 - mask) * low
        masks[2, :, start:stop] = (1 - mask) * (1 - low)
        on_step(Step(stop, columns, tr("Splitting")))
    return masks


def _row_medians(rows: Array, length: int) -> Array:
    """Return the medians of all ``length`` neighbours, an odd number, in rows: ``[rows, columns - length + 1]``.

    SciPy filters one long row several times faster than the rows of a matrix.
    """
    from scipy.ndimage import median_filter

    margin = length // 2
    medians = median_filter(rows.ravel(), length).reshape(rows.shape)
    return np.asarray(medians[:, margin : rows.shape[1] - margin])


def split_sound(
    audio: Array,
    masks: Array,
    params: SpectrogramParams,
    *,
    samples_per_column: float | None = None,
    circular: bool = False,
    on_step: OnStep = ignore_steps,
    cancel: threading.Event | None = None,
) -> Array:
    """Return the sound of each share: float32 ``[3, channels, samples]``.

    The masks are applied to the short-time Fourier transform of the sound, with the window and the hop of the ink.
    The last share is the rest, so that their sum is the sound: bit for bit for one of up to 24 bit, and to half
    of the last bit of each share otherwise.

    Parameters
    ----------
    audio : float32 ``[channels, samples]``
    masks : float32 ``[3, bands, columns]``
        From `share_masks`; later samples have the mask of the last column.
    samples_per_column : float, optional
        The hop by default; in a loop its columns are stretched.
    circular : bool
        Whether the last sample is followed by the first.

    Raises
    ------
    Cancelled
        If ``cancel`` was set.
    """
    rest = audio.astype(np.float64)
    shares = []
    for number in range(len(masks) - 1):

        def on_block(step: Step, number: int = number) -> None:
            total = step.total * (len(masks) - 1)
            on_step(Step(number * step.total + step.done, total, tr("Splitting the sound")))

        per_column = samples_per_column or params.hop
        masked = masked_sound(
            audio,
            masks[number],
            params,
            samples_per_column=per_column,
            circular=circular,
            on_step=on_block,
            cancel=cancel,
        )
        share = np.round(masked * np.float32(_GRID)) / np.float32(_GRID)
        rest -= share
        shares.append(share)
    return np.stack([*shares, rest.astype(np.float32)])


def masked_sound(
    audio: Array,
    mask: Array,
    params: SpectrogramParams,
    *,
    samples_per_column: float | None = None,
    circular: bool = False,
    on_step: OnStep = ignore_steps,
    cancel: threading.Event | None = None,
) -> Array:
    """Return a sound with a mask applied to its short-time Fourier transform, by overlap and add.

    Parameters
    ----------
    audio : float32 ``[channels, samples]``
    mask : float32 ``[bands, columns]``
        Factors of amplitude; later samples have those of the last column.
    samples_per_column, circular, on_step, cancel
        As in `split_sound`.

    Returns
    -------
    float32 ``[channels, samples]``

    Raises
    ------
    Cancelled
        If ``cancel`` was set.
    """
    from scipy import fft  # slow to import, and not needed when the window opens

    hop, window, per_column = params.hop, params.window, samples_per_column or params.hop
    samples = audio.shape[-1]
    # In a loop whole windows of it are on both sides; the frames of a loop need not fit into it.
    margin = -(-2 * window // hop) * hop
    padded = np.pad(audio, ((0, 0), (margin, margin + window)), mode="wrap" if circular else "constant")
    frames = (padded.shape[-1] - window) // hop + 1
    hann = np.hanning(window + 1)[:-1].astype(np.float32)
    out, weight = np.zeros(padded.shape, np.float32), np.zeros(padded.shape[-1], np.float32)
    rows, fraction = _rows_of_bins(params, window)
    for first in range(0, frames, _BLOCK):
        check(cancel)
        numbers = np.arange(first, min(first + _BLOCK, frames))
        centres = (numbers * hop + window / 2 - margin) / per_column
        columns = np.round(centres).astype(int)
        columns = columns % mask.shape[-1] if circular else np.clip(columns, 0, mask.shape[-1] - 1)
        part = mask[:, columns]
        low, high = part[rows], part[np.minimum(rows + 1, len(mask) - 1)]
        gains = (low + fraction[:, None] * (high - low)).T
        for channel, sound in enumerate(padded):
            views = np.lib.stride_tricks.sliding_window_view(sound, window)[numbers[0] * hop : numbers[-1] * hop + 1]
            spectra = fft.rfft(views[::hop] * hann, axis=-1)
            pieces = fft.irfft(spectra * gains, window, axis=-1) * hann
            for piece, number in zip(pieces, numbers, strict=True):
                out[channel, number * hop : number * hop + window] += piece
        for number in numbers:
            weight[number * hop : number * hop + window] += hann**2
        on_step(Step(int(numbers[-1]) + 1, frames))
    inside = slice(margin, margin + samples)
    return np.asarray(out[:, inside] / np.maximum(weight[inside], 1e-9))


def _rows_of_bins(params: SpectrogramParams, window: int) -> tuple[NDArray[np.int64], Array]:
    """Return the mel band at or below each bin of a window's transform, and the fraction towards the next one."""
    hertz = np.arange(window // 2 + 1) * params.sample_rate / window
    band = np.clip(params.band_of(hertz), 0, params.bands - 1)
    rows = np.floor(band).astype(int)
    return rows, np.asarray(band - rows, np.float32)


def _low_share(params: SpectrogramParams) -> Array:
    """Return how far each band belongs to the bass: float32 ``[bands]``."""
    low, high = _BASS_HZ
    fade = np.clip((high - params.hertz_of(np.arange(params.bands))) / (high - low), 0, 1)
    return np.asarray(0.5 - 0.5 * np.cos(np.pi * fade), np.float32)


def _mel_range(params: SpectrogramParams) -> float:
    return float(hz_to_mel(params.max_hz) - hz_to_mel(params.min_hz))


def _odd(length: float) -> int:
    return max(3, 2 * round(length / 2 - 0.5) + 1)
