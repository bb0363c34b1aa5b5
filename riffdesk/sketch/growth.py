"""A layer that is being made: it grows piece by piece, is heard as far as it goes, and is one step to undo."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Protocol

import numpy as np

from riffdesk.sketch.edits import Change
from riffdesk.sketch.history import Step
from riffdesk.sketch.length import of_length
from riffdesk.sketch.ranges import Columns, Ranges
from riffdesk.sketch.recipe import Recipe
from riffdesk.sketch.state import Array, Layer, Sound, Source, State

if TYPE_CHECKING:
    from riffdesk.sketch.sketch import Sketch


class Piece(Protocol):
    """What a layer grows by.

    Its ``ink``, float32 ``[bands, n]`` or ``[2, bands, n]``, begins at ``column``, and its ``audio``, float32
    ``[channels, m]``, at ``sample``. The sound may end before the ink does.
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
        """New sound."""


@dataclass(frozen=True, eq=False)
class Kept:
    """What a layer was when a riff was asked for that makes a part of it anew.

    Parameters
    ----------
    ink : float32 ``[bands, columns]`` or ``[2, bands, columns]``
    audio : float32 ``[channels, samples]``, optional
        None if it did not sound as it looked.
    """

    ink: Array
    audio: Array | None


class Growth:
    """Takes the pieces of one riff into one layer. Begun by `grow_new`, `grow_inside` and `grow_longer`.

    What is painted on the layer meanwhile stays. Undo takes all of it back at any time.
    """

    def __init__(
        self, sketch: Sketch, layer_id: str, samples: int, kept: Kept | None = None, step: GrowthStep | None = None
    ) -> None:
        self.layer_id = layer_id
        self.step: Step | None = step
        """What undo takes back; another one after each piece."""
        self._sketch, self._samples, self._kept = sketch, samples, kept
        self._inks: list[Array] = []
        # Sound is written into room that is silent, and heard in a longer and longer part of it: nothing is copied,
        # however long the riff is.
        self._room: Array | None = None
        self._heard: Array | None = None

    @property
    def alive(self) -> bool:
        """Whether the layer is there and what has grown was not undone."""
        undone = isinstance(self.step, GrowthStep) and self.step.undone
        return not undone and any(layer.id == self.layer_id for layer in self._sketch.layers)

    def grow(self, piece: Piece) -> None:
        """Take a piece into the layer, and tell the listeners."""
        layer = self._sketch.layer(self.layer_id)
        start, stop = (min(place, layer.columns) for place in (piece.column, piece.column + piece.ink.shape[-1]))
        sound = self._sketch.sound(self.layer_id)
        fits = self._kept is None or self._fits(piece, sound.audio)
        if isinstance(self.step, GrowthStep):
            self.step.save(layer.ink, (start, stop), piece if fits else None, sound.audio)
        painted = self._lay(layer.ink, start, piece.ink)
        self._sketch.ink_changed(self.layer_id, (start, stop), self._with(piece, sound.audio) if fits else None)
        if fits and painted is not None:
            self._sketch.ink_changed(self.layer_id, painted)
        self._renew()

    def begin(self, ink: Array, audio: Array | None, piece: Piece) -> Sound:
        """Take the first piece of a layer that is not in the sketch yet; return what it sounds like."""
        self._lay(ink, piece.column, piece.ink)
        return Sound(self._with(piece, audio))

    def _renew(self) -> None:
        """Have what was saved until now not count as all that there is."""
        history = self._sketch.history
        was_saved = history.at_saved
        if self.step is not None:
            self.step = history.renew(self.step)
        if was_saved:
            self._sketch.tell(Change("state"))

    def _lay(self, there: Array, start: int, ink: Array) -> Columns | None:
        """Write ink where nobody has painted meanwhile; return the columns where somebody has."""
        if not any(there is one for one in self._inks):
            self._inks.append(there)
        painted = None
        # Undoing a change of length brings back an earlier array, in which nothing shall be missing.
        for one in self._inks:
            now = one[..., start : start + ink.shape[-1]]
            width = now.shape[-1]
            before = 0 if self._kept is None else self._kept.ink[..., start : start + width]
            differs = now != before
            now[...] = np.where(differs, now, ink[..., :width])
            columns = np.flatnonzero(differs.any(axis=tuple(range(differs.ndim - 1))))
            if one is there and len(columns):
                painted = start + int(columns[0]), start + int(columns[-1]) + 1
        return painted

    def _with(self, piece: Piece, heard: Array | None) -> Array:
        """Return what is heard with a piece: a part of the room, if that is silent there and nobody else's."""
        start, stop = piece.sample, piece.sample + piece.audio.shape[-1]
        length = max(stop, 0 if heard is None else heard.shape[-1])
        room = self._room if heard is self._heard else None
        if room is None or room.shape[-1] < stop or room[:, start:stop].any():
            channels = max(len(piece.audio), 1 if heard is None else len(heard))
            room = np.zeros((channels, max(length, self._samples)), np.float32)
            if heard is not None:
                room[:, : heard.shape[-1]] = heard
        room[:, start:stop] = piece.audio
        self._room, self._heard = room, room[:, :length]
        return self._heard

    def _fits(self, piece: Piece, audio: Array | None) -> bool:
        """Return whether what is around a piece still sounds as it did when the piece was asked for."""
        before = None if self._kept is None else self._kept.audio
        if before is None or audio is None:
            return False
        if audio is before or audio is self._heard:
            return True
        window, stop = self._sketch.params.window, piece.sample + piece.audio.shape[-1]
        sides = [(stop, stop + window)]
        if self._heard is None:
            sides.append((max(0, piece.sample - window), piece.sample))
        return all(np.array_equal(_part(audio, *side), _part(before, *side)) for side in sides)


