"""What is painted goes round with the loop of a tape, is heard as it is at that time, and can be read again."""

from __future__ import annotations

from itertools import pairwise

import numpy as np

from riffdesk.audio.playing.painted_loop import Paint
from riffdesk.audio.playing.tape import MadeBar, Tape

RATE, BAR, LOOP = 1_000, 500.5, 2
LENGTH = round(LOOP * BAR)
FADE = 10  # samples
SOUND = np.random.default_rng(1).uniform(-0.5, 0.5, (1, LENGTH)).astype(np.float32)


def tape_of(bars: int, positions: dict[int, int] | None = None) -> Tape:
    """Return a silent tape whose bars go round a loop of two, or have other positions in it."""
    tape = Tape(RATE, BAR)
    for number in range(bars):
        first, last = round(number * BAR), round((number + 1) * BAR)
        silence = {("drums",): np.zeros((1, last - first), np.float32)}
        position = (positions or {}).get(number, number % LOOP)
        tape.append(MadeBar(silence, {("drums",): np.zeros((1, 50), np.float32)}, number, first, None, position))
    return tape


def heard(tape: Tape, start: int, stop: int) -> np.ndarray:
    """Return samples as the player reads them, block by block."""
    edges = [*range(start, stop, 24), stop]
    return np.concatenate([tape[:, a:b] for a, b in pairwise(edges)], axis=1)


def test_it_goes_round_with_the_loop_sample_for_sample() -> None:
    tape = tape_of(8)
    tape.paint(Paint(SOUND, (0.5,)))
    sound = heard(tape, 0, 3 * LENGTH)
    np.testing.assert_array_equal(sound[:, FADE:LENGTH], 0.5 * SOUND[:, FADE:])
    np.testing.assert_array_equal(sound[:, LENGTH + FADE : 2 * LENGTH], 0.5 * SOUND[:, FADE:])
    np.testing.assert_array_equal(sound[:, 2 * LENGTH + FADE : 3 * LENGTH], 0.5 * SOUND[:, FADE:])


def test_what_is_painted_meanwhile_is_heard_from_then_on_without_a_step_and_read_as_it_was_heard() -> None:
    tape = tape_of(8)
    steady = np.full((1, LENGTH), 0.4, np.float32)
    tape.paint(Paint(steady, (1.0,)))
    first = heard(tape, 0, 300)
    tape.paint(Paint(2 * steady, (1.0,)))
    second = heard(tape, 300, 600)
    np.testing.assert_allclose(first[:, FADE:], 0.4)
    np.testing.assert_allclose(second[:, FADE:], 0.8)
    assert np.abs(np.diff(np.concatenate((first[:, FADE:], second), axis=1))).max() <= 0.4 / FADE + 1e-6
    np.testing.assert_array_equal(tape.read(0, 600), np.concatenate((first, second), axis=1))


def test_where_the_loop_begins_anew_the_paint_does_too() -> None:
    tape = tape_of(6, {3: 0, 4: 1, 5: 0})  # another prompt at bar 3
    tape.paint(Paint(SOUND, (1.0,)))
    sound, line = heard(tape, 0, 2_500), round(3 * BAR)
    np.testing.assert_array_equal(sound[:, line + FADE : line + 900], SOUND[:, FADE:900])
    assert tape.place_at(line + 100) == 100 - (3 * BAR - line)


def test_while_the_last_bars_go_round_the_paint_goes_with_them() -> None:
    tape = tape_of(4)
    tape.paint(Paint(SOUND, (1.0,)))
    sound = heard(tape, 0, 6 * LENGTH)
    assert tape.repeats >= 3
    again = sound[:, 4 * LENGTH + FADE + 1 : 5 * LENGTH - 1]
    expected = SOUND[:, FADE + 1 : LENGTH - 1]
    shifts = [np.abs(np.roll(expected, shift, axis=1)[:, 2:-2] - again[:, 2:-2]).max() for shift in (-1, 0, 1)]
    assert min(shifts) < 1e-6


def test_no_paint_and_paint_without_a_level_are_silent() -> None:
    tape = tape_of(2)
    assert tape.painted(0, 100) is None
    tape.paint(Paint(SOUND, (0.0,)))
    assert tape.painted(0, 100) is None
    assert not heard(tape, 0, 400).any()
