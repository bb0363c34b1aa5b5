"""What is recorded while the player plays lies on what was played, whatever the latencies, rates and loops."""

from __future__ import annotations

import queue
import shutil
import time
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest
import soundfile

from riffdesk.audio.playing.player import Player
from riffdesk.audio.recording.alignment import Round, rounds_of
from riffdesk.audio.recording.recorded_sound import RecordedRequest, read_rounds
from riffdesk.audio.recording.recorder import Channels, Recorder, RecorderEvent
from riffdesk.audio.recording.recording_file import RecordingFile, kept_recordings, leave, new_path
from riffdesk.dsp.mix import Track
from riffdesk.dsp.params import SpectrogramParams
from tests.audio.fakecards import PortAudioError
from tests.audio.room import Room, furnish
from tests.audio.stalls import again_after_stalls

pytestmark = pytest.mark.alone

RATE = 44_100
CLICKS = (0.25, 0.5, 0.9, 1.3, 1.45)


@pytest.fixture
def player() -> Iterator[Player]:
    made = Player(latency=0.2)
    yield made
    made.close()


def clicking(seconds: float = 1.6) -> np.ndarray:
    sound = np.zeros((1, round(seconds * RATE)), np.float32)
    for click in CLICKS:
        sound[0, round(click * RATE)] = 0.9
    return sound


class Take:
    """A recorder with its events, beside a player."""

    def __init__(self, player: Player, channels: Channels = "left", path: Path | None = None) -> None:
        self.player, self.events = player, queue.Queue[RecorderEvent]()
        self.path = path or new_path()
        self.recorder = Recorder(None, RATE, channels, self.path, lambda: player.place, self.events.put)
        self.recorder.start()

    def wait(self, kind: str) -> RecorderEvent:
        event = self.events.get(timeout=20)
        assert event.kind == kind, event
        return event

    def play(self, sound: np.ndarray, *, start: int = 0, seconds: float | None = None, bars: int = 0) -> None:
        """Play a sound to its end, or for some seconds from where it is heard, and end the recording."""
        self.wait("opened")
        self.player.set_tracks((Track(sound, key="a"),), sound.shape[1])
        self.player.play(start, count_in_bars=bars)
        while self.player.playing and self.player.place is None:
            time.sleep(0.01)
        limit = time.monotonic() + (seconds or 20)
        while self.player.playing and time.monotonic() < limit:
            time.sleep(0.01)
        self.player.stop()
        self.recorder.end(0.2)

    def rounds(self, *starts: int, stops: tuple[int, ...]) -> list[Round]:
        assert self.wait("ended").message == ""
        latency = self.player.device_latency + self.recorder.latency
        return rounds_of(self.recorder.moments, self.recorder.rate, RATE, latency=latency, starts=starts, stops=stops)


def errors_ms(audio: np.ndarray, expected: tuple[float, ...]) -> list[float]:
    """Return how far from its place each click is in a recording that begins with the sketch."""
    found = []
    for click in expected:
        first = max(0, round((click - 0.1) * RATE))
        part = np.abs(audio[first : round((click + 0.1) * RATE)])
        found.append(1_000 * ((first + int(part.argmax())) / RATE - click))
    return found


@pytest.mark.parametrize(
    ("input_rate", "told"), [(44_100, (0.0, 0.0)), (48_000, (0.035, 0.021))], ids=["no latency", "56 ms"]
)
@again_after_stalls
def test_recorded_clicks_lie_within_a_millisecond_of_where_they_were_played(
    monkeypatch: pytest.MonkeyPatch, player: Player, input_rate: int, told: tuple[float, float]
) -> None:
    room = Room(input_rate=input_rate, output_told=told[0], input_told=told[1])
    furnish(monkeypatch, room)
    take, sound = Take(player), clicking()
    take.play(sound)
    rounds = take.rounds(0, stops=(sound.shape[1],))
    assert [(pieces[0].position, pieces[0].samples) for pieces in rounds] == [(0, sound.shape[1])]
    (recorded,) = read_rounds(RecordedRequest(take.path, SpectrogramParams(), tuple(rounds)))
    assert (recorded.first_column, recorded.audio.shape) == (0, sound.shape)
    errors = errors_ms(recorded.audio[0], CLICKS)
    print(f"input at {input_rate} Hz, {1_000 * sum(told):.0f} ms told: clicks are off by", np.round(errors, 2), "ms")
    assert np.abs(errors).max() < 1.0


