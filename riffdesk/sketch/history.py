"""Undo and redo: the list of steps, each with the document after it, and the index of the present step."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field

from riffdesk.sketch.layer import Layer
from riffdesk.sketch.state import State
from riffdesk.sketch.tiles.tile import Tile
from riffdesk.sketch.tiles.tiles import Tiles

MIN_STEPS = 20
MAX_BYTES = 2**30

_UNPACKED_STEPS = 2  # steps back and forth, with the present one, that stay unpacked, so that undo is fast
_CELLS_PER_STEP = 2**16  # cells packed at each step: 10 ms at most
_MIN_TILE_CELLS = 2**11  # cells that take as long to pack as it takes to compare an unchanged tile
_FREED_PART = 1 / 32  # part of the limit that is free after steps were forgotten


class Revision:
    """Identifies one version of the document; compared by identity."""


@dataclass(eq=False)
class Step:
    """One step, and the document after it.

    Parameters
    ----------
    name : str
        Its name in the Edit menu and the history panel.
    state : State
        The document after the step. For the present step it may be out of date: `Sketch` holds the present document.
    merge : str, optional
        The next change with the same key becomes part of this step.
    number : int
        Steps are numbered in the order in which they were taken.
    discarded : bool
        Whether it was undone and another step was taken instead, so that redo cannot reach it.
    held_bytes : int, optional
        Bytes of its document that are not in the next step's; None if not counted yet.
    """

    name: str
    state: State
    merge: str | None = None
    number: int = 0
    discarded: bool = False
    held_bytes: int | None = None
    revision: Revision = field(default_factory=Revision)


class History:
    """The steps of one document. The first one is the opened document.

    The owner holds the present document and passes it in whenever the present step changes.

    Parameters
    ----------
    state : State
        The opened document.
    limit : int
        Bytes of ink and audio that are in the history but not in the present document. Beyond it the oldest steps
        are forgotten, but never the newest 20.
    """

    def __init__(self, state: State, name: str = "Open", *, limit: int = MAX_BYTES) -> None:
        self.limit = limit
        self.steps = [Step(name, state)]
        self.index = 0
        self._saved: Revision | None = self.steps[0].revision
        self._count = 0
        self._to_pack: deque[Iterator[int]] = deque()

    @property
    def step(self) -> Step:
        """The present step."""
        return self.steps[self.index]

    @property
    def position(self) -> Revision:
        """Revision of the present document."""
        return self.step.revision

    @property
    def undo_name(self) -> str | None:
        """Name of the step that undo reverts; None if there is none."""
        return self.step.name if self.index else None

    @property
    def redo_name(self) -> str | None:
        """Name of the step that redo repeats; None if there is none."""
        return self.steps[self.index + 1].name if self.index + 1 < len(self.steps) else None

    @property
    def at_saved(self) -> bool:
        """Whether the present document is the saved one."""
        return self._saved is self.position

    def mark_saved(self, position: Revision) -> None:
        """Remember which revision is on disk."""
        self._saved = position

    def mark_unsaved(self) -> None:
        """Remember that no revision is on disk, as after a recovery."""
        self._saved = None

    def open_step(self, merge: str | None) -> Step | None:
        """Return the present step if it merges with a change of this key, and was neither undone nor saved since."""
        mergeable = merge is not None and self.index and self.index + 1 == len(self.steps) and not self.at_saved
        return self.step if mergeable and self.step.merge == merge else None

    def push(self, name: str, before: State, after: State, merge: str | None = None) -> Step:
        """Add a step from the present document to another one; steps that were undone are discarded."""
        self._keep(before)
        for step_undone in self.steps[self.index + 1 :]:
            step_undone.discarded = True
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
            Index in `steps`.
        present : State
            The present document, which is stored in its step.
        """
        self._keep(present)
        before, self.index = self.index, index
        self._pack(before)
        return self.step.state

    def is_done(self, step: Step) -> bool:
        """Return whether a step is part of the present document: neither undone nor discarded."""
        return not step.discarded and step.number <= self.step.number

    def rewrite(self, since: Step, function: Callable[[State], State], present: State) -> State:
        """Apply a function to the document after a step and to all later ones; return the new present document.

        A section of a riff is added in this way to every document since the riff began.
        """
        # From the present one outwards, as packed tiles are differences from those of the step next to them.
        for step in sorted(self.steps, key=lambda step: abs(step.number - self.step.number)):
            if step.number >= since.number:
                before = present if step is self.step else step.state
                after = function(before)
                step.held_bytes = None
                if after is not before:
                    step.state, step.revision = after, Revision()
                if step is self.step:
                    present = after
        return present

    @property
    def size(self) -> int:
        """Bytes of ink and audio that are in the history but not in the present document."""
        present = {id(tile) for part in _all_tiles(self.step.state) for tile in part.tiles}
        tiles = _last_users(self.steps)
        return sum(tile.nbytes for key, (tile, _) in tiles.items() if key not in present)

    @property
    def rough_size(self) -> int:
        """Sum of the bytes that each step holds and the next one does not: a fast estimate of `size`.

        It equals `size` while nothing is undone, except that a tile that was removed and restored counts twice, and a
        tile that was painted on counts though its layer keeps it as its original.
        """
        for index in [index for index, step in enumerate(self.steps[:-1]) if step.held_bytes is None]:
            self.steps[index].held_bytes = _bytes_not_in(self.steps[index].state, self.steps[index + 1].state)
        return sum(step.held_bytes or 0 for step in self.steps[:-1])

    def _pack(self, before: int) -> None:
        """Compress steps that are far from the present one, a limited number of cells in each call.

        Parameters
        ----------
        before : int
            Index of the step that was the present one.
        """
        steps, last = self.steps, len(self.steps) - 1
        for index in range(max(0, before - _UNPACKED_STEPS + 1), self.index - _UNPACKED_STEPS + 1):
            self._to_pack.append(_packing(steps[index], steps[index + 1]))
        for index in range(min(last, before + _UNPACKED_STEPS - 1), self.index + _UNPACKED_STEPS - 1, -1):
            self._to_pack.append(_packing(steps[index], steps[index - 1]))
        cells = 0
        while self._to_pack and cells < _CELLS_PER_STEP:
            cell_count = next(self._to_pack[0], None)
            if cell_count is None:
                self._to_pack.popleft()
            else:
                cells += max(cell_count, _MIN_TILE_CELLS)

    def _forget(self) -> None:
        """Forget the oldest steps while the history exceeds its limit; the newest 20 stay."""
        if len(self.steps) <= MIN_STEPS or self.rough_size <= self.limit:
            return
        for step in self.steps:
            step.held_bytes = 0
        for tile, step in _last_users(self.steps).values():
            step.held_bytes = (step.held_bytes or 0) + tile.nbytes
        if self.rough_size > self.limit:
            while len(self.steps) > MIN_STEPS and self.rough_size > (1 - _FREED_PART) * self.limit:
                del self.steps[0]
                self.index -= 1

    def _keep(self, state: State) -> None:
        """Store the present document in its step."""
        for step in self.steps[max(0, self.index - 1) : self.index + 1]:
            step.held_bytes = None
        self.step.state = state


