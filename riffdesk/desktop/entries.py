"""Entries of riffdesk in the user's desktop, after the specifications of freedesktop.org.

They are an entry in the menu with an icon, a file type for projects, a thumbnailer for them, and a manual page. A
package of a distribution would bring them for all users; pipx, uv and a checkout cannot.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from contextlib import suppress
from pathlib import Path

from riffdesk.errors import UserError, readable, reason
from riffdesk.files import write_beside
from riffdesk.paths import resources_dir
from riffdesk.system import SYSTEM

_PLACES = {
    "desktop/riffdesk.desktop": "applications/riffdesk.desktop",
    "desktop/riffdesk.thumbnailer": "thumbnailers/riffdesk.thumbnailer",
    "desktop/riffdesk.xml": "mime/packages/riffdesk.xml",
    "icons/riffdesk.svg": "icons/hicolor/scalable/apps/riffdesk.svg",
}
"""Files of the resources, and their places below the folder of the user's data."""

_MANUAL = "man/man1/riffdesk.1"

_UPDATES = (("update-mime-database", "mime"), ("update-desktop-database", "applications"))
"""Programs that read the entries, where they are installed, and the folders that they are given."""

_PLAIN = re.compile(r"[\w./+:@=,-]+", re.ASCII)
_ESCAPED = re.compile(r'(["`$\\])')


def add_entries(manual: str) -> list[Path]:
    """Write the entries, in place of earlier ones, and return their paths.

    Parameters
    ----------
    manual : str
        The manual page.

    Raises
    ------
    UserError
        If this is not Linux, a file cannot be written, or menus cannot start a program of this path.
    """
    folder = _folder()
    command = " ".join(quoted(argument) for argument in program())
    if readable(command) != command:  # entries are UTF-8
        raise UserError(f"Menus cannot start {command}, whose name is no UTF-8. Move riffdesk to another folder.")
    contents = {place: (resources_dir() / source).read_text("utf-8") for source, place in _PLACES.items()}
    written = []
    for place, content in (contents | {_MANUAL: manual}).items():
        path = folder / place
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            with write_beside(path) as temporary:
                temporary.write_text(content.replace("Exec=riffdesk", f"Exec={command}"), "utf-8")
        except OSError as error:
            raise UserError(f"{path} could not be written: {reason(error)}.") from error
        written.append(path)
    _update(folder)
    return written


def remove_entries() -> list[Path]:
    """Remove the entries, and return the paths of those that were there.

    Raises
    ------
    UserError
        If this is not Linux, or a file cannot be removed.
    """
    folder = _folder()
    there = [path for place in (*_PLACES.values(), _MANUAL) if os.path.lexists(path := folder / place)]
    for path in there:
        try:
            path.unlink()
        except OSError as error:
            raise UserError(f"{path} could not be removed: {reason(error)}.") from error
    if there:
        _update(folder)
    return there


def program() -> list[str]:
    """Return the command that starts this riffdesk: that of the checkout, the installed one, or Python with it."""
    checkout = resources_dir().parent / "packaging" / "run"
    installed = Path(sys.executable).with_name("riffdesk")
    for path in (checkout, installed):
        if os.access(path, os.X_OK):
            return [str(path)]
    return [sys.executable, "-P", "-m", "riffdesk"]


def quoted(argument: str) -> str:
    """Return an argument as it is written in the line ``Exec`` of an entry."""
    if _PLAIN.fullmatch(argument):
        return argument
    # Once for the command, and once more for the file, in whose strings a backslash has a meaning of its own.
    escaped = _ESCAPED.sub(r"\\\1", argument).replace("\\", "\\\\")
    return '"' + escaped.replace("\n", r"\n").replace("%", "%%") + '"'


def _folder() -> Path:
    """Return the folder of the user's data for all programs."""
    if not SYSTEM.has_menu_entries:
        raise UserError("Entries in menus are made on Linux only.")
    named = os.environ.get("XDG_DATA_HOME", "")
    return Path(named) if os.path.isabs(named) else Path(os.path.expanduser("~")) / ".local" / "share"


def _update(folder: Path) -> None:
    """Have the desktop read the entries now; where the programs are missing it reads them at the next login."""
    for update, part in _UPDATES:
        path = shutil.which(update)
        if path is not None and (folder / part).is_dir():
            with suppress(OSError, subprocess.TimeoutExpired):  # the desktop reads the entries later then
                subprocess.run([path, folder / part], check=False, capture_output=True, timeout=60)
