"""The newest variations in the library: shown alone, played as they arrive, added as layers."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from riffdesk.language import plural, tr
from riffdesk.sketch.events import DocumentOpened
from riffdesk.store.library.entry import Entry
from riffdesk.ui.library.riff_keeper import RiffKeeper
from riffdesk.ui.window_parts import WindowParts

if TYPE_CHECKING:
    from riffdesk.engine.events import RenderResult
    from riffdesk.ui.library.library_panel import LibraryPanel
    from riffdesk.ui.riff.variations import Variations


class VariationBatch(QObject):
    """Puts variations into the library, and shows only them in its panel until the user searches.

    Rendered variations are kept in memory too, so that *Add as layer* adds exactly these. If the library cannot store
    them, as with a full disk, they are offered as layers.

    Parameters
    ----------
    parts : WindowParts
    variations : Variations
    keeper : RiffKeeper
    panel : LibraryPanel
    """

    def __init__(
        self,
        parts: WindowParts,
        variations: Variations,
        keeper: RiffKeeper,
        panel: LibraryPanel,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._notice, self._variations, self._keeper, self._panel = parts.notice, variations, keeper, panel
        self._results: dict[int, RenderResult] = {}  # by the ids of their entries
        self._refused: list[RenderResult] = []
        self._batch: object = None
        self._of, self._total, self._running = "", 0, False
        variations.started.connect(self._begin)
        variations.ready.connect(lambda _, result: self._take(result))
        variations.ended.connect(self._end)
        parts.sketch.subscribe(lambda _: self._forget(), DocumentOpened)

    def keep(self, entry: Entry) -> bool:
        """Add an entry as a layer, if it is one of the variations; return whether it is."""
        result = self._results.get(entry.id)
        if result is not None:
            self._variations.keep(result)
        return result is not None

    @property
    def title(self) -> str:
        """Sentence about the shown variations."""
        made = len(self._results)
        of, total = self._of, self._total
        if self._running:
            if of:
                return tr("{made} of {total} variations of {riff} are ready.", made=made, total=total, riff=of)
            return tr("{made} of {total} variations are ready.", made=made, total=total)
        if of:
            return plural(made, "{count} variation of {riff}.", "{count} variations of {riff}.", riff=of)
        return plural(made, "{count} variation.", "{count} variations.")

    def _begin(self, seeds: tuple[int, ...], of: str) -> None:
        self._forget()
        self._of, self._total, self._running = of, len(seeds), True
        self._show()

    def _take(self, result: RenderResult) -> None:
        self._keeper.keep(result, "variation", done=partial(self._kept, self._batch, result))

    def _kept(self, batch: object, result: RenderResult, entry: Entry | None) -> None:
        if batch is not self._batch:
            return
        if entry is not None:
            self._results[entry.id] = result
            self._show()
            return
        self._refused.append(result)
        if len(self._refused) == 1:
            text = tr("The library cannot store the variations. They can be added as layers.")
            self._notice.offer(text, (tr("Add as layers"), self._keep_refused))

    def _keep_refused(self) -> None:
        while self._refused:
            self._variations.keep(self._refused.pop(0))

    def _end(self) -> None:
        if self._running:
            self._running = False
            self._show()

    def _show(self) -> None:
        self._panel.show_batch(tuple(self._results), self.title)

    def _forget(self) -> None:
        """Free the memory of the variations, and show all of the library again."""
        self._batch, self._running = object(), False
        self._results.clear()
        self._refused.clear()
        self._panel.show_batch(None)
