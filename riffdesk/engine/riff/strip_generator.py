"""Makes riffs with latent diffusion of spectrogram images: Riffusion's models, Stable Diffusion, and the starter.

The riff is rendered in sections (`section_plan`) from left to right, each of which begins with the end of the one
before. For each column of latents, `sketch.recipe.timeline` returns the two keyframes around its time and the position
between them; these are the walk of a strip (`diffusion.conditioning`). The init is converted to the model's images,
which have bands, columns and channels of their own (`spacing`), with its loudest cell as black (`model_input`).
`diffusion.denoising` renders the image, which is converted back to the sketch's columns, bands and level. Kept ink is
restored, and `dsp.phase` joins the new sound to the sound around it (`assembly`).
"""

from __future__ import annotations

import math
import threading
import time
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING

from riffdesk.arrays import Array
from riffdesk.devices import device_of
from riffdesk.engine.events import Plan, Preview, Section, Working
from riffdesk.engine.forecast import forecast, remember_pace, work_of
from riffdesk.engine.generator import SectionStore
from riffdesk.engine.requests import RenderRequest
from riffdesk.engine.riff.assembly import Assembly, FinalPart, KeptRiff
from riffdesk.engine.riff.clips import clip_sections
from riffdesk.engine.riff.kept_sound import repainted
from riffdesk.engine.riff.model_input import ModelInput
from riffdesk.engine.riff.peak_level import PeakLevel
from riffdesk.engine.riff.riff_progress import numbered
from riffdesk.engine.riff.section_plan import OVERLAP, SectionPlan
from riffdesk.engine.riff.whole_riff import all_unchanged, init_sound, sound_of
from riffdesk.models.model_entry import ModelEntry
from riffdesk.progress import OnStep, Step, check, ignore_steps
from riffdesk.slow_imports import slow_imports

if TYPE_CHECKING:
    from riffdesk.diffusion.model import Model

_WINDOWS_AT_ONCE = 16  # of variations on a graphics card; more would delay the first one


class StripGenerator:
    """A diffusion model as a `riffdesk.engine.generator.Generator`."""

    def __init__(self, model: Model) -> None:
        self.model = model

    def prepare(self, request: RenderRequest, on_step: OnStep, cancel: threading.Event | None) -> None:
        """Import what renders, compute embeddings and the map of previews, and report a forecast of the duration."""
        recipe, model = request.recipe, self.model
        from riffdesk.diffusion.denoising import render_strips  # noqa: F401
        from riffdesk.diffusion.preview import preview_map
        from riffdesk.diffusion.prompt.embeddings import embedding
        from riffdesk.diffusion.schedulers import new_scheduler

        new_scheduler(model.scheduler_config, recipe.scheduler, recipe.steps)
        for prompt in ("", recipe.keyframes[0].prompt):
            check(cancel)
            embedding(model, prompt)
        check(cancel)
        preview_map(model)
        _report_forecast(request, model, _window_count(ModelInput(request, model)), 1, on_step)

    def sections(
        self,
        requests: Sequence[RenderRequest],
        on_step: OnStep,
        cancel: threading.Event | None,
        store: SectionStore | None = None,
    ) -> Iterator[tuple[int, Section, bool]]:
        """Yield the sections of requests; see `riffdesk.engine.generator.Generator`."""
        jobs = [ModelInput(request, self.model, index) for index, request in enumerate(requests)]
        count = _window_count(jobs[0])
        _report_forecast(requests[0], self.model, count, len(jobs), on_step)
        began = time.perf_counter()
        if requests[0].recipe.clips:
            for job in jobs:
                yield from _clips(job, numbered(on_step, job.index, 1, len(jobs)), cancel, len(jobs) == 1, store)
            return
        if not jobs[0].section_plans:  # the keyframes' denoising is 0 wherever the mask is not
            yield from all_unchanged(requests, on_step, cancel)
            return
        if len(jobs) == 1 and not (store and store.done):
            check(cancel)
            on_step(Step(0, 0, "", Plan(jobs[0].windows)))
        for group in _groups(jobs):
            on_group_step = numbered(on_step, group[0].index, len(group), len(jobs))
            yield from _group_sections(group, on_group_step, cancel, len(jobs) == 1, store)
        if not (store and store.done):
            work = len(jobs) * work_of(requests[0], self.model, count)
            remember_pace(self.model, work, time.perf_counter() - began)


