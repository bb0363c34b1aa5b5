"""Riffs that were not finished: what was made of them is on the disk, and the same request goes on from there.

While a riff of several sections is made, each is written as soon as it is ready, with what the next one goes on from:

    unfinished/<what is asked>-<its arrays>/
        lock               held by whoever makes this riff
        asked.json         the request without its arrays, the windows to come, and what it is made with
        arrays.npz         the request's arrays, if it has any
        00000-00001.npz    the first section, with which 1 window is ready; and so on

The folder goes when the riff is finished or cancelled. It stays when the program is killed or interrupted, when the
machine goes off, and when there is no room for the file that the riff was meant for. No trouble here ends a render: on
a full disk or in a read-only folder the riff is made as ever, and only cannot be gone on with.
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
from riffdesk.engine.loaded_model import written
from riffdesk.engine.recovery.riff_folders import (
    ARRAYS,
    ASKED,
    DAMAGED,
    KIND,
    PARTS,
    VERSION,
    StoredRequest,
    Windows,
    asked_in,
    chain_in,
    digest_of,
    discard,
    folders,
    hold,
    load,
    make_room,
    prune,
    root,
)
from riffdesk.engine.requests import RenderRequest
from riffdesk.errors import Cancelled, UserError, reason
from riffdesk.files import write_beside
from riffdesk.progress import OnStep, ignore_steps
from riffdesk.sketch.recipe import recipe_json
from riffdesk.sketch.recipe.recipe import Recipe

if TYPE_CHECKING:
    from riffdesk.lock import Lock

__all__ = ["State", "Store", "UnfinishedRiff", "discard", "folder_of", "read_request", "storing", "unfinished"]

State = Mapping[str, NDArray[Any]]
"""What the next section goes on from, by names."""

_STATE = "state."
_log = logging.getLogger(__name__)


@dataclass(frozen=True, eq=False)
class UnfinishedRiff:
    """A riff of which something is there.

    Parameters
    ----------
    path : Path
        Its folder.
    recipe : Recipe
    params : SpectrogramParams
        How its ink is spaced.
    seconds_done, seconds : float
        How much of what is to be made is there, and how much that is in all.
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
    """Return the riffs that this riffdesk could go on with and nobody is making, the latest first."""
    return [one for folder in reversed(folders()) if (one := _offered(folder)) is not None]


def read_request(path: Path, on_step: OnStep = ignore_steps, cancel: threading.Event | None = None) -> RenderRequest:
    """Return the request of an unfinished riff.

    Raises
    ------
    UserError
        If it cannot be read.
    """
    asked = asked_in(path)
    try:
        if asked is None:
            raise ValueError
        arrays: dict[str, Any] = load(path / ARRAYS) if asked.arrays else {}
        return RenderRequest(
            asked.recipe,
            asked.params,
            from_noise=asked.from_noise,
            downbeat=asked.downbeat,
            **{name: arrays[name] for name in asked.arrays},
        )
    except DAMAGED as error:
        raise UserError("What was asked for cannot be read any more. Discard this riff and ask again.") from error


def folder_of(request: RenderRequest) -> str:
    """Return the name of the folder that the sections of a request are stored in; UserError if its model is gone.

    Minutes of ink take a while to digest.
    """
    return Store(request)._folder.name


def forget(request: RenderRequest, on_step: OnStep = ignore_steps, cancel: threading.Event | None = None) -> None:
    """Remove what there is of a riff that was cancelled and could not do so itself."""
    Store(request).discard()


