"""Puts every finished riff, take, variation and part into the library, and stores used prompts."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from riffdesk.arrays import Array
from riffdesk.engine.events import RenderResult
from riffdesk.errors import Cancelled, UserError
from riffdesk.language import capital, tr
from riffdesk.sketch.ink import Ink
from riffdesk.sketch.layer import Layer
from riffdesk.sketch.recipe.recipe import Recipe
from riffdesk.sketch.sound import Waveform
from riffdesk.sketch.takes import layer_or_take
from riffdesk.store.library.entry import Entry
from riffdesk.store.library.library import Library
from riffdesk.store.library.prompts import remember_prompt
from riffdesk.ui.library.library_thread import LibraryThread
from riffdesk.ui.riff.incoming_riffs import Riff
from riffdesk.ui.riff.recipe_maker import riff_name
from riffdesk.ui.riff.riffs import Riffs
from riffdesk.ui.window_parts import WindowParts

if TYPE_CHECKING:
    from riffdesk.analysis.riff_entry import KeepRequest
    from riffdesk.engine.riff.part_rendering import RenderedPart


Kept = Callable[[Entry | None], object]


class RiffKeeper(QObject):
    """Keeps riffs by the worker for files, so that closing the window waits until they are kept.

    Parameters
    ----------
    parts : WindowParts
    riffs : Riffs
        Makes the riffs.
    thread : LibraryThread
        Stores prompts.
    """

    kept = Signal(object)
    """A riff is in the library; its `Entry`."""

    def __init__(self, parts: WindowParts, riffs: Riffs, thread: LibraryThread, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._sketch, self._worker, self._settings = parts.sketch, parts.worker, parts.settings
        self._notice, self._thread = parts.notice, thread
        self._shown_reasons: set[str] = set()
        riffs.incoming.completed.connect(self._keep_riff)
        riffs.incoming.requested.connect(self._remember)
        riffs.incoming.part_made.connect(self._keep_part)

    def keep(self, result: RenderResult, kind: str, name: str = "", done: Kept = lambda _: None) -> None:
        """Put a riff into the library.

        Parameters
        ----------
        result : RenderResult
        kind, name : str
            See `riffdesk.store.library.entry.NewEntry`; by default it is named after its prompt and seed.
        done : callable
            Called with the `Entry`; None if it cannot be kept; the user gets a message.
        """
        from riffdesk.analysis.riff_entry import KeepRequest

        name = name or riff_name(result.recipe)
        limit = self._settings.library_mib * 2**20
        self._submit(KeepRequest(result.ink, result.audio, result.recipe, result.params, kind, name, limit), done)

    def keep_jam(self, layer: Layer) -> None:
        """Put a kept part of a jam into the library."""
        from riffdesk.analysis.riff_entry import KeepRequest

        if layer.recipe is not None and layer.sound.waveform is not None:
            limit, params = self._settings.library_mib * 2**20, self._sketch.params
            ink, waveform = layer.tiles, layer.sound.waveform
            self._submit(KeepRequest(ink, waveform, layer.recipe, params, "jam", layer.name, limit))

    def _submit(self, request: KeepRequest, done: Kept = lambda _: None) -> None:
        from riffdesk.analysis.riff_entry import keep_riff

        def keep(entry: Entry) -> None:
            done(entry)
            self.kept.emit(entry)

        def fail(error: Exception) -> None:
            self._fail(error)
            done(None)

        label = tr("Keeping {name} in the library", name=request.name)
        self._worker.write(keep_riff, request, label, keep, fail)

    def _keep_riff(self, riff: Riff) -> None:
        """Keep the rendered riff, without later strokes."""
        from riffdesk.analysis.riff_entry import KeepRequest

        incoming = riff.incoming
        assert incoming is not None
        # The riff's own step has no strokes; they are in later steps.
        is_present = self._sketch.history.step is incoming.step
        state = self._sketch.state if is_present else incoming.step.state
        layer = layer_or_take(state, incoming.layer_id)
        if layer is None or layer.sound.waveform is None:
            return
        recipe, limit = layer.recipe or riff.request.recipe, self._settings.library_mib * 2**20
        ink: Ink | Array = layer.tiles
        waveform: Waveform | Array = layer.sound.waveform
        kind = "change"
        if incoming.partial.new:
            kind = "take" if layer.other_takes else "riff"
            columns, samples, hop = riff.request.columns, riff.request.samples, state.params.hop
            if layer.delay:  # columns were added before it meanwhile
                ink = layer.tiles.read(layer.delay, layer.delay + columns)
                waveform = layer.sound.waveform.read(layer.delay * hop, layer.delay * hop + samples)
            else:  # shares the tiles, which are copied in the engine's process
                ink, waveform = layer.tiles.resized(columns), layer.sound.waveform.resized(samples)
        name = riff_name(recipe) if incoming.partial.new else layer.name
        self._submit(KeepRequest(ink, waveform, recipe, state.params, kind, name, limit))

    def _keep_part(self, part: RenderedPart) -> None:
        self.keep(part.result, "part", f"{capital(part.name)}: {riff_name(part.result.recipe)}")

    def _remember(self, recipe: Recipe) -> None:
        prompts = list(dict.fromkeys((keyframe.prompt, keyframe.negative) for keyframe in recipe.keyframes))

        def remember(library: Library) -> None:
            for prompt, negative in prompts:
                remember_prompt(library.database, prompt, negative)

        self._thread.submit(remember)

    def _fail(self, error: Exception) -> None:
        """Show why a riff is not in the library, each reason only once, as the next riff would have the same."""
        if isinstance(error, Cancelled):
            return
        if not isinstance(error, UserError):
            self._notice.report(error)
        elif str(error) not in self._shown_reasons:
            self._shown_reasons.add(str(error))
            self._notice.warn(str(error))
