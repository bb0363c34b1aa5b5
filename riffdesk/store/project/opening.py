"""Reading .riff project files."""

from __future__ import annotations

import errno
import os
import struct
import threading
import zipfile
import zlib
from collections.abc import Callable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from riffdesk.errors import Cancelled, UserError, reason
from riffdesk.files import remove_abandoned
from riffdesk.language import tr
from riffdesk.progress import OnStep, Step, check, ignore_steps
from riffdesk.sketch.ink import Ink
from riffdesk.sketch.layer import Layer, Source
from riffdesk.sketch.sound import Sound, Waveform
from riffdesk.sketch.state import State
from riffdesk.sketch.tiles.tiles import Tiles
from riffdesk.store.project.array_changes import with_changes
from riffdesk.store.project.array_files import (
    DamagedArray,
    Shape,
    read_npy,
    read_wav,
)
from riffdesk.store.project.project_facts import LayerFacts, ProjectFacts, layer_of, state_of
from riffdesk.store.project.project_file import JSON_PART, MAX_BYTES, is_layer_ink, is_layer_sound, part_name
from riffdesk.store.project.project_json import JSON_BYTES, MAX_SNAPSHOTS, from_json
from riffdesk.store.project.snapshot_arrays import MissingArray, SnapshotReader, snapshot_part_name
from riffdesk.store.project.stamp import stamp_in
from riffdesk.store.project.zip_clutter import enclosing_folder, is_clutter

_Tiles = TypeVar("_Tiles", bound=Tiles)

_ENCRYPTED = 1
_THREADS = 2  # that read arrays: checksums, unpacking and copying let the other one run


@dataclass(frozen=True)
class OpenRequest:
    """Read a project file.

    Parameters
    ----------
    path : Path
    name : str
        Its name in messages; by default the file's name.
    """

    path: Path
    name: str = ""


@dataclass(frozen=True, eq=False)
class OpenedProject:
    """Contents of a project file.

    Parameters
    ----------
    document : State
    notes : tuple of str
        Sentences for the user about parts that could not be read.
    stamp : str
        Identifies the contents of the file; see `SaveRequest`.
    snapshots : tuple of State or None
        The state in each slot for snapshots.
    """

    document: State
    notes: tuple[str, ...]
    stamp: str
    snapshots: tuple[State | None, ...] = ()


def _is_source_ink(shape: Shape, facts: ProjectFacts) -> bool:
    """Return whether a shape is that of a source's ink, which may have another length than its layer."""
    return len(shape) >= 2 and shape[-1] >= 1 and is_layer_ink((*shape[:-1], facts.columns), facts)


def open_project(
    request: OpenRequest, on_step: OnStep = ignore_steps, cancel: threading.Event | None = None
) -> OpenedProject:
    """Read a project file.

    NaN and infinity in ink and sound are read as silence. Temporary files of killed processes beside it are removed.

    Raises
    ------
    UserError
        If the file is missing, no project, made by a newer riffdesk, or damaged; the message names the damaged part.
    Cancelled
        If ``cancel`` was set.
    """
    name = request.name or request.path.name
    if os.path.isdir(request.path):
        raise UserError(tr("{name} is a folder. Choose the project in it.", name=name or request.path.absolute()))
    remove_abandoned(request.path.parent)
    try:
        with request.path.open("rb") as file:
            start = file.read(2)
            if not start:
                raise UserError(tr("{name} is empty. Choose another file, or a backup copy of it.", name=name))
            if start != b"PK":
                raise UserError(tr("{name} is not a riffdesk project. Choose another file.", name=name))
            with _naming_part(name, tr("its list of contents")):
                archive = zipfile.ZipFile(file)
            with archive:
                return _Reader(archive, name, on_step, cancel).document()
    except OSError as error:
        raise UserError(tr("Could not open {name}: {reason}.", name=name, reason=reason(error))) from error


def load_project(request: OpenRequest, on_step: OnStep = ignore_steps, cancel: threading.Event | None = None) -> State:
    """Return the document in a project file, as `open_project` reads it."""
    return open_project(request, on_step, cancel).document


def _damaged(name: str, problem: str) -> UserError:
    return UserError(
        tr(
            "{name} is damaged or cut short: {problem}. Open a backup copy of it if there is one.",
            name=name,
            problem=problem,
        )
    )


