"""The commands of the View menu."""

from __future__ import annotations

from functools import partial

from riffdesk.language import LANGUAGES, tr
from riffdesk.settings import Settings
from riffdesk.ui.actions import Command
from riffdesk.ui.commands.command_parts import CommandParts

SYSTEM_LANGUAGE = "actionLanguageSystem"
LANGUAGE_COMMANDS = {
    SYSTEM_LANGUAGE: ("", "System"),
    "actionLanguageEnglish": ("en", LANGUAGES["en"]),
    "actionLanguageGerman": ("de", LANGUAGES["de"]),
    "actionLanguageSpanish": ("es", LANGUAGES["es"]),
}
"""The code and the name of each language; the names are the same in all languages."""


def view_commands(window: CommandParts) -> tuple[Command, ...]:
    """Return the commands that change the view of the canvas and the window."""
    canvas = window.canvas
    return (
        Command("actionFit", tr("&Fit"), ("F",), canvas.fit, "fit", hint=tr("Show all of the sketch")),
        Command(
            "actionZoomIn",
            tr("Zoom &in"),
            ("+", "="),
            lambda: canvas.zoom_middle(1.5),
            hint=tr("Show less time, in more detail; the wheel does so at the pointer"),
        ),
        Command(
            "actionZoomOut",
            tr("Zoom &out"),
            ("-",),
            lambda: canvas.zoom_middle(1 / 1.5),
            hint=tr("Show more time; the wheel does so at the pointer"),
        ),
        Command(
            "actionNoteAxis",
            tr("Frequency axis by &semitones"),
            ("Shift+F",),
            canvas.set_note_axis,
            checkable=True,
            hint=tr(
                "All semitones have the same height, from E0 up, for basses and melodies; otherwise the axis is mel"
            ),
        ),
        Command(
            "actionGrid",
            tr("&Grid lines"),
            ("Shift+G",),
            canvas.set_grid_shown,
            checkable=True,
            hint=tr("Lines for bars and beats, and for notes, those of the key brighter; fewer if they are too close"),
        ),
        Command(
            "actionPiano",
            tr("&Piano"),
            ("Shift+P",),
            canvas.set_piano_shown,
            checkable=True,
            hint=tr("A piano at the left of the canvas, to see the note under the pointer, and to play notes"),
        ),
        Command(
            "actionShowNotes",
            tr("&Notes"),
            ("Shift+N",),
            canvas.set_notes_shown,
            checkable=True,
            hint=tr("Show the notes of the layer over it; the note tool shows them too"),
        ),
        Command(
            "actionPartials",
            tr("P&artials"),
            ("Shift+A",),
            canvas.set_partials_shown,
            checkable=True,
            hint=tr("Draw the sustained tones of the layer as lines, to tell tones from noise"),
        ),
        Command(
            "actionWaveform",
            tr("&Waveform"),
            ("Shift+V",),
            canvas.set_waveform_shown,
            checkable=True,
            hint=tr(
                "The waveform of the mix under the canvas, and of the active layer over it, to see beats and peaks"
            ),
        ),
        Command(
            "actionLight",
            tr("Light &colours"),
            (),
            window.set_light,
            checkable=True,
            hint=tr("Light colours for bright rooms, or dark ones"),
        ),
        *language_commands(window),
        Command(
            "actionNextPart",
            tr("Go to the ne&xt panel"),
            ("F6",),
            lambda: window.part_focus.go(+1),
            hint=tr("Move the keyboard focus to the next panel or bar; Tab moves within it"),
        ),
        Command(
            "actionPreviousPart",
            tr("Go to the pre&vious panel"),
            ("Shift+F6",),
            lambda: window.part_focus.go(-1),
            hint=tr("Move the keyboard focus to the previous panel or bar"),
        ),
    )


def language_commands(window: CommandParts) -> tuple[Command, ...]:
    """Return the commands that choose the language of the window."""
    hint = tr("Language of menus and messages from the next start; System is the computer's, if there is a translation")
    return tuple(
        Command(name, title, (), partial(_choose_language, window, code), checkable=True, hint=hint)
        for name, (code, title) in LANGUAGE_COMMANDS.items()
    )


def checked_language(settings: Settings) -> str:
    """Return the name of the command of the chosen language."""
    return next(name for name, (code, _) in LANGUAGE_COMMANDS.items() if code == settings.language)


def _choose_language(window: CommandParts, code: str, on: bool) -> None:
    if on and window.settings.language != code:
        window.settings.language = code
        window.notice.tell(tr("The language changes when riffdesk is started again."))
