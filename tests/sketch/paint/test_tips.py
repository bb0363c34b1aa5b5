from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from riffdesk.dsp.band_scale import BandScale
from riffdesk.dsp.params import SpectrogramParams
from riffdesk.sketch.layer import Layer, Source
from riffdesk.sketch.paint.modifiers import Grid, Harmonics, Modifiers
from riffdesk.sketch.paint.originals import original_of
from riffdesk.sketch.paint.strokes import Stroke
from riffdesk.sketch.paint.tips import (
    BlurTip,
    BrushTip,
    CloneTip,
    DodgeTip,
    NoiseTip,
    OriginalTip,
    SmudgeTip,
    SprayTip,
    StampInk,
    StampTip,
    Tip,
    ToneTip,
)
from riffdesk.sketch.paint.tips.noise import _add_grains
from riffdesk.sketch.paint.tips.tip import coverage_of
from riffdesk.sketch.sketch import Sketch
from riffdesk.sketch.state import empty_state

PARAMS = SpectrogramParams()
COLUMNS = 240


@pytest.fixture
def sketch() -> Sketch:
    """Return a sketch with ink of every level everywhere."""
    made = Sketch()
    made.set_length(COLUMNS / 100)
    edit = made.begin_stroke("Ink")
    edit.write(0, np.random.default_rng(1).random((PARAMS.bands, COLUMNS), np.float32) * np.float32(0.8))
    edit.commit()
    return made


def after(
    sketch: Sketch, tip: Tip, *points: tuple[float, float], pressed: tuple[float, float] = (1.0, 1.0), **options: object
) -> np.ndarray:
    stroke = Stroke(sketch, tip, points[0], **options)
    stroke.set_pressure(*pressed)
    for point in points[1:]:
        stroke.move(point)
    stroke.commit()
    return sketch.layers[0].ink


def test_a_gain_is_exact_in_db_and_stops_at_full_scale(sketch: Sketch) -> None:
    before = sketch.layers[0].ink
    ink = after(sketch, DodgeTip(20, 1.0, gain_db=-9.0), (100, 200), (110, 200))
    core = ink[198:203, 98:113], before[198:203, 98:113]
    np.testing.assert_allclose(80 * np.log10(core[0] / core[1]), -9.0, atol=1e-3)
    assert sketch.history.undo_name == "Burn"
    loud = after(sketch, DodgeTip(20, 1.0, gain_db=24.0), (100, 200))
    assert loud.max() == 1
    assert sketch.history.undo_name == "Dodge"
    assert np.array_equal(ink[:, 150:], before[:, 150:])


def test_a_gain_is_bounded(sketch: Sketch) -> None:
    before = sketch.layers[0].ink
    ink = after(sketch, DodgeTip(20, 1.0, gain_db=-1e9), (100, 200))
    assert 80 * np.log10(ink[200, 100] / before[200, 100]) == pytest.approx(-24, abs=1e-3)


@settings(max_examples=40)
@given(columns=st.integers(-90, 90), bands=st.integers(-150, 150))
def test_a_clone_is_bit_identical_at_its_offset(columns: int, bands: int) -> None:
    sketch = Sketch()
    sketch.set_length(COLUMNS / 100)
    edit = sketch.begin_stroke("Ink")
    before = np.random.default_rng(1).random((PARAMS.bands, COLUMNS), np.float32)
    edit.write(0, before)
    edit.commit()
    ink = after(sketch, CloneTip(21, 1.0, source=sketch.layers[0].tiles, columns=columns, bands=bands), (120, 250))
    copied = before[245 - bands : 256 - bands, 115 - columns : 126 - columns]
    assert np.array_equal(ink[245:256, 115:126], copied)
    assert np.array_equal(ink[:, :100], before[:, :100])


