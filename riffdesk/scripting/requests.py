"""Converting the options of a script or the command line to a request of the engine.

Options that are not given have defaults: from the model; for the length and the spectrogram settings, from the init;
and without a prompt, from the recipe in the init. The files of init and mask are read.
"""

from __future__ import annotations

import logging
import math
import os
import threading
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, TypedDict, Unpack

from riffdesk.arrays import Array
from riffdesk.audio.filing.sound_files import ImportRequest, import_audio, read_recipe
from riffdesk.compose.chords import chords_of
from riffdesk.diffusion.prompt.notes import notes_of
from riffdesk.dsp.params import SpectrogramParams
from riffdesk.dsp.phase import Quality
from riffdesk.engine.requests import RenderRequest
from riffdesk.engine.riff.continuation import continued
from riffdesk.engine.riff.score.riff_score import carried_score
from riffdesk.engine.seed_images import GUIDE, WORDS_ALONE, seed_images
from riffdesk.errors import UserError
from riffdesk.models.registry import BUILT_IN, ModelFacts, describe, find_model, models
from riffdesk.progress import OnStep, ignore_steps
from riffdesk.scripting.given_score import with_score
from riffdesk.settings import SettingsFile
from riffdesk.sketch.mixer import mixed_ink
from riffdesk.sketch.music.key import key_of
from riffdesk.sketch.music.tempo import seconds_of
from riffdesk.sketch.music.tempo_key_words import tempo_in
from riffdesk.sketch.recipe.recipe import Recipe, with_seed
from riffdesk.sketch.recipe.timeline import Keyframe, chosen_seed, drawn
from riffdesk.sketch.state import State
from riffdesk.store.image.image_file import IMAGES, ImageRequest, read_image
from riffdesk.store.image.mask_file import read_mask, resized_mask
from riffdesk.store.project.opening import OpenRequest, open_project
from riffdesk.store.project.project_file import PROJECT

_log = logging.getLogger(__name__)

_WINDOWS_OF_A_WALK = 4  # default length of a walk from one prompt to another
_SAME_SIZE = 0.01  # relative difference in size from which on a resampled mask is reported
_LONG_NAME = 80  # characters of a name in a message
_TEMPO = 120  # default tempo


class Options(TypedDict, total=False):
    """Options of a riff beside its prompt; None counts as not given. See `riffdesk.scripting.api.render`."""

    negative: str | None
    seed: int | None
    seconds: float | None
    bars: float | None
    bpm: float | None
    beats: int | None
    key: str | None
    chords: str | None
    score: str | Path | None
    steps: int | None
    guidance: float | None
    denoising: float | None
    scheduler: str | None
    model: str | None
    loras: Sequence[tuple[str, float]] | None
    init: str | Path | None
    mask: str | Path | None
    loop: bool | None
    clips: bool | None
    continue_right: float | None
    continue_left: float | None
    quality: Quality | None


Given = dict[str, Any]
"""Options that were given, without None."""


def request_of(
    prompt: str | None,
    on_step: OnStep = ignore_steps,
    cancel: threading.Event | None = None,
    **options: Unpack[Options],
) -> RenderRequest:
    """Return the request for the arguments of `riffdesk.scripting.api.render`.

    Raises
    ------
    UserError
        If a file or model is missing or cannot be read, or an option is invalid.
    Cancelled
        If ``cancel`` was set.
    """
    given = _given(options)
    carries = prompt is None and not ("score" in given and "init" not in given)
    suggested = _carried(given.get("init"), on_step, cancel) if carries else _suggested(given, prompt or "")
    return _request(with_options(suggested, given), None, given, on_step, cancel)


