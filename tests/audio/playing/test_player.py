"""The transport obeys at any moment, says what happened, and survives every bad day of a sound card."""

from __future__ import annotations

import subprocess
import sys
import threading
import time
import weakref
from collections.abc import Callable

import numpy as np
import pytest
import soxr

from riffdesk.audio.playing import devices, player_thread
from riffdesk.audio.playing.output import Output
from riffdesk.audio.playing.playback import BLOCK
from riffdesk.audio.playing.player import Player, PlayerEvent
from riffdesk.dsp.limiter import Limiter
from riffdesk.dsp.mix import Track
from riffdesk.errors import UserError
from tests.audio.fakecards import Card, Stream, plug_in
from tests.audio.soundcards import ROOT

RATE = 44_100
FADE = 220
DELAY = Limiter(RATE).delay


class Transport:
    """A player, and what it tells."""

    def __init__(self, samples: int = 20_000, **options) -> None:
        self.audio = np.random.default_rng(0).uniform(-0.3, 0.3, (2, samples)).astype(np.float32)
        self.player = Player(**options)
        self.player.set_tracks((Track(self.audio, key="a"),), samples)
        self.events: list[PlayerEvent] = []
        self.player.subscribe(self.events.append)

    @property
    def told(self) -> list[str]:
        return [event.kind for event in self.events]

    def wait_for(self, *told: str) -> None:
        try:
            wait_until(lambda: self.told == list(told))
        except TimeoutError:
            pytest.fail(f"waited for {told}, was told {self.told}")


def wait_until(holds: Callable[[], object]) -> None:
    limit = time.monotonic() + 5
    while not holds():
        if time.monotonic() > limit:
            raise TimeoutError
        time.sleep(0.002)


def player_threads() -> int:
    return sum(thread.name == "riffdesk player" for thread in threading.enumerate())


def trimmed(sound: np.ndarray) -> np.ndarray:
    """Return a sound without what the limiter delays it by, and without the silence at its end."""
    assert not sound[:, :DELAY].any()
    return sound[:, DELAY : np.flatnonzero(sound.any(axis=0))[-1] + 1]


def test_making_a_player_touches_neither_portaudio_nor_torch_nor_qt():
    script = (
        "import sys, threading\nfrom riffdesk.audio.playing.player import Player\nPlayer().stop()\n"
        "loaded = [name for name in ('sounddevice', 'soxr', 'torch', 'PySide6') if name in sys.modules]\n"
        "assert not loaded, loaded\nassert threading.active_count() == 1"
    )
    subprocess.run([sys.executable, "-c", script], check=True, cwd=ROOT)


def test_it_plays_every_sample_and_finishes(monkeypatch, make):
    card = Card("Speakers")
    plug_in(monkeypatch, card)
    transport = make()
    transport.player.play()
    assert transport.player.playing
    transport.wait_for("started", "finished")
    assert np.array_equal(trimmed(card.sound), transport.audio)
    assert not transport.player.playing
    assert transport.player.position == 20_000
    assert transport.player.error is None
    assert not devices.portaudio.in_use


def test_a_card_begins_with_a_full_buffer_as_it_would_run_dry_after_one_block(monkeypatch, make):
    card = Card("Speakers")
    plug_in(monkeypatch, card)
    transport = make()
    transport.player.play()
    transport.wait_for("started", "finished")
    sizes = [len(block) for block in card.heard]
    assert Stream.write_available <= sizes[0] < Stream.write_available + BLOCK
    assert set(sizes[1:]) == {BLOCK}


def test_after_the_end_it_plays_from_the_beginning_again(monkeypatch, make):
    card = Card("Speakers")
    plug_in(monkeypatch, card)
    transport = make()
    transport.player.play(15_000)
    transport.wait_for("started", "finished")
    card.heard.clear()
    transport.player.play()
    transport.wait_for("started", "finished", "started", "finished")
    assert np.array_equal(trimmed(card.sound), transport.audio)


