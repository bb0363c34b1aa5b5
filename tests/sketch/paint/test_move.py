from __future__ import annotations

import functools

import numpy as np
import pytest

from riffdesk.dsp.phase.reconstruction import reconstruct
from riffdesk.dsp.pitch import hertz_of_midi
from riffdesk.sketch.paint.move import Move, Scaling
from riffdesk.sketch.paint.region import Region
from riffdesk.sketch.paint.strokes import Stroke
from riffdesk.sketch.paint.tips import ToneTip
from riffdesk.sketch.sketch import Sketch
from riffdesk.sketch.sound import Sound, Waveform
from tests.measure import cents, pitch_of


@pytest.fixture
def sketch() -> Sketch:
    made = Sketch()
    band = float(made.params.band_of(440))
    stroke = Stroke(made, ToneTip(0.8, 4), (100, band))
    stroke.move((200, band))
    stroke.commit()
    return made


def test_a_move_in_time_keeps_every_cell_and_is_one_undo_step(sketch: Sketch) -> None:
    before, steps = sketch.layers[0].ink.copy(), len(sketch.history.steps)
    move = Move(sketch, Region(90, 220, 0, 512))
    for columns in (3, -400, 700, 150):
        place = move.to(columns, 0)
    move.commit()
    np.testing.assert_array_equal(sketch.layers[0].ink[:, 240:370], before[:, 90:220])
    assert not sketch.layers[0].ink[:, :240].any()
    assert place == Region(240, 370, 0, 512)
    assert len(sketch.history.steps) == steps + 1
    assert sketch.history.undo_name == "Move"
    sketch.undo()
    np.testing.assert_array_equal(sketch.layers[0].ink, before)


@pytest.mark.parametrize("semitones", [-12, 4, 7])
def test_a_move_in_pitch_sounds_at_the_new_pitch(sketch: Sketch, semitones: int) -> None:
    move = Move(sketch, Region(90, 220, 0, 512))
    move.to(0, semitones)
    move.commit()
    sound = reconstruct(sketch.layers[0].ink[:, 90:210], sketch.params)[20 * 441 : 100 * 441]
    assert abs(cents(pitch_of(sound), hertz_of_midi(69 + semitones))) < 3


def test_a_copy_leaves_the_ink_where_it_is(sketch: Sketch) -> None:
    before = sketch.layers[0].ink.copy()
    move = Move(sketch, Region(90, 220, 0, 512), keep=True)
    move.to(200, 0)
    move.commit()
    np.testing.assert_array_equal(sketch.layers[0].ink[:, :220], before[:, :220])
    np.testing.assert_array_equal(sketch.layers[0].ink[:, 290:420], before[:, 90:220])


def test_back_at_its_place_or_aborted_nothing_has_changed_and_nothing_is_stale(sketch: Sketch) -> None:
    layer = sketch.layers[0]
    sketch.set_sound(layer.id, Sound(Waveform.of(np.ones((1, sketch.samples), np.float32))))
    original = sketch.layers[0]
    for columns in (0, 30):
        move = Move(sketch, Region(90, 220, 0, 512))
        move.to(150, 5)
        assert sketch.layers[0].sound.pending is not None
        move.to(columns, 0)
        move.abort() if columns else move.commit()
        assert sketch.layers[0].tiles == original.tiles
        assert sketch.layers[0].sound.pending is None


@pytest.mark.parametrize(("columns", "semitones"), [(10**7, 0), (-(10**7), 0), (0, 10**4), (0, -(10**4))])
def test_a_move_beyond_the_borders_takes_the_ink_away(sketch: Sketch, columns: int, semitones: int) -> None:
    move = Move(sketch, Region(90, 220, 30, 60))
    assert move.to(columns, semitones) is None
    move.commit()
    assert not sketch.layers[0].ink[30:60, 90:220].any()
    assert np.isfinite(sketch.layers[0].ink).all()


def level_of(sound: np.ndarray, hertz: float) -> float:
    """Return the level of the strongest frequency within half a semitone, in dB."""
    size = 2**18
    spectrum = np.abs(np.fft.rfft(np.ravel(sound) * np.hanning(np.size(sound)), size))
    low, high = (int(hertz * 2 ** (side / 24) * size / 44_100) for side in (-1, 1))
    return 20 * np.log10(spectrum[low : high + 1].max())