def walk_of(
    start: str,
    end: str,
    on_step: OnStep = ignore_steps,
    cancel: threading.Event | None = None,
    *,
    seed_to: int | None = None,
    curve: str = "linear",
    **options: Unpack[Options],
) -> RenderRequest:
    """Return the request for the arguments of `riffdesk.scripting.api.interpolate`; errors as in `request_of`."""
    given = _given(options)
    suggested = _suggested(given, start)
    window = suggested.seconds
    recipe = with_options(replace(suggested, seconds=_WINDOWS_OF_A_WALK * window), given)
    (keyframe,) = recipe.keyframes
    # In a row of clips the last one is at the end keyframe, as in Riffusion's app; a strip reaches it at its end.
    clips_before_end = math.ceil(recipe.seconds / window) - 1
    arrival = clips_before_end * window if recipe.clips and clips_before_end > 0 else recipe.seconds
    last_seed = keyframe.seed if seed_to is None else chosen_seed(seed_to)
    end_keyframe = replace(keyframe, prompt=end, seconds=arrival, seed=last_seed)
    walk = replace(keyframe, curve=curve), end_keyframe
    return _request(replace(recipe, keyframes=walk), None, {**given, "seconds": recipe.seconds}, on_step, cancel)


def timeline_of(
    sketch: str | Path,
    on_step: OnStep = ignore_steps,
    cancel: threading.Event | None = None,
    **options: Unpack[Options],
) -> RenderRequest:
    """Return the request that renders the timeline of a project, from noise unless there is an init.

    Errors as in `request_of`.
    """
    given = _given(options)
    state = _state_in(Path(sketch), on_step, cancel)
    start = _Start(state.params, state.samples / state.params.sample_rate)
    return _request(with_options(_recipe_of(state), given), start, given, on_step, cancel)


@dataclass(frozen=True, eq=False)
class _Start:
    """Ink and sound that a riff starts from, if any, with its length and spectrogram settings."""

    params: SpectrogramParams
    seconds: float
    name: str = ""
    ink: Array | None = None
    audio: Array | None = None


def _request(
    recipe: Recipe, start: _Start | None, given: Given, on_step: OnStep, cancel: threading.Event | None
) -> RenderRequest:
    """Return a request for a recipe with its mask and its init; ``start`` is used if no init is given."""
    _warn_about_prompts(recipe)
    init, mask = given.get("init"), given.get("mask")
    facts = _facts(recipe.model)
    init = _start_for(facts, recipe, given) if init is None and start is None else init
    init = None if init is not None and _is_called(init, WORDS_ALONE) else init
    if "chords" in given and not facts.takes_score and init is not None and not _is_called(init, GUIDE):
        _log.warning("The chords are not heard: %s takes no score, and starts from %s.", recipe.model, Path(init).name)
    if start is None or init is not None:
        assert facts.params is not None
        if init is None or _is_called(init, GUIDE):
            seconds = recipe.seconds if recipe.score else facts.seconds
            start = _Start(facts.params, seconds, "" if init is None else GUIDE)
        else:
            start = _read(init, facts.params, on_step, cancel)
    recipe = replace(
        recipe,
        seconds=recipe.seconds if _has_length(given) else start.seconds,
        init=start.name,
        mask="" if mask is None else Path(mask).name,
    )
    if "continue_left" in given or "continue_right" in given:
        return _continued(recipe, start, given)
    painted = None if mask is None else read_mask(Path(mask))
    if painted is not None and init is not None and facts.takes_score and not recipe.score:
        recipe = replace(recipe, score=_score_in(init, on_step, cancel))
    request = RenderRequest(recipe, start.params, start.ink, painted, start.audio, compiled=_compiled())
    return request if painted is None else replace(request, mask=_fitted(painted, request))


def _start_for(facts: ModelFacts, recipe: Recipe, given: Given) -> str | None:
    """Return what a riff starts from where nobody says it; None for words alone, and for a model that takes a score."""
    if facts.takes_score or "mask" in given or given.keys() & {"continue_left", "continue_right"}:
        return None
    told = recipe.score or any(one.chords for one in recipe.keyframes)
    return GUIDE if told or facts.wants_guide else None


def _is_called(init: str | Path, name: str) -> bool:
    """Return whether an init is what has this name, and no file that is called so."""
    return str(init) == name and not os.path.exists(name)


