"""The language of the window: that of the environment, of the settings, or of the system."""

from __future__ import annotations

import os

from PySide6.QtCore import QLibraryInfo, QLocale, QTranslator
from PySide6.QtWidgets import QApplication

from riffdesk.language import ENGLISH, LANGUAGES, VARIABLE, language, use
from riffdesk.settings import SettingsFile


def choose_language() -> None:
    """Set the language, before any module with texts of the window is imported: its tables of texts are made then."""
    if not os.environ.get(VARIABLE):
        use(SettingsFile().load().language or system_language(QLocale.system().uiLanguages()))


def system_language(wanted: list[str]) -> str:
    """Return the first language that the window has of those that the system prefers, such as ``de-AT``."""
    codes = (name.replace("_", "-").partition("-")[0].lower() for name in wanted)
    return next((code for code in codes if code in LANGUAGES), ENGLISH)


def translate_qt(application: QApplication) -> None:
    """Translate Qt's own texts: standard buttons and dialogs. How numbers are written does not change."""
    if language() == ENGLISH:
        return
    translator = QTranslator(application)
    if translator.load(f"qtbase_{language()}", QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)):
        application.installTranslator(translator)
