"""Each effect on ink: what it does in dB, columns and cents, and that no number breaks it."""

from __future__ import annotations

import math

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from riffdesk.dsp.params import SpectrogramParams
from riffdesk.dsp.phase.reconstruction import reconstruct
from riffdesk.dsp.pitch import hertz_of_midi
from riffdesk.dsp.tone import tone_shape
from riffdesk.sketch.ink import Ink
from riffdesk.sketch.paint.effects.catalogue import EFFECTS
from riffdesk.sketch.paint.effects.effect import LOUDEST_INK, Effect, Place, Values, apply_effect, begin_effect
from riffdesk.sketch.paint.effects.noise import noise_profile
from riffdesk.sketch.paint.effects.onsets import onsets_of
from riffdesk.sketch.paint.effects.pitches import nearest_in, scale_of
from riffdesk.sketch.paint.effects.single_pitch import notes_of_line, pitches_of
from riffdesk.sketch.paint.region import Region
from riffdesk.sketch.sketch import Sketch
from tests.measure import cents, pitch_of

PARAMS = SpectrogramParams()
PLACE = Place(PARAMS)
BY_NAME = {effect.name: effect for effect in EFFECTS}


def sketch_of(ink: np.ndarray) -> Sketch:
    sketch = Sketch()
    edit = sketch.begin_stroke("Ink")
    edit.write(0, ink.astype(np.float32))
    edit.commit()
    return sketch


def noise(seed: int = 1, columns: int = 512) -> np.ndarray:
    return (0.6 * np.random.default_rng(seed).random((512, columns))).astype(np.float32)


def done(name: str, ink: np.ndarray, region: Region | None = None, place: Place = PLACE, **values: float) -> np.ndarray:
    """Return the ink of a sketch after an effect."""
    sketch = sketch_of(ink)
    applied(sketch, BY_NAME[name], region, place, values)
    return sketch.layers[0].ink


def applied(sketch: Sketch, effect: Effect, region: Region | None, place: Place, values: Values) -> None:
    region = region or Region.everything(sketch)
    edit = begin_effect(sketch, effect, region)
    apply_effect(edit, effect, region, place, values)
    edit.commit()


def db(ink: np.ndarray) -> np.ndarray:
    return 80 * np.log10(np.maximum(ink, 1e-9))


def circle(column: int = 200, band: int = 200, radius: int = 60) -> Region:
    x, y = np.arange(512)[None, :], np.arange(512)[:, None]
    region = Region.of((x - column) ** 2 + (y - band) ** 2 < radius**2)
    assert region is not None
    return region


BAD = st.one_of(st.floats(-1e3, 1e3), st.sampled_from((math.nan, math.inf, -math.inf, 1e300)))


@pytest.mark.parametrize("effect", EFFECTS, ids=lambda effect: effect.name)
@settings(max_examples=6)
@given(st.data())
def test_no_number_breaks_an_effect_and_undo_restores_every_cell(effect: Effect, data: st.DataObject) -> None:
    values = {one.name: data.draw(BAD, one.name) for one in effect.parameters}
    start, low = data.draw(st.integers(0, 400)), data.draw(st.integers(0, 480))
    region = Region(start, start + data.draw(st.integers(1, 100)), low, low + data.draw(st.integers(1, 30)))
    ink = noise(data.draw(st.integers(0, 9)))
    sketch = sketch_of(ink)
    applied(sketch, effect, region, Place(PARAMS, 97.0, "C minor"), values)
    after = sketch.layers[0].ink
    assert np.isfinite(after).all()
    assert after.min() >= 0
    assert after.max() <= LOUDEST_INK
    if effect.is_inside:
        outside = region.weights(0, 512, slice(0, 512)) == 0
        np.testing.assert_array_equal(after[outside], ink[outside])
    if sketch.history.undo_name == effect.name:
        sketch.undo()
    np.testing.assert_array_equal(sketch.layers[0].ink, ink)


