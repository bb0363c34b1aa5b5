"""Stamps of project files: digests of their contents, by which a save detects that another program saved the file."""

from __future__ import annotations

import hashlib
import struct
import zipfile
from pathlib import Path

from riffdesk.errors import UserError
from riffdesk.language import tr


class ChangedOnDisk(UserError):
    """The file was saved by another program since it was read."""


def stamp_in(archive: zipfile.ZipFile) -> str:
    """Return the stamp of an open project: a digest of the names, sizes and checksums of its parts."""
    parts = [(info.filename, info.file_size, info.CRC) for info in archive.infolist()]
    return hashlib.blake2b(repr(parts).encode(errors="surrogatepass"), digest_size=16).hexdigest()


def stamp_of(path: Path) -> str | None:
    """Return the stamp of a file, reading only its list of contents; None if there is no such file."""
    try:
        with zipfile.ZipFile(path) as archive:
            return stamp_in(archive)
    except FileNotFoundError:
        return None
    except (OSError, zipfile.BadZipFile, ValueError, LookupError, RuntimeError, struct.error):
        return "no project"


def refuse_changed(path: Path, expected: str | None) -> None:
    """Raise `ChangedOnDisk` if a file exists and does not have the expected stamp; None allows any."""
    if expected is not None and stamp_of(path) not in (None, expected):
        raise ChangedOnDisk(tr("{name} was saved by somebody else since it was opened here.", name=path.name))
