"""Which models there are: the built-in one, those that were fetched, and those that the user has added.

What was fetched lies in riffdesk's own models folder, and whatever model is put there by hand is found
there too. What was added stays where it is; ``models.json`` beside that folder remembers it.
"""

from __future__ import annotations

import difflib
import json
import shutil
import threading
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal

from riffdesk import paths
from riffdesk.diffusion.layout import INDEX, NETWORKS, SOURCE_FILE, Layout, read_json, read_layout, single_file_layout
from riffdesk.diffusion.model import Suggestion
from riffdesk.diffusion.weights import PICKLED, SAFE, check_checkpoint, kind_of, shapes_in, weights_of
from riffdesk.dsp.params import SpectrogramParams
from riffdesk.errors import UserError, reason
from riffdesk.files import safe_name, write_beside
from riffdesk.progress import OnStep, ignore_steps

BUILT_IN = "starter"
"""Name of the model that comes with riffdesk; it is the default."""

Kind = Literal["folder", "file", "lora"]
Origin = Literal["built-in", "added", "downloaded"]

_VERSION = 1


@dataclass(frozen=True)
class ModelEntry:
    """A model that can be chosen.

    Parameters
    ----------
    name : str
        What the user calls it; there is one of each name.
    path : Path
        Its folder, or its file.
    kind : str
        ``folder`` in diffusers layout, ``file`` with a whole checkpoint, or ``lora`` to add to a model.
    origin : str
        ``built-in``; ``added`` where it lies; or ``downloaded`` into riffdesk's own folder.
    """

    name: str
    path: Path
    kind: Kind
    origin: Origin


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


def built_in() -> ModelEntry:
    """Return the model that comes with riffdesk."""
    return ModelEntry(BUILT_IN, paths.resources_dir() / "models" / BUILT_IN, "folder", "built-in")


def models() -> list[ModelEntry]:
    """Return every model there is: the built-in one first, the others by name.

    Raises
    ------
    UserError
        If the list of added models cannot be read.
    """
    added = [ModelEntry(name, Path(one["path"]), one["kind"], "added") for name, one in _read_added().items()]
    taken = {entry.name for entry in added}
    own = [entry for entry in _in_own_folder() if entry.name not in taken]
    return [built_in(), *sorted([*own, *added], key=lambda entry: entry.name.casefold())]


def find_model(name: str) -> ModelEntry:
    """Return the model of a name; UserError that names near ones if there is none."""
    entries = {entry.name: entry for entry in models()}
    if name in entries:
        return entries[name]
    near = difflib.get_close_matches(name, entries, n=1)
    hint = f"Did you mean '{near[0]}'?" if near else f"There are: {', '.join(entries)}."
    raise UserError(f"There is no model called '{name}'. {hint}")


def add_model(path: Path) -> ModelEntry:
    """Add a model, which stays where it is.

    Parameters
    ----------
    path : Path
        A folder in diffusers layout, a checkpoint (.safetensors, .ckpt) or a LoRA (.safetensors).

    Returns
    -------
    ModelEntry
        Named after the file or folder, with a number if there is one of that name.

    Raises
    ------
    UserError
        If it is no model that riffdesk can play, is there already, or cannot be remembered.
    """
    path = path.expanduser().resolve()
    if not path.exists():
        raise UserError(f"There is no {path}.")
    there = models()
    for entry in there:
        if entry.path.resolve() == path:
            raise UserError(f"{path} is there already, as '{entry.name}'.")
    name = _free_name(path.name if path.is_dir() else path.stem, {entry.name for entry in there})
    entry = ModelEntry(name, path, "folder" if path.is_dir() else kind_of(path), "added")
    _check(entry)
    added = _read_added()
    added[name] = {"path": str(path), "kind": entry.kind}
    _write_added(added)
    return entry


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
    from riffdesk.diffusion.download import fetch

    name = safe_name(repo_id.rstrip("/").split("/")[-1], "model")
    target = paths.models_dir() / name
    if name == BUILT_IN or target.exists() or name in _read_added():
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
    if partial.is_dir():
        _delete(partial)
        return ModelEntry(name, partial, "folder", "downloaded")
    entry = find_model(name)
    if entry.origin == "built-in":
        raise UserError(f"'{name}' comes with riffdesk and stays.")
    if entry.origin == "added":
        added = _read_added()
        del added[name]
        _write_added(added)
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
        licence=_licence(folder) if entry.kind == "folder" or (folder / SOURCE_FILE).is_file() else None,
        folder=folder,
        columns=layout.columns if layout else 0,
        bands=layout.params.bands if layout else 0,
        seconds=layout.columns / layout.params.columns_per_second if layout else 0.0,
        trust=_trust(entry),
        suggestion=layout.suggestion if layout else Suggestion(),
        params=layout.params if layout else None,
    )


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
    if not entry.path.exists():
        raise UserError(f"{entry.path} is no longer there. Connect its disk, or forget it: models remove {entry.name}")
    if entry.kind == "lora":
        shapes_in(entry.path)
        return None
    if entry.kind == "folder":
        layout = read_layout(entry.path)
        for part in NETWORKS:
            weights_of(entry.path, part)
        return layout
    layout = single_file_layout()
    if entry.path.suffix == SAFE:
        check_checkpoint(entry.path, shapes_in(entry.path), layout.unet)
    return layout


