"""The bar of snapshots: eight numbered buttons that store states of the sketch and switch between them."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QLabel, QMenu, QToolButton, QWidget

from riffdesk.dsp.mix import gain_of
from riffdesk.language import tr
from riffdesk.sketch.snapshots import SLOTS, Snapshots
from riffdesk.ui.plain_text import wrapped
from riffdesk.ui.theme import width_of
from riffdesk.ui.window_parts import WindowParts

_SIDE_MARGIN, _END_MARGIN = 14, 6  # pixels around a number, and after the last


class SnapshotBar(QWidget):
    """Buttons of the slots: filled ones switch to their state, empty ones store the present one; so does Shift."""

    def __init__(self, parts: WindowParts, snapshots: Snapshots, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("snapshots")
        self.setAccessibleName(tr("Snapshots"))
        self.snapshots = snapshots
        self._player, self._settings = parts.player, parts.settings
        row = QHBoxLayout(self)
        row.setContentsMargins(8, 0, _END_MARGIN, 0)
        row.setSpacing(2)
        row.addWidget(QLabel(tr("Snapshots"), objectName="dim"))
        self.buttons: list[QToolButton] = []
        for slot in range(SLOTS):
            button = QToolButton(objectName=f"snapshot{slot + 1}", text=str(slot + 1), checkable=True)
            button.setFixedWidth(width_of("8", _SIDE_MARGIN))
            button.clicked.connect(lambda _, slot=slot: self._press(slot))
            row.addWidget(button)
            self.buttons.append(button)
        self.snapshots.on_change = self._follow
        self._follow()

    def switch(self, slot: int) -> None:
        """Switch to the state of a slot, or store the present state in an empty one."""
        if self.snapshots.holds(slot):
            self.snapshots.recall(slot)
        else:
            self.snapshots.store(slot)

    def set_matched(self, on: bool) -> None:
        """Play all of them at the loudness of the quietest, or each at its own level."""
        self._settings.match_snapshots = on
        self._follow()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Offer to store the present state in the slot under the pointer, and to clear all."""
        menu = QMenu(self)
        under = self.childAt(event.pos())
        if isinstance(under, QToolButton):
            slot = self.buttons.index(under)
            menu.addAction(tr("Store the sketch in {number}", number=slot + 1), lambda: self.snapshots.store(slot))
        menu.addAction(tr("Empty all"), self.snapshots.clear)
        menu.exec(event.globalPos())

    def _press(self, slot: int) -> None:
        if QApplication.keyboardModifiers() & Qt.KeyboardModifier.ShiftModifier:
            self.snapshots.store(slot)
        else:
            self.switch(slot)
        self._follow()

    def _follow(self) -> None:
        """Show the filled slots and the current one, and match its level."""
        snapshots = self.snapshots
        for slot, button in enumerate(self.buttons):
            filled = snapshots.holds(slot)
            button.setProperty("filled", filled)
            button.style().unpolish(button)
            button.style().polish(button)
            button.setChecked(snapshots.current == slot)
            what = (
                tr("switch to it; Shift stores the present sketch in it") if filled else tr("store the present sketch")
            )
            number = slot + 1
            name = tr("Snapshot {number}", number=number) if filled else tr("Snapshot {number}, empty", number=number)
            button.setToolTip(wrapped(f"{name}: {what}"))
            button.setAccessibleName(name)
        if not self._settings.match_snapshots:
            self._player.set_trim(1.0)
        elif snapshots.current is not None:
            self._player.set_trim(gain_of(snapshots.match_db))
