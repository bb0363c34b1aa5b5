"""The document implemented in the most stupid way: whole numpy arrays, sets of columns, every version kept in full.

It shares no code with `riffdesk.sketch` but plain values (keyframes, recipes, settings) and the tips, which mark any
edit. `test_state_machine` holds it against the real document.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Collection
from dataclasses import dataclass, field, replace
from typing import Any

import numpy as np
from numpy.typing import NDArray

from riffdesk.dsp.params import SpectrogramParams
from riffdesk.sketch.layer import COLOURS
from riffdesk.sketch.recipe.recipe import Recipe
from riffdesk.sketch.recipe.render_settings import RenderSettings
from riffdesk.sketch.recipe.timeline import Keyframe, Keyframes

Array = NDArray[np.float32]
Columns = frozenset[int]
NONE: Columns = frozenset()
TILE = 64
"""Between the first and the last column that changed within a tile, all count as changed."""


@dataclass(frozen=True, eq=False)
class NaiveSound:
    audio: Array | None = None
    stale: Columns = NONE
    draft: Columns = NONE


@dataclass(frozen=True, eq=False)
class NaiveLayer:
    id: str
    ink: Array
    name: str
    colour: str = COLOURS[0]
    gain_db: float = 0.0
    pan: float = 0.0
    mute: bool = False
    solo: bool = False
    source: tuple[Array, Array] | None = None
    """Audio and ink of what was imported."""
    recipe: Recipe | None = None
    sound: NaiveSound = field(default_factory=NaiveSound)

    @property
    def columns(self) -> int:
        return int(self.ink.shape[-1])

    def painted(self, ink: Array) -> NaiveLayer:
        return replace(self, ink=ink, sound=stale(self.sound, changed(ink, self.ink)))

    def patched(self, start: int, audio: Array, samples: int, circular: bool) -> Array:
        if self.source is not None and self._is_as_imported(self.source[1]):
            return self.source[0]
        return patched(self.sound.audio, start, audio, samples, circular)

    def _is_as_imported(self, imported: Array) -> bool:
        if imported.shape[:-1] != self.ink.shape[:-1]:
            return False
        shared = min(self.columns, imported.shape[-1])
        return bool((self.ink[..., :shared] == imported[..., :shared]).all() and not self.ink[..., shared:].any())


@dataclass(frozen=True, eq=False)
class NaiveDocument:
    params: SpectrogramParams
    samples: int
    columns: int
    layers: tuple[NaiveLayer, ...]
    active: str
    tempo: float = 120.0
    beats_per_bar: int = 4
    keyframes: Keyframes = (Keyframe(),)
    circular: bool = False
    render: RenderSettings = field(default_factory=RenderSettings)
    mask: Array | None = None
    added_before: int = 0

    def layer(self, layer_id: str) -> NaiveLayer:
        return {layer.id: layer for layer in self.layers}[layer_id]

    def has(self, layer_id: str) -> bool:
        return any(layer.id == layer_id for layer in self.layers)

    def with_layer(self, layer: NaiveLayer) -> NaiveDocument:
        return replace(self, layers=tuple(layer if one.id == layer.id else one for one in self.layers))

    def ink_channels(self) -> tuple[int, ...]:
        return (2,) if self.params.stereo else ()


# Arrays


def changed(new: Array, old: Array) -> Columns:
    if new.shape != old.shape:
        return frozenset(range(max(new.shape[-1], old.shape[-1])))
    differs = np.flatnonzero((new != old).reshape(-1, new.shape[-1]).any(axis=0))
    out: set[int] = set()
    for tile in sorted({int(column) // TILE for column in differs}):
        inside = [int(column) for column in differs if column // TILE == tile]
        out |= set(range(inside[0], inside[-1] + 1))
    return frozenset(out)


def of_width(array: Array, width: int) -> Array:
    out = np.zeros((*array.shape[:-1], width), np.float32)
    shared = min(width, array.shape[-1])
    out[..., :shared] = array[..., :shared]
    return out


def later(array: Array, by: int) -> Array:
    return np.concatenate([np.zeros((*array.shape[:-1], by), np.float32), array], axis=-1)


def laid(array: Array, start: int, part: Array) -> Array:
    """Return an array with a part from a column on, as far as it reaches."""
    begin, end = max(0, start), min(array.shape[-1], start + part.shape[-1])
    out = array.copy()
    if begin < end:
        out[..., begin:end] = part[..., begin - start : end - start]
    return out


def stereo(audio: Array, channels: int) -> Array:
    return np.repeat(audio, channels, axis=0) if len(audio) < channels else audio


def patched(before: Array | None, start: int, audio: Array, samples: int, circular: bool) -> Array:
    there = np.zeros((len(audio), 0), np.float32) if before is None else stereo(before, len(audio))
    if not circular:
        out = of_width(there, max(start + audio.shape[-1], samples))
        out[:, start : start + audio.shape[-1]] = stereo(audio, len(there))
        return out
    out = of_width(there, samples)
    out[:, (start + np.arange(audio.shape[-1])) % samples] = stereo(audio, len(there))
    return out


def stale(sound: NaiveSound, columns: Collection[int]) -> NaiveSound:
    return replace(sound, stale=sound.stale | frozenset(columns))


def rendered(sound: NaiveSound, audio: Array, columns: Collection[int], *, draft: bool) -> NaiveSound:
    drafts = sound.draft | frozenset(columns) if draft else sound.draft - frozenset(columns)
    return NaiveSound(audio, sound.stale - frozenset(columns), drafts)


# Lengths


def columns_of(samples: int, params: SpectrogramParams, circular: bool) -> int:
    return max(1, round(samples / params.hop)) if circular else math.ceil(samples / params.hop)


def of_length(document: NaiveDocument, samples: int, circular: bool, columns: int | None = None) -> NaiveDocument:
    if columns is None:
        columns = columns_of(samples, document.params, circular)
    mask = None if document.mask is None else of_width(document.mask, columns)
    after = replace(document, samples=samples, columns=columns, circular=circular, mask=mask)
    return replace(after, layers=tuple(_fitted(layer, after, document) for layer in document.layers))


def _fitted(layer: NaiveLayer, after: NaiveDocument, before: NaiveDocument) -> NaiveLayer:
    params = after.params
    if layer.columns != after.columns:
        layer = replace(layer, ink=of_width(layer.ink, after.columns))
    inside = frozenset(range(after.columns))
    sound = NaiveSound(layer.sound.audio, layer.sound.stale & inside, layer.sound.draft & inside)
    layer = replace(layer, sound=sound)
    same = (after.samples, after.columns, after.circular) == (before.samples, before.columns, before.circular)
    audio = sound.audio
    if same or audio is None or not layer.ink.any():
        return layer
    ends, reached = min(layer.columns, math.ceil(params.window / params.hop)), math.ceil(audio.shape[-1] / params.hop)
    if after.circular or before.circular:
        sound = stale(stale(sound, range(ends)), range(layer.columns - ends, layer.columns))
        reached = max(0, reached - ends)
    if layer.ink[..., reached:].any():
        sound = stale(sound, range(reached, layer.columns))
    return replace(layer, sound=sound)


def with_sound_of(document: NaiveDocument, now: NaiveDocument) -> NaiveDocument:
    """Return a document whose layers sound as in another one, as far as both look the same."""
    if document.circular or now.circular:
        return document
    return replace(document, layers=tuple(_resounding(layer, now) for layer in document.layers))


def _resounding(layer: NaiveLayer, now: NaiveDocument) -> NaiveLayer:
    there = next((one for one in now.layers if one.id == layer.id), None)
    if there is None or there.sound.audio is None:
        return layer
    shared = min(layer.columns, there.columns)
    if not np.array_equal(layer.ink[..., :shared], there.ink[..., :shared]):
        return layer
    audio = there.sound.audio
    before = np.zeros((len(audio), 0), np.float32) if layer.sound.audio is None else layer.sound.audio
    whole = of_width(stereo(before, len(audio)), max(before.shape[-1], audio.shape[-1]))
    inside = frozenset(range(shared))
    ranges = (
        (was - inside) | (is_now & inside)
        for was, is_now in ((layer.sound.stale, there.sound.stale), (layer.sound.draft, there.sound.draft))
    )
    return replace(layer, sound=NaiveSound(laid(whole, 0, stereo(audio, len(whole))), *ranges))


def with_new_layer(
    document: NaiveDocument, layer: NaiveLayer, samples: int | None, instead_of: Collection[str]
) -> NaiveDocument:
    alone = len(document.layers) == 1 and not document.layers[0].ink.any() and layer.ink.any()
    length = samples if samples is not None else layer.columns * document.params.hop
    columns = columns_of(length, document.params, True) if document.circular else layer.columns
    bars = round(4 * (60 * document.beats_per_bar / document.tempo) * document.params.sample_rate)
    if length <= document.samples and not (alone and (document.columns == 512 or document.samples == bars)):
        columns, length = document.columns, document.samples
    after = of_length(document, length, document.circular, columns)
    others = () if alone else tuple(replace(one, mute=one.mute or one.id in instead_of) for one in after.layers)
    solo = layer.solo or any(one.solo for one in others if one.id in instead_of)
    ink = layer.ink if layer.columns == columns else of_width(layer.ink, columns)
    new = replace(layer, ink=ink, colour=COLOURS[len(others) % len(COLOURS)], solo=solo)
    return replace(after, layers=(*others, new), active=new.id)


def delayed(document: NaiveDocument, by: int) -> NaiveDocument:
    if by == 0:
        return document
    hop, seconds = document.params.hop, by / document.params.columns_per_second

    def moved(layer: NaiveLayer) -> NaiveLayer:
        sound, source = layer.sound, layer.source
        audio = None if sound.audio is None else later(sound.audio, by * hop)
        ranges = (frozenset(column + by for column in columns) for columns in (sound.stale, sound.draft))
        if source is not None:
            source = later(source[0], by * hop), later(source[1], by)
        return replace(layer, ink=later(layer.ink, by), source=source, sound=NaiveSound(audio, *ranges))

    return replace(
        document,
        samples=document.samples + by * hop,
        columns=document.columns + by,
        layers=tuple(moved(layer) for layer in document.layers),
        keyframes=tuple(replace(one, seconds=one.seconds + seconds) for one in document.keyframes),
        mask=None,
        added_before=document.added_before + by,
    )


# Sections of a riff


@dataclass(eq=False)
class NaiveRiff:
    """What the layer would look and sound like if nobody but the riff had done anything to it."""

    layer_id: str
    step: NaiveStep
    ink: Array
    audio: Array | None
    new: bool
    added_before: int

    def take(self, section: Any, params: SpectrogramParams) -> Callable[[NaiveDocument], NaiveDocument]:
        """Return what lays a section into any document."""
        before, audio = self.ink, self.audio
        self.ink = laid(self.ink, section.column, section.ink)
        if audio is not None:
            self.audio = patched(audio, section.sample, section.audio, audio.shape[-1], False)
        riff = self.ink

        def lay(document: NaiveDocument) -> NaiveDocument:
            if not document.has(self.layer_id):
                return document
            layer, by = document.layer(self.layer_id), document.added_before - self.added_before
            was, now = (of_width(later(ink, by), layer.columns) for ink in (before, riff))
            ink = np.where(layer.ink == was, now, layer.ink)
            column, sample = section.column + by, section.sample + by * params.hop
            arrived = range(column, min(layer.columns, column + section.ink.shape[-1]))
            sounds = None if audio is None else later(audio, by * params.hop)
            if not self.new and not _fits(section, sample, layer.sound, sounds, params):
                return document.with_layer(replace(layer, ink=ink, sound=stale(layer.sound, arrived)))
            there = 0 if layer.sound.audio is None else layer.sound.audio.shape[-1]
            new = patched(layer.sound.audio, sample, section.audio, there, False)
            sound = rendered(layer.sound, new, arrived, draft=False)
            first, last = sample - params.window, sample + section.audio.shape[-1] + params.window
            near = range(first // params.hop, -(-last // params.hop))
            sound = stale(sound, changed(ink, now).intersection(near))
            return document.with_layer(replace(layer, ink=ink, sound=sound))

        return lay


def _fits(section: Any, sample: int, sound: NaiveSound, expected: Array | None, params: SpectrogramParams) -> bool:
    """Return whether it sounds on both sides of a section as the riff expects, but where it is rendered anyway."""
    if expected is None or sound.audio is None:
        return False
    stop, hop = sample + section.audio.shape[-1], params.hop
    width = max(stop + params.window, expected.shape[-1], sound.audio.shape[-1])
    now, then = (of_width(stereo(audio, 2), width) for audio in (sound.audio, expected))
    sides = np.r_[max(0, sample - params.window) : sample, stop : stop + params.window]
    heard = sides[~np.isin(sides // hop, list(sound.stale))]
    return bool((now[:, heard] == then[:, heard]).all())


@dataclass(eq=False)
class NaiveStep:
    name: str
    document: NaiveDocument
    merge: str | None = None
    number: int = 0
    discarded: bool = False
    position: object = field(default_factory=object)
