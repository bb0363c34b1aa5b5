"""The working grid of reconstruction: its sample rate, FFT and frames.

Riffusion analyses a sound every 10 ms in windows of 100 ms, zero-padded to 400 ms. Reconstruction needs less: there
is nothing above the highest mel band, so the sample rate can be lower; padding to two windows resolves the narrowest
bands; and of columns that overlap ten times every second one is enough, if the next iteration uses the other half.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from riffdesk.dsp.params import SpectrogramParams

_SPARE_RATE = 1.07  # relative to twice the highest frequency, for the slope of the resampling filter
_OVERLAP = 5  # windows over each sample


@dataclass(frozen=True)
class Grid:
    """Lengths in samples of the working rate.

    Parameters
    ----------
    column : int
        From one column to the next; ``column / params.hop`` is the ratio of the sample rates.
    window : int
        Under the Hann window; even.
    n_fft : int
        Of the zero-padded FFT.
    step : int
        From one frame to the next within one iteration.
    offsets : tuple of int
        Centre of the first frame, for successive iterations.
    """

    column: int
    window: int
    n_fft: int
    step: int
    offsets: tuple[int, ...]

    @property
    def bins(self) -> int:
        """Bins from 0 Hz to half the working rate."""
        return self.n_fft // 2 + 1


@lru_cache(maxsize=8)
def grid_of(params: SpectrogramParams) -> Grid:
    """Return the working grid of some settings.

    The working rate is the lowest whose FFT is a product of twos, threes and fives; with the
    defaults 21.6 kHz with 2,160 samples under the window, 4,320 in the FFT and a frame every 20 ms.
    """
    windows = params.window / params.hop
    needed = 2 * _SPARE_RATE * params.max_hz / params.columns_per_second
    candidates = (column for column in range(max(1, int(needed) + 1), params.hop) if _is_fast(column, windows))
    column = next(candidates, params.hop)
    window = _window(column, windows)
    stride = int(windows / _OVERLAP)
    if stride >= 1:
        step = stride * column
        # Successive iterations use columns far apart, in the order of a golden section.
        leap = next(leap for leap in range(max(1, round(0.382 * stride)), stride + 1) if _coprime(leap, stride))
        offsets = tuple(iteration * leap % stride * column for iteration in range(stride))
    else:
        step, offsets = max(1, min(column, int(window / _OVERLAP))), (0,)
    return Grid(column, window, 2 * window, step, offsets)


def _window(column: int, windows: float) -> int:
    return max(2, 2 * round(column * windows / 2))


def _is_fast(column: int, windows: float) -> bool:
    """Return whether the FFT is fast and the window as long as in the settings, to a thousandth."""
    window = _window(column, windows)
    remaining = window
    for prime in (2, 3, 5):
        while remaining % prime == 0:
            remaining //= prime
    return remaining == 1 and abs(window / (column * windows) - 1) < 1e-3


def _coprime(one: int, other: int) -> bool:
    while other:
        one, other = other, one % other
    return one == 1
