"""Number fields as the whole window uses them: typed into, or turned with wheel and arrow keys."""

from __future__ import annotations

from PySide6.QtWidgets import QDoubleSpinBox, QSpinBox

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
