"""One window for tests after each other, as long as each leaves it so that a new sketch makes it like a new window.

Creating and closing a window takes a third of a second of a core, which is more than most tests of it take. A test
gets the window of the test before it only if nothing tells it from a new one: neither what it shows, nor its settings,
nor functions that the test has replaced. Otherwise that window is closed and the test gets another. What a new window
reads of its home, such as settings, needs one: such a test is marked `own_window`.
"""

from __future__ import annotations

import time
from collections import Counter
from collections.abc import Callable, Iterator
from copy import deepcopy
from types import FunctionType, MethodType
from typing import Any

from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractScrollArea, QApplication, QCheckBox, QDialog, QGraphicsView, QWidget
from shiboken6 import isValid

from riffdesk.errors import RiffdeskError
from riffdesk.paths import cache_dir, child_environment, data_dir
from riffdesk.settings import SettingsFile
from riffdesk.sketch.state import empty_state
from riffdesk.ui.canvas.bars.tool_bar import _GroupButton as GroupButton
from riffdesk.ui.canvas.readout import Readout
from riffdesk.ui.commands.switches import check_switches
from riffdesk.ui.fields import ChoiceField, WholeField
from riffdesk.ui.riff.prompt.interpretation_line import InterpretationLine
from riffdesk.ui.window.main_window import MainWindow
from tests.forked_engine import move

_FUNCTIONS = (FunctionType, MethodType)
_VALUES = ("text", "value", "currentText", "toPlainText", "isChecked")
_TURNS = 30  # of the event loop, in which a window settles
_PATIENCE = 1.0  # seconds, as the display may be late
_WORK = 5.0  # seconds for what a test has left to be written, measured or loaded
_TASKS = ("_next",)  # what a thread has still to do
_LATER = (Readout, InterpretationLine)  # follow the pointer, or come after a rest


class ReusedWindow:
    """A window and what it was like when it was new."""

    def __init__(self, window: MainWindow) -> None:
        self.window = window
        _settle()
        self._picture = _picture(window)
        self._size, self._docks = window.size(), window.saveState()
        self._settings = deepcopy(vars(window.settings))
        self._dialogs = window.findChildren(QDialog)
        self._palette = QApplication.palette()
        self._home = data_dir()
        self._functions = [(part, _functions_in(part)) for part in _parts(window)]

    def renew(self) -> bool:
        """Open a new sketch, as long as that of a new window; return whether the window is now like a new one."""
        window = self.window
        if not window.isVisible() or QApplication.activeModalWidget():
            return False
        _wait_while(lambda: window.worker.running, _WORK)
        if window.worker.running:
            return False
        for widget in QApplication.topLevelWidgets():
            if widget.isVisible() and widget.parent() is None and widget is not window:
                widget.deleteLater()
        for dialog in window.findChildren(QDialog):
            if dialog.isHidden() and dialog not in self._dialogs:
                dialog.deleteLater()
        window.help.leave_tour()
        if "palette" in vars(window.help):
            vars(window.help).pop("palette").deleteLater()
        window.render_worker.waiting.clear()
        window.render_worker.cancel()
        window.player.stop()
        window.player.seek(0)
        if self._home != data_dir() and not self._move():
            return False
        changed = vars(window.settings) != self._settings
        vars(window.settings).update(deepcopy(self._settings))  # a new sketch is what they say
        window.documents.close()
        window.sketch.open(empty_state(render=window.defaults.new()), new=True)
        window.documents.renamed.emit()
        window.activateWindow()
        window.canvas.setFocus()
        self._restore_settings(changed)
        return QTest.qWaitForWindowActive(window) and self._is_like_new()

    def _move(self) -> bool:
        """Have all that is kept in the home of an earlier test begin anew in that of this test."""
        window = self.window
        # That of sound computes what it is sent, and asks no home.
        workers = [worker for worker in window.parts.workers if worker is not window.sound_worker]
        _wait_while(lambda: any(worker.running or worker.waiting for worker in workers), _WORK)
        if any(worker.running or worker.waiting for worker in workers):
            return False
        for worker in workers:
            process = worker._process
            if process._link is not None and worker is window.download_worker:
                process._forget(process._link)  # the libraries of downloads read their settings once
            elif process._link is not None:
                try:
                    process.call(move, child_environment())
                except RiffdeskError:  # it has died
                    return False
        library = window.library
        if library.thread_._library is not None:
            library.thread_.submit(lambda opened: opened.close())
            _wait_while(lambda: library.thread_.busy, _WORK)
            library.thread_._library = None
        if library._reader is not None:
            library._reader.close()
            library._reader = None
        library._usable = True
        window.riffs.generation._preloaded = None
        window.autosave._reported.clear()
        window.sound_drag._folder = cache_dir() / "dragged"
        window.sound_drag._files.clear()
        window._settings_file = SettingsFile()
        window._settings_file.load()
        self._home = data_dir()
        return not library.thread_.busy

    def _is_like_new(self) -> bool:
        _settle()
        if (
            not all(map(isValid, self.window.actions_.by_name.values()))  # a dialog of its own had made some
            or self.window.render_worker.running
            or vars(self.window.settings) != self._settings
            or any(_functions_in(part) != functions for part, functions in self._functions)
        ):
            return False
        limit = time.monotonic() + _PATIENCE
        while _picture(self.window) != self._picture:
            if time.monotonic() > limit:
                return False
            time.sleep(0.05)
            self.window.notice.clear()  # a sound device that is not there is told of late
            _settle()
        return True

    def _restore_settings(self, changed: bool) -> None:
        """Give docks that a test has changed their state back, and have the window show the settings."""
        window, settings = self.window, vars(self.window.settings)
        window.notice.clear()
        window.notice.messages.clear()
        if window.size() != self._size:
            window.resize(self._size)
        if window.saveState() != self._docks:
            window.restoreState(self._docks)
        for button in window.tool_bar.findChildren(GroupButton):
            if button.defaultAction() is not button.menu().actions()[0]:
                button.menu().actions()[0].trigger()
        window.actions_[self._settings["tool"]].trigger()
        if changed or settings != self._settings:
            settings.update(deepcopy(self._settings))
            window.shortcuts.apply()
            check_switches(window.actions_, window.settings)
            window.actions_["actionHarmonics"].setChecked(window.settings.harmonics)
            window.actions_["actionSnap"].setChecked(window.settings.snap)
            _show_modifiers(window)
            window.tool_panel.automatic.setChecked(window.settings.level_auto)
            settings.update(deepcopy(self._settings))
            window.modifier_bar.show_tool(window.canvas.tool.info)
            window.canvas.follow_levels()
        if QApplication.palette() != self._palette:
            window.set_light(settings["theme"] == "light")
        for area in window.findChildren(QAbstractScrollArea):
            if not isinstance(area, QGraphicsView):
                area.verticalScrollBar().setValue(0)
        window.transport.volume.setValue(0)
        window.prompt_panel.more.setChecked(False)
        window.tool_panel.refresh()
        window.tool_panel.show_levels()


