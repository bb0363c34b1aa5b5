"""Confirmation of an action that cannot be undone, with a button named after the action, and Cancel."""

from __future__ import annotations

from PySide6.QtWidgets import QMessageBox, QWidget

from riffdesk.ui.plain_text import plain


def confirm(parent: QWidget, title: str, question: str, verb: str) -> bool:
    """Return whether the user clicked the button titled ``verb``; Esc, Return and closing the dialog cancel."""
    box = QMessageBox(QMessageBox.Icon.Question, title, plain(question), parent=parent)
    box.setObjectName("confirm")
    button = box.addButton(verb, QMessageBox.ButtonRole.DestructiveRole)
    box.setDefaultButton(box.addButton(QMessageBox.StandardButton.Cancel))
    box.exec()
    return box.clickedButton() is button
