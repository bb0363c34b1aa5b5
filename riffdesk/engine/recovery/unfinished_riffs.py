"""Storage of unfinished riffs: the finished sections of a render are on disk, and the same request continues there.

While a riff of several sections is rendered, each is written when it is finished, with the state for the next one:

    unfinished/<digest of the request>-<digest of its arrays>/
        lock               held by the process that renders this riff
        asked.json         the request without its arrays, the planned windows, and versions of riffdesk and the model
        arrays.npz         the request's arrays, if it has any
        00000-00001.npz    the first section, up to the end of 1 window; and so on

The folder is removed when the riff is finished or cancelled. It stays when the program is killed or interrupted, after
a power failure, and when there is no room for the file that the riff is written to. Errors here never end a render: on
a full disk or in a read-only folder the riff is rendered all the same, but cannot be continued.
"""

from __future__ import annotations

import json
import logging
import shutil
import threading
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

from riffdesk import __version__
from riffdesk.dsp.params import SpectrogramParams
from riffdesk.engine.events import Section
from riffdesk.engine.loaded_model import modification_times
from riffdesk.engine.recovery.riff_folders import (
    ARRAYS_FILE,
    KIND,
    PARTS,
    READ_ERRORS,
    REQUEST_FILE,
    VERSION,
    StoredRequest,
    Windows,
    digest_of,
    discard,
    folders,
    hold,
    load,
    make_room,
    prune,
    root,
    section_files,
    stored_request_in,
)
from riffdesk.engine.requests import RenderRequest
from riffdesk.errors import Cancelled, UserError, reason
from riffdesk.files import write_beside
from riffdesk.language import tr
from riffdesk.progress import OnStep, ignore_steps
from riffdesk.sketch.recipe import recipe_json
from riffdesk.sketch.recipe.recipe import Recipe

if TYPE_CHECKING:
    from riffdesk.lock import Lock

__all__ = ["State", "Store", "UnfinishedRiff", "discard", "folder_of", "read_request", "storing", "unfinished"]

State = Mapping[str, NDArray[Any]]
"""Arrays from which the next section continues, by name."""

_STATE = "state."
_log = logging.getLogger(__name__)


@dataclass(frozen=True, eq=False)
class UnfinishedRiff:
    """An unfinished riff with at least one section.

    Parameters
    ----------
    path : Path
        Its folder.
    recipe : Recipe
    params : SpectrogramParams
        Parameters of its ink.
    seconds_done, seconds : float
        Length of the finished sections, and of all sections.
    """

    path: Path
    recipe: Recipe
    params: SpectrogramParams
    seconds_done: float
    seconds: float

    def request(self) -> RenderRequest:
        """Return the request, with its arrays; UserError if they cannot be read."""
        return read_request(self.path)


def unfinished() -> list[UnfinishedRiff]:
    """Return the riffs that can be continued and that no process is rendering, the latest first."""
    return [riff for folder in reversed(folders()) if (riff := _available(folder)) is not None]


def read_request(path: Path, on_step: OnStep = ignore_steps, cancel: threading.Event | None = None) -> RenderRequest:
    """Return the request of an unfinished riff.

    Raises
    ------
    UserError
        If it cannot be read.
    """
    stored = stored_request_in(path)
    try:
        if stored is None:
            raise ValueError
        arrays: dict[str, Any] = load(path / ARRAYS_FILE) if stored.arrays else {}
        return RenderRequest(
            stored.recipe,
            stored.params,
            from_noise=stored.from_noise,
            downbeat=stored.downbeat,
            **{name: arrays[name] for name in stored.arrays},
        )
    except READ_ERRORS as error:
        raise UserError(tr("The settings of this riff cannot be read. Discard it and start it again.")) from error


def folder_of(request: RenderRequest) -> str:
    """Return the name of the folder that the sections of a request are stored in; UserError if its model is gone.

    Slow for minutes of ink, whose digest is computed.
    """
    return Store(request)._folder.name


def forget(request: RenderRequest, on_step: OnStep = ignore_steps, cancel: threading.Event | None = None) -> None:
    """Remove the stored sections of a cancelled riff whose process was killed."""
    Store(request).discard()


@contextmanager
def storing(request: RenderRequest) -> Iterator[Store]:
    """Provide a store for the sections of a request; it is removed if the block succeeds or raises `Cancelled`."""
    store = Store(request)
    try:
        yield store
    except Cancelled:
        store.remove()
        raise
    else:
        store.remove()
    finally:
        store.release()