@pytest.mark.parametrize("effect", EFFECTS, ids=lambda effect: effect.name)
def test_an_effect_keeps_the_shape_of_the_region_and_takes_two_channels(effect: Effect) -> None:
    from riffdesk.sketch.state import empty_state

    sketch = Sketch(empty_state(SpectrogramParams.wide_stereo()))
    ink = np.stack([noise(1), noise(2)])
    ink[:, 200, 150:250] = 1.2  # a tone
    edit = sketch.begin_stroke("Ink")
    edit.write(0, ink)
    edit.commit()
    region = circle()
    applied(sketch, effect, region, Place(sketch.params), {"db": -20, "threshold": -10})
    after = sketch.layers[0].ink
    assert after.shape == ink.shape
    assert (after != ink).any()
    before_it = (slice(None), slice(None), slice(0, region.start))
    np.testing.assert_array_equal(after[before_it], ink[before_it])
    if effect.is_inside:
        outside = region.weights(0, 512, slice(0, 512)) == 0
        np.testing.assert_array_equal(after[:, outside], ink[:, outside])


def test_an_effect_that_is_tried_with_other_numbers_starts_from_the_original() -> None:
    sketch, effect = sketch_of(noise()), BY_NAME["Echo"]
    region = Region(100, 150, 0, 512)
    edit = begin_effect(sketch, effect, region)
    for beats in (2, 0.5, 1):
        apply_effect(edit, effect, region, PLACE, {"beats": beats, "count": 1})
    edit.commit()
    np.testing.assert_array_equal(sketch.layers[0].ink, done("Echo", noise(), region, beats=1, count=1))
    assert len(sketch.history.steps) == 3


# Levels


@pytest.mark.parametrize("gain", [-60, -6, 3.5, 24])
def test_a_gain_is_exact_in_db(gain: float) -> None:
    ink = noise() + 0.1
    np.testing.assert_allclose(db(done("Gain", ink, circle(), db=gain)) - db(ink), gain * circle_mask(), atol=2e-3)


def circle_mask() -> np.ndarray:
    return circle().weights(0, 512, slice(0, 512))


@pytest.mark.parametrize("power", [0.25, 0.5])
def test_a_fade_is_a_straight_line_of_the_amplitude(power: float) -> None:
    params = SpectrogramParams(power=power)
    ink = np.full((512, 100), 0.8, np.float32)
    for name, ramp in (("Fade in", (np.arange(100) + 0.5) / 100), ("Fade out", (99.5 - np.arange(100)) / 100)):
        amplitude = (BY_NAME[name].change(ink, Place(params), {}) / 0.8) ** (1 / power)
        np.testing.assert_allclose(amplitude, np.broadcast_to(ramp, amplitude.shape), rtol=1e-4)


def test_normalising_brings_the_loudest_cell_to_the_level_and_leaves_silence() -> None:
    after = done("Normalise", noise(), db=-7)
    assert db(after).max() == pytest.approx(-7, abs=1e-3)
    np.testing.assert_allclose(after / after.max(), noise() / noise().max(), rtol=1e-5)
    assert not BY_NAME["Normalise"].change(np.zeros((9, 9), np.float32), PLACE, {"db": -7}).any()


def test_a_gate_turns_down_what_is_below_the_threshold_by_the_reduction() -> None:
    ink = noise() + 0.05
    after = done("Gate", ink, threshold=-40, reduction=30)
    quiet = db(ink) < -40
    np.testing.assert_allclose(db(after)[quiet] - db(ink)[quiet], -30, atol=2e-3)
    np.testing.assert_array_equal(after[~quiet], ink[~quiet].astype(np.float32))


# Time


def test_reverse_twice_is_nothing_and_once_is_the_mirror() -> None:
    region = Region(100, 201, 50, 300)
    once = done("Reverse", noise(), region)
    np.testing.assert_array_equal(once[50:300, 100:201], noise()[50:300, 100:201][:, ::-1])
    np.testing.assert_array_equal(done("Reverse", once, region), noise())


def test_the_mirror_in_time_is_laid_over_the_region_or_replaces_it() -> None:
    ink, region = noise(), Region(100, 201, 50, 300)
    part = ink[50:300, 100:201]
    both, alone = (done("Mirror in time", ink, region, stays=stays) for stays in (0, 1))
    np.testing.assert_array_equal(both[50:300, 100:201], np.maximum(part, part[:, ::-1]))
    np.testing.assert_array_equal(alone, done("Reverse", ink, region))
    outside = np.ones(ink.shape, bool)
    outside[50:300, 100:201] = False
    np.testing.assert_array_equal(both[outside], ink[outside])
    corner = Region.of(np.tri(60, 60, dtype=bool), 100, 50)
    assert corner is not None
    alone = done("Mirror in time", ink, corner, stays=1)[50:110, 100:160]  # what is not selected stays
    np.testing.assert_array_equal(alone[0, 1:59], ink[50, 101:159])
    assert alone[59].tolist() == ink[109, 100:160][::-1].tolist()


