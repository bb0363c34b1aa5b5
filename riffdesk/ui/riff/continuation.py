"""Continues the active layer to the right or left, and renders the spans that have changed on its timeline."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
from PySide6.QtCore import QObject, Signal

from riffdesk.arrays import Array
from riffdesk.engine.events import Section
from riffdesk.engine.requests import RenderRequest
from riffdesk.errors import UserError
from riffdesk.language import tr
from riffdesk.sketch.layer import Layer
from riffdesk.sketch.music.tempo import seconds_of
from riffdesk.sketch.recipe import timeline
from riffdesk.sketch.recipe.recipe import CONTINUED, Recipe
from riffdesk.sketch.recipe.timeline import is_variation, with_seeds_of
from riffdesk.sketch.sections.incoming_sections import IncomingSections, lengthen, regenerate
from riffdesk.sketch.sections.section_merge import Kept
from riffdesk.sketch.sketch import Sketch
from riffdesk.sketch.state import MAX_SECONDS
from riffdesk.sketch.takes import is_in_place
from riffdesk.ui.notices import Notice
from riffdesk.ui.riff.generation import Generation
from riffdesk.ui.riff.incoming_riffs import IncomingRiffs
from riffdesk.ui.riff.recipe_maker import RecipeMaker

_CONTINUED_BARS = 4


class Continuation(QObject):
    """Renders continuations and changed spans of the active layer.

    Parameters
    ----------
    recipe_maker : RecipeMaker
        Makes recipes of the sketch and its settings.
    generation : Generation
        Submits renders of parts of a layer.
    incoming : IncomingRiffs
        Submits continuations.
    """

    shifted = Signal(float)
    """The contents of the sketch have moved to the right; by how many seconds."""

    def __init__(
        self,
        sketch: Sketch,
        notice: Notice,
        recipe_maker: RecipeMaker,
        generation: Generation,
        incoming: IncomingRiffs,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._sketch, self._notice = sketch, notice
        self._recipe_maker, self._generation, self._incoming = recipe_maker, generation, incoming

    # Changed spans

    def changed_spans(self) -> list[tuple[float, float]]:
        """Return the spans, in seconds, where the timeline differs from the keyframes of the active layer's recipe.

        The list is empty if the layer was made from another timeline, or if only the seeds differ: then the timeline
        describes another variation.
        """
        recipe, state = self._sketch.active_layer.recipe, self._sketch.state
        if recipe is None or recipe.keyframes != state.made_from:
            return []
        wanted = with_seeds_of(state.keyframes, recipe.keyframes)
        if recipe.keyframes == wanted or is_variation(recipe.keyframes, wanted):
            return []
        length = min(recipe.seconds, self._sketch.seconds)
        return timeline.changed_spans(recipe.keyframes, wanted, length, length if recipe.circular else None)

    def render_changed(self) -> None:
        """Regenerate the changed spans of the active layer."""
        layer, spans = self._sketch.active_layer, self.changed_spans()
        if layer.recipe is None or not spans:
            self._notice.tell(f"{self.why_nothing_changed}.")
            return
        made, state = layer.recipe, self._sketch.state
        keyframes = with_seeds_of(state.keyframes, made.keyframes)
        recipe = replace(made, keyframes=keyframes, seconds=self._sketch.seconds)
        params = replace(state.params, stereo=layer.tiles.ndim == 3)
        with self._notice.reporting_errors():
            self._recipe_maker.read_init(recipe, params, lambda init: self._render_spans(layer, recipe, spans, init))

    @property
    def why_nothing_changed(self) -> str:
        """The reason for which the active layer has no changed spans, as a sentence without its full stop."""
        recipe, state = self._sketch.active_layer.recipe, self._sketch.state
        if recipe is None:
            return tr("This layer was not made from the timeline: render the timeline, then what changes on it")
        if recipe.keyframes != state.made_from:
            return tr(
                "Another riff was made from the timeline since: use this layer's recipe to restore its own timeline"
            )
        if is_variation(recipe.keyframes, with_seeds_of(state.keyframes, recipe.keyframes)):
            return tr("Only the seed has changed: Generate makes a new riff with it")
        return tr("The timeline is the same as that of this layer")

    def _render_spans(
        self, layer: Layer, recipe: Recipe, spans: list[tuple[float, float]], riff_init: Array | None
    ) -> None:
        params = self._sketch.params
        mask = np.zeros((params.bands, layer.columns), np.float32)
        for begin, end in spans:
            mask[:, slice(*(round(time * layer.columns / self._sketch.seconds) for time in (begin, end)))] = 1
        with self._notice.reporting_errors():
            from riffdesk.engine.riff.score.layer_score import carried_notes

            self._generation.regenerate(
                layer,
                replace(recipe, mask="the changes of the timeline"),
                mask,
                tr("Rendering what changed in {name}", name=layer.name),
                tr("Render what changed"),
                riff_init=riff_init,
                from_noise=not recipe.init,
                notes=carried_notes(layer, params),
            )

    # Continuations

    def continue_right(self) -> None:
        """Continue the active layer after its end, by four bars."""
        self._continue(right=self._bars)

    def continue_left(self) -> None:
        """Continue the active layer before its beginning by four bars; the other layers move to the right."""
        self._continue(left=self._bars)

    @property
    def _bars(self) -> float:
        state = self._sketch.state
        return seconds_of(_CONTINUED_BARS, state.tempo, state.beats_per_bar)

    def _continue(self, *, left: float = 0.0, right: float = 0.0) -> None:
        from riffdesk.engine.riff.continuation import continued

        layer, state = self._sketch.active_layer, self._sketch.state
        with self._notice.reporting_errors():
            if state.circular:
                raise UserError(
                    tr("A seamless loop has no end to continue from. Switch Play > Seamless loop off, then continue.")
                )
            if layer.notes:
                raise UserError(
                    tr(
                        "The notes of {name} have changed and are not played yet: Riff > Play the notes again, "
                        "then continue.",
                        name=layer.name,
                    )
                )
            self._recipe_maker.adopt_tempo_and_key()
            end = layer.tiles.end
            if self._sketch.seconds + left + right > MAX_SECONDS and (left or end == state.columns):
                raise UserError(
                    tr(
                        "The sketch would become longer than {minutes:.0f} minutes. Make it shorter first.",
                        minutes=MAX_SECONDS / 60,
                    )
                )
            made = layer.recipe
            recipe = self._recipe_maker.current_recipe(1.0, init=made.init if made is not None else "", mask=CONTINUED)
            params = replace(state.params, stereo=layer.tiles.ndim == 3)
            ink, audio = layer.ink, self._sound(layer, state.samples)
            if right and end < state.columns:  # the layer ends before the sketch
                ink, audio = ink[..., :end], None if audio is None else audio[:, : end * params.hop]
            request = self._with_notes(layer, continued(recipe, params, ink, audio, left=left, right=right), end)
            before = 0 if not left else request.columns - layer.columns
            self._submit(request, layer, before, max(state.samples + before * params.hop, request.samples))

    def _with_notes(self, layer: Layer, request: RenderRequest, end: int) -> RenderRequest:
        """Return a request with the notes that the layer was played from, and the notes that continue them."""
        from riffdesk.engine.riff.score.layer_score import continued_score, score_from_start, with_score

        requests = self._recipe_maker
        if not requests.model.takes_score or not requests.was_played(layer):
            return request
        given = score_from_start(layer, request.params, played=True)
        if given is None:
            return request
        before, kept = request.downbeat, end / request.params.columns_per_second
        score = continued_score(given, request.recipe, before=before, end=before + kept)
        return replace(request, recipe=with_score(request.recipe, score), downbeat=0.0)

    def _sound(self, layer: Layer, samples: int) -> Array | None:
        """Return the sound of a layer, padded or cut to the length of the sketch; None while it is being rendered."""
        sound = self._sketch.sound(layer.id)
        if sound.audio is None or sound.pending is not None:
            return None
        missing = samples - sound.audio.shape[-1]
        return np.pad(sound.audio, ((0, 0), (0, missing))) if missing > 0 else sound.audio[:, :samples]

    def _submit(self, request: RenderRequest, layer: Layer, before: int, samples: int) -> None:
        kept = Kept(layer.tiles, None if request.audio is None else layer.sound.waveform)
        added_before = self._sketch.state.added_before

        def begin(section: Section) -> IncomingSections:
            state = self._sketch.state
            if not is_in_place(state, layer, added_before) or state.columns != layer.columns:
                raise UserError(tr("The layer to continue was removed or has another length; nothing was added to it."))
            if samples > self._sketch.samples:
                incoming = lengthen(
                    self._sketch, layer.id, tr("Continue"), request.recipe, kept, before=before, samples=samples
                )
            else:
                incoming = regenerate(self._sketch, layer.id, tr("Continue"), request.recipe, kept)
            incoming.take(section)
            if before:
                self.shifted.emit(before / self._sketch.params.columns_per_second)
            return incoming

        self._incoming.submit(request, tr("Continuing {name}", name=layer.name), begin)
