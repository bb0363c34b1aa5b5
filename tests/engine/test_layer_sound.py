from __future__ import annotations

import threading
from dataclasses import replace

import numpy as np
import pytest

from riffdesk.dsp.mel import analyse
from riffdesk.dsp.params import SpectrogramParams
from riffdesk.dsp.phase.quality import Quality
from riffdesk.engine.layer_sound import complete, update_sound
from riffdesk.engine.sound_requests import sound_request
from riffdesk.errors import Cancelled
from riffdesk.progress import Step
from riffdesk.sketch.layer import Layer, Source
from riffdesk.sketch.paint.strokes import Stroke
from riffdesk.sketch.paint.tips import BrushTip, EraserTip, ToneTip
from riffdesk.sketch.sketch import Sketch
from riffdesk.sketch.sound import Sound
from tests.measure import Array, cents, over_the_rest_db, pitch_of, riff, rms_db, sine

PARAMS = SpectrogramParams()
HOP, WINDOW = PARAMS.hop, PARAMS.window


def with_import(audio: Array) -> Sketch:
    sketch = Sketch()
    source = Source(audio, analyse(audio.mean(axis=0), PARAMS))
    layer = Layer(source.tiles, "clip", source=source)
    sketch.add_layer(layer, Sound(source.waveform), samples=audio.shape[-1])
    return sketch


def paint(sketch: Sketch, start: int, ink: Array) -> None:
    edit = sketch.begin_stroke("Paint")
    edit.write(start, ink)
    edit.commit()


def paint_back(sketch: Sketch, start: int, stop: int) -> None:
    """Paint what was imported."""
    source = sketch.active_layer.source
    assert source is not None
    paint(sketch, start, source.ink[:, start:stop])


def render(sketch: Sketch, quality: Quality = "good") -> Array:
    layer = sketch.active_layer
    columns = layer.sound.pending
    assert columns is not None
    patch = update_sound(sound_request(layer, columns, PARAMS, quality))
    assert sketch.take_sound(layer, columns, layer.patched_waveform(patch), draft=quality == "draft")
    audio = sketch.sound(layer.id).audio
    assert audio is not None
    return audio


def test_an_erased_patch_falls_silent_and_all_else_stays_bit_identical() -> None:
    audio = riff(2.0)[None]
    sketch = with_import(audio)
    stroke = Stroke(sketch, EraserTip(2_000, 1.0), (100, 200))
    columns = stroke.commit()
    assert columns is not None
    paint_back(sketch, *columns)
    paint(sketch, 80, np.zeros((PARAMS.bands, 40), np.float32))
    assert sketch.active_layer.sound.stale == (columns,)
    render(sketch)  # what was painted back among it
    after = sketch.sound(sketch.active_layer.id).audio
    assert after is not None
    outside = np.ones(audio.shape[-1], bool)
    outside[80 * HOP - WINDOW : 120 * HOP + WINDOW] = False
    np.testing.assert_array_equal(after[0, : audio.shape[-1]][outside], audio[0][outside])
    inside = slice(92 * HOP, 108 * HOP)
    assert rms_db(after[0, inside]) < rms_db(audio[0, inside]) - 20


def test_undoing_every_stroke_brings_the_imported_samples_back() -> None:
    audio = riff(1.5)[None]
    sketch = with_import(audio)
    source = sketch.active_layer.source
    assert source is not None
    columns = Stroke(sketch, BrushTip(20, 1.0, 0.9), (60, 300)).commit()
    assert columns is not None
    assert not np.array_equal(render(sketch)[:, : audio.shape[-1]], audio)
    sketch.undo()
    assert sketch.active_layer.sound.waveform is source.waveform
    assert sketch.active_layer.sound.unfinished == ()
    sketch.redo()
    paint_back(sketch, *columns)
    np.testing.assert_array_equal(render(sketch), audio)
    assert sketch.active_layer.sound.waveform is source.waveform


def test_undoing_one_of_two_strokes_brings_its_samples_back() -> None:
    audio = riff(2.0)[None]
    sketch = with_import(audio)
    Stroke(sketch, BrushTip(10, 1.0, 0.9), (30, 300)).commit()
    render(sketch)
    columns = Stroke(sketch, BrushTip(10, 1.0, 0.9), (150, 300)).commit()
    assert columns is not None
    render(sketch)
    sketch.undo()
    undone = sketch.active_layer.sound.audio
    sketch.redo()
    paint_back(sketch, *columns)
    for after in (undone, render(sketch)):
        assert after is not None
        away = slice((36 * HOP) + WINDOW, audio.shape[-1])
        np.testing.assert_array_equal(after[0, away], audio[0, away])
        assert not np.array_equal(after[0, 28 * HOP : 32 * HOP], audio[0, 28 * HOP : 32 * HOP])


