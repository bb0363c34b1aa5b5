"""What reaches the sound card is what was sent: sample for sample, in time, without gaps and clicks."""

from __future__ import annotations

import ctypes
import subprocess
import sys
import time
from collections.abc import Callable

import numpy as np
import pytest

from riffdesk.audio.playing import player_thread
from riffdesk.audio.playing.devices import output_devices, portaudio
from riffdesk.audio.playing.playback import BLOCK
from riffdesk.audio.playing.player import Player, PlayerEvent
from riffdesk.dsp.limiter import Limiter
from riffdesk.dsp.mix import Track, db_of
from tests.audio.soundcards import ROOT, FileCard, PulseCards, PulseServer, Recorder, clicks, gaps
from tests.audio.stalls import again_after_stalls

pytestmark = pytest.mark.sound

RATE = 44_100
FADE = 220

PLAY_A_FILE = """
import sys, threading
import numpy as np
from riffdesk.audio.playing.player import Player
from riffdesk.dsp.mix import Track

audio = np.load(sys.argv[1])
loop = (int(sys.argv[2]), int(sys.argv[3])) if len(sys.argv) > 3 else None
ended = threading.Event()
player = Player()
player.subscribe(lambda event: event.kind in ("finished", "stopped", "failed") and ended.set())
player.set_tracks((Track(audio),), audio.shape[1], circular="circular" in sys.argv)
player.set_loop(loop)
player.play()
while loop and not ended.is_set() and player.position <= loop[0]:
    pass
if loop:
    threading.Event().wait(0.2)
    player.set_loop(None)
assert ended.wait(20), "no end"
assert player.error is None, player.error
assert player.underruns == 0
player.close()
"""


def tone(seconds: float, hertz: float = 441.0, level: float = 0.5) -> np.ndarray:
    return (level * np.sin(2 * np.pi * hertz * np.arange(round(seconds * RATE)) / RATE)).astype(np.float32)[None]


def noise(seconds: float, channels: int = 2) -> np.ndarray:
    shape = channels, round(seconds * RATE)
    return np.random.default_rng(0).uniform(-0.3, 0.3, shape).astype(np.float32)


def undelayed(heard: np.ndarray) -> np.ndarray:
    """Return a recording from where the limiter lets through the first sample."""
    delay = Limiter(RATE).delay
    assert not heard[:, :delay].any()
    return heard[:, delay:]


# A card that is a file: not in time, but exact


def test_every_sample_arrives_as_it_was_sent(file_card: FileCard, tmp_path):
    audio = noise(4)
    np.save(tmp_path / "audio.npy", audio)
    heard = undelayed(file_card.play(PLAY_A_FILE, tmp_path / "audio.npy"))
    assert np.array_equal(heard[:, : audio.shape[1]], audio)
    assert not heard[:, audio.shape[1] :].any()
    assert heard.shape[1] - audio.shape[1] < 0.3 * RATE  # the silence after which the card is given back


def test_every_turn_of_a_loop_arrives_exactly(file_card: FileCard, tmp_path):
    audio = noise(1)
    start, stop = 10_000, 30_000
    np.save(tmp_path / "audio.npy", audio)
    heard = undelayed(file_card.play(PLAY_A_FILE, tmp_path / "audio.npy", start, stop))
    length = stop - start
    turns = (heard.shape[1] - RATE) // length
    assert turns >= 3
    assert np.array_equal(heard[:, : stop - FADE], audio[:, : stop - FADE])
    for turn in range(turns - 1):
        begin = stop + turn * length
        assert np.array_equal(heard[:, begin : begin + length - FADE], audio[:, start : stop - FADE]), turn


def test_every_turn_of_a_circular_sketch_arrives_as_the_array_wound_round(file_card: FileCard, tmp_path):
    audio = noise(0.1)
    np.save(tmp_path / "audio.npy", audio)
    heard = undelayed(file_card.play(PLAY_A_FILE, tmp_path / "audio.npy", 0, audio.shape[1], "circular"))
    length = np.flatnonzero(heard.any(axis=0))[-1] + 1
    turns, left_over = divmod(length, audio.shape[1])
    assert (left_over, turns >= 3) == (0, True)
    wrong = np.abs(heard[:, :length] - np.tile(audio, turns)).max(axis=0)
    assert wrong[FADE:].max() < 1e-6  # the end of the loop is crossfaded with itself
    assert np.count_nonzero(wrong[FADE:]) <= BLOCK


