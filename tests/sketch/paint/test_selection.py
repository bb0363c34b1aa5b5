from __future__ import annotations

import numpy as np
import pytest

from riffdesk.dsp.params import SpectrogramParams
from riffdesk.dsp.phase.reconstruction import reconstruct
from riffdesk.dsp.pitch import hertz_of_midi
from riffdesk.dsp.tone import tone_shape
from riffdesk.sketch.paint.region import Region
from riffdesk.sketch.paint.selection import copy, delete, paste, transpose
from riffdesk.sketch.paint.strokes import Stroke
from riffdesk.sketch.paint.tips import BrushTip, ToneTip
from riffdesk.sketch.sketch import Sketch
from tests.measure import cents, pitch_of

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
    assert Region.between(sketch, (20.2, 30.4), (10.1, 40.2)) == Region(11, 21, 31, 41)
    assert Region.between(sketch, (-50, -50), (900, 900)) == Region.everything(sketch)
    assert Region.between(sketch, (10, 10), (10, 90)) is None


def test_delete_silences_only_the_selection_and_is_one_undo_step(sketch: Sketch) -> None:
    before = sketch.layers[0].ink.copy()
    delete(sketch, Region(120, 150, 0, 512))
    ink = sketch.layers[0].ink
    assert not ink[:, 120:150].any()
    np.testing.assert_array_equal(ink[:, :120], before[:, :120])
    sketch.undo()
    np.testing.assert_array_equal(sketch.layers[0].ink, before)


def test_paste_puts_the_copy_at_its_own_pitch(sketch: Sketch) -> None:
    clip = copy(sketch, Region(100, 150, 0, 512))
    assert paste(sketch, clip, 300) == Region(300, 350, 0, 512)
    np.testing.assert_array_equal(sketch.layers[0].ink[:, 300:350], clip.ink)
    assert paste(sketch, clip, 500) == Region(500, 512, 0, 512)
    assert paste(sketch, clip, 600) is None
    assert paste(sketch, clip, -30) == Region(0, 20, 0, 512)


@pytest.mark.parametrize("semitones", [-12, -5, 1, 7, 12])
def test_transposed_tones_stand_at_their_new_pitch_and_level(sketch: Sketch, semitones: int) -> None:
    place = transpose(sketch, Region(90, 210, 0, 512), semitones)
    ink = sketch.layers[0].ink[:, 150]
    wanted = 0.8 * tone_shape(PARAMS, 100 * semitones, 1, 6.0)
    assert abs(int(ink.argmax()) - int(wanted.argmax())) <= 1
    assert 80 * np.log10(ink.max() / wanted.max()) == pytest.approx(0, abs=1.5)
    assert place.start == 90
    sketch.undo()
    assert sketch.layers[0].ink[:, 150].argmax() == round(float(PARAMS.band_of(440)))


def test_transposing_beyond_the_scale_leaves_the_sketch_sane(sketch: Sketch) -> None:
    transpose(sketch, Region(0, 512, 0, 512), 80)
    assert np.isfinite(sketch.layers[0].ink).all()
    transpose(sketch, Region(0, 512, 100, 101), -60)
    assert np.isfinite(sketch.layers[0].ink).all()


def test_stereo_ink_is_edited_on_both_sides() -> None:
    from riffdesk.sketch.state import empty_state

    sketch = Sketch(empty_state(SpectrogramParams.wide_stereo()))
    Stroke(sketch, BrushTip(20, 1.0, 0.5), (50, 100)).commit()
    assert sketch.layers[0].ink.shape == (2, 512, 512)
    assert sketch.layers[0].ink[:, 100, 50] == pytest.approx([0.5, 0.5])
    place = transpose(sketch, Region(0, 100, 0, 512), 12)
    paste(sketch, copy(sketch, place), 200)
    delete(sketch, Region(0, 100, 0, 512))
    assert not sketch.layers[0].ink[..., :100].any()
    for _ in range(4):
        sketch.undo()
    assert not sketch.layers[0].ink.any()


def painted(ink: np.ndarray) -> Sketch:
    made = Sketch()
    edit = made.begin_stroke("Ink")
    edit.write(0, ink.astype(np.float32))
    edit.commit()
    return made


def a_note_over_noise(noise_db: float = -70) -> np.ndarray:
    """Return A4 at -24 dB and E6 at -24 dB over a noise floor."""
    floor = 10 ** (noise_db / 80) * np.random.default_rng(3).rayleigh(0.8, (512, 200)) ** 0.25
    ink = np.maximum(floor, 0.5 * tone_shape(PARAMS, 0, 1, 6.0)[:, None])
    return np.maximum(ink, 0.5 * tone_shape(PARAMS, 1900, 1, 6.0)[:, None]).astype(np.float32)


