"""Evaluation of parts: the sum of the program's stems, compared with soundfont renders of the same score.

Distances are between mel spectrograms in dB of sounds of equal loudness. That of the stems is divided by the distance
between two soundfont renders of the same score, with other fonts and levels. As the balance of a mix is a matter of
taste, stems are measured with the program's gains, and with gains fitted to the render. Intervals are of 95%, by
bootstrap.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import asdict, dataclass, replace
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from riffdesk.arrays import Array
from riffdesk.compose.clip_spec import TYPICAL_BPM
from riffdesk.compose.composition import compose_riff
from riffdesk.compose.harmony import Key
from riffdesk.compose.riff_spec import Player, RiffSpec
from riffdesk.compose.score import Score
from riffdesk.compose.score_text import text_of
from riffdesk.compose.vocabulary import FAMILIES, GROOVES, TONIC_NAMES
from riffdesk.dsp.loudness import loudness
from riffdesk.dsp.mel import mel_amplitudes
from riffdesk.dsp.pitch import MODES
from riffdesk.engine.requests import RenderRequest
from riffdesk.engine.riff.part_rendering import render_parts
from riffdesk.engine.riff.score.parts import LOUDNESS
from riffdesk.models.registry import BUILT_IN, describe, find_model
from riffdesk.progress import OnStep, Step, ignore_steps
from riffdesk.sketch.recipe.recipe import Recipe
from riffdesk.sketch.recipe.timeline import Keyframe
from riffdesk.training.clips.clip_rendering import CLIP_SECONDS, PARAMS, inside_image, play_score
from riffdesk.training.clips.shards import open_fonts
from riffdesk.training.clips.soundfont import SoundFont
from riffdesk.training.config import TrainingConfig
from riffdesk.training.evaluation.report import interval

_SEED = 19_100
_TARGET_LUFS = -20.0
_FLOOR_DB = -60.0  # below the loudest cell


@dataclass(frozen=True)
class PartDistance:
    """Distances of one score in dB from its soundfont render.

    Parameters
    ----------
    number : int
        Number of the score.
    stems, fitted_stems : float
        Of the sum of the program's stems, with its gains and with fitted ones.
    real_stems, fitted_real_stems : float
        Of the sum of soundfont renders of each part alone, with the same gains.
    real : float
        Of another soundfont render.
    """

    number: int
    stems: float
    fitted_stems: float
    real_stems: float
    fitted_real_stems: float
    real: float


def score_in_parts(number: int, seconds: float = CLIP_SECONDS) -> Score:
    """Return score ``number``: drums, bass, chords and a melody, in whole bars and at least a second longer."""
    rng = np.random.default_rng([_SEED, number])
    leads = [name for name, family in FAMILIES.items() if "melody" in family.playings]
    accompanists = [name for name, family in FAMILIES.items() if "chords" in family.playings]
    groove = str(rng.choice(GROOVES))
    spec = RiffSpec(
        players=(_player(str(rng.choice(leads)), "melody", rng), _player(str(rng.choice(accompanists)), "chords", rng)),
        groove=groove,
        bass=True,
        tempo=float(rng.integers(TYPICAL_BPM[groove][0], TYPICAL_BPM[groove][1] + 1)),
        beats_per_bar=4,
        key=Key(int(rng.choice(list(TONIC_NAMES))), str(rng.choice(MODES))),
    )
    bars = int(np.ceil((seconds + 1) * spec.tempo / 240))
    return compose_riff(spec, int(rng.integers(2**32)), bars)


def evaluate_parts(
    config: TrainingConfig, *, count: int = 100, rows_file: Path | None = None, on_step: OnStep = ignore_steps
) -> list[PartDistance]:
    """Return the distances of some scores.

    Parameters
    ----------
    config : TrainingConfig
        Its soundfonts are used.
    count : int
        Number of scores.
    rows_file : Path, optional
        Lines of JSON: finished scores are read from it, and new ones added.
    on_step : callable
        Called after each score.
    """
    lines = rows_file.read_text().splitlines() if rows_file is not None and rows_file.exists() else []
    rows = [PartDistance(**json.loads(line)) for line in lines]
    finished = {row.number for row in rows}
    fonts = open_fonts(config.data)
    for number in range(count):
        if number in finished:
            continue
        row = measured_score(number, fonts)
        rows.append(row)
        if rows_file is not None:
            with rows_file.open("a") as file:
                file.write(json.dumps(asdict(row)) + "\n")
        on_step(Step(len(rows), count, "Measuring"))
    return rows


def measured_score(number: int, fonts: Sequence[SoundFont]) -> PartDistance:
    """Return the distances of one score."""
    score = score_in_parts(number)
    reference, other = (_played(score, number, draw, fonts) for draw in (1, 2))
    alone = []
    for index, part in enumerate(score.parts):
        one = replace(score, parts=(part,))
        alone.append(at_loudness(_played(one, number, 3 + index, fonts), LOUDNESS[part.role]))
    expected = decibels(reference)

    def distances(stems: Array) -> tuple[float, float]:
        mixes = stems.sum(axis=0), fitted_mix(stems, reference)
        as_they_are, fitted = (mel_distance(decibels(mix), expected) for mix in mixes)
        return as_they_are, fitted

    real = mel_distance(decibels(other), expected)
    return PartDistance(number, *distances(_stems(score, number)), *distances(np.stack(alone)), real)


def table_of_parts(rows: Sequence[PartDistance]) -> str:
    """Return a Markdown table of the mean distances, and their ratios to the distance between real renders."""
    values = np.array([list(asdict(row).values())[1:] for row in rows])
    lines = ["| beside the soundfont's render of the score | scores | dB | over real-to-real |", "|---|---|---|---|"]
    names = (
        "sum of the program's stems",
        "the same, gains fitted to the render",
        "sum of the soundfont's stems, the program's gains",
        "the same, gains fitted to the render",
        "another render by soundfonts",
    )
    for column, name in enumerate(names):

        def over_real(numbers: NDArray[np.int64], column: int = column) -> float:
            return float(values[numbers, column].mean() / values[numbers, -1].mean())

        low, high = interval(len(values), over_real)
        mean, ratio = values[:, column].mean(), over_real(np.arange(len(values)))
        lines.append(f"| {name} | {len(values)} | {mean:.2f} | {ratio:.2f} ({low:.2f} to {high:.2f}) |")
    return "\n".join(lines)


def fitted_mix(stems: Array, reference: Array) -> Array:
    """Return the sum of stems ``[n, samples]`` with the gains that bring its mel power nearest to a sound's.

    Powers of stems add up, as of uncorrelated sounds. Each band counts relative to its mean.
    """
    from scipy.optimize import nnls

    expected, *powers = (mel_amplitudes(sound, PARAMS).astype(np.float64) ** 2 for sound in (reference, *stems))
    weight = 1 / np.maximum(expected.mean(axis=1, keepdims=True), 1e-12)
    gains, _ = nnls(np.stack([(power * weight).ravel() for power in powers], axis=1), (expected * weight).ravel())
    return np.asarray(np.sqrt(gains) @ stems, np.float32)


def mel_distance(decibels: Array, others: Array) -> float:
    """Return the mean absolute difference of two mel spectrograms in dB."""
    return float(np.abs(decibels - others).mean())


def decibels(audio: Array) -> Array:
    """Return the mel spectrogram of a sound at a fixed loudness, in dB below its loudest cell, down to -60."""
    mel = mel_amplitudes(at_loudness(audio, _TARGET_LUFS), PARAMS)
    level = 20 * np.log10(np.maximum(mel, 1e-9))
    return np.asarray(np.maximum(level, level.max() + _FLOOR_DB), np.float32)


def at_loudness(audio: Array, target: float) -> Array:
    """Return mono sound at a loudness in LUFS; silence is unchanged."""
    there = loudness(audio[None], PARAMS.sample_rate)
    gain = 10 ** ((target - there) / 20) if np.isfinite(there) else 1.0
    return np.asarray(audio * np.float32(gain), np.float32)


def _player(family: str, playing: str, rng: np.random.Generator) -> Player:
    return Player(family, int(rng.choice(FAMILIES[family].programs)), playing)


def _played(score: Score, number: int, draw: int, fonts: Sequence[SoundFont]) -> Array:
    return inside_image(play_score(score, 0.0, np.random.default_rng([_SEED, number, draw]), fonts))


def _stems(score: Score, number: int) -> Array:
    """Return the stems that the program renders of a score, as in its mix: ``[n, samples]``."""
    suggestion = describe(find_model(BUILT_IN)).suggestion
    keyframe = Keyframe(seed=number, guidance=suggestion.guidance)
    recipe = Recipe(
        BUILT_IN,
        (keyframe,),
        CLIP_SECONDS,
        suggestion.steps,
        tempo=score.tempo,
        beats_per_bar=score.beats_per_bar,
        in_time=True,
        score=text_of(score),
    )
    parts = render_parts(RenderRequest(recipe, PARAMS))
    return np.stack([part.result.audio.mean(axis=0) for part in parts])
