"""Notes of layers: read from a drawing, and played again where they have changed."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from riffdesk.arrays import Array
from riffdesk.compose.score import Part
from riffdesk.engine.riff.score.layer_score import Spans, changed_spans, mask_of, recipe_of_changed
from riffdesk.errors import UserError
from riffdesk.language import plural, tr
from riffdesk.sketch.layer import Layer
from riffdesk.sketch.recipe.recipe import Recipe
from riffdesk.sketch.sketch import Sketch
from riffdesk.ui.canvas.notes.active_notes import set_notes
from riffdesk.ui.notices import Notice
from riffdesk.ui.riff.generation import Generation
from riffdesk.ui.riff.recipe_maker import RecipeMaker
from riffdesk.ui.worker import Worker

if TYPE_CHECKING:
    from riffdesk.engine.riff.score.drawn_score import DrawnScore


class PlayingNotes(QObject):
    """Reads the notes of the active layer, and plays them again.

    Parameters
    ----------
    worker : Worker
        Reads the notes of a drawing.
    """

    def __init__(
        self,
        sketch: Sketch,
        worker: Worker,
        notice: Notice,
        recipe_maker: RecipeMaker,
        generation: Generation,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._sketch, self._worker, self._notice = sketch, worker, notice
        self._recipe_maker, self._generation = recipe_maker, generation
        self.show: Callable[[], object] = lambda: None
        """Shows notes on the canvas."""

    def part_for(self, pitch: float) -> Part:
        """Return an empty part of the instrument that the prompt names for notes of about a MIDI pitch."""
        from riffdesk.engine.riff.score.drawn_score import part_for

        try:
            return part_for(self._recipe_maker.current_recipe(self._sketch.seconds), pitch)
        except UserError:  # invalid chords, which the chords field reports
            return Part("melody", "piano", 0, ())

    def read_drawing(self) -> None:
        """Set the notes of the active layer to those of its drawing."""
        from riffdesk.engine.riff.score.drawn_score import DrawingRequest, read_drawing

        layer, sketch = self._sketch.active_layer, self._sketch
        if layer.tiles.is_silent:
            self._notice.tell(tr("There is nothing drawn yet to read notes from: draw a line with the tone brush."))
            return

        def take(drawn: DrawnScore) -> None:
            if not sketch.state.has_layer(layer.id) or sketch.layer(layer.id).tiles is not layer.tiles:
                self._notice.tell(tr("The layer has changed since; its notes were not replaced."))
            elif not drawn.text:
                self._notice.tell(
                    tr("No notes were found: they are read from lines at a pitch, such as the tone brush draws.")
                )
            else:
                set_notes(sketch, layer.id, drawn.text, tr("Notes from the drawing"))
                self.show()
                read = plural(drawn.notes, "{count} note was read.", "{count} notes were read.")
                how = tr("Riff > Play the notes again plays them with the prompt's instrument.")
                self._notice.tell(f"{read} {how}")

        with self._notice.reporting_errors():
            recipe = self._recipe_maker.current_recipe(sketch.seconds)
            request = DrawingRequest(recipe, layer.ink, sketch.params, single=layer.source is not None)
            self._worker.submit(
                read_drawing, request, tr("Reading the notes of {name}", name=layer.name), take, self._notice.report
            )

    def play_again(self) -> None:
        """Regenerate the active layer in the bars with changed notes.

        A drawing or an imported sound is not changed: its notes are played as a new layer in its place.
        """
        layer, sketch = self._sketch.active_layer, self._sketch
        with self._notice.reporting_errors():
            if not layer.notes:
                self._notice.tell(tr("The layer plays its notes already: change some with the note tool first."))
                return
            if layer.recipe is None:
                from riffdesk.engine.riff.score.drawn_score import notes_for_prompt

                prompt = self._recipe_maker.current_recipe(sketch.seconds)
                layer = replace(layer, notes=notes_for_prompt(layer.notes, prompt))
            if layer.recipe is None and not layer.tiles.is_silent:
                self._generation.play_drawing(layer)
                return
            params = sketch.params
            played = self._recipe_maker.was_played(layer)
            spans = changed_spans(layer, params, sketch.seconds, played=played)
            made = layer.recipe or self._recipe_maker.current_recipe(sketch.seconds)
            recipe = recipe_of_changed(made, layer, params, sketch.seconds)
            if not spans:  # only beyond the end of the sketch
                spans = [(0.0, sketch.seconds)]
            self._recipe_maker.read_init(recipe, params, lambda start: self._play(layer, recipe, spans, start))

    def _play(self, layer: Layer, recipe: Recipe, spans: Spans, start: Array | None) -> None:
        mask, label = (
            mask_of(spans, self._sketch.params, layer.columns),
            tr("Playing the changed notes of {name}", name=layer.name),
        )
        with self._notice.reporting_errors():
            self._generation.regenerate(
                layer, recipe, mask, label, tr("Play the notes again"), riff_init=start, from_noise=start is None
            )
