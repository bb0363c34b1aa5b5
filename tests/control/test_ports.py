from __future__ import annotations

import sys

import pytest

from riffdesk.control.ports import MidiPorts
from riffdesk.errors import UserError


def test_without_the_library_it_is_said_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    """As with Python 3.13 and later, for which it has to be built."""
    monkeypatch.setitem(sys.modules, "rtmidi", None)
    with pytest.raises(UserError, match="pip install python-rtmidi"):
        MidiPorts().inputs()