def _part(audio: Array, start: int, stop: int) -> Array:
    """Return samples, silent where there are none."""
    part = audio[:, start:stop]
    return np.pad(part, ((0, 0), (0, stop - start - part.shape[-1])))


class GrowthStep:
    """What a part of a layer was before it was made anew, and the document around it before and after."""

    def __init__(self, sketch: Sketch, name: str, layer_id: str, before: State, after: State) -> None:
        self.name, self.undone = name, False
        self._sketch, self._layer_id, self._before, self._after = sketch, layer_id, before, after
        self._patches: list[_Patch] = []
        self._sounds: dict[str, Sound] = {}

    @property
    def size(self) -> int:
        """Bytes held in memory."""
        return 1_000 + sum(patch.size for patch in self._patches)

    def take(self, sounds: dict[str, Sound]) -> None:
        """Become the state after it, with other sounds; undo brings back those of now."""
        self._sketch.become(self._after)
        self._sounds = sounds
        self._swap_sounds()

    def save(self, ink: Array, columns: Columns, piece: Piece | None, audio: Array | None) -> None:
        """Keep what is in the place of a piece; None in place of a piece whose sound is not taken."""
        if ink.shape[-1] != self._before.columns:
            return  # the layer had another length before, and an array of its own
        old = None
        if piece is not None and audio is not None and self._layer_id not in self._sounds:
            old = audio[:, piece.sample : piece.sample + piece.audio.shape[-1]].copy()
        sample = 0 if piece is None else piece.sample
        self._patches.append(_Patch(ink, columns, ink[..., slice(*columns)].copy(), sample, old))

    def undo(self) -> None:
        """Bring back what was before."""
        self.undone = True
        self._exchange(self._before)

    def redo(self) -> None:
        """Bring back what was after."""
        self.undone = False
        self._exchange(self._after)

    def _exchange(self, state: State) -> None:
        self._sketch.become(state)
        self._swap_sounds()
        audio = self._sketch.sound(self._layer_id).audio
        if audio is not None and any(patch.audio is not None for patch in self._patches):
            audio = audio.copy()
        for patch in self._patches:
            heard = audio if audio is not None and patch.swap_audio(audio) else None
            patch.swap_ink()
            self._sketch.ink_changed(self._layer_id, patch.columns, heard)

    def _swap_sounds(self) -> None:
        for layer_id, sound in self._sounds.items():
            self._sounds[layer_id] = self._sketch.sound(layer_id).ended(None)
            self._sketch.set_sound(layer_id, sound)


@dataclass(eq=False)
class _Patch:
    """Ink and sound that were in the place of a piece, uncompressed: packing them would stall whoever listens."""

    ink: Array
    columns: Columns
    other: Array
    sample: int
    audio: Array | None

    @property
    def size(self) -> int:
        return self.other.nbytes + (0 if self.audio is None else self.audio.nbytes)

    def swap_ink(self) -> None:
        here = self.ink[..., slice(*self.columns)]
        now = here.copy()
        here[...] = self.other
        self.other = now

    def swap_audio(self, audio: Array) -> bool:
        """Exchange the sound; return whether there is any to exchange."""
        if self.audio is None:
            return False
        here = audio[:, self.sample : self.sample + self.audio.shape[-1]]
        now = here.copy()
        here[...] = self.audio[:, : here.shape[-1]]
        self.audio = now
        return True


