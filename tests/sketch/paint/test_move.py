from __future__ import annotations

import numpy as np
import pytest

from riffdesk.dsp.phase import reconstruct
from riffdesk.dsp.pitch import hertz_of_midi
from riffdesk.sketch.paint.move import Move
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
