"""Upkeep of the library: entries for sounds that have none, and the trash."""

from __future__ import annotations

import re
import threading
from contextlib import closing
from dataclasses import dataclass, replace
from pathlib import Path

from riffdesk.analysis.riff_entry import AddFileRequest, entry_of_file
from riffdesk.audio.filing.sound_files import ImportRequest, import_audio
from riffdesk.dsp.params import SpectrogramParams
from riffdesk.errors import UserError
from riffdesk.language import tr
from riffdesk.progress import OnStep, Step, check, ignore_steps
from riffdesk.store.library.library import Library
from riffdesk.store.library.room import empty_trash, orphans

_DIGEST_AT_END = re.compile(r" [0-9a-f]{8}$")


@dataclass(frozen=True)
class Upkeep:
    """Result of the upkeep.

    Parameters
    ----------
    found : int
        Sounds that got an entry again.
    removed : int
        Entries that were removed from the trash.
    set_aside : Path, optional
        Where a damaged database was moved to.
    """

    found: int
    removed: int
    set_aside: Path | None = None

    @property
    def message(self) -> str:
        """A sentence for the user; '' if there is nothing to report."""
        if self.set_aside is not None:
            return tr(
                "The list of the library was damaged; it is kept as {name}. A new one was made of the "
                "{found:,} sounds in the library's folder, without their stars and tags.",
                name=self.set_aside.name,
                found=self.found,
            )
        return ""


def tend(_: None = None, on_step: OnStep = ignore_steps, cancel: threading.Event | None = None) -> Upkeep:
    """Make entries of sounds in the library's folder that have none, and remove entries that were deleted a week ago.

    Raises
    ------
    UserError
        If the library cannot be opened.
    """
    with closing(Library()) as library:
        if library.database.read_only:
            return Upkeep(0, 0)
        removed = empty_trash(library.database, library.folder)
        found = 0
        for path in orphans(library.database, library.folder):
            check(cancel)
            found += _adopt(library, path)
            on_step(Step(found, 0, tr("Looking through the library")))
        return Upkeep(found, removed, library.database.set_aside)


def _adopt(library: Library, path: Path) -> bool:
    """Make an entry of a sound; one that cannot be read is left where it is."""
    request = AddFileRequest(path, name=_DIGEST_AT_END.sub("", path.stem))
    try:
        created = path.stat().st_mtime
        sound = import_audio(ImportRequest(path, SpectrogramParams()))
        library.add_in_place(replace(entry_of_file(sound, request), created=created), path)
    except (UserError, OSError):
        return False
    return True
