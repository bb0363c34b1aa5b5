"""Reading the user's own folders: their files are listed by their headers, and afterwards measured one by one.

Listing takes less than a millisecond per file, so the files of a large folder can be found and played after seconds.
Measuring takes about an eighth of the sound's length; after a cancellation it continues where it stopped.
"""

from __future__ import annotations

import os
import stat
import threading
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass, field, replace
from pathlib import Path

import numpy as np

from riffdesk.analysis.features import features_of
from riffdesk.analysis.picture import picture_of
from riffdesk.analysis.sound_entry import entry_of
from riffdesk.analysis.transfer import SOUNDS
from riffdesk.audio.filing.sound_files import read_audio, read_recipe
from riffdesk.audio.filing.sound_source import open_sound_source
from riffdesk.audio.filing.tempo_tags import read_tempo_tags
from riffdesk.compose.guide import guide_of
from riffdesk.compose.score_text import score_of_text
from riffdesk.dsp.mel import analyse
from riffdesk.dsp.mix import db_of
from riffdesk.dsp.params import SpectrogramParams
from riffdesk.engine.riff.score.score_files import SCORES, read_score
from riffdesk.errors import UserError, readable
from riffdesk.language import tr
from riffdesk.progress import OnStep, Step, check, ignore_steps
from riffdesk.sketch.music.tempo_key_words import tempo_in
from riffdesk.sketch.state import MAX_SECONDS
from riffdesk.store.library.entry import Entry, NewEntry
from riffdesk.store.library.folders import (
    Folder,
    FolderFile,
    KnownFile,
    digest_of_path,
    folders,
    forget_files,
    known_files,
    list_files,
    set_measured,
    unmeasured,
    unmeasured_count,
)
from riffdesk.store.library.library import Library

MEASURED_SECONDS = 60.0
"""Of a longer file, only its beginning is measured."""

_LISTED_AT_ONCE = 200
_MEASURED_AT_ONCE = 10
_MOST_PLACES = 2_000  # that are watched; systems watch 8,192 for a user, or more
_LONGEST_NAME = 200


@dataclass(frozen=True)
class FoldersRead:
    """Result of reading folders.

    Parameters
    ----------
    listed : int
        Files that are new, or have changed.
    forgotten : int
        Removed entries, whose files no longer exist.
    unreadable : int
        Files that contain no sound despite their suffix.
    absent : tuple of Path
        Missing folders, for example on a drive that is not connected. Their entries stay.
    places : tuple of Path
        Folders that were read, and their subfolders, up to the number that is watched.
    """

    listed: int = 0
    forgotten: int = 0
    unreadable: int = 0
    absent: tuple[Path, ...] = ()
    places: tuple[Path, ...] = field(default=(), compare=False)


def list_folders(
    ids: tuple[int, ...] | None = None, on_step: OnStep = ignore_steps, cancel: threading.Event | None = None
) -> FoldersRead:
    """List the files of the user's folders as they are now.

    An entry whose file is gone is removed, unless it has stars or tags.

    Parameters
    ----------
    ids : tuple of int, optional
        Of the folders; by default all.

    Raises
    ------
    UserError
        If the library cannot be changed.
    Cancelled
        If ``cancel`` was set; entries listed until then stay.
    """
    with closing(Library()) as library:
        library.database.check_writable()
        read = FoldersRead()
        for folder in folders(library.database):
            if ids is None or folder.id in ids:
                one = _list_folder(library, folder, on_step, cancel)
                read = FoldersRead(
                    read.listed + one.listed,
                    read.forgotten + one.forgotten,
                    read.unreadable + one.unreadable,
                    read.absent + one.absent,
                    (read.places + one.places)[:_MOST_PLACES],
                )
        return read


def measure_folders(_: None = None, on_step: OnStep = ignore_steps, cancel: threading.Event | None = None) -> int:
    """Measure the files that were listed: loudness, tempo, key, picture and features; return how many.

    Raises
    ------
    UserError
        If the library cannot be changed.
    Cancelled
        If ``cancel`` was set; measurements made until then stay.
    """
    with closing(Library()) as library:
        library.database.check_writable()
        done, last, total = 0, 0, unmeasured_count(library.database)
        while ids := unmeasured(library.database, last, _MEASURED_AT_ONCE):
            measured = []
            try:
                for entry in library.entries(ids):
                    check(cancel)
                    on_step(Step(done, total, tr("Measuring {name}", name=readable(entry.path.name))))
                    done += 1
                    if not entry.missing:
                        measured.append((entry.id, _measure(entry, cancel)))
            finally:
                if measured:
                    set_measured(library.database, measured)
            last = ids[-1]
        return done