def test_a_stereo_import_stays_stereo_under_the_brush() -> None:
    left, right = sine(330, 1.5, 0.4), sine(1_760, 1.5, 0.4)
    audio = np.stack([left, right])
    sketch = with_import(audio)
    layer = sketch.active_layer
    paint(sketch, 60, layer.ink[:, 60:100] * np.float32(0.9))
    after = render(sketch)
    assert after.shape == (2, layer.columns * HOP)
    part = slice(68 * HOP, 92 * HOP)
    assert abs(cents(pitch_of(after[0, part]), 330)) < 10
    assert abs(cents(pitch_of(after[1, part]), 1_760)) < 10
    quieter = 80 * np.log10(0.9)
    assert rms_db(after[0, part]) - rms_db(left[part]) == pytest.approx(quieter, abs=1.5)


def test_drawn_ink_sounds_from_nothing() -> None:
    sketch = Sketch()
    band = float(PARAMS.band_of(440))
    stroke = Stroke(sketch, ToneTip(0.8), (20, band))
    stroke.move((120, band))
    stroke.commit()
    audio = render(sketch)
    assert audio.shape == (1, 512 * HOP)
    part = audio[0, 40 * HOP : 100 * HOP]
    assert abs(cents(pitch_of(part), 440)) < 5
    assert over_the_rest_db(part, 440) > 30
    assert not audio[0, 200 * HOP :].any()


def test_complete_renders_what_is_pending_and_nothing_else() -> None:
    audio = riff(0.5)[None]
    sketch = with_import(audio)
    sketch.new_layer("drawn")
    Stroke(sketch, BrushTip(10, 1.0, 0.7), (25, 100)).commit()
    steps: list[Step] = []
    document = complete(sketch.state, steps.append)
    assert all(layer.sound.pending is None for layer in document.layers)
    imported = document.layers[0]
    assert imported.source is not None
    assert imported.sound.waveform is imported.source.waveform
    np.testing.assert_array_equal(imported.sound.waveform, audio)
    assert {step.what for step in steps} == {"Making the sound of drawn in good quality"}


def test_complete_leaves_no_draft() -> None:
    sketch = Sketch()
    Stroke(sketch, BrushTip(10, 1.0, 0.7), (25, 100)).commit()
    draft = render(sketch, "draft")
    assert sketch.active_layer.sound.draft == sketch.active_layer.sound.unfinished != ()
    sound = complete(sketch.state).layer(sketch.active_layer.id).sound
    assert sound.unfinished == ()
    assert sound.audio is not None
    assert not np.array_equal(sound.audio, draft)


def test_complete_leaves_what_is_between_two_drafts_as_it_is() -> None:
    sketch = Sketch()
    paint(sketch, 0, np.random.default_rng(0).uniform(0, 0.5, (PARAMS.bands, 512)).astype(np.float32))
    before = render(sketch)
    layer = sketch.active_layer
    sketch.mark_draft(layer.id, (30, 40))
    sketch.mark_draft(layer.id, (460, 470))
    sound = complete(sketch.state, quality="best").layer(layer.id).sound
    assert sound.unfinished == ()
    assert sound.audio is not None
    between = slice(40 * HOP + WINDOW, 460 * HOP - WINDOW)
    np.testing.assert_array_equal(sound.audio[:, between], before[:, between])
    for start, stop in ((30, 40), (460, 470)):
        assert not np.array_equal(sound.audio[:, start * HOP : stop * HOP], before[:, start * HOP : stop * HOP])


def test_a_part_of_a_long_layer_is_rendered_as_the_whole_would_be() -> None:
    sketch = Sketch()
    sketch.set_length(20)
    for column in (300, 900, 1_500):
        Stroke(sketch, ToneTip(), (column, 200)).line((column + 60, 200))
    paint(sketch, 900, sketch.active_layer.ink[:, 900:1_000] * np.float32(0.9))
    layer = replace(sketch.active_layer, sound=Sound())
    part = update_sound(sound_request(layer, (880, 1_020), PARAMS, "good"))
    assert part.audio.shape[-1] < 3 * WINDOW * 4 + 140 * HOP
    whole = Sound().patched_waveform(part).array
    assert whole.shape == (1, layer.columns * HOP)
    assert abs(cents(pitch_of(whole[0, 915 * HOP : 950 * HOP]), float(PARAMS.hertz_of(200)))) < 60
    assert not whole[0, : 850 * HOP].any()
    assert not whole[0, 1_050 * HOP :].any()


