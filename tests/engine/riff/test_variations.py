"""Several riffs of one request: each is that of its seed, and the first is there while the others are made."""

from __future__ import annotations

import threading
import weakref
from dataclasses import replace

import numpy as np
import pytest

from riffdesk.engine.events import Preview, Ready, RenderResult
from riffdesk.engine.requests import RenderRequest, VariationsRequest
from riffdesk.engine.riff.render import render, render_variations
from riffdesk.errors import Cancelled
from riffdesk.progress import Step
from tests.engine.riffs import LOW_RATE as PARAMS
from tests.engine.riffs import recipe, same

pytestmark = pytest.mark.usefixtures("tiny")


def test_variations_are_the_riffs_of_their_seeds_and_each_is_sent_on_when_it_is_ready() -> None:
    request = RenderRequest(recipe(), PARAMS)
    steps: list[Step] = []
    assert render_variations(VariationsRequest(request, (7, 1, 2**32 - 1)), steps.append) == 3
    ready = [(place, step.partial) for place, step in enumerate(steps) if isinstance(step.partial, Ready)]
    assert [one.index for _, one in ready] == [0, 1, 2]
    riffs = [one.result for _, one in ready]
    assert [riff.recipe.keyframes[0].seed for riff in riffs] == [7, 1, 2**32 - 1]
    for riff in riffs:
        assert same(riff, render(RenderRequest(riff.recipe, PARAMS)))
    assert ready[0][0] < len(steps) / 2, "the first can be heard while the others are made"
    assert {step.partial.index for step in steps if isinstance(step.partial, Preview)} == {0, 1, 2}
    assert any(step.what.startswith("Riff 2 of 3: Step 1") for step in steps)


def test_variations_that_were_ready_before_a_cancel_are_there() -> None:
    cancel = threading.Event()
    ready: list[Ready] = []

    def on_step(step: Step) -> None:
        if isinstance(step.partial, Ready):
            ready.append(step.partial)
        if len(ready) == 2:
            cancel.set()

    with pytest.raises(Cancelled):
        render_variations(VariationsRequest(RenderRequest(recipe(), PARAMS), (1, 2, 3, 4)), on_step, cancel)
    assert [one.index for one in ready] == [0, 1]
    assert same(ready[1].result, render(RenderRequest(recipe(seed=2), PARAMS)))


def test_variations_that_were_sent_on_are_no_longer_held() -> None:
    sent: list[weakref.ref[RenderResult]] = []
    held: list[int] = []

    def on_step(step: Step) -> None:
        if isinstance(step.partial, Ready):
            held.append(sum(one() is not None for one in sent))
            sent.append(weakref.ref(step.partial.result))

    render_variations(VariationsRequest(RenderRequest(recipe(), PARAMS), (1, 2, 3, 4)), on_step)
    assert max(held) <= 1


def test_no_variations_are_none() -> None:
    assert render_variations(VariationsRequest(RenderRequest(recipe(), PARAMS), ())) == 0


@pytest.mark.parametrize("clips", [False, True])
def test_how_far_it_is_counts_all_of_them_and_never_goes_back(clips: bool) -> None:
    steps: list[Step] = []
    request = RenderRequest(replace(recipe(), clips=clips), PARAMS)
    render_variations(VariationsRequest(request, (1, 2, 3)), steps.append)
    shares = [step.done / step.total for step in steps if step.total and not step.ahead]
    assert shares == sorted(shares)
    assert shares[-1] == 1
    assert any(0.4 < share < 0.6 for share in shares)


def test_variations_with_denoisings_of_their_own_are_those_riffs_from_closer_to_freer() -> None:
    rng = np.random.default_rng(3)
    init = rng.uniform(0, 1, (PARAMS.bands, 256)).astype(np.float32)
    request = RenderRequest(recipe(init="jazz.flac"), PARAMS, init)
    steps: list[Step] = []
    assert render_variations(VariationsRequest(request, (7, 8, 9), (0.3, 0.45, 0.9)), steps.append) == 3
    riffs = [step.partial.result for step in steps if isinstance(step.partial, Ready)]
    assert [riff.recipe.keyframes[0].denoising for riff in riffs] == [0.3, 0.45, 0.9]
    for riff in riffs:
        assert same(riff, render(RenderRequest(riff.recipe, PARAMS, init)))