def test_a_click_far_over_full_scale_is_neither_clipped_nor_leaves_a_hole(file_card: FileCard, tmp_path):
    audio = tone(2)
    audio[:, RATE : RATE + 60] = 20.0
    np.save(tmp_path / "audio.npy", audio)
    heard = undelayed(file_card.play(PLAY_A_FILE, tmp_path / "audio.npy"))[0]
    assert np.abs(heard).max() == pytest.approx(1, abs=1e-6)
    assert np.array_equal(heard[: RATE - 100], audio[0, : RATE - 100])
    levels = [db_of(np.abs(heard[RATE + at : RATE + at + 441]).max() / 0.5) for at in range(1_323, 13_230, 441)]
    assert levels[0] > -20  # 30 ms later
    assert levels[9] > -6  # 120 ms
    assert np.all(np.diff(levels) > -0.01)
    assert np.array_equal(heard[RATE + 10_000 : 2 * RATE], audio[0, RATE + 10_000 :])


# Cards that keep time


class Transport:
    """A player on a PulseAudio server."""

    def __init__(self, audio: np.ndarray, **options) -> None:
        self.audio = audio
        self.player = Player(**options)
        self.player.set_tracks((Track(audio, key="a"),), audio.shape[1])
        self.events: list[PlayerEvent] = []
        self.player.subscribe(self.events.append)

    def wait_for(self, what: str, seconds: float = 10) -> float:
        limit = time.monotonic() + seconds
        while what not in [event.kind for event in self.events]:
            assert time.monotonic() < limit, f"{what} did not come, but {self.events}"
            time.sleep(0.005)
        return time.monotonic()


def test_both_cards_are_listed(cards: PulseCards):
    names = {device.name: device.is_default for device in output_devices()}
    assert names == {"default": True, "other": False}


@again_after_stalls
def test_in_real_time_every_sample_arrives_without_a_gap(cards: PulseCards, make):
    transport = make(noise(2))
    with cards.server.recorded() as recorder:
        transport.player.play()
        transport.wait_for("finished")
    first = np.flatnonzero(recorder.sound.any(axis=0))[0]
    assert np.array_equal(recorder.sound[:, first : first + 2 * RATE], transport.audio)
    assert transport.player.underruns == 0


def test_play_is_heard_at_once_and_stop_within_a_tenth_of_a_second(cards: PulseCards, make):
    transport = make(tone(10))
    with cards.server.recorded() as recorder:
        began = time.monotonic()
        transport.player.play()
        time.sleep(0.4)
        stopped = time.monotonic()
        transport.player.stop()
        transport.wait_for("stopped")
    sounding = np.flatnonzero(np.abs(recorder.sound[0]) > 1e-3)
    assert (sounding[0] - recorder.frame_at(began)) / RATE < 0.1
    assert (sounding[-1] - recorder.frame_at(stopped)) / RATE < 0.12
    assert not clicks(recorder.sound[0])


def test_the_position_is_what_the_recorder_hears(cards: PulseCards, make):
    transport = make(noise(6, channels=1))
    seen = []
    with cards.server.recorded() as recorder:
        transport.player.play(RATE)
        transport.wait_for("started")
        for _ in range(100):
            time.sleep(0.01)
            seen.append((time.monotonic(), transport.player.position))
        transport.player.stop()
        transport.wait_for("stopped")
    # The noise is its own clock: where in the sketch a second of the recording is.
    middle = int(recorder.frame_at(seen[50][0]))
    heard = recorder.sound[0, middle : middle + 2_000]
    place = int(np.correlate(transport.audio[0], heard, "valid").argmax())
    offset = place - middle
    errors = [position - (recorder.frame_at(moment) + offset) for moment, position in seen[20:]]
    assert np.abs(errors).max() < 0.030 * RATE
    assert np.diff([position for _, position in seen]).min() >= 0


