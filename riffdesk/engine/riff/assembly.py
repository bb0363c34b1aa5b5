"""A riff while it is made from left to right: the end of its ink and sound, which the next section goes on from.

What is new is led into what was there before by `riffdesk.dsp.phase`, which changes nothing beyond a window: into the
sound so far, and where sound was kept into that on both sides. How loud it is, `peak_level` says.
"""

from __future__ import annotations

import threading
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from riffdesk.arrays import Array
from riffdesk.dsp.params import SpectrogramParams
from riffdesk.dsp.phase import Quality
from riffdesk.engine.layer_sound import update_sound
from riffdesk.engine.riff.kept_sound import repainted
from riffdesk.engine.riff.peak_level import PeakLevel
from riffdesk.engine.sound_requests import SoundRequest
from riffdesk.progress import OnStep
from riffdesk.sketch.tiles.ranges import Columns

_AROUND = 4  # windows of ink and sound that new ones are led into


@dataclass(frozen=True, eq=False)
class Base:
    """What a riff is made over.

    Parameters
    ----------
    ink, audio : callable
        Return columns ``(start, stop)`` of its ink, and their sound.
    """

    ink: Callable[[Columns], Array]
    audio: Callable[[Columns], Array]


@dataclass(frozen=True, eq=False)
class FinalPart:
    """What is final with a section; see `riffdesk.engine.events.Section`."""

    column: int
    ink: Array
    sample: int
    audio: Array


class Assembly:
    """The end of a riff that is being made.

    Parameters
    ----------
    params : SpectrogramParams
    quality : str
        Of the sound.
    columns, samples : int
        Of the whole riff.
    there : There, optional
        What sounds there already; None if all of the riff gets a new sound.
    level : Level, optional
        What turns it down; None if it is as loud as it is.
    """

    def __init__(
        self,
        params: SpectrogramParams,
        quality: Quality,
        columns: int,
        samples: int,
        *,
        there: Base | None = None,
        level: PeakLevel | None = None,
    ) -> None:
        self._params, self._quality, self._there = params, quality, there
        self._columns, self._samples, self._level = columns, samples, level
        # The end of what there is begins with a column; its ink and sound go on beyond what is final.
        self._first = self._sent = 0
        self._ink: Array | None = None
        self._audio: Array | None = None

    def state(self) -> dict[str, NDArray[Any]]:
        """Return what the next section goes on from: all that there is of a riff, for `restore`."""
        gain = self._level.gain if self._level else None
        told = {"first": self._first, "sent": self._sent, "gain": gain, "ink": self._ink, "audio": self._audio}
        return {name: np.asarray(value) for name, value in told.items() if value is not None}

    def restore(self, state: Mapping[str, NDArray[Any]]) -> None:
        """Become what told a state."""
        self._first, self._sent = int(state["first"]), int(state["sent"])
        if self._level:
            self._level.gain = float(state["gain"]) if "gain" in state else None
        self._ink, self._audio = state.get("ink"), state.get("audio")

    def grow(self, first: int, ready: int, ink: Array, on_step: OnStep, cancel: threading.Event | None) -> FinalPart:
        """Add the ink of a section and make its sound.

        Parameters
        ----------
        first : int
            Column that the ink begins with; what is before it is final, or was there.
        ready : int
            What lies before this column is final now. Beyond it, the next section begins.
        ink : float32 ``[bands, n]`` or ``[2, bands, n]``

        Raises
        ------
        Cancelled
            If ``cancel`` was set.
        """
        hop, window, end = self._params.hop, self._params.window, first + ink.shape[-1]
        around = _AROUND * -(-window // hop)
        goes_on = self._ink is not None and self._first + self._ink.shape[-1] >= first
        part = max(0, first - around), end if self._there is None else min(self._columns, end + around)
        before, audio = self._before(part, first, ink.shape[:-1], goes_on)
        after = before.copy()
        after[..., first - part[0] : end - part[0]] = ink
        if self._there is not None:
            audio = repainted(audio, before, after, self._params, quality=self._quality, on_step=on_step, cancel=cancel)
        else:
            changed, there = (first - part[0], end - part[0]), audio if goes_on else None
            width = after.shape[-1]
            asked = SoundRequest(after, there, None, changed, 0, width, self._params, self._quality)
            audio = update_sound(asked, on_step, cancel).audio
        # The next section changes the sound of a window before its first column.
        start = self._sent if goes_on else max(0, first * hop - window)
        stop = ready * hop - window
        if ready == end and self._there is not None:
            stop = end * hop + window
        stop = self._samples if ready == self._columns else max(start, min(stop, self._samples))
        shift = part[0] * hop
        new_ink, new_audio = ink[..., : ready - first], audio[:, start - shift : stop - shift]
        if self._level:
            if not goes_on:
                self._level.begin()
            new_ink, new_audio = self._level.turned_down(first, new_ink, (start, stop), audio, shift)
        kept = max(part[0], ready - around)
        self._first, self._sent = kept, stop
        self._ink, self._audio = after[..., kept - part[0] : end - part[0]], audio[:, (kept - part[0]) * hop :]
        self._audio = self._audio[:, : self._ink.shape[-1] * hop]
        return FinalPart(first, np.ascontiguousarray(new_ink), start, np.ascontiguousarray(new_audio))

    def _before(self, part: Columns, first: int, shape: tuple[int, ...], goes_on: bool) -> tuple[Array, Array]:
        """Return the ink and the sound of a part, before the section is added that begins with a column."""
        hop, width = self._params.hop, part[1] - part[0]
        if self._there is not None:
            ink, audio = self._there.ink(part), self._there.audio(part)
        else:
            ink, audio = (
                np.zeros((*shape, width), np.float32),
                np.zeros((shape[0] if len(shape) > 1 else 1, width * hop), np.float32),
            )
        if goes_on:
            assert self._ink is not None
            assert self._audio is not None
            skip = part[0] - self._first
            final = first - part[0]
            ink[..., :final] = self._ink[..., skip : skip + final]
            mine = self._audio[:, skip * hop :][:, : audio.shape[-1]]
            # What is not final fades into what comes after it.
            weight = np.ones(mine.shape[-1], np.float32)
            weight[final * hop :] = np.linspace(1, 0, mine.shape[-1] - final * hop, dtype=np.float32)
            audio[:, : mine.shape[-1]] += weight * (mine - audio[:, : mine.shape[-1]])
        return ink, audio