def test_it_plays_from_where_it_was_told(monkeypatch, make):
    card = Card("Speakers")
    plug_in(monkeypatch, card)
    transport = make()
    transport.player.seek(12_000)
    assert transport.player.position == 12_000
    transport.player.play()
    transport.wait_for("started", "finished")
    assert np.array_equal(trimmed(card.sound)[:, FADE:], transport.audio[:, 12_000 + FADE :])


def test_it_never_rests_behind_the_end(make):
    transport = make()
    transport.player.seek(99_999)
    assert transport.player.position == 20_000
    transport.player.set_tracks((), 5_000)
    assert transport.player.position == 5_000


def test_stop_rests_where_it_faded_out_and_play_goes_on_there(monkeypatch, make):
    card = Card("Speakers", speed=4)
    plug_in(monkeypatch, card)
    transport = make(200_000)
    transport.player.play()
    wait_until(lambda: transport.player.position > 20_000)
    transport.player.stop()
    assert not transport.player.playing
    transport.wait_for("started", "stopped")
    rest = transport.player.position
    assert trimmed(card.sound).shape[1] in (rest - 1, rest)
    card.heard.clear()
    transport.player.play()
    transport.wait_for("started", "stopped", "started")
    transport.player.stop()
    transport.wait_for("started", "stopped", "started", "stopped")
    heard = trimmed(card.sound)[:, FADE:-FADE]
    assert np.array_equal(heard, transport.audio[:, rest + FADE : rest + FADE + heard.shape[1]])


def test_what_was_played_is_let_go_of_when_another_sketch_is_there(monkeypatch, make):
    plug_in(monkeypatch, Card("Speakers", speed=4))
    transport = make(200_000)
    transport.player.play()
    transport.wait_for("started")
    transport.player.stop()
    transport.wait_for("started", "stopped")
    transport.player.set_tracks((), 100)
    sound = weakref.ref(transport.audio)
    del transport.audio
    assert sound() is None


def test_stop_and_play_at_once_leaves_it_playing(monkeypatch, make):
    card = Card("Speakers", speed=2)
    plug_in(monkeypatch, card)
    transport = make(400_000)
    transport.player.play()
    transport.wait_for("started")
    transport.player.stop()
    transport.player.play()
    transport.wait_for("started", "stopped", "started")
    assert transport.player.playing
    assert len(card.opened_at) == 1


def test_a_seek_while_playing_goes_there(monkeypatch, make):
    card = Card("Speakers", speed=4)
    plug_in(monkeypatch, card)
    transport = make(400_000)
    transport.player.play()
    transport.wait_for("started")
    for sample in range(100_000, 390_000, 1_000):  # as a drag of the playhead
        transport.player.seek(sample)
    transport.player.seek(380_000)
    transport.wait_for("started", "finished")
    assert np.array_equal(trimmed(card.sound)[:, -19_000:], transport.audio[:, -19_000:])
    assert card.sound.shape[1] < 200_000


def test_play_with_a_start_while_playing_is_a_seek(monkeypatch, make):
    card = Card("Speakers", speed=4)
    plug_in(monkeypatch, card)
    transport = make(400_000)
    transport.player.play()
    transport.wait_for("started")
    transport.player.play(390_000)
    transport.wait_for("started", "finished")
    assert np.array_equal(trimmed(card.sound)[:, -9_000:], transport.audio[:, -9_000:])


def test_a_seek_after_stop_is_where_it_rests(monkeypatch, make):
    plug_in(monkeypatch, Card("Speakers", speed=4))
    transport = make(400_000)
    transport.player.play()
    transport.wait_for("started")
    transport.player.stop()
    transport.player.seek(0)
    transport.wait_for("started", "stopped")
    assert transport.player.position == 0