@pytest.mark.parametrize("factor", [25, 50, 150, 400])
def test_a_stretched_mark_is_that_much_longer_and_as_loud_and_what_follows_stays(factor: float) -> None:
    ink = np.zeros((512, 512), np.float32)
    ink[200, 20:60] = 0.7
    ink[300, 400:410] = 0.5
    after = done("Stretch", ink, Region(10, 100, 0, 512), factor=factor)
    columns = np.flatnonzero(after[200] > 0.35)
    assert len(columns) == pytest.approx(40 * factor / 100, abs=2)
    assert columns[0] == pytest.approx(10 + 10 * factor / 100, abs=2)
    assert after[200].max() == pytest.approx(0.7, abs=0.01)
    np.testing.assert_array_equal(after[300], ink[300])


def test_shortening_loses_no_mark_of_one_column() -> None:
    ink = np.zeros((512, 512), np.float32)
    ink[100, 50:250:16] = 0.8
    after = done("Stretch", ink, Region(0, 400, 0, 512), factor=25)[100, :100]
    assert len(np.flatnonzero(after > 0.1)) >= 13


def test_a_smear_keeps_the_mean_amplitude_and_a_frozen_column_stays() -> None:
    ink = np.zeros((512, 512), np.float32)
    ink[100, 200:210] = 0.8
    after = done("Time-smear", ink, ms=500)
    assert (after[100].astype(np.float64) ** 4).sum() == pytest.approx(
        (ink[100].astype(np.float64) ** 4).sum(), rel=1e-3
    )
    assert np.ptp(np.flatnonzero(after[100] > 0.01)) == pytest.approx(59, abs=2)
    frozen = done("Freeze", noise(), Region(100, 300, 0, 512), at=50)
    np.testing.assert_array_equal(frozen[:, 200:300], np.repeat(noise()[:, 200:201], 100, axis=1))
    np.testing.assert_array_equal(frozen[:, :200], noise()[:, :200])


# Tails


def test_echoes_come_after_their_beats_and_are_quieter_by_the_decay() -> None:
    ink = np.zeros((512, 512), np.float32)
    ink[100:110, 40:60] = 0.8
    after = done("Echo", ink, Region(30, 70, 90, 120), Place(PARAMS, tempo=120), beats=1.5, count=4, decay=6)
    for number in range(5):
        heard = after[105, 40 + 75 * number : 60 + 75 * number]
        assert db(heard) == pytest.approx(db(np.float32(0.8)) - 6 * number, abs=0.01)
        assert not after[105, 60 + 75 * number : min(512, 115 + 75 * number)].any()


def test_a_reverb_tail_falls_by_60_db_in_its_time() -> None:
    ink = np.zeros((512, 512), np.float32)
    ink[100, 20:40] = 0.9
    after = done("Reverb tail", ink, Region(10, 50, 50, 150), seconds=2, level=-10)
    tail = db(after[100, 40:240])
    assert tail[0] == pytest.approx(db(np.float32(0.9)) - 10 - 60 / 200, abs=0.05)
    np.testing.assert_allclose(np.diff(tail), -60 / 200, atol=0.01)
    np.testing.assert_array_equal(after[100, :40], ink[100, :40])
    assert not after[:50].any()


# Pitch


def tones(*notes: tuple[int, float, int, int], partials: int = 6, level: float = 0.6) -> np.ndarray:
    """Return ink of notes: MIDI note, cents above it, first column, and the one after the last."""
    ink = np.zeros((512, 512), np.float32)
    for midi, off, start, stop in notes:
        shape = level * tone_shape(PARAMS, round(100 * (midi - 69) + off), partials, 6.0)
        ink[:, start:stop] = np.maximum(ink[:, start:stop], shape[:, None])
    return ink


def heard(ink: np.ndarray, start: int, stop: int) -> float:
    """Return the pitch in Hz of some columns."""
    sound = reconstruct(ink[:, start:stop], PARAMS)
    return pitch_of(sound[15 * PARAMS.hop : -15 * PARAMS.hop])


