"""The table of commands, with their texts, shortcuts and tooltips; `menus` has their order in the menu bar."""

from __future__ import annotations

from PySide6.QtGui import QKeySequence

from riffdesk.language import tr
from riffdesk.ui.actions import Command
from riffdesk.ui.commands.command_parts import CommandParts
from riffdesk.ui.commands.jam_commands import jam_commands
from riffdesk.ui.commands.playing_commands import playing_commands
from riffdesk.ui.commands.recording_commands import recording_commands
from riffdesk.ui.commands.region_commands import ON_REGION, region_commands
from riffdesk.ui.commands.riff_commands import riff_commands
from riffdesk.ui.commands.snapshot_commands import snapshot_commands
from riffdesk.ui.commands.tool_commands import modifier_commands, pen_commands
from riffdesk.ui.commands.view_commands import view_commands

_RESIZE = 1.25
_NO_NOTES = tr("This layer was not played from notes: start a riff from a composed guide, or import a MIDI file")
_NO_NOTES_HERE = tr("The layer has no notes: add some with the note tool, or read them from the drawing")
_SELECT = tr("Select something on the canvas first")
_KEY = QKeySequence.StandardKey
ON_SELECTION = ("actionCut", "actionCopy", "actionPlaySelection", "actionTakeStamp", *ON_REGION)
"""Commands that need a selection of ink."""
ON_ANY_SELECTION = (
    "actionDelete", "actionSemitoneUp", "actionSemitoneDown", "actionOctaveUp", "actionOctaveDown",
)  # fmt: skip
"""Commands that need a selection of ink, or with the note tool one of notes."""


def commands(window: CommandParts) -> tuple[Command, ...]:
    """Return every command of the window."""
    return (
        *_files(window),
        *_edits(window),
        *region_commands(window),
        *_tools(window),
        *riff_commands(window),
        *view_commands(window),
        *playing_commands(window),
        *recording_commands(window),
        *snapshot_commands(window),
        *jam_commands(window),
        *_help(window),
    )


def _files(window: CommandParts) -> tuple[Command, ...]:
    documents = window.documents
    return (
        Command(
            "actionNew",
            tr("&New"),
            (_KEY.New,),
            documents.new,
            hint=tr("Begin a new sketch, four bars long; unsaved changes are asked about"),
        ),
        Command(
            "actionOpen",
            tr("&Open…"),
            (_KEY.Open,),
            documents.open,
            "open",
            hint=tr("Open a sketch, or a sound or an image as a new one"),
        ),
        Command(
            "actionOpenExample",
            tr("Open e&xample"),
            (),
            documents.open_example,
            hint=tr("Open a sketch of four bars as a copy, to play, paint on and take apart"),
        ),
        Command(
            "actionSave",
            tr("&Save"),
            (_KEY.Save,),
            lambda: documents.save(),
            "save",
            hint=tr("Save the sketch with its layers, takes and sound, to continue later"),
        ),
        Command(
            "actionSaveAs",
            tr("Save &as…"),
            ("Ctrl+Shift+S",),
            lambda: documents.save_as(),
            hint=tr("Save the sketch under another name; the former file is not changed"),
        ),
        Command(
            "actionImport",
            tr("&Import…"),
            ("Ctrl+I",),
            documents.import_files,
            "import",
            hint=tr("Add a sound or an image as a layer; play the notes of a MIDI file"),
        ),
        Command(
            "actionExport",
            tr("&Export audio…"),
            ("Ctrl+E",),
            documents.export,
            "export",
            hint=tr("Export the mix and one file per layer; shows their length and loudness first"),
        ),
        Command(
            "actionExportImage",
            tr("Export s&pectrogram…"),
            ("Ctrl+Shift+E",),
            documents.export_image,
            hint=tr("Export the layer's picture as a PNG that Riffusion and riffdesk read as sound"),
        ),
        Command(
            "actionExportNotes",
            tr("Export notes as &MIDI…"),
            (),
            documents.export_notes,
            hint=tr("Export the notes that the layer was played from, a track for each instrument, for a DAW"),
            needs=_NO_NOTES,
        ),
        Command(
            "actionQuit",
            tr("&Quit"),
            (_KEY.Quit, "Ctrl+Q"),
            window.close,
            hint=tr("Close riffdesk; asks to save first"),
        ),
    )


