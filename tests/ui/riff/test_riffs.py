"""From the prompt to the layer in the real window, with a real engine process and a tiny model."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDockWidget, QInputDialog, QLineEdit, QPushButton, QToolButton

from riffdesk.diffusion.schedulers import DEFAULT_SCHEDULER
from riffdesk.engine.requests import RenderRequest
from riffdesk.engine.riff.render import render
from riffdesk.errors import UserError
from riffdesk.models.provenance import Terms
from riffdesk.models.registry import add_model, models
from riffdesk.progress import Step
from riffdesk.sketch.paint.region import Region
from riffdesk.sketch.recipe.recipe import Recipe
from riffdesk.sketch.recipe.timeline import Keyframe
from riffdesk.ui.riff.prompt.models_dialog import ModelsDialog
from riffdesk.ui.theme import DARK
from riffdesk.ui.window.main_window import MainWindow
from tests.diffusion.tiny import Tiny, tiny_folder
from tests.engine import work
from tests.models.checkpoints import write_lora
from tests.models.hub import running_hub
from tests.ui.conftest import Hands

QUICK = Tiny(latent_width=16)  # windows of 1.28 s


@pytest.fixture
def band(window: MainWindow, hands: Hands) -> MainWindow:
    """A window that plays with the tiny model."""
    hands.use_model(add_model(tiny_folder(QUICK)).name)
    window.prompt_panel.steps.setValue(4)
    window.sketch.update_render(seconds=2.0)
    return window


def press(window: MainWindow, name: str) -> None:
    button = window.findChild(QPushButton, name)
    assert button is not None
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def models_dialog(window: MainWindow) -> ModelsDialog:
    return ModelsDialog(
        window.sketch,
        window.defaults,
        window.settings,
        window.render_worker,
        window.download_worker,
        window.notice,
        window,
    )


def idle(window: MainWindow) -> bool:
    return window.render_worker.running is None and not window.render_worker.waiting


def test_the_window_says_what_the_first_riff_waits_for(band: MainWindow, hands: Hands, new_engines: None) -> None:
    panel, progress, state = band.prompt_panel, band.progress, band.render_status.label
    said: list[str] = []
    QTest.mouseClick(panel.prompt.viewport(), Qt.MouseButton.LeftButton)
    QTest.keyClicks(panel.prompt, "slow jazz")
    assert band.render_worker.running is not None, "the engine starts with the first click into the prompt"
    press(band, "generate")

    def watch() -> bool:
        there = idle(band)
        if not there:
            assert state.text().strip(), "the line under the timeline is never blank"
            said.append(progress.label.text() if progress.isVisible() else "")
            # Turns of the event loop, of 1 to 10 ms where nothing else needs the core.
            assert said[-1] or len(said) < 100, "nor is the status bar, but for a moment"
        return there

    hands.wait(watch)
    name = band.sketch.active_layer.name
    lines = list(dict.fromkeys(filter(None, said)))
    assert f"Generating {name}: starting the engine" in lines
    assert f"Generating {name}: loading the model tiny" in lines
    assert f"Generating {name}: step 4 of 4" in lines
    assert all(line.startswith(f"Generating {name}") for line in lines)


def test_a_mouse_over_the_prompt_starts_the_engine(band: MainWindow, hands: Hands) -> None:
    assert band.render_worker.running is None
    QTest.mouseMove(band.canvas.viewport(), QPoint(5, 5))
    QTest.mouseMove(band.prompt_panel.prompt.viewport(), QPoint(20, 20))
    hands.wait(lambda: band.render_worker.running is not None, 2)
    assert band.render_worker.running is not None
    assert band.render_worker.running.ahead


def test_prompt_repaint_and_variations(band: MainWindow, hands: Hands) -> None:
    panel, sketch = band.prompt_panel, band.sketch
    previews: list[bool] = []
    band.riffs.incoming.previewed.connect(lambda ink, _: previews.append(ink is not None))
    QTest.keyClicks(panel.prompt, "slow jazz")
    QTest.keyClick(panel.prompt, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert not idle(band)
    assert band.actions_["actionCancelRiff"].isEnabled()
    hands.wait(lambda: idle(band), 120)
    assert band.notice.isHidden(), band.notice.text
    assert True in previews
    assert previews[-1] is False
    layer = sketch.active_layer
    assert layer.name == "slow jazz · 42"
    assert layer.ink.any()

    # The same recipe gives the same samples wherever it is rendered.
    assert layer.recipe is not None
    again = render(RenderRequest(layer.recipe, sketch.params))
    assert (again.ink == layer.ink[..., : again.ink.shape[-1]]).all()
    audio = sketch.sound(layer.id).audio
    assert audio is not None
    assert (again.audio == audio[:, : again.audio.shape[1]]).all()

    before = layer.ink
    band.canvas.select(Region(60, 120, 0, 512))
    hands.wait(lambda: band.selection_bar.isVisible())
    tool = band.findChild(QToolButton, "selectionRepaint")
    QTest.mouseClick(tool, Qt.MouseButton.LeftButton)
    hands.wait(lambda: idle(band), 120)
    changed = np.flatnonzero((sketch.layer(layer.id).ink != before).any(axis=0))
    assert len(changed) > 20
    assert changed.min() >= 50
    assert changed.max() < 130
    assert sketch.sound(layer.id).pending is None
    band.actions_["actionUndo"].trigger()
    assert (sketch.layer(layer.id).ink == before).all()

    panel.count.setValue(3)
    press(band, "variationsButton")
    hands.wait(lambda: len(band.library.model.ids) == 1, 120)
    dock = band.findChild(QDockWidget, "libraryDock")
    assert dock is not None
    assert dock.isVisible()
    hands.wait(lambda: idle(band) and len(band.library.model.ids) == 3, 120)
    hands.wait(lambda: band.sound_updates.auditioning == 2 * 44_100)
    QTest.keyClick(band.library.panel.view, Qt.Key.Key_Down)
    QTest.keyClick(band.library.panel.view, Qt.Key.Key_Return)
    assert len(sketch.layers) == 2
    assert sketch.active_layer.recipe is not None
    heard = layer.recipe.keyframes[0].seed  # which is no variation of itself
    assert sketch.active_layer.recipe.keyframes[0].seed == heard + 2
    dock.close()
    assert band.sound_updates.auditioning == 0


def test_a_cancel_leaves_the_sketch_as_it_was_and_the_window_goes_on(band: MainWindow, hands: Hands) -> None:
    hands.drag((0.5, 500), (1.0, 800))
    hands.idle()
    layers = band.sketch.layers
    band.prompt_panel.steps.setValue(200)
    press(band, "generate")
    steps: list[int] = []
    band.render_worker.stepped.connect(lambda _, step: steps.append(step.done))
    hands.wait(lambda: len(steps) > 3, 120)
    began = time.monotonic()
    press(band, "cancel")
    hands.wait(lambda: idle(band), 10)
    assert time.monotonic() - began < 5
    assert band.sketch.layers == layers
    assert band.canvas.overlays.images == ()
    assert "Cancelled" in band.notice.text
    band.prompt_panel.steps.setValue(2)
    press(band, "generate")
    hands.wait(lambda: idle(band), 120)
    assert len(band.sketch.layers) == 2


def test_closing_while_a_riff_is_made_ends_at_once(band: MainWindow, hands: Hands) -> None:
    band.prompt_panel.steps.setValue(200)
    press(band, "generate")
    hands.pause(0.5)
    began = time.monotonic()
    band.close()
    assert time.monotonic() - began < 3
    assert not band.isVisible()


def test_a_model_that_is_gone_gives_way_with_a_sentence(window: MainWindow) -> None:
    window.settings.model = "gone"
    window.documents.new()
    assert window.sketch.render.model == "starter"
    assert "gone" in window.notice.text


def test_a_recipe_from_elsewhere_asks_for_nothing_that_is_not_here(window: MainWindow) -> None:
    keyframe = Keyframe(prompt="flute", guidance=5.0)
    recipe = Recipe("gone", (keyframe,), 3.0, 500, scheduler="Of tomorrow", loras=(("vinyl", 0.5),))
    window.riffs.recipe_maker.apply_recipe(recipe)
    assert window.sketch.render.model == "starter"
    assert window.sketch.render.loras == ()
    assert "gone" in window.notice.text
    assert "vinyl" in window.notice.text
    panel = window.prompt_panel
    assert panel.scheduler.currentText() == window.sketch.render.scheduler == DEFAULT_SCHEDULER
    assert panel.steps.value() == window.sketch.render.steps == 500


def test_a_recipe_is_asked_for_to_the_last_digit_and_undone_in_one_step(window: MainWindow, tmp_path: Path) -> None:
    add_model(tiny_folder(QUICK))
    lora = add_model(write_lora(tmp_path / "vinyl.safetensors")).name
    window.riffs.models.refresh()
    keyframes = (Keyframe(prompt="flute", guidance=5.03, denoising=0.123456789, seed=2**32 - 1), Keyframe(1.2345678))
    recipe = Recipe(
        "tiny", keyframes, 3.3333333333333335, 7, scheduler="Euler a", loras=((lora, 0.123456789012345),),
        quality="best", clips=True, tempo=97.5, beats_per_bar=3, key="C minor", in_time=False,
    )  # fmt: skip
    window.sketch.set_layer(window.sketch.state.active, name="what there was")  # no untouched sketch
    before = window.sketch.state
    window.riffs.recipe_maker.apply_recipe(recipe)
    assert window.riffs.recipe_maker.new_riff() == recipe
    assert window.prompt_panel.model.currentText() == "tiny"
    window.editing.undo()
    assert window.sketch.state == before
    panel = window.prompt_panel
    assert (panel.model.currentText(), panel.steps.value()) == (before.render.model, before.render.steps)
    assert (panel.scheduler.currentText(), panel.mode.currentData()) == (before.render.scheduler, False)


def test_the_chosen_model_suggests_what_a_new_sketch_begins_with(window: MainWindow) -> None:
    name = add_model(tiny_folder(QUICK)).name
    window.riffs.models.refresh()
    window.riffs.models.choose(name)
    window.prompt_panel.steps.setValue(40)
    window.documents.new()
    state = window.sketch.state
    assert state.render.model == name
    assert (state.render.steps, state.keyframes[0].guidance) == (30, 7.0)


def test_a_chosen_model_brings_what_suits_it_unless_the_user_chose_otherwise(window: MainWindow) -> None:
    name = add_model(tiny_folder(QUICK)).name
    window.riffs.models.refresh()
    state = window.sketch.state
    assert (state.render.steps, state.keyframes[0].guidance) == (16, 1.5)  # what the starter suggests
    assert not window.sketch.modified
    window.riffs.models.choose(name)
    state = window.sketch.state
    assert (state.render.steps, state.keyframes[0].guidance) == (30, 7.0)
    window.prompt_panel.guidance.setValue(4.5)
    window.riffs.models.choose("starter")
    state = window.sketch.state
    assert (state.render.steps, state.keyframes[0].guidance) == (16, 4.5)


def test_the_models_dialog_adds_and_removes(window: MainWindow, hands: Hands) -> None:
    dialog = models_dialog(window)
    dialog.show()
    dialog.table.setFocus()
    QApplication.processEvents()
    place = dialog.table.visualItemRect(dialog.table.item(0, 0))
    cell = dialog.table.viewport().grab(place).toImage()
    right = cell.width() - 8  # beside the text, where the row of the chosen model has one colour
    assert {cell.pixelColor(right, y).name() for y in range(1, cell.height() - 1)} == {DARK.accent}
    dialog.add(tiny_folder(QUICK))
    names = [dialog.table.item(row, 0).text() for row in range(dialog.table.rowCount())]
    assert names[0] == "starter"
    assert len(names) == 2
    assert not dialog.findChild(QPushButton, "modelsRemove").isEnabled()  # the built-in one stays
    dialog.table.setCurrentCell(1, 0)
    QApplication.processEvents()
    place = dialog.table.visualItemRect(dialog.table.item(1, 0)).center() + QPoint(0, 0)
    QTest.mouseClick(dialog.table.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert str(tiny_folder(QUICK)) in dialog.about.text()
    dialog.add(tiny_folder(QUICK) / "nothing")
    assert dialog.message.text()
    dialog.close()


def test_licences_are_shown_while_a_model_is_fetched(window: MainWindow, monkeypatch: pytest.MonkeyPatch) -> None:
    job = object()
    monkeypatch.setattr(window.download_worker, "submit", lambda *_: job)
    dialog = models_dialog(window)
    dialog.get("somebody/something")
    window.download_worker.stepped.emit(job, Step(0, 0, "", Terms("Licence: mit.")))
    assert dialog.message.text() == "Licence: mit."
    window.download_worker.stepped.emit(job, Step(1, 9, "Fetching a file: 1 of 9 MB"))
    assert dialog.message.text() == "Fetching a file: 1 of 9 MB\nLicence: mit."
    dialog.close()


def test_the_field_for_a_repository_has_a_name(window: MainWindow, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[str] = []

    def see(question: QInputDialog) -> bool:
        asked.append(question.findChild(QLineEdit).accessibleName())
        return False

    monkeypatch.setattr(QInputDialog, "exec", see)
    dialog = models_dialog(window)
    dialog.findChild(QPushButton, "modelsGet").click()
    assert asked == ["Repository on huggingface.co"]
    dialog.close()


def test_a_model_that_comes_when_the_dialog_is_closed_can_be_chosen_and_a_failure_is_told(
    window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    submitted: list[tuple[Callable, Callable]] = []
    monkeypatch.setattr(
        window.download_worker, "submit", lambda _f, _r, _l, done, failed: submitted.append((done, failed)) or object()
    )

    def ask_and_close(dialog: ModelsDialog) -> None:
        dialog.show()
        dialog.get("somebody/something")
        dialog.close()

    monkeypatch.setattr(ModelsDialog, "exec", ask_and_close)
    for _ in range(2):
        window.riffs.models.show_dialog()
    (done, _), (_, failed) = submitted
    entry = add_model(tiny_folder(QUICK))
    done(entry)
    assert window.prompt_panel.model.findText(entry.name) > 0
    assert f"{entry.name} is ready" in window.notice.text
    failed(UserError("There is no network."))
    assert "no network" in window.notice.text
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    assert window.findChildren(ModelsDialog) == []


def test_a_download_neither_keeps_a_riff_waiting_nor_ends_with_it(
    window: MainWindow, hands: Hands, monkeypatch: pytest.MonkeyPatch
) -> None:
    add_model(tiny_folder(QUICK))
    with running_hub() as hub:
        hub.repositories["somebody/other"], hub.pause = tiny_folder(replace(QUICK, seed=9)), 0.4
        monkeypatch.setenv("HF_ENDPOINT", hub.endpoint)
        dialog = models_dialog(window)
        dialog.show()
        dialog.get("somebody/other")
        hands.wait(lambda: hub.asked)
        window.render_worker.submit(work.wait, None, "Making a riff", lambda _: None, lambda _: None)
        assert window.render_worker.waiting == []
        window.riffs.generation.cancel()
        hands.wait(lambda: window.render_worker.running is None, 10)
        assert window.download_worker.running is not None
        assert not window.actions_["actionCancelRiff"].isEnabled(), "there is no riff to cancel"
        hands.wait(lambda: window.download_worker.running is None)
    assert dialog.message.text() == "other is ready."
    assert "other" in [entry.name for entry in models()]
    dialog.close()


def test_a_model_that_is_on_its_way_is_fetched_once_though_it_is_asked_for_twice(
    window: MainWindow, hands: Hands, monkeypatch: pytest.MonkeyPatch
) -> None:
    def opened() -> ModelsDialog:
        dialog = models_dialog(window)
        dialog.show()
        return dialog

    with running_hub() as hub:
        hub.repositories["somebody/other"], hub.pause = tiny_folder(replace(QUICK, seed=9)), 0.2
        monkeypatch.setenv("HF_ENDPOINT", hub.endpoint)
        first = opened()
        first.get("somebody/other")
        hands.wait(lambda: hub.asked)
        first.close()
        second = opened()
        second.get("somebody/other")
        assert "downloaded already" in second.message.text()
        assert window.download_worker.waiting == []
        assert second.findChild(QPushButton, "modelsStop").isVisible()
        hands.wait(lambda: window.download_worker.running is None)
    assert [entry.name for entry in models()].count("other") == 1
    assert second.findChild(QPushButton, "modelsGet").isEnabled()
    assert "other" in [second.table.item(row, 0).text() for row in range(second.table.rowCount())]
    assert "other is ready" in window.notice.text
    second.close()


def test_what_the_engine_needs_of_the_settings_is_in_the_request(window: MainWindow) -> None:
    request = RenderRequest(Recipe("starter", (Keyframe(),), 1.0, 12))
    for compiled in (True, False):
        window.settings.compile_model = compiled
        job = window.render_worker.submit(work.echo, request, "Making", lambda _: None, lambda _: None)
        assert job.request.compiled is compiled
