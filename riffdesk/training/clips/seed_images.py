"""The seed images that riffs can start from: rhythms and textures, composed by hand, played by the built-in synths.

Each is a seamless loop of 5.12 s, the length of one image.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from riffdesk.arrays import Array
from riffdesk.compose.grooves import CLAP, CLOSED, HIGH_TOM, KICK, LOW_TOM, OPEN, RIM, SHAKER, SNARE
from riffdesk.dsp.mel import analyse
from riffdesk.dsp.params import SpectrogramParams
from riffdesk.progress import OnStep, Step, ignore_steps
from riffdesk.store.image.image_file import WriteImageRequest, write_image
from riffdesk.training.clips.synths import play, play_808

PARAMS = SpectrogramParams()
COLUMNS = 512

_SAMPLES = COLUMNS * PARAMS.hop
_WRAPPED_COLUMNS = PARAMS.window // PARAMS.hop  # columns at each end whose windows reach beyond it
_SECONDS = _SAMPLES / PARAMS.sample_rate
_VELOCITY = {"X": 118, "x": 96, "o": 60}
_PEAK = 0.5  # -6 dBFS, which riffs that start from a seed inherit

Event = tuple[float, float, int, int]


@dataclass(frozen=True)
class Line:
    """The notes of one synth.

    Parameters
    ----------
    synth : str
        See `riffdesk.training.clips.synths.play`.
    gain : float
    note_steps : float
        Length of a note in steps.
    pitches : tuple of int or None
        MIDI notes of the steps, repeated to the end of the loop; None is a rest.
    velocity : int
    """

    synth: str
    gain: float
    note_steps: float
    pitches: tuple[int | None, ...]
    velocity: int = 96


@dataclass(frozen=True)
class SeedLoop:
    """A loop of equal steps, with drum patterns (``X`` loud to ``o`` soft) and lines.

    Parameters
    ----------
    steps : int
        Number of steps in 5.12 s.
    drums : dict
        Pattern of each General MIDI drum, repeated to the end of the loop.
    lines : tuple of Line
    """

    steps: int
    drums: dict[int, str]
    lines: tuple[Line, ...] = ()


_: None = None
SEEDS: dict[str, SeedLoop] = {
    # 10 beats of 4 steps: 117 beats a minute
    "four-on-the-floor": SeedLoop(
        40,
        {KICK: "X...", CLAP: "....X...", OPEN: "..x.", CLOSED: "x.ox"},
        (Line("saw lead", 0.35, 1.5, (_, _, 33, _, _, _, 33, 36), 88),),
    ),
    # 12 beats of 4 steps: 141 beats a minute
    "breakbeat": SeedLoop(
        48,
        {KICK: "X.X.......XX....", SNARE: "....X..o.o..X..o", CLOSED: "x.x.x.x.x.x.x.xo"},
        (Line("square lead", 0.3, 2.5, (28, _, _, _, _, _, 31, _, _, _, 28, _, _, _, 35, _), 90),),
    ),
    # 8 beats of 3 steps: 94 beats a minute
    "shuffle": SeedLoop(
        24,
        {KICK: "X.....x..X.x", SNARE: "...X.o...X..", CLOSED: "x.xx.xx.xx.x"},
        (Line("soft pad", 0.5, 1.2, (36, _, 36, 40, _, 40, 43, _, 43, 45, _, 43), 100),),
    ),
    # 10 beats of 4 steps: 117 beats a minute; five notes against eight steps
    "arpeggio": SeedLoop(
        40,
        {},
        (
            Line("fm bell", 0.5, 1.0, (57, 60, 64, 69, 72, 76, 72, 69, 64, 60), 90),
            Line("saw pad", 0.25, 10.0, (45, *[_] * 9, 41, *[_] * 9, 48, *[_] * 9, 43, *[_] * 9), 80),
        ),
    ),
    "drone": SeedLoop(
        4,
        {},
        (
            Line("soft pad", 0.5, 4.5, (38, _, _, _), 100),
            Line("saw pad", 0.3, 4.5, (45, _, _, _), 90),
            Line("saw pad", 0.2, 2.4, (50, _, 57, _), 80),
        ),
    ),
    # 8 beats of 4 steps: 94 half notes a minute
    "bossa": SeedLoop(
        32,
        {
            RIM: "X..X..X...X..X..",
            KICK: "X..xX..xX..xX..x",
            SHAKER: "xoxo",
            LOW_TOM: "..............x.",
            HIGH_TOM: "..........x.....",
        },
        (
            Line("soft pad", 0.5, 2.6, (38, _, _, 45, 45, _, _, 38, 43, _, _, 38, 38, _, _, 43), 100),
            Line("fm bell", 0.25, 2.0, (_, _, 65, _, _, 69, _, _, 64, _, _, 67, _, _, 65, _), 70),
        ),
    ),
}


def write_seeds(folder: Path, on_step: OnStep = ignore_steps) -> None:
    """Write every seed as a Riffusion image, 512 x 512: ``folder/NAME.png``."""
    folder.mkdir(parents=True, exist_ok=True)
    for number, (name, loop) in enumerate(SEEDS.items(), 1):
        audio = loop_audio(loop)
        wrapped = np.concatenate(
            (audio[-_WRAPPED_COLUMNS * PARAMS.hop :], audio, audio[: _WRAPPED_COLUMNS * PARAMS.hop])
        )
        ink = analyse(wrapped, PARAMS)[:, _WRAPPED_COLUMNS : _WRAPPED_COLUMNS + COLUMNS]
        write_image(WriteImageRequest(folder / f"{name}.png", ink, PARAMS))
        on_step(Step(number, len(SEEDS), name))


def loop_audio(loop: SeedLoop) -> Array:
    """Return the sound of a loop, whose tail is added to its beginning: float32 ``[5.12 s]``."""
    step = _SECONDS / loop.steps
    rng = np.random.default_rng(0)  # of the drums' noise
    sound = play_808(list(_hits(loop, step)), 2 * _SAMPLES, rng) * np.float32(0.4)
    for line in loop.lines:
        sound += play(line.synth, list(_notes(loop, line, step)), 2 * _SAMPLES) * np.float32(line.gain)
    audio = sound[:_SAMPLES] + sound[_SAMPLES:]
    return np.asarray(audio * (_PEAK / np.abs(audio).max()), np.float32)


def _hits(loop: SeedLoop, step: float) -> Iterator[Event]:
    for drum, pattern in loop.drums.items():
        for number in range(loop.steps):
            mark = pattern[number % len(pattern)]
            if mark != ".":
                start = number * step
                yield start, start + step, drum, _VELOCITY[mark]


def _notes(loop: SeedLoop, line: Line, step: float) -> Iterator[Event]:
    for number in range(loop.steps):
        pitch = line.pitches[number % len(line.pitches)]
        if pitch is not None:
            start = number * step
            yield start, start + line.note_steps * step, pitch, line.velocity
