"""Where a bubble goes: on a side with room, inside the window, never over its control."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QRect, QSize

from riffdesk.ui.help.bubble import Side, place

WINDOW = QRect(0, 0, 1_000, 700)
BUBBLE = QSize(300, 150)


@pytest.mark.parametrize(
    ("control", "sides", "expected"),
    [
        (QRect(800, 400, 200, 100), [Side.LEFT], (QRect(500, 375, 300, 150), Side.LEFT)),
        (QRect(40, 10, 100, 40), [Side.BELOW], (QRect(0, 50, 300, 150), Side.BELOW)),
        (QRect(0, 100, 40, 80), [Side.RIGHT], (QRect(40, 65, 300, 150), Side.RIGHT)),
        (QRect(0, 600, 1_000, 100), [Side.ABOVE], (QRect(350, 450, 300, 150), Side.ABOVE)),
        (QRect(100, 300, 50, 50), [Side.LEFT, Side.BELOW], (QRect(0, 350, 300, 150), Side.BELOW)),
    ],
)
def test_the_first_side_with_room_is_taken(control: QRect, sides: list[Side], expected: tuple[QRect, Side]) -> None:
    assert place(BUBBLE, control, WINDOW, sides) == expected


@given(st.integers(0, 990), st.integers(0, 690), st.integers(1, 1_000), st.integers(1, 700))
def test_it_stays_inside_and_hides_the_control_only_where_no_side_has_room(x: int, y: int, w: int, h: int) -> None:
    control = QRect(x, y, w, h).intersected(WINDOW)
    box, side = place(BUBBLE, control, WINDOW, tuple(Side))
    assert WINDOW.contains(box)
    assert box.size() == BUBBLE
    assert box.intersects(control) == (side is None)
    room = (
        control.left() >= 300 or 1_000 - control.right() - 1 >= 300,
        control.top() >= 150 or 700 - control.bottom() - 1 >= 150,
    )
    assert any(room) == (side is not None)
