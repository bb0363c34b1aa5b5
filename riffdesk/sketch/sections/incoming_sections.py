"""Adding the sections of a riff to a sketch while the riff is being rendered.

A riff is one step of the history, however many sections it has. Each section is merged into the present document and
into every document of the history since that step, undone ones included. Where the user has painted since the riff
was requested, the user's ink stays. So undo of a stroke never removes a section, and undo of the riff removes all.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace

from riffdesk.errors import UserError
from riffdesk.language import tr
from riffdesk.sketch.history import Step
from riffdesk.sketch.ink import Ink
from riffdesk.sketch.layer import Layer
from riffdesk.sketch.length import delayed, of_length, with_new_layer
from riffdesk.sketch.recipe.recipe import Recipe
from riffdesk.sketch.sections.section_merge import Kept, Section, SectionMerge
from riffdesk.sketch.sketch import Sketch
from riffdesk.sketch.sound import Sound, SoundPatch, Waveform
from riffdesk.sketch.state import MAX_LAYERS, State
from riffdesk.sketch.takes import layer_or_take, with_layer_or_take


@dataclass(frozen=True, eq=False)
class PartialRiff:
    """A riff of which some sections have arrived, as a value that can be stored and resumed.

    Parameters
    ----------
    layer_id : str
        Its layer.
    new : bool
        Whether the layer was made for the riff.
    tiles : Ink
        Ink of the layer without the user's edits since the riff was requested.
    sounds : Waveform, optional
        Its audio; None if the audio did not follow the ink.
    added_before : int
        Columns that were added at the sketch's beginning since then.
    sections : int
        Number of sections that have arrived.
    extends : bool
        Whether it continues its layer.
    """

    layer_id: str
    new: bool
    tiles: Ink
    sounds: Waveform | None
    added_before: int
    sections: int
    extends: bool = False


class IncomingSections:
    """Merges the sections of one riff into one layer. Made by `add_riff`, `regenerate` and `lengthen`.

    Parameters
    ----------
    layer_id : str
        The layer.
    step : Step
        The undo step of the riff.
    kept : Kept
        The layer when the riff was requested.
    new : bool
        Whether the layer was made for the riff, so that it has no other sound.
    extends : bool
        Whether the riff continues the layer, so that its ink is added to `Layer.made`.
    """

    def __init__(
        self, sketch: Sketch, layer_id: str, step: Step, kept: Kept, *, new: bool, extends: bool = False
    ) -> None:
        self.layer_id, self.step, self._extends = layer_id, step, extends
        self._sketch, self._is_own_layer, self._history = sketch, new, sketch.history
        # The layer with all sections until now, without the user's edits.
        self._unpainted_ink, self._unpainted_sound = kept.tiles, kept.waveform
        self._added_before = sketch.state.added_before
        self._end = 0, 0  # sample and column that the last section ends with
        self._sections = self._sections_to_skip = 0

    @classmethod
    def resumed(cls, sketch: Sketch, riff: PartialRiff, name: str) -> IncomingSections:
        """Resume a riff whose first sections are in the sketch, as one step; these sections are skipped.

        Raises
        ------
        UserError
            If its layer was removed.
        """
        if layer_or_take(sketch.state, riff.layer_id) is None:
            raise UserError(tr("The layer of the riff was removed; the rest of the riff was left out."))
        sketch.settle()
        step = sketch.take_step(name, sketch.state)
        kept = Kept(riff.tiles, riff.sounds)
        incoming = cls(sketch, riff.layer_id, step, kept, new=riff.new, extends=riff.extends)
        incoming._added_before -= riff.added_before
        incoming._sections_to_skip = riff.sections
        return incoming

    @property
    def partial(self) -> PartialRiff:
        """The riff with the sections that have arrived, to be stored."""
        sections = max(self._sections, self._sections_to_skip)
        added = self._sketch.state.added_before - self._added_before
        kept = self._unpainted_ink, self._unpainted_sound
        return PartialRiff(self.layer_id, self._is_own_layer, *kept, added, sections, self._extends)

    @property
    def discarded(self) -> bool:
        """Whether redo cannot restore it: it was undone and another step taken, or its document was closed."""
        return self.step.discarded or self._sketch.history is not self._history

    @property
    def alive(self) -> bool:
        """Whether the riff's layer exists, possibly as an inaudible take, and the riff is not undone."""
        active = not self.discarded and self._history.is_done(self.step)
        return active and layer_or_take(self._sketch.state, self.layer_id) is not None

    @property
    def is_other_take(self) -> bool:
        """Whether another take is audible in place of the riff's layer."""
        return self.alive and not self._sketch.state.has_layer(self.layer_id)

    def take(self, section: Section) -> None:
        """Merge a section into the present document and into all earlier ones since the riff began."""
        self._sections += 1
        if self.discarded or self._sections <= self._sections_to_skip:
            return
        merge = self._merge_of(section)
        # Each with the layer it was made from, so that no id is reused.
        results: dict[tuple[int, int, int], tuple[Layer, Layer]] = {}

        def with_section(state: State) -> State:
            layer = layer_or_take(state, self.layer_id)
            if layer is None:
                return state
            key = id(layer.tiles), id(layer.sound), id(layer.made)
            if key not in results:
                results[key] = layer, merge.merged_into(layer, state)
            merged = results[key][1]
            return with_layer_or_take(state, replace(layer, tiles=merged.tiles, sound=merged.sound, made=merged.made))

        self._sketch.rewrite(self.step, with_section)

    def begin(self, section: Section, layer: Layer) -> Layer:
        """Return a layer, which is not in the sketch yet, with the first section."""
        self._sections += 1
        return self._merge_of(section).merged_into(layer, self._sketch.state)

    def stop(self) -> None:
        """End the riff without further sections: columns with ink but no audio become stale."""
        if self.discarded:
            return
        sample, column = self._end

        def with_stale(state: State) -> State:
            layer, delay = layer_or_take(state, self.layer_id), state.added_before - self._added_before
            if layer is None:
                return state
            columns = sample // state.params.hop + delay, min(column + delay, layer.columns)
            sound = layer.sound.painted(columns)
            return state if sound.stale == layer.sound.stale else with_layer_or_take(state, replace(layer, sound=sound))

        self._sketch.rewrite(self.step, with_stale)

    def _merge_of(self, section: Section) -> SectionMerge:
        """Record the arrival of a section; return the merge that adds it to any document."""
        self._end = section.sample + section.audio.shape[-1], section.column + section.ink.shape[-1]
        before, waveform = self._unpainted_ink, self._unpainted_sound
        self._unpainted_ink = before.replaced(section.column, section.ink)
        if waveform is not None:
            self._unpainted_sound = Sound(waveform).patched_waveform(
                SoundPatch(section.sample, section.audio, waveform.length)
            )
        return SectionMerge(
            section,
            before,
            self._unpainted_ink,
            None if self._is_own_layer else Kept(before, waveform),
            self._added_before,
            self._is_own_layer or self._extends,
        )


