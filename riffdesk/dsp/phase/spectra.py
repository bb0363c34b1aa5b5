"""Spectra of a sound on the working grid, and the one step of the method.

A step takes the spectra of a sound, multiplies every bin by (wanted mel / present mel), and goes
back to a sound by overlap and add. Repeated with momentum it is Griffin and Lim's iteration (1984;
Perraudin et al. 2013) with mel amplitudes in the place of magnitudes: the magnitudes settle by
themselves on spectra that a sound can have and that have the mel amplitudes wanted. Where the sound
has them already, the factor is 1 and the sound stays as it is.
"""

from __future__ import annotations

import threading
import warnings
from collections.abc import Iterator
from functools import lru_cache

import numpy as np
import torch
from numpy.typing import NDArray

from riffdesk.dsp.params import SpectrogramParams, mel_filterbank, reference_amplitude
from riffdesk.dsp.phase.grid import Grid, grid_of
from riffdesk.progress import check

_LOUDER = 1.5  # a bin gains no more than 3.5 dB in one step, or ink that no sound can have would ring
_FLOOR = 1e-8  # of the reference amplitude: 160 dB below a full-scale sine
_FITS = 4  # rounds that turn mel amplitudes into magnitudes
_SHORT = 20  # windows; the frames of a sound that is no longer are kept for the next one

_FRAMES_AT_ONCE = {"cpu": 64, "cuda": 2048}  # what stays in a processor's cache; what fills a graphics card


