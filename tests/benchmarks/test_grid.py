"""How near drum strokes are to the grid of the sketch, in loops and over eight bars, as the starter plays them.

The judge is the drum transcriber of the starter's evaluation, in steps of 5 ms. It is trained on soundfont renders; how
near it hears others of these to their scores stands beside. A stroke is found if one of its piece
is heard within 0.1 s, and nearer to it than to any other.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import product
from pathlib import Path

import numpy as np
import pytest

from riffdesk import render
from riffdesk.engine.riff.score.riff_score import riff_score
from riffdesk.errors import UserError
from riffdesk.training.clips.clip_rendering import CLIP_SECONDS, inside_image
from riffdesk.training.clips.shards import HELD_OUT_START
from riffdesk.training.config import load_config
from riffdesk.training.evaluation.drum_transcriber import drum_clips, strokes_of, trained_drum_transcriber
from riffdesk.training.evaluation.transcriber import HeardNote
from tests.benchmarks.table import figure

PROMPTS = ("rock drums", "house drums", "hip hop drums")
TEMPOS = (60.0, 90.0, 120.0, 150.0, 180.0)
LENGTHS = ((1, True), (2, True), (4, True), (8, True), (8, False))  # bars, and whether it is a loop
_NEAR, _EDGE = 0.1, 0.1  # seconds
_REAL_CLIPS = 20


def distances(strokes: Sequence[HeardNote], heard: Sequence[HeardNote], seconds: float) -> list[float]:
    """Return the seconds from each stroke to the nearest that is heard of its piece; infinite if none is near."""
    found = dict.fromkeys(((one.start, one.pitch) for one in strokes), np.inf)
    for note in heard:
        of_piece = [one for one in found if one[1] == note.pitch]
        nearest = min(of_piece, key=lambda one: abs(one[0] - note.start), default=None)
        if nearest is not None and abs(nearest[0] - note.start) <= _NEAR:
            found[nearest] = min(found[nearest], abs(nearest[0] - note.start))
    return [apart for (start, _), apart in found.items() if _EDGE <= start < seconds - _EDGE]


def tell(name: str, found: Sequence[float], wanted: str = "-") -> None:
    near = np.array([distance for distance in found if np.isfinite(distance)])
    share, most = len(near) / len(found), 1000 * np.percentile(near, 95)
    figure(f"{name}: 95% of strokes within", f"{most:.0f} ms ({share:.0%} of {len(found)} found)", wanted)


@pytest.mark.bench
def test_strokes_on_the_grid(tmp_path: Path) -> None:
    config = load_config(None, tmp_path)
    try:
        judge = trained_drum_transcriber(config)
    except UserError as error:
        pytest.skip(str(error))
    found: dict[str, list[float]] = {"soundfont renders": []}
    for clip in drum_clips(config, _REAL_CLIPS, HELD_OUT_START):
        strokes, heard = strokes_of(clip.score, clip.begin), judge.hear(inside_image(clip.audio))
        found["soundfont renders"] += distances(strokes, heard, CLIP_SECONDS)
    for prompt, tempo, (bars, loop) in product(PROMPTS, TEMPOS, LENGTHS):
        riff = render(prompt, bpm=tempo, bars=bars, loop=loop, seed=bars)
        seconds = riff.audio.shape[-1] / riff.params.sample_rate
        strokes = strokes_of(riff_score(riff.recipe).between(0.0, seconds))
        apart = distances(strokes, judge.hear(riff.audio.mean(axis=0)), seconds)
        for name in ("all", f"{tempo:g} bpm", f"{'loops of ' if loop else ''}{bars} bars", prompt):
            found.setdefault(name, []).extend(apart)
    for name, some in found.items():
        tell(name, some, "25 ms")
