"""The table of commands: what the window can do, by which keys, and in which menu it stands."""

from __future__ import annotations

from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QDockWidget, QMenu

from riffdesk.ui.actions import SEPARATOR, Actions, Command
from riffdesk.ui.commands.parts import CommandParts

_RESIZE = 1.25
QUALITIES = {
    "actionQualityGood": ("good", "&Good", "What drafts are refined to while you rest"),
    "actionQualityBest": ("best", "&Best", "Nearer to the drawing, five times as slow"),
    "actionQualityReference": (
        "reference",
        "&Reference",
        "Riffusion's own method, to compare: slower still, and less exact",
    ),
}
TOOLS = ("toolBrush", "toolTone", "toolEraser", "toolMask", "toolSelect")


def commands(window: CommandParts) -> tuple[Command, ...]:
    """Return every command of the window."""
    key, documents, canvas, editing = QKeySequence.StandardKey, window.documents, window.canvas, window.editing
    sketch, generation, continuing = window.sketch, window.riffs.generation, window.riffs.continuing
    tools = tuple(
        Command(tool.object_name, tool.name, (tool.shortcut,), window.take_tool, icon, True, tool.hint)
        for tool, icon in zip(window.tools.values(), ("brush", "tone", "eraser", "mask", "select"), strict=True)
    )
    return (
        Command("actionNew", "&New", (key.New,), documents.new),
        Command("actionOpen", "&Open…", (key.Open,), documents.open, "open", hint="Open a file"),
        Command("actionSave", "&Save", (key.Save,), lambda: documents.save(), "save", hint="Save the sketch"),
        Command("actionSaveAs", "Save &as…", ("Ctrl+Shift+S",), lambda: documents.save_as()),
        Command(
            "actionImport",
            "&Import…",
            ("Ctrl+I",),
            documents.import_files,
            "import",
            hint="Add a sound or an image as a layer",
        ),
        Command(
            "actionExport",
            "&Export audio…",
            ("Ctrl+E",),
            documents.export,
            "export",
            hint="Export the mix and one file per layer; says how long and how loud before it writes",
        ),
        Command("actionExportImage", "Export s&pectrogram…", ("Ctrl+Shift+E",), documents.export_image),
        Command("actionQuit", "&Quit", (key.Quit, "Ctrl+Q"), window.close),
        Command("actionUndo", "&Undo", (key.Undo,), editing.undo, "undo"),
        Command("actionRedo", "&Redo", (key.Redo, "Ctrl+Y"), editing.redo, "redo"),
        Command("actionCut", "Cu&t", (key.Cut,), editing.cut),
        Command("actionCopy", "&Copy", (key.Copy,), editing.copy),
        Command("actionPaste", "&Paste at playhead", (key.Paste,), editing.paste),
        Command("actionDelete", "&Delete", (key.Delete, "Backspace"), editing.delete),
        Command("actionSelectAll", "Select &all", (key.SelectAll,), editing.select_all),
        Command("actionSemitoneUp", "Up a semitone", ("Alt+Up",), lambda: editing.transpose(1)),
        Command("actionSemitoneDown", "Down a semitone", ("Alt+Down",), lambda: editing.transpose(-1)),
        Command("actionOctaveUp", "Up an octave", ("Alt+Shift+Up",), lambda: editing.transpose(12)),
        Command("actionOctaveDown", "Down an octave", ("Alt+Shift+Down",), lambda: editing.transpose(-12)),
        Command(
            "actionMovedReplaces",
            "Moved notes &replace",
            (),
            editing.set_moved_replaces,
            checkable=True,
            hint="Transposed notes replace the notes at their new place; otherwise both sound",
        ),
        Command("actionEscape", "Abort stroke, clear selection", ("Esc",), editing.escape),
        *tools,
        Command("actionSmaller", "Smaller mark", ("[", ","), lambda: window.resize_mark(1 / _RESIZE)),
        Command("actionLarger", "Larger mark", ("]", "."), lambda: window.resize_mark(_RESIZE)),
        Command("actionFit", "&Fit", ("F",), canvas.fit, "fit", hint="Show the whole sketch"),
        Command("actionZoomIn", "Zoom &in", ("+", "="), lambda: canvas.zoom_middle(1.5)),
        Command("actionZoomOut", "Zoom &out", ("-",), lambda: canvas.zoom_middle(1 / 1.5)),
        Command("actionLight", "&Light colours", (), window.set_light, checkable=True),
        Command("actionStart", "To the &start", ("Home",), lambda: window.playback.seek(0.0), "start", hint="Start"),
        Command("actionPlay", "&Play or stop", ("Space",), window.playback.toggle, "play", hint="Play or stop"),
        Command(
            "actionEnd",
            "To the &end",
            ("End",),
            lambda: window.playback.seek(window.sketch.seconds),
            "end",
            hint="End",
        ),
        Command("actionLoop", "&Loop", ("L",), window.playback.set_loop, "loop", True, "Loop the selection, or all"),
        Command(
            "actionCircular",
            "&Seamless loop",
            (),
            window.set_circular,
            "seamless",
            checkable=True,
            hint="Seamless loop: the end of the sketch flows into its beginning",
        ),
        Command(
            "actionMetronome",
            "&Metronome",
            ("Shift+M",),
            window.metronome.set_on,
            "metronome",
            True,
            "Metronome: a click at every beat, to play and draw in time; never exported",
        ),
        Command(
            "actionCountIn",
            "C&ount-in",
            ("Shift+C",),
            window.metronome.set_count_in,
            checkable=True,
            hint="Count-in: a bar of clicks before playing, to start in time",
        ),
        Command(
            "actionTapTempo",
            "&Tap tempo",
            ("Shift+T",),
            window.metronome.tap,
            hint="Tap the tempo: press at every beat; two seconds without a tap begin anew",
            repeats=False,
        ),
        Command(
            "actionPlayRiffs",
            "Play &riffs while they are made",
            (),
            window.set_play_riffs,
            checkable=True,
            hint="A riff is heard as soon as its first window is there",
        ),
        *(
            Command(action, text, (), window.take_quality, "", True, hint)
            for action, (_, text, hint) in QUALITIES.items()
        ),
        Command("actionGenerate", "&Generate", ("Ctrl+Return",), generation.generate, hint="A riff of the prompt"),
        Command("actionTakeBefore", "Take &before", ("PgUp",), lambda: sketch.hear_take(-1), hint="Take before"),
        Command("actionTakeAfter", "Take &after", ("PgDown",), lambda: sketch.hear_take(+1), hint="Take after"),
        Command("actionKeepTake", "&Keep this take", ("K",), sketch.keep_take, hint="The next riff is a new layer"),
        Command(
            "actionVariations",
            "&Variations",
            ("Ctrl+Shift+Return",),
            generation.make_variations,
            hint="The same prompt with other seeds, to choose from",
        ),
        Command(
            "actionMakeReal",
            "&Make the layer real",
            ("Ctrl+M",),
            lambda: generation.make_real(all_layers=False),
            hint="Music of what is drawn on the layer, as far as Denoising says",
        ),
        Command(
            "actionMakeAllReal",
            "Make &all layers real",
            ("Ctrl+Shift+M",),
            lambda: generation.make_real(all_layers=True),
        ),
        Command(
            "actionRepaint",
            "&Repaint",
            ("Ctrl+R",),
            lambda: generation.repaint(canvas.selection),
            hint="Make anew what the mask marks, or else the selection",
        ),
        Command(
            "actionRenderTimeline",
            "Render the &timeline",
            ("Ctrl+T",),
            generation.render_timeline,
            hint="A riff of all keyframes, as long as the sketch",
        ),
        Command(
            "actionRenderChanged",
            "Render &what changed",
            ("Ctrl+Shift+T",),
            continuing.render_changed,
            hint="Make the layer anew where the timeline has changed since; the rest stays as it is",
        ),
        Command(
            "actionContinueRight",
            "Continue to the ri&ght",
            ("Ctrl+K",),
            continuing.continue_right,
            hint="Go on after the layer's end, for four bars",
        ),
        Command(
            "actionContinueLeft",
            "Continue to the le&ft",
            ("Ctrl+Shift+K",),
            continuing.continue_left,
            hint="Go on before the layer's beginning; all else comes later",
        ),
        Command("actionCompare", "&Compare with what it was made of", ("C",), generation.compare),
        Command(
            "actionUseRecipe",
            "&Use the layer's recipe",
            ("Ctrl+Shift+R",),
            window.riffs.render_requests.use_recipe,
            hint="Ask again for what made the layer",
        ),
        Command("actionClearMask", "C&lear mask", (), window.sketch.clear_mask),
        Command("actionCancelRiff", "Cance&l the riff", ("Ctrl+.",), generation.cancel),
        Command("actionModels", "M&odels…", (), window.riffs.models.show_dialog, hint="Add, get and remove models"),
        Command("actionRefreshDevices", "Look for sound &devices", (), window.playback.refresh_devices),
        Command("actionAddLayer", "&New layer", ("Ctrl+Shift+N",), lambda: window.sketch.new_layer()),
        Command("actionShortcuts", "&Shortcuts", (key.HelpContents,), window.show_shortcuts),
        Command("actionMessages", "&Messages", (), window.show_messages, hint="What was said since the start"),
        Command("actionAbout", "&About riffdesk", (), window.show_about),
    )


