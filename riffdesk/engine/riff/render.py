"""Renders a riff: prompts at each time become an image, the image becomes ink, the ink becomes sound.

A request has a recipe and optionally an init, a mask, and sound to keep. The riff is rendered in sections
(`section_plan`) from left to right, each of which begins with the end of the one before. For each column of latents,
`sketch.recipe.timeline` returns the two keyframes around its time and the position between them; these are the walk
of a strip (`diffusion.conditioning`). The init is converted to the model's images (`spacing`), with its loudest cell
as black (`model_input`). `diffusion.denoising` renders the image, which is converted back to the sketch's columns,
bands and level. Kept ink is restored, and `dsp.phase` joins the new sound to the sound around it (`assembly`). The
final part is sent as a `Section`, to be played while the next one is rendered, and stored
(`recovery.unfinished_riffs`), so that the same request can continue there after an interruption.

All of it runs in the engine's process, one request at a time, or in this process for the command line. The model
stays loaded (`loaded_model`). A cancel is read at every `Step`.
"""

from __future__ import annotations

import threading
from collections.abc import Iterator, Sequence
from contextlib import nullcontext
from dataclasses import replace

import numpy as np

from riffdesk.arrays import Array
from riffdesk.devices import device_of, sound_device
from riffdesk.dsp.phase import reconstruct
from riffdesk.engine.cores import all_cores
from riffdesk.engine.events import Plan, Preview, Ready, RenderResult, Resumed, Section, Working
from riffdesk.engine.loaded_model import model_of
from riffdesk.engine.recovery.unfinished_riffs import Store, storing
from riffdesk.engine.requests import RenderRequest, VariationsRequest
from riffdesk.engine.riff.assembly import Assembly, FinalPart, KeptRiff
from riffdesk.engine.riff.clips import clip_sections
from riffdesk.engine.riff.kept_sound import repainted
from riffdesk.engine.riff.model_input import ModelInput, cleaned
from riffdesk.engine.riff.peak_level import PeakLevel
from riffdesk.engine.riff.request_checks import check_length, check_request, memory_errors
from riffdesk.engine.riff.score.played_score import with_guide
from riffdesk.engine.riff.section_plan import OVERLAP, SectionPlan
from riffdesk.engine.riff.spacing import repeated
from riffdesk.engine.riff.whole_riff import WholeRiff, init_sound
from riffdesk.progress import OnStep, Step, check, ignore_steps
from riffdesk.sketch.recipe.recipe import with_seed

_WINDOWS_AT_ONCE = 16  # of variations on a graphics card; more would delay the first one


def render(
    request: RenderRequest,
    on_step: OnStep = ignore_steps,
    cancel: threading.Event | None = None,
    store: Store | None = None,
) -> RenderResult:
    """Render a riff.

    Parameters
    ----------
    on_step : callable
        Called while the model is loaded and at each step of the denoising and of the sound; every few steps with a
        `Preview` of the ink.
    cancel : threading.Event, optional
        Read at each of these steps. Stored sections of a cancelled riff are removed.
    store : Store, optional
        Store of this request, for a caller that removes it later; see
        `riffdesk.engine.recovery.unfinished_riffs.storing`.

    Raises
    ------
    UserError
        If the request is invalid, there is no such model, it cannot be loaded, or there is not enough memory.
    Cancelled
        If ``cancel`` was set.
    """
    check_length(request)
    whole: WholeRiff | None = None
    with storing(request) if store is None else nullcontext(store) as used_store:
        for section in render_sections(request, on_step, cancel, used_store):
            whole = whole or WholeRiff(request, section)
            whole.put(section)
            on_step(Step(0, 0, "Making sound", section))
            check(cancel)
    assert whole is not None
    return whole.result()


def render_sections(
    request: RenderRequest,
    on_step: OnStep = ignore_steps,
    cancel: threading.Event | None = None,
    store: Store | None = None,
) -> Iterator[Section]:
    """Render a riff of any length and yield its sections, with memory for a few windows only.

    Parameters and errors are those of `render`; the sections are not sent as steps, and not stored without a store.
    """
    for _, section, _ in _sections([request], on_step, cancel, store):
        yield section


def render_variations(
    request: VariationsRequest, on_step: OnStep = ignore_steps, cancel: threading.Event | None = None
) -> int:
    """Render a riff with each of several seeds; each is sent by a `Step` with a `Ready` when it is finished.

    Parameters and errors are those of `render`. Finished riffs are not kept here: a thousand of them need no more
    memory than one.

    Returns
    -------
    int
        Number of riffs.
    """
    requests = [replace(request.request, recipe=with_seed(request.request.recipe, seed)) for seed in request.seeds]
    check_length(request.request)
    unfinished: dict[int, WholeRiff] = {}
    ready = 0
    for index, section, last in _sections(requests, on_step, cancel):
        unfinished.setdefault(index, WholeRiff(requests[index], section)).put(section)
        if last:
            ready += 1
            result = unfinished.pop(index).result()
            on_step(Step(ready, len(requests), "Making variations", Ready(index, result)))
            del result
    return len(requests)


