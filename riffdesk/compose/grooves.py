"""Composes drum parts: nine grooves as step patterns, with fills, variations and human timing.

A pattern is a bar of steps: ``X`` loud, ``x`` normal, ``o`` soft, ``.`` nothing.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from riffdesk.compose.clip_spec import ClipSpec
from riffdesk.compose.score import DrumPiece, Note

KICK, RIM, SNARE, CLAP = DrumPiece.KICK, DrumPiece.RIM, DrumPiece.SNARE, DrumPiece.CLAP
CLOSED, PEDAL, OPEN = DrumPiece.CLOSED_HAT, DrumPiece.PEDAL_HAT, DrumPiece.OPEN_HAT
LOW_TOM, MID_TOM, HIGH_TOM = DrumPiece.LOW_TOM, DrumPiece.MID_TOM, DrumPiece.HIGH_TOM
CRASH, RIDE, TAMBOURINE = DrumPiece.CRASH, DrumPiece.RIDE, DrumPiece.TAMBOURINE
COWBELL, SHAKER = DrumPiece.COWBELL, DrumPiece.SHAKER
HIGH_CONGA, LOW_CONGA = DrumPiece.HIGH_CONGA, DrumPiece.LOW_CONGA

_LOUDNESS = {"X": 118, "x": 98, "o": 52}


@dataclass(frozen=True)
class Groove:
    """One bar of drums: steps per beat, patterns by General MIDI drum, delay of off-beat steps (0 .. 0.33)."""

    steps_per_beat: int
    patterns: dict[int, tuple[str, ...]]
    kits: tuple[int, ...]
    swing: float = 0.0


GROOVE_PATTERNS: dict[str, Groove] = {
    "rock": Groove(
        4,
        {
            KICK: ("X.......X.......", "X.......X.x.....", "X......xX.......", "X.x.....X.x.....", "X.....x.X......."),
            SNARE: ("....X.......X...",),
            CLOSED: ("x.x.x.x.x.x.x.x.", "X.x.X.x.X.x.X.x."),
        },
        (0, 8, 16),
    ),
    "house": Groove(
        4,
        {
            KICK: ("X...X...X...X...",),
            CLAP: ("....X.......X...", "....X.......X..o"),
            OPEN: ("..x...x...x...x.",),
            CLOSED: ("x...x...x...x...", "x.ox.xoxx.ox.xox", "................"),
        },
        (24, 25, -1),
    ),
    "hip hop": Groove(
        4,
        {
            KICK: ("X......x..X.....", "X.x.......X..x..", "X.........Xx....", "X..x......x....."),
            SNARE: ("....X.......X...", "....X.......X..o", "....X..o....X..."),
            CLOSED: ("x.x.x.x.x.x.x.x.", "x.x.x.xxx.x.x.x.", "x.xxx.x.x.x.xxxx"),
        },
        (24, 25, 8, -1),
        0.2,
    ),
    "drum and bass": Groove(
        4,
        {
            KICK: ("X.........X.....", "X.X.......X.....", "X.X.......XX....", "X.........X..x.."),
            SNARE: ("....X..o.o..X...", "....X..o.o..X..o", "....X.......X...", "....X..o.o..o.X."),
            CLOSED: ("x.x.x.x.x.x.x.x.", "xoxoxoxoxoxoxoxo"),
        },
        (8, 0, 24),
    ),
    "funk": Groove(
        4,
        {
            KICK: ("X...X...X...X...", "X..x..x...x..x..", "X.x...x...x..x..", "X...X...X...X..x"),
            SNARE: ("....X.......X...", "....X..o.o..X..o"),
            CLOSED: ("xoxoxoxoxoxoxoxo", "xo.oxo.oxo.oxo.o", "xoxoxoxoxoxoxoxo"),
            OPEN: ("..x...x...x...x.", "......x.......x.", "................"),
            COWBELL: ("................", "x.x.x.x.x.x.x.x."),
        },
        (0, 8),
    ),
    "swing": Groove(
        3,
        {
            RIDE: ("X..x.xX..x.x", "X..x.xX..x.x", "X..X.xX..X.x"),
            PEDAL: ("...x.....x..",),
            SNARE: ("............", "..o.......o.", ".....o......"),
            KICK: ("o..o..o..o..", "............", "x...........", "........x..."),
        },
        (32, 40, 32),
    ),
    "bossa nova": Groove(
        4,
        {
            RIM: ("x..x..x...x..x..", "..x..x....x.x...", "x..x...x..x..x.."),
            KICK: ("X..xX..xX..xX..x", "X..x....X..x...."),
            SHAKER: ("xoxoxoxoxoxoxoxo",),
            CLOSED: ("x.x.x.x.x.x.x.x.", "................"),
            HIGH_CONGA: ("................", "..x...x...x..xx."),
        },
        (32, 0, 40),
    ),
    "reggae": Groove(
        4,
        {
            KICK: ("........X.......", "........X......o"),
            RIM: ("........X.......", "........X....x..", "...x....X......."),
            CLOSED: ("x.x.x.x.x.x.x.x.", "X.xoX.xoX.xoX.xo", "..x...x...x...x."),
        },
        (0, 8),
        0.16,
    ),
    "march": Groove(
        4,
        {
            KICK: ("X...x...X...x...", "X.......X......."),
            SNARE: ("x.xxx.x.x.xxx.x.", "x.ooX.ooxoooX.x.", "X.xoX.xoX.xoXoxo"),
        },
        (48, 0),
    ),
}
WALTZ = Groove(
    4,
    {
        KICK: ("X...........",),
        SNARE: ("....x...x...", "....x...x.o.", "............"),
        CLOSED: ("....x...x...", "....x.o.x.o."),
        RIDE: ("............", "x...x...x..."),
    },
    (32, 40, 48, 0),
)


def drum_part(spec: ClipSpec, bars: int, rng: np.random.Generator) -> tuple[list[Note], int]:
    """Return the drums as notes (pitch = General MIDI drum) and the kit: a bank 128 program, or -1 for our own 808."""
    groove = WALTZ if spec.waltz else GROOVE_PATTERNS[spec.groove]
    patterns = {drum: options[rng.integers(len(options))] for drum, options in groove.patterns.items()}
    fill_bar = int(rng.integers(bars)) if bars > 1 and rng.random() < 0.3 else -1
    crash = rng.random() < 0.25 and spec.groove in ("rock", "funk", "drum and bass", "house")
    swing = groove.swing * float(rng.uniform(0.4, 1.4))
    notes: list[Note] = []
    steps = groove.steps_per_beat * spec.beats_per_bar
    for bar in range(bars):
        bar_start = bar * spec.beats_per_bar
        filling = bar == fill_bar
        for drum, pattern in patterns.items():
            for step in range(steps):
                mark = pattern[step % len(pattern)]
                if mark == "." or (filling and step >= steps * 3 // 4 and drum != KICK):
                    continue
                if _is_omitted(spec, drum, step, groove.steps_per_beat, mark):
                    continue
                delay = swing / groove.steps_per_beat if step % 2 else 0.0
                beat = bar_start + step / groove.steps_per_beat + delay
                notes.append(_hit(beat, drum, _LOUDNESS[mark], rng))
                if spec.density == "busy" and drum == CLOSED and step % 2 == 0 and groove.steps_per_beat == 4:
                    notes.append(_hit(beat + 1 / groove.steps_per_beat, drum, 50, rng))
        if filling:
            notes += drum_fill(bar_start + spec.beats_per_bar * 0.75, spec.beats_per_bar * 0.25, rng)
        if crash and bar == 0:
            notes.append(_hit(0.0, CRASH, 105, rng))
    return notes, groove.kits[rng.integers(len(groove.kits))]


def _is_omitted(spec: ClipSpec, drum: int, step: int, steps_per_beat: int, mark: str) -> bool:
    """Return whether a sparse drummer skips this hit: ghost notes, and off-beat strokes of a hi-hat."""
    if spec.density != "sparse":
        return False
    between = step % steps_per_beat != 0
    return mark == "o" or (drum in (CLOSED, SHAKER) and between and spec.groove not in ("bossa nova", "reggae"))


def drum_fill(start: float, beats: float, rng: np.random.Generator) -> list[Note]:
    """Return a run over the snare and the toms from a beat on, for a number of beats."""
    drums = (SNARE, SNARE, HIGH_TOM, HIGH_TOM, MID_TOM, MID_TOM, LOW_TOM, LOW_TOM)
    count = max(2, round(beats * 4))
    return [_hit(start + beats * i / count, drums[i * len(drums) // count], 96 + 3 * i, rng) for i in range(count)]


def _hit(beat: float, drum: int, velocity: int, rng: np.random.Generator) -> Note:
    return Note(beat, 0.2, drum, int(min(max(velocity + rng.normal(0, 6), 20), 127)))
