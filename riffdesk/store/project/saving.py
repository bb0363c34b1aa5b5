"""Writes a document to a .riff project file."""

from __future__ import annotations

import threading
import zipfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from riffdesk.errors import UserError
from riffdesk.files import write_beside
from riffdesk.progress import OnStep, Step, check, ignore_steps
from riffdesk.sketch.state import State
from riffdesk.sketch.tiles.tiles import Tiles
from riffdesk.store.project.array_files import (
    Array,
    npy_pieces,
    npy_size,
    packs_well,
    wav_pieces,
    wav_size,
)
from riffdesk.store.project.project_file import JSON_PART, MAX_BYTES, is_layer_ink, part_name
from riffdesk.store.project.project_json import facts_of, to_json
from riffdesk.store.project.project_lock import saving
from riffdesk.store.project.stamp import refuse_changed, stamp_in
from riffdesk.store.project.versions import keep_version

_DATE = (1980, 1, 1, 0, 0, 0)

_UNIX = 3


@dataclass(frozen=True, eq=False)
class SaveRequest:
    """Write a document to a project file; ``path`` is replaced if it exists.

    Parameters
    ----------
    document : State
    path : Path
    expected : str, optional
        Stamp of the file as it was read or saved last: one that has become another since is not replaced.
    """

    document: State
    path: Path
    expected: str | None = None


@dataclass(frozen=True)
class SavedProject:
    """What came of a save; its notes and its stamp are as those of `OpenedProject`."""

    notes: tuple[str, ...]
    stamp: str


@dataclass(frozen=True, eq=False)
class _Part:
    """One member of the zip on its way out."""

    name: str
    size: int
    contents: Callable[[], tuple[bool, Iterator[bytes]]]
    """Whether deflating it is worth the wait, and its pieces; assembled when it is its turn, not all at once."""


def save_project(
    request: SaveRequest, on_step: OnStep = ignore_steps, cancel: threading.Event | None = None
) -> SavedProject:
    """Write a project file, whole or not at all; what it replaces is kept as a version.

    Raises
    ------
    ChangedOnDisk
        If the file is no longer the expected one.
    UserError
        If it cannot be written, or the sketch is larger than a project may be, or could not be read again.
    Cancelled
        If ``cancel`` was set; the file is as it was.
    """
    path = request.path
    parts = _parts(request.document, path.name)
    total, done = sum(part.size for part in parts), 0
    if total > MAX_BYTES:
        raise UserError(
            f"Could not save {path.name}: the sketch takes {total / 2**30:.1f} GiB, and a project "
            f"holds at most {MAX_BYTES / 2**30:.0f}. Export some layers and remove them first."
        )
    notes: tuple[str, ...] = ()
    with saving(path):
        refuse_changed(path, request.expected)
        with write_beside(path) as temporary:
            with zipfile.ZipFile(temporary, "w") as archive:
                for part in parts:
                    packed, pieces = part.contents()
                    with archive.open(_member(part, packed), "w") as member:
                        for piece in pieces:
                            check(cancel)
                            member.write(piece)
                            done += len(piece)
                            on_step(Step(done, total, f"Saving {path.name}"))
                stamp = stamp_in(archive)
            refuse_changed(path, request.expected)
            try:
                keep_version(path)
            except UserError as error:  # the new one is worth more than that
                notes = (str(error),)
    return SavedProject(notes, stamp)


def _parts(document: State, name: str) -> list[_Part]:
    """Return everything that is to be written, in the order of the file; UserError if it could not be read again."""
    facts, rate = facts_of(document), document.params.sample_rate
    text = to_json(facts, name)
    parts = [_Part(JSON_PART, len(text), lambda: (True, iter([text])))]

    def npy(name: str, tiles: Tiles) -> None:
        parts.append(_Part(name, npy_size(tiles.shape), lambda: _assembled(tiles, npy_pieces)))

    def wav(name: str, tiles: Tiles) -> None:
        parts.append(_Part(name, wav_size(tiles.shape), lambda: _assembled(tiles, partial(wav_pieces, rate=rate))))

    for number, (layer, told) in enumerate(zip(document.layers, facts.layers, strict=True), 1):
        if not is_layer_ink(layer.tiles.shape, facts):
            raise UserError(f"Could not save {name}: the picture of the layer “{layer.name}” does not fit the sketch.")
        npy(part_name(number, "ink.npy"), layer.tiles)
        if layer.source is not None:
            wav(part_name(number, "source.wav"), layer.source.waveform)
            if told.source_ink:
                npy(part_name(number, "source.npy"), layer.source.tiles)
        if told.sound == "own" and layer.sound.waveform is not None:
            npy(part_name(number, "sound.npy"), layer.sound.waveform)
    return parts


def _assembled(tiles: Tiles, pieces: Callable[[Array], Iterator[bytes]]) -> tuple[bool, Iterator[bytes]]:
    whole = tiles.array
    return packs_well(whole), pieces(whole)


def _member(part: _Part, packed: bool) -> zipfile.ZipInfo:
    """Return a zip entry that is the same whenever and wherever it is written."""
    info = zipfile.ZipInfo(part.name, _DATE)
    info.create_system = _UNIX
    info.compress_type = zipfile.ZIP_DEFLATED if packed else zipfile.ZIP_STORED
    info.file_size = part.size
    return info