def test_a_seek_after_stop_counts_at_once_while_the_device_still_plays(monkeypatch, make):
    plug_in(monkeypatch, Card("Speakers"))
    transport = make(400_000)
    transport.player.play()
    wait_until(lambda: transport.player.position > 1_000)
    transport.player.stop()
    transport.player.seek(300_000)
    seen = set()
    wait_until(lambda: seen.add(transport.player.position) or not transport.player.sounding)
    assert seen == {300_000}
    transport.player.play()
    wait_until(lambda: transport.player.position > 301_000)


def test_a_loop_goes_round_until_it_is_taken_away(monkeypatch, make):
    card = Card("Speakers")
    plug_in(monkeypatch, card)
    transport = make()
    transport.player.set_loop((1_000, 9_000))
    transport.player.play()
    wait_until(lambda: card.sound.shape[1] > 60_000)
    assert transport.player.playing
    transport.player.set_loop(None)
    transport.wait_for("started", "finished")
    assert np.array_equal(card.sound[:, DELAY + 9_000 : DELAY + 16_000], transport.audio[:, 1_000:8_000])


def test_a_bar_is_counted_in_and_meanwhile_it_rests_and_can_be_stopped(monkeypatch, make):
    card = Card("Speakers")
    plug_in(monkeypatch, card)
    transport = make()
    transport.player.set_beat(240, 4)
    transport.player.set_click_gain(0.5)
    transport.player.play(5_000, count_in_bars=1)
    wait_until(lambda: card.sound.shape[1] > 9_000)
    assert (transport.player.playing, transport.player.position) == (True, 5_000)
    transport.wait_for("started", "finished")
    sound = trimmed(card.sound)
    assert np.abs(sound[:, : RATE - FADE]).max() == pytest.approx(0.5)
    assert np.array_equal(sound[:, RATE:], transport.audio[:, 5_000:])
    card.heard.clear()
    transport.player.play(5_000, count_in_bars=1)
    wait_until(lambda: card.sound.shape[1] > 9_000)
    transport.player.stop()
    transport.wait_for("started", "finished", "started", "stopped")
    assert transport.player.position == 5_000
    card.heard.clear()
    transport.player.play()  # once is enough
    wait_until(lambda: transport.told[-1] == "finished" and len(transport.told) == 6)
    assert np.array_equal(trimmed(card.sound)[:, FADE:], transport.audio[:, 5_000 + FADE :])


def test_the_metronome_clicks_only_while_it_is_on_and_at_the_beat_of_the_sketch(monkeypatch, make):
    card = Card("Speakers")
    plug_in(monkeypatch, card)
    transport = make()
    player = transport.player
    silence = np.zeros((2, 2 * RATE), np.float32)
    player.set_tracks((Track(silence),), 2 * RATE)
    player.play(0)
    transport.wait_for("started", "finished")
    assert not card.sound.any()
    player.set_metronome(True)
    player.set_beat(150, 3)
    player.set_click_gain(0.1)
    player.play(0)
    wait_until(lambda: len(transport.told) == 4)
    heard = card.sound[:, -trimmed(card.sound).shape[1] :]
    sounding = np.flatnonzero(np.abs(trimmed(card.sound)[0]) > 0)
    beats = sounding[np.flatnonzero(np.diff(sounding, prepend=-RATE) > 4_000)]
    assert np.array_equal(np.diff(beats), [17_640] * 4)
    assert np.abs(heard).max() == pytest.approx(0.1)
    assert player.levels.left_peak == 0


def test_levels_show_what_sounds_and_the_clip_light_stays_until_it_is_reset(monkeypatch, make):
    card = Card("Speakers", speed=2)
    plug_in(monkeypatch, card)
    transport = make(400_000)
    loud = np.stack([np.full(400_000, 1.5), np.full(400_000, 0.25)]).astype(np.float32)
    transport.player.set_tracks((Track(loud),), 400_000)
    transport.player.play()
    wait_until(lambda: card.heard and transport.player.levels.left_peak == 1.5)
    levels = transport.player.levels
    assert (levels.right_peak, levels.left_rms, levels.clipped) == (0.25, 1.5, True)
    assert np.abs(card.sound).max() <= 1.0
    transport.player.set_master(0.5)
    wait_until(lambda: transport.player.levels.left_peak == 0.75)
    assert transport.player.levels.clipped
    transport.player.reset_clipped()
    assert not transport.player.levels.clipped
    transport.player.stop()
    transport.wait_for("started", "stopped")
    assert transport.player.levels.left_peak == 0


