"""What of a score reaches a model: pictures that lie on its latents, section by section, or ink to start from."""

from __future__ import annotations

from dataclasses import replace
from types import SimpleNamespace
from typing import Any

import numpy as np
import pytest
import torch

from riffdesk.compose.clip_spec import sample_spec
from riffdesk.compose.composition import compose
from riffdesk.compose.guide import guide_of
from riffdesk.compose.harmony import Key
from riffdesk.compose.score import Note, Part, Score
from riffdesk.compose.score_pictures import STROKES_PLAYED
from riffdesk.compose.score_text import text_of
from riffdesk.dsp.params import SpectrogramParams
from riffdesk.engine.events import Ready
from riffdesk.engine.loaded_model import model_of
from riffdesk.engine.requests import RenderRequest, VariationsRequest
from riffdesk.engine.riff.continuation import continued
from riffdesk.engine.riff.model_input import ModelInput
from riffdesk.engine.riff.render import render, render_variations
from riffdesk.engine.riff.score.played_score import score_tensor, understood_of
from riffdesk.engine.riff.score.riff_score import RiffScore, riff_score
from riffdesk.errors import UserError
from riffdesk.progress import Step
from riffdesk.sketch.recipe.timeline import Keyframe
from riffdesk.training.networks.latents import score_of_clip
from tests.engine.riffs import PARAMS, SCORED, WINDOW, add_tiny, drawing, recipe, same, sounding


@pytest.fixture
def scored() -> None:
    """Have a model called tiny that takes a score."""
    add_tiny(SCORED)


def piece(*starts: float, bars: int = 2, tempo: float = 120.0, length: float = 0.5) -> str:
    """Return the text of a score with notes of one pitch at some beats."""
    notes = tuple(Note(start, length, 60, 100) for start in starts)
    return text_of(Score(tempo, 4, Key(0, "major"), bars, (), (Part("melody", "flute", 73, notes),)))


def model_input(request: RenderRequest) -> ModelInput:
    return ModelInput(request, model_of(request.recipe))


def shown(request: RenderRequest) -> list[torch.Tensor | None]:
    """Return the scores of the strips of a request's sections."""
    one = model_input(request)
    return [one.strip(stretch, None).score for stretch in one.section_plans]


# Where notes lie


@pytest.mark.parametrize("seed", range(4))
def test_a_model_is_shown_notes_exactly_where_it_was_trained_to_see_them(seed: int) -> None:
    score = compose(sample_spec(np.random.default_rng(seed)), seed, 8)
    starter: Any = SimpleNamespace(factor=16, params=SpectrogramParams())
    played = RiffScore(score, score.beats, 0.0, False, {})
    for start in (0, 24, 37):
        expected = score_of_clip(score, start * 0.16, 32, stroke_power=STROKES_PLAYED)
        assert torch.allclose(score_tensor(played, starter, start, 32), expected, atol=2e-4)


@pytest.mark.usefixtures("scored")
def test_each_section_is_shown_its_stretch_of_the_score() -> None:
    request = RenderRequest(recipe(seconds=8.0, prompt="rock drums, piano"), PARAMS)
    sections = model_input(request)
    assert len(sections.section_plans) > 1
    whole = score_tensor(riff_score(request.recipe, beyond=3), sections.model, 0, 70)
    for stretch, score in zip(sections.section_plans, shown(request), strict=True):
        assert score is not None
        assert score.shape[-1] == stretch.end - stretch.start + 8
        assert torch.allclose(score, whole[..., stretch.start : stretch.start + score.shape[-1]], atol=1e-4)


@pytest.mark.usefixtures("scored")
def test_a_loop_is_stretched_to_whole_latents_and_its_notes_with_it() -> None:
    request = RenderRequest(recipe(seconds=2.0, circular=True, score=piece(0, 1, 2, 3, bars=1)), PARAMS)
    (score,) = shown(request)
    assert score is not None
    assert score.shape[-1] == model_input(request).spacing.latents == 12
    struck = score[1 + 3 * 16 * 8 :][: 16 * 8].amax(dim=(0, 1))  # what begins of the melody
    assert (struck[[0, 3, 6, 9]] > 0.3).all()  # each beat is three latents
    assert struck[[1, 4, 7, 10]].max() < 0.01
    # A note on the first column is shared out with the cell before it, which is the loop's last one.
    assert struck[11] > 0.05


@pytest.mark.usefixtures("scored")
def test_a_score_at_another_place_or_tempo_or_none_makes_another_riff_and_the_same_one_the_same() -> None:
    first = render(RenderRequest(recipe(score=piece(0, 1)), PARAMS))
    assert same(first, render(RenderRequest(recipe(score=piece(0, 1)), PARAMS)))
    for other in (piece(0, 1.5), piece(0, 1, tempo=90.0)):
        assert not same(first, render(RenderRequest(recipe(score=other), PARAMS)))


@pytest.mark.usefixtures("scored")
@pytest.mark.parametrize("score", ["", piece(0, 0.75, 1.5, 3, 5)])
def test_a_longer_riff_begins_as_the_shorter_one(score: str) -> None:
    short, long = (render(RenderRequest(recipe(seconds=seconds, score=score), PARAMS)) for seconds in (2.0, 5.0))
    # A window is final up to the next one, which has other neighbours in a longer riff.
    assert np.array_equal(short.ink[:, :110], long.ink[:, :110])


