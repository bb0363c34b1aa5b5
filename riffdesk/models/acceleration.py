"""Riffs in few steps: with a LoRA that a model was distilled into, or, where none fits, with fewer steps alone.

Such a LoRA needs a scheduler of its own, few steps, and next to no guidance, which it has learnt. So four settings
change together, and a recipe needs no other field to make the same riff again.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from riffdesk.errors import UserError
from riffdesk.language import all_of, any_of, mark, tr, translated
from riffdesk.models.files.lora_names import place_of
from riffdesk.models.files.weights import names_in
from riffdesk.models.model_entry import FEW_STEPS_SCHEDULERS, ModelEntry
from riffdesk.models.model_list import change_scheduler
from riffdesk.models.registry import describe, find_model, models
from riffdesk.models.suggestion import Suggestion

LORA_SUGGESTION = Suggestion(steps=4, guidance=1.0)
"""Settings of models with a LoRA for few steps; published ones are for 4 to 8, and a guidance of 1 to 2."""

FEW_STEPS = 8
"""Steps of a fast riff by a model that no such LoRA fits."""

HIGH_GUIDANCE = 2.0
"""Guidance from which most of these LoRAs overdo everything."""

HOW_TO_GET = mark(
    "Get latent-consistency/lcm-lora-sdv1-5 or h1t/TCD-SD15-LoRA, in Riff > Models… or with: riffdesk models get "
    "latent-consistency/lcm-lora-sdv1-5. If one is here whose name does not say so: riffdesk models set NAME "
    "--scheduler LCM"
)

Weights = Sequence[tuple[str, float]]
"""Names and weights of LoRAs."""


@dataclass(frozen=True)
class FastSettings:
    """Settings that make riffs in few steps.

    Parameters
    ----------
    suggestion : Suggestion
        Steps and guidance.
    scheduler : str
        Scheduler of the LoRA; '' for the one that is set.
    lora : str
        Name of the LoRA; '' for none.
    others : tuple of str
        Further LoRAs that could have been used.
    """

    suggestion: Suggestion
    scheduler: str = ""
    lora: str = ""
    others: tuple[str, ...] = ()

    def with_lora(self, loras: Weights) -> tuple[tuple[str, float], ...]:
        """Return the LoRAs of a riff with the one of these settings, which keeps its weight or gets 1."""
        if not self.lora or dict(loras).get(self.lora):
            return tuple(loras)
        return (*((name, weight) for name, weight in loras if name != self.lora), (self.lora, 1.0))


def fast_settings(model: str, loras: Weights = (), scheduler: str = "") -> FastSettings:
    """Return the settings for fast riffs of a model.

    Parameters
    ----------
    model : str
        Its name.
    loras : sequence of (name, weight)
        LoRAs in use. One for few steps among them is the one that is used, else the first of all by name.
    scheduler : str
        One of `FEW_STEPS_SCHEDULERS`, for which the LoRA must be; '' for any.

    Raises
    ------
    UserError
        If there is no such LoRA, several are in use, or the model takes few steps anyway.
    """
    facts = describe(find_model(model))
    if not facts.is_stable_diffusion:
        steps = facts.suggestion.steps
        if steps <= FEW_STEPS:
            raise UserError(
                tr(
                    "{model} makes riffs in few steps already, {steps}. Set a smaller number to try fewer.",
                    model=model,
                    steps=steps,
                )
            )
        return FastSettings(Suggestion(FEW_STEPS, facts.suggestion.guidance))
    known = _for_few_steps()
    used = [name for name, weight in loras if weight and name in known]
    if len(used) > 1:
        raise UserError(
            tr(
                "{names} are both LoRAs for few steps, of which a riff has one. Set the other weights to 0.",
                names=all_of(used),
            )
        )
    if scheduler and scheduler not in FEW_STEPS_SCHEDULERS:
        raise UserError(
            tr(
                "Fast riffs need the scheduler of their LoRA, {schedulers}, and not {scheduler}. "
                "Leave the scheduler out.",
                schedulers=any_of(FEW_STEPS_SCHEDULERS),
                scheduler=scheduler,
            )
        )
    fitting = [name for name in used or known if scheduler in ("", known[name].scheduler)]
    if used and not fitting:
        raise UserError(
            tr(
                "{name} was made for the scheduler {own}, and not for {scheduler}.",
                name=used[0],
                own=known[used[0]].scheduler,
                scheduler=scheduler,
            )
        )
    if not fitting:
        missing = (
            tr("There is no LoRA for few steps with {scheduler}.", scheduler=scheduler)
            if scheduler
            else tr("There is no LoRA for few steps.")
        )
        if problem := _problem(scheduler):
            missing = tr("There is no LoRA for few steps that can be used. {problem}", problem=problem)
        raise UserError(f"{missing} {translated(HOW_TO_GET)}")
    return FastSettings(LORA_SUGGESTION, known[fitting[0]].scheduler, fitting[0], tuple(fitting[1:]))


def is_fast(model: str, loras: Weights, scheduler: str, steps: int) -> bool:
    """Return whether riffs with these settings are fast ones: such as `fast_settings` returns, in any few steps."""
    if lora_in_use(loras, scheduler):
        return True
    try:
        facts = describe(find_model(model))
    except UserError:  # reported when a riff is requested
        return False
    return not facts.is_stable_diffusion and steps <= FEW_STEPS < facts.suggestion.steps


def lora_in_use(loras: Weights, scheduler: str) -> str:
    """Return the LoRA for few steps that is in use with its scheduler; '' if there is none."""
    known = _for_few_steps()
    return next((name for name, weight in loras if weight and name in known and known[name].scheduler == scheduler), "")


def without_few_steps(loras: Weights) -> tuple[tuple[str, float], ...]:
    """Return LoRAs without those for few steps."""
    known = _for_few_steps()
    return tuple((name, weight) for name, weight in loras if name not in known)


def set_scheduler(name: str, scheduler: str) -> ModelEntry:
    """State the scheduler that a LoRA was made for, which its file does not tell; return its entry.

    Parameters
    ----------
    name : str
        Name of the LoRA.
    scheduler : str
        One of `FEW_STEPS_SCHEDULERS`, or '' for a LoRA that is not for few steps.

    Raises
    ------
    UserError
        If there is no such LoRA, or the list of models cannot be written.
    """
    if find_model(name).kind != "lora":
        raise UserError(tr("{name} is no LoRA. A scheduler can be stated of LoRAs only.", name=name))
    change_scheduler(name, scheduler)
    return find_model(name)


def _for_few_steps() -> Mapping[str, ModelEntry]:
    """Return the LoRAs for few steps that can be added to models, by name."""
    return {entry.name: entry for entry in models() if entry.scheduler and _is_usable(entry)}


def _problem(scheduler: str) -> str:
    """Return why a LoRA for few steps, with a scheduler or any, cannot be used; '' if there is none."""
    for entry in models():
        if entry.scheduler and scheduler in ("", entry.scheduler):
            try:
                describe(entry)
            except UserError as error:
                return str(error)
    return ""


def _is_usable(lora: ModelEntry) -> bool:
    """Return whether a LoRA is for models that riffdesk plays, and changes the denoiser and not the words alone."""
    try:
        describe(lora)
        places = (place_of(name) for name in names_in(lora.path))
        return any(place is not None and place.part != "text_encoder" for place in places)
    except UserError:  # reported by the list of models
        return False
