"""What a riff was made for is not kept in memory by its having been made."""

from __future__ import annotations

import gc
import threading
import weakref
from types import SimpleNamespace

import numpy as np
import pytest
from PySide6.QtWidgets import QPushButton

from riffdesk.dsp.params import SpectrogramParams
from riffdesk.engine.requests import RenderRequest
from riffdesk.errors import Cancelled, UserError
from riffdesk.sketch.layer import Layer
from riffdesk.sketch.recipe.recipe import Recipe
from riffdesk.sketch.recipe.timeline import Keyframe
from riffdesk.sketch.sections.incoming_sections import add_riff
from riffdesk.ui.time_left import TimeLeft
from tests.ui.conftest import Hands


@pytest.mark.parametrize("error", [None, UserError("no"), Cancelled()])
def test_a_riff_that_is_over_is_let_go_of_without_a_search_for_cycles(
    hands: Hands, monkeypatch: pytest.MonkeyPatch, no_collections: None, error: Exception | None
) -> None:
    growing, jobs = hands.window.riffs.incoming, []

    class Job:
        def __init__(self, *arguments: object) -> None:
            self.arguments = arguments
            self.time_left = TimeLeft()
            self.cancel = threading.Event()

    monkeypatch.setattr(growing._worker, "submit", lambda *arguments: jobs.append(Job(*arguments)) or jobs[-1])
    request = RenderRequest(Recipe("tiny", (Keyframe(),), 1.0, 2), SpectrogramParams())
    there = weakref.ref(request)
    growing.submit(request, "riff", lambda _: None)
    finish, fail = jobs[0].arguments[3:5]
    finish(None) if error is None else fail(error)
    del request, finish, fail
    jobs.clear()
    assert there() is None


@pytest.mark.own_window
@pytest.mark.parametrize("kept", [True, False])
def test_the_offer_to_keep_a_cancelled_riff_does_not_hold_a_sketch_that_is_closed(
    hands: Hands, monkeypatch: pytest.MonkeyPatch, kept: bool
) -> None:
    window = hands.window
    jobs: list[Job] = []

    class Job:
        def __init__(self, *arguments: object) -> None:
            self.fail = arguments[4]
            self.time_left = TimeLeft()
            self.cancel = threading.Event()

    monkeypatch.setattr(
        window.riffs.incoming._worker, "submit", lambda *arguments: jobs.append(Job(*arguments)) or jobs[-1]
    )
    ink, audio = np.ones((512, 100), np.float32), np.ones((1, 44_100), np.float32)
    section = SimpleNamespace(column=0, ink=ink, sample=0, audio=audio)
    request = RenderRequest(Recipe("tiny", (Keyframe(),), 1.0, 2), SpectrogramParams())
    window.riffs.incoming.submit(
        request,
        "riff",
        lambda section: add_riff(
            window.sketch, Layer(np.zeros((512, 100), np.float32), "riff"), section, samples=44_100
        ),
    )
    window.riffs.incoming._add(window.riffs.incoming.riff, section)
    jobs.pop().fail(Cancelled())
    assert window.notice.text == "Cancelled. 1 s of it were finished."
    tile = weakref.ref(window.sketch.history.steps[1].state.layers[-1].tiles)
    assert tile() is not None
    if kept:
        button = next(one for one in window.notice.findChildren(QPushButton) if one.text() == "Keep them")
        button.click()
        assert window.sketch.active_layer.ink.any()
        hands.pause(0.05)
    window.sketch.open()
    gc.collect()
    assert tile() is None