@pytest.mark.parametrize("semitones", [-12, 7, 12])
@pytest.mark.parametrize("hertz", [330.0, 1_760.0])
def test_a_tone_that_is_moved_keeps_its_level(hertz: float, semitones: int) -> None:
    sketch, after = one_tone(hertz), hertz * 2 ** (semitones / 12)
    move = Move(sketch, Region(0, 160, 0, 512))
    move.to(0, semitones)
    move.commit()
    sound = heard(sketch)
    assert abs(level_of(sound, after) - level_of_one_tone(hertz)) < 1
    assert abs(cents(pitch_of(sound), after)) < 3


@pytest.mark.parametrize("factor", [0.5, 1.5, 2.0])
@pytest.mark.parametrize("hertz", [330.0, 880.0])
def test_scaling_in_pitch_multiplies_intervals_and_keeps_levels(hertz: float, factor: float) -> None:
    sketch, after = one_tone(hertz), 220 * (hertz / 220) ** factor
    scaling = Scaling(sketch, Region(0, 160, 0, 512), "Scale in pitch")
    scaling.to(0, 160, factor, 220)
    scaling.commit()
    sound = heard(sketch)
    assert abs(level_of(sound, after) - level_of_one_tone(hertz)) < 1
    assert abs(cents(pitch_of(sound), after)) < 3
    assert sketch.history.undo_name == "Scale in pitch"


def test_what_is_broad_becomes_broader(sketch: Sketch) -> None:
    params, edit = sketch.params, sketch.begin_stroke("Noise")
    low, high = (int(params.band_of(hertz)) for hertz in (800, 1_200))
    rng = np.random.default_rng(0)
    edit.write(0, np.zeros((512, 300), np.float32))
    edit.write(0, 0.4 + 0.1 * rng.random((high - low, 300), np.float32), slice(low, high))
    edit.commit()
    scaling = Scaling(sketch, Region(0, 300, 0, 512))
    scaling.to(0, 300, 2.0, 400)
    loud = np.flatnonzero((sketch.layers[0].ink[:, 150:200] > 0.2).mean(axis=1) > 0.5)
    np.testing.assert_allclose(params.hertz_of(loud[[0, -1]]), [1_600, 3_600], rtol=0.03)


@pytest.mark.parametrize(("start", "stop"), [(90, 350), (90, 155), (-100, 220)])
def test_stretching_keeps_pitch_and_takes_the_ends_along(sketch: Sketch, start: int, stop: int) -> None:
    scaling = Scaling(sketch, Region(90, 220, 0, 512))
    place = scaling.to(start, stop)
    scaling.commit()
    assert place == Region(max(0, start), stop, 0, 512)
    ends = np.flatnonzero(sketch.layers[0].ink.max(axis=0) > 0.3)[[0, -1]]
    factor = (stop - start) / 130
    expected = [max(0, start + 10 * factor), start + 111 * factor]
    np.testing.assert_allclose(ends, expected, atol=2 * max(1, factor) + 1)
    assert sketch.layers[0].ink[:, max(start, 0) + 40].argmax() == round(float(sketch.params.band_of(440)))


def test_a_scaling_is_limited_and_an_aborted_one_leaves_nothing(sketch: Sketch) -> None:
    original = sketch.layers[0].tiles
    scaling = Scaling(sketch, Region(90, 220, 0, 512))
    place = scaling.to(90, 10**8, 1e9, 0.0)
    assert np.isfinite(sketch.layers[0].ink).all()
    assert place is None or place.stop <= sketch.columns
    assert scaling.to(90, 0) == Region(90, 103, 0, 512)  # a tenth
    scaling.abort()
    assert sketch.layers[0].tiles == original


def one_tone(hertz: float) -> Sketch:
    made = Sketch()
    band = float(made.params.band_of(hertz))
    stroke = Stroke(made, ToneTip(0.6, 1), (20, band))
    stroke.move((140, band))
    stroke.commit()
    return made


def heard(sketch: Sketch) -> np.ndarray:
    """Return the middle of the sound of one tone."""
    return reconstruct(sketch.layers[0].ink[:, :160], sketch.params)[40 * 441 : 120 * 441]


@functools.cache
def level_of_one_tone(hertz: float) -> float:
    return level_of(heard(one_tone(hertz)), hertz)
