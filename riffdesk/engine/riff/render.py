"""Renders a riff: the request goes to the model's generator, and its sections become the riff.

A request has a recipe and optionally an init, a mask, and sound to keep. It is checked, and gets a guide as init if
the recipe starts from one. If all of it is stored or kept, that is the result. Otherwise the generator of the model's
family (`riffdesk.engine.generator`) yields the riff in sections from left to right; `strip_generator` is that of
diffusion models. A section is sent, to be played while the next one is rendered, and stored
(`recovery.unfinished_riffs`), so that the same request can continue there after an interruption.

All of it runs in the engine's process, one request at a time, or in this process for the command line. The model
stays loaded (`loaded_model`). A cancel is read at every `Step`.
"""

from __future__ import annotations

import threading
from collections.abc import Iterator, Sequence
from contextlib import nullcontext
from dataclasses import replace

from riffdesk.engine.cores import all_cores
from riffdesk.engine.events import Plan, Ready, RenderResult, Resumed, Section
from riffdesk.engine.loaded_model import generator_of
from riffdesk.engine.recovery.unfinished_riffs import Store, storing
from riffdesk.engine.requests import RenderRequest, VariationsRequest
from riffdesk.engine.riff.request_checks import check_family, check_length, check_request, memory_errors
from riffdesk.engine.riff.score.played_score import with_guide
from riffdesk.engine.riff.whole_riff import WholeRiff, all_unchanged, keeps_everything
from riffdesk.language import tr
from riffdesk.progress import OnStep, Step, check, ignore_steps
from riffdesk.sketch.recipe.recipe import with_denoising, with_seed


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
    whole: WholeRiff | None = None
    for section in _sent_sections(request, on_step, cancel, store):
        whole = whole or WholeRiff(request, section)
        whole.put(section)
    assert whole is not None
    return whole.result()


def render_streamed(
    request: RenderRequest, on_step: OnStep = ignore_steps, cancel: threading.Event | None = None
) -> None:
    """Render a riff and send it as sections, for a receiver that a result of minutes of sound would stall.

    Parameters and errors are those of `render`.
    """
    for _ in _sent_sections(request, on_step, cancel):
        pass


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
    recipes = [with_seed(request.request.recipe, seed) for seed in request.seeds]
    if request.denoisings:
        recipes = [with_denoising(*pair) for pair in zip(recipes, request.denoisings, strict=True)]
    requests = [replace(request.request, recipe=recipe) for recipe in recipes]
    check_length(request.request)
    unfinished: dict[int, WholeRiff] = {}
    ready = 0
    for index, section, last in _sections(requests, on_step, cancel):
        unfinished.setdefault(index, WholeRiff(requests[index], section)).put(section)
        if last:
            ready += 1
            result = unfinished.pop(index).result()
            on_step(Step(ready, len(requests), tr("Making variations"), Ready(index, result)))
            del result
    return len(requests)


def _sent_sections(
    request: RenderRequest, on_step: OnStep, cancel: threading.Event | None, store: Store | None = None
) -> Iterator[Section]:
    """Yield the sections of a riff, each after it was sent as a step; they are stored."""
    check_length(request)
    with storing(request) if store is None else nullcontext(store) as used_store:
        for section in render_sections(request, on_step, cancel, used_store):
            on_step(Step(0, 0, tr("Making sound"), section))
            yield section
            check(cancel)


def _sections(
    requests: Sequence[RenderRequest], on_step: OnStep, cancel: threading.Event | None, store: Store | None = None
) -> Iterator[tuple[int, Section, bool]]:
    """Yield the sections of requests that differ only in their seeds and denoisings.

    Each comes with the number of its request, and whether it is the last section of that.
    """
    for request in requests:
        check_request(request)
    requests = [with_guide(request) for request in requests]
    with all_cores(on_step), memory_errors():
        if not requests or keeps_everything(requests[0]):
            yield from all_unchanged(requests, on_step, cancel)
            return
        check(cancel)
        if store is not None:
            for section in _stored(store, on_step):
                yield 0, section, store.complete
                check(cancel)
            if store.complete:
                return
        check_family(requests[0])
        generator = generator_of(requests[0].recipe, on_step, cancel, compiled=requests[0].compiled)
        yield from generator.sections(requests, on_step, cancel, store)


def _stored(store: Store, on_step: OnStep) -> Iterator[Section]:
    """Yield the stored sections of an earlier render, which need no model."""
    for section in store.sections():
        if store.done == 1:
            on_step(Step(0, 0, "", Plan(store.windows)))
        yield section
    if store.done:
        on_step(Step(0, 0, tr("Continuing"), Resumed(store.seconds_done)))
