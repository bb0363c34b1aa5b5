"""Strips of any length: what stays the same, where nothing may be seen, what is kept, and what is refused."""

from __future__ import annotations

import threading
from dataclasses import replace
from typing import Any

import numpy as np
import pytest
import torch
from torch import Tensor

from riffdesk.diffusion.denoising import Denoising, render_strips
from riffdesk.diffusion.loading import load_model
from riffdesk.diffusion.model import Model
from riffdesk.diffusion.starter.score_unet import SCORE_WIDTH
from riffdesk.diffusion.strip import Strip
from riffdesk.errors import Cancelled, UserError
from riffdesk.models.registry import find_model
from riffdesk.progress import Step
from tests.diffusion.strips import WINDOW, Array, ink, point, render, small_model, steps_between_columns, stroll, walk
from tests.diffusion.tiny import Tiny, tiny_model

LONG = 46
"""Columns of latents: three windows and a part of a fourth."""

UNLIKE = ("DPM++ 2M Karras", "PNDM", "Euler a", "LCM")
"""Schedulers with memory, with a repeated step, and with noise of their own."""


@pytest.fixture(scope="module")
def model() -> Model:
    return small_model()


class Calls:
    """Counts the calls of a network and can do something at one of them."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch, model: Model, name: str) -> None:
        self.rows: list[int] = []
        self.at: dict[int, Any] = {}
        call = getattr(model, name)

        def counted(values: torch.Tensor, *others: Any) -> Any:
            self.rows.append(len(values))
            self.at.get(len(self.rows), lambda: None)()
            return call(values, *others)

        monkeypatch.setattr(model, name, counted)


class Shown:
    """Keeps what a model's network was shown of a score at each call."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch, model: Model) -> None:
        self.scores: list[Tensor | None] = []
        call = model.predict

        def kept(latents: Tensor, time: Any, text: Tensor, score: Tensor | None = None) -> Tensor:
            self.scores.append(score)
            return call(latents, time, text, score)

        monkeypatch.setattr(model, "predict", kept)


def numbered(columns: int) -> Tensor:
    """Return a score that is its column's number everywhere."""
    return torch.arange(1.0, columns + 1).expand(SCORE_WIDTH, 8, columns).clone()


def correlation(one: Array, other: Array) -> float:
    return float(np.corrcoef(one.ravel(), other.ravel())[0, 1])


# What stays the same


@pytest.mark.parametrize("scheduler", UNLIKE)
def test_the_same_recipe_gives_the_same_ink_whatever_is_rendered_with_it(model: Model, scheduler: str) -> None:
    strips = [Strip(walk(20, point(seed=seed))) for seed in (1, 2)]
    together = render_strips(model, strips, steps=3, scheduler=scheduler)
    assert not np.array_equal(together[0], together[1])
    for strip, there in zip(strips, together, strict=True):
        assert np.array_equal(render(model, strip, 3, scheduler=scheduler), there)


@pytest.mark.parametrize("guidance", [0.0, 7.0])
def test_the_ink_does_not_depend_on_batches_with_init_and_mask(model: Model, guidance: float) -> None:
    init = ink(128, 240)
    mask = np.zeros((128, 240), np.float32)
    mask[:, 80:] = 1
    strips = [Strip(walk(30, point(seed=seed, denoising=0.6, guidance=guidance)), init, mask) for seed in (1, 2)]
    together = render_strips(model, strips, steps=4)
    assert np.array_equal(render(model, strips[1], 4), together[1])


@pytest.mark.parametrize("scheduler", UNLIKE)
def test_a_seed_gives_the_same_riff_however_long_the_strip_is(model: Model, scheduler: str) -> None:
    short, long = (render(model, Strip(walk(columns)), scheduler=scheduler) for columns in (WINDOW, LONG))
    assert short.shape == (128, 128)
    assert long.shape == (128, LONG * 8)
    start = WINDOW * 5  # columns of ink before the next window begins to be heard
    assert correlation(short[:, :start], long[:, :start]) > 0.9
    assert correlation(render(model, Strip(walk(start=point(seed=6))))[:, :start], short[:, :start]) < 0.5


