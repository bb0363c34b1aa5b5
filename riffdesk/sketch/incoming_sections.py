"""Sections of a riff that is being made: each arrives in the document as it is now and as it was since the riff began.

A riff is one step of the history, however many sections it has. A section is laid into every document since that
step, undone ones included: where the user has painted since the riff was asked for, the user's ink stays; elsewhere
the section arrives. So undo of a stroke never takes a section away, and undo of the riff takes all of it.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, replace
from typing import Protocol

from riffdesk.errors import UserError
from riffdesk.sketch.history import Step
from riffdesk.sketch.ink import Ink
from riffdesk.sketch.layer import Layer
from riffdesk.sketch.length import delayed, of_length
from riffdesk.sketch.recipe.recipe import Recipe
from riffdesk.sketch.sketch import Sketch
from riffdesk.sketch.sound import Sound, SoundPatch, Waveform
from riffdesk.sketch.state import State
from riffdesk.sketch.tiles.ranges import Ranges, removed
from riffdesk.sketch.tiles.tile import Array
from riffdesk.sketch.tiles.tiles import Made


class Section(Protocol):
    """A part of a riff.

    Its ``ink``, float32 ``[bands, n]`` or ``[2, bands, n]``, begins at ``column``, and its ``audio``, float32
    ``[channels, m]``, at ``sample``. The audio may end before the ink does.
    """

    @property
    def column(self) -> int:
        """First column of the ink."""

    @property
    def ink(self) -> Array:
        """New ink."""

    @property
    def sample(self) -> int:
        """First sample of the audio."""

    @property
    def audio(self) -> Array:
        """New audio."""


@dataclass(frozen=True, eq=False)
class Kept:
    """What a layer was when a riff was asked for. Arrays are copied into tiles.

    Parameters
    ----------
    tiles : Ink ``[bands, columns]`` or ``[2, bands, columns]``
    waveform : Waveform ``[channels, samples]``, optional
        None if it did not sound as it looked.
    """

    tiles: Ink
    waveform: Waveform | None = None

    def __post_init__(self) -> None:
        """Take arrays as tiles."""
        object.__setattr__(self, "tiles", Ink.of(self.tiles))
        if self.waveform is not None:
            object.__setattr__(self, "waveform", Waveform.of(self.waveform))


@dataclass(frozen=True, eq=False)
class PartialRiff:
    """A riff of which some sections have arrived, as a value to be stored and gone on with.

    Parameters
    ----------
    layer_id : str
        The layer that it goes into.
    new : bool
        Whether the layer is the riff's own.
    tiles : Ink
        What the layer would look like if nobody had painted on it since the riff was asked for.
    sounds : Waveform, optional
        What it would sound like then; None if it did not sound as it looked.
    added_before : int
        Columns that were added at the sketch's beginning since then.
    sections : int
        How many have arrived.
    """

    layer_id: str
    new: bool
    tiles: Ink
    sounds: Waveform | None
    added_before: int
    sections: int


class IncomingSections:
    """Lays the sections of one riff into one layer. Begun by `add_riff`, `regenerate` and `lengthen`.

    Parameters
    ----------
    layer_id : str
        The layer.
    step : Step
        What undo takes back.
    kept : Kept
        What the layer was when the riff was asked for.
    new : bool
        Whether the layer is the riff's own, so that nothing but the riff sounds in it.
    """

    def __init__(self, sketch: Sketch, layer_id: str, step: Step, kept: Kept, *, new: bool) -> None:
        self.layer_id, self.step = layer_id, step
        self._sketch, self._new, self._history = sketch, new, sketch.history
        # What the layer would look and sound like if nobody had painted on it.
        self._riff, self._sounds = kept.tiles, kept.waveform
        self._added_before = sketch.state.added_before
        self._reached = 0, 0  # sample and column that the last section ends with
        self._sections = self._skipped = 0

    @classmethod
    def resumed(cls, sketch: Sketch, riff: PartialRiff, name: str) -> IncomingSections:
        """Go on with a riff whose first sections are in the sketch, as one step; they come again and are skipped.

        Raises
        ------
        UserError
            If its layer is gone.
        """
        if not sketch.state.has_layer(riff.layer_id):
            raise UserError("The layer that the riff was being made for is gone; the rest of it was left out.")
        sketch.settle()
        step = sketch.take_step(name, sketch.state)
        incoming = cls(sketch, riff.layer_id, step, Kept(riff.tiles, riff.sounds), new=riff.new)
        incoming._added_before -= riff.added_before
        incoming._skipped = riff.sections
        return incoming

    @property
    def partial(self) -> PartialRiff:
        """What there is of the riff."""
        sections = max(self._sections, self._skipped)
        added = self._sketch.state.added_before - self._added_before
        return PartialRiff(self.layer_id, self._new, self._riff, self._sounds, added, sections)

    @property
    def given_up(self) -> bool:
        """Whether it never comes back: it was undone and something else done since, or its document closed."""
        return self.step.given_up or self._sketch.history is not self._history

    @property
    def alive(self) -> bool:
        """Whether the riff's layer is there and the riff is not undone."""
        there = not self.given_up and self._history.is_done(self.step)
        return there and self._sketch.state.has_layer(self.layer_id)

    def take(self, section: Section) -> None:
        """Lay a section into the document as it is, and as it was since the riff began."""
        self._sections += 1
        if self.given_up or self._sections <= self._skipped:
            return
        arrival = self._arrival(section)
        # With what each was made of, so that no id is used twice.
        results: dict[tuple[int, int], tuple[Layer, Layer]] = {}

        def with_section(state: State) -> State:
            if not state.has_layer(self.layer_id):
                return state
            layer = state.layer(self.layer_id)
            key = id(layer.tiles), id(layer.sound)
            if key not in results:
                results[key] = layer, arrival.into(layer, state)
            done = results[key][1]
            return state.with_layer(replace(layer, tiles=done.tiles, sound=done.sound))

        self._sketch.rewrite(self.step, with_section)

    def begin(self, section: Section, layer: Layer) -> Layer:
        """Return a layer that is not in the sketch yet with the first section."""
        self._sections += 1
        return self._arrival(section).into(layer, self._sketch.state)

    def stop(self) -> None:
        """Note that no more sections come: columns whose ink has arrived without its audio are to be rendered."""
        if self.given_up:
            return
        sample, column = self._reached

        def with_stale(state: State) -> State:
            if not state.has_layer(self.layer_id):
                return state
            layer, later = state.layer(self.layer_id), state.added_before - self._added_before
            columns = sample // state.params.hop + later, min(column + later, layer.columns)
            sound = layer.sound.painted(columns)
            return state if sound.stale == layer.sound.stale else state.with_layer(replace(layer, sound=sound))

        self._sketch.rewrite(self.step, with_stale)

    def _arrival(self, section: Section) -> _Arrival:
        """Note that a section is there; return what brings it into any document."""
        self._reached = section.sample + section.audio.shape[-1], section.column + section.ink.shape[-1]
        before, sounds = self._riff, self._sounds
        self._riff = before.replaced(section.column, section.ink)
        if sounds is not None:
            self._sounds = Sound(sounds).with_patch(SoundPatch(section.sample, section.audio, sounds.length))
        return _Arrival(section, before, self._riff, None if self._new else Kept(before, sounds), self._added_before)


