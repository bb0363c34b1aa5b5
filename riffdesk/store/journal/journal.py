"""The journal of one sketch: versions of the document on disk, so that a kill or a power cut loses seconds at most.

    recovery/<id>/
        lock                 held by the process that writes the journal
        000001.tiles         segments, see `riffdesk.store.journal.tile_files`
        00000001.manifest    versions, see `riffdesk.store.journal.manifest`; the two newest are kept

A document is an immutable value in tiles that its versions share, so a version costs the tiles that no earlier one has,
and a manifest. Segments are on disk (fsync) before the manifest that names them is renamed into place. So the newest
manifest whose digest and segments are right is the last good version, whatever byte the writing stopped at. Segments
that no kept manifest names are removed; what is still needed of mostly unused ones is written anew.
"""

from __future__ import annotations

import math
import os
import threading
import time
import weakref
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from riffdesk.errors import UserError, reason
from riffdesk.files import sync_folder
from riffdesk.sketch.incoming_sections import PartialRiff
from riffdesk.sketch.state import State
from riffdesk.sketch.tiles.tile import Tile
from riffdesk.sketch.tiles.tiles import Tiles
from riffdesk.store.journal.journal_folders import create, make_room, remove
from riffdesk.store.journal.manifest import Manifest, OpenRiff, Runs, Writing, manifests_in, path_text, project_of
from riffdesk.store.journal.tile_files import Segment, write_segments

if TYPE_CHECKING:
    from riffdesk.lock import Lock

_KEPT = 2  # manifests
_UNUSED_BYTES = 64 * 2**20  # that segments may hold of tiles that no version needs, beside half of all
_SMALL_BYTES, _MOST_SMALL = 2**20, 128  # a stroke makes a small segment; so many of them become large ones

Riff = tuple[PartialRiff, Callable[[], str]]
"""A riff on its way, and what returns the name of the folder of its finished sections, or raises `UserError`."""


@dataclass(frozen=True, eq=False)
class Snapshot:
    """A version of the document to be stored.

    Parameters
    ----------
    state : State
    name : str
        What the sketch is called.
    path : Path, optional
        Its project's file.
    stamp : str
        Identifies the file's contents when it was last opened or saved.
    riffs : sequence of Riff
        On their way into the document.
    """

    state: State
    name: str = "Untitled"
    path: Path | None = None
    stamp: str = ""
    riffs: Sequence[Riff] = ()


