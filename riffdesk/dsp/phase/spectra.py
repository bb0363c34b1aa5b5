"""Spectra of a sound on the working grid, and one iteration of the reconstruction.

An iteration takes the spectra of a sound, multiplies every bin by (target mel / present mel), and returns to a sound
by overlap-add. Repeated with momentum it is Griffin and Lim's algorithm (1984; Perraudin et al. 2013) with mel
amplitudes in place of magnitudes: it converges to the spectra of a sound that has the target mel amplitudes. Where
the sound has them already, the factor is 1 and the sound is unchanged.
"""

from __future__ import annotations

import threading
import warnings
from collections.abc import Iterator
from functools import lru_cache

import numpy as np
import torch
from numpy.typing import NDArray
from torch.nn import functional

from riffdesk.dsp.params import SpectrogramParams, mel_weights, reference_amplitude
from riffdesk.dsp.phase.grid import Grid, grid_of
from riffdesk.progress import check

_MAX_GAIN = 1.5  # 3.5 dB in one iteration, as ink that no sound can have would ring otherwise
_FLOOR = 1e-8  # relative to the reference amplitude: 160 dB below a full-scale sine
_MAGNITUDE_ROUNDS = 4  # rounds that turn mel amplitudes into magnitudes
_CACHED_WINDOWS = 20  # frames of sounds up to this number of windows are cached

_FRAMES_ON_PROCESSOR, _FRAMES_ON_CARD = 64, 3072  # at once: they fit a processor's cache; on a card, 61 s


class Spectra:
    """Analysis, synthesis and mel amplitudes on one device.

    Tensors of spectra are ``[channels, frames, bins]``, mel amplitudes ``[channels, frames, bands]``.

    Parameters
    ----------
    device : str
        Torch's name of it.
    for_card : bool, optional
        Whether much is computed at once, as a graphics card is fast; by default if it is one.
    """

    def __init__(self, params: SpectrogramParams, device: str, *, for_card: bool | None = None) -> None:
        self.grid, self.device = grid_of(params), device
        self.for_card = device != "cpu" if for_card is None else for_card
        self.floor = _FLOOR * reference_amplitude(params)
        # Spectra are scaled to the level at the settings' own sample rate.
        self._level = params.hop / self.grid.column
        self._window = torch.hann_window(self.grid.window, device=device)
        self._filters = _mel_weights(params, self.grid, device, sparse=not self.for_card)
        position = np.clip(params.band_of(np.arange(self.grid.bins) * _bin_hz(params, self.grid)), 0, params.bands - 1)
        band = np.minimum(position.astype(np.int32), params.bands - 2)
        self.band_of_bin = torch.from_numpy(band).to(device)
        self._next = self.band_of_bin + 1
        self._above = torch.from_numpy((position - band).astype(np.float32)).to(device)
        self._ones = self.mel(torch.ones(1, 1, self.grid.bins, device=device)).clamp_(min=1e-9)
        # Dabs of one brush have the same length, and have to be rendered fast.
        self._short_frames = lru_cache(maxsize=64)(self._new_frames)

    @property
    def band(self) -> NDArray[np.int32]:
        """The mel band at or below each bin: ``[bins]``."""
        return np.asarray(self.band_of_bin.cpu().numpy())

    def frames(self, samples: int, offset: int, circular: bool) -> Frames:
        """Return the frames over a sound of some length, the first one centred on ``offset``."""
        make = self._short_frames if samples <= _CACHED_WINDOWS * self.grid.window else self._new_frames
        return make(samples, offset, circular)

    def _new_frames(self, samples: int, offset: int, circular: bool) -> Frames:
        return Frames(self, self._window, self._level, samples, offset, circular)

    def mel(self, magnitude: torch.Tensor) -> torch.Tensor:
        """Return the mel amplitudes of magnitudes, never negative."""
        flat = magnitude.reshape(-1, magnitude.shape[-1])
        if self._filters.layout == torch.strided:
            mel = flat @ self._filters.T
        else:
            # Sparse products and `over_bins` are fast on contiguous arrays.
            mel = (self._filters @ flat.T.contiguous()).T.contiguous()
        return mel.reshape(*magnitude.shape[:-1], -1).clamp_(min=0)

    def over_bins(self, factor: torch.Tensor) -> torch.Tensor:
        """Return factors of bands as factors of bins, interpolated."""
        flat = factor.reshape(-1, factor.shape[-1])  # `index_select` is four times as quick on two axes as on three
        interpolated = torch.lerp(flat.index_select(1, self.band_of_bin), flat.index_select(1, self._next), self._above)
        return interpolated.reshape(*factor.shape[:-1], -1)

    def magnitudes(self, mel: torch.Tensor) -> torch.Tensor:
        """Return smooth magnitudes that have these mel amplitudes."""
        magnitude = self.over_bins(mel / self._ones)
        for _ in range(_MAGNITUDE_ROUNDS):
            magnitude *= self.gain(magnitude, mel, max_gain=4)
        return magnitude

    def gain(self, magnitude: torch.Tensor, mel: torch.Tensor, max_gain: float = _MAX_GAIN) -> torch.Tensor:
        """Return the gain that brings magnitudes nearer to mel amplitudes: ``[channels, frames, bins]``."""
        return self.over_bins((mel / (self.mel(magnitude) + self.floor)).clamp_(max=max_gain))

    def step(
        self, sound: torch.Tensor, mel: torch.Tensor, frames: Frames, cancel: threading.Event | None
    ) -> torch.Tensor:
        """Return the sound brought nearer to mel amplitudes: ``[channels, samples]``."""
        synthesis = frames.synthesis(len(sound))
        for part, spectra in frames.analysis(sound):
            check(cancel)
            spectra *= self.gain(modulus(spectra), mel[:, part])
            synthesis.add(part, spectra)
        return synthesis.sound()


