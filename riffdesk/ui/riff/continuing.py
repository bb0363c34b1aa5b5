"""More of a riff that is there: what the timeline has changed of it, and what comes after and before it."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
from PySide6.QtCore import QObject, Signal

from riffdesk.arrays import Array
from riffdesk.engine.events import Section
from riffdesk.engine.requests import RenderRequest
from riffdesk.engine.riff.continuation import continued
from riffdesk.engine.riff.score.layer_score import carried_notes, continued_score, score_from_start, with_score
from riffdesk.errors import UserError
from riffdesk.sketch.incoming_sections import IncomingSections, Kept, lengthen, regenerate
from riffdesk.sketch.ink import Ink
from riffdesk.sketch.layer import Layer
from riffdesk.sketch.music.tempo import seconds_of
from riffdesk.sketch.recipe.recipe import CONTINUED, Recipe
from riffdesk.sketch.recipe.timeline import changed_spans, is_variation, with_seeds_of
from riffdesk.sketch.sketch import Sketch
from riffdesk.sketch.state import MAX_SECONDS
from riffdesk.ui.notices import Notice
from riffdesk.ui.riff.generation import Generation
from riffdesk.ui.riff.incoming_riffs import IncomingRiffs
from riffdesk.ui.riff.render_requests import RenderRequests

_CONTINUED_BARS = 4


class Continuing(QObject):
    """Goes on with the active layer."""

    came_later = Signal(float)
    """Everything in the sketch comes so many seconds later now."""

    def __init__(
        self,
        sketch: Sketch,
        notice: Notice,
        render_requests: RenderRequests,
        generation: Generation,
        incoming: IncomingRiffs,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._sketch, self._notice = sketch, notice
        self._render_requests, self._generation, self._incoming = render_requests, generation, incoming

    # What has changed

    def changed(self) -> list[tuple[float, float]]:
        """Return at which times the timeline asks the active layer for something else than it was made of.

        There are none in a layer that the timeline is not about: it was made from another one, or is one of several
        that were kept. Nor are there where nothing but every seed is another one, which asks for another variation.
        """
        recipe, state = self._sketch.active_layer.recipe, self._sketch.state
        if recipe is None or recipe.keyframes != state.made_from:
            return []
        wanted = with_seeds_of(state.keyframes, recipe.keyframes)
        if recipe.keyframes == wanted or is_variation(recipe.keyframes, wanted):
            return []
        length = min(recipe.seconds, self._sketch.seconds)
        return changed_spans(recipe.keyframes, wanted, length, length if recipe.circular else None)

    def render_changed(self) -> None:
        """Make the active layer anew where the timeline has changed since it was made; the rest stays as it is."""
        layer, spans = self._sketch.active_layer, self.changed()
        if layer.recipe is None or not spans:
            self._notice.tell(f"{self.why_nothing_changed}.")
            return
        made, state = layer.recipe, self._sketch.state
        keyframes = with_seeds_of(state.keyframes, made.keyframes)
        recipe = replace(made, keyframes=keyframes, seconds=self._sketch.seconds)
        params = replace(state.params, stereo=layer.tiles.ndim == 3)
        with self._notice.calmly():
            self._render_requests.with_guide(
                recipe, params, lambda start: self._render_spans(layer, recipe, spans, start)
            )

    @property
    def why_nothing_changed(self) -> str:
        """Why nothing of the active layer is to be made anew, where that is so."""
        recipe, state = self._sketch.active_layer.recipe, self._sketch.state
        if recipe is None:
            return "This layer was not made from the timeline: render the timeline, then what changes on it"
        if recipe.keyframes != state.made_from:
            return "Another riff was made from the timeline since: use this layer's recipe to go back to its own"
        if is_variation(recipe.keyframes, with_seeds_of(state.keyframes, recipe.keyframes)):
            return "Only the seed has changed: Generate makes a riff of it, and this one stays"
        return "The timeline asks for nothing else than what this layer was made from"

    def _render_spans(
        self, layer: Layer, recipe: Recipe, spans: list[tuple[float, float]], start: Array | None
    ) -> None:
        state, sound = self._sketch.state, layer.sound
        mask = np.zeros((state.params.bands, layer.columns), np.float32)
        for begin, end in spans:
            mask[:, slice(*(round(time * layer.columns / self._sketch.seconds) for time in (begin, end)))] = 1
        init = layer.ink
        if start is not None:  # what is anew starts from the rhythm or the guide, as the riff did
            init, anew = init.copy(), np.flatnonzero(mask[0])
            init[..., anew] = start[..., anew % start.shape[-1]]
        with self._notice.calmly():
            request = RenderRequest(
                replace(recipe, mask="what the timeline has changed"),
                replace(state.params, stereo=init.ndim == 3),
                init,
                mask,
                sound.audio if sound.pending is None else None,
                from_noise=not recipe.init,
            )
            label = f"Making anew what has changed of {layer.name}"
            notes = carried_notes(layer, state.params)
            self._generation.submit_inside(request, label, "Render what changed", layer, notes=notes)

    # What comes before and after

    def continue_right(self) -> None:
        """Go on after the end of the active layer, for four bars."""
        self._continue(right=self._bars)

    def continue_left(self) -> None:
        """Go on before the beginning of the active layer; all else comes later by that."""
        self._continue(left=self._bars)

    @property
    def _bars(self) -> float:
        state = self._sketch.state
        return seconds_of(_CONTINUED_BARS, state.tempo, state.beats_per_bar)

    def _continue(self, *, left: float = 0.0, right: float = 0.0) -> None:
        layer, state = self._sketch.active_layer, self._sketch.state
        with self._notice.calmly():
            if state.circular:
                raise UserError(
                    "A seamless loop has no end to go on from. Switch Play > Seamless loop off, then continue."
                )
            if layer.notes:
                raise UserError(
                    f"The notes of {layer.name} have changed and are not played yet: Riff > Play the notes again, "
                    "then continue."
                )
            end = _end(layer.tiles)
            if self._sketch.seconds + left + right > MAX_SECONDS and (left or end == state.columns):
                raise UserError(
                    f"The sketch would become longer than {MAX_SECONDS / 60:.0f} minutes. Make it shorter first."
                )
            made = layer.recipe
            asked = self._render_requests.asked(1.0, init=made.init if made is not None else "", mask=CONTINUED)
            params = replace(state.params, stereo=layer.tiles.ndim == 3)
            ink, audio = layer.ink, self._sound(layer, state.samples)
            if right and end < state.columns:  # it ends before the sketch does
                ink, audio = ink[..., :end], None if audio is None else audio[:, : end * params.hop]
            request = self._with_notes(layer, continued(asked, params, ink, audio, left=left, right=right), end)
            before = 0 if not left else request.columns - layer.columns
            self._submit(request, layer, before, max(state.samples + before * params.hop, request.samples))

    def _with_notes(self, layer: Layer, request: RenderRequest, end: int) -> RenderRequest:
        """Return a request with the notes that the layer was played from, and with those composed on from them."""
        requests = self._render_requests
        if not requests.model.takes_score or not requests.was_played(layer):
            return request
        given = score_from_start(layer, request.params, played=True)
        if given is None:
            return request
        before, kept = request.downbeat, end / request.params.columns_per_second
        score = continued_score(given, request.recipe, before=before, end=before + kept)
        return replace(request, recipe=with_score(request.recipe, score), downbeat=0.0)

    def _sound(self, layer: Layer, samples: int) -> Array | None:
        """Return what a layer sounds like, exactly as long as the sketch; None if that is not known yet."""
        sound = self._sketch.sound(layer.id)
        if sound.audio is None or sound.pending is not None:
            return None
        missing = samples - sound.audio.shape[-1]
        return np.pad(sound.audio, ((0, 0), (0, missing))) if missing > 0 else sound.audio[:, :samples]

    def _submit(self, request: RenderRequest, layer: Layer, before: int, samples: int) -> None:
        kept = Kept(layer.tiles, None if request.audio is None else layer.sound.waveform)

        def begin(section: Section) -> IncomingSections:
            state = self._sketch.state
            if not state.has_layer(layer.id) or state.columns != layer.columns:
                raise UserError("The layer to go on from is gone or has another length; it was left as it is.")
            if samples > self._sketch.samples:
                incoming = lengthen(
                    self._sketch, layer.id, "Continue", request.recipe, kept, before=before, samples=samples
                )
            else:
                incoming = regenerate(self._sketch, layer.id, "Continue", request.recipe, kept)
            incoming.take(section)
            if before:
                self.came_later.emit(before / self._sketch.params.columns_per_second)
            return incoming

        self._incoming.submit(request, f"Going on with {layer.name}", begin)


def _end(ink: Ink) -> int:
    """Return the column after the last one that has any ink."""
    columns = ink.differences(Ink.silent(ink.lead, ink.length))
    return columns[-1][1] if columns else 0