@pytest.mark.parametrize("partials", [1, 3, 8])
def test_the_pitch_of_single_notes_is_read_within_three_cents(partials: int) -> None:
    for midi in (40, 52, 60, 69, 81, 93):
        for off in (-40, 0, 23):
            read = pitches_of(tones((midi, off, 0, 20), partials=partials)[:, :20], PARAMS)
            assert np.abs(100 * (read - midi) - off).max() < 3, (midi, off, partials)


def test_notes_of_a_line_are_told_apart_and_silence_is_none() -> None:
    notes = notes_of_line(tones((60, 10, 20, 100), (64, 0, 100, 200), (60, 0, 260, 300)), PARAMS)
    assert [(note.start, note.stop) for note in notes] == [(20, 100), (100, 200), (260, 300)]
    assert [note.midi for note in notes] == pytest.approx([60.1, 64, 60], abs=0.03)
    assert notes_of_line(np.zeros((512, 40), np.float32), PARAMS) == []


@pytest.mark.parametrize("semitones", [-12, 3.5, 7])
def test_transposed_notes_sound_at_their_interval_with_their_partials_at_their_levels(semitones: float) -> None:
    ink = tones((60, 0, 50, 250))
    after = done("Transpose", ink, Region(40, 260, 0, 512), semitones=semitones)
    assert abs(cents(heard(after, 50, 250), hertz_of_midi(60 + semitones))) < 3
    wanted = 0.6 * tone_shape(PARAMS, round(100 * (60 + semitones - 69)), 6, 6.0)
    for partial in (1, 2, 3, 4):
        band = round(float(PARAMS.band_of(hertz_of_midi(60 + semitones) * partial)))
        near = slice(band - 2, band + 3)
        assert db(after[near, 150].max()) == pytest.approx(db(wanted[near].max()), abs=2)


@pytest.mark.parametrize(("copies", "octaves"), [(0, (12,)), (1, (-12,)), (2, (12, -12))])
def test_copies_are_octaves_away_with_their_level_and_the_notes_stay(copies: int, octaves: tuple[int, ...]) -> None:
    ink = tones((69, 0, 50, 250), partials=1)
    after = done("Mirror in octaves", ink, Region(40, 260, 0, 512), copies=copies, level=-9)
    assert (after >= ink).all()
    for octave in (12, -12):
        band = round(float(PARAMS.band_of(hertz_of_midi(69 + octave))))
        near = slice(band - 3, band + 4)
        wanted = 0.6 * tone_shape(PARAMS, 100 * octave, 1, 6.0)[near].max()
        rise = db(after[near, 150].max()) - db(ink[near, 150].max())
        if octave in octaves:
            assert db(after[near, 150].max()) - db(wanted) == pytest.approx(-9, abs=1.5)
        else:
            assert rise < 1
    copy = np.where(after > 1.01 * ink, after, 0)
    if copies < 2:
        assert abs(cents(heard(copy, 50, 250), hertz_of_midi(69 + octaves[0]))) < 5
    np.testing.assert_array_equal(after[:, :40], ink[:, :40])


@pytest.mark.parametrize(("fixed", "midi"), [(0, 62), (1, 60), (2, 58)])
def test_intervals_are_scaled_around_an_edge_or_the_middle(fixed: int, midi: float) -> None:
    ink = tones((60, 0, 50, 250))
    low, high = (round(float(PARAMS.band_of(hertz_of_midi(note)))) for note in (56, 64))
    after = done("Scale in pitch", ink, Region(40, 260, low, high), factor=150, fixed=fixed)
    assert abs(cents(heard(after, 50, 250), hertz_of_midi(midi))) < 60  # edges are borders between bands


def test_each_note_moves_by_steps_of_the_key() -> None:
    ink = tones((60, 0, 50, 150), (63, 0, 150, 250), (67, 0, 250, 350))
    after = done("Transpose in the scale", ink, None, Place(PARAMS, key="C minor"), steps=2)
    for (start, stop), midi in zip(((50, 150), (150, 250), (250, 350)), (63, 67, 70), strict=True):
        assert abs(cents(heard(after, start, stop), hertz_of_midi(midi))) < 4
    down = done("Transpose in the scale", ink, None, Place(PARAMS, key="C minor"), steps=-1)
    assert abs(cents(heard(down, 50, 150), hertz_of_midi(58))) < 4
    chromatic = done("Transpose in the scale", ink, None, Place(PARAMS), steps=1)
    assert abs(cents(heard(chromatic, 50, 150), hertz_of_midi(61))) < 4


