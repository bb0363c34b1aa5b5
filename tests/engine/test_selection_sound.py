from __future__ import annotations

import numpy as np
import pytest

from riffdesk.dsp.mel import analyse
from riffdesk.dsp.params import SpectrogramParams
from riffdesk.engine.selection_sound import selection_sound, selection_sound_request
from riffdesk.sketch.layer import Layer
from riffdesk.sketch.paint.region import Region
from riffdesk.sketch.sketch import Sketch
from riffdesk.sketch.sound import Sound
from tests.measure import RATE, rms_db, sine

PARAMS = SpectrogramParams()


def sketch_of(audio: np.ndarray) -> Sketch:
    sketch = Sketch()
    sketch.add_layer(Layer(analyse(audio, PARAMS), "sound"), Sound(audio[None]), samples=len(audio))
    return sketch


def band(hertz: float) -> int:
    return round(float(PARAMS.band_of(hertz)))


def level_at(sound: np.ndarray, hertz: float) -> float:
    spectrum = np.abs(np.fft.rfft(sound * np.hanning(len(sound)))) / len(sound) * 4
    return float(20 * np.log10(spectrum[round(hertz * len(sound) / RATE)] + 1e-9))


@pytest.fixture
def two_tones() -> Sketch:
    return sketch_of(sine(440, 4.0, 0.2) + sine(2_000, 4.0, 0.2))


def test_only_the_bands_that_are_selected_are_heard(two_tones: Sketch) -> None:
    request = selection_sound_request(two_tones.state, Region(100, 200, band(300), band(700)), 0)
    assert request is not None
    assert (request.first, request.last) == (RATE, 2 * RATE)
    sound = selection_sound(request)
    assert sound.shape == (2, RATE)
    inside = sound[0, 2_000:-2_000]
    assert level_at(inside, 440) == pytest.approx(20 * np.log10(0.2), abs=0.6)
    assert level_at(inside, 2_000) < -60


def test_it_is_as_loud_from_its_beginning_to_its_end(two_tones: Sketch) -> None:
    request = selection_sound_request(two_tones.state, Region(100, 200, band(300), band(700)), 0)
    assert request is not None
    sound = selection_sound(request)[0]
    middle = rms_db(sound[20_000:24_000])
    assert rms_db(sound[300:4_300]) == pytest.approx(middle, abs=0.5)
    assert rms_db(sound[-4_300:-300]) == pytest.approx(middle, abs=0.5)
    assert abs(sound[0]) < 0.01
    assert abs(sound[-1]) < 0.01


def test_with_all_bands_it_is_the_layer_bit_for_bit_between_the_fades(two_tones: Sketch) -> None:
    request = selection_sound_request(two_tones.state, Region(100, 200, 0, 512), 0)
    assert request is not None
    assert request.mask is None
    audio = two_tones.active_layer.sound.audio
    assert audio is not None
    np.testing.assert_array_equal(selection_sound(request)[0, 300:-300], audio[0, RATE + 300 : 2 * RATE - 300])


def test_a_beat_before_and_after_is_the_mix_as_far_as_there_is_one(two_tones: Sketch) -> None:
    other = sine(1_000, 4.0, 0.1)
    layer = two_tones.state.active
    two_tones.add_layer(Layer(analyse(other, PARAMS), "other"), Sound(other[None]))
    two_tones.select_layer(layer)
    roll = RATE // 2
    request = selection_sound_request(two_tones.state, Region(20, 100, band(300), band(700)), roll)
    assert request is not None
    sound = selection_sound(request)
    assert request.first == 0
    assert request.before.shape[-1] == round(0.2 * RATE)
    assert request.after.shape[-1] == roll
    after = sound[0, -roll + 2_000 : -2_000]
    assert level_at(after, 1_000) == pytest.approx(-20, abs=1.5)
    assert level_at(after, 2_000) == pytest.approx(20 * np.log10(0.2), abs=1.5)
    assert level_at(sound[0, request.before.shape[-1] + 2_000 : -roll - 2_000], 1_000) < -60


def test_it_has_gain_and_pan_of_its_layer(two_tones: Sketch) -> None:
    two_tones.set_layer(two_tones.state.active, gain_db=-6.0, pan=1.0)
    request = selection_sound_request(two_tones.state, Region(100, 200, band(300), band(700)), 0)
    assert request is not None
    left, right = selection_sound(request)
    assert not left.any()
    assert level_at(right[2_000:-2_000], 440) == pytest.approx(20 * np.log10(0.2) - 6, abs=0.3)


def test_at_the_ends_of_the_sketch_and_for_a_single_cell(two_tones: Sketch) -> None:
    columns = two_tones.columns
    for selection in (Region(0, 3, 0, 10), Region(columns - 3, columns, 500, 512), Region(50, 51, 9, 10)):
        request = selection_sound_request(two_tones.state, selection, RATE)
        assert request is not None
        sound = selection_sound(request)
        assert sound.shape[1] == request.last - request.first
        assert np.isfinite(sound).all()


def test_a_layer_without_sound_has_none() -> None:
    assert selection_sound_request(Sketch().state, Region(0, 100, 0, 100), 0) is None


def test_of_a_region_of_any_shape_only_its_cells_are_heard(two_tones: Sketch) -> None:
    mask = np.zeros((512, 200), bool)
    mask[band(300) : band(700), :100] = True
    mask[band(1_500) : band(2_500), 100:] = True
    region = Region.of(mask, 100)
    assert region is not None
    request = selection_sound_request(two_tones.state, region, 0)
    assert request is not None
    sound = selection_sound(request)[0]
    early, late = sound[4_000 : RATE - 4_000], sound[RATE + 4_000 : -4_000]
    assert level_at(early, 440) > -16 > -60 > level_at(early, 2_000)
    assert level_at(late, 2_000) > -16 > -60 > level_at(late, 440)
