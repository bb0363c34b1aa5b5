"""Inits of riffs: files, seed images and the composed guide; and the recipes in files."""

from __future__ import annotations

import logging
import os
import threading
from dataclasses import dataclass
from pathlib import Path

from riffdesk.arrays import Array
from riffdesk.audio.filing.sound_files import ImportRequest, import_audio, read_recipe
from riffdesk.dsp.params import SpectrogramParams
from riffdesk.engine.riff.score.riff_score import carried_score
from riffdesk.engine.seed_images import GUIDE, seed_images
from riffdesk.errors import UserError
from riffdesk.models.registry import ModelFacts, describe, find_model
from riffdesk.progress import OnStep
from riffdesk.sketch.mixer import mixed_ink
from riffdesk.sketch.recipe.recipe import Recipe
from riffdesk.sketch.recipe.timeline import with_drawn_seeds
from riffdesk.sketch.state import State
from riffdesk.store.image.image_file import IMAGES, ImageRequest, read_image
from riffdesk.store.project.opening import OpenRequest, open_project
from riffdesk.store.project.project_file import PROJECT

_log = logging.getLogger(__name__)
_LONG_NAME = 80  # characters of a name in a message


@dataclass(frozen=True, eq=False)
class Start:
    """Ink and sound that a riff starts from, if any, with its length and spectrogram settings."""

    params: SpectrogramParams
    seconds: float
    name: str = ""
    ink: Array | None = None
    audio: Array | None = None


def read_start(init: str | Path, params: SpectrogramParams, on_step: OnStep, cancel: threading.Event | None) -> Start:
    """Return the ink of an init, and its sound if it is a sound file."""
    path, name = _path_of(init), Path(init).name
    suffix = path.suffix.lower()
    if suffix == PROJECT:
        state = document_in(path, on_step, cancel)
        return Start(state.params, state.samples / state.params.sample_rate, name, mixed_ink(state))
    if suffix in IMAGES:
        image = read_image(ImageRequest(path, params), on_step, cancel)
        if image.looks_inverted:
            _log.warning("%s seems to be white on black, but dark is loud. Invert it first.", path.name)
        seconds = image.ink.shape[-1] / image.params.columns_per_second
        return Start(image.params, seconds, name, image.ink)
    sound = import_audio(ImportRequest(path, params), on_step, cancel)
    for note in sound.notes:
        _log.warning("%s", note)
    return Start(params, sound.audio.shape[-1] / params.sample_rate, name, sound.ink, sound.audio)


def carried_recipe(init: str | Path | None, on_step: OnStep, cancel: threading.Event | None) -> Recipe:
    """Return the recipe in an init."""
    if init is None:
        raise UserError("There is no prompt. Write one, or give an init with a recipe.")
    path = _path_of(init)
    suffix = path.suffix.lower()
    if suffix == PROJECT:
        return recipe_of(document_in(path, on_step, cancel))
    recipe = read_image(ImageRequest(path), on_step, cancel).recipe if suffix in IMAGES else read_recipe(path)
    if recipe is None:
        raise UserError(f"{path.name} has no recipe. Write a prompt.")
    return recipe


def score_in(init: str | Path, on_step: OnStep, cancel: threading.Event | None) -> str:
    """Return the score in an init's recipe; '' if there is none."""
    try:
        recipe = carried_recipe(init, on_step, cancel)
        has_score = recipe.score or (not recipe.init and facts_of(recipe.model).takes_score)
        return carried_score(recipe) if has_score else ""
    except UserError:  # there is no recipe, or its model is missing
        return ""


def document_in(path: Path, on_step: OnStep, cancel: threading.Event | None) -> State:
    """Return the document of a project; parts that could not be read are logged as warnings."""
    opened = open_project(OpenRequest(path), on_step, cancel)
    for note in opened.notes:
        _log.warning("%s", note)
    return opened.document


def recipe_of(state: State) -> Recipe:
    """Return the recipe of a sketch's timeline at its length, with random seeds drawn."""
    return Recipe(
        model=state.render.model,
        keyframes=with_drawn_seeds(state.keyframes),
        seconds=state.samples / state.params.sample_rate,
        steps=state.render.steps,
        scheduler=state.render.scheduler,
        circular=state.circular,
        loras=state.render.loras,
        quality=state.render.quality,
        clips=state.render.clips,
        tempo=state.tempo,
        beats_per_bar=state.beats_per_bar,
        key=state.key,
        in_time=state.render.in_time,
    )


def facts_of(model: str) -> ModelFacts:
    """Return the description of a model; UserError for a LoRA or an embedding."""
    entry = find_model(model)
    facts = describe(entry)
    if facts.params is None:
        kind = "a textual inversion" if entry.kind == "embedding" else "a LoRA"
        raise UserError(f"{model} is {kind} and no model of its own. Choose a model, and add it to that.")
    return facts


def is_named(init: str | Path, name: str) -> bool:
    """Whether an init is this name, and there is no file of that name."""
    return str(init) == name and not os.path.exists(name)


def _path_of(init: str | Path) -> Path:
    """Return the file of an init, which is a path or the name of a seed image."""
    path, seeds = Path(init), seed_images()
    if is_named(init, GUIDE):
        raise UserError("A guide is composed from a prompt, and cannot be repainted or continued. Write a prompt.")
    exists = bool(str(init)) and os.path.exists(path)  # False if the path is too long
    if str(init) in seeds and not exists:
        return seeds[str(init)]
    if not exists:
        name = f"{str(init)[:_LONG_NAME]}…" if len(str(init)) > _LONG_NAME else str(init) or "without a name"
        raise UserError(
            f"There is no file {name}, and no seed image of that name. Seed images: {', '.join(seeds)}; or {GUIDE}, "
            "which is composed."
        )
    return path
