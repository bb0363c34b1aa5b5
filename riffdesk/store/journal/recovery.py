"""Recovery of unsaved sketches: finds, checks, reads and discards the journals of processes that were killed."""

from __future__ import annotations

import threading
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from riffdesk.arrays import Array
from riffdesk.errors import Cancelled, UserError
from riffdesk.language import tr
from riffdesk.progress import check
from riffdesk.sketch.state import State
from riffdesk.store.journal.journal import Journal
from riffdesk.store.journal.journal_folders import folders, hold, is_reported, prune, remove
from riffdesk.store.journal.manifest import Manifest, NewerJournal, OpenRiff, contents_of, manifests_in, read_manifest
from riffdesk.store.journal.tile_files import DamagedJournal, read_segment

if TYPE_CHECKING:
    from riffdesk.lock import Lock

_PICTURE_COLUMNS = 128


@dataclass(frozen=True, eq=False)
class Recoverable:
    """The last good version of a sketch in an unlocked journal.

    Parameters
    ----------
    folder : Path
        Folder of the journal.
    manifest : Manifest
    picture : float32 ``[bands, columns]``
        Preview of about 128 columns: the maximum of its layers' ink.
    """

    folder: Path
    manifest: Manifest
    picture: Array

    @property
    def id(self) -> str:
        """Its name on the command line."""
        return self.folder.name

    @property
    def name(self) -> str:
        """Name of the sketch."""
        return self.manifest.name

    @property
    def time(self) -> datetime:
        """Local time at which the version was stored."""
        return datetime.fromtimestamp(self.manifest.time)

    @property
    def seconds(self) -> float:
        """Length of the sketch."""
        return self.manifest.seconds


@dataclass(frozen=True, eq=False)
class FoundJournals:
    """Journals that were found.

    Parameters
    ----------
    sketches : tuple of Recoverable
        Sketches that can be recovered, the latest first.
    damaged : tuple of Path
        Journals without a readable version that were not reported yet.
    """

    sketches: tuple[Recoverable, ...]
    damaged: tuple[Path, ...]


@dataclass(frozen=True, eq=False)
class Recovered:
    """A recovered sketch and its journal, to which further versions are written.

    Parameters
    ----------
    state : State
    name : str
        Name of the sketch.
    path : Path, optional
        Its project file.
    stamp : str
        Stamp of the project file when it was last opened or saved.
    riffs : tuple of OpenRiff
        Riffs that were in progress.
    journal : Journal
        Locked. To be cleared when the sketch is saved or closed, or released.
    snapshots : tuple of State or None
        The state in each slot for snapshots.
    """

    state: State
    name: str
    path: Path | None
    stamp: str
    riffs: tuple[OpenRiff, ...]
    journal: Journal
    snapshots: tuple[State | None, ...] = ()


def find_recoverable(cancel: threading.Event | None = None) -> FoundJournals:
    """Find sketches to recover, after removing empty and old journals.

    All files of a journal are read and checked, so that every sketch that is found can be recovered.

    Raises
    ------
    Cancelled
        If ``cancel`` was set.
    """
    prune()
    sketches: list[Recoverable] = []
    damaged: list[Path] = []
    for folder in folders():
        check(cancel)
        lock = hold(folder)
        if lock is None:
            continue
        try:
            sketch = _examined(folder, lock, cancel)
            if sketch is not None:
                sketches.append(sketch)
        except DamagedJournal:
            if not is_reported(folder):
                damaged.append(folder)
        finally:
            lock.release()
    return FoundJournals(tuple(sketches), tuple(damaged))


def recover(sketch: Recoverable, cancel: threading.Event | None = None) -> Recovered:
    """Read a sketch and lock its journal.

    Raises
    ------
    UserError
        If it was removed, or is open in another window.
    Cancelled
        If ``cancel`` was set.
    """
    lock = hold(sketch.folder)
    if lock is None:
        raise UserError(tr("{name} was recovered or discarded in another window.", name=sketch.name))
    try:
        manifest, arrays = _last_good(sketch.folder, cancel)
        contents = contents_of(manifest, arrays)
        journal = Journal.adopted(sketch.folder, lock, manifest, contents.tiles)
    except (DamagedJournal, OSError) as error:
        lock.release()
        raise UserError(
            tr("{name} cannot be read any more. Its journal is in {folder}.", name=sketch.name, folder=sketch.folder)
        ) from error
    except Cancelled:
        lock.release()
        raise
    path = Path(manifest.path) if manifest.path else None
    return Recovered(contents.state, manifest.name, path, manifest.stamp, contents.riffs, journal, contents.snapshots)


