"""Riffusion's own inversion, as torchaudio has it: `InverseMelScale`, then `GriffinLim` from random phases.

It is there to compare with. It takes about twice as long as the sound lasts and 50 MB a second, so long
ink goes through in pieces that fade into each other.
"""

from __future__ import annotations

import threading
from collections.abc import Callable
from functools import partial
from itertools import pairwise
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from riffdesk.dsp.params import SpectrogramParams
from riffdesk.progress import OnStep, Step, check

if TYPE_CHECKING:
    import torch

Array = NDArray[np.float32]

_PIECE_COLUMNS = 1_000
_LISTEN = 0.02  # seconds between two looks at the cancel button


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
        Heard at once; torchaudio's loop, which cannot be stopped, ends by itself out of sight.

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
        piece = _abandonable(partial(_piece, mel[..., first:stop], params, seed), cancel)
        ramp = np.ones(piece.shape[-1], np.float32)
        ramp[: (start - first) * params.hop] = np.linspace(0, 1, (start - first) * params.hop)
        there = sound[:, first * params.hop : stop * params.hop]
        there += ramp * (piece - there)
    return sound


def _piece(mel: Array, params: SpectrogramParams, seed: int) -> Array:
    import torch
    from torchaudio.transforms import GriffinLim, InverseMelScale

    spread = InverseMelScale(
        n_stft=params.n_freqs,
        n_mels=params.bands,
        sample_rate=params.sample_rate,
        f_min=params.min_hz,
        f_max=params.max_hz,
        norm=None,
        mel_scale="htk",
        driver="gelsd",  # the filters may be rank-deficient where bands are narrower than bins
    )
    samples = mel.shape[-1] * params.hop
    invert = GriffinLim(
        n_fft=params.n_fft, n_iter=32, win_length=params.window, hop_length=params.hop, power=1.0, length=samples
    )
    # The ends are reflected, which takes half an FFT frame of sound: columns of silence where there is less.
    missing = max(0, params.n_freqs // params.hop + 2 - mel.shape[-1])
    invert.length = samples + missing * params.hop
    padded: torch.Tensor = spread(torch.from_numpy(np.pad(mel, ((0, 0), (0, 0), (0, missing + 1)))))
    with torch.random.fork_rng(devices=[]):
        torch.manual_seed(seed)
        sound: torch.Tensor = invert(padded)
    return np.asarray(np.nan_to_num(sound[:, :samples].numpy()), np.float32)


def _abandonable(work: Callable[[], Array], cancel: threading.Event | None) -> Array:
    """Run work that cannot be stopped; leave it behind if it is no longer wanted."""
    results: list[Array] = []
    errors: list[BaseException] = []

    def run() -> None:
        try:
            results.append(work())
        except BaseException as error:
            errors.append(error)

    thread = threading.Thread(target=run, daemon=True)
    thread.start()
    while thread.is_alive():
        check(cancel)
        thread.join(_LISTEN)
    for error in errors:
        raise error
    return results[0]
