"""Makes a riff: what was asked for at each time becomes an image, the image becomes ink, the ink becomes sound.

The story: a request brings a recipe and perhaps ink to start from, a mask, and sound to keep. The riff is made in
`sections` from left to right, each of which takes over the end of the one before. For a section, `sketch.timeline`
says which two keyframes hold at the time of each column of latents, and how far it is from one to the other; that
is the walk of a strip (`diffusion.conditioning`). The init is laid on the model's images (`fit`), at their level:
its loudest cell becomes black (`job`). `diffusion.strip` makes the image. Back on the sketch's columns and bands, at
the init's level again, what is kept is put back as it was, and `dsp.phase` leads the sound of the rest into
what sounds already (`so_far`). What is final is sent on as a `Section`, to be heard while the next one is made.

All of it runs in the engine's process, one request at a time, or right here for the command line. The model stays
loaded (`loaded`). Every `Step` is a place where a cancel is heard.
"""

from __future__ import annotations

import threading
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace

import numpy as np

from riffdesk.dsp.mix import true_peak
from riffdesk.dsp.phase import reconstruct
from riffdesk.engine.clips import clip_sections
from riffdesk.engine.device import all_cores, sound_device
from riffdesk.engine.fit import repeated
from riffdesk.engine.job import Job, cleaned
from riffdesk.engine.loaded import model_of
from riffdesk.engine.repaint import repainted
from riffdesk.engine.request import (
    Plan,
    Preview,
    Ready,
    RenderRequest,
    RenderResult,
    Section,
    VariationsRequest,
    Working,
)
from riffdesk.engine.sections import OVERLAP, Stretch
from riffdesk.engine.so_far import LOUDEST, Grown, SoFar, There
from riffdesk.errors import UserError
from riffdesk.progress import OnStep, Step, check, ignore_steps
from riffdesk.sketch.recipe import with_seed
from riffdesk.sketch.state import MAX_SECONDS, Array

_WINDOWS_AT_ONCE = 16  # of several riffs, on a graphics card; then the next ones, so that the first can be heard


def render(
    request: RenderRequest, on_step: OnStep = ignore_steps, cancel: threading.Event | None = None
) -> RenderResult:
    """Make a riff.

    Parameters
    ----------
    on_step : callable
        Called while the model is loaded and at each step of the denoising and of the sound; every few
        steps with a `Preview` of the ink.
    cancel : threading.Event, optional
        Read at each of these steps.

    Raises
    ------
    UserError
        If nothing could be made of this request, there is no such model, it cannot be loaded, or there is not
        enough memory.
    Cancelled
        If ``cancel`` was set.
    """
    _check_length(request)
    whole: _Whole | None = None
    for section in render_sections(request, on_step, cancel):
        whole = whole or _Whole(request, section)
        whole.put(section)
        on_step(Step(0, 0, "Making sound", section))
        check(cancel)
    assert whole is not None
    return whole.result()


def render_sections(
    request: RenderRequest, on_step: OnStep = ignore_steps, cancel: threading.Event | None = None
) -> Iterator[Section]:
    """Make a riff and yield one section after the other, in memory for a few windows, however long it is.

    Parameters and errors are those of `render`; the sections are not sent on.
    """
    for _, section, _ in _sections([request], on_step, cancel):
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
    _check_length(request.request)
    under_way: dict[int, _Whole] = {}
    ready = 0
    for index, section, last in _sections(requests, on_step, cancel):
        under_way.setdefault(index, _Whole(requests[index], section)).put(section)
        if last:
            ready += 1
            result = under_way.pop(index).result()
            on_step(Step(ready, len(requests), "Making variations", Ready(index, result)))
            del result
    return len(requests)


