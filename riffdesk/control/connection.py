"""The MIDI input and output that the user has chosen: kept open while they are there.

A thread looks for devices once a second, since no system tells of them. A device that was unplugged is opened again
when it is back. Where the computer has no MIDI at all, it looks again only when it is asked to.
"""

from __future__ import annotations

import threading
from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Any

from riffdesk.control.ports import InputPort, MidiPorts, OutputPort, plain_name, port_of
from riffdesk.errors import UserError

_LOOK_SECONDS = 1.0
_CLOSE_SECONDS = 2.0


@dataclass(frozen=True)
class Connections:
    """What is there and what is open.

    Parameters
    ----------
    inputs, outputs : tuple of str
        Plain names of the ports that are there.
    input, output : str
        Plain name of the port that is open; '' for none.
    problem : str
        A sentence about what could not be opened; '' for none.
    looked : bool
        Whether it has looked for ports.
    """

    inputs: tuple[str, ...] = ()
    outputs: tuple[str, ...] = ()
    input: str = ""
    output: str = ""
    problem: str = ""
    looked: bool = False


class Connection:
    """Keeps the chosen ports open.

    Parameters
    ----------
    ports : MidiPorts
    receive : callable
        Called with each message of the input, in a thread of the system's.
    look_seconds : float
        Time between two looks for devices.
    """

    def __init__(
        self, ports: MidiPorts, receive: Callable[[Any], None], *, look_seconds: float = _LOOK_SECONDS
    ) -> None:
        self._ports, self._receive, self._look_seconds = ports, receive, look_seconds
        self._wanted_input = self._wanted_output = ""
        self._input: InputPort | None = None
        self._output: OutputPort | None = None
        self._wake = threading.Event()
        self._closing = False
        self._thread: threading.Thread | None = None
        self.state = Connections()
        """Replaced by the thread when something changes."""

    def choose(self, input_name: str, output_name: str) -> None:
        """Keep other ports open; '' for none."""
        self._wanted_input, self._wanted_output = input_name, output_name
        self.look()

    def look(self) -> None:
        """Look for ports now; the first call starts the thread."""
        if self._closing:
            return
        self._wake.set()
        if self._thread is None:
            self._thread = threading.Thread(target=self._run, name="MIDI devices", daemon=True)
            self._thread.start()

    @property
    def output(self) -> OutputPort | None:
        """The output, while it is open."""
        return self._output

    def close(self) -> None:
        """Close the ports and end the thread; waits two seconds at most for a system that does not answer."""
        self._closing = True
        self._wake.set()
        if self._thread is not None:
            self._thread.join(_CLOSE_SECONDS)

    def _run(self) -> None:
        while not self._closing:
            self._wake.clear()
            usable = self._update()
            self._wake.wait(self._look_seconds if usable else None)
        self._close_input()
        self._close_output()

    def _update(self) -> bool:
        """Look for ports, open and close what has changed; return whether there is MIDI at all."""
        try:
            inputs, outputs = self._ports.inputs(), self._ports.outputs()
        except UserError as error:
            self._close_input()
            self._close_output()
            self._show(Connections(problem=str(error), looked=True))
            return False
        state = replace(self.state, inputs=_plain(inputs), outputs=_plain(outputs), problem="", looked=True)
        state = self._follow_input(state, inputs)
        self._show(self._follow_output(state, outputs))
        return True

    def _follow_input(self, state: Connections, names: tuple[str, ...]) -> Connections:
        wanted = self._wanted_input
        if state.input and (state.input != wanted or port_of(state.input, names) is None):
            self._close_input()
            state = replace(state, input="")
        name = port_of(wanted, names)
        if name is not None and not state.input:
            try:
                self._input = self._ports.open_input(name, self._receive)
            except UserError as error:
                return replace(state, problem=str(error))
            state = replace(state, input=wanted)
        return state

    def _follow_output(self, state: Connections, names: tuple[str, ...]) -> Connections:
        wanted = self._wanted_output
        if state.output and (state.output != wanted or port_of(state.output, names) is None):
            self._close_output()
            state = replace(state, output="")
        name = port_of(wanted, names)
        if name is not None and not state.output:
            try:
                self._output = self._ports.open_output(name)
            except UserError as error:
                return replace(state, problem=str(error))
            state = replace(state, output=wanted)
        return state

    def _show(self, state: Connections) -> None:
        if state != self.state:
            self.state = state

    def _close_input(self) -> None:
        port, self._input = self._input, None
        if port is not None:
            port.close()

    def _close_output(self) -> None:
        port, self._output = self._output, None
        if port is not None:
            port.close()


def _plain(names: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(plain_name(name) for name in names))
