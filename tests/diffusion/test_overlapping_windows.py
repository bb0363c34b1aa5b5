"""Where windows are, and that cutting and joining changes nothing."""

from __future__ import annotations

import pytest
import torch
from hypothesis import given
from hypothesis import strategies as st

from riffdesk.diffusion.overlapping_windows import Windows, plan_windows

plans = st.builds(
    plan_windows,
    st.integers(1, 300),
    st.just(16),
    st.floats(0, 0.9),
    st.booleans(),
)


def test_windows_start_at_multiples_of_the_stride_whatever_the_length() -> None:
    assert plan_windows(64, 64, 0.25, False) == Windows(64, 64, 16, (0,))
    assert plan_windows(20, 64, 0.25, False) == Windows(64, 64, 16, (0,))
    assert plan_windows(65, 64, 0.25, False) == Windows(112, 64, 16, (0, 48))
    assert plan_windows(750, 64, 0.25, False).starts == tuple(range(0, 721, 48))


def test_windows_of_a_ring_are_spread_evenly_and_overlap_all_round() -> None:
    plan = plan_windows(100, 64, 0.25, True)
    assert plan.starts == (0, 33, 66)
    assert plan.length == 100
    assert plan_windows(64, 64, 0.25, True).starts == (0, 32)
    assert plan_windows(25, 64, 0.25, True).starts == (0,)


@given(plans, st.integers(0, 40))
def test_every_column_comes_back_as_it_was(plan: Windows, step: int) -> None:
    rolled = plan.rolled(step)
    columns = torch.rand((2, plan.length))
    cut = rolled.cut(columns)
    assert all(piece.shape == (2, 16) for piece in cut)
    torch.testing.assert_close(rolled.joined(cut), columns)
    scaled = rolled.scaled(4)
    pixels = torch.rand((1, 4 * plan.length))
    torch.testing.assert_close(scaled.joined(scaled.cut(pixels)), pixels)


def test_a_single_window_is_passed_on_as_it_is() -> None:
    piece = torch.rand((1, 16))
    assert plan_windows(16, 16, 0.25, False).joined([piece]) is piece


@pytest.mark.parametrize("circular", [False, True])
def test_windows_that_disagree_are_blended_without_a_step(circular: bool) -> None:
    plan = plan_windows(96, 16, 0.25, circular)
    pieces = [torch.full((1, 16), float(number % 2)) for number in range(len(plan.starts))]
    joined = plan.joined(pieces)[0]
    steps = (joined - joined.roll(1)).abs() if circular else joined.diff().abs()
    assert float(steps.max()) <= 1 / (plan.overlap + 1) + 1e-6
    assert float(joined.max()) == 1


def test_a_ring_has_its_borders_elsewhere_in_every_step() -> None:
    plan = plan_windows(96, 16, 0.25, True)
    starts = [plan.rolled(step).starts for step in range(5)]
    assert len({start for one in starts for start in one}) == 5 * len(plan.starts)
    line = plan_windows(96, 16, 0.25, False)
    assert line.rolled(3) is line


@given(st.integers(1, 300), st.integers(0, 40))
def test_a_short_loop_is_laid_out_to_a_window_and_each_column_is_seen_in_every_step(length: int, step: int) -> None:
    plan = plan_windows(length, 16, 0.25, True)
    laid = plan.laid_out()
    if length >= 16:
        assert laid == plan
        return
    assert laid.length == laid.rounds * length >= 16
    assert len(laid.starts) == len(plan.starts)
    rolled = laid.rolled(step)
    columns = torch.rand((2, length)).repeat(1, laid.rounds)
    agreed = rolled.agreed(rolled.joined(rolled.cut(columns)))
    torch.testing.assert_close(agreed, columns)


def test_the_rounds_of_a_loop_agree_on_their_mean() -> None:
    laid = plan_windows(8, 16, 0.25, True).laid_out()
    agreed = laid.agreed(torch.cat([torch.zeros(1, 8), torch.ones(1, 8)], dim=1))
    assert torch.equal(agreed[:, :8], agreed[:, 8:])
    assert float(agreed.min()) > 0.1
    assert float(agreed.max()) < 0.9


def test_a_strip_that_is_no_loop_is_not_laid_out() -> None:
    plan = plan_windows(5, 16, 0.25, False)
    assert plan.laid_out() == plan