def _sections(
    requests: Sequence[RenderRequest], on_step: OnStep, cancel: threading.Event | None
) -> Iterator[tuple[int, Section, bool]]:
    """Yield the sections of several requests that differ in nothing but their seeds.

    Each comes with the request's number, and whether it is that one's last.
    """
    for request in requests:
        _check(request)
    with all_cores(), _memory_errors():
        if not requests or _keeps_everything(requests[0]):
            for index, request in enumerate(requests):
                kept = _unchanged(request, on_step, cancel)
                check(cancel)
                yield index, kept, True
            return
        check(cancel)
        model = model_of(requests[0].recipe, on_step, cancel)
        jobs = [Job(request, model, index) for index, request in enumerate(requests)]
        if requests[0].recipe.clips:
            for job in jobs:
                yield from _row(job, _naming([job], len(jobs), on_step), cancel, len(jobs) == 1)
            return
        if len(jobs) == 1:
            check(cancel)
            on_step(Step(0, 0, "", Plan(jobs[0].windows)))
        for group in _groups(jobs):
            yield from _made(group, _naming(group, len(jobs), on_step), cancel, len(jobs) == 1)


def _naming(group: Sequence[Job], total: int, on_step: OnStep) -> OnStep:
    """Return a listener that says which of several riffs are being made."""
    if total == 1:
        return on_step
    first, last = group[0].index + 1, group[-1].index + 1
    which = f"Riff {first}" if first == last else f"Riffs {first} to {last}"
    return lambda step: on_step(replace(step, what=f"{which} of {total}: {step.what}"))


