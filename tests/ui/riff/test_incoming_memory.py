"""What a riff was made for is not kept in memory by its having been made."""

from __future__ import annotations

import gc
import threading
import weakref

import pytest

from riffdesk.dsp.params import SpectrogramParams
from riffdesk.engine.requests import RenderRequest
from riffdesk.errors import Cancelled, UserError
from riffdesk.sketch.recipe.recipe import Recipe
from riffdesk.sketch.recipe.timeline import Keyframe
from riffdesk.ui.time_left import TimeLeft
from tests.ui.conftest import Hands


@pytest.mark.parametrize("error", [None, UserError("no"), Cancelled()])
def test_a_riff_that_is_over_is_let_go_of_without_a_search_for_cycles(
    hands: Hands, monkeypatch: pytest.MonkeyPatch, error: Exception | None
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
    gc.disable()
    try:
        growing.submit(request, "riff", lambda _: None)
        finish, fail = jobs[0].arguments[3:5]
        finish(None) if error is None else fail(error)
        del request, finish, fail
        jobs.clear()
        assert there() is None
    finally:
        gc.enable()
