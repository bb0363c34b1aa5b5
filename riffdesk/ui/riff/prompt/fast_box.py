"""The switch for riffs in few steps, and documents in which LoRA, scheduler, steps and guidance change with it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtWidgets import QCheckBox

from riffdesk.diffusion.schedulers import DEFAULT_SCHEDULER
from riffdesk.errors import UserError
from riffdesk.language import tr
from riffdesk.models.acceleration import FEW_STEPS, LORA_SUGGESTION, fast_settings, is_fast, without_few_steps
from riffdesk.models.model_entry import FEW_STEPS_SCHEDULERS
from riffdesk.models.registry import describe, find_model
from riffdesk.models.suggestion import Suggestion
from riffdesk.sketch.changes import with_render
from riffdesk.sketch.recipe.render_settings import RenderSettings
from riffdesk.sketch.state import State
from riffdesk.ui.plain_text import plain, wrapped

_TIP = tr(
    "Riffs in few steps: {steps}, with a LoRA for that and its scheduler, or {fewer} by the "
    "built-in model. With a LoRA the guidance is 1, and the negative prompt has no effect",
    steps=LORA_SUGGESTION.steps,
    fewer=FEW_STEPS,
)


class FastBox(QCheckBox):
    """Shows whether riffs are made in few steps, or why they cannot be."""

    def __init__(self) -> None:
        super().__init__(tr("Fast"), objectName="fast", accessibleName=tr("Fast"))

    def show_settings(self, render: RenderSettings) -> None:
        """Show whether these settings make fast riffs, and whether they can."""
        on, reason = _is_on(render), ""
        try:
            fast_settings(render.model, render.loras)
        except UserError as error:
            reason = str(error)
        self.setChecked(on)
        self.setEnabled(on or not reason)
        self.setToolTip(plain(wrapped(_TIP if self.isEnabled() else f"{_TIP}.\n{reason}")))
        self.setAccessibleDescription(reason)


def with_fast(state: State) -> State:
    """Return a document whose next riffs take few steps; UserError if its model cannot do that."""
    render = state.render
    fast = fast_settings(render.model, render.loras)
    render = replace(render, scheduler=fast.scheduler or render.scheduler, loras=fast.with_lora(render.loras))
    return _with_suggestion(state, render, fast.suggestion)


def without_fast(state: State) -> State:
    """Return a document whose next riffs take as many steps as its model suggests; unchanged if that is so."""
    return _slowed(state) if _is_on(state.render) else state


def without_lost_fast(state: State) -> State:
    """Return a document that has lost its LoRA for few steps, or the model of that, without their settings."""
    render = state.render
    if render.scheduler in FEW_STEPS_SCHEDULERS and not (_is_on(render) and _can(render)):
        return _slowed(state)
    return state


def with_model(state: State, name: str, before: Suggestion, now: Suggestion) -> State:
    """Return a document with another model.

    Its next riffs take few steps if they did, where that model can. Else steps and guidance that are the former model's
    suggestions become the new one's.
    """
    changed = without_fast(state)
    changed = suited(replace(changed, render=replace(changed.render, model=name)), before, now)
    if not _is_on(state.render):
        return changed
    try:
        return with_fast(changed)
    except UserError:
        return changed


def with_weight(state: State, lora: str, weight: float) -> State:
    """Return a document with another weight of a LoRA; one for few steps switches them on and off."""
    weights = {**dict(state.render.loras), lora: weight}
    loras = tuple((name, weight) for name, weight in weights.items() if weight)
    if lora in dict(without_few_steps(((lora, weight),))):
        return replace(state, render=replace(state.render, loras=loras))
    was_on = bool(dict(state.render.loras).get(lora))
    if weight and was_on:
        return replace(state, render=replace(state.render, loras=loras))
    slow = without_fast(state)
    others = without_few_steps(loras)
    if not weight:
        return replace(slow, render=replace(slow.render, loras=others))
    return with_fast(replace(slow, render=replace(slow.render, loras=(*others, (lora, weight)))))


def suited(state: State, before: Suggestion, now: Suggestion) -> State:
    """Return a document in which steps and guidance that equal one suggestion are replaced by another's."""
    keyframes = tuple(
        replace(keyframe, guidance=now.guidance) if keyframe.guidance == before.guidance else keyframe
        for keyframe in state.keyframes
    )
    steps = now.steps if state.render.steps == before.steps else state.render.steps
    return replace(state, keyframes=keyframes, render=replace(state.render, steps=steps))


def suggestion_of(model: str, loras: Sequence[tuple[str, float]] = (), scheduler: str = "") -> Suggestion:
    """Return the steps and the guidance that suit a model with its LoRAs; UserError if it cannot be read."""
    facts = describe(find_model(model))
    fast = facts.is_stable_diffusion and is_fast(model, loras, scheduler, facts.suggestion.steps)
    return LORA_SUGGESTION if fast else facts.suggestion


def _slowed(state: State) -> State:
    render = state.render
    scheduler = DEFAULT_SCHEDULER if render.scheduler in FEW_STEPS_SCHEDULERS else render.scheduler
    try:
        suggestion = suggestion_of(render.model)
    except UserError:  # reported when a riff is requested
        suggestion = Suggestion()
    render = replace(render, scheduler=scheduler, loras=without_few_steps(render.loras))
    return _with_suggestion(state, render, suggestion)


def _with_suggestion(state: State, render: RenderSettings, suggestion: Suggestion) -> State:
    keyframes = tuple(replace(keyframe, guidance=suggestion.guidance) for keyframe in state.keyframes)
    return replace(with_render(state, replace(render, steps=suggestion.steps)), keyframes=keyframes)


def _is_on(render: RenderSettings) -> bool:
    return is_fast(render.model, render.loras, render.scheduler, render.steps)


def _can(render: RenderSettings) -> bool:
    try:
        return bool(fast_settings(render.model, render.loras, render.scheduler).lora)
    except UserError:
        return False
