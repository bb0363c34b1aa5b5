"""A list of devices in a field: those that are there, and the chosen one, which may be missing."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QSignalBlocker
from PySide6.QtWidgets import QComboBox

from riffdesk.language import tr


def show_devices(field: QComboBox, first: str, devices: Iterable[tuple[str, str]], chosen: str) -> None:
    """Fill a list; nothing is emitted.

    Parameters
    ----------
    field : QComboBox
    first : str
        Text of the entry for no choice, whose data is ''.
    devices : iterable of (str, str)
        Label and key of each; the key is the data of its entry.
    chosen : str
        Key of the chosen device. If it is missing, it is listed as such.
    """
    with QSignalBlocker(field):
        field.clear()
        field.addItem(first, "")
        for label, key in devices:
            field.addItem(label, key)
        if chosen and field.findData(chosen) < 0:
            field.addItem(tr("{chosen} (not there)", chosen=chosen), chosen)
        field.setCurrentIndex(max(0, field.findData(chosen)))
