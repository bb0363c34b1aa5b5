"""The sound of a layer as an immutable value: its waveform, and which columns of the ink it does not follow yet."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np

from riffdesk.sketch.ink import TILE_COLUMNS
from riffdesk.sketch.tiles.ranges import Columns, Ranges, added, delayed, hull, joined, removed
from riffdesk.sketch.tiles.tile import Array, Tile
from riffdesk.sketch.tiles.tiles import Made, Tiles


class Waveform(Tiles):
    """Audio of a layer: ``[channels, samples]``, one or two channels. A tile is as long as one of ink, by default."""

    SIZE = TILE_COLUMNS * 441
    __slots__ = ()

    @property
    def channels(self) -> int:
        """One or two."""
        return self.lead[0]

    def with_channels(self, channels: int) -> Waveform:
        """Return it with the same audio in both channels, where it has one and two are asked for."""
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
        Sample that it begins with.
    audio : float32 ``[channels, samples]``
    samples : int
        Length that the layer's audio has with it, at least.
    circular : bool
        Whether the layer's audio goes round after so many samples, and the patch with it.
    """

    start: int
    audio: Array
    samples: int
    circular: bool = False


@dataclass(frozen=True, eq=False)
class Sound:
    """What a layer sounds like.

    Parameters
    ----------
    waveform : Waveform, optional
        None while nothing was rendered yet. May be shorter or longer than the sketch. An array is copied.
    stale : ranges of columns
        Columns whose ink has changed since the audio was made.
    draft : ranges of columns
        Columns that sound as they look, but only as a draft.
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
        """Columns that do not yet sound as they look, from the first to the last."""
        return hull(self.stale)

    @property
    def unfinished(self) -> Ranges:
        """Columns that do not yet sound as well as they should."""
        return joined((*self.draft, *self.stale))

    def painted(self, columns: Columns) -> Sound:
        """Return it after columns were painted on."""
        return Sound(self.waveform, added(self.stale, columns), self.draft)

    def painted_in(self, ranges: Sequence[Columns]) -> Sound:
        """Return it after several ranges were painted on; itself, if there are none."""
        if len(ranges) == 1:
            return self.painted(ranges[0])
        return replace(self, stale=joined((*self.stale, *ranges))) if ranges else self

    def drafted(self, columns: Columns) -> Sound:
        """Return it with columns that could sound better."""
        return replace(self, draft=added(self.draft, columns))

    def within(self, columns: int) -> Sound:
        """Return it with no columns to be rendered beyond the first so many."""
        if not any(stop > columns for _, stop in (*self.stale, *self.draft)):
            return self
        beyond = columns, max(stop for _, stop in (*self.stale, *self.draft))
        return replace(self, stale=removed(self.stale, beyond), draft=removed(self.draft, beyond))

    def as_draft(self, columns: int) -> Sound:
        """Return it with all of its columns but a draft, if there is any audio."""
        return self if self.waveform is None else self.drafted((0, columns))

    def rendered(self, waveform: Waveform, columns: Columns, *, draft: bool = False) -> Sound:
        """Return it with audio in which these columns sound as they look, as a draft or as well as they should."""
        drafts = added(self.draft, columns) if draft else removed(self.draft, columns)
        return Sound(waveform, removed(self.stale, columns), drafts)

    def with_patch(self, patch: SoundPatch, made: Made | None = None) -> Waveform:
        """Return the audio with a patch in it, as long as it needs to be.

        Parameters
        ----------
        made : dict, optional
            What the same patch has made of the audio in other documents.
        """
        channels = len(patch.audio)
        before = Waveform.silent((channels,), 0) if self.waveform is None else self.waveform.with_channels(channels)
        if not patch.circular:
            samples = max(patch.start + patch.audio.shape[-1], patch.samples)
            return before.resized(samples).replaced(patch.start, patch.audio, made)
        start = patch.start % patch.samples
        after = before.resized(patch.samples).replaced(start, patch.audio)
        return after.replaced(start - patch.samples, patch.audio)  # what goes on at the beginning

    def delayed(self, columns: int, samples: int) -> Sound:
        """Return it later by so many columns, which are so many samples."""
        waveform = None if self.waveform is None else self.waveform.delayed(samples)
        return Sound(waveform, delayed(self.stale, columns), delayed(self.draft, columns))