def grow_new(
    sketch: Sketch,
    layer: Layer,
    piece: Piece,
    *,
    samples: int,
    audio: Array | None = None,
    instead_of: Collection[str] = (),
) -> Growth:
    """Add a layer of which the first piece is there; see `Sketch.add_layer`.

    Parameters
    ----------
    layer : Layer
        As wide as it will be; its ink is written into.
    audio : float32 ``[channels, samples]``, optional
        What it sounds like without the piece.
    samples : int
        Of all of it.

    Raises
    ------
    UserError
        If there is no room for another layer.
    """
    growth = Growth(sketch, layer.id, samples)
    sketch.add_layer(layer, growth.begin(layer.ink, audio, piece), samples=samples, instead_of=instead_of)
    growth.step = sketch.history.position
    return growth


def grow_inside(sketch: Sketch, layer_id: str, name: str, recipe: Recipe, kept: Kept) -> Growth:
    """Begin to make a part of a layer anew, of which no piece is there yet.

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
    return _begun(sketch, layer_id, name, _with_recipe(sketch.state, layer_id, recipe), kept, {})


def grow_longer(
    sketch: Sketch, layer_id: str, name: str, recipe: Recipe, kept: Kept, *, before: int, samples: int
) -> Growth:
    """Begin to go on with a layer beyond the sketch's end or beginning.

    Parameters
    ----------
    kept : Kept
        The layer as it was when the riff was asked for, laid out in the longer sketch.
    before : int
        Columns that are added at the sketch's beginning; everything in it, keyframes too, comes later by them.
    samples : int
        Of the longer sketch.
    """
    sketch.settle()
    hop = sketch.params.hop
    of = sketch.layers if before else (sketch.layer(layer_id),)
    sounds = {layer.id: _later_sound(sketch.sound(layer.id), before, hop) for layer in of}
    after = of_length(later(sketch.state, before), samples, circular=sketch.state.circular)
    return _begun(sketch, layer_id, name, _with_recipe(after, layer_id, recipe), kept, sounds)


def later(state: State, columns: int) -> State:
    """Return the state with time added at its beginning: ink, imports and keyframes come so many columns later."""
    if columns == 0:
        return state
    hop = state.params.hop

    def moved(layer: Layer) -> Layer:
        source = layer.source
        if source is not None:
            source = Source(_later(source.audio, columns * hop), _later(source.ink, columns))
        return replace(layer, ink=_later(layer.ink, columns), source=source)

    seconds = columns / state.params.columns_per_second
    return replace(
        state,
        samples=state.samples + columns * hop,
        columns=state.columns + columns,
        layers=tuple(moved(layer) for layer in state.layers),
        keyframes=tuple(replace(one, seconds=one.seconds + seconds) for one in state.keyframes),
    )


def _begun(sketch: Sketch, layer_id: str, name: str, after: State, kept: Kept, sounds: dict[str, Sound]) -> Growth:
    step = GrowthStep(sketch, name, layer_id, sketch.state, after)
    sketch.history.push(step)
    step.take(sounds)
    sketch.tell(Change("state"))
    return Growth(sketch, layer_id, after.samples, kept, step)


def _with_recipe(state: State, layer_id: str, recipe: Recipe) -> State:
    layers = (replace(layer, recipe=recipe) if layer.id == layer_id else layer for layer in state.layers)
    return replace(state, layers=tuple(layers))


def _later_sound(sound: Sound, columns: int, hop: int) -> Sound:
    sound = sound.ended(None)
    if columns == 0:
        return sound
    audio = None if sound.audio is None else _later(sound.audio, columns * hop)
    return Sound(audio, _later_ranges(sound.stale, columns), None, _later_ranges(sound.draft, columns))


def _later_ranges(ranges: Ranges, columns: int) -> Ranges:
    return tuple((start + columns, stop + columns) for start, stop in ranges)


def _later(values: Array, by: int) -> Array:
    """Return values after so many zeros: ``[..., by + n]``."""
    out = np.zeros((*values.shape[:-1], by + values.shape[-1]), np.float32)
    out[..., by:] = values
    return out
