"""Tips of the painting tools, which paint along a line."""

from riffdesk.sketch.paint.tips.brush import BrushTip, EraserTip
from riffdesk.sketch.paint.tips.copying import CloneTip, OriginalTip
from riffdesk.sketch.paint.tips.noise import NoiseTip, SprayTip
from riffdesk.sketch.paint.tips.retouch import BlurTip, DodgeTip, SmudgeTip
from riffdesk.sketch.paint.tips.stamp import StampInk, StampTip
from riffdesk.sketch.paint.tips.tip import MAX_SIZE, MIN_SIZE, Point, RoundTip, Tip
from riffdesk.sketch.paint.tips.tone import ToneTip

__all__ = [
    "MAX_SIZE", "MIN_SIZE", "BlurTip", "BrushTip", "CloneTip", "DodgeTip", "EraserTip", "NoiseTip", "OriginalTip",
    "Point", "RoundTip", "SmudgeTip", "SprayTip", "StampInk", "StampTip", "Tip", "ToneTip",
]  # fmt: skip
