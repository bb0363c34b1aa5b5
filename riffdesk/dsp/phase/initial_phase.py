"""The initial phase of new ink, from its magnitudes and the present sound.

Between columns, the phase of every peak advances by its frequency (single-pass spectrogram
inversion, Beauregard, Harish & Wyse 2015). Between bins, the phase around a peak turns as the
magnitudes grow or fall in time, and in glides the frequency differs from column to column as the
magnitudes' slope along frequency does (phase gradient heap integration, Průša, Balazs & Søndergaard
2017). Ink that is flat in both directions, as from a brush, is noise and gets a random phase; the phase of a click is
known exactly.

A steady tone starts within a few tenths of a cent, where a random phase leaves it up to 20 cents off
after many iterations. All of it is a few numpy lines a column.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Generic, TypeVar

import numpy as np
from numpy.typing import NDArray

from riffdesk.dsp.phase.grid import Grid

if TYPE_CHECKING:
    import torch

Floats = NDArray[np.float32] | NDArray[np.float64]
Values = TypeVar("Values", NDArray[Any], "torch.Tensor")
"""Arrays of numpy, or tensors of one device."""

LOBE = 4  # bins on each side of a tone's peak: half the Hann window's main lobe, padded twice
MIN_PEAK_DISTANCE = 2  # bins; peaks nearer to each other are ripple
HANN_SPREAD = 0.25645  # the Gaussian nearest to a Hann window of n samples has gamma = 0.25645 n² (Průša 2017)
MARGIN = 16  # bins beside the missing ones whose peaks are used
KEPT_LEVEL = 0.25  # a bin within 12 dB of its target keeps its phase


@dataclass(frozen=True, eq=False)
class FrameTargets(Generic[Values]):
    """Target magnitudes and present spectra of a run of frames.

    Parameters
    ----------
    magnitude : float32 ``[frames + 2, bins]``
        Targets of the run, of the frame before it and of the frame after it.
    present : complex64 ``[frames, bins]``
        Spectra of the present sound.
    lacking : bool ``[frames, bins]``
        Bins whose mel band is far below its target.
    noise : bool ``[frames, bins]``, optional
        Bins of noise.
    click : float32 ``[frames, bins]``, optional
        Columns from the frame to the bin's click; NaN for bins without one.
    steps : float
        Distance, in steps, from the frame before the run to its first.
    """

    magnitude: Values
    present: Values
    lacking: Values
    noise: Values | None
    click: Values | None
    steps: float = 1

    def part(self, frames: slice, bins: slice) -> FrameTargets[Values]:
        """Return some of the frames and bins."""
        return FrameTargets(
            self.magnitude[frames.start : frames.stop + 2, bins],
            self.present[frames, bins],
            self.lacking[frames, bins],
            None if self.noise is None else self.noise[frames, bins],
            None if self.click is None else self.click[frames, bins],
            1 if frames.start else self.steps,
        )


ArrayTargets = FrameTargets[NDArray[Any]]


class PhaseCarrier:
    """Computes phases through a sound, one run of frames after the other.

    Parameters
    ----------
    grid : Grid
    seed : int
        Seed of the phases of noise.
    detune : float64 ``[bins]``
        Radians to add to each bin's phase in every step.
    """

    def __init__(self, grid: Grid, seed: int, detune: Floats) -> None:
        self._grid = grid
        self._bins = np.arange(grid.bins)
        self._detune = detune
        self._random = np.random.default_rng(seed)
        self._phase = 2 * np.pi * self._random.random(grid.bins)
        self._has_phase = False
        self._slope: Floats = np.zeros(grid.bins)
        # FFT phases are relative to the frame's start, those of the carrier to its centre.
        self._centre = np.exp(-2j * np.pi * self._bins * (grid.window // 2) / grid.n_fft).astype(np.complex64)

    def spectra(self, targets: ArrayTargets) -> NDArray[np.complex64]:
        """Return spectra for the first iteration: complex64 ``[frames, bins]``.

        Bins that are near their target keep the present phase and magnitude; others get the target magnitude and a
        new phase.
        """
        magnitude = targets.magnitude[1:-1]
        missing = targets.lacking & (np.abs(targets.present) <= KEPT_LEVEL * magnitude)
        kept = ~missing
        frames = np.flatnonzero(missing.any(axis=1))
        spectra = targets.present.copy()
        if len(frames):
            # The run begins a frame earlier, whose phase is continued.
            run = slice(max(0, int(frames[0]) - 1), int(frames[-1]) + 1)
            missing_bins = np.flatnonzero(missing.any(axis=0))
            bins = slice(max(0, int(missing_bins[0]) - MARGIN), int(missing_bins[-1]) + 1 + MARGIN)
            angles = np.angle(targets.present[run, bins] * self._centre[bins].conj())
            phases = self._phases(targets.part(run, bins), kept[run, bins], angles, bins)
            new_spectra = magnitude[run, bins] * _unit_phasors(phases) * self._centre[bins]
            np.copyto(spectra[run, bins], new_spectra, where=~kept[run, bins])
        if not len(frames) or run.stop < len(kept):
            self.continue_from(targets.present)
        return spectra

    def continue_from(self, spectra: NDArray[np.complex64]) -> None:
        """Continue after a run of frames, ``[frames, bins]``, that keep their phases."""
        self._phase = np.angle(spectra[-1] * self._centre.conj())
        self._slope = np.zeros_like(self._slope)
        self._has_phase = True

    def _phases(self, targets: ArrayTargets, kept: NDArray[np.bool_], angles: Floats, bins: slice) -> Floats:
        grid, magnitude = self._grid, targets.magnitude[1:-1]
        phase, slope, detune, every_bin = self._phase[bins], self._slope[bins], self._detune[bins], self._bins[bins]
        lobes = _Lobes(magnitude)
        log = np.log(targets.magnitude + 1e-5 * magnitude.max(initial=0) + 1e-30)
        spread = HANN_SPREAD * grid.window**2
        # d phase / d frequency = -spread / 2 pi * d log / d time, summed up from 0 Hz, in radians.
        growth = (log[2:] - log[:-2]) * (-spread / (2 * grid.step * grid.n_fft))
        across = np.cumsum(growth, axis=1) - growth / 2
        # d phase / d time has the slope spread⁻¹ 2 pi d log / d frequency, in radians a step.
        slopes = np.zeros_like(magnitude)
        slopes[:, 1:-1] = (log[1:-1, 2:] - log[1:-1, :-2]) * (grid.step * grid.n_fft / (2 * spread))
        radians_per_bin = 2 * np.pi * grid.step / grid.n_fft
        clicks = targets.click
        phases = np.empty(magnitude.shape, np.float32)
        for frame in range(len(magnitude)):
            peaks, owner, frequency = lobes.of(frame)
            if len(peaks):
                glide = (slope[peaks] - slopes[frame, peaks]) / 2
                carried = phase[peaks] - across[frame, peaks]
                if self._has_phase:
                    steps = targets.steps if frame == 0 else 1
                    carried += steps * (radians_per_bin * (every_bin[0] + frequency) + detune[peaks] + glide)
                phase = (carried[owner] + across[frame]) % (2 * np.pi)
            if targets.noise is not None:
                random = 2 * np.pi * self._random.random(len(every_bin))
                phase = np.where(targets.noise[frame], random, phase)
            if clicks is not None:
                click_phase = -2 * np.pi * every_bin * clicks[frame] * grid.column / grid.n_fft
                phase = np.where(np.isnan(click_phase), phase, click_phase)
            phase = np.where(kept[frame], angles[frame], phase)
            slope, self._has_phase = slopes[frame], True
            phases[frame] = phase
        self._phase[bins], self._slope[bins] = phase, slope
        return phases


def _unit_phasors(phases: Floats) -> NDArray[np.complex64]:
    """Return complex numbers of modulus 1 with these phases."""
    phasors = np.empty(phases.shape, np.complex64)
    np.cos(phases, out=phasors.real)
    np.sin(phases, out=phasors.imag)
    return phasors


class _Lobes:
    """The peaks of each frame, the peak of each bin, and the peaks' frequencies."""

    def __init__(self, magnitude: Floats) -> None:
        self._bins = np.arange(magnitude.shape[1])
        around = np.pad(magnitude, ((0, 0), (MIN_PEAK_DISTANCE, MIN_PEAK_DISTANCE)))
        highest = magnitude.copy()
        for shift in range(2 * MIN_PEAK_DISTANCE + 1):
            np.maximum(highest, around[:, shift : shift + magnitude.shape[1]], out=highest)
        self._is_peak = (magnitude == highest) & (magnitude > 0)
        self._is_peak[:, [0, -1]] = False
        power = np.pad(np.square(magnitude, dtype=np.float64), ((0, 0), (1, 0)))
        self._power = np.cumsum(power, axis=1)
        self._moment = np.cumsum(power * (np.arange(power.shape[1]) - 1), axis=1)

    def of(self, frame: int) -> tuple[NDArray[np.int64], NDArray[np.int64], Floats]:
        """Return peaks, each bin's peak, and the peaks' frequencies in bins."""
        peaks = np.flatnonzero(self._is_peak[frame])
        valleys = np.ceil((peaks[:-1] + peaks[1:]) / 2).astype(int)
        owner = np.searchsorted(valleys, self._bins, side="right")
        first = np.concatenate([[0], valleys])[: len(peaks)]
        last = np.concatenate([valleys, [len(self._bins)]])[-len(peaks) :] if len(peaks) else first
        # The centre of power over a whole, symmetric lobe is a tone's frequency to a fraction of a cent.
        reach = np.minimum(LOBE, np.minimum(peaks - first, last - 1 - peaks))
        low, high = peaks - reach, peaks + reach + 1
        power, moment = self._power[frame], self._moment[frame]
        lobe = power[high] - power[low]
        # Beside a peak that is 100 dB louder the difference has no precision: the peak's bin is its frequency then.
        is_exact = lobe > 1e-10 * power[high]
        frequency = np.divide(moment[high] - moment[low], lobe, out=peaks.astype(np.float64), where=is_exact)
        return peaks, owner, frequency
