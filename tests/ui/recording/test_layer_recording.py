"""What the input hears while the sketch plays becomes a layer, in time, in one step; and messages where it cannot."""

from __future__ import annotations

import time
from collections.abc import Iterator

import numpy as np
import pytest
import soundfile
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton, QToolButton, QWidget

from riffdesk.audio.playing.player_state import BarLines
from riffdesk.audio.recording.recording_file import RecordingFile, kept_recordings, leave, new_path, recordings_dir
from riffdesk.dsp.mel import analyse
from riffdesk.sketch.layer import Layer, Source
from riffdesk.sketch.paint.region import Region
from riffdesk.sketch.sound import Sound
from riffdesk.ui.recording.input_dialog import InputDialog
from riffdesk.ui.window.main_window import MainWindow
from tests.audio.fakecards import PortAudioError
from tests.audio.room import Room, furnish
from tests.ui.conftest import Hands

pytestmark = pytest.mark.alone

RATE = 44_100
CLICKS = (0.25, 0.5, 0.9, 1.3, 1.45)


@pytest.fixture
def room(monkeypatch: pytest.MonkeyPatch) -> Room:
    """Return where the window's sketch is heard and recorded."""
    made = Room(output_told=0.03, input_told=0.02)
    furnish(monkeypatch, made)
    return made


@pytest.fixture(autouse=True)
def closed(window: MainWindow, room: Room) -> Iterator[None]:
    window.player._state.latency = 0.2  # so that a busy machine makes no gaps
    window.settings.loop = False
    yield
    window.recording.input.close()


def add_clicks(window: MainWindow, seconds: float = 1.6) -> None:
    audio = np.zeros((1, round(seconds * RATE)), np.float32)
    for click in CLICKS:
        audio[0, round(click * RATE)] = 0.9
    ink = analyse(audio[0], window.sketch.params)
    window.sketch.add_layer(Layer(ink, "clicks", source=Source(audio, ink)), Sound(audio), samples=audio.shape[1])


def press_record(window: MainWindow, hands: Hands) -> None:
    window.canvas.setFocus()
    hands.key(Qt.Key.Key_R, Qt.KeyboardModifier.ShiftModifier)


def wait_for_layer(window: MainWindow, hands: Hands, count: int) -> Layer:
    hands.wait(lambda: len(window.sketch.layers) == count or window.notice.text.startswith("The sound in"))
    return window.sketch.active_layer


