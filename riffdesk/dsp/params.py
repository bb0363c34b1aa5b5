"""Settings of a spectrogram: sample rate, hop, window and mel bands, and the filters that follow from them."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import lru_cache

import numpy as np
from numpy.typing import ArrayLike, NDArray

from riffdesk.errors import UserError
from riffdesk.language import tr

_MAX_FILTER_CELLS = 2**26  # mel filters of 256 MB, fifteen times what Riffusion needs


@dataclass(frozen=True)
class SpectrogramParams:
    """Riffusion's spectrogram settings, with its defaults.

    Parameters
    ----------
    sample_rate : int
        Samples per second, 8,000 to 192,000.
    stereo : bool
        Whether images hold a left and a right channel.
    step_ms, window_ms, padded_ms : int
        Hop, Hann window and zero-padded FFT length in milliseconds; step <= window <= padded.
    bands : int
        Mel bands (rows of the image), 8 to 2,048.
    min_hz, max_hz : float
        Edges of the mel scale in Hz, 0 <= min, max <= half the sample rate, at least 100 Hz apart.
    power : float
        Exponent from mel amplitude to ink, 0.05 to 1.

    Raises
    ------
    UserError
        If a value is outside its range.
    """

    sample_rate: int = 44_100
    stereo: bool = False
    step_ms: int = 10
    window_ms: int = 100
    padded_ms: int = 400
    bands: int = 512
    min_hz: float = 0
    max_hz: float = 10_000
    power: float = 0.25

    def __post_init__(self) -> None:
        """Check the ranges."""
        errors = [
            message
            for is_valid, message in (
                (
                    8_000 <= self.sample_rate <= 192_000,
                    tr("sample rate {sample_rate} Hz", sample_rate=self.sample_rate),
                ),
                (1 <= self.step_ms <= self.window_ms, tr("step {step_ms} ms", step_ms=self.step_ms)),
                (
                    self.window_ms <= self.padded_ms <= 4_000,
                    tr("padded window {padded_ms} ms", padded_ms=self.padded_ms),
                ),
                (8 <= self.bands <= 2_048, tr("{bands} mel bands", bands=self.bands)),
                (0 <= self.min_hz < self.max_hz, tr("lowest frequency {min_hz} Hz", min_hz=self.min_hz)),
                (self.max_hz <= self.sample_rate / 2, tr("highest frequency {max_hz} Hz", max_hz=self.max_hz)),
                (
                    self.max_hz - self.min_hz >= 100,
                    tr("only {max_hz:g} Hz of frequencies", max_hz=self.max_hz - self.min_hz),
                ),
                (0.05 <= self.power <= 1, tr("power {power}", power=self.power)),
            )
            if not is_valid
        ]
        if not errors and self.n_freqs * self.bands > _MAX_FILTER_CELLS:
            errors = [tr("{bands} mel bands with so long a window", bands=self.bands)]
        if errors:
            raise UserError(tr("These spectrogram settings make no sense: {errors}.", errors=", ".join(errors)))

    @classmethod
    def wide_stereo(cls) -> SpectrogramParams:
        """Return the 20 Hz to 20 kHz stereo variant that some Riffusion models use."""
        return cls(stereo=True, min_hz=20, max_hz=20_000)

    def mono(self) -> SpectrogramParams:
        """Return the same settings for one channel."""
        return replace(self, stereo=False)

    @property
    def hop(self) -> int:
        """Samples from one column to the next."""
        return int(self.step_ms / 1000 * self.sample_rate)

    @property
    def window(self) -> int:
        """Samples under the Hann window."""
        return int(self.window_ms / 1000 * self.sample_rate)

    @property
    def window_columns(self) -> int:
        """Columns that a Hann window reaches over, rounded up."""
        return -(-self.window // self.hop)

    @property
    def n_fft(self) -> int:
        """Samples of the zero-padded FFT."""
        return int(self.padded_ms / 1000 * self.sample_rate)

    @property
    def n_freqs(self) -> int:
        """Bins of the FFT from 0 Hz to half the sample rate."""
        return self.n_fft // 2 + 1

    @property
    def columns_per_second(self) -> float:
        """Columns in one second of sound."""
        return self.sample_rate / self.hop

    def columns_of(self, samples: int) -> int:
        """Return the number of centred columns of a sound of ``samples`` samples."""
        return 1 + samples // self.hop

    def band_of(self, hertz: ArrayLike) -> NDArray[np.float64]:
        """Return the fractional mel band of frequencies in Hz: 0 is the centre of the lowest band."""
        low, width = _mel_grid(self)
        return (hz_to_mel(hertz) - low) / width - 1

    def hertz_of(self, band: ArrayLike) -> NDArray[np.float64]:
        """Return the frequency in Hz at fractional mel bands; the inverse of `band_of`."""
        low, width = _mel_grid(self)
        return mel_to_hz(low + (np.asarray(band, np.float64) + 1) * width)


def hz_to_mel(hertz: ArrayLike) -> NDArray[np.float64]:
    """Return the HTK mel value of frequencies in Hz (O'Shaughnessy 1987)."""
    return np.asarray(2595.0 * np.log10(1.0 + np.asarray(hertz, np.float64) / 700.0))


def mel_to_hz(mel: ArrayLike) -> NDArray[np.float64]:
    """Return the frequency in Hz of HTK mel values; the inverse of `hz_to_mel`."""
    return np.asarray(700.0 * (10.0 ** (np.asarray(mel, np.float64) / 2595.0) - 1.0))


def _mel_grid(params: SpectrogramParams) -> tuple[float, float]:
    """Return the mel value of the lower edge and the mel distance between band centres."""
    low, high = float(hz_to_mel(params.min_hz)), float(hz_to_mel(params.max_hz))
    return low, (high - low) / (params.bands + 1)


@lru_cache(maxsize=4)
def mel_filterbank(params: SpectrogramParams) -> NDArray[np.float32]:
    """Return triangular mel filters, HTK scale, no area norm: float32 ``[n_freqs, bands]``.

    The same filters as ``torchaudio.functional.melscale_fbanks``, without needing torch.
    """
    out = np.zeros((params.n_freqs, params.bands), np.float32)
    bins, bands, weights = mel_weights(params)
    out[bins, bands] = weights
    return out


@lru_cache(maxsize=4)
def mel_weights(params: SpectrogramParams) -> tuple[NDArray[np.intp], NDArray[np.intp], NDArray[np.float32]]:
    """Return the bins, the bands and the weights of the mel filters where they are not zero, in the order of the bins.

    Each bin lies in two filters at most, so these are two hundred times fewer than `mel_filterbank` has.
    """
    edges = _edges(params)
    width = np.diff(edges)
    frequencies = np.linspace(0, params.sample_rate // 2, params.n_freqs)
    rising = np.searchsorted(edges, frequencies, "right") - 1  # the filter in whose rising half a bin lies
    bins = np.repeat(np.arange(params.n_freqs), 2)
    bands = np.stack([rising - 1, rising], axis=1).reshape(-1)
    inside = (bands >= 0) & (bands < params.bands)
    bins, bands = bins[inside], bands[inside]
    up = (frequencies[bins] - edges[bands]) / width[bands]
    down = (edges[bands + 2] - frequencies[bins]) / width[bands + 1]
    weights = np.maximum(0.0, np.minimum(up, down)).astype(np.float32)
    kept = weights > 0
    return bins[kept], bands[kept], weights[kept]


@lru_cache(maxsize=4)
def _edges(params: SpectrogramParams) -> NDArray[np.float64]:
    """Return the frequencies in Hz between which the filters lie: ``[bands + 2]``."""
    low, width = _mel_grid(params)
    return mel_to_hz(low + np.arange(params.bands + 2) * width)


@lru_cache(maxsize=8)
def reference_amplitude(params: SpectrogramParams) -> float:
    """Return the mel amplitude that has ink 1: the strongest band of a full-scale sine at 1 kHz.

    Where the mel scale does not reach 1 kHz, the sine is at the band nearest to it.
    """
    lowest, highest = params.hertz_of([0, params.bands - 1])
    return float(sine_amplitudes(params, float(np.clip(1_000.0, lowest, highest))).max())


def sine_amplitudes(params: SpectrogramParams, hertz: float) -> NDArray[np.float64]:
    """Return the mel amplitudes of a steady full-scale sine: float64 ``[bands]``.

    The magnitude of the Hann window's transform (Harris 1978), centred on the sine and summed
    under the mel filters; beyond 1 kHz from the sine it is over 120 dB down and left out.
    """
    bin_hz = (params.sample_rate // 2) / (params.n_freqs - 1)
    first = max(0, int((hertz - 1_000) / bin_hz))
    last = min(params.n_freqs, int((hertz + 1_000) / bin_hz) + 1)
    lobe = (np.arange(first, last) * bin_hz - hertz) * params.window / params.sample_rate
    denominator = 1 - lobe**2
    at_one = np.abs(denominator) < 1e-9
    hann = np.where(at_one, 0.5, np.sinc(lobe) / np.where(at_one, 1, denominator))
    return _filtered(params, np.arange(first, last) * bin_hz, np.abs(hann) * params.window / 4)


def filter_widths(params: SpectrogramParams) -> NDArray[np.float64]:
    """Return the sum of each mel filter over all frequencies: float64 ``[bands]``."""
    frequencies = np.linspace(0, params.sample_rate // 2, params.n_freqs)
    return _filtered(params, frequencies, np.ones(params.n_freqs))


def _filtered(
    params: SpectrogramParams, frequencies: NDArray[np.floating], levels: NDArray[np.floating]
) -> NDArray[np.float64]:
    """Return the sum of levels at some frequencies in Hz under each mel filter: float64 ``[bands]``."""
    # Computed without the filterbank of 18 MB: each frequency lies in two filters.
    edges = _edges(params)
    band = np.searchsorted(edges, frequencies, "right") - 1  # it lies in the rising half of this filter
    inside = (band >= 0) & (band <= params.bands)
    band, frequencies, levels = band[inside], frequencies[inside], levels[inside]
    width = np.diff(edges)[band]
    out = np.zeros(params.bands + 2)
    for bands, weight in ((band + 1, frequencies - edges[band]), (band, edges[band + 1] - frequencies)):
        out += np.bincount(bands, levels * (weight / width).astype(np.float32), params.bands + 2)
    return out[1:-1]
