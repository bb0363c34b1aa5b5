"""The score of a riff: what of the recipe decides it, where a walk changes it, and how it goes round."""

from __future__ import annotations

from dataclasses import replace

import pytest

from riffdesk.compose.harmony import Key
from riffdesk.compose.score import Note, Part, Score
from riffdesk.compose.score_text import score_of_text, text_of
from riffdesk.engine.riff.score.riff_score import riff_score, score_for_file, understood
from riffdesk.errors import UserError
from riffdesk.sketch.recipe.recipe import Recipe
from riffdesk.sketch.recipe.timeline import Keyframe

FOUR = "Cm | Ab | Eb | Bb"


def recipe(*keyframes: Keyframe, seconds: float = 16.0, tempo: float = 120.0, **fields: object) -> Recipe:
    """Return a recipe in the sketch's tempo: bars of two seconds at 120 bpm."""
    frames = keyframes or (Keyframe(prompt="piano chords, rock drums"),)
    given = {"in_time": tempo > 0, "tempo": tempo} | fields
    return Recipe("tiny", frames, seconds, 3, **given)  # type: ignore[arg-type]


def given_score(bars: int = 2, tempo: float = 120.0) -> Score:
    """Return a scale of quarter notes."""
    notes = tuple(Note(float(beat), 1.0, 60 + beat, 100) for beat in range(4 * bars))
    return Score(tempo, 4, Key(0, "major"), bars, (), (Part("melody", "flute", 73, notes),))


def starts(score: Score, beats: float = 1e9) -> list[tuple[float, int]]:
    """Return start and pitch of the notes that begin in the first beats of a score."""
    notes = [note for part in score.parts for note in part.notes]
    return sorted((round(note.start, 6), int(note.pitch)) for note in notes if -1e-6 < note.start < beats - 1e-6)


def test_tempo_meter_and_key_are_the_sketchs_unless_the_prompt_names_others() -> None:
    plain = riff_score(recipe(tempo=93, beats_per_bar=3, key="D minor"))
    assert (plain.tempo, plain.score.beats_per_bar, plain.score.key) == (93, 3, Key(2, "minor"))
    named = riff_score(recipe(Keyframe(prompt="organ in A major, 80 bpm, 5/4"), tempo=93, key="D minor"))
    assert (named.tempo, named.score.beats_per_bar, named.score.key) == (80, 5, Key(9, "major"))
    apart = riff_score(recipe(tempo=93, in_time=False))
    assert apart == riff_score(recipe(tempo=0))


def test_the_same_recipe_gives_the_same_score_and_another_seed_another() -> None:
    one, other = (recipe(Keyframe(prompt="funk", seed=seed)) for seed in (1, 2))
    assert riff_score(one) == riff_score(one)
    assert starts(riff_score(one).score) != starts(riff_score(other).score)


@pytest.mark.parametrize("seconds", [5.12, 13.0, 60.0])
def test_a_longer_riff_begins_as_a_shorter_one_also_where_the_model_looks_beyond_its_end(seconds: float) -> None:
    short = riff_score(recipe(seconds=seconds, tempo=0), beyond=10)
    long = riff_score(recipe(seconds=3 * seconds, tempo=0), beyond=10)
    assert starts(short.between(0, seconds + 5)) == starts(long.between(0, seconds + 5))


def test_chords_of_the_keyframe_are_played_and_a_typo_is_named_with_its_bar() -> None:
    played = riff_score(recipe(Keyframe(prompt="strings chords", chords=FOUR), tempo=100)).score
    roots = [chord.pitch_classes[0] for chord in played.chords][:4]
    assert roots == [0, 8, 3, 10]
    with pytest.raises(UserError, match=r"There is no chord 'Abx' \(bar 2\)"):
        riff_score(recipe(Keyframe(prompt="strings", chords="Cm | Abx")))


def test_a_walk_changes_at_the_bar_line_nearest_to_its_middle() -> None:
    walk = recipe(Keyframe(0, "piano solo, no drums"), Keyframe(16, "flute solo, no drums"))
    parts = {part.instrument: part.notes for part in riff_score(walk).score.parts}
    assert all(note.start < 16 for note in parts["piano"])  # beats: eight seconds
    assert all(note.start >= 16 for note in parts["flute"])
    first, last = walk.keyframes
    hold = replace(walk, keyframes=(replace(first, curve="hold"), replace(last, seconds=12.0)))
    later = next(part for part in riff_score(hold).score.parts if part.instrument == "flute")
    assert min(note.start for note in later.notes) >= 24


