from __future__ import annotations

import pytest

from riffdesk.errors import UserError
from riffdesk.sketch.recipe.recipe import Recipe
from riffdesk.sketch.recipe.timeline import (
    MAX_SEED,
    Keyframe,
    WalkPosition,
    changed_keyframes,
    changed_spans,
    moved_keyframes,
    position_at,
    snapped,
    with_drawn_seeds,
    with_keyframe,
    with_seeds_of,
    without_keyframes,
)


def test_keyframes_stay_in_order_of_time() -> None:
    keyframes = with_keyframe(with_keyframe((Keyframe(1.0),), Keyframe(3.0)), Keyframe(2.0))
    assert [one.seconds for one in keyframes] == [1, 2, 3]
    moved, places = moved_keyframes(changed_keyframes(keyframes, {0}, prompt="late"), {0}, 1.5, latest=4.0)
    assert [(one.seconds, one.prompt) for one in moved] == [(2.0, ""), (2.5, "late"), (3.0, "")]
    assert places == {1}


def test_chosen_keyframes_are_changed_and_moved_together_and_stop_at_the_ends() -> None:
    keyframes = (Keyframe(1.0), Keyframe(2.0), Keyframe(3.0))
    changed = changed_keyframes(keyframes, {0, 2}, seed=9)
    assert [one.seed for one in changed] == [9, 42, 9]
    late, places = moved_keyframes(keyframes, {0, 1}, 100.0, latest=5.0)
    assert [one.seconds for one in late] == [3.0, 4.0, 5.0]
    assert places == {1, 2}
    early, places = moved_keyframes(keyframes, {1, 2}, -100.0, latest=5.0)
    assert [one.seconds for one in early] == [0.0, 1.0, 1.0]
    assert len(places) == 2


def test_times_snap_to_bar_lines() -> None:
    assert snapped(2.9, tempo=120, beats_per_bar=4) == 2.0
    assert snapped(3.1, tempo=120, beats_per_bar=4) == 4.0
    assert snapped(2.1, tempo=90, beats_per_bar=3) == 2.0


@pytest.mark.parametrize(("curve", "alphas"), [("linear", (0.25, 0.5)), ("smooth", (0.15625, 0.5)), ("hold", (0, 0))])
def test_the_curve_of_the_earlier_keyframe_says_how_it_goes_on(curve: str, alphas: tuple[float, float]) -> None:
    keyframes = (Keyframe(0.0, curve=curve), Keyframe(4.0, curve="hold"))
    assert (position_at(keyframes, 1.0).alpha, position_at(keyframes, 2.0).alpha) == alphas
    assert position_at(keyframes, 4.0).start == keyframes[1]
    with pytest.raises(UserError, match="curve"):
        Keyframe(curve="wavy")


def test_the_last_keyframe_cannot_be_removed() -> None:
    two = (Keyframe(0.0), Keyframe(1.0))
    one = without_keyframes(two, {0})
    assert one == (Keyframe(1.0),)
    assert without_keyframes(one, {0}) == one


@pytest.mark.parametrize(
    ("field", "value"),
    [("seconds", -1), ("seconds", float("nan")), ("seed", -2), ("seed", 2**32), ("denoising", 1.1), ("guidance", 31)],
)
def test_values_out_of_range_are_refused(field: str, value: float) -> None:
    with pytest.raises(UserError, match=rf"The {'time' if field == 'seconds' else field} of a keyframe is"):
        Keyframe(**{field: value})


A, B, C = Keyframe(1.0, "a"), Keyframe(3.0, "b"), Keyframe(5.0, "c")


@pytest.mark.parametrize(
    ("seconds", "start", "end", "alpha"),
    [
        (0.0, A, A, 0.0),
        (1.0, A, B, 0.0),
        (1.5, A, B, 0.25),
        (2.9, A, B, 0.95),
        (3.0, B, C, 0.0),
        (5.0, C, C, 0.0),
        (9.0, C, C, 0.0),
    ],
)
def test_a_time_lies_between_two_keyframes(seconds: float, start: Keyframe, end: Keyframe, alpha: float) -> None:
    for keyframes in ((A, B, C), (C, A, B)):
        here = position_at(keyframes, seconds)
        assert (here.start, here.end) == (start, end)
        assert here.alpha == pytest.approx(alpha)


