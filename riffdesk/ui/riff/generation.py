"""What the prompt panel's buttons do: asks the engine for riffs, which become layers while they are made."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass, replace
from functools import partial
from itertools import count, islice

import numpy as np
from PySide6.QtCore import QObject, Signal

from riffdesk.arrays import Array
from riffdesk.compose.score_text import score_of_text
from riffdesk.engine.events import Ready, RenderResult, Section
from riffdesk.engine.preparation import prepare
from riffdesk.engine.requests import RenderRequest, VariationsRequest
from riffdesk.engine.riff.part_rendering import RenderedPart, render_parts
from riffdesk.engine.riff.render import render_variations
from riffdesk.engine.riff.score.drawn_score import DrawingRequest, DrawnScore, read_drawing
from riffdesk.engine.riff.score.layer_score import carried_notes, with_score
from riffdesk.errors import UserError
from riffdesk.progress import Step
from riffdesk.sketch.incoming_sections import IncomingSections, Kept, add_parts, add_riff, regenerate
from riffdesk.sketch.ink import Ink
from riffdesk.sketch.layer import Layer
from riffdesk.sketch.mixer import audible_layers, mixed_ink
from riffdesk.sketch.music.key import key_in
from riffdesk.sketch.music.tempo_key_words import tempo_in
from riffdesk.sketch.paint.selection import Selection
from riffdesk.sketch.recipe.recipe import Recipe, with_seed
from riffdesk.sketch.recipe.timeline import MAX_SEED, Keyframes
from riffdesk.sketch.sound import Sound, Waveform
from riffdesk.sketch.state import ink_channels
from riffdesk.sketch.takes import as_take
from riffdesk.store.image.image_file import ImageInk
from riffdesk.ui.parts import Parts
from riffdesk.ui.riff.incoming_riffs import CLOSED, IncomingRiffs
from riffdesk.ui.riff.render_requests import RenderRequests, name_of, words_of
from riffdesk.ui.worker import Job


@dataclass(frozen=True, eq=False)
class Drawing:
    """What is made real: its recipe and ink, the layers that it takes the place of, and the fader of the new one."""

    recipe: Recipe
    ink: Array
    instead_of: tuple[str, ...] = ()
    gain_db: float = 0.0
    pan: float = 0.0


class Generation(QObject):
    """Generate, make it real, repaint and variations, on the worker that renders, so that none keeps one from saving.

    Parameters
    ----------
    incoming : IncomingRiffs
        Takes what is made into the sketch.
    """

    varying = Signal(object)
    """Variations have been asked for; their seeds."""
    varied = Signal(int, object)
    """One of them is there: its index and its `RenderResult`."""

    def __init__(
        self, parts: Parts, render_requests: RenderRequests, incoming: IncomingRiffs, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._sketch, self._worker = parts.sketch, parts.render_worker
        self._settings, self._notice = parts.settings, parts.notice
        self._render_requests, self._incoming = render_requests, incoming
        self._originals: dict[str, tuple[str, ...]] = {}
        self._varying: Job | None = None
        self._varied: Keyframes = ()
        self._ready: tuple[str, object] | None = None
        self._worker.stepped.connect(self._on_step)

    def generate(self) -> None:
        """Make a riff of the prompt, as a new layer."""
        with self._notice.calmly():
            self._follow_prompt()
            recipe = self._render_requests.new_riff()
            if self._settings.parts:
                self._make_parts(recipe)
            else:
                self._make(recipe, take=True)

    def get_ready(self) -> None:
        """Load what the first riff would have to wait for, while the user writes; once for each model."""
        render = self._sketch.render
        model = render.model, render.loras
        if self._ready == model or self._worker.running is not None:
            return
        self._ready = model
        with suppress(UserError):  # which is told when a riff is asked for
            request = RenderRequest(self._render_requests.asked(self._sketch.seconds), self._sketch.params)
            label = f"Getting {render.model} ready, so that the first riff comes soon"
            self._worker.submit(prepare, request, label, lambda _: None, lambda _: None, ahead=True)

    def _last_take(self) -> str | None:
        """Return the layer that Generate made last, if nobody has kept it."""
        takes = [layer.id for layer in self._sketch.layers if layer.takes is not None]
        return self._sketch.state.active if self._sketch.state.active in takes else takes[-1] if takes else None

    def _follow_prompt(self) -> None:
        """Have an empty sketch take the tempo and the key that the prompt names; offer the tempo to any other."""
        state = self._sketch.state
        tempo, key = tempo_in(state.keyframes[0].prompt), key_in(state.keyframes[0].prompt)
        empty = all(layer.tiles.is_silent for layer in state.layers)
        if empty and key and not state.key:
            self._sketch.set_key(key)
        if tempo is None or tempo == state.tempo:
            return
        if empty:
            self._sketch.set_tempo(tempo)
        else:
            self._notice.offer(
                f"The prompt asks for {tempo:g} bpm, and the sketch is at {state.tempo:g}.",
                (f"Set the sketch to {tempo:g} bpm", lambda: self._sketch.set_tempo(tempo)),
            )

    def render_timeline(self) -> None:
        """Make a riff of all of the sketch's length; it takes the place of the riff that is active, if one is."""
        active = self._sketch.active_layer
        instead_of = (active.id,) if active.recipe is not None and not active.mute else ()
        with self._notice.calmly():
            self._make(self._render_requests.new_riff(self._sketch.seconds), instead_of)

    def _make(self, recipe: Recipe, instead_of: tuple[str, ...] = (), *, take: bool = False) -> None:
        def go_on(start: ImageInk | None) -> None:
            request = RenderRequest(recipe, self._sketch.params, None if start is None else start.ink)
            self.submit(request, f"Making {name_of(recipe)}", instead_of=instead_of, take=take)

        self._render_requests.with_start(recipe.init, go_on)

    def _make_parts(self, recipe: Recipe) -> None:
        """Make a layer for each instrument of a riff: one job, one step of the history."""
        if recipe.init in self._render_requests.starts:
            raise UserError(
                "Parts are made of notes, and a rhythm has none: choose Start from: A composed guide, or switch Parts "
                "off."
            )
        history = self._sketch.history

        def add(parts: tuple[RenderedPart, ...]) -> None:
            if self._sketch.history is not history:
                self._notice.tell(CLOSED)
                return
            layers = [_layer_of(part) for part in parts]
            with self._notice.calmly():
                add_parts(self._sketch, layers, samples=parts[0].result.audio.shape[-1])
                self._incoming.begun.emit(0)

        request = RenderRequest(recipe, self._sketch.params)
        label = f"Making {name_of(recipe)} in parts"
        self._worker.submit(render_parts, request, label, add, self._notice.report)

    def submit(
        self,
        request: RenderRequest,
        label: str,
        *,
        instead_of: tuple[str, ...] = (),
        gain_db: float = 0.0,
        pan: float = 0.0,
        take: bool = False,
    ) -> None:
        """Have a riff made as a new layer, muting others whose place it takes, or as a take of the last one."""

        def begin(section: Section) -> IncomingSections:
            shape = (*ink_channels(request.params), request.params.bands, request.columns)
            ink, sound = Ink.silent(shape[:-1], shape[-1]), Sound()
            if request.mask is not None:
                ink = ink.replaced(0, np.broadcast_to(request.init, shape))  # type: ignore[arg-type]
                sound = Sound(None if request.audio is None else Waveform.of(request.audio))
            layer = Layer(ink, name_of(request.recipe), gain_db=gain_db, pan=pan, recipe=request.recipe, sound=sound)
            layer = as_take(layer) if take else layer
            incoming = add_riff(
                self._sketch,
                layer,
                section,
                samples=request.samples,
                instead_of=instead_of,
                take_of=self._last_take() if take else None,
            )
            if instead_of:
                self._originals[incoming.layer_id] = instead_of
            return incoming

        def done() -> None:
            if instead_of:
                self._notice.tell("What was there before is muted now. C compares the two.")

        self._incoming.submit(request, label, begin, done=done)

    def make_variations(self) -> None:
        """Make the riff of the prompt with several seeds; each can be heard as soon as it is there."""
        with self._notice.calmly():
            recipe = self._render_requests.new_riff()
            self._render_requests.with_start(recipe.init, partial(self._vary, recipe, self._sketch.state.keyframes))

    def _vary(self, recipe: Recipe, asked: Keyframes, start: ImageInk | None) -> None:
        first, made = recipe.keyframes[0].seed, self._seeds_made(recipe)
        following = ((first + number) % (MAX_SEED + 1) for number in count())
        seeds = tuple(islice((seed for seed in following if seed not in made), self._settings.variations))
        request = RenderRequest(recipe, self._sketch.params, None if start is None else start.ink)
        if self._varying is not None:  # the new ones take their place in the list
            self._worker.cancel(self._varying)
        self._varied = asked
        words = words_of(recipe)
        label = f"{len(seeds)} variations of {words}" if words else f"{len(seeds)} variations"
        self._varying = self._worker.submit(
            render_variations, VariationsRequest(request, seeds), label, lambda _: None, self._notice.report
        )
        self.varying.emit(seeds)

    def _seeds_made(self, recipe: Recipe) -> frozenset[int]:
        """Return the seeds of riffs in the sketch that were asked for in the same way, takes among them."""
        every = [layer for top in self._sketch.layers for layer in (top, *_other_takes(top))]
        made = [layer.recipe for layer in every if layer.recipe is not None]
        seeds = frozenset(one.keyframes[0].seed for one in made)
        return frozenset(seed for seed in seeds if any(one == with_seed(recipe, seed) for one in made))

    def add(self, result: RenderResult) -> Layer | None:
        """Keep a variation as a layer; None if there is no room for it."""
        if result.params != self._sketch.params:
            self._notice.tell(CLOSED)
            return None
        sound = Sound(Waveform.of(result.audio))
        layer = Layer(Ink.of(result.ink), name_of(result.recipe), recipe=result.recipe, sound=sound)
        with self._notice.calmly():
            return self._sketch.keep_variation(layer, result.audio.shape[-1], self._varied)
        return None

    def make_real(self, all_layers: bool) -> None:
        """Make music of what is drawn on the active layer, or on all that are heard, as a new layer in its place."""
        state, active = self._sketch.state, self._sketch.active_layer
        ink = mixed_ink(state) if all_layers else active.ink
        taken = audible_layers(state) if all_layers else (active,)
        muted = tuple(layer.id for layer in taken if not layer.mute)
        # The mix has the faders in it; one layer's riff has that layer's, so that the two can be compared.
        gain_db, pan = (0.0, 0.0) if all_layers else (active.gain_db, active.pan)
        if not ink.any():
            self._notice.tell("There is nothing drawn yet to make real: draw something, or open a sound.")
            return
        name = "all layers" if all_layers else active.name
        with self._notice.calmly():
            recipe = self._render_requests.asked(self._sketch.seconds, init=name)
            made = Drawing(recipe, ink, muted, gain_db, pan)
            if self._render_requests.model.takes_score and (all_layers or not active.notes):
                request = DrawingRequest(recipe, ink, state.params, single=active.source is not None)
                label = f"Reading the notes of {name}"
                self._worker.submit(
                    read_drawing, request, label, lambda drawn: self._make_drawing(made, drawn), self._notice.report
                )
            else:
                self._make_drawing(made, DrawnScore(active.notes, tonal=bool(active.notes)))

    def play_drawing(self, layer: Layer) -> None:
        """Play the notes of a drawing or an imported sound as a new layer in its place."""
        recipe = self._render_requests.asked(self._sketch.seconds, init=layer.name)
        muted = () if layer.mute else (layer.id,)
        self._make_drawing(
            Drawing(recipe, layer.ink, muted, layer.gain_db, layer.pan), DrawnScore(layer.notes, tonal=True)
        )

    def _make_drawing(self, made: Drawing, drawn: DrawnScore) -> None:
        """Make music of a drawing: of its notes, if it has nothing else, and of its ink."""
        recipe = made.recipe
        with self._notice.calmly():
            if drawn.tonal and drawn.text:
                recipe = with_score(recipe, score_of_text(drawn.text))
            request = RenderRequest(recipe, self._sketch.params, made.ink)
            label = f"Making {recipe.init} real"
            self.submit(request, label, instead_of=made.instead_of, gain_db=made.gain_db, pan=made.pan)

    def repaint(self, selection: Selection | None) -> None:
        """Make the masked part of the active layer anew, or else what is selected."""
        layer, state = self._sketch.active_layer, self._sketch.state
        mask = self._sketch.mask
        if mask is not None and mask.any():
            where = "mask"
        elif selection is not None:
            mask, where = np.zeros((state.params.bands, state.columns), np.float32), "selection"
            mask[selection.low : selection.high, selection.start : selection.stop] = 1
        else:
            self._notice.tell("Select what to repaint, or mark it with the mask brush (M).")
            return
        audio = layer.sound.audio if layer.sound.pending is None else None
        with self._notice.calmly():
            recipe = self._render_requests.asked(self._sketch.seconds, init=layer.name, mask=where)
            recipe = self._render_requests.with_score_of(layer, recipe)
            # A layer may have other channels than the sketch: a mono image opened in a stereo sketch, for one.
            params = replace(state.params, stereo=layer.tiles.ndim == 3)
            request = RenderRequest(recipe, params, layer.ink, mask, audio)
            notes = carried_notes(layer, state.params)
            self.submit_inside(request, f"Repainting {layer.name}", "Repaint", layer, notes=notes)

    def submit_inside(self, request: RenderRequest, label: str, name: str, layer: Layer, *, notes: str = "") -> None:
        """Have a part of a layer made anew; the request's init and audio are what the layer is now.

        ``notes`` are those of the layer that are not played by it, as `Layer.notes`.
        """
        kept = Kept(layer.tiles, None if request.audio is None else layer.sound.waveform)

        def begin(section: Section) -> IncomingSections:
            state = self._sketch.state
            if not state.has_layer(layer.id) or state.layer(layer.id).tiles.shape != layer.tiles.shape:
                raise UserError("The layer that was repainted is gone or has another length; it was left as it is.")
            incoming = regenerate(self._sketch, layer.id, name, request.recipe, kept, notes=notes)
            incoming.take(section)
            return incoming

        self._incoming.submit(request, label, begin, onward=False)

    def compare(self) -> None:
        """Hear what the active layer was made of instead of it, or the other way round."""
        active = self._sketch.state.active
        there = {layer.id: layer for layer in self._sketch.layers}
        for made, originals in reversed(self._originals.items()):
            if active in (made, *originals) and made in there:
                muted = not there[made].mute
                layers = tuple(
                    replace(layer, mute=muted if layer.id == made else not muted)
                    if layer.id in (made, *originals)
                    else layer
                    for layer in self._sketch.layers
                )
                self._sketch.change("Compare", merge="compare", layers=layers)
                return
        self._notice.tell("There is nothing to compare: this layer was not made from another one.")

    def cancel(self) -> None:
        """Stop at the next step; the sketch stays as it is."""
        self._worker.cancel()

    def _on_step(self, job: Job, step: Step) -> None:
        if isinstance(step.partial, Ready) and job is self._varying:
            self.varied.emit(step.partial.index, step.partial.result)


def _layer_of(part: RenderedPart) -> Layer:
    """Return a part of a riff as a layer of its name."""
    result = part.result
    sound = Sound(Waveform.of(result.audio))
    return Layer(Ink.of(result.ink), part.name.capitalize(), recipe=result.recipe, sound=sound)


def _other_takes(layer: Layer) -> tuple[Layer, ...]:
    return () if layer.takes is None else (*layer.takes.before, *layer.takes.after)
