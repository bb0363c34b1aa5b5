"""The switch Fast: what it changes, that undo takes it back and projects keep it, and why it is off."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtWidgets import QDoubleSpinBox

from riffdesk.diffusion.schedulers import DEFAULT_SCHEDULER
from riffdesk.models.acceleration import set_scheduler
from riffdesk.models.registry import add_model, models, remove_model
from riffdesk.store.project.opening import OpenRequest, open_project
from riffdesk.ui.fields import ChoiceField
from riffdesk.ui.riff.prompt.models_dialog import ModelsDialog
from riffdesk.ui.window.main_window import MainWindow
from tests.diffusion.tiny import Tiny, tiny_folder
from tests.models.checkpoints import write_lora
from tests.ui.conftest import Hands

QUICK = Tiny(latent_width=16)
FAST = ("LCM", (("lcm-lora", 1.0),), 4, 1.0)
SLOW = (DEFAULT_SCHEDULER, (), 30, 7.0)


@pytest.fixture
def window(window: MainWindow, tmp_path: Path) -> MainWindow:
    """A window with a model that a LoRA for few steps fits, and that LoRA."""
    add_model(tiny_folder(QUICK))
    add_model(write_lora(tmp_path / "lcm-lora.safetensors"))
    window.riffs.models.refresh()
    window.riffs.models.choose("tiny")
    window.sketch.set_layer(window.sketch.state.active, name="what there was")  # no untouched sketch
    return window


def settings(window: MainWindow) -> tuple[object, ...]:
    render = window.sketch.render
    return render.scheduler, render.loras, render.steps, window.sketch.state.keyframes[0].guidance


def dialog(window: MainWindow) -> ModelsDialog:
    return ModelsDialog(
        window.sketch, window.defaults, window.settings, window.render_worker, window.download_worker, window.notice,
        window,
    )  # fmt: skip


def test_it_changes_four_settings_in_one_step_and_back(window: MainWindow, hands: Hands, tmp_path: Path) -> None:
    box = window.prompt_panel.fast
    assert settings(window) == SLOW
    assert box.isEnabled()
    assert not box.isChecked()
    box.click()
    assert settings(window) == FAST
    assert box.isChecked()
    assert window.prompt_panel.steps.value() == 4
    recipe = window.riffs.recipe_maker.new_riff()
    assert (recipe.scheduler, recipe.loras, recipe.steps, recipe.keyframes[0].guidance) == FAST

    window.documents._save_to(tmp_path / "song.riff")
    hands.idle()
    assert open_project(OpenRequest(tmp_path / "song.riff")).document.render == window.sketch.render

    window.editing.undo()
    assert settings(window) == SLOW
    assert not box.isChecked()
    window.editing.redo()
    assert box.isChecked()
    window.prompt_panel.steps.setValue(7)
    assert box.isChecked(), "LCM takes more steps too"
    box.click()
    assert settings(window) == SLOW


def test_new_sketches_are_fast_as_well(window: MainWindow) -> None:
    window.prompt_panel.fast.click()
    window.documents.new()
    assert settings(window) == FAST
    assert window.prompt_panel.fast.isChecked()
    window.riffs.models.choose("starter")
    assert settings(window) == (DEFAULT_SCHEDULER, (), 8, 1.5)
    assert window.prompt_panel.fast.isChecked()
    window.riffs.models.choose("tiny")
    assert settings(window) == FAST
    window.prompt_panel.fast.click()
    assert settings(window) == SLOW


def test_without_such_a_lora_it_is_off_and_says_what_to_get(window: MainWindow) -> None:
    remove_model("lcm-lora")
    window.riffs.models.refresh()
    box = window.prompt_panel.fast
    assert not box.isEnabled()
    assert "latent-consistency/lcm-lora-sdv1-5" in " ".join(box.toolTip().split())
    window.riffs.models.choose("starter")
    assert box.isEnabled()


def test_a_project_whose_lora_is_missing_takes_many_steps_and_says_so(
    window: MainWindow, hands: Hands, tmp_path: Path
) -> None:
    window.prompt_panel.fast.click()
    window.documents._save_to(tmp_path / "song.riff")
    hands.idle()
    window.documents.new()
    remove_model("lcm-lora")
    window.documents.open_path(tmp_path / "song.riff")
    hands.idle()
    assert settings(window) == SLOW
    assert "no LoRA called lcm-lora here" in window.notice.text
    assert "30 steps" in window.notice.text


def test_the_weight_in_the_list_of_models_switches_it(window: MainWindow) -> None:
    shown = dialog(window)
    weight = shown.findChild(QDoubleSpinBox, "weight lcm-lora")
    weight.setValue(0.8)
    assert settings(window) == ("LCM", (("lcm-lora", 0.8),), 4, 1.0)
    assert window.prompt_panel.fast.isChecked()
    weight.setValue(0.9)
    assert settings(window) == ("LCM", (("lcm-lora", 0.9),), 4, 1.0)
    weight.setValue(0.0)
    assert settings(window) == SLOW
    weight.setValue(1.0)
    window.defaults.change(scheduler="TCD")
    assert not window.prompt_panel.fast.isChecked(), "the LoRA was made for another scheduler"
    shown.close()


def test_a_lora_that_is_removed_takes_its_settings_along(window: MainWindow, monkeypatch: pytest.MonkeyPatch) -> None:
    window.prompt_panel.fast.click()
    shown = dialog(window)
    monkeypatch.setattr("riffdesk.ui.riff.prompt.models_dialog.confirm", lambda *_: True)
    shown.table.setCurrentCell([entry.name for entry in models()].index("lcm-lora"), 0)
    shown._remove()
    assert settings(window) == SLOW
    shown.close()


def test_a_lora_of_another_kind_is_said_to_be_one_in_the_list(window: MainWindow, tmp_path: Path) -> None:
    add_model(write_lora(tmp_path / "funk.safetensors"))
    shown = dialog(window)
    kind = shown.findChild(ChoiceField, "scheduler funk")
    assert kind.currentText() == "LoRA"
    shown.findChild(QDoubleSpinBox, "weight funk").setValue(0.5)
    assert settings(window) == (DEFAULT_SCHEDULER, (("funk", 0.5),), 30, 7.0)
    kind.setCurrentIndex(kind.findData("TCD"))
    kind.activated.emit(kind.currentIndex())
    assert settings(window) == ("TCD", (("funk", 0.5),), 4, 1.0)
    shown.close()


def test_two_of_them_are_refused_with_a_sentence(window: MainWindow, tmp_path: Path) -> None:
    tcd = add_model(write_lora(tmp_path / "tcd.safetensors")).name
    window.defaults.change(loras=(("lcm-lora", 1.0), (tcd, 1.0)))
    box = window.prompt_panel.fast
    assert not box.isEnabled()
    assert "both LoRAs for few steps" in " ".join(box.toolTip().split())
    set_scheduler(tcd, "")
    window.riffs.models.refresh()
    assert box.isEnabled()
