from __future__ import annotations

from dataclasses import dataclass, field

import pytest

from riffdesk.dsp.mix import db_of, true_peak
from riffdesk.dsp.phase import reconstruct
from riffdesk.settings import Settings
from riffdesk.sketch.paint.selection import Selection
from riffdesk.sketch.sketch import Sketch
from riffdesk.ui.canvas.tools import all_tools


@dataclass
class Desk:
    sketch: Sketch = field(default_factory=Sketch)
    settings: Settings = field(default_factory=Settings)
    selection: Selection | None = None

    def select(self, selection: Selection | None) -> None:
        self.selection = selection

    def seek_column(self, column: float) -> None:
        pass


def peak_of_a_stroke(name: str, hertz: float) -> float:
    """Return the true peak in dB of two seconds that are painted with a new user's settings."""
    desk = Desk()
    tool = next(tool for tool in all_tools() if tool.object_name == name)
    band = float(desk.sketch.params.band_of(hertz))
    tool.press(desk, (100, band), False)
    for column in range(110, 301, 10):
        tool.move(desk, (column, band), False)
    tool.release(desk)
    return db_of(true_peak(reconstruct(desk.sketch.layers[0].ink, desk.sketch.params, quality="draft")[None]))


@pytest.mark.parametrize("hertz", [200, 1_000, 4_000])
def test_the_first_stroke_is_loud_and_far_from_clipping(hertz: float) -> None:
    assert -16 < peak_of_a_stroke("toolBrush", hertz) < -6


def test_the_first_tone_has_a_musical_level() -> None:
    assert -15 < peak_of_a_stroke("toolTone", 1_000) < -9
