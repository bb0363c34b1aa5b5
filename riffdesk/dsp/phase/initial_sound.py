"""The sound that the steps begin with: what is there, and new ink with the phase it should have."""

from __future__ import annotations

import threading
from collections.abc import Iterator

import numpy as np
import torch
from numpy.typing import NDArray
from scipy.ndimage import maximum_filter, minimum_filter

from riffdesk.dsp.phase.clicks import NO_CLICK, Clicks
from riffdesk.dsp.phase.initial_phase import PhaseCarrier, Wanted
from riffdesk.dsp.phase.spectra import Frames, Spectra, modulus
from riffdesk.progress import check

Array = NDArray[np.float32]

_REACH = (2, 4)  # frames and bands around a cell of noise
_FLAT = 0.7  # of the highest: 3 dB
_LACKS = 4  # a band that wants 12 dB more than there is gets new sound; less than that is made louder
_AS_LOUD = 0.7  # within 3 dB: what is there matches its own ink no better
_TREBLE_BANDS = 16  # the top of the mel scale speaks for what lies above it


def rows_of(mel: Array, places: NDArray[np.float64], circular: bool) -> Array:
    """Return what is wanted at some places, between columns interpolated.

    Parameters
    ----------
    mel : float32 ``[channels, bands, columns]``
    places : float64 ``[frames]``
        In columns.
    circular : bool
        Whether the first column follows the last one; otherwise that is held.

    Returns
    -------
    float32 ``[channels, frames, bands]``
    """
    columns = mel.shape[-1]
    low = np.floor(places).astype(int)
    part = (places - low).astype(np.float32)
    here, after = low, low + 1
    if circular:
        here, after = here % columns, after % columns
    rows = mel.transpose(0, 2, 1)[:, np.minimum(here, columns - 1)]
    if part.any():
        rows = rows + (mel.transpose(0, 2, 1)[:, np.minimum(after, columns - 1)] - rows) * part[:, None]
    return np.ascontiguousarray(rows)


def _flat(wanted: Array) -> NDArray[np.bool_]:
    """Return which cells are flat over a window's length and some bands: bool ``[frames, bands]``."""
    around = tuple(2 * reach + 1 for reach in _REACH)
    lowest, highest = minimum_filter(wanted, around, mode="nearest"), maximum_filter(wanted, around, mode="nearest")
    return np.asarray((lowest > _FLAT * highest) & (wanted > 0))