def test_a_loop_walks_back_to_its_beginning_and_goes_round_after_its_length() -> None:
    loop = recipe(Keyframe(0, "piano solo"), Keyframe(8, "flute solo"), circular=True)
    played = riff_score(loop)
    flute = next(part for part in played.score.parts if part.instrument == "flute").notes
    assert min(note.start for note in flute) >= 8
    assert max(note.start for note in flute) < 24
    assert played.period == 32
    assert starts(played.between(16, 20), 8) == starts(played.between(0, 4), 8)
    assert starts(played.between(-4, 0), 8) == starts(played.between(12, 16), 8)


def test_a_loop_whose_tempo_nobody_settles_has_whole_bars() -> None:
    loop = recipe(Keyframe(prompt="funk"), seconds=7.3, tempo=0, circular=True)
    played = riff_score(loop)
    bars = 7.3 * played.tempo / 60 / played.score.beats_per_bar
    assert bars == pytest.approx(round(bars))
    assert riff_score(replace(loop, circular=False)).tempo != played.tempo
    assert f"{played.tempo:g} bpm" in " ".join(understood(loop))


def test_what_is_before_the_first_bar_is_the_end_of_the_score() -> None:
    played = riff_score(recipe(seconds=24.0), downbeat=8.0)
    assert starts(played.between(8, 24), 32) == starts(riff_score(recipe(seconds=16.0)).between(0, 16), 32)
    assert starts(played.between(0, 8), 16) == starts(played.between(16, 24), 16)


def test_a_score_that_is_given_is_played_note_for_note_and_again_where_it_is_shorter() -> None:
    carried = recipe(score=text_of(given_score()))
    played = riff_score(carried)
    assert starts(played.between(0, 4), 8) == [(float(beat), 60 + beat) for beat in range(8)]
    assert starts(played.between(4, 8), 8) == starts(played.between(0, 4), 8)
    assert understood(carried) == ("Plays a given score: flute; 2 bars at 120 bpm.",)
    loop = riff_score(replace(carried, circular=True, seconds=5.0))
    assert starts(loop.score, 10)[-2:] == [(8.0, 60), (9.0, 61)]
    assert loop.period == 10


def test_the_text_of_a_score_is_that_score_and_anything_else_is_one_sentence() -> None:
    score = riff_score(recipe(tempo=97)).score
    again = score_of_text(text_of(score))
    assert text_of(again) == text_of(score)
    assert starts(again) == [(round(start, 4), pitch) for start, pitch in starts(score)]
    good = text_of(given_score())
    for bad in ("", "[]", "{}", good[:-2], good.replace("120", "1e999"), good.replace('"bars":2', '"bars":-1'),
                good.replace('"tempo":120.0', '"tempo":"x"'), good.replace("flute", "flute", 1).replace("60,", "260,"),
                good.replace('"melody"', '"solo"'), good.replace('"bars":2', '"bars":20000')):  # fmt: skip
        with pytest.raises(UserError, match="is damaged"):
            score_of_text(bad)


def test_the_score_for_a_file_ends_at_a_bar_line() -> None:
    assert score_for_file(recipe(seconds=9.0)).bars == 5
    assert score_for_file(recipe(seconds=1.0), bars=6).bars == 6
    longer, given = score_for_file(recipe(score=text_of(given_score()), seconds=8.0)), starts(given_score())
    assert longer.bars == 4
    assert starts(longer) == given + [(start + 8, pitch) for start, pitch in given]


@pytest.mark.parametrize("prompt", ["", "日本語の音楽", "(((", "piano 15/8", "<lora:funk:0.8>", "😀", "a" * 5_000])
def test_any_prompt_becomes_a_score(prompt: str) -> None:
    played = riff_score(recipe(Keyframe(prompt=prompt), tempo=0))
    assert any(part.notes for part in played.score.parts)
    assert understood(recipe(Keyframe(prompt=prompt), tempo=0))


def test_a_lora_and_brackets_are_no_words() -> None:
    marked = Keyframe(prompt="<lora:funk techno:0.8> a (piano:1.3) [solo], (drums:0)")
    plain = Keyframe(prompt=" a piano solo, ")
    assert starts(riff_score(recipe(marked)).score) == starts(riff_score(recipe(plain)).score)


@pytest.mark.parametrize("tempo", [20, 400])
def test_the_slowest_and_the_fastest_tempo_have_scores(tempo: float) -> None:
    played = riff_score(recipe(tempo=tempo, seconds=30.0))
    assert played.tempo == tempo
    assert any(part.notes for part in played.between(0, 30).parts)
