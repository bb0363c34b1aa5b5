"""The ink of a steady tone."""

from __future__ import annotations

from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from riffdesk.dsp.params import SpectrogramParams, reference_amplitude, sine_amplitudes
from riffdesk.dsp.pitch import A4_HZ


@lru_cache(maxsize=2_000)
def tone_shape(
    params: SpectrogramParams, cents: int, harmonics: int, rolloff_db: float, *, odd_only: bool = False
) -> NDArray[np.float32]:
    """Return the ink of a steady full-scale tone: float32 ``[bands]``.

    Parameters
    ----------
    cents : int
        Pitch in cents above A4 (440 Hz).
    harmonics : int
        Partials at whole multiples of the pitch, >= 1.
    rolloff_db : float
        Attenuation of the partials in dB per octave.
    odd_only : bool
        Whether the even partials are left out.
    """
    hertz = A4_HZ * 2 ** (cents / 1200)
    mel = np.zeros(params.bands)
    for partial in range(1, harmonics + 1, 2 if odd_only else 1):
        if params.min_hz <= hertz * partial < params.max_hz:
            mel += sine_amplitudes(params, hertz * partial) * 10 ** (-rolloff_db * np.log2(partial) / 20)
    shape = (mel / reference_amplitude(params)) ** params.power
    shape[shape < 0.02] = 0  # 136 dB down
    return shape.astype(np.float32)
