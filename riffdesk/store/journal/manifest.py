"""The manifest of one stored version of a document, with numbers in place of its tiles.

The file is a line with the format's name, its version and the digest of the text, and a line of JSON text. The digest
reveals any damage.
"""

from __future__ import annotations

import hashlib
import json
import os
import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import asdict, dataclass, fields, replace
from pathlib import Path
from typing import Any

import numpy as np

from riffdesk.arrays import Array
from riffdesk.errors import UserError
from riffdesk.sketch.ink import Ink
from riffdesk.sketch.layer import Layer, Source
from riffdesk.sketch.sections.incoming_sections import PartialRiff
from riffdesk.sketch.sound import Sound, Waveform
from riffdesk.sketch.state import State
from riffdesk.sketch.tiles.tile import Tile
from riffdesk.sketch.tiles.tiles import Tiles
from riffdesk.store.journal.tile_files import DamagedJournal, Segment
from riffdesk.store.project.project_facts import LayerFacts, facts_of, layer_of, state_of
from riffdesk.store.project.project_json import MAX_SNAPSHOTS, from_json, to_json

VERSION = 2
"""Version 2 added the original ink of layers, and snapshots of the sketch."""

_FORMAT = "riffdesk-journal"
_HEAD = re.compile(rb"riffdesk-journal (\d{1,9}) ([0-9a-f]{32})")
_NAME = re.compile(r"(\d{8})\.manifest")
_KINDS: dict[str, type[Tiles]] = {"ink": Ink, "waveform": Waveform}

Runs = list[list[int]]
"""Numbers of tiles in order: each ``[first, count]`` stands for consecutive numbers, ``[0, count]`` for silence."""


class NewerJournal(Exception):
    """The journal was written by a newer riffdesk."""


@dataclass(frozen=True)
class Manifest:
    """Contents of a manifest.

    Parameters
    ----------
    generation : int
        Versions are numbered in order.
    time : float
        Time of writing, in seconds since 1970.
    saved : bool
        Whether the document equalled its file, so that there is nothing to recover.
    name, path : str
        Name of the sketch, and path of its project file; '' if it was never saved.
    stamp : str
        Stamp of the project file when it was last opened or saved.
    seconds : float
        Length of the document.
    project : str
        The document without its arrays, see `riffdesk.store.project.project_json`.
    tiles : list of dict
        Each distinct ink and waveform: kind, leading axes, length, tile size, runs.
    layers : list of dict
        Indices in ``tiles`` of each layer's ink, sound, source and original ink.
    mask : int, optional
        Index in ``tiles`` of the mask.
    riffs : list of dict
        Riffs in progress; see `PartialRiff`.
    slots : list of dict
        Snapshots of the sketch: slot from 1, ``project`` and ``layers``.
    segments : tuple of Segment
        Segments that hold these tiles.
    """

    generation: int
    time: float
    saved: bool
    name: str = ""
    path: str = ""
    stamp: str = ""
    seconds: float = 0.0
    project: str = ""
    tiles: Sequence[dict[str, Any]] = ()
    layers: Sequence[dict[str, Any]] = ()
    mask: int | None = None
    riffs: Sequence[dict[str, Any]] = ()
    segments: tuple[Segment, ...] = ()
    slots: Sequence[dict[str, Any]] = ()

    @property
    def file_name(self) -> str:
        """Name of its file."""
        return f"{self.generation:08}.manifest"

    def to_bytes(self) -> bytes:
        """Return the file's contents."""
        body = {field.name: getattr(self, field.name) for field in fields(self)}
        body["segments"] = [list(asdict(segment).values()) for segment in self.segments]
        text = json.dumps(body, allow_nan=False, separators=(",", ":")).encode("ascii")
        return f"{_FORMAT} {VERSION} {_digest(text)}\n".encode("ascii") + text


@dataclass(frozen=True, eq=False)
class OpenRiff:
    """A riff in progress, and the folder of its finished sections.

    Parameters
    ----------
    partial : PartialRiff
    folder : str
        Name of a folder in `riffdesk.engine.recovery.riff_folders.root`.
    """

    partial: PartialRiff
    folder: str


