"""What is said under the prompt of the notes that are composed of it, and what a riff starts from."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from riffdesk.engine.riff.score import riff_score
from riffdesk.engine.riff.score.riff_score import understood
from riffdesk.models.registry import add_model, describe
from riffdesk.sketch.recipe.recipe import Recipe
from riffdesk.store.project.opening import OpenRequest, open_project
from riffdesk.ui.window.main_window import MainWindow
from tests.diffusion.tiny import Tiny, tiny_folder
from tests.engine.riffs import SCORED
from tests.ui.conftest import Hands


def use_foreign(window: MainWindow, folder: Path) -> None:
    """Use a model as Riffusion's own: without settings of riffdesk's."""
    shutil.copytree(tiny_folder(Tiny(latent_width=16)), folder / "riffusion")
    (folder / "riffusion" / "riffdesk.json").unlink()
    entry = add_model(folder / "riffusion")
    assert describe(entry).prefers_guide
    Hands(window).use_model(entry.name)


def choose_start(window: MainWindow, name: str) -> None:
    """Choose what riffs start from by keys."""
    start = window.prompt_panel.start
    start.setFocus()
    steps = start.findText(name) - start.currentIndex()
    for _ in range(abs(steps)):
        QTest.keyClick(start, Qt.Key.Key_Down if steps > 0 else Qt.Key.Key_Up)
    assert start.currentText() == name


def write(window: MainWindow, text: str) -> None:
    window.prompt_panel.prompt.setFocus()
    QTest.keyClick(window.prompt_panel.prompt, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClicks(window.prompt_panel.prompt, text)


def test_a_line_that_comes_back_does_not_show_what_another_prompt_was(
    no_scores: None, window: MainWindow, hands: Hands
) -> None:
    line = window.prompt_panel.interpretation
    write(window, "slow jazz with a piano")
    choose_start(window, "A composed guide")
    hands.wait(lambda: "Genre: jazz." in line.text())
    choose_start(window, "Words alone")
    assert line.isHidden()
    write(window, "techno")
    choose_start(window, "A composed guide")
    assert line.isVisible()
    assert "jazz" not in line.text() + line.toolTip() + line.accessibleName()
    hands.wait(lambda: "Genre: techno." in line.text())


def test_what_was_understood_is_under_the_prompt_after_a_rest(
    no_scores: None, window: MainWindow, hands: Hands
) -> None:
    line = window.prompt_panel.interpretation
    write(window, "slow jazz with a piano")
    assert line.isHidden(), "of words alone nothing is composed by this model"
    choose_start(window, "A composed guide")
    assert line.isVisible()
    assert "jazz" not in line.text()
    hands.wait(lambda: "Genre: jazz." in line.text())
    assert line.fontMetrics().horizontalAdvance(line.text()) <= line.width()
    assert "Piano: solo, drawn from the seed." in line.toolTip().replace("\n", " ")
    assert "120 bpm, as in the sketch." in line.toolTip()
    write(window, "techno, no drums")
    hands.wait(lambda: "No drums, as asked for." in line.toolTip())
    choose_start(window, "Words alone")
    assert line.isHidden()


def test_with_a_random_seed_only_what_holds_for_every_seed_is_said(window: MainWindow, hands: Hands) -> None:
    choose_start(window, "A composed guide")
    write(window, "slow jazz with a piano")
    window.prompt_panel.seed.setValue(-1)
    line = window.prompt_panel.interpretation
    hands.wait(lambda: "random in each riff" in line.toolTip())
    assert "Genre: jazz." in line.toolTip()
    assert "drawn from the seed" not in line.toolTip()


def test_a_prompt_is_read_once_after_a_rest_and_not_at_each_key(
    window: MainWindow, hands: Hands, monkeypatch: pytest.MonkeyPatch
) -> None:
    read: list[str] = []

    def counted(recipe: Recipe) -> tuple[str, ...]:
        read.append(recipe.keyframes[0].prompt)
        return understood(recipe)

    choose_start(window, "A composed guide")
    hands.wait(lambda: window.prompt_panel.interpretation.text())
    monkeypatch.setattr(riff_score, "understood", counted)
    write(window, "rock with drums")
    hands.wait(lambda: "Drums: rock." in window.prompt_panel.interpretation.toolTip())
    assert read[-1] == "rock with drums"
    assert len(read) < len("rock with drums") / 2


def test_a_model_that_plays_notes_is_understood_without_a_guide(window: MainWindow, hands: Hands) -> None:
    hands.use_model(add_model(tiny_folder(SCORED)).name)
    write(window, "slow jazz with a piano")
    assert window.prompt_panel.start.currentText() == "Words alone"
    hands.wait(lambda: "Genre: jazz." in window.prompt_panel.interpretation.text())


def test_a_guide_is_what_riffusions_models_start_from_until_one_chooses(
    window: MainWindow, hands: Hands, tmp_path: Path
) -> None:
    panel, requests = window.prompt_panel, window.riffs.recipe_maker
    assert panel.start.currentText() == "Words alone"
    use_foreign(window, tmp_path)
    assert panel.start.currentText() == "A composed guide"
    assert requests.new_riff().init == "guide"
    choose_start(window, "Words alone")
    assert requests.new_riff().init == ""
    window.documents._save_to(tmp_path / "song.riff")
    hands.idle()
    opened = open_project(OpenRequest(tmp_path / "song.riff")).document
    window.documents.new()
    assert panel.start.currentText() == "Words alone", "new sketches begin as this one was"
    window.settings.start_from = ""
    window.documents.new()
    assert panel.start.currentText() == "A composed guide"
    window.sketch.open(opened)
    assert panel.start.currentText() == "Words alone"
    hands.use_model("starter")
    choose_start(window, "A composed guide")
    assert requests.new_riff().init == "guide"
    window.sketch.undo()
    assert panel.start.currentText() == "Words alone"


def test_a_riff_is_made_of_a_guide_and_its_recipe_says_so(window: MainWindow, hands: Hands, tmp_path: Path) -> None:
    use_foreign(window, tmp_path)
    window.prompt_panel.steps.setValue(3)
    window.sketch.update_render(seconds=1.28)
    write(window, "slow jazz with a piano")
    QTest.mouseClick(window.prompt_panel.generate, Qt.MouseButton.LeftButton)
    hands.wait(lambda: window.sketch.active_layer.recipe is not None)
    hands.wait(lambda: window.render_worker.running is None)
    assert window.sketch.active_layer.recipe.init == "guide"
    choose_start(window, "Words alone")
    window.actions_["actionUseRecipe"].trigger()
    assert window.prompt_panel.start.currentText() == "A composed guide"