def test_cancel_leaves_the_former_sound() -> None:
    sketch = with_import(riff(1.0)[None])
    Stroke(sketch, BrushTip(), (50, 50)).commit()
    layer = sketch.active_layer
    sound = sketch.sound(layer.id)
    columns = sound.pending
    cancel = threading.Event()
    cancel.set()
    assert columns is not None
    assert sound.audio is not None
    before = sound.audio.copy()
    with pytest.raises(Cancelled):
        update_sound(sound_request(layer, columns, PARAMS, "draft"), cancel=cancel)
    assert sketch.sound(layer.id) is sound
    np.testing.assert_array_equal(sound.audio, before)


class TestLoops:
    """Layers of a circular sketch: they go round in exactly the sketch's samples, whatever its columns."""

    SAMPLES = 66_377  # a quarter of a column more than 150

    def loop(self, audio: Array | None = None) -> Sketch:
        sketch = Sketch()
        sketch.set_circular(True)
        sketch.set_length(self.SAMPLES / PARAMS.sample_rate)
        if audio is None:
            return sketch
        source = Source(audio, analyse(audio.mean(axis=0), PARAMS)[:, :150])
        layer = Layer(source.tiles, "clip", source=source)
        sketch.add_layer(layer, Sound(source.waveform), samples=self.SAMPLES)
        return sketch

    def render(self, sketch: Sketch, columns: tuple[int, int]) -> Array:
        layer, state = sketch.active_layer, sketch.state
        patch = update_sound(sound_request(layer, columns, state.params, "good", loop=state.loop))
        assert sketch.take_sound(layer, columns, layer.patched_waveform(patch), draft=False)
        audio = sketch.sound(layer.id).audio
        assert audio is not None
        return audio

    def test_a_painted_tone_goes_round_in_the_sketch_s_samples(self) -> None:
        sketch = self.loop()
        hertz = 500 * PARAMS.sample_rate / self.SAMPLES
        stroke = Stroke(sketch, ToneTip(0.7), (0, float(PARAMS.band_of(hertz))))
        stroke.move((150, float(PARAMS.band_of(hertz))))
        stroke.commit()
        audio = self.render(sketch, (0, 150))
        assert audio.shape == (1, self.SAMPLES)
        step = np.abs(np.diff(audio[0]))
        assert abs(audio[0, 0] - audio[0, -1]) < 2 * np.percentile(step, 99)
        assert abs(cents(pitch_of(np.tile(audio[0], 4)), hertz)) < 2

    def test_all_of_an_import_but_what_is_painted_stays_bit_identical_round_the_end_too(self) -> None:
        audio = riff(self.SAMPLES / PARAMS.sample_rate)[None]
        sketch = self.loop(audio)
        strokes = []
        for column in (1, 130):
            strokes.append(Stroke(sketch, BrushTip(3, 1.0, 0.5), (column, 200)).commit())
            after = self.render(sketch, (column - 1, column + 2))
        changed = np.flatnonzero(after[0] != audio[0])
        places = changed / self.SAMPLES * 150
        distance = np.minimum(np.abs((places - 1 + 75) % 150 - 75), np.abs(places - 130))
        assert distance.max() < 15
        assert changed.max() > self.SAMPLES - 5 * HOP  # the dab at the beginning is heard before the end
        first, second = strokes
        assert first is not None
        assert second is not None
        kept = np.abs(places - 130) > 15
        sketch.undo()
        undone = sketch.active_layer.sound.audio
        sketch.redo()
        paint_back(sketch, *second)
        for one in (undone, self.render(sketch, (129, 132))):
            assert one is not None
            np.testing.assert_array_equal(one[0, changed[kept]], after[0, changed[kept]])
        paint_back(sketch, *first)
        np.testing.assert_array_equal(self.render(sketch, (0, 3)), audio)
        for _ in range(4):
            sketch.undo()
        np.testing.assert_array_equal(sketch.active_layer.sound.waveform, audio)

    def test_ink_over_a_stereo_import_stays_on_its_side_across_the_end(self) -> None:
        left = sine(500 * PARAMS.sample_rate / self.SAMPLES, self.SAMPLES / PARAMS.sample_rate, 0.5)
        sketch = self.loop(np.stack((left, np.zeros_like(left))))
        for start, stop in ((0, 10), (140, 150)):
            paint(sketch, start, sketch.active_layer.ink[:, start:stop] * np.float32(0.8))
        after = self.render(sketch, (140, 160))
        assert rms_db(after[1]) < rms_db(after[0]) - 40
        assert rms_db(after[0, : 8 * HOP]) < rms_db(left) - 6

    def test_an_export_finishes_a_loop_in_its_own_length(self) -> None:
        sketch = self.loop()
        Stroke(sketch, BrushTip(30, 1.0, 0.5), (149, 200)).commit()
        sound = complete(sketch.state).layer(sketch.active_layer.id).sound
        assert sound.audio is not None
        assert sound.audio.shape[-1] == self.SAMPLES
        assert np.abs(sound.audio[0, : 5 * HOP]).max() > 0.003  # half a window after the dab