def manifests_in(folder: Path) -> list[Path]:
    """Return the manifest files in a folder, the newest first."""
    return sorted((path for path in folder.iterdir() if _NAME.fullmatch(path.name)), reverse=True)


def read_manifest(path: Path) -> Manifest:
    """Return the contents of a manifest file.

    Raises
    ------
    DamagedJournal
        If it cannot be read or its digest is wrong.
    NewerJournal
        If a newer riffdesk wrote it.
    """
    try:
        head, _, text = path.read_bytes().partition(b"\n")
    except OSError as error:
        raise DamagedJournal(f"{path.name} cannot be read") from error
    match = _HEAD.fullmatch(head)
    if match is None or match[2].decode() != _digest(text):
        raise DamagedJournal(f"{path.name} does not match its digest")
    if int(match[1]) > VERSION:
        raise NewerJournal
    try:
        body = json.loads(text)
        segments = tuple(Segment(*segment) for segment in body.pop("segments"))
        return Manifest(**body, segments=segments)
    except (ValueError, TypeError, KeyError, RecursionError) as error:
        raise DamagedJournal(f"{path.name} makes no sense") from error


def _digest(text: bytes) -> str:
    return hashlib.blake2b(text, digest_size=16).hexdigest()


class ManifestWriter:
    """Collects the entries of a manifest for a document.

    Parameters
    ----------
    runs_of : callable
        Returns the runs of an ink or a waveform.
    """

    def __init__(self, runs_of: Callable[[Tiles], Runs]) -> None:
        self.tiles: list[dict[str, Any]] = []
        self._runs_of = runs_of
        self._indices: dict[int, int] = {}

    def layers(self, state: State) -> list[dict[str, Any]]:
        """Return the entries of the layers' arrays."""
        return [
            {
                "ink": self.index_of(layer.tiles),
                "sound": self.index_of(layer.sound.waveform),
                "made": self.index_of(layer.made),
                "source": layer.source and [self.index_of(layer.source.waveform), self.index_of(layer.source.tiles)],
            }
            for layer in state.layers
        ]

    def slots(self, snapshots: Sequence[State | None], name: str) -> list[dict[str, Any]]:
        """Return the entries of the snapshots of a sketch."""
        return [
            {"slot": slot, "project": project_of(state, name), "layers": self.layers(state)}
            for slot, state in enumerate(snapshots, 1)
            if state is not None
        ]

    def riffs(self, riffs: Sequence[OpenRiff]) -> list[dict[str, Any]]:
        """Return the entries of riffs in progress."""
        return [
            {
                "layer": riff.partial.layer_id,
                "folder": riff.folder,
                "new": riff.partial.new,
                "sections": riff.partial.sections,
                "tiles": self.index_of(riff.partial.tiles),
                "sounds": self.index_of(riff.partial.sounds),
                "added_before": riff.partial.added_before,
                "extends": riff.partial.extends,
            }
            for riff in riffs
        ]

    def has(self, tiles: Tiles) -> bool:
        """Return whether an ink or waveform is in the list."""
        return id(tiles) in self._indices

    def index_of(self, tiles: Tiles | None) -> int | None:
        """Return the index of an ink or waveform in the list, to which it is added if it is new."""
        if tiles is None:
            return None
        if id(tiles) not in self._indices:
            self._indices[id(tiles)] = len(self.tiles)
            kind = next(name for name, tiles_class in _KINDS.items() if type(tiles) is tiles_class)
            self.tiles.append(
                {
                    "kind": kind,
                    "lead": list(tiles.lead),
                    "length": int(tiles.length),
                    "size": tiles.SIZE,
                    "runs": self._runs_of(tiles),
                }
            )
        return self._indices[id(tiles)]


def project_of(state: State, name: str) -> str:
    """Return a document without its arrays as JSON; UserError if that could not be read again."""
    return to_json(facts_of(state, made=False), name).decode("ascii")


@dataclass(frozen=True, eq=False)
class Contents:
    """A document with its snapshots, the riffs in progress, and the tiles by number."""

    state: State
    snapshots: tuple[State | None, ...]
    riffs: tuple[OpenRiff, ...]
    tiles: dict[int, Tile]