def test_fifteen_seconds_begin_as_five_seconds_do() -> None:
    model = tiny_model()
    short, long = (render(model, Strip(walk(columns)), 3) for columns in (64, 190))
    assert long.shape == (512, 1520)
    assert correlation(short[:, :300], long[:, :300]) > 0.9


def test_a_strip_that_begins_later_has_the_noise_of_its_place(model: Model) -> None:
    long = render(model, Strip(walk(48)))
    later = render(model, Strip(walk(24), first=24))
    assert correlation(later, long[:, 24 * 8 :]) > 0.9
    assert abs(correlation(render(model, Strip(walk(24))), long[:, 24 * 8 :])) < 0.5


def test_time_grows_with_the_windows_and_with_nothing_else(model: Model, monkeypatch: pytest.MonkeyPatch) -> None:
    calls, decodings = Calls(monkeypatch, model, "predict"), Calls(monkeypatch, model, "decode")
    render(model, Strip(walk(LONG)), 3)
    assert calls.rows == [2] * 3 * 4  # with and without the prompt, three steps, four windows
    assert decodings.rows == [1] * 4
    calls.rows.clear()
    render(model, Strip(walk(LONG, point(guidance=1.0))), 3)
    assert calls.rows == [1] * 3 * 4


def test_only_windows_that_are_guided_cost_twice(model: Model, monkeypatch: pytest.MonkeyPatch) -> None:
    calls = Calls(monkeypatch, model, "predict")
    render(model, Strip(stroll(LONG, point(guidance=0.0), point(guidance=4.0))), 1)
    assert sorted(calls.rows) == [1, 2, 2, 2]


def test_a_graphics_card_takes_several_windows_at_once(model: Model, monkeypatch: pytest.MonkeyPatch) -> None:
    alone = render(model, Strip(walk(LONG)), 2)
    monkeypatch.setattr(model, "rows", 6)
    calls = Calls(monkeypatch, model, "predict")
    together = render(model, Strip(walk(LONG)), 2)
    assert calls.rows == [6, 2] * 2
    np.testing.assert_allclose(together, alone, atol=1e-4)


def test_when_memory_runs_out_batches_are_halved_and_the_result_is_the_same(
    model: Model, monkeypatch: pytest.MonkeyPatch
) -> None:
    alone = render(model, Strip(walk(LONG)), 2)
    monkeypatch.setattr(model, "rows", 8)
    forward = model.unet.forward

    def small_memory(values: torch.Tensor, *others: Any, **named: Any) -> Any:
        if len(values) > 2:
            raise torch.OutOfMemoryError
        return forward(values, *others, **named)

    monkeypatch.setattr(model.unet, "forward", small_memory)
    np.testing.assert_allclose(render(model, Strip(walk(LONG)), 2), alone, atol=1e-4)
    assert model.rows == 2


# Where nothing may be seen


def seam_ratio(model: Model, ink: Array, borders: list[int], circular: bool = False, every: int = 1) -> float:
    """Return the difference of columns at borders (in latents) over that elsewhere, counting every nth column."""
    steps = steps_between_columns(ink, circular=True)
    at = np.array(borders) * model.factor
    others = np.setdiff1d(np.arange(0 if circular else every, len(steps), every), at)
    return float(steps[at].mean() / steps[others].mean())


def window_borders(columns: int, stride: int, width: int) -> list[int]:
    starts = range(stride, columns, stride)
    return sorted({one for start in starts for one in (start, start + width - stride) if one < columns})


@pytest.fixture(scope="module")
def starter() -> Model:
    """Return the shipped model: what it makes hangs together in time, so that a seam would be seen."""
    return load_model(find_model("starter"), device="cpu")


def test_no_seam_where_windows_begin_and_end(model: Model) -> None:
    whole = render_strips(model, [Strip(walk(100, point(seed=seed))) for seed in (1, 2)], steps=4)
    assert np.mean([seam_ratio(model, one, window_borders(100, 12, 16)) for one in whole]) < 1.2


def test_the_starter_has_no_seam_and_would_have_one_without_the_overlap(starter: Model) -> None:
    strip = Strip(walk(90, point(prompt="piano chords", guidance=3.0)))
    # Its autoencoder's own patches can be seen a little; beside their other edges, windows cannot.
    patch = starter.factor
    assert seam_ratio(starter, render(starter, strip, 4), window_borders(90, 24, 32), every=patch) < 1.2
    short = replace(strip, walk=strip.walk[:64])
    assert seam_ratio(starter, render(starter, short, 4, overlap=0.0), window_borders(64, 32, 32), every=patch) > 3