@pytest.mark.skipif(sys.platform == "win32", reason="the C library has no usleep")
def test_a_stall_longer_than_the_buffer_is_counted_and_the_position_recovers(cards: PulseCards, make):
    transport = make(noise(6, channels=1), latency=0.08)
    with cards.server.recorded() as recorder:
        transport.player.play()
        time.sleep(0.5)
        ctypes.PyDLL(None).usleep(50_000)  # nobody else gets the interpreter meanwhile
        time.sleep(0.2)
        carried_over = transport.player.underruns
        ctypes.PyDLL(None).usleep(300_000)
        time.sleep(0.5)
        moment, position = time.monotonic(), transport.player.position
        time.sleep(0.2)
        transport.player.stop()
        transport.wait_for("stopped")
    assert carried_over == 0
    assert transport.player.underruns >= 1
    now = int(recorder.frame_at(moment))
    place = int(np.correlate(transport.audio[0], recorder.sound[0, now - 1_000 : now], "valid").argmax()) + 1_000
    assert abs(position - place) < 0.030 * RATE


def test_after_stop_it_rests_at_the_last_sample_that_was_heard(cards: PulseCards, make):
    transport = make(np.full((1, 5 * RATE), 0.5, np.float32))
    with cards.server.recorded() as recorder:
        transport.player.play()
        time.sleep(0.4)
        transport.player.stop()
        transport.wait_for("stopped")
    assert abs(np.count_nonzero(recorder.sound[0]) + 1 - transport.player.position) <= 1


@again_after_stalls
def test_a_mute_is_heard_within_a_fifth_of_a_second_and_without_a_click(cards: PulseCards, make):
    transport = make(tone(10))
    with cards.server.recorded() as recorder:
        transport.player.play()
        time.sleep(0.4)
        muted = time.monotonic()
        transport.player.set_tracks((Track(transport.audio, 0.0, 0.0, "a"),), transport.audio.shape[1])
        time.sleep(0.4)
        transport.player.stop()
        transport.wait_for("stopped")
    last = np.flatnonzero(np.abs(recorder.sound[0]) > 1e-3)[-1]
    assert (last - recorder.frame_at(muted)) / RATE < 0.2
    assert not clicks(recorder.sound[0])


@again_after_stalls
def test_whatever_happens_at_random_moments_nothing_clicks(cards: PulseCards, make):
    random = np.random.default_rng(5)
    transport = make(tone(20))
    player = transport.player
    other = Track(tone(20, level=0.3), 0.7, 1.0, "b")
    actions = (
        lambda: player.seek(int(random.integers(20 * RATE))),
        lambda: player.play(int(random.integers(20 * RATE))),
        player.stop,
        lambda: player.set_loop((int(random.integers(RATE)), int(random.integers(2 * RATE, 20 * RATE)))),
        lambda: player.set_loop((RATE, RATE + int(random.integers(100, 5_000)))),
        lambda: player.set_tracks((Track(transport.audio, key="a"), other), 20 * RATE),
        lambda: player.set_tracks((Track(transport.audio, 0.2, 0.8, key="a"),), 20 * RATE),
        lambda: player.set_master(float(random.uniform(0.2, 1.0))),
    )
    with cards.server.recorded() as recorder:
        for _ in range(60):
            actions[random.integers(len(actions))]()
            time.sleep(float(random.uniform(0, 0.1)))
        player.stop()
        time.sleep(0.3)
    steepest = 0.8 * 2 * np.pi * 441 / RATE
    assert np.abs(np.diff(recorder.sound, axis=1)).max() < steepest + 2 * 0.8 / FADE
    assert np.abs(recorder.sound).max() > 0.1
    assert player.error is None


