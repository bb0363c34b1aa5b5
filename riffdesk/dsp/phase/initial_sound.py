"""The sound before the first iteration: the present sound, and new ink with its initial phase.

`InitialSound.change` is played until the draft of a stroke is ready: it has no iterations, but includes the gains.
"""

from __future__ import annotations

import threading
from collections.abc import Iterator
from typing import Any

import numpy as np
import torch
from numpy.typing import NDArray
from scipy.ndimage import maximum_filter, minimum_filter

from riffdesk.arrays import Array
from riffdesk.dsp.phase.clicks import NO_CLICK, Clicks
from riffdesk.dsp.phase.initial_phase import FrameTargets, PhaseCarrier
from riffdesk.dsp.phase.spectra import Frames, Spectra, modulus
from riffdesk.progress import check

NOISE_REACH = (2, 4)  # frames and bands around a cell of noise
FLAT = 0.7  # lowest cell relative to the highest in flat ink: 3 dB
_LACKING_RATIO = 4  # a band 12 dB below its target gets new sound; others are amplified
_AS_LOUD = 0.7  # within 3 dB a band counts as equal: a sound matches its own ink no better
_TREBLE_BANDS = 16  # highest bands, whose gain is used above the mel scale


def rows_of(mel: Array, positions: NDArray[np.float64], circular: bool) -> Array:
    """Return mel amplitudes at fractional columns, interpolated linearly.

    Parameters
    ----------
    mel : float32 ``[channels, bands, columns]``
    positions : float64 ``[frames]``
        In columns.
    circular : bool
        Whether the sound is a loop; otherwise the last column is repeated.

    Returns
    -------
    float32 ``[channels, frames, bands]``
    """
    columns = mel.shape[-1]
    lower = np.floor(positions).astype(int)
    part = (positions - lower).astype(np.float32)
    low_columns, high_columns = lower, lower + 1
    if circular:
        low_columns, high_columns = low_columns % columns, high_columns % columns
    rows = mel.transpose(0, 2, 1)[:, np.minimum(low_columns, columns - 1)]
    if part.any():
        rows = rows + (mel.transpose(0, 2, 1)[:, np.minimum(high_columns, columns - 1)] - rows) * part[:, None]
    return np.ascontiguousarray(rows)


def _flat(mel: Array) -> NDArray[np.bool_]:
    """Return the cells around which the ink is flat over a window and some bands: bool ``[frames, bands]``."""
    around = tuple(2 * reach + 1 for reach in NOISE_REACH)
    lowest, highest = minimum_filter(mel, around, mode="nearest"), maximum_filter(mel, around, mode="nearest")
    return np.asarray((lowest > FLAT * highest) & (mel > 0))