class Store:
    """The sections of one request on the disk, see `storing`.

    Attributes
    ----------
    done : int
        Number of sections read from disk or written.
    state : State, optional
        State from which the next section continues.
    windows : tuple of (start, stop)
        Windows of the stored plan.
    """

    def __init__(self, request: RenderRequest) -> None:
        self.done = 0
        self.state: State | None = None
        self.windows: Windows = ()
        self._request = request
        self._arrays = {name: getattr(request, name) for name in PARTS if getattr(request, name) is not None}
        self._lock: Lock | None = None
        self._created = self._disabled = False
        self._sections = self._stored_windows = 0

    @property
    def complete(self) -> bool:
        """Whether all sections were on disk."""
        return 0 < self.done == self._sections

    @property
    def seconds_done(self) -> float:
        """Length of the sections that were on disk."""
        return _seconds(self.windows[: self._stored_windows])

    def sections(self) -> Iterator[Section]:
        """Yield the sections of an earlier render, up to the first that is damaged or missing.

        Raises
        ------
        UserError
            If there is no such model.
        """
        exists = any(root().glob(f"{self._request_digest}-*")) and self._folder.is_dir()
        if not exists or not self._hold():
            return
        request = stored_request_in(self._folder)
        if request is None:
            return
        self._created, self._sections = True, request.sections
        for path, stop in section_files(self._folder):
            try:
                stored = load(path)
                first, last, column, sample = (int(stored[name]) for name in ("first", "stop", "column", "sample"))
                section = Section(first, last, column, stored["ink"], sample, stored["audio"])
            except READ_ERRORS:
                return
            self.done, self._stored_windows, self.windows = self.done + 1, stop, request.windows
            self.state = {name.removeprefix(_STATE): stored[name] for name in stored if name.startswith(_STATE)}
            yield section

    def put(self, section: Section, state: State, windows: Windows, sections: int) -> None:
        """Write a section. If that fails, this and later ones are not stored, with a warning in the log.

        Parameters
        ----------
        section : Section
            The next one.
        state : State
            State from which the one after it continues.
        windows : tuple of (start, stop)
            Windows of the plan.
        sections : int
            Number of all sections; a riff of one is not stored.
        """
        if self._disabled or sections == 1:
            return
        arrays = {
            "first": section.first, "stop": section.stop, "column": section.column, "sample": section.sample,
            "ink": section.ink, "audio": section.audio, **{_STATE + name: value for name, value in state.items()},
        }  # fmt: skip
        try:
            if not self._created and not self._create(windows, sections):
                return
            self._write(f"{self.done:05}-{section.stop:05}.npz", arrays)
        except (OSError, UserError, NotImplementedError) as error:
            self._disable(reason(error))
        self.done += 1

    def remove(self) -> None:
        """Remove the folder, if this store holds its lock."""
        if self._lock is not None:
            self.release()
            shutil.rmtree(self._folder, ignore_errors=True)

    def discard(self) -> None:
        """Remove the folder, unless another process holds its lock."""
        discard(self._folder)

    def release(self) -> None:
        """Release the lock, so that another render can continue."""
        if self._lock is not None:
            self._lock.release()
            self._lock = None

    @cached_property
    def _request_json(self) -> dict[str, object]:
        """The request without the values of its arrays."""
        request = self._request
        return {
            KIND: VERSION,
            "made_with": _versions(request.recipe),
            "recipe": recipe_json.to_json(request.recipe),
            "params": asdict(request.params),
            "from_noise": request.from_noise,
            "downbeat": request.downbeat,
            "arrays": {name: [str(array.dtype), *array.shape] for name, array in self._arrays.items()},
        }

    @cached_property
    def _request_digest(self) -> str:
        return digest_of([json.dumps(self._request_json, sort_keys=True).encode()])

    @cached_property
    def _folder(self) -> Path:
        """The folder; computed when it is first needed, since the digest of minutes of ink is slow."""
        rows = (
            np.ascontiguousarray(array[row]) for array in self._arrays.values() for row in np.ndindex(array.shape[:-1])
        )
        return root() / f"{self._request_digest}-{digest_of(rows)}"

    def _hold(self) -> bool:
        """Acquire the lock of the folder; return whether it is held."""
        self._lock = self._lock or hold(self._folder)
        if self._lock is None:
            self._disable("another riffdesk makes the same riff, or its folder cannot be written to")
        return self._lock is not None

    def _disable(self, why: str) -> None:
        self._disabled = True
        _log.warning("If this riff is interrupted, it is rendered again from here on: %s", why.rstrip("."))

    def _create(self, windows: Windows, sections: int) -> bool:
        """Create the folder; return whether its lock is held."""
        prune()
        self._folder.mkdir(parents=True, exist_ok=True)
        if not self._hold():
            return False
        for path in self._folder.glob("*.npz"):
            path.unlink()
        if self._arrays:
            self._write(ARRAYS_FILE, self._arrays)
        content = {**self._request_json, "windows": windows, "sections": sections}
        with write_beside(self._folder / REQUEST_FILE) as temporary:
            temporary.write_text(json.dumps(content), encoding="ascii")
        self._created = True
        return True

    def _write(self, name: str, arrays: Mapping[str, Any]) -> None:
        size = sum(np.asarray(array).nbytes for array in arrays.values())
        if not make_room(size, self._folder):
            raise UserError(tr("there is not enough room on the disk"))
        with write_beside(self._folder / name) as temporary, temporary.open("wb") as file:
            np.savez(file, **arrays)


def _available(folder: Path) -> UnfinishedRiff | None:
    """Return the riff in a folder if it can be continued; None if it cannot, or a process is rendering it."""
    stored = stored_request_in(folder)
    chain = section_files(folder)
    if stored is None or not chain or not _is_current(stored):
        return None
    lock = hold(folder)
    if lock is None:
        return None
    lock.release()
    seconds_done = _seconds(stored.windows[: chain[-1][1]])
    return UnfinishedRiff(folder, stored.recipe, stored.params, seconds_done, _seconds(stored.windows))


def _is_current(stored: StoredRequest) -> bool:
    try:
        return stored.versions == _versions(stored.recipe)
    except UserError:
        return False  # the model is gone


def _versions(recipe: Recipe) -> dict[str, object]:
    """Return the versions of riffdesk and of the model; with others the rest of a riff would not match."""
    return {"riffdesk": __version__, "written": list(modification_times(recipe))}


def _seconds(windows: Sequence[tuple[float, float]]) -> float:
    return sum(stop - start for start, stop in windows)