@pytest.mark.parametrize("columns", [10, 40])
def test_no_seam_between_the_end_of_a_loop_and_its_beginning(model: Model, columns: int) -> None:
    loops = [Strip(walk(columns, point(seed=seed)), circular=True) for seed in range(8)]
    assert np.mean([seam_ratio(model, one, [0], True) for one in render_strips(model, loops, steps=3)]) < 1.2


def test_the_network_sees_no_noise_twice_in_a_loop_shorter_than_a_window(
    model: Model, monkeypatch: pytest.MonkeyPatch
) -> None:
    seen: list[Tensor] = []
    predict = Model.predict

    def watched(self: Model, latents: Tensor, time: Tensor, embeddings: Tensor, *score: Tensor | None) -> Tensor:
        seen.append(latents[-1])
        return predict(self, latents, time, embeddings, *score)

    monkeypatch.setattr(Model, "predict", watched)
    made = render(model, Strip(walk(6), circular=True), steps=8)
    assert made.shape[-1] == 6 * model.factor
    first, last = (torch.corrcoef(torch.stack((one[..., :6].flatten(), one[..., 6:12].flatten()))) for one in seen[::7])
    assert abs(float(first[0, 1])) < 0.2, "at first both rounds are noise, each its own"
    assert float(last[0, 1]) > 0.5, "at last they are the same music"


def test_the_starter_makes_loops_and_would_not_if_they_were_not_circular(starter: Model) -> None:
    loop = Strip(walk(25, point(prompt="piano chords", guidance=3.0)), circular=True)
    patch = starter.factor
    assert seam_ratio(starter, render(starter, loop, 4), [0], True, patch) < 1.2
    assert seam_ratio(starter, render(starter, replace(loop, circular=False), 4), [0], True, patch) > 3


def test_a_walk_goes_from_one_riff_to_the_other(model: Model) -> None:
    start, end = point(seed=1), point(prompt="slow drums", seed=2)
    between = render(model, Strip(stroll(LONG, start, end)))
    first, last = (render(model, Strip(walk(LONG, one))) for one in (start, end))
    assert correlation(between[:, :40], first[:, :40]) > 0.9
    assert correlation(between[:, -40:], last[:, -40:]) > 0.9
    assert correlation(between[:, :40], last[:, :40]) < 0.5


def test_a_window_is_asked_what_its_middle_is_asked_for(model: Model) -> None:
    start, end = point(), point(prompt="slow drums")
    # 8 of a window's 16 columns: their middle is column 4, and the window's would be beyond the end.
    short = render(model, Strip(stroll(8, start, end)))
    np.testing.assert_array_equal(short, render(model, Strip(walk(8, start, end, 4 / 7))))


# What is kept


def test_without_denoising_the_init_comes_back_unchanged_and_at_once(
    model: Model, monkeypatch: pytest.MonkeyPatch
) -> None:
    init = ink(128, LONG * 8)
    calls = Calls(monkeypatch, model, "predict")
    result = render(model, Strip(walk(LONG, point(denoising=0.0)), init))
    assert np.array_equal(result, init)
    assert result is not init
    assert not calls.rows


def test_more_denoising_keeps_less(model: Model) -> None:
    init = ink(128, 240)
    noise = render(model, Strip(walk(30)))
    closeness = [
        np.abs(render(model, Strip(walk(30, point(denoising=one)), init), 10) - noise).mean() for one in (0.2, 0.6, 1.0)
    ]
    assert closeness == sorted(closeness, reverse=True)


@pytest.mark.parametrize("scheduler", UNLIKE)
def test_columns_are_made_anew_as_far_as_each_is_asked_to_be(model: Model, scheduler: str) -> None:
    init = ink(128, LONG * 8)
    columns = walk(20, point(denoising=0.0)) + walk(13, point(denoising=0.4)) + walk(13)
    result = render(model, Strip(columns, init), 6, scheduler=scheduler)
    assert np.array_equal(result[:, : 19 * 8], init[:, : 19 * 8])
    assert np.isfinite(result).all()
    change = np.abs(result - render(model, Strip(walk(LONG, point(denoising=0.05)), init), 6, scheduler=scheduler))
    assert change[:, 160:264].mean() < change[:, 284:].mean()