def test_what_is_too_loud_is_turned_down_and_not_clipped(monkeypatch, make):
    card = Card("Speakers")
    plug_in(monkeypatch, card)
    transport = make()
    loud = 5 * transport.audio
    transport.player.set_tracks((Track(loud),), 20_000)
    transport.player.play()
    transport.wait_for("started", "finished")
    heard = trimmed(card.sound).astype(np.float64)
    assert np.abs(heard).max() == pytest.approx(1, abs=1e-6)
    gain = heard / loud
    assert np.abs(gain[0] / gain[1] - 1).max() < 1e-5  # clipping would change one side only
    assert np.abs(np.diff(gain[0])).max() < 2 / DELAY
    assert np.array_equal(trimmed(card.sound), Limiter(RATE).process(np.pad(loud, ((0, 0), (0, DELAY))))[:, DELAY:])


def test_a_mono_card_gets_both_sides(monkeypatch, make):
    card = Card("Phone", channels=1)
    plug_in(monkeypatch, card)
    transport = make()
    transport.player.play()
    transport.wait_for("started", "finished")
    assert np.allclose(trimmed(card.sound)[0], transport.audio.mean(axis=0), atol=1e-7)


def test_a_card_that_refuses_44100_hz_gets_its_own_rate(monkeypatch, make):
    card = Card("Interface", rates=(48_000,))
    plug_in(monkeypatch, card)
    transport = make(RATE)
    transport.player.play()
    transport.wait_for("started", "finished")
    assert card.opened_at == [48_000]
    expected = soxr.resample(np.pad(transport.audio, ((0, 0), (DELAY, 0))).T, RATE, 48_000).T
    assert np.abs(card.sound[:, : expected.shape[1]] - expected).max() < 1e-5
    assert transport.player.position == RATE


def test_without_a_device_it_fails_calmly_and_plays_once_there_is_one(monkeypatch, make):
    module = plug_in(monkeypatch)
    transport = make()
    transport.player.play()
    transport.wait_for("failed")
    assert not transport.player.playing
    assert transport.player.error == transport.events[0].message
    assert "No sound device was found" in transport.player.error
    module.plugged_in.append(Card("Headset"))
    transport.player.play()
    transport.wait_for("failed", "started", "finished")
    assert transport.player.error is None


def test_without_portaudio_it_fails_calmly(monkeypatch, make):
    plug_in(monkeypatch)

    def missing() -> None:
        raise UserError(devices.NO_PORTAUDIO)

    monkeypatch.setattr(devices, "load", missing)
    transport = make()
    transport.player.play()
    transport.wait_for("failed")
    assert "libportaudio2" in transport.events[0].message
    assert not transport.player.playing


def test_a_device_that_vanishes_is_named_and_another_one_goes_on(monkeypatch, make):
    broken, good = Card("Headset", vanishes_after=20 * BLOCK), Card("Speakers")
    plug_in(monkeypatch, broken, good)
    transport = make(200_000)
    transport.player.play()
    transport.wait_for("started", "failed")
    assert "“Headset” stopped working (Input/output error)" in transport.player.error
    assert not transport.player.playing
    assert transport.player.position <= 20 * BLOCK
    assert not devices.portaudio.in_use
    transport.player.set_device("Speakers, ALSA")
    assert transport.player.error is None
    transport.player.play()
    transport.wait_for("started", "failed", "started", "finished")


