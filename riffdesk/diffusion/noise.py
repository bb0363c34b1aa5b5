"""The noise of a riff: it depends on seed and position alone, not on where a strip begins or how long it is.

Time is divided into blocks as wide as the network's window. The first block of a seed is the noise that `torch.randn`
draws with it for one image, so that a strip of one window starts from the same noise as in other programs; later
blocks have seeds derived from seed and number. All noise is drawn on the CPU, so that devices agree.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor

from riffdesk.diffusion.conditioning import Conditioning, slerp

_NOISE, _STEPS = 0, 1  # purposes of a derived seed


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
        First column of the strip on the axis of the noise.
    channels, height : int
        Size of a column of latents.
    width : int
        Columns in a block.

    Returns
    -------
    float32 ``[channels, height, len(seeds)]``
    """
    noise = np.empty((channels, height, len(seeds)), np.float32)
    for start, stop, block in _blocks(len(seeds), first, width):
        offset = start + first - block * width
        for seed in dict.fromkeys(seeds[start:stop]):
            drawn = block_noise(seed, block, channels, height, width)[..., offset : offset + stop - start]
            columns = np.array([other == seed for other in seeds[start:stop]])
            noise[..., start:stop][..., columns] = drawn[..., columns]
    return torch.from_numpy(noise)


def step_noise(seed: int, step: int, columns: int, channels: int, height: int, width: int) -> Tensor:
    """Return noise that a sampler adds after a step: that of `seed_noise` for a seed derived from seed and step.

    Returns
    -------
    float32 ``[channels, height, columns]``
    """
    return seed_noise([_derived(seed, _STEPS, step)] * columns, 0, channels, height, width)


def walk_noise(walk: Sequence[Conditioning], first: int, channels: int, height: int, width: int) -> Tensor:
    """Return the noise of a strip, spherically interpolated between the seeds of each column.

    Within a block, the arc is that between the full blocks of the two seeds, as for a single image.

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
    noise = np.empty((channels, height, len(walk)), np.float32)
    for start, stop, block in _blocks(len(walk), first, width):
        column = start
        for pair, group in groupby(
            walk[start:stop], lambda conditioning: (conditioning.start.seed, conditioning.end.seed)
        ):
            alphas = np.array([conditioning.alpha for conditioning in group])
            columns = slice(column, column + len(alphas))
            block_columns = slice(columns.start + first - block * width, columns.stop + first - block * width)
            ends = [block_noise(seed, block, channels, height, width) for seed in pair]
            if pair[0] == pair[1]:
                noise[..., columns] = ends[0][..., block_columns]
            else:
                block_alphas = np.zeros(width)
                block_alphas[block_columns] = alphas
                noise[..., columns] = slerp(block_alphas, ends[0], ends[1])[..., block_columns]
            column = columns.stop
    return torch.from_numpy(noise)


def step_generators(walk: Sequence[Conditioning], first: int, step: int) -> list[torch.Generator]:
    """Return a generator for each column, for schedulers that add noise in every step.

    It is seeded with the nearer of the column's two seeds: this noise is new in every step and is not interpolated.
    """
    return [
        _generator(
            _derived(
                conditioning.start.seed if conditioning.alpha < 0.5 else conditioning.end.seed,
                _STEPS,
                first + column,
                step,
            )
        )
        for column, conditioning in enumerate(walk)
    ]


def _blocks(length: int, first: int, width: int) -> list[tuple[int, int, int]]:
    """Return start and stop column and number of each block that a strip touches."""
    numbers = range(first // width, (first + length - 1) // width + 1)
    return [(max(0, n * width - first), min(length, (n + 1) * width - first), n) for n in numbers]


def _derived(seed: int, *places: int) -> int:
    """Return a seed for positions, which are negative where a riff is continued to the left."""
    sequence = np.random.SeedSequence([seed, *(place % 2**32 for place in places)])
    return int(sequence.generate_state(1, np.uint64)[0])


def _generator(seed: int) -> torch.Generator:
    return torch.Generator().manual_seed(seed)