@pytest.mark.parametrize("stereo", [False, True])
def test_what_a_mask_keeps_is_bit_identical_and_the_rest_is_new(stereo: bool) -> None:
    model = small_model(stereo=stereo)
    init = np.stack([ink(128, LONG * 8), ink(128, LONG * 8, seed=2)]) if stereo else ink(128, LONG * 8)
    mask = np.zeros((128, LONG * 8), np.float32)
    mask[40:90, 200:330] = 1
    result = render(model, Strip(walk(LONG), init, mask))
    assert result.shape == init.shape
    changed = (result != init).reshape(-1, *mask.shape).any(axis=0)
    assert changed[40:90, 200:330].mean() > 0.99
    changed[32:98, 192:338] = False
    assert not changed.any()


def test_a_feathered_edge_goes_from_kept_to_new_without_a_step(model: Model) -> None:
    init = np.zeros((128, 240), np.float32)  # silence, and the tiny model makes grey
    mask = np.zeros((128, 240), np.float32)
    mask[:, 120:] = 1
    result = render(model, Strip(walk(30), init, mask))
    level = result.mean(axis=0)
    assert level[:112].max() == 0
    assert level[125:].min() > 0.2
    assert np.diff(level[105:130]).max() < 0.25 * level[130:].mean()


def test_a_mask_of_everything_is_no_mask(model: Model) -> None:
    init = ink(128, 240)
    plain = Strip(walk(30, point(denoising=0.7)), init)
    assert np.array_equal(render(model, replace(plain, mask=np.ones_like(init))), render(model, plain))
    assert np.array_equal(render(model, replace(plain, mask=np.zeros_like(init))), init)


def test_a_riff_goes_on_from_its_kept_tail_much_as_it_would_have_in_one_go(model: Model) -> None:
    whole = render(model, Strip(walk(LONG)))
    tail, new = 16, 30  # columns of latents
    first = LONG - new
    init = np.zeros((128, new * 8), np.float32)
    init[:, : tail * 8] = whole[:, first * 8 : (first + tail) * 8]
    mask = np.ones_like(init)
    mask[:, : tail * 8] = 0
    on = render(model, Strip(walk(new), init, mask, first=first))
    assert np.array_equal(on[:, : (tail - 1) * 8], init[:, : (tail - 1) * 8])
    assert correlation(on[:, tail * 8 :], whole[:, (first + tail) * 8 :]) > 0.7
    elsewhere = render(model, Strip(walk(new), init, mask))
    assert correlation(elsewhere[:, tail * 8 :], whole[:, (first + tail) * 8 :]) < 0.3


def test_an_init_shorter_than_the_strip_repeats(model: Model) -> None:
    init = ink(128, 100)
    columns = walk(30, point(denoising=0.5))
    assert np.array_equal(
        render(model, Strip(columns, init)), render(model, Strip(columns, np.tile(init, (1, 4))[:, :368]))
    )


def test_an_init_of_silence_and_one_that_is_too_loud_give_ink(model: Model) -> None:
    for level in (0.0, 5.0):
        result = render(model, Strip(walk(20, point(denoising=0.5)), np.full((128, 160), level, np.float32)))
        assert result.min() >= 0
        assert result.max() <= 1


@pytest.mark.parametrize("kind", [{"vae": "patch", "latent_channels": 6}, {"stereo": True}, {"latent_height": 8}])
def test_sizes_are_read_from_the_model(kind: dict[str, Any]) -> None:
    model = tiny_model(Tiny(**({"latent_height": WINDOW, "latent_width": WINDOW} | kind)))
    shape = (2,) * model.params.stereo + (model.params.bands, 40 * model.factor)
    assert render(model, Strip(walk(40)), 2).shape == shape


# Progress, previews and being stopped


def test_progress_counts_up_to_its_total_and_names_the_step(model: Model) -> None:
    heard: list[Step] = []
    render(model, Strip(walk(LONG, point(denoising=0.5)), ink(128, LONG * 8)), 6, on_step=heard.append)
    assert [step.done for step in heard] == sorted(step.done for step in heard)
    assert heard[-1].done == heard[-1].total == 4 * (1 + 4 + 1)
    assert all(step.total == heard[0].total for step in heard)
    said = list(dict.fromkeys(step.what for step in heard))
    steps = [f"Step {number} of 4" for number in (1, 2, 3, 4)]
    assert said == ["Reading the prompt", "Reading the starting picture", *steps, "Drawing the picture", "Done"]


