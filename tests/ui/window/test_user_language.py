"""The language of the window: the environment's, the settings' or the system's; Qt's own texts; the menu."""

from __future__ import annotations

import os
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QCoreApplication, QTranslator
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialogButtonBox

from riffdesk.language import VARIABLE, language, use
from riffdesk.settings import Settings, SettingsFile
from riffdesk.ui.fields import decimal_field
from riffdesk.ui.window.app import application
from riffdesk.ui.window.main_window import MainWindow
from riffdesk.ui.window.user_language import choose_language, system_language, translate_qt


@pytest.fixture(autouse=True)
def _english() -> Iterator[None]:
    os.environ.pop(VARIABLE, None)
    yield
    use("en")
    del os.environ[VARIABLE]
    for translator in application().findChildren(QTranslator):
        QCoreApplication.removeTranslator(translator)
        translator.deleteLater()


@pytest.mark.parametrize(
    ("wanted", "code"),
    [
        (["de-AT", "de", "en"], "de"),
        (["es_MX"], "es"),
        (["fr-FR", "es-ES"], "es"),
        (["en-GB", "de"], "en"),
        (["C"], "en"),
        ([], "en"),
    ],
)
def test_the_systems_first_language_with_a_translation_is_used(wanted: list[str], code: str) -> None:
    assert system_language(wanted) == code


@pytest.mark.parametrize(
    ("given", "code"), [("DE", "de"), ("de_DE.UTF-8", "de"), ("es-MX", "es"), ("fr", "es"), ("xx", "xx")]
)
def test_the_environment_may_name_a_country_and_an_unknown_language_is_passed_over(given: str, code: str) -> None:
    file = SettingsFile()
    settings = file.load()
    settings.language = "es"
    file.save(settings)
    os.environ[VARIABLE] = given
    choose_language()
    assert language() == code


def test_the_settings_choose_the_language_and_the_environment_comes_before_them() -> None:
    file = SettingsFile()
    settings = file.load()
    settings.language = "es"
    file.save(settings)
    choose_language()
    assert (os.environ[VARIABLE], language()) == ("es", "es")
    use("de")
    choose_language()
    assert language() == "de"


def test_qts_own_texts_are_translated_and_numbers_are_typed_as_before() -> None:
    use("de")
    translate_qt(application())
    box = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
    assert box.button(QDialogButtonBox.StandardButton.Cancel).text().replace("&", "") == "Abbrechen"
    for typed in ("7.5", "7,5"):
        field = decimal_field("number", "Number", 0, 10, 2, 0.1)
        field.selectAll()
        QTest.keyClicks(field, typed)
        field.interpretText()
        assert field.value() == 7.5
        assert "7.5" in field.text()


def test_the_menu_stores_the_language_and_says_when_it_changes(window: MainWindow) -> None:
    assert window.actions_["actionLanguageSystem"].isChecked()
    window.actions_["actionLanguageGerman"].trigger()
    assert window.settings.language == "de"
    assert not window.actions_["actionLanguageSystem"].isChecked()
    assert "started again" in window.notice.messages[-1].text
    assert window.actions_["actionOpen"].text() == "&Open…", "until then it stays"


def test_a_language_that_there_is_not_is_no_setting() -> None:
    assert not Settings().set_valid("language", "tlh")
    assert Settings().set_valid("language", "")