def _edits(window: CommandParts) -> tuple[Command, ...]:
    editing = window.editing
    moves = (
        ("actionSemitoneUp", tr("Up a semitone"), "Alt+Up", 1, tr("Move the notes of the selection up a semitone")),
        (
            "actionSemitoneDown",
            tr("Down a semitone"),
            "Alt+Down",
            -1,
            tr("Move the notes of the selection down a semitone"),
        ),
        ("actionOctaveUp", tr("Up an octave"), "Alt+Shift+Up", 12, tr("Move the notes of the selection up an octave")),
        (
            "actionOctaveDown",
            tr("Down an octave"),
            "Alt+Shift+Down",
            -12,
            tr("Move the notes of the selection down an octave"),
        ),
    )
    return (
        Command(
            "actionUndo",
            tr("&Undo"),
            (_KEY.Undo,),
            editing.undo,
            "undo",
            hint=tr("Undo the last step; View > History goes to any step"),
            needs=tr("Nothing has been done yet"),
        ),
        Command(
            "actionRedo",
            tr("&Redo"),
            (_KEY.Redo, "Ctrl+Y"),
            editing.redo,
            "redo",
            hint=tr("Redo the last undone step"),
            needs=tr("Nothing has been undone"),
        ),
        Command(
            "actionCut",
            tr("Cu&t"),
            (_KEY.Cut,),
            editing.cut,
            hint=tr("Cut the selected part of the layer, to paste it elsewhere"),
            needs=_SELECT,
        ),
        Command(
            "actionCopy",
            tr("&Copy"),
            (_KEY.Copy,),
            editing.copy,
            hint=tr("Copy the selected part of the layer, to paste it elsewhere"),
            needs=_SELECT,
        ),
        Command(
            "actionPaste",
            tr("&Paste at playhead"),
            (_KEY.Paste,),
            editing.paste,
            hint=tr("Add the copied part to the layer, at the playhead and at its own pitch"),
        ),
        Command(
            "actionDelete",
            tr("&Delete"),
            (_KEY.Delete, "Backspace"),
            editing.delete,
            hint=tr("Silence the selected part of the layer"),
            needs=_SELECT,
        ),
        Command(
            "actionSelectAll",
            tr("Select &all"),
            (_KEY.SelectAll,),
            editing.select_all,
            hint=tr("Select all of the layer, over all frequencies"),
        ),
        Command(
            "actionEscape",
            tr("Abort stroke, clear selection"),
            ("Esc",),
            window.escape,
            hint=tr("Cancel the stroke in progress, leave the tour, or clear the selection"),
        ),
        *(
            Command(
                name,
                text,
                (key,),
                lambda by=by: editing.transpose(by),
                hint=hint,
                needs=_SELECT,
            )
            for name, text, key, by, hint in moves
        ),
        Command(
            "actionQuantise",
            tr("&Quantise notes"),
            ("Q",),
            editing.quantise,
            hint=tr("Move the selected notes of the layer, or all, to the nearest place on the grid of the note tool"),
            needs=_NO_NOTES_HERE,
        ),
        Command(
            "actionNoteVelocity",
            tr("Set &velocity of notes"),
            (),
            editing.set_velocity,
            hint=tr("Set the selected notes to the velocity of new notes in the note tool"),
            needs=tr("Choose the note tool and select notes first"),
        ),
        Command(
            "actionMovedReplaces",
            tr("M&oved notes replace"),
            (),
            editing.set_moved_replaces,
            checkable=True,
            hint=tr("Transposed notes replace the notes at their new place; otherwise both sound"),
        ),
    )


