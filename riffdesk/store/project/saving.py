"""Writing .riff project files."""

from __future__ import annotations

import threading
import zipfile
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

from riffdesk.errors import UserError
from riffdesk.files import write_beside
from riffdesk.language import tr
from riffdesk.progress import OnStep, Step, check, ignore_steps
from riffdesk.sketch.layer import Layer
from riffdesk.sketch.state import State
from riffdesk.sketch.tiles.tiles import Tiles
from riffdesk.store.project.array_changes import Changes, values_in
from riffdesk.store.project.array_files import npy_chunks, npy_size, packs_well, wav_chunks, wav_size
from riffdesk.store.project.project_facts import LayerFacts, facts_of
from riffdesk.store.project.project_file import JSON_PART, MAX_BYTES, is_layer_ink, part_name
from riffdesk.store.project.project_json import to_json
from riffdesk.store.project.project_lock import saving
from riffdesk.store.project.snapshot_arrays import changed_arrays, snapshots_facts
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
        Stamp of the file when it was last read or saved: a file with another stamp is not replaced.
    snapshots : tuple of State or None
        The states in the slots for snapshots.
    """

    document: State
    path: Path
    expected: str | None = None
    snapshots: tuple[State | None, ...] = ()


@dataclass(frozen=True)
class SavedProject:
    """Result of a save: notes for the user, and the new stamp, as in `OpenedProject`."""

    notes: tuple[str, ...]
    stamp: str


@dataclass(frozen=True, eq=False)
class _Part:
    """One member of the zip to be written."""

    name: str
    size: int
    contents: Callable[[], tuple[bool, Iterator[bytes | memoryview]]]
    """Returns whether to deflate it, and its chunks. Called when it is written, to save memory."""


def save_project(
    request: SaveRequest, on_step: OnStep = ignore_steps, cancel: threading.Event | None = None
) -> SavedProject:
    """Write a project file, which is replaced only when complete; the replaced file is kept as a version.

    Raises
    ------
    ChangedOnDisk
        If the file does not have the expected stamp.
    UserError
        If it cannot be written, is too large, or could not be read again.
    Cancelled
        If ``cancel`` was set; the file is unchanged.
    """
    path = request.path
    parts = _parts(request.document, request.snapshots, path.name)
    total, done = sum(part.size for part in parts), 0
    notes: tuple[str, ...] = ()
    if total > MAX_BYTES and any(request.snapshots):
        parts = _parts(request.document, (), path.name)
        notes = (tr("The snapshots were left out: with them it takes {total:.1f} GiB.", total=total / 2**30),)
        total = sum(part.size for part in parts)
    if total > MAX_BYTES:
        raise UserError(
            tr(
                "Could not save {name}: the sketch takes {total:.1f} GiB, and a project holds at most "
                "{most:.0f}. Export some layers and remove them first.",
                name=path.name,
                total=total / 2**30,
                most=MAX_BYTES / 2**30,
            )
        )
    with saving(path):
        refuse_changed(path, request.expected)
        with write_beside(path) as temporary:
            with zipfile.ZipFile(temporary, "w") as archive:
                for part in parts:
                    deflated, chunks = part.contents()
                    with archive.open(_member(part, deflated), "w") as member:
                        for chunk in chunks:
                            check(cancel)
                            member.write(chunk)
                            done += len(chunk)
                            on_step(Step(done, total, tr("Saving {name}", name=path.name)))
                stamp = stamp_in(archive)
            refuse_changed(path, request.expected)
            try:
                keep_version(path)
            except UserError as error:  # saving the new one matters more
                notes = (*notes, str(error))
    return SavedProject(notes, stamp)


class _Parts:
    """Collects the members of the zip in their order.

    Parameters
    ----------
    rate : int
        Samples per second of sound.
    """

    def __init__(self, rate: int) -> None:
        self.parts: list[_Part] = []
        self._rate = rate

    def json(self, text: bytes) -> None:
        self.parts.append(_Part(JSON_PART, len(text), lambda: (True, iter([text]))))

    def npy(self, name: str, tiles: Tiles) -> None:
        self.parts.append(_Part(name, npy_size(tiles.shape), lambda: (packs_well(tiles), npy_chunks(tiles))))

    def wav(self, name: str, tiles: Tiles) -> None:
        self.parts.append(
            _Part(name, wav_size(tiles.shape), lambda: (packs_well(tiles), wav_chunks(tiles, self._rate)))
        )

    def changed(self, name: str, tiles: Tiles, changes: Changes) -> None:
        """Add the values of an array in the places of its changes, if there are any."""

        def contents() -> tuple[bool, Iterator[bytes | memoryview]]:
            values = values_in(tiles, changes.ranges)
            return packs_well(values), npy_chunks(values)

        if changes.count:
            self.parts.append(_Part(name, npy_size((*tiles.lead, changes.count)), contents))


def _parts(document: State, snapshots: Sequence[State | None], name: str) -> list[_Part]:
    """Return the members of the zip in their order; UserError if they could not be read again."""
    facts = replace(facts_of(document), snapshots=snapshots_facts(document, snapshots))
    parts = _Parts(document.params.sample_rate)
    parts.json(to_json(facts, name))
    for number, (layer, layer_facts) in enumerate(zip(document.layers, facts.layers, strict=True), 1):
        if not is_layer_ink(layer.tiles.shape, facts):
            raise UserError(
                tr(
                    "Could not save {name}: the picture of the layer “{layer_name}” does not fit the sketch.",
                    name=name,
                    layer_name=layer.name,
                )
            )
        _add_layer(parts, layer, layer_facts, partial(part_name, number))
    for array in changed_arrays(facts.snapshots, snapshots):
        parts.changed(*array)
    return parts.parts


def _add_layer(parts: _Parts, layer: Layer, facts: LayerFacts, name: Callable[[str], str]) -> None:
    """Add the arrays of a layer; ``name`` returns the name of each in the zip."""
    parts.npy(name("ink.npy"), layer.tiles)
    if layer.source is not None:
        parts.wav(name("source.wav"), layer.source.waveform)
        if facts.source_ink:
            parts.npy(name("source.npy"), layer.source.tiles)
    if layer.made is not None and facts.made is not None:
        parts.changed(name("made.npy"), layer.made, facts.made)
    if facts.sound == "own" and layer.sound.waveform is not None:
        parts.npy(name("sound.npy"), layer.sound.waveform)


def _member(part: _Part, deflated: bool) -> zipfile.ZipInfo:
    """Return a zip entry without time or system, so that equal documents give equal files."""
    info = zipfile.ZipInfo(part.name, _DATE)
    info.create_system = _UNIX
    info.compress_type = zipfile.ZIP_DEFLATED if deflated else zipfile.ZIP_STORED
    info.file_size = part.size
    return info
