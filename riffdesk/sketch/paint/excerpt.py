"""A part of a document as a document of its own, for the export of a selection."""

from __future__ import annotations

from dataclasses import replace

from riffdesk.sketch.ink import Ink
from riffdesk.sketch.layer import Layer, Source
from riffdesk.sketch.paint.region import Region
from riffdesk.sketch.sound import Sound, Waveform
from riffdesk.sketch.state import State
from riffdesk.sketch.tiles.ranges import Ranges


def excerpt(state: State, region: Region) -> State:
    """Return a document of the active layer alone, with the time of a region, and silent outside of the region.

    Where the region has all frequencies, the sound stays bit for bit; elsewhere its columns are stale.
    """
    columns = region.stop - region.start
    begin, end = state.sample_of(region.start), min(state.sample_of(region.stop), state.samples)
    layer = _cut(state.layer(state.active), region.start, columns, begin, end)
    here = Region(0, columns, region.low, region.high, region.mask)
    tiles = layer.tiles.replaced(
        0, layer.tiles.read(0, columns) * here.weights(0, columns, slice(0, state.params.bands))
    )
    layer = replace(layer, mute=False, solo=False).painted(tiles)
    return replace(
        state, layers=(layer,), active=layer.id, samples=end - begin, columns=columns, circular=False, mask=None
    )


def _cut(layer: Layer, start: int, columns: int, begin: int, end: int) -> Layer:
    """Return the columns of a layer from a start on, and the samples ``[begin, end)`` of its sound."""
    sound, source = layer.sound, layer.source
    if sound.waveform is not None:
        sound = Sound(
            Waveform.of(sound.waveform.read(begin, end)), _earlier(sound.stale, start), _earlier(sound.draft, start)
        )
    if source is not None:
        heard, seen = source.waveform.read(begin, end), source.tiles.read(start, start + columns)
        source = Source(Waveform.of(heard), Ink.of(seen))
    tiles = Ink.of(layer.tiles.read(start, start + columns))
    return replace(layer, tiles=tiles, sound=sound.within(columns), source=source, takes=None)


def _earlier(ranges: Ranges, columns: int) -> Ranges:
    return tuple((max(0, start - columns), stop - columns) for start, stop in ranges if stop > columns)