@contextmanager
def storing(request: RenderRequest) -> Iterator[Store]:
    """Give a store for the sections of a request; it is emptied if the block succeeds or raises `Cancelled`."""
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
        Sections that were taken from there.
    state : State, optional
        What the next one goes on from.
    windows : tuple of (start, stop)
        The plan that they belong to.
    """

    def __init__(self, request: RenderRequest) -> None:
        self.done = 0
        self.state: State | None = None
        self.windows: Windows = ()
        self._request = request
        self._arrays = {name: getattr(request, name) for name in PARTS if getattr(request, name) is not None}
        self._lock: Lock | None = None
        self._begun = self._given_up = False
        self._sections = self._stop = 0  # in all; windows that were there

    @property
    def complete(self) -> bool:
        """Whether all of the riff was there."""
        return 0 < self.done == self._sections

    @property
    def seconds_done(self) -> float:
        """Seconds of what is to be made that were there."""
        return _seconds(self.windows[: self._stop])

    def sections(self) -> Iterator[Section]:
        """Yield the sections that an earlier render has left, as far as they are whole; none if there are none.

        Raises
        ------
        UserError
            If there is no such model.
        """
        there = any(root().glob(f"{self._asked_digest}-*")) and self._folder.is_dir()
        if not there or not self._hold():
            return
        asked = asked_in(self._folder)
        if asked is None:
            return
        self._begun, self._sections = True, asked.sections
        for path, stop in chain_in(self._folder):
            try:
                stored = load(path)
                first, last, column, sample = (int(stored[name]) for name in ("first", "stop", "column", "sample"))
                section = Section(first, last, column, stored["ink"], sample, stored["audio"])
            except DAMAGED:
                return
            self.done, self._stop, self.windows = self.done + 1, stop, asked.windows
            self.state = {name.removeprefix(_STATE): stored[name] for name in stored if name.startswith(_STATE)}
            yield section

    def put(self, section: Section, state: State, windows: Windows, sections: int) -> None:
        """Write a section. If that fails, it and those to come are not stored, and the log says so.

        Parameters
        ----------
        section : Section
            The next one.
        state : State
            What the one after it goes on from.
        windows : tuple of (start, stop)
            Of the plan.
        sections : int
            How many there are in all; a riff of one is not stored.
        """
        if self._given_up or sections == 1:
            return
        arrays = {
            "first": section.first, "stop": section.stop, "column": section.column, "sample": section.sample,
            "ink": section.ink, "audio": section.audio, **{_STATE + name: value for name, value in state.items()},
        }  # fmt: skip
        try:
            if not self._begun and not self._begin(windows, sections):
                return
            self._write(f"{self.done:05}-{section.stop:05}.npz", arrays)
        except (OSError, UserError, NotImplementedError) as error:
            self._give_up(reason(error))
        self.done += 1

    def remove(self) -> None:
        """Remove all of it, if it is this one's."""
        if self._lock is not None:
            self.release()
            shutil.rmtree(self._folder, ignore_errors=True)

    def discard(self) -> None:
        """Remove all of it, unless somebody is making it."""
        discard(self._folder)

    def release(self) -> None:
        """Leave it to whoever goes on with it."""
        if self._lock is not None:
            self._lock.release()
            self._lock = None

    @cached_property
    def _asked_json(self) -> dict[str, object]:
        """The request without the values of its arrays."""
        request = self._request
        return {
            KIND: VERSION,
            "made_with": _made_with(request.recipe),
            "recipe": recipe_json.to_json(request.recipe),
            "params": asdict(request.params),
            "from_noise": request.from_noise,
            "downbeat": request.downbeat,
            "arrays": {name: [str(array.dtype), *array.shape] for name, array in self._arrays.items()},
        }

    @cached_property
    def _asked_digest(self) -> str:
        return digest_of([json.dumps(self._asked_json, sort_keys=True).encode()])

    @cached_property
    def _folder(self) -> Path:
        """Where it is kept; minutes of ink take a while to digest, so that is done only where there is need."""
        rows = (
            np.ascontiguousarray(array[row]) for array in self._arrays.values() for row in np.ndindex(array.shape[:-1])
        )
        return root() / f"{self._asked_digest}-{digest_of(rows)}"

    def _hold(self) -> bool:
        """Take hold of the folder; return whether it is this one's now."""
        self._lock = self._lock or hold(self._folder)
        if self._lock is None:
            self._give_up("another riffdesk makes the same riff, or its folder cannot be written to")
        return self._lock is not None

    def _give_up(self, why: str) -> None:
        self._given_up = True
        _log.warning("Should this riff be interrupted, what comes from here on is made again: %s", why.rstrip("."))

    def _begin(self, windows: Windows, sections: int) -> bool:
        """Make the folder; return whether it is this one's."""
        prune()
        self._folder.mkdir(parents=True, exist_ok=True)
        if not self._hold():
            return False
        for path in self._folder.glob("*.npz"):
            path.unlink()
        if self._arrays:
            self._write(ARRAYS, self._arrays)
        told = {**self._asked_json, "windows": windows, "sections": sections}
        with write_beside(self._folder / ASKED) as temporary:
            temporary.write_text(json.dumps(told), encoding="ascii")
        self._begun = True
        return True

    def _write(self, name: str, arrays: Mapping[str, Any]) -> None:
        needed = sum(np.asarray(one).nbytes for one in arrays.values())
        if not make_room(needed, self._folder):
            raise UserError("there is not enough room on the disk")
        with write_beside(self._folder / name) as temporary, temporary.open("wb") as file:
            np.savez(file, **arrays)


def _offered(folder: Path) -> UnfinishedRiff | None:
    """Return a riff that could be gone on with; None if there is none of it, or somebody is making it."""
    asked = asked_in(folder)
    chain = chain_in(folder)
    if asked is None or not chain or not _still_fits(asked):
        return None
    lock = hold(folder)
    if lock is None:
        return None
    lock.release()
    done = _seconds(asked.windows[: chain[-1][1]])
    return UnfinishedRiff(folder, asked.recipe, asked.params, done, _seconds(asked.windows))


def _still_fits(asked: StoredRequest) -> bool:
    try:
        return asked.made_with == _made_with(asked.recipe)
    except UserError:
        return False  # the model is gone


def _made_with(recipe: Recipe) -> dict[str, object]:
    """Return what must be as it was, or the rest of a riff would be another one's."""
    return {"riffdesk": __version__, "written": list(written(recipe))}


def _seconds(windows: Sequence[tuple[float, float]]) -> float:
    return sum(stop - start for start, stop in windows)
