"""Fields as the whole window uses them: typed into with point or comma, and turned by the wheel only with the focus.

What is typed counts when it is confirmed by Return, when the field is left, or when any command of the window is
given (`commit_typing`). Return and Esc give the keyboard back to the canvas, Esc without what was typed. Keys that no
number has in it, such as Space and the tools' letters, go on to the window while a number field has the focus.
"""

from __future__ import annotations

import math
import re
from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPaintEvent, QValidator, QWheelEvent
from PySide6.QtWidgets import (
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QDoubleSpinBox,
    QLineEdit,
    QSlider,
    QSpinBox,
    QStyle,
    QStyleOptionComboBox,
    QStyleOptionFrame,
    QStylePainter,
    QWidget,
)

from riffdesk.sketch.recipe.timeline import MAX_SEED, RANDOM_SEED
from riffdesk.ui.tips import wrapped

_MOST_BARS = 9_999  # more than there is room for at any tempo; the sketch says so
_MARGIN = 6  # pixels between the frame and the number
_NUMBER = re.compile(r"[+-]?\d*(?:[.,]\d*)?")
_UNITS = ("bpm", "beats", "bars", "seconds", "db", "steps")
_COMMAND = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.MetaModifier
_BACK = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Escape)

_Base: Any = object  # Qt's classes cannot be inherited from twice


def commit_typing() -> None:
    """Have what was typed into the field with the focus, and not confirmed yet, count now."""
    field = QApplication.focusWidget()
    if isinstance(field, QAbstractSpinBox):
        field.interpretText()
    elif isinstance(field, QLineEdit) and field.isModified():
        field.editingFinished.emit()


def give_back_focus(field: QWidget) -> None:
    """Give the keyboard to the canvas of a field's window, if that has one."""
    canvas = field.window().findChild(QWidget, "canvas")
    if canvas is not None:
        canvas.setFocus()


def _go_back(field: QWidget, event: QKeyEvent) -> None:
    """Give the keyboard back to the canvas; in a dialog, which has none, the key is the dialog's."""
    give_back_focus(field)
    event.setAccepted(field.window().findChild(QWidget, "canvas") is not None)


def keeps_escape(event: QKeyEvent) -> bool:
    """Keep Esc for the field with the focus, where it would be a shortcut of the window; return whether it is Esc."""
    if event.key() == Qt.Key.Key_Escape:
        event.accept()
        return True
    return False


class TextField(QLineEdit):
    """A line of text; Return and Esc give the keyboard back to the canvas, Esc with the text as it was."""

    def __init__(self, **properties: Any) -> None:
        super().__init__(**properties)
        self.setAcceptDrops(False)  # a file that is dropped here is for the window
        self._before = ""

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Remember what Esc brings back."""
        self._before = self.text()
        super().focusInEvent(event)

    def event(self, event: QEvent) -> bool:
        """Keep Esc from being a shortcut of the window."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and keeps_escape(event):
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Type, confirm or take back."""
        if event.key() == Qt.Key.Key_Escape:
            self.setText(self._before)
            _go_back(self, event)
            return
        super().keyPressEvent(event)
        if event.key() in _BACK:
            give_back_focus(self)


class NameField(TextField):
    """A line of text that shows its beginning and its end, where there is no room for all and nobody writes in it."""

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the text, with dots in its middle if it is too long."""
        option = QStyleOptionFrame()
        self.initStyleOption(option)
        room = self.style().subElementRect(QStyle.SubElement.SE_LineEditContents, option, self).adjusted(2, 0, -2, 0)
        short = self.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideMiddle, room.width())
        if self.hasFocus() or short == self.text():
            super().paintEvent(event)
            return
        painter = QStylePainter(self)
        painter.drawPrimitive(QStyle.PrimitiveElement.PE_PanelLineEdit, option)
        painter.setPen(self.palette().text().color())
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, short)


