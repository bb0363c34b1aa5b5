"""Parts of the music as layers: a new part that is composed to the audible layers, and a layer split into three."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from riffdesk.language import tr
from riffdesk.sketch.layer import Layer
from riffdesk.sketch.mixer import audible_layers
from riffdesk.sketch.recipe.recipe import Recipe, with_seed
from riffdesk.sketch.recipe.timeline import MAX_SEED
from riffdesk.ui.riff.incoming_riffs import IncomingRiffs
from riffdesk.ui.riff.recipe_maker import RecipeMaker
from riffdesk.ui.window_parts import WindowParts

if TYPE_CHECKING:
    from riffdesk.engine.riff.part_rendering import RenderedPart
    from riffdesk.engine.riff.score.sketch_music import SketchMusic


class LayerParts(QObject):
    """*Add a part* and *Split the layer*.

    Parameters
    ----------
    incoming : IncomingRiffs
        Reports new layers to the library and to playback.
    window : QWidget
        The parent of the dialog.
    """

    def __init__(
        self,
        parts: WindowParts,
        recipe_maker: RecipeMaker,
        incoming: IncomingRiffs,
        window: QWidget | None = None,
    ) -> None:
        super().__init__(window)
        self._sketch, self._notice = parts.sketch, parts.notice
        self._worker, self._render_worker = parts.worker, parts.render_worker
        self._recipe_maker, self._incoming, self._window = recipe_maker, incoming, window
        self._kind = "bass"

    def add_part(self) -> None:
        """Analyse the sketch, ask for a part, and compose and render it as a new layer."""
        from riffdesk.engine.layer_split import check_room
        from riffdesk.engine.riff.score.sketch_music import MusicRequest, music_of

        if any(isinstance(request, MusicRequest) for request in self._requests()):
            return  # a second press: one dialog is enough
        with self._notice.reporting_errors():
            check_room(self._sketch.state, 1)
            self._sketch.settle()
            heard = audible_layers(self._sketch.state)
            document = replace(self._sketch.state, mask=None, layers=heard) if heard else self._sketch.state
            request = MusicRequest(document)
            go_on = self._incoming.unless_closed(self._ask)
            self._worker.submit(music_of, request, tr("Analysing the sketch"), go_on, self._notice.report)

    def split(self) -> None:
        """Replace the active layer by its percussive, bass and harmonic share; one step of the history."""
        from riffdesk.engine.layer_split import SplitRequest, check_room, split_layer, split_request, with_shares

        with self._notice.reporting_errors():
            check_room(self._sketch.state, 2)
            self._sketch.settle()
            original = self._sketch.active_layer
            request = split_request(self._sketch.state, original.id)
            asked = [one.document.active for one in self._requests() if isinstance(one, SplitRequest)]
            if original.id in asked:
                return  # a second press

            def take(shares: tuple[Layer, ...]) -> None:
                with self._notice.reporting_errors():
                    self._sketch.settle()
                    self._sketch.take_step(tr("Split"), with_shares(self._sketch.state, original, shares))

            label = tr("Splitting {name}", name=original.name)
            self._worker.submit(split_layer, request, label, self._incoming.unless_closed(take), self._notice.report)

    def _requests(self) -> list[object]:
        """Return the requests that the worker has not answered yet."""
        return [job.request for job in (self._worker.running, *self._worker.waiting) if job is not None]

    def _ask(self, music: SketchMusic) -> None:
        from riffdesk.ui.riff.add_part_dialog import AddPartDialog

        dialog = AddPartDialog(music, self._kind, self._window)
        wanted = dialog.exec()
        kind, instrument = dialog.chosen_kind, dialog.chosen_instrument
        with self._notice.reporting_errors():
            if wanted:
                self._kind = kind
                self._make(dialog.music(), kind, instrument)
        dialog.deleteLater()

    def _make(self, music: SketchMusic, kind: str, instrument: str) -> None:
        from riffdesk.engine.riff.part_rendering import render_part
        from riffdesk.engine.riff.score.part_to_add import part_to_add

        part = part_to_add(self._recipe(), self._sketch.params, music, kind, instrument)
        label, hand_on = tr("Adding {name}", name=part.name), self._incoming.unless_closed(self._take)

        def done(made: RenderedPart) -> None:
            self._incoming.part_made.emit(made)
            hand_on(made)

        self._render_worker.submit(render_part, part, label, done, self._notice.report)

    def _recipe(self) -> Recipe:
        """Return the panel's recipe with another seed, so that a second bass differs from the first."""
        recipe = self._recipe_maker.current_recipe(self._sketch.seconds)
        seed = (recipe.keyframes[0].seed + len(self._sketch.layers)) % (MAX_SEED + 1)
        return with_seed(replace(recipe, keyframes=recipe.keyframes[:1]), seed)

    def _take(self, part: RenderedPart) -> None:
        with self._notice.reporting_errors():
            self._sketch.add_layer(part.layer, samples=part.result.audio.shape[-1], name=tr("Add part"))
            self._incoming.begun.emit(0)
