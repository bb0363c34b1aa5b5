"""The piano beside the canvas: where its keys are, which is lit, what it asks to be heard."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from riffdesk.dsp.pitch import hertz_of_midi
from riffdesk.dsp.synth import Tones
from riffdesk.ui.canvas.plot.piano import Piano
from riffdesk.ui.window.main_window import MainWindow
from tests.ui.canvas.test_canvas import wheel
from tests.ui.conftest import Hands, _move

CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
LEFT, NONE = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier


@pytest.fixture
def piano(window: MainWindow) -> Piano:
    found = window.findChild(QWidget, "piano")
    assert isinstance(found, Piano)
    return found


@pytest.fixture
def sounded(window: MainWindow, monkeypatch: pytest.MonkeyPatch) -> list[Tones | None]:
    """What the player is told to sound."""
    told: list[Tones | None] = []
    monkeypatch.setattr(window.player, "sound", told.append)
    return told


def key(piano: Piano, midi: int) -> QPoint:
    return QPoint(piano.width() // 3, round(piano.y_of(midi)))


def pitches(told: list[Tones | None]) -> list[float | None]:
    return [None if tones is None else tones.partials[0][0] for tones in told]


def test_its_keys_are_at_their_notes_on_both_axes_and_when_zoomed(
    window: MainWindow, hands: Hands, piano: Piano
) -> None:
    def aligned() -> None:
        hands.pause()
        for midi in (48, 60, 72, 100):
            on_canvas = window.canvas.point_at(1.0, hertz_of_midi(midi)).y()
            if 0 <= piano.y_of(midi) < piano.height():
                assert abs(piano.geometry().top() + piano.y_of(midi) - on_canvas) <= 1
                assert abs(piano.note_at(piano.y_of(midi)) - midi) <= (midi < 72), "under C5 a semitone is two pixels"

    aligned()
    hands.key("F", SHIFT)
    aligned()
    wheel(hands, window.canvas.point_at(2.0, 440), 6, CTRL)
    aligned()
    window.resize(1_100, 700)
    aligned()


def test_the_key_under_the_pointer_lights_up(window: MainWindow, hands: Hands, piano: Piano) -> None:
    hands.key("F", SHIFT)
    hands.pause()
    QTest.mouseMove(window.canvas.viewport(), window.canvas.point_at(1.5, 220))
    hands.wait(lambda: piano.lit == 57)
    before = piano.grab().toImage()
    QTest.mouseMove(window.canvas.viewport(), window.canvas.point_at(1.5, hertz_of_midi(64)))
    hands.wait(lambda: piano.lit == 64)
    assert piano.grab().toImage() != before
    QTest.mouseMove(piano, key(piano, 72))
    hands.wait(lambda: piano.lit == 72)


def test_a_pressed_key_sounds_until_it_is_released(hands: Hands, piano: Piano, sounded: list[Tones | None]) -> None:
    hands.key("F", SHIFT)
    hands.pause()
    QTest.mousePress(piano, LEFT, NONE, key(piano, 69))
    assert pitches(sounded) == pytest.approx([440])
    QTest.mouseRelease(piano, LEFT, NONE, key(piano, 69))
    assert pitches(sounded) == pytest.approx([440, None])
    assert piano.sounding is None


def test_a_window_that_loses_the_focus_releases_the_key(
    window: MainWindow, piano: Piano, sounded: list[Tones | None]
) -> None:
    QTest.mousePress(piano, LEFT, NONE, key(piano, 90))
    QApplication.sendEvent(window.canvas, QEvent(QEvent.Type.WindowDeactivate))
    assert sounded[-1] is None
    assert piano.sounding is None


def test_dragging_over_the_keys_is_a_glissando(hands: Hands, piano: Piano, sounded: list[Tones | None]) -> None:
    hands.key("F", SHIFT)
    hands.pause()
    QTest.mousePress(piano, LEFT, NONE, key(piano, 60))
    for y in range(key(piano, 60).y(), key(piano, 64).y() - 1, -1):
        _move(piano, QPoint(5, y), LEFT, NONE)
    QTest.mouseRelease(piano, LEFT, NONE, key(piano, 64))
    assert pitches(sounded) == pytest.approx([*map(hertz_of_midi, range(60, 65)), None])


def test_it_plays_while_the_sketch_plays_too(
    window: MainWindow, hands: Hands, piano: Piano, sounded: list[Tones | None], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(type(window.player), "playing", True)
    QTest.mousePress(piano, LEFT, NONE, key(piano, 90))
    assert sounded[-1] is not None
    QTest.mouseRelease(piano, LEFT, NONE, key(piano, 90))


def test_shift_p_hides_it_and_gives_its_room_to_the_picture(window: MainWindow, hands: Hands, piano: Piano) -> None:
    assert piano.isVisible()
    left = window.canvas.point_at(0.0, 440).x()
    hands.key("P", SHIFT)
    hands.pause()
    assert not piano.isVisible()
    assert window.canvas.point_at(0.0, 440).x() == left - piano.width()
    assert not window.settings.show_piano


def test_the_tone_brush_sounds_at_the_pitch_it_draws(
    window: MainWindow, hands: Hands, sounded: list[Tones | None]
) -> None:
    hands.tool("toolTone")
    hands.key("F", SHIFT)
    hands.drag((1.0, 441), (2.0, 221))
    heard = pitches(sounded)
    assert heard[0] == pytest.approx(440)
    assert heard[-2] == pytest.approx(220), "it keeps to semitones, as what it paints"
    assert heard[-1] is None
    hands.key("Y")
    hands.key("V")
    window.settings.harmonic_count = 3
    hands.drag((1.0, 450), (2.0, 450))
    tones = sounded[-2]
    assert tones is not None
    assert [hertz for hertz, _ in tones.partials] == pytest.approx([450, 900, 1_350], rel=0.01)


def test_it_is_silent_when_switched_off_and_while_the_sketch_plays(
    window: MainWindow, hands: Hands, sounded: list[Tones | None], monkeypatch: pytest.MonkeyPatch
) -> None:
    hands.tool("toolTone")
    hands.key("H", SHIFT)
    assert not window.settings.hear_tones
    hands.drag((1.0, 440), (2.0, 440))
    assert sounded == []
    hands.key("H", SHIFT)
    monkeypatch.setattr(type(window.player), "playing", True)
    hands.drag((1.0, 440), (2.0, 440))
    assert set(sounded) == {None}, "what it paints is heard with the sketch"


def test_escape_and_another_tool_end_the_tone(window: MainWindow, hands: Hands, sounded: list[Tones | None]) -> None:
    for end in (lambda: hands.key(Qt.Key.Key_Escape), lambda: hands.tool("toolBrush")):
        hands.tool("toolTone")
        hands.drag((1.0, 440), (2.0, 440), release=False)
        assert sounded[-1] is not None
        end()
        assert sounded[-1] is None
        QTest.mouseRelease(window.canvas.viewport(), LEFT, NONE, window.canvas.point_at(2.0, 440))


def test_other_tools_are_silent(hands: Hands, sounded: list[Tones | None]) -> None:
    for tool in ("toolBrush", "toolEraser", "toolMask", "toolSelect"):
        hands.tool(tool)
        hands.drag((1.0, 440), (2.0, 440))
    assert sounded == []
