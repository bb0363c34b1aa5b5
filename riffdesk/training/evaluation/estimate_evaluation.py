"""Evaluation of estimates: how often tempo, bar line, key and chords of scores' pictures are correct."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from riffdesk.compose.accompaniment.added_part import harmony_of
from riffdesk.compose.guide import guide_of
from riffdesk.compose.score import Score
from riffdesk.engine.riff.score.tempo_key_estimate import Estimate, estimate
from riffdesk.progress import OnStep, Step, ignore_steps
from riffdesk.training.clips.clip_rendering import PARAMS
from riffdesk.training.evaluation.part_evaluation import score_in_parts
from riffdesk.training.evaluation.report import share_text

_SECONDS = 15.0
_SAME_TEMPO, _SAME_TIME = 0.02, 0.06  # relative; seconds


@dataclass(frozen=True)
class EstimateCount:
    """Correct estimates of one score: tempo, tempo or its half or double, first bar line, key, and chords.

    ``chords`` of ``bars`` are right where tempo and bar line are given, ``chords_alone`` where they are estimated too.
    """

    tempo: bool
    tempo_octave: bool
    bar_line: bool
    key: bool
    chords: int
    chords_alone: int
    bars: int


def evaluate_estimates(count: int = 100, on_step: OnStep = ignore_steps) -> list[EstimateCount]:
    """Return the counts of some scores of drums, bass, chords and a melody, 15 s of each."""
    counts = []
    for number in range(count):
        counts.append(counted(score_in_parts(number, _SECONDS)))
        on_step(Step(number + 1, count, "Estimating"))
    return counts


def counted(score: Score) -> EstimateCount:
    """Return the correct estimates of a score's picture."""
    columns = min(round(score.seconds(score.beats) * 100), round(_SECONDS * 100))
    ink = guide_of(score, columns, PARAMS)
    alone = estimate(ink, PARAMS, score.beats_per_bar)
    given = estimate(ink, PARAMS, score.beats_per_bar, tempo=score.tempo, downbeat=0.0)
    bar = 60 * score.beats_per_bar / score.tempo
    has_tempo = _is_tempo(alone.tempo, score.tempo)
    has_line = has_tempo and min(alone.downbeat, bar - alone.downbeat) < _SAME_TIME
    return EstimateCount(
        tempo=has_tempo,
        tempo_octave=any(_is_tempo(alone.tempo * ratio, score.tempo) for ratio in (0.5, 1, 2)),
        bar_line=has_line,
        key=alone.key == score.key,
        chords=_right(given, score),
        chords_alone=_right(alone, score) if has_line else 0,
        bars=min(len(given.chords), score.bars),
    )


def table_of_estimates(counts: Sequence[EstimateCount]) -> str:
    """Return a Markdown table of the shares of correct estimates, with 95% intervals (Wilson 1927)."""
    bars = sum(count.bars for count in counts)
    rows = [
        ("tempo within 2%", sum(one.tempo for one in counts), len(counts)),
        ("tempo, its half or its double", sum(one.tempo_octave for one in counts), len(counts)),
        ("tempo and first bar line within 60 ms", sum(one.bar_line for one in counts), len(counts)),
        ("key, major or minor and tonic", sum(one.key for one in counts), len(counts)),
        ("chord of a bar, tempo and bar line given", sum(one.chords for one in counts), bars),
        ("chord of a bar, nothing given", sum(one.chords_alone for one in counts), bars),
    ]
    lines = ["| estimated | right | of | share |", "|---|---|---|---|"]
    return "\n".join(
        [*lines, *(f"| {name} | {right} | {total} | {share_text(right, total)} |" for name, right, total in rows)]
    )


def _is_tempo(tempo: float, expected: float) -> bool:
    return abs(tempo / expected - 1) <= _SAME_TEMPO


def _right(found: Estimate, score: Score) -> int:
    harmony = harmony_of(score, 0, score.bars)
    pairs = zip(found.chords, harmony.bars, strict=False)
    return sum(set(estimated[0]) == set(composed[0].notes[:3]) for estimated, composed in pairs)
