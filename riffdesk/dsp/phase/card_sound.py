"""The sound before the first iteration on a graphics card: `clicks` and `initial_sound` without numpy.

The numbers are the processor's but for rounding, and but for the phases of noise, which are drawn in another order.
"""

from __future__ import annotations

from typing import Any

import numpy as np
import torch
from numpy.typing import NDArray
from torch.nn import functional

from riffdesk.dsp.mel import LOUDEST_INK
from riffdesk.dsp.params import SpectrogramParams, reference_amplitude
from riffdesk.dsp.phase.clicks import ISOLATION, NO_CLICK, click_distances, click_shape
from riffdesk.dsp.phase.initial_phase import FrameTargets
from riffdesk.dsp.phase.initial_sound import FLAT, NOISE_REACH, InitialSound
from riffdesk.dsp.phase.parallel_phase import ParallelCarrier


def mel_from_ink(ink: torch.Tensor, params: SpectrogramParams) -> torch.Tensor:
    """Return what `riffdesk.dsp.mel.mel_from_ink` returns, as a tensor."""
    clipped = ink.nan_to_num(nan=0.0, posinf=LOUDEST_INK).clamp_(0, LOUDEST_INK)
    return clipped.pow_(1 / params.power).mul_(reference_amplitude(params))


def with_clicks(mel: torch.Tensor, params: SpectrogramParams, circular: bool) -> tuple[torch.Tensor, Any]:
    """Return what `riffdesk.dsp.phase.clicks.with_clicks` returns, as tensors."""
    beside = torch.maximum(_moved(mel, 1, circular), _moved(mel, -1, circular))
    isolated = mel > ISOLATION * beside
    if not isolated.any():
        return mel, None
    loud = mel * isolated
    del beside, isolated
    widened, clicks = mel.clone(), torch.full_like(mel, NO_CLICK, dtype=torch.int8)
    for distance in click_distances(params):
        shaped = _moved(loud, distance, circular) * click_shape(params, distance)
        louder = shaped > widened if distance else shaped > 0
        widened = torch.where(louder, shaped, widened)
        clicks.masked_fill_(louder, -distance)
    return widened, clicks


def rows_of(mel: torch.Tensor, positions: NDArray[np.float64], circular: bool) -> torch.Tensor:
    """Return what `riffdesk.dsp.phase.initial_sound.rows_of` returns, as a tensor."""
    columns = mel.shape[-1]
    lower = np.floor(positions).astype(int)
    part = (positions - lower).astype(np.float32)

    def at(places: NDArray[np.int_]) -> torch.Tensor:
        places = np.minimum(places % columns if circular else places, columns - 1)
        return mel.index_select(2, torch.from_numpy(places).to(mel.device)).mT

    rows = at(lower)
    if part.any():
        rows = rows + (at(lower + 1) - rows) * torch.from_numpy(part).to(mel.device)[:, None]
    return rows.contiguous()


class CardInitialSound(InitialSound):
    """`riffdesk.dsp.phase.initial_sound.InitialSound` for a card, whose clicks are a tensor."""

    def _carriers(self, seed: int, detune: NDArray[np.float64]) -> list[Any]:
        return [ParallelCarrier(self._spectra.grid, seed, one, self._spectra.device) for one in detune]

    def _given(self, spectra: torch.Tensor) -> Any:
        return spectra

    def _new_spectra(
        self,
        part: slice,
        magnitude: torch.Tensor,
        present_spectra: torch.Tensor,
        lacking: torch.Tensor,
        carriers: list[Any],
        steps: float,
    ) -> torch.Tensor:
        lacking = lacking.index_select(-1, self._spectra.band_of_bin)
        initial = torch.empty_like(present_spectra)
        for channel, carrier in enumerate(carriers):
            noise, click = self._noise_of(channel, part), self._click_of(channel, part)
            targets = FrameTargets(magnitude[channel], present_spectra[channel], lacking[channel], noise, click, steps)
            initial[channel] = carrier.spectra(targets)
        return initial

    def _noise_of(self, channel: int, part: slice) -> torch.Tensor | None:
        """Return the bins that are noise, ``[frames, bins]``; None if there are none."""
        first = max(0, part.start - NOISE_REACH[0])
        mel = self._mel[channel, first : part.stop + NOISE_REACH[0]]
        noise = flat(mel)[part.start - first :][: part.stop - part.start]
        return noise.index_select(1, self._spectra.band_of_bin) if noise.any() else None

    def _click_of(self, channel: int, part: slice) -> torch.Tensor | None:
        """Return the distance to each bin's click, ``[frames, bins]`` in columns; None if there are no clicks."""
        every: Any = self._clicks
        if every is None:
            return None
        places, count = self._positions[part], every.shape[-1]
        nearest = places.round().astype(int)
        columns = nearest % count if self._frames.circular else np.minimum(nearest, count - 1)
        clicks = every[channel].index_select(1, torch.from_numpy(columns).to(every.device))
        none = clicks == NO_CLICK
        if none.all():
            return None
        aside = torch.from_numpy((nearest - places).astype(np.float32)).to(every.device)
        distance: torch.Tensor = clicks.float().masked_fill_(none, torch.nan) + aside
        return distance.T.index_select(1, self._spectra.band_of_bin)


def flat(mel: torch.Tensor) -> torch.Tensor:
    """Return the cells around which the ink is flat over a window and some bands: bool ``[frames, bands]``."""

    def highest(values: torch.Tensor) -> torch.Tensor:
        return functional.max_pool2d(values[None], [2 * reach + 1 for reach in NOISE_REACH], 1, list(NOISE_REACH))[0]

    return (-highest(-mel) > FLAT * highest(mel)) & (mel > 0)


def _moved(mel: torch.Tensor, columns: int, circular: bool) -> torch.Tensor:
    """Return cells moved to later columns; those that come from nowhere are 0."""
    if circular:
        return mel.roll(columns, -1)
    if abs(columns) >= mel.shape[-1]:
        return torch.zeros_like(mel)
    return functional.pad(mel, (columns, -columns))
