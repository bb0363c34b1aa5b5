"""The line that tells how far long work is; the window's tests see it at work."""

from __future__ import annotations

import pytest

from riffdesk.ui.riff.render_progress import time_left


@pytest.mark.parametrize(
    ("seconds", "text"),
    [
        (0.2, "nearly done"),
        (1, "1 s left"),
        (99.4, "99 s left"),
        (100, "2 min left"),
        (1_234, "21 min left"),
        (36_000, "10.0 h left"),
    ],
)
def test_a_time_is_told_as_one_says_it(seconds: float, text: str) -> None:
    assert time_left(seconds) == text