def discard(sketch: Recoverable) -> None:
    """Remove a sketch that was not recovered, unless it is open in another window.

    Raises
    ------
    UserError
        If it cannot be removed.
    """
    lock = hold(sketch.folder)
    if lock is not None:
        remove(sketch.folder, lock)
    if sketch.folder.exists():
        raise UserError(
            tr(
                "{name} cannot be discarded: it is open in another window, or {folder} is locked.",
                name=sketch.name,
                folder=sketch.folder,
            )
        )


def _examined(folder: Path, lock: Lock, cancel: threading.Event | None) -> Recoverable | None:
    """Return the last good version in a locked journal; None if there is nothing to recover.

    Raises
    ------
    DamagedJournal
        If there are versions but none can be read.
    """
    error: DamagedJournal | None = None
    for path in manifests_in(folder):
        try:
            manifest = read_manifest(path)
            if manifest.saved:
                break
            return Recoverable(folder, manifest, _picture(folder, manifest, cancel))
        except NewerJournal:
            return None  # a newer riffdesk recovers it
        except DamagedJournal as damage:
            error = damage
    else:
        if error is not None:
            raise error
    remove(folder, lock)  # killed before the first version was written, or after the last one was saved
    return None


def _last_good(folder: Path, cancel: threading.Event | None) -> tuple[Manifest, dict[int, Array]]:
    """Return the last good version in a journal, with its tiles by number."""
    for path in manifests_in(folder):
        try:
            manifest = read_manifest(path)
            if manifest.saved:
                break
            numbers = _tile_numbers(manifest)
            arrays: dict[int, Array] = {}
            for segment in manifest.segments:
                check(cancel)
                arrays.update(pair for pair in read_segment(folder, segment) if pair[0] in numbers)
            return manifest, arrays
        except (DamagedJournal, NewerJournal):
            continue
    raise DamagedJournal("no version can be read")


def _tile_numbers(manifest: Manifest) -> set[int]:
    runs = (run for entry in manifest.tiles for run in entry["runs"] if run[0])
    return {number for first, count in runs for number in range(first, first + count)}


def _picture(folder: Path, manifest: Manifest, cancel: threading.Event | None) -> Array:
    """Return a preview of a version's ink, after checking all of its segments."""
    picture_places: dict[int, list[int]] = {}  # tile to its places in the picture
    try:
        inks = [manifest.tiles[layer["ink"]] for layer in manifest.layers]
        bands, size = int(inks[0]["lead"][-1]), int(inks[0]["size"])
        count = -(-int(inks[0]["length"]) // size)
        stride = -(-count // _PICTURE_COLUMNS)  # number of tiles for each one that is used
        step = max(1, min(size, count * size // _PICTURE_COLUMNS))  # columns of ink for each one of the picture
        for ink in inks:
            first_index = 0
            for first, length in ink["runs"]:
                for index in range(first_index, first_index + length):
                    if first and index % stride == 0:
                        picture_places.setdefault(first + index - first_index, []).append(index // stride)
                first_index += length
        picture = np.zeros((-(-count // stride), bands, -(-size // step)), np.float32)
        for segment in manifest.segments:
            check(cancel)
            for number, values in read_segment(folder, segment):
                for index in picture_places.get(number, ()):
                    tile = values.reshape(-1, bands, size).max(axis=0)
                    small = np.maximum.reduceat(tile, np.arange(0, tile.shape[-1], step), axis=-1)
                    picture[index] = np.maximum(picture[index], small)
    except (ValueError, TypeError, LookupError) as error:
        raise DamagedJournal("the manifest makes no sense") from error
    return np.concatenate(list(picture), axis=-1)
