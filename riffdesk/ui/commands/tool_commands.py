"""The commands of the modifiers of all tools."""

from __future__ import annotations

from functools import partial

from riffdesk.errors import UserError
from riffdesk.language import tr
from riffdesk.settings import Settings
from riffdesk.ui.actions import Command
from riffdesk.ui.canvas.tools.painting.stamp import StampTool
from riffdesk.ui.canvas.tools.painting.stamp_picture import picture_ink
from riffdesk.ui.commands.command_parts import CommandParts

STAMP, PICTURE_STAMP = "actionTakeStamp", "actionPictureStamp"
PEN: dict[str, dict[str, tuple[object, str, str]]] = {
    "pen_drives": {
        "actionPenSize": ("size", tr("Pen drives &size"), tr("The harder a pen is pressed, the larger the tip")),
        "actionPenStrength": ("strength", tr("Pen drives s&trength"), tr("The harder a pen is pressed, the louder")),
        "actionPenBoth": ("both", tr("Pen drives &both"), tr("Pressure of a pen drives size and strength")),
        "actionPenNothing": ("nothing", tr("Pen drives &nothing"), tr("A pen paints like a mouse")),
    },
    "pen_curve": {
        "actionPenSoft": (0.5, tr("S&oft pen"), tr("A light touch is much")),
        "actionPenEven": (1.0, tr("&Even pen"), tr("Half the pressure is half")),
        "actionPenFirm": (2.0, tr("&Firm pen"), tr("A light touch is little")),
    },
}
"""For each setting of the pen its commands, each with the value, its text and its hint."""
MODIFIERS = ("actionHarmonics", "actionMagnet", "actionSnap")


def modifier_commands(window: CommandParts) -> tuple[Command, ...]:
    """Return the commands that switch modifiers on and off."""
    return (
        Command(
            "actionHarmonics",
            tr("&Harmonics"),
            ("V",),
            lambda on: window.modifier_bar.set_harmonics(on),
            "harmonics",
            True,
            tr("Tools mark the harmonics of a pitch too"),
        ),
        Command(
            "actionMagnet",
            tr("&Magnet"),
            ("Y",),
            lambda on: window.modifier_bar.set_magnet(on),
            "magnet",
            True,
            tr("Marks go to the nearest pitch, and so are in tune"),
        ),
        Command(
            "actionSnap",
            tr("&Grid"),
            ("Z",),
            lambda on: window.modifier_bar.set_grid(on),
            "grid",
            True,
            tr("Strokes and selections begin and end on the grid of the tempo"),
        ),
        Command(
            STAMP,
            tr("Take selection as stam&p"),
            (),
            lambda: _take_stamp(window),
            hint=tr("Use the selection as the stamp of the stamp tool"),
            needs=tr("Select something on the canvas first"),
        ),
        Command(
            PICTURE_STAMP,
            tr("Take pi&cture as stamp…"),
            (),
            lambda: _take_picture(window),
            hint=tr("Use a picture from a file as the stamp of the stamp tool: bright is loud"),
        ),
    )


def pen_commands(window: CommandParts) -> tuple[Command, ...]:
    """Return the commands for the effect of the pressure of a pen."""
    return tuple(
        Command(
            name,
            text,
            (),
            partial(_set_pen, window, setting, value),
            checkable=True,
            hint=hint,
        )
        for setting, rows in PEN.items()
        for name, (value, text, hint) in rows.items()
    )


def _set_pen(window: CommandParts, setting: str, value: object, on: bool) -> None:
    if on:
        setattr(window.settings, setting, value)


def checked_pen(settings: Settings) -> list[str]:
    """Return the checked commands of the pen, from the settings."""
    return [name for setting, rows in PEN.items() for name, row in rows.items() if getattr(settings, setting) == row[0]]


def _take_stamp(window: CommandParts) -> None:
    tool = window.tools["toolStamp"]
    if isinstance(tool, StampTool) and tool.take(window.canvas):
        window.tool_panel.refresh()


def _take_picture(window: CommandParts) -> None:
    tool = window.tools["toolStamp"]
    path = window.documents.ask_for_picture()
    if isinstance(tool, StampTool) and path is not None:
        try:
            tool.take_picture(window.canvas, picture_ink(path, window.sketch.params.bands))
        except UserError as error:
            window.canvas.tell(str(error))
            return
        window.tool_panel.refresh()
