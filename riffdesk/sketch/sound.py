"""The sound of a layer as an immutable value: its waveform, and the stale and draft columns."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np

from riffdesk.arrays import Array
from riffdesk.sketch.ink import TILE_COLUMNS
from riffdesk.sketch.tiles.ranges import Columns, Ranges, added, delayed, hull, joined, removed
from riffdesk.sketch.tiles.tile import Tile
from riffdesk.sketch.tiles.tiles import TileCache, Tiles


class Waveform(Tiles):
    """Audio of a layer: ``[channels, samples]``, one or two channels. A tile is as long as one of ink at hop 441."""

    SIZE = TILE_COLUMNS * 441
    __slots__ = ()

    @property
    def channels(self) -> int:
        """One or two."""
        return self.lead[0]

    def with_channels(self, channels: int) -> Waveform:
        """Return the waveform with its audio in both channels if it is mono and ``channels`` is 2."""
        if self.channels >= channels:
            return self
        empty = Waveform.silent((channels,), self.length)
        tiles = (
            empty.silence if tile is self.silence else Tile(np.repeat(tile.array, channels, axis=0))
            for tile in self.tiles
        )
        return Waveform((channels,), self.length, tuple(tiles))


@dataclass(frozen=True, eq=False)
class SoundPatch:
    """New audio for a part of a layer.

    Parameters
    ----------
    start : int
        First sample of the patch in the layer's audio.
    audio : float32 ``[channels, samples]``
    samples : int
        Minimum length of the layer's audio with the patch.
    circular : bool
        Whether the layer's audio is a loop of ``samples``, so that the patch may wrap around its end.
    """

    start: int
    audio: Array
    samples: int
    circular: bool = False


@dataclass(frozen=True, eq=False)
class Sound:
    """Audio of a layer, and the columns that have to be rendered or refined.

    Parameters
    ----------
    waveform : Waveform, optional
        None before the first render. May be shorter or longer than the sketch. An array is copied.
    stale : ranges of columns
        Columns whose ink has changed since the audio was made.
    draft : ranges of columns
        Columns whose audio follows the ink, but only as a draft.
    """

    waveform: Waveform | None = None
    stale: Ranges = ()
    draft: Ranges = ()

    def __post_init__(self) -> None:
        """Take an array as a waveform."""
        if self.waveform is not None:
            object.__setattr__(self, "waveform", Waveform.of(self.waveform))

    @property
    def audio(self) -> Array | None:
        """All of the audio as one read-only array, float32 ``[channels, samples]``; None while there is none."""
        return None if self.waveform is None else self.waveform.array

    @property
    def pending(self) -> Columns | None:
        """Smallest range with all stale columns; None if there are none."""
        return hull(self.stale)

    @property
    def unfinished(self) -> Ranges:
        """Columns that are stale or a draft."""
        return joined((*self.draft, *self.stale))

    def painted(self, columns: Columns) -> Sound:
        """Return the sound with some columns stale."""
        return Sound(self.waveform, added(self.stale, columns), self.draft)

    def painted_in(self, ranges: Sequence[Columns]) -> Sound:
        """Return the sound with several ranges stale; itself, if there are none."""
        if len(ranges) == 1:
            return self.painted(ranges[0])
        return replace(self, stale=joined((*self.stale, *ranges))) if ranges else self

    def drafted(self, columns: Columns) -> Sound:
        """Return the sound with some columns marked as a draft."""
        return replace(self, draft=added(self.draft, columns))

    def within(self, columns: int) -> Sound:
        """Return the sound with stale and draft columns cut at a number of columns."""
        if not any(stop > columns for _, stop in (*self.stale, *self.draft)):
            return self
        removed_columns = columns, max(stop for _, stop in (*self.stale, *self.draft))
        return replace(self, stale=removed(self.stale, removed_columns), draft=removed(self.draft, removed_columns))

    def as_draft(self, columns: int) -> Sound:
        """Return the sound with all columns marked as a draft, if there is any audio."""
        return self if self.waveform is None else self.drafted((0, columns))

    def rendered(self, waveform: Waveform, columns: Columns, *, draft: bool = False) -> Sound:
        """Return the sound with audio in which some columns are rendered, as a draft or in full quality."""
        drafts = added(self.draft, columns) if draft else removed(self.draft, columns)
        return Sound(waveform, removed(self.stale, columns), drafts)

    def patched_waveform(self, patch: SoundPatch, cache: TileCache | None = None) -> Waveform:
        """Return the audio with a patch in it, lengthened if necessary.

        Parameters
        ----------
        cache : TileCache, optional
            Results of the same patch in other documents.
        """
        channels = len(patch.audio)
        before = Waveform.silent((channels,), 0) if self.waveform is None else self.waveform.with_channels(channels)
        if not patch.circular:
            samples = max(patch.start + patch.audio.shape[-1], patch.samples)
            return before.resized(samples).replaced(patch.start, patch.audio, cache)
        start = patch.start % patch.samples
        after = before.resized(patch.samples).replaced(start, patch.audio)
        return after.replaced(start - patch.samples, patch.audio)  # the part that wraps around

    def delayed(self, columns: int, samples: int) -> Sound:
        """Return the sound moved later by some columns, which are ``samples`` long."""
        waveform = None if self.waveform is None else self.waveform.delayed(samples)
        return Sound(waveform, delayed(self.stale, columns), delayed(self.draft, columns))
