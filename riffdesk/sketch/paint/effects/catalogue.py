"""All effects, in the order of the menu."""

from __future__ import annotations

from riffdesk.sketch.paint.effects.durations import FREEZE, MIRROR_IN_TIME, REVERSE, SMEAR, STRETCH
from riffdesk.sketch.paint.effects.effect import Effect
from riffdesk.sketch.paint.effects.healing import HEAL
from riffdesk.sketch.paint.effects.levels import FADE_IN, FADE_OUT, GAIN, GATE, NORMALISE
from riffdesk.sketch.paint.effects.noise import DENOISE
from riffdesk.sketch.paint.effects.onsets import QUANTISE_ONSETS
from riffdesk.sketch.paint.effects.pitches import (
    FLIP,
    MIRROR_IN_OCTAVES,
    QUANTISE_PITCHES,
    SCALE_PITCH,
    TRANSPOSE,
    TRANSPOSE_IN_SCALE,
)
from riffdesk.sketch.paint.effects.tails import ECHO, ECHO_PARTIALS, REVERB

FAMILIES: tuple[tuple[Effect, ...], ...] = (
    (GAIN, FADE_IN, FADE_OUT, NORMALISE),
    (TRANSPOSE, TRANSPOSE_IN_SCALE, QUANTISE_PITCHES, SCALE_PITCH, FLIP, MIRROR_IN_OCTAVES),
    (QUANTISE_ONSETS, STRETCH, REVERSE, MIRROR_IN_TIME),
    (ECHO, ECHO_PARTIALS, REVERB, SMEAR, FREEZE),
    (GATE, DENOISE, HEAL),
)
"""Effects that belong together in the menu."""
EFFECTS = tuple(effect for family in FAMILIES for effect in family)
