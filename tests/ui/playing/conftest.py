"""Sound cards, and a sketch and an engine for tests of what is rendered when."""

from __future__ import annotations

import pytest

from riffdesk.sketch.sketch import Sketch
from riffdesk.ui.window.app import application
from tests.audio.soundcards import cards, doomed_cards, shared_cards
from tests.ui.playing.answered_engine import Engine

__all__ = ["cards", "doomed_cards", "shared_cards"]


@pytest.fixture
def engine() -> Engine:
    application()
    return Engine()


@pytest.fixture
def sketch() -> Sketch:
    made = Sketch()
    made.set_length(20)
    return made