def test_a_device_that_cannot_be_opened_is_named(monkeypatch, make):
    card = Card("Headset")
    plug_in(monkeypatch, card, Card("Speakers"))
    transport = make(device="Headset, ALSA")
    card.there = False
    transport.player.play()
    transport.wait_for("failed")
    assert "“Headset, ALSA” is not there" in transport.player.error


def test_a_device_that_hangs_is_left_behind(monkeypatch, make):
    monkeypatch.setattr(player_thread, "_WRITE_TIMEOUT", 0.2)
    hanging, good = Card("Headset", hangs_after=10 * BLOCK), Card("Speakers")
    plug_in(monkeypatch, hanging, good)
    transport = make(200_000, device="Headset, ALSA")
    transport.player.play()
    transport.wait_for("started", "failed")
    assert "“Headset, ALSA” does not answer" in transport.player.error
    assert not transport.player.playing
    transport.player.set_device("Speakers, ALSA")
    transport.player.play()
    transport.wait_for("started", "failed", "started", "finished")
    hanging.going_on.set()
    wait_until(lambda: player_threads() <= 1)  # it notices that it is not needed any more
    assert transport.told[-1] == "finished"


def test_another_device_goes_on_where_the_first_faded_out(monkeypatch, make):
    one, other = Card("Speakers", speed=10), Card("Headset", speed=10)
    plug_in(monkeypatch, one, other)
    transport = make(300_000)
    transport.player.play()
    wait_until(lambda: transport.player.position > 50_000)
    transport.player.set_device("Headset, ALSA")
    assert transport.player.playing
    transport.wait_for("started", "finished")
    there, here = trimmed(one.sound), trimmed(other.sound)
    assert abs(there.shape[1] + here.shape[1] - 300_000) <= 2
    assert np.array_equal(here[:, FADE:], transport.audio[:, -here.shape[1] + FADE :])


def test_stop_while_the_device_changes_stops(monkeypatch, make):
    plug_in(monkeypatch, Card("Speakers", speed=1), Card("Headset", speed=1))
    transport = make(300_000)
    transport.player.play()
    transport.wait_for("started")
    transport.player.set_device("Headset, ALSA")
    transport.player.stop()
    transport.wait_for("started", "stopped")


def test_commands_at_random_end_in_what_the_last_one_says(monkeypatch, make):
    random = np.random.default_rng(1)
    card = Card("Speakers", speed=50)
    plug_in(monkeypatch, card, Card("Headset", speed=50))
    transport = make(30_000)
    player = transport.player
    actions = (
        player.play,
        lambda: player.play(int(random.integers(30_000))),
        player.stop,
        lambda: player.seek(int(random.integers(30_000))),
        lambda: player.set_loop((0, int(random.integers(30_000)))),
        lambda: player.set_loop(None),
        lambda: player.set_master(float(random.uniform())),
        lambda: player.set_device(str(random.choice(["Speakers, ALSA", "Headset, ALSA"]))),
    )
    for _ in range(400):
        actions[random.integers(len(actions))]()
        assert 0 <= player.position <= 30_000
        time.sleep(float(random.choice([0, 0.002])))
    player.set_loop((0, 30_000))
    player.play(0)
    began = len(transport.told)
    time.sleep(0.3)
    assert player.playing
    player.stop()
    wait_until(lambda: transport.told[-1] == "stopped" and not devices.portaudio.in_use)
    assert not player.playing
    assert "failed" not in transport.told
    assert len(transport.told) > began


def test_every_start_has_one_end(monkeypatch, make):
    plug_in(monkeypatch, Card("Speakers", speed=50))
    transport = make(3_000)
    for _ in range(40):
        transport.player.play()
        time.sleep(0.003)
        transport.player.stop()
    transport.player.play(0)
    wait_until(lambda: not transport.player.playing and not devices.portaudio.in_use)
    told = transport.told
    assert set(told[::2]) == {"started"}
    assert set(told[1::2]) <= {"stopped", "finished"}
    assert len(told) % 2 == 0


