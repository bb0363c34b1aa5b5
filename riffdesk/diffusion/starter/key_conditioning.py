"""What lets a network play in a key: it reads the key in the prompt, and sees which bands belong to it.

Where a note lies on the canvas is a matter of the whole height; convolutions only see their neighbourhood.
Here a network is shown three pictures of the asked key: all bands of its scale, of the chord on its tonic, and
of the tonic itself, in every octave. They are like a keyboard laid along the edge of the canvas.
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
    """Return the place among the `KEYS` of a tonic (pitch class, 0 = C) and a mode."""
    return 12 * MODES.index(mode) + tonic


class KeyReader(Reader):
    """Reads the key that a text asks for, and whether it asks for one."""

    def __init__(self, width: int) -> None:
        super().__init__(width, KEYS + 1)

    def forward(self, text: Tensor) -> tuple[Tensor, Tensor]:
        """Read hidden states ``[n, tokens, width]``.

        Returns
        -------
        Tensor, Tensor
            Scores ``[n, 24]`` of the `KEYS`, and the logits ``[n]`` of the text naming one.
        """
        said = self.said(text)
        return said[:, :KEYS], said[:, KEYS]


def keyboard(scores: Tensor, asked: Tensor, rows: int, columns: int) -> Tensor:
    """Return the pictures ``[n, 48, rows, columns]`` of keys, as tall as latents; zero where none is asked for.

    Parameters
    ----------
    scores, asked : Tensor
        As a `KeyReader` returns them.
    rows, columns : int
        Size of the latents; each of their rows stands for `PATCH` bands, the highest first.
    """
    classes, bands = (table.to(scores.device) for table in (_classes_of_keys(), _classes_of_bands(rows * PATCH)))
    share = scores.float().softmax(dim=1) * asked.float().sigmoid()[:, None]
    pictures = torch.einsum("nk,kip,bp->nib", share, classes, bands)
    patches = pictures.reshape(-1, 3, rows, PATCH).transpose(2, 3).reshape(-1, KEYBOARD_WIDTH, rows)
    return patches[..., None].expand(-1, -1, -1, columns)


@functools.cache
def _classes_of_keys() -> Tensor:
    """Return which pitch classes each picture of each key shows: ``[24, 3, 12]``."""
    table = torch.zeros(KEYS, 3, 12)
    for mode, pictures in _PICTURES.items():
        for tonic in range(12):
            for number, steps in enumerate(pictures):
                table[key_number(tonic, mode), number, [(tonic + step) % 12 for step in steps]] = 1
    return table


@functools.cache
def _classes_of_bands(bands: int) -> Tensor:
    """Return how far each band, the highest first, belongs to the two nearest pitch classes: ``[bands, 12]``."""
    hertz = np.maximum(SpectrogramParams(bands=bands).hertz_of(np.arange(bands)), 1.0)
    pitch = torch.from_numpy(A4_MIDI + 12 * np.log2(hertz / A4_HZ)).float().flip(0)
    low = pitch.floor().long()
    beyond = (pitch - low)[:, None]
    one, other = (functional.one_hot(number % 12, 12) for number in (low, low + 1))
    return (1 - beyond) * one + beyond * other
