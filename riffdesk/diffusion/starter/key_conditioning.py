"""Conditioning of a network on a key: the key is read from the prompt, and the bands of its notes become an input.

The pitch of a band depends on its position in the full height, of which convolutions see only a neighbourhood. The
input has three pictures of the key, like a keyboard along the edge of the canvas: the bands of its scale, of the
chord on its tonic, and of the tonic, in every octave.
"""

from __future__ import annotations

import functools

import numpy as np
import torch
from torch import Tensor
from torch.nn import functional

from riffdesk.diffusion.starter.number_reader import Reader
from riffdesk.diffusion.starter.patch_autoencoder import PATCH
from riffdesk.dsp.params import SpectrogramParams
from riffdesk.dsp.pitch import A4_HZ, A4_MIDI, MODES, SCALES

KEYS = 12 * len(MODES)
"""C major, C sharp major and so on up to B major, then the same in minor."""

# Semitones above the tonic: the scale, the chord on the tonic, and the tonic.
_PICTURES = {mode: (scale, scale[:5:2], scale[:1]) for mode, scale in SCALES.items()}
KEYBOARD_WIDTH = 3 * PATCH


def key_number(tonic: int, mode: str) -> int:
    """Return the index among the `KEYS` of a tonic (pitch class, 0 = C) and a mode."""
    return 12 * MODES.index(mode) + tonic


class KeyReader(Reader):
    """Reads the key in a text, and whether there is one."""

    def __init__(self, width: int) -> None:
        super().__init__(width, KEYS + 1)

    def forward(self, text: Tensor) -> tuple[Tensor, Tensor]:
        """Read hidden states ``[n, tokens, width]``.

        Returns
        -------
        Tensor, Tensor
            Scores ``[n, 24]`` of the `KEYS`, and logits ``[n]`` of the presence of a key.
        """
        numbers = self.numbers_of(text)
        return numbers[:, :KEYS], numbers[:, KEYS]


def keyboard(scores: Tensor, presence: Tensor, rows: int, columns: int) -> Tensor:
    """Return the pictures ``[n, 48, rows, columns]`` of keys, at the height of the latents; zero without a key.

    Parameters
    ----------
    scores, presence : Tensor
        The outputs of a `KeyReader`.
    rows, columns : int
        Size of the latents; each row is `PATCH` bands, the highest first.
    """
    classes, bands = _classes_of_keys(scores.device), _classes_of_bands(rows * PATCH, scores.device)
    share = scores.float().softmax(dim=1) * presence.float().sigmoid()[:, None]
    pictures = torch.einsum("nk,kip,bp->nib", share, classes, bands)
    patches = pictures.reshape(-1, 3, rows, PATCH).transpose(2, 3).reshape(-1, KEYBOARD_WIDTH, rows)
    return patches[..., None].expand(-1, -1, -1, columns)


@functools.cache
def _classes_of_keys(device: torch.device) -> Tensor:
    """Return the pitch classes of each picture of each key: ``[24, 3, 12]``."""
    table = torch.zeros(KEYS, 3, 12)
    for mode, pictures in _PICTURES.items():
        for tonic in range(12):
            for number, steps in enumerate(pictures):
                table[key_number(tonic, mode), number, [(tonic + step) % 12 for step in steps]] = 1
    return table.to(device)


@functools.cache
def _classes_of_bands(bands: int, device: torch.device) -> Tensor:
    """Return the weights of the two nearest pitch classes for each band, the highest first: ``[bands, 12]``."""
    hertz = np.maximum(SpectrogramParams(bands=bands).hertz_of(np.arange(bands)), 1.0)
    pitch = torch.from_numpy(A4_MIDI + 12 * np.log2(hertz / A4_HZ)).float().flip(0)
    low = pitch.floor().long()
    fraction = (pitch - low)[:, None]
    lower, upper = (functional.one_hot(number % 12, 12) for number in (low, low + 1))
    return ((1 - fraction) * lower + fraction * upper).to(device)
