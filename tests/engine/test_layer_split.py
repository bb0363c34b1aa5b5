"""A layer that is split into three, whose sounds sum to its own."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from riffdesk.arrays import Array
from riffdesk.dsp.mel import analyse
from riffdesk.dsp.params import SpectrogramParams
from riffdesk.engine.layer_sound import complete
from riffdesk.engine.layer_split import split_layer, split_request, with_shares
from riffdesk.errors import UserError
from riffdesk.sketch.layer import COLOURS, Layer, Source
from riffdesk.sketch.mixer import mixed_ink
from riffdesk.sketch.paint.strokes import Stroke
from riffdesk.sketch.paint.tips import BrushTip
from riffdesk.sketch.sketch import Sketch
from riffdesk.sketch.sound import Sound
from tests.engine.riffs import PARAMS, alike, drawing, sounding

RATE = SpectrogramParams().sample_rate


def imported(channels: int = 1) -> Sketch:
    """Return a sketch with a sound of clicks and two tones, in 16 bit."""
    times = np.arange(2 * RATE) / RATE
    sound = 0.2 * np.sin(2 * np.pi * 80 * times) + 0.2 * np.sin(2 * np.pi * 500 * times) + 0.3 * (times % 0.25 < 0.002)
    audio = np.repeat(np.round(sound * 2**15)[None] / 2**15, channels, axis=0).astype(np.float32)
    sketch = Sketch()
    source = Source(audio, analyse(audio.mean(axis=0), sketch.params))
    layer = Layer(source.tiles, "clip", source=source, gain_db=-6.0, pan=0.5)
    sketch.add_layer(layer, Sound(source.waveform), samples=audio.shape[-1])
    return sketch


def split(sketch: Sketch) -> tuple[Layer, ...]:
    layer = sketch.active_layer
    sketch.take_step("Split", with_shares(sketch.state, layer, split_layer(split_request(sketch.state, layer.id))))
    return sketch.layers


def audio_of(layer: Layer) -> Array:
    assert layer.sound.audio is not None
    return layer.sound.audio


@pytest.mark.parametrize("channels", [1, 2])
def test_a_layer_becomes_three_that_sum_to_its_very_samples_and_undo_brings_it_back(channels: int) -> None:
    sketch = imported(channels)
    before = sketch.active_layer
    layers = split(sketch)
    assert [layer.name for layer in layers] == ["clip harmonic", "clip bass", "clip percussive"]
    assert len({layer.colour for layer in layers}) == 3
    assert all((layer.gain_db, layer.pan) == (-6.0, 0.5) for layer in layers)
    assert np.array_equal(sum(audio_of(layer) for layer in layers), audio_of(before))
    assert all(layer.sound.unfinished == () for layer in layers)
    assert sketch.active_layer is layers[2]
    sketch.undo()
    assert sketch.layers == (before,)


def test_the_ink_of_each_layer_is_that_of_its_sound_and_together_they_look_like_the_whole() -> None:
    sketch = imported()
    before = mixed_ink(sketch.state)
    for layer in split(sketch):
        heard = analyse(audio_of(layer)[0], sketch.params)[:, : layer.columns]
        assert np.array_equal(layer.ink, heard)
    assert np.abs(mixed_ink(sketch.state) - before)[before > 0.35].mean() < 0.02


def test_what_is_painted_on_a_part_and_erased_again_is_its_own_sound() -> None:
    sketch = imported()
    layer = split(sketch)[0]
    sketch.select_layer(layer.id)
    assert layer.is_as_imported
    Stroke(sketch, BrushTip(10, 1.0, 1.0), (100, 200)).commit()
    assert not sketch.active_layer.is_as_imported
    sketch.undo()
    assert sketch.active_layer.is_as_imported


def test_a_drawing_that_was_not_heard_yet_sounds_first() -> None:
    sketch = Sketch()
    Stroke(sketch, BrushTip(40, 1.0, 0.6), (100, 200)).commit()
    expected = audio_of(complete(sketch.state).layers[0])
    layers = split(sketch)
    assert np.abs(sum(audio_of(layer) for layer in layers) - expected).max() <= 2.0**-23


def test_a_loop_is_split_as_one() -> None:
    ink = drawing()
    sketch = Sketch(replace(Sketch().state, params=PARAMS))
    sketch.add_layer(Layer(ink, "loop"), Sound(sounding(ink)), samples=128 * PARAMS.hop - 100)
    sketch.set_circular(True)
    whole = complete(sketch.state).layers[-1]
    sketch.update(sketch.state.with_layer(whole))
    layers = split(sketch)[-3:]
    assert alike(mixed_ink(replace(sketch.state, layers=layers)), analyse(audio_of(whole)[0], PARAMS)[:, :128]) > 0.98
    assert np.abs(sum(audio_of(layer) for layer in layers) - audio_of(whole)).max() <= 2.0**-23


def test_a_silent_layer_is_not_split_and_one_that_was_changed_meanwhile_stays() -> None:
    sketch = Sketch()
    with pytest.raises(UserError, match="nothing on Layer 1 to split"):
        split_request(sketch.state, sketch.state.active)
    sketch = imported()
    before = sketch.active_layer
    shares = split_layer(split_request(sketch.state, before.id))
    Stroke(sketch, BrushTip(10, 1.0, 1.0), (100, 200)).commit()
    with pytest.raises(UserError, match="changed or removed"):
        with_shares(sketch.state, before, shares)
    assert len(sketch.layers) == 1
    assert COLOURS[0] == sketch.layers[0].colour
