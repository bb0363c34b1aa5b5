"""The pitches of drawn lines are heard after *Make it real* with the built-in model."""

from __future__ import annotations

import numpy as np
import pytest
from numpy.typing import NDArray

from riffdesk.dsp.params import SpectrogramParams
from riffdesk.dsp.pitch import hertz_of_midi
from riffdesk.engine.riff.render import render
from riffdesk.training.evaluation.drawn_lines import Line, request_for

_RANGES = {"bass": (28, 67), "melody": (57, 99)}  # MIDI notes that may be heard
_ONSET = 0.04  # seconds at the beginning of a note that are not judged
_HARMONICS, _DECAY = np.arange(1, 11), 0.84
_LENGTH = 2**17


def heard_pitch(sound: NDArray[np.float32], rate: int, kind: str) -> float:
    """Return the MIDI note whose harmonics are the strongest, against what lies between them."""
    spectrum = np.sqrt(np.abs(np.fft.rfft(sound * np.hanning(len(sound)), _LENGTH)))
    weights = _DECAY**_HARMONICS

    def sum_at(multiples: NDArray[np.float64], note: float) -> float:
        bins = np.round(multiples * hertz_of_midi(note) * _LENGTH / rate).astype(int)
        return float(weights @ spectrum[np.minimum(bins, len(spectrum) - 1)])

    low, high = _RANGES[kind]
    notes = np.arange(low, high, 0.1)
    strengths = [sum_at(1.0 * _HARMONICS, note) - sum_at(_HARMONICS - 0.5, note) / 2 for note in notes]
    return float(notes[np.argmax(strengths)])


def right_pitches(line: Line, sound: NDArray[np.float32], params: SpectrogramParams) -> int:
    """Return how many notes of a line have the drawn pitch, to a quarter tone, while they last."""
    rate, right = params.sample_rate, 0
    for note in line.notes(params):
        span = sound[round((note.start + _ONSET) * rate) : round(note.end * rate)]
        right += abs(heard_pitch(span, rate, line.kind) - note.pitch) <= 0.5
    return right


@pytest.mark.parametrize(("kind", "seed", "prompt"), [("bass", 0, "synth bass"), ("melody", 3, "flute melody")])
def test_nine_of_ten_drawn_pitches_are_heard_when_a_line_is_made_real(kind: str, seed: int, prompt: str) -> None:
    params = SpectrogramParams()
    line = Line.drawn(kind, seed)
    sound = render(request_for(line, prompt, params, "notes and ink")).audio.mean(axis=0)
    assert right_pitches(line, sound, params) >= len(line.strokes) - 1


@pytest.mark.parametrize(("moved", "right"), [(0, 10), (1, 0), (-5, 0), (12, 0)])
def test_pitches_beside_the_drawn_ones_are_not_right(moved: int, right: int) -> None:
    params = SpectrogramParams()
    line = Line.drawn("bass", 0)
    sound = np.zeros(round(5.2 * params.sample_rate), np.float32)
    for note in line.notes(params):
        start, stop = (round(second * params.sample_rate) for second in (note.start, note.end))
        phase = 2 * np.pi * hertz_of_midi(note.pitch + moved) * np.arange(stop - start) / params.sample_rate
        sound[start:stop] = sum(np.sin(number * phase) / number for number in range(1, 6))
    assert right_pitches(line, sound, params) == right
