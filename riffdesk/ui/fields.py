"""Number fields as the whole window uses them: typed into, or turned with wheel and arrow keys."""

from __future__ import annotations

from PySide6.QtWidgets import QDoubleSpinBox, QSpinBox


def whole_field(name: str, title: str, low: int, high: int, *, suffix: str = "", tip: str = "") -> QSpinBox:
    """Return a field for whole numbers from ``low`` to ``high``."""
    return QSpinBox(objectName=name, accessibleName=title, minimum=low, maximum=high, suffix=suffix, toolTip=tip)


def decimal_field(
    name: str, title: str, low: float, high: float, decimals: int, step: float, *, suffix: str = "", tip: str = ""
) -> QDoubleSpinBox:
    """Return a field for numbers from ``low`` to ``high`` with a fixed number of decimals."""
    return QDoubleSpinBox(
        objectName=name,
        accessibleName=title,
        decimals=decimals,
        minimum=low,
        maximum=high,
        singleStep=step,
        suffix=suffix,
        toolTip=tip,
    )
