"""The language of the window: that of the environment, of the settings, or of the system."""

from __future__ import annotations

import os

from PySide6.QtCore import QLibraryInfo, QLocale, QTranslator
from PySide6.QtWidgets import QApplication

from riffdesk.language import ENGLISH, LANGUAGES, PSEUDO, VARIABLE, language, use
from riffdesk.settings import SettingsFile


def choose_language() -> None:
    """Set the language, before any module with texts of the window is imported: its tables of texts are made then."""
    given = os.environ.get(VARIABLE, "")
    named = given if given == PSEUDO else _known([given])
    use(named or SettingsFile().load().language or system_language(QLocale.system().uiLanguages()))


def system_language(wanted: list[str]) -> str:
    """Return the first language that the window has of those that the system prefers, such as ``de-AT``."""
    return _known(wanted) or ENGLISH


def _known(names: list[str]) -> str:
    """Return the first language that the window has of names such as ``de-AT`` or ``de_DE.UTF-8``; '' for none."""
    codes = (name.replace("_", "-").partition("-")[0].lower() for name in names)
    return next((code for code in codes if code in LANGUAGES), "")


def translate_qt(application: QApplication) -> None:
    """Translate Qt's own texts: standard buttons and dialogs. How numbers are written does not change."""
    if language() == ENGLISH:
        return
    translator = QTranslator(application)
    if translator.load(f"qtbase_{language()}", QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)):
        application.installTranslator(translator)
