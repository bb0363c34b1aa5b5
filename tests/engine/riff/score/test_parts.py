"""The parts of a riff: a request each, with its own notes and words, at one tempo."""

from __future__ import annotations

from dataclasses import replace

import pytest

from riffdesk.compose.harmony import Key
from riffdesk.compose.score import Note, Part, Score
from riffdesk.compose.score_text import score_of_text, text_of
from riffdesk.engine.requests import RenderRequest
from riffdesk.engine.riff.score.parts import part_requests
from riffdesk.engine.riff.score.riff_score import riff_score
from riffdesk.errors import UserError
from riffdesk.sketch.recipe.timeline import Keyframe
from tests.engine.riffs import PARAMS, drawing, recipe


def test_each_instrument_has_its_own_notes_and_words_at_one_tempo_and_in_one_key() -> None:
    request = RenderRequest(recipe(prompt="rock drums, bass, piano chords", seconds=8.0), PARAMS)
    whole, parts = riff_score(request.recipe, beyond=12.0), part_requests(request)
    assert [part.name for part in parts] == ["drums", "bass", "chords"]
    for part in parts:
        alone = riff_score(part.request.recipe)
        assert alone.score.parts == (next(one for one in riff_score_parts(whole.score) if one.role == part.role),)
        asked = part.request.recipe
        assert alone.tempo == asked.tempo == whole.tempo
        assert asked.key == whole.key_at(request.recipe.keyframes[0])
        assert (asked.seconds, asked.steps, asked.keyframes[0].seed) == (8.0, 3, request.recipe.keyframes[0].seed)
    words = [part.request.recipe.keyframes[0].prompt for part in parts]
    assert words == ["rock drums", "bass bass line, no drums", "piano chords, no drums"]


def riff_score_parts(score: Score) -> tuple[Part, ...]:
    """Return the parts of a score as a recipe carries them."""
    return score_of_text(text_of(score)).parts


def test_parts_of_one_role_have_names_of_their_own_and_silent_ones_are_left_out() -> None:
    key, here, late = Key(0, "major"), (Note(0.0, 1.0, 60, 90),), (Note(12.0, 1.0, 60, 90),)
    players = [("melody", "flute", here), ("melody", "flute", here), ("melody", "piano", here), ("bass", "bass", late)]
    parts = tuple(Part(role, instrument, 0, notes) for role, instrument, notes in players)
    score = text_of(Score(120, 4, key, 4, (), parts))
    named = part_requests(RenderRequest(recipe(score=score, seconds=4.0), PARAMS))
    assert [part.name for part in named] == ["melody flute", "melody flute 2", "melody piano"]


@pytest.mark.parametrize(
    ("instrument", "sound", "words"),
    [
        ("brass", 56, "trumpet melody, no drums"),
        ("brass", 61, "brass section melody, no drums"),
        ("mallets", 11, "vibraphone melody, no drums"),
        ("saxophone", 66, "tenor sax melody, no drums"),
        ("piano", 0, "piano melody, no drums"),
    ],
)
def test_a_part_is_asked_for_by_the_name_of_its_sound(instrument: str, sound: int, words: str) -> None:
    part = Part("melody", instrument, sound, (Note(0.0, 1.0, 60, 90),))
    score = text_of(Score(120, 4, Key(0, "major"), 4, (), (part,)))
    (asked,) = part_requests(RenderRequest(recipe(score=score, seconds=4.0), PARAMS))
    assert asked.request.recipe.keyframes[0].prompt == words


def test_what_starts_from_a_sound_or_a_picture_has_no_parts() -> None:
    with pytest.raises(UserError, match="in parts is made from words or a score alone"):
        part_requests(RenderRequest(recipe(), PARAMS, drawing()))


def test_a_walk_keeps_its_keyframes_in_each_part() -> None:
    walk = recipe(Keyframe(0, "piano solo, no drums", seed=3), Keyframe(4, "flute solo, no drums", seed=5), seconds=8.0)
    parts = part_requests(RenderRequest(replace(walk, tempo=120.0, in_time=True), PARAMS))
    assert {part.name for part in parts} >= {"melody piano", "melody flute"}
    for part in parts:
        assert [(one.seconds, one.seed) for one in part.request.recipe.keyframes] == [(0, 3), (4, 5)]