def test_a_clone_copies_the_ink_of_before_the_stroke_and_silence_from_outside(sketch: Sketch) -> None:
    before = sketch.layers[0].ink
    tip = CloneTip(21, 1.0, source=sketch.layers[0].tiles, columns=5, bands=0)
    ink = after(sketch, tip, (60, 250), (100, 250))
    assert np.array_equal(ink[245:256, 60:100], before[245:256, 55:95])
    ink = after(sketch, CloneTip(21, 1.0, source=sketch.layers[0].tiles, columns=0, bands=-400), (150, 250))
    assert not ink[245:256, 145:156].any()


def test_a_clone_with_harmonics_copies_partials_onto_those_of_the_other_pitch() -> None:
    sketch = Sketch()
    low, high = (float(PARAMS.band_of(hertz)) for hertz in (300, 420))
    after(sketch, BrushTip(5, 1.0, 0.6), (50, low), (90, low), modifiers=Modifiers(Harmonics(4, 0.0)))
    tip = CloneTip(9, 1.0, source=sketch.layers[0].tiles, columns=100, bands=round(high) - round(low))
    ink = after(sketch, tip, (150, high), (190, high), modifiers=Modifiers(Harmonics(4, 0.0)))
    for number in (1, 2, 3, 4):
        marks = np.flatnonzero(ink[:, 170] > 0.3)
        assert np.abs(marks - float(PARAMS.band_of(420 * number))).min() <= 1, number


def test_back_to_the_original_is_bit_identical(sketch: Sketch) -> None:
    original = sketch.layers[0].tiles
    edited = after(sketch, SmudgeTip(40, 0.5, 0.9), (80, 200), (150, 260))
    assert not np.array_equal(edited, original.array)
    ink = after(sketch, OriginalTip(256, 1.0, original=original), (110, 230))
    assert np.array_equal(ink, original.array)


def test_the_original_of_an_imported_layer_is_what_was_imported() -> None:
    tiles = np.random.default_rng(2).random((PARAMS.bands, COLUMNS), np.float32)
    source = Source(np.zeros((1, COLUMNS * PARAMS.hop), np.float32), tiles)
    sketch = Sketch(empty_state())
    sketch.add_layer(Layer(source.tiles, "Clip", source=source), samples=COLUMNS * PARAMS.hop)
    after_open = Sketch(sketch.state)
    stroke = Stroke(after_open, BrushTip(99), (50, 200))
    stroke.commit()
    assert original_of(after_open) == source.tiles


def test_the_original_of_a_made_layer_is_what_was_made_and_of_a_new_one_silence() -> None:
    sketch = Sketch()
    made = sketch.add_layer(Layer(np.full((PARAMS.bands, 512), 0.3, np.float32), "Riff"))
    for column in (50, 200):
        Stroke(sketch, BrushTip(60, 1.0, 0.9), (column, 200)).commit()
    assert sketch.active_layer.ink.max() > 0.8
    assert np.array_equal(original_of(sketch), made.ink)
    sketch.new_layer()
    Stroke(sketch, BrushTip(60), (50, 200)).commit()
    assert original_of(sketch).is_silent


def test_a_blur_averages_and_leaves_what_is_flat(sketch: Sketch) -> None:
    before = sketch.layers[0].ink
    ink = after(sketch, BlurTip(60, 1.0, radius_cells=6), (120, 250))
    part = (slice(240, 261), slice(110, 131))
    assert ink[part].std() < 0.1 * before[part].std()
    assert ink[part].mean() == pytest.approx(before[part].mean(), abs=0.05)
    flat = Sketch()
    edit = flat.begin_stroke("Flat")
    edit.write(0, np.full((PARAMS.bands, 512), 0.4, np.float32))
    edit.commit()
    np.testing.assert_allclose(after(flat, BlurTip(60, 1.0, radius_cells=6), (0, 0), (120, 250)), 0.4, atol=1e-6)


def test_a_smudge_carries_ink_along_and_fades() -> None:
    sketch = Sketch()
    after(sketch, BrushTip(20, 1.0, 0.8), (100, 200))
    ink = after(sketch, SmudgeTip(16, 0.8, 0.9), (100, 200), (115, 200), (130, 200))
    assert ink[200, 112] > 0.4
    assert ink[200, 112] > ink[200, 125] > 0
    assert not ink[200, 145:].any()


