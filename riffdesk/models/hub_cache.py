"""Folders of Hugging Face's cache: ``models--owner--name/snapshots/REVISION``, whose files are links to blobs.

And the names of models, which for those in the cache are the names of their repositories.
"""

from __future__ import annotations

from pathlib import Path

from riffdesk.errors import UserError, reason
from riffdesk.language import tr
from riffdesk.models.files.lora_names import scheduler_in
from riffdesk.models.layout import INDEX

_PREFIX, _BETWEEN, _SNAPSHOTS = "models--", "--", "snapshots"
_LONGEST_REVISION = 200  # characters
_NAMELESS = ("pytorch_lora_weights", "adapter_model", "diffusion_pytorch_model")
"""Names that programs give to every LoRA."""


def repository_of(path: Path) -> tuple[str, str] | None:
    """Return the repository, as ``owner/name``, and the revision of a path in the cache; None for other paths.

    Parameters
    ----------
    path : Path
        A snapshot, or a file or folder in one.
    """
    for snapshot in (path, *path.parents):
        folder = snapshot.parent.parent
        if snapshot.parent.name == _SNAPSHOTS and folder.name.startswith(_PREFIX):
            return folder.name.removeprefix(_PREFIX).replace(_BETWEEN, "/", 1), snapshot.name
    return None


def name_of(path: Path, kind: str) -> str:
    """Return the name of a model of a kind of `ModelEntry` from its path.

    A snapshot in the cache is named after its repository, and so is a LoRA that has the same name as all others. One
    elsewhere is then named after its folder, if that tells that it is for few steps.
    """
    cached = repository_of(path)
    nameless = kind == "lora" and path.stem in _NAMELESS
    if cached and (nameless or (kind == "folder" and path.name == cached[1])):
        return cached[0].rpartition("/")[2]
    if nameless and scheduler_in(path.parent.name):
        return path.parent.name
    return path.name if kind == "folder" else path.stem


def free_name(base: str, names: set[str]) -> str:
    """Return a name with the first number that makes it another than the given ones."""
    name, number = base, 2
    while name in names:
        name, number = f"{base} {number}", number + 1
    return name


def is_repository(folder: Path) -> bool:
    """Whether a folder of the cache contains snapshots of a model."""
    return folder.name.startswith(_PREFIX) and (folder / _SNAPSHOTS).is_dir()


def model_in(folder: Path, suffixes: tuple[str, ...]) -> Path:
    """Return the model in a folder of the cache: its newest snapshot, or the only file of weights in that.

    Parameters
    ----------
    folder : Path
        See `is_repository`.
    suffixes : tuple of str
        Suffixes of files of weights.

    Raises
    ------
    UserError
        If there is none, or several files to choose from.
    """
    snapshot = _newest(folder)
    if (snapshot / INDEX).is_file():
        return snapshot
    try:
        files = sorted(path for path in snapshot.iterdir() if path.suffix.lower() in suffixes and path.is_file())
    except OSError as error:
        raise UserError(tr("Could not read {folder}: {reason}.", folder=folder, reason=reason(error))) from error
    if len(files) == 1:
        return files[0]
    if files:
        names = ", ".join(path.name for path in files)
        raise UserError(
            tr(
                "{folder} holds several files: {names}. Add the one you want; they are in {snapshot}.",
                folder=folder,
                names=names,
                snapshot=snapshot,
            )
        )
    raise UserError(
        tr(
            "{folder} holds no model: its newest snapshot has neither a {index} nor weights, or not all came.",
            folder=folder,
            index=INDEX,
        )
    )


def _newest(folder: Path) -> Path:
    """Return the snapshot of the branch ``main``, or else the one downloaded last."""
    try:
        with (folder / "refs" / "main").open(encoding="ascii") as file:
            snapshot = folder / _SNAPSHOTS / Path(file.read(_LONGEST_REVISION).strip()).name
        if snapshot != folder / _SNAPSHOTS and snapshot.is_dir():
            return snapshot
    except (OSError, ValueError):
        pass  # a cache without branches: the revision was requested by its number
    try:
        snapshots = [path for path in (folder / _SNAPSHOTS).iterdir() if path.is_dir()]
        return max(snapshots, key=lambda path: (path.stat().st_mtime, path.name))
    except ValueError as error:
        raise UserError(tr("{folder} holds no model: it has no snapshots.", folder=folder)) from error
    except OSError as error:
        raise UserError(tr("Could not read {folder}: {reason}.", folder=folder, reason=reason(error))) from error