def band_of(hertz: float) -> int:
    return round(float(PARAMS.band_of(hertz)))


def test_a_note_three_semitones_up_sounds_as_c5(sketch: Sketch) -> None:
    transpose(sketch, Region(90, 210, 0, 512), 3)
    sound = reconstruct(sketch.layers[0].ink[:, 90:210], PARAMS)[20 * PARAMS.hop : 100 * PARAMS.hop]
    assert abs(cents(pitch_of(sound), hertz_of_midi(72))) < 2


def test_transposing_changes_nothing_outside_of_where_it_comes_from_and_goes_to() -> None:
    ink = a_note_over_noise()
    sketch = painted(ink)
    source = Region(50, 150, band_of(380), band_of(500))
    target = transpose(sketch, source, 7)
    now = sketch.layers[0].ink
    touched = np.zeros(now.shape, bool)
    for place in (source, target):
        touched[place.low : place.high, place.start : place.stop] = True
    np.testing.assert_array_equal(now[:, :200][~touched[:, :200]], ink[~touched[:, :200]])
    assert not now[:, 200:].any()


def test_where_a_note_was_the_noise_goes_on_and_is_no_black_hole() -> None:
    ink = a_note_over_noise(-70)
    sketch = painted(ink)
    transpose(sketch, Region(50, 150, band_of(380), band_of(500)), 7)
    left = sketch.layers[0].ink[band_of(440), 60:140]
    level = 80 * np.log10(left.mean())
    assert -70 - 6 < level < -70 + 14  # the note stood at -24 dB
    quiet = (slice(band_of(385), band_of(395)), slice(50, 150))
    assert np.mean(sketch.layers[0].ink[quiet] == ink[quiet]) > 0.95  # what was no note has stayed


def test_a_note_that_lands_on_another_sounds_with_it_or_takes_its_place() -> None:
    ink = a_note_over_noise()
    above = 0.6 * tone_shape(PARAMS, 700, 1, 6.0)  # E5, where A4 goes
    ink = np.maximum(ink, np.where(np.arange(200) < 100, above[:, None], 0)).astype(np.float32)
    source = Region(0, 200, band_of(400), band_of(480))
    adding, replacing = painted(ink), painted(ink)
    place = transpose(adding, source, 7)
    transpose(replacing, source, 7, replace=True)
    e5, e6 = band_of(659.3), band_of(1318.5)
    assert place.low < e5 < place.high
    both, one = adding.layers[0].ink, replacing.layers[0].ink
    np.testing.assert_array_equal(both[e5, :100], ink[e5, :100])
    wanted = 0.5 * tone_shape(PARAMS, 700, 1, 6.0).max()
    for heard in (one[place.low : place.high, :200], both[place.low : place.high, 100:200]):
        assert 80 * np.log10(heard.max(axis=0).mean() / wanted) == pytest.approx(0, abs=1.5)
    for now in (both, one):
        np.testing.assert_array_equal(now[e6 - 9 : e6 + 9, :200], ink[e6 - 9 : e6 + 9])


def test_of_a_drawing_on_silence_nothing_is_left_behind() -> None:
    sketch = Sketch()
    stroke = Stroke(sketch, BrushTip(16, 0.5, 0.5), (100, 150))
    stroke.move((200, 150))
    stroke.commit()
    place = transpose(sketch, Region(80, 220, 130, 170), 12)
    ink = sketch.layers[0].ink
    assert not ink[: place.low].any()
    assert ink[place.low : place.high].max() == pytest.approx(0.5, rel=0.1)


def test_what_is_pasted_past_the_end_of_a_loop_is_cut_there_and_not_laid_into_its_beginning() -> None:
    sketch = Sketch()
    sketch.set_circular(True)
    edit = sketch.begin_stroke("Brush")
    edit.write(100, np.full((10, 50), 0.5, np.float32), slice(40, 50))
    edit.commit()
    clip = copy(sketch, Region(100, 150, 40, 50))
    for column, place in ((sketch.columns - 20, (sketch.columns - 20, sketch.columns)), (-20, (0, 30))):
        pasted = paste(sketch, clip, column)
        assert pasted is not None
        assert (pasted.start, pasted.stop) == place
        heard = np.flatnonzero(sketch.active_layer.ink.any(axis=0))
        sketch.undo()
        assert set(heard) == {*range(*place), *range(100, 150)}
