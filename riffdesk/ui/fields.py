"""Input fields: numbers with decimal point or comma, choices and sliders, which the wheel changes only with the focus.

Typed text is committed by Return, when the field loses the focus, or by any command of the window (`commit_typing`).
Return and Esc give the focus to the canvas; Esc discards the typed text. Keys that are not part of a number, such as
Space and the tools' letters, remain shortcuts of the window while a number field has the focus.
"""

from __future__ import annotations

import math
import re
from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPaintEvent, QShowEvent, QValidator, QWheelEvent
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

from riffdesk.language import plural, tr
from riffdesk.sketch.recipe.timeline import MAX_SEED, RANDOM_SEED
from riffdesk.ui.accessible import label_field
from riffdesk.ui.plain_text import OneLine, wrapped
from riffdesk.values import decimal

BARS, _BARS_TIP = plural(2, " bar", " bars"), tr("Length of the sketch in bars, at its tempo and meter")
_MAX_BARS = 9_999  # longer than any sketch can be; the sketch reports the limit
_MARGIN = 6  # pixels between the frame and the number
_NUMBER = re.compile(r"[+-]?\d*(?:[.,]\d*)?")
_UNITS = ("bpm", "beats", "bars", "seconds", "db", "steps", BARS.strip().lower())
_COMMAND_KEYS = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.MetaModifier
_BACK_KEYS = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Escape)

_Base: Any = object  # Qt's classes cannot be inherited from twice


def commit_typing() -> None:
    """Commit the typed text of the focused field."""
    field = QApplication.focusWidget()
    if isinstance(field, QAbstractSpinBox):
        field.interpretText()
    elif isinstance(field, QLineEdit) and field.isModified():
        field.editingFinished.emit()


def give_back_focus(field: QWidget) -> None:
    """Give the focus to the canvas of a field's window, if it has one."""
    canvas = field.window().findChild(QWidget, "canvas")
    if canvas is not None:
        canvas.setFocus()


def _go_back(field: QWidget, event: QKeyEvent) -> None:
    """Give the focus to the canvas; in a dialog, which has no canvas, leave the key to the dialog."""
    give_back_focus(field)
    event.setAccepted(field.window().findChild(QWidget, "canvas") is not None)


def keeps_escape(event: QKeyEvent) -> bool:
    """Accept a shortcut override of Esc, so that the field gets it; return whether the key is Esc."""
    if event.key() == Qt.Key.Key_Escape:
        event.accept()
        return True
    return False


class TextField(QLineEdit):
    """A line of text; Return and Esc give the focus to the canvas, and Esc restores the text."""

    def __init__(self, **properties: Any) -> None:
        super().__init__(acceptDrops=False, **properties)  # the window accepts dropped files
        self.setValidator(OneLine(self))
        self._before = ""

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Store the text that Esc restores."""
        self._before = self.text()
        super().focusInEvent(event)

    def event(self, event: QEvent) -> bool:
        """Override the window's shortcut Esc."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and keeps_escape(event):
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Type, commit or restore the text."""
        if event.key() == Qt.Key.Key_Escape:
            self.setText(self._before)
            _go_back(self, event)
            return
        super().keyPressEvent(event)
        if event.key() in _BACK_KEYS:
            give_back_focus(self)


class NameField(TextField):
    """A line of text that is elided in the middle while it does not have the focus."""

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the text, elided if it is too long."""
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
    """A mixin for Qt's two spin boxes."""

    def prepare(self) -> None:
        """Change Qt's defaults; to be called by constructors."""
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)  # the wheel does not take the focus
        self.setKeyboardTracking(False)
        self.lineEdit().setTextMargins(_MARGIN, 0, 0, 0)
        self.lineEdit().setAcceptDrops(False)  # the window accepts dropped files
        # The text is committed, so that `show_value` may replace a value that was rejected.
        self.valueChanged.connect(lambda _: self.lineEdit().setModified(False))
        self._unit: Sequence[str] = []  # the rest of units that may be typed after a number

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Pass the wheel to the scroll area, unless the field has the focus."""
        if self.hasFocus():
            super().wheelEvent(event)
        else:
            event.ignore()

    def event(self, event: QEvent) -> bool:
        """Leave keys that are not part of a number to the window's shortcuts, and override Esc."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            text = event.text()
            if text and text.isprintable() and not _NUMBER.fullmatch(text):
                if not event.modifiers() & _COMMAND_KEYS and self._is_unit(text):
                    event.accept()
                    return True
                event.ignore()
                return False
            if text.isdigit():
                self._unit = _UNITS
            if keeps_escape(event):
                return True
        return bool(super().event(event))

    def _is_unit(self, letter: str) -> bool:
        """Return whether a letter continues a unit after a number, as in "120 bpm"."""
        rest = [unit[1:] for unit in self._unit if unit.startswith(letter.lower())]
        if letter != " ":
            self._unit = rest
        return bool(rest)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Reset the units."""
        self._unit = []
        super().focusOutEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Commit with Return, restore with Esc; both give the focus to the canvas."""
        if event.key() == Qt.Key.Key_Escape and self.lineEdit().isModified():
            self.lineEdit().setText(self.prefix() + self.textFromValue(self.value()) + self.suffix())
        if event.key() in _BACK_KEYS:
            self.interpretText()
            _go_back(self, event)
            return
        super().keyPressEvent(event)

    def show_value(self, value: Any) -> None:
        """Show a value without emitting `valueChanged`, unless the user is typing another one."""
        if self.hasFocus() and self.lineEdit().isModified():
            return
        blocked = self.blockSignals(True)
        self.setValue(value)
        self.blockSignals(blocked)

    def _typed(self, text: str) -> str:
        """Return the number in a text, without prefix and suffix."""
        return text.removeprefix(self.prefix()).removesuffix(self.suffix()).removesuffix(self.suffix().rstrip()).strip()