@contextmanager
def _naming_part(name: str, part: str) -> Iterator[None]:
    """Turn exceptions while a part is read into a `UserError` that names the part."""
    try:
        yield
    except DamagedArray as error:
        raise _damaged(name, tr("{part} cannot be read, {error}", part=part, error=error)) from error
    except OSError as error:
        if error.errno not in (None, errno.EINVAL):  # EINVAL: a damaged offset
            raise UserError(
                tr("Could not read {part} in {name}: {reason}.", part=part, name=name, reason=reason(error))
            ) from error
        raise _damaged(name, tr("{part} cannot be read", part=part)) from error
    except (zipfile.BadZipFile, zlib.error, struct.error, EOFError, ValueError, RuntimeError, LookupError) as error:
        raise _damaged(name, tr("{part} cannot be read", part=part)) from error


@dataclass(frozen=True, eq=False)
class _LayerArrays:
    """Arrays of a layer that threads read; the source's ink is the layer's if it has none of its own."""

    ink: Future[Ink]
    source: Future[Waveform] | None
    source_ink: Future[Ink] | None
    made: Future[Ink] | None
    sound: Future[Waveform] | None


class _Reader:
    """Reads the members of an open project file, several at a time."""

    def __init__(self, archive: zipfile.ZipFile, name: str, on_step: OnStep, cancel: threading.Event | None) -> None:
        self._archive, self._name = archive, name
        self._on_step, self._cancel = on_step, cancel
        self._infos = [info for info in archive.infolist() if not is_clutter(info.filename)]
        folder = enclosing_folder([info.filename for info in self._infos], JSON_PART)
        self._members = {info.filename.removeprefix(folder): info for info in self._infos}
        self._total = sum(info.file_size for info in self._infos)
        self._done = 0
        self._lock, self._failed = threading.Lock(), False
        self._threads = ThreadPoolExecutor(_THREADS, "open project")

    def document(self) -> OpenedProject:
        """Return the contents of the file."""
        facts = from_json(self._json(), self._name)
        self._check_members(facts)
        try:
            arrays = [self._start(number, layer_facts, facts) for number, layer_facts in enumerate(facts.layers, 1)]
            layers = tuple(map(_layer, facts.layers, arrays))
            snapshots = self._snapshots(facts, layers)
        finally:
            self._failed = True  # stops the other threads after an error
            self._threads.shutdown(cancel_futures=True)
        check(self._cancel)  # again, for a cancel while the threads were reading their last parts
        return OpenedProject(state_of(facts, layers), facts.notes, stamp_in(self._archive), snapshots)

    def _snapshots(self, facts: ProjectFacts, layers: tuple[Layer, ...]) -> tuple[State | None, ...]:
        """Return the states in the slots; arrays are read one after the other, as most are known already."""
        slots: dict[int, State] = {}
        reader = SnapshotReader(
            layers, lambda member, kind, wanted: self._npy(member, kind, lambda shape: shape == wanted)
        )
        for snapshot in facts.snapshots:
            try:
                slots[snapshot.slot] = state_of(snapshot.document, reader.layers(snapshot))
            except MissingArray as error:
                raise _damaged(self._name, tr("its snapshot {slot} makes no sense", slot=snapshot.slot)) from error
        return tuple(slots.get(slot) for slot in range(1, MAX_SNAPSHOTS + 1)) if slots else ()

    def _json(self) -> bytes:
        info = self._members.get(JSON_PART)
        if info is None:
            raise UserError(
                tr(
                    "{name} is not a riffdesk project: it has no {json_part}. Choose another file.",
                    name=self._name,
                    json_part=JSON_PART,
                )
            )
        if info.file_size > JSON_BYTES:
            raise _damaged(self._name, tr("its {json_part} is far too long", json_part=JSON_PART))
        self._check_packing(info)
        with _naming_part(self._name, tr("its {json_part}", json_part=JSON_PART)), self._archive.open(info) as member:
            return member.read(JSON_BYTES)

    def _check_members(self, facts: ProjectFacts) -> None:
        """Raise UserError for missing and unknown members, and for a project that is too large."""
        expected = {JSON_PART}
        for number, layer_facts in enumerate(facts.layers, 1):
            layer_parts = {
                "ink.npy": True,
                "source.wav": layer_facts.source,
                "source.npy": layer_facts.source_ink,
                "made.npy": layer_facts.stores_made,
                "sound.npy": layer_facts.sound == "own",
            }
            expected |= {part_name(number, file) for file, is_expected in layer_parts.items() if is_expected}
        for snapshot in facts.snapshots:
            for number, arrays in enumerate(snapshot.arrays, 1):
                changed = (kind for kind, array in arrays.items() if array.changes.count)
                expected |= {snapshot_part_name(snapshot.slot, number, kind) for kind in changed}
        missing = sorted(expected - self._members.keys())
        if missing:
            raise _damaged(self._name, tr("its part {missing} is missing", missing=missing[0]))
        unknown = sorted(self._members.keys() - expected)
        if unknown or len(self._infos) > len(expected):
            problem = tr("an unknown part, {unknown!r}", unknown=unknown[0][:80]) if unknown else tr("a part twice")
            raise UserError(
                tr(
                    "{name} holds {problem}, and was not opened. Get another copy of it.",
                    name=self._name,
                    problem=problem,
                )
            )
        for info in self._members.values():
            self._check_packing(info)
        if self._total > MAX_BYTES:
            raise UserError(
                tr(
                    "{name} would unpack to {total:.1f} GiB, and a project has at most {most:.0f}. It was not opened.",
                    name=self._name,
                    total=self._total / 2**30,
                    most=MAX_BYTES / 2**30,
                )
            )

    def _check_packing(self, info: zipfile.ZipInfo) -> None:
        is_unknown = info.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
        if is_unknown or info.flag_bits & _ENCRYPTED:
            raise _damaged(
                self._name, tr("its part {filename!r} is packed in an unknown way", filename=info.filename[:80])
            )

    def _start(self, number: int, layer_facts: LayerFacts, facts: ProjectFacts) -> _LayerArrays:
        """Start to read the arrays of a layer."""
        rate, start = facts.params.sample_rate, self._threads.submit

        def is_ink(shape: Shape) -> bool:
            return is_layer_ink(shape, facts)

        def is_source_ink(shape: Shape) -> bool:
            return _is_source_ink(shape, facts)

        def is_made(shape: Shape) -> bool:
            return layer_facts.made is not None and shape[-1:] == (layer_facts.made.count,) and is_source_ink(shape)

        def part(file: str) -> str:
            return part_name(number, file)

        has_source, has_sound = layer_facts.source, layer_facts.sound == "own"
        has_source_ink = has_source and layer_facts.source_ink
        return _LayerArrays(
            start(self._npy, part("ink.npy"), Ink, is_ink),
            start(self._wav, part("source.wav"), rate, is_layer_sound) if has_source else None,
            start(self._npy, part("source.npy"), Ink, is_source_ink) if has_source_ink else None,
            start(self._npy, part("made.npy"), Ink, is_made) if layer_facts.stores_made else None,
            start(self._npy, part("sound.npy"), Waveform, is_layer_sound) if has_sound else None,
        )

    def _npy(self, member: str, kind: type[_Tiles], allowed: Callable[[Shape], bool]) -> _Tiles:
        info = self._members[member]
        with _naming_part(self._name, tr("its part {member}", member=member)), self._archive.open(info) as file:
            return read_npy(file, info.file_size, kind, allowed, self._step)

    def _wav(self, member: str, rate: int, allowed: Callable[[Shape], bool]) -> Waveform:
        info = self._members[member]
        with _naming_part(self._name, tr("its part {member}", member=member)), self._archive.open(info) as file:
            return read_wav(file, info.file_size, rate, Waveform, allowed, self._step)

    def _step(self, count: int) -> None:
        check(self._cancel)
        with self._lock:
            if self._failed:
                raise Cancelled
            self._done += count
            self._on_step(Step(min(self._done, self._total), self._total, tr("Opening {name}", name=self._name)))


def _layer(layer_facts: LayerFacts, arrays: _LayerArrays) -> Layer:
    """Return a layer with its arrays when they have been read."""
    ink = arrays.ink.result()
    source = None
    if arrays.source is not None:
        source = Source(arrays.source.result(), ink if arrays.source_ink is None else arrays.source_ink.result())
    waveform: Waveform | None = None
    if arrays.sound is not None:
        waveform = arrays.sound.result()
    elif layer_facts.sound == "source" and source is not None:
        waveform = source.waveform
    made = None
    if layer_facts.made is not None:
        values = None if arrays.made is None else arrays.made.result()
        made = with_changes(ink, layer_facts.made, values)
    sound = Sound(waveform, layer_facts.stale, layer_facts.draft)
    return layer_of(layer_facts, ink, source=source, sound=sound, made=made)
