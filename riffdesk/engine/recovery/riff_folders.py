"""The folders of unfinished riffs: their contents, their locks, and their limits of size and age.

See `riffdesk.engine.recovery.unfinished_riffs`. Folders that are damaged or of another version are ignored.
"""

from __future__ import annotations

import hashlib
import json
import math
import re
import shutil
import time
import zipfile
import zlib
from collections.abc import Iterable
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from riffdesk.dsp.params import SpectrogramParams
from riffdesk.errors import UserError
from riffdesk.lock import Lock, held
from riffdesk.paths import data_dir
from riffdesk.sketch.recipe import recipe_json
from riffdesk.sketch.recipe.recipe import Recipe

Windows = tuple[tuple[float, float], ...]

KIND, VERSION = "riffdesk unfinished", 1
REQUEST_FILE, ARRAYS_FILE = "asked.json", "arrays.npz"
PARTS = ("init", "mask", "audio")
READ_ERRORS = (
    OSError, ValueError, TypeError, LookupError, ArithmeticError, EOFError, RuntimeError, zipfile.BadZipFile, zlib.error
)  # fmt: skip
"""Errors that reading a damaged file may raise."""

_LOCK = "lock"
_FOLDER = re.compile(r"[0-9a-f]{16}-[0-9a-f]{16}")
_SECTION = re.compile(r"(\d{5,9})-(\d{5,9})\.npz")

_MAX_BYTES = 4 * 2**30  # of all folders; ten minutes are 270 MB, and a little more with an init
_MIN_FREE_BYTES = 2**30  # left on the disk, to which the riff itself may be written
_MAX_AGE = 30 * 86_400  # seconds


@dataclass(frozen=True, eq=False)
class StoredRequest:
    """The request in asked.json, without the values of its arrays.

    Parameters
    ----------
    versions : dict
        Versions of riffdesk and of the model that made the riff.
    arrays : tuple of str
        Names of the request's arrays.
    windows : tuple of (start, stop)
        As in `riffdesk.engine.events.Plan`.
    sections : int
        Number of sections of the complete riff.
    """

    recipe: Recipe
    params: SpectrogramParams
    from_noise: bool
    downbeat: float
    versions: dict[str, object]
    arrays: tuple[str, ...]
    windows: Windows
    sections: int


def root() -> Path:
    """Return the folder of all unfinished riffs."""
    return data_dir() / "unfinished"


def folders() -> list[Path]:
    """Return the folders that may be unfinished riffs, the latest last."""
    dated: list[tuple[float, Path]] = []
    with suppress(OSError):
        for path in root().iterdir():
            if _FOLDER.fullmatch(path.name) and path.is_dir() and not path.is_symlink():
                with suppress(OSError):
                    dated.append((path.stat().st_mtime, path))
    return [path for _, path in sorted(dated)]


def stored_request_in(folder: Path) -> StoredRequest | None:
    """Return the request in a folder; None if it is damaged or of another version."""
    try:
        content = json.loads((folder / REQUEST_FILE).read_text(encoding="ascii"))
        if content[KIND] != VERSION:
            return None
        request = StoredRequest(
            recipe_json.from_json(content["recipe"]),
            SpectrogramParams(**content["params"]),
            bool(content["from_noise"]),
            float(content["downbeat"]),
            dict(content["made_with"]),
            tuple(name for name in PARTS if name in content["arrays"]),
            tuple((float(start), float(stop)) for start, stop in content["windows"]),
            int(content["sections"]),
        )
        finite = all(
            math.isfinite(number) for number in (request.downbeat, *(edge for pair in request.windows for edge in pair))
        )
    except (*READ_ERRORS, UserError, RecursionError):
        return None
    return request if finite and request.windows else None


def section_files(folder: Path) -> list[tuple[Path, int]]:
    """Return the files of consecutive sections from the first on, each with the number of windows up to its end."""
    by_number: dict[int, tuple[Path, int]] = {}
    with suppress(OSError):
        for path in folder.iterdir():
            if match := _SECTION.fullmatch(path.name):
                by_number[int(match[1])] = path, int(match[2])
    chain: list[tuple[Path, int]] = []
    while len(chain) in by_number:
        chain.append(by_number[len(chain)])
    return chain


def load(path: Path) -> dict[str, NDArray[Any]]:
    """Return the arrays of a file; raises one of `READ_ERRORS` if it is damaged."""
    with zipfile.ZipFile(path) as archive:
        if archive.testzip() is not None:
            raise zipfile.BadZipFile
    with np.load(path, allow_pickle=False) as arrays:
        return dict(arrays)


def hold(folder: Path) -> Lock | None:
    """Acquire and return the lock of a folder; None if another process holds it, or it cannot be acquired."""
    return held(folder / _LOCK)


def discard(path: Path) -> None:
    """Remove an unfinished riff, unless its lock is held."""
    lock = hold(path) if path.is_dir() else None
    if lock is None:
        return
    lock.release()  # Windows cannot remove an open file
    shutil.rmtree(path, ignore_errors=True)


def prune() -> None:
    """Remove unfinished riffs older than 30 days."""
    for folder in folders():
        with suppress(OSError):
            if time.time() - folder.stat().st_mtime > _MAX_AGE:
                discard(folder)


def make_room(needed: int, folder: Path) -> bool:
    """Remove the oldest other folders as needed for ``needed`` more bytes; return whether there is room now."""
    sizes = {other: _size(other) for other in folders()}
    removable = [other for other in sizes if other != folder]
    while sum(sizes.values()) + needed > _MAX_BYTES and removable:
        oldest = removable.pop(0)
        discard(oldest)
        sizes[oldest] = _size(oldest)
    free = shutil.disk_usage(folder).free
    return sum(sizes.values()) + needed <= _MAX_BYTES and free - needed >= _MIN_FREE_BYTES


def _size(folder: Path) -> int:
    try:
        return sum(path.stat().st_size for path in folder.iterdir())
    except OSError:
        return 0


def digest_of(chunks: Iterable[Any]) -> str:
    """Return a digest of chunks of bytes as 16 hexadecimal digits, for a folder's name."""
    digest = hashlib.blake2b(digest_size=8)
    for chunk in chunks:
        digest.update(chunk)
    return digest.hexdigest()
