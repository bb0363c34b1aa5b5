"""The commands of snapshots."""

from __future__ import annotations

from riffdesk.language import tr
from riffdesk.sketch.snapshots import SLOTS
from riffdesk.ui.actions import Command
from riffdesk.ui.commands.command_parts import CommandParts

SWITCHES = tuple(f"actionSnapshot{number}" for number in range(1, SLOTS + 1))
STORES = tuple(f"actionHoldSnapshot{number}" for number in range(1, SLOTS + 1))


def snapshot_commands(window: CommandParts) -> tuple[Command, ...]:
    """Return the commands that switch between snapshots and store them."""
    bar = window.snapshot_bar
    return (
        *(
            Command(
                name,
                tr("Snapshot &{number}", number=slot + 1),
                (f"Ctrl+{slot + 1}",),
                lambda slot=slot: bar.switch(slot),
                hint=tr("Switch to snapshot {number}; an empty one stores the present sketch", number=slot + 1),
            )
            for slot, name in enumerate(SWITCHES)
        ),
        *(
            Command(
                name,
                tr("Hold in snapshot {number}", number=slot + 1),
                (f"Ctrl+Alt+{slot + 1}",),
                lambda slot=slot: bar.snapshots.store(slot),
                hint=tr("Store the present sketch in snapshot {number}", number=slot + 1),
            )
            for slot, name in enumerate(STORES)
        ),
        Command(
            "actionMatchSnapshots",
            tr("&Match their loudness"),
            (),
            bar.set_matched,
            checkable=True,
            hint=tr("Play every snapshot at the loudness of the quietest, for a fair comparison"),
        ),
        Command(
            "actionClearSnapshots",
            tr("&Empty all snapshots"),
            (),
            bar.snapshots.clear,
            hint=tr("Clear all snapshots"),
        ),
    )
