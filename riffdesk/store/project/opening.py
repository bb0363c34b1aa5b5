"""Reads the document in a .riff project file."""

from __future__ import annotations

import errno
import struct
import threading
import zipfile
import zlib
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from riffdesk.errors import UserError, reason
from riffdesk.files import remove_abandoned
from riffdesk.progress import OnStep, Step, check, ignore_steps
from riffdesk.sketch.ink import Ink
from riffdesk.sketch.layer import Layer, Source
from riffdesk.sketch.sound import Sound, Waveform
from riffdesk.sketch.state import State
from riffdesk.sketch.tiles.tiles import Tiles
from riffdesk.store.project.array_files import (
    DamagedArray,
    Shape,
    read_npy,
    read_wav,
)
from riffdesk.store.project.project_file import JSON_PART, MAX_BYTES, is_layer_ink, is_layer_sound, part_name
from riffdesk.store.project.project_json import JSON_BYTES, LayerFacts, ProjectFacts, from_json
from riffdesk.store.project.stamp import stamp_in
from riffdesk.store.project.zip_clutter import enclosing_folder, is_clutter

_Tiles = TypeVar("_Tiles", bound=Tiles)

_ENCRYPTED = 1


@dataclass(frozen=True)
class OpenRequest:
    """Read a project file.

    Parameters
    ----------
    path : Path
    name : str
        What it is called in messages, where that is not its file's name.
    """

    path: Path
    name: str = ""


@dataclass(frozen=True, eq=False)
class OpenedProject:
    """What is in a project file.

    Parameters
    ----------
    document : State
    notes : tuple of str
        Sentences for the user about what could not be read.
    stamp : str
        Stands for what is in the file; see `SaveRequest`.
    """

    document: State
    notes: tuple[str, ...]
    stamp: str


def _is_source_ink(shape: Shape, facts: ProjectFacts) -> bool:
    """Whether it fits; an original has any length, as what was cut off is kept and silence may be put before it."""
    return len(shape) >= 2 and shape[-1] >= 1 and is_layer_ink((*shape[:-1], facts.columns), facts)


def open_project(
    request: OpenRequest, on_step: OnStep = ignore_steps, cancel: threading.Event | None = None
) -> OpenedProject:
    """Read a project file.

    Ink and sound that are no finite numbers count as silence. What killed riffdesks left beside it is removed.

    Returns
    -------
    OpenedProject

    Raises
    ------
    UserError
        If the file is missing, no project, made by a newer riffdesk, or damaged; the message says
        which part of it is.
    Cancelled
        If ``cancel`` was set.
    """
    name = request.name or request.path.name
    remove_abandoned(request.path.parent)
    try:
        with request.path.open("rb") as file:
            start = file.read(2)
            if not start:
                raise UserError(f"{name} is empty. Choose another file, or a backup copy of it.")
            if start != b"PK":
                raise UserError(f"{name} is not a riffdesk project. Choose another file.")
            with _reading(name, "its list of contents"):
                archive = zipfile.ZipFile(file)
            with archive:
                return _Reader(archive, name, on_step, cancel).document()
    except OSError as error:
        raise UserError(f"Could not open {name}: {reason(error)}.") from error


def load_project(request: OpenRequest, on_step: OnStep = ignore_steps, cancel: threading.Event | None = None) -> State:
    """Return the document in a project file, as `open_project` reads it."""
    return open_project(request, on_step, cancel).document


def _damaged(name: str, what: str) -> UserError:
    return UserError(f"{name} is damaged or cut short: {what}. Open a backup copy of it if there is one.")


@contextmanager
def _reading(name: str, what: str) -> Iterator[None]:
    """Name the part of the file that could not be read."""
    try:
        yield
    except DamagedArray as error:
        raise _damaged(name, f"{what} cannot be read, {error}") from error
    except OSError as error:
        if error.errno not in (None, errno.EINVAL):  # a position that the file does not have is damage
            raise UserError(f"Could not read {what} in {name}: {reason(error)}.") from error
        raise _damaged(name, f"{what} cannot be read") from error
    except (zipfile.BadZipFile, zlib.error, struct.error, EOFError, ValueError, RuntimeError, LookupError) as error:
        raise _damaged(name, f"{what} cannot be read") from error


