"""Ink back to sound: phase reconstruction, whole or for the columns that changed.

The method is Riffusion's: the mel amplitudes are spread over the FFT's bins (torchaudio's
``InverseMelScale``) and Griffin-Lim finds a phase (Griffin & Lim 1984; fast variant with momentum,
Perraudin et al. 2013). The loop is written out here rather than called in torchaudio for three
reasons: it can be cancelled inside, it keeps the samples around a changed region, and it works
through long sounds block by block. On one block from a cold start it computes what
``torchaudio.functional.griffinlim`` computes from the same starting phase.
"""

from __future__ import annotations

import threading
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from riffdesk.dsp.mel import mel_from_ink
from riffdesk.dsp.params import SpectrogramParams
from riffdesk.progress import OnStep, Step, check, ignore_steps

if TYPE_CHECKING:
    import torch

Array = NDArray[np.float32]
Columns = tuple[int, int]

ITERATIONS = 32
MOMENTUM = 0.99
_BLOCK_COLUMNS = 400  # a block's spectra stay under 40 MB each, and half an iteration under 100 ms
_CARRIES_ON = 0.25  # a bin of the former sound within 12 dB of what is wanted keeps its phase
_TINY = 1e-16


def reconstruct(
    ink: Array,
    params: SpectrogramParams,
    *,
    previous: Array | None = None,
    changed: Columns | None = None,
    on_step: OnStep = ignore_steps,
    cancel: threading.Event | None = None,
    seed: int = 0,
) -> Array:
    """Return sound whose mel spectrogram is the given ink.

    Parameters
    ----------
    ink : float32 ``[..., bands, columns]``
        Leading axes are channels or layers. NaN and negative ink count as silence.
    params : SpectrogramParams
        How the ink's columns and bands are spaced.
    previous : float32 ``[..., columns * hop]``, optional
        The sound before the change. Outside the changed columns plus one window on each side it
        is returned bit-identical, and the new sound is led to agree with it at the borders.
    changed : (start, stop), optional
        The columns to render anew; all of them by default.
    on_step : callable
        Called after each iteration.
    cancel : threading.Event, optional
        Read at least twice in each iteration.
    seed : int
        Of the starting phase. The same ink, seed and machine give the same samples.

    Returns
    -------
    float32 ``[..., columns * hop]``
        Sound at ``params.sample_rate``. Silent ink gives exact zeros.

    Raises
    ------
    Cancelled
        If ``cancel`` was set.
    """
    batch, columns = ink.shape[:-2], ink.shape[-1]
    samples = columns * params.hop
    flat = np.asarray(ink, np.float32).reshape(int(np.prod(batch)), params.bands, columns)
    sound = np.zeros((len(flat), samples), np.float32)
    if previous is not None:
        sound[:] = np.broadcast_to(previous, (*batch, samples)).reshape(len(flat), samples)
    start, stop = (0, columns) if changed is None or previous is None else changed
    start, stop = max(0, start), min(columns, stop)
    blocks = _blocks(start, stop, columns, params, keep_left=previous is not None)
    for number, block in enumerate(blocks):
        progress = _BlockProgress(on_step, number, len(blocks))
        part = flat[..., block.first : block.last]
        before = sound[:, block.samples(params)]
        after = _render_block(part, before, block, params, progress, cancel, seed + number)
        weight = block.new_weight(params, samples)
        before[:] = np.where(weight == 0, before, before + weight * (after - before))
    return sound.reshape(*batch, samples)


@dataclass(frozen=True)
class _Block:
    """A run of columns rendered in one go: ``[first, last)`` of which ``[start, stop)`` is new."""

    first: int
    start: int
    stop: int
    last: int
    keep_left: bool
    keep_right: bool

    def samples(self, params: SpectrogramParams) -> slice:
        return slice(self.first * params.hop, self.last * params.hop)

    def new_weight(self, params: SpectrogramParams, samples: int) -> Array:
        """Return how much of the new sound each sample takes, 0 to 1, with ramps half a window long."""
        places = np.arange(self.first * params.hop, min(self.last * params.hop, samples), dtype=np.float32)
        half = params.window // 2
        weight = np.ones_like(places)
        if self.keep_left:
            weight = np.clip((places - (self.start * params.hop - params.window)) / half, 0, 1)
        if self.keep_right:
            weight = np.minimum(weight, np.clip((self.stop * params.hop + params.window - places) / half, 0, 1))
        return weight


class _BlockProgress:
    """Turns (block, iteration) into one running count."""

    def __init__(self, on_step: OnStep, number: int, blocks: int) -> None:
        self._on_step, self._number, self._blocks = on_step, number, blocks

    def __call__(self, iteration: int) -> None:
        self._on_step(Step(self._number * ITERATIONS + iteration, self._blocks * ITERATIONS, "Making sound"))