def _trust(entry: ModelEntry) -> str:
    if entry.origin == "built-in":
        return "Made by riffdesk's own training from music that it composed; it comes with the program."
    where = "Added from a place of yours."
    source = (entry.path if entry.kind == "folder" else entry.path.parent) / SOURCE_FILE
    if source.is_file():
        said = read_json(source)
        where = f"From huggingface.co/{said.get('repository')}, revision {str(said.get('revision'))[:12]}."
    pickled = [entry.path.name] if entry.path.suffix == PICKLED[1] else []
    if entry.kind == "folder":
        pickled = [part for part in NETWORKS if not weights_of(entry.path, part).safe]
    if pickled:
        which = ", ".join(pickled)
        return f"{where} Its weights ({which}) are pickles, of which only numbers are read: no code is run."
    return f"{where} Its weights are safetensors, which hold numbers only: no code is run."


def _licence(folder: Path) -> Path | None:
    """Return the file that is most likely to tell the licence."""
    names = sorted(path for path in folder.iterdir() if path.is_file())
    for start in ("licen", "copying", "readme"):
        for path in names:
            if path.name.lower().startswith(start):
                return path
    return None


def _in_own_folder() -> list[ModelEntry]:
    """Return the models in riffdesk's own folder; what is still being fetched has a dot before its name."""
    folder = paths.models_dir()
    if not folder.is_dir():
        return []
    found = []
    for path in sorted(folder.iterdir()):
        if path.name.startswith(".") or path.name == BUILT_IN:
            continue
        if path.is_dir() and (path / INDEX).is_file():
            found.append(ModelEntry(path.name, path, "folder", "downloaded"))
        elif path.is_dir() and (path / SOURCE_FILE).is_file():
            found += [ModelEntry(path.name, one, _kind_or_file(one), "downloaded") for one in path.glob(f"*{SAFE}")][:1]
        elif path.suffix in (SAFE, PICKLED[1]) and path.is_file():
            found.append(ModelEntry(path.stem, path, _kind_or_file(path), "downloaded"))
    return found


def _kind_or_file(path: Path) -> Literal["file", "lora"]:
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


def _list_file() -> Path:
    return paths.data_dir() / "models.json"


def _read_added() -> dict[str, dict[str, Any]]:
    """Return what was added: name to path and kind."""
    path = _list_file()
    if not path.exists():
        return {}
    stored = read_json(path)
    if stored.get("version") != _VERSION:
        raise UserError(f"The list of models in {path} is from another version of riffdesk and was left alone.")
    added = stored.get("added")
    if not isinstance(added, dict) or not all(_is_added(one) for one in added.values()):
        raise UserError(f"The list of models in {path} is damaged. Delete it and add your models again.")
    return added


def _is_added(one: object) -> bool:
    return isinstance(one, dict) and isinstance(one.get("path"), str) and one.get("kind") in ("folder", "file", "lora")


def _write_added(added: dict[str, dict[str, Any]]) -> None:
    path = _list_file()
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise UserError(f"Could not make the folder {path.parent}: {reason(error)}.") from error
    with write_beside(path) as temporary:
        temporary.write_text(json.dumps({"version": _VERSION, "added": added}, indent=2), encoding="utf-8")
