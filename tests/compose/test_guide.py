"""A score as ink: seen where its notes are, and heard as them."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from riffdesk.compose.clip_spec import sample_spec
from riffdesk.compose.composition import compose, compose_riff
from riffdesk.compose.guide import guide_of
from riffdesk.compose.harmony import Key
from riffdesk.compose.score import DrumPiece, Note, Part, Score
from riffdesk.compose.vocabulary import FAMILIES
from riffdesk.compose.words.frame import Setting
from riffdesk.compose.words.spec_of_words import read_words
from riffdesk.dsp.params import SpectrogramParams
from riffdesk.dsp.phase.reconstruction import reconstruct
from riffdesk.dsp.pitch import hertz_of_midi
from riffdesk.sketch.paint.strokes import Stroke
from riffdesk.sketch.paint.tips import ToneTip
from riffdesk.sketch.sketch import Sketch
from tests.measure import cents, pitch_of

PARAMS = SpectrogramParams()


def score_of(*notes: Note, instrument: str = "strings", role: str = "melody", tempo: float = 120.0) -> Score:
    return Score(tempo, 4, Key(0, "major"), 4, (), (Part(role, instrument, 48, notes),))


def test_a_note_is_what_the_tone_brush_paints() -> None:
    ink = guide_of(score_of(Note(1, 2, 69, 127)), 300, PARAMS)
    sketch = Sketch()
    tip = ToneTip(strength=0.7, harmonics=12, rolloff_db=8.0)
    band = float(PARAMS.band_of(440.0))
    stroke = Stroke(sketch, tip, (50, band))
    stroke.move((149, band))
    stroke.commit()
    np.testing.assert_allclose(ink[:, 60:140], sketch.layers[0].ink[:, 60:140], atol=1e-6)
    assert not ink[:, :50].any()
    assert ink[:, 50].max() > 0.3
    assert not ink[:, 155:].any()


@pytest.mark.parametrize("pitch", [33, 57, 69, 93])
def test_a_note_is_heard_at_its_pitch(pitch: int) -> None:
    ink = guide_of(score_of(Note(0, 4, pitch, 100), instrument="flute"), 200, PARAMS)
    sound = reconstruct(ink, PARAMS)
    assert abs(cents(pitch_of(sound[10_000:70_000]), hertz_of_midi(pitch))) < 15


def test_velocity_and_age_are_seen() -> None:
    score = score_of(Note(0, 2, 60, 127), Note(2, 2, 60, 40), instrument="piano")
    loud, old, soft = (guide_of(score, 200, PARAMS)[:, column].max() for column in (5, 90, 105))
    assert loud > old > 0.3
    assert soft < 0.65 * loud
    held = guide_of(score_of(Note(0, 4, 60, 127), instrument="organ"), 200, PARAMS)
    assert held[:, 5].max() == pytest.approx(held[:, 190].max())


@pytest.mark.parametrize(
    ("piece", "low", "high"),
    [(DrumPiece.KICK, 30, 120), (DrumPiece.CLOSED_HAT, 6_000, 10_000), (DrumPiece.LOW_TOM, 70, 140)],
)
def test_a_stroke_is_darkest_where_its_piece_is_loud(piece: DrumPiece, low: float, high: float) -> None:
    ink = guide_of(score_of(Note(2, 0.2, piece, 110), instrument="drums", role="drums"), 300, PARAMS)
    columns, bands = np.flatnonzero(ink.any(axis=0)), np.flatnonzero(ink[:, 102] > 0.9 * ink[:, 102].max())
    assert columns[0] == 100
    assert low * 0.8 <= PARAMS.hertz_of(bands[0]) <= PARAMS.hertz_of(bands[-1]) <= high * 1.2


def test_every_piece_and_every_instrument_has_a_mark() -> None:
    for piece in DrumPiece:
        assert guide_of(score_of(Note(0, 0.2, piece, 100), instrument="drums", role="drums"), 50, PARAMS).max() > 0.3
    shapes = {
        family: guide_of(score_of(Note(0, 4, 60, 100), instrument=family), 150, PARAMS).tobytes() for family in FAMILIES
    }
    assert len(set(shapes.values())) == len(FAMILIES)


@given(st.integers(0, 2**32), st.integers(-300, 1_200), st.integers(1, 700))
def test_a_stretch_of_a_guide_is_that_part_of_the_whole(seed: int, first: int, columns: int) -> None:
    score = compose(sample_spec(np.random.default_rng(seed)), seed, 3)
    part = guide_of(score, columns, PARAMS, first / 100)
    assert part.shape == (512, columns)
    assert part.min() >= 0
    assert part.max() <= 1
    whole = np.pad(guide_of(score, 2_000, PARAMS), ((0, 0), (300, 0)))
    np.testing.assert_array_equal(part, whole[:, 300 + first : 300 + first + columns])


def test_other_bands_and_ranges_are_drawn_as_well() -> None:
    wide = SpectrogramParams(bands=256, min_hz=20, max_hz=20_000, step_ms=20)
    score = compose_riff(read_words("rock", seed=1, setting=Setting(tempo=100.0)).spec, 1, 4)
    assert guide_of(score, 480, wide).any(axis=0).mean() > 0.5
    high = score_of(Note(0, 1, 126, 100))
    assert not guide_of(high, 100, PARAMS).any()
