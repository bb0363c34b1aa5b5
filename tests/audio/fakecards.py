"""A stand-in for the ``sounddevice`` module whose cards do what real ones do only on a bad day."""

from __future__ import annotations

import threading
import time
from dataclasses import dataclass, field

import numpy as np
import pytest

from riffdesk.audio.playing import devices

INVALID_RATE = -9997


class PortAudioError(Exception):
    """As ``sounddevice.PortAudioError``: text, number and (API, number, text) of the driver."""


@dataclass
class Card:
    """One device and how it behaves."""

    name: str
    channels: int = 2
    inputs: int = 0
    rates: tuple[int, ...] = (44_100, 48_000)
    api: int = 0
    there: bool = True
    vanishes_after: int | None = None
    hangs_after: int | None = None
    speed: float = 20.0  # times faster than it sounds
    heard: list[np.ndarray] = field(default_factory=list, repr=False)  # pytest would write it out for minutes
    opened_at: list[int] = field(default_factory=list)
    going_on: threading.Event = field(default_factory=threading.Event)

    @property
    def sound(self) -> np.ndarray:
        """What it was sent: float32 ``[channels, samples]``."""
        return np.concatenate(self.heard or [np.zeros((0, self.channels), np.float32)]).T


class Stream:
    """An output stream to a card."""

    latency = 0.0
    write_available = 3_528

    def __init__(self, card: Card, rate: int, channels: int) -> None:
        if not card.there:
            raise PortAudioError("Error opening OutputStream", -9999, (0, -19, "No such device"))
        if rate not in card.rates:
            raise PortAudioError("Error opening OutputStream: Invalid sample rate", INVALID_RATE)
        if channels > card.channels:
            raise PortAudioError("Error opening OutputStream: Invalid number of channels", -9998)
        self._card, self._rate, self._written, self._closed = card, rate, 0, False
        card.opened_at.append(rate)

    def start(self) -> None:
        pass

    def write(self, data: np.ndarray) -> bool:
        assert data.dtype == np.float32
        assert data.flags.c_contiguous
        card = self._card
        if card.hangs_after is not None and self._written >= card.hangs_after:
            card.going_on.wait(20)
        if not card.there or (card.vanishes_after is not None and self._written >= card.vanishes_after):
            raise PortAudioError("Unanticipated host error", -9999, (0, -5, "Input/output error"))
        card.heard.append(data.copy())
        self._written += len(data)
        time.sleep(len(data) / self._rate / card.speed)
        return False

    def abort(self) -> None:
        if not self._card.there:
            raise PortAudioError("Unanticipated host error", -9999)

    def close(self, ignore_errors: bool = True) -> None:
        assert not self._closed
        self._closed = True


class SoundDevice:
    """The module. A card that is plugged in shows after ``_terminate`` and ``_initialize``."""

    PortAudioError = PortAudioError

    def __init__(self, *cards: Card) -> None:
        self.plugged_in = list(cards)
        self._cards = list(cards)
        self.looks = 0

    def query_hostapis(self) -> tuple[dict[str, object], ...]:
        return ({"name": "ALSA"}, {"name": "JACK"}, {"name": "Core Audio"})

    def copy(self) -> SoundDevice:
        """Return another copy of the library, which looks for devices now and knows of the same cards."""
        other = SoundDevice()
        other.plugged_in = self.plugged_in
        other._initialize()
        return other

    def query_devices(self, kind: str | None = None) -> object:
        listed = [self._described(index, card) for index, card in enumerate(self._cards)]
        if kind is None:
            return listed
        listed = [one for one in listed if one[f"max_{kind}_channels"]]
        if not listed:
            raise PortAudioError("Error querying device -1")
        return listed[0]

    def OutputStream(self, *, device: int, samplerate: int, channels: int, dtype: str, latency: float) -> Stream:  # noqa: N802
        assert dtype == "float32"
        return Stream(self._cards[device], samplerate, channels)

    def _terminate(self) -> None:
        self._cards = []

    def _initialize(self) -> None:
        self.looks += 1
        self._cards = [card for card in self.plugged_in if card.there]

    def _described(self, index: int, card: Card) -> dict[str, object]:
        return {
            "name": card.name,
            "index": index,
            "hostapi": card.api,
            "max_output_channels": card.channels,
            "max_input_channels": card.inputs,
            "default_samplerate": float(card.rates[-1]),
            "default_high_output_latency": 0.03,
            "default_high_input_latency": 0.03,
        }


def plug_in(monkeypatch: pytest.MonkeyPatch, *cards: Card) -> SoundDevice:
    """Have these be the sound cards of this machine, the first the default."""
    module = SoundDevice(*cards)
    monkeypatch.setattr(devices, "load", lambda: module)
    monkeypatch.setattr(devices, "separate_portaudio", lambda old: old.copy())
    monkeypatch.setattr(devices, "portaudio", devices.PortAudio())
    monkeypatch.setattr("riffdesk.audio.playing.player_thread.portaudio", devices.portaudio)
    return module
