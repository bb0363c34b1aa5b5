"""Every riff that was made in the window is in the library, and every prompt in its history."""

from __future__ import annotations

import sqlite3
from contextlib import closing

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QListWidget

from riffdesk.analysis.picture import picture_of
from riffdesk.audio.filing.sound_files import read_audio, read_recipe
from riffdesk.dsp.mel import analyse
from riffdesk.dsp.mix import below_clipping
from riffdesk.models.registry import add_model
from riffdesk.sketch.ink import Ink
from riffdesk.sketch.layer import Layer
from riffdesk.sketch.sound import Sound, Waveform
from riffdesk.store.library.entry import Entry
from riffdesk.store.library.library import Library, root
from riffdesk.store.library.query import query_of
from riffdesk.store.library.schema import VERSION
from riffdesk.ui.riff.incoming_riffs import Riff
from riffdesk.ui.window.main_window import MainWindow
from tests.analysis.sounds import recipe, tone
from tests.diffusion.tiny import Tiny, tiny_folder
from tests.ui.conftest import Hands


@pytest.fixture
def band(window: MainWindow) -> MainWindow:
    """A window that plays with a tiny model."""
    name = add_model(tiny_folder(Tiny(latent_width=16))).name
    window.riffs.models.refresh()
    window.defaults.change(model=name, steps=2, quality="good")
    window.sketch.update_render(seconds=1.28)
    return window


def done(window: MainWindow) -> bool:
    render, files = window.render_worker, window.worker
    quiet = not (render.running or render.waiting or files.running or files.waiting)
    return quiet and not window.library.thread_.busy


def type_prompt(window: MainWindow, prompt: str) -> None:
    window.prompt_panel.prompt.setFocus()
    window.prompt_panel.prompt.setPlainText(prompt)


def make(window: MainWindow, hands: Hands, action: str = "actionGenerate") -> None:
    window.actions_[action].trigger()
    hands.pause(0.1)
    hands.wait(lambda: done(window))


def entries() -> list[Entry]:
    with closing(Library()) as library:
        return library.page(query_of(""), "oldest")


def test_riffs_takes_and_variations_are_kept_sample_for_sample(band: MainWindow, hands: Hands) -> None:
    type_prompt(band, "slow piano")
    make(band, hands)
    first = band.sketch.active_layer
    band.riffs.panel.seed.setValue(7)
    make(band, hands)
    second = band.sketch.active_layer
    band.settings.variations = 2
    make(band, hands, "actionVariations")
    kept = entries()
    assert [entry.kind for entry in kept] == ["riff", "take", "variation", "variation"]
    assert [entry.seed for entry in kept[:2]] == [42, 7]
    rate = band.sketch.params.sample_rate
    for entry, layer in zip(kept, (first, second), strict=False):
        heard, _ = below_clipping(layer.sound.audio[:, : round(entry.seconds * rate)])
        assert np.abs(read_audio(entry.path, rate) - heard).max() <= 2**-24
        assert read_recipe(entry.path) == layer.recipe
        assert entry.seconds == pytest.approx(1.28, abs=0.02)


