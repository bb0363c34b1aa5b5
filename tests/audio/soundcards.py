"""Sound cards without hardware: one that is a file, and one that keeps time and can be listened to.

Both are ALSA devices to PortAudio. Which there are stands in an ALSA configuration of our own, which
ALSA_CONFIG_PATH names and PortAudio reads when it starts.
"""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import numpy as np
import pytest

RATE = 44_100
ROOT = Path(__file__).parents[2]
_QUIET = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}


class FileCard:
    """A sound card that writes what it is sent into a file, as fast as it comes, float32 stereo."""

    def __init__(self, folder: Path) -> None:
        self.heard = folder / "card.raw"
        self._config = folder / "asound.conf"
        self._config.write_text(
            f'pcm.!default {{ type file; slave.pcm "nowhere"; file "{self.heard}"; format raw; }}\n'
            "pcm.nowhere { type null }\n"
        )

    def play(self, script: str, *arguments: object) -> np.ndarray:
        """Run a Python script that plays; return what arrived: float32 ``[2, samples]``."""
        self.heard.unlink(missing_ok=True)
        env = {**os.environ, "ALSA_CONFIG_PATH": str(self._config), "PYTHONPATH": str(ROOT)}
        command = [sys.executable, "-c", script, *map(str, arguments)]
        subprocess.run(command, env=env, check=True, timeout=60)
        return np.fromfile(self.heard, np.float32).reshape(-1, 2).T


class PulseServer:
    """A PulseAudio daemon of our own, whose one sink plays into nothing, in real time."""

    def __init__(self, folder: Path) -> None:
        self.address = f"unix:{folder / 'native'}"
        private = {name: str(folder) for name in ("HOME", "XDG_RUNTIME_DIR", "XDG_CONFIG_HOME", "PULSE_RUNTIME_PATH")}
        modules = [
            f"module-native-protocol-unix auth-anonymous=1 socket={folder / 'native'}",
            f"module-null-sink sink_name=rec format=float32le rate={RATE} channels=2 norewinds=1",
        ]
        command = ["pulseaudio", "-n", "--daemonize=no", "--exit-idle-time=-1", "--use-pid-file=no"]
        for module in modules:
            command += ["-L", module]
        self._env = {**os.environ, **private, "PULSE_SERVER": self.address}
        daemon_env = {name: value for name, value in self._env.items() if name != "PULSE_SERVER"}
        self._daemon = subprocess.Popen(command, env=daemon_env, **_QUIET)
        self._wait_until_ready()

    def freeze(self) -> None:
        """Have it answer no more, as a driver that hangs."""
        self._daemon.send_signal(signal.SIGSTOP)

    def thaw(self) -> None:
        """Have it answer again."""
        self._daemon.send_signal(signal.SIGCONT)

    def kill(self) -> None:
        """Take it away, as a card that is unplugged."""
        self._daemon.kill()
        self._daemon.wait()

    @property
    def has_ended(self) -> bool:
        """Whether the daemon is gone."""
        return self._daemon.poll() is not None

    def add_sink(self, name: str) -> None:
        """Plug in one more card, which plays into nothing too."""
        arguments = f"sink_name={name} format=float32le rate={RATE} channels=2 norewinds=1".split()
        subprocess.run(["pactl", "load-module", "module-null-sink", *arguments], env=self._env, check=True, **_QUIET)

    def set_default(self, name: str) -> None:
        """Make a sink the default."""
        subprocess.run(["pactl", "set-default-sink", name], env=self._env, check=True, **_QUIET)

    @contextmanager
    def recorded(self, sink: str = "rec") -> Iterator[Recorder]:
        """Record what a sink plays, for as long as this lasts."""
        command = ["parec", "-d", f"{sink}.monitor", "--format=float32le", f"--rate={RATE}", "--channels=2"]
        process = subprocess.Popen(
            [*command, "--latency-msec=10"], env=self._env, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, bufsize=0
        )
        recorder = Recorder(process)
        try:
            recorder.wait_for(0.1)
            yield recorder
            recorder.wait_for(recorder.seconds + 0.1)
        finally:
            process.terminate()
            recorder.join(5)
            process.wait()
            assert process.stdout is not None
            process.stdout.close()

    def _wait_until_ready(self) -> None:
        for _ in range(100):
            if subprocess.run(["pactl", "info"], env=self._env, check=False, **_QUIET).returncode == 0:
                return
            time.sleep(0.05)
        self.kill()
        pytest.skip("PulseAudio does not start here")