class Journal:
    """Stores versions of one sketch. Its folder is made when there is something to store.

    It may be used from any thread, by one at a time.
    """

    def __init__(self) -> None:
        self.cancel = threading.Event()
        """Ends a `write` that is in progress."""
        self._lock: Lock | None = None
        self._reset()

    def _reset(self) -> None:
        self.folder: Path | None = None
        self._generation = 0
        self._next_segment = self._next_tile = 1
        self._segments: dict[int, Segment] = {}
        self._manifests: dict[str, Manifest] = {}
        self._known: dict[int, tuple[weakref.ref[Tile], int]] = {}
        self._encoded: dict[int, tuple[Tiles, Runs]] = {}

    @classmethod
    def adopted(cls, folder: Path, lock: Lock, manifest: Manifest, tiles: Mapping[int, Tile]) -> Journal:
        """Go on with a journal that was recovered, given its lock, the version and its tiles by number."""
        journal = cls()
        journal.folder, journal._lock = folder, lock
        journal._generation = max((int(path.stem) for path in manifests_in(folder)), default=0)
        journal._segments = {segment.number: segment for segment in manifest.segments}
        numbers = [int(path.stem) for path in folder.glob("*.tiles")]
        journal._next_segment = max(numbers, default=0) + 1
        journal._next_tile = max((segment.first + segment.count for segment in manifest.segments), default=1)
        journal._manifests = {manifest.file_name: manifest}
        journal._known = {id(tile): (weakref.ref(tile), number) for number, tile in tiles.items()}
        return journal

    def write(self, snapshot: Snapshot) -> None:
        """Store a version of the document.

        Raises
        ------
        UserError
            If that cannot be done; what was stored before is as it was.
        Cancelled
            If `cancel` was set meanwhile.
        """
        try:
            self._write(snapshot)
        except OSError as error:
            raise UserError(
                f"Autosave does not work: {reason(error).rstrip('.')}. Save the sketch yourself."
            ) from error

    def mark_saved(self) -> None:
        """Note that the document is as its file, so that there is nothing to recover; its tiles stay for later."""
        if self.folder is not None and self._manifests:
            last = next(reversed(self._manifests.values()))
            if not last.saved:
                try:
                    self._put(Manifest(self._generation + 1, time.time(), True, segments=last.segments))
                except OSError as error:
                    text = f"The autosave of this sketch cannot be ended: {reason(error).rstrip('.')}."
                    raise UserError(text) from error

    def clear(self) -> None:
        """Remove all that is stored."""
        if self.folder is not None and self._lock is not None:
            folder, lock = self.folder, self._lock
            self._lock = None
            self._reset()
            remove(folder, lock)

    def release(self) -> None:
        """Leave what is stored to whoever recovers it."""
        if self._lock is not None:
            self._lock.release()
            self._lock = None
            self._reset()

    # Writing

    def _write(self, snapshot: Snapshot) -> None:
        riffs = list(_with_folders(snapshot.riffs))
        self._drop_dead()
        new: dict[int, tuple[Tile, int]] = {}
        writing = Writing(lambda tiles: self._runs(tiles, new))
        layers = writing.layers(snapshot.state)
        mask = writing.place(snapshot.state.mask)
        told = writing.riffs(riffs)
        if self.folder is None:
            self.folder, self._lock = create()
        make_room(sum(4 * math.prod(tile.shape) for tile, _ in new.values()), self.folder)
        written: list[Segment] = []
        try:
            tiles = [tile for tile, _ in new.values()]
            for segment in write_segments(self.folder, self._next_segment, self._next_tile, tiles, self.cancel):
                written.append(segment)
            segments = {**self._segments, **{segment.number: segment for segment in written}}
            used = _tiles_used(writing.tiles)
            counts = _used_in(used, list(segments.values()))
            manifest = Manifest(
                self._generation + 1,
                time.time(),
                False,
                snapshot.name,
                path_text(snapshot.path),
                snapshot.stamp,
                snapshot.state.samples / snapshot.state.params.sample_rate,
                project_of(snapshot.state, snapshot.name),
                writing.tiles,
                layers,
                mask,
                told,
                tuple(segment for segment in segments.values() if counts[segment.number]),
            )
            self._put(manifest)
        except BaseException:
            self._encoded.clear()
            for segment in written:
                (self.folder / segment.name).unlink(missing_ok=True)
            raise
        self._segments = segments
        self._next_segment += len(written)
        self._next_tile += len(new)
        self._encoded = {key: pair for key, pair in self._encoded.items() if writing.has(pair[0])}
        self._known.update({key: (weakref.ref(tile), number) for key, (tile, number) in new.items()})
        self._remove_unnamed()
        self._forget_unused(manifest, counts)

    def _put(self, manifest: Manifest) -> None:
        """Write a manifest, and remove the oldest."""
        assert self.folder is not None
        path = self.folder / manifest.file_name
        temporary = path.with_suffix(".new")
        try:
            with temporary.open("wb") as file:
                file.write(manifest.to_bytes())
                file.flush()
                os.fsync(file.fileno())
            sync_folder(self.folder)  # the segments' names, before that of what needs them
            temporary.replace(path)
        finally:
            temporary.unlink(missing_ok=True)
        sync_folder(self.folder)
        self._generation = manifest.generation
        self._manifests[manifest.file_name] = manifest
        for name in list(self._manifests)[:-_KEPT]:
            del self._manifests[name]
        for old in manifests_in(self.folder):
            if old.name not in self._manifests:
                old.unlink(missing_ok=True)

    def _remove_unnamed(self) -> None:
        """Remove segments that no kept manifest names."""
        assert self.folder is not None
        named = {segment.number for manifest in self._manifests.values() for segment in manifest.segments}
        for path in self.folder.glob("*.tiles"):
            if int(path.stem) not in named:
                path.unlink(missing_ok=True)
        gone = [segment for number, segment in self._segments.items() if number not in named]
        self._forget(gone)
        for segment in gone:
            del self._segments[segment.number]

    # Which tile is where

    def _runs(self, tiles: Tiles, new: dict[int, tuple[Tile, int]]) -> Runs:
        """Return where tiles are, after giving numbers to those that are not on disk yet."""
        known = self._encoded.get(id(tiles))
        if known is not None:
            return known[1]
        silence, runs = tiles.silence, Runs()
        for tile in tiles.tiles:
            number = 0 if tile is silence else self._number(tile, new)
            first, count = runs[-1] if runs else (-1, 0)
            if (number == 0 and first == 0) or (first > 0 and number == first + count):
                runs[-1][1] += 1
            else:
                runs.append([number, 1])
        self._encoded[id(tiles)] = tiles, runs
        return runs

    def _number(self, tile: Tile, new: dict[int, tuple[Tile, int]]) -> int:
        known = self._known.get(id(tile))
        if known is not None and known[0]() is tile:
            return known[1]
        return new.setdefault(id(tile), (tile, self._next_tile + len(new)))[1]

    def _drop_dead(self) -> None:
        """Forget tiles that nobody holds any more."""
        self._known = {key: pair for key, pair in self._known.items() if pair[0]() is not None}

    def _forget(self, segments: Iterable[Segment]) -> None:
        """Have what is still needed of some segments written anew."""
        gone = {number for segment in segments for number in range(segment.first, segment.first + segment.count)}
        if gone:
            self._known = {key: pair for key, pair in self._known.items() if pair[1] not in gone}
            self._encoded.clear()

    def _forget_unused(self, manifest: Manifest, used: Mapping[int, int]) -> None:
        """Forget segments that are mostly unused, where those take too much, and small ones, where there are many."""
        unused = sum(one.size * (one.count - used[one.number]) // one.count for one in manifest.segments)
        if unused > _UNUSED_BYTES + sum(one.size for one in manifest.segments) // 2:
            self._forget(one for one in manifest.segments if 2 * used[one.number] < one.count)
        small = [one for one in manifest.segments if one.size < _SMALL_BYTES]
        if len(small) > _MOST_SMALL:
            self._forget(small)


def _with_folders(riffs: Sequence[Riff]) -> Iterable[OpenRiff]:
    for partial, folder in riffs:
        try:
            yield OpenRiff(partial, folder())
        except UserError:
            continue  # its model is gone, so that nobody can go on with it


def _tiles_used(tiles: Sequence[Mapping[str, Runs]]) -> NDArray[np.int64]:
    runs = [run for told in tiles for run in told["runs"] if run[0]]
    numbers = [np.arange(first, first + count) for first, count in runs]
    return np.unique(np.concatenate(numbers)) if numbers else np.zeros(0, np.int64)


def _used_in(used: NDArray[np.int64], segments: Sequence[Segment]) -> dict[int, int]:
    """Return how many of some tiles, in ascending order, each segment holds."""
    return {
        one.number: int(np.searchsorted(used, one.first + one.count) - np.searchsorted(used, one.first))
        for one in segments
    }