def errors_ms(audio: np.ndarray, expected: tuple[float, ...]) -> list[float]:
    found = []
    for click in expected:
        first = max(0, round((click - 0.1) * RATE))
        found.append(1_000 * ((first + int(np.abs(audio[first : first + RATE // 5]).argmax())) / RATE - click))
    return found


def test_a_recording_is_a_new_layer_on_the_beat_in_one_step(window: MainWindow, hands: Hands, room: Room) -> None:
    add_clicks(window)
    hands.idle()
    count, steps = len(window.sketch.layers), len(window.sketch.history.steps)
    samples = window.sketch.samples
    window.playback.seek(0.0)
    press_record(window, hands)
    assert window.recording.running
    assert window.actions_["actionRecord"].isChecked()
    line = window.findChild(QWidget, "recordingLine")
    assert line is not None
    assert line.isVisible()
    layer = wait_for_layer(window, hands, count + 1)
    assert layer.name == "Recording 1"
    assert (len(window.sketch.history.steps), window.sketch.history.undo_name) == (steps + 1, "Record")
    assert window.sketch.samples == samples
    assert layer.source is not None
    audio = layer.source.audio
    errors = errors_ms(audio[0], CLICKS)
    print("clicks in the layer are off by", np.round(errors, 2), "ms")
    assert np.abs(errors).max() < 1.0
    read = room.read[:, 0]
    shift = int(np.flatnonzero(read)[0]) - int(np.flatnonzero(audio[0])[0])
    assert np.array_equal(audio[0], read[shift : shift + audio.shape[1]])  # bit for bit
    assert layer.is_as_imported
    assert not layer.sound.unfinished
    assert not window.actions_["actionRecord"].isChecked()
    assert not line.isVisible()
    assert list(recordings_dir().glob("*.wav")) == []
    window.actions_["actionUndo"].trigger()
    assert len(window.sketch.layers) == count


def test_a_recording_begins_with_the_bars_of_others_and_is_on_the_beat(
    window: MainWindow, hands: Hands, room: Room
) -> None:
    add_clicks(window)
    hands.idle()
    count = len(window.sketch.layers)
    window.player.set_bar_lines(BarLines(time.monotonic() + 1.5, 4.0))  # later than the window takes to begin
    window.playback.seek(0.0)
    press_record(window, hands)
    hands.wait(lambda: window.player.held)
    layer = wait_for_layer(window, hands, count + 1)
    assert layer.source is not None
    assert np.abs(errors_ms(layer.source.audio[0], CLICKS)).max() < 1.0


def test_each_round_of_the_selected_time_is_a_take(window: MainWindow, hands: Hands, room: Room) -> None:
    add_clicks(window)
    hands.idle()
    window.settings.loop = True
    count = len(window.sketch.layers)
    window.canvas.select(Region(40, 140, 0, 512))
    press_record(window, hands)
    hands.wait(lambda: window.recording.input.seconds > 3.4)
    press_record(window, hands)
    layer = wait_for_layer(window, hands, count + 1)
    assert layer.takes is not None
    assert layer.takes.count >= 3  # more, if the second press comes late
    for take in (layer, *layer.takes.before):
        assert take.source is not None
        audio = take.source.audio[0]
        assert not audio[: round(0.4 * RATE)].any()
        assert len(audio) == round(1.4 * RATE)
        errors = errors_ms(audio, (0.5, 0.9, 1.3))
        print("clicks in a take are off by", np.round(errors, 2), "ms")
        assert np.abs(errors).max() < 1.0
    window.actions_["actionTakeBefore"].trigger()
    assert window.sketch.active_layer.takes is not None
    assert window.sketch.active_layer.takes.number == layer.takes.number - 1


def test_an_input_that_may_not_be_used_is_told_of_in_one_sentence(window: MainWindow, hands: Hands, room: Room) -> None:
    room.input_error = PortAudioError("Error opening InputStream", -9999, (0, -13, "Permission denied"))
    press_record(window, hands)
    hands.wait(lambda: "Permission denied" in window.notice.text, 20)
    assert not window.recording.running
    assert not window.actions_["actionRecord"].isChecked()
    assert not window.player.playing


def test_what_was_recorded_before_the_input_vanished_is_kept(window: MainWindow, hands: Hands, room: Room) -> None:
    add_clicks(window, 8.0)
    hands.idle()
    room.vanishes_after = 3.0
    room.noise = 0.01
    count = len(window.sketch.layers)
    press_record(window, hands)
    hands.wait(lambda: len(window.sketch.layers) == count + 1)
    text = next(message.text for message in window.notice.messages if "No such device" in message.text)
    assert text.endswith("What was recorded until then is kept.")
    source = window.sketch.active_layer.source
    assert source is not None
    assert 0.1 < source.waveform.length / RATE < 3.0


def test_a_recording_of_a_program_that_ended_is_offered_and_added(window: MainWindow, hands: Hands) -> None:
    sound = np.random.default_rng(0).uniform(-0.5, 0.5, (RATE, 1)).astype(np.float32)
    file = RecordingFile(new_path(), RATE, 1)
    file.write(sound)
    file.finish()
    leave(file.path)
    window.recording.offer_kept()
    assert "was still being recorded when riffdesk ended" in window.notice.text
    next(one for one in window.notice.findChildren(QPushButton) if one.text() == "Add as layer").click()
    hands.wait(lambda: window.sketch.active_layer.name == "Recording 1")
    source = window.sketch.active_layer.source
    assert source is not None
    assert np.array_equal(source.audio, sound.T)
    assert kept_recordings() == []


def test_what_was_recorded_when_the_window_closed_is_kept_for_the_next_one(
    window: MainWindow, hands: Hands, room: Room
) -> None:
    room.noise = 0.01
    add_clicks(window, 8.0)
    hands.idle()
    press_record(window, hands)
    hands.wait(lambda: window.recording.input.seconds > 1.0)
    window.close()
    hands.wait(lambda: not window.isVisible())
    assert not window.recording.running
    assert kept_recordings() == []  # this process has it still
    (path,) = recordings_dir().glob("*.wav")
    leave(path)
    assert kept_recordings() == [path]
    with soundfile.SoundFile(path) as file:
        assert 1.0 < file.frames / file.samplerate < 8.0
        assert np.abs(file.read()).max() > 0


def test_measuring_sets_the_correction_to_what_nobody_told(window: MainWindow, hands: Hands, room: Room) -> None:
    room.untold = 0.0173
    window.actions_["actionInput"].trigger()
    dialog = window.findChild(InputDialog)
    assert dialog is not None
    hands.wait(lambda: dialog.device.count() == 2, 20)
    assert [dialog.device.itemText(row) for row in range(2)] == ["System default", "Microphone"]
    dialog.measure.click()
    hands.wait(lambda: dialog.measure.isEnabled())
    print(dialog.told.text())
    assert "8 of 8 agree" in dialog.told.text()
    assert window.settings.input_correction_ms == pytest.approx(17.3, abs=0.5)
    assert dialog.correction.value() == window.settings.input_correction_ms
    room.gain = 0.0
    dialog.measure.click()
    hands.wait(lambda: dialog.measure.isEnabled())
    assert dialog.told.text().startswith("No click was heard.")
    assert window.settings.input_correction_ms == pytest.approx(17.3, abs=0.5)
    dialog.reject()
    hands.wait(lambda: window.recording.input.levels is None, 20)
    assert list(recordings_dir().glob("*.wav")) == []


def test_the_button_and_the_meter_say_what_they_are(window: MainWindow) -> None:
    button = window.transport.findChild(QToolButton, "recordButton")
    assert button is not None
    assert button.accessibleName() == "Record"
    assert "Shift+R" in button.toolTip()
    assert window.findChild(QLabel, "recordingTime") is not None
