"""Notes that were played on a keyboard, grouped as they are painted: one note, or one chord, at a time."""

from __future__ import annotations

from collections import deque
from dataclasses import dataclass, field, replace

from riffdesk.control.messages import Event, Pressed, Released

MOST_WAITING = 64
"""Groups that wait to be painted; what comes beyond is dropped and counted."""
_CHORD_SECONDS = 0.1  # in which the keys of a chord go down, while the sketch plays


@dataclass(frozen=True)
class PlayedNote:
    """A note.

    Parameters
    ----------
    note, velocity : int
    start : int
        Sample of the sketch that was heard when the key went down.
    stop : int, optional
        Sample that was heard when it went up; None if the sketch did not play, so that it has no length.
    rested : bool
        Whether the sketch had ceased to play when the key went up.
    """

    note: int
    velocity: int
    start: int
    stop: int | None = None
    rested: bool = False


@dataclass
class _Group:
    seconds: float
    playing: bool
    down: dict[tuple[int, int], PlayedNote] = field(default_factory=dict)
    done: list[PlayedNote] = field(default_factory=list)


class PlayedNotes:
    """Collects notes from the events of keys.

    While the sketch plays, keys that go down within a tenth of a second are a chord; while it is stopped, all that are
    held together. A group is complete when its last key is up.
    """

    def __init__(self) -> None:
        self._open: list[_Group] = []
        self._complete: deque[tuple[PlayedNote, ...]] = deque()
        self.dropped = 0

    def take(self, event: Event) -> None:
        """Follow an event of a key."""
        if isinstance(event, Pressed):
            self._release(event.channel, event.note, event.heard, event.playing)
            group = next((one for one in self._open if _joins(event, one)), None)
            if group is None:
                group = _Group(event.seconds, event.playing)
                self._open.append(group)
            group.down[event.channel, event.note] = PlayedNote(event.note, event.velocity, event.heard)
        elif isinstance(event, Released):
            self._release(event.channel, event.note, event.heard, event.playing)

    def next(self) -> tuple[PlayedNote, ...] | None:
        """Return the next group that is complete, and forget it; None if there is none."""
        return self._complete.popleft() if self._complete else None

    def clear(self) -> None:
        """Forget what is held and what waits."""
        self._open.clear()
        self._complete.clear()

    def _release(self, channel: int, note: int, heard: int, playing: bool) -> None:
        group = next((one for one in self._open if (channel, note) in one.down), None)
        if group is None:
            return
        played = group.down.pop((channel, note))
        group.done.append(replace(played, stop=heard, rested=not playing) if group.playing else played)
        if not group.down:
            self._open.remove(group)
            if len(self._complete) < MOST_WAITING:
                self._complete.append(tuple(group.done))
            else:
                self.dropped += 1


def _joins(event: Pressed, group: _Group) -> bool:
    """Return whether a key belongs to a group that is not complete."""
    if group.playing != event.playing:
        return False
    return not event.playing or event.seconds - group.seconds <= _CHORD_SECONDS
