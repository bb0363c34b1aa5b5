"""Converting the options of a script or the command line to a request of the engine.

Options that are not given have defaults: from the model; for the length and the spectrogram settings, from the init;
and without a prompt, from the recipe in the init. The files of init and mask are read.
"""

from __future__ import annotations

import logging
import math
import threading
from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any, TypedDict, Unpack

from riffdesk.arrays import Array
from riffdesk.compose.chords import chords_of
from riffdesk.diffusion.prompt.notes import notes_of
from riffdesk.diffusion.schedulers import scheduler_called
from riffdesk.dsp.phase.quality import Quality
from riffdesk.engine.prompt_marks import loras_of
from riffdesk.engine.requests import RenderRequest
from riffdesk.engine.riff.continuation import continued
from riffdesk.engine.riff.score.riff_score import with_given_score
from riffdesk.engine.seed_images import GUIDE, WORDS_ALONE
from riffdesk.errors import UserError
from riffdesk.models.acceleration import HIGH_GUIDANCE, fast_settings, lora_in_use
from riffdesk.models.registry import BUILT_IN, ModelFacts, models
from riffdesk.progress import OnStep, ignore_steps
from riffdesk.scripting.score_option import with_score
from riffdesk.scripting.starts import (
    Start,
    carried_recipe,
    document_in,
    facts_of,
    is_named,
    read_start,
    recipe_of,
    score_in,
)
from riffdesk.settings import SettingsFile
from riffdesk.sketch.music.key import key_in, key_of
from riffdesk.sketch.music.tempo import seconds_of
from riffdesk.sketch.music.tempo_key_words import tempo_in
from riffdesk.sketch.recipe.recipe import Recipe, with_seed
from riffdesk.sketch.recipe.timeline import Keyframe, drawn_seed
from riffdesk.store.image.mask_file import read_mask, resized_mask

_log = logging.getLogger(__name__)

_WINDOWS_OF_A_WALK = 4  # default length of a walk from one prompt to another
_SAME_SIZE = 0.01  # relative difference in size from which on a resampled mask is reported
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
    fast: bool | None
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


OptionValues = dict[str, Any]
"""Options that were given, without None."""


def given(options: Mapping[str, Any], names: Collection[str] = Options.__annotations__) -> OptionValues:
    """Return the options that are not None.

    Raises
    ------
    TypeError
        If there is no option of such a name.
    """
    for name in options:
        if name not in names:
            raise TypeError(f"there is no option {name!r}; there are {', '.join(sorted(names))}")
    return {name: value for name, value in options.items() if value is not None}


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
    values = given(options)
    carries = prompt is None and not ("score" in values and "init" not in values)
    if carries:
        suggested = carried_recipe(values.get("init"), on_step, cancel)
    else:
        suggested = _in_time_of_prompt(_suggested(values, prompt or ""))
    return _request(with_options(suggested, values), None, values, on_step, cancel)


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
    values = given(options)
    suggested = _suggested(values, start)
    window = suggested.seconds
    recipe = with_options(replace(suggested, seconds=_WINDOWS_OF_A_WALK * window), values)
    (keyframe,) = recipe.keyframes
    # In a row of clips the last one is at the end keyframe, as in Riffusion's app; a strip reaches it at its end.
    clips_before_end = math.ceil(recipe.seconds / window) - 1
    arrival = clips_before_end * window if recipe.clips and clips_before_end > 0 else recipe.seconds
    last_seed = keyframe.seed if seed_to is None else drawn_seed(seed_to)
    end_keyframe = replace(keyframe, prompt=end, blend=(), seconds=arrival, seed=last_seed)
    walk = replace(keyframe, curve=curve), end_keyframe
    return _request(replace(recipe, keyframes=walk), None, {**values, "seconds": recipe.seconds}, on_step, cancel)


def timeline_of(
    sketch: str | Path,
    on_step: OnStep = ignore_steps,
    cancel: threading.Event | None = None,
    **options: Unpack[Options],
) -> RenderRequest:
    """Return the request that renders the timeline of a project, from noise unless there is an init.

    Errors as in `request_of`.
    """
    values = given(options)
    state = document_in(Path(sketch), on_step, cancel)
    start = Start(state.params, state.samples / state.params.sample_rate)
    recipe = recipe_of(state)
    if state.render.score and "init" not in values:
        recipe = with_given_score(recipe, state.render.score)
    return _request(with_options(recipe, values), start, values, on_step, cancel)


