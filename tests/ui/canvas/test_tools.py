from __future__ import annotations

from dataclasses import dataclass, field, fields
from itertools import pairwise

import numpy as np
import pytest
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QAbstractButton, QLabel

from riffdesk.dsp.band_scale import BandScale
from riffdesk.dsp.mix import db_of, true_peak
from riffdesk.dsp.params import SpectrogramParams
from riffdesk.dsp.phase.reconstruction import reconstruct
from riffdesk.settings import Settings
from riffdesk.sketch.paint.region import Region
from riffdesk.sketch.sketch import Sketch
from riffdesk.ui.canvas.tools.all_tools import all_tools
from riffdesk.ui.canvas.tools.tool import CountOption, Pointer, SliderOption, SwitchOption
from riffdesk.ui.window.main_window import MainWindow
from tests.ui.conftest import Hands


@dataclass
class Desk:
    sketch: Sketch = field(default_factory=Sketch)
    settings: Settings = field(default_factory=Settings)
    selection: Region | None = None
    scale: BandScale = field(default_factory=lambda: BandScale(SpectrogramParams()))

    def select(self, selection: Region | None) -> None:
        self.selection = selection

    def seek_column(self, column: float) -> None:
        pass


def peak_of_a_stroke(name: str, *points: tuple[int, float]) -> float:
    """Return the true peak in dB of a stroke through points (column, hertz) with a new user's settings."""
    desk = Desk()
    tool = next(tool for tool in all_tools() if tool.info.object_name == name)
    path = [(column, float(desk.sketch.params.band_of(hertz))) for column, hertz in points]
    tool.press(desk, Pointer(path[0]))
    for (column, band), (next_column, next_band) in pairwise(path):
        for part in np.linspace(0.05, 1, 20):
            tool.move(desk, Pointer((column + (next_column - column) * part, band + (next_band - band) * part)))
    tool.release(desk)
    return db_of(true_peak(reconstruct(desk.sketch.layers[0].ink, desk.sketch.params, quality="draft")[None]))


@pytest.mark.parametrize("hertz", [200, 1_000, 4_000])
def test_the_first_stroke_is_loud_and_far_from_clipping(hertz: float) -> None:
    assert -16 < peak_of_a_stroke("toolBrush", (100, hertz), (300, hertz)) < -6


def test_a_first_stroke_up_and_down_stays_below_the_limiter() -> None:
    zigzag = (30, 200), (100, 3_000), (150, 200), (200, 3_000), (250, 200)
    assert peak_of_a_stroke("toolBrush", *zigzag) < 0
    assert peak_of_a_stroke("toolBrush", (50, 80), (470, 9_000)) < -6


@pytest.mark.parametrize("hertz", [(200, 2_000), (30, 9_500), (400, 800), (1_000, 5_000), (5_000, 9_000)])
def test_a_first_stroke_straight_up_stays_below_the_limiter(hertz: tuple[float, float]) -> None:
    assert -12 < peak_of_a_stroke("toolBrush", (200, hertz[0]), (200, hertz[1])) < 0


def test_the_first_tone_has_a_musical_level() -> None:
    assert -15 < peak_of_a_stroke("toolTone", (100, 1_000), (300, 1_000)) < -9


def test_an_option_sets_a_setting_within_what_the_settings_take() -> None:
    kept = {one.name: one.metadata for one in fields(Settings)}
    options = [option for tool in all_tools() for row in tool.info.options for option in row]
    assert {option.setting for option in options if isinstance(option, SwitchOption)} <= kept.keys()
    for option in options:
        if isinstance(option, SliderOption | CountOption):
            scale = option.scale if isinstance(option, SliderOption) else 1
            assert (
                kept[option.setting]["low"] <= option.low / scale < option.high / scale <= kept[option.setting]["high"]
            )


def test_every_tool_has_a_command_a_place_in_the_tool_bar_and_its_options(window: MainWindow, hands: Hands) -> None:
    for tool in window.tools.values():
        combination = QKeySequence(tool.info.shortcut)[0]
        hands.key(combination.key(), combination.keyboardModifiers())
        assert window.canvas.tool is tool
        assert window.actions_[tool.info.object_name].isChecked()
        shown = window.tool_panel._pages.currentWidget()
        titles = {label.text() for label in shown.findChildren(QLabel)} | {
            button.text() for button in shown.findChildren(QAbstractButton)
        }
        assert {option.title for row in tool.info.options for option in row} <= titles
        assert tool.info.options or tool.info.about in titles
