"""The model that was used last stays loaded, in the process that renders; another one takes its place."""

from __future__ import annotations

import gc
import threading
from pathlib import Path
from typing import TYPE_CHECKING

from riffdesk.engine.prompt_marks import loras_of, words_of
from riffdesk.models.registry import find_model
from riffdesk.progress import OnStep, ignore_steps
from riffdesk.sketch.recipe.recipe import Recipe
from riffdesk.slow_imports import slow_imports

if TYPE_CHECKING:
    from riffdesk.diffusion.model import Model

_Key = tuple[bool, tuple[tuple[Path, float, float], ...]]
_loaded: tuple[_Key, Model] | None = None


def model_of(
    recipe: Recipe,
    on_step: OnStep = ignore_steps,
    cancel: threading.Event | None = None,
    *,
    compiled: bool = False,
) -> Model:
    """Return the model that a recipe names, with its LoRAs; loaded, unless it is already.

    Parameters
    ----------
    compiled : bool
        See `riffdesk.diffusion.loading.load_model`.

    Raises
    ------
    UserError
        If there is no such model or it cannot be loaded. Then none is loaded any more.
    Cancelled
        If ``cancel`` was set.
    """
    global _loaded
    entry = find_model(recipe.model)
    loras = tuple((find_model(name).path, weight) for name, weight in loras_of(recipe))
    words = words_of(recipe)
    files = (entry.path, 1.0), *loras, *((path, 1.0) for _, path in words)
    key = compiled, tuple((path, _written_at(path), weight) for path, weight in files)
    if _loaded is None or _loaded[0] != key:
        with slow_imports("riffdesk.diffusion.loading"):
            from riffdesk.diffusion.loading import load_model

        unload()
        _loaded = key, load_model(entry, loras=loras, words=words, compiled=compiled, on_step=on_step, cancel=cancel)
    return _loaded[1]


def written(recipe: Recipe) -> tuple[float, ...]:
    """Return when a recipe's model was written last, and each of its LoRAs and added words.

    Raises
    ------
    UserError
        If there is no such model.
    """
    names = [recipe.model, *(name for name, _ in loras_of(recipe))]
    paths = [*(find_model(name).path for name in names), *(path for _, path in words_of(recipe))]
    return tuple(map(_written_at, paths))


def _written_at(path: Path) -> float:
    """Return when a model was written last, so that another one in its place is not taken for it; 0 if it is gone."""
    files = path.rglob("*") if path.is_dir() else [path]
    return max((file.stat().st_mtime for file in files if file.is_file()), default=0.0)


def unload(request: None = None, on_step: OnStep = ignore_steps, cancel: threading.Event | None = None) -> bool:
    """Free the memory of the model that was used last; return whether there was one."""
    global _loaded
    if _loaded is None:
        return False
    import torch

    _loaded = None
    gc.collect()  # networks refer to themselves
    if torch.cuda.is_available():
        torch.cuda.empty_cache()
    return True