def _request(
    recipe: Recipe, start: Start | None, values: OptionValues, on_step: OnStep, cancel: threading.Event | None
) -> RenderRequest:
    """Return a request for a recipe with its mask and its init; ``start`` is used if no init is given."""
    recipe = with_fast(recipe, values) if values.get("fast") else recipe
    _warn_about_prompts(recipe)
    init, mask = values.get("init"), values.get("mask")
    facts = facts_of(recipe.model)
    init = _start_for(facts, recipe, values) if init is None and start is None else init
    init = None if init is not None and is_named(init, WORDS_ALONE) else init
    if "chords" in values and not facts.takes_score and init is not None and not is_named(init, GUIDE):
        _log.warning("The chords have no effect: %s takes no score, and starts from %s.", recipe.model, Path(init).name)
    if "scheduler" in values and facts.makes_whole:
        _log.warning("The scheduler has no effect: %s has its own.", recipe.model)
    if start is None or init is not None:
        assert facts.params is not None
        if init is None or is_named(init, GUIDE):
            seconds = recipe.seconds if recipe.score else facts.seconds
            start = Start(facts.params, seconds, "" if init is None else GUIDE)
        else:
            start = read_start(init, facts.params, on_step, cancel)
    recipe = replace(
        recipe,
        seconds=recipe.seconds if _has_length(values) else start.seconds,
        init=start.name,
        mask="" if mask is None else Path(mask).name,
    )
    if "continue_left" in values or "continue_right" in values:
        return _continued(recipe, start, values)
    painted = None if mask is None else read_mask(Path(mask))
    if painted is not None and init is not None and facts.takes_score and not recipe.score:
        recipe = replace(recipe, score=score_in(init, on_step, cancel))
    request = RenderRequest(recipe, start.params, start.ink, painted, start.audio, compiled=_compiled())
    return request if painted is None else replace(request, mask=_resampled(painted, request))


def _start_for(facts: ModelFacts, recipe: Recipe, values: OptionValues) -> str | None:
    """Return the default init: the guide, or None for words alone and for a model that takes a score."""
    if facts.takes_score or "mask" in values or values.keys() & {"continue_left", "continue_right"}:
        return None
    has_notes = recipe.score or any(keyframe.chords for keyframe in recipe.keyframes)
    return GUIDE if has_notes or facts.prefers_guide else None


