"""The initial phase of new ink on a graphics card: that of `initial_phase`, all frames of a run at once.

From one frame to the next, each bin takes the phase that the bin of its peak had, and an angle is added. Two such steps
in a row are again a step of this kind, so a run of frames is put together in pairs, then in fours, and so on: a scan
of a dozen rounds in place of thousands of frames one after another. No sum depends on the order in which a card works.
"""

from __future__ import annotations

import numpy as np
import torch
from numpy.typing import NDArray
from torch.nn import functional

from riffdesk.dsp.phase.grid import Grid
from riffdesk.dsp.phase.initial_phase import HANN_SPREAD, KEPT_LEVEL, LOBE, MARGIN, MIN_PEAK_DISTANCE, FrameTargets
from riffdesk.dsp.phase.spectra import modulus

_TURN = 2 * np.pi
_LEAST, _STEEPEST = 1e-30, 1e9  # magnitude, and bin relative to a peak, whose squares single precision can hold


TensorTargets = FrameTargets[torch.Tensor]


class ParallelCarrier:
    """`riffdesk.dsp.phase.initial_phase.PhaseCarrier` for tensors, with the same parameters."""

    def __init__(self, grid: Grid, seed: int, detune: NDArray[np.float64], device: str) -> None:
        self._grid, self._device = grid, device
        self._random = np.random.default_rng(seed)
        self._phase = self._sent(_TURN * self._random.random(grid.bins))
        self._has_phase = False
        self._slope = torch.zeros(grid.bins, device=device)
        bins = np.arange(grid.bins)
        # Radians of one step, without whole turns: single precision is enough then.
        self._advance = self._sent((_TURN * grid.step / grid.n_fft * bins + detune) % _TURN)
        self._exact_advance = _TURN * grid.step / grid.n_fft * bins + detune
        centre = np.exp(-1j * _TURN * bins * (grid.window // 2) / grid.n_fft).astype(np.complex64)
        self._centre = torch.from_numpy(centre).to(device)

    def spectra(self, targets: TensorTargets) -> torch.Tensor:
        """Return spectra for the first iteration: complex64 ``[frames, bins]``."""
        magnitude, present = targets.magnitude[1:-1], targets.present
        missing = targets.lacking & (modulus(present) <= KEPT_LEVEL * magnitude)
        frames, missing_bins = _extent(missing.any(1)), _extent(missing.any(0))
        spectra = present
        if frames is not None and missing_bins is not None:
            # The run begins a frame earlier, whose phase is continued.
            run = slice(max(0, frames.start - 1), frames.stop)
            bins = slice(max(0, missing_bins.start - MARGIN), missing_bins.stop + MARGIN)
            phases = self._phases(targets.part(run, bins), ~missing[run, bins], bins)
            new_spectra = torch.polar(magnitude[run, bins].contiguous(), phases) * self._centre[bins]
            spectra = present.clone()
            spectra[run, bins] = torch.where(missing[run, bins], new_spectra, present[run, bins])
        if frames is None or frames.stop < len(present):
            self.continue_from(present)
        return spectra

    def continue_from(self, spectra: torch.Tensor) -> None:
        """Continue after a run of frames, ``[frames, bins]``, that keep their phases."""
        self._phase = torch.angle(spectra[-1] * self._centre.conj())
        self._slope = torch.zeros_like(self._slope)
        self._has_phase = True

    def _phases(self, targets: TensorTargets, kept: torch.Tensor, bins: slice) -> torch.Tensor:
        """Return the phases of a run: ``[frames, bins]``."""
        sources, angles, slopes = self._steps(targets, bins)
        silent = sources.shape[1]  # a bin beyond the last, whose phase stays 0
        fixed = torch.angle(targets.present * self._centre[bins].conj())
        is_fixed = kept
        if targets.click is not None:
            is_click = ~targets.click.isnan()
            radians = torch.arange(silent, device=self._device).double() + bins.start
            radians *= -_TURN * self._grid.column / self._grid.n_fft
            click_phase = (radians * targets.click).remainder(_TURN).float()
            fixed, is_fixed = torch.where(is_fixed, fixed, click_phase), is_fixed | is_click
        if targets.noise is not None:
            noisy = self._noise(targets.noise)
            fixed, is_fixed = torch.where(is_fixed, fixed, noisy), is_fixed | targets.noise
        # With the silent bin, in place and without a second name, to save memory.
        sources = functional.pad(sources.masked_fill_(is_fixed, silent), (0, 1), value=silent)
        angles = functional.pad(torch.where(is_fixed, fixed, angles), (0, 1))
        del fixed, is_fixed
        phases = _composed(sources, angles, functional.pad(self._phase[bins], (0, 1)))
        self._phase[bins], self._slope[bins], self._has_phase = phases[-1], slopes[-1], True
        return phases

    def _steps(self, targets: TensorTargets, bins: slice) -> tuple[torch.Tensor, torch.Tensor, torch.Tensor]:
        """Return the bin that each bin's phase comes from, the angle added to it, and the slopes of glides."""
        grid, magnitude = self._grid, targets.magnitude[1:-1]
        log = torch.log(targets.magnitude + (1e-5 * magnitude.max() + 1e-30))
        spread = HANN_SPREAD * grid.window**2
        growth = (log[2:] - log[:-2]) * (-spread / (2 * grid.step * grid.n_fft))
        across = _running_sum(growth) - growth / 2
        slopes = torch.zeros_like(magnitude)
        slopes[:, 1:-1] = (log[1:-1, 2:] - log[1:-1, :-2]) * (grid.step * grid.n_fft / (2 * spread))
        del log, growth
        lobes = _Lobes(magnitude)
        glide = (torch.cat([self._slope[bins][None], slopes[:-1]]) - slopes) / 2
        fraction = lobes.fraction(magnitude) * (_TURN * grid.step / grid.n_fft)
        advance = self._advance[bins] + fraction + glide
        if not self._has_phase:
            advance[0] = 0
        elif targets.steps != 1:
            whole = self._sent((targets.steps * self._exact_advance[bins]) % _TURN)
            advance[0] = whole + targets.steps * (fraction[0] + glide[0])
        angles = (advance - across).gather(1, lobes.owner) + across
        has_peaks = lobes.is_peak.any(1, keepdim=True)
        every_bin = torch.arange(magnitude.shape[1], device=self._device)
        return torch.where(has_peaks, lobes.owner, every_bin), angles.masked_fill_(~has_peaks, 0), slopes

    def _noise(self, noise: torch.Tensor) -> torch.Tensor:
        """Return random phases for the frames that have noise, drawn on the processor: ``[frames, bins]``."""
        frames = noise.any(1).nonzero().flatten()
        phases = torch.zeros(noise.shape, device=self._device)
        phases[frames] = self._sent(_TURN * self._random.random((len(frames), noise.shape[1]), np.float32))
        return phases

    def _sent(self, values: NDArray[np.floating]) -> torch.Tensor:
        return torch.from_numpy(values.astype(np.float32)).to(self._device)


class _Lobes:
    """The peaks of all frames, the peak of each bin, and how far each peak's frequency is from its bin."""

    def __init__(self, magnitude: torch.Tensor) -> None:
        size = magnitude.shape[1]
        width = 2 * MIN_PEAK_DISTANCE + 1
        highest = functional.max_pool1d(magnitude[None], width, 1, MIN_PEAK_DISTANCE)[0]
        self.is_peak = (magnitude == highest) & (magnitude > 0)
        self.is_peak[:, [0, -1]] = False
        bins, far = torch.arange(size, dtype=torch.int32, device=magnitude.device), 4 * size
        before = torch.where(self.is_peak, bins, -far).cummax(1).values
        after = torch.where(self.is_peak, bins, far).flip(1).cummin(1).values.flip(1)
        self.owner = torch.where(2 * bins >= before + after, after, before).clamp_(0, size - 1).long()
        # At a peak, the lobe reaches to the valleys half-way to its neighbours.
        previous = functional.pad(before[:, :-1], (1, 0), value=-far)
        following = functional.pad(after[:, 1:], (0, 1), value=far)
        first = torch.div(previous + bins + 1, 2, rounding_mode="floor").clamp_(min=0)
        last = torch.div(bins + following + 1, 2, rounding_mode="floor").clamp_(max=size)
        self._reach = torch.minimum(bins - first, last - 1 - bins)

    def fraction(self, magnitude: torch.Tensor) -> torch.Tensor:
        """Return the centre of power over each peak's lobe, in bins from the peak: ``[frames, bins]``."""
        size = magnitude.shape[1]
        beside, floored = functional.pad(magnitude, (LOBE, LOBE)), magnitude.clamp(min=_LEAST)
        power, moment = torch.ones_like(magnitude), torch.zeros_like(magnitude)
        for distance in range(1, LOBE + 1):
            outside = self._reach < distance
            above, below = (
                (beside[:, start : start + size] / floored).clamp_(max=_STEEPEST).square_().masked_fill_(outside, 0)
                for start in (LOBE + distance, LOBE - distance)
            )
            power += above + below
            moment += distance * (above - below)
        return moment / power


def _composed(sources: torch.Tensor, angles: torch.Tensor, start: torch.Tensor) -> torch.Tensor:
    """Return the phases of all frames from those before the first one.

    Parameters
    ----------
    sources : int64 ``[frames, bins + 1]``
        The bin of the frame before whose phase each bin takes; ``bins`` for those that take none. Overwritten.
    angles : float32 ``[frames, bins + 1]``
        What is added to it; the last is 0. Overwritten.
    start : float32 ``[bins + 1]``
        Phases before the first frame; the last is 0.

    Returns
    -------
    float32 ``[frames, bins]``
    """
    distance = 1
    while distance < len(sources):
        later = sources[distance:]
        # Both are gathered before they are overwritten.
        angles[distance:] = angles[:-distance].gather(1, later).add_(angles[distance:]).remainder_(_TURN)
        sources[distance:] = sources[:-distance].gather(1, later)
        distance *= 2
    return (angles + start[sources])[:, :-1].remainder(_TURN)


def _running_sum(values: torch.Tensor) -> torch.Tensor:
    """Return the cumulative sum over bins; of a single row a card would round it differently each time."""
    if len(values) > 1:
        return values.cumsum(1)
    return values.expand(2, -1).cumsum(1)[:1]


def _extent(present: torch.Tensor) -> slice | None:
    """Return the range from the first True to the last, None if there is none."""
    places = present.nonzero().flatten()
    if not len(places):
        return None
    first, last = torch.stack([places[0], places[-1]]).tolist()
    return slice(first, last + 1)
