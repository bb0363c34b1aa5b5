"""Evaluation of drawn lines: how many notes of a line of the tone brush are recognised after *Make it real*.

    python -m riffdesk.training.evaluation.drawn_lines --lines 100

Lines of ten notes of bass and of eight of melody are drawn, each rendered by *Make it real* at the default settings
with one of five instruments, and transcribed. A note is right if one of its pitch begins within 50 ms. Intervals are
of 95%, by bootstrap over the lines.
"""

from __future__ import annotations

import argparse
from dataclasses import dataclass, replace

import numpy as np

from riffdesk.arrays import Array
from riffdesk.compose.score_text import score_of_text
from riffdesk.dsp.params import SpectrogramParams
from riffdesk.dsp.pitch import A4_MIDI
from riffdesk.dsp.tone import tone_shape
from riffdesk.engine.requests import RenderRequest
from riffdesk.engine.riff.render import render
from riffdesk.engine.riff.score.drawn_score import DrawingRequest, read_drawing
from riffdesk.engine.riff.score.layer_score import with_score
from riffdesk.scripting.requests import request_of
from riffdesk.sketch.recipe.recipe import Recipe
from riffdesk.sketch.recipe.timeline import Keyframe
from riffdesk.training.evaluation.note_evaluation import matches
from riffdesk.training.evaluation.report import interval
from riffdesk.training.evaluation.transcriber import HeardNote, Transcriber

INSTRUMENTS = {
    "bass": ("bass guitar bass line", "synth bass", "piano bass line", "organ bass line", "cello bass line"),
    "melody": ("piano melody", "violin melody", "flute melody", "trumpet melody", "acoustic guitar melody"),
}
_RANGES = {"bass": (31, 52), "melody": (60, 84)}  # MIDI notes
_STEPS = {"bass": (10, 48), "melody": (8, 60)}  # number of notes, and columns from one to the next
_FIRST, _COLUMNS = 15, 512
_SCALE = (0, 2, 4, 5, 7, 9, 11)
_TEMPO = 120.0
_TONE_STRENGTH = 0.7  # of the tone brush


@dataclass(frozen=True)
class Line:
    """A drawn line: first column, number of columns and MIDI note of each stroke."""

    kind: str
    strokes: tuple[tuple[int, int, int], ...]

    @classmethod
    def drawn(cls, kind: str, seed: int) -> Line:
        """Return a random line in C major: 'bass' or 'melody'."""
        rng = np.random.default_rng([seed, len(kind)])
        low, high = _RANGES[kind]
        pitches = [pitch for pitch in range(low, high) if pitch % 12 in _SCALE]
        count, step = _STEPS[kind]
        place, strokes = int(rng.integers(len(pitches))), []
        for number in range(count):
            moves = [by for by in range(-4, 5) if by and 0 <= place + by < len(pitches)]
            place += int(rng.choice(moves))
            length = int(step * rng.choice((0.6, 0.8, 1.0)))
            strokes.append((_FIRST + number * step, length, pitches[place]))
        return cls(kind, tuple(strokes))

    def ink(self, params: SpectrogramParams) -> Array:
        """Return it as the tone brush draws it, float32 ``[bands, 512]``."""
        ink = np.zeros((params.bands, _COLUMNS), np.float32)
        for first, length, pitch in self.strokes:
            shape = tone_shape(params, 100 * (pitch - A4_MIDI), 1, 6.0) * np.float32(_TONE_STRENGTH)
            ink[:, first : first + length] = np.maximum(ink[:, first : first + length], shape[:, None])
        return ink

    def notes(self, params: SpectrogramParams) -> list[HeardNote]:
        """Return its notes in seconds."""
        rate = params.columns_per_second
        return [HeardNote(first / rate, (first + length) / rate, pitch) for first, length, pitch in self.strokes]


def request_for(line: Line, prompt: str, params: SpectrogramParams, how: str) -> RenderRequest:
    """Return the request of *Make it real*.

    Parameters
    ----------
    how : str
        ``ink``: from the ink alone; ``notes and ink``: as the window does; ``notes``: from the notes alone.
    """
    ink, seconds = line.ink(params), _COLUMNS / params.columns_per_second
    base = request_of(prompt, seconds=seconds).recipe
    keyframe = replace(base.keyframes[0], denoising=Keyframe().denoising)
    recipe: Recipe = replace(base, keyframes=(keyframe,), init="a drawing", tempo=_TEMPO, in_time=True)
    if how == "ink":
        return RenderRequest(recipe, params, ink)
    drawn = read_drawing(DrawingRequest(recipe, ink, params))
    recipe = with_score(recipe, score_of_text(drawn.text)) if drawn.tonal else recipe
    return (
        RenderRequest(recipe, params, ink)
        if how == "notes and ink"
        else RenderRequest(replace(recipe, init=""), params)
    )


def measure(lines: int, how: str, seed: int = 0) -> None:
    """Print the share of right notes of each instrument, and of all, as they are measured."""
    params, transcriber = SpectrogramParams(), Transcriber()
    counts: dict[tuple[str, str], list[tuple[int, int, int]]] = {}
    for number in range(lines):
        kind = ("bass", "melody")[number % 2]
        prompt = INSTRUMENTS[kind][number // 2 % 5]
        line = Line.drawn(kind, seed + number)
        sound = render(request_for(line, prompt, params, how)).audio.mean(axis=0)
        heard, expected = transcriber.hear(sound, params.sample_rate).notes, line.notes(params)
        counts.setdefault((kind, prompt), []).append((matches(expected, heard), len(expected), len(heard)))
        print(f"{number + 1}: {prompt}: {counts[kind, prompt][-1]}", flush=True)
    for (_, prompt), rows in counts.items():
        print(f"| {prompt} | {len(rows)} | {_share(np.array(rows))} |")
    print(f"| all, from {how} | {lines} | {_share(np.array([row for rows in counts.values() for row in rows]))} |")


def _share(rows: np.ndarray) -> str:
    """Return the share of right notes among the drawn ones, with its interval, and among the transcribed ones."""
    low, high = interval(len(rows), lambda numbers: float(rows[numbers, 0].sum() / rows[numbers, 1].sum()))
    right, expected, heard = rows.sum(axis=0)
    return f"{right / expected:.2f} ({low:.2f} to {high:.2f}) | {right / max(heard, 1):.2f}"


def main() -> None:
    """Measure as the command line says."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--lines", type=int, default=100)
    parser.add_argument("--how", choices=("ink", "notes and ink", "notes"), default="notes and ink")
    parser.add_argument("--seed", type=int, default=0)
    arguments = parser.parse_args()
    measure(arguments.lines, arguments.how, arguments.seed)


if __name__ == "__main__":
    main()
