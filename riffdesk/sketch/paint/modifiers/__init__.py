"""Modifiers of the marks of every tool: harmonics, the magnet, and the grid."""

from riffdesk.sketch.paint.modifiers.grid import GRIDS, Grid
from riffdesk.sketch.paint.modifiers.harmonics import Harmonics
from riffdesk.sketch.paint.modifiers.magnet import Magnet
from riffdesk.sketch.paint.modifiers.modifiers import Modifiers

__all__ = ["GRIDS", "Grid", "Harmonics", "Magnet", "Modifiers"]
