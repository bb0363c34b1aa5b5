"""Questions with a button named after its action, and Cancel: for a confirmation, or for a text."""

from __future__ import annotations

from PySide6.QtWidgets import QDialogButtonBox, QInputDialog, QLineEdit, QMessageBox, QWidget

from riffdesk.ui.plain_text import OneLine, question_text


def confirm(parent: QWidget, title: str, question: str, verb: str) -> bool:
    """Return whether the user clicked the button titled ``verb``; Esc, Return and closing the dialog cancel."""
    box = QMessageBox(QMessageBox.Icon.Question, title, question_text(question), parent=parent)
    box.setObjectName("confirm")
    button = box.addButton(verb, QMessageBox.ButtonRole.DestructiveRole)
    box.setDefaultButton(box.addButton(QMessageBox.StandardButton.Cancel))
    box.exec()
    return box.clickedButton() is button


def ask_text(parent: QWidget, title: str, question: str, name: str, verb: str) -> str:
    """Ask for a line of text; return it without spaces at its ends, '' if the user cancels.

    Parameters
    ----------
    title : str
        Of the dialog.
    question : str
        Above the field; its lines are not wrapped.
    name : str
        Name of the field for screen readers.
    verb : str
        Title of the button, which is off while the field is empty.
    """
    dialog = QInputDialog(parent, windowTitle=title, labelText=question, okButtonText=verb)
    dialog.setTextValue("")  # creates the field before the dialog is shown
    field, buttons = dialog.findChild(QLineEdit), dialog.findChild(QDialogButtonBox)
    assert field is not None
    assert buttons is not None
    button = buttons.button(QDialogButtonBox.StandardButton.Ok)

    def look() -> None:
        button.setEnabled(bool(field.text().strip()))

    field.setValidator(OneLine(field))
    field.setAccessibleName(name)
    field.textChanged.connect(look)
    look()
    accepted = bool(dialog.exec())
    text = dialog.textValue().strip()
    dialog.deleteLater()
    return text if accepted else ""