def _groups(jobs: Sequence[Job]) -> Iterator[Sequence[Job]]:
    """Yield the riffs that are made together: one by one on a processor, which is no slower, and first heard sooner."""
    windows = max(stretch.windows for stretch in jobs[0].stretches)
    count = max(1, _WINDOWS_AT_ONCE // windows) if jobs[0].model.device.type == "cuda" else 1
    for start in range(0, len(jobs), count):
        yield jobs[start : start + count]


def _made(
    jobs: Sequence[Job], on_step: OnStep, cancel: threading.Event | None, alone: bool
) -> Iterator[tuple[int, Section, bool]]:
    """Yield the sections of riffs that are made together."""
    planned = jobs[0].stretches
    total = sum(stretch.windows for stretch in planned)
    so_far = [_so_far(job) for job in jobs]
    tails: list[Array | None] = [None] * len(jobs)
    first = 0
    for number, stretch in enumerate(planned):
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
            if number + 1 < len(planned):
                tails[place] = job.tail(image, stretch, planned[number + 1])
            yield job.index, section, number + 1 == len(planned)
        first = stop


def _row(job: Job, on_step: OnStep, cancel: threading.Event | None, alone: bool) -> Iterator[tuple[int, Section, bool]]:
    """Yield a riff's clips; see `clips`."""

    def placed(step: Step) -> None:
        """Pass a step on; one of several riffs has no plan, only what it looks like."""
        shown = step.partial.preview if isinstance(step.partial, Working) else None
        on_step(step if alone else replace(step, partial=shown and replace(shown, index=job.index)))

    for section, last in clip_sections(job.request, job.model, placed, cancel):
        yield job.index, section, last


_NETWORK = 0.8  # of the time for a section, about; the rest is for its sound


def _scaled(step: Step, start: float, stop: float, total: int) -> Step:
    """Return a step of a part of the work as one of all of it, in thousandths of a window."""
    way = step.done / step.total if step.total else 0.0
    return replace(step, done=round(1000 * (start + way * (stop - start))), total=1000 * max(1, total))


def _images(
    jobs: Sequence[Job],
    stretch: Stretch,
    tails: Sequence[Array | None],
    windows: tuple[int, int] | None,
    on_step: OnStep,
    cancel: threading.Event | None,
) -> list[Array]:
    """Return the images of a section of several riffs that are made together.

    With its windows' numbers in the plan, steps tell of those; else of the riffs.
    """
    from riffdesk.diffusion.strip import Denoising, render_strips

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


def _preview(job: Job, stretch: Stretch, image: Array) -> Preview:
    begin, _, end = job.columns(stretch)
    return Preview(job.index, job.ink(image, stretch, (begin, end)), begin)


def _so_far(job: Job) -> SoFar:
    """Return the beginning of a riff: what sounds there already, or nothing."""
    request = job.request
    there = None
    if job.has_mask and request.audio is not None:
        hop = request.params.hop
        there = There(job.init, lambda columns: init_sound(request, columns[0] * hop, columns[1] * hop))
    return SoFar(
        request.params,
        request.recipe.quality,
        request.columns,
        request.samples,
        there=there,
        ramp=job.overlap if _from_words(request) else None,
    )


def _whole_loop(job: Job, stretch: Stretch, image: Array, on_step: OnStep, cancel: threading.Event | None) -> Grown:
    """Return all of a loop that is one section."""
    request = job.request
    quality = request.recipe.quality
    ink = job.ink(image, stretch, (0, request.columns))
    if job.has_mask and request.audio is not None:
        init, there = job.init((0, request.columns)), init_sound(request, 0, request.samples)
        audio = repainted(
            there, init, ink, request.params, quality=quality, circular=True, on_step=on_step, cancel=cancel
        )
        return Grown(0, ink, 0, audio)
    audio = _sound(request, ink, on_step, cancel)
    if _from_words(request):
        gain = min(1.0, LOUDEST / max(true_peak(audio), LOUDEST))
        audio *= np.float32(gain)
        ink *= np.float32(gain**request.params.power)
    return Grown(0, ink, 0, audio)


class _Whole:
    """A riff whose sections come one by one, over what it starts from."""

    def __init__(self, request: RenderRequest, section: Section) -> None:
        self._request = request
        self.ink = np.zeros((*section.ink.shape[:-1], request.columns), np.float32)
        self.audio = np.zeros((len(section.audio), request.samples), np.float32)
        if request.init is not None and request.audio is not None:
            self.ink[:] = cleaned(repeated(request.init, request.columns))
            self.audio[:] = init_sound(request, 0, request.samples)

    def result(self) -> RenderResult:
        """Return the riff."""
        return RenderResult(self.ink, self.audio, self._request.recipe, self._request.params)

    def put(self, section: Section) -> None:
        """Put in what is final."""
        self.ink[..., section.column : section.column + section.ink.shape[-1]] = section.ink
        self.audio[:, section.sample : section.sample + section.audio.shape[-1]] = section.audio


def _from_words(request: RenderRequest) -> bool:
    return request.init is None or not request.init.any()


def init_sound(request: RenderRequest, start: int, stop: int) -> Array:
    """Return samples of what the init sounds like, repeated as its ink is, and silent where it has none."""
    assert request.init is not None
    assert request.audio is not None
    width, hop = request.init.shape[-1], request.params.hop
    length = round(width * request.samples / request.columns) if request.recipe.circular else width * hop
    places = np.arange(start, stop) % length
    out = np.zeros((len(request.audio), stop - start), np.float32)
    sounding = places < request.audio.shape[-1]
    out[:, sounding] = request.audio[:, places[sounding]]
    return out


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


def _check_length(request: RenderRequest) -> None:
    """Refuse what is too long to be held as a whole."""
    if request.recipe.seconds > MAX_SECONDS:
        raise UserError(
            f"A riff lasts {MAX_SECONDS / 60:.0f} minutes at most, not {request.recipe.seconds:g} s. "
            "Ask for a shorter one, or have riffdesk render write it to a .wav or .flac file."
        )


def _check(request: RenderRequest) -> None:
    """Refuse what no riff can be made of."""
    mask, init = request.mask, request.init
    if init is not None and init.shape[-1] == 0:
        raise UserError("There is nothing to start from: the init has no columns. Choose another one.")
    if mask is None:
        return
    if request.recipe.clips:
        raise UserError("A clip is made as a whole. Take one strip instead of clips to make a part anew.")
    if init is None:
        raise UserError("A mask says what to keep and what to make anew, and there is nothing to keep. Add an init.")
    bands, columns = request.params.bands, request.columns
    if mask.shape != (bands, columns):
        rows, width = mask.shape
        raise UserError(
            f"The mask has {width:,} columns and {rows:,} bands, and the riff {columns:,} and {bands:,}. "
            "They must be of one size."
        )
    if not (mask > 0).any():
        raise UserError("The mask marks nothing to make anew. Mark a part of the riff first.")


@contextmanager
def _memory_errors() -> Iterator[None]:
    """Say calmly that memory has run out; torch says it in several ways."""
    try:
        yield
    except (MemoryError, RuntimeError) as error:
        words = str(error)
        if isinstance(error, MemoryError) or "out of memory" in words or "allocate memory" in words:
            raise UserError(
                "There is not enough memory for this riff, and nothing was changed. "
                "Close other programs, or ask for a shorter one."
            ) from error
        raise
