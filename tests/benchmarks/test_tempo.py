"""Loops of drums at the tempo that was asked for, as the starter makes them and as they sound when they go round.

The judge of tempo is that of the starter's evaluation (`riffdesk.training.evaluation.measures.tempo_of`):
autocorrelation of the onsets, here of the sound and not of the image, with the loop repeated until it lasts sixteen
seconds. Half and double the tempo count as right, as they do there, for a listener may count either; how many are right
without that is told beside it.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import product

import numpy as np
import pytest
from numpy.typing import NDArray

from riffdesk import render
from riffdesk.dsp.mel import analyse
from riffdesk.dsp.params import SpectrogramParams
from riffdesk.training.evaluation.measures import tempo_agrees, tempo_of
from tests.benchmarks.table import figure

PROMPTS = ("rock drums", "house drums", "hip hop drums", "drum and bass drums", "funk drums")
BARS, SEEDS = (1, 2, 4), (1, 2, 3, 4)
TOLERANCE = 0.02
_LISTENING = 16.0  # seconds

Array = NDArray[np.float32]


@dataclass(frozen=True)
class Loop:
    """A loop and the tempo that is heard in it."""

    prompt: str
    bars: int
    asked: float
    heard: float

    @property
    def right(self) -> bool:
        return tempo_agrees(self.heard, self.asked, TOLERANCE)

    @property
    def right_without_octaves(self) -> bool:
        return abs(self.heard / self.asked - 1) <= TOLERANCE


def tempo_heard(audio: Array, params: SpectrogramParams) -> float:
    """Return the tempo of a loop ``[channels, samples]`` that goes round."""
    rounds = -(-round(_LISTENING * params.sample_rate) // audio.shape[-1])
    return tempo_of(analyse(np.tile(audio.mean(axis=0), rounds), params))


def loops(bpm: float) -> list[Loop]:
    made = []
    for prompt, bars, seed in product(PROMPTS, BARS, SEEDS):
        riff = render(prompt, loop=True, bars=bars, bpm=bpm, seed=seed)
        made.append(Loop(prompt, bars, bpm, tempo_heard(riff.audio, riff.params)))
    return made


@pytest.mark.bench
@pytest.mark.parametrize("bpm", [90.0, 120.0, 150.0])
def test_tempo_of_loops(bpm: float) -> None:
    made = loops(bpm)
    named = [("all", made)]
    named += [(f"{bars} bars", [one for one in made if one.bars == bars]) for bars in BARS]
    named += [(prompt, [one for one in made if one.prompt == prompt]) for prompt in PROMPTS]
    for name, some in named:
        right, strict = sum(one.right for one in some), sum(one.right_without_octaves for one in some)
        figure(
            f"{bpm:g} bpm, {name}: loops within {TOLERANCE:.0%} of the tempo",
            f"{right / len(some):.0%} of {len(some)} (octaves wrong: {right - strict})",
            ">= 90%",
        )
