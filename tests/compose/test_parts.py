from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from riffdesk.compose.clip_spec import ClipSpec, sample_spec
from riffdesk.compose.genres import GENRES
from riffdesk.compose.grooves import CLOSED, GROOVE_PATTERNS, KICK, SNARE, drum_part
from riffdesk.compose.harmony import Harmony, Key, progression, voice
from riffdesk.compose.parts import bass_part, lead_part
from riffdesk.compose.vocabulary import FAMILIES, GROOVES, NO_DRUMS, TONIC_NAMES, tempo_word
from riffdesk.dsp.pitch import SCALES
from tests.training.specs import spec

seeds = st.integers(0, 2**32)


def generator(seed: int = 0) -> np.random.Generator:
    return np.random.default_rng(seed)


def test_the_vocabulary_has_what_is_promised() -> None:
    assert len(FAMILIES) == 16
    assert len(GROOVES) == 9
    assert len(GENRES) >= 20
    assert set(GROOVES) == set(GROOVE_PATTERNS)
    assert [tempo_word(bpm) for bpm in (60, 100, 180)] == ["slow", "medium", "fast"]


@given(st.sampled_from(list(TONIC_NAMES)), st.sampled_from(list(SCALES)), st.integers(0, 6), st.floats(48, 76))
def test_a_voiced_chord_has_each_pitch_class_once_in_close_position(
    tonic: int, mode: str, degree: int, centre: float
) -> None:
    chord = Key(tonic, mode).chord(degree, seventh=True)
    notes = voice(chord, centre, None)
    assert sorted(note % 12 for note in notes) == sorted(chord)
    assert max(notes) - min(notes) <= 14
    assert abs(np.mean(notes) - centre) < 7


def test_voices_move_less_than_chords_in_root_position_do() -> None:
    key, moved, roots = Key(0, "major"), 0.0, 0.0
    previous, last = None, np.zeros(3)
    for degree in (0, 3, 4, 0, 5, 3, 4, 0):
        notes = voice(key.chord(degree), 60, previous)
        in_root_position = np.array(key.chord(degree))
        if previous is not None:
            moved += np.abs(np.array(notes) - np.array(previous)).sum()
            roots += np.abs(in_root_position - last).sum()
        previous, last = notes, in_root_position
    assert moved < 0.7 * roots


@given(seeds, st.sampled_from(list(SCALES)), st.booleans())
def test_every_progression_begins_on_the_tonic(seed: int, mode: str, plain: bool) -> None:
    assert progression(Key(0, mode), 4, generator(seed), plain=plain)[0] == 0


@given(seeds)
def test_a_sampled_clip_is_playable_and_its_label_tells_all_of_it(seed: int) -> None:
    one = sample_spec(generator(seed))
    assert ClipSpec.of_label(one.label()) == one
    assert 60 <= one.bpm <= 180
    assert one.family or one.drums
    if one.family:
        family = FAMILIES[one.family]
        assert one.playing in family.playings
        notes, harmony = lead_part(one, 3, generator(seed))
        assert notes
        assert all(0 <= note.start < 3 * one.beats_per_bar + 0.3 for note in notes)
        assert all(20 <= note.pitch <= 108 and 1 <= note.velocity <= 127 for note in notes)
        assert len(harmony.bars) == 3


def test_the_same_seed_composes_the_same_notes_and_another_seed_others() -> None:
    one = spec(playing="solo")
    assert lead_part(one, 3, generator(4)) == lead_part(one, 3, generator(4))
    assert lead_part(one, 3, generator(4)) != lead_part(one, 3, generator(5))


@pytest.mark.parametrize("family", list(FAMILIES))
def test_high_is_higher_than_low(family: str) -> None:
    for playing in FAMILIES[family].playings:
        low, high = (
            np.mean([n.pitch for n in lead_part(spec(family=family, playing=playing, register=r), 4, generator(1))[0]])
            for r in ("low", "high")
        )
        assert high > low + 2, playing


@pytest.mark.parametrize("mode", ["major", "minor"])
def test_chords_are_of_the_asked_mode(mode: str) -> None:
    third = {"major": 4, "minor": 3}[mode]
    for seed in range(20):
        notes, _ = lead_part(spec(playing="chords", mode=mode, tonic=9), 1, generator(seed))
        assert {(note.pitch - 9) % 12 for note in notes} >= {0, third, 7}


def test_a_melody_comes_back_to_its_motif() -> None:
    for seed in range(10):
        notes, _ = lead_part(spec(family="flute"), 2, generator(seed))
        rhythms = [[n.start % 4 for n in notes if bar * 4 <= n.start < bar * 4 + 4] for bar in (0, 1)]
        assert rhythms[0] == rhythms[1]


def test_a_riff_repeats_exactly_and_a_solo_does_not() -> None:
    def bars(playing: str) -> list[list[tuple[float, int]]]:
        notes, _ = lead_part(spec(family="synth lead", playing=playing), 2, generator(2))
        return [[(n.start % 4, n.pitch) for n in notes if bar * 4 <= n.start < bar * 4 + 4] for bar in (0, 1)]

    assert bars("riff")[0] == bars("riff")[1]
    assert bars("solo")[0] != bars("solo")[1]


def test_busy_parts_have_more_notes_than_sparse_ones() -> None:
    for playing in ("melody", "arpeggio", "riff", "solo"):
        counts = {
            density: sum(len(lead_part(spec(playing=playing, density=density), 2, generator(i))[0]) for i in range(20))
            for density in ("sparse", "medium", "busy")
        }
        assert counts["sparse"] <= counts["medium"] <= counts["busy"], playing
        assert 1.3 * counts["sparse"] < counts["busy"], playing


@pytest.mark.parametrize("groove", [*GROOVES, NO_DRUMS])
def test_a_bass_is_low_and_plays_the_root_on_each_chord(groove: str) -> None:
    notes = bass_part(spec(groove=groove, tonic=2), Harmony.of_degrees(Key(2, "major"), [0, 4]), generator())
    assert all(28 <= note.pitch <= 62 for note in notes)
    first = min(notes, key=lambda note: note.start)
    assert first.pitch % 12 == 2


def test_house_has_a_kick_on_every_beat_and_rock_a_snare_on_two_and_four() -> None:
    house, _ = drum_part(spec(groove="house"), 2, generator(1))
    assert {note.start for note in house if note.pitch == KICK} >= {0, 1, 2, 3, 4, 5, 6}
    rock, _ = drum_part(spec(groove="rock"), 1, generator(1))
    assert {note.start for note in rock if note.pitch == SNARE} == {1, 3}


def test_a_waltz_is_in_three() -> None:
    hits, _ = drum_part(spec(groove="march", waltz=True), 2, generator(3))
    assert {note.start for note in hits if note.pitch == KICK} == {0, 3}


def test_a_sparse_drummer_plays_less() -> None:
    def hats(density: str) -> int:
        hits = drum_part(spec(groove="rock", density=density), 4, generator(3))[0]
        return sum(note.pitch == CLOSED for note in hits)

    assert hats("sparse") < hats("medium") < hats("busy")