def test_another_device_can_be_chosen_while_it_plays(cards: PulseCards, make):
    transport = make(noise(4))
    with cards.server.recorded() as first, cards.other.recorded() as second:
        transport.player.play()
        time.sleep(0.7)
        transport.player.set_device("other, ALSA")
        time.sleep(0.7)
        assert transport.player.playing
        transport.player.stop()
        transport.wait_for("stopped")
    heard = [np.flatnonzero(recorder.sound.any(axis=0)) for recorder in (first, second)]
    assert len(heard[0]) > 0.6 * RATE
    assert len(heard[1]) > 0.4 * RATE
    assert abs(len(heard[0]) + len(heard[1]) - transport.player.position) < 10


def begun(sound: np.ndarray) -> np.ndarray:
    """Return the samples at which something begins after 20 ms of silence."""
    loud = np.flatnonzero(sound)
    return loud[np.diff(loud, prepend=-RATE) > RATE // 50]


def without_gaps(play: Callable[[], tuple[Player, Recorder]]) -> Recorder:
    """Return a recording of which the machine kept up with all."""
    for _ in range(5):
        player, recorder = play()
        player.close()
        if not player.underruns:
            return recorder
    pytest.skip("This machine is too busy to play without gaps")


def test_the_metronome_is_heard_on_the_grid_and_only_while_it_is_on(cards: PulseCards, make):
    beat = 60 / 187.3 * RATE
    off: list[float] = []

    def play() -> tuple[Player, Recorder]:
        transport = make(np.zeros((1, 4 * RATE), np.float32), latency=0.2)
        transport.player.set_beat(187.3, 4)
        transport.player.set_click_gain(0.4)
        with cards.server.recorded() as recorder:
            transport.player.set_metronome(True)
            transport.player.play()
            time.sleep(1.3)
            off.append(time.monotonic())
            transport.player.set_metronome(False)
            time.sleep(1.2)
            transport.player.set_metronome(True)
            transport.wait_for("finished")
        return transport.player, recorder

    recorder = without_gaps(play)
    at = begun(recorder.sound[0])
    errors = (at - at[0]) - np.round((at - at[0]) / beat) * beat
    assert np.abs(errors).max() <= 1  # sample; the grid rounds to whole ones
    switched_off = recorder.frame_at(off[-1])
    assert not ((at > switched_off + 0.4 * RATE) & (at < switched_off + 1.1 * RATE)).any()
    assert len(at) > 6
    assert np.abs(recorder.sound).max() == pytest.approx(0.4, rel=1e-4)


def test_a_loop_with_the_metronome_keeps_time(cards: PulseCards, make):
    beat = 60 / 300 * RATE

    def play() -> tuple[Player, Recorder]:
        transport = make(np.zeros((1, 4 * RATE), np.float32), latency=0.2)
        transport.player.set_beat(300, 4)
        transport.player.set_metronome(True)
        transport.player.set_loop((round(4 * beat), round(8 * beat)))
        with cards.server.recorded() as recorder:
            transport.player.play()
            time.sleep(3)
            transport.player.stop()
            transport.wait_for("stopped")
        return transport.player, recorder

    at = begun(without_gaps(play).sound[0])
    assert len(at) >= 10
    assert np.array_equal(np.diff(at), np.full(len(at) - 1, beat))


def test_a_bar_is_counted_in_before_the_first_sample(cards: PulseCards, make):
    audio = noise(0.5)

    def play() -> tuple[Player, Recorder]:
        transport = make(audio, latency=0.2)
        transport.player.set_beat(360, 3)
        with cards.server.recorded() as recorder:
            transport.player.play(count_in_bars=1)
            transport.wait_for("finished")
        return transport.player, recorder

    recorder = without_gaps(play)
    at = begun(recorder.sound[0])
    first = at[-1]
    assert np.array_equal(at - first, np.array([-3, -2, -1, 0]) * RATE // 6 + [1, 1, 1, 0])  # a click begins with a 0
    assert np.array_equal(recorder.sound[:, first : first + audio.shape[1]], audio)


def test_looking_for_devices_while_it_plays_costs_less_than_a_second_and_no_place(cards: PulseCards, make):
    transport = make(noise(3), latency=0.2)
    with cards.server.recorded() as recorder:
        transport.player.play()
        time.sleep(0.7)
        assert transport.player.look_for_devices()
        transport.wait_for("finished")
    sound = recorder.sound
    first, last = np.flatnonzero(sound.any(axis=0))[[0, -1]]
    gap = last + 1 - first - 3 * RATE
    assert [event.kind for event in transport.events] == ["started", "looked", "finished"]
    assert 0 < gap < RATE
    assert np.array_equal(sound[:, last + 1 - 2 * RATE : last + 1], transport.audio[:, -2 * RATE :])


def test_pulseaudio_moves_what_plays_to_a_new_default_card(doomed_cards: PulseCards, make):
    server = doomed_cards.server
    server.set_default("rec")
    server.add_sink("headphones")
    transport = make(noise(2), latency=0.2)
    with server.recorded("headphones") as recorder:
        transport.player.play()
        time.sleep(0.6)
        assert not np.any(recorder.sound)
        server.set_default("headphones")
        transport.wait_for("finished")
    at = np.flatnonzero(recorder.sound.any(axis=0))
    assert 0.9 * RATE < at[-1] - at[0] < 1.9 * RATE
    assert [event.kind for event in transport.events] == ["started", "finished"]


def test_a_device_that_vanishes_fails_with_a_sentence_and_another_goes_on(doomed_cards: PulseCards, make):
    transport = make(tone(20))
    with doomed_cards.server.recorded():
        transport.player.play()
        time.sleep(0.6)
    doomed_cards.server.kill()
    killed = time.monotonic()
    assert transport.wait_for("failed") - killed < 4
    assert not transport.player.playing
    assert "“default”" in transport.player.error
    assert 0.3 * RATE < transport.player.position < 2 * RATE
    transport.player.set_device("other, ALSA")
    assert plays(transport, doomed_cards.other)


def test_a_device_that_answers_no_more_fails_with_a_sentence_and_another_goes_on(
    doomed_cards: PulseCards, make, monkeypatch
):
    monkeypatch.setattr(player_thread, "_WRITE_TIMEOUT", 1.0)
    transport = make(tone(20), device="default, ALSA")
    with doomed_cards.server.recorded():
        transport.player.play()
        time.sleep(0.5)
    doomed_cards.server.freeze()
    frozen = time.monotonic()
    assert transport.wait_for("failed") - frozen < 3
    assert "“default, ALSA” does not answer" in transport.player.error
    assert not transport.player.playing
    transport.player.set_device("other, ALSA")
    assert plays(transport, doomed_cards.other)
    transport.player.close()
    doomed_cards.server.thaw()
    limit = time.monotonic() + 5
    while portaudio.in_use and time.monotonic() < limit:
        time.sleep(0.01)
    assert not portaudio.in_use


def plays(transport: Transport, server: PulseServer) -> bool:
    """Return whether a second of play reaches a server."""
    transport.events.clear()
    with server.recorded() as recorder:
        transport.player.play()
        transport.wait_for("started")
        time.sleep(0.5)
        assert transport.player.playing
        transport.player.stop()
        transport.wait_for("stopped")
    sounding = np.flatnonzero(recorder.sound.any(axis=0))
    return len(sounding) > 0.4 * RATE and gaps(recorder.sound[0, sounding[0] : sounding[-1]]) == []


def test_a_program_ends_while_a_device_hangs(doomed_cards: PulseCards):
    script = (
        "import threading, numpy as np\nfrom riffdesk.audio.playing import player_thread\n"
        "from riffdesk.audio.playing.player import Player\nplayer_thread._WRITE_TIMEOUT = 1.0\n"
        "from riffdesk.dsp.mix import Track\nfailed = threading.Event()\nplayer = Player()\n"
        "player.subscribe(lambda event: print(event.kind, flush=True) or (event.kind == 'failed' and failed.set()))\n"
        "player.set_tracks((Track(np.full((1, 10**6), 0.1, np.float32)),), 10**6)\nplayer.play()\n"
        "assert failed.wait(20)\nplayer.close()"
    )
    command = [sys.executable, "-c", script]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == "started\n"
        doomed_cards.server.freeze()
        assert process.wait(10) == 0
