"""Conversion of audio to mel amplitudes and ink, of ink to mel amplitudes, and between spectrogram settings."""

from __future__ import annotations

import threading

import numpy as np
from numpy.typing import NDArray

from riffdesk.arrays import Array
from riffdesk.dsp.params import SpectrogramParams, filter_widths, mel_filterbank, mel_weights, reference_amplitude
from riffdesk.language import tr
from riffdesk.progress import OnStep, Step, check, ignore_steps

_BLOCK_COLUMNS = 512  # the spectra of a block take less than 40 MB
_AMPLITUDE_OF_RMS = 50.0  # measured: white noise 36 to 50, tones and music 45 to 57
LOUDEST_INK = 8.0  # 72 dB above a full-scale sine: beyond it, ink is damage rather than sound


def mel_amplitudes(
    audio: Array,
    params: SpectrogramParams,
    *,
    on_step: OnStep = ignore_steps,
    cancel: threading.Event | None = None,
) -> Array:
    """Return the mel spectrogram of a sound in Riffusion's convention.

    Parameters
    ----------
    audio : float32 ``[..., samples]``
        Sound at ``params.sample_rate``, full scale = 1; at least one sample.
    params : SpectrogramParams
        Hop, window and mel bands.
    on_step : callable
        Called after each block of columns.
    cancel : threading.Event, optional
        Read before each block.

    Returns
    -------
    float32 ``[..., bands, 1 + samples // hop]``
        Mel amplitudes, lowest band first: magnitudes of centred, zero-padded Hann frames with
        reflected ends, summed under HTK mel triangles without area norm.

    Raises
    ------
    Cancelled
        If ``cancel`` was set.
    """
    import torch

    audio = np.nan_to_num(np.asarray(audio, np.float32), nan=0.0, posinf=0.0, neginf=0.0)
    # Centred frames have the window in the middle of the FFT.
    before = params.n_fft // 2 - (params.n_fft - params.window) // 2
    padding = [(0, 0)] * (audio.ndim - 1) + [(before, params.window - before)]
    # The FFT frame is zero outside the window, so half a window of reflection is enough. numpy reflects very short
    # sounds repeatedly.
    padded = torch.from_numpy(np.pad(audio, padding, mode="reflect"))
    frames = padded.unfold(-1, params.window, params.hop)
    window = torch.hann_window(params.window)
    bins = int(mel_weights(params)[0].max(initial=-1)) + 1  # those above lie in no filter
    filters = torch.from_numpy(mel_filterbank(params))[:bins]
    columns = params.columns_of(audio.shape[-1])
    mel = torch.empty((*audio.shape[:-1], params.bands, columns))
    for start in range(0, columns, _BLOCK_COLUMNS):
        check(cancel)
        stop = min(start + _BLOCK_COLUMNS, columns)
        spectra = torch.fft.rfft(frames[..., start:stop, :] * window, n=params.n_fft)
        mel[..., start:stop] = (spectra[..., :bins].abs() @ filters).transpose(-1, -2)
        on_step(Step(stop, columns, tr("Analysing")))
    return mel.numpy()


def ink_from_mel(mel: Array, params: SpectrogramParams) -> Array:
    """Return ink of mel amplitudes, any shape: ``(mel / reference) ** power``."""
    return np.asarray(np.power(mel / np.float32(reference_amplitude(params)), np.float32(params.power)))


def mel_from_ink(ink: Array, params: SpectrogramParams) -> Array:
    """Return mel amplitudes of ink, any shape; NaN counts as silence, values are clipped to 0 .. 8."""
    mel = np.array(ink, np.float32)
    # In place: the ink of a long sound is large.
    np.nan_to_num(mel, copy=False, nan=0.0, posinf=LOUDEST_INK)
    np.clip(mel, 0.0, LOUDEST_INK, out=mel)
    np.power(mel, np.float32(1 / params.power), out=mel)
    mel *= np.float32(reference_amplitude(params))
    return mel


def analyse(
    audio: Array,
    params: SpectrogramParams,
    *,
    on_step: OnStep = ignore_steps,
    cancel: threading.Event | None = None,
) -> Array:
    """Return the ink of a sound; the parameters are those of `mel_amplitudes`."""
    return ink_from_mel(mel_amplitudes(audio, params, on_step=on_step, cancel=cancel), params)


def ink_to_db(ink: float, params: SpectrogramParams) -> float:
    """Return the level of ink in dB; 0 dB is a full-scale sine at 1 kHz, silence is -inf."""
    return float(20 / params.power * np.log10(ink)) if ink > 0 else -np.inf


def db_to_ink(db: float, params: SpectrogramParams) -> float:
    """Return the ink of a level in dB; the inverse of `ink_to_db`."""
    return float(10 ** (db * params.power / 20))


def mean_ink(ink: Array, params: SpectrogramParams) -> Array:
    """Return the ink ``[bands, columns]`` of the mean amplitude of channels ``[channels, bands, columns]``."""
    return ink_from_mel(mel_from_ink(ink, params).mean(axis=0), params)


def rms_of_ink(ink: Array, params: SpectrogramParams) -> Array:
    """Return an estimate of the RMS of each column's sound: float32 ``[..., columns]``, full scale = 1.

    The power of a band is its squared amplitude divided by the width of its filter. As the phases are unknown, the
    estimate is within 3 dB for tones, noise and music.
    """
    width = np.maximum(filter_widths(params), 1).astype(np.float32)[:, None]
    power = (mel_from_ink(ink, params) ** 2 / width).sum(axis=-2)
    return np.asarray(np.sqrt(power / params.window) / _AMPLITUDE_OF_RMS, np.float32)


def convert_ink(ink: Array, source: SpectrogramParams, target: SpectrogramParams) -> Array:
    """Return ink of the settings ``source`` converted to ``target``: float32 ``[..., bands', columns']``.

    Bands and columns are interpolated linearly and the level is matched by the two references.
    Bands outside the source's mel range are silent.
    """
    columns = ink.shape[-1]
    ratio = source.columns_per_second / target.columns_per_second
    new_columns = max(1, round(columns / ratio))
    return _interpolate(convert_bands(ink, source, target), np.arange(new_columns) * ratio, axis=-1)


def convert_bands(ink: Array, source: SpectrogramParams, target: SpectrogramParams) -> Array:
    """Return ink converted as by `convert_ink`, without resampling columns: float32 ``[..., bands', columns]``."""
    bands = source.band_of(target.hertz_of(np.arange(target.bands)))
    mel = mel_from_ink(ink, source) / np.float32(reference_amplitude(source))
    return _interpolate(np.power(mel, np.float32(target.power)), bands, axis=-2)


def _interpolate(values: Array, indices: NDArray[np.float64], axis: int) -> Array:
    """Return values at fractional indices along an axis; beyond the last half cell they are 0."""
    size = values.shape[axis]
    clipped = np.clip(indices, 0, size - 1)
    low = np.floor(clipped).astype(int)
    high = np.minimum(low + 1, size - 1)
    shape = [1] * values.ndim
    shape[axis] = -1
    part = (clipped - low).astype(np.float32).reshape(shape)
    inside = ((indices > -0.5) & (indices < size - 0.5)).reshape(shape)
    mixed = np.take(values, low, axis) * (1 - part) + np.take(values, high, axis) * part
    return np.where(inside, mixed, np.float32(0)).astype(np.float32)
