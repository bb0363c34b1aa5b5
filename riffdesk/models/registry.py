"""Which models there are: the built-in one, those that were fetched, and those that the user has added.

What was fetched lies in riffdesk's own models folder, and whatever model is put there by hand is found
there too. What was added stays where it is; `riffdesk.models.model_list` remembers it.
"""

from __future__ import annotations

import difflib
import logging
import os
import shutil
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from riffdesk import paths
from riffdesk.dsp.params import SpectrogramParams
from riffdesk.errors import UserError, reason
from riffdesk.files import safe_name
from riffdesk.lock import Held, holding
from riffdesk.models.files.lora_names import check_lora
from riffdesk.models.files.weights import (
    SAFE,
    SUFFIXES,
    check_checkpoint,
    is_pickle,
    kind_of,
    metadata_in,
    names_in,
    shapes_in,
    weights_of,
)
from riffdesk.models.files.weights import Kind as FileKind
from riffdesk.models.hub_cache import is_repository, model_in, repository_of
from riffdesk.models.layout import INDEX, NETWORKS, SOURCE_FILE, Layout, read_layout, single_file_layout
from riffdesk.models.model_entry import Kind, ModelEntry
from riffdesk.models.model_list import Added, added_models, change_added, list_problem
from riffdesk.models.provenance import licence_of, trust_of
from riffdesk.models.suggestion import Suggestion
from riffdesk.progress import OnStep, ignore_steps

BUILT_IN = "starter"
"""Name of the model that comes with riffdesk; it is the default."""


_log = logging.getLogger(__name__)
_LONG_NAME, _LONG_PATH = 80, 500  # characters that a message shows of it


@dataclass(frozen=True)
class ModelFacts:
    """What there is to know of a model before it is loaded.

    Parameters
    ----------
    size : int
        Bytes of all its files.
    licence : Path, optional
        The file that tells on which terms it may be used.
    folder : Path
        Where it lies.
    columns, bands : int
        Size of one window; 0 for a LoRA, which has none of its own.
    seconds : float
        Length of one window.
    trust : str
        Where it is from, and what reading it can do.
    suggestion : Suggestion
        Settings with which it does well.
    params : SpectrogramParams, optional
        How its images are spaced; None for a LoRA.
    takes_score : bool
        Whether it plays a score; others are asked in words only, or start from a picture of the notes.
    wants_guide : bool
        Whether riffs do best that start from such a picture: Riffusion's own models are meant to vary one.
    """

    size: int
    licence: Path | None
    folder: Path
    columns: int
    bands: int
    seconds: float
    trust: str
    suggestion: Suggestion
    params: SpectrogramParams | None
    takes_score: bool = False
    wants_guide: bool = False


def built_in() -> ModelEntry:
    """Return the model that comes with riffdesk."""
    return ModelEntry(BUILT_IN, paths.resources_dir() / "models" / BUILT_IN, "folder", "built-in")


def models() -> list[ModelEntry]:
    """Return every model there is: the built-in one first, the others by name.

    Of the added ones, those that the list tells of; `list_problem` says what is wrong with that.
    """
    told = added_models()
    added = [ModelEntry(name, Path(one["path"]), one["kind"], "added") for name, one in told.items()]
    taken = {entry.name for entry in added}
    own = [entry for entry in _in_own_folder() if entry.name not in taken]
    return [built_in(), *sorted([*own, *added], key=lambda entry: entry.name.casefold())]


def find_model(name: str) -> ModelEntry:
    """Return the model of a name; UserError that names near ones if there is none."""
    entries = {entry.name: entry for entry in models()}
    if name in entries:
        return entries[name]
    near = difflib.get_close_matches(name, entries, n=1)
    hint = list_problem() or (f"Did you mean '{near[0]}'?" if near else f"There are: {', '.join(entries)}.")
    raise UserError(f"There is no model called '{name[:_LONG_NAME]}'. {hint}")


