"""The commands of recording."""

from __future__ import annotations

from riffdesk.language import tr
from riffdesk.ui.actions import Command
from riffdesk.ui.commands.command_parts import CommandParts


def recording_commands(window: CommandParts) -> tuple[Command, ...]:
    """Return the commands that record a layer and choose the input."""
    return (
        Command(
            "actionRecord",
            tr("Re&cord"),
            ("Shift+R",),
            window.recording.set_on,
            "record",
            checkable=True,
            hint=tr("Record the input into a new layer while the sketch plays, after the count-in if that is on"),
            repeats=False,
        ),
        Command(
            "actionInput",
            tr("Recording &input…"),
            (),
            window.recording.show_input,
            hint=tr("Choose the microphone and its channels, see its level, and measure its latency"),
        ),
    )
