"""The music of a sketch as it is understood, and the part that is composed to it."""

from __future__ import annotations

from dataclasses import replace
from functools import cache

import numpy as np
import pytest

from riffdesk.arrays import Array
from riffdesk.compose.chords import chords_of
from riffdesk.compose.composition import compose_riff
from riffdesk.compose.guide import guide_of
from riffdesk.compose.harmony import Key
from riffdesk.compose.riff_spec import Player, RiffSpec
from riffdesk.compose.score import Score
from riffdesk.compose.score_text import score_of_text, text_of
from riffdesk.dsp.loudness import loudness
from riffdesk.dsp.params import SpectrogramParams
from riffdesk.engine.requests import RenderRequest, with_compiled
from riffdesk.engine.riff.part_rendering import render_part
from riffdesk.engine.riff.score.part_to_add import part_to_add
from riffdesk.engine.riff.score.parts import LOUDNESS, part_requests
from riffdesk.engine.riff.score.riff_score import riff_score
from riffdesk.engine.riff.score.sketch_music import MusicRequest, SketchMusic, music_of
from riffdesk.errors import UserError
from riffdesk.sketch.layer import Layer
from riffdesk.sketch.recipe.recipe import Recipe
from riffdesk.sketch.sketch import Sketch
from riffdesk.sketch.sound import Sound
from riffdesk.sketch.state import State, empty_state
from tests.engine.riffs import PARAMS, SCORED, add_tiny, recipe

WIDE = SpectrogramParams()
RATE = WIDE.sample_rate
ROCK = "rock drums, bass, piano chords"


def drawn(score: Score, begin: float = 0.0, *, key: str = "", tempo: float = 120.0) -> State:
    """Return a sketch with the picture of a score on one layer."""
    sketch = Sketch(replace(empty_state(WIDE), tempo=tempo, key=key))
    sketch.add_layer(Layer(picture(score, begin), "drawing"))
    return sketch.state


@cache
def picture(score: Score, begin: float) -> Array:
    columns = round((score.seconds(score.beats) + begin) * 100)
    return guide_of(score, columns, WIDE, begin=-begin)


def in_four(tempo: float = 100.0) -> Score:
    spec = RiffSpec(
        (Player("piano", 0, "chords"),), "rock", True, tempo, 4, Key(9, "minor"), chords=chords_of("Am|F|C|G")
    )
    return compose_riff(spec, 5, 8)


def played(*recipes: Recipe, seconds: float = 8.0, **fields: object) -> State:
    """Return a sketch with a layer of noise for each recipe."""
    sketch = Sketch(replace(empty_state(WIDE), **fields))  # type: ignore[arg-type]
    noise = np.random.default_rng(0)
    for number, one in enumerate(recipes):
        samples = round(seconds * RATE)
        audio = np.asarray(0.1 * noise.standard_normal((1, samples)), np.float32)
        ink = np.full((512, round(seconds * 100)), 0.3, np.float32)
        sketch.add_layer(Layer(ink, f"layer {number}", recipe=one), Sound(audio), samples=samples)
    return sketch.state


def parts_of_riff(prompt: str = ROCK, seconds: float = 8.0) -> list[Recipe]:
    whole = recipe(prompt=prompt, seconds=seconds, tempo=104.0, key="A minor", in_time=True)
    return [part.request.recipe for part in part_requests(RenderRequest(whole, WIDE))]


def roles(music: SketchMusic) -> list[str]:
    return [part.role for part in music.parts]


def test_layers_that_were_played_from_notes_tell_all_of_it_exactly() -> None:
    recipes = parts_of_riff()
    music = music_of(MusicRequest(played(*recipes)))
    score = riff_score(recipes[0]).score
    assert (music.tempo, music.key, music.downbeat) == (104.0, Key(9, "minor"), 0.0)
    assert roles(music) == ["drums", "bass", "chords"]
    assert music.groove == "rock"
    assert [bar[0] for bar in music.chords] == [chord.pitch_classes for chord in score.chords][: len(music.chords)]
    assert music.score.bars == 4
    assert music.source == "From the notes of layer 0, layer 1 and layer 2."


def test_layers_in_another_tempo_and_those_that_are_muted_are_left_out() -> None:
    recipes = parts_of_riff()
    other = replace(parts_of_riff("piano melody, no drums")[0], tempo=80.0)
    slow = replace(other, score=text_of(replace(score_of_text(other.score), tempo=80.0)))
    state = played(slow, *recipes)
    music = music_of(MusicRequest(state))
    assert (music.tempo, roles(music)) == (104.0, ["drums", "bass", "chords"])
    muted = replace(state, layers=tuple(replace(layer, mute=layer.name == "layer 1") for layer in state.layers))
    assert roles(music_of(MusicRequest(muted))) == ["bass", "chords"]
    assert music_of(MusicRequest(replace(state, active=state.layers[0].id))).tempo == 80.0


def test_a_loop_repeats_its_notes_and_chords_to_the_end() -> None:
    add_tiny(SCORED)
    looped = recipe(prompt="piano chords, no drums", seconds=4.0, circular=True, tempo=120.0, in_time=True)
    state = played(looped, seconds=4.0, circular=True)
    music = music_of(MusicRequest(state))
    assert music.circular
    assert len(music.chords) == 2
    part = part_to_add(recipe(), WIDE, music, "bass")
    assert (part.request.recipe.circular, part.request.recipe.seconds) == (True, 4.0)