class _Arrival:
    """Brings a section into a layer of any document; what documents share without it they share with it.

    Parameters
    ----------
    before, riff : Ink
        What the layer would look like if nobody had painted on it, before the section and with it.
    around : Kept, optional
        What it would sound like before the section; None if nothing but the riff sounds in it.
    added_before : int
        Columns that were added at the sketch's beginning when the riff began, see `State`.
    """

    def __init__(self, section: Section, before: Ink, riff: Ink, around: Kept | None, added_before: int) -> None:
        self._section, self._around, self._added_before = section, around, added_before
        self._inks = {(0, riff.length): (before, riff)}
        self._made: dict[tuple[int, int], tuple[Made, Made]] = {}

    def into(self, layer: Layer, state: State) -> Layer:
        """Return a layer of a document with the section, but where somebody has painted."""
        hop, window, later = state.params.hop, state.params.window, state.added_before - self._added_before
        before, riff = self._placed(later, layer.columns)
        ink_made, sound_made = self._made.setdefault((later, layer.columns), ({}, {}))
        tiles = layer.tiles.merged(before, riff, ink_made)
        column, sample = self._section.column + later, self._section.sample + later * hop
        arrived = column, min(layer.columns, column + self._section.ink.shape[-1])
        sound = layer.sound
        if not self._fits(later, sound, state):
            return replace(layer, tiles=tiles, sound=sound.painted(arrived))
        there = 0 if sound.waveform is None else sound.waveform.length
        patch = SoundPatch(sample, self._section.audio, there)
        sound = sound.rendered(sound.with_patch(patch, sound_made), arrived)
        # Where somebody has painted, what the section sounds like is not what is seen.
        first, last = sample - window, sample + self._section.audio.shape[-1] + window
        unlike = [(max(start, first // hop), min(stop, -(-last // hop))) for start, stop in tiles.differences(riff)]
        return replace(layer, tiles=tiles, sound=sound.painted_in(unlike))

    def _placed(self, later: int, columns: int) -> tuple[Ink, Ink]:
        """Return the riff without and with the section, so many columns later and as wide as a layer."""
        if (later, columns) not in self._inks:
            before, riff = next(iter(self._inks.values()))
            self._inks[later, columns] = (
                before.delayed(later).resized(columns), riff.delayed(later).resized(columns)
            )  # fmt: skip
        return self._inks[later, columns]

    def _fits(self, later: int, sound: Sound, state: State) -> bool:
        """Return whether what is around the section sounds as the riff expects, or is to be rendered anyway."""
        if self._around is None:
            return True
        now, expected = sound.waveform, self._around.waveform
        if now is None or expected is None:
            return False
        hop, window = state.params.hop, state.params.window
        start, stop = self._section.sample, self._section.sample + self._section.audio.shape[-1]
        for side in ((max(0, start - window), start), (stop, stop + window)):
            heard: Ranges = (side,)
            for first, last in sound.stale:
                heard = removed(heard, ((first - later) * hop, (last - later) * hop))
            for first, last in heard:
                there = now.read(first + later * hop, last + later * hop)
                if not (there == expected.read(first, last)).all():  # one channel is as good as two of it
                    return False
        return True


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
        As wide as it will be, with the ink and the sound that are kept, if any are.
    samples : int
        Of all of it.

    Raises
    ------
    UserError
        If there is no room for another layer.
    """
    kept = Kept(layer.tiles, layer.sound.waveform)
    begun = IncomingSections(sketch, layer.id, sketch.history.step, kept, new=True)
    first = begun.begin(section, layer)
    timeline = {} if layer.recipe is None else {"made_from": layer.recipe.keyframes}
    sketch.add_layer(
        first, first.sound, samples=samples, instead_of=instead_of, take_of=take_of, name="Generate", **timeline
    )
    begun.step = sketch.history.step
    return begun


def regenerate(sketch: Sketch, layer_id: str, name: str, recipe: Recipe, kept: Kept) -> IncomingSections:
    """Begin to make a part of a layer anew, of which no section is there yet.

    Parameters
    ----------
    name : str
        What the Edit menu calls it.
    recipe : Recipe
        What the layer is made by from now on.
    kept : Kept
        The layer as it was when the riff was asked for.
    """
    sketch.settle()
    step = sketch.take_step(name, _with_recipe(sketch.state, layer_id, recipe))
    return IncomingSections(sketch, layer_id, step, kept, new=False)


def lengthen(
    sketch: Sketch, layer_id: str, name: str, recipe: Recipe, kept: Kept, *, before: int, samples: int
) -> IncomingSections:
    """Begin to continue a layer beyond the sketch's end or beginning.

    Parameters
    ----------
    kept : Kept
        The layer as it was when the riff was asked for.
    before : int
        Columns that are added at the sketch's beginning; everything in it, keyframes too, comes later by them.
    samples : int
        Of the longer sketch.
    """
    sketch.settle()
    state = delayed(sketch.state, before)
    after = of_length(state, samples, circular=state.circular)
    # What the longer layer does not sound like yet is what the riff brings.
    layer = replace(after.layer(layer_id), sound=state.layer(layer_id).sound)
    step = sketch.take_step(name, _with_recipe(after.with_layer(layer), layer_id, recipe))
    waveform = None if kept.waveform is None else kept.waveform.delayed(before * state.params.hop)
    there = Kept(kept.tiles.delayed(before).resized(after.columns), waveform)
    return IncomingSections(sketch, layer_id, step, there, new=False)


def _with_recipe(state: State, layer_id: str, recipe: Recipe) -> State:
    layer = replace(state.layer(layer_id), recipe=recipe)
    return replace(state.with_layer(layer), made_from=recipe.keyframes)