@pytest.mark.parametrize("hertz", [110.0, 5_000.0])
def test_a_smudge_is_round_on_the_axis_of_notes(hertz: float) -> None:
    band, scale = float(PARAMS.band_of(hertz)), BandScale(PARAMS, "notes")
    touched = []
    for tip in (SmudgeTip(40, 1.0, 0.9), BrushTip(40, 1.0, 0.8)):
        sketch = Sketch()
        edit = sketch.begin_stroke("Ink")
        edit.write(0, np.random.default_rng(1).random((PARAMS.bands, 200), np.float32) * np.float32(0.5))
        edit.commit()
        before = sketch.layers[0].ink.copy()
        ink = after(sketch, tip, (100, band), (110, band), (120, band), scale=scale)
        touched.append(np.flatnonzero((ink != before)[:, 110]))
    smudged, painted = touched
    assert abs(smudged[0] - painted[0]) <= 1
    assert abs(smudged[-1] - painted[-1]) <= 1


def test_a_smudge_over_a_long_way_in_one_move_is_like_one_in_many_moves() -> None:
    inks = []
    for points in ([(100, 200), (400, 200)], [(column, 200) for column in range(100, 401, 10)]):
        sketch = Sketch()
        after(sketch, BrushTip(80, 0.5, 0.8), (100, 200))
        inks.append(after(sketch, SmudgeTip(64, 0.5, 0.98), *points))
    assert inks[0][200, 380] > 0.5
    np.testing.assert_allclose(inks[0][185:216, 100:380], inks[1][185:216, 100:380], atol=0.1)
    assert np.abs(inks[0] - inks[1]).mean() < 0.1 * inks[1].mean()


@pytest.mark.parametrize("axis", ["mel", "notes"])
def test_a_grain_is_round_and_overlapping_ones_keep_the_louder(axis: str) -> None:
    scale, area = BandScale(PARAMS, axis), (slice(0, 512), slice(0, 200))
    cells, places = np.zeros((512, 200), np.float32), [(100.3, 300.6), (104.0, 40.0), (106.2, 303.0), (1.0, 510.5)]
    columns, bands = np.array(places).T
    _add_grains(scale, cells, area, (columns, bands), 6.0, np.array([0.6, 0.5, 0.3, 0.2]))
    dabs = [
        coverage_of(scale, area, place, place, 6.0, 0.3) * np.float32(level)
        for place, level in zip(places, (0.6, 0.5, 0.3, 0.2), strict=True)
    ]
    np.testing.assert_allclose(cells, np.maximum.reduce(dabs), atol=1e-5)


def test_noise_has_the_power_of_its_strength_and_differs_from_stroke_to_stroke() -> None:
    inks = []
    for seed in (1, 1, 2):
        sketch = Sketch()
        tip = NoiseTip(100, 1.0, 0.4, seed=seed)
        inks.append(after(sketch, tip, (50, 250), (450, 250))[230:270, 60:440])
    power = np.mean(inks[0].astype(np.float64) ** 8)  # ink ** 4 is amplitude
    assert 80 * np.log10(power ** (1 / 8) / 0.4) == pytest.approx(0, abs=0.5)
    assert 80 * inks[0].std() / inks[0].mean() / np.log(10) > 4  # dB
    assert np.array_equal(inks[0], inks[1])
    assert not np.array_equal(inks[0], inks[2])


def test_spray_is_denser_with_more_density_and_stays_within_its_circle() -> None:
    counts = []
    for density in (0.05, 0.4):
        ink = after(Sketch(), SprayTip(60, 4, density, 0.6, seed=3), (100, 200), (300, 200))
        counts.append(np.count_nonzero(ink))
        rows, columns = np.nonzero(ink)
        assert abs(rows - 200).max() <= 30 + 3
        assert columns.min() >= 100 - 33
        assert columns.max() <= 300 + 33
    assert 3 < counts[1] / counts[0] < 9


