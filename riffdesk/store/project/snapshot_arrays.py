"""The arrays of snapshots, each stored as changes from another array of the project.

Snapshots differ from the document in few tiles, so that eight of them take little more space than one.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from riffdesk.sketch.ink import Ink
from riffdesk.sketch.layer import Layer, Source
from riffdesk.sketch.sound import Sound, Waveform
from riffdesk.sketch.state import State
from riffdesk.sketch.tiles.tiles import Tiles
from riffdesk.store.project.array_changes import Changes, changes_from, with_changes
from riffdesk.store.project.project_facts import ArrayFacts, ArrayPlace, LayerFacts, SnapshotFacts, facts_of, layer_of

KINDS: dict[str, tuple[str, ...]] = {
    "ink": ("ink",),
    "source": ("source",),
    "source_ink": ("source_ink", "ink"),
    "made": ("made", "ink"),
    "sound": ("sound", "source"),
}
"""Arrays of a layer in the order in which they are stored, each with the kinds of those that it may be based on."""

_INKS = ("ink", "source_ink", "made")


class MissingArray(ValueError):
    """A snapshot refers to an array that the project does not have."""


def snapshot_part_name(slot: int, layer: int, kind: str) -> str:
    """Return the name in the zip of the changes of an array; layers are numbered from 1."""
    return f"snapshots/{slot}/{layer:02}/{kind}.npy"


def arrays_of(layer: Layer) -> dict[str, Tiles]:
    """Return the arrays of a layer by their kinds."""
    source = layer.source
    arrays: dict[str, Tiles | None] = {
        "ink": layer.tiles,
        "source": None if source is None else source.waveform,
        "source_ink": None if source is None else source.tiles,
        "made": layer.made,
        "sound": layer.sound.waveform,
    }
    return {kind: tiles for kind, tiles in arrays.items() if tiles is not None}


def snapshots_facts(document: State, snapshots: Sequence[State | None]) -> tuple[SnapshotFacts, ...]:
    """Return the snapshots of a document without their arrays, and the changes of these from earlier ones."""
    known: dict[str, list[tuple[ArrayPlace, Tiles]]] = {}
    facts = []
    for slot, state in enumerate((document, *snapshots)):
        if state is None:
            continue
        described = []
        for index, layer in enumerate(state.layers):
            arrays: dict[str, ArrayFacts] = {}
            bases = known.setdefault(layer.id, [])
            for kind, tiles in arrays_of(layer).items():
                if slot:
                    arrays[kind] = _array_facts(tiles, [base for base in bases if base[0].kind in KINDS[kind]])
                bases.append((ArrayPlace(slot, index, kind), tiles))
            described.append(arrays)
        if slot:
            facts.append(SnapshotFacts(slot, facts_of(state, made=False), tuple(described)))
    return tuple(facts)


def changed_arrays(
    facts: Sequence[SnapshotFacts], snapshots: Sequence[State | None]
) -> Iterator[tuple[str, Tiles, Changes]]:
    """Yield the arrays with values to be stored: name in the zip, array, and changes."""
    for snapshot in facts:
        state = snapshots[snapshot.slot - 1]
        for number, (layer, arrays) in enumerate(zip(state.layers if state else (), snapshot.arrays, strict=True), 1):
            tiles = arrays_of(layer)
            for kind, array in arrays.items():
                if array.changes.count:
                    yield snapshot_part_name(snapshot.slot, number, kind), tiles[kind], array.changes


class SnapshotReader:
    """Reconstructs the arrays of snapshots.

    Parameters
    ----------
    layers : sequence of Layer
        Layers of the document.
    values : callable
        Returns the values of the changes of an array, given its name in the zip, its class and their shape.
    """

    def __init__(self, layers: Sequence[Layer], values: Callable[[str, type[Tiles], tuple[int, ...]], Tiles]) -> None:
        self._values = values
        self._known: dict[ArrayPlace, Tiles] = {}
        for index, layer in enumerate(layers):
            self._keep(0, index, arrays_of(layer))

    def layers(self, facts: SnapshotFacts) -> tuple[Layer, ...]:
        """Return the layers of a snapshot.

        Raises
        ------
        MissingArray
            If it refers to an array that neither the document nor an earlier snapshot has.
        """
        pairs = enumerate(zip(facts.document.layers, facts.arrays, strict=True))
        return tuple(self._layer(facts.slot, index, layer, arrays) for index, (layer, arrays) in pairs)

    def _layer(self, slot: int, index: int, facts: LayerFacts, described: dict[str, ArrayFacts]) -> Layer:
        arrays: dict[str, Tiles] = {}
        for kind in (kind for kind in KINDS if kind in described):
            arrays[kind] = self._array(snapshot_part_name(slot, index + 1, kind), kind, described[kind])
            self._keep(slot, index, {kind: arrays[kind]})
        source = None
        if "source" in arrays:
            source = Source(Waveform.of(arrays["source"]), Ink.of(arrays["source_ink"]))
        sound = Waveform.of(arrays["sound"]) if "sound" in arrays else None
        return layer_of(
            facts,
            Ink.of(arrays["ink"]),
            source=source,
            sound=Sound(sound, facts.stale, facts.draft),
            made=Ink.of(arrays["made"]) if "made" in arrays else None,
        )

    def _array(self, name: str, kind: str, facts: ArrayFacts) -> Tiles:
        tiles_class = Ink if kind in _INKS else Waveform
        base: Tiles = tiles_class.silent(facts.lead, 1)
        if facts.base is not None:
            if facts.base not in self._known or facts.base.kind not in KINDS[kind]:
                raise MissingArray(name)
            base = self._known[facts.base]
            if base.lead != facts.lead:
                raise MissingArray(name)
        values = None
        if facts.changes.count:
            values = self._values(name, tiles_class, (*facts.lead, facts.changes.count))
        return with_changes(base, facts.changes, values)

    def _keep(self, slot: int, index: int, arrays: dict[str, Tiles]) -> None:
        self._known |= {ArrayPlace(slot, index, kind): tiles for kind, tiles in arrays.items()}


def _array_facts(tiles: Tiles, bases: Sequence[tuple[ArrayPlace, Tiles]]) -> ArrayFacts:
    """Return the changes of an array from the nearest of its bases, or from silence."""
    lead = tuple(map(int, tiles.lead))
    best = ArrayFacts(lead, None, changes_from(type(tiles).silent(tiles.lead, 1), tiles))
    for place, base in bases:
        if best.changes.count == 0 or base.lead != tiles.lead:
            continue
        changes = changes_from(base, tiles)
        if changes.count < best.changes.count:
            best = ArrayFacts(lead, place, changes)
    return best
