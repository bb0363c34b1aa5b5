from __future__ import annotations

from collections.abc import Iterable

import numpy as np
import pytest

from riffdesk.dsp.synth import LOUDEST, Synth, Tones
from tests.measure import RATE, cents, pitch_of

BLOCK = 240


def played(blocks: Iterable[Tones | None], synth: Synth | None = None) -> np.ndarray:
    synth = synth or Synth(RATE)
    return np.concatenate([synth.block(tones, BLOCK) for tones in blocks])


def steepest(sound: np.ndarray) -> float:
    return float(np.abs(np.diff(sound, prepend=0.0)).max())


def test_a_tone_has_its_pitch_and_level() -> None:
    sound = played([Tones(((440.0, 0.2),))] * 200)[2_000:]
    assert abs(cents(pitch_of(sound), 440)) < 0.1
    assert np.abs(sound).max() == pytest.approx(0.2, rel=0.01)


def test_however_many_partials_it_stays_at_a_safe_level() -> None:
    sound = played([Tones(tuple((100.0 * number, 1.0) for number in range(1, 40)))] * 100)
    assert np.abs(sound).max() <= LOUDEST + 1e-6


def test_it_fades_in_glides_and_fades_out_without_a_click() -> None:
    steady = steepest(played([Tones(((880.0, 0.2),))] * 50)[2_000:])
    tones = [Tones(((hertz, 0.2),)) for hertz in (440.0, 880.0, 220.0, 660.0) for _ in range(6)]
    sound = played([*tones, *[None] * 20])
    assert steepest(sound) < 1.6 * steady


def test_it_has_ended_within_50_ms_of_the_release() -> None:
    synth = Synth(RATE)
    played([Tones(((440.0, 0.2),))] * 20, synth)
    tail = played([None] * 20, synth)
    assert tail[: round(0.02 * RATE)].any()
    assert not tail[round(0.05 * RATE) :].any()
    assert not synth.sounds


def test_a_new_pitch_is_reached_within_20_ms() -> None:
    synth = Synth(RATE)
    played([Tones(((440.0, 0.2),))] * 20, synth)
    sound = played([Tones(((660.0, 0.2),))] * 40, synth)[round(0.02 * RATE) :]
    assert abs(cents(pitch_of(sound), 660)) < 20


def test_partials_may_come_and_go_and_what_cannot_be_played_is_left_out() -> None:
    one, three = Tones(((440.0, 0.1),)), Tones.harmonic(300.0, 0.1, 3, 6.0)
    sound = played([one] * 9 + [three] * 9 + [one] * 9 + [Tones(((0.0, 1.0), (40_000.0, 1.0)))] * 20)
    assert np.isfinite(sound).all()
    assert not np.abs(sound[-BLOCK:]).max() > 1e-4


def test_harmonics_are_quieter_by_the_roll_off() -> None:
    assert Tones.harmonic(100.0, 1.0, 4, 6.0).partials[3] == pytest.approx((400.0, 10 ** (-12 / 20)))
