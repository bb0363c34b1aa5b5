"""Instant sound, which is heard before the draft: as like the ink as a draft, nearly, and nothing beside it changes."""

from __future__ import annotations

import numpy as np
import pytest

from riffdesk.dsp.mel import analyse
from riffdesk.dsp.phase.reconstruction import reconstruct
from tests.clips import MUSIC
from tests.dsp.phase.drawing import HOP, PARAMS, WINDOW, blank, noise, tone_line, with_sound
from tests.measure import Array, cents, kinks, pitch_of, rms_db

COLUMNS = 120
CHANGED = (50, 70)


def changed(ink: Array, kind: str) -> Array:
    """Return ink after a stroke across columns 50 to 70."""
    after, part = ink.copy(), (slice(None), slice(*CHANGED))
    if kind == "brush":
        after[200:230, 50:70] = np.maximum(after[200:230, 50:70], 0.6)
    elif kind == "tone":
        after[part] = np.maximum(after[part], tone_line(440, COLUMNS, harmonics=5)[part])
    else:
        after[part] *= {"eraser": 0.0, "softer": 0.5, "louder": 1.4}[kind]
    return after


def error(ink: Array, sound: Array) -> float:
    """Return the mean error, in grey levels, around the stroke."""
    part = slice(CHANGED[0] - 5, CHANGED[1] + 5)
    return float(255 * np.abs(analyse(sound, PARAMS)[:, :COLUMNS] - ink)[:, part].mean())


@pytest.mark.parametrize("kind", ["brush", "tone", "eraser", "softer", "louder"])
@pytest.mark.parametrize("clip", ["drums", "chords"])
def test_it_is_nearly_as_like_the_ink_as_a_draft(clip: str, kind: str) -> None:
    before, sound = with_sound(MUSIC[clip](1.2), COLUMNS)
    ink = changed(before, kind)
    instant = reconstruct(ink, PARAMS, previous=sound, changed=CHANGED, quality="instant")
    draft = reconstruct(ink, PARAMS, previous=sound, changed=CHANGED, quality="draft")
    assert error(ink, instant) < 2 * error(ink, draft)
    assert error(ink, instant) < 0.8 * error(ink, sound)


@pytest.mark.parametrize("circular", [False, True])
@pytest.mark.parametrize("kind", ["brush", "eraser"])
def test_a_window_away_every_sample_is_as_it_was_and_there_is_no_click(kind: str, circular: bool) -> None:
    before, sound = with_sound(MUSIC["chords"](1.2), COLUMNS)
    ink = changed(before, kind)
    instant = reconstruct(ink, PARAMS, previous=sound, changed=CHANGED, quality="instant", circular=circular)
    away = np.ones(len(sound), np.bool_)
    away[CHANGED[0] * HOP - WINDOW : CHANGED[1] * HOP + WINDOW] = False
    assert np.array_equal(instant[away], sound[away])
    assert not np.array_equal(instant, sound)
    assert kinks(instant).max() <= 1.5 * max(kinks(sound).max(), kinks(draft_of(ink, sound, circular=circular)).max())


def draft_of(ink: Array, sound: Array, *, circular: bool) -> Array:
    return reconstruct(ink, PARAMS, previous=sound, changed=CHANGED, quality="draft", circular=circular)


def test_a_tone_on_silence_has_its_pitch_and_its_level() -> None:
    ink, silence = tone_line(440, COLUMNS, 20, 100), np.zeros(COLUMNS * HOP, np.float32)
    instant = reconstruct(ink, PARAMS, previous=silence, changed=(20, 100), quality="instant")
    draft = reconstruct(ink, PARAMS, previous=silence, changed=(20, 100), quality="draft")
    middle = slice(35 * HOP, 85 * HOP)
    assert abs(cents(pitch_of(instant[middle]), 440)) < 1
    assert rms_db(instant[middle]) == pytest.approx(rms_db(draft[middle]), abs=0.5)


def test_what_is_erased_falls_silent_at_once() -> None:
    before = noise(COLUMNS, slice(100, 300))
    sound = reconstruct(before, PARAMS, quality="draft")
    ink = before.copy()
    ink[:, 40:80] = 0
    instant = reconstruct(ink, PARAMS, previous=sound, changed=(40, 80), quality="instant")
    middle = slice(55 * HOP, 65 * HOP)
    assert rms_db(instant[middle]) < rms_db(sound[middle]) - 60


def test_silent_ink_is_silence_and_without_a_sound_before_it_is_all_new() -> None:
    assert not reconstruct(blank(40), PARAMS, quality="instant").any()
    whole = reconstruct(tone_line(440, COLUMNS), PARAMS, quality="instant")
    assert abs(cents(pitch_of(whole[20 * HOP : 100 * HOP]), 440)) < 1


def test_in_a_loop_it_goes_round_the_end() -> None:
    ink, silence = tone_line(440, COLUMNS), np.zeros(COLUMNS * HOP, np.float32)
    ink[:, 10:110] = 0
    instant = reconstruct(ink, PARAMS, previous=silence, changed=(110, 130), quality="instant", circular=True)
    for part in (slice(0, 3 * HOP), slice(-3 * HOP, None)):
        assert rms_db(instant[part]) > -20
    assert np.abs(instant[60 * HOP]) == 0
