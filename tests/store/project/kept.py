"""What the project files in ``data`` hold: they were written by the riffdesk whose format was 4, and never again.

What was not finished is one range of columns in them, drafts among it. What a riff is asked for is their number of
steps and what their topmost riff was made of. Arrays follow formulas of whole numbers over a power of two, so that
every value is exact and none has to be kept twice.
"""

from __future__ import annotations

from dataclasses import replace

import numpy as np
from numpy.typing import NDArray

from riffdesk.dsp.params import SpectrogramParams
from riffdesk.sketch.layer import Layer, Source
from riffdesk.sketch.recipe.recipe import Recipe
from riffdesk.sketch.recipe.render_settings import RenderSettings
from riffdesk.sketch.recipe.timeline import Keyframe
from riffdesk.sketch.sound import Sound
from riffdesk.sketch.state import State
from tests.states import with_sounds

PARAMS = SpectrogramParams(bands=8, min_hz=27.5)
STEREO = SpectrogramParams(sample_rate=22_050, stereo=True, bands=9, power=0.5, max_hz=8_000)
COLUMNS = 20
SAMPLES = 19 * 441 + 100
LOOP_COLUMNS = 23
LOOP_SAMPLES = 23 * 441 + 147  # no whole number of hops
RECIPE = Recipe(
    "starter",
    (
        Keyframe(0.0, "slow jazz é", "(drums:1.2)", 7, 0.5, 3.0, "smooth"),
        Keyframe(2.0, "fast", seed=2**31 - 1, curve="hold"),
    ),
    5.12,
    12,
    "Euler a",
    circular=True,
    init="four-on-the-floor",
    mask="mask.png",
    loras=(("old tape", 0.5), ("funk", -0.125)),
    quality="best",
    clips=True,
    tempo=97.25,
    beats_per_bar=7,
)
KEYFRAMES = (
    Keyframe(),
    Keyframe(1.5, "house drums", "", 7, 0.25, 0.5, "hold"),
    Keyframe(2.5, "slow jazz, (sax:1.2)", "drums é\n", 2**31 - 1, 1.0, 30.0, "smooth"),
)


def ink(*shape: int, seed: int) -> NDArray[np.float32]:
    """Return ink between 0 and 1 with silence in it."""
    values = (np.arange(np.prod(shape)) * 7 + 31 * seed) % 19
    return (np.maximum(values - 3, 0) / 16).astype(np.float32).reshape(shape)


def sound(channels: int, samples: int, *, seed: int) -> NDArray[np.float32]:
    """Return sound between -1 and 1."""
    values = (np.arange(channels * samples) * 13 + 57 * seed) % 255
    return ((values - 127) / 128).astype(np.float32).reshape(channels, samples)


def documents() -> dict[str, State]:
    """Return what each of the files holds, by its name without the suffix."""
    return {"layers": _layers(), "loop": _loop(), "stereo": _stereo(), "drawn": _drawn()}


def _layers() -> State:
    """Return imports as they came and painted on, drawings with and without sound, a riff; muted, soloed, moved."""
    untouched = Source(sound(2, SAMPLES, seed=1), ink(8, COLUMNS, seed=2))
    painted = Source(sound(1, 30 * 441, seed=3), ink(2, 8, 31, seed=4))
    layers = (
        Layer(ink(8, COLUMNS, seed=2), "Imported", id="a", source=untouched),
        Layer(ink(2, 8, COLUMNS, seed=5), "Painted over 🎸", "#ABCDEF", -4.5, 0.25, True, True, painted, "b"),
        Layer(ink(8, COLUMNS, seed=6), 'Drawn "by" hand\n/..\\', id="c", mute=True),
        Layer(np.zeros((8, COLUMNS), np.float32), "", gain_db=24.0, pan=-1.0, id="d", solo=True),
        Layer(ink(8, COLUMNS, seed=7), "slow jazz é", "#4db6ac", -60.0, 1.0, id="e", recipe=RECIPE),
    )
    sounds = {
        "a": Sound(untouched.audio),
        "b": Sound(sound(2, 31 * 441, seed=8), stale=((3, 12),)),
        "c": Sound(None, stale=((0, COLUMNS),)),
        "d": Sound(sound(1, 0, seed=0)),
        "e": Sound(sound(1, SAMPLES - 41, seed=9), stale=((4, 6),)),
    }
    render = replace(RenderSettings.of(RECIPE), steps=50)
    return with_sounds(State(PARAMS, SAMPLES, COLUMNS, layers, "c", 97.25, 7, KEYFRAMES, render=render), sounds)


def _loop() -> State:
    """Return a circular sketch whose length is no whole number of hops."""
    layers = (
        Layer(ink(8, LOOP_COLUMNS, seed=10), "Round", id="r", recipe=RECIPE),
        Layer(ink(8, LOOP_COLUMNS, seed=11), "And round", id="s"),
    )
    sounds = {"r": Sound(sound(1, LOOP_SAMPLES, seed=12)), "s": Sound(sound(2, LOOP_SAMPLES, seed=13), ((22, 23),))}
    render = replace(RenderSettings.of(RECIPE), steps=1)
    state = State(
        PARAMS, LOOP_SAMPLES, LOOP_COLUMNS, layers, "s", 400.0, 3, KEYFRAMES[1:], render=render, circular=True
    )
    return with_sounds(state, sounds)


def _stereo() -> State:
    """Return a sketch of other spectrogram settings, with two channels of ink."""
    hop = STEREO.hop
    source = Source(sound(2, 5 * hop, seed=14), ink(2, 9, 5, seed=15))
    layers = (
        Layer(ink(2, 9, 5, seed=15), "As it came", id="a", source=source),
        Layer(ink(9, 5, seed=16), "Mono", id="b"),
    )
    sounds = {"a": Sound(source.audio), "b": Sound(None, stale=((0, 5),))}
    return with_sounds(State(STEREO, 5 * hop - 7, 5, layers, "a", 20.0, 16, render=RenderSettings(steps=1_000)), sounds)


def _drawn() -> State:
    """Return one note on a new sketch of the usual settings, not yet rendered."""
    params = SpectrogramParams()
    drawn = np.zeros((params.bands, 512), np.float32)
    drawn[100:110, 50:150] = 0.75
    state = State(params, 512 * params.hop, 512, (Layer(drawn, "Layer 1", id="x"),), "x")
    return with_sounds(state, {"x": Sound(None, stale=((50, 150),))})
