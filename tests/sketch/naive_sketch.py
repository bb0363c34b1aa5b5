"""The naive model's history and its setters: what `riffdesk.sketch.sketch.Sketch` does, to whole arrays."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace
from typing import Any

import numpy as np
from numpy.typing import NDArray

from riffdesk.dsp.band_scale import BandScale
from riffdesk.dsp.params import SpectrogramParams
from riffdesk.sketch.recipe.render_settings import RenderSettings
from tests.sketch.naive_model import (
    Array,
    NaiveDocument,
    NaiveLayer,
    NaiveRiff,
    NaiveSound,
    NaiveStep,
    changed,
    delayed,
    later,
    of_length,
    of_width,
    rendered,
    stale,
    with_new_layer,
    with_sound_of,
)

ALL = slice(None)


class NaiveEdit:
    """A stroke in the making; the tips mark it as they mark the real one."""

    def __init__(self, sketch: NaiveSketch, layer_id: str | None, name: str) -> None:
        self.sketch, self.layer_id, self.name = sketch, layer_id, name
        self.before_document = sketch.document
        self.open = True
        self.covered: Array | None = None

    @property
    def params(self) -> SpectrogramParams:
        return self.sketch.document.params

    @property
    def shape(self) -> tuple[int, ...]:
        return self.ink_in(self.before_document).shape

    @property
    def scale(self) -> BandScale:
        return BandScale(self.params)

    @property
    def span(self) -> tuple[int, int]:
        columns = self.shape[-1]
        return (-columns, 2 * columns) if self.before_document.circular else (0, columns)

    def columns(self, start: int, stop: int) -> NDArray[np.intp]:
        """Return the columns of a range, which goes round in a loop and is cut at the end of any other sketch."""
        if self.before_document.circular:
            return np.arange(start, stop) % self.shape[-1]
        return np.arange(start, min(stop, self.shape[-1]))

    def ink_in(self, document: NaiveDocument) -> Array:
        if self.layer_id is not None:
            return document.layer(self.layer_id).ink
        return (
            np.zeros((document.params.bands, document.columns), np.float32) if document.mask is None else document.mask
        )

    def read(self, start: int, stop: int, bands: slice = ALL) -> Array:
        return self.ink_in(self.sketch.document)[..., bands, :][..., self.columns(start, stop)]

    def read_original(self, start: int, stop: int, bands: slice = ALL) -> Array:
        return self.ink_in(self.before_document)[..., bands, :][..., self.columns(start, stop)]

    def write(self, start: int, ink: Array, bands: slice = ALL, combine: np.ufunc | None = None) -> None:
        document = self.sketch.document
        now = self.ink_in(document)
        new, places = now.copy(), self.columns(start, start + np.shape(ink)[-1])
        for place, column in enumerate(places.tolist()):
            there, part = new[..., bands, column], np.asarray(ink)[..., place]
            new[..., bands, column] = part if combine is None else combine(there, part)
        if not self.open or (new == now).all():
            return
        if self.layer_id is None:
            self.sketch.document = replace(document, mask=new)
        else:
            self.sketch.document = document.with_layer(document.layer(self.layer_id).painted(new))

    def cover(self, start: int, coverage: Array, bands: slice) -> Array:
        if self.covered is None:
            self.covered = np.zeros(self.shape[-2:], np.float32)
        places = self.columns(start, start + coverage.shape[-1])
        for place, column in enumerate(places.tolist()):
            self.covered[bands, column] = np.maximum(self.covered[bands, column], coverage[:, place])
        return self.covered[bands][:, places]

    def restore(self) -> None:
        self.covered = None
        if not self.open:
            return
        document, before = self.sketch.document, self.before_document
        if self.layer_id is None:
            self.sketch.document = replace(document, mask=before.mask)
        else:
            there = before.layer(self.layer_id)
            now = replace(document.layer(self.layer_id), ink=there.ink, sound=there.sound)
            self.sketch.document = document.with_layer(now)

    def abort(self) -> None:
        self.restore()
        self.open = False

    def commit(self) -> None:
        if self.open:
            self.open = False
            if (self.ink_in(self.sketch.document) != self.ink_in(self.before_document)).any():
                self.sketch.take_step(self.name, self.sketch.document, before=self.before_document)


class NaiveSketch:
    """One document after the other, all of them in full."""

    def __init__(self, document: NaiveDocument, name: str) -> None:
        self.document = document
        self.steps = [NaiveStep(name, document)]
        self.index, self.count = 0, 0
        self.saved: object = self.steps[0].position
        self.edit: NaiveEdit | None = None

    @property
    def step(self) -> NaiveStep:
        return self.steps[self.index]

    @property
    def modified(self) -> bool:
        return self.saved is not self.step.position

    def settle(self) -> None:
        edit, self.edit = self.edit, None
        if edit is not None:
            edit.commit()

    def begin(self, layer_id: str | None, name: str) -> NaiveEdit:
        self.settle()
        self.edit = NaiveEdit(self, layer_id, name)
        return self.edit

    def begin_stroke(self, name: str) -> NaiveEdit:
        return self.begin(self.document.active, name)

    @property
    def params(self) -> SpectrogramParams:
        return self.document.params

    # History

    def open_step(self, merge: str | None) -> NaiveStep | None:
        last = self.index > 0 and self.index == len(self.steps) - 1
        return self.step if merge is not None and last and self.modified and self.step.merge == merge else None

    def take_step(
        self, name: str, document: NaiveDocument, merge: str | None = None, *, before: NaiveDocument | None = None
    ) -> NaiveStep:
        step = self.open_step(merge)
        if step is None:
            self.step.document = before or self.document
            for undone in self.steps[self.index + 1 :]:
                undone.discarded = True
            self.count += 1
            step = NaiveStep(name, document, merge, self.count)
            self.steps = [*self.steps[: self.index + 1], step]
            self.index += 1
        else:
            step.position = object()
        self.document = document
        return step

    def change(self, name: str, merge: str | None = None, **fields: Any) -> None:
        self.settle()
        self.take_step(name, replace(self.document, **fields), merge)

    def go(self, index: int) -> None:
        self.settle()
        if 0 <= index < len(self.steps) and index != self.index:
            self.step.document = self.document
            self.index = index
            self.document = self.step.document

    def alive(self, riff: NaiveRiff) -> bool:
        done = not riff.step.discarded and riff.step.number <= self.step.number
        return done and self.document.has(riff.layer_id)

    def take(self, riff: NaiveRiff, section: Any) -> None:
        if riff.step.discarded:
            return
        self.step.document = self.document
        lay = riff.take(section, self.params)
        if self.edit is not None and self.edit.open and riff.step.number <= self.step.number:
            self.edit.before_document = lay(self.edit.before_document)
        for step in self.steps:
            if step.number >= riff.step.number:
                if step.document.has(riff.layer_id):
                    step.position = object()
                step.document = lay(step.document)
        self.document = self.step.document

    # Setters

    def set_length(self, samples: int) -> None:
        self.settle()
        dragging = self.open_step("length") is not None
        whole = self.document
        if dragging:
            before = with_sound_of(self.steps[self.index - 1].document, whole)
            before = asking_for(before, whole.render)
            whole = replace(before, active=whole.active)
        self.take_step("Length", of_length(whole, samples, self.document.circular), "length")

    def set_tempo(self, tempo: float) -> None:
        if tempo == self.document.tempo:
            return
        self.settle()
        document, rate = self.document, self.params.sample_rate
        after = replace(document, tempo=tempo)
        if not any(layer.ink.any() for layer in document.layers):
            bars = document.samples / rate / (60 * document.beats_per_bar / document.tempo)
            samples = round(bars * (60 * document.beats_per_bar / tempo) * rate)
            if self.params.hop <= samples <= 600 * rate:
                after = of_length(after, samples, document.circular)
        self.take_step("Tempo", after, "tempo")

    def set_circular(self, circular: bool) -> None:
        if circular == self.document.circular:
            return
        self.settle()
        self.take_step("Seamless loop", of_length(self.document, self.document.samples, circular))

    def with_render(self, **fields: Any) -> NaiveDocument:
        return asking_for(self.document, replace(self.document.render, **fields))

    def set_layer(self, layer_id: str, **fields: Any) -> None:
        self.settle()
        layer = replace(self.document.layer(layer_id), **fields)
        names = "+".join(fields)
        self.take_step(f"Layer {names.replace('_db', '')}", self.document.with_layer(layer), f"{layer_id}:{names}")

    def add_layer(
        self, layer: NaiveLayer, *, samples: int | None, instead_of: Collection[str] = (), name: str = "Add layer"
    ) -> None:
        self.settle()
        self.take_step(name, with_new_layer(self.document, layer, samples, instead_of))

    def remove_layer(self, layer_id: str, new_id: str) -> None:
        """Remove a layer; ``new_id`` is of the empty one that takes the place of the last."""
        self.settle()
        document = self.document
        at = [layer.id for layer in document.layers].index(layer_id)
        rest = tuple(layer for layer in document.layers if layer.id != layer_id)
        if not rest:
            rest = (self.empty(new_id, "Layer 1"),)
        active = document.active if document.active != layer_id else rest[max(0, at - 1)].id
        self.change("Remove layer", layers=rest, active=active)

    def empty(self, layer_id: str, name: str) -> NaiveLayer:
        shape = (*self.document.ink_channels(), self.params.bands, self.document.columns)
        return NaiveLayer(layer_id, np.zeros(shape, np.float32), name)

    def move_layer(self, layer_id: str, to: int) -> None:
        self.settle()
        rest = [layer for layer in self.document.layers if layer.id != layer_id]
        rest.insert(to, self.document.layer(layer_id))
        self.change("Move layer", layers=tuple(rest))

    def take_sound(self, then: NaiveLayer, columns: range, audio: Array, *, draft: bool) -> None:
        now = self.document.layer(then.id)
        sound = rendered(now.sound, audio, columns, draft=draft)
        sound = stale(sound, changed(now.ink, then.ink).intersection(columns))
        self.document = self.document.with_layer(replace(now, sound=sound))

    # Riffs

    def add_riff(self, layer: NaiveLayer, section: Any, *, samples: int, instead_of: Collection[str]) -> NaiveRiff:
        # The first section goes into the layer before it is in the sketch.
        riff = NaiveRiff(layer.id, self.step, layer.ink, layer.sound.audio, True, self.document.added_before)
        alone = replace(self.document, layers=(layer,), columns=layer.columns)
        first = riff.take(section, self.params)(alone).layer(layer.id)
        self.add_layer(first, samples=samples, instead_of=instead_of, name="Generate")
        riff.step = self.step
        return riff

    def regenerate(self, kept: NaiveLayer, audio: Array | None, name: str, recipe: Any) -> NaiveRiff:
        self.settle()
        layer = replace(self.document.layer(kept.id), recipe=recipe)
        step = self.take_step(name, self.document.with_layer(layer))
        return NaiveRiff(kept.id, step, kept.ink, audio, False, self.document.added_before)

    def lengthen(
        self, kept: NaiveLayer, audio: Array | None, name: str, recipe: Any, *, before: int, samples: int
    ) -> NaiveRiff:
        self.settle()
        document = delayed(self.document, before)
        after = of_length(document, samples, document.circular)
        layer = replace(after.layer(kept.id), sound=document.layer(kept.id).sound, recipe=recipe)
        step = self.take_step(name, after.with_layer(layer))
        audio = None if audio is None else later(audio, before * self.params.hop)
        ink = of_width(later(kept.ink, before), after.columns)
        return NaiveRiff(kept.id, step, ink, audio, False, after.added_before)


def asking_for(document: NaiveDocument, render: RenderSettings) -> NaiveDocument:
    layers = document.layers
    if render.quality != document.render.quality:
        layers = tuple(
            layer
            if layer.sound.audio is None
            else replace(layer, sound=replace(layer.sound, draft=layer.sound.draft | set(range(layer.columns))))
            for layer in layers
        )
    return replace(document, render=render, layers=layers)


def painted_sound(layer: NaiveLayer) -> NaiveLayer:
    """Return a layer whose whole ink waits to be rendered, if it has any and no sound."""
    if layer.sound.audio is None and layer.ink.any():
        return replace(layer, sound=NaiveSound(None, layer.sound.stale | set(range(layer.columns)), layer.sound.draft))
    return layer
