"""Bindings of controllers to what they move, as the settings have them."""

from __future__ import annotations

from collections.abc import Container, Iterator, Mapping

from riffdesk.control.messages import Controller, Moved, controller_of
from riffdesk.control.targets import ACTION
from riffdesk.language import tr

_PRESSED = 0.5


class Bindings:
    """A target for each controller that is bound. A target may have several controllers.

    Parameters
    ----------
    stored : mapping of str to str
        Names of targets by the texts of controllers.
    known : container of str
        Names of the targets that there are.

    Attributes
    ----------
    invalid : tuple of str
        Entries that were left out, as they are damaged or name nothing that can be moved.
    """

    def __init__(self, stored: Mapping[str, str], known: Container[str]) -> None:
        self._targets: dict[Controller, str] = {}
        self._high: set[Controller] = set()
        invalid = []
        for text, target in stored.items():
            controller = controller_of(text)
            if controller is None or target not in known:
                invalid.append(tr("{text} for {target}", text=text[:40], target=target[:40]))
            else:
                self._targets[controller] = target
        self.invalid = tuple(invalid)

    def __iter__(self) -> Iterator[tuple[Controller, str]]:
        return iter(self._targets.items())

    def __len__(self) -> int:
        return len(self._targets)

    def target(self, controller: Controller) -> str | None:
        """Return the name of what a controller moves; None if it is not bound."""
        return self._targets.get(controller)

    def bind(self, controller: Controller, target: str) -> None:
        """Bind a controller, in place of what it moved before."""
        self._targets[controller] = target
        self._high.add(controller)  # it was moved to be learned, which is no press

    def remove(self, controller: Controller) -> None:
        """Unbind a controller."""
        self._targets.pop(controller, None)
        self._high.discard(controller)

    def is_press(self, move: Moved) -> bool:
        """Return whether a move is a press: the controller has gone up through its middle since the last move."""
        was_high = move.controller in self._high
        if move.value < _PRESSED:
            self._high.discard(move.controller)
        else:
            self._high.add(move.controller)
        return move.peak >= _PRESSED and not was_high

    def stored(self) -> dict[str, str]:
        """Return the bindings for the settings."""
        return {controller.text: target for controller, target in self._targets.items()}


def invalid_notice(bindings: Bindings) -> str:
    """Return a sentence about entries that were left out; '' if there are none."""
    if not bindings.invalid:
        return ""
    names = ", ".join(name.replace(ACTION, "") for name in bindings.invalid[:3])
    more = " " + tr("and {count} more", count=len(bindings.invalid) - 3) if len(bindings.invalid) > 3 else ""
    return tr(
        "Bindings of MIDI controllers in the settings that made no sense were left out: {names}{more}.",
        names=names,
        more=more,
    )
