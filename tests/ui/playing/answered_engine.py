"""Stand-ins for the engine and the player of `SoundUpdates`: a test answers the requests and sees what is played."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QApplication

from riffdesk.engine.sound_requests import SoundRequest
from riffdesk.sketch.sound import SoundPatch, Waveform
from riffdesk.ui.worker import Job


class Engine(QObject):
    """A worker whose answers the test gives."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.jobs: list[Job] = []

    def submit(self, function, request, label, on_done, on_failed, at_once) -> Job:
        self.jobs.append(Job(function, request, label, on_done, on_failed, at_once))
        return self.jobs[-1]

    @property
    def asked(self) -> list[tuple[str, int, int]]:
        """Quality, first and last column of every request so far."""
        return [
            (one.quality, one.first + one.changed[0], one.first + one.changed[1])
            for one in (job.request for job in self.jobs)
        ]

    def answer(self, level: float = 0.1) -> None:
        request: SoundRequest = self.jobs[-1].request
        samples = request.ink.shape[-1] * request.params.hop
        patch = np.full((1, samples), level, np.float32)
        job, hop = self.jobs[-1], request.params.hop
        job.on_done(job.at_once(SoundPatch(request.first * hop, patch, request.columns * hop)))
        live()

    def fail(self, error: Exception) -> None:
        self.jobs[-1].on_failed(error)
        live()


class Player:
    """Remembers what it is given to play."""

    def __init__(self, *, playing: bool = False) -> None:
        self.playing = playing
        self.given: list[tuple] = []
        self.at_once: list[Waveform] = []

    def set_tracks(self, *given) -> None:
        self.given.append(given)

    def replace_sound(self, key: str, audio: Waveform) -> None:
        self.at_once.append(audio)


def live() -> None:
    for _ in range(4):
        QApplication.processEvents()
