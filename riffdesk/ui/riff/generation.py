"""Generates riffs and repainted parts; the actions of the prompt panel and the Riff menu."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtCore import QObject

from riffdesk.arrays import Array
from riffdesk.compose.score_text import score_of_text
from riffdesk.engine.events import Section
from riffdesk.engine.requests import RenderRequest
from riffdesk.engine.seed_images import init_of_layer
from riffdesk.errors import UserError
from riffdesk.language import tr
from riffdesk.sketch.layer import Layer
from riffdesk.sketch.mixer import audible_layers, mixed_ink, with_mutes_swapped
from riffdesk.sketch.paint.region import Region
from riffdesk.sketch.recipe.recipe import Recipe
from riffdesk.sketch.sections.incoming_sections import IncomingSections, add_parts, add_riff, regenerate
from riffdesk.sketch.sections.section_merge import Kept
from riffdesk.sketch.takes import as_take, is_in_place, kept_since, last_take
from riffdesk.ui.riff.incoming_riffs import IncomingRiffs
from riffdesk.ui.riff.recipe_maker import RecipeMaker, riff_name, silent_layer
from riffdesk.ui.window_parts import WindowParts

if TYPE_CHECKING:
    from riffdesk.engine.riff.part_rendering import RenderedPart
    from riffdesk.engine.riff.score.drawn_score import DrawnScore
    from riffdesk.store.image.image_file import ImageInk


@dataclass(frozen=True, eq=False)
class Drawing:
    """The request of *Make it real*: recipe and ink, the layers that the result replaces, and its fader."""

    recipe: Recipe
    ink: Array
    instead_of: tuple[str, ...] = ()
    gain_db: float = 0.0
    pan: float = 0.0


class Generation(QObject):
    """Generate, Make it real and Repaint. They run on the render worker, and do not delay saving.

    Parameters
    ----------
    parts : WindowParts
    recipe_maker : RecipeMaker
        Makes recipes of the sketch and its settings.
    incoming : IncomingRiffs
        Adds sections to the sketch as they are rendered.
    """

    def __init__(
        self,
        parts: WindowParts,
        recipe_maker: RecipeMaker,
        incoming: IncomingRiffs,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._sketch, self._worker = parts.sketch, parts.render_worker
        self._settings, self._notice = parts.settings, parts.notice
        self._recipe_maker, self._incoming = recipe_maker, incoming
        self._originals: dict[str, tuple[str, ...]] = {}
        self._preloaded: tuple[str, object] | None = None

    def generate(self) -> None:
        """Generate a riff from the timeline, as a new layer or take."""
        with self._notice.reporting_errors():
            self._recipe_maker.adopt_tempo_and_key()
            recipe = self._recipe_maker.new_riff()
            if self._settings.parts:
                self._generate_parts(recipe)
            elif self._incoming.is_making(recipe):  # as after a double click
                self._notice.tell(tr("This riff is being made already. Another seed makes another one."))
            else:
                self._generate(self._recipe_maker.another_take(recipe), take=True)

    def preload(self) -> None:
        """Load the model in advance, so that the first riff starts sooner; once for each model."""
        from riffdesk.engine.preparation import prepare

        render = self._sketch.render
        if self._preloaded == (render.model, render.loras) or self._worker.running is not None:
            return
        self._preloaded = render.model, render.loras
        with suppress(UserError):  # reported when a riff is requested
            recipe = self._recipe_maker.current_recipe(self._sketch.seconds)
            what = tr("Loading {model}, so that the first riff starts sooner", model=render.model)
            request = RenderRequest(recipe, self._sketch.params)
            self._worker.submit(prepare, request, what, lambda _: None, lambda _: None, ahead=True)

    def render_timeline(self) -> None:
        """Generate a riff as long as the sketch, in place of the active layer if that is a riff."""
        active = self._sketch.active_layer
        instead_of = (active.id,) if active.recipe is not None and not active.mute else ()
        with self._notice.reporting_errors():
            self._recipe_maker.adopt_tempo_and_key()
            self._generate(self._recipe_maker.new_riff(self._sketch.seconds), instead_of)

    def _generate(self, recipe: Recipe, instead_of: tuple[str, ...] = (), *, take: bool = False) -> None:
        def submit(rhythm: ImageInk | None) -> None:
            request = RenderRequest(recipe, self._sketch.params, None if rhythm is None else rhythm.ink)
            label = tr("Generating {riff}", riff=riff_name(recipe))
            if take:
                self._submit_take(request, label)
            else:
                self.submit(request, label, instead_of=instead_of)

        self._recipe_maker.read_rhythm(recipe.init, submit)

    def _generate_parts(self, recipe: Recipe) -> None:
        """Generate a layer for each instrument of a riff: one job, one undo step."""
        from riffdesk.engine.riff.part_rendering import render_parts

        if recipe.init in self._recipe_maker.rhythms:
            raise UserError(
                tr(
                    "Parts are made of notes, and a rhythm has none: choose Start from: A composed guide, or switch "
                    "Parts off."
                )
            )

        def add(parts: tuple[RenderedPart, ...]) -> None:
            layers = [part.layer for part in parts]
            with self._notice.reporting_errors():
                add_parts(self._sketch, layers, samples=parts[0].result.audio.shape[-1])
                self._incoming.begun.emit(0)

        request = RenderRequest(recipe, self._sketch.params)
        label = tr("Generating {riff} in parts", riff=riff_name(recipe))
        hand_on = self._incoming.unless_closed(add)

        def done(parts: tuple[RenderedPart, ...]) -> None:
            for part in parts:
                self._incoming.part_made.emit(part)
            hand_on(parts)

        self._incoming.requested.emit(recipe)
        self._worker.submit(render_parts, request, label, done, self._notice.report)

    def submit(
        self,
        request: RenderRequest,
        label: str,
        *,
        instead_of: tuple[str, ...] = (),
        gain_db: float = 0.0,
        pan: float = 0.0,
    ) -> None:
        """Render a riff as a new layer.

        Parameters
        ----------
        request : RenderRequest
        label : str
            Text of the progress bar.
        instead_of : tuple of str
            Layers that the new one replaces; they are muted.
        gain_db, pan : float
            Fader of the new layer.
        """

        def begin(section: Section) -> IncomingSections:
            layer = replace(silent_layer(request), gain_db=gain_db, pan=pan)
            incoming = add_riff(self._sketch, layer, section, samples=request.samples, instead_of=instead_of)
            if instead_of:
                self._originals[incoming.layer_id] = instead_of
            return incoming

        def done() -> None:
            if instead_of:
                self._notice.tell(tr("The former layers are muted now. C compares the two."))

        self._incoming.submit(request, label, begin, done=done)

    def _submit_take(self, request: RenderRequest, label: str) -> None:
        """Render a riff as another take of the last layer of *Generate*, or as a new layer if all takes are kept.

        If that layer is kept while the riff is being made, the riff is a new layer in its place, so that no two takes
        sound at once.
        """
        asked = self._sketch.history.step.number
        new = as_take(silent_layer(request))

        def begin(section: Section) -> IncomingSections:
            layer, last = new, last_take(self._sketch.state)
            if last is not None:
                return add_riff(self._sketch, layer, section, samples=request.samples, take_of=last.id)
            kept = kept_since(self._sketch.history, asked, self._sketch.state)
            if kept is None:
                return add_riff(self._sketch, layer, section, samples=request.samples)
            layer = replace(layer, gain_db=kept.gain_db, pan=kept.pan)
            incoming = add_riff(self._sketch, layer, section, samples=request.samples, instead_of=(kept.id,))
            self._originals[incoming.layer_id] = (kept.id,)
            self._notice.tell(tr("The kept take is muted now, and the new one plays. C compares the two."))
            return incoming

        def done() -> None:
            if not self._sketch.state.has_layer(new.id):
                self._notice.tell(tr("{name} is ready: PgDown and PgUp lead to it.", name=new.name))

        self._incoming.submit(request, label, begin, done=done)

    def make_real(self, all_layers: bool) -> None:
        """Generate a riff from the ink of the active layer or of all audible ones, as a new layer in their place."""
        state, active = self._sketch.state, self._sketch.active_layer
        ink = mixed_ink(state) if all_layers else active.ink
        sources = audible_layers(state) if all_layers else (active,)
        muted = tuple(layer.id for layer in sources if not layer.mute)
        # Mixed ink contains the faders; the riff of one layer gets that layer's, so that the two can be compared.
        gain_db, pan = (0.0, 0.0) if all_layers else (active.gain_db, active.pan)
        if not ink.any():
            self._notice.tell(tr("There is nothing drawn yet to make real: draw something, or open a sound."))
            return
        name = tr("all layers") if all_layers else active.name
        with self._notice.reporting_errors():
            from riffdesk.engine.riff.score.drawn_score import DrawingRequest, DrawnScore, read_drawing

            self._recipe_maker.adopt_tempo_and_key()
            recipe = self._recipe_maker.current_recipe(self._sketch.seconds, init=init_of_layer(name))
            made = Drawing(recipe, ink, muted, gain_db, pan)
            if self._recipe_maker.model.takes_score and (all_layers or not active.notes):
                request = DrawingRequest(recipe, ink, state.params, single=active.source is not None)
                label = tr("Reading the notes of {name}", name=name)
                self._worker.submit(
                    read_drawing, request, label, lambda drawn: self._make_drawing(made, drawn), self._notice.report
                )
            else:
                self._make_drawing(made, DrawnScore(active.notes, tonal=bool(active.notes)))

    def play_drawing(self, layer: Layer) -> None:
        """Play the notes of a drawing or an imported sound as a new layer in its place."""
        from riffdesk.engine.riff.score.drawn_score import DrawnScore

        recipe = self._recipe_maker.current_recipe(self._sketch.seconds, init=init_of_layer(layer.name))
        muted = () if layer.mute else (layer.id,)
        self._make_drawing(
            Drawing(recipe, layer.ink, muted, layer.gain_db, layer.pan), DrawnScore(layer.notes, tonal=True)
        )

    def _make_drawing(self, made: Drawing, drawn: DrawnScore) -> None:
        """Make music of a drawing: of its ink, and of its notes if it consists of notes alone."""
        from riffdesk.engine.riff.score.layer_score import with_score

        recipe = made.recipe
        with self._notice.reporting_errors():
            if drawn.tonal and drawn.text:
                recipe = with_score(recipe, score_of_text(drawn.text))
            request = RenderRequest(recipe, self._sketch.params, made.ink)
            label = tr("Making {source} real", source=recipe.init)
            self.submit(request, label, instead_of=made.instead_of, gain_db=made.gain_db, pan=made.pan)

    def repaint(self, selection: Region | None) -> None:
        """Regenerate the masked part of the active layer, or the selection if there is no mask."""
        layer, state = self._sketch.active_layer, self._sketch.state
        mask = self._sketch.mask
        if mask is not None and mask.any():
            where = "mask"
        elif selection is not None:
            mask, where = selection.weights(0, state.columns, slice(0, state.params.bands)), "selection"
        else:
            self._notice.tell(tr("Select a part to repaint, or mark it with the mask brush (M)."))
            return
        with self._notice.reporting_errors():
            from riffdesk.engine.riff.score.layer_score import carried_notes

            self._recipe_maker.adopt_tempo_and_key()
            recipe = self._recipe_maker.current_recipe(self._sketch.seconds, init=init_of_layer(layer.name), mask=where)
            recipe = self._recipe_maker.with_score_of(layer, recipe)
            notes = carried_notes(layer, state.params)
            self.regenerate(layer, recipe, mask, tr("Repainting {name}", name=layer.name), tr("Repaint"), notes=notes)

    def regenerate(
        self,
        layer: Layer,
        recipe: Recipe,
        mask: Array,
        label: str,
        name: str,
        *,
        riff_init: Array | None = None,
        from_noise: bool = False,
        notes: str = "",
    ) -> None:
        """Regenerate a part of a layer.

        Parameters
        ----------
        layer : Layer
        recipe : Recipe
        mask : float32 ``[bands, columns]``
            The part.
        label : str
            Text of the progress bar.
        name : str
            Name of the undo step.
        riff_init : float32 ``[..., bands, n]``, optional
            Ink that the part starts from, repeated: the init of the riff; by default the layer's ink.
        from_noise : bool
            See `RenderRequest`.
        notes : str
            The layer's notes if they differ from those of the recipe, as `Layer.notes`.
        """
        init = layer.ink
        if riff_init is not None:
            init, columns = init.copy(), np.flatnonzero(mask[0])
            init[..., columns] = riff_init[..., columns % riff_init.shape[-1]]
        # A layer may have other channels than the sketch, such as a mono image in a stereo sketch.
        params = replace(self._sketch.params, stereo=init.ndim == 3)
        audio = None if layer.sound.pending is not None else layer.sound.audio
        request = RenderRequest(recipe, params, init, mask, audio, from_noise=from_noise)
        kept = Kept(layer.tiles, None if request.audio is None else layer.sound.waveform)
        added_before = self._sketch.state.added_before

        def begin(section: Section) -> IncomingSections:
            state = self._sketch.state
            if not is_in_place(state, layer, added_before):
                raise UserError(tr("The layer to repaint was removed or has another length; it was not changed."))
            incoming = regenerate(self._sketch, layer.id, name, request.recipe, kept, notes=notes)
            incoming.take(section)
            return incoming

        self._incoming.submit(request, label, begin, extends=False)

    def compare(self) -> None:
        """Unmute the layers that the active one was made from and mute that, or the other way round."""
        active = self._sketch.state.active
        ids = {layer.id for layer in self._sketch.layers}
        for made, originals in reversed(self._originals.items()):
            if active in (made, *originals) and made in ids:
                layers = with_mutes_swapped(self._sketch.layers, made, originals)
                self._sketch.change(tr("Compare"), merge="compare", layers=layers)
                return
        self._notice.tell(tr("There is nothing to compare: this layer was not made from another one."))

    def cancel(self) -> None:
        """Cancel the running job at its next step."""
        self._worker.cancel()
