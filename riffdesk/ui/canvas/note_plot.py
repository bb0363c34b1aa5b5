"""A plot of mel bands over time, with the notes of the active layer."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from riffdesk.settings import Settings
from riffdesk.sketch.sketch import Sketch
from riffdesk.ui.canvas.notes.active_notes import ActiveNotes
from riffdesk.ui.canvas.notes.note_item import NoteItem
from riffdesk.ui.canvas.plot.band_plot import BandPlot
from riffdesk.ui.canvas.tools.tool import Tool

_ABOVE_PREVIEW = 73


class NotePlot(BandPlot):
    """A plot that shows the notes of the active layer, if the settings say so or the note tool is active."""

    def __init__(self, sketch: Sketch, settings: Settings, tool: Tool, parent: QWidget | None = None) -> None:
        super().__init__(sketch, parent)
        self.settings, self.tool = settings, tool
        self.notes = ActiveNotes(sketch, self)
        self.note_item = NoteItem(self.notes, self)
        self.note_item.setZValue(_ABOVE_PREVIEW)
        self._view.addItem(self.note_item, ignoreBounds=True)
        self.show_notes()

    @property
    def edits_notes(self) -> bool:
        """Whether the note tool is active, so that commands on the selection apply to notes."""
        return self.tool.info.object_name == "toolNotes"

    def set_notes_shown(self, on: bool) -> None:
        """Draw the notes of the active layer over it always, or only while the note tool is active."""
        self.settings.show_notes = on
        self.show_notes()

    def show_notes(self) -> None:
        """Show the notes, or hide them."""
        self.note_item.setVisible(self.settings.show_notes or self.edits_notes)