def test_a_stamp_repeats_on_the_grid() -> None:
    piece = StampInk(np.full((10, 4), 0.7, np.float32), 30)
    ink = after(Sketch(), StampTip(piece, 25.0), (52, 300), (151, 300), modifiers=Modifiers(grid=Grid(25)))
    columns = np.flatnonzero(ink.any(axis=0))
    assert columns.tolist() == [start + one for start in (50, 75, 100, 125) for one in range(4)]
    assert np.flatnonzero(ink.any(axis=1)).tolist() == list(range(30, 40))


def test_a_stamp_in_beats_and_semitones() -> None:
    shape = np.zeros((PARAMS.bands, 20), np.float32)
    shape[round(float(PARAMS.band_of(440)))] = 0.6
    octave_up = StampInk(shape).of_size(40, 12, PARAMS)
    assert octave_up.ink.shape[-1] == 40
    loudest = octave_up.low + octave_up.ink[:, 20].argmax()
    assert loudest == pytest.approx(float(PARAMS.band_of(880)), abs=1)
    for semitones in (-1e9, 1e9):
        assert np.isfinite(StampInk(shape).of_size(20, semitones, PARAMS).ink).all()


def test_a_stamp_goes_to_the_pitch_of_the_pointer() -> None:
    piece = StampInk(np.full((9, 4), 0.7, np.float32), 100)
    ink = after(Sketch(), StampTip(piece, 50.0, at_pointer=True), (60, 300))
    assert np.flatnonzero(ink.any(axis=1)).mean() == pytest.approx(300, abs=3)


def test_attack_and_release_are_even_in_db_and_lie_at_the_ends() -> None:
    tip = ToneTip(0.7, attack=0.2, release=0.3)
    band = float(PARAMS.band_of(440))
    ink = after(Sketch(), tip, (100, band), (200, band))
    level = 80 * np.log10(np.maximum(ink[round(band)], 1e-9))
    top = level[150]
    assert level[100] < top - 30
    assert np.diff(level[100:121]).min() > 0
    np.testing.assert_allclose(level[121:201], top, atol=1e-3)
    assert np.diff(level[201:229]).max() < 0
    assert not ink[:, 232:].any()
    left = after(Sketch(), replace(tip), (200, band), (100, band))
    np.testing.assert_allclose(left, ink, atol=1e-6)


def test_a_vibrato_has_its_depth_and_rate() -> None:
    tip = ToneTip(0.7, vibrato_cents=100, vibrato_hz=2)
    band = float(PARAMS.band_of(1_000))
    ink = after(Sketch(), tip, (100, band), (400, band))
    bands = np.arange(PARAMS.bands)[:, None]
    cells = ink[:, 100:400].astype(np.float64) ** 8
    centre = PARAMS.hertz_of((cells * bands).sum(axis=0) / cells.sum(axis=0))
    cents = 1200 * np.log2(centre / 1_000)
    assert cents.max() == pytest.approx(100, abs=15)
    assert cents.min() == pytest.approx(-100, abs=15)
    spectrum = np.abs(np.fft.rfft(cents))
    assert spectrum[1:].argmax() + 1 == 6  # 2 Hz in 3 seconds


def test_a_glide_takes_its_time() -> None:
    low, high = float(PARAMS.band_of(440)), float(PARAMS.band_of(880))
    stroke_ink = after(Sketch(), ToneTip(0.7, glide=0.4), (100, low), (150, low), (150, high), (250, high))
    tops = stroke_ink.argmax(axis=0)
    assert tops[149] == round(low)
    assert low + 5 < tops[158] < high - 2
    assert tops[195] == round(high)


