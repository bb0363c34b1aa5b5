"""Noise depends on seed and place, and on nothing else."""

from __future__ import annotations

import numpy as np
import pytest
import torch

from riffdesk.diffusion.conditioning import slerp
from riffdesk.diffusion.noise import block_noise, seed_noise, step_generators, walk_noise
from tests.diffusion.strips import point, stroll, walk

SIZE = (4, 8, 16)  # channels, height, width of a block


def randn(seed: int) -> torch.Tensor:
    return torch.randn((1, *SIZE), generator=torch.Generator().manual_seed(seed))[0]


def test_the_first_block_is_what_a_seed_gives_for_one_image() -> None:
    assert torch.equal(walk_noise(walk(16), 0, *SIZE), randn(5))


def test_a_column_has_the_same_noise_however_long_the_strip_and_wherever_it_begins() -> None:
    long = walk_noise(walk(100), -20, *SIZE)
    for first, length in ((0, 16), (-20, 1), (-7, 30), (33, 40)):
        assert torch.equal(walk_noise(walk(length), first, *SIZE), long[..., first + 20 : first + 20 + length])


def test_blocks_are_standard_normal_and_not_alike() -> None:
    noise = walk_noise(walk(160), -32, *SIZE).numpy()
    assert abs(noise.mean()) < 0.03
    assert abs(noise.std() - 1) < 0.03
    blocks = noise.reshape(4 * 8, 10, 16).swapaxes(0, 1).reshape(10, -1)
    correlation = np.corrcoef(blocks) - np.eye(10)
    assert np.abs(correlation).max() < 0.2
    assert not np.array_equal(block_noise(5, 1, *SIZE), block_noise(6, 1, *SIZE))


def test_between_two_seeds_it_is_the_slerp_of_their_blocks() -> None:
    start, end = point(seed=1), point(seed=2)
    noise = walk_noise(walk(16, start, end, 0.3), 0, *SIZE).numpy()
    np.testing.assert_array_equal(noise, slerp(0.3, randn(1).numpy(), randn(2).numpy()))
    ends = walk_noise(stroll(16, start, end), 0, *SIZE)
    assert torch.equal(ends[..., 0], randn(1)[..., 0])
    np.testing.assert_allclose(ends[..., -1], randn(2)[..., -1], atol=1e-6)
    assert abs(float(walk_noise(stroll(160, start, end), 0, *SIZE).std()) - 1) < 0.03


def test_each_column_can_have_a_seed_of_its_own() -> None:
    noise = seed_noise([1] * 5 + [2] * 15, 0, *SIZE)
    assert torch.equal(noise[..., :5], randn(1)[..., :5])
    assert torch.equal(noise[..., 5:16], randn(2)[..., 5:])


def test_steps_draw_noise_by_nearer_seed_place_and_step() -> None:
    def draws(columns: tuple, first: int, step: int) -> list[float]:
        return [float(torch.randn(20, generator=one)[0]) for one in step_generators(columns, first, step)]

    at = draws(walk(10), 3, 1)
    assert len(set(at)) == 10
    assert at == draws(walk(10), 3, 1)
    assert at[4:] == draws(walk(6), 7, 1)
    assert not set(at) & set(draws(walk(10), 3, 2))
    assert at == draws(walk(10, point(), point(seed=9), 0.4), 3, 1)
    assert at == draws(walk(10, point(seed=9), point(), 0.6), 3, 1)


@pytest.mark.parametrize("seed", [0, 2**31 - 1, 2**31, 2**32 - 1])
def test_every_seed_begins_as_any_other_program_would(seed: int) -> None:
    assert torch.equal(torch.from_numpy(block_noise(seed, 0, *SIZE)), randn(seed))


def test_later_blocks_of_seeds_are_as_they_were() -> None:
    for seed, first in ((2**31 - 1, -1.9550234079360962), (2**32 - 1, 0.2599957585334778)):
        assert float(block_noise(seed, 1, *SIZE)[0, 0, 0]) == pytest.approx(first, rel=1e-6)
