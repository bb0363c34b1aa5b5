"""The merge of a section of a riff into a layer that the user may have painted on since."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Protocol

from riffdesk.arrays import Array
from riffdesk.sketch.ink import Ink
from riffdesk.sketch.layer import Layer
from riffdesk.sketch.sound import Sound, SoundPatch, Waveform
from riffdesk.sketch.state import State
from riffdesk.sketch.tiles.ranges import Ranges, removed
from riffdesk.sketch.tiles.tiles import TileCache


class Section(Protocol):
    """A part of a riff.

    Its ``ink``, float32 ``[bands, n]`` or ``[2, bands, n]``, begins at ``column``, and its ``audio``, float32
    ``[channels, m]``, at ``sample``. The audio may end before the ink does.
    """

    @property
    def column(self) -> int:
        """First column of the ink."""

    @property
    def ink(self) -> Array:
        """New ink."""

    @property
    def sample(self) -> int:
        """First sample of the audio."""

    @property
    def audio(self) -> Array:
        """New audio."""


@dataclass(frozen=True, eq=False)
class Kept:
    """Ink and audio of a layer when a riff was requested. Arrays are copied into tiles.

    Parameters
    ----------
    tiles : Ink ``[bands, columns]`` or ``[2, bands, columns]``
    waveform : Waveform ``[channels, samples]``, optional
        None if the audio did not follow the ink.
    """

    tiles: Ink
    waveform: Waveform | None = None

    def __post_init__(self) -> None:
        """Take arrays as tiles."""
        object.__setattr__(self, "tiles", Ink.of(self.tiles))
        if self.waveform is not None:
            object.__setattr__(self, "waveform", Waveform.of(self.waveform))


class SectionMerge:
    """Merges a section into a layer of any document; documents that shared tiles before share the merged ones.

    Parameters
    ----------
    before, riff : Ink
        The layer without the user's edits, before the section and with it.
    surroundings : Kept, optional
        The layer before the section; None if the layer has no sound besides the riff.
    added_before : int
        `State.added_before` when the riff began.
    original : bool
        Whether the section is added to `Layer.made`.
    """

    def __init__(
        self, section: Section, before: Ink, riff: Ink, surroundings: Kept | None, added_before: int, original: bool
    ) -> None:
        self._section, self._surroundings, self._added_before = section, surroundings, added_before
        self._original = original
        self._inks = {(0, riff.length): (before, riff)}
        self._tile_caches: dict[tuple[int, int], tuple[TileCache, TileCache]] = {}

    def merged_into(self, layer: Layer, state: State) -> Layer:
        """Return a layer with the section, except where the user has painted."""
        hop, window, delay = state.params.hop, state.params.window, state.added_before - self._added_before
        before, riff = self._inks_at(delay, layer.columns)
        ink_cache, sound_cache = self._tile_caches.setdefault((delay, layer.columns), ({}, {}))
        tiles = layer.tiles.merged(before, riff, ink_cache)
        layer = self._with_made(layer, tiles, delay)
        column, sample = self._section.column + delay, self._section.sample + delay * hop
        columns = column, min(layer.columns, column + self._section.ink.shape[-1])
        sound = layer.sound
        if not self._surroundings_match(delay, sound, state):
            return replace(layer, tiles=tiles, sound=sound.painted(columns))
        length = 0 if sound.waveform is None else sound.waveform.length
        patch = SoundPatch(sample, self._section.audio, length)
        sound = sound.rendered(sound.patched_waveform(patch, sound_cache), columns)
        # Where the user has painted, the section's audio does not follow the ink.
        first, last = sample - window, sample + self._section.audio.shape[-1] + window
        repainted = [(max(start, first // hop), min(stop, -(-last // hop))) for start, stop in tiles.differences(riff)]
        return replace(layer, tiles=tiles, sound=sound.painted_in(repainted))

    def _with_made(self, layer: Layer, tiles: Ink, delay: int) -> Layer:
        """Return a layer whose original has the section, if it belongs to it."""
        if layer.made is None or not self._original:
            return layer
        if layer.made is layer.tiles:
            return replace(layer, made=tiles)
        return replace(layer, made=layer.made.merged(*self._inks_at(delay, layer.made.length)))

    def _inks_at(self, delay: int, columns: int) -> tuple[Ink, Ink]:
        """Return the riff without and with the section, delayed by some columns and resized to the layer."""
        if (delay, columns) not in self._inks:
            before, riff = next(iter(self._inks.values()))
            self._inks[delay, columns] = (
                before.delayed(delay).resized(columns), riff.delayed(delay).resized(columns)
            )  # fmt: skip
        return self._inks[delay, columns]

    def _surroundings_match(self, delay: int, sound: Sound, state: State) -> bool:
        """Return whether the audio beside the section is that for which the riff was rendered, or stale."""
        if self._surroundings is None:
            return True
        actual, expected = sound.waveform, self._surroundings.waveform
        if actual is None or expected is None:
            return False
        hop, window = state.params.hop, state.params.window
        shift = delay * hop  # from the samples of the riff's beginning to those of the document
        start, stop = self._section.sample, self._section.sample + self._section.audio.shape[-1]
        # Audio that was added before the riff since then is beside it too: the riff was rendered after silence.
        for side in ((max(-shift, start - window), start), (stop, stop + window)):
            compared: Ranges = (side,)
            for first, last in sound.stale:
                compared = removed(compared, ((first - delay) * hop, (last - delay) * hop))
            for first, last in compared:
                samples = actual.read(first + shift, last + shift)
                if not (samples == expected.read(first, last)).all():  # one channel is as good as two of it
                    return False
        return True
