"""The line under the seed timeline: how far the riff is, how long it takes, and whether it is ahead of the playhead."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QMenu, QToolButton, QVBoxLayout, QWidget

from riffdesk.sketch.events import DocumentOpened, FieldsChanged, LayerChanged, LayersChanged
from riffdesk.sketch.sketch import Sketch
from riffdesk.ui.actions import allow
from riffdesk.ui.plain_text import PlainLabel
from riffdesk.ui.riff.prompt.closeness import closeness_action
from riffdesk.ui.riff.riffs import Riffs
from riffdesk.ui.riff.timeline.seed_timeline import SeedTimeline

_EVERY_MS = 250


class RenderStatus(QWidget):
    """The seed timeline with a line of words under it."""

    def __init__(self, sketch: Sketch, timeline: SeedTimeline, riffs: Riffs, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._sketch, self._timeline, self._current = sketch, timeline, riffs.current
        self._continuing, self._incoming = riffs.continuing, riffs.incoming
        self._playback_region = riffs.playback_region
        self._shown: object = None
        self._changes: QAction | None = None
        self.label = PlainLabel(" ", objectName="riffState", accessibleName="Riff")
        self.whole = _button("Render timeline", "renderTimeline")
        self.longer = _button("Continue", "continue")
        self.make_real = _button("Make it real", "makeReal")
        below = QHBoxLayout()
        below.addWidget(self.label, 1)
        for button in (self.whole, self.longer, self.make_real):
            below.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 6, 4)
        column.setSpacing(2)
        column.addWidget(timeline, 1)
        column.addLayout(below)
        self.label.setIndent(10)
        self._soon = QTimer(self, singleShot=True, interval=_EVERY_MS)
        self._soon.timeout.connect(self.show_state)
        self._again = QTimer(self, interval=4 * _EVERY_MS)
        self._again.timeout.connect(self.show_state)
        self._incoming.changed.connect(self._on_grown)
        self._playback_region.changed.connect(self.show_state)
        sketch.subscribe(self._on_change, DocumentOpened, FieldsChanged, LayerChanged, LayersChanged)
        self.show_state()

    def set_actions(self, actions: dict[str, QAction]) -> None:
        """Have the buttons offer what the menu's actions do with the timeline, at its end, and with the layer."""
        for button, names in (
            (self.whole, ("actionRenderTimeline", "actionRenderChanged")),
            (self.longer, ("actionContinueRight", "actionContinueLeft")),
            (self.make_real, ("actionMakeReal", "actionMakeAllReal")),
        ):
            menu = QMenu(self, toolTipsVisible=True)
            menu.addActions([actions[name] for name in names])
            button.setMenu(menu)
            if button is self.make_real:
                self._add_closeness(menu)
            actions[names[0]].setIconText(button.accessibleName())  # which the button shows; a text of its own would go
            button.setDefaultAction(actions[names[0]])
        self._changes = actions["actionRenderChanged"]
        self.show_state()

    def _add_closeness(self, menu: QMenu) -> None:
        """Have the current keyframe's slider from closer to freer in a menu, above what it is for."""
        entry, closeness = closeness_action("realCloseness", menu)
        menu.insertAction(menu.actions()[0], entry)
        menu.insertSeparator(menu.actions()[1])
        closeness.moved.connect(lambda value: self._current.edit(denoising=value))
        menu.aboutToShow.connect(lambda: closeness.show_value(self._current.keyframe.denoising))

    def show_state(self) -> None:
        """Say how things are."""
        self._soon.stop()
        riff = self._incoming.riff
        if riff is None:
            self._again.stop()
            self._show_changed()
            return
        self._offer(False, "Wait until the riff is there")
        self._again.start()
        words = (riff.progress.told() or "Getting ready", self._playback_region.told(riff))
        self.label.setText(" · ".join(filter(None, words)))

    def _show_changed(self) -> None:
        """Say how much of the riff that is active was made of something else than the timeline asks for now."""
        self._shown = self._compared()
        spans = self._continuing.changed()
        self._timeline.show_changed(spans)
        seconds = sum(stop - start for start, stop in spans)
        changed = f"{seconds:.1f} s have changed since this riff was made · Riff > Render what changed makes them anew"
        self.label.setText(changed if spans else " ")
        self._offer(bool(spans), self._continuing.why_nothing_changed)

    def _compared(self) -> object:
        """Return what decides whether anything has changed."""
        state = self._sketch.state
        return state.keyframes, state.made_from, state.layer(state.active).recipe, state.samples

    def _offer(self, on: bool, why_not: str = "") -> None:
        """Offer to render what has changed, or say why not."""
        if self._changes is not None:
            allow(self._changes, on, why_not)

    def _on_grown(self) -> None:
        riff = self._incoming.riff
        self._timeline.show_riff(None if riff is None else riff.progress)
        if riff is None or not self._again.isActive():
            self.show_state()
        elif not self._soon.isActive():
            self._soon.start()

    def _on_change(self, _: object) -> None:
        if self._incoming.riff is None and self._compared() != self._shown:
            self._soon.start()  # when the drag rests: comparing hundreds of keyframes takes its time


def _button(text: str, name: str) -> QToolButton:
    """Return a button that does the first of its actions, with a menu of the others."""
    button = QToolButton(objectName=name, text=text, accessibleName=text)
    button.setPopupMode(QToolButton.ToolButtonPopupMode.MenuButtonPopup)
    button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextOnly)
    button.setMinimumWidth(130)
    return button