class _Reader:
    """A project file on its way in."""

    def __init__(self, archive: zipfile.ZipFile, name: str, on_step: OnStep, cancel: threading.Event | None) -> None:
        self._archive, self._name = archive, name
        self._on_step, self._cancel = on_step, cancel
        self._infos = [info for info in archive.infolist() if not is_clutter(info.filename)]
        folder = enclosing_folder([info.filename for info in self._infos], JSON_PART)
        self._members = {info.filename.removeprefix(folder): info for info in self._infos}
        self._total = sum(info.file_size for info in self._infos)
        self._done = 0

    def document(self) -> OpenedProject:
        """Return what the file holds."""
        facts = from_json(self._json(), self._name)
        self._check_members(facts)
        state = State(
            params=facts.params,
            samples=facts.samples,
            columns=facts.columns,
            layers=tuple(self._layer(number, told, facts) for number, told in enumerate(facts.layers, 1)),
            active=facts.active,
            tempo=facts.tempo,
            beats_per_bar=facts.beats_per_bar,
            key=facts.key,
            circular=facts.circular,
            keyframes=facts.keyframes,
            made_from=facts.made_from,
            render=facts.render,
        )
        return OpenedProject(state, facts.notes, stamp_in(self._archive))

    def _json(self) -> bytes:
        info = self._members.get(JSON_PART)
        if info is None:
            raise UserError(f"{self._name} is not a riffdesk project: it has no {JSON_PART}. Choose another file.")
        if info.file_size > JSON_BYTES:
            raise _damaged(self._name, f"its {JSON_PART} is far too long")
        self._check_packing(info)
        with _reading(self._name, f"its {JSON_PART}"), self._archive.open(info) as member:
            return member.read(JSON_BYTES)

    def _check_members(self, facts: ProjectFacts) -> None:
        """Refuse what is missing, what does not belong there, and what would not fit in memory."""
        expected = {JSON_PART}
        for number, told in enumerate(facts.layers, 1):
            there = {
                "ink.npy": True,
                "source.wav": told.source,
                "source.npy": told.source_ink,
                "sound.npy": told.sound == "own",
            }
            expected |= {part_name(number, file) for file, is_there in there.items() if is_there}
        missing = sorted(expected - self._members.keys())
        if missing:
            raise _damaged(self._name, f"its part {missing[0]} is missing")
        unknown = sorted(self._members.keys() - expected)
        if unknown or len(self._infos) > len(expected):
            what = f"something that does not belong there, {unknown[0][:80]!r}" if unknown else "a part twice"
            raise UserError(f"{self._name} holds {what}, and was not opened. Get it anew from where it came from.")
        for info in self._members.values():
            self._check_packing(info)
        if self._total > MAX_BYTES:
            raise UserError(
                f"{self._name} would unpack to {self._total / 2**30:.1f} GiB, and a project has at most "
                f"{MAX_BYTES / 2**30:.0f}. It was not opened."
            )

    def _check_packing(self, info: zipfile.ZipInfo) -> None:
        packed = info.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
        if packed or info.flag_bits & _ENCRYPTED:
            raise _damaged(self._name, f"its part {info.filename[:80]!r} is packed in an unknown way")

    def _layer(self, number: int, told: LayerFacts, facts: ProjectFacts) -> Layer:
        """Return a layer with its arrays."""
        rate = facts.params.sample_rate

        def is_ink(shape: Shape) -> bool:
            return is_layer_ink(shape, facts)

        def is_source_ink(shape: Shape) -> bool:
            return _is_source_ink(shape, facts)

        ink = self._npy(part_name(number, "ink.npy"), Ink, is_ink)
        source = None
        if told.source:
            audio = self._wav(part_name(number, "source.wav"), rate, is_layer_sound)
            own = told.source_ink
            source = Source(audio, self._npy(part_name(number, "source.npy"), Ink, is_source_ink) if own else ink)
        waveform: Waveform | None = None
        if told.sound == "own":
            waveform = self._npy(part_name(number, "sound.npy"), Waveform, is_layer_sound)
        elif told.sound == "source" and source is not None:
            waveform = source.waveform
        return Layer(
            ink,
            told.name,
            told.colour,
            told.gain_db,
            told.pan,
            told.mute,
            told.solo,
            source=source,
            id=told.id,
            recipe=told.recipe,
            sound=Sound(waveform, told.stale, told.draft),
        )

    def _npy(self, member: str, kind: type[_Tiles], allowed: Callable[[Shape], bool]) -> _Tiles:
        info = self._members[member]
        with _reading(self._name, f"its part {member}"), self._archive.open(info) as file:
            return read_npy(file, info.file_size, kind, allowed, self._step)

    def _wav(self, member: str, rate: int, allowed: Callable[[Shape], bool]) -> Waveform:
        info = self._members[member]
        with _reading(self._name, f"its part {member}"), self._archive.open(info) as file:
            return read_wav(file, info.file_size, rate, Waveform, allowed, self._step)

    def _step(self, count: int) -> None:
        check(self._cancel)
        self._done += count
        self._on_step(Step(min(self._done, self._total), self._total, f"Opening {self._name}"))