# When there is one


@pytest.mark.usefixtures("scored")
def test_words_are_composed_and_a_drawing_or_a_sound_is_listened_to_alone() -> None:
    init, mask = drawing(), np.ones((64, 128), np.float32)
    mask[:, :64] = 0
    assert None not in shown(RenderRequest(recipe(), PARAMS))
    assert shown(RenderRequest(recipe(), PARAMS, init)) == [None]
    assert shown(RenderRequest(recipe(), PARAMS, init, mask)) == [None]
    given = recipe(score=piece(0, 1))
    for request in (RenderRequest(given, PARAMS, init), RenderRequest(given, PARAMS, init, mask)):
        (score,) = shown(request)
        assert torch.equal(score[..., :8], shown(RenderRequest(given, PARAMS))[0][..., :8])  # type: ignore[index]


@pytest.mark.usefixtures("scored")
def test_a_riff_goes_on_with_its_own_score_to_the_right_and_to_the_left() -> None:
    asked = recipe(seconds=WINDOW, prompt="rock drums, piano")
    ink = drawing()
    right = model_input(continued(asked, PARAMS, ink, sounding(ink), right=1.0))
    assert right.score is not None
    assert right.score.between(0, WINDOW) == riff_score(asked, beyond=2).between(0, WINDOW)
    left = model_input(continued(asked, PARAMS, ink, sounding(ink), left=1.0))
    assert left.score is not None
    assert left.score.downbeat == 1.0
    began, begins = (
        [note.pitch for part in score.parts for note in part.notes if note.start >= 0]
        for score in (left.score.between(1.0, 2.0), riff_score(asked, beyond=2).between(0.0, 1.0))
    )
    assert began == begins
    assert any(part.notes for part in left.score.between(0.0, 0.9).parts)


@pytest.mark.usefixtures("scored")
def test_tempo_and_key_of_the_score_are_told_in_words() -> None:
    request = RenderRequest(recipe(prompt="piano"), PARAMS)
    played, stretch = riff_score(request.recipe), model_input(request).section_plans[0]
    told = model_input(request).strip(stretch, None).walk[0].start.prompt
    key = played.key_at(request.recipe.keyframes[0]).replace("♯", " sharp")
    assert told == f"piano, in {key}, {played.tempo:.0f} bpm"


@pytest.mark.usefixtures("scored")
def test_variations_are_composed_anew_with_each_seed_and_clips_play_on() -> None:
    request = RenderRequest(recipe(seconds=3.0, clips=True, score=piece(0, 1, 2, 4)), PARAMS)
    moved = replace(request, recipe=replace(request.recipe, score=piece(0, 1, 2, 5)))
    one, other = render(request).ink, render(moved).ink
    assert np.array_equal(one[:, :128], other[:, :128])
    assert not np.array_equal(one, other)
    plain = RenderRequest(recipe(), PARAMS)
    scores = [riff_score(replace(plain.recipe, keyframes=(Keyframe(prompt="piano", seed=seed),))) for seed in (4, 5)]
    assert scores[0].score != scores[1].score
    made: list[Step] = []
    assert render_variations(VariationsRequest(plain, (4, 5)), made.append) == 2
    assert len([step for step in made if isinstance(step.partial, Ready)]) == 2


# Models that take none


@pytest.mark.usefixtures("tiny")
def test_a_guide_is_the_ink_of_what_is_composed_and_as_long_as_the_riff() -> None:
    asked = recipe(seconds=3.0, prompt="rock drums, piano", init="guide")
    ink = guide_of(riff_score(asked).between(0, 3.0), 300, PARAMS)
    assert ink[:, 250:].any()
    made = render(RenderRequest(asked, PARAMS))
    assert same(made, render(RenderRequest(asked, PARAMS, ink)))
    assert not same(made, render(RenderRequest(replace(asked, init=""), PARAMS)))
    assert same(made, render(RenderRequest(asked, PARAMS)))


@pytest.mark.usefixtures("tiny")
def test_a_given_score_is_where_a_model_starts_that_takes_none_and_an_init_beside_it_is_refused() -> None:
    one, other = (render(RenderRequest(recipe(score=piece(*starts)), PARAMS)) for starts in ((0, 1), (0.5, 1.5)))
    assert not same(one, other)
    with pytest.raises(UserError, match="tiny cannot play a score"):
        render(RenderRequest(recipe(score=piece(0)), PARAMS, drawing()))


def test_what_was_understood_is_told_where_it_is_played() -> None:
    add_tiny()
    plain = RenderRequest(recipe(prompt="slow jazz with a piano"), PARAMS)
    assert understood_of(plain) == ()
    assert "Genre: jazz." in understood_of(replace(plain, recipe=replace(plain.recipe, init="guide")))
    add_tiny(SCORED)
    played = replace(plain, recipe=replace(plain.recipe, model="tiny 2"))
    assert "Genre: jazz." in understood_of(played)
    assert understood_of(replace(played, init=drawing())) == ()


@pytest.mark.parametrize("text", ["{}", piece(0).replace("120", "1e9"), "no JSON"])
@pytest.mark.usefixtures("scored")
def test_a_damaged_score_in_a_recipe_is_one_sentence(text: str) -> None:
    with pytest.raises(UserError, match="The score of this riff is damaged"):
        render(RenderRequest(recipe(score=text), PARAMS))
