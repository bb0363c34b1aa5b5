"""Tempo, bar lines, key and chords that are estimated from ink."""

from __future__ import annotations

import numpy as np
import pytest

from riffdesk.compose.composition import compose_riff
from riffdesk.compose.guide import guide_of
from riffdesk.compose.harmony import Key
from riffdesk.compose.riff_spec import Player, RiffSpec
from riffdesk.compose.score import Note, Part, Score
from riffdesk.dsp.params import SpectrogramParams
from riffdesk.engine.riff.score.tempo_key_estimate import chords_of_notes, estimate

PARAMS = SpectrogramParams()
AM, F, C, G = ((9, 0, 4),), ((5, 9, 0),), ((0, 4, 7),), ((7, 11, 2),)


def a_score(tempo: float, groove: str = "rock", beats: int = 4) -> Score:
    """Return eight bars of Am F C G: piano chords, bass and drums."""
    players = (Player("piano", 0, "chords"),)
    spec = RiffSpec(players, groove, True, tempo, beats, Key(9, "minor"), chords=(AM, F, C, G))
    return compose_riff(spec, 5, 8)


@pytest.mark.parametrize(("tempo", "groove"), [(76.0, "hip hop"), (104.0, "rock"), (122.5, "house"), (140.0, "rock")])
def test_what_was_composed_is_found_again_in_its_picture(tempo: float, groove: str) -> None:
    score = a_score(tempo, groove)
    found = estimate(guide_of(score, round(score.seconds(score.beats) * 100), PARAMS), PARAMS)
    assert found.tempo == pytest.approx(tempo, rel=0.005)
    assert found.downbeat == 0.0
    assert found.key == Key(9, "minor")
    assert [set(bar[0]) for bar in found.chords] == [set(bar[0]) for bar in (AM, F, C, G)] * 2


def test_the_first_bar_line_is_found_where_the_music_begins_later() -> None:
    score = a_score(104.0)
    found = estimate(guide_of(score, 1_900, PARAMS, begin=-0.7), PARAMS)
    assert found.downbeat == pytest.approx(0.7, abs=0.06)
    assert [set(bar[0]) for bar in found.chords[:4]] == [set(bar[0]) for bar in (AM, F, C, G)]


def test_what_is_known_is_not_estimated() -> None:
    score = a_score(104.0)
    ink = guide_of(score, 1_840, PARAMS)
    found = estimate(ink, PARAMS, tempo=52.0, downbeat=0.0, key=Key(0, "major"))
    assert (found.tempo, found.downbeat, found.key) == (52.0, 0.0, Key(0, "major"))
    assert len(found.chords) == 4


def test_silence_and_noise_have_no_chords_and_a_chord_that_only_sounds_has_no_tempo() -> None:
    silent = estimate(np.zeros((512, 800), np.float32), PARAMS)
    assert (silent.tempo, silent.chords) == (0.0, ())
    clicks = np.zeros((512, 800), np.float32)
    clicks[:, ::50] = 0.5
    assert estimate(clicks, PARAMS).tempo == pytest.approx(120, rel=0.005)
    assert estimate(clicks, PARAMS).chords == ()
    assert estimate(np.full((512, 3), 0.5, np.float32), PARAMS).tempo == 0.0


def test_chords_of_notes_are_those_that_are_played() -> None:
    pitches = [(57, 60, 64), (53, 57, 60), (48, 52, 55), (55, 59, 62)]
    notes = tuple(Note(bar * 4.0, 3.9, pitch, 90) for bar, chord in enumerate(pitches) for pitch in chord)
    found = chords_of_notes([Part("chords", "piano", 0, notes)], 4, 4, Key(9, "minor"))
    assert [set(bar[0]) for bar in found] == [{9, 0, 4}, {5, 9, 0}, {0, 4, 7}, {7, 11, 2}]
    assert chords_of_notes([Part("drums", "drums", 0, (Note(0.0, 0.1, 36, 90),))], 4, 4, Key(0, "major")) == ()


@pytest.mark.parametrize("mode", ["major", "minor"])
@pytest.mark.parametrize("tonic", [0, 4, 9])
def test_chords_with_sevenths_over_a_bass_are_those_on_its_first_notes(tonic: int, mode: str) -> None:
    """Without its root, a chord with a seventh is another triad."""
    key = Key(tonic, mode)
    notes, bass = [], []
    for bar, degree in enumerate((0, 3, 4, 0)):
        root, third, fifth, seventh = key.chord(degree, seventh=True)
        notes += [
            Note(bar * 4.0 + beat, 1.8, 60 + step, 84) for beat in (0, 2) for step in (root, third, fifth, seventh)
        ]
        bass += [Note(bar * 4.0 + beat, 0.9, 36 + step, 94) for beat, step in enumerate((root, third, fifth, third))]
    parts = Part("chords", "piano", 0, tuple(notes)), Part("bass", "bass", 32, tuple(bass))
    found = estimate(guide_of(Score(100.0, 4, key, 4, (), parts), 960, PARAMS), PARAMS, tempo=100.0, downbeat=0.0)
    assert found.key == key
    assert [bar[0][0] for bar in found.chords] == [key.chord(degree)[0] for degree in (0, 3, 4, 0)]