@pytest.mark.parametrize(
    "tip",
    [
        BlurTip(30), DodgeTip(30), NoiseTip(30), SprayTip(30), SmudgeTip(30), OriginalTip(30),
        StampTip(StampInk(np.ones((20, 5), np.float32), 500), 10.0), ToneTip(glide=0.1, attack=0.1, release=0.2),
    ],
    ids=lambda tip: type(tip).__name__,
)  # fmt: skip
@pytest.mark.parametrize("circular", [False, True])
def test_strokes_over_the_edge_are_cut_and_an_aborted_one_leaves_nothing(
    sketch: Sketch, tip: Tip, circular: bool
) -> None:
    sketch.set_circular(circular)
    before = sketch.layers[0].ink
    on = Modifiers(harmonics=Harmonics(3))
    ink = after(sketch, tip, (-30, -20), (300, 530), modifiers=on)
    assert ink.shape == before.shape
    assert np.isfinite(ink).all()
    assert ink.min() >= 0
    sketch.undo()
    stroke = Stroke(sketch, tip, (20, 100), modifiers=on)
    stroke.move((60, 120))
    stroke.abort()
    assert np.array_equal(sketch.layers[0].ink, before)


def test_a_pen_presses_size_or_strength() -> None:
    whole = after(Sketch(), BrushTip(40, 1.0, 0.8), (100, 200))
    half = after(Sketch(), BrushTip(40, 1.0, 0.8), (100, 200), pressed=(0.5, 1.0))
    faint = after(Sketch(), BrushTip(40, 1.0, 0.8), (100, 200), pressed=(1.0, 0.5))
    assert np.count_nonzero(half[200]) == pytest.approx(np.count_nonzero(whole[200]) / 2, abs=1)
    assert faint[200, 100] == pytest.approx(0.4)


@given(st.floats(20, 21), st.floats(100, 101), st.sampled_from((1.0, 1.5, 2.0)), st.floats(0, 1))
def test_the_smallest_brush_paints_wherever_it_is_pressed(
    column: float, band: float, size: float, hardness: float
) -> None:
    sketch = Sketch()
    ink = after(sketch, BrushTip(size, hardness, 0.55), (column, band))
    assert ink.max() > 0.05
    assert (ink > 0).sum() <= 4
    sketch.undo()
    dab = after(sketch, BrushTip(size, hardness, 0.55), (20, 100))
    assert (dab > 1e-6).sum() == 1


def blank_sketch() -> Sketch:
    made = Sketch()
    made.set_length(COLUMNS / 100)
    return made


@pytest.mark.parametrize("end", [(220, 100), (120, 140), (220, 300)])
@pytest.mark.parametrize("size", [4, 16, 48])
def test_a_bounded_brush_paints_along_a_pitch_and_in_glides_as_any(size: float, end: tuple[float, float]) -> None:
    inks = [
        after(blank_sketch(), BrushTip(size, 0.5, 0.9, bounded=bounded), (20, 100), end) for bounded in (True, False)
    ]
    assert np.array_equal(*inks)


@pytest.mark.parametrize("strength", [0.3, 0.5, 1.0])
@pytest.mark.parametrize("top", [200, 300, 500])
def test_straight_up_it_is_as_loud_as_eleven_bands_at_any_strength(top: float, strength: float) -> None:
    ink = after(blank_sketch(), BrushTip(16, 0.5, strength, bounded=True), (100, 20), (100, top))
    sums = (ink.astype(np.float64) ** 8).sum(axis=0)
    assert 10 * np.log10(sums.max()) == pytest.approx(10 * np.log10(11 * strength**8), abs=0.1)
    other = after(blank_sketch(), BrushTip(16, 0.5, strength), (100, 20), (100, top))
    assert np.array_equal(ink > 0, other > 0)


def test_what_was_there_before_a_bounded_stroke_stays_and_undo_brings_all_back(sketch: Sketch) -> None:
    before = sketch.layers[0].ink
    ink = after(sketch, BrushTip(16, 0.5, 0.9, bounded=True), (100, 20), (100, 500))
    assert (ink >= before).all()
    assert (ink > before).sum() > 1_000
    sketch.undo()
    assert np.array_equal(sketch.layers[0].ink, before)


def test_harmonics_of_a_bounded_brush_are_as_they_were_painted() -> None:
    inks = [
        after(
            blank_sketch(),
            BrushTip(16, 0.5, 0.5, bounded=bounded),
            (100, 40),
            (180, 40),
            modifiers=Modifiers(Harmonics(32, 0.0)),
        )
        for bounded in (True, False)
    ]
    assert np.array_equal(*inks)
