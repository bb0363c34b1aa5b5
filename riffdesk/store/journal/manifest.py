"""The manifest of one stored version of a document: everything but its tiles, which it refers to by their numbers.

The file is one line of JSON text after a line that has the format's name and version and the digest of that text.
A manifest that was cut short or changed in any bit is found out by that.
"""

from __future__ import annotations

import hashlib
import json
import os
import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import asdict, dataclass, fields
from pathlib import Path
from typing import Any

import numpy as np

from riffdesk.errors import UserError
from riffdesk.sketch.incoming_sections import PartialRiff
from riffdesk.sketch.ink import Ink
from riffdesk.sketch.layer import Layer, Source
from riffdesk.sketch.sound import Sound, Waveform
from riffdesk.sketch.state import State
from riffdesk.sketch.tiles.tile import Array, Tile
from riffdesk.sketch.tiles.tiles import Tiles
from riffdesk.store.journal.tile_files import DamagedJournal, Segment
from riffdesk.store.project.project_json import LayerFacts, ProjectFacts, facts_of, from_json, to_json

VERSION = 1

_FORMAT = "riffdesk-journal"
_HEAD = re.compile(rb"riffdesk-journal (\d{1,9}) ([0-9a-f]{32})")
_NAME = re.compile(r"(\d{8})\.manifest")
_KINDS: dict[str, type[Tiles]] = {"ink": Ink, "waveform": Waveform}

Runs = list[list[int]]
"""Tiles in their order: each ``[first, count]`` stands for tiles of consecutive numbers, ``[0, count]`` for silence."""


class NewerJournal(Exception):
    """The journal was written by a newer riffdesk."""


@dataclass(frozen=True)
class Manifest:
    """What is on disk about one version of a document.

    Parameters
    ----------
    generation : int
        Later versions have higher ones.
    time : float
        When it was written, in seconds since 1970.
    saved : bool
        The document was as its file when this was written, so that there is nothing to recover.
    name, path : str
        What the sketch is called, and its project's file; '' for one that was never saved.
    stamp : str
        Identifies the file's contents when it was last opened or saved.
    seconds : float
        Length.
    project : str
        The document's facts, see `riffdesk.store.project.project_json`.
    tiles : list of dict
        Each distinct ink and waveform: kind, leading axes, length, tile size, runs.
    layers : list of dict
        Which of ``tiles`` each layer's ink, sound and source are.
    mask : int, optional
        Which of ``tiles`` the mask is.
    riffs : list of dict
        Riffs that were on their way; see `PartialRiff`.
    segments : tuple of Segment
        All that hold any of the tiles.
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
    """A riff on its way, and the folder of its finished sections.

    Parameters
    ----------
    partial : PartialRiff
    folder : str
        A name in `riffdesk.engine.recovery.riff_folders.root`.
    """

    partial: PartialRiff
    folder: str


def manifests_in(folder: Path) -> list[Path]:
    """Return the files of manifests, the newest first."""
    return sorted((path for path in folder.iterdir() if _NAME.fullmatch(path.name)), reverse=True)


def read_manifest(path: Path) -> Manifest:
    """Return what a file says.

    Raises
    ------
    DamagedJournal
        If it cannot be read or is not as it was written.
    NewerJournal
        If a newer riffdesk wrote it.
    """
    try:
        head, _, text = path.read_bytes().partition(b"\n")
    except OSError as error:
        raise DamagedJournal(f"{path.name} cannot be read") from error
    match = _HEAD.fullmatch(head)
    if match is None or match[2].decode() != _digest(text):
        raise DamagedJournal(f"{path.name} is not as it was written")
    if int(match[1]) > VERSION:
        raise NewerJournal
    try:
        body = json.loads(text)
        segments = tuple(Segment(*segment) for segment in body.pop("segments"))
        return Manifest(**body, segments=segments)
    except (ValueError, TypeError, KeyError) as error:
        raise DamagedJournal(f"{path.name} makes no sense") from error


def _digest(text: bytes) -> str:
    return hashlib.blake2b(text, digest_size=16).hexdigest()


class Writing:
    """Collects what a manifest says about a document.

    Parameters
    ----------
    runs_of : callable
        Returns the runs of some tiles.
    """

    def __init__(self, runs_of: Callable[[Tiles], Runs]) -> None:
        self.tiles: list[dict[str, Any]] = []
        self._runs_of = runs_of
        self._places: dict[int, int] = {}

    def layers(self, state: State) -> list[dict[str, Any]]:
        """Return what is said about the layers' arrays."""
        return [
            {
                "ink": self.place(layer.tiles),
                "sound": self.place(layer.sound.waveform),
                "source": layer.source and [self.place(layer.source.waveform), self.place(layer.source.tiles)],
            }
            for layer in state.layers
        ]

    def riffs(self, riffs: Sequence[OpenRiff]) -> list[dict[str, Any]]:
        """Return what is said about riffs on their way."""
        return [
            {
                "layer": riff.partial.layer_id,
                "folder": riff.folder,
                "new": riff.partial.new,
                "sections": riff.partial.sections,
                "tiles": self.place(riff.partial.tiles),
                "sounds": self.place(riff.partial.sounds),
                "added_before": riff.partial.added_before,
            }
            for riff in riffs
        ]

    def has(self, tiles: Tiles) -> bool:
        """Return whether some tiles are in the list."""
        return id(tiles) in self._places

    def place(self, tiles: Tiles | None) -> int | None:
        """Return the place of some tiles in the list; the same object has one place."""
        if tiles is None:
            return None
        if id(tiles) not in self._places:
            self._places[id(tiles)] = len(self.tiles)
            kind = next(name for name, one in _KINDS.items() if type(tiles) is one)
            self.tiles.append(
                {
                    "kind": kind,
                    "lead": list(tiles.lead),
                    "length": int(tiles.length),
                    "size": tiles.SIZE,
                    "runs": self._runs_of(tiles),
                }
            )
        return self._places[id(tiles)]