def add_model(path: Path) -> ModelEntry:
    """Add a model, which stays where it is.

    Parameters
    ----------
    path : Path
        A folder in diffusers layout or of Hugging Face's cache, a checkpoint, a LoRA or a textual inversion (each
        .safetensors, .ckpt, .pt or .bin).

    Returns
    -------
    ModelEntry
        Named after the file or folder, with a number if there is one of that name.

    Raises
    ------
    UserError
        If it is no model that riffdesk can play, is there already, or cannot be remembered.
    """
    try:
        path = path.expanduser().absolute()
        # A file keeps its name, also where it is a link: in Hugging Face's cache it leads to a number without a suffix.
        path = path.resolve() if os.path.isdir(path) else path.parent.resolve() / path.name
    except (OSError, ValueError, RuntimeError) as error:
        raise UserError(f"There is no {_short(path)}: {reason(error)}.") from error
    if not os.path.exists(path):
        raise UserError(f"There is no {_short(path)}.")
    path = model_in(path, SUFFIXES) if is_repository(path) else path
    kind: Kind = "folder" if path.is_dir() else kind_of(path)
    _check(ModelEntry(path.name, path, kind, "added"))
    made: list[ModelEntry] = []

    def add(added: Added) -> None:
        there = models()
        for entry in there:
            if os.path.realpath(entry.path) == os.path.realpath(path):
                raise UserError(f"{path} is there already, as '{entry.name}'.")
        name = _free_name(_name_of(path, kind), {entry.name for entry in there})
        added[name] = {"path": str(path), "kind": kind}
        made.append(ModelEntry(name, path, kind, "added"))

    change_added(add)
    return made[0]


def get_model(
    repo_id: str,
    on_step: OnStep = ignore_steps,
    cancel: threading.Event | None = None,
    *,
    endpoint: str | None = None,
) -> ModelEntry:
    """Fetch a model from Hugging Face into riffdesk's own folder. Nothing else in riffdesk goes online.

    Parameters
    ----------
    repo_id : str
        As ``owner/name``.
    on_step : callable
        Told how many megabytes are there.
    cancel : threading.Event, optional
        What was fetched until then stays, and the next try goes on with it.
    endpoint : str, optional
        A mirror's address.

    Raises
    ------
    UserError
        If there is no such model, no network, no room, or it is no model that riffdesk can play.
    Cancelled
        If ``cancel`` was set.
    """
    from riffdesk.models.download import fetch

    name = safe_name(repo_id.rstrip("/").split("/")[-1], "model")
    target = paths.models_dir() / name
    with _fetching(name):
        if name == BUILT_IN or target.exists() or name in added_models():
            raise UserError(f"There is a model called '{name}' already. Remove it first: riffdesk models remove {name}")
        fetch(repo_id, _partial(name), on_step, cancel, endpoint=endpoint)
        try:
            _partial(name).rename(target)
        except OSError as error:
            raise UserError(f"Could not rename {_partial(name)} to {target}: {reason(error)}.") from error
    return find_model(name)


def remove_model(name: str) -> ModelEntry:
    """Remove a model and return what it was: files that were fetched are deleted, added ones only forgotten.

    A model that has not come to its end yet can be removed too.

    Raises
    ------
    UserError
        If there is none of that name, it is the built-in one, or its files cannot be deleted.
    """
    partial = _partial(name)
    if os.path.isdir(partial):
        with _fetching(name):
            _delete(partial)
        return ModelEntry(name, partial, "folder", "downloaded")
    entry = find_model(name)
    if entry.origin == "built-in":
        raise UserError(f"'{name}' comes with riffdesk and stays.")
    if entry.origin == "added":
        change_added(lambda added: added.pop(name, None))
        return entry
    _delete(paths.models_dir() / entry.path.relative_to(paths.models_dir()).parts[0])
    return entry


def describe(entry: ModelEntry) -> ModelFacts:
    """Return what is known of a model from its configs alone.

    Raises
    ------
    UserError
        If it is gone, not complete, or of a kind that riffdesk does not play.
    """
    layout = _check(entry)
    folder = entry.path if entry.kind == "folder" else entry.path.parent
    files = [path for path in entry.path.rglob("*") if path.is_file()] if entry.kind == "folder" else [entry.path]
    return ModelFacts(
        size=sum(path.stat().st_size for path in files),
        licence=licence_of(folder) if entry.kind == "folder" or (folder / SOURCE_FILE).is_file() else None,
        folder=folder,
        columns=layout.columns if layout else 0,
        bands=layout.params.bands if layout else 0,
        seconds=layout.columns / layout.params.columns_per_second if layout else 0.0,
        trust=trust_of(entry),
        suggestion=layout.suggestion if layout else Suggestion(),
        params=layout.params if layout else None,
        takes_score=layout.takes_score if layout else False,
        wants_guide=layout.is_foreign if layout else False,
    )


