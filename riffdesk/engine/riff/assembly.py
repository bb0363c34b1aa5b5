"""Assembly of a riff from left to right: joins the ink and sound of each section to those before it.

`riffdesk.dsp.phase` joins new sound to the sound before it, and to kept sound on both sides, without changes beyond a
window. `peak_level` sets the level.
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
from riffdesk.dsp.phase.quality import Quality
from riffdesk.engine.layer_sound import update_sound
from riffdesk.engine.riff.kept_sound import repainted
from riffdesk.engine.riff.peak_level import PeakLevel
from riffdesk.engine.sound_requests import SoundRequest
from riffdesk.progress import OnStep
from riffdesk.sketch.tiles.ranges import Columns

_MARGIN_WINDOWS = 4  # windows of present ink and sound that new ones are joined to


@dataclass(frozen=True, eq=False)
class KeptRiff:
    """The ink and sound of a riff of which parts are regenerated.

    Parameters
    ----------
    ink, audio : callable
        Return columns ``(start, stop)`` of its ink, and their sound.
    """

    ink: Callable[[Columns], Array]
    audio: Callable[[Columns], Array]


@dataclass(frozen=True, eq=False)
class FinalPart:
    """The final ink and sound of a section; see `riffdesk.engine.events.Section`."""

    column: int
    ink: Array
    sample: int
    audio: Array


class Assembly:
    """The end of a riff that is rendered from left to right.

    Parameters
    ----------
    params : SpectrogramParams
    quality : str
        Quality of the sound.
    columns, samples : int
        Length of the whole riff.
    base : KeptRiff, optional
        The riff that is regenerated in parts; None if all sound is new.
    level : PeakLevel, optional
        Limits the peaks; None to leave the level unchanged.
    """

    def __init__(
        self,
        params: SpectrogramParams,
        quality: Quality,
        columns: int,
        samples: int,
        *,
        base: KeptRiff | None = None,
        level: PeakLevel | None = None,
    ) -> None:
        self._params, self._quality, self._base = params, quality, base
        self._columns, self._samples, self._level = columns, samples, level
        # The stored end begins at a column; its ink and sound extend beyond the final ones.
        self._first = self._final_samples = 0
        self._ink: Array | None = None
        self._audio: Array | None = None

    def state(self) -> dict[str, NDArray[Any]]:
        """Return the state from which the next section continues, for `restore`."""
        gain = self._level.gain if self._level else None
        values = {
            "first": self._first,
            "sent": self._final_samples,
            "gain": gain,
            "ink": self._ink,
            "audio": self._audio,
        }
        return {name: np.asarray(value) for name, value in values.items() if value is not None}

    def restore(self, state: Mapping[str, NDArray[Any]]) -> None:
        """Set a state from `state`."""
        self._first, self._final_samples = int(state["first"]), int(state["sent"])
        if self._level:
            self._level.gain = float(state["gain"]) if "gain" in state else None
        self._ink, self._audio = state.get("ink"), state.get("audio")

    def add(self, first: int, ready: int, ink: Array, on_step: OnStep, cancel: threading.Event | None) -> FinalPart:
        """Add the ink of a section and make its sound.

        Parameters
        ----------
        first : int
            First column of the ink; earlier columns are final or kept.
        ready : int
            Columns before this one become final. The next section begins there.
        ink : float32 ``[bands, n]`` or ``[2, bands, n]``

        Raises
        ------
        Cancelled
            If ``cancel`` was set.
        """
        hop, window, end = self._params.hop, self._params.window, first + ink.shape[-1]
        margin = _margin(self._params)
        is_adjacent = self._ink is not None and self._first + self._ink.shape[-1] >= first
        part = max(0, first - margin), end if self._base is None else min(self._columns, end + margin)
        before, audio = self._before(part, first, ink.shape[:-1], is_adjacent)
        after = before.copy()
        after[..., first - part[0] : end - part[0]] = ink
        if self._base is not None:
            audio = repainted(audio, before, after, self._params, quality=self._quality, on_step=on_step, cancel=cancel)
        else:
            changed, previous = (first - part[0], end - part[0]), audio if is_adjacent else None
            width = after.shape[-1]
            request = SoundRequest(after, previous, None, changed, 0, width, self._params, self._quality)
            audio = update_sound(request, on_step, cancel).audio
        # The next section changes the sound up to a window before its first column.
        start = self._final_samples if is_adjacent else max(0, first * hop - window)
        stop = ready * hop - window
        if ready == end and self._base is not None:
            stop = end * hop + window
        stop = self._samples if ready == self._columns else max(start, min(stop, self._samples))
        shift = part[0] * hop
        new_ink, new_audio = ink[..., : ready - first], audio[:, start - shift : stop - shift]
        if self._level:
            if not is_adjacent:
                self._level.begin()
            new_ink, new_audio = self._level.reduced(first, new_ink, (start, stop), audio, shift)
        first_kept = max(part[0], ready - margin)
        self._first, self._final_samples = first_kept, stop
        self._ink, self._audio = (
            after[..., first_kept - part[0] : end - part[0]],
            audio[:, (first_kept - part[0]) * hop :],
        )
        self._audio = self._audio[:, : self._ink.shape[-1] * hop]
        return FinalPart(first, np.ascontiguousarray(new_ink), start, np.ascontiguousarray(new_audio))

    def ahead(self) -> Array:
        """Return the present sound after the final one, up to the end of the last ink, before the gain."""
        if self._audio is None:
            return np.zeros((1, 0), np.float32)
        return self._audio[:, self._final_samples - self._first * self._params.hop :].copy()

    def _before(self, part: Columns, first: int, shape: tuple[int, ...], is_adjacent: bool) -> tuple[Array, Array]:
        """Return the ink and the sound of a part before a section that begins at column ``first`` is added."""
        hop, width = self._params.hop, part[1] - part[0]
        if self._base is not None:
            ink, audio = self._base.ink(part), self._base.audio(part)
        else:
            ink, audio = (
                np.zeros((*shape, width), np.float32),
                np.zeros((shape[0] if len(shape) > 1 else 1, width * hop), np.float32),
            )
        if is_adjacent:
            assert self._ink is not None
            assert self._audio is not None
            skip = part[0] - self._first
            final = first - part[0]
            ink[..., :final] = self._ink[..., skip : skip + final]
            assembled = self._audio[:, skip * hop :][:, : audio.shape[-1]]
            # Sound that is not final fades into the sound after it.
            weight = np.ones(assembled.shape[-1], np.float32)
            weight[final * hop :] = np.linspace(1, 0, assembled.shape[-1] - final * hop, dtype=np.float32)
            audio[:, : assembled.shape[-1]] += weight * (assembled - audio[:, : assembled.shape[-1]])
        return ink, audio


def state_after(
    params: SpectrogramParams, columns: Columns, ink: Array, start: int, audio: Array, final: int
) -> dict[str, NDArray[Any]]:
    """Return the state of an assembly that continues existing sound, for `Assembly.restore`.

    Parameters
    ----------
    columns : (int, int)
        First column of the ink, and the one that the next section begins with.
    ink : float32 ``[bands, n]`` or ``[2, bands, n]``
        It may end after that column.
    start : int
        First sample of the sound.
    audio : float32 ``[channels, m]``
        It ends in silence if it is shorter than the ink.
    final : int
        The sample up to which it is final.
    """
    hop, first = params.hop, max(columns[0], columns[1] - _margin(params))
    kept_ink = ink[..., first - columns[0] :]
    kept = audio[:, first * hop - start :][:, : kept_ink.shape[-1] * hop]
    kept = np.pad(kept, ((0, 0), (0, kept_ink.shape[-1] * hop - kept.shape[-1])))
    return {"first": np.asarray(first), "sent": np.asarray(final), "ink": kept_ink, "audio": kept}


def _margin(params: SpectrogramParams) -> int:
    """Return the columns of present ink and sound that new ones are joined to."""
    return _MARGIN_WINDOWS * params.window_columns
