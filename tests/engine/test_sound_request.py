"""What is cut out of a layer for the engine, in loops too: as little as on a short sketch, and it sounds as well."""

from __future__ import annotations

from dataclasses import replace
from functools import cache

import numpy as np
import pytest

from riffdesk.dsp.mel import analyse, mel_amplitudes, mel_from_ink
from riffdesk.dsp.params import SpectrogramParams
from riffdesk.engine.layer_sound import update_sound
from riffdesk.engine.sound_requests import SoundRequest, sound_request
from riffdesk.sketch.layer import Layer
from riffdesk.sketch.paint.strokes import Stroke
from riffdesk.sketch.paint.tips import BrushTip
from riffdesk.sketch.sketch import Sketch
from riffdesk.sketch.sound import Sound, Waveform
from tests.measure import Array, riff

PARAMS = SpectrogramParams()
HOP, WINDOW = PARAMS.hop, PARAMS.window
COLUMNS = 240
ODD = 177  # samples that a loop is longer than its columns


def drawn(samples: int, *, circular: bool) -> Sketch:
    """Return a sketch of ink that was music and has a silent sound."""
    sketch = Sketch()
    sketch.set_circular(circular)
    sketch.set_length(samples / PARAMS.sample_rate)
    ink = np.resize(music().T, (sketch.columns, PARAMS.bands)).T
    edit = sketch.begin_stroke("Music")
    edit.write(0, ink)
    edit.commit()
    layer = sketch.layers[0]
    sketch.set_sound(layer.id, Sound(np.zeros((1, samples), np.float32)))
    return sketch


@cache
def music() -> Array:
    return analyse(riff(COLUMNS / 100), PARAMS)[:, :COLUMNS]


@cache
def heard(samples: int, circular: bool) -> Waveform:
    """Return what such a sketch sounds like."""
    sketch = drawn(samples, circular=circular)
    layer = sketch.layers[0]
    whole = sound_request(layer, (0, layer.columns), PARAMS, "good", loop=sketch.state.loop)
    return Sound().patched_waveform(update_sound(whole))


def dab(sketch: Sketch, column: float) -> tuple[SoundRequest, Layer]:
    """Paint one mark; return what the engine is asked for then."""
    Stroke(sketch, BrushTip(12, 0.5, 0.8), (column, 250)).commit()
    layer = sketch.layers[0]
    stale = layer.sound.stale
    columns = stale[0]
    if len(stale) > 1:  # round the end
        columns = stale[-1][0], stale[0][1] + layer.columns
    return sound_request(layer, columns, PARAMS, "good", loop=sketch.state.loop), layer


def convergence_around(column: float, layer: Layer, audio: Array) -> float:
    """Return how far a layer's sound is from its ink within 20 columns of a place, round the end, in dB."""
    columns = np.arange(round(column) - 60, round(column) + 60)
    ink = np.take(layer.ink, columns, axis=-1, mode="wrap")
    samples = round(column * audio.shape[-1] / layer.columns) + np.arange(-60 * HOP, 60 * HOP)
    heard = np.take(audio[0], samples, mode="wrap")
    wanted, got = mel_from_ink(ink, PARAMS)[:, 40:80], mel_amplitudes(heard, PARAMS)[:, 40:80]
    return float(20 * np.log10(np.linalg.norm(got - wanted) / np.linalg.norm(wanted)))


@pytest.mark.parametrize("circular", [False, True])
@pytest.mark.parametrize("columns", [COLUMNS, 6_000])
def test_a_dab_sends_as_little_of_a_minute_and_of_a_loop_as_of_two_seconds(circular: bool, columns: int) -> None:
    sketch = drawn(columns * HOP - (ODD if circular else 0), circular=circular)
    request, _ = dab(sketch, 120)
    assert not request.closed
    assert request.ink.shape[-1] < 110
    assert abs(request.samples - request.ink.shape[-1] * HOP) <= HOP


@pytest.mark.parametrize(
    ("circular", "odd", "column"),
    [(False, 0, 120), (True, 0, 120), (True, ODD, 120), (True, ODD, 0.5), (True, ODD, 238.5), (True, -ODD, 239.5)],
)
def test_a_dab_sounds_as_it_looks_and_nothing_changes_a_window_away(circular: bool, odd: int, column: float) -> None:
    samples = COLUMNS * HOP + odd
    sketch = drawn(samples, circular=circular)
    sketch.set_sound(sketch.layers[0].id, Sound(heard(samples, circular)))
    before = sketch.layers[0].sound.audio
    request, layer = dab(sketch, column)
    assert before is not None
    after = layer.sound.patched_waveform(update_sound(request)).array
    assert after.shape == (1, samples)

    # It sounds as close to what is seen as if all of the layer were rendered for it.
    alone = replace(layer, sound=Sound())
    whole = update_sound(sound_request(alone, (0, layer.columns), PARAMS, "good", loop=sketch.state.loop))
    best = convergence_around(column, layer, Sound().patched_waveform(whole).array)
    assert convergence_around(column, layer, after) < best + 1.5
    assert convergence_around(column, layer, before) > best + 4

    # It changes no sample that is more than a window away from what was painted.
    middle, half = column * samples / layer.columns, 7 * HOP
    away = np.abs(np.flatnonzero(after[0] != before[0]) - middle)
    if circular:
        away = np.minimum(away, samples - away)
    assert len(away)
    assert away.max() <= half + WINDOW
