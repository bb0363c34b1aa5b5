"""The status line under the seed timeline: the progress of a riff and its distance to the playhead; and buttons."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QMenu, QToolButton, QVBoxLayout, QWidget

from riffdesk.language import tr
from riffdesk.sketch.events import DocumentOpened, FieldsChanged, LayerChanged, LayersChanged
from riffdesk.sketch.sketch import Sketch
from riffdesk.ui.actions import allow
from riffdesk.ui.plain_text import ElidedLabel
from riffdesk.ui.riff.prompt.closeness import closeness_action
from riffdesk.ui.riff.riffs import Riffs
from riffdesk.ui.riff.timeline.seed_timeline import SeedTimeline

_UPDATE_MS = 250


class RenderStatus(QWidget):
    """The seed timeline with a status line and buttons under it."""

    def __init__(self, sketch: Sketch, timeline: SeedTimeline, riffs: Riffs, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._sketch, self._timeline, self._current = sketch, timeline, riffs.current
        self._continuation, self._incoming = riffs.continuation, riffs.incoming
        self._playback_region = riffs.playback_region
        self._compared: object = None  # the values that `changed_spans` was last computed from
        self._render_changed: QAction | None = None
        self.label = ElidedLabel(" ", objectName="riffState", accessibleDescription=tr("State of the riff"))
        self.render_timeline = _button(tr("Render timeline"), "renderTimeline")
        self.continue_ = _button(tr("Continue"), "continue")
        self.make_real = _button(tr("Make it real"), "makeReal")
        below = QHBoxLayout()
        below.addWidget(self.label, 1)
        for button in (self.render_timeline, self.continue_, self.make_real):
            below.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 6, 4)
        column.setSpacing(2)
        column.addWidget(timeline, 1)
        column.addLayout(below)
        self.label.setIndent(10)
        self._delay = QTimer(self, singleShot=True, interval=_UPDATE_MS)
        self._delay.timeout.connect(self.refresh)
        self._repeat = QTimer(self, interval=4 * _UPDATE_MS)
        self._repeat.timeout.connect(self.refresh)
        self._incoming.changed.connect(self._on_progress)
        self._playback_region.changed.connect(self.refresh)
        sketch.subscribe(self._on_change, DocumentOpened, FieldsChanged, LayerChanged, LayersChanged)
        self.refresh()

    def set_actions(self, actions: dict[str, QAction]) -> None:
        """Give the buttons the menu's actions that render the timeline, continue the layer, and make it real."""
        for button, names in (
            (self.render_timeline, ("actionRenderTimeline", "actionRenderChanged")),
            (self.continue_, ("actionContinueRight", "actionContinueLeft")),
            (self.make_real, ("actionMakeReal", "actionMakeAllReal")),
        ):
            menu = QMenu(self, toolTipsVisible=True)
            menu.addActions([actions[name] for name in names])
            button.setMenu(menu)
            if button is self.make_real:
                self._add_closeness(menu)
            else:
                self._timeline.menu_actions += menu.actions()
            actions[names[0]].setIconText(button.accessibleName())  # the button shows it in place of its own text
            button.setDefaultAction(actions[names[0]])
        self._render_changed = actions["actionRenderChanged"]
        self.refresh()

    def _add_closeness(self, menu: QMenu) -> None:
        """Add the current keyframe's slider from closer to freer at the top of a menu."""
        entry, closeness = closeness_action("realCloseness", menu)
        menu.insertAction(menu.actions()[0], entry)
        menu.insertSeparator(menu.actions()[1])
        closeness.moved.connect(lambda value: self._current.edit(denoising=value))
        menu.aboutToShow.connect(lambda: closeness.show_value(self._current.keyframe.denoising))

    def refresh(self) -> None:
        """Show the progress of the riff that is being rendered, or else the changed spans of the active layer."""
        self._delay.stop()
        riff = self._incoming.riff
        if riff is None:
            self._repeat.stop()
            self._show_changed()
            return
        self._enable_render_changed(False, tr("Wait until the riff is ready"))
        self._repeat.start()
        phrases = (riff.progress.text() or tr("Getting ready"), self._playback_region.text(riff))
        self.label.setText(" · ".join(filter(None, phrases)))

    def _show_changed(self) -> None:
        """Show how much of the active riff differs from the timeline."""
        self._compared = self._compared_values()
        spans = self._continuation.changed_spans()
        self._timeline.show_changed(spans)
        seconds = sum(stop - start for start, stop in spans)
        changed = tr(
            "{seconds:.1f} s have changed since this riff was made · Riff > Render what changed updates them",
            seconds=seconds,
        )
        self.label.setText(changed if spans else " ")
        self._enable_render_changed(bool(spans), self._continuation.why_nothing_changed)

    def _compared_values(self) -> object:
        """Return the values that the changed spans depend on."""
        state = self._sketch.state
        return state.keyframes, state.made_from, state.layer(state.active).recipe, state.samples

    def _enable_render_changed(self, on: bool, why_not: str = "") -> None:
        """Enable or disable the action *Render what changed*; its tooltip has the reason."""
        if self._render_changed is not None:
            allow(self._render_changed, on, why_not)

    def _on_progress(self) -> None:
        riff = self._incoming.riff
        self._timeline.show_riff(None if riff is None else riff.progress)
        if riff is None or not self._repeat.isActive():
            self.refresh()
        elif not self._delay.isActive():
            self._delay.start()

    def _on_change(self, _: object) -> None:
        if self._incoming.riff is None and self._compared_values() != self._compared:
            self._delay.start()  # not during a drag: comparing hundreds of keyframes is slow


def _button(text: str, name: str) -> QToolButton:
    """Return a button with a default action and a menu of more."""
    button = QToolButton(objectName=name, text=text, accessibleName=text)
    button.setPopupMode(QToolButton.ToolButtonPopupMode.MenuButtonPopup)
    button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextOnly)
    button.setMinimumWidth(130)
    return button
