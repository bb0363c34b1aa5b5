"""The modifiers of a tool in the settings."""

from __future__ import annotations

from riffdesk.settings import Settings
from riffdesk.sketch.paint.modifiers import Grid, Harmonics, Magnet, Modifiers
from riffdesk.sketch.state import State
from riffdesk.ui.canvas.tools.tool import ToolInfo


def modifiers_of(settings: Settings, state: State, tool: ToolInfo) -> Modifiers:
    """Return the modifiers that are on for a tool."""
    if not tool.modified:
        return Modifiers()
    harmonics = Harmonics(settings.harmonic_count, settings.harmonic_rolloff, settings.harmonics_odd)
    return Modifiers(
        harmonics if settings.harmonics else None,
        Magnet(settings.magnet_to, state.key) if magnet_on(settings, tool) else None,
        grid_of(settings, state),
    )


def magnet_on(settings: Settings, tool: ToolInfo) -> bool:
    """Return whether the magnet is on for a tool."""
    return tool.modified and (settings.magnet == "on" or (settings.magnet == "tones" and tool.in_tune))


def grid_of(settings: Settings, state: State) -> Grid | None:
    """Return the grid for ends of strokes, selections and pasted parts; None while it is off."""
    return Grid.of(state, settings.snap_to) if settings.snap else None


def snapped(column: float, settings: Settings, state: State) -> float:
    """Return the column of the nearest line of the grid; the column itself while the grid is off."""
    grid = grid_of(settings, state)
    return column if grid is None else grid.snapped(column)