def test_previews_come_every_few_steps_and_look_more_and_more_like_the_result(model: Model) -> None:
    shown: list[Array] = []
    strip = Strip(walk(30))

    def show(step: Step) -> None:
        if isinstance(step.partial, Denoising):
            shown.extend(step.partial.inks)

    result = render(model, strip, 12, on_step=show, preview=True)
    assert len(shown) == 6
    assert all(one.shape == result.shape for one in shown)
    alike = [correlation(one, shown[-1]) for one in shown]
    assert alike == sorted(alike)
    assert np.array_equal(result, render(model, strip, 12))


def test_previews_show_what_is_kept(model: Model) -> None:
    init, mask = ink(128, 240), np.zeros((128, 240), np.float32)
    mask[:, 160:] = 1
    shown: list[Array] = []
    render(
        model,
        Strip(walk(30), init, mask),
        on_step=lambda step: shown.extend(step.partial.inks if isinstance(step.partial, Denoising) else []),
        preview=True,
    )
    assert all(np.array_equal(one[:, :152], init[:, :152]) for one in shown)
    assert len(shown) == 2


def test_it_can_be_stopped_at_every_window(model: Model, monkeypatch: pytest.MonkeyPatch) -> None:
    strip = Strip(walk(30), ink(128, 240))
    heard: list[Step] = []
    render(model, strip, 2, preview=True, on_step=heard.append)
    calls = [Calls(monkeypatch, model, name) for name in ("predict", "encode", "decode")]
    for moment in range(len(heard) - 1):
        cancel, count = threading.Event(), 0

        def stop_here(step: Step, moment: int = moment, cancel: threading.Event = cancel) -> None:
            nonlocal count
            if count == moment:
                cancel.set()
                for each in calls:
                    each.rows.clear()
            count += 1

        with pytest.raises(Cancelled):
            render(model, strip, 2, preview=True, on_step=stop_here, cancel=cancel)
        assert sum(len(each.rows) for each in calls) <= 1


# What is refused, before any work


@pytest.mark.parametrize(
    ("changes", "options", "message"),
    [
        ({"walk": ()}, {}, "more than 0 seconds"),
        ({}, {"steps": 0}, "takes 1 to 500 steps, not 0"),
        ({}, {"scheduler": "Magic"}, "no scheduler “Magic”"),
        ({}, {"overlap": 1.0}, "0 to 90%, not by 100%"),
        ({"walk": walk(20, point(guidance=-1.0))}, {}, "Guidance is 0 or more, not -1"),
        ({"walk": walk(20, point(guidance=float("nan")))}, {}, "Guidance is 0 or more, not nan"),
        ({"walk": walk(20, point(denoising=1.1))}, {}, "1.1 is neither"),
        ({"walk": walk(20, point(seed=-1))}, {}, "A seed is a whole number from 0"),
        ({"walk": walk(20, point(), point(), 1.5)}, {}, "is 0 to 1, not 1.5"),
        ({"walk": walk(20, point(negative="jazz " * 10_000))}, {}, "This prompt is too long: 10,000 words"),
        ({"init": np.zeros((64, 160), np.float32)}, {}, "reads 128 mel bands"),
        ({"init": np.zeros((2, 128, 160), np.float32)}, {}, "reads 128 mel bands"),
        ({"init": np.zeros((128, 0), np.float32)}, {}, "reads 128 mel bands"),
        ({"init": np.full((128, 160), np.nan, np.float32)}, {}, "not numbers"),
        ({"mask": np.ones((128, 160), np.float32)}, {}, "needs an image or a sound"),
        (
            {"init": np.zeros((128, 160), np.float32), "mask": np.ones((128, 152), np.float32)},
            {},
            "The mask has 152 columns and 128 bands, and the riff 160 and 128",
        ),
        ({"init": np.zeros((128, 160), np.float32), "mask": np.ones(160, np.float32)}, {}, "160 columns and 1 bands"),
        (
            {"init": np.zeros((128, 160), np.float32), "mask": np.full((128, 160), 2, np.float32)},
            {},
            "this one has other values",
        ),
    ],
)
def test_what_makes_no_sense_is_refused_before_any_work(
    model: Model, monkeypatch: pytest.MonkeyPatch, changes: dict[str, Any], options: dict[str, Any], message: str
) -> None:
    calls = [Calls(monkeypatch, model, name) for name in ("predict", "encode", "decode")]
    monkeypatch.setattr(model, "text_encoder", None)
    strip = replace(Strip(walk(20)), **changes)
    with pytest.raises(UserError, match=message):
        render_strips(model, [strip], **({"steps": 4} | options))
    assert not any(each.rows for each in calls)


