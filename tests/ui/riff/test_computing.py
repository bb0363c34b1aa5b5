"""The choice of what riffs are computed on: listed, chosen, kept, and told of where it is missing."""

from __future__ import annotations

import os
import threading
from collections.abc import Iterator
from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from shiboken6 import isValid

from riffdesk.devices import VARIABLE, DeviceFacts
from riffdesk.engine.events import Forecast
from riffdesk.progress import OnStep, Step
from riffdesk.ui.riff.computing import computing_dialog
from riffdesk.ui.riff.computing.computing_dialog import ComputingDialog
from riffdesk.ui.riff.computing.forecast_text import forecast_text
from riffdesk.ui.window.main_window import MainWindow
from tests.engine.riffs import add_tiny
from tests.ui.conftest import Hands

CARD = DeviceFacts("xpu", "XPU", "Arc A770", 16.2, "float32", False)
PROCESSOR = DeviceFacts("cpu", "processor", "2 threads", 8.3, "float32", True)


def two_devices(request: None, on_step: OnStep, cancel: threading.Event) -> tuple[DeviceFacts, ...]:
    return CARD, PROCESSOR


def no_card(request: None, on_step: OnStep, cancel: threading.Event) -> tuple[DeviceFacts, ...]:
    return (PROCESSOR,)


@pytest.fixture
def dialog(window: MainWindow, hands: Hands, monkeypatch: pytest.MonkeyPatch) -> Iterator[ComputingDialog]:
    """The dialog on a machine with a simulated card, as the menu shows it."""
    monkeypatch.setenv(VARIABLE, "auto")
    monkeypatch.setattr(computing_dialog, "list_devices", two_devices)
    shown: list[ComputingDialog] = []
    monkeypatch.setattr(ComputingDialog, "exec", lambda self: (shown.append(self), self.show()))
    window.actions_["actionComputing"].trigger()
    (dialog,) = shown
    hands.wait(lambda: dialog.device.count() == 3)
    yield dialog
    if isValid(dialog):
        dialog.close()


def names(dialog: ComputingDialog) -> list[str]:
    return [dialog.device.itemText(index) for index in range(dialog.device.count())]


def choose(dialog: ComputingDialog, text: str) -> None:
    """Choose with the keyboard, as from the list that is let down."""
    dialog.device.setFocus()
    dialog.device.showPopup()
    view = dialog.device.view()
    view.setCurrentIndex(dialog.device.model().index(dialog.device.findText(text), 0))
    QTest.keyClick(view, Qt.Key.Key_Return)
    QApplication.processEvents()


def test_a_card_that_is_chosen_makes_the_next_riff(window: MainWindow, hands: Hands, dialog: ComputingDialog) -> None:
    assert names(dialog) == ["The fastest available one", "XPU: Arc A770", "Processor"]
    assert dialog.about.text().startswith("XPU: Arc A770, 16.2 GB")
    choose(dialog, "Processor")
    assert window.settings.device == "cpu"
    assert "8.3 GB" in dialog.about.text()
    choose(dialog, "XPU: Arc A770")
    assert window.settings.device == "xpu"
    assert "float32, sound on the processor" in dialog.about.text()
    dialog.close()
    add_tiny()
    window.riffs.models.refresh()
    window.sketch.update_render(model="tiny", steps=1)
    window.notice.clear()
    window.actions_["actionGenerate"].trigger()  # in a process that finds no such card
    hands.wait(lambda: window.sketch.active_layer.recipe is not None and window.render_worker.running is None, 120)
    told = [message.text for message in window.notice.messages if "is missing" in message.text]
    assert told == [
        "The chosen graphics card (XPU) is missing, so riffs are made on the processor. "
        "Riff > Compute on… chooses another."
    ]


def test_compiling_is_a_choice_too(window: MainWindow, dialog: ComputingDialog) -> None:
    assert not window.settings.compile_model
    beside = QPoint(8, dialog.compiled.height() // 2)
    QTest.mouseClick(dialog.compiled, Qt.MouseButton.LeftButton, pos=beside)
    assert window.settings.compile_model


def test_a_chosen_card_that_is_gone_stays_in_the_list(
    window: MainWindow, hands: Hands, dialog: ComputingDialog, monkeypatch: pytest.MonkeyPatch
) -> None:
    choose(dialog, "XPU: Arc A770")
    dialog.close()
    assert os.environ[VARIABLE] == "xpu,auto"
    monkeypatch.setattr(computing_dialog, "list_devices", no_card)
    again = ComputingDialog(window.settings, window.render_worker, window.notice, window)
    again.show()
    hands.wait(lambda: "It is missing" in again.about.text())
    assert names(again) == ["The fastest available one", "Processor", "XPU: missing"]
    assert again.chosen == "xpu"
    choose(again, "The fastest available one")
    assert window.settings.device == "auto"
    assert VARIABLE not in os.environ
    again.close()


def test_it_can_be_closed_before_the_answer_comes(window: MainWindow, hands: Hands) -> None:
    dialog = ComputingDialog(window.settings, window.render_worker, window.notice, window)
    dialog.show()
    dialog.close()
    hands.rendered()
    hands.pause(0.1)
    assert window.notice.text == ""


SLOW = Forecast(1_260.0, "riffusion-model-v1", "", steps=50, windows=4, window_seconds=5.12)


def test_a_long_render_is_told_beforehand_with_what_is_faster() -> None:
    assert forecast_text(SLOW) == (
        "This riff takes about 21 minutes with riffusion-model-v1 on the processor. Faster: 20 steps in place of 50, "
        "about 8 minutes, or 5 s of sound, about 5 minutes, or the built-in model, starter, or a graphics card "
        "(Riff > Compute on…)."
    )
    quick = replace(SLOW, seconds=59.0)
    assert forecast_text(quick) == ""
    card = replace(SLOW, device="MPS", steps=20, windows=1, riffs=8, seconds=7_200)
    assert forecast_text(card) == (
        "8 riffs take about 2.0 hours with riffusion-model-v1 on the graphics card (MPS). Faster: a single riff, about "
        "15 minutes, or the built-in model, starter."
    )
    assert "Faster: another model." in forecast_text(replace(card, model="starter", riffs=1))


def test_the_window_shows_it_until_it_is_closed(window: MainWindow, hands: Hands) -> None:
    window.render_worker.submit(foretell, None, "Rendering", lambda _: None, window.notice.report)
    hands.wait(lambda: "about 21 minutes" in window.notice.text)
    hands.wait(lambda: window.render_worker.running is None)


def foretell(request: None, on_step: OnStep, cancel: threading.Event) -> None:
    on_step(Step(0, 0, "", SLOW, ahead=True))
