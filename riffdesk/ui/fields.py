"""Number fields as the whole window uses them: typed into, or turned with wheel and arrow keys."""

from __future__ import annotations

import math

from PySide6.QtWidgets import QDoubleSpinBox, QSpinBox

_MOST_BARS = 9_999  # more than there is room for at any tempo; the sketch says so
_MARGIN = 6  # pixels between the frame and the number


def whole_field(name: str, title: str, low: int, high: int, *, suffix: str = "", tip: str = "") -> QSpinBox:
    """Return a field for whole numbers from ``low`` to ``high``."""
    field = QSpinBox(objectName=name, accessibleName=title, minimum=low, maximum=high, suffix=suffix, toolTip=tip)
    field.lineEdit().setTextMargins(_MARGIN, 0, 0, 0)
    return field


def decimal_field(
    name: str, title: str, low: float, high: float, decimals: int, step: float, *, suffix: str = "", tip: str = ""
) -> QDoubleSpinBox:
    """Return a field for numbers from ``low`` to ``high`` with a fixed number of decimals."""
    field = QDoubleSpinBox(objectName=name, accessibleName=title, suffix=suffix, toolTip=tip)
    field.setDecimals(decimals)
    field.setRange(low, high)
    field.setSingleStep(step)
    field.lineEdit().setTextMargins(_MARGIN, 0, 0, 0)
    return field


class BarsField(QDoubleSpinBox):
    """The length of a sketch in bars; arrows and wheel go from one whole bar to the next."""

    def __init__(self) -> None:
        super().__init__(objectName="bars", accessibleName="Length in bars", suffix=" bars")
        self.setToolTip("Length of the sketch in bars, at its tempo and meter")
        self.setDecimals(2)
        self.setRange(0, _MOST_BARS)
        self.lineEdit().setTextMargins(_MARGIN, 0, 0, 0)
        self.valueChanged.connect(self._say_bars)

    def setValue(self, bars: float) -> None:
        """Show a number of bars, also where nobody is to be told of it."""
        super().setValue(bars)
        self._say_bars(self.value())

    def _say_bars(self, bars: float) -> None:
        self.setSuffix(" bar" if bars == 1 else " bars")

    def textFromValue(self, bars: float) -> str:
        """Leave out what is 0: 4 and not 4.00."""
        return self.locale().toString(bars, "f", 2).rstrip("0").rstrip(self.locale().decimalPoint())

    def stepBy(self, steps: int) -> None:
        """Go to a whole number of bars, at least one."""
        near = math.floor(self.value()) if steps > 0 else math.ceil(self.value())
        self.setValue(max(1, near + steps))
