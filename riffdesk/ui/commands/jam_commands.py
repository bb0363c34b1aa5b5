"""The commands of the jam."""

from __future__ import annotations

from riffdesk.language import tr
from riffdesk.ui.actions import Command
from riffdesk.ui.commands.command_parts import CommandParts

_NO_JAM = tr("Start a jam first")


def jam_commands(window: CommandParts) -> tuple[Command, ...]:
    """Return the commands that start and steer a jam, and keep its bars."""
    panel = window.jam
    return (
        Command(
            "actionJam",
            tr("&Jam"),
            ("Shift+J",),
            panel.start,
            hint=tr("Play on without end in the tempo, key and chords of the sketch, and change it while it plays"),
            needs=tr("A jam is playing"),
        ),
        Command(
            "actionJamStop",
            tr("Stop the jam"),
            ("Ctrl+Shift+J",),
            panel.stop,
            hint=tr("Stop the jam at the end of the bar"),
            needs=_NO_JAM,
        ),
        Command(
            "actionJamFill",
            tr("Fill in the jam"),
            ("Alt+D",),
            panel.fill,
            hint=tr("A drum fill in the next possible bar"),
            needs=_NO_JAM,
        ),
        Command(
            "actionJamAgain",
            tr("The same again in the jam"),
            ("Alt+A",),
            panel.again,
            hint=tr("Play the same bars once more in the next round, before anything changes"),
            needs=_NO_JAM,
        ),
        Command(
            "actionJamOther",
            tr("Something else in the jam"),
            ("Alt+N",),
            panel.other,
            hint=tr("Other notes and chords for the same prompt, from the next possible bar"),
            needs=_NO_JAM,
        ),
        Command(
            "actionJamPaint",
            tr("Paint into the jam"),
            ("Alt+B",),
            panel.jam.paint.set_on,
            checkable=True,
            hint=tr("Paint on a layer that repeats with the jam's loop: strokes are heard in its next round"),
            needs=_NO_JAM,
        ),
        Command(
            "actionJamKeep8",
            tr("&Keep the last 8 bars"),
            ("Alt+K",),
            lambda: panel.keep(bars=8),
            hint=tr("Keep the last eight played bars as a layer, with their notes"),
            needs=_NO_JAM,
        ),
    )
