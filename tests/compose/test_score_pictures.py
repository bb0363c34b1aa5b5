"""The pictures of a score lie on the canvas as the ink of its notes does."""

from __future__ import annotations

import numpy as np
import pytest

from riffdesk.compose.harmony import Key
from riffdesk.compose.score import DrumPiece, Note, Part, Score
from riffdesk.compose.score_pictures import (
    CELL_COLUMNS,
    PITCHED_ROLES,
    STROKE_CLASSES,
    STROKES_PLAYED,
    ScorePictures,
    pictures_of,
)
from riffdesk.dsp.mel import analyse
from riffdesk.dsp.params import SpectrogramParams
from riffdesk.dsp.pitch import hertz_of_midi

PARAMS = SpectrogramParams()
CELL_SECONDS = CELL_COLUMNS / PARAMS.columns_per_second


def score_of(*notes: Note, role: str = "melody", bpm: float = 120) -> Score:
    return Score(bpm, 4, Key(0, "major"), 4, (), (Part(role, "piano", 0, notes),))


def pictures(score: Score, begin: float = 0.0, columns: int = 512) -> ScorePictures:
    return pictures_of(score, begin, columns, PARAMS)


def tone(pitch: int, start: float, stop: float) -> np.ndarray:
    """Return the ink of a sine that sounds between two seconds: ``[512, 512]``."""
    at = np.arange(512 * PARAMS.hop) / PARAMS.sample_rate
    sound = np.sin(2 * np.pi * hertz_of_midi(pitch) * at) * ((at >= start) & (at < stop))
    return analyse(sound.astype(np.float32), PARAMS)[:, :512]


@pytest.mark.parametrize("pitch", [40, 57, 69, 88])
def test_a_note_is_brightest_in_the_band_where_its_tone_has_most_ink(pitch: int) -> None:
    shown = pictures(score_of(Note(2, 2, pitch, 100))).tones[0]
    ink = tone(pitch, 1.0, 2.0)
    cell = round(1.5 / CELL_SECONDS)
    # Of the fundamental; partials lie higher.
    assert abs(int(shown[:, cell].argmax()) - int(ink[:, cell * CELL_COLUMNS].argmax())) <= 1
    share = shown[:, cell] / shown[:, cell].sum()
    lowest = np.flatnonzero(share)[:2]
    place = (share[lowest] * lowest).sum() / share[lowest].sum()
    assert place == pytest.approx(float(PARAMS.band_of(hertz_of_midi(pitch))), abs=0.01)


@pytest.mark.parametrize(("pitch", "start", "length"), [(69, 2.0, 2.0), (57, 1.37, 0.7), (80, 5.5, 1.0)])
def test_a_note_sounds_when_its_tone_does(pitch: int, start: float, length: float) -> None:
    band = round(float(PARAMS.band_of(hertz_of_midi(pitch))))
    sounding = pictures(score_of(Note(start, length, pitch, 127))).tones[0, band - 1 : band + 2].max(axis=0) > 0.15
    ink = tone(pitch, start / 2, (start + length) / 2)[band]
    heard = ink > 0.5**PARAMS.power * ink.max()  # half the amplitude: the middle of a window's rise
    shown, wanted = np.flatnonzero(sounding), np.flatnonzero(heard) / CELL_COLUMNS
    assert shown[0] == pytest.approx(wanted[0], abs=1.5)
    assert shown[-1] == pytest.approx(wanted[-1], abs=1.5)


def test_where_a_note_begins_can_be_read_to_a_millisecond() -> None:
    for start in (1.0, 1.013, 1.5217):
        begins = pictures(score_of(Note(start * 2, 1, 69, 127))).tones[len(PITCHED_ROLES)]
        line = begins.sum(axis=0)
        cells = np.arange(len(line))
        column = (line * cells).sum() / line.sum() * CELL_COLUMNS + 0.5 * (CELL_COLUMNS - 1)
        assert column / PARAMS.columns_per_second == pytest.approx(start, abs=0.001)
        assert np.count_nonzero(line) <= 2