class Frames:
    """Frames over a sound, which is reflected at its ends, or wrapped if it is a loop."""

    def __init__(
        self, spectra: Spectra, window: torch.Tensor, level: float, samples: int, offset: int, circular: bool
    ) -> None:
        grid = spectra.grid
        self.device, self.grid, self.samples, self.circular = spectra.device, grid, samples, circular
        self.at_once = _FRAMES_ON_CARD if spectra.for_card else _FRAMES_ON_PROCESSOR
        self.window, self.level = window, level
        self.centres = np.arange(offset, max(offset + 1, samples + (not circular)), grid.step)
        self.overlaps = -(-grid.window // grid.step)
        # The frames begin before the sound and end after it: index of each of their samples in the sound.
        before = grid.window // 2 - offset
        length = (len(self.centres) - 1 + self.overlaps) * grid.step
        place = torch.arange(-before, length - before, dtype=torch.int32, device=self.device)
        if circular:
            self.index = place.remainder_(samples)
        else:
            last = samples - 1
            self.index = last - (last - place.remainder_(max(1, 2 * last))).abs_()
        self.inside = slice(before, before + samples)
        flat = Synthesis(self, 1)
        flat.overlap(slice(0, len(self.centres)), window.square().expand(1, len(self.centres), -1))
        # The first samples may be covered only by the flank of a single window.
        self.weight = 1 / flat.unweighted().clamp_(min=0.05)

    def parts(self) -> Iterator[slice]:
        """Yield runs of frames that are computed together."""
        for start in range(0, len(self.centres), self.at_once):
            yield slice(start, min(start + self.at_once, len(self.centres)))

    def analysis(self, sound: torch.Tensor) -> Iterator[tuple[slice, torch.Tensor]]:
        """Yield runs of frames and their spectra."""
        framed = sound.index_select(-1, self.index).unfold(-1, self.grid.window, self.grid.step)
        for part in self.parts():
            yield part, torch.fft.rfft(framed[:, part] * (self.window * self.level), n=self.grid.n_fft)

    def synthesis(self, channels: int) -> Synthesis:
        """Return an overlap-add of these frames, empty."""
        return Synthesis(self, channels)


class Synthesis:
    """Overlap-add of spectra, weighted by the window: the sound nearest to them."""

    def __init__(self, frames: Frames, channels: int) -> None:
        self._frames = frames
        steps = len(frames.centres) - 1 + frames.overlaps
        self._sum = torch.zeros(channels, steps, frames.grid.step, device=frames.device)

    def add(self, part: slice, spectra: torch.Tensor) -> None:
        """Add a run of frames."""
        grid = self._frames.grid
        framed = torch.fft.irfft(spectra, n=grid.n_fft)[..., : grid.window]
        self.overlap(part, framed * (self._frames.window / self._frames.level))

    def overlap(self, part: slice, framed: torch.Tensor) -> None:
        """Add a run of windowed frames."""
        overlaps, step = self._frames.overlaps, self._frames.grid.step
        framed = functional.pad(framed, (0, overlaps * step - framed.shape[-1]))
        framed = framed.reshape(*framed.shape[:-1], overlaps, step)
        for index in range(overlaps):
            self._sum[:, part.start + index : part.stop + index].add_(framed[:, :, index])

    def sound(self) -> torch.Tensor:
        """Return the sound: ``[channels, samples]``."""
        return self.unweighted() * self._frames.weight

    def unweighted(self) -> torch.Tensor:
        """Return the sum of frames, cut to the sound or wrapped around the loop, not yet divided by the weights."""
        frames, row = self._frames, self._sum.flatten(1)
        if not frames.circular:
            return row[:, frames.inside]
        # In order, where `index_add_` would add in any order on a graphics card.
        lead = -frames.inside.start % frames.samples
        rounds = functional.pad(row, (lead, -(lead + row.shape[1]) % frames.samples)).reshape(
            len(row), -1, frames.samples
        )
        sound = torch.zeros(len(row), frames.samples, device=row.device)
        for part in rounds.unbind(1):
            sound += part
        return sound


def modulus(spectra: torch.Tensor) -> torch.Tensor:
    """Return magnitudes, three times faster than ``abs``, without its protection from overflow."""
    return torch.addcmul(spectra.real.square(), spectra.imag, spectra.imag).sqrt_()


@lru_cache(maxsize=4)
def spectra_of(params: SpectrogramParams, device: str) -> Spectra:
    """Return the cached `Spectra` of some settings."""
    return Spectra(params, device)


def _bin_hz(params: SpectrogramParams, grid: Grid) -> float:
    return params.sample_rate / params.hop * grid.column / grid.n_fft


def _mel_weights(params: SpectrogramParams, grid: Grid, device: str, *, sparse: bool) -> torch.Tensor:
    """Return mel filters for the working bins: ``[bands, bins]``.

    The bands' triangles are defined on the bins of a longer FFT. Magnitudes there are interpolated from the working
    bins (cubic, Keys 1981), and both steps are one matrix.
    """
    fine, band, height = mel_weights(params)
    position = fine * ((params.sample_rate // 2) / (params.n_freqs - 1)) / _bin_hz(params, grid)
    low = np.floor(position).astype(int)
    t = position - low
    cubic = (
        (low - 1, t * (-0.5 + t * (1 - 0.5 * t))),
        (low, 1 + t * t * (1.5 * t - 2.5)),
        (low + 1, t * (0.5 + t * (2 - 1.5 * t))),
        (low + 2, t * t * (0.5 * t - 0.5)),
    )
    # Beyond 0 Hz and half the rate, magnitudes are mirrored.
    last = grid.bins - 1
    bins = np.concatenate([last - np.abs(last - np.abs(at)) for at, _ in cubic])
    weights = np.concatenate([height * weight for _, weight in cubic])
    rows = np.tile(band, len(cubic))
    with warnings.catch_warnings():
        # torch warns that sparse tensors are in beta; these products are tested.
        warnings.simplefilter("ignore", UserWarning)
        matrix = torch.sparse_coo_tensor(
            torch.from_numpy(np.stack([rows, bins])),
            torch.from_numpy(weights.astype(np.float32)),
            (params.bands, grid.bins),
        ).coalesce()
        return matrix.to_sparse_csr() if sparse else matrix.to_dense().to(device)
