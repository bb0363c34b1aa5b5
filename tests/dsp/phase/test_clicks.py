"""Lines one column wide sound as clicks where they are drawn."""

from __future__ import annotations

import numpy as np
import pytest

from riffdesk.dsp.phase.clicks import NO_CLICK, with_clicks
from riffdesk.dsp.phase.quality import Quality
from riffdesk.dsp.phase.reconstruction import reconstruct
from tests.dsp.phase.drawing import HOP, PARAMS, blank, click, tone_line
from tests.measure import Array, rms_db

COLUMNS = 61
NEAR = 0.015 * PARAMS.sample_rate


def share_near(sound: Array, column: int, *, circular: bool = False) -> float:
    """Return the share of the energy that is within 15 ms of a column."""
    distance = np.abs(np.arange(len(sound)) - column * HOP)
    if circular:
        distance = np.minimum(distance, len(sound) - distance)
    energy = sound.astype(np.float64) ** 2
    return float(energy[distance <= NEAR].sum() / energy.sum())


@pytest.mark.parametrize("column", [0, 2, 3, 20, 21, 58, 59])
@pytest.mark.parametrize("quality", ["draft", "good"])
def test_a_lines_energy_is_within_15_ms_of_its_column(quality: Quality, column: int) -> None:
    assert share_near(reconstruct(click(column, COLUMNS), PARAMS, quality=quality), column) > 0.96


@pytest.mark.parametrize("column", [1, COLUMNS - 1])
@pytest.mark.parametrize(("quality", "least"), [("draft", 0.85), ("good", 0.92)])
def test_a_line_beside_its_own_reflection_is_not_far_behind(quality: Quality, least: float, column: int) -> None:
    assert share_near(reconstruct(click(column, COLUMNS), PARAMS, quality=quality), column) > least


@pytest.mark.parametrize("column", [0, 1, 30, 60])
def test_in_a_loop_the_first_and_last_columns_are_like_any_other(column: int) -> None:
    sound = reconstruct(click(column, COLUMNS), PARAMS, circular=True)
    assert share_near(sound, column, circular=True) > 0.99


def test_a_short_line_clicks_in_its_bands_only() -> None:
    ink = blank(COLUMNS)
    ink[200:300, 30] = 0.6
    sound = reconstruct(ink, PARAMS)
    assert share_near(sound, 30) > 0.95
    power = np.abs(np.fft.rfft(sound)) ** 2
    hertz = np.fft.rfftfreq(len(sound), 1 / PARAMS.sample_rate)
    low, high = PARAMS.hertz_of([198, 301])
    assert power[(hertz > low) & (hertz < high)].sum() > 0.98 * power.sum()


def test_a_click_painted_into_a_sound_is_heard_at_its_place() -> None:
    ink = tone_line(440, 120)
    before = reconstruct(ink, PARAMS)
    ink[:, 60] = np.maximum(ink[:, 60], 0.5)
    after = reconstruct(ink, PARAMS, previous=before, changed=(60, 61))
    assert share_near(after - before, 60) > 0.95


def test_two_lines_are_two_clicks() -> None:
    sound = reconstruct(click(20, 60) + click(40, 60), PARAMS)
    assert share_near(sound, 20) == pytest.approx(0.5, abs=0.02)
    assert share_near(sound, 40) == pytest.approx(0.5, abs=0.02)


def test_ink_that_is_wider_than_a_column_is_left_as_it_is() -> None:
    ink = tone_line(440, 60, 10, 50)[None]
    mel, clicks = with_clicks(ink, PARAMS, circular=False)
    assert mel is ink
    assert clicks is None


def test_a_click_is_wanted_in_the_shape_of_the_window() -> None:
    mel, clicks = with_clicks(click(30, COLUMNS)[None], PARAMS, circular=False)
    assert clicks is not None
    np.testing.assert_allclose(mel[0, 0, 26:35] / mel[0, 0, 30], np.hanning(11)[1:-1], atol=1e-6)
    np.testing.assert_array_equal(clicks[0, 0, 26:35], np.arange(4, -5, -1))
    assert (clicks[0, 0, :25] == NO_CLICK).all()


def test_a_faint_line_in_front_of_a_loud_one_does_not_take_its_place() -> None:
    ink = click(30, COLUMNS, 0.6)
    ink[:, 27] = 0.2
    mel, _ = with_clicks(ink[None], PARAMS, circular=False)
    assert (mel >= ink).all()
    assert rms_db(mel[0, :, 30]) == pytest.approx(rms_db(ink[:, 30]))
