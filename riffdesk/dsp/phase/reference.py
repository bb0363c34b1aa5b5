"""Riffusion's own inversion for comparison: torchaudio's `InverseMelScale`, then `GriffinLim` from random phases.

It takes about twice the length of the sound, and 50 MB per second, so long ink is processed in chunks with
crossfades. Both methods are written out here, so that they can be cancelled, and depend on the seed alone.
"""

from __future__ import annotations

import threading
from functools import lru_cache
from itertools import pairwise
from typing import TYPE_CHECKING, Any

import numpy as np

from riffdesk.arrays import Array
from riffdesk.dsp.params import SpectrogramParams, mel_filterbank
from riffdesk.language import tr
from riffdesk.progress import OnStep, Step, check

if TYPE_CHECKING:
    import torch


_CHUNK_COLUMNS = 1_000
_ITERATIONS = 32
_MOMENTUM = 0.99


def reference(
    mel: Array, params: SpectrogramParams, seed: int, on_step: OnStep, cancel: threading.Event | None
) -> Array:
    """Return sound of mel amplitudes: float32 ``[channels, columns * hop]``.

    Parameters
    ----------
    mel : float32 ``[channels, bands, columns]``
    params : SpectrogramParams
    seed : int
        Seed of the random phases.
    on_step : callable
        Called before each chunk of ten seconds.
    cancel : threading.Event, optional
        Read between two transforms of a chunk.

    Raises
    ------
    Cancelled
        If ``cancel`` was set.
    """
    columns = mel.shape[-1]
    overlap = params.window_columns
    edges = np.linspace(0, columns, 1 + -(-columns // _CHUNK_COLUMNS)).round().astype(int).tolist()
    sound = np.zeros((len(mel), columns * params.hop), np.float32)
    for number, (start, stop) in enumerate(pairwise(edges)):
        on_step(Step(number, len(edges) - 1, tr("Making sound")))
        first = max(0, start - overlap)
        chunk = _chunk_sound(mel[..., first:stop], params, seed, cancel)
        ramp = np.ones(chunk.shape[-1], np.float32)
        ramp[: (start - first) * params.hop] = np.linspace(0, 1, (start - first) * params.hop)
        present = sound[:, first * params.hop : stop * params.hop]
        present += ramp * (chunk - present)
    return sound


def _chunk_sound(mel: Array, params: SpectrogramParams, seed: int, cancel: threading.Event | None) -> Array:
    """Return the sound of a chunk: float32 ``[channels, columns * hop]``; Cancelled if ``cancel`` is set."""
    import torch

    samples = mel.shape[-1] * params.hop
    # Reflecting the ends needs half an FFT frame of sound; shorter chunks are padded with silent columns.
    missing = max(0, params.n_freqs // params.hop + 2 - mel.shape[-1])
    padded = torch.from_numpy(np.pad(mel, ((0, 0), (0, 0), (0, missing + 1))))
    check(cancel)
    spread = torch.relu(_inverse_filters(params) @ padded)
    check(cancel)
    sound = _griffin_lim(spread, params, samples + missing * params.hop, seed, cancel)
    return np.asarray(np.nan_to_num(sound[:, :samples].numpy()), np.float32)


@lru_cache(maxsize=1)
def _inverse_filters(params: SpectrogramParams) -> torch.Tensor:
    """Return the pseudo-inverse of the mel filters: float32 ``[n_freqs, bands]``.

    `InverseMelScale` solves the same least squares at each call, with the driver ``gelsd``, since the filters may be
    rank-deficient where bands are narrower than bins. The pseudo-inverse with the same cutoff of singular values gives
    the same solution; computed from the small Gram matrix, in double precision, it takes a tenth of the time.
    """
    import torch

    double = torch.from_numpy(mel_filterbank(params)).double()
    smallest = torch.finfo(torch.float32).eps * max(double.shape)
    inverse: torch.Tensor = double @ torch.linalg.pinv(double.T @ double, rtol=smallest**2, hermitian=True)
    return inverse.float()


def _griffin_lim(
    spectrum: torch.Tensor, params: SpectrogramParams, length: int, seed: int, cancel: threading.Event | None
) -> torch.Tensor:
    """Return the sound of an amplitude spectrum: float32 ``[channels, length]``.

    The same operations as torchaudio's `griffinlim` (Perraudin et al. 2013, A fast Griffin-Lim algorithm), which
    can neither be cancelled nor take a generator.

    Parameters
    ----------
    spectrum : float32 ``[channels, n_freqs, frames]``
    """
    import torch

    sizes: dict[str, Any] = {"n_fft": params.n_fft, "hop_length": params.hop, "win_length": params.window}
    sizes["window"] = torch.hann_window(params.window)
    momentum = _MOMENTUM / (1 + _MOMENTUM)
    generator = torch.Generator().manual_seed(seed)
    angles = torch.rand(spectrum.shape, dtype=torch.complex64, generator=generator)
    previous = torch.zeros(())
    for _ in range(_ITERATIONS):
        check(cancel)
        sound = torch.istft(spectrum * angles, length=length, **sizes)
        check(cancel)
        rebuilt = torch.stft(sound, pad_mode="reflect", return_complex=True, **sizes)
        angles = rebuilt - previous * momentum
        angles /= angles.abs().add_(1e-16)
        previous = rebuilt
    check(cancel)
    return torch.istft(spectrum * angles, length=length, **sizes)