def _blocks(start: int, stop: int, columns: int, params: SpectrogramParams, keep_left: bool) -> list[_Block]:
    """Cut ``[start, stop)`` into blocks with a context of two windows; each keeps the one before it."""
    if stop <= start:
        return []
    margin = 2 * -(-params.window // params.hop)
    count = -(-(stop - start) // _BLOCK_COLUMNS)
    edges = np.linspace(start, stop, count + 1).round().astype(int).tolist()
    return [
        _Block(
            first=max(0, left - margin),
            start=left,
            stop=right,
            last=min(columns, right + margin),
            keep_left=left > 0 and (keep_left or left > start),
            # Right of a block lies old sound only where the change ends; elsewhere the next block writes.
            keep_right=right < columns and keep_left and right == stop,
        )
        for left, right in pairwise(edges)
    ]


def _render_block(
    ink: Array,
    before: Array,
    block: _Block,
    params: SpectrogramParams,
    progress: _BlockProgress,
    cancel: threading.Event | None,
    seed: int,
) -> Array:
    """Return new sound of a block: float32 ``[channels, samples]``."""
    check(cancel)
    if not np.any(ink > 0):
        progress(ITERATIONS)
        return np.zeros_like(before)
    import torch

    magnitude = _spread_over_bins(torch.from_numpy(mel_from_ink(ink, params)), params)
    check(cancel)
    weight = torch.from_numpy(block.new_weight(params, block.last * params.hop))
    sound = _griffin_lim(magnitude, torch.from_numpy(before), weight, params, progress, cancel, seed)
    return np.asarray(np.nan_to_num(sound.numpy()), np.float32)


def _spread_over_bins(mel: torch.Tensor, params: SpectrogramParams) -> torch.Tensor:
    """Return magnitudes ``[..., n_freqs, columns]`` whose mel amplitudes are the given ones."""
    from torchaudio.transforms import InverseMelScale

    inverse = InverseMelScale(
        n_stft=params.n_freqs,
        n_mels=params.bands,
        sample_rate=params.sample_rate,
        f_min=params.min_hz,
        f_max=params.max_hz,
        norm=None,
        mel_scale="htk",
        driver="gelsd",  # the filters may be rank-deficient where bands are narrower than bins
    )
    result: torch.Tensor = inverse(mel)
    return result


def _carried_phase(
    magnitude: Array, there: NDArray[np.complex64], params: SpectrogramParams, seed: int
) -> NDArray[np.complex64]:
    """Return a starting phase: that of the sound that is there, else one that every peak carries forward.

    Single-pass spectrogram inversion (Beauregard, Harish & Wyse 2015): a peak's phase advances by
    its interpolated frequency, and the bins around it follow. A steady tone starts in tune, where
    a random phase leaves it up to 20 cents off after 32 iterations; and what is made quieter or
    goes on from its neighbourhood keeps its phase.

    Parameters
    ----------
    magnitude : float32 ``[n_freqs, columns]``
        What is wanted.
    there : complex64 ``[n_freqs, columns]``
        Spectra of the sound before.
    seed : int
        Of the phases that peaks begin with.

    Returns
    -------
    complex64 ``[n_freqs, columns]`` of modulus 1.
    """
    bins, columns = magnitude.shape
    every_bin = np.arange(bins)
    # Frames are counted from their start, phases from their centre: every second bin turns by half.
    turn = np.where(every_bin % 2, -1, 1)[:, None]
    kept = np.abs(there) > _CARRIES_ON * magnitude
    angles = np.angle(there * turn)
    phase: NDArray[np.float64] = np.asarray(2 * np.pi * np.random.default_rng(seed).random(bins))
    phases = np.empty((bins, columns))
    for column in range(columns):
        now = magnitude[:, column].astype(np.float64)
        peaks = 1 + np.flatnonzero((now[1:-1] > now[:-2]) & (now[1:-1] >= now[2:]))
        if len(peaks):
            left, top, right = now[peaks - 1], now[peaks], now[peaks + 1]
            frequency = peaks + 0.5 * (left - right) / np.minimum(left - 2 * top + right, -_TINY)
            advanced = phase[peaks] + 2 * np.pi * frequency * params.hop / params.n_fft
            owner = np.searchsorted((peaks[:-1] + peaks[1:]) / 2, every_bin)
            phase = advanced[owner] % (2 * np.pi)
        phase = np.where(kept[:, column], angles[:, column], phase)
        phases[:, column] = phase
    return np.asarray(np.exp(1j * phases) * turn, np.complex64)


def _griffin_lim(
    magnitude: torch.Tensor,
    before: torch.Tensor,
    weight: torch.Tensor,
    params: SpectrogramParams,
    progress: _BlockProgress,
    cancel: threading.Event | None,
    seed: int,
) -> torch.Tensor:
    """Return sound of magnitudes, held to ``before`` where ``weight`` is 0: ``[channels, samples]``."""
    import torch

    window = torch.hann_window(params.window)
    samples = before.shape[-1]
    momentum = MOMENTUM / (1 + MOMENTUM)
    # The reflected ends want more samples than a very short block has; silence serves there.
    short = max(0, params.n_fft // 2 + 1 - samples)

    def spectra(sound: torch.Tensor) -> torch.Tensor:
        padded = torch.nn.functional.pad(sound, (0, short))
        whole = torch.stft(padded, params.n_fft, params.hop, params.window, window, return_complex=True)
        return whole[..., : magnitude.shape[-1]]

    def sounding(phase: torch.Tensor) -> torch.Tensor:
        return torch.istft(phase.mul_(magnitude), params.n_fft, params.hop, params.window, window, length=samples)

    there = spectra(before)
    check(cancel)
    phase = torch.from_numpy(
        np.stack([_carried_phase(*both, params, seed) for both in zip(magnitude.numpy(), there.numpy(), strict=True)])
    )
    last = torch.zeros_like(phase)
    for iteration in range(1, ITERATIONS + 1):
        sound = sounding(phase)
        check(cancel)
        sound = torch.where(weight == 0, before, before + weight * (sound - before))
        rebuilt = spectra(sound)
        check(cancel)
        phase = rebuilt - last.mul_(momentum)
        phase.div_(phase.abs().add_(_TINY))
        last = rebuilt
        progress(iteration)
    return sounding(phase)