@again_after_stalls
def test_each_round_of_a_loop_is_in_place_after_a_count_in(monkeypatch: pytest.MonkeyPatch, player: Player) -> None:
    room = Room(input_rate=48_000, output_told=0.03, input_told=0.02)
    furnish(monkeypatch, room)
    take, sound = Take(player), clicking()
    start, stop = round(0.4 * RATE), round(1.4 * RATE)
    player.set_loop((start, stop))
    player.set_beat(240, 2)  # a bar of half a second
    take.play(sound, start=start, seconds=2.4, bars=1)
    rounds = take.rounds(start, stops=(stop,))
    assert len(rounds) == 3
    assert [(pieces[0].position, pieces[0].samples) for pieces in rounds[:2]] == [(start, stop - start)] * 2
    recorded = read_rounds(RecordedRequest(take.path, SpectrogramParams(), tuple(rounds)))
    for one in recorded[:2]:
        audio = np.pad(one.audio[0], (one.first_column * 441, 0))
        assert not audio[:start].any()
        errors = errors_ms(audio, (0.5, 0.9, 1.3))
        print("clicks of a round are off by", np.round(errors, 2), "ms")
        assert np.abs(errors).max() < 1.0


@pytest.mark.parametrize("channels", ["left", "right", "mean", "stereo"])
def test_what_arrives_is_recorded_bit_for_bit(
    monkeypatch: pytest.MonkeyPatch, player: Player, channels: Channels
) -> None:
    room = Room(noise=0.1)
    furnish(monkeypatch, room)
    take = Take(player, channels)
    take.play(clicking()[:, : RATE // 2])
    rounds = take.rounds(0, stops=(RATE // 2,))
    (recorded,) = read_rounds(RecordedRequest(take.path, SpectrogramParams(), tuple(rounds)))
    (piece,) = rounds[0]
    sound = room.read[piece.begin : piece.begin + piece.samples].T
    wanted = {"left": sound[:1], "right": sound[1:], "mean": sound.mean(axis=0, keepdims=True), "stereo": sound}
    assert piece.samples == RATE // 2
    assert np.array_equal(recorded.audio, wanted[channels])


def test_an_input_with_one_channel_is_recorded_whatever_is_chosen(
    monkeypatch: pytest.MonkeyPatch, player: Player
) -> None:
    furnish(monkeypatch, Room(noise=0.1), inputs=1)
    take = Take(player, "stereo")
    take.wait("opened")
    take.recorder.end()
    take.wait("ended")
    assert soundfile.info(take.path).channels == 1


def test_a_device_that_vanishes_keeps_what_was_recorded(monkeypatch: pytest.MonkeyPatch, player: Player) -> None:
    furnish(monkeypatch, Room(noise=0.1, vanishes_after=1.0))
    take = Take(player)
    take.wait("opened")
    message = take.wait("ended").message
    assert message.startswith("The sound input “Microphone” stopped working (No such device).")
    assert 0.9 < soundfile.info(take.path).duration < 1.1


def test_one_sentence_tells_of_an_input_that_may_not_be_used_or_is_not_there(
    monkeypatch: pytest.MonkeyPatch, player: Player
) -> None:
    room = Room(input_error=PortAudioError("Error opening InputStream", -9999, (0, -13, "Permission denied")))
    module = furnish(monkeypatch, room)
    message = Take(player).wait("ended").message
    assert message.startswith("The sound input “Microphone” could not be opened (Permission denied). See that")
    module.plugged_in.pop()
    module._initialize()
    assert Take(player).wait("ended").message.startswith("No sound input was found.")


def test_levels_and_the_clip_light_follow_the_input(monkeypatch: pytest.MonkeyPatch, player: Player) -> None:
    furnish(monkeypatch, Room(noise=0.5))
    events = queue.Queue[RecorderEvent]()
    recorder = Recorder(None, RATE, "left", None, lambda: None, events.put)
    recorder.start()
    assert events.get(timeout=20).kind == "opened"
    time.sleep(0.2)
    assert recorder.levels.left > 1.0
    assert recorder.levels.clipped
    recorder.end()
    recorder.join(5)
    assert recorder.moments == []


def test_after_a_crash_the_recording_is_there_but_for_a_second(home: Path, tmp_path: Path) -> None:
    """A copy of the file while it grows is what a killed program leaves."""
    sound = np.random.default_rng(0).uniform(-0.5, 0.5, (4_410, 2)).astype(np.float32)
    path = new_path()
    file = RecordingFile(path, RATE, 2)
    for _ in range(50):
        file.write(sound)
    limit = time.monotonic() + 10
    while (not path.exists() or path.stat().st_size < 40 * sound.nbytes) and time.monotonic() < limit:
        time.sleep(0.01)
    assert kept_recordings() == []  # it is still being recorded
    left = tmp_path / "left.wav"
    shutil.copy(path, left)
    file.finish()
    (recorded,) = read_rounds(RecordedRequest(left, SpectrogramParams(), ()))
    length = recorded.audio.shape[1]
    print(f"{length / RATE:.2f} of 5.00 s are there")
    assert length > 4 * RATE
    assert np.array_equal(recorded.audio[:, :length], np.tile(sound, (50, 1)).T[:, :length])
    assert kept_recordings() == []  # it is being added to a sketch
    leave(path)
    assert kept_recordings() == [path]