def _resampled(mask: Array, request: RenderRequest) -> Array:
    """Return a mask resampled to the size of the riff; a large difference in size is reported."""
    bands, columns = request.params.bands, request.columns
    rows, width = mask.shape
    if max(abs(rows / bands - 1), abs(width / columns - 1)) > _SAME_SIZE:
        _log.warning(
            "The mask has %d columns and %d rows, and the riff %d and %d: it was resampled to that.",
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
    if any(keyframe.negative.strip() and keyframe.guidance <= 1 for keyframe in recipe.keyframes):
        _log.warning("The negative prompt has no effect at a guidance of 1 or less.")
    if accelerating := lora_in_use(loras_of(recipe), recipe.scheduler):
        guidance = max(keyframe.guidance for keyframe in recipe.keyframes)
        if guidance > HIGH_GUIDANCE:
            _log.warning(
                "A guidance of %g suits few LoRAs for few steps: most want 1 to %g, and %s may overdo everything.",
                guidance,
                HIGH_GUIDANCE,
                accelerating,
            )


def _continued(recipe: Recipe, start: Start, values: OptionValues) -> RenderRequest:
    """Return a request that continues an init."""
    if start.ink is None:
        raise UserError("There is nothing to continue. Add an init: a sound, an image or a project.")
    for name, is_set in (
        ("mask", "mask" in values),
        ("length", _has_length(values)),
        ("loop", recipe.circular),
        ("row of clips", recipe.clips),
    ):
        if is_set:
            raise UserError(f"A continuation takes no {name}. Leave that out, or do not continue a riff.")
    left, right = values.get("continue_left", 0.0), values.get("continue_right", 0.0)
    request = continued(recipe, start.params, start.ink, start.audio, left=left, right=right)
    return replace(request, compiled=_compiled())


def _compiled() -> bool:
    return SettingsFile().load().compile_model


def _suggested(values: OptionValues, prompt: str) -> Recipe:
    """Return the recipe of a prompt with the settings that its model suggests, one window long."""
    model = values.get("model", BUILT_IN)
    facts = facts_of(model)
    keyframe = Keyframe(prompt=prompt, guidance=facts.suggestion.guidance)
    return Recipe(model, (keyframe,), facts.seconds, facts.suggestion.steps)


def _in_time_of_prompt(recipe: Recipe) -> Recipe:
    """Return a recipe with the tempo and key that its prompt names, so that a sketch that uses it adopts them."""
    prompt = recipe.keyframes[0].prompt
    tempo, key = tempo_in(prompt), key_in(prompt)
    return replace(recipe, tempo=tempo or 0.0, key=key, in_time=True) if tempo or key else recipe


def with_options(recipe: Recipe, values: OptionValues) -> Recipe:
    """Return a recipe with options. A seed is that of its first keyframe; those of the others are shifted with it.

    A seed of -1 is replaced by a random one, so that the recipe has the seed that is used.
    """
    if "scheduler" in values:
        values = {**values, "scheduler": scheduler_called(values["scheduler"])}
    settings = {
        name: values[name] for name in ("model", "seconds", "steps", "scheduler", "quality", "clips") if name in values
    }
    keyframe_fields = {name: values[name] for name in ("negative", "guidance", "denoising", "chords") if name in values}
    if "score" in values:
        recipe = with_score(recipe, values)
    elif "chords" in values:
        chords_of(values["chords"])
        recipe = replace(recipe, score="")
    changed = replace(
        recipe,
        **settings,
        **_in_bars(recipe, values),
        loras=tuple(values.get("loras", recipe.loras)),
        circular=values.get("loop", recipe.circular),
        keyframes=tuple(replace(keyframe, **keyframe_fields) for keyframe in recipe.keyframes),
    )
    # A keyframe refuses what is no seed.
    return with_seed(changed, Keyframe(seed=drawn_seed(values["seed"])).seed) if "seed" in values else changed


def with_fast(recipe: Recipe, values: OptionValues) -> Recipe:
    """Return a recipe with the settings of fast riffs, except for those that are given as options."""
    loras = loras_of(recipe)
    fast = fast_settings(recipe.model, loras, recipe.scheduler if "scheduler" in values else "")
    in_use = dict(loras).get(fast.lora)
    if fast.others and not in_use:
        _log.warning(
            "The LoRA for few steps is %s; to use another one, add it: %s.",
            fast.lora,
            " or ".join(f"--lora '{name}'" for name in fast.others),
        )
    guidance = values.get("guidance", fast.suggestion.guidance)
    return replace(
        recipe,
        steps=values.get("steps", fast.suggestion.steps),
        scheduler=fast.scheduler or recipe.scheduler,
        loras=recipe.loras if in_use else fast.with_lora(recipe.loras),
        keyframes=tuple(replace(keyframe, guidance=guidance) for keyframe in recipe.keyframes),
    )


def _has_length(values: OptionValues) -> bool:
    return "seconds" in values or "bars" in values


def _in_bars(recipe: Recipe, values: OptionValues) -> dict[str, Any]:
    """Return the options of tempo, meter, key, and length in bars, as fields of a recipe."""
    key = {"key": key_of(values["key"]), "in_time": True} if "key" in values else {}
    if not values.keys() & {"bars", "bpm", "beats"}:
        return key
    prompt_tempo = tempo_in(recipe.keyframes[0].prompt)
    tempo, beats = values.get("bpm", recipe.tempo or prompt_tempo or _TEMPO), values.get("beats", recipe.beats_per_bar)
    if "bars" in values and "seconds" in values:
        raise UserError("Give the length in seconds or in bars, not both.")
    seconds = seconds_of(values.get("bars", 1), tempo, beats)
    length = {"seconds": seconds} if "bars" in values else {}
    return {"tempo": tempo, "beats_per_bar": beats, "in_time": True, **key, **length}
