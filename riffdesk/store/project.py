"""The .riff project file: a zip of JSON and of every array that a document consists of.

Inside are ``project.json`` and, for layer 01, 02, ... from the lowest up:

- ``layers/01/ink.npy``, its ink;
- ``layers/01/source.wav``, what was imported, as 32-bit floats, if it was;
- ``layers/01/source.npy``, the ink of that, if the layer's has become another;
- ``layers/01/sound.npy``, what it sounds like, if that has become another than what was imported.

So a project opens as it was closed, sound included, with nothing to render. The same document always
gives the same bytes. On the way in nothing is believed: names, sizes and shapes are checked against the
JSON before memory is taken, and no more is read than a part may have.
"""

from __future__ import annotations

import errno
import struct
import threading
import zipfile
import zlib
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from riffdesk.errors import UserError, reason
from riffdesk.files import remove_abandoned, write_beside
from riffdesk.progress import OnStep, Step, check, ignore_steps
from riffdesk.sketch.ink import Ink
from riffdesk.sketch.layer import Layer, Source
from riffdesk.sketch.sound import Sound, Waveform
from riffdesk.sketch.state import State
from riffdesk.sketch.tiles import Tiles
from riffdesk.store.arrays import (
    Array,
    DamagedArray,
    Shape,
    npy_pieces,
    npy_size,
    packs_well,
    read_npy,
    read_wav,
    wav_pieces,
    wav_size,
)
from riffdesk.store.clutter import enclosing_folder, is_clutter
from riffdesk.store.project_json import JSON_BYTES, LayerFacts, ProjectFacts, facts_of, from_json, to_json
from riffdesk.store.project_lock import saving
from riffdesk.store.stamp import refuse_changed, stamp_in
from riffdesk.store.versions import keep_version

PROJECT = ".riff"
MAX_BYTES = 4 * 2**30  # unpacked; a sketch is held in memory

_JSON = "project.json"
_DATE = (1980, 1, 1, 0, 0, 0)
_UNIX = 3
_ENCRYPTED = 1


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
            f"Could not save {path.name}: the sketch has {total / 2**30:.1f} GiB of ink and sound, and a project "
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
    parts = [_Part(_JSON, len(text), lambda: (True, iter([text])))]

    def npy(name: str, tiles: Tiles) -> None:
        parts.append(_Part(name, npy_size(tiles.shape), lambda: _assembled(tiles, npy_pieces)))

    def wav(name: str, tiles: Tiles) -> None:
        parts.append(_Part(name, wav_size(tiles.shape), lambda: _assembled(tiles, partial(wav_pieces, rate=rate))))

    for number, (layer, told) in enumerate(zip(document.layers, facts.layers, strict=True), 1):
        if not _is_ink(layer.tiles.shape, facts):
            raise UserError(f"Could not save {name}: the ink of the layer “{layer.name}” does not fit the sketch.")
        npy(_name(number, "ink.npy"), layer.tiles)
        if layer.source is not None:
            wav(_name(number, "source.wav"), layer.source.waveform)
            if told.source_ink:
                npy(_name(number, "source.npy"), layer.source.tiles)
        if told.sound == "own" and layer.sound.waveform is not None:
            npy(_name(number, "sound.npy"), layer.sound.waveform)
    return parts


def _assembled(tiles: Tiles, pieces: Callable[[Array], Iterator[bytes]]) -> tuple[bool, Iterator[bytes]]:
    whole = tiles.array
    return packs_well(whole), pieces(whole)


def _is_ink(shape: Shape, facts: ProjectFacts) -> bool:
    return shape[:-2] in ((), (2,)) and shape[-2:] == (facts.params.bands, facts.columns)


def _is_source_ink(shape: Shape, facts: ProjectFacts) -> bool:
    """Whether it fits; an original has any length, as what was cut off is kept and silence may be put before it."""
    return len(shape) >= 2 and shape[-1] >= 1 and _is_ink((*shape[:-1], facts.columns), facts)


def _is_sound(shape: Shape) -> bool:
    return len(shape) == 2 and shape[0] in (1, 2)


def _name(number: int, file: str) -> str:
    return f"layers/{number:02}/{file}"


def _member(part: _Part, packed: bool) -> zipfile.ZipInfo:
    """Return a zip entry that is the same whenever and wherever it is written."""
    info = zipfile.ZipInfo(part.name, _DATE)
    info.create_system = _UNIX
    info.compress_type = zipfile.ZIP_DEFLATED if packed else zipfile.ZIP_STORED
    info.file_size = part.size
    return info


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
        folder = enclosing_folder([info.filename for info in self._infos], _JSON)
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
            render=facts.render,
        )
        return OpenedProject(state, facts.notes, stamp_in(self._archive))

    def _json(self) -> bytes:
        info = self._members.get(_JSON)
        if info is None:
            raise UserError(f"{self._name} is not a riffdesk project: it has no {_JSON}. Choose another file.")
        if info.file_size > JSON_BYTES:
            raise _damaged(self._name, f"its {_JSON} is far too long")
        self._check_packing(info)
        with _reading(self._name, f"its {_JSON}"), self._archive.open(info) as member:
            return member.read(JSON_BYTES)

    def _check_members(self, facts: ProjectFacts) -> None:
        """Refuse what is missing, what does not belong there, and what would not fit in memory."""
        expected = {_JSON}
        for number, told in enumerate(facts.layers, 1):
            there = {
                "ink.npy": True,
                "source.wav": told.source,
                "source.npy": told.source_ink,
                "sound.npy": told.sound == "own",
            }
            expected |= {_name(number, file) for file, is_there in there.items() if is_there}
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
            return _is_ink(shape, facts)

        def is_source_ink(shape: Shape) -> bool:
            return _is_source_ink(shape, facts)

        ink = Ink.of(self._npy(_name(number, "ink.npy"), is_ink))
        source = None
        if told.source:
            audio = self._wav(_name(number, "source.wav"), rate, _is_sound)
            own = told.source_ink
            source_ink = Ink.of(self._npy(_name(number, "source.npy"), is_source_ink)) if own else ink
            source = Source(Waveform.of(audio), source_ink)
        waveform: Waveform | None = None
        if told.sound == "own":
            waveform = Waveform.of(self._npy(_name(number, "sound.npy"), _is_sound))
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

    def _npy(self, member: str, allowed: Callable[[Shape], bool]) -> Array:
        info = self._members[member]
        with _reading(self._name, f"its part {member}"), self._archive.open(info) as file:
            return read_npy(file, info.file_size, allowed, self._step)

    def _wav(self, member: str, rate: int, allowed: Callable[[Shape], bool]) -> Array:
        info = self._members[member]
        with _reading(self._name, f"its part {member}"), self._archive.open(info) as file:
            return read_wav(file, info.file_size, rate, allowed, self._step)

    def _step(self, count: int) -> None:
        check(self._cancel)
        self._done += count
        self._on_step(Step(min(self._done, self._total), self._total, f"Opening {self._name}"))
