"""The folders of unfinished riffs: what each says, whose it is, and that they do not fill the disk.

See `riffdesk.engine.recovery.unfinished_riffs`. Whatever is damaged, foreign or another version's says nothing and
raises nothing.
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
ASKED, ARRAYS = "asked.json", "arrays.npz"
PARTS = ("init", "mask", "audio")
DAMAGED = (
    OSError, ValueError, TypeError, LookupError, ArithmeticError, EOFError, RuntimeError, zipfile.BadZipFile, zlib.error
)  # fmt: skip
"""What reading a file may raise that is not as it was written."""

_LOCK = "lock"
_FOLDER = re.compile(r"[0-9a-f]{16}-[0-9a-f]{16}")
_SECTION = re.compile(r"(\d{5,9})-(\d{5,9})\.npz")

_MOST_BYTES = 4 * 2**30  # of all of them; ten minutes are 270 MB, and a little more with what they were made over
_LEFT_FREE = 2**30  # bytes of the disk, where the riff itself may be about to go
_MOST_SECONDS = 30 * 86_400


@dataclass(frozen=True, eq=False)
class StoredRequest:
    """What asked.json says.

    Parameters
    ----------
    made_with : dict
        The version of riffdesk and of the model.
    arrays : tuple of str
        Which the request has.
    windows : tuple of (start, stop)
        As of `riffdesk.engine.events.Plan`.
    sections : int
        How many there will be.
    """

    recipe: Recipe
    params: SpectrogramParams
    from_noise: bool
    downbeat: float
    made_with: dict[str, object]
    arrays: tuple[str, ...]
    windows: Windows
    sections: int


def root() -> Path:
    """Return the folder of all of them."""
    return data_dir() / "unfinished"


def folders() -> list[Path]:
    """Return what may be unfinished riffs, the latest last; what else is there is nobody's business here."""
    found: list[tuple[float, Path]] = []
    with suppress(OSError):
        for path in root().iterdir():
            if _FOLDER.fullmatch(path.name) and path.is_dir() and not path.is_symlink():
                with suppress(OSError):
                    found.append((path.stat().st_mtime, path))
    return [path for _, path in sorted(found)]


def asked_in(folder: Path) -> StoredRequest | None:
    """Return what a folder says was asked for; None if it says nothing that makes sense here."""
    try:
        told = json.loads((folder / ASKED).read_text(encoding="ascii"))
        if told[KIND] != VERSION:
            return None
        asked = StoredRequest(
            recipe_json.from_json(told["recipe"]),
            SpectrogramParams(**told["params"]),
            bool(told["from_noise"]),
            float(told["downbeat"]),
            dict(told["made_with"]),
            tuple(name for name in PARTS if name in told["arrays"]),
            tuple((float(start), float(stop)) for start, stop in told["windows"]),
            int(told["sections"]),
        )
        finite = all(math.isfinite(one) for one in (asked.downbeat, *(edge for pair in asked.windows for edge in pair)))
    except (*DAMAGED, UserError, RecursionError):
        return None
    return asked if finite and asked.windows else None


def chain_in(folder: Path) -> list[tuple[Path, int]]:
    """Return the files of sections without a gap, each with how many windows are ready with it."""
    there: dict[int, tuple[Path, int]] = {}
    with suppress(OSError):
        for path in folder.iterdir():
            if match := _SECTION.fullmatch(path.name):
                there[int(match[1])] = path, int(match[2])
    out: list[tuple[Path, int]] = []
    while len(out) in there:
        out.append(there[len(out)])
    return out


def load(path: Path) -> dict[str, NDArray[Any]]:
    """Return the arrays of a file; one of `DAMAGED` if anything is not as it was written."""
    with zipfile.ZipFile(path) as archive:
        if archive.testzip() is not None:
            raise zipfile.BadZipFile
    with np.load(path, allow_pickle=False) as arrays:
        return dict(arrays)


def hold(folder: Path) -> Lock | None:
    """Return the lock of a folder, held; None if somebody else holds it, or it cannot be held."""
    return held(folder / _LOCK)


def discard(path: Path) -> None:
    """Remove an unfinished riff, unless somebody is making it."""
    lock = hold(path) if path.is_dir() else None
    if lock is None:
        return
    lock.release()  # Windows removes no file that is open
    shutil.rmtree(path, ignore_errors=True)


def prune() -> None:
    """Remove what nobody has gone on with for long."""
    for folder in folders():
        with suppress(OSError):
            if time.time() - folder.stat().st_mtime > _MOST_SECONDS:
                discard(folder)


def make_room(needed: int, folder: Path) -> bool:
    """Return whether there is room for so many bytes, after removing the oldest of the others where there is not."""
    sizes = {one: _size(one) for one in folders()}
    others = [one for one in sizes if one != folder]
    while sum(sizes.values()) + needed > _MOST_BYTES and others:
        oldest = others.pop(0)
        discard(oldest)
        sizes[oldest] = _size(oldest)
    free = shutil.disk_usage(folder).free
    return sum(sizes.values()) + needed <= _MOST_BYTES and free - needed >= _LEFT_FREE


def _size(folder: Path) -> int:
    try:
        return sum(path.stat().st_size for path in folder.iterdir())
    except OSError:
        return 0


def digest_of(pieces: Iterable[Any]) -> str:
    """Return what stands for so many bytes, as a part of a folder's name."""
    digest = hashlib.blake2b(digest_size=8)
    for piece in pieces:
        digest.update(piece)
    return digest.hexdigest()
