"""The synthesiser's tones open the device, are added to what plays, and leave it alone."""

from __future__ import annotations

import time

import numpy as np
import pytest

from riffdesk.audio.playing import devices
from riffdesk.audio.playing.player import Player
from riffdesk.dsp.mix import Track
from riffdesk.dsp.synth import Tones
from tests.audio.fakecards import Card, plug_in
from tests.audio.playing.test_player import Transport, wait_until
from tests.measure import cents, pitch_of

RATE = 44_100
A = Tones(((440.0, 0.2),))
__all__ = ["Transport"]


def test_a_tone_is_heard_while_nothing_plays_and_nothing_is_told(monkeypatch: pytest.MonkeyPatch, make) -> None:
    card = Card("Speakers")
    plug_in(monkeypatch, card)
    transport = make()
    transport.player.seek(5_000)
    transport.player.sound(A)
    wait_until(lambda: len(card.heard) > 100)
    assert not transport.player.playing
    assert transport.player.sounding
    assert transport.player.position == 5_000
    transport.player.sound(None)
    wait_until(lambda: not devices.portaudio.in_use)
    assert abs(cents(pitch_of(card.sound[0, 2_000:20_000]), 440)) < 1
    assert transport.told == []
    assert transport.player.position == 5_000
    assert not transport.player.sounding


def test_the_end_of_a_tone_is_heard_before_the_device_is_closed(monkeypatch: pytest.MonkeyPatch, make) -> None:
    card = Card("Speakers")
    plug_in(monkeypatch, card)
    player = make().player
    player.sound(A)
    wait_until(lambda: len(card.heard) > 50)
    player.sound(None)
    wait_until(lambda: not devices.portaudio.in_use)
    sound = card.sound[0]
    assert len(sound) - np.flatnonzero(sound)[-1] > 3_528, "the buffer of the device was played"
    assert np.abs(np.diff(sound)).max() < 1.1 * 0.2 * 2 * np.pi * 440 / RATE, "there is no click"


def test_a_tone_is_added_to_the_sketch_not_to_its_levels(monkeypatch: pytest.MonkeyPatch, make) -> None:
    card = Card("Speakers", speed=4)
    plug_in(monkeypatch, card)
    transport = make(200_000)
    silent = np.zeros((1, 200_000), np.float32)
    transport.player.set_tracks((Track(silent, key="a"),), 200_000)
    transport.player.play()
    wait_until(lambda: transport.player.position > 20_000)
    transport.player.sound(A)
    wait_until(lambda: transport.player.position > 80_000)
    assert transport.player.levels.left_peak == 0
    transport.player.sound(None)
    transport.player.stop()
    transport.wait_for("started", "stopped")
    assert np.abs(card.sound).max() == pytest.approx(0.2, rel=0.02)


def test_the_end_of_the_sketch_is_told_while_a_tone_goes_on(monkeypatch: pytest.MonkeyPatch, make) -> None:
    card = Card("Speakers")
    plug_in(monkeypatch, card)
    transport = make()
    transport.player.play()
    transport.player.sound(A)
    transport.wait_for("started", "finished")
    assert not transport.player.playing
    assert transport.player.position == 20_000
    count = len(card.heard)
    wait_until(lambda: len(card.heard) > count + 20)
    transport.player.seek(3_000)
    time.sleep(0.05)
    assert transport.player.position == 3_000, "seeking while a tone sounds plays nothing"
    transport.player.play()
    transport.wait_for("started", "finished", "started", "finished")
    transport.player.sound(None)
    wait_until(lambda: not devices.portaudio.in_use)
    assert transport.told == ["started", "finished", "started", "finished"]


def test_another_device_goes_on_with_the_tone(monkeypatch: pytest.MonkeyPatch, make) -> None:
    first, second = Card("Speakers"), Card("Headphones")
    plug_in(monkeypatch, first, second)
    transport = make()
    transport.player.sound(A)
    wait_until(lambda: len(first.heard) > 20)
    transport.player.set_device("Headphones")
    wait_until(lambda: len(second.heard) > 20)
    transport.player.sound(None)
    wait_until(lambda: not devices.portaudio.in_use)
    assert np.abs(second.sound).max() == pytest.approx(0.2, rel=0.02)
    assert transport.told == []


def test_without_a_device_nothing_is_told_until_one_plays(monkeypatch: pytest.MonkeyPatch, make) -> None:
    card = Card("Speakers", there=False)
    plug_in(monkeypatch, card)
    transport = make()
    transport.player.sound(A)
    time.sleep(0.2)
    transport.player.sound(None)
    assert transport.told == []
    transport.player.play()
    transport.wait_for("failed")


def test_tones_too_are_kept_from_overshooting(monkeypatch: pytest.MonkeyPatch, make) -> None:
    card = Card("Speakers", speed=4)
    plug_in(monkeypatch, card)
    transport = make(200_000)
    loud = np.full((1, 200_000), 0.95, np.float32)
    transport.player.set_tracks((Track(loud, key="a"),), 200_000)
    transport.player.play()
    transport.player.sound(A)
    wait_until(lambda: transport.player.position > 60_000)
    transport.player.close()
    assert np.abs(card.sound).max() <= 1.0


def test_closing_ends_a_tone() -> None:
    player = Player()
    player.sound(A)
    player.close()
    assert not player.sounding


def test_scrubbing_is_heard_while_nothing_plays_and_the_playhead_stays_with_the_hand(
    monkeypatch: pytest.MonkeyPatch, make
) -> None:
    card = Card("Speakers", speed=2)
    plug_in(monkeypatch, card)
    transport = make(200_000)
    for sample in range(20_000, 60_000, 2_000):
        transport.player.scrub(sample)
        transport.player.seek(sample)
        time.sleep(0.01)
    assert transport.player.position == 58_000
    transport.player.scrub(None)
    wait_until(lambda: not devices.portaudio.in_use)
    assert np.abs(card.sound).max() > 0.1
    assert transport.told == []
    assert not transport.player.sounding