def test_one_keyframe_holds_everywhere() -> None:
    for seconds in (0.0, 1.0, 100.0):
        assert position_at((A,), seconds) == WalkPosition(A, A, 0.0)
        assert position_at((A,), seconds, loop=4.0) == WalkPosition(A, A, 0.0)


def test_of_keyframes_at_one_time_the_last_one_holds_from_there_on() -> None:
    jump = Keyframe(3.0, "jump")
    assert position_at((A, B, jump), 2.0) == WalkPosition(A, B, 0.5)
    assert position_at((A, B, jump), 3.0) == WalkPosition(jump, jump, 0.0)


def test_in_a_loop_the_last_keyframe_flows_into_the_first() -> None:
    # From C at 5 s to A at 1 s of the next turn of 8 s: 4 s.
    for seconds, alpha in ((6.0, 0.25), (7.0, 0.5), (0.0, 0.75), (0.5, 0.875)):
        here = position_at((A, B, C), seconds, loop=8.0)
        assert (here.start.prompt, here.end.prompt) == ("c", "a")
        assert here.alpha == pytest.approx(alpha)
    assert position_at((A, B, C), 2.0, loop=8.0) == WalkPosition(A, B, 0.5)


FIVE = tuple(Keyframe(float(place), seed=place) for place in (0, 10, 20, 30, 40))


def test_nothing_has_changed_where_the_same_is_asked_for() -> None:
    assert changed_spans(FIVE, FIVE, 60) == []
    same = with_keyframe(FIVE, Keyframe(50.0, seed=40))  # what held there anyway
    assert changed_spans(FIVE, same, 60) == []
    assert changed_spans((Keyframe(0.0, prompt="a"),), (Keyframe(5.0, prompt="a", curve="hold"),), 20) == []


def test_the_last_of_five_keyframes_changes_what_comes_after_the_fourth() -> None:
    moved, _ = moved_keyframes(FIVE, {4}, 5.0, latest=60)
    assert changed_spans(FIVE, moved, 60) == [(30.0, 45.0)]
    other_seed = changed_keyframes(FIVE, {4}, seed=99)
    assert changed_spans(FIVE, other_seed, 60) == [(30.0, 60)]
    assert changed_spans(FIVE, changed_keyframes(FIVE, {2}, prompt="b"), 60) == [(10.0, 30.0)]
    assert changed_spans(FIVE, changed_keyframes(FIVE, {1}, curve="smooth"), 60) == [(10.0, 20.0)]
    assert changed_spans(FIVE, changed_keyframes(FIVE, {0, 4}, guidance=3.0), 60) == [(0.0, 10.0), (30.0, 60)]


def test_in_a_loop_the_last_keyframe_leads_to_the_first() -> None:
    assert changed_spans(FIVE, changed_keyframes(FIVE, {0}, seed=99), 60, loop=60) == [(0.0, 10.0), (40.0, 60)]
    assert changed_spans(FIVE, changed_keyframes(FIVE, {4}, seed=99), 60, loop=60) == [(30.0, 60)]
    assert changed_spans(FIVE, FIVE, 60, loop=60) == []


def test_random_seeds_are_drawn_each_time_and_the_others_stay() -> None:
    keyframes = (Keyframe(seed=-1), Keyframe(2.0, seed=7), Keyframe(4.0, seed=-1))
    made = [with_drawn_seeds(keyframes) for _ in range(5)]
    assert all(one[1].seed == 7 and 0 <= one[0].seed <= MAX_SEED and 0 <= one[2].seed <= MAX_SEED for one in made)
    assert len({one[place].seed for one in made for place in (0, 2)}) == 10
    with pytest.raises(UserError, match="random one is drawn before"):
        Recipe("starter", keyframes, 1.0, 12)
    assert Recipe("starter", made[0], 1.0, 12).keyframes == made[0]


def test_a_timeline_with_random_seeds_asks_a_riff_for_the_seeds_that_it_has() -> None:
    keyframes = (Keyframe(seed=-1), Keyframe(2.0, seed=7), Keyframe(4.0, seed=-1))
    made = with_drawn_seeds(keyframes)
    assert with_seeds_of(keyframes, made) == made
    longer = with_keyframe(keyframes, Keyframe(3.0, seed=-1))
    assert [one.seed for one in with_seeds_of(longer, made)] == [made[0].seed, 7, 7, made[2].seed]
    assert with_seeds_of(made, keyframes) == made
