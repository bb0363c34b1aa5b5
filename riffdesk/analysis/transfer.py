"""Copies of the library's sounds in a folder, and sounds of a folder in the library.

An export writes an index beside the sounds, ``library.json``, from which an import takes names, stars and tags.
"""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from riffdesk import strict_json
from riffdesk.analysis.riff_entry import AddFileRequest, add_file_to
from riffdesk.audio.filing.sample_formats import Format
from riffdesk.audio.filing.sound_files import read_audio, write_audio
from riffdesk.errors import UserError, readable, reason
from riffdesk.files import free_path, safe_name, write_beside
from riffdesk.language import tr
from riffdesk.progress import OnStep, Step, ignore_steps
from riffdesk.sketch.recipe import recipe_json
from riffdesk.store.library.entry import MAX_STARS, Entry
from riffdesk.store.library.library import Library

INDEX = "library.json"
SOUNDS = (".wav", ".flac", ".ogg", ".oga", ".opus", ".mp3", ".aif", ".aiff", ".aifc", ".au", ".w64", ".caf")
"""Suffixes of the files that are taken from a folder."""

_KIND, _VERSION = "riffdesk library", 1
_EXPORT_RATE = 44_100


@dataclass(frozen=True)
class Imported:
    """The result of an import.

    Parameters
    ----------
    added, known : int
        Sounds that are new in the library, and sounds that it had.
    problems : tuple of str
        Sentences about files that could not be read.
    """

    added: int
    known: int
    problems: tuple[str, ...]


def export_entries(
    library: Library, entries: Iterable[Entry], folder: Path, format: Format = "FLAC", on_step: OnStep = ignore_steps
) -> list[Path]:
    """Copy the sounds of entries to a folder, with an index; return the files. Existing files stay.

    Raises
    ------
    UserError
        If a sound is missing, or a file cannot be written.
    """
    entries = list(entries)
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise UserError(
            tr("Could not make the folder {folder}: {reason}.", folder=folder, reason=reason(error))
        ) from error
    index: dict[str, dict[str, object]] = {}
    paths = []
    for number, entry in enumerate(entries, 1):
        suffix = entry.path.suffix if entry.kind == "notes" else f".{format.lower()}"
        path = free_path(folder / f"{safe_name(entry.name, 'riff')}{suffix}")
        copy_sound(library, entry, path)
        index[path.name] = {"name": entry.name, "stars": entry.stars, "tags": list(entry.tags), "prompt": entry.prompt}
        paths.append(path)
        on_step(Step(number, len(entries), tr("Exporting")))
    content = json.dumps({_KIND: _VERSION, "sounds": {**_index_of(folder), **index}}, indent=1)
    with write_beside(folder / INDEX) as temporary:
        temporary.write_text(content, encoding="ascii")
    return paths


def copy_sound(library: Library, entry: Entry, path: Path) -> None:
    """Copy the sound of an entry to a file: unchanged if that has the same format, or else with its recipe.

    Raises
    ------
    UserError
        If the sound is missing, or the file cannot be written.
    """
    if entry.missing:
        raise UserError(
            tr("The sound of {name} is missing: there is no file {path}.", name=entry.name, path=entry.path)
        )
    if entry.path.suffix.lower() == path.suffix.lower():
        with write_beside(path) as temporary:
            shutil.copyfile(entry.path, temporary)
        return
    recipe = recipe_json.from_text(library.details(entry.id).recipe)
    write_audio(path, read_audio(entry.path, _EXPORT_RATE), _EXPORT_RATE, subtype="PCM_24", recipe=recipe)


def import_paths(library: Library, paths: Iterable[Path], limit: int, on_step: OnStep = ignore_steps) -> Imported:
    """Add sound files, and those in folders and their subfolders, to the library.

    A file that cannot be read is left out, with a sentence.

    Parameters
    ----------
    limit : int
        See `riffdesk.analysis.riff_entry.KeepRequest`.
    """
    files = [*_files(paths)]
    before, problems = library.count(), list[str]()
    indexes: dict[Path, dict[str, dict[str, object]]] = {}
    for number, path in enumerate(files, 1):
        index = indexes.setdefault(path.parent, _index_of(path.parent))
        try:
            add_file_to(library, _request(path, index.get(path.name, {}), limit))
        except UserError as error:
            problems.append(str(error))
        on_step(Step(number, len(files), tr("Importing {name}", name=readable(path.name))))
    added = library.count() - before
    return Imported(added, len(files) - added - len(problems), tuple(problems))


def _files(paths: Iterable[Path]) -> Iterator[Path]:
    for path in paths:
        if path.is_dir():
            found = (inner for inner in sorted(path.rglob("*")) if inner.suffix.lower() in SOUNDS)
            yield from (inner for inner in found if inner.is_file() and not inner.name.startswith("."))
        else:
            yield path


def _index_of(folder: Path) -> dict[str, dict[str, Any]]:
    """Return the index in a folder: an entry for each file; empty if it is missing or invalid."""
    try:
        content = strict_json.parse((folder / INDEX).read_bytes())
        if content[_KIND] != _VERSION:
            return {}
        return {str(name): facts for name, facts in content["sounds"].items() if isinstance(facts, dict)}
    except (OSError, ValueError, TypeError, LookupError, AttributeError):
        return {}


def _request(path: Path, facts: dict[str, Any], limit: int) -> AddFileRequest:
    name, stars, tags = facts.get("name"), facts.get("stars"), facts.get("tags")
    return AddFileRequest(
        path,
        limit=limit,
        name=name if isinstance(name, str) else "",
        stars=stars if isinstance(stars, int) and 0 <= stars <= MAX_STARS else 0,
        tags=tuple(tag for tag in tags if isinstance(tag, str))[:50] if isinstance(tags, list) else (),
    )
