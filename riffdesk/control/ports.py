"""MIDI ports: what is connected, and opening it. The only module that knows mido and rtmidi.

Both are imported at the first call. A stand-in with the same methods replaces it in tests.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any, Protocol

from riffdesk.errors import UserError, reason
from riffdesk.language import tr

_BACKEND = "mido.backends.rtmidi"
_ALSA_NUMBERS = re.compile(r"\s+\d+:\d+$")


class InputPort(Protocol):
    """An input that is open."""

    def close(self) -> None:
        """Close it; nothing is received afterwards."""


class OutputPort(Protocol):
    """An output that is open."""

    def send(self, message: Any) -> None:
        """Send a mido message."""

    def close(self) -> None:
        """Close it."""


class MidiPorts:
    """The MIDI ports of the computer. All methods may take a while, and raise UserError with what is wrong."""

    def __init__(self) -> None:
        self._backend: Any = None

    def inputs(self) -> tuple[str, ...]:
        """Return the names of the inputs."""
        with self._system() as backend:
            return tuple(dict.fromkeys(backend.get_input_names()))

    def outputs(self) -> tuple[str, ...]:
        """Return the names of the outputs."""
        with self._system() as backend:
            return tuple(dict.fromkeys(backend.get_output_names()))

    def open_input(self, name: str, receive: Callable[[Any], None]) -> InputPort:
        """Open an input; `receive` is called in a thread of its own with each mido message."""
        with self._system(tr("The MIDI input {name}", name=name)) as backend:
            port: InputPort = backend.open_input(name, callback=receive)
            return port

    def open_output(self, name: str) -> OutputPort:
        """Open an output."""
        with self._system(tr("The MIDI output {name}", name=name)) as backend:
            port: OutputPort = backend.open_output(name)
            return port

    @contextmanager
    def _system(self, what: str = "") -> Iterator[Any]:
        """Import the libraries, and report what they raise in a sentence."""
        try:
            import mido
            import rtmidi
        except ImportError as error:
            if error.name == "rtmidi":
                raise UserError(tr("MIDI needs python-rtmidi: pip install python-rtmidi.")) from error
            raise UserError(
                tr("MIDI cannot be used, as a library does not load: {reason}.", reason=reason(error))
            ) from error
        try:
            if self._backend is None:
                self._backend = mido.Backend(_BACKEND, load=True)
            yield self._backend
        except (rtmidi.RtMidiError, OSError, RuntimeError, ValueError, SystemError) as error:
            problem = tr("{what} cannot be opened", what=what) if what else tr("This computer offers no MIDI")
            raise UserError(f"{problem}: {reason(error)}.") from error


def plain_name(name: str) -> str:
    """Return the name of a port without the numbers that ALSA adds, which change when it is plugged in again.

    Examples
    --------
    >>> plain_name("Keystation 49:Keystation 49 MIDI 1 20:0")
    'Keystation 49:Keystation 49 MIDI 1'
    """
    return _ALSA_NUMBERS.sub("", name)


def port_of(name: str, names: tuple[str, ...]) -> str | None:
    """Return the port of a plain name; None if it is not there. Of two with the same name it is the first."""
    return next((one for one in names if plain_name(one) == name), None)
