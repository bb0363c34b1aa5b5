from __future__ import annotations

import numpy as np
import pytest

from riffdesk.dsp.params import SpectrogramParams
from riffdesk.sketch.brush import BrushTip, Stroke, ToneTip, tone_shape
from riffdesk.sketch.selection import Selection, copy, delete, paste, transpose
from riffdesk.sketch.sketch import Sketch

PARAMS = SpectrogramParams()


@pytest.fixture
def sketch() -> Sketch:
    made = Sketch()
    band = float(PARAMS.band_of(440))
    stroke = Stroke(made, ToneTip(0.8), (100, band))
    stroke.move((200, band))
    stroke.commit()
    return made


def test_a_rectangle_takes_whole_cells_and_is_cut_at_the_border(sketch: Sketch) -> None:
    assert Selection.between(sketch, (20.2, 30.4), (10.1, 40.2)) == Selection(11, 21, 31, 41)
    assert Selection.between(sketch, (-50, -50), (900, 900)) == Selection.everything(sketch)
    assert Selection.between(sketch, (10, 10), (10, 90)) is None


def test_delete_silences_only_the_selection_and_is_one_undo_step(sketch: Sketch) -> None:
    before = sketch.layers[0].ink.copy()
    delete(sketch, Selection(120, 150, 0, 512))
    ink = sketch.layers[0].ink
    assert not ink[:, 120:150].any()
    np.testing.assert_array_equal(ink[:, :120], before[:, :120])
    sketch.undo()
    np.testing.assert_array_equal(sketch.layers[0].ink, before)


def test_paste_puts_the_copy_at_its_own_pitch(sketch: Sketch) -> None:
    clip = copy(sketch, Selection(100, 150, 0, 512))
    assert paste(sketch, clip, 300) == Selection(300, 350, 0, 512)
    np.testing.assert_array_equal(sketch.layers[0].ink[:, 300:350], clip.ink)
    assert paste(sketch, clip, 500) == Selection(500, 512, 0, 512)
    assert paste(sketch, clip, 600) is None
    assert paste(sketch, clip, -30) == Selection(0, 20, 0, 512)


@pytest.mark.parametrize("semitones", [-12, -5, 1, 7, 12])
def test_transposed_tones_stand_at_their_new_pitch_and_level(sketch: Sketch, semitones: int) -> None:
    place = transpose(sketch, Selection(90, 210, 0, 512), semitones)
    ink = sketch.layers[0].ink[:, 150]
    wanted = 0.8 * tone_shape(PARAMS, 100 * semitones, 1, 6.0)
    assert abs(int(ink.argmax()) - int(wanted.argmax())) <= 1
    assert 80 * np.log10(ink.max() / wanted.max()) == pytest.approx(0, abs=1.5)
    assert place.start == 90
    sketch.undo()
    assert sketch.layers[0].ink[:, 150].argmax() == round(float(PARAMS.band_of(440)))


def test_transposing_beyond_the_scale_leaves_the_sketch_sane(sketch: Sketch) -> None:
    transpose(sketch, Selection(0, 512, 0, 512), 80)
    assert np.isfinite(sketch.layers[0].ink).all()
    transpose(sketch, Selection(0, 512, 100, 101), -60)
    assert np.isfinite(sketch.layers[0].ink).all()


def test_stereo_ink_is_edited_on_both_sides() -> None:
    from riffdesk.sketch.state import empty_state

    sketch = Sketch(empty_state(SpectrogramParams.wide_stereo()))
    Stroke(sketch, BrushTip(20, 1.0, 0.5), (50, 100)).commit()
    assert sketch.layers[0].ink.shape == (2, 512, 512)
    assert sketch.layers[0].ink[:, 100, 50] == pytest.approx([0.5, 0.5])
    place = transpose(sketch, Selection(0, 100, 0, 512), 12)
    paste(sketch, copy(sketch, place), 200)
    delete(sketch, Selection(0, 100, 0, 512))
    assert not sketch.layers[0].ink[..., :100].any()
    for _ in range(4):
        sketch.undo()
    assert not sketch.layers[0].ink.any()