def contents_of(manifest: Manifest, arrays: Mapping[int, Array]) -> Contents:
    """Return the contents of a version.

    Parameters
    ----------
    arrays : mapping of int to flat float32
        Values of the tiles by number.

    Raises
    ------
    DamagedJournal
        If the manifest is invalid.
    """
    try:
        tiles_by_number: dict[int, Tile] = {}
        all_tiles = [_tiles(entry, arrays, tiles_by_number) for entry in manifest.tiles]
        state = _state(manifest.project, manifest.layers, all_tiles, manifest.name)
        if manifest.mask is not None:
            state = replace(state, mask=Ink.of(all_tiles[manifest.mask]))
        slots = {
            entry["slot"]: _state(entry["project"], entry["layers"], all_tiles, manifest.name)
            for entry in manifest.slots
        }
        snapshots = tuple(slots.get(slot) for slot in range(1, MAX_SNAPSHOTS + 1)) if slots else ()
        riffs = tuple(_riff(entry, all_tiles) for entry in manifest.riffs)
        return Contents(state, snapshots, riffs, tiles_by_number)
    except (UserError, ValueError, TypeError, LookupError) as error:
        raise DamagedJournal("the manifest makes no sense") from error


def _state(project: str, layers: Sequence[Mapping[str, Any]], all_tiles: Sequence[Tiles], name: str) -> State:
    """Return a document, given its JSON and the entries of its layers."""
    facts = from_json(project.encode("ascii"), name)
    pairs = zip(facts.layers, layers, strict=True)
    made_layers = tuple(_layer(facts_of_layer, entry, all_tiles) for facts_of_layer, entry in pairs)
    if any(layer.columns != facts.columns for layer in made_layers):
        raise ValueError("ink of another length")
    return state_of(facts, made_layers)


def _layer(facts: LayerFacts, entry: Mapping[str, Any], all_tiles: Sequence[Tiles]) -> Layer:
    source = None
    if entry["source"] is not None:
        waveform, ink = (all_tiles[index] for index in entry["source"])
        source = Source(waveform, ink)
    audio = None if entry["sound"] is None else all_tiles[entry["sound"]]
    sound = Sound(audio, facts.stale, facts.draft)
    made = None if entry.get("made") is None else Ink.of(all_tiles[entry["made"]])  # older versions have none
    return layer_of(facts, Ink.of(all_tiles[entry["ink"]]), source=source, sound=sound, made=made)


def _riff(entry: Mapping[str, Any], all_tiles: Sequence[Tiles]) -> OpenRiff:
    partial = PartialRiff(
        entry["layer"],
        entry["new"],
        Ink.of(all_tiles[entry["tiles"]]),
        None if entry["sounds"] is None else Waveform.of(all_tiles[entry["sounds"]]),
        entry["added_before"],
        entry["sections"],
        entry.get("extends", False),
    )
    return OpenRiff(partial, entry["folder"])


def _tiles(entry: Mapping[str, Any], arrays: Mapping[int, Array], tiles_by_number: dict[int, Tile]) -> Tiles:
    kind, lead, length, size = _KINDS[entry["kind"]], tuple(entry["lead"]), entry["length"], entry["size"]
    silence = kind.silent(lead, 1).silence
    tiles: list[Tile] = []
    for first, count in entry["runs"]:
        for number in range(first, first + count) if first else ():
            if number not in tiles_by_number:
                tiles_by_number[number] = Tile(arrays[number].reshape(*lead, size))
            tiles.append(tiles_by_number[number])
        tiles += [silence] * (0 if first else count)
    if len(tiles) != -(-length // size):
        raise ValueError("tiles are missing")
    if size != kind.SIZE:  # written by a riffdesk with other tiles
        silent = np.zeros((*lead, size), np.float32)
        tile_arrays = [silent if tile is silence else tile.array for tile in tiles]
        return kind.of(np.concatenate(tile_arrays, axis=-1)[..., :length])
    return kind(lead, length, tuple(tiles))


def path_text(path: Path | None) -> str:
    """Return a path as it is stored; '' for None."""
    return "" if path is None else os.fspath(path)
