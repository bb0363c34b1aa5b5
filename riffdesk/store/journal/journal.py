"""The journal of one sketch: versions of the document on disk, for recovery after a crash or a power cut.

    recovery/<id>/
        lock                 held by the process that writes the journal
        000001.tiles         segments, see `riffdesk.store.journal.tile_files`
        00000001.manifest    versions, see `riffdesk.store.journal.manifest`; the two newest are kept

Versions of a document share tiles, so that a version adds only its new tiles and a manifest. Segments are on disk
(fsync) before the manifest that names them is renamed into place. So the newest manifest with correct digests of
itself and its segments is the last good version, wherever writing stopped. Segments that no kept manifest names are
removed; tiles in use of mostly unused segments are written again.
"""

from __future__ import annotations

import math
import threading
import time
import weakref
from collections.abc import Callable, Iterable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from riffdesk.errors import UserError, reason
from riffdesk.files import sync_folder
from riffdesk.language import tr
from riffdesk.sketch.sections.incoming_sections import PartialRiff
from riffdesk.sketch.state import State
from riffdesk.sketch.tiles.tile import Tile
from riffdesk.sketch.tiles.tiles import Tiles
from riffdesk.store.journal.journal_folders import create, make_room, remove
from riffdesk.store.journal.manifest import (
    Manifest,
    ManifestWriter,
    OpenRiff,
    Runs,
    manifests_in,
    path_text,
    project_of,
)
from riffdesk.store.journal.tile_files import Segment, segments_in, write_segments
from riffdesk.system import SYSTEM

if TYPE_CHECKING:
    from riffdesk.lock import Lock

_KEPT_MANIFESTS = 2  # manifests
_UNUSED_BYTES = 64 * 2**20  # of unused tiles that segments may hold, plus half of all bytes
_SMALL_BYTES, _MAX_SMALL_SEGMENTS = 2**20, 128  # each stroke makes a small segment; beyond this number they are merged

Riff = tuple[PartialRiff, Callable[[], str]]
"""A riff in progress, and a function that returns the folder name of its finished sections, or raises `UserError`."""


@dataclass(frozen=True, eq=False)
class Snapshot:
    """A version of the document to be stored.

    Parameters
    ----------
    state : State
    name : str
        Name of the sketch.
    path : Path, optional
        Its project file.
    stamp : str
        Stamp of the project file when it was last opened or saved.
    riffs : sequence of Riff
        Riffs in progress.
    slots : sequence of State or None
        Snapshots of the sketch.
    """

    state: State
    name: str = "Untitled"
    path: Path | None = None
    stamp: str = ""
    riffs: Sequence[Riff] = ()
    slots: Sequence[State | None] = ()


