"""Tips of the painting tools: what they paint along a line."""

from riffdesk.sketch.paint.tips.brush import BrushTip, EraserTip
from riffdesk.sketch.paint.tips.tip import MAX_SIZE, MIN_SIZE, Point, Tip
from riffdesk.sketch.paint.tips.tone import ToneTip

__all__ = ["MAX_SIZE", "MIN_SIZE", "BrushTip", "EraserTip", "Point", "Tip", "ToneTip"]
