"""The models available: the built-in one, downloaded ones, and those that the user has added.

Downloaded models are in riffdesk's own models folder; a model copied there by hand is found too. Added models stay
at their path, which `riffdesk.models.model_list` stores.
"""

from __future__ import annotations

import difflib
import logging
import os
import re
import shlex
import shutil
import threading
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, replace
from functools import lru_cache
from pathlib import Path

from riffdesk import paths
from riffdesk.dsp.params import SpectrogramParams
from riffdesk.errors import UserError, reason
from riffdesk.files import safe_name
from riffdesk.language import tr
from riffdesk.lock import Held, holding
from riffdesk.models.families import Description, describe_folder, is_model_folder
from riffdesk.models.files.lora_names import check_lora, scheduler_in
from riffdesk.models.files.weights import (
    SAFE,
    SUFFIXES,
    check_checkpoint,
    is_pickle,
    kind_of,
    kind_or_file,
    metadata_in,
    names_in,
    shapes_in,
)
from riffdesk.models.hub_cache import free_name, is_repository, model_in, name_of
from riffdesk.models.layout import SOURCE_FILE, single_file_layout
from riffdesk.models.model_entry import Kind, ModelEntry, check_path
from riffdesk.models.model_list import (
    Added,
    added_models,
    change_added,
    change_scheduler,
    list_problem,
    short_path,
    stated_schedulers,
)
from riffdesk.models.provenance import licence_of, trust_of
from riffdesk.models.suggestion import Suggestion
from riffdesk.progress import OnStep, ignore_steps

BUILT_IN = "starter"
"""Name of the model that comes with riffdesk; it is the default."""


_log = logging.getLogger(__name__)
_LONG_NAME = 80  # characters that a message shows
_PAGE = re.compile(r"(https?://)?(www\.)?huggingface\.co/(?P<repo_id>[\w.-]+/[\w.-]+)")
_Files = tuple[tuple[str, int, int, int, int], ...]
"""Path, size in bytes, times of the last change of the content and of the entry in ns, and inode, of each file."""


