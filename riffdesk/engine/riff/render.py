"""Makes a riff: what was asked for at each time becomes an image, the image becomes ink, the ink becomes sound.

The story: a request brings a recipe and perhaps ink to start from, a mask, and sound to keep. The riff is made in
sections (`section_plan`) from left to right, each of which takes over the end of the one before. For a section,
`sketch.recipe.timeline` says which two keyframes hold at the time of each column of latents, and how far it is from
one to the other; that is the walk of a strip (`diffusion.conditioning`). The init is laid on the model's images
(`spacing`), at their level: its loudest cell becomes black (`model_input`). `diffusion.denoising` makes the image.
Back on the sketch's columns and bands, at the init's level again, what is kept is put back as it was, and `dsp.phase`
leads the sound of the rest into what sounds already (`assembly`). What is final is sent on as a `Section`, to be
heard while the next one is made, and stored (`recovery.unfinished_riffs`), so that the same request goes on from
there if this one does not come to its end.

All of it runs in the engine's process, one request at a time, or right here for the command line. The model stays
loaded (`loaded_model`). Every `Step` is a place where a cancel is heard.
"""

from __future__ import annotations

import threading
from collections.abc import Iterator, Sequence
from contextlib import nullcontext
from dataclasses import replace

import numpy as np

from riffdesk.arrays import Array
from riffdesk.dsp.phase import reconstruct
from riffdesk.engine.device import all_cores, sound_device
from riffdesk.engine.events import Plan, Preview, Ready, RenderResult, Resumed, Section, Working
from riffdesk.engine.loaded_model import model_of
from riffdesk.engine.recovery.unfinished_riffs import Store, storing
from riffdesk.engine.requests import RenderRequest, VariationsRequest
from riffdesk.engine.riff.assembly import Assembly, Base, FinalPart
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

_WINDOWS_AT_ONCE = 16  # of several riffs, on a graphics card; then the next ones, so that the first can be heard


def render(
    request: RenderRequest,
    on_step: OnStep = ignore_steps,
    cancel: threading.Event | None = None,
    store: Store | None = None,
) -> RenderResult:
    """Make a riff.

    Parameters
    ----------
    on_step : callable
        Called while the model is loaded and at each step of the denoising and of the sound; every few
        steps with a `Preview` of the ink.
    cancel : threading.Event, optional
        Read at each of these steps. What was stored of a riff that is cancelled is removed.
    store : Store, optional
        Of this request, for a caller who is not finished when the riff is; see
        `riffdesk.engine.recovery.unfinished_riffs.storing`.

    Raises
    ------
    UserError
        If nothing could be made of this request, there is no such model, it cannot be loaded, or there is not
        enough memory.
    Cancelled
        If ``cancel`` was set.
    """
    check_length(request)
    whole: WholeRiff | None = None
    with storing(request) if store is None else nullcontext(store) as kept:
        for section in render_sections(request, on_step, cancel, kept):
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
    """Make a riff and yield one section after the other, in memory for a few windows, however long it is.

    Parameters and errors are those of `render`; the sections are not sent on, and without a store not stored.
    """
    for _, section, _ in _sections([request], on_step, cancel, store):
        yield section


def render_variations(
    request: VariationsRequest, on_step: OnStep = ignore_steps, cancel: threading.Event | None = None
) -> int:
    """Make a riff with each of several seeds; each is sent on by a `Step` with a `Ready` as soon as it is finished.

    Parameters and errors are those of `render`. What was sent on is the receiver's and no longer held here: a
    thousand of them need no more memory than one.

    Returns
    -------
    int
        How many were made.
    """
    requests = [replace(request.request, recipe=with_seed(request.request.recipe, seed)) for seed in request.seeds]
    check_length(request.request)
    under_way: dict[int, WholeRiff] = {}
    ready = 0
    for index, section, last in _sections(requests, on_step, cancel):
        under_way.setdefault(index, WholeRiff(requests[index], section)).put(section)
        if last:
            ready += 1
            result = under_way.pop(index).result()
            on_step(Step(ready, len(requests), "Making variations", Ready(index, result)))
            del result
    return len(requests)