class Journal:
    """Stores versions of one sketch. Its folder is made at the first write.

    It may be used from any thread, but from one at a time.
    """

    def __init__(self) -> None:
        self.cancel = threading.Event()
        """Cancels a `write` in progress."""
        self._lock: Lock | None = None
        self._reset()

    def _reset(self) -> None:
        self.folder: Path | None = None
        self._generation = 0
        self._next_segment = self._next_tile = 1
        self._segments: dict[int, Segment] = {}
        self._manifests: dict[str, Manifest] = {}
        self._tile_numbers: dict[int, tuple[weakref.ref[Tile], int]] = {}
        self._runs_of_tiles: dict[int, tuple[Tiles, Runs]] = {}

    @classmethod
    def adopted(cls, folder: Path, lock: Lock, manifest: Manifest, tiles: Mapping[int, Tile]) -> Journal:
        """Continue a recovered journal, given its lock, the recovered version and its tiles by number."""
        journal = cls()
        journal.folder, journal._lock = folder, lock
        journal._generation = max((int(path.stem) for path in manifests_in(folder)), default=0)
        journal._segments = {segment.number: segment for segment in manifest.segments}
        journal._next_segment = max(segments_in(folder), default=0) + 1
        journal._next_tile = max((segment.first + segment.count for segment in manifest.segments), default=1)
        journal._manifests = {manifest.file_name: manifest}
        journal._tile_numbers = {id(tile): (weakref.ref(tile), number) for number, tile in tiles.items()}
        return journal

    def write(self, snapshot: Snapshot) -> None:
        """Store a version of the document.

        Raises
        ------
        UserError
            If it cannot be written; earlier versions are unchanged.
        Cancelled
            If `cancel` was set meanwhile.
        """
        try:
            self._write(snapshot)
        except OSError as error:
            raise UserError(
                tr("Autosave does not work: {reason}. Save the sketch yourself.", reason=reason(error))
            ) from error

    def mark_saved(self) -> None:
        """Store that the document is saved, so that there is nothing to recover; its tiles stay for later versions."""
        if self.folder is not None and self._manifests:
            last = next(reversed(self._manifests.values()))
            if not last.saved:
                try:
                    self._add_manifest(Manifest(self._generation + 1, time.time(), True, segments=last.segments))
                    self._remove_manifests()
                except OSError as error:
                    text = tr("The autosave of this sketch cannot be ended: {reason}.", reason=reason(error))
                    raise UserError(text) from error

    def clear(self) -> None:
        """Remove the journal's folder."""
        if self.folder is not None and self._lock is not None:
            folder, lock = self.folder, self._lock
            self._lock = None
            self._reset()
            remove(folder, lock)

    def release(self) -> None:
        """Release the lock and keep the folder for a recovery."""
        if self._lock is not None:
            self._lock.release()
            self._lock = None
            self._reset()

    # Writing

    def _write(self, snapshot: Snapshot) -> None:
        riffs = list(_with_folders(snapshot.riffs))
        self._forget_deleted_tiles()
        new_tiles: dict[int, tuple[Tile, int]] = {}
        written: list[Segment] = []
        writing = ManifestWriter(lambda tiles: self._runs(tiles, new_tiles))
        try:
            layers = writing.layers(snapshot.state)
            mask = writing.index_of(snapshot.state.mask)
            riff_entries = writing.riffs(riffs)
            slots = writing.slots(snapshot.slots, snapshot.name)
            if self.folder is None:
                self.folder, self._lock = create()
            make_room(sum(4 * math.prod(tile.shape) for tile, _ in new_tiles.values()), self.folder)
            tiles = [tile for tile, _ in new_tiles.values()]
            for segment in write_segments(self.folder, self._next_segment, self._next_tile, tiles, self.cancel):
                written.append(segment)
            segments = {**self._segments, **{segment.number: segment for segment in written}}
            used = _tiles_used(writing.tiles)
            counts = _used_counts(used, list(segments.values()))
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
                riff_entries,
                tuple(segment for segment in segments.values() if counts[segment.number]),
                slots,
            )
            self._add_manifest(manifest)
        except BaseException:
            self._runs_of_tiles.clear()  # they have numbers of tiles that were not written
            for segment in written:
                assert self.folder is not None
                (self.folder / segment.name).unlink(missing_ok=True)
            raise
        self._segments = segments
        self._next_segment += len(written)
        self._next_tile += len(new_tiles)
        self._runs_of_tiles = {key: pair for key, pair in self._runs_of_tiles.items() if writing.has(pair[0])}
        self._tile_numbers.update({key: (weakref.ref(tile), number) for key, (tile, number) in new_tiles.items()})
        self._remove_manifests()
        self._remove_unnamed()
        self._forget_unused(manifest, counts)

    def _add_manifest(self, manifest: Manifest) -> None:
        """Write a manifest; OSError if it cannot be read afterwards."""
        assert self.folder is not None
        path = self.folder / manifest.file_name
        temporary = path.with_suffix(".new")
        try:
            with temporary.open("wb") as file:
                file.write(manifest.to_bytes())
                file.flush()
                SYSTEM.sync(file.fileno())
            sync_folder(self.folder)  # the segments' names reach the disk before the manifest's
            temporary.replace(path)
        finally:
            temporary.unlink(missing_ok=True)
        self._generation = manifest.generation
        self._manifests[manifest.file_name] = manifest

    def _remove_manifests(self) -> None:
        """Remove all but the newest manifests, once the disk has the newest one."""
        assert self.folder is not None
        sync_folder(self.folder)
        for name in list(self._manifests)[:-_KEPT_MANIFESTS]:
            del self._manifests[name]
        for path in manifests_in(self.folder):
            if path.name not in self._manifests:
                with suppress(OSError):  # it is no file
                    path.unlink(missing_ok=True)

    def _remove_unnamed(self) -> None:
        """Remove segments that no kept manifest names."""
        assert self.folder is not None
        named_numbers = {segment.number for manifest in self._manifests.values() for segment in manifest.segments}
        for number, path in segments_in(self.folder).items():
            if number not in named_numbers:
                with suppress(OSError):  # it is no file
                    path.unlink(missing_ok=True)
        unnamed = [segment for number, segment in self._segments.items() if number not in named_numbers]
        self._forget_tiles_of(unnamed)
        for segment in unnamed:
            del self._segments[segment.number]

    # Numbers of tiles

    def _runs(self, tiles: Tiles, new_tiles: dict[int, tuple[Tile, int]]) -> Runs:
        """Return the numbers of some tiles as runs, after assigning numbers to new tiles."""
        cached = self._runs_of_tiles.get(id(tiles))
        if cached is not None:
            return cached[1]
        silence, runs = tiles.silence, Runs()
        for tile in tiles.tiles:
            number = 0 if tile is silence else self._number(tile, new_tiles)
            first, count = runs[-1] if runs else (-1, 0)
            if (number == 0 and first == 0) or (first > 0 and number == first + count):
                runs[-1][1] += 1
            else:
                runs.append([number, 1])
        self._runs_of_tiles[id(tiles)] = tiles, runs
        return runs

    def _number(self, tile: Tile, new_tiles: dict[int, tuple[Tile, int]]) -> int:
        numbered = self._tile_numbers.get(id(tile))
        if numbered is not None and numbered[0]() is tile:
            return numbered[1]
        return new_tiles.setdefault(id(tile), (tile, self._next_tile + len(new_tiles)))[1]

    def _forget_deleted_tiles(self) -> None:
        """Forget the numbers of tiles that were deleted."""
        self._tile_numbers = {key: pair for key, pair in self._tile_numbers.items() if pair[0]() is not None}

    def _forget_tiles_of(self, segments: Iterable[Segment]) -> None:
        """Forget the numbers of all tiles in some segments, so that tiles in use are written again."""
        numbers = {number for segment in segments for number in range(segment.first, segment.first + segment.count)}
        if numbers:
            self._tile_numbers = {key: pair for key, pair in self._tile_numbers.items() if pair[1] not in numbers}
            self._runs_of_tiles.clear()

    def _forget_unused(self, manifest: Manifest, used: Mapping[int, int]) -> None:
        """Forget mostly unused segments if too many bytes are unused, and small segments if there are too many."""
        unused = sum(
            segment.size * (segment.count - used[segment.number]) // segment.count for segment in manifest.segments
        )
        if unused > _UNUSED_BYTES + sum(segment.size for segment in manifest.segments) // 2:
            self._forget_tiles_of(segment for segment in manifest.segments if 2 * used[segment.number] < segment.count)
        small = [segment for segment in manifest.segments if segment.size < _SMALL_BYTES]
        if len(small) > _MAX_SMALL_SEGMENTS:
            self._forget_tiles_of(small)


def _with_folders(riffs: Sequence[Riff]) -> Iterable[OpenRiff]:
    for partial, folder in riffs:
        try:
            yield OpenRiff(partial, folder())
        except UserError:
            continue  # its model was removed, so that it cannot be continued


def _tiles_used(tiles: Sequence[Mapping[str, Runs]]) -> NDArray[np.int64]:
    runs = [run for entry in tiles for run in entry["runs"] if run[0]]
    numbers = [np.arange(first, first + count) for first, count in runs]
    return np.unique(np.concatenate(numbers)) if numbers else np.zeros(0, np.int64)


def _used_counts(tile_numbers: NDArray[np.int64], segments: Sequence[Segment]) -> dict[int, int]:
    """Return for each segment, by its number, how many of the tiles (sorted by number) it holds."""
    return {
        segment.number: int(
            np.searchsorted(tile_numbers, segment.first + segment.count) - np.searchsorted(tile_numbers, segment.first)
        )
        for segment in segments
    }
