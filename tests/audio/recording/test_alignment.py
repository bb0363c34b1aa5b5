"""A recording belongs where the playhead was when it was played."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from riffdesk.audio.recording.alignment import Moment, Piece, rounds_of

RATE = 44_100


def moments(
    played: list[tuple[float, float, float]], *, input_rate: int = RATE, step: float = 0.005, period: int = 1
) -> list[Moment]:
    """Return moments of a recording that opened at 0 s, for parts (from second, to second, first place in seconds).

    ``period`` is by how many frames at once the input tells of what has arrived.
    """
    found = []
    for time in np.arange(0.0, max(stop for _, stop, _ in played) + 0.1, step):
        part = next((one for one in played if one[0] <= time < one[1]), None)
        place = None if part is None else (part[2] + time - part[0]) * RATE
        found.append(Moment(100.0 + time, int(time * input_rate) // period * period, place))
    return found


@given(
    start=st.floats(0.0, 20.0),
    opened=st.floats(0.01, 3.0),
    latency=st.floats(0.0, 0.3),
    input_rate=st.sampled_from((16_000, 44_100, 48_000, 96_000)),
)
def test_a_round_begins_where_it_was_played_to_a_millisecond(
    start: float, opened: float, latency: float, input_rate: int
) -> None:
    """Played from ``start`` on, ``opened`` seconds after the input: its sound is ``latency`` later in the recording."""
    sample = round(start * RATE)
    found = rounds_of(
        moments([(opened, opened + 2.0, sample / RATE)], input_rate=input_rate),
        input_rate, RATE, latency=latency, starts=(sample,), stops=(sample + 2 * RATE,),
    )  # fmt: skip
    ((piece,),) = found
    assert (piece.position, piece.samples) == (sample, 2 * RATE)
    assert piece.begin == pytest.approx((opened + latency) * RATE, abs=0.001 * RATE)


def test_each_time_round_a_loop_is_a_round_of_its_own() -> None:
    loop = (1.0, 2.5)
    parts = [(0.5, 2.0, 1.0), (2.0, 3.5, 1.0), (3.5, 4.2, 1.0)]
    found = rounds_of(moments(parts), RATE, RATE, latency=0.02, starts=(RATE,), stops=(round(2.5 * RATE),))
    assert [pieces[0].position for pieces in found] == [RATE] * 3
    assert [pieces[0].samples for pieces in found][:2] == [round((loop[1] - loop[0]) * RATE)] * 2
    assert found[2][0].samples == pytest.approx(0.7 * RATE, abs=0.006 * RATE)
    begins = [pieces[0].begin for pieces in found]
    assert begins == pytest.approx([0.52 * RATE, 2.02 * RATE, 3.52 * RATE], abs=0.001 * RATE)


def test_a_jump_forwards_stays_in_the_round_and_a_jump_back_begins_another() -> None:
    found = rounds_of(moments([(0.2, 1.2, 0.0), (1.2, 2.0, 3.0), (2.0, 3.0, 0.5)]), RATE, RATE, latency=0.0)
    assert [len(pieces) for pieces in found] == [2, 1]
    assert found[0][1].position == pytest.approx(3 * RATE, abs=0.006 * RATE)


def test_a_count_in_and_what_is_shorter_than_a_moment_are_left_out() -> None:
    assert rounds_of(moments([(0.2, 0.21, 0.0)]), RATE, RATE, latency=0.0) == []
    assert rounds_of([Moment(1.0, 100, None)], RATE, RATE, latency=0.0) == []


def test_an_input_that_tells_of_its_sound_in_periods_is_aligned_by_the_earliest_news() -> None:
    found = rounds_of(moments([(0.5, 2.5, 0.0)], period=1_024), RATE, RATE, latency=0.0, starts=(0,))
    assert found[0][0].begin == pytest.approx(0.5 * RATE, abs=0.0055 * RATE)


def test_a_piece_ends_where_its_samples_do() -> None:
    assert Piece(100, 50, 7).stop == 150