def _sections(
    requests: Sequence[RenderRequest], on_step: OnStep, cancel: threading.Event | None, store: Store | None = None
) -> Iterator[tuple[int, Section, bool]]:
    """Yield the sections of several requests that differ in nothing but their seeds.

    Each comes with the request's number, and whether it is that one's last.
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
                yield from _row(job, _naming([job], len(jobs), on_step), cancel, len(jobs) == 1, store)
            return
        if not jobs[0].stretches:  # where the mask asks for something new, the keyframes' denoising is 0
            yield from _all_unchanged(requests, on_step, cancel)
            return
        if len(jobs) == 1 and not (store and store.done):
            check(cancel)
            on_step(Step(0, 0, "", Plan(jobs[0].windows)))
        for group in _groups(jobs):
            yield from _made(group, _naming(group, len(jobs), on_step), cancel, len(jobs) == 1, store)


def _stored(store: Store, on_step: OnStep) -> Iterator[Section]:
    """Yield the sections that an earlier render has left; no model is needed for them."""
    for section in store.sections():
        if store.done == 1:
            on_step(Step(0, 0, "", Plan(store.windows)))
        yield section
    if store.done:
        on_step(Step(0, 0, "Going on", Resumed(store.seconds_done)))


def _naming(group: Sequence[ModelInput], total: int, on_step: OnStep) -> OnStep:
    """Return a listener that says which of several riffs are being made, and how far it is with all of them."""
    if total == 1:
        return on_step
    first, last = group[0].index + 1, group[-1].index + 1
    which = f"Riff {first}" if first == last else f"Riffs {first} to {last}"

    def among_all(step: Step) -> None:
        done = (first - 1) * step.total + len(group) * step.done
        on_step(replace(step, done=done, total=step.total * total, what=f"{which} of {total}: {step.what}"))

    return among_all


def _groups(jobs: Sequence[ModelInput]) -> Iterator[Sequence[ModelInput]]:
    """Yield the riffs that are made together: one by one on a processor, which is no slower, and first heard sooner."""
    windows = max(stretch.windows for stretch in jobs[0].stretches)
    count = max(1, _WINDOWS_AT_ONCE // windows) if jobs[0].model.device.type == "cuda" else 1
    for start in range(0, len(jobs), count):
        yield jobs[start : start + count]


def _made(
    jobs: Sequence[ModelInput], on_step: OnStep, cancel: threading.Event | None, alone: bool, store: Store | None
) -> Iterator[tuple[int, Section, bool]]:
    """Yield the sections of riffs that are made together, after those that are stored."""
    planned = jobs[0].stretches
    total = sum(stretch.windows for stretch in planned)
    so_far = [_so_far(job) for job in jobs]
    tails: list[Array | None] = [None] * len(jobs)
    done = store.done if store else 0
    if store and store.state is not None:
        so_far[0].restore(store.state)
        tails[0] = store.state.get("tail")
    first = sum(stretch.windows for stretch in planned[:done])
    for number, stretch in enumerate(planned[done:], done):
        stop = first + stretch.windows

        def network(step: Step, first: int = first, stop: int = stop) -> None:
            on_step(_scaled(step, first, first + _NETWORK * (stop - first), total))

        def sound(step: Step, first: int = first, stop: int = stop) -> None:
            on_step(_scaled(step, first + _NETWORK * (stop - first), stop, total))

        images = _images(jobs, stretch, tails, (first, stop) if alone else None, network, cancel)
        for place, (job, image) in enumerate(zip(jobs, images, strict=True)):
            check(cancel)
            if job.request.recipe.circular:
                grown = _whole_loop(job, stretch, image, sound, cancel)
            else:
                begin, ready, end = job.columns(stretch)
                grown = so_far[place].grow(begin, ready, job.ink(image, stretch, (begin, end)), sound, cancel)
            check(cancel)  # once more: who cancels in the very last step does not want the riff either
            section = Section(first, stop, grown.column, grown.ink, grown.sample, grown.audio)
            tail = None
            if number + 1 < len(planned):
                tails[place] = tail = job.tail(image, stretch, planned[number + 1])
            if store:
                handed_on = so_far[place].state() | ({} if tail is None else {"tail": tail})
                store.put(section, handed_on, job.windows, len(planned))
            yield job.index, section, number + 1 == len(planned)
        first = stop


def _row(
    job: ModelInput, on_step: OnStep, cancel: threading.Event | None, alone: bool, store: Store | None
) -> Iterator[tuple[int, Section, bool]]:
    """Yield a riff's clips; see `clips`."""

    def placed(step: Step) -> None:
        """Pass a step on; one of several riffs has no plan, only what it looks like."""
        shown = step.partial.preview if isinstance(step.partial, Working) else None
        on_step(step if alone else replace(step, partial=shown and replace(shown, index=job.index)))

    for section, last in clip_sections(job.request, job.model, placed, cancel, store):
        yield job.index, section, last


_NETWORK = 0.8  # of the time for a section, about; the rest is for its sound