@dataclass(frozen=True)
class ModelFacts:
    """A model's description, read without loading it.

    Parameters
    ----------
    size : int
        Total bytes of its files.
    licence : Path, optional
        The file with its licence.
    folder : Path
        Its folder, or that of its file.
    columns, bands : int
        Size of one window; 0 for a LoRA.
    seconds : float
        Length of one window.
    trust : str
        Two sentences on its origin and safety.
    suggestion : Suggestion
        Settings that it recommends.
    params : SpectrogramParams, optional
        Parameters of its images; None for a LoRA.
    terms : str
        Licences of the published weights of its family; '' if only its files state any.
    takes_score : bool
        Whether it plays a score; others take words only, or start from a picture of the notes.
    prefers_guide : bool
        Whether it works best from such a picture: Riffusion's models are meant to vary an image.
    makes_whole : bool
        Whether it makes a riff as a whole, with a scheduler of its own: no clips, loops or walks.
    is_stable_diffusion : bool
        Whether its network is that of Stable Diffusion 1.x, for which LoRAs are published.
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
    terms: str = ""
    takes_score: bool = False
    prefers_guide: bool = False
    makes_whole: bool = False
    is_stable_diffusion: bool = False


def built_in() -> ModelEntry:
    """Return the model that comes with riffdesk."""
    return ModelEntry(BUILT_IN, paths.resources_dir() / "models" / BUILT_IN, "folder", "built-in")


def models() -> list[ModelEntry]:
    """Return all models: the built-in one first, the others by name.

    Invalid entries of the list of added models are left out; `list_problem` reports them.
    """
    listed = added_models()
    added = [ModelEntry(name, Path(fields["path"]), fields["kind"], "added") for name, fields in listed.items()]
    names, stated = {entry.name for entry in added}, stated_schedulers()
    entries = [*(entry for entry in _in_own_folder() if entry.name not in names), *added]
    entries = [_with_scheduler(entry, stated) if entry.kind == "lora" else entry for entry in entries]
    return [built_in(), *sorted(entries, key=lambda entry: entry.name.casefold())]


def _with_scheduler(lora: ModelEntry, stated: Mapping[str, str]) -> ModelEntry:
    return replace(lora, scheduler=stated.get(lora.name, scheduler_in(lora.name)))


def find_model(name: str) -> ModelEntry:
    """Return the model of a name; if there is none, UserError with similar names."""
    entries = {entry.name: entry for entry in models()}
    if name in entries:
        return entries[name]
    near = difflib.get_close_matches(name, entries, n=1)
    hint = list_problem() or (
        tr("Did you mean '{name}'?", name=near[0]) if near else tr("There are: {names}.", names=", ".join(entries))
    )
    raise UserError(tr("There is no model called '{name}'. {hint}", name=name[:_LONG_NAME], hint=hint))


def add_model(path: Path) -> ModelEntry:
    """Add a model to the list; its files stay at their path.

    Parameters
    ----------
    path : Path
        A folder in diffusers layout or of Hugging Face's cache, a checkpoint, a LoRA or a textual inversion (each
        .safetensors, .ckpt, .pt or .bin).

    Returns
    -------
    ModelEntry
        Named after the file or folder, with a number if the name is taken.

    Raises
    ------
    UserError
        If riffdesk cannot play it, it is in the list already, or the list cannot be written.
    """
    try:
        path = path.expanduser().absolute()
        # A file keeps its name, even if it is a link: in Hugging Face's cache the target is a number without a suffix.
        path = path.resolve() if os.path.isdir(path) else path.parent.resolve() / path.name
    except (OSError, ValueError, RuntimeError) as error:
        raise UserError(tr("There is no {path}: {reason}.", path=short_path(path), reason=reason(error))) from error
    if not os.path.exists(path):
        raise UserError(tr("There is no {path}.", path=short_path(path)))
    path = model_in(path, SUFFIXES) if is_repository(path) else path
    kind: Kind = "folder" if path.is_dir() else kind_of(path)
    _check(ModelEntry(path.name, path, kind, "added"))
    names: list[str] = []

    def add(added: Added) -> None:
        existing = models()
        for entry in existing:
            if os.path.realpath(entry.path) == os.path.realpath(path):
                raise UserError(tr("{path} is in the list already, as '{name}'.", path=path, name=entry.name))
        name = free_name(name_of(path, kind), {entry.name for entry in existing})
        added[name] = {"path": str(path), "kind": kind}
        names.append(name)

    change_added(add)
    return find_model(names[0])


def get_model(
    repo_id: str,
    on_step: OnStep = ignore_steps,
    cancel: threading.Event | None = None,
    *,
    endpoint: str | None = None,
) -> ModelEntry:
    """Download a model from Hugging Face into riffdesk's own folder. Nothing else in riffdesk goes online.

    Parameters
    ----------
    repo_id : str
        As ``owner/name``, or the address of one of its pages.
    on_step : callable
        Called with the licences that are known before the download (`riffdesk.models.provenance.Terms`), and with the
        megabytes downloaded.
    cancel : threading.Event, optional
        Cancels when it is set; the files downloaded until then stay, and the next call continues.
    endpoint : str, optional
        A mirror's address.

    Raises
    ------
    UserError
        If there is no such model, no network, too little disk space, or riffdesk cannot play the model.
    Cancelled
        If ``cancel`` was set.
    """
    from riffdesk.models.download import fetch

    if page := _PAGE.match(repo_id):
        repo_id = page["repo_id"]
    name = safe_name(repo_id.rstrip("/").split("/")[-1], "model")
    target = paths.models_dir() / name
    with _fetch_lock(name):
        if name == BUILT_IN or target.exists() or name in added_models():
            raise UserError(
                tr(
                    "There is a model called '{name}' already. Remove it first: riffdesk models remove {name}",
                    name=name,
                )
            )
        fetch(repo_id, _partial(name), on_step, cancel, endpoint=endpoint)
        try:
            _partial(name).rename(target)
        except OSError as error:
            raise UserError(
                tr(
                    "Could not rename {partial} to {target}: {reason}.",
                    partial=_partial(name),
                    target=target,
                    reason=reason(error),
                )
            ) from error
    return find_model(name)


def remove_model(name: str) -> ModelEntry:
    """Remove a model and return its entry. Downloaded files are deleted; an added model only leaves the list.

    An incomplete download can be removed too.

    Raises
    ------
    UserError
        If there is no such model, it is the built-in one, or its files cannot be deleted.
    """
    partial = _partial(name)
    if os.path.isdir(partial):
        with _fetch_lock(name):
            _delete(partial)
        return ModelEntry(name, partial, "folder", "downloaded")
    entry = find_model(name)
    if entry.origin == "built-in":
        raise UserError(tr("'{name}' comes with riffdesk and stays.", name=name))
    change_scheduler(name, None)
    if entry.origin == "added":
        change_added(lambda added: added.pop(name, None))
        return entry
    _delete(paths.models_dir() / entry.path.relative_to(paths.models_dir()).parts[0])
    return entry


def describe(entry: ModelEntry) -> ModelFacts:
    """Return a model's description from its configs alone.

    Raises
    ------
    UserError
        If it is missing, not complete, or of an unsupported kind.
    """
    layout, files = _check(entry)
    folder = entry.path if entry.kind == "folder" else entry.path.parent
    return ModelFacts(
        size=sum(size for _, size, *_ in files),
        licence=licence_of(folder) if entry.kind == "folder" or (folder / SOURCE_FILE).is_file() else None,
        folder=folder,
        columns=layout.columns if layout else 0,
        bands=layout.params.bands if layout else 0,
        seconds=layout.columns / layout.params.columns_per_second if layout else 0.0,
        trust=trust_of(entry, layout.pickled if layout and entry.kind == "folder" else ()),
        suggestion=layout.suggestion if layout else Suggestion(),
        params=layout.params if layout else None,
        terms=layout.terms if layout else "",
        takes_score=layout.takes_score if layout else False,
        prefers_guide=layout.is_foreign if layout else False,
        makes_whole=layout.makes_whole if layout else False,
        is_stable_diffusion=layout.is_stable_diffusion if layout else False,
    )


@contextmanager
def _fetch_lock(name: str) -> Iterator[None]:
    """Hold the lock of a download, so that two processes never write into one file."""
    try:
        with holding(paths.locks_dir() / f"{safe_name(name, 'model')}.fetch.lock"):
            yield
    except Held as error:
        raise UserError(
            tr("'{name}' is being fetched already, by another riffdesk. Wait for it, or cancel there.", name=name)
        ) from error


def _partial(name: str) -> Path:
    """Return the folder of an incomplete download; the dot keeps it out of the list."""
    return paths.models_dir() / f".{name}.part"


def _delete(path: Path) -> None:
    try:
        if path.is_dir() and not path.is_symlink():
            shutil.rmtree(path)
        else:
            path.unlink()
    except OSError as error:
        raise UserError(tr("Could not delete {path}: {reason}.", path=path, reason=reason(error))) from error


def _check(entry: ModelEntry) -> tuple[Description | None, _Files]:
    """Return a model's description, or None for a LoRA, and its files; UserError if it cannot be played."""
    if not os.path.exists(entry.path):
        shown = short_path(entry.path)
        raise UserError(
            tr(
                "{shown} no longer exists. Connect its disk, or forget it: models remove {name}",
                shown=shown,
                name=shlex.quote(entry.name),
            )
        )
    check_path(entry.path)
    paths = entry.path.rglob("*") if entry.kind == "folder" else (entry.path,)
    states = ((str(path), path.stat()) for path in paths if path.is_file())
    files = tuple((path, state.st_size, state.st_mtime_ns, state.st_ctime_ns, state.st_ino) for path, state in states)
    return _checked(entry.path, entry.kind, files), files