def _tools(window: CommandParts) -> tuple[Command, ...]:
    infos = (tool.info for tool in window.tools.values())
    tools = (
        Command(info.object_name, info.name, (info.shortcut,), window.select_tool, info.icon, True, info.hint)
        for info in infos
    )
    return (
        *tools,
        *modifier_commands(window),
        *pen_commands(window),
        Command(
            "actionSmaller",
            tr("Smaller brush"),
            ("[", ","),
            lambda: window.resize_tip(1 / _RESIZE),
            hint=tr("Make the tip of the active tool smaller, for finer strokes"),
        ),
        Command(
            "actionLarger",
            tr("Larger brush"),
            ("]", "."),
            lambda: window.resize_tip(_RESIZE),
            hint=tr("Make the tip of the active tool larger, for broader strokes"),
        ),
        Command(
            "actionAddLayer",
            tr("New &layer"),
            ("Ctrl+Shift+N",),
            lambda: window.layers.add(),
            hint=tr("Add an empty layer, which is mixed and exported on its own"),
        ),
        Command(
            "actionDuplicateLayer",
            tr("&Duplicate layer"),
            (),
            lambda: window.layers.duplicate(),
            hint=tr("Add a copy of the layer, to try something on it"),
        ),
        Command(
            "actionLayerAbove",
            tr("Select layer &above"),
            ("Ctrl+Up",),
            lambda: window.layers.select(+1),
            hint=tr("Go to the layer above in the list, to draw on it"),
        ),
        Command(
            "actionLayerBelow",
            tr("Select layer &below"),
            ("Ctrl+Down",),
            lambda: window.layers.select(-1),
            hint=tr("Go to the layer below in the list, to draw on it"),
        ),
        Command(
            "actionMuteLayer",
            tr("Mu&te layer"),
            ("Alt+M",),
            lambda: window.layers.mute(),
            hint=tr("Mute the layer, or unmute it"),
            repeats=False,
        ),
        Command(
            "actionSoloLayer",
            tr("&Solo layer"),
            ("Alt+S",),
            lambda: window.layers.solo(),
            hint=tr("Solo the layer: hear it alone, or all layers again"),
            repeats=False,
        ),
        Command(
            "actionIsolateLayer",
            tr("&Isolate the active layer"),
            ("Alt+I",),
            lambda on: _isolate(window, on),
            checkable=True,
            hint=tr("Play and show only the active layer while this is on; mute and solo do not change"),
        ),
        Command(
            "actionLayerUp",
            tr("Move layer &up"),
            (),
            lambda: window.layers.reorder(+1),
            hint=tr("Move the layer up in the list; the order changes the picture, not the sound"),
        ),
        Command(
            "actionLayerDown",
            tr("Move layer d&own"),
            (),
            lambda: window.layers.reorder(-1),
            hint=tr("Move the layer down in the list; the order changes the picture, not the sound"),
        ),
        Command(
            "actionRemoveLayer",
            tr("&Remove layer"),
            (),
            lambda: window.layers.remove(),
            hint=tr("Remove the layer with its sound; undo brings it back"),
        ),
    )


def _help(window: CommandParts) -> tuple[Command, ...]:
    pages = window.help
    return (
        Command(
            "actionPalette",
            tr("Command &palette…"),
            ("Ctrl+Shift+P",),
            pages.show_palette,
            hint=tr("Find any command by typing a part of its name"),
        ),
        Command(
            "actionShortcuts",
            tr("&Keyboard shortcuts…"),
            (_KEY.HelpContents,),
            pages.show_shortcuts,
            hint=tr("Find the key of every command, and change it"),
        ),
        Command(
            "actionTour",
            tr("&Tour"),
            (),
            pages.start_tour,
            hint=tr("See the first steps, in five bubbles"),
        ),
        Command(
            "actionMessages",
            tr("&Messages"),
            (),
            pages.show_messages,
            hint=tr("Read the messages since the start again"),
        ),
        Command("actionAbout", tr("&About riffdesk"), (), pages.show_about, hint=tr("Version and licence of riffdesk")),
    )


def _isolate(window: CommandParts, on: bool) -> None:
    window.canvas.set_isolated(on)
    window.layers.set_isolated(on)
    if window.playback.updates is not None:
        window.playback.updates.set_isolated(on)
