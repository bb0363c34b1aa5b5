"""The forecast of a render: none for what is quick, from a timed convolution at first, then from the last riff."""

from __future__ import annotations

import time
from collections.abc import Iterator

import pytest

from riffdesk.engine import forecast as forecasts
from riffdesk.engine.events import Forecast
from riffdesk.engine.forecast import forecast, remember_pace, work_of
from riffdesk.engine.loaded_model import model_of, unload
from riffdesk.engine.preparation import prepare
from riffdesk.engine.requests import RenderRequest, VariationsRequest
from riffdesk.engine.riff.render import render, render_variations
from riffdesk.models import network_cost
from riffdesk.progress import Step
from riffdesk.sketch.recipe.timeline import Keyframe
from tests.engine.riffs import PARAMS, add_tiny, recipe


@pytest.fixture(autouse=True)
def _tiny(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Have a tiny model that nothing is known of."""
    unload()
    add_tiny()
    monkeypatch.setattr(forecasts, "_paces", {})
    yield
    unload()


@pytest.fixture
def large(monkeypatch: pytest.MonkeyPatch) -> float:
    """Have the tiny network count as much work as Stable Diffusion's; return it."""
    operations = 8e11
    monkeypatch.setattr(forecasts, "row_operations", lambda config: operations)
    return operations


def told(steps: list[Step]) -> list[Forecast]:
    return [step.partial for step in steps if isinstance(step.partial, Forecast)]


def test_nothing_is_foretold_of_what_is_quick() -> None:
    steps: list[Step] = []
    render(RenderRequest(recipe(), PARAMS), steps.append)
    assert told(steps) == []


def test_a_long_render_is_foretold_before_its_first_step_and_when_it_is_prepared(large: float) -> None:
    request = RenderRequest(recipe(steps=3), PARAMS)
    prepared: list[Step] = []
    prepare(request, prepared.append)
    steps: list[Step] = []
    render(request, steps.append)
    (first,), (second,) = told(prepared), told(steps)
    assert (first.model, first.device, first.steps, first.windows, first.riffs) == ("tiny", "", 3, 1, 1)
    assert second.windows == first.windows
    before = steps[: next(index for index, step in enumerate(steps) if isinstance(step.partial, Forecast))]
    assert all(step.ahead for step in before), "nothing is denoised yet"
    assert large / 1e13 < first.seconds < large, "by the speed of this machine: from 1 to 1e13 operations a second"


def test_what_it_depends_on_is_counted(large: float) -> None:
    model = model_of(recipe())

    def work(windows: int = 1, init: object = None, **fields: object) -> float:
        return work_of(RenderRequest(recipe(**fields), PARAMS, init), model, windows)  # type: ignore[arg-type]

    assert work(steps=10) == pytest.approx((10 * 2 + 3) * large)
    assert work(windows=4, steps=10) == pytest.approx(4 * work(steps=10))
    assert work(init=object(), denoising=0.5, steps=10) == pytest.approx((5 * 2 + 3) * large)
    without_guidance = Keyframe(prompt="piano", seed=1, guidance=1.0)
    assert work_of(RenderRequest(recipe(without_guidance, steps=10), PARAMS), model, 1) == pytest.approx(13 * large)


def test_the_second_forecast_is_made_of_the_first_riffs_time(large: float) -> None:
    request = RenderRequest(recipe(steps=3), PARAMS)
    model = model_of(request.recipe)
    remember_pace(model, work_of(request, model, 1), 90.0)
    expected = forecast(request, model, 1)
    assert expected is not None
    assert expected.seconds == pytest.approx(90.0)
    twice = forecast(request, model, 2, riffs=3)
    assert twice is not None
    assert twice.seconds == pytest.approx(6 * 90.0)
    began = time.perf_counter()
    render(request)
    took = time.perf_counter() - began
    measured = forecast(request, model, 1)
    assert measured is not None
    assert measured.seconds <= took, "the riff's own time, which is less than the call's"


def test_variations_are_foretold_together(large: float) -> None:
    steps: list[Step] = []
    render_variations(VariationsRequest(RenderRequest(recipe(steps=3), PARAMS), (1, 2, 3)), steps.append)
    assert [one.riffs for one in told(steps)] == [3]


def test_the_count_is_taken_from_the_config() -> None:
    assert forecasts.row_operations is network_cost.row_operations
