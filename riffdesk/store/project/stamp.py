"""What tells one state of a project file from another, so that no save silently undoes another's."""

from __future__ import annotations

import hashlib
import struct
import zipfile
from pathlib import Path

from riffdesk.errors import UserError


class ChangedOnDisk(UserError):
    """The file is not as it was when it was read: somebody else has saved it since."""


def stamp_in(archive: zipfile.ZipFile) -> str:
    """Return what stands for what is in a project: a digest of the names, sizes and checksums of its parts."""
    parts = [(info.filename, info.file_size, info.CRC) for info in archive.infolist()]
    return hashlib.blake2b(repr(parts).encode(errors="surrogatepass"), digest_size=16).hexdigest()


def stamp_of(path: Path) -> str | None:
    """Return the stamp of a file, for which only its list of contents is read; None if it is not there."""
    try:
        with zipfile.ZipFile(path) as archive:
            return stamp_in(archive)
    except FileNotFoundError:
        return None
    except (OSError, zipfile.BadZipFile, ValueError, LookupError, struct.error):
        return "no project"


def refuse_changed(path: Path, expected: str | None) -> None:
    """Raise `ChangedOnDisk` if a file is there and has another stamp; None expects nothing of it."""
    if expected is not None and stamp_of(path) not in (None, expected):
        raise ChangedOnDisk(f"{path.name} was saved by somebody else since it was opened here.")