def make_menus(actions: Actions, recent: QMenu, versions: QMenu, docks: list[QDockWidget]) -> list[QAction]:
    """Fill the menu bar; return the actions of the Edit menu, which the canvas offers too."""
    line = SEPARATOR
    actions.menu(
        "&File",
        "actionNew",
        "actionOpen",
        recent,
        line,
        "actionSave",
        "actionSaveAs",
        versions,
        line,
        "actionImport",
        "actionExport",
        "actionExportImage",
        line,
        "actionQuit",
    )
    edit = actions.menu(
        "&Edit",
        "actionUndo",
        "actionRedo",
        line,
        "actionCut",
        "actionCopy",
        "actionPaste",
        "actionDelete",
        line,
        "actionSelectAll",
        "actionEscape",
        line,
        "actionSemitoneUp",
        "actionSemitoneDown",
        "actionOctaveUp",
        "actionOctaveDown",
        "actionMovedReplaces",
    )
    actions.menu("&Tools", *TOOLS, line, "actionSmaller", "actionLarger", line, "actionAddLayer")
    actions.menu(
        "&Riff",
        "actionGenerate",
        "actionVariations",
        "actionTakeBefore",
        "actionTakeAfter",
        "actionKeepTake",
        line,
        "actionRenderTimeline",
        "actionRenderChanged",
        "actionContinueRight",
        "actionContinueLeft",
        line,
        "actionMakeReal",
        "actionMakeAllReal",
        "actionCompare",
        line,
        "actionRepaint",
        "actionClearMask",
        line,
        "actionUseRecipe",
        "actionCancelRiff",
        "actionModels",
    )
    view = actions.menu("&View", "actionFit", "actionZoomIn", "actionZoomOut", line, "actionLight", line)
    view.addActions([dock.toggleViewAction() for dock in docks])
    quality = QMenu("Sound &quality", recent.parentWidget())
    quality.addActions([actions[name] for name in QUALITIES])
    actions.menu(
        "&Play",
        "actionPlay",
        "actionLoop",
        "actionCircular",
        "actionPlayRiffs",
        line,
        "actionMetronome",
        "actionCountIn",
        "actionTapTempo",
        line,
        "actionStart",
        "actionEnd",
        line,
        quality,
        "actionRefreshDevices",
    )
    actions.menu("&Help", "actionShortcuts", "actionMessages", "actionAbout")
    return edit.actions()