def load(
    entry: ModelEntry,
    *,
    loras: Sequence[tuple[Path, float]] = (),
    words: Sequence[tuple[str, Path]] = (),
    compiled: bool = False,
    on_step: OnStep = ignore_steps,
    cancel: threading.Event | None = None,
) -> StripGenerator:
    """Load a model; parameters and errors are those of `riffdesk.diffusion.loading.load_model`."""
    with slow_imports("riffdesk.diffusion.loading"):
        from riffdesk.diffusion import loading

    return StripGenerator(
        loading.load_model(entry, loras=loras, words=words, compiled=compiled, on_step=on_step, cancel=cancel)
    )


def _report_forecast(request: RenderRequest, model: Model, windows: int, riffs: int, on_step: OnStep) -> None:
    """Report a forecast of the duration, unless it is short."""
    if expected := forecast(request, model, windows, riffs):
        on_step(Step(0, 0, "", expected, ahead=True))


def _window_count(job: ModelInput) -> int:
    """Return the number of windows of a riff that are rendered."""
    if job.request.recipe.clips:
        return math.ceil(job.request.columns / (job.model.columns / job.spacing.ratio))
    return sum(plan.windows for plan in job.section_plans)


def _groups(jobs: Sequence[ModelInput]) -> Iterator[Sequence[ModelInput]]:
    """Yield the riffs that are rendered together; on a processor one by one, which is no slower.

    Those that are rendered together take the same steps, and so have the same denoising.
    """
    windows = max(plan.windows for plan in jobs[0].section_plans)
    count = max(1, _WINDOWS_AT_ONCE // windows) if device_of(jobs[0].model.device).is_card else 1
    for _, group in groupby(jobs, _denoisings):
        alike = list(group)
        for start in range(0, len(alike), count):
            yield alike[start : start + count]


def _denoisings(job: ModelInput) -> tuple[float, float]:
    """Return the lowest and the highest denoising of a riff."""
    denoisings = [keyframe.denoising for keyframe in job.request.recipe.keyframes]
    return min(denoisings), max(denoisings)


def _group_sections(
    jobs: Sequence[ModelInput], on_step: OnStep, cancel: threading.Event | None, alone: bool, store: SectionStore | None
) -> Iterator[tuple[int, Section, bool]]:
    """Yield the sections of riffs that are rendered together, after those that are stored."""
    plans = jobs[0].section_plans
    total = sum(plan.windows for plan in plans)
    assemblies = [_assembly_of(job) for job in jobs]
    tails: list[Array | None] = [None] * len(jobs)
    done = store.done if store else 0
    if store and store.state is not None:
        assemblies[0].restore(store.state)
        tails[0] = store.state.get("tail")
    first = sum(plan.windows for plan in plans[:done])
    for number, plan in enumerate(plans[done:], done):
        stop = first + plan.windows

        def network(step: Step, first: int = first, stop: int = stop) -> None:
            on_step(_scaled(step, first, first + _NETWORK * (stop - first), total))

        def sound(step: Step, first: int = first, stop: int = stop) -> None:
            on_step(_scaled(step, first + _NETWORK * (stop - first), stop, total))

        images = _images(jobs, plan, tails, (first, stop) if alone else None, network, cancel)
        for index, (job, image) in enumerate(zip(jobs, images, strict=True)):
            check(cancel)
            if job.request.recipe.circular:
                final_part = _loop_part(job, plan, image, sound, cancel)
            else:
                begin, ready, end = job.columns(plan)
                final_part = assemblies[index].add(begin, ready, job.ink(image, plan, (begin, end)), sound, cancel)
            check(cancel)  # again: a cancel during the last step counts too
            section = Section(first, stop, final_part.column, final_part.ink, final_part.sample, final_part.audio)
            tail = None
            if number + 1 < len(plans):
                tails[index] = tail = job.tail(image, plan, plans[number + 1])
            if store:
                section_state = assemblies[index].state() | ({} if tail is None else {"tail": tail})
                store.put(section, section_state, job.windows, len(plans))
            yield job.index, section, number + 1 == len(plans)
        first = stop


def _clips(
    job: ModelInput, on_step: OnStep, cancel: threading.Event | None, alone: bool, store: SectionStore | None
) -> Iterator[tuple[int, Section, bool]]:
    """Yield a riff's clips; see `clips`."""

    def forward(step: Step) -> None:
        """Forward a step; for one of several riffs, with a preview only."""
        preview = step.partial.preview if isinstance(step.partial, Working) else None
        on_step(step if alone else replace(step, partial=preview and replace(preview, index=job.index)))

    for section, last in clip_sections(job.request, job.model, forward, cancel, store):
        yield job.index, section, last


_NETWORK = 0.8  # approximate share of the network in the time for a section; the rest is for its sound


def _scaled(step: Step, start: float, stop: float, total: int) -> Step:
    """Return a step with its progress scaled to windows ``start`` .. ``stop`` of ``total``, in thousandths."""
    fraction = step.done / step.total if step.total else 0.0
    return replace(step, done=round(1000 * (start + fraction * (stop - start))), total=1000 * max(1, total))


def _images(
    jobs: Sequence[ModelInput],
    plan: SectionPlan,
    tails: Sequence[Array | None],
    windows: tuple[int, int] | None,
    on_step: OnStep,
    cancel: threading.Event | None,
) -> list[Array]:
    """Return the images of a section of several riffs, rendered together.

    With numbers of windows, steps have a `Working`; else a `Preview` of each riff.
    """
    from riffdesk.diffusion.denoising import Denoising, render_strips

    def forward(step: Step) -> None:
        """Forward a step, with its previews converted to the sketch's ink."""
        denoising = step.partial
        if not isinstance(denoising, Denoising):
            on_step(replace(step, partial=None))
            return
        previews = [_preview(job, plan, image) for job, image in zip(jobs, denoising.inks, strict=False)]
        if windows is not None:
            working = Working(*windows, denoising.step, denoising.steps, previews[0] if previews else None)
            on_step(replace(step, partial=working))
        for preview in previews if windows is None else ():
            on_step(replace(step, partial=preview))
        if windows is None and not previews:
            on_step(replace(step, partial=None))

    if not plan.is_rendered:
        return [job.image(plan) for job in jobs]
    recipe = jobs[0].request.recipe
    return render_strips(
        jobs[0].model,
        [job.strip(plan, tail) for job, tail in zip(jobs, tails, strict=True)],
        steps=recipe.steps,
        scheduler=recipe.scheduler,
        overlap=OVERLAP,
        on_step=forward,
        cancel=cancel,
        preview=True,
    )


def _preview(job: ModelInput, plan: SectionPlan, image: Array) -> Preview:
    begin, _, end = job.columns(plan)
    return Preview(job.index, job.ink(image, plan, (begin, end)), begin)


def _assembly_of(job: ModelInput) -> Assembly:
    """Return the empty assembly of a riff, over kept sound if there is any."""
    request = job.request
    base = None
    if job.has_mask and request.audio is not None:
        hop = request.params.hop
        base = KeptRiff(job.init, lambda columns: init_sound(request, columns[0] * hop, columns[1] * hop))
    return Assembly(
        request.params,
        request.recipe.quality,
        request.columns,
        request.samples,
        base=base,
        level=_level(job),
    )


def _level(job: ModelInput) -> PeakLevel | None:
    """Return the limiter of a riff that starts from noise; None for one from an init, which has its level."""
    request = job.request
    if request.init is None or not request.init.any():
        return PeakLevel(request.params, job.overlap)
    if request.from_noise:
        return PeakLevel(request.params, job.overlap, job.fully_new, circular=request.recipe.circular)
    return None


def _loop_part(
    job: ModelInput, plan: SectionPlan, image: Array, on_step: OnStep, cancel: threading.Event | None
) -> FinalPart:
    """Return the ink and sound of a loop, which is one section."""
    request = job.request
    quality = request.recipe.quality
    ink = job.ink(image, plan, (0, request.columns))
    if job.has_mask and request.audio is not None:
        init, original = job.init((0, request.columns)), init_sound(request, 0, request.samples)
        audio = repainted(
            original, init, ink, request.params, quality=quality, circular=True, on_step=on_step, cancel=cancel
        )
    else:
        audio = sound_of(request, ink, on_step, cancel)
    if level := _level(job):
        ink, audio = level.reduced(0, ink, (0, audio.shape[-1]), audio)
    return FinalPart(0, ink, 0, audio)
