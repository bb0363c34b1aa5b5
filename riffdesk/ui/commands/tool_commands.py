"""The commands of the modifiers of all tools."""

from __future__ import annotations

from riffdesk.ui.actions import Command
from riffdesk.ui.canvas.tools.painting.stamp import StampTool
from riffdesk.ui.commands.command_parts import CommandParts

STAMP = "actionTakeStamp"
MODIFIERS = ("actionHarmonics", "actionMagnet", "actionSnap")


def modifier_commands(window: CommandParts) -> tuple[Command, ...]:
    """Return the commands that switch modifiers on and off."""
    return (
        Command(
            "actionHarmonics",
            "&Harmonics",
            ("H",),
            lambda on: window.modifier_bar.set_harmonics(on),
            "harmonics",
            True,
            "Tools mark the harmonics of a pitch too",
        ),
        Command(
            "actionMagnet",
            "M&agnet",
            ("A",),
            lambda on: window.modifier_bar.set_magnet(on),
            "magnet",
            True,
            "Marks go to the nearest pitch, and so are in tune",
        ),
        Command(
            "actionSnap",
            "&Grid",
            ("G",),
            lambda on: window.modifier_bar.set_grid(on),
            "grid",
            True,
            "Strokes and selections begin and end on the grid of the tempo",
        ),
        Command(
            STAMP,
            "Take selection as stam&p",
            (),
            lambda: _take_stamp(window),
            hint="Have the stamp tool stamp what is selected",
            needs="Select something on the canvas first",
        ),
    )


def _take_stamp(window: CommandParts) -> None:
    tool = window.tools["toolStamp"]
    if isinstance(tool, StampTool) and tool.take(window.canvas):
        window.tool_panel.refresh()