def _sections(  # noqa: C901 - a guard for each kind of render, in order
    requests: Sequence[RenderRequest], on_step: OnStep, cancel: threading.Event | None, store: Store | None = None
) -> Iterator[tuple[int, Section, bool]]:
    """Yield the sections of requests that differ only in their seeds.

    Each comes with the number of its request, and whether it is the last section of that.
    """
    for request in requests:
        check_request(request)
    requests = [with_guide(request) for request in requests]
    with all_cores(on_step), memory_errors():
        if not requests or _keeps_everything(requests[0]):
            yield from _all_unchanged(requests, on_step, cancel)
            return
        check(cancel)
        if store is not None:
            for section in _stored(store, on_step):
                yield 0, section, store.complete
                check(cancel)
            if store.complete:
                return
        model = model_of(requests[0].recipe, on_step, cancel, compiled=requests[0].compiled)
        jobs = [ModelInput(request, model, index) for index, request in enumerate(requests)]
        if requests[0].recipe.clips:
            for job in jobs:
                yield from _clips(job, _labelled([job], len(jobs), on_step), cancel, len(jobs) == 1, store)
            return
        if not jobs[0].section_plans:  # the keyframes' denoising is 0 wherever the mask is not
            yield from _all_unchanged(requests, on_step, cancel)
            return
        if len(jobs) == 1 and not (store and store.done):
            check(cancel)
            on_step(Step(0, 0, "", Plan(jobs[0].windows)))
        for group in _groups(jobs):
            yield from _group_sections(group, _labelled(group, len(jobs), on_step), cancel, len(jobs) == 1, store)


def _stored(store: Store, on_step: OnStep) -> Iterator[Section]:
    """Yield the stored sections of an earlier render, which need no model."""
    for section in store.sections():
        if store.done == 1:
            on_step(Step(0, 0, "", Plan(store.windows)))
        yield section
    if store.done:
        on_step(Step(0, 0, "Going on", Resumed(store.seconds_done)))


def _labelled(group: Sequence[ModelInput], total: int, on_step: OnStep) -> OnStep:
    """Return a listener that adds the numbers of the riffs to steps and scales their progress to all riffs."""
    if total == 1:
        return on_step
    first, last = group[0].index + 1, group[-1].index + 1
    label = f"Riff {first}" if first == last else f"Riffs {first} to {last}"

    def on_group_step(step: Step) -> None:
        done = (first - 1) * step.total + len(group) * step.done
        on_step(replace(step, done=done, total=step.total * total, what=f"{label} of {total}: {step.what}"))

    return on_group_step


def _groups(jobs: Sequence[ModelInput]) -> Iterator[Sequence[ModelInput]]:
    """Yield the riffs that are rendered together; on a processor one by one, which is no slower."""
    windows = max(plan.windows for plan in jobs[0].section_plans)
    count = max(1, _WINDOWS_AT_ONCE // windows) if device_of(jobs[0].model.device).is_card else 1
    for start in range(0, len(jobs), count):
        yield jobs[start : start + count]


def _group_sections(
    jobs: Sequence[ModelInput], on_step: OnStep, cancel: threading.Event | None, alone: bool, store: Store | None
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
            check(cancel)  # once more: who cancels in the very last step does not want the riff either
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
    job: ModelInput, on_step: OnStep, cancel: threading.Event | None, alone: bool, store: Store | None
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
        audio = _sound(request, ink, on_step, cancel)
    if level := _level(job):
        ink, audio = level.reduced(0, ink, (0, audio.shape[-1]), audio)
    return FinalPart(0, ink, 0, audio)


def _sound(request: RenderRequest, ink: Array, on_step: OnStep, cancel: threading.Event | None) -> Array:
    """Return the sound of ink without sound before it: float32 ``[channels, samples]``."""
    circular = request.recipe.circular
    audio = reconstruct(
        ink if ink.ndim == 3 else ink[None],
        request.params,
        quality=request.recipe.quality,
        circular=circular,
        samples=request.samples if circular else None,
        device=sound_device(),
        on_step=on_step,
        cancel=cancel,
    )
    return audio[:, : request.samples]


def _keeps_everything(request: RenderRequest) -> bool:
    no_noise = all(keyframe.denoising == 0 for keyframe in request.recipe.keyframes)
    return request.init is not None and not request.from_noise and no_noise


def _all_unchanged(
    requests: Sequence[RenderRequest], on_step: OnStep, cancel: threading.Event | None
) -> Iterator[tuple[int, Section, bool]]:
    """Yield the inits of requests that keep everything, each as one section."""
    for index, request in enumerate(requests):
        kept = _unchanged(request, on_step, cancel)
        check(cancel)
        yield index, kept, True


def _unchanged(request: RenderRequest, on_step: OnStep, cancel: threading.Event | None) -> Section:
    """Return the init as one section."""
    assert request.init is not None
    ink = cleaned(repeated(request.init, request.columns))
    ink = np.stack((ink, ink)) if request.params.stereo and ink.ndim == 2 else ink
    if request.audio is not None:
        audio = init_sound(request, 0, request.samples)
    else:
        audio = _sound(request, ink, on_step, cancel)
    return Section(0, 0, 0, ink, 0, audio)