class Recorder(threading.Thread):
    """Collects what a recording program writes, and when."""

    def __init__(self, process: subprocess.Popen[bytes]) -> None:
        super().__init__(daemon=True)
        self._process = process
        self._bytes = bytearray()
        self._arrivals: list[tuple[float, int]] = []
        self.start()

    def run(self) -> None:
        assert self._process.stdout is not None
        while data := self._process.stdout.read(65_536):
            self._bytes += data
            self._arrivals.append((time.monotonic(), len(self._bytes) // 8))

    @property
    def seconds(self) -> float:
        """Length recorded so far."""
        return len(self._bytes) / 8 / RATE

    @property
    def sound(self) -> np.ndarray:
        """What was recorded: float32 ``[2, samples]``."""
        whole = bytes(self._bytes[: len(self._bytes) // 8 * 8])
        return np.frombuffer(whole, np.float32).reshape(-1, 2).T

    def frame_at(self, moment: float) -> float:
        """Return which recorded frame came out of the sink at a time of ``time.monotonic``."""
        times, frames = np.array(self._arrivals).T
        offset = np.median(frames - times * RATE)
        return moment * RATE + offset

    def wait_for(self, seconds: float) -> None:
        """Wait until so much was recorded."""
        limit = time.monotonic() + seconds - self.seconds + 5
        while self.seconds < seconds and time.monotonic() < limit:
            time.sleep(0.01)


class PulseCards:
    """The ALSA devices ``default`` and ``other``, each a PulseAudio server of its own."""

    def __init__(self) -> None:
        # A socket's path has at most 107 characters, which pytest's own folders can exceed.
        self._folder = Path(tempfile.mkdtemp(prefix="riffdesk-"))
        self._servers: dict[str, PulseServer] = {}

    @property
    def server(self) -> PulseServer:
        """Behind the default device."""
        return self._server("default")

    @property
    def other(self) -> PulseServer:
        """Behind the device ``other``."""
        return self._server("other")

    def configuration(self) -> Path:
        """Write down for ALSA where the servers are."""
        config = self._folder / "asound.conf"
        config.write_text(
            f'pcm.!default {{ type pulse; server "{self.server.address}" }}\n'
            f'pcm.other {{ type pulse; server "{self.other.address}" }}\n'
        )
        return config

    def close(self) -> None:
        for server in self._servers.values():
            server.thaw()
            server.kill()
        shutil.rmtree(self._folder, ignore_errors=True)

    def restart_ended(self) -> None:
        """Start servers again that have ended, at the same addresses."""
        ended = [name for name, server in self._servers.items() if server.has_ended]
        for name in ended:
            del self._servers[name]
            shutil.rmtree(self._folder / name)
            self._server(name)

    def _server(self, name: str) -> PulseServer:
        if name not in self._servers:
            (self._folder / name).mkdir(mode=0o700)
            self._servers[name] = PulseServer(self._folder / name)
        return self._servers[name]


@pytest.fixture
def file_card(tmp_path: Path) -> FileCard:
    return FileCard(tmp_path)


@contextmanager
def pulse_cards() -> Iterator[PulseCards]:
    """Have this process play into PulseAudio servers of its own."""
    from riffdesk.audio.playing import devices

    cards = PulseCards()
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("ALSA_CONFIG_PATH", str(cards.configuration()))
        try:
            assert devices.refresh()
            yield cards
        finally:
            cards.close()
    devices.refresh()


@pytest.fixture(scope="module")
def shared_cards() -> Iterator[PulseCards]:
    """Servers of a module."""
    with pulse_cards() as found:
        yield found


@pytest.fixture
def cards(shared_cards: PulseCards) -> PulseCards:
    """Servers that a module's tests share; nobody harms them. One that ended by itself is started again."""
    shared_cards.restart_ended()
    return shared_cards


@pytest.fixture
def doomed_cards() -> Iterator[PulseCards]:
    """Servers of one test, which may kill them."""
    with pulse_cards() as found:
        yield found


def gaps(sound: np.ndarray) -> list[float]:
    """Return when, in seconds, 50 ms of a steady sound have an RMS under 1% of the median's."""
    size = RATE // 20
    pieces = sound[: len(sound) // size * size].reshape(-1, size).astype(np.float64)
    levels = np.sqrt(np.square(pieces).mean(axis=1))
    return [float(at * size / RATE) for at in np.flatnonzero(levels < 0.01 * np.median(levels))]


def clicks(sound: np.ndarray) -> list[float]:
    """Return when, in seconds, a step from sample to sample is over twice the 99th percentile of those around it.

    Steps under -60 dB of full scale are no clicks: where a sound begins, all around it are 0.
    """
    steps = np.abs(np.diff(sound))
    hop = RATE // 50
    found: list[float] = []
    for start in range(0, len(steps), hop):
        usual = np.percentile(steps[max(0, start - 2 * hop) : start + 3 * hop], 99)
        here = steps[start : start + hop]
        found.extend((start + np.flatnonzero((here > 2 * usual) & (here > 1e-3))) / RATE)
    return found
