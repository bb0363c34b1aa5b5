"""The tour: five bubbles about the first steps, each beside the widgets that it describes.

A user who does the action of a bubble sees the next one at once; bubbles of actions that were done before are skipped.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import Protocol

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from riffdesk.language import tr
from riffdesk.sketch.events import FieldsChanged
from riffdesk.sketch.sketch import Sketch
from riffdesk.ui.accessible import announce
from riffdesk.ui.actions import Actions, without_mnemonic
from riffdesk.ui.button_keys import OfferButton
from riffdesk.ui.canvas.canvas import SpectrogramCanvas
from riffdesk.ui.help.bubble import ARROW, Bubble, Side
from riffdesk.ui.riff.riffs import Riffs
from riffdesk.ui.theme import width_of

_LINE = tr("What you draw or generate is heard at once")
_NATIVE = QKeySequence.SequenceFormat.NativeText


class TourParts(Protocol):
    """The parts of the window that the tour needs; `riffdesk.ui.window.main_window.MainWindow` has them."""

    sketch: Sketch
    canvas: SpectrogramCanvas
    riffs: Riffs
    actions_: Actions


@dataclass(frozen=True)
class Stop:
    """A bubble of the tour: its text, and the widgets that it points at."""

    title: str
    text: str
    """Names of actions in braces are replaced by their titles and keys."""
    controls: tuple[str, ...]
    """Object names of the widgets."""
    sides: tuple[Side, ...]
    done_by: tuple[str, ...] = ()
    """Names of the actions that complete it."""


STOPS = (
    Stop(
        tr("Write what you want to hear"),
        tr(
            "Type a prompt, such as “slow jazz piano”, and press {actionGenerate}. The riff is as long as the sketch, "
            "and at its tempo."
        ),
        ("prompt", "generate"),
        (Side.LEFT,),
    ),
    Stop(
        tr("Play it"),
        tr("{actionPlay}. {actionLoop} repeats the selection or the sketch, and you hear changes at once."),
        ("play", "loop"),
        (Side.BELOW,),
        ("actionPlay", "actionLoop"),
    ),
    Stop(
        tr("Draw on it"),
        tr(
            "{toolBrush} paints sound: to the right is later, up is higher. {toolTone} paints a note at the pitch "
            "where you draw. Undo takes everything back."
        ),
        ("toolBrushButton", "toolToneButton"),
        (Side.RIGHT,),
    ),
    Stop(
        tr("Choose among takes"),
        tr(
            "Generate again, and you have two takes: {actionTakeBefore} and {actionTakeAfter} go from one to the next, "
            "and {actionKeepTake} keeps one. Variations makes several at once, to choose from."
        ),
        ("generate", "variationsButton", "variationCount", "takes"),
        (Side.LEFT,),
        ("actionTakeBefore", "actionTakeAfter", "actionCompareTakes", "actionKeepTake", "actionVariations"),
    ),
    Stop(
        tr("Continue and export"),
        tr(
            "On the seed timeline, music walks from one prompt to the next: a double-click adds a keyframe. "
            "{actionExport} in the File menu writes the mix and each layer as a sound file."
        ),
        ("timeline",),
        (Side.ABOVE,),
        ("actionExport",),
    ),
)
_WRITE, _DRAW, _GO_ON = 0, 2, 4  # stops that are completed without an action


class Tour(Bubble):
    """Shows the stops one after the other, with buttons Skip, Back and Next; Esc ends the tour."""

    left = Signal()
    """The tour has ended."""

    def __init__(self, parts: TourParts, window: QWidget) -> None:
        super().__init__(window)
        self.setObjectName("tour")
        self._parts, self._main = parts, window
        self._at = 0
        self._done: set[int] = set()
        self._keyframe_count = 0
        self._title = QLabel(objectName="tourTitle")
        self._text = QLabel(objectName="tourText", wordWrap=True)
        self._count = QLabel(objectName="dim")
        self.skip = OfferButton(tr("Skip"), "tourSkip", tr("Leave the tour; Help > Tour begins it again (Esc)"))
        self.back = OfferButton(tr("Back"), "tourBack", tr("The bubble before this one"))
        self.next = OfferButton(tr("Next"), "tourNext", tr("The next bubble"))
        self.next.setDefault(True)
        self._row = row = QHBoxLayout()
        row.addWidget(self._count)
        row.addStretch(1)
        for button in (self.skip, self.back, self.next):
            row.addWidget(button)
        column = QVBoxLayout(self)
        margin = ARROW + 12
        column.setContentsMargins(margin, margin - 2, margin, margin - 2)
        column.setSpacing(8)
        column.addWidget(self._title)
        column.addWidget(self._text)
        column.addLayout(row)
        self.skip.clicked.connect(self.leave)
        self.back.clicked.connect(lambda: self._go(self._at - 1))
        self.next.clicked.connect(lambda: self._go(self._at + 1))
        for at, stop in enumerate(STOPS):
            for name in stop.done_by:
                parts.actions_[name].triggered.connect(partial(self._note, at))
        parts.riffs.incoming.requested.connect(partial(self._note, _WRITE))
        parts.canvas.drew.connect(partial(self._note, _DRAW))
        parts.sketch.subscribe(self._on_fields, FieldsChanged)

    def start(self) -> None:
        """Show the first bubble."""
        self._done.clear()
        self._keyframe_count = len(self._parts.sketch.state.keyframes)
        self._go(0)
        self.next.setFocus()

    def leave(self) -> bool:
        """End the tour and give the focus to the canvas; return whether the tour was shown."""
        if self.isHidden():
            return False
        self.hide()
        self._parts.canvas.setFocus()
        self.left.emit()
        return True

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """End the tour with Esc, whatever the shortcut of the window's command is."""
        if event.key() == Qt.Key.Key_Escape:
            self.leave()
        else:
            super().keyPressEvent(event)

    def _note(self, at: int, _: object = None) -> None:
        """Record that the user completed a bubble; if that is shown, go to the next incomplete one."""
        if self.isHidden():
            return
        self._done.add(at)
        if at == self._at:
            self._go(next((later for later in range(at + 1, len(STOPS)) if later not in self._done), len(STOPS)))

    def _on_fields(self, event: FieldsChanged) -> None:
        count = len(self._parts.sketch.state.keyframes)
        if "keyframes" in event.names and count > self._keyframe_count:
            self._note(_GO_ON)
        self._keyframe_count = count

    def _go(self, at: int) -> None:
        """Show a bubble; after the last one, end the tour."""
        if at >= len(STOPS):
            self.leave()
            return
        self._at, stop = max(0, at), STOPS[max(0, at)]
        text = stop.text.format_map({name: self._named(name) for name in self._parts.actions_.by_name})
        self._title.setText(stop.title)
        self._text.setText(text)
        self._count.setText(tr("{number} of {count}", number=self._at + 1, count=len(STOPS)))
        self.back.setEnabled(self._at > 0)
        self.next.setText(tr("Next") if self._at + 1 < len(STOPS) else tr("Done"))
        self.setAccessibleName(tr("Tour, {place}: {title}", place=self._count.text(), title=stop.title))
        self.setAccessibleDescription(text)
        self.next.setAccessibleDescription(f"{stop.title}. {text}")
        if not self.back.isEnabled() and self.focusWidget() is self.back:
            self.next.setFocus()
        controls = (self._main.findChild(QWidget, name) for name in stop.controls)
        self.point_at((control for control in controls if control is not None), stop.sides)
        announce(self, f"{stop.title}. {text}")

    def _size(self) -> QSize:
        """Return the size of the bubble; its text is as wide as a line, or as the buttons if they are wider."""
        self._text.setFixedWidth(max(width_of(_LINE), self._row.sizeHint().width()))
        return super()._size()

    def _named(self, name: str) -> str:
        """Return the title of an action with its present key."""
        action = self._parts.actions_[name]
        text, key = without_mnemonic(action.text()).rstrip("…"), action.shortcut().toString(_NATIVE)
        return f"{text} ({key})" if key else text
