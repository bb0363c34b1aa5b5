"""A riff that was being made when riffdesk was killed is offered at the next start, and goes on as a layer."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton

from riffdesk.dsp.params import SpectrogramParams
from riffdesk.engine.events import Section
from riffdesk.engine.recovery.unfinished_riffs import Store, unfinished
from riffdesk.engine.remote.process import EngineStopped
from riffdesk.engine.requests import RenderRequest
from riffdesk.engine.riff.render import render
from riffdesk.paths import data_dir
from riffdesk.sketch.recipe.recipe import Recipe
from riffdesk.sketch.recipe.timeline import Keyframe
from riffdesk.ui.window.main_window import MainWindow
from tests.engine import work
from tests.engine.riffs import add_tiny
from tests.ui.conftest import Hands, WindowProcess

SECONDS = 5.5

WINDOW = f"""
from dataclasses import replace
from PySide6.QtWidgets import QApplication
from riffdesk.ui.window.app import create_window
window = create_window()
window.sketch.set_render(model="tiny", seconds={SECONDS}, steps=6)
frame = replace(window.sketch.state.keyframes[0], prompt="slow jazz with a piano", guidance=3.0)
window.sketch.set_keyframes((frame,))
window.riffs.generation.generate()
QApplication.exec()
"""


def sections() -> list[Path]:
    return list((data_dir() / "unfinished").glob("*/0*-0*.npz"))


def kill_half_way(window_process: WindowProcess) -> None:
    """Kill a riffdesk whose riff is half there, window and all."""
    child = window_process(WINDOW, stderr=subprocess.PIPE)
    try:
        deadline = time.monotonic() + 120
        while not sections():
            assert child.poll() is None
            assert time.monotonic() < deadline
            time.sleep(0.002)
    finally:
        child.kill()
        child.communicate()


def leave(seconds: float = 60.0, *, prompt: str = "rain", params: SpectrogramParams | None = None) -> RenderRequest:
    """Have something lie there of a riff."""
    frame = Keyframe(prompt=prompt)
    request = RenderRequest(Recipe("starter", (frame,), seconds, 4), params or SpectrogramParams())
    windows = tuple((start, min(start + 4, seconds)) for start in np.arange(0, seconds, 4.0).tolist())
    store = Store(request)
    section = Section(0, 1, 0, np.ones((512, 100), np.float32), 0, np.ones((1, 44_100), np.float32))
    store.put(section, {}, windows, len(windows))
    store.release()
    return request


def buttons(window: MainWindow) -> dict[str, QPushButton]:
    return {button.text(): button for button in window.notice.findChildren(QPushButton)}


def press(window: MainWindow, title: str) -> None:
    QTest.mouseClick(buttons(window)[title], Qt.MouseButton.LeftButton)


@pytest.fixture
def left(request: pytest.FixtureRequest) -> None:
    """Have a riff lie there before the window is."""
    leave()


@pytest.mark.own_window
@pytest.mark.skipif(sys.platform == "win32", reason="what is killed there is not killed as here")
def test_a_riff_that_was_killed_half_way_is_offered_and_goes_on_as_a_layer(
    request: pytest.FixtureRequest, window_process: WindowProcess
) -> None:
    add_tiny()
    kill_half_way(window_process)
    hands: Hands = request.getfixturevalue("hands")
    window, heard = hands.window, []
    hands.wait(lambda: window.notice.isVisible())
    (riff,) = unfinished()
    assert window.notice.text.startswith("“slow jazz with a piano · 42” was not finished: ")
    assert f"{riff.seconds_done:.0f} of 6 s are ready" in window.notice.text
    assert list(buttons(window)) == ["Continue", "Discard"]
    window.riffs.incoming.begun.connect(heard.append)
    press(window, "Continue")
    assert not window.notice.isVisible()
    hands.wait(lambda: heard)
    assert heard == [0], "what is there is heard from its beginning"
    assert window.sketch.state.keyframes[0].prompt == "slow jazz with a piano"
    assert window.sketch.render.model == "tiny"
    hands.wait(lambda: window.render_worker.running is None)
    whole = render(riff_request(window))
    (layer,) = window.sketch.layers
    assert layer.name == "slow jazz with a piano · 42"
    assert np.array_equal(layer.ink, whole.ink)
    assert np.array_equal(window.sketch.sound(layer.id).audio, whole.audio)
    assert window.sketch.seconds == pytest.approx(SECONDS)
    assert unfinished() == []


def riff_request(window: MainWindow) -> RenderRequest:
    recipe = window.sketch.active_layer.recipe
    assert recipe is not None
    return RenderRequest(recipe, window.sketch.params)


@pytest.mark.own_window
@pytest.mark.usefixtures("left")
def test_discarded_it_is_gone_and_the_next_one_is_offered(hands: Hands) -> None:
    window = hands.window
    leave(prompt="wind")
    hands.wait(lambda: window.notice.isVisible())
    assert "There is another one." in window.notice.text
    first = window.notice.text[:5]
    press(window, "Discard")
    assert window.notice.isVisible()
    assert {first, window.notice.text[:5]} == {"“rain", "“wind"}
    press(window, "Discard")
    assert not window.notice.isVisible()
    assert unfinished() == []


@pytest.mark.own_window
@pytest.mark.usefixtures("left")
def test_it_waits_until_nothing_else_is_said_and_is_offered_again_when_it_was_closed(hands: Hands) -> None:
    window = hands.window
    window.notice.warn("Something else.")
    hands.pause(1.7)
    assert window.notice.text == "Something else."
    window.notice.clear()
    hands.wait(lambda: window.notice.isVisible())
    assert window.notice.text == "“rain · 42” was not finished: 4 of 60 s are ready."
    window.notice.clear()
    window.riff_recovery.offer()
    assert window.notice.isVisible()


def test_nothing_is_said_where_nothing_was_left(hands: Hands) -> None:
    hands.window.riff_recovery.offer()
    assert not hands.window.notice.isVisible()


def test_minutes_are_told_as_minutes(hands: Hands) -> None:
    leave(390.0)
    hands.window.riff_recovery.offer()
    assert "0:04 of 6:30 minutes" in hands.window.notice.text


def test_one_that_is_too_long_for_the_window_is_left_to_the_command_line(hands: Hands) -> None:
    leave(900.0)
    hands.window.riff_recovery.offer()
    assert "command line continues it" in hands.window.notice.text
    assert list(buttons(hands.window)) == ["Discard"]


def test_with_other_spectrogram_settings_it_goes_on_in_a_sketch_of_its_own(
    hands: Hands, monkeypatch: pytest.MonkeyPatch
) -> None:
    window, asked = hands.window, []
    wide = replace(SpectrogramParams(), max_hz=15_000)
    leave(params=wide)
    window.sketch.set_keyframes((replace(window.sketch.state.keyframes[0], prompt="mine"),))
    window.riff_recovery.offer()
    assert "so it continues in a new one" in window.notice.text
    monkeypatch.setattr(window.riffs.generation, "submit", lambda request, label, **_: asked.append((request, label)))
    press(window, "Continue")
    hands.wait(lambda: asked)
    ((request, label),) = asked
    assert window.sketch.params == request.params == wide
    assert label == "Continuing rain · 42"
    assert window.sketch.state.keyframes[0].prompt == "rain"


def test_a_sketch_that_is_worked_on_keeps_its_timeline(hands: Hands, monkeypatch: pytest.MonkeyPatch) -> None:
    window, asked = hands.window, []
    leave()
    window.sketch.set_keyframes((replace(window.sketch.state.keyframes[0], prompt="mine"),))
    monkeypatch.setattr(window.riffs.generation, "submit", lambda request, label, **_: asked.append(request))
    window.riff_recovery.offer()
    press(window, "Continue")
    hands.wait(lambda: asked)
    assert window.sketch.state.keyframes[0].prompt == "mine"


def test_what_was_damaged_meanwhile_is_a_sentence(hands: Hands) -> None:
    leave()
    hands.window.riff_recovery.offer()
    next((data_dir() / "unfinished").glob("*/asked.json")).write_text("{")
    press(hands.window, "Continue")
    hands.wait(lambda: hands.window.notice.isVisible())
    assert "cannot be read" in hands.window.notice.text


@pytest.mark.own_window
def test_closing_the_window_is_no_cancel(request: pytest.FixtureRequest) -> None:
    add_tiny()
    hands: Hands = request.getfixturevalue("hands")
    window = hands.window
    window.sketch.set_render(model="tiny", seconds=SECONDS, steps=6)
    window.riffs.generation.generate()
    hands.wait(sections)
    window.close()
    assert sections()
    hands.wait(unfinished, 5)


def test_a_cancel_in_the_window_leaves_nothing(request: pytest.FixtureRequest) -> None:
    add_tiny()
    hands: Hands = request.getfixturevalue("hands")
    window = hands.window
    window.sketch.set_render(model="tiny", seconds=SECONDS, steps=6)
    window.riffs.generation.generate()
    hands.wait(sections)
    window.riffs.generation.cancel()
    hands.wait(lambda: window.render_worker.running is None)
    assert list((data_dir() / "unfinished").iterdir()) == []


def being_made(window: MainWindow, hands: Hands) -> int:
    """Have a riff be made of which the first section is there; return the number of the engine's process."""
    window.sketch.set_render(model="tiny", seconds=SECONDS, steps=6)
    window.riffs.generation.generate()
    hands.wait(lambda: sections() and window.sketch.active_layer.recipe is not None)
    identity = window.render_worker._process.process_id
    assert identity is not None
    return identity