class WholeField(_Number, QSpinBox):
    """A field for whole numbers; one that is typed with a point or a comma is rounded."""

    def validate(self, text: str, place: int) -> tuple[QValidator.State, str, int]:
        """Accept numbers with a point or a comma."""
        number = self._typed(text)
        if _parsed(number) is None or not ("." in number or "," in number):
            return super().validate(text, place)
        inside = self.minimum() <= self.valueFromText(text) <= self.maximum()
        return (QValidator.State.Acceptable if inside else QValidator.State.Intermediate), text, place

    def fixup(self, text: str) -> str:
        """Clamp a number to the range."""
        value = min(max(self.valueFromText(text), self.minimum()), self.maximum())
        return self.prefix() + self.textFromValue(value) + self.suffix()

    def valueFromText(self, text: str) -> int:
        """Return the typed number, rounded; the present one for any other text."""
        value = _parsed(self._typed(text))
        return self.value() if value is None else round(value)


class DecimalField(_Number, QDoubleSpinBox):
    """A field for decimal numbers, typed with a point or a comma in every locale."""

    def validate(self, text: str, place: int) -> tuple[QValidator.State, str, int]:
        """Accept numbers with a point or a comma."""
        number = self._typed(text)
        if not _NUMBER.fullmatch(number):
            return QValidator.State.Invalid, text, place
        value = _parsed(number)
        inside = value is not None and self.minimum() <= value <= self.maximum()
        return (QValidator.State.Acceptable if inside else QValidator.State.Intermediate), text, place

    def fixup(self, text: str) -> str:
        """Clamp a number to the range; any other text becomes the present value."""
        value = _parsed(self._typed(text))
        value = self.value() if value is None else min(max(value, self.minimum()), self.maximum())
        return self.prefix() + self.textFromValue(value) + self.suffix()

    def valueFromText(self, text: str) -> float:
        """Return the typed number, rounded to the field's decimals."""
        value = _parsed(self._typed(text))
        return self.value() if value is None else round(value, self.decimals())

    def textFromValue(self, value: float) -> str:
        """Return a number with the locale's decimal point, without group separators."""
        return f"{value:.{self.decimals()}f}".replace(".", self.locale().decimalPoint())


