from __future__ import annotations

import pytest

from riffdesk.errors import UserError
from riffdesk.sketch.timeline import Keyframe, changed_keyframe, with_keyframe, without_keyframe


def test_keyframes_stay_in_order_of_time() -> None:
    keyframes = with_keyframe(with_keyframe((Keyframe(1.0),), Keyframe(3.0)), Keyframe(2.0))
    assert [one.seconds for one in keyframes] == [1, 2, 3]
    moved = changed_keyframe(keyframes, 0, seconds=2.5, prompt="late")
    assert [(one.seconds, one.prompt) for one in moved] == [(2.0, ""), (2.5, "late"), (3.0, "")]


def test_the_last_keyframe_cannot_be_removed() -> None:
    two = (Keyframe(0.0), Keyframe(1.0))
    one = without_keyframe(two, 0)
    assert one == (Keyframe(1.0),)
    assert without_keyframe(one, 0) == one


@pytest.mark.parametrize(
    ("field", "value"),
    [("seconds", -1), ("seconds", float("nan")), ("seed", -1), ("seed", 2**31), ("denoising", 1.1), ("guidance", 31)],
)
def test_values_out_of_range_are_refused(field: str, value: float) -> None:
    with pytest.raises(UserError, match="out of range"):
        Keyframe(**{field: value})
