"""The commands of snapshots."""

from __future__ import annotations

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
                f"Snapshot &{slot + 1}",
                (f"Ctrl+{slot + 1}",),
                lambda slot=slot: bar.switch(slot),
                hint=f"Switch to snapshot {slot + 1}; an empty one stores the present sketch",
            )
            for slot, name in enumerate(SWITCHES)
        ),
        *(
            Command(
                name,
                f"Hold in snapshot {slot + 1}",
                (f"Ctrl+Alt+{slot + 1}",),
                lambda slot=slot: bar.snapshots.store(slot),
                hint=f"Store the present sketch in snapshot {slot + 1}",
            )
            for slot, name in enumerate(STORES)
        ),
        Command(
            "actionMatchSnapshots",
            "&Match their loudness",
            (),
            bar.set_matched,
            checkable=True,
            hint="Play every snapshot at the loudness of the quietest, for a fair comparison",
        ),
        Command(
            "actionClearSnapshots",
            "&Empty all snapshots",
            (),
            bar.snapshots.clear,
            hint="Clear all snapshots",
        ),
    )
