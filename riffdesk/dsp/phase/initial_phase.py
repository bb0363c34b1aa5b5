"""The phase that new ink begins with, from its magnitudes alone and the sound that is there.

Between columns, every peak carries its phase forward by its own frequency (single-pass spectrogram
inversion, Beauregard, Harish & Wyse 2015). Between bins, the phase around a peak turns as the
magnitudes grow or fall in time, and in glides the frequency differs from column to column as the
magnitudes' slope along frequency does (phase gradient heap integration, Průša, Balazs & Søndergaard
2017). Ink that is flat in both directions, as a brush leaves it, is noise and gets a random phase; a
click's phase is exactly known.

A steady tone starts within a few tenths of a cent, where a random phase leaves it up to 20 cents off
after many iterations. All of it is a few numpy lines a column.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from riffdesk.dsp.phase.grid import Grid

Floats = NDArray[np.float32] | NDArray[np.float64]

_LOBE = 4  # bins on each side of a tone's peak: half the Hann window's main lobe, padded twice
_APART = 2  # bins; peaks nearer to each other are ripple
_HANN_SPREAD = 0.25645  # the Gaussian nearest to a Hann window of n samples has gamma = 0.25645 n² (Průša 2017)
_MARGIN = 16  # bins beside those that something is missing from, whose peaks have a say
_CARRIES_ON = 0.25  # a bin within 12 dB of what is wanted keeps its phase even there


@dataclass(frozen=True, eq=False)
class Wanted:
    """A run of frames to find phases for.

    Parameters
    ----------
    magnitude : float32 ``[frames + 2, bins]``
        The run with the frame before it and the frame after it.
    there : complex64 ``[frames, bins]``
        Spectra of the sound that is there.
    lacking : bool ``[frames, bins]``
        Where its mel bands want much more than there is.
    noise : bool ``[frames, bins]``, optional
        Where it is noise.
    click : float32 ``[frames, bins]``, optional
        Columns from the frame to the click that it shows; NaN where it shows none.
    steps : float
        From the frame before the run to its first.
    """

    magnitude: Floats
    there: NDArray[np.complex64]
    lacking: NDArray[np.bool_]
    noise: NDArray[np.bool_] | None
    click: NDArray[np.float32] | None
    steps: float = 1

    def part(self, frames: slice, bins: slice) -> Wanted:
        """Return some of the frames and bins."""
        return Wanted(
            self.magnitude[frames.start : frames.stop + 2, bins],
            self.there[frames, bins],
            self.lacking[frames, bins],
            None if self.noise is None else self.noise[frames, bins],
            None if self.click is None else self.click[frames, bins],
            1 if frames.start else self.steps,
        )


class PhaseCarrier:
    """Carries phases through a sound, run after run.

    Parameters
    ----------
    grid : Grid
    seed : int
        Of the noise's phases.
    detune : float64 ``[bins]``
        Radians to add to each bin's phase in every step.
    """

    def __init__(self, grid: Grid, seed: int, detune: Floats) -> None:
        self._grid = grid
        self._bins = np.arange(grid.bins)
        self._detune = detune
        self._random = np.random.default_rng(seed)
        self._phase = 2 * np.pi * self._random.random(grid.bins)
        self._begun = False
        self._slope: Floats = np.zeros(grid.bins)
        # Frames are counted from their start, phases from their centre.
        self._centre = np.exp(-2j * np.pi * self._bins * (grid.window // 2) / grid.n_fft).astype(np.complex64)

    def spectra(self, wanted: Wanted) -> NDArray[np.complex64]:
        """Return spectra with the wanted magnitudes: complex64 ``[frames, bins]``.

        Where the sound that is there comes near, it keeps its phase, and its own magnitude too: what
        is to change about it is left to the first step.
        """
        magnitude = wanted.magnitude[1:-1]
        missing = wanted.lacking & (np.abs(wanted.there) <= _CARRIES_ON * magnitude)
        kept = ~missing
        frames = np.flatnonzero(missing.any(axis=1))
        spectra = wanted.there.copy()
        if len(frames):
            # The frame before the first that something is missing from lends it its phase.
            run = slice(max(0, int(frames[0]) - 1), int(frames[-1]) + 1)
            places = np.flatnonzero(missing.any(axis=0))
            bins = slice(max(0, int(places[0]) - _MARGIN), int(places[-1]) + 1 + _MARGIN)
            angles = np.angle(wanted.there[run, bins] * self._centre[bins].conj())
            phases = self._phases(wanted.part(run, bins), kept[run, bins], angles, bins)
            fresh = magnitude[run, bins] * _turned(phases) * self._centre[bins]
            np.copyto(spectra[run, bins], fresh, where=~kept[run, bins])
        if not len(frames) or run.stop < len(kept):
            self.follow(wanted.there)
        return spectra

    def follow(self, there: NDArray[np.complex64]) -> None:
        """Go on from a run of frames, ``[frames, bins]``, that keep their phases."""
        self._phase = np.angle(there[-1] * self._centre.conj())
        self._slope = np.zeros_like(self._slope)
        self._begun = True

    def _phases(self, wanted: Wanted, kept: NDArray[np.bool_], angles: Floats, bins: slice) -> Floats:
        grid, magnitude = self._grid, wanted.magnitude[1:-1]
        phase, slope, detune, every_bin = self._phase[bins], self._slope[bins], self._detune[bins], self._bins[bins]
        lobes = _Lobes(magnitude)
        log = np.log(wanted.magnitude + 1e-5 * magnitude.max(initial=0) + 1e-30)
        spread = _HANN_SPREAD * grid.window**2
        # d phase / d frequency = -spread / 2 pi * d log / d time, summed up from 0 Hz, in radians.
        growth = (log[2:] - log[:-2]) * (-spread / (2 * grid.step * grid.n_fft))
        across = np.cumsum(growth, axis=1) - growth / 2
        # d phase / d time has the slope spread⁻¹ 2 pi d log / d frequency, in radians a step.
        slopes = np.zeros_like(magnitude)
        slopes[:, 1:-1] = (log[1:-1, 2:] - log[1:-1, :-2]) * (grid.step * grid.n_fft / (2 * spread))
        turn = 2 * np.pi * grid.step / grid.n_fft
        clicks = wanted.click
        phases = np.empty(magnitude.shape, np.float32)
        for frame in range(len(magnitude)):
            peaks, owner, frequency = lobes.of(frame)
            if len(peaks):
                glide = (slope[peaks] - slopes[frame, peaks]) / 2
                carried = phase[peaks] - across[frame, peaks]
                if self._begun:
                    steps = wanted.steps if frame == 0 else 1
                    carried += steps * (turn * (every_bin[0] + frequency) + detune[peaks] + glide)
                phase = (carried[owner] + across[frame]) % (2 * np.pi)
            if wanted.noise is not None:
                random = 2 * np.pi * self._random.random(len(every_bin))
                phase = np.where(wanted.noise[frame], random, phase)
            if clicks is not None:
                known = -2 * np.pi * every_bin * clicks[frame] * grid.column / grid.n_fft
                phase = np.where(np.isnan(known), phase, known)
            phase = np.where(kept[frame], angles[frame], phase)
            slope, self._begun = slopes[frame], True
            phases[frame] = phase
        self._phase[bins], self._slope[bins] = phase, slope
        return phases


def _turned(phases: Floats) -> NDArray[np.complex64]:
    """Return complex numbers of modulus 1."""
    turned = np.empty(phases.shape, np.complex64)
    np.cos(phases, out=turned.real)
    np.sin(phases, out=turned.imag)
    return turned


class _Lobes:
    """The peaks of each frame, which bins follow which peak, and the peaks' frequencies."""

    def __init__(self, magnitude: Floats) -> None:
        self._bins = np.arange(magnitude.shape[1])
        around = np.pad(magnitude, ((0, 0), (_APART, _APART)))
        highest = magnitude.copy()
        for shift in range(2 * _APART + 1):
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
        reach = np.minimum(_LOBE, np.minimum(peaks - first, last - 1 - peaks))
        low, high = peaks - reach, peaks + reach + 1
        power, moment = self._power[frame], self._moment[frame]
        lobe = power[high] - power[low]
        # Beside what is 100 dB louder the difference has no digits left: there the highest bin has to do.
        told = lobe > 1e-10 * power[high]
        frequency = np.divide(moment[high] - moment[low], lobe, out=peaks.astype(np.float64), where=told)
        return peaks, owner, frequency
