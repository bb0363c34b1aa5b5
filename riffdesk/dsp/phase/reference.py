"""Riffusion's own inversion, as torchaudio has it: `InverseMelScale`, then `GriffinLim` from random phases.

It is there to compare with. It takes about twice as long as the sound lasts and 50 MB a second, so long
ink goes through in pieces that fade into each other. Both are written out here, so that a cancel is heard in the middle
of a piece and nothing goes on after it: samples depend on the seed alone.
"""

from __future__ import annotations

import threading
from functools import lru_cache
from itertools import pairwise
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

from riffdesk.dsp.params import SpectrogramParams
from riffdesk.progress import OnStep, Step, check

if TYPE_CHECKING:
    import torch

Array = NDArray[np.float32]

_PIECE_COLUMNS = 1_000
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
        Of the random phases.
    on_step : callable
        Called after each piece of ten seconds.
    cancel : threading.Event, optional
        Heard between two transforms of a piece.

    Raises
    ------
    Cancelled
        If ``cancel`` was set.
    """
    columns = mel.shape[-1]
    overlap = -(-params.window // params.hop)
    edges = np.linspace(0, columns, 1 + -(-columns // _PIECE_COLUMNS)).round().astype(int).tolist()
    sound = np.zeros((len(mel), columns * params.hop), np.float32)
    for number, (start, stop) in enumerate(pairwise(edges)):
        on_step(Step(number, len(edges) - 1, "Making sound"))
        first = max(0, start - overlap)
        piece = _piece(mel[..., first:stop], params, seed, cancel)
        ramp = np.ones(piece.shape[-1], np.float32)
        ramp[: (start - first) * params.hop] = np.linspace(0, 1, (start - first) * params.hop)
        there = sound[:, first * params.hop : stop * params.hop]
        there += ramp * (piece - there)
    return sound


def _piece(mel: Array, params: SpectrogramParams, seed: int, cancel: threading.Event | None) -> Array:
    """Return the sound of a piece: float32 ``[channels, columns * hop]``; Cancelled if ``cancel`` is set meanwhile."""
    import torch

    samples = mel.shape[-1] * params.hop
    # The ends are reflected, which takes half an FFT frame of sound: columns of silence where there is less.
    missing = max(0, params.n_freqs // params.hop + 2 - mel.shape[-1])
    padded = torch.from_numpy(np.pad(mel, ((0, 0), (0, 0), (0, missing + 1))))
    check(cancel)
    spread = torch.relu(_unmixing(params) @ padded)
    check(cancel)
    sound = _griffin_lim(spread, params, samples + missing * params.hop, seed, cancel)
    return np.asarray(np.nan_to_num(sound[:, :samples].numpy()), np.float32)


@lru_cache(maxsize=1)
def _unmixing(params: SpectrogramParams) -> torch.Tensor:
    """Return what turns mel bands into frequencies: float32 ``[n_freqs, bands]``.

    `InverseMelScale` solves the same least squares anew each time, with the driver ``gelsd``, since the filters may be
    rank-deficient where bands are narrower than bins. Its solution is that of the pseudo-inverse, with singular values
    left out as there; by way of the small Gram matrix, in double precision, it costs a tenth.
    """
    import torch
    from torchaudio.functional import melscale_fbanks

    filters = melscale_fbanks(
        params.n_freqs, params.min_hz, params.max_hz, params.bands, params.sample_rate, norm=None, mel_scale="htk"
    )
    wide = filters.double()
    smallest = torch.finfo(torch.float32).eps * max(filters.shape)
    unmixing: torch.Tensor = wide @ torch.linalg.pinv(wide.T @ wide, rtol=smallest**2, hermitian=True)
    return unmixing.float()


def _griffin_lim(
    spectrum: torch.Tensor, params: SpectrogramParams, length: int, seed: int, cancel: threading.Event | None
) -> torch.Tensor:
    """Return the sound of an amplitude spectrum: float32 ``[channels, length]``.

    torchaudio's `griffinlim` (Perraudin et al. 2013, A fast Griffin-Lim algorithm), operation for operation. That one
    can neither be stopped nor be given a generator of its own.

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
    before = torch.zeros(())
    for _ in range(_ITERATIONS):
        check(cancel)
        sound = torch.istft(spectrum * angles, length=length, **sizes)
        check(cancel)
        rebuilt = torch.stft(sound, pad_mode="reflect", return_complex=True, **sizes)
        angles = rebuilt - before * momentum
        angles /= angles.abs().add_(1e-16)
        before = rebuilt
    check(cancel)
    return torch.istft(spectrum * angles, length=length, **sizes)
