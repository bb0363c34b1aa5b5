"""What plays goes on where it was when headphones are plugged in, when devices are looked for, and after a hang."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable

import numpy as np
import pytest

from riffdesk.audio.playing import default_device, devices, player_thread
from riffdesk.audio.playing.devices import output_devices
from tests.audio.fakecards import Card, SoundDevice, plug_in
from tests.audio.playing.test_player import FADE, Transport, player_threads, trimmed, wait_until

__all__ = ["Transport"]  # which the fixture makes

CORE_AUDIO = 2


@pytest.fixture
def mac(monkeypatch: pytest.MonkeyPatch) -> Callable[..., SoundDevice]:
    """Cards of a sound system that keeps the default of its start; who asks is told of the first that is there."""

    def plug(*cards: Card) -> SoundDevice:
        module = plug_in(monkeypatch, *cards)

        def ask(_: default_device.DefaultDevice) -> str | None:
            return next((f"{card.name}, Core Audio" for card in module.plugged_in if card.there), None)

        monkeypatch.setattr(default_device.DefaultDevice, "ask", ask)
        monkeypatch.setattr(default_device, "_INTERVAL", 0.02)
        return module

    return plug


def followers() -> int:
    return sum(thread.name == "riffdesk default device" for thread in threading.enumerate())


def test_looking_for_devices_while_it_plays_goes_on_where_it_was(monkeypatch, make):
    card = Card("Speakers", speed=4)
    module = plug_in(monkeypatch, card)
    transport = make(300_000)
    player = transport.player
    assert not player.look_for_devices()
    player.play()
    wait_until(lambda: player.position > 50_000)
    module.plugged_in.append(Card("Headset"))
    assert player.look_for_devices()
    wait_until(lambda: "looked" in transport.told)
    wait_until(lambda: len(card.opened_at) == 2)
    assert [device.name for device in output_devices()] == ["Speakers", "Headset"]
    assert player.playing
    transport.wait_for("started", "looked", "finished")
    heard = card.sound
    silent = np.flatnonzero(np.diff(np.flatnonzero(heard[0])) > 1_000)
    assert len(silent) == 1  # one gap, and nothing else is missing or there twice
    sounding = heard[:, heard.any(axis=0)]
    assert abs(sounding.shape[1] - 300_000) <= 3
    assert np.array_equal(sounding[:, -150_000:], transport.audio[:, -150_000:])


def test_a_stop_while_it_looks_stops_and_it_has_looked(monkeypatch, make):
    card = Card("Speakers", speed=2)
    module = plug_in(monkeypatch, card)
    transport = make(300_000)
    transport.player.play()
    transport.wait_for("started")
    transport.player.look_for_devices()
    transport.player.stop()
    transport.wait_for("started", "stopped", "looked")
    assert module.looks == 1
    assert len(card.opened_at) == 1


def test_the_new_default_device_is_followed_at_the_same_place(mac, make):
    speakers, headset = Card("Speakers", api=CORE_AUDIO, speed=10), Card("Headset", api=CORE_AUDIO, speed=10)
    module = mac(speakers)
    transport = make(300_000)
    transport.player.play()
    wait_until(lambda: transport.player.position > 30_000)
    module.plugged_in.insert(0, headset)
    transport.wait_for("started", "looked", "finished")
    there, here = trimmed(speakers.sound), trimmed(headset.sound)
    assert abs(there.shape[1] + here.shape[1] - 300_000) <= 2
    assert np.array_equal(here[:, FADE:], transport.audio[:, -here.shape[1] + FADE :])
    assert len(speakers.opened_at) == len(headset.opened_at) == 1
    wait_until(lambda: followers() == 0)


def test_a_device_that_was_chosen_is_not_left(mac, make):
    speakers, headset = Card("Speakers", api=CORE_AUDIO, speed=4), Card("Headset", api=CORE_AUDIO)
    module = mac(speakers)
    transport = make(100_000, device="Speakers, Core Audio")
    transport.player.play()
    transport.wait_for("started")
    module.plugged_in.insert(0, headset)
    transport.wait_for("started", "finished")
    assert not headset.opened_at


def test_where_the_system_moves_the_sound_itself_nobody_asks(monkeypatch, make):
    plug_in(monkeypatch, Card("Speakers", speed=4))
    monkeypatch.setattr(default_device, "_INTERVAL", 0.01)
    monkeypatch.setattr(default_device.DefaultDevice, "ask", lambda _: pytest.fail("asked"))
    transport = make(30_000)
    transport.player.play()
    transport.wait_for("started")
    assert followers() == 0
    transport.wait_for("started", "finished")


def test_when_the_default_device_is_unplugged_the_next_one_goes_on(mac, make):
    headset, speakers = Card("Headset", api=CORE_AUDIO, speed=10), Card("Speakers", api=CORE_AUDIO, speed=10)
    module = mac(headset, speakers)
    transport = make(300_000)
    transport.player.play()
    wait_until(lambda: transport.player.position > 50_000)
    module.plugged_in.remove(headset)
    headset.there = False
    transport.wait_for("started", "looked", "finished")
    here = trimmed(speakers.sound)
    assert np.array_equal(here[:, FADE:], transport.audio[:, -here.shape[1] + FADE :])
    assert 200_000 < here.shape[1] < 260_000
    assert transport.player.error is None


def test_what_was_asked_of_a_device_that_stopped_working_is_not_done_to_the_next_one(mac, make, monkeypatch):
    def follow_too_late(device: str, over: threading.Event, changed: Callable[[], None]) -> None:
        over.wait()
        if device.startswith("Headset"):
            changed()

    monkeypatch.setattr(player_thread, "watch_default_device", follow_too_late)
    headset, speakers = Card("Headset", api=CORE_AUDIO, vanishes_after=50_000), Card("Speakers", api=CORE_AUDIO)
    module = mac(headset, speakers)
    transport = make(300_000)
    transport.player.play()
    wait_until(lambda: transport.player.position > 10_000)
    module.plugged_in.remove(headset)
    transport.wait_for("started", "looked", "finished")
    assert len(speakers.opened_at) == 1


def test_a_default_device_that_breaks_and_stays_the_default_fails_with_a_sentence_each_time(mac, make):
    mac(Card("Headset", api=CORE_AUDIO, vanishes_after=5_000), Card("Speakers", api=CORE_AUDIO))
    transport = make(300_000)
    for _ in range(2):
        transport.events.clear()
        transport.player.play()
        wait_until(lambda: transport.told[-1:] == ["failed"])
        assert "“Headset” stopped working (Input/output error)" in transport.player.error
        assert not devices.portaudio.in_use


def test_a_default_that_only_others_see_is_followed_once_and_then_left_alone(mac, make, monkeypatch):
    card = Card("Speakers", api=CORE_AUDIO, speed=4)
    mac(card)
    monkeypatch.setattr(default_device.DefaultDevice, "ask", lambda _: "Ghost, Core Audio")
    transport = make(200_000)
    transport.player.play()
    transport.wait_for("started", "looked", "finished")
    assert len(card.opened_at) == 2


def test_a_device_that_hung_is_listed_again_and_plays_again(monkeypatch, make):
    monkeypatch.setattr(player_thread, "_WRITE_TIMEOUT", 0.2)
    card = Card("Headset", hangs_after=5_000)
    module = plug_in(monkeypatch, card)
    transport = make(30_000)
    transport.player.play()
    transport.wait_for("started", "failed")
    card.hangs_after = None  # it was unplugged and plugged in again; the old thread hangs for ever
    module.plugged_in.append(Card("Speakers"))
    assert devices.refresh()
    assert [device.name for device in output_devices()] == ["Headset", "Speakers"]
    card.heard.clear()
    transport.player.play(0)
    transport.wait_for("started", "failed", "started", "finished")
    assert np.array_equal(trimmed(card.sound), transport.audio)
    card.going_on.set()
    wait_until(lambda: player_threads() <= 1)
    assert not devices.portaudio.in_use
    assert transport.told[-1] == "finished"


def test_a_device_that_answers_after_the_player_was_closed_tells_nobody(monkeypatch, make):
    card = Card("Headset", hangs_after=5_000)
    plug_in(monkeypatch, card)
    transport = make(30_000)
    transport.player.play()
    transport.wait_for("started")
    transport.player.close()
    before = list(transport.told)
    card.going_on.set()
    wait_until(lambda: player_threads() == 0)
    assert transport.told == before


def test_nothing_is_left_running_when_the_player_is_closed(mac, make):
    mac(Card("Speakers", api=CORE_AUDIO, speed=4))
    transport = make(300_000)
    transport.player.play()
    transport.wait_for("started")
    assert followers() == 1
    transport.player.close()
    limit = time.monotonic() + 5
    while followers() and time.monotonic() < limit:
        time.sleep(0.005)
    assert followers() == 0