def test_what_was_painted_after_a_riff_came_is_not_part_of_it(
    band: MainWindow, hands: Hands, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Even if it was painted before the last section: the recipe would not give that sound."""
    held: list[Riff] = []
    incoming = band.riffs.incoming
    with monkeypatch.context() as patched:
        patched.setattr(type(incoming), "_finish", lambda self, riff, _=None: held.append(riff))
        type_prompt(band, "slow piano")
        band.actions_["actionGenerate"].trigger()
        hands.wait(lambda: held)
    riff_ink = band.sketch.active_layer.ink.copy()
    hands.drag((0.2, 300), (0.8, 3_000))
    assert not np.array_equal(band.sketch.active_layer.ink, riff_ink)
    incoming._finish(held[0])
    hands.wait(lambda: done(band) and entries())
    (entry,) = entries()
    with closing(Library()) as library:
        kept = library.details(entry.id).picture
    columns = round(entry.seconds * band.sketch.params.columns_per_second)
    assert kept == picture_of(riff_ink[:, :columns])


def test_a_part_that_is_repainted_is_kept_as_a_change(band: MainWindow, hands: Hands) -> None:
    type_prompt(band, "slow piano")
    make(band, hands)
    hands.tool("toolSelect")
    hands.drag((0.3, 200), (0.8, 4_000))
    make(band, hands, "actionRepaint")
    assert [entry.kind for entry in entries()] == ["riff", "change"]


def test_the_prompts_that_were_used_come_with_up_in_an_empty_field(band: MainWindow, hands: Hands) -> None:
    for prompt in ("slow piano", "fast drums"):
        type_prompt(band, prompt)
        make(band, hands)
    field = band.prompt_panel.prompt
    band.canvas.setFocus()
    field.setPlainText("")
    field.setFocus()
    hands.wait(lambda: len(field.earlier) == 2)
    for key, text in (
        (Qt.Key.Key_Up, "fast drums"), (Qt.Key.Key_Up, "slow piano"), (Qt.Key.Key_Up, "slow piano"),
        (Qt.Key.Key_Down, "fast drums"), (Qt.Key.Key_Down, ""),
    ):  # fmt: skip
        QTest.keyClick(field, key)
        assert field.toPlainText() == text
    assert band.sketch.state.keyframes[0].prompt == ""
    QTest.keyClick(field, Qt.Key.Key_Up)
    assert band.sketch.state.keyframes[0].prompt == "fast drums"
    QTest.keyClicks(field, "!")
    QTest.keyClick(field, Qt.Key.Key_Up)
    assert field.toPlainText() == "fast drums!", "a text of one's own is not replaced"


def test_the_history_is_searched_by_words(band: MainWindow, hands: Hands) -> None:
    for prompt in ("slow piano", "fast drums"):
        type_prompt(band, prompt)
        make(band, hands)
    QTest.mouseClick(band.prompt_panel.history, Qt.MouseButton.LeftButton)
    hands.wait(lambda: band.library.history._popup is not None)
    popup = band.library.history._popup
    assert popup is not None
    search, listed = popup.findChild(QLineEdit, "historySearch"), popup.findChild(QListWidget, "historyList")
    assert [listed.item(row).text() for row in range(listed.count())] == ["fast drums", "slow piano"]
    QTest.keyClicks(search, "PIA slo")
    assert [listed.item(row).text() for row in range(listed.count())] == ["slow piano"]
    QTest.keyClick(search, Qt.Key.Key_Return)
    QApplication.processEvents()
    assert band.prompt_panel.prompt.toPlainText() == "slow piano"


def test_a_library_that_cannot_be_used_does_not_stop_riffs_and_says_so_once(band: MainWindow, hands: Hands) -> None:
    with closing(Library()) as library:
        path = library.database.path
    with closing(sqlite3.connect(path)) as connection:
        connection.execute(f"PRAGMA user_version = {VERSION + 1}")
    type_prompt(band, "slow piano")
    make(band, hands)
    band.riffs.panel.seed.setValue(7)
    make(band, hands)
    assert band.sketch.active_layer.takes.count == 2
    told = [message.text for message in band.notice.messages if "newer riffdesk" in message.text]
    assert len(told) == 1
    assert not (root() / "sounds").exists()


def test_closing_the_window_waits_until_a_riff_is_kept(band: MainWindow, hands: Hands) -> None:
    type_prompt(band, "slow piano")
    band.actions_["actionGenerate"].trigger()
    hands.wait(lambda: band.worker.running is not None and "library" in band.worker.running.label)
    band.close()
    hands.wait(lambda: not band.isVisible())
    assert len(entries()) == 1


def test_what_is_kept_of_a_jam_is_in_the_library(window: MainWindow, hands: Hands) -> None:
    audio, params = tone(seconds=2.0), window.sketch.params
    ink = Ink.of(analyse(audio[0], params))
    layer = Layer(ink, "lofi · 8 bars", recipe=recipe("lofi", 5, seconds=2.0), sound=Sound(Waveform.of(audio)))
    window.jam.jam.kept.emit(layer)
    hands.wait(lambda: done(window) and entries())
    (entry,) = entries()
    assert (entry.kind, entry.name, entry.seed) == ("jam", "lofi · 8 bars", 5)
    assert np.abs(read_audio(entry.path, params.sample_rate) - audio).max() <= 2**-24
