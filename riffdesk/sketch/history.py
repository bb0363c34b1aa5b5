"""Undo and redo: the documents that there were, one after each step, and which of them is the present one."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field

from riffdesk.sketch.layer import Layer
from riffdesk.sketch.state import State
from riffdesk.sketch.tiles.tile import Tile
from riffdesk.sketch.tiles.tiles import Tiles

KEPT = 20
LIMIT = 2**30

_NEAR = 8  # steps around the present one whose undo is not to unpack anything
_PACKING = 2**16  # cells that are packed at a time: 10 ms at most
_LOOKING = 2**11  # cells that cost as much as looking at a tile
_ROOM = 1 / 32  # part of the limit that is free once something was forgotten


class Revision:
    """Stands for the document as it is at one place of the history; compared by identity."""


@dataclass(eq=False)
class Step:
    """One step, and the document after it.

    Parameters
    ----------
    name : str
        What the Edit menu and the history panel call it.
    state : State
        Of the present step this is what it was when another one became the present one; see `History`.
    merge : str, optional
        A change with the same key, right after it, becomes a part of it.
    number : int
        Later steps have higher ones.
    given_up : bool
        It was undone, and another step was taken instead.
    held : int, optional
        Bytes that it holds and the next one does not, as far as that is known; see `held_beyond`.
    """

    name: str
    state: State
    merge: str | None = None
    number: int = 0
    given_up: bool = False
    held: int | None = None
    revision: Revision = field(default_factory=Revision)


class History:
    """The steps of one document. The first one stands for how it was opened.

    Whoever owns it holds the present document, and hands it over whenever the present step changes.

    Parameters
    ----------
    state : State
        The document as it was opened.
    limit : int
        Bytes of ink and audio that only the history may hold. The oldest steps are forgotten; the newest 20 stay.
    """

    def __init__(self, state: State, name: str = "Open", *, limit: int = LIMIT) -> None:
        self.limit = limit
        self.steps = [Step(name, state)]
        self.index = 0
        self._saved: Revision | None = self.steps[0].revision
        self._count = 0
        self._to_pack: deque[Iterator[int]] = deque()

    # Where it stands

    @property
    def step(self) -> Step:
        """The present step."""
        return self.steps[self.index]

    @property
    def position(self) -> Revision:
        """What stands for the document as it is now."""
        return self.step.revision

    @property
    def undo_name(self) -> str | None:
        """Name of the step that undo would take back; None if there is none."""
        return self.step.name if self.index else None

    @property
    def redo_name(self) -> str | None:
        """Name of the step that redo would take again; None if there is none."""
        return self.steps[self.index + 1].name if self.index + 1 < len(self.steps) else None

    @property
    def at_saved(self) -> bool:
        """Whether the document is as it was when last saved."""
        return self._saved is self.position

    def mark_saved(self, position: Revision) -> None:
        """Remember that the document, as it was at a `position`, is on disk."""
        self._saved = position

    def mark_unsaved(self) -> None:
        """Remember that no state of the document is on disk, as where it was recovered."""
        self._saved = None

    def open_step(self, merge: str | None) -> Step | None:
        """Return the present step if a change with this key becomes a part of it: not when undone or saved since."""
        mergeable = merge is not None and self.index and self.index + 1 == len(self.steps) and not self.at_saved
        return self.step if mergeable and self.step.merge == merge else None

    # What changes it

    def push(self, name: str, before: State, after: State, merge: str | None = None) -> Step:
        """Add a step that leads from the present document to another one; what was undone before it is gone."""
        self._keep(before)
        for undone in self.steps[self.index + 1 :]:
            undone.given_up = True
        del self.steps[self.index + 1 :]
        self._count += 1
        step = Step(name, after, merge, self._count)
        self.steps.append(step)
        self.index += 1
        self._pack(self.index - 1)
        self._forget()
        return step

    def go(self, index: int, present: State) -> State:
        """Make another step the present one; return its document.

        Parameters
        ----------
        index : int
            A place in `steps`.
        present : State
            The document as it is before.
        """
        self._keep(present)
        before, self.index = self.index, index
        self._pack(before)
        return self.step.state

    def is_done(self, step: Step) -> bool:
        """Return whether a step is taken now, neither undone nor given up."""
        return not step.given_up and step.number <= self.step.number

    def rewrite(self, since: Step, function: Callable[[State], State], present: State) -> State:
        """Replace the document after a step, and after all that came later; return what becomes of the present one.

        That is how a section of a riff arrives in everything that was done since the riff began.
        """
        for step in self.steps:
            if step.number >= since.number:
                before = present if step is self.step else step.state
                after = function(before)
                step.held = None
                if after is not before:
                    step.state, step.revision = after, Revision()
                if step is self.step:
                    present = after
        return present

    # Memory

    @property
    def size(self) -> int:
        """Bytes of ink and audio that only the history holds."""
        present = {id(tile) for part in _parts_of(self.step.state) for tile in part.tiles}
        held = _newest_holders(self.steps)
        return sum(tile.nbytes for key, (tile, _) in held.items() if key not in present)

    @property
    def rough_size(self) -> int:
        """What each step holds that the next one does not, in bytes: quick to tell.

        That is `size`, as long as nothing is undone, and the tiles that were gone meanwhile more than once.
        """
        for place in [place for place, step in enumerate(self.steps[:-1]) if step.held is None]:
            self.steps[place].held = _held_beyond(self.steps[place].state, self.steps[place + 1].state)
        return sum(step.held or 0 for step in self.steps[:-1])

    def _pack(self, before: int) -> None:
        """Have steps that are far from the present one take less memory; some of it each time, so that none takes long.

        Parameters
        ----------
        before : int
            Place of the step that was the present one.
        """
        steps, last = self.steps, len(self.steps) - 1
        for place in range(max(0, before - _NEAR + 1), self.index - _NEAR + 1):
            self._to_pack.append(_packing(steps[place], steps[place + 1]))
        for place in range(min(last, before + _NEAR - 1), self.index + _NEAR - 1, -1):
            self._to_pack.append(_packing(steps[place], steps[place - 1]))
        cells = 0
        while self._to_pack and cells < _PACKING:
            packed = next(self._to_pack[0], None)
            if packed is None:
                self._to_pack.popleft()
            else:
                cells += max(packed, _LOOKING)

    def _forget(self) -> None:
        """Forget the oldest steps while they hold too much; the newest 20 stay."""
        if len(self.steps) <= KEPT or self.rough_size <= self.limit:
            return
        for step in self.steps:
            step.held = 0
        for tile, step in _newest_holders(self.steps).values():
            step.held = (step.held or 0) + tile.nbytes
        if self.rough_size > self.limit:
            while len(self.steps) > KEPT and self.rough_size > (1 - _ROOM) * self.limit:
                del self.steps[0]
                self.index -= 1

    def _keep(self, state: State) -> None:
        """Keep the present document for when another step is the present one."""
        for step in self.steps[max(0, self.index - 1) : self.index + 1]:
            step.held = None
        self.step.state = state


def _packing(step: Step, nearer: Step) -> Iterator[int]:
    """Pack the tiles of a step as what differs from the step beside it that is nearer to the present.

    Yields
    ------
    int
        Cells of a tile that were packed.
    """
    others = {layer.id: layer for layer in _layers_of(nearer.state)}
    pairs = [pair for layer in _layers_of(step.state) for pair in _pairs(layer, others.get(layer.id))]
    for one, other in (*pairs, (step.state.mask, nearer.state.mask)):
        if one is not None and one is not other:
            for tile, base in one.unlike_tiles(other):
                step.held = None
                yield tile.pack(base)


def _layers_of(state: State) -> Iterator[Layer]:
    """Yield all layers of a document, the takes that are not heard among them."""
    for layer in state.layers:
        yield layer
        if layer.takes is not None:
            yield from (*layer.takes.before, *layer.takes.after)


def _held_beyond(older: State, newer: State) -> int:
    """Return the bytes of ink and audio of a document whose tiles are not in the same place of another one."""
    if older is newer:
        return 0
    layers = {layer.id: layer for layer in _layers_of(newer)}
    held = sum(
        _beyond(one, other)
        for layer in _layers_of(older)
        if layer is not layers.get(layer.id)
        for one, other in _pairs(layer, layers.get(layer.id))
    )
    return held + _beyond(older.mask, newer.mask)


def _pairs(layer: Layer, other: Layer | None) -> Iterable[tuple[Tiles | None, Tiles | None]]:
    yield layer.tiles, None if other is None else other.tiles
    yield layer.sound.waveform, None if other is None else other.sound.waveform
    source = None if other is None else other.source
    if layer.source is not None and layer.source is not source:
        yield layer.source.tiles, None if source is None else source.tiles
        yield layer.source.waveform, None if source is None else source.waveform


def _beyond(one: Tiles | None, other: Tiles | None) -> int:
    return 0 if one is None else one.bytes_beyond(other)


def _parts_of(state: State) -> Iterator[Tiles]:
    """Yield all ink and audio of a document."""
    if state.mask is not None:
        yield state.mask
    for layer in _layers_of(state):
        parts = (part for pair in _pairs(layer, None) for part in pair)
        yield from (part for part in parts if part is not None)


def _newest_holders(steps: Iterable[Step]) -> dict[int, tuple[Tile, Step]]:
    """Return all tiles but the silent ones, by identity, each with the last of some steps that it is in."""
    parts: dict[int, tuple[Tiles, Step]] = {}
    for step in steps:
        for part in _parts_of(step.state):
            parts.pop(id(part), None)  # so that it comes last
            parts[id(part)] = part, step
    tiles = {id(tile): (tile, step) for part, step in parts.values() for tile in part.tiles}
    for part, _ in parts.values():
        tiles.pop(id(part.silence), None)
    return tiles