class _Number(_Base):
    """What number fields have in common; a mixin for Qt's two kinds."""

    def prepare(self) -> None:
        """Set up what Qt does otherwise."""
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)  # the wheel does not take the focus
        self.setKeyboardTracking(False)
        self.lineEdit().setTextMargins(_MARGIN, 0, 0, 0)
        self.lineEdit().setAcceptDrops(False)  # a file that is dropped here is for the window
        # Nothing is being typed any more, so whoever refuses the value can show the one that stays.
        self.valueChanged.connect(lambda _: self.lineEdit().setModified(False))
        self._unit: Sequence[str] = []  # what may be typed after a number: the rest of a unit

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Leave the wheel to what scrolls, unless the user works here."""
        if self.hasFocus():
            super().wheelEvent(event)
        else:
            event.ignore()

    def event(self, event: QEvent) -> bool:
        """Let keys that no number has in it be the window's shortcuts, and keep Esc from being one."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            text = event.text()
            if text and text.isprintable() and not _NUMBER.fullmatch(text):
                if not event.modifiers() & _COMMAND and self._is_unit(text):
                    event.accept()
                    return True
                event.ignore()
                return False
            if text.isdigit():
                self._unit = _UNITS
            if keeps_escape(event):
                return True
        return super().event(event)

    def _is_unit(self, letter: str) -> bool:
        """Return whether a letter goes on with a unit after a number, as in "120 bpm", which the field has already."""
        going_on = [unit[1:] for unit in self._unit if unit.startswith(letter.lower())]
        if letter != " ":
            self._unit = going_on
        return bool(going_on)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Forget that a number was typed."""
        self._unit = []
        super().focusOutEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Confirm by Return, take back by Esc, and go back to the canvas by both."""
        if event.key() == Qt.Key.Key_Escape and self.lineEdit().isModified():
            self.lineEdit().setText(self.prefix() + self.textFromValue(self.value()) + self.suffix())
        if event.key() in _BACK:
            self.interpretText()
            _go_back(self, event)
            return
        super().keyPressEvent(event)

    def show_value(self, value: Any) -> None:
        """Show a value without telling anybody, unless another one is being typed."""
        if self.hasFocus() and self.lineEdit().isModified():
            return
        blocked = self.blockSignals(True)
        self.setValue(value)
        self.blockSignals(blocked)

    def _typed(self, text: str) -> str:
        """Return the number in a text, without what stands around it."""
        return text.removeprefix(self.prefix()).removesuffix(self.suffix()).removesuffix(self.suffix().rstrip()).strip()


class WholeField(_Number, QSpinBox):
    """A field for whole numbers."""


class DecimalField(_Number, QDoubleSpinBox):
    """A field for decimal numbers, typed with a point or a comma in every locale."""

    def validate(self, text: str, place: int) -> tuple[QValidator.State, str, int]:
        """Take numbers with a point or a comma."""
        number = self._typed(text)
        if not _NUMBER.fullmatch(number):
            return QValidator.State.Invalid, text, place
        value = _parsed(number)
        inside = value is not None and self.minimum() <= value <= self.maximum()
        return (QValidator.State.Acceptable if inside else QValidator.State.Intermediate), text, place

    def fixup(self, text: str) -> str:
        """Bring a number into the range; what is none becomes what was there."""
        value = _parsed(self._typed(text))
        value = self.value() if value is None else min(max(value, self.minimum()), self.maximum())
        return self.prefix() + self.textFromValue(value) + self.suffix()

    def valueFromText(self, text: str) -> float:
        """Return the number that was typed, rounded to what the field shows."""
        value = _parsed(self._typed(text))
        return self.value() if value is None else round(value, self.decimals())

    def textFromValue(self, value: float) -> str:
        """Return a number as the user's country writes it, without groups of three."""
        return f"{value:.{self.decimals()}f}".replace(".", self.locale().decimalPoint())


class SeedField(DecimalField):
    """A field for a seed: a whole number beyond 2**31, which is as far as a `QSpinBox` goes, or a random one.

    ``valueChanged`` tells a float; -1, which an empty field means too, stands for a random seed.
    """

    def __init__(self, name: str, tip: str) -> None:
        super().__init__(objectName=name, accessibleName="Seed", toolTip=wrapped(tip))
        self.setDecimals(0)
        self.setRange(RANDOM_SEED, MAX_SEED)
        self.prepare()
        self.valueChanged.connect(self._say_random)

    def value(self) -> int:
        """Return the number."""
        return round(super().value())

    def setValue(self, seed: float) -> None:
        """Show a seed, also where nobody is to be told of it."""
        super().setValue(seed)
        self._say_random(self.value())

    def _say_random(self, seed: float) -> None:
        self.setSuffix(" random" if seed == RANDOM_SEED else "")

    def validate(self, text: str, place: int) -> tuple[QValidator.State, str, int]:
        """Take a number, or nothing."""
        if not self._typed(text):
            return QValidator.State.Acceptable, text, place
        return super().validate(text, place)

    def valueFromText(self, text: str) -> float:
        """Return the number that was typed; of nothing, that a seed is drawn."""
        return super().valueFromText(text) if self._typed(text) else RANDOM_SEED


