"""Files brought into the window: asked about where they can be meant in several ways, and never a bug report."""

from __future__ import annotations

import os
import struct
from pathlib import Path

import numpy as np
import pytest
import soundfile
from PIL import Image
from PySide6.QtWidgets import QFileDialog, QMessageBox, QPushButton

from riffdesk.audio.filing.loop_chunks import Loop
from riffdesk.audio.filing.sound_files import write_audio
from riffdesk.dsp.loudness import loudness
from riffdesk.engine.seed_images import seed_images
from riffdesk.settings import SettingsFile
from riffdesk.ui.notices import BugDialog
from riffdesk.ui.window.main_window import MainWindow
from tests.measure import RATE, riff
from tests.ui.conftest import Hands


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> Asked:
    return Asked(monkeypatch)


class Asked:
    """Presses buttons of questions by their text, and keeps what was asked; by default the usual one."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.questions: list[str] = []
        self.hints: list[str] = []
        self.answers: list[str] = []
        monkeypatch.setattr(QMessageBox, "exec", lambda box: self._answer(box))

    def _answer(self, box: QMessageBox) -> int:
        self.questions.append(box.text())
        self.hints.append(box.informativeText())
        text = self.answers.pop(0) if self.answers else box.defaultButton().text()
        next(button for button in box.buttons() if button.text() == text).click()
        return 0


def tracks(channels: int) -> np.ndarray:
    return (np.random.default_rng(3).integers(-8_000, 8_000, (channels, 9_000)) / 32_768).astype(np.float32)


def brought(window: MainWindow, hands: Hands, path: Path) -> None:
    window.documents.import_paths([path])
    hands.idle()


def sounds(window: MainWindow) -> dict[str, np.ndarray]:
    return {layer.name: layer.sound.audio for layer in window.sketch.layers if layer.sound.audio is not None}


def test_six_channels_are_mixed_or_become_six_layers(
    window: MainWindow, hands: Hands, tmp_path: Path, asked: Asked
) -> None:
    sound = tracks(6)
    soundfile.write(tmp_path / "film.wav", sound.T, RATE)
    brought(window, hands, tmp_path / "film.wav")
    assert asked.questions == ["film.wav has 6 channels: left, right, centre, LFE, back left, back right."]
    assert sounds(window)["film"].shape == (2, 9_000)
    assert "mixed to stereo" in window.notice.text
    window.documents.new()
    asked.answers = ["A layer for each"]
    brought(window, hands, tmp_path / "film.wav")
    there = sounds(window)
    assert list(there) == [f"film {name}" for name in ("left", "right", "centre", "LFE", "back left", "back right")]
    assert all((there[name] == sound[number : number + 1]).all() for number, name in enumerate(there))


@pytest.mark.parametrize(("answer", "peak"), [("Turn it down", 0.3), ("Leave it as it is", 0.3 * 32_768)])
def test_floats_on_the_scale_of_whole_numbers_are_asked_about(
    window: MainWindow, hands: Hands, tmp_path: Path, asked: Asked, answer: str, peak: float
) -> None:
    sound = tracks(1) / np.abs(tracks(1)).max()
    soundfile.write(tmp_path / "a.wav", (sound * 0.3 * 32_768).T, RATE, subtype="FLOAT")
    asked.answers = [answer]
    brought(window, hands, tmp_path / "a.wav")
    assert asked.questions == ["a.wav is far too loud: its samples go far above full scale."]
    assert "Turned down by 90 dB" in asked.hints[0]
    assert np.abs(sounds(window)["a"]).max() == pytest.approx(peak, rel=1e-4)


def test_channels_without_names_are_counted_and_not_listed(
    window: MainWindow, hands: Hands, tmp_path: Path, asked: Asked
) -> None:
    soundfile.write(tmp_path / "field.wav", tracks(12).T, RATE)
    brought(window, hands, tmp_path / "field.wav")
    assert asked.questions == ["field.wav has 12 channels."]


def test_what_was_mended_is_said(window: MainWindow, hands: Hands, tmp_path: Path, asked: Asked) -> None:
    path = tmp_path / "take.wav"
    soundfile.write(path, tracks(1).T, RATE)
    data = path.read_bytes()
    path.write_bytes(data[:40] + struct.pack("<I", 0) + data[44:])
    brought(window, hands, path)
    assert sounds(window)["take"].shape == (1, 9_000)
    assert window.notice.text.startswith("take.wav does not state its length")
    assert asked.questions == []


def test_a_new_sketch_takes_tempo_and_loop_of_the_sound_it_begins_with(
    window: MainWindow, hands: Hands, tmp_path: Path
) -> None:
    samples = round(RATE * 60 / 140 * 4)
    audio = riff(samples / RATE)[None, :samples]
    write_audio(tmp_path / "bar.wav", audio, RATE, subtype="FLOAT", loop=Loop(samples, RATE, 140.0, 4))
    brought(window, hands, tmp_path / "bar.wav")
    state = window.sketch.state
    assert (state.tempo, state.samples, state.circular) == (140, samples, True)
    assert len(window.sketch.history.steps) == 2
    window.sketch.undo()
    assert (window.sketch.state.tempo, window.sketch.state.circular) == (120, False)
    window.sketch.redo()
    state = window.sketch.state
    assert (state.tempo, state.samples, state.circular) == (140, samples, True)
    assert (sounds(window)["bar"] == audio).all()


def test_another_sketch_is_offered_the_tempo(window: MainWindow, hands: Hands, tmp_path: Path) -> None:
    window.sketch.set_tempo(90)
    soundfile.write(tmp_path / "drums_85bpm.wav", riff(0.5), RATE)
    brought(window, hands, tmp_path / "drums_85bpm.wav")
    assert window.sketch.state.tempo == 90
    assert window.notice.text == "drums_85bpm is at 85 bpm, and the sketch at 90."
    (button,) = window.notice.findChildren(QPushButton)
    button.click()
    assert window.sketch.state.tempo == 85


def drawn() -> np.ndarray:
    pixels = np.full((512, 60), 255, np.uint8)
    pixels[380:384, 5:55] = 30
    return pixels


@pytest.mark.parametrize(("answer", "same"), [("Invert it", True), ("Leave it as it is", False)])
def test_white_on_black_is_asked_about(
    window: MainWindow, hands: Hands, tmp_path: Path, asked: Asked, answer: str, same: bool
) -> None:
    Image.fromarray(drawn()).save(tmp_path / "plain.png")
    Image.fromarray(255 - drawn()).save(tmp_path / "white.png")
    brought(window, hands, tmp_path / "plain.png")
    assert asked.questions == []
    asked.answers = [answer]
    brought(window, hands, tmp_path / "white.png")
    assert len(asked.questions) == 1
    plain, white = (layer.ink > 0 for layer in window.sketch.layers)
    assert bool((plain == white).all()) is same


def test_a_picture_without_a_level_comes_in_at_18_lufs_with_a_word(
    window: MainWindow, hands: Hands, tmp_path: Path
) -> None:
    with Image.open(seed_images()["breakbeat"]) as image:
        Image.fromarray(np.asarray(image.convert("L"))).save(tmp_path / "og_beat.png")
    brought(window, hands, tmp_path / "og_beat.png")
    (layer,) = window.sketch.layers
    assert layer.sound.audio is not None
    assert loudness(layer.sound.audio, RATE) == pytest.approx(-18, abs=1)
    assert window.notice.text.startswith("og_beat has no level: turned down by ")


@pytest.mark.skipif(os.name == "nt", reason="names are text there")
@pytest.mark.parametrize("suffix", [b".wav", b".png", b".riff"])
def test_names_that_are_no_utf_8_are_opened_saved_and_remembered(
    window: MainWindow, hands: Hands, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, suffix: bytes
) -> None:
    folder = tmp_path / os.fsdecode(b"\xfcbung")
    folder.mkdir()
    path = folder / os.fsdecode(b"caf\xe9" + suffix)
    if suffix == b".wav":
        soundfile.write(tmp_path / "a.wav", riff(0.5), RATE)
        os.rename(tmp_path / "a.wav", path)
    elif suffix == b".png":
        Image.fromarray(drawn()).save(tmp_path / "a.png")
        os.rename(tmp_path / "a.png", path)
    else:
        monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(path), ""))
        window.documents.save_as()
        hands.idle()
        assert path.exists()
    window.documents.open_path(path)
    hands.idle()
    window.documents.open_path(path.with_name(os.fsdecode(b"gone\xe9" + suffix)))
    hands.idle()
    assert "Could not open gone\N{REPLACEMENT CHARACTER}" in window.notice.text
    SettingsFile().load()
    assert window.findChild(BugDialog) is None
    if suffix == b".riff":
        assert "caf\N{REPLACEMENT CHARACTER}" in window.windowTitle()
    else:
        assert window.sketch.layers[-1].name == "caf\N{REPLACEMENT CHARACTER}"
