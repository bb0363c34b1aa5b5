"""The menu bar: the menus and the order of their commands."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QDockWidget, QMenu

from riffdesk.language import tr
from riffdesk.ui.actions import SEPARATOR, Actions
from riffdesk.ui.commands.effect_commands import effect_menu
from riffdesk.ui.commands.playing_commands import QUALITIES
from riffdesk.ui.commands.snapshot_commands import STORES, SWITCHES
from riffdesk.ui.commands.tool_commands import MODIFIERS, PEN, PICTURE_STAMP, STAMP
from riffdesk.ui.commands.view_commands import LANGUAGE_COMMANDS

LAYERS = (
    "actionAddLayer", "actionDuplicateLayer", "actionRemoveLayer", SEPARATOR, "actionLayerAbove", "actionLayerBelow",
    "actionMuteLayer", "actionSoloLayer", "actionIsolateLayer", SEPARATOR, "actionLayerUp", "actionLayerDown",
)  # fmt: skip
CANVAS = ("actionRepaint", "actionClearMask")


def make_menus(actions: Actions, recent: QMenu, versions: QMenu, docks: Sequence[QDockWidget]) -> list[QAction]:
    """Fill the menu bar; return the actions of the context menu of the canvas."""
    line = SEPARATOR
    actions.menu(
        tr("&File"),
        "actionNew",
        "actionOpen",
        recent,
        "actionOpenExample",
        line,
        "actionSave",
        "actionSaveAs",
        versions,
        line,
        "actionImport",
        "actionExport",
        "actionExportSelection",
        "actionExportImage",
        "actionExportNotes",
        line,
        "actionQuit",
    )
    snapshots = QMenu(tr("&Snapshots"), recent.parentWidget())
    snapshots.addActions([actions[name] for name in SWITCHES])
    snapshots.addSeparator()
    snapshots.addActions([actions[name] for name in (*STORES, "actionMatchSnapshots", "actionClearSnapshots")])
    edit = actions.menu(
        tr("&Edit"),
        "actionUndo",
        "actionRedo",
        snapshots,
        line,
        "actionCut",
        "actionCopy",
        "actionPaste",
        "actionDelete",
        line,
        "actionSelectAll",
        "actionEscape",
        "actionReselect",
        "actionInvertSelection",
        "actionGrowSelection",
        "actionShrinkSelection",
        "actionFeatherSelection",
        "actionSelectHarmonics",
        "actionSelectSimilar",
        line,
        "actionLayerFromSelection",
        line,
        "actionSemitoneUp",
        "actionSemitoneDown",
        "actionOctaveUp",
        "actionOctaveDown",
        "actionMovedReplaces",
        line,
        "actionQuantise",
        "actionNoteVelocity",
    )
    tools = [name for name in actions.by_name if name.startswith("tool")]
    pen = QMenu(tr("Pe&n"), recent.parentWidget())
    for rows in PEN.values():
        pen.addSeparator()
        actions.group(*rows)
        pen.addActions([actions[name] for name in rows])
    tips = STAMP, PICTURE_STAMP, pen, "actionSmaller", "actionLarger"
    actions.menu(tr("&Tools"), *tools, line, *MODIFIERS, line, *tips, line, *LAYERS)
    actions.menu(tr("Re&gion"), *effect_menu())
    actions.menu(
        tr("&Riff"),
        "actionWritePrompt",
        "actionLibrary",
        "actionLibraryFolder",
        "actionGenerate",
        "actionVariations",
        "actionTakeBefore",
        "actionTakeAfter",
        "actionCompareTakes",
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
        "actionReadNotes",
        "actionPlayNotes",
        line,
        "actionAddPart",
        "actionSplitLayer",
        line,
        "actionRepaint",
        "actionClearMask",
        line,
        "actionUseRecipe",
        "actionCancelRiff",
        "actionModels",
        "actionComputing",
    )
    languages = QMenu(tr("&Language"), recent.parentWidget())
    actions.group(*LANGUAGE_COMMANDS)
    languages.addActions([actions[name] for name in LANGUAGE_COMMANDS])
    view = actions.menu(
        tr("&View"),
        "actionFit",
        "actionZoomIn",
        "actionZoomOut",
        line,
        "actionNoteAxis",
        "actionGrid",
        "actionPiano",
        "actionShowNotes",
        "actionPartials",
        "actionWaveform",
        "actionLight",
        languages,
        line,
        "actionNextPart",
        "actionPreviousPart",
        line,
    )
    for dock in docks:
        toggle = dock.toggleViewAction()
        toggle.setObjectName(f"view{dock.objectName()[:1].upper()}{dock.objectName()[1:]}")
        actions.add(toggle, tr("Show or hide the panel {panel}", panel=dock.windowTitle()))
        view.addAction(toggle)
    quality = QMenu(tr("Sound &quality"), recent.parentWidget())
    quality.addActions([actions[name] for name in QUALITIES])
    actions.menu(
        tr("&Play"),
        "actionPlay",
        "actionPlaySelection",
        "actionSelectionRoll",
        "actionLoop",
        "actionCircular",
        "actionPlayRiffs",
        line,
        "actionRecord",
        "actionInput",
        line,
        "actionJam",
        "actionJamStop",
        "actionJamFill",
        "actionJamAgain",
        "actionJamOther",
        "actionJamPaint",
        "actionJamKeep8",
        line,
        "actionMetronome",
        "actionCountIn",
        "actionTapTempo",
        line,
        "actionHearTones",
        line,
        "actionStart",
        "actionEnd",
        line,
        quality,
        "actionRefreshDevices",
    )
    actions.menu(tr("&Help"), "actionPalette", "actionShortcuts", "actionTour", "actionMessages", "actionAbout")
    separator = QAction(edit)
    separator.setSeparator(True)
    return [*(actions[name] for name in CANVAS), separator, *edit.actions()]
