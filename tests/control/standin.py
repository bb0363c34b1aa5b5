"""A stand-in for the MIDI ports of a computer, whose devices are plugged in and out by tests."""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import Any

import pytest

from riffdesk.control import ports
from riffdesk.errors import UserError


class Wire:
    """A port that is open."""

    def __init__(self, name: str, receive: Callable[[Any], None] | None = None) -> None:
        self.name, self.receive, self.closed = name, receive, False
        self.sent: list[tuple[float, Any]] = []

    def send(self, message: Any) -> None:
        """Take a message, with the time at which it came."""
        self.sent.append((time.perf_counter(), message))

    def close(self) -> None:
        self.closed = True


class Computer:
    """Has the methods of `MidiPorts`."""

    def __init__(self) -> None:
        self.input_names: list[str] = ["Keys:Keys MIDI 1 20:0"]
        self.output_names: list[str] = ["Drum machine:port 24:0"]
        self.problem = ""
        self.refused = ""
        self.opened: list[Wire] = []

    def inputs(self) -> tuple[str, ...]:
        self._check()
        return tuple(self.input_names)

    def outputs(self) -> tuple[str, ...]:
        self._check()
        return tuple(self.output_names)

    def open_input(self, name: str, receive: Callable[[Any], None]) -> Wire:
        return self._open(Wire(name, receive))

    def open_output(self, name: str) -> Wire:
        return self._open(Wire(name))

    def play(self, message: Any) -> None:
        """Have the input that is open receive a message."""
        (wire,) = (one for one in self.opened if one.receive is not None and not one.closed)
        assert wire.receive is not None
        wire.receive(message)

    @property
    def listened_to(self) -> list[str]:
        """Names of the inputs that are open."""
        return [one.name for one in self.opened if one.receive is not None and not one.closed]

    def _open(self, wire: Wire) -> Wire:
        if self.refused:
            raise UserError(self.refused)
        self.opened.append(wire)
        return wire

    def _check(self) -> None:
        if self.problem:
            raise UserError(self.problem)


def plug_in(monkeypatch: pytest.MonkeyPatch) -> Computer:
    """Have windows use a stand-in."""
    computer = Computer()
    monkeypatch.setattr(ports, "MidiPorts", lambda: computer)
    return computer