class FirstSound:
    """Makes the sound to begin with.

    Parameters
    ----------
    places : float64 ``[frames]``
        Where the frames are, in columns.
    wanted : tensor ``[channels, frames, bands]``
        Mel amplitudes.
    there : tensor ``[channels, samples]``
        What there is.
    clicks : int8 ``[channels, bands, columns]``, optional
        Of `riffdesk.dsp.phase.clicks`.
    """

    def __init__(
        self,
        spectra: Spectra,
        frames: Frames,
        places: NDArray[np.float64],
        wanted: torch.Tensor,
        there: torch.Tensor,
        clicks: Clicks | None,
        cancel: threading.Event | None,
    ) -> None:
        self._spectra, self._frames, self._places, self._cancel = spectra, frames, places, cancel
        self._wanted, self._there = wanted, there
        self._sounding = bool(there.any())
        self._clicks = clicks

    def sound(self, seed: int) -> tuple[torch.Tensor, Array]:
        """Return the sound and, for each frame, a factor for what lies above the bands: ``[channels, frames]``."""
        detune = self._detune(seed) if self._frames.circular else np.zeros((len(self._there), self._spectra.grid.bins))
        carriers = [PhaseCarrier(self._spectra.grid, seed, one) for one in detune]
        synthesis = self._frames.synthesis(len(self._there))
        treble = np.ones(self._wanted.shape[:2], np.float32)
        for part, there, present in self._parts():
            treble[:, part] = self._treble(present, self._wanted[:, part])
            synthesis.add(part, self._begun(part, there, present, carriers))
        return synthesis.sound(), treble

    def _parts(self) -> Iterator[tuple[slice, torch.Tensor, torch.Tensor]]:
        """Yield runs of frames with the spectra and the mel amplitudes of what is there."""
        if self._sounding:
            for part, there in self._frames.analysis(self._there):
                yield part, there, self._spectra.mel(modulus(there))
            return
        for part in self._frames.parts():
            shape = len(self._there), part.stop - part.start, self._spectra.grid.bins
            there = torch.zeros(shape, dtype=torch.complex64, device=self._there.device)
            yield part, there, torch.zeros_like(self._wanted[:, part])

    def _begun(
        self,
        part: slice,
        there: torch.Tensor,
        present: torch.Tensor,
        carriers: list[PhaseCarrier],
        steps: float = 1,
    ) -> torch.Tensor:
        """Return spectra to begin a run of frames with, so many steps after the run before."""
        check(self._cancel)
        lacking = (self._wanted[:, part] > _LACKS * (present + self._spectra.floor)).cpu().numpy()
        if not lacking.any():
            for carrier, one in zip(carriers, there.cpu().numpy(), strict=True):
                carrier.follow(one)
            return there
        lacking = lacking[..., self._spectra.band]
        count = self._wanted.shape[1]
        around = np.arange(part.start - 1, part.stop + 1)
        around = around % count if self._frames.circular else np.clip(around, 0, count - 1)
        magnitude = self._spectra.magnitudes(self._wanted[:, torch.from_numpy(around).to(self._wanted.device)])
        wanted, spectra = magnitude.cpu().numpy(), there.cpu().numpy()
        begun = [
            carrier.spectra(
                Wanted(
                    wanted[channel],
                    spectra[channel],
                    lacking[channel],
                    self._noisy(channel, part),
                    self._click(channel, part),
                    steps,
                )
            )
            for channel, carrier in enumerate(carriers)
        ]
        return torch.from_numpy(np.stack(begun)).to(there.device)

    def _noisy(self, channel: int, part: slice) -> NDArray[np.bool_] | None:
        """Return which bins are noise, ``[frames, bins]``; None if none are."""
        first = max(0, part.start - _REACH[0])
        around = self._wanted[channel, first : part.stop + _REACH[0]].cpu().numpy()
        noise = _flat(around)[part.start - first :][: part.stop - part.start]
        return noise[:, self._spectra.band] if noise.any() else None

    def _click(self, channel: int, part: slice) -> Array | None:
        """Return where each bin's click is, ``[frames, bins]`` in columns; None if there is none."""
        if self._clicks is None:
            return None
        places, count = self._places[part], self._clicks.shape[-1]
        nearest = places.round().astype(int)
        clicks = self._clicks[channel][:, nearest % count if self._frames.circular else np.minimum(nearest, count - 1)]
        if (clicks == NO_CLICK).all():
            return None
        away = np.where(clicks == NO_CLICK, np.float32(np.nan), clicks) + (nearest - places).astype(np.float32)
        return np.asarray(away.T[:, self._spectra.band], np.float32)

    def _treble(self, present: torch.Tensor, wanted: torch.Tensor) -> Array:
        """Return how much of what is above the mel bands stays, as much as of the highest bands: 0 to 1."""
        if not self._sounding:
            return np.ones(wanted.shape[:2], np.float32)
        before = present[..., -_TREBLE_BANDS:].mean(-1) + self._spectra.floor
        kept = (wanted[..., -_TREBLE_BANDS:].mean(-1) + self._spectra.floor) / before
        kept *= wanted.any(-1)
        kept[kept > _AS_LOUD] = 1
        return np.asarray(kept.cpu().numpy(), np.float32)

    def _detune(self, seed: int) -> NDArray[np.float64]:
        """Return how far to turn each bin's phase in a step for the last frame to lead to the first.

        A first round finds by how much the phases miss themselves; spread over the whole round that is
        a fraction of a cent.
        """
        carriers = [PhaseCarrier(self._spectra.grid, seed, np.zeros(self._spectra.grid.bins)) for _ in self._there]
        first = None
        for part, there, present in self._parts():
            begun = self._begun(part, there, present, carriers)
            first = (begun[:, :1], there[:, :1], present[:, :1]) if first is None else first
        if first is None:
            return np.zeros((len(self._there), self._spectra.grid.bins))
        frames = self._frames
        # The last frame is nearer to the first where the columns are no multiple of the step.
        left = (frames.samples - frames.places[-1]) / frames.grid.step
        again = self._begun(slice(0, 1), first[1], first[2], carriers, left)
        missed = torch.angle(first[0] * again.conj())[:, 0]
        return np.asarray(missed.cpu().numpy(), np.float64) * (frames.grid.step / frames.samples)