def test_close_gives_the_device_back(monkeypatch, make):
    plug_in(monkeypatch, Card("Speakers", speed=4))
    transport = make(400_000)
    transport.player.play()
    transport.wait_for("started")
    transport.player.close()
    assert not devices.portaudio.in_use
    assert transport.told == ["started", "stopped"]


@pytest.mark.filterwarnings("ignore::pytest.PytestUnhandledThreadExceptionWarning")
def test_a_mistake_of_ours_shows_as_one_and_the_next_play_works(monkeypatch, make):
    plug_in(monkeypatch, Card("Speakers"))
    transport = make()
    shown = []
    monkeypatch.setattr(threading, "excepthook", lambda hook: shown.append(hook.exc_type))
    with monkeypatch.context() as patch:
        patch.setattr("riffdesk.audio.playing.playback.Playback.block", lambda self: 1 / 0)
        transport.player.play()
        transport.wait_for("failed")
    wait_until(lambda: shown == [ZeroDivisionError])
    assert not transport.player.playing
    assert not devices.portaudio.in_use
    transport.player.play()
    transport.wait_for("failed", "started", "finished")


def test_after_three_gaps_it_goes_on_with_a_longer_buffer_and_says_so(monkeypatch, make):
    opened = []

    class ShortUnder50Ms(Output):
        def __init__(self, key: str | None, sample_rate: int, latency: float) -> None:
            super().__init__(key, sample_rate, latency)
            opened.append(latency)

        def write(self, sound: np.ndarray) -> bool:
            super().write(sound)
            return opened[-1] < 0.05

    card = Card("Speakers")
    plug_in(monkeypatch, card)
    monkeypatch.setattr(player_thread, "Output", ShortUnder50Ms)
    transport = make(100_000, latency=0.03)
    transport.player.play()
    transport.wait_for("started", "longer buffer", "longer buffer", "finished")
    assert opened == pytest.approx([0.03, 0.045, 0.0675])
    assert "68 ms" in transport.events[2].message
    assert transport.player.latency == opened[-1]
    assert transport.player.underruns >= 2 * 3
    assert transport.player.error is None
    assert transport.player.position == 100_000
    assert np.array_equal(trimmed(card.sound)[:, -90_000:], transport.audio[:, -90_000:])


def test_a_few_gaps_or_gaps_with_a_long_buffer_change_nothing(monkeypatch, make):
    plug_in(monkeypatch, Card("Speakers"))
    monkeypatch.setattr(player_thread, "Output", type("Dry", (Output,), {"write": lambda self, sound: True}))
    transport = make(5_000, latency=0.12)
    transport.player.play()
    transport.wait_for("started", "finished")
    assert transport.player.latency == 0.12


def test_while_it_plays_threads_take_short_turns_and_afterwards_as_before(monkeypatch, make):
    plug_in(monkeypatch, Card("Speakers", speed=2))
    before = sys.getswitchinterval()
    transport = make(400_000)
    transport.player.play()
    transport.wait_for("started")
    assert sys.getswitchinterval() == pytest.approx(0.001)
    transport.player.stop()
    transport.wait_for("started", "stopped")
    assert sys.getswitchinterval() == before


def test_a_sound_replaced_from_another_thread_loses_no_other_change(make):
    player = make().player
    louder = np.full((2, 20_000), 0.5, np.float32)
    rounds = 500

    def replace() -> None:
        for _ in range(rounds):
            player.replace_sound("a", louder)

    other = threading.Thread(target=replace)
    other.start()
    for number in range(rounds):
        player.set_loop((number, number + 1_000))
    other.join()
    assert player.loop == (rounds - 1, rounds + 999)
    assert player._state.mix.tracks[0].audio is louder
    player.replace_sound("gone", louder)
    assert len(player._state.mix.tracks) == 1