def _packing(step: Step, nearer: Step) -> Iterator[int]:
    """Pack the tiles of a step as differences from the neighbouring step that is nearer to the present.

    Yields
    ------
    int
        Packed cells of each tile.
    """
    others = {layer.id: layer for layer in _layers_of(nearer.state)}
    pairs = [pair for layer in _layers_of(step.state) for pair in _tile_pairs(layer, others.get(layer.id))]
    for tiles, nearer_tiles in (*pairs, (step.state.mask, nearer.state.mask)):
        if tiles is not None and tiles is not nearer_tiles:
            for tile, base in tiles.differing_tiles(nearer_tiles):
                step.held_bytes = None
                yield tile.pack(base)


def _layers_of(state: State) -> Iterator[Layer]:
    """Yield all layers of a document, including takes that are not audible."""
    for layer in state.layers:
        yield layer
        if layer.takes is not None:
            yield from layer.takes.others


def _bytes_not_in(older: State, newer: State) -> int:
    """Return the bytes of the tiles of a document that are not at the same place of a newer one."""
    if older is newer:
        return 0
    layers = {layer.id: layer for layer in _layers_of(newer)}
    byte_count = sum(
        _tile_bytes_not_in(tiles, newer_tiles)
        for layer in _layers_of(older)
        if layer is not layers.get(layer.id)
        for tiles, newer_tiles in _tile_pairs(layer, layers.get(layer.id))
    )
    return byte_count + _tile_bytes_not_in(older.mask, newer.mask)


def _tile_pairs(layer: Layer, other: Layer | None) -> Iterable[tuple[Tiles | None, Tiles | None]]:
    yield layer.tiles, None if other is None else other.tiles
    yield layer.sound.waveform, None if other is None else other.sound.waveform
    source = None if other is None else other.source
    if layer.source is not None and layer.source is not source:
        yield layer.source.tiles, None if source is None else source.tiles
        yield layer.source.waveform, None if source is None else source.waveform
    made = None if other is None else other.made
    if layer.made is not None and layer.made is not made:
        yield layer.made, made


def _tile_bytes_not_in(tiles: Tiles | None, other: Tiles | None) -> int:
    return 0 if tiles is None else tiles.bytes_not_in(other)


def _all_tiles(state: State) -> Iterator[Tiles]:
    """Yield all ink and audio of a document."""
    if state.mask is not None:
        yield state.mask
    for layer in _layers_of(state):
        all_tiles = (tiles for pair in _tile_pairs(layer, None) for tiles in pair)
        yield from (tiles for tiles in all_tiles if tiles is not None)


def _last_users(steps: Iterable[Step]) -> dict[int, tuple[Tile, Step]]:
    """Return all tiles except the silent one, by identity, each with the last step that uses it."""
    parts: dict[int, tuple[Tiles, Step]] = {}
    for step in steps:
        for part in _all_tiles(step.state):
            parts.pop(id(part), None)  # so that it comes last
            parts[id(part)] = part, step
    tiles = {id(tile): (tile, step) for part, step in parts.values() for tile in part.tiles}
    for part, _ in parts.values():
        tiles.pop(id(part.silence), None)
    return tiles