def _scaled(step: Step, start: float, stop: float, total: int) -> Step:
    """Return a step of a part of the work as one of all of it, in thousandths of a window."""
    way = step.done / step.total if step.total else 0.0
    return replace(step, done=round(1000 * (start + way * (stop - start))), total=1000 * max(1, total))


def _images(
    jobs: Sequence[ModelInput],
    stretch: SectionPlan,
    tails: Sequence[Array | None],
    windows: tuple[int, int] | None,
    on_step: OnStep,
    cancel: threading.Event | None,
) -> list[Array]:
    """Return the images of a section of several riffs that are made together.

    With its windows' numbers in the plan, steps tell of those; else of the riffs.
    """
    from riffdesk.diffusion.denoising import Denoising, render_strips

    def placed(step: Step) -> None:
        """Pass a step on, with what it shows as the sketch's ink."""
        now = step.partial
        if not isinstance(now, Denoising):
            on_step(replace(step, partial=None))
            return
        previews = [_preview(job, stretch, image) for job, image in zip(jobs, now.inks, strict=False)]
        if windows is not None:
            working = Working(*windows, now.step, now.steps, previews[0] if previews else None)
            on_step(replace(step, partial=working))
        for preview in previews if windows is None else ():
            on_step(replace(step, partial=preview))
        if windows is None and not previews:
            on_step(replace(step, partial=None))

    if not stretch.made:
        return [job.image(stretch) for job in jobs]
    recipe = jobs[0].request.recipe
    return render_strips(
        jobs[0].model,
        [job.strip(stretch, tail) for job, tail in zip(jobs, tails, strict=True)],
        steps=recipe.steps,
        scheduler=recipe.scheduler,
        overlap=OVERLAP,
        on_step=placed,
        cancel=cancel,
        preview=True,
    )


def _preview(job: ModelInput, stretch: SectionPlan, image: Array) -> Preview:
    begin, _, end = job.columns(stretch)
    return Preview(job.index, job.ink(image, stretch, (begin, end)), begin)


def _so_far(job: ModelInput) -> Assembly:
    """Return the beginning of a riff: what sounds there already, or nothing."""
    request = job.request
    there = None
    if job.has_mask and request.audio is not None:
        hop = request.params.hop
        there = Base(job.init, lambda columns: init_sound(request, columns[0] * hop, columns[1] * hop))
    return Assembly(
        request.params,
        request.recipe.quality,
        request.columns,
        request.samples,
        there=there,
        level=_level(job),
    )


def _level(job: ModelInput) -> PeakLevel | None:
    """Return what turns a riff down that comes from noise; what is made of an init is as loud as that."""
    request = job.request
    if request.init is None or not request.init.any():
        return PeakLevel(request.params, job.overlap)
    if request.from_noise:
        return PeakLevel(request.params, job.overlap, job.made_anew, circular=request.recipe.circular)
    return None


def _whole_loop(
    job: ModelInput, stretch: SectionPlan, image: Array, on_step: OnStep, cancel: threading.Event | None
) -> FinalPart:
    """Return all of a loop that is one section."""
    request = job.request
    quality = request.recipe.quality
    ink = job.ink(image, stretch, (0, request.columns))
    if job.has_mask and request.audio is not None:
        init, there = job.init((0, request.columns)), init_sound(request, 0, request.samples)
        audio = repainted(
            there, init, ink, request.params, quality=quality, circular=True, on_step=on_step, cancel=cancel
        )
    else:
        audio = _sound(request, ink, on_step, cancel)
    if level := _level(job):
        ink, audio = level.turned_down(0, ink, (0, audio.shape[-1]), audio)
    return FinalPart(0, ink, 0, audio)


def _sound(request: RenderRequest, ink: Array, on_step: OnStep, cancel: threading.Event | None) -> Array:
    """Return the sound of all ink from a cold start: float32 ``[channels, samples]``."""
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
    """Yield the inits of requests of which nothing is made anew, each as one section."""
    for index, request in enumerate(requests):
        kept = _unchanged(request, on_step, cancel)
        check(cancel)
        yield index, kept, True


def _unchanged(request: RenderRequest, on_step: OnStep, cancel: threading.Event | None) -> Section:
    """Return the init as it is."""
    assert request.init is not None
    ink = cleaned(repeated(request.init, request.columns))
    ink = np.stack((ink, ink)) if request.params.stereo and ink.ndim == 2 else ink
    if request.audio is not None:
        audio = init_sound(request, 0, request.samples)
    else:
        audio = _sound(request, ink, on_step, cancel)
    return Section(0, 0, 0, ink, 0, audio)