def test_a_drawing_is_estimated_and_its_key_and_tempo_are_the_sketchs_where_they_agree() -> None:
    score = in_four()
    music = music_of(MusicRequest(drawn(score, tempo=100.0)))
    assert (music.tempo, music.key.name, music.parts) == (100.0, "A minor", ())
    assert music.chords_text == "Am | F | C | G | Am | F | C | G"
    assert "Estimated from the sound of drawing" in music.source
    assert music_of(MusicRequest(drawn(score, tempo=200.0))).tempo == 200.0
    assert music_of(MusicRequest(drawn(score, tempo=133.0))).tempo == 100.0
    assert music_of(MusicRequest(drawn(score, key="C major"))).key.name == "C major"


def test_an_empty_or_muted_sketch_has_no_music() -> None:
    state = drawn(in_four())
    muted = replace(state, layers=tuple(replace(layer, mute=True) for layer in state.layers))
    for silent in (empty_state(WIDE), muted):
        with pytest.raises(UserError, match="nothing to add a part to"):
            music_of(MusicRequest(silent))


def test_what_was_understood_can_be_corrected() -> None:
    music = music_of(MusicRequest(played(*parts_of_riff())))
    fixed = music.corrected(tempo=52.0, key="C major", chords="C | G")
    assert (fixed.tempo, fixed.key, fixed.chords) == (52.0, Key(0, "major"), chords_of("C | G"))
    seconds = [note.start * 60 / one.tempo for one in (music, fixed) for note in one.parts[0].notes[:5]]
    assert seconds[:5] == pytest.approx(seconds[5:])
    assert music.corrected(tempo=music.tempo, chords="") == music
    for wrong in ({"tempo": 5.0}, {"key": "H"}, {"chords": "Cm | Xy"}):
        with pytest.raises(UserError):
            music.corrected(**wrong)  # type: ignore[arg-type]


def test_a_part_is_asked_for_with_its_notes_and_words_and_the_next_one_reads_them() -> None:
    recipes = parts_of_riff()
    state = played(*recipes)
    music = music_of(MusicRequest(state))
    part = part_to_add(recipe(seed=9), WIDE, music, "melody", "flute")
    asked = part.request.recipe
    assert (part.name, part.role, part.request.params) == ("melody", "melody", WIDE)
    assert asked.keyframes[0].prompt == "flute melody, no drums"
    assert (asked.keyframes[0].seed, asked.seconds, asked.tempo, asked.key) == (9, 8.0, 104.0, "A minor")
    score = score_of_text(asked.score)
    assert [one.instrument for one in score.parts] == ["flute"]
    again = music_of(MusicRequest(played(*recipes, asked)))
    assert roles(again)[-1] == "melody"
    assert again.chords == music.chords
    counter = score_of_text(part_to_add(recipe(), WIDE, again, "counter-melody").request.recipe.score).parts[0]
    assert counter.notes
    with pytest.raises(UserError, match="no melody"):
        part_to_add(recipe(), WIDE, music, "counter-melody")
    assert part_to_add(recipe(), WIDE, music, "drums").request.recipe.keyframes[0].prompt == "rock drums"


def test_a_part_to_music_that_begins_later_begins_with_its_first_bar_line() -> None:
    score = in_four()
    music = music_of(MusicRequest(drawn(score, begin=0.6)))
    assert music.downbeat == pytest.approx(0.6, abs=0.06)
    asked = part_to_add(recipe(), WIDE, music, "bass").request.recipe
    added = score_of_text(asked.score)
    assert added.parts[0].notes[0].start * 60 / added.tempo == pytest.approx(music.downbeat, abs=0.01)
    again = music_of(MusicRequest(played(asked, seconds=music.seconds)))
    assert again.downbeat == pytest.approx(music.downbeat, abs=0.01)
    assert again.chords[:8] == music.chords[:8]
    assert again.parts[0].notes[0].start == pytest.approx(0, abs=0.01)


def level_of(audio: Array) -> float:
    return loudness(audio, RATE)


def test_a_part_is_as_loud_as_it_would_be_beside_what_is_there() -> None:
    add_tiny(SCORED)
    requests = [replace(one, seconds=1.28) for one in parts_of_riff("bass line, no drums")]
    loud = {}
    for gain_db in (0.0, -8.0):
        state = played(*requests, seconds=1.28)
        state = replace(state, layers=tuple(replace(layer, gain_db=gain_db) for layer in state.layers))
        music = music_of(MusicRequest(state))
        part = render_part(part_to_add(recipe(), PARAMS, music, "chords"))
        there = level_of(state.layers[0].sound.audio) + gain_db  # type: ignore[arg-type]
        loud[gain_db] = level_of(part.result.audio) - there
        assert part.result.audio.shape[-1] == round(1.28 * RATE)
    assert loud[0.0] == pytest.approx(LOUDNESS["chords"] - LOUDNESS["bass"], abs=0.5)
    assert loud[-8.0] == pytest.approx(loud[0.0], abs=0.5)


def test_a_part_is_compiled_where_riffs_are() -> None:
    part = part_to_add(recipe(), WIDE, music_of(MusicRequest(played(*parts_of_riff()))), "bass")
    compiled = with_compiled(part, True)
    assert compiled.request.compiled  # type: ignore[attr-defined]
