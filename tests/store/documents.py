"""Small documents with a bit of everything."""

from __future__ import annotations

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

RECIPE = Recipe(
    "starter",
    (Keyframe(0.0, "slow jazz é", "(drums:1.2)", 7, 0.5, 3), Keyframe(2.0, "fast", seed=2**31 - 1)),
    5.12,
    12,
    "Euler a",
    circular=True,
    init="four-on-the-floor",
    mask="mask.png",
    loras=(("old tape", 0.5),),
    quality="best",
)
RENDER = RenderSettings(
    "another model", "Euler a", (("old tape", 0.5), ("café", -1.25)), 50, 12.5, "four-on-the-floor", True, "best"
)
PARAMS = SpectrogramParams(bands=8, min_hz=27.5)
COLUMNS = 20
SAMPLES = 19 * 441 + 100


def noise(*shape: int, seed: int = 0) -> NDArray[np.float32]:
    return np.random.default_rng(seed).standard_normal(shape, np.float32)


def ink(*shape: int, seed: int = 0) -> NDArray[np.float32]:
    return np.abs(noise(*shape, seed=seed))


def everything() -> State:
    """Return a document whose layers are in every state that a layer can be in."""
    untouched_ink = ink(8, COLUMNS, seed=1)
    untouched = Source(noise(2, SAMPLES, seed=2), untouched_ink.copy())
    painted = Source(noise(1, 30 * 441, seed=3), ink(2, 8, 31, seed=4))
    layers = (
        Layer(untouched_ink, "Imported", id="a", source=untouched),
        Layer(ink(2, 8, COLUMNS, seed=5), "Painted over 🎸", "#ABCDEF", -4.5, 0.25, True, True, painted, "b", RECIPE),
        Layer(ink(8, COLUMNS, seed=6), 'Drawn "by" hand\n/..\\', id="c"),
        Layer(np.zeros((8, COLUMNS), np.float32), "", gain_db=24, pan=-1, id="d"),
    )
    keyframes = (
        Keyframe(),
        Keyframe(2.5, "slow jazz, (sax:1.2)", "drums é\n", 2**31 - 1, 1.0, 0.5),
    )
    state = State(PARAMS, SAMPLES, COLUMNS, layers, "c", 97.25, 7, keyframes, render=RENDER)
    sounds = {
        "a": Sound(untouched.audio),
        "b": Sound(noise(2, 31 * 441, seed=7), stale=((3, 5), (8, 9)), draft=((8, 12), (14, 15))),
        "c": Sound(None, stale=((0, COLUMNS),)),
        "d": Sound(noise(1, 0)),
    }
    return with_sounds(state, sounds)


def same_bits(one: NDArray[np.float32] | None, other: NDArray[np.float32] | None) -> bool:
    if one is None or other is None:
        return one is other
    return one.shape == other.shape and one.dtype == other.dtype == np.float32 and one.tobytes() == other.tobytes()