def add_riff(
    sketch: Sketch,
    layer: Layer,
    section: Section,
    *,
    samples: int,
    instead_of: Collection[str] = (),
    take_of: str | None = None,
) -> IncomingSections:
    """Add a layer with the first section of a riff as one step; see `Sketch.add_layer`.

    Parameters
    ----------
    layer : Layer
        At its final length, with the ink and the sound that are kept, if any.
    samples : int
        Its final length.

    Raises
    ------
    UserError
        If the sketch has the maximum number of layers.
    """
    kept = Kept(layer.tiles, layer.sound.waveform)
    incoming = IncomingSections(sketch, layer.id, sketch.history.step, kept, new=True)
    first = incoming.begin(section, replace(layer, made=layer.tiles))
    timeline = {} if layer.recipe is None else {"made_from": layer.recipe.keyframes}
    sketch.add_layer(
        first, first.sound, samples=samples, instead_of=instead_of, take_of=take_of, name=tr("Generate"), **timeline
    )
    incoming.step = sketch.history.step
    return incoming


def add_parts(sketch: Sketch, layers: Sequence[Layer], *, samples: int) -> None:
    """Add the parts of a riff as layers, the first of them lowest, as one step.

    Parameters
    ----------
    layers : sequence of Layer
        With their ink and sound.
    samples : int
        Their exact length.

    Raises
    ------
    UserError
        If the sketch has no room for all of them.
    """
    sketch.settle()
    if len(sketch.layers) + len(layers) > MAX_LAYERS:
        raise UserError(
            tr(
                "A sketch has at most {max_layers} layers: no room for {count} more. Remove some.",
                max_layers=MAX_LAYERS,
                count=len(layers),
            )
        )
    after = sketch.state
    for layer in layers:
        after = with_new_layer(after, layer, samples, ())
    sketch.take_step(tr("Generate parts"), after)


def regenerate(
    sketch: Sketch, layer_id: str, name: str, recipe: Recipe, kept: Kept, *, notes: str = ""
) -> IncomingSections:
    """Begin to regenerate a part of a layer, before its first section arrives.

    Parameters
    ----------
    name : str
        Name of the undo step.
    recipe : Recipe
        The layer's new recipe, for the complete sketch.
    kept : Kept
        The layer when the riff was requested.
    notes : str
        The layer's notes where they differ from those of the recipe, as `Layer.notes`.
    """
    sketch.settle()
    step = sketch.take_step(name, _with_recipe(sketch.state, layer_id, recipe, notes))
    return IncomingSections(sketch, layer_id, step, kept, new=False)


def lengthen(
    sketch: Sketch, layer_id: str, name: str, recipe: Recipe, kept: Kept, *, before: int, samples: int
) -> IncomingSections:
    """Begin to continue a layer beyond the sketch's end or beginning.

    Parameters
    ----------
    kept : Kept
        The layer when the riff was requested.
    before : int
        Columns that are added at the sketch's beginning; layers and keyframes move later by as many.
    samples : int
        Length of the longer sketch.
    """
    sketch.settle()
    state = delayed(sketch.state, before)
    after = of_length(state, samples, circular=state.circular)
    # The added columns are not stale: the riff brings their audio.
    longer_layer = _layer(after, layer_id)
    made = longer_layer.made
    longer = None if made is None else made.resized(max(made.length, after.columns))
    layer = replace(longer_layer, sound=_layer(state, layer_id).sound, made=longer)
    step = sketch.take_step(name, _with_recipe(with_layer_or_take(after, layer), layer_id, recipe))
    waveform = None if kept.waveform is None else kept.waveform.delayed(before * state.params.hop)
    kept_later = Kept(kept.tiles.delayed(before).resized(after.columns), waveform)
    return IncomingSections(sketch, layer_id, step, kept_later, new=False, extends=True)


def _with_recipe(state: State, layer_id: str, recipe: Recipe, notes: str = "") -> State:
    layer = replace(_layer(state, layer_id), recipe=recipe, notes=notes, delay=0)
    made_from = recipe.keyframes if state.has_layer(layer_id) else state.made_from
    return replace(with_layer_or_take(state, layer), made_from=made_from)


def _layer(state: State, layer_id: str) -> Layer:
    """Return the layer or other take with this id; KeyError if there is none."""
    layer = layer_or_take(state, layer_id)
    if layer is None:
        raise KeyError(layer_id)
    return layer