def test_partials_are_shown_weaker_at_whole_multiples() -> None:
    column = pictures(score_of(Note(0, 8, 57, 127))).tones[0, :, 10]
    near = [round(float(PARAMS.band_of(220.0 * number))) for number in (1, 2, 3, 8)]
    heights = [column[band - 1 : band + 2].sum() for band in near]
    assert heights == sorted(heights, reverse=True)
    assert heights[0] / heights[3] == pytest.approx(8**0.5, rel=0.01)
    assert column[near[0] + 3 : near[1] - 3].max() == 0


def test_roles_have_pictures_of_their_own_and_louder_notes_are_brighter() -> None:
    for number, role in enumerate(PITCHED_ROLES):
        peaks = pictures(score_of(Note(0, 4, 60, 127), role=role)).tones.max(axis=(1, 2))
        assert set(np.flatnonzero(peaks)) == {number, number + len(PITCHED_ROLES)}
    soft, loud = (pictures(score_of(Note(0, 4, 60, v))).tones.max() for v in (40, 120))
    assert loud == pytest.approx(3 * soft)


def test_strokes_are_in_the_line_of_their_drum_at_their_time() -> None:
    score = score_of(
        Note(0, 0.2, DrumPiece.KICK, 127), Note(1, 0.2, DrumPiece.SNARE, 64), Note(1.5, 0.2, DrumPiece.OPEN_HAT, 127),
        role="drums",
    )  # fmt: skip
    shown = pictures(score)
    assert not shown.tones.any()
    for line, piece, second in ((0, DrumPiece.KICK, 0.0), (1, DrumPiece.SNARE, 0.5), (3, DrumPiece.OPEN_HAT, 0.75)):
        assert piece in STROKE_CLASSES[line]
        cells = np.flatnonzero(shown.strokes[line])
        assert len(cells) <= 2
        assert abs(cells.mean() * CELL_SECONDS - second) <= CELL_SECONDS
    assert shown.strokes[1].sum() == pytest.approx(64 / 127)


def test_every_piece_of_the_kit_is_in_one_line() -> None:
    pieces = [piece for pieces in STROKE_CLASSES for piece in pieces]
    assert sorted(pieces) == sorted(DrumPiece)


def test_a_stretch_shows_what_the_whole_shows_there() -> None:
    score = score_of(Note(0.5, 3, 60, 90), Note(2, 1, 64, 90), Note(3.3, 4, 67, 90))
    whole, part = pictures(score), pictures(score, 0.64, 256)
    assert np.allclose(part.tones, whole.tones[..., 32 : 32 + 128], atol=1e-4)
    before = pictures(score, -0.64, 512)
    assert np.allclose(before.tones[..., 32:], whole.tones[..., :-32], atol=1e-4)


def test_soft_strokes_are_shown_stronger_for_playing_in_their_order_and_full_ones_as_they_are() -> None:
    strokes = (Note(1, 1, DrumPiece.KICK, 127), Note(2, 1, DrumPiece.KICK, 64), Note(3, 1, DrumPiece.KICK, 16))
    score = score_of(*strokes, role="drums")
    line = next(number for number, pieces in enumerate(STROKE_CLASSES) if DrumPiece.KICK in pieces)

    def peaks(stroke_power: float) -> list[float]:
        shown = pictures_of(score, 0.0, 512, PARAMS, stroke_power=stroke_power).strokes[line]
        cells = [round(0.5 * at / CELL_SECONDS) for at in (1, 2, 3)]
        return [float(shown[cell - 1 : cell + 2].sum()) for cell in cells]

    plain, played = peaks(1.0), peaks(STROKES_PLAYED)
    assert played[1] / played[0] == pytest.approx((64 / 127) ** STROKES_PLAYED, rel=0.02)
    assert plain[0] == pytest.approx(played[0])
    assert plain[2] < played[2] < played[1] < played[0]