def test_strips_that_differ_in_length_are_not_rendered_together(model: Model) -> None:
    with pytest.raises(ValueError, match="equally long"):
        render_strips(model, [Strip(walk(20)), Strip(walk(21))], steps=2)
    halves = [Strip(walk(20, point(denoising=one)), ink(128, 160)) for one in (0.2, 0.9)]
    with pytest.raises(ValueError, match="same step"):
        render_strips(model, halves, steps=9)


# Scores


SCORED = Tiny(vae="patch", unet="score", latent_channels=8, latent_height=8, latent_width=16)


def test_each_window_is_shown_the_notes_at_its_place_and_guidance_leads_away_from_none(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    model = tiny_model(SCORED)
    shown = Shown(monkeypatch, model)
    render_strips(model, [Strip(walk(30), score=numbered(40))], steps=1, scheduler="DDIM")
    firsts = [[float(row[0, 0, 0]) for row in score] for score in shown.scores if score is not None]
    assert firsts == [[0, 1], [0, 13], [0, 25]]  # without a prompt no notes, with it those from the window's first on
    assert all(torch.equal(score[1, 5, 3], torch.arange(16) + score[1, 0, 0, 0]) for score in shown.scores)  # type: ignore[index]


def test_without_guidance_the_notes_are_shown_and_without_a_score_nothing_is(monkeypatch: pytest.MonkeyPatch) -> None:
    model = tiny_model(SCORED)
    shown = Shown(monkeypatch, model)
    plain = Strip(walk(16, point(guidance=1.0)))
    render_strips(model, [replace(plain, score=numbered(16))], steps=1, scheduler="DDIM")
    render_strips(model, [plain], steps=1, scheduler="DDIM")
    assert shown.scores[0] is not None
    assert torch.equal(shown.scores[0][0], numbered(16))
    assert shown.scores[1] is None


def test_a_loop_shorter_than_a_window_shows_its_notes_again_and_again(monkeypatch: pytest.MonkeyPatch) -> None:
    model = tiny_model(SCORED)
    shown = Shown(monkeypatch, model)
    loop = Strip(walk(6, point(guidance=1.0)), circular=True, score=numbered(6))
    render_strips(model, [loop], steps=2, scheduler="DDIM")
    for score in shown.scores:
        assert score is not None
        columns = score[0, 0, 0].long() - 1
        assert torch.equal(columns, (torch.arange(16) + columns[0]) % 6)


def test_notes_change_the_ink_of_the_windows_that_are_shown_them_and_no_other() -> None:
    model = tiny_model(SCORED)
    silent, played = torch.zeros(SCORE_WIDTH, 8, 70), torch.zeros(SCORE_WIDTH, 8, 70)
    played[:, :, 60:] = 1
    (before,), (after,) = (
        render_strips(model, [Strip(walk(64), score=one)], steps=1, scheduler="DDIM") for one in (silent, played)
    )
    changed = np.flatnonzero((before != after).any(axis=0)) // 16
    assert changed.min() >= 48 - 2  # where the last window begins, but for what the autoencoder looks around
    assert changed.max() >= 60


def test_a_score_that_does_not_reach_as_far_as_the_windows_or_is_for_another_model_is_refused() -> None:
    with pytest.raises(ValueError, match="does not lie on windows of 40 columns"):
        render_strips(tiny_model(SCORED), [Strip(walk(30), score=numbered(30))], steps=1)
    with pytest.raises(ValueError, match="takes no score"):
        render_strips(small_model(), [Strip(walk(16), score=numbered(16))], steps=1)
