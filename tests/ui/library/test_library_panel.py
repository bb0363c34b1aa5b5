"""The library's panel: found, heard, rated, tagged, renamed, deleted, brought back and used, by mouse and keys."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDockWidget, QLineEdit, QPushButton

from riffdesk.audio.playing.playback import PlaybackMix
from riffdesk.dsp.loudness import loudness
from riffdesk.dsp.mix import stereo
from riffdesk.store.library.entry import Entry
from riffdesk.store.library.library import Library
from riffdesk.ui.library.entries.entry_model import ENTRY_ROLE, MIME, MISSING_ROLE
from riffdesk.ui.library.entries.entry_places import row_places
from riffdesk.ui.library.entry_audition import LOUDNESS
from riffdesk.ui.window.main_window import MainWindow
from tests.analysis.sounds import RATE, beats, keep, recipe, tone
from tests.ui.conftest import Hands

NAMES = ("slow jazz · 42", "dark techno · 7", "church organ · 3")


@pytest.fixture
def kept() -> list[Entry]:
    """Have three riffs in the library, the last one added first in the list."""
    made = zip(NAMES, (0.5, 0.05, 0.2), (90.0, 130.0, 0.0), ("A minor", "C minor", ""), strict=True)
    return [
        keep(
            tone(300 + 100 * number, 2.0, gain),
            name,
            recipe=recipe(name.split(" ·")[0], int(name.split("· ")[1]), tempo=tempo, key=key, seconds=2.0),
        )
        for number, (name, gain, tempo, key) in enumerate(made)
    ]


@pytest.fixture
def panel(kept: list[Entry], window: MainWindow, hands: Hands):
    window.actions_["actionLibrary"].trigger()
    hands.wait(lambda: len(window.library.model.ids) == 3)
    return window.library.panel


def listed(window: MainWindow) -> list[str]:
    model = window.library.model
    return [model.index(row).data() for row in range(model.rowCount())]


def settle(window: MainWindow, hands: Hands) -> None:
    hands.pause(0.15)
    hands.wait(lambda: not (window.library.thread_.busy or window.worker.running or window.worker.waiting))
    hands.pause(0.02)


def choose(window: MainWindow, hands: Hands, row: int = 0) -> Entry:
    view = window.library.panel.view
    place = view.visualRect(view.model().index(row)).center()
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, place)
    settle(window, hands)
    return view.current_entry()


def key(window: MainWindow, hands: Hands, which: Qt.Key | str, modifier=Qt.KeyboardModifier.NoModifier) -> None:
    QTest.keyClick(window.library.panel.view, which, modifier)
    settle(window, hands)


def stored(entry: Entry) -> Entry:
    with closing(Library()) as library:
        return library.entry(entry.id)


def mix(window: MainWindow) -> PlaybackMix:
    return window.player._state.mix


def test_the_command_shows_the_newest_first_and_the_search_has_the_focus(panel, window: MainWindow) -> None:
    assert window.findChild(QDockWidget, "libraryDock").isVisible()
    assert window.findChild(QLineEdit, "librarySearch").hasFocus()
    assert listed(window) == list(reversed(NAMES))
    assert panel.status.text() == "3 riffs"


def test_the_search_narrows_the_list_while_typing(panel, window: MainWindow, hands: Hands) -> None:
    QTest.keyClicks(panel.search, "tech")
    hands.wait(lambda: listed(window) == ["dark techno · 7"])
    panel.search.setText("key:Am bpm:80-100")
    hands.wait(lambda: listed(window) == ["slow jazz · 42"])
    panel.search.setText("bpm:fast")
    hands.wait(lambda: len(listed(window)) == 3)
    assert "80-100" in panel.status.text()
    panel.search.setText("polka")
    hands.wait(lambda: listed(window) == [])
    assert panel.status.text() == "Nothing matches."


def test_the_order_is_chosen_and_stays(panel, window: MainWindow, hands: Hands) -> None:
    panel.sort.setCurrentIndex(panel.sort.findData("name"))
    hands.wait(lambda: listed(window) == sorted(NAMES))
    assert window.settings.library_sort == "name"


def test_keys_and_clicks_rate(panel, window: MainWindow, hands: Hands) -> None:
    entry = choose(window, hands)
    key(window, hands, "4")
    assert stored(entry).stars == 4
    assert window.library.model.index(0).data(ENTRY_ROLE).stars == 4
    view = panel.view
    star = row_places(view.visualRect(view.model().index(1))).star(2).center().toPoint()
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, star)
    settle(window, hands)
    assert stored(view.model().entry(1)).stars == 2
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, star)
    settle(window, hands)
    assert stored(view.model().entry(1)).stars == 0, "another click on the last star takes them away"


def test_ctrl_z_in_the_list_takes_changes_of_the_library_back_and_not_the_sketchs(
    panel, window: MainWindow, hands: Hands
) -> None:
    window.layers.add()
    entry = choose(window, hands)
    key(window, hands, "4")
    key(window, hands, Qt.Key.Key_Delete)
    assert listed(window) == ["dark techno · 7", "slow jazz · 42"]
    key(window, hands, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    hands.wait(lambda: listed(window) == list(reversed(NAMES)))
    key(window, hands, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert stored(entry).stars == 0
    key(window, hands, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert len(window.sketch.layers) == 2


def test_a_deletion_is_offered_back(panel, window: MainWindow, hands: Hands) -> None:
    choose(window, hands, 1)
    key(window, hands, Qt.Key.Key_Delete)
    assert any("dark techno" in message.text for message in window.notice.messages)
    undo = next(button for button in window.notice.findChildren(QPushButton) if button.text() == "Undo")
    undo.click()
    settle(window, hands)
    assert listed(window) == list(reversed(NAMES))
    key(window, hands, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert listed(window) == list(reversed(NAMES))


def test_names_and_tags_are_typed(panel, window: MainWindow, hands: Hands) -> None:
    entry = choose(window, hands)
    key(window, hands, Qt.Key.Key_F2)
    editor = panel.view.findChild(QLineEdit, "libraryName")
    editor.selectAll()
    QTest.keyClicks(editor, "Best one")
    QTest.keyClick(editor, Qt.Key.Key_Return)
    settle(window, hands)
    assert stored(entry).name == "Best one"
    assert listed(window)[0] == "Best one"
    panel.tags.setFocus()
    QTest.keyClicks(panel.tags, "Night, drums")
    QTest.keyClick(panel.tags, Qt.Key.Key_Return)
    settle(window, hands)
    assert stored(entry).tags == ("night", "drums")
    panel.search.setText("tag:night")
    hands.wait(lambda: listed(window) == ["Best one"])


def test_return_after_a_name_adds_no_layer_and_the_list_has_the_keys_again(
    panel, window: MainWindow, hands: Hands
) -> None:
    choose(window, hands)
    added: list[bool] = []
    panel.view.activated_entry.connect(lambda: added.append(True))
    for last in (Qt.Key.Key_Return, Qt.Key.Key_Escape):
        key(window, hands, Qt.Key.Key_F2)
        editor = panel.view.findChild(QLineEdit, "libraryName")
        QTest.keyClicks(editor, "Best one")
        QTest.keyClick(editor, last)
        settle(window, hands)
        assert window.focusWidget() is panel.view
    assert not added


def test_arrow_keys_hear_each_at_the_same_loudness(panel, window: MainWindow, hands: Hands) -> None:
    heard = []
    choose(window, hands)
    for _ in range(3):
        (track,) = mix(window).tracks
        heard.append(loudness(stereo(np.asarray(track.audio)), RATE))
        key(window, hands, Qt.Key.Key_Down)
    loudest = max(heard)
    assert heard[0] == pytest.approx(LOUDNESS, abs=0.2)
    assert max(heard) - min(heard) < 0.5, "tones of half, a tenth and a third of full scale"
    assert loudest <= LOUDNESS + 0.2
    assert window.library.audition.heard.name == NAMES[0]


def test_the_sketch_is_heard_again_afterwards_from_where_it_was(panel, window: MainWindow, hands: Hands) -> None:
    window.playback.seek(2.0)
    before = mix(window).tracks
    choose(window, hands)
    assert mix(window).tracks != before
    key(window, hands, Qt.Key.Key_Escape)
    hands.wait(lambda: [track.key for track in mix(window).tracks] == [track.key for track in before])
    assert window.player.position / RATE == pytest.approx(2.0, abs=0.01)
    assert not window.player.playing
    assert window.library.audition.heard is None


def test_hiding_the_panel_ends_the_riff(panel, window: MainWindow, hands: Hands) -> None:
    choose(window, hands)
    window.findChild(QDockWidget, "libraryDock").close()
    settle(window, hands)
    assert window.library.audition.heard is None


def test_with_the_sketch_a_riff_is_in_its_tempo_and_on_its_beat_while_it_plays_on(
    panel, window: MainWindow, hands: Hands
) -> None:
    hands.drag((0.5, 300), (1.5, 3_000))
    hands.idle()
    window.sketch.set_tempo(117)
    panel.context.setChecked(True)
    choose(window, hands, 1)
    _, riff = mix(window).tracks
    assert window.library.audition.heard.tempo == 130
    audio = np.asarray(riff.audio)
    assert audio.shape == (1, window.sketch.samples)
    period, length = round(240 / 117 * RATE), round(2.0 * 130 / 117 * RATE)
    again = audio[0, period : period + RATE // 2]
    assert np.array_equal(audio[0, : RATE // 2], again), "it goes round at the second bar"
    assert length > period
    spectrum = np.abs(np.fft.rfft(audio[0, RATE // 2 : RATE // 2 + RATE]))
    assert spectrum.argmax() == pytest.approx(400, abs=3), "its pitch is its own"
    key(window, hands, Qt.Key.Key_Escape)
    hands.wait(lambda: len(mix(window).tracks) == 1)


def test_the_pointer_hears_only_if_that_is_wanted(panel, window: MainWindow, hands: Hands) -> None:
    view = panel.view
    place = view.visualRect(view.model().index(1)).center()
    for wanted in (False, True):
        panel.hover.setChecked(wanted)
        view.entered.emit(view.indexAt(place))
        hands.pause(0.4)
        settle(window, hands)
        assert (window.library.audition.heard is not None) == wanted


def test_return_adds_a_layer_at_the_bar_of_the_playhead(panel, window: MainWindow, hands: Hands) -> None:
    hands.drag((0.5, 300), (0.8, 3_000))  # it is no new sketch any more
    hands.idle()
    window.sketch.set_tempo(120)
    entry = choose(window, hands)
    key(window, hands, Qt.Key.Key_Escape)
    window.playback.seek(3.1)
    panel.view.setFocus()
    key(window, hands, Qt.Key.Key_Return)
    layer = window.sketch.active_layer
    assert (layer.name, layer.recipe.keyframes[0].seed) == (entry.name, 3)
    ink, start = layer.ink, 200  # bar 2 begins at 2 s
    assert not ink[:, : start - 1].any()
    assert ink[:, start + 5 : start + 150].any()
    audio = layer.sound.audio
    assert np.abs(audio[:, 2 * RATE : 4 * RATE] - tone(500, 2.0, 0.2)).max() < 1e-6
    window.sketch.undo()
    assert len(window.sketch.layers) == 1


def test_a_new_sketch_takes_the_tempo_of_its_first_riff(panel, window: MainWindow, hands: Hands) -> None:
    choose(window, hands, 1)
    QTest.mouseClick(panel.add, Qt.MouseButton.LeftButton)
    settle(window, hands)
    assert window.sketch.state.tempo == 130


def test_an_entry_is_dropped_on_a_bar_of_the_canvas(panel, window: MainWindow, hands: Hands) -> None:
    hands.drag((0.5, 300), (0.8, 3_000))
    hands.idle()
    model, view = window.library.model, window.canvas.viewport()
    data = model.mimeData([model.index(0)])
    assert data.urls()[0].toLocalFile() == str(model.entry(0).path)
    assert data.hasFormat(MIME)
    place = QPointF(window.canvas.point_at(4.4, 1_000))
    copy, button, none = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    enter = QDragEnterEvent(place.toPoint(), copy, data, button, none)
    QApplication.sendEvent(view, enter)
    assert enter.isAccepted()
    QApplication.sendEvent(view, QDropEvent(place, copy, data, button, none))
    hands.wait(lambda: len(window.sketch.layers) == 2, 10)
    settle(window, hands)
    ink = window.sketch.active_layer.ink
    assert not ink[:, :399].any()
    assert ink[:, 405:500].any()


def test_the_recipe_goes_to_the_prompt_panel(panel, window: MainWindow, hands: Hands) -> None:
    choose(window, hands, 1)
    QTest.mouseClick(panel.recipe, Qt.MouseButton.LeftButton)
    settle(window, hands)
    keyframe = window.sketch.state.keyframes[0]
    assert (keyframe.prompt, keyframe.seed, window.sketch.state.tempo) == ("dark techno", 7, 130)


def test_more_like_this_starts_from_the_sound_of_the_riff(
    panel, window: MainWindow, hands: Hands, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked = []
    monkeypatch.setattr(window.riffs.variations, "make_near", lambda *args: asked.append(args))
    entry = choose(window, hands, 1)
    QTest.mouseClick(panel.more, Qt.MouseButton.LeftButton)
    hands.wait(lambda: asked)
    ((made, ink, file),) = asked
    assert (made.keyframes[0].prompt, made.keyframes[0].seed) == ("dark techno", 7)
    assert file == entry.path.name
    assert ink[:, 20:180].max(axis=1).argmax() == pytest.approx(window.sketch.params.band_of(400), abs=2)


def test_a_missing_file_is_shown_and_told_and_nothing_plays(
    panel, window: MainWindow, hands: Hands, kept: list[Entry]
) -> None:
    kept[2].path.unlink()
    panel.refresh()
    settle(window, hands)
    assert window.library.model.index(0).data(MISSING_ROLE) is True
    choose(window, hands)
    assert "missing" in panel.status.text()
    assert window.library.audition.heard is None
    assert window.library.model.mimeData([window.library.model.index(0)]).urls() == []


def test_what_another_window_adds_appears(panel, window: MainWindow, hands: Hands) -> None:
    entry = choose(window, hands)
    keep(tone(900), "from elsewhere")
    hands.wait(lambda: listed(window)[0] == "from elsewhere", 10)
    assert panel.view.current_entry().id == entry.id, "the selection stays on its riff"


def test_pictures_are_in_the_colours_of_the_sketch(panel, window: MainWindow) -> None:
    picture = window.library.model.picture(0)
    assert (picture.width(), picture.height()) == (160, 40)
    window.library.panel.set_colour_map("viridis")
    assert window.library.model.picture(0).toImage() != picture.toImage()


def test_a_sound_without_a_recipe_offers_none(window: MainWindow, hands: Hands, tmp_path: Path) -> None:
    from riffdesk.analysis.riff_entry import AddFileRequest, add_file
    from tests.analysis.sounds import write_wav

    add_file(AddFileRequest(write_wav(tmp_path / "mine.wav", beats(100))))
    window.actions_["actionLibrary"].trigger()
    hands.wait(lambda: listed(window) == ["mine"])
    choose(window, hands)
    panel = window.library.panel
    assert panel.add.isEnabled()
    assert not panel.recipe.isEnabled()
    assert not panel.more.isEnabled()


def test_menu_of_a_riff(panel, window: MainWindow, hands: Hands) -> None:
    choose(window, hands)
    panel._show_menu(QPoint(5, 5))
    QApplication.processEvents()
    menu = window.findChild(type(QApplication.activePopupWidget()), "libraryMenu")
    titles = [action.text().replace("&", "") for action in menu.actions()]
    assert titles == [
        "Add as layer", "Use its recipe", "Generate more like this", "Find similar", "Compare", "Rename",
        "Copy as file", "Delete", "Stars",
    ]  # fmt: skip
    next(action for action in menu.actions() if action.text() == "&Find similar").trigger()
    hands.wait(lambda: panel.status.text() == "3 riffs, the most similar first.")
    assert listed(window)[0] == NAMES[2]
    next(action for action in menu.actions() if action.text() == "&Copy as file").trigger()
    menu.close()
    data: QMimeData = QApplication.clipboard().mimeData()
    assert data.urls()[0].toLocalFile().endswith(".flac")