class SeedField(DecimalField):
    """A field for a seed, an integer up to 2**32 - 1, beyond the range of `QSpinBox`.

    ``valueChanged`` has a float; -1, or an empty field, is a random seed.
    """

    def __init__(self, name: str, tip: str) -> None:
        super().__init__(objectName=name, accessibleName=tr("Seed"), toolTip=wrapped(tip))
        self.setDecimals(0)
        self.setRange(RANDOM_SEED, MAX_SEED)
        self.prepare()
        self.valueChanged.connect(self._update_suffix)

    def value(self) -> int:
        """Return the seed."""
        return round(super().value())

    def setValue(self, seed: float) -> None:
        """Set the seed, and update the suffix even if signals are blocked."""
        super().setValue(seed)
        self._update_suffix(self.value())

    def _update_suffix(self, seed: float) -> None:
        self.setSuffix(tr(" random") if seed == RANDOM_SEED else "")

    def validate(self, text: str, place: int) -> tuple[QValidator.State, str, int]:
        """Accept a number or an empty text."""
        if not self._typed(text):
            return QValidator.State.Acceptable, text, place
        return super().validate(text, place)

    def valueFromText(self, text: str) -> float:
        """Return the typed number; RANDOM_SEED for an empty text."""
        return super().valueFromText(text) if self._typed(text) else RANDOM_SEED


class _Untyped(_Base):
    """A mixin for combo box and slider."""

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Pass the wheel to the scroll area, unless the field has the focus."""
        if self.hasFocus():
            super().wheelEvent(event)
        else:
            event.ignore()

    def event(self, event: QEvent) -> bool:
        """Keep Esc from being a shortcut of the window."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and keeps_escape(event):
            return True
        return bool(super().event(event))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Give the focus to the canvas with Return and Esc."""
        if event.key() in _BACK_KEYS:
            _go_back(self, event)
        else:
            super().keyPressEvent(event)


class ChoiceField(_Untyped, QComboBox):
    """A combo box, which the wheel changes only with the focus."""

    def __init__(self, name: str, title: str, tip: str = "") -> None:
        super().__init__(objectName=name, accessibleName=title, toolTip=wrapped(tip))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(6)
        self.activated.connect(lambda _: give_back_focus(self))

    def showEvent(self, event: QShowEvent) -> None:
        """Label the field for screen readers."""
        super().showEvent(event)
        label_field(self)

    def showPopup(self) -> None:
        """Show the list, which is made when it is first shown and has the field's name."""
        self.view().setAccessibleName(self.accessibleName())
        super().showPopup()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the chosen text, elided if it is too long."""
        painter, option = QStylePainter(self), QStyleOptionComboBox()
        self.initStyleOption(option)
        part = QStyle.SubControl.SC_ComboBoxEditField
        room = self.style().subControlRect(QStyle.ComplexControl.CC_ComboBox, option, part, self).width()
        option.currentText = self.fontMetrics().elidedText(option.currentText, Qt.TextElideMode.ElideRight, room)
        painter.drawComplexControl(QStyle.ComplexControl.CC_ComboBox, option)
        painter.drawControl(QStyle.ControlElement.CE_ComboBoxLabel, option)


class SliderField(_Untyped, QSlider):
    """A horizontal slider, which the wheel moves only with the focus."""

    def __init__(self, name: str, title: str, low: int, high: int) -> None:
        super().__init__(Qt.Orientation.Horizontal, objectName=name, accessibleName=title, minimum=low, maximum=high)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)


def whole_field(name: str, title: str, low: int, high: int, *, suffix: str = "", tip: str = "") -> WholeField:
    """Return a field for integers from ``low`` to ``high``."""
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
    """A field for a length in bars; arrows and wheel go to the next integer."""

    def __init__(self, name: str = "bars", tip: str = _BARS_TIP) -> None:
        super().__init__(objectName=name, accessibleName=tr("Length in bars"), suffix=BARS, toolTip=wrapped(tip))
        self.setDecimals(2)
        self.setRange(0, _MAX_BARS)
        self.prepare()
        self.valueChanged.connect(self._update_suffix)

    def setValue(self, bars: float) -> None:
        """Set the number of bars, and update the suffix even if signals are blocked."""
        super().setValue(bars)
        self._update_suffix(self.value())

    def _update_suffix(self, bars: float) -> None:
        self.setSuffix(plural(bars, " bar", " bars"))

    def textFromValue(self, bars: float) -> str:
        """Return the number without trailing zeros: "4", not "4.00"."""
        return super().textFromValue(bars).rstrip("0").rstrip(self.locale().decimalPoint())

    def stepBy(self, steps: int) -> None:
        """Go to an integer number of bars, at least one."""
        near = math.floor(self.value()) if steps > 0 else math.ceil(self.value())
        self.setValue(max(1, near + steps))


def _parsed(number: str) -> float | None:
    """Return a text as a number; None if it is not a number."""
    try:
        return decimal(number)
    except ValueError:
        return None