def test_quantised_notes_are_in_the_key_and_half_of_it_is_half_of_the_way() -> None:
    ink = tones((60, 35, 50, 150), (64, 0, 150, 250))
    full = done("Quantise pitches", ink, None, Place(PARAMS, key="C minor"), strength=100)
    assert abs(cents(heard(full, 50, 150), hertz_of_midi(60))) < 4
    assert abs(cents(heard(full, 150, 250), hertz_of_midi(63))) < 4 or (
        abs(cents(heard(full, 150, 250), hertz_of_midi(65))) < 4
    )
    half = done("Quantise pitches", ink, None, Place(PARAMS, key="C minor"), strength=50)
    assert cents(heard(half, 50, 150), hertz_of_midi(60)) == pytest.approx(17.5, abs=4)


def test_the_scale_of_a_key() -> None:
    assert scale_of("C minor") == [0, 2, 3, 5, 7, 8, 10]
    assert scale_of("A major") == [1, 2, 4, 6, 8, 9, 11]
    assert scale_of("") == list(range(12))
    assert nearest_in(scale_of("C major"), 61.4) == 62
    assert nearest_in(scale_of("C major"), 0.2) == 0


def test_flip_turns_the_region_upside_down() -> None:
    after = done("Flip", noise(), Region(100, 200, 50, 151))
    np.testing.assert_array_equal(after[50:151, 100:200], noise()[50:151, 100:200][::-1])


# Onsets


def test_onsets_go_to_the_grid_and_marks_keep_their_levels() -> None:
    ink = np.zeros((512, 512), np.float32)
    for start, band in ((53, 100), (97, 150), (160, 120), (203, 100)):  # eighths at 120 bpm are 25 columns
        ink[band : band + 8, start : start + 12] = 0.7
    after = done("Quantise onsets", ink, None, Place(PARAMS, tempo=120), grid=1, strength=100)
    assert onsets_of(after).tolist() == [50, 100, 150, 200]
    assert after.max() == pytest.approx(0.7)
    half = done("Quantise onsets", ink, None, Place(PARAMS, tempo=120), grid=1, strength=50)
    assert np.abs(onsets_of(half) - [51.5, 98.5, 155, 201.5]).max() <= 0.5
    part = done("Quantise onsets", ink, Region(40, 130, 0, 512), Place(PARAMS, tempo=120), grid=1, strength=100)
    assert onsets_of(part).tolist() == [50, 100, 160, 203]


def test_the_beginning_of_a_held_note_is_no_onset() -> None:
    assert onsets_of(np.full((512, 100), 0.5, np.float32)).tolist() == []


# Noise


def test_denoising_turns_the_noise_down_and_leaves_the_note() -> None:
    rng = np.random.default_rng(7)
    floor = (10 ** (-60 / 80) * rng.rayleigh(0.8, (512, 512)) ** 0.25).astype(np.float32)
    ink = np.maximum(floor, tones((69, 0, 200, 400)))
    profile = noise_profile(Ink.of(ink), Region(0, 150, 0, 512))
    assert db(profile).mean() == pytest.approx(db(floor).mean(), abs=3)
    for place in (Place(PARAMS, noise=profile), PLACE):
        after = done("Denoise", ink, None, place, reduction=30, margin=12)
        assert (db(ink) - db(after))[300:, :190].mean() == pytest.approx(30, abs=3)
        band = round(float(PARAMS.band_of(440)))
        np.testing.assert_allclose(after[band - 1 : band + 2, 200:400], ink[band - 1 : band + 2, 200:400], rtol=1e-5)


def test_a_profile_of_some_bands_has_the_nearest_level_in_the_others() -> None:
    ink = np.full((512, 100), 0.2, np.float32)
    ink[200:] = 0.4
    profile = noise_profile(Ink.of(ink), Region(10, 50, 150, 250))
    np.testing.assert_allclose(profile[:200], 0.2)
    np.testing.assert_allclose(profile[200:], 0.4)


# Healing


