"""The commands of the jam."""

from __future__ import annotations

from riffdesk.ui.actions import Command
from riffdesk.ui.commands.command_parts import CommandParts

_NO_JAM = "Start a jam first"


def jam_commands(window: CommandParts) -> tuple[Command, ...]:
    """Return the commands that start and steer a jam, and keep its bars."""
    panel = window.jam
    return (
        Command(
            "actionJam",
            "&Jam",
            ("Shift+J",),
            panel.start,
            hint="Play on without end in the tempo, key and chords of the sketch, and change it while it plays",
            needs="A jam is playing",
        ),
        Command(
            "actionJamStop",
            "Stop the jam",
            ("Ctrl+Shift+J",),
            panel.stop,
            hint="Stop the jam at the end of the bar",
            needs=_NO_JAM,
        ),
        Command(
            "actionJamFill",
            "Fill in the jam",
            ("Alt+D",),
            panel.fill,
            hint="A drum fill in the next possible bar",
            needs=_NO_JAM,
        ),
        Command(
            "actionJamAgain",
            "The same again in the jam",
            ("Alt+A",),
            panel.again,
            hint="Play the same bars once more in the next round, before anything changes",
            needs=_NO_JAM,
        ),
        Command(
            "actionJamOther",
            "Something else in the jam",
            ("Alt+N",),
            panel.other,
            hint="Other notes and chords for the same prompt, from the next possible bar",
            needs=_NO_JAM,
        ),
        Command(
            "actionJamPaint",
            "Paint into the jam",
            ("Alt+B",),
            panel.jam.paint.set_on,
            checkable=True,
            hint="Paint on a layer that repeats with the jam's loop: strokes are heard in its next round",
            needs=_NO_JAM,
        ),
        Command(
            "actionJamKeep8",
            "&Keep the last 8 bars",
            ("Alt+K",),
            lambda: panel.keep(bars=8),
            hint="Keep the last eight played bars as a layer, with their notes",
            needs=_NO_JAM,
        ),
    )