def _list_folder(library: Library, folder: Folder, on_step: OnStep, cancel: threading.Event | None) -> FoldersRead:
    if not folder.path.is_dir():
        return FoldersRead(absent=(folder.path,))
    what = tr("Reading {name}", name=folder.name)
    found = []
    places: list[Path] = []
    for file in _files(folder, library.folder, places):
        check(cancel)
        found.append(file)
        if not len(found) % _LISTED_AT_ONCE:
            on_step(Step(0, 0, tr("{what}: {count:,} files", what=what, count=len(found))))
    known = known_files(library.database, folder.path)
    pending = []
    for file in found:
        before = known.pop(os.fsencode(file.path), None)
        if before is None or before.folder is None or (before.folder == folder.id and _has_changed(before, file)):
            pending.append(file)
    listed = 0
    for start in range(0, len(pending), _LISTED_AT_ONCE):
        check(cancel)
        on_step(Step(start, len(pending), what))
        part = [
            (new, file)
            for file in pending[start : start + _LISTED_AT_ONCE]
            if (new := _entry_from_header(file)) is not None
        ]
        list_files(library.database, folder.id, part)
        listed += len(part)
    gone = [one.id for one in known.values() if one.folder == folder.id and not one.valued]
    forget_files(library.database, gone)
    return FoldersRead(listed, len(gone), len(pending) - listed, places=tuple(places[:_MOST_PLACES]))


def _has_changed(before: KnownFile, file: FolderFile) -> bool:
    return (before.bytes, before.changed) != (file.bytes, file.changed)


def _files(folder: Folder, library: Path, places: list[Path]) -> Iterator[FolderFile]:
    """Yield sounds and MIDI files in a folder and those inside, without hidden ones and the library's own.

    The folders are appended to ``places``.
    """
    own = os.path.abspath(library)
    for parent, inner, names in os.walk(folder.path):
        inner[:] = sorted(one for one in inner if not one.startswith(".") and os.path.join(parent, one) != own)
        places.append(Path(parent))
        place = "/".join((folder.name, *map(readable, Path(parent).relative_to(folder.path).parts)))
        for name in sorted(names):
            if name.startswith(".") or not name.lower().endswith((*SOUNDS, *SCORES)):
                continue
            path = Path(parent, name)
            try:
                status = path.stat()
            except OSError:  # a broken link, or removed meanwhile
                continue
            if stat.S_ISREG(status.st_mode):
                yield FolderFile(path, place, status.st_size, status.st_mtime)


def _entry_from_header(file: FolderFile) -> NewEntry | None:
    """Return the entry of a file by its name and header; None if that is no sound."""
    is_score = file.path.suffix.lower() in SCORES
    name = readable(file.path.stem)
    seconds, tempo = 0.0, tempo_in(name)
    if not is_score:
        try:
            with open_sound_source(file.path) as source:
                frames, rate = len(source.sound), source.sound.samplerate
                seconds = frames / rate
                tempo = read_tempo_tags(source.file, name, frames, rate).tempo
        except (UserError, OSError):
            return None
    return NewEntry(
        digest=digest_of_path(file.path),
        kind="notes" if is_score else "sound",
        name=" ".join(name.split())[:_LONGEST_NAME] or readable(file.path.name),
        seconds=seconds,
        tempo=tempo or 0.0,
        created=file.changed,
    )


def _measure(entry: Entry, cancel: threading.Event | None) -> NewEntry | None:
    """Return the entry of a file with all that can be measured; None if it cannot be read."""
    try:
        new = _measure_score(entry) if entry.path.suffix.lower() in SCORES else _measure_sound(entry, cancel)
    except (UserError, OSError):
        return None
    return replace(new, digest=entry.digest, name=entry.name)


def _measure_sound(entry: Entry, cancel: threading.Event | None) -> NewEntry:
    params = SpectrogramParams()
    recipe = read_recipe(entry.path)
    audio = read_audio(entry.path, params.sample_rate, first_seconds=MAX_SECONDS, cancel=cancel)
    measured = audio[:, : round(MEASURED_SECONDS * params.sample_rate)]
    ink = analyse(measured.mean(axis=0), params, cancel=cancel)
    kind = "sound" if recipe is None else "riff"
    new = entry_of(measured, ink, params, recipe, kind=kind, name=entry.name, tempo=entry.tempo or None)
    peak = max(new.peak_db, db_of(float(np.abs(audio).max(initial=0.0))))
    return replace(new, seconds=max(entry.seconds, audio.shape[-1] / params.sample_rate), peak_db=peak)


def _measure_score(entry: Entry) -> NewEntry:
    params, given = SpectrogramParams(), read_score(entry.path)
    columns = max(1, round(min(given.seconds, MEASURED_SECONDS) * params.columns_per_second))
    ink = guide_of(score_of_text(given.text), columns, params)
    return NewEntry(
        digest=entry.digest,
        kind="notes",
        name=entry.name,
        seconds=given.seconds,
        tempo=given.tempo,
        key=given.key,
        score=given.text,
        picture=picture_of(ink),
        features=features_of(ink, params),
    )