class _Untyped(_Base):
    """What fields have in common into which nothing is typed; a mixin for Qt's two kinds."""

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Leave the wheel to what scrolls, unless the user works here."""
        if self.hasFocus():
            super().wheelEvent(event)
        else:
            event.ignore()

    def event(self, event: QEvent) -> bool:
        """Keep Esc from being a shortcut of the window."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and keeps_escape(event):
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go back to the canvas by Return and Esc."""
        if event.key() in _BACK:
            _go_back(self, event)
        else:
            super().keyPressEvent(event)


class ChoiceField(_Untyped, QComboBox):
    """A list to choose from, which the wheel turns only with the focus."""

    def __init__(self, name: str, title: str, tip: str = "") -> None:
        super().__init__(objectName=name, accessibleName=title, toolTip=wrapped(tip))
        self.view().setAccessibleName(title)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(6)
        self.activated.connect(lambda _: give_back_focus(self))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw what is chosen, with dots where there is no room for all of it."""
        painter, option = QStylePainter(self), QStyleOptionComboBox()
        self.initStyleOption(option)
        part = QStyle.SubControl.SC_ComboBoxEditField
        room = self.style().subControlRect(QStyle.ComplexControl.CC_ComboBox, option, part, self).width()
        option.currentText = self.fontMetrics().elidedText(option.currentText, Qt.TextElideMode.ElideRight, room)
        painter.drawComplexControl(QStyle.ComplexControl.CC_ComboBox, option)
        painter.drawControl(QStyle.ControlElement.CE_ComboBoxLabel, option)


class SliderField(_Untyped, QSlider):
    """A slider from left to right, which the wheel moves only with the focus."""

    def __init__(self, name: str, title: str, low: int, high: int) -> None:
        super().__init__(Qt.Orientation.Horizontal, objectName=name, accessibleName=title, minimum=low, maximum=high)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)


def whole_field(name: str, title: str, low: int, high: int, *, suffix: str = "", tip: str = "") -> WholeField:
    """Return a field for whole numbers from ``low`` to ``high``."""
    field = WholeField(objectName=name, accessibleName=title, minimum=low, maximum=high, suffix=suffix)
    field.setToolTip(wrapped(tip))
    field.prepare()
    return field


def decimal_field(
    name: str, title: str, low: float, high: float, decimals: int, step: float, *, suffix: str = "", tip: str = ""
) -> DecimalField:
    """Return a field for numbers from ``low`` to ``high`` with a fixed number of decimals."""
    field = DecimalField(objectName=name, accessibleName=title, suffix=suffix, toolTip=wrapped(tip))
    field.setDecimals(decimals)
    field.setRange(low, high)
    field.setSingleStep(step)
    field.prepare()
    return field


class BarsField(DecimalField):
    """The length of a sketch in bars; arrows and wheel go from one whole bar to the next."""

    def __init__(self, name: str = "bars", tip: str = "Length of the sketch in bars, at its tempo and meter") -> None:
        super().__init__(objectName=name, accessibleName="Length in bars", suffix=" bars", toolTip=wrapped(tip))
        self.setDecimals(2)
        self.setRange(0, _MOST_BARS)
        self.prepare()
        self.valueChanged.connect(self._say_bars)

    def setValue(self, bars: float) -> None:
        """Show a number of bars, also where nobody is to be told of it."""
        super().setValue(bars)
        self._say_bars(self.value())

    def _say_bars(self, bars: float) -> None:
        self.setSuffix(" bar" if bars == 1 else " bars")

    def textFromValue(self, bars: float) -> str:
        """Leave out what is 0: 4 and not 4.00."""
        return super().textFromValue(bars).rstrip("0").rstrip(self.locale().decimalPoint())

    def stepBy(self, steps: int) -> None:
        """Go to a whole number of bars, at least one."""
        near = math.floor(self.value()) if steps > 0 else math.ceil(self.value())
        self.setValue(max(1, near + steps))


def _parsed(number: str) -> float | None:
    """Return the number that a text is; None if it is none yet."""
    try:
        return float(number.replace(",", "."))
    except ValueError:
        return None