def test_a_healed_hole_in_noise_has_its_level_and_its_texture() -> None:
    ink = noise() + 0.1
    hole = Region(200, 260, 0, 512)
    damaged = ink.copy()
    damaged[:, 200:260] = 1.0
    healed = done("Heal", damaged, hole)[:, 200:260]
    assert db(healed.mean()) == pytest.approx(db(ink.mean()), abs=0.5)
    assert healed.std(axis=1).mean() == pytest.approx(ink[:, 200:260].std(axis=1).mean(), rel=0.15)
    assert (np.abs(np.diff(healed, axis=1)) < 0.01).mean() < 0.08  # nothing is flat
    np.testing.assert_array_equal(done("Heal", damaged, hole)[:, :200], damaged[:, :200])


def test_partials_go_on_through_a_healed_hole_and_their_levels_go_from_side_to_side() -> None:
    ink = tones((69, 0, 20, 490))
    ink[:, 250:] *= 10 ** (-12 / 80)
    damaged = ink.copy()
    damaged[:, 220:280] = 0.9
    after = done("Heal", damaged, Region(220, 280, 0, 512))
    band = round(float(PARAMS.band_of(440)))
    line = db(after[band, 210:290])
    assert (np.diff(line) <= 1e-4).all()
    assert line[[0, 40, -1]] - line[0] == pytest.approx([0, -6, -12], abs=0.6)
    louder = np.maximum(ink[:, 210], ink[:, 290])[:, None]  # of both sides: nothing is between the partials
    assert (after[:, 220:280] <= louder + 1e-6).all()
    assert abs(cents(heard(after, 200, 300), 440)) < 2


def test_healing_takes_the_one_side_that_is_there_and_each_band_of_a_shape_its_own_ends() -> None:
    ink = np.full((512, 512), 0.3, np.float32)
    ink[:, 300:] = 0.5
    damaged = ink.copy()
    damaged[:, :50] = damaged[:, 480:] = 1.0
    assert done("Heal", damaged, Region(0, 50, 0, 512))[:, :50] == pytest.approx(0.3)
    assert done("Heal", damaged, Region(480, 512, 0, 512))[:, 480:] == pytest.approx(0.5)
    spot = circle()
    damaged = np.where(spot.cells(0, 512, 0, 512), np.float32(1), ink)
    np.testing.assert_allclose(done("Heal", damaged, spot), ink, atol=1e-6)


def test_healing_in_a_loop_takes_what_is_on_its_other_end() -> None:
    ink = np.full((512, 512), 0.3, np.float32)
    ink[:, 400:] = 0.5
    ink[:, 490:] = 1.0
    for seamless, level in ((False, 0.5), (True, 0.3 + 0.2 * 11.5 / 23)):
        after = done("Heal", ink, Region(490, 512, 0, 512), Place(PARAMS, seamless=seamless))
        assert after[100, 500:502].mean() == pytest.approx(level, abs=1e-5)


def test_what_is_selected_for_all_of_the_time_stays_as_it_cannot_be_healed() -> None:
    ink = noise()
    np.testing.assert_array_equal(done("Heal", ink, Region(0, 512, 100, 120)), ink)


def test_in_a_loop_tails_go_on_in_the_beginning() -> None:
    ink = np.zeros((512, 512), np.float32)
    ink[100, 480:490] = 0.8
    sketch = sketch_of(ink)
    sketch.set_circular(True)
    place = Place(PARAMS, tempo=120, seamless=True)
    applied(sketch, BY_NAME["Echo"], Region(470, 500, 90, 120), place, {"beats": 1, "count": 11, "decay": 6})
    after = sketch.layers[0].ink
    assert db(after[100, 480 + 50 - 512]) == pytest.approx(db(np.float32(0.8)) - 6, abs=0.01)
    assert db(after[100, 480 + 550 - 1024]) == pytest.approx(db(np.float32(0.8)) - 66, abs=0.01)
    np.testing.assert_array_equal(after[100, 480:490], ink[100, 480:490])


def test_partials_alone_are_echoed() -> None:
    ink = tones((69, 0, 20, 60), partials=1)
    ink[150:400, 70:73] = 0.7  # a stroke
    after = done("Echo of partials", ink, Region(10, 80, 0, 512), Place(PARAMS, tempo=120), beats=2, count=1, decay=6)
    band = round(float(PARAMS.band_of(440)))
    np.testing.assert_array_equal(after[:, :100], np.maximum(ink, 0)[:, :100].astype(np.float32))
    np.testing.assert_allclose(db(after[band, 120:160]), db(ink[band, 20:60]) - 6, atol=0.01)
    assert not after[150:400, 165:180].any()