def _fitted(mask: Array, request: RenderRequest) -> Array:
    """Return a mask resampled to the size of the riff; a large difference in size is reported."""
    bands, columns = request.params.bands, request.columns
    rows, width = mask.shape
    if max(abs(rows / bands - 1), abs(width / columns - 1)) > _SAME_SIZE:
        _log.warning(
            "The mask has %d columns and %d rows, and the riff %d and %d: it was fitted to that.",
            width,
            rows,
            columns,
            bands,
        )
    return resized_mask(mask, bands, columns)


def _warn_about_prompts(recipe: Recipe) -> None:
    """Log a warning for each part of the prompts that the model does not understand."""
    loras = [entry.name for entry in models() if entry.kind == "lora"]
    notes = [
        note for keyframe in recipe.keyframes if keyframe.prompt.strip() for note in notes_of(keyframe.prompt, loras)
    ]
    for note in dict.fromkeys(notes):
        _log.warning("%s", note)


def _continued(recipe: Recipe, start: _Start, given: Given) -> RenderRequest:
    """Return a request that continues an init."""
    if start.ink is None:
        raise UserError("There is nothing to go on from. Add an init: a sound, an image or a project.")
    for name, is_given in (
        ("mask", "mask" in given),
        ("length", _has_length(given)),
        ("loop", recipe.circular),
        ("row of clips", recipe.clips),
    ):
        if is_given:
            raise UserError(f"A riff that goes on takes no {name}. Leave that out, or do not let it go on.")
    left, right = given.get("continue_left", 0.0), given.get("continue_right", 0.0)
    request = continued(recipe, start.params, start.ink, start.audio, left=left, right=right)
    return replace(request, compiled=_compiled())


def _compiled() -> bool:
    return SettingsFile().load().compile_model


def _given(options: Options) -> Given:
    """Return the options that are not None."""
    return {name: value for name, value in options.items() if value is not None}


def _facts(model: str) -> ModelFacts:
    entry = find_model(model)
    facts = describe(entry)
    if facts.params is None:
        kind = "a textual inversion" if entry.kind == "embedding" else "a LoRA"
        raise UserError(f"{model} is {kind} and no model of its own. Choose a model, and add it to that.")
    return facts


def _suggested(given: Given, prompt: str) -> Recipe:
    """Return the recipe of a prompt with the settings that its model suggests, one window long."""
    model = given.get("model", BUILT_IN)
    facts = _facts(model)
    keyframe = Keyframe(prompt=prompt, guidance=facts.suggestion.guidance)
    return Recipe(model, (keyframe,), facts.seconds, facts.suggestion.steps)


def with_options(recipe: Recipe, given: Given) -> Recipe:
    """Return a recipe with options. A seed is that of its first keyframe; those of the others are shifted with it.

    A seed of -1 is replaced by a random one, so that the recipe has the seed that is used.
    """
    plain = {
        name: given[name] for name in ("model", "seconds", "steps", "scheduler", "quality", "clips") if name in given
    }
    each = {name: given[name] for name in ("negative", "guidance", "denoising", "chords") if name in given}
    if "score" in given:
        recipe = with_score(recipe, given)
    elif "chords" in given:
        chords_of(given["chords"])
        recipe = replace(recipe, score="")
    asked = replace(
        recipe,
        **plain,
        **_in_bars(recipe, given),
        loras=tuple(given.get("loras", recipe.loras)),
        circular=given.get("loop", recipe.circular),
        keyframes=tuple(replace(one, **each) for one in recipe.keyframes),
    )
    # A keyframe refuses what is no seed.
    return with_seed(asked, Keyframe(seed=chosen_seed(given["seed"])).seed) if "seed" in given else asked


def _has_length(given: Given) -> bool:
    return "seconds" in given or "bars" in given


