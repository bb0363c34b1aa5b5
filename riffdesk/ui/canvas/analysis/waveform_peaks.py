"""The lowest and the highest sample of each short block of a mix, tile by tile."""

from __future__ import annotations

from collections.abc import Sequence
from time import perf_counter

import numpy as np
from numpy.typing import NDArray

from riffdesk.arrays import Array
from riffdesk.dsp.mix import Track
from riffdesk.sketch.sound import Waveform
from riffdesk.sketch.tiles.tile import Tile

PIECE = 63
"""Samples of a block: 1.4 ms, a 448th of a tile."""
_BLOCKS = Waveform.SIZE // PIECE
_Key = tuple[tuple[Tile | None, float, float], ...]


class WaveformPeaks:
    """The peaks of a mix. `read` updates changed parts only."""

    def __init__(self) -> None:
        self._tracks: tuple[Track, ...] = ()
        self._keys: list[_Key | None] = []
        self._low = self._high = np.zeros(0, np.float32)

    def set_tracks(self, tracks: Sequence[Track], samples: int) -> None:
        """Set the tracks of the mix, whose audio are waveforms, and its length in samples."""
        tiles = -(-samples // Waveform.SIZE)
        self._tracks = tuple(tracks)
        if tiles != len(self._keys):
            self._keys = [*self._keys[:tiles], *[None] * (tiles - len(self._keys))]
            self._low, self._high = (_resized(ends, tiles * _BLOCKS) for ends in (self._low, self._high))

    def read(self, start: int, stop: int, until: float) -> bool:
        """Read the changed parts of samples ``[start, stop)`` until a time of `time.perf_counter`.

        Returns
        -------
        bool
            Whether changed parts remain.
        """
        for index in range(max(0, start // Waveform.SIZE), min(len(self._keys), -(-stop // Waveform.SIZE))):
            key = tuple((_tile(track, index), track.left, track.right) for track in self._tracks)
            if _same(self._keys[index], key):
                continue
            if perf_counter() > until:
                return True
            pieces = _mixed(key).reshape(2, _BLOCKS, PIECE)
            place = slice(index * _BLOCKS, (index + 1) * _BLOCKS)
            self._low[place], self._high[place] = pieces.min(axis=(0, 2)), pieces.max(axis=(0, 2))
            self._keys[index] = key
        return False

    def ends(self, edges: NDArray[np.float64]) -> tuple[Array, Array]:
        """Return the lowest and highest sample between each two of some edges, in samples: float32 ``[edges - 1]``.

        Parts that are shorter than a block are read from the samples themselves.
        """
        count = len(edges) - 1
        if count < 1 or edges[0] < 0:
            raise ValueError("edges begin at 0 or later, and are two or more")
        first, last = int(edges[0]), int(np.ceil(edges[-1]))
        if (edges[-1] - edges[0]) / count >= PIECE:
            origin, low, high, scale = 0, self._low, self._high, PIECE
        else:
            tiles = range(first // Waveform.SIZE, min(len(self._keys), -(-last // Waveform.SIZE)))
            keys = [tuple((_tile(track, index), track.left, track.right) for track in self._tracks) for index in tiles]
            mixed = np.concatenate([_mixed(key) for key in keys], axis=-1) if keys else np.zeros((2, 0), np.float32)
            origin, low, high, scale = tiles.start * Waveform.SIZE, mixed.min(axis=0), mixed.max(axis=0), 1
        if not len(low):
            return np.zeros(count, np.float32), np.zeros(count, np.float32)
        starts = np.clip(((edges[:-1] - origin) / scale).astype(int), 0, len(low) - 1)
        # Beyond the end there is silence.
        inside = (edges[:-1] - origin) / scale < len(low)
        end = min(len(low), max(int(np.ceil((edges[-1] - origin) / scale)), int(starts[-1]) + 1))
        lowest, highest = np.minimum.reduceat(low[:end], starts), np.maximum.reduceat(high[:end], starts)
        return np.where(inside, lowest, 0), np.where(inside, highest, 0)


def _tile(track: Track, index: int) -> Tile | None:
    """Return a tile of a track; None where it is silent or at its end."""
    audio = track.audio
    assert isinstance(audio, Waveform)
    return audio.tiles[index] if index < len(audio.tiles) and audio.tiles[index] is not audio.silence else None


def _same(one: _Key | None, other: _Key) -> bool:
    return (
        one is not None
        and len(one) == len(other)
        and all(a[0] is b[0] and a[1:] == b[1:] for a, b in zip(one, other, strict=True))
    )


def _mixed(key: _Key) -> Array:
    """Return a tile of the mix: float32 ``[2, samples]``."""
    out = np.zeros((2, Waveform.SIZE), np.float32)
    for tile, left, right in key:
        if tile is not None:
            out += np.array([[left], [right]], np.float32) * tile.array
    return out


def _resized(ends: Array, length: int) -> Array:
    out = np.zeros(length, np.float32)
    out[: min(length, len(ends))] = ends[:length]
    return out