@lru_cache(maxsize=64)
def _checked(path: Path, kind: Kind, files: _Files) -> Description | None:
    """Do the work of `_check`; cached until a file changes."""
    if kind in ("lora", "embedding"):
        pickled = is_pickle(path)
        shapes = dict.fromkeys(names_in(path), ()) if pickled else shapes_in(path)
        check_lora(path, shapes, metadata_in(path))
        return None
    if kind == "folder":
        return describe_folder(path)
    layout = single_file_layout()
    if not is_pickle(path):
        check_checkpoint(path, shapes_in(path), layout.unet)
    return layout


def _in_own_folder() -> list[ModelEntry]:
    """Return the models in riffdesk's own folder, without incomplete downloads."""
    folder = paths.models_dir()
    if not folder.is_dir():
        return []
    entries = []
    for path in sorted(folder.iterdir()):
        if path.name.startswith(".") or path.name == BUILT_IN:
            continue
        if is_repository(path):
            entries += _in_cache(path)
        elif path.is_dir() and is_model_folder(path):
            entries.append(ModelEntry(path.name, path, "folder", "downloaded"))
        elif path.is_dir() and (path / SOURCE_FILE).is_file():
            entries += [
                ModelEntry(path.name, file, kind_or_file(file), "downloaded") for file in path.glob(f"*{SAFE}")
            ][:1]
        elif path.suffix.lower() in SUFFIXES and path.is_file():
            entries.append(ModelEntry(path.stem, path, kind_or_file(path), "downloaded"))
    return entries


def _in_cache(folder: Path) -> list[ModelEntry]:
    """Return the model in a folder of Hugging Face's cache, if there is one."""
    try:
        path = model_in(folder, SUFFIXES)
    except UserError as error:
        _log.warning("%s", error)
        return []
    kind: Kind = "folder" if path.is_dir() else kind_or_file(path)
    return [ModelEntry(name_of(path, kind), path, kind, "downloaded")]
