"""Cache of the last model used, in the process that renders."""

from __future__ import annotations

import threading
from pathlib import Path
from typing import TYPE_CHECKING

from riffdesk.devices import Substitution, release, substitution
from riffdesk.engine.generator import Generator
from riffdesk.engine.prompt_marks import inversions_of, loras_of
from riffdesk.errors import UserError
from riffdesk.language import tr
from riffdesk.models.families import family_of, function_of
from riffdesk.models.registry import describe, find_model
from riffdesk.progress import OnStep, Step, ignore_steps
from riffdesk.sketch.recipe.recipe import Recipe

if TYPE_CHECKING:
    from riffdesk.diffusion.model import Model

_Key = tuple[bool, tuple[tuple[Path, float, float], ...]]
_loaded: tuple[_Key, Generator] | None = None


def generator_of(
    recipe: Recipe,
    on_step: OnStep = ignore_steps,
    cancel: threading.Event | None = None,
    *,
    compiled: bool = False,
) -> Generator:
    """Return the model that a recipe names, with its LoRAs and textual inversions, from the cache or from disk.

    It is loaded by its family's function (`riffdesk.models.families`): that of diffusion models is
    `riffdesk.engine.riff.strip_generator.load`.

    Parameters
    ----------
    compiled : bool
        See `riffdesk.diffusion.loading.load_model`.

    Raises
    ------
    UserError
        If there is no such model or it cannot be loaded. The cache is empty then.
    Cancelled
        If ``cancel`` was set.
    """
    global _loaded
    entry = find_model(recipe.model)
    loras = tuple((find_model(name).path, weight) for name, weight in loras_of(recipe))
    inversions = inversions_of(recipe)
    files = (entry.path, 1.0), *loras, *((path, 1.0) for _, path in inversions)
    key = compiled, tuple((path, _modified_at(path), weight) for path, weight in files)
    if _loaded is None or _loaded[0] != key:
        load = function_of(family_of(entry.path).load)
        unload()
        if problem := substitution():
            on_step(Step(0, 0, problem, Substitution(problem), ahead=True))
        options = {"loras": loras, "words": inversions, "compiled": compiled, "on_step": on_step, "cancel": cancel}
        _loaded = key, load(entry, **options)
    return _loaded[1]


def model_of(recipe: Recipe, on_step: OnStep = ignore_steps, cancel: threading.Event | None = None) -> Model:
    """Return the diffusion model that a recipe names; parameters and errors as of `generator_of`.

    Raises
    ------
    UserError
        Also if it is of another family.
    """
    is_whole = describe(find_model(recipe.model)).makes_whole  # known before it is loaded
    model = None if is_whole else generator_of(recipe, on_step, cancel).model
    if model is None:
        raise UserError(
            tr("{model} can only make complete riffs and cannot jam. Choose another model.", model=recipe.model)
        )
    return model


def modification_times(recipe: Recipe) -> tuple[float, ...]:
    """Return the modification times of a recipe's model, its LoRAs and its textual inversions.

    Raises
    ------
    UserError
        If there is no such model.
    """
    names = [recipe.model, *(name for name, _ in loras_of(recipe))]
    paths = [*(find_model(name).path for name in names), *(path for _, path in inversions_of(recipe))]
    return tuple(map(_modified_at, paths))


def _modified_at(path: Path) -> float:
    """Return the latest modification time of a model's files, to detect a replacement; 0 if it is missing."""
    files = path.rglob("*") if path.is_dir() else [path]
    return max((file.stat().st_mtime for file in files if file.is_file()), default=0.0)


def unload(request: None = None, on_step: OnStep = ignore_steps, cancel: threading.Event | None = None) -> bool:
    """Free the memory of the cached model; return whether there was one."""
    global _loaded
    if _loaded is None:
        return False
    _loaded = None
    release()  # networks refer to themselves
    return True