def project_of(state: State, name: str) -> str:
    """Return the facts of a document of some name as JSON; UserError if they could not be read again."""
    return to_json(facts_of(state), name).decode("ascii")


def document_in(manifest: Manifest, arrays: Mapping[int, Array]) -> tuple[State, tuple[OpenRiff, ...], dict[int, Tile]]:
    """Return the document of a manifest, the riffs that were on their way, and the tiles by number.

    Parameters
    ----------
    arrays : mapping of int to flat float32
        The tiles' values by number.

    Raises
    ------
    DamagedJournal
        If it makes no sense, which a manifest that is as it was written does.
    """
    try:
        facts = from_json(manifest.project.encode("ascii"), manifest.name)
        made: dict[int, Tile] = {}
        table = [_tiles(told, arrays, made) for told in manifest.tiles]
        layers = tuple(
            _layer(facts_of_layer, told, table)
            for facts_of_layer, told in zip(facts.layers, manifest.layers, strict=True)
        )
        if any(layer.columns != facts.columns for layer in layers):
            raise ValueError("ink of another length")
        mask = None if manifest.mask is None else table[manifest.mask]
        state = State(**_shared(facts, State, ("layers", "mask")), layers=layers, mask=mask)  # type: ignore[arg-type]
        return state, tuple(_riff(told, table) for told in manifest.riffs), made
    except (UserError, ValueError, TypeError, LookupError) as error:
        raise DamagedJournal("the manifest makes no sense") from error


def _layer(facts: LayerFacts, told: Mapping[str, Any], table: Sequence[Tiles]) -> Layer:
    source = None
    if told["source"] is not None:
        waveform, ink = (table[place] for place in told["source"])
        source = Source(waveform, ink)
    audio = None if told["sound"] is None else table[told["sound"]]
    sound = Sound(audio, facts.stale, facts.draft)
    shared = _shared(facts, Layer, ("source", "sound"))
    return Layer(table[told["ink"]], **shared, source=source, sound=sound)


def _shared(facts: ProjectFacts | LayerFacts, kind: type, other: Sequence[str]) -> dict[str, Any]:
    """Return the facts that are fields of a class by the same name."""
    names = {field.name for field in fields(facts)} - set(other)
    return {field.name: getattr(facts, field.name) for field in fields(kind) if field.name in names}


def _riff(told: Mapping[str, Any], table: Sequence[Tiles]) -> OpenRiff:
    partial = PartialRiff(
        told["layer"],
        told["new"],
        Ink.of(table[told["tiles"]]),
        None if told["sounds"] is None else Waveform.of(table[told["sounds"]]),
        told["added_before"],
        told["sections"],
    )
    return OpenRiff(partial, told["folder"])


def _tiles(told: Mapping[str, Any], arrays: Mapping[int, Array], made: dict[int, Tile]) -> Tiles:
    kind, lead, length, size = _KINDS[told["kind"]], tuple(told["lead"]), told["length"], told["size"]
    silence = kind.silent(lead, 1).silence
    tiles: list[Tile] = []
    for first, count in told["runs"]:
        for number in range(first, first + count) if first else ():
            if number not in made:
                made[number] = Tile(arrays[number].reshape(*lead, size))
            tiles.append(made[number])
        tiles += [silence] * (0 if first else count)
    if len(tiles) != -(-length // size):
        raise ValueError("tiles are missing")
    if size != kind.SIZE:  # written by a riffdesk with other tiles
        silent = np.zeros((*lead, size), np.float32)
        pieces = [silent if tile is silence else tile.array for tile in tiles]
        return kind.of(np.concatenate(pieces, axis=-1)[..., :length])
    return kind(lead, length, tuple(tiles))


def path_text(path: Path | None) -> str:
    """Return a path as it is stored."""
    return "" if path is None else os.fspath(path)
