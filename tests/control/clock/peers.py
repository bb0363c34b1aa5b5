"""Other programs in a session of Ableton Link: a stand-in, and real ones."""

from __future__ import annotations

import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from riffdesk.audio.playing.player_state import BarLines
from riffdesk.control.clock import link
from riffdesk.control.clock.link import LinkPeer, Session
from riffdesk.lock import holding

_FOUND_SECONDS = 10.0
_OTHERS_SECONDS = 300.0


class StandInPeer:
    """Has the methods of `LinkPeer`; what the others do is set by tests."""

    def __init__(self, tempo: float) -> None:
        self.tempo, self.peers, self.playing, self.origin = tempo, 0, False, 0.0
        self.sent: list[tuple[str, object]] = []
        self.closed = False

    def session(self, beats_per_bar: int) -> Session:
        return Session(self.peers, self.tempo, self.playing, BarLines(self.origin, 60 / self.tempo * beats_per_bar))

    def set_tempo(self, tempo: float) -> None:
        self.tempo = tempo
        self.sent.append(("tempo", tempo))

    def set_playing(self, playing: bool) -> None:
        self.playing = playing
        self.sent.append(("playing", playing))

    def place_beat(self, beat: float, when: float, beats_per_bar: int) -> None:
        self.origin = when - beat * 60 / self.tempo
        self.sent.append(("beat", beat))

    def close(self) -> None:
        assert not self.closed
        self.closed = True


class StandIns:
    """The stand-ins that were made."""

    def __init__(self) -> None:
        self.made: list[StandInPeer] = []

    @property
    def last(self) -> StandInPeer:
        return self.made[-1]

    def make(self, tempo: float) -> StandInPeer:
        self.made.append(StandInPeer(tempo))
        return self.made[-1]


def stand_in(monkeypatch: pytest.MonkeyPatch) -> StandIns:
    """Have windows use stand-ins."""
    made = StandIns()
    monkeypatch.setattr(link, "LinkPeer", made.make)
    return made


def take_out_link(monkeypatch: pytest.MonkeyPatch) -> None:
    """Have the binding not be installed."""
    monkeypatch.setitem(sys.modules, "link", None)


@pytest.fixture
def network() -> Iterator[None]:
    """Have no other test use Ableton Link: programs in one network find each other, and tests run beside each other."""
    pytest.importorskip("link", reason="LinkPython-extern is not installed")
    with holding(Path(tempfile.gettempdir()) / "riffdesk-tests-link.lock", _OTHERS_SECONDS):
        yield


@contextmanager
def real_peer(tempo: float) -> Iterator[LinkPeer]:
    """Have one more program be in the session of this computer's network."""
    peer = LinkPeer(tempo)
    try:
        yield peer
    finally:
        peer.close()


def find_each_other(*peers: LinkPeer) -> None:
    """Wait until peers are in one session; skip the test where the network has no multicast."""
    limit = time.monotonic() + _FOUND_SECONDS
    while not all(peer.session(4).peers == len(peers) - 1 for peer in peers):
        if time.monotonic() > limit:
            pytest.skip("two programs with Ableton Link do not find each other here: the network has no multicast")
        time.sleep(0.01)


def wait_until(holds: object, seconds: float = 5) -> None:
    """Wait until a function returns something true."""
    limit = time.monotonic() + seconds
    while not holds():  # type: ignore[operator]
        assert time.monotonic() < limit
        time.sleep(0.005)
