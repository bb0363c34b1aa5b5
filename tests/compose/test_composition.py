"""From a spec to a score: the same seed the same score, and every note inside its bars."""

from __future__ import annotations

import json
from collections import Counter
from dataclasses import replace
from itertools import product

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from riffdesk.compose.clip_spec import sample_of, sample_spec
from riffdesk.compose.composition import PHRASE_BARS, SpecChange, compose, compose_riff, compose_walk
from riffdesk.compose.harmony import Key, key_of_notes
from riffdesk.compose.riff_spec import RiffSpec
from riffdesk.compose.score import DrumPiece, Score
from riffdesk.compose.vocabulary import FAMILIES
from riffdesk.dsp.pitch import MODES
from tests.training.specs import spec

seeds = st.integers(0, 2**32)
BAND = spec(family="brass", sound=56, groove="funk", bass=True)


def heard_key(score: Score) -> Key:
    parts = [part for part in score.parts if part.role != "drums"]
    return key_of_notes((note.pitch, note.length) for part in parts for note in part.notes)


@given(seeds, st.integers(1, 24))
def test_every_note_begins_and_ends_inside_the_bars(seed: int, bars: int) -> None:
    score = compose(sample_spec(np.random.default_rng(seed)), seed, bars)
    assert score.bars == bars
    for part in score.parts:
        assert list(part.notes) == sorted(part.notes, key=lambda note: (note.start, note.pitch))
        for note in part.notes:
            assert 0 <= note.start < score.beats
            assert note.start < note.end <= score.beats + 1e-9
            assert 1 <= note.velocity <= 127
            if part.role == "drums":
                assert isinstance(note.pitch, DrumPiece)


@given(seeds, st.integers(1, 12), st.integers(0, 12))
def test_a_longer_score_begins_like_the_shorter_one(seed: int, bars: int, more: int) -> None:
    one = sample_spec(np.random.default_rng(seed))
    assert compose(one, seed, bars + more).first(bars) == compose(one, seed, bars)


def test_the_same_seed_gives_the_same_score_and_another_seed_another() -> None:
    assert compose(BAND, 3, 8) == compose(BAND, 3, 8)
    first, second = compose(BAND, 3, 8), compose(BAND, 4, 8)
    for one, other in zip(first.parts, second.parts, strict=True):
        assert one.notes != other.notes, one.role


@pytest.mark.parametrize("mode", MODES)
@pytest.mark.parametrize("playing", ["melody", "chords", "arpeggio", "riff", "solo"])
@pytest.mark.parametrize("groove", ["no drums", "swing", "rock", "house"])
def test_nearly_every_score_is_heard_in_its_key(groove: str, playing: str, mode: str) -> None:
    family = "saxophone" if playing == "solo" else "piano"
    heard = []
    for tonic in range(12):
        asked = Key(tonic, mode)
        one = spec(family=family, playing=playing, groove=groove, bass=groove != "no drums", tonic=tonic, mode=mode)
        heard.append(heard_key(compose(one, tonic, PHRASE_BARS)) == asked)
    assert sum(heard) >= 11


def test_most_loops_of_two_bars_are_heard_in_their_key() -> None:
    heard = []
    for tonic, mode, playing in product(range(12), MODES, ("melody", "chords", "riff")):
        score = compose(spec(playing=playing, groove="rock", bass=True, tonic=tonic, mode=mode), tonic, 2)
        heard.append(heard_key(score) == Key(tonic, mode))
    assert sum(heard) > 0.85 * len(heard)


@pytest.mark.parametrize(("playing", "count"), [("chords", 3), ("melody", 8)])
def test_clear_keys_leave_several_progressions(playing: str, count: int) -> None:
    swing = spec(playing=playing, groove="swing", bass=True)
    times = Counter(compose(swing, seed, PHRASE_BARS).chords for seed in range(60))
    assert len(times) >= count
    assert max(times.values()) <= 30


def test_a_band_has_a_part_for_each_player() -> None:
    score = compose(BAND, 1, 4)
    assert [(part.role, part.instrument) for part in score.parts] == [
        ("melody", "brass"),
        ("bass", "bass"),
        ("drums", "drums"),
    ]
    assert [chord.start for chord in score.chords] == [0, 4, 8, 12]
    assert score.chords[0].pitch_classes == (0, 4, 7)
    assert compose(replace(BAND, playing="chords"), 1, 4).parts[0].role == "chords"


def test_the_first_phrase_comes_back_and_the_third_is_another() -> None:
    notes = compose(spec(playing="melody"), 5, 4 * PHRASE_BARS).parts[0].notes
    phrase = 4 * PHRASE_BARS

    def of(number: int) -> list[tuple[float, int]]:
        return [(note.start % phrase, note.pitch) for note in notes if note.start // phrase == number]

    assert of(0) == of(1) == of(3)
    assert of(2) != of(0)


def test_a_solo_is_never_repeated() -> None:
    notes = compose(spec(family="flute", playing="solo"), 5, 2 * PHRASE_BARS).parts[0].notes
    phrase = 4 * PHRASE_BARS
    first, second = ([n.pitch for n in notes if n.start // phrase == number] for number in (0, 1))
    assert first != second


def test_a_walk_changes_at_bar_lines_and_goes_on_in_one_tempo() -> None:
    slow, fast = (RiffSpec.of_clip(one) for one in (spec(bpm=80), spec(family="violin", sound=40, bpm=150, tonic=7)))
    score = compose_walk([SpecChange(0, slow, 1), SpecChange(3, fast, 2), SpecChange(5, slow, 1)], 7)
    assert (score.tempo, score.bars, score.key) == (80, 7, slow.key)
    piano, violin = score.parts
    assert {int(note.start // 4) for note in violin.notes} <= {3, 4}
    assert {int(note.start // 4) for note in piano.notes} <= {0, 1, 2, 5, 6}
    assert all(note.end <= (12 if note.start < 12 else 28) for note in piano.notes)
    again = [note.pitch for note in piano.notes if note.start >= 20]
    assert again == [note.pitch for note in piano.notes if note.start < 8]  # the same keyframe, the same riff
    assert compose_walk([SpecChange(4, slow, 1)], 3) == compose_riff(slow, 1, 3)
    assert compose_walk([SpecChange(0, slow, 1), SpecChange(9, fast, 2)], 3) == compose_riff(slow, 1, 3)


@given(seeds)
def test_a_score_is_the_same_again_from_json(seed: int) -> None:
    score = compose(sample_spec(np.random.default_rng(seed)), seed, 3)
    again = Score.of_json(json.loads(json.dumps(score.to_json())))
    assert again == score
    assert [type(note.pitch) for part in again.parts for note in part.notes] == [
        DrumPiece if part.role == "drums" else int for part in again.parts for _ in part.notes
    ]


@pytest.mark.parametrize("bpm", [60, 128])
def test_beats_are_told_in_seconds(bpm: int) -> None:
    score = compose(spec(bpm=bpm), 0, 2)
    assert score.seconds(score.beats) == pytest.approx(8 * 60 / bpm)


def test_a_clip_of_some_instruments_has_no_other() -> None:
    rng = np.random.default_rng(0)
    drawn = [sample_of(["violin", "organ"], rng) for _ in range(200)]
    assert {one.family for one in drawn} == {"violin", "organ"}
    assert 0.05 < np.mean([one.drums for one in drawn]) < 0.3
    assert all(one.playing in FAMILIES[one.family].playings for one in drawn)