def _in_bars(recipe: Recipe, given: Given) -> dict[str, Any]:
    """Return the options of tempo, meter, key, and length in bars, as fields of a recipe."""
    key = {"key": key_of(given["key"]), "in_time": True} if "key" in given else {}
    if not given.keys() & {"bars", "bpm", "beats"}:
        return key
    prompt_tempo = tempo_in(recipe.keyframes[0].prompt)
    tempo, beats = given.get("bpm", recipe.tempo or prompt_tempo or _TEMPO), given.get("beats", recipe.beats_per_bar)
    if "bars" in given and "seconds" in given:
        raise UserError("A length is told in seconds or in bars. Leave one of them out.")
    seconds = seconds_of(given.get("bars", 1), tempo, beats)
    length = {"seconds": seconds} if "bars" in given else {}
    return {"tempo": tempo, "beats_per_bar": beats, "in_time": True, **key, **length}


def _carried(init: str | Path | None, on_step: OnStep, cancel: threading.Event | None) -> Recipe:
    """Return the recipe in an init."""
    if init is None:
        raise UserError("There is no prompt. Say what to make, or give an init that carries its recipe.")
    path = _path_of(init)
    suffix = path.suffix.lower()
    if suffix == PROJECT:
        return _recipe_of(_state_in(path, on_step, cancel))
    recipe = read_image(ImageRequest(path), on_step, cancel).recipe if suffix in IMAGES else read_recipe(path)
    if recipe is None:
        raise UserError(f"{path.name} does not say what made it. Say what to make.")
    return recipe


def _score_in(init: str | Path, on_step: OnStep, cancel: threading.Event | None) -> str:
    """Return the score that an init was played from; '' if it says of none."""
    try:
        made = _carried(init, on_step, cancel)
        played = made.score or (not made.init and _facts(made.model).takes_score)
        return carried_score(made) if played else ""
    except UserError:  # it carries no recipe, or one of a model that is not here
        return ""


def _state_in(path: Path, on_step: OnStep, cancel: threading.Event | None) -> State:
    """Return the document of a project; parts that could not be read are logged as warnings."""
    opened = open_project(OpenRequest(path), on_step, cancel)
    for note in opened.notes:
        _log.warning("%s", note)
    return opened.document


def _recipe_of(state: State) -> Recipe:
    """Return the recipe of a sketch's timeline at its length, with random seeds drawn."""
    return Recipe(
        model=state.render.model,
        keyframes=drawn(state.keyframes),
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


def _path_of(init: str | Path) -> Path:
    """Return the file of an init, which is a path or the name of a seed image."""
    path, seeds = Path(init), seed_images()
    if _is_called(init, GUIDE):
        raise UserError(
            "A composed guide is made of a prompt, and is nothing to repaint or to go on from. Say what to make."
        )
    there = os.path.exists(path)  # False if the path is too long
    if str(init) in seeds and not there:
        return seeds[str(init)]
    if not there:
        name = str(init) if len(str(init)) < _LONG_NAME else f"{str(init)[:_LONG_NAME]}…"
        raise UserError(
            f"There is no file {name}, and no seed image of that name. Seed images: {', '.join(seeds)}; or {GUIDE}, "
            "which is composed."
        )
    return path


def _read(init: str | Path, params: SpectrogramParams, on_step: OnStep, cancel: threading.Event | None) -> _Start:
    """Return the ink of an init, and its sound if it is a sound file."""
    path, name = _path_of(init), Path(init).name
    suffix = path.suffix.lower()
    if suffix == PROJECT:
        state = _state_in(path, on_step, cancel)
        return _Start(state.params, state.samples / state.params.sample_rate, name, mixed_ink(state))
    if suffix in IMAGES:
        image = read_image(ImageRequest(path, params), on_step, cancel)
        if image.looks_inverted:
            _log.warning("%s seems to be white on black, and dark is loud. Turn it over first.", path.name)
        seconds = image.ink.shape[-1] / image.params.columns_per_second
        return _Start(image.params, seconds, name, image.ink)
    sound = import_audio(ImportRequest(path, params), on_step, cancel)
    for note in sound.notes:
        _log.warning("%s", note)
    return _Start(params, sound.audio.shape[-1] / params.sample_rate, name, sound.ink, sound.audio)