class Spectra:
    """Analysis, synthesis and mel amplitudes on one device.

    Tensors of spectra are ``[channels, frames, bins]``, mel amplitudes ``[channels, frames, bands]``.
    """

    def __init__(self, params: SpectrogramParams, device: str) -> None:
        self.grid, self.device = grid_of(params), device
        self.floor = _FLOOR * reference_amplitude(params)
        # Spectra have the level that the settings' own sample rate would give them.
        self._level = params.hop / self.grid.column
        self._window = torch.hann_window(self.grid.window, device=device)
        self._filters = _mel_weights(params, self.grid, device)
        place = np.clip(params.band_of(np.arange(self.grid.bins) * _bin_hz(params, self.grid)), 0, params.bands - 1)
        band = np.minimum(place.astype(np.int32), params.bands - 2)
        self._band = torch.from_numpy(band).to(device)
        self._next = self._band + 1
        self._above = torch.from_numpy((place - band).astype(np.float32)).to(device)
        self._ones = self.mel(torch.ones(1, 1, self.grid.bins, device=device)).clamp_(min=1e-9)
        # The dabs of one brush are equally long, and each must be heard soon.
        self._short_frames = lru_cache(maxsize=64)(self._new_frames)

    @property
    def band(self) -> NDArray[np.int32]:
        """The mel band at or below each bin: ``[bins]``."""
        return np.asarray(self._band.cpu().numpy())

    def frames(self, samples: int, offset: int, circular: bool) -> Frames:
        """Return the frames over a sound of so many samples, the first one centred on ``offset``."""
        made = self._short_frames if samples <= _SHORT * self.grid.window else self._new_frames
        return made(samples, offset, circular)

    def _new_frames(self, samples: int, offset: int, circular: bool) -> Frames:
        return Frames(self, self._window, self._level, samples, offset, circular)

    def mel(self, magnitude: torch.Tensor) -> torch.Tensor:
        """Return the mel amplitudes of magnitudes, never negative."""
        flat = magnitude.reshape(-1, magnitude.shape[-1])
        if self._filters.layout == torch.strided:
            mel = flat @ self._filters.T
        else:
            # Sparse products and `over_bins` are quick on arrays that lie as they are read.
            mel = (self._filters @ flat.T.contiguous()).T.contiguous()
        return mel.reshape(*magnitude.shape[:-1], -1).clamp_(min=0)

    def over_bins(self, factor: torch.Tensor) -> torch.Tensor:
        """Return factors of bands as factors of bins, interpolated."""
        flat = factor.reshape(-1, factor.shape[-1])  # `index_select` is four times as quick on two axes as on three
        over = torch.lerp(flat.index_select(1, self._band), flat.index_select(1, self._next), self._above)
        return over.reshape(*factor.shape[:-1], -1)

    def magnitudes(self, mel: torch.Tensor) -> torch.Tensor:
        """Return smooth magnitudes that have these mel amplitudes."""
        magnitude = self.over_bins(mel / self._ones)
        for _ in range(_FITS):
            magnitude *= self.gain(magnitude, mel, most=4)
        return magnitude

    def gain(self, magnitude: torch.Tensor, mel: torch.Tensor, most: float = _LOUDER) -> torch.Tensor:
        """Return what brings magnitudes nearer to mel amplitudes: ``[channels, frames, bins]``."""
        return self.over_bins((mel / (self.mel(magnitude) + self.floor)).clamp_(max=most))

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
    """One row of frames across a sound: reflected at the ends, or going round."""

    def __init__(
        self, spectra: Spectra, window: torch.Tensor, level: float, samples: int, offset: int, circular: bool
    ) -> None:
        grid = spectra.grid
        self.device, self.grid, self.samples, self.circular = spectra.device, grid, samples, circular
        self.window, self.level = window, level
        self.places = np.arange(offset, max(offset + 1, samples + (not circular)), grid.step)
        self.turns = -(-grid.window // grid.step)
        # The row of frames begins before the sound and ends after it: where each sample is taken from.
        before = grid.window // 2 - offset
        length = (len(self.places) - 1 + self.turns) * grid.step
        ends = before, max(0, length - before - samples)
        index = np.pad(np.arange(samples), ends, mode="wrap" if circular else "reflect")[:length]
        self.index = torch.from_numpy(index.astype(np.int32)).to(self.device)
        self.inside = slice(before, before + samples)
        flat = Synthesis(self, 1)
        flat.overlap(slice(0, len(self.places)), window.square().expand(1, len(self.places), -1))
        # A sound's first samples may lie under the flank of a single window.
        self.weight = 1 / flat.unweighted().clamp_(min=0.05)

    def parts(self) -> Iterator[slice]:
        """Yield runs of frames that are worked on at once."""
        size = _FRAMES_AT_ONCE["cpu" if self.device == "cpu" else "cuda"]
        for start in range(0, len(self.places), size):
            yield slice(start, min(start + size, len(self.places)))

    def analysis(self, sound: torch.Tensor) -> Iterator[tuple[slice, torch.Tensor]]:
        """Yield runs of frames and their spectra."""
        framed = sound.index_select(-1, self.index).unfold(-1, self.grid.window, self.grid.step)
        for part in self.parts():
            yield part, torch.fft.rfft(framed[:, part] * (self.window * self.level), n=self.grid.n_fft)

    def synthesis(self, channels: int) -> Synthesis:
        """Return an empty sound that takes the spectra of run after run."""
        return Synthesis(self, channels)


class Synthesis:
    """Overlaps and adds spectra, weighted by the window, to the sound nearest to them."""

    def __init__(self, frames: Frames, channels: int) -> None:
        self._frames = frames
        steps = len(frames.places) - 1 + frames.turns
        self._row = torch.zeros(channels, steps, frames.grid.step, device=frames.device)

    def add(self, part: slice, spectra: torch.Tensor) -> None:
        """Add a run of frames."""
        grid = self._frames.grid
        framed = torch.fft.irfft(spectra, n=grid.n_fft)[..., : grid.window]
        self.overlap(part, framed * (self._frames.window / self._frames.level))

    def overlap(self, part: slice, framed: torch.Tensor) -> None:
        """Add a run of windowed frames."""
        turns, step = self._frames.turns, self._frames.grid.step
        framed = torch.nn.functional.pad(framed, (0, turns * step - framed.shape[-1]))
        framed = framed.reshape(*framed.shape[:-1], turns, step)
        for turn in range(turns):
            self._row[:, part.start + turn : part.stop + turn] += framed[:, :, turn]

    def sound(self) -> torch.Tensor:
        """Return the sound: ``[channels, samples]``."""
        return self.unweighted() * self._frames.weight

    def unweighted(self) -> torch.Tensor:
        """Return the row cut to the sound, or wound round it."""
        frames, row = self._frames, self._row.flatten(1)
        if not frames.circular:
            return row[:, frames.inside]
        return torch.zeros(len(row), frames.samples, device=row.device).index_add_(1, frames.index, row)


def modulus(spectra: torch.Tensor) -> torch.Tensor:
    """Return magnitudes, three times faster than ``abs``, which guards against overflow."""
    return torch.addcmul(spectra.real.square(), spectra.imag, spectra.imag).sqrt_()


@lru_cache(maxsize=4)
def spectra_of(params: SpectrogramParams, device: str) -> Spectra:
    """Return the spectra of these settings; their matrices are made once."""
    return Spectra(params, device)


def _bin_hz(params: SpectrogramParams, grid: Grid) -> float:
    return params.sample_rate / params.hop * grid.column / grid.n_fft


def _mel_weights(params: SpectrogramParams, grid: Grid, device: str) -> torch.Tensor:
    """Return mel filters for the working bins: ``[bands, bins]``, sparse on the CPU.

    The bands' triangles are defined on the bins of a longer FFT. Magnitudes there follow from the
    working bins by cubic interpolation (Keys 1981), and the two are one matrix.
    """
    fine, band = np.nonzero(mel_filterbank(params))
    height = mel_filterbank(params)[fine, band]
    place = fine * ((params.sample_rate // 2) / (params.n_freqs - 1)) / _bin_hz(params, grid)
    low = np.floor(place).astype(int)
    t = place - low
    cubic = (
        (low - 1, t * (-0.5 + t * (1 - 0.5 * t))),
        (low, 1 + t * t * (1.5 * t - 2.5)),
        (low + 1, t * (0.5 + t * (2 - 1.5 * t))),
        (low + 2, t * t * (0.5 * t - 0.5)),
    )
    # Beyond 0 Hz and half the rate, a spectrum is its own mirror image.
    last = grid.bins - 1
    bins = np.concatenate([last - np.abs(last - np.abs(at)) for at, _ in cubic])
    weights = np.concatenate([height * weight for _, weight in cubic])
    rows = np.tile(band, len(cubic))
    with warnings.catch_warnings():
        # torch says of all sparse tensors that they are young; these products are tested.
        warnings.simplefilter("ignore", UserWarning)
        matrix = torch.sparse_coo_tensor(
            torch.from_numpy(np.stack([rows, bins])),
            torch.from_numpy(weights.astype(np.float32)),
            (params.bands, grid.bins),
        ).coalesce()
        return matrix.to_sparse_csr() if device == "cpu" else matrix.to_dense().to(device)
