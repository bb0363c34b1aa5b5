"""Keys of a MIDI keyboard: which are down, and which sound because the pedal is."""

from __future__ import annotations

from riffdesk.control.messages import AllReleased, Event, Pedal, Pressed, Released

Key = tuple[int, int]
"""Channel and note."""


class Keys:
    """Keys that are down or sustained, by the events of a keyboard."""

    def __init__(self) -> None:
        self._down: dict[Key, int] = {}
        self._sustained: dict[Key, int] = {}
        self._pedals: set[int] = set()

    @property
    def down(self) -> tuple[int, ...]:
        """Notes of the keys that are down, from the lowest."""
        return tuple(sorted({note for _, note in self._down}))

    @property
    def sounding(self) -> dict[int, int]:
        """Velocity of each note that is down or sustained, in the order in which they were struck."""
        velocities: dict[int, int] = {}
        for (_, note), velocity in (self._sustained | self._down).items():
            velocities[note] = max(velocity, velocities.get(note, 0))
        return velocities

    def take(self, event: Event) -> bool:
        """Follow an event; return whether it is one of keys or pedal."""
        match event:
            case Pressed(channel, note, velocity):
                self._sustained.pop((channel, note), None)
                self._down[channel, note] = velocity
            case Released(channel, note):
                struck = self._down.pop((channel, note), None)
                if struck is not None and channel in self._pedals:
                    self._sustained[channel, note] = struck
            case Pedal(channel, down):
                self._set_pedal(channel, down)
            case AllReleased(channel):
                self._set_pedal(channel, False)
                self._down = {key: velocity for key, velocity in self._down.items() if key[0] != channel}
            case _:
                return False
        return True

    def clear(self) -> None:
        """Release everything."""
        self._down.clear()
        self._sustained.clear()
        self._pedals.clear()

    def _set_pedal(self, channel: int, down: bool) -> None:
        if down:
            self._pedals.add(channel)
        else:
            self._pedals.discard(channel)
            self._sustained = {key: velocity for key, velocity in self._sustained.items() if key[0] != channel}