@pytest.mark.skipif(sys.platform == "win32", reason="signals are POSIX")
def test_what_an_engine_that_died_has_left_is_offered_at_once_and_goes_on(request: pytest.FixtureRequest) -> None:
    add_tiny()
    hands: Hands = request.getfixturevalue("hands")
    window = hands.window
    identity = being_made(window, hands)
    begun = window.sketch.active_layer
    os.kill(identity, signal.SIGKILL)
    hands.wait(lambda: window.render_worker.running is None)
    (riff,) = unfinished()
    assert window.notice.isVisible()
    assert window.notice.text.startswith("The engine stopped in the middle of its work. “Riff 42”")
    assert f"{riff.seconds_done:.0f} of 6 s are ready" in window.notice.text
    assert list(buttons(window)) == ["Continue", "Discard"]
    press(window, "Continue")
    hands.wait(lambda: window.render_worker.running is not None)
    hands.rendered()
    layer = window.sketch.active_layer
    assert layer.id != begun.id
    assert [one.mute for one in window.sketch.layers if one.id == begun.id] == [True], "it is not heard twice"
    whole = render(riff_request(window))
    assert np.array_equal(layer.ink, whole.ink)
    assert np.array_equal(window.sketch.sound(layer.id).audio, whole.audio)
    assert unfinished() == []


@pytest.mark.skipif(sys.platform == "win32", reason="signals are POSIX")
def test_a_cancel_that_the_engine_does_not_hear_works_and_leaves_nothing(
    request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch
) -> None:
    add_tiny()
    hands: Hands = request.getfixturevalue("hands")
    window = hands.window
    monkeypatch.setattr(window.render_worker._process, "_patience", 0.5)
    os.kill(being_made(window, hands), signal.SIGSTOP)
    window.riffs.generation.cancel()
    hands.rendered(20)
    assert "Cancelled" in window.notice.text
    assert list((data_dir() / "unfinished").iterdir()) == []


def test_an_engine_that_died_before_there_was_anything_is_a_sentence(hands: Hands) -> None:
    window, told = hands.window, []
    window.render_worker.submit(work.die, None, "Making", lambda _: None, told.append)
    hands.wait(lambda: told)
    assert [type(error) for error in told] == [EngineStopped]
    assert not window.notice.isVisible()
