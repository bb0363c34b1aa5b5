"""Tools that paint at random: noise and spray."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from itertools import count

from riffdesk.language import tr
from riffdesk.settings import Settings
from riffdesk.sketch.paint.tips import NoiseTip, SprayTip, Tip
from riffdesk.ui.canvas.tools.painting.paint_tool import (
    LOUDNESS,
    STRAIGHT,
    PaintTool,
    hardness_slider,
    size_slider,
)
from riffdesk.ui.canvas.tools.tool import Desk, Pointer, SliderOption, ToolInfo, percent_slider

_GRAIN = tr("Diameter of the grains, in pixels of the picture")
_DENSITY = tr("Density of the grains")
_NOISE = ToolInfo(
    tr("Noise"),
    "toolNoise",
    "X",
    "noise",
    tr("Paint noise, such as wind or a cymbal; {straight}", straight=STRAIGHT),
    options=(
        (size_slider("noise_size"),),
        (hardness_slider("noise_hardness"),),
        (percent_slider("noise_strength", tr("Strength"), LOUDNESS, low=1),),
    ),
    group="paint",
    modified=True,
)
_SPRAY = ToolInfo(
    tr("Spray"),
    "toolSpray",
    "Shift+S",
    "spray",
    tr("Scatter grains of sound, which tinkle or crackle; {straight}", straight=STRAIGHT),
    options=(
        (size_slider("spray_size"),),
        (SliderOption("spray_grain", tr("Grain"), _GRAIN, 1, 32),),
        (percent_slider("spray_density", tr("Density"), _DENSITY, low=1),),
        (percent_slider("spray_strength", tr("Strength"), LOUDNESS, low=1),),
    ),
    group="paint",
    modified=True,
)


class RandomTool(PaintTool):
    """A tool whose strokes differ: each has the next seed."""

    def __init__(self, info: ToolInfo, tip: Callable[[Settings], NoiseTip | SprayTip], size_setting: str) -> None:
        super().__init__(info, tip, size_setting)
        self._seeded, self._seeds = tip, count()

    def tip(self, desk: Desk, pointer: Pointer) -> Tip | None:
        """Return a tip with another seed than that of the stroke before."""
        return replace(self._seeded(desk.settings), seed=next(self._seeds))


def noise() -> PaintTool:
    """Return the noise tool."""
    return RandomTool(_NOISE, _noise_tip, "noise_size")


def spray() -> PaintTool:
    """Return the spray."""
    return RandomTool(_SPRAY, _spray_tip, "spray_size")


def _noise_tip(settings: Settings) -> NoiseTip:
    return NoiseTip(settings.noise_size, settings.noise_hardness, settings.noise_strength)


def _spray_tip(settings: Settings) -> SprayTip:
    return SprayTip(settings.spray_size, settings.spray_grain, settings.spray_density, settings.spray_strength)