@contextmanager
def _fetching(name: str) -> Iterator[None]:
    """Hold what is being fetched under a name, so that two riffdesks never write into one file."""
    try:
        with holding(paths.locks_dir() / f"{safe_name(name, 'model')}.fetch.lock"):
            yield
    except Held as error:
        raise UserError(
            f"'{name}' is being fetched already, by another riffdesk. Wait for it, or cancel there."
        ) from error


def _partial(name: str) -> Path:
    """Return where a model lies until all of it has come; the dot keeps it out of the list."""
    return paths.models_dir() / f".{name}.part"


def _delete(path: Path) -> None:
    try:
        if path.is_dir() and not path.is_symlink():
            shutil.rmtree(path)
        else:
            path.unlink()
    except OSError as error:
        raise UserError(f"Could not delete {path}: {reason(error)}.") from error


def _check(entry: ModelEntry) -> Layout | None:
    """Return a model's layout, or None for a LoRA; UserError if it cannot be played."""
    if not os.path.exists(entry.path):
        where = _short(entry.path)
        raise UserError(f"{where} is no longer there. Connect its disk, or forget it: models remove {entry.name}")
    if entry.kind in ("lora", "embedding"):
        pickled = is_pickle(entry.path)
        shapes = dict.fromkeys(names_in(entry.path), ()) if pickled else shapes_in(entry.path)
        check_lora(entry.path, shapes, metadata_in(entry.path))
        return None
    if entry.kind == "folder":
        layout = read_layout(entry.path)
        for part in NETWORKS:
            weights_of(entry.path, part)
        return layout
    layout = single_file_layout()
    if not is_pickle(entry.path):
        check_checkpoint(entry.path, shapes_in(entry.path), layout.unet)
    return layout


def _in_own_folder() -> list[ModelEntry]:
    """Return the models in riffdesk's own folder; what is still being fetched has a dot before its name."""
    folder = paths.models_dir()
    if not folder.is_dir():
        return []
    found = []
    for path in sorted(folder.iterdir()):
        if path.name.startswith(".") or path.name == BUILT_IN:
            continue
        if is_repository(path):
            found += _in_cache(path)
        elif path.is_dir() and (path / INDEX).is_file():
            found.append(ModelEntry(path.name, path, "folder", "downloaded"))
        elif path.is_dir() and (path / SOURCE_FILE).is_file():
            found += [ModelEntry(path.name, one, _kind_or_file(one), "downloaded") for one in path.glob(f"*{SAFE}")][:1]
        elif path.suffix.lower() in SUFFIXES and path.is_file():
            found.append(ModelEntry(path.stem, path, _kind_or_file(path), "downloaded"))
    return found


def _in_cache(folder: Path) -> list[ModelEntry]:
    """Return the model in a folder of Hugging Face's cache, if there is one."""
    try:
        path = model_in(folder, SUFFIXES)
    except UserError as error:
        _log.warning("%s", error)
        return []
    kind: Kind = "folder" if path.is_dir() else _kind_or_file(path)
    return [ModelEntry(_name_of(path, kind), path, kind, "downloaded")]


def _name_of(path: Path, kind: Kind) -> str:
    """Return what a model is called after; a snapshot of Hugging Face's cache is a number, and its model has a name."""
    cached = repository_of(path)
    if cached and kind == "folder" and path.name == cached[1]:
        return cached[0].rpartition("/")[2]
    return path.name if kind == "folder" else path.stem


def _kind_or_file(path: Path) -> FileKind:
    """Return what a file is; one that is damaged is listed too, and says so when it is used."""
    try:
        return kind_of(path)
    except UserError:
        return "file"


def _free_name(wanted: str, taken: set[str]) -> str:
    name, number = wanted, 2
    while name in taken:
        name, number = f"{wanted} {number}", number + 1
    return name


def _short(path: Path) -> str:
    """Return a path for a message; of one that is longer than a file name may be, its beginning."""
    return str(path) if len(str(path)) <= _LONG_PATH else f"{str(path)[:_LONG_NAME]}…"
