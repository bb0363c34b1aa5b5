"""Bars, tempo and meter make exact lengths."""

from __future__ import annotations

import pytest

from riffdesk.errors import UserError
from riffdesk.sketch.music.tempo import bar_seconds, seconds_of, whole_beats


@pytest.mark.parametrize(
    ("bars", "tempo", "beats", "seconds"),
    [(4, 120, 4, 8.0), (1, 400, 1, 0.15), (64, 90, 3, 128.0), (2.5, 60, 4, 10.0), (1, 174, 4, 4 * 60 / 174)],
)
def test_bars_are_seconds(bars: float, tempo: float, beats: int, seconds: float) -> None:
    assert seconds_of(bars, tempo, beats) == pytest.approx(seconds, rel=1e-12)
    assert bar_seconds(tempo, beats) * bars == pytest.approx(seconds)


@pytest.mark.parametrize(
    ("bars", "tempo", "beats", "about"),
    [
        (0, 120, 4, "bars"), (-1, 120, 4, "bars"), (float("nan"), 120, 4, "bars"), (float("inf"), 120, 4, "bars"),
        (1, 0, 4, "tempo"), (1, 10_000, 4, "tempo"), (1, float("nan"), 4, "tempo"), (1, 120, 0, "beats"),
        (1, 120, 17, "beats"),
    ],
)  # fmt: skip
def test_impossible_bars_are_refused_in_one_sentence(bars: float, tempo: float, beats: int, about: str) -> None:
    with pytest.raises(UserError, match=about):
        seconds_of(bars, tempo, beats)


@pytest.mark.parametrize("tempo", [120, 174, 97.3])
def test_a_length_rounded_to_the_sample_is_whole_beats_and_any_other_is_not(tempo: float) -> None:
    samples = round(seconds_of(3, tempo, 5) * 44_100)
    assert whole_beats(samples, 44_100, tempo) == 15
    assert whole_beats(samples + 2, 44_100, tempo) is None
    assert whole_beats(samples, 44_100, 0) is None
    assert whole_beats(1, 44_100, tempo) is None
