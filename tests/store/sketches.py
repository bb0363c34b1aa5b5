"""Documents for tests of the journal: with everything that a document can have, and what tells two of them apart."""

from __future__ import annotations

from dataclasses import fields

import numpy as np
from numpy.typing import NDArray

from riffdesk.dsp.params import SpectrogramParams
from riffdesk.sketch.ink import Ink
from riffdesk.sketch.layer import Layer, Source
from riffdesk.sketch.recipe.recipe import Recipe
from riffdesk.sketch.recipe.render_settings import RenderSettings
from riffdesk.sketch.recipe.timeline import Keyframe
from riffdesk.sketch.sections.incoming_sections import PartialRiff
from riffdesk.sketch.sound import Sound, Waveform
from riffdesk.sketch.state import State
from riffdesk.sketch.tiles.tile import Tile
from riffdesk.sketch.tiles.tiles import Tiles

PARAMS = SpectrogramParams(bands=8, min_hz=27.5)
COLUMNS = 300
SAMPLES = 299 * 441 + 100
RECIPE = Recipe("starter", (Keyframe(0.0, "slow jazz é", "(drums:1.2)", 7, 0.5, 3),), 3.0, 12, loras=(("tape", 0.5),))


def noise(*shape: int, seed: int = 0) -> NDArray[np.float32]:
    return np.random.default_rng(seed).standard_normal(shape, np.float32)


def everything() -> State:
    """Return a document whose layers are in every state that a layer can be in."""
    imported = Source(Waveform.of(noise(2, SAMPLES, seed=1)), Ink.of(np.abs(noise(8, COLUMNS, seed=2))))
    over = Source(Waveform.of(noise(1, 50 * 441, seed=3)), Ink.of(np.abs(noise(2, 8, 51, seed=4))))
    drawn = Ink.silent((8,), COLUMNS).replaced(100, np.abs(noise(8, 30, seed=5)))
    stereo = Ink.of(np.abs(noise(2, 8, COLUMNS, seed=6)))
    odd = noise(2, SAMPLES, seed=7)
    odd[0, :3] = np.nan, np.inf, -0.0
    layers = (
        Layer(imported.tiles, "Imported", id="a", source=imported, sound=Sound(imported.waveform)),
        Layer(stereo, "Over 🎸", "#ABCDEF", -4.5, 0.25, True, True, over, "b", RECIPE, Sound(odd, ((3, 9), (40, 70)))),
        Layer(drawn, 'Drawn "by" hand\n', id="c", sound=Sound(None, stale=((100, 130),))),
        Layer(Ink.silent((8,), COLUMNS), "", gain_db=24, pan=-1, id="d", sound=Sound(noise(1, 0), draft=((0, 7),))),
    )
    keyframes = (Keyframe(), Keyframe(2.5, "slow jazz, (sax:1.2)", "drums é\n", 2**31 - 1, 1.0, 0.5))
    render = RenderSettings("model", "Euler a", (("old tape", 0.3),), 17, 7.5, "four-on-the-floor", True, "best")
    mask = Ink.silent((8,), COLUMNS).replaced(64, np.ones((8, 64), np.float32))
    return State(PARAMS, SAMPLES, COLUMNS, layers, "c", 97.25, 7, keyframes, render=render, mask=mask)


def wide(seconds: float = 600.0, layers: int = 8, *, bands: int = 512, sound: bool = True) -> State:
    """Return layers that are full of ink and sound, whose tiles are all different objects."""
    params = SpectrogramParams(bands=bands)
    columns = round(seconds * 100)
    generator = np.random.default_rng(0)
    ink, heard = generator.random((bands, 64), np.float32), generator.random((1, Waveform.SIZE), np.float32)

    def filled(kind: type[Tiles], tile: NDArray[np.float32], length: int) -> Tiles:
        tiles = tuple(Tile(tile.view()) for _ in range(-(-length // kind.SIZE)))
        return kind(tile.shape[:-1], length, tiles).resized(length)

    samples = columns * params.hop
    made = tuple(
        Layer(
            filled(Ink, ink, columns),
            f"Layer {n}",
            id=str(n),
            sound=Sound(filled(Waveform, heard, samples) if sound else None),
        )
        for n in range(layers)
    )
    return State(params, samples, columns, made, "0")


def painted(state: State, column: int, value: float, *, columns: int = 20) -> State:
    """Return a document with a dab on its first layer."""
    layer = state.layers[0]
    dab = np.full((*layer.tiles.lead, columns), value, np.float32)
    return state.with_layer(layer.painted(layer.tiles.replaced(column, dab)))


def partial_riff(state: State) -> PartialRiff:
    layer = state.layers[1]
    return PartialRiff("b", False, layer.tiles.replaced(0, np.zeros((2, 8, 70))), layer.sound.waveform, 2, 3)


def same(one: State, other: State) -> bool:
    """Return whether two documents are the same, bit for bit."""
    names = [field.name for field in fields(State) if field.name not in ("layers", "mask")]
    if any(getattr(one, name) != getattr(other, name) for name in names):
        return False
    pairs = [(one.mask, other.mask)]
    if len(one.layers) != len(other.layers):
        return False
    for mine, theirs in zip(one.layers, other.layers, strict=True):
        if _plain(mine) != _plain(theirs):
            return False
        if (mine.sound.stale, mine.sound.draft) != (theirs.sound.stale, theirs.sound.draft):
            return False
        pairs += [(mine.tiles, theirs.tiles), (mine.sound.waveform, theirs.sound.waveform)]
        if (mine.source is None) != (theirs.source is None):
            return False
        if mine.source is not None and theirs.source is not None:
            pairs += [(mine.source.tiles, theirs.source.tiles), (mine.source.waveform, theirs.source.waveform)]
    return all(same_bits(mine, theirs) for mine, theirs in pairs)


def same_bits(one: Tiles | None, other: Tiles | None) -> bool:
    if one is None or other is None:
        return one is other
    return type(one) is type(other) and one.shape == other.shape and one.array.tobytes() == other.array.tobytes()


def _plain(layer: Layer) -> list[object]:
    return [getattr(layer, field.name) for field in fields(Layer) if field.name not in ("tiles", "sound", "source")]
