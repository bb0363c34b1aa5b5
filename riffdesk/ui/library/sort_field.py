"""The order of the library's list, chosen in its panel and stored in the settings."""

from __future__ import annotations

from PySide6.QtCore import Signal

from riffdesk.language import tr
from riffdesk.settings import Settings
from riffdesk.store.library.library import SORTS
from riffdesk.ui.fields import ChoiceField

_NAMES = {
    "newest": tr("Newest"), "oldest": tr("Oldest"), "stars": tr("Most stars"), "name": tr("Name"), "tempo": tr("Tempo"),
    "length": tr("Length"), "key": tr("Key"), "model": tr("Model"),
}  # fmt: skip


class SortField(ChoiceField):
    """A choice of orders; its data are those of `SORTS`."""

    chosen = Signal()
    """Another order was chosen."""

    def __init__(self, settings: Settings) -> None:
        super().__init__("librarySort", tr("Order"), tr("Order of the list"))
        self._settings = settings
        for sort in SORTS:
            self.addItem(_NAMES[sort], sort)
        self.setCurrentIndex(SORTS.index(settings.library_sort))
        self.currentIndexChanged.connect(self._store)

    def _store(self, _: int) -> None:
        self._settings.library_sort = self.currentData()
        self.chosen.emit()