class InitialSound:
    """Computes the sound before the first iteration.

    Parameters
    ----------
    positions : float64 ``[frames]``
        Centres of the frames, in columns.
    mel : tensor ``[channels, frames, bands]``
        Target mel amplitudes.
    present : tensor ``[channels, samples]``
        The present sound.
    clicks : int8 ``[channels, bands, columns]``, optional
        From `riffdesk.dsp.phase.clicks.with_clicks`.
    """

    def __init__(
        self,
        spectra: Spectra,
        frames: Frames,
        positions: NDArray[np.float64],
        mel: torch.Tensor,
        present: torch.Tensor,
        clicks: Clicks | None,
        cancel: threading.Event | None,
    ) -> None:
        self._spectra, self._frames, self._positions, self._cancel = spectra, frames, positions, cancel
        self._mel, self._present = mel, present
        self._sounding = bool(present.any())
        self._clicks = clicks

    def sound(self, seed: int) -> tuple[torch.Tensor, Array]:
        """Return the sound, and a gain for frequencies above the mel bands: ``[channels, frames]``."""
        detune = (
            self._detune(seed) if self._frames.circular else np.zeros((len(self._present), self._spectra.grid.bins))
        )
        carriers = self._carriers(seed, detune)
        synthesis = self._frames.synthesis(len(self._present))
        treble = np.ones(self._mel.shape[:2], np.float32)
        for part, spectra, mel in self._parts():
            treble[:, part] = self._treble(mel, self._mel[:, part])
            synthesis.add(part, self._initial_spectra(part, spectra, mel, carriers))
        return synthesis.sound(), treble

    def change(self, seed: int, near: tuple[float, float]) -> torch.Tensor:
        """Return the change to add to the present sound: ``[channels, samples]``.

        New ink has its initial phase, and present sound a gain to its new level.

        Parameters
        ----------
        seed : int
        near : (start, stop)
            Columns beyond which there is no new ink.
        """
        carriers = self._carriers(seed, np.zeros((len(self._present), self._spectra.grid.bins)))
        synthesis = self._frames.synthesis(len(self._present))
        first, last = np.searchsorted(self._positions, near).tolist()
        for part, spectra, mel in self._parts():
            target, floor = self._mel[:, part], self._spectra.floor
            gain = self._spectra.over_bins(((target + floor) / (mel + floor)).clamp_(max=_LACKING_RATIO))
            changed = gain * spectra
            run = slice(max(first, part.start), min(last, part.stop))
            if run.start < run.stop:
                inside = slice(run.start - part.start, run.stop - part.start)
                present = spectra[:, inside]
                initial = self._initial_spectra(run, present, mel[:, inside], carriers)
                changed[:, inside] = torch.where(initial == present, changed[:, inside], initial)
            synthesis.add(part, changed - spectra)
        return synthesis.sound()

    def _parts(self) -> Iterator[tuple[slice, torch.Tensor, torch.Tensor]]:
        """Yield runs of frames with the spectra and the mel amplitudes of the present sound."""
        if self._sounding:
            for part, spectra in self._frames.analysis(self._present):
                yield part, spectra, self._spectra.mel(modulus(spectra))
            return
        for part in self._frames.parts():
            shape = len(self._present), part.stop - part.start, self._spectra.grid.bins
            spectra = torch.zeros(shape, dtype=torch.complex64, device=self._present.device)
            yield part, spectra, torch.zeros_like(self._mel[:, part])

    def _initial_spectra(
        self,
        part: slice,
        present_spectra: torch.Tensor,
        present_mel: torch.Tensor,
        carriers: list[Any],
        steps: float = 1,
    ) -> torch.Tensor:
        """Return the initial spectra of a run of frames, some steps after the run before it."""
        check(self._cancel)
        lacking = self._mel[:, part] > _LACKING_RATIO * (present_mel + self._spectra.floor)
        if not lacking.any():
            for carrier, channel_spectra in zip(carriers, self._given(present_spectra), strict=True):
                carrier.continue_from(channel_spectra)
            return present_spectra
        count = self._mel.shape[1]
        around = np.arange(part.start - 1, part.stop + 1)
        around = around % count if self._frames.circular else np.clip(around, 0, count - 1)
        magnitude = self._spectra.magnitudes(self._mel[:, torch.from_numpy(around).to(self._mel.device)])
        return self._new_spectra(part, magnitude, present_spectra, lacking, carriers, steps)

    def _carriers(self, seed: int, detune: NDArray[np.float64]) -> list[Any]:
        """Return a carrier of phases for each channel."""
        return [PhaseCarrier(self._spectra.grid, seed, bin_detune) for bin_detune in detune]

    def _given(self, spectra: torch.Tensor) -> Any:
        """Return spectra as the carriers take them."""
        return spectra.numpy()

    def _new_spectra(
        self,
        part: slice,
        magnitude: torch.Tensor,
        present_spectra: torch.Tensor,
        lacking: torch.Tensor,
        carriers: list[Any],
        steps: float,
    ) -> torch.Tensor:
        """Return the initial spectra of a run of frames, whose targets are magnitudes, where mel bands are lacking."""
        magnitudes, spectra, lacking_bins = (
            magnitude.numpy(),
            present_spectra.numpy(),
            lacking.numpy()[..., self._spectra.band],
        )
        initial = [
            carrier.spectra(
                FrameTargets(
                    magnitudes[channel],
                    spectra[channel],
                    lacking_bins[channel],
                    self._noisy(channel, part),
                    self._click(channel, part),
                    steps,
                )
            )
            for channel, carrier in enumerate(carriers)
        ]
        return torch.from_numpy(np.stack(initial))

    def _noisy(self, channel: int, part: slice) -> NDArray[np.bool_] | None:
        """Return the bins that are noise, ``[frames, bins]``; None if there are none."""
        first = max(0, part.start - NOISE_REACH[0])
        around = self._mel[channel, first : part.stop + NOISE_REACH[0]].numpy()
        noise = _flat(around)[part.start - first :][: part.stop - part.start]
        return noise[:, self._spectra.band] if noise.any() else None

    def _click(self, channel: int, part: slice) -> Array | None:
        """Return the distance to each bin's click, ``[frames, bins]`` in columns; None if there are no clicks."""
        if self._clicks is None:
            return None
        places, count = self._positions[part], self._clicks.shape[-1]
        nearest = places.round().astype(int)
        clicks = self._clicks[channel][:, nearest % count if self._frames.circular else np.minimum(nearest, count - 1)]
        if (clicks == NO_CLICK).all():
            return None
        distance = np.where(clicks == NO_CLICK, np.float32(np.nan), clicks) + (nearest - places).astype(np.float32)
        return np.asarray(distance.T[:, self._spectra.band], np.float32)

    def _treble(self, present: torch.Tensor, mel: torch.Tensor) -> Array:
        """Return the gain of frequencies above the mel bands, that of the highest bands: 0 to 1."""
        if not self._sounding:
            return np.ones(mel.shape[:2], np.float32)
        before = present[..., -_TREBLE_BANDS:].mean(-1) + self._spectra.floor
        kept = (mel[..., -_TREBLE_BANDS:].mean(-1) + self._spectra.floor) / before
        kept *= mel.any(-1)
        kept[kept > _AS_LOUD] = 1
        return np.asarray(kept.cpu().numpy(), np.float32)

    def _detune(self, seed: int) -> NDArray[np.float64]:
        """Return the radians to add to each bin's phase in a step, so that the last frame of a loop leads to the first.

        A first pass finds the phase error at the seam; spread over all of the loop, it is a fraction of a cent.
        """
        carriers = self._carriers(seed, np.zeros((len(self._present), self._spectra.grid.bins)))
        first = None
        for part, spectra, mel in self._parts():
            initial = self._initial_spectra(part, spectra, mel, carriers)
            first = (initial[:, :1], spectra[:, :1], mel[:, :1]) if first is None else first
        if first is None:
            return np.zeros((len(self._present), self._spectra.grid.bins))
        frames = self._frames
        # The last frame is nearer to the first if the columns are no multiple of the step.
        steps_left = (frames.samples - frames.centres[-1]) / frames.grid.step
        initial_again = self._initial_spectra(slice(0, 1), first[1], first[2], carriers, steps_left)
        phase_error = torch.angle(first[0] * initial_again.conj())[:, 0]
        return np.asarray(phase_error.cpu().numpy(), np.float64) * (frames.grid.step / frames.samples)
