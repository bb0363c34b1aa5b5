"""Riffs in the key that was asked for, as the starter makes them.

The judge is the one that reads the key of a drawing (`riffdesk.engine.riff.score.tempo_key_estimate`). It errs itself:
beside it stands how often it is right about exact pictures of the same notes.
"""

from __future__ import annotations

from itertools import product

import pytest

from riffdesk import render
from riffdesk.compose.guide import guide_of
from riffdesk.compose.harmony import Key
from riffdesk.dsp.pitch import MODES
from riffdesk.engine.riff.score.riff_score import riff_score
from riffdesk.engine.riff.score.tempo_key_estimate import estimate
from riffdesk.training.evaluation.report import share_text
from tests.benchmarks.table import figure

PROMPTS = (
    "piano chords, bass, flute melody, no drums",
    "slow jazz with saxophone",
    "acoustic guitar chords, rock drums, bass",
    "synth pad chords, synth lead melody, house drums, bass",
    "strings chords, violin melody, no drums",
)
BARS, BPM = 4, 100.0


@pytest.mark.bench
def test_keys_of_riffs() -> None:
    keys = [Key(tonic, mode) for tonic, mode in product(range(12), MODES)]
    asked = list(product(keys, PROMPTS))
    heard, exact = [], []
    for number, (key, prompt) in enumerate(asked):
        riff = render(f"{prompt}, in {key.name}", seed=number, bars=BARS, bpm=BPM)
        seconds = riff.ink.shape[-1] / riff.params.columns_per_second
        guide = guide_of(riff_score(riff.recipe).between(0.0, seconds), riff.ink.shape[-1], riff.params)
        heard.append(estimate(riff.ink, riff.params, tempo=BPM).key == key)
        exact.append(estimate(guide, riff.params, tempo=BPM).key == key)
    for name, right in (("as the starter plays them", heard), ("as exact pictures of their notes", exact)):
        measured = share_text(sum(right), len(right))
        figure(f"{len(right)} riffs in 24 keys, {name}: key read rightly", measured, ">= 90%")
