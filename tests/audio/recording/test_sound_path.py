"""Recorded from the monitor of a PulseAudio sink: clicks lie on the grid, and the latency that is left is measured."""

from __future__ import annotations

import queue
import time

import numpy as np
import pytest

from riffdesk.audio.filing.sound_files import read_audio
from riffdesk.audio.playing.player import Player
from riffdesk.audio.recording.alignment import rounds_of
from riffdesk.audio.recording.latency import COUNT, clicks, measured
from riffdesk.audio.recording.recorder import Recorder, RecorderEvent
from riffdesk.audio.recording.recording_file import new_path
from riffdesk.dsp.mix import Track
from tests.audio.soundcards import PulseCards

pytestmark = pytest.mark.sound

RATE = 44_100
_BUFFERS = (0.04, 0.15, 0.5)
"""Lengths in seconds, one for each try: a longer one has fewer gaps on a busy machine."""


def recorded(player: Player, sound: np.ndarray) -> tuple[np.ndarray, int]:
    """Return what is recorded while a sound is played, from its beginning on, and the number of gaps."""
    events = queue.Queue[RecorderEvent]()
    path, before = new_path(), player.underruns
    recorder = Recorder(None, RATE, "left", path, lambda: player.place, events.put)
    recorder.start()
    assert events.get(timeout=20).kind == "opened"
    player.set_tracks((Track(sound, key="a"),), sound.shape[1])
    player.play(0)
    limit = time.monotonic() + 30
    while player.playing and time.monotonic() < limit:
        time.sleep(0.01)
    recorder.end(0.3)
    event = events.get(timeout=20)
    assert (event.kind, event.message) == ("ended", "")
    latency = player.device_latency + recorder.latency
    print(f"the drivers tell {1_000 * latency:.1f} ms beyond the buffers, input at {recorder.rate} Hz")
    rounds = rounds_of(recorder.moments, recorder.rate, RATE, latency=latency, starts=(0,), stops=(sound.shape[1],))
    audio = read_audio(path, RATE)
    return audio[:, max(0, rounds[0][0].begin) :], player.underruns - before + recorder.lost


def test_clicks_from_the_monitor_land_within_10_ms_of_the_grid(cards: PulseCards) -> None:
    assert cards.server
    for buffer in _BUFFERS:
        player = Player(latency=buffer)
        try:
            audio, gaps = recorded(player, clicks(RATE))
        finally:
            player.close()
        found = measured(audio, RATE)
        print(f"buffer of {1_000 * buffer:.0f} ms, {gaps} gaps; found {found}")
        if found is not None and found.is_certain and not gaps:
            break
    else:
        pytest.skip("this machine is too busy to play without gaps")
    assert found.agreeing > COUNT // 2
    assert abs(found.ms) < 10
