"""The noise that a riff is made from: it depends on seed and place alone, wherever and however long the strip is.

Time is cut into blocks as wide as the network's own window. The first block of a seed is what
`torch.randn` draws with it for one image, so that a strip of one window starts from the noise that any
other program would start from; later blocks have seeds of their own, derived from seed and number. All is drawn on
the CPU, so that devices agree.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor

from riffdesk.diffusion.conditioning import Conditioning, slerp

_NOISE, _STEPS = 0, 1  # what a derived seed is for


def block_noise(seed: int, block: int, channels: int, height: int, width: int) -> NDArray[np.float32]:
    """Return standard normal noise of one block: float32 ``[channels, height, width]``."""
    generator = _generator(seed) if block == 0 else _generator(_derived(seed, _NOISE, block))
    return torch.randn((1, channels, height, width), generator=generator)[0].numpy()


def seed_noise(seeds: Sequence[int], first: int, channels: int, height: int, width: int) -> Tensor:
    """Return the noise of a strip that has one seed for each of its columns.

    Parameters
    ----------
    seeds : sequence of int
        One for each column, >= 0.
    first : int
        Column, on the noise's own axis, that the strip begins at.
    channels, height : int
        Size of a column of latents.
    width : int
        Columns in a block.

    Returns
    -------
    float32 ``[channels, height, len(seeds)]``
    """
    out = np.empty((channels, height, len(seeds)), np.float32)
    for start, stop, block in _blocks(len(seeds), first, width):
        place = start + first - block * width
        for seed in dict.fromkeys(seeds[start:stop]):
            noise = block_noise(seed, block, channels, height, width)[..., place : place + stop - start]
            here = np.array([one == seed for one in seeds[start:stop]])
            out[..., start:stop][..., here] = noise[..., here]
    return torch.from_numpy(out)


def walk_noise(walk: Sequence[Conditioning], first: int, channels: int, height: int, width: int) -> Tensor:
    """Return the noise of a strip, spherically interpolated between the seeds of each column.

    Within a block, the arc is that between the two seeds' whole blocks, as if a single image were made.

    Parameters
    ----------
    walk : sequence of Conditioning
        One for each column.
    first, channels, height, width : int
        As in `seed_noise`.

    Returns
    -------
    float32 ``[channels, height, len(walk)]``
    """
    out = np.empty((channels, height, len(walk)), np.float32)
    for start, stop, block in _blocks(len(walk), first, width):
        column = start
        for pair, group in groupby(walk[start:stop], lambda one: (one.start.seed, one.end.seed)):
            alphas = np.array([one.alpha for one in group])
            here = slice(column, column + len(alphas))
            place = slice(here.start + first - block * width, here.stop + first - block * width)
            ends = [block_noise(seed, block, channels, height, width) for seed in pair]
            if pair[0] == pair[1]:
                out[..., here] = ends[0][..., place]
            else:
                whole = np.zeros(width)
                whole[place] = alphas
                out[..., here] = slerp(whole, ends[0], ends[1])[..., place]
            column = here.stop
    return torch.from_numpy(out)


def step_generators(walk: Sequence[Conditioning], first: int, step: int) -> list[torch.Generator]:
    """Return a generator for each column, for schedulers that add noise in every step.

    It belongs to the nearer of the column's two seeds: this noise is new in every step and
    interpolates nothing.
    """
    return [
        _generator(_derived(one.start.seed if one.alpha < 0.5 else one.end.seed, _STEPS, first + column, step))
        for column, one in enumerate(walk)
    ]


def _blocks(length: int, first: int, width: int) -> list[tuple[int, int, int]]:
    """Return start and stop column and number of each block that a strip touches."""
    numbers = range(first // width, (first + length - 1) // width + 1)
    return [(max(0, n * width - first), min(length, (n + 1) * width - first), n) for n in numbers]


def _derived(seed: int, *places: int) -> int:
    """Return a seed for places, which may be negative: a strip can go on to the left of its beginning."""
    sequence = np.random.SeedSequence([seed, *(place % 2**32 for place in places)])
    return int(sequence.generate_state(1, np.uint64)[0])


def _generator(seed: int) -> torch.Generator:
    return torch.Generator().manual_seed(seed)