def _show_modifiers(window: MainWindow) -> None:
    """Have the fields of the modifiers show the settings."""
    settings, bar = window.settings, window.modifier_bar
    for name, value in (("magnetTo", settings.magnet_to), ("snapTo", settings.snap_to)):
        field = bar.findChild(ChoiceField, name)
        field.setCurrentIndex(field.findData(value))
    bar.findChild(WholeField, "harmonicCount").setValue(settings.harmonic_count)
    bar.findChild(WholeField, "harmonicRolloff").setValue(round(settings.harmonic_rolloff))
    bar.findChild(QCheckBox, "harmonicsOdd").setChecked(settings.harmonics_odd)


def close_dialogs() -> None:
    """Close menus and modal dialogs, the innermost first."""
    while shown := QApplication.activePopupWidget() or QApplication.activeModalWidget():
        shown.close()
        shown.hide()  # if it asks or waits


def _wait_while(busy: Callable[[], bool], seconds: float) -> None:
    """Let the window live while something holds, but not for long."""
    limit = time.monotonic() + seconds
    while busy() and time.monotonic() < limit:
        _turn()
        time.sleep(0.005)


def _settle() -> None:
    for _ in range(_TURNS):
        _turn()


def _turn() -> None:
    QApplication.processEvents()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)  # which Qt keeps outside an event loop


def _picture(window: MainWindow) -> Counter[object]:
    """Return what can be seen: of each widget and each command where it is and what it says."""
    widgets = {*window.findChildren(QWidget), *QApplication.topLevelWidgets()}
    seen: Counter[object] = Counter(_look(widget) for widget in widgets if widget.isVisible())
    seen.update(
        (name, action.text(), action.isEnabled(), action.isChecked(), action.shortcut().toString())
        for name, action in window.actions_.by_name.items()
    )
    seen.update(type(dialog) for dialog in window.findChildren(QDialog))  # hidden ones too
    seen[("view", *window.canvas.visible_rect().getRect())] += 1
    seen[("sketch", window.windowTitle(), window.documents.path)] += 1
    return seen


def _look(widget: QWidget) -> tuple[object, ...]:
    readers = [getattr(widget, name, None) for name in _VALUES]
    values = [str(read()) for read in readers if callable(read) and not isinstance(widget, _LATER)]
    place = widget.geometry().getRect()
    return (type(widget), widget.objectName(), place, widget.isEnabled(), widget.hasFocus(), *values)


def _parts(window: MainWindow) -> Iterator[Any]:
    """Yield the window, its parts, and theirs."""
    yield window
    for part in vars(window).values():
        if _is_part(part):
            yield part
            yield from (own for own in vars(part).values() if _is_part(own))


def _is_part(value: object) -> bool:
    return type(value).__module__.startswith("riffdesk.") and hasattr(value, "__dict__")


def _functions_in(part: object) -> dict[str, object]:
    """Return the functions that an object holds beside those of its class, as it does where a test replaces one."""
    own = vars(part).items()
    return {name: value for name, value in own if type(value) in _FUNCTIONS and name not in _TASKS}
