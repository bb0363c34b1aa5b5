"""Notes are read from what the tone brush draws, and from the spectrogram of a line that is sung."""

from __future__ import annotations

import itertools

import numpy as np
import pytest
from numpy.typing import NDArray

from riffdesk.compose.notes.ink_notes import notes_of_ink, tonal_share
from riffdesk.dsp.mel import analyse
from riffdesk.dsp.params import SpectrogramParams
from riffdesk.dsp.pitch import A4_MIDI
from riffdesk.dsp.tone import tone_shape

PARAMS = SpectrogramParams()
TEMPO = 120.0
Drawn = list[tuple[int, int, int]]
"""First column, number of columns and MIDI note of each stroke."""


def drawing(strokes: Drawn, *, harmonics: int = 1, strength: float = 0.7, columns: int = 512) -> NDArray[np.float32]:
    """Return what the tone brush draws."""
    ink = np.zeros((PARAMS.bands, columns), np.float32)
    for first, length, pitch in strokes:
        shape = tone_shape(PARAMS, 100 * (pitch - A4_MIDI), harmonics, 6.0) * np.float32(strength)
        ink[:, first : first + length] = np.maximum(ink[:, first : first + length], shape[:, None])
    return ink


def read(ink: NDArray[np.float32], voices: int = 6) -> Drawn:
    """Return the notes in ink, in columns."""
    per_beat = 60 / TEMPO * PARAMS.columns_per_second
    return [
        (round(note.start * per_beat), round(note.length * per_beat), note.pitch)
        for note in notes_of_ink(ink, PARAMS, TEMPO, voices=voices)
    ]


@pytest.mark.parametrize("harmonics", [1, 4, 8])
@pytest.mark.parametrize(("lowest", "highest"), [(28, 52), (55, 90)])
def test_each_drawn_note_is_read_at_its_pitch_and_time(lowest: int, highest: int, harmonics: int) -> None:
    rng = np.random.default_rng(lowest)
    strokes = [(20 + 48 * place, int(rng.integers(12, 45)), int(rng.integers(lowest, highest))) for place in range(10)]
    assert read(drawing(strokes, harmonics=harmonics)) == strokes


def test_notes_that_sound_together_are_read_apart() -> None:
    strokes = [(50, 100, 48), (50, 100, 52), (50, 100, 55), (200, 100, 53), (200, 100, 57), (250, 100, 62)]
    assert read(drawing(strokes)) == strokes


def test_a_glide_is_read_as_the_semitones_that_it_passes_slowly() -> None:
    ink = np.zeros((PARAMS.bands, 300), np.float32)
    for column in range(20, 280):
        cents = round(np.interp(column, (120, 180), (-900, -600)))
        ink[:, column] = tone_shape(PARAMS, cents, 1, 6.0) * np.float32(0.7)
    notes = read(ink)
    assert [pitch for _, _, pitch in notes] == [60, 61, 62, 63]
    assert notes[0][0] == 20
    assert notes[-1][0] + notes[-1][1] == 280
    assert all(first[0] + first[1] == second[0] for first, second in itertools.pairwise(notes))


def test_the_level_of_a_drawing_is_its_velocity() -> None:
    soft, loud = (notes_of_ink(drawing([(50, 60, 69)], strength=level), PARAMS, TEMPO)[0] for level in (0.5, 0.7))
    assert loud.velocity == 100
    assert soft.velocity == round(100 * (0.5 / 0.7) ** 2)


def test_a_sung_line_is_read_from_its_spectrogram_with_repeated_notes_and_vibrato() -> None:
    rate = PARAMS.sample_rate
    line = [(0.3, 0.5, 57), (0.9, 0.4, 57), (1.4, 0.6, 60), (2.1, 0.35, 64), (2.5, 1.0, 62)]
    audio = np.zeros(int(4.0 * rate))
    for start, length, pitch in line:
        t = np.arange(int(length * rate)) / rate
        hertz = 440 * 2 ** ((pitch - 69 + 0.25 * np.sin(2 * np.pi * 5.5 * t)) / 12)
        phase = 2 * np.pi * np.cumsum(hertz) / rate
        envelope = np.minimum(1, np.minimum(t / 0.02, (length - t) / 0.05))
        tone = sum(np.sin(k * phase) / k for k in range(1, 9))
        audio[int(start * rate) : int(start * rate) + len(t)] += 0.2 * envelope * tone
    audio += 0.001 * np.random.default_rng(0).standard_normal(len(audio))
    heard = read(analyse(audio.astype(np.float32)[None], PARAMS), voices=1)
    assert [pitch for _, _, pitch in heard] == [pitch for _, _, pitch in line]
    assert np.allclose([first / 100 for first, _, _ in heard], [start for start, _, _ in line], atol=0.04)


def test_a_drawing_of_lines_is_tonal_and_one_of_noise_is_not() -> None:
    lines = drawing([(50, 100, 48), (200, 100, 60)], harmonics=6)
    noise = lines.copy()
    noise[200:400, 300:500] = 0.6
    for ink, tonal in ((lines, True), (noise, False)):
        notes = notes_of_ink(ink, PARAMS, TEMPO)
        assert (tonal_share(ink, notes, PARAMS, TEMPO) > 0.8) == tonal


@pytest.mark.parametrize("ink", [np.zeros((512, 100)), np.full((512, 100), 0.5), np.zeros((512, 0))])
def test_silence_and_a_flat_field_have_no_notes(ink: NDArray[np.float64]) -> None:
    assert notes_of_ink(ink.astype(np.float32), PARAMS, TEMPO) == ()


def test_stereo_is_read_as_both_sides_together() -> None:
    left, right = drawing([(20, 60, 60)]), drawing([(120, 60, 67)])
    assert read(np.stack((left, right))) == [(20, 60, 60), (120, 60, 67)]
