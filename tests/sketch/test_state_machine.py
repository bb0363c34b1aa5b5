"""Anything that can be done to a document, in any order, against a naive model that keeps whole copies of everything.

What must hold after every rule and in the end is in `checked_machine`.
"""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import numpy as np
import pytest
from hypothesis import HealthCheck, Phase, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    precondition,
    rule,
    run_state_machine_as_test,
)

from riffdesk.errors import UserError
from riffdesk.sketch.layer import Layer, Source
from riffdesk.sketch.paint import selection
from riffdesk.sketch.paint.region import Region
from riffdesk.sketch.paint.strokes import Stroke, parts
from riffdesk.sketch.paint.tips import BrushTip, EraserTip, Tip, ToneTip
from riffdesk.sketch.recipe.render_settings import RenderSettings
from riffdesk.sketch.recipe.timeline import Keyframe
from riffdesk.sketch.sections.incoming_sections import add_riff, lengthen, regenerate
from riffdesk.sketch.sections.section_merge import Kept
from riffdesk.sketch.sound import Sound, SoundPatch
from tests.sketch.checked_machine import HOP, MOST_COLUMNS, MOST_LAYERS, PARAMS, PARTS, Checked, Growing
from tests.sketch.naive_model import NaiveLayer, NaiveSound, changed
from tests.sketch.naive_sketch import painted_sound


class Documents(Checked):
    # Strokes

    @rule(
        kind=st.integers(0, 3), size=st.integers(1, 12), hard=PARTS, strong=PARTS, x=PARTS, y=PARTS, mask=st.booleans()
    )
    def press(self, kind: int, size: int, hard: float, strong: float, x: float, y: float, mask: bool) -> None:
        tip: Tip = (
            BrushTip(size, hard, strong),
            EraserTip(4 * size, hard, strong),
            ToneTip(strong, 1 + size % 3, odd_only=size % 2 == 0),
            BrushTip(size * 8, 1.0, 1.0),
        )[kind]
        point = self._point(x, y)
        stroke = Stroke(self.sketch, tip, point, on_mask=mask and kind != 2)
        edit = self.naive.begin(None, "Mask") if mask and kind != 2 else self.naive.begin_stroke(tip.name)
        tip.mark(edit, point, point)  # type: ignore[arg-type]
        self.stroke, self.last = (stroke, edit, tip, point), point

    @precondition(lambda self: self.stroke is not None)
    @rule(x=PARTS, y=PARTS, line=st.booleans())
    def move(self, x: float, y: float, line: bool) -> None:
        stroke, edit, tip, start = self.stroke
        point = self._point(x, y)
        if line:
            stroke.line(point)
            edit.restore()
        else:
            stroke.move(point)
        first = start if line else self.last
        for number, (begin, end) in enumerate([(first, point)] if tip.is_thin else parts(first, point)):
            if edit.open:
                tip.mark(edit, begin, end, joined=number > 0 or not line)
        self.last = point

    @precondition(lambda self: self.stroke is not None)
    @rule(keep=st.integers(0, 3))
    def release(self, keep: int) -> None:
        stroke, edit, _, _ = self.stroke
        if keep:
            stroke.commit()
            edit.commit()
        else:
            stroke.abort()
            edit.abort()
        self.stroke = None

    @rule(x=PARTS, y=PARTS, x2=PARTS, y2=PARTS, what=st.integers(0, 3), semitones=st.integers(-12, 12))
    def select(self, x: float, y: float, x2: float, y2: float, what: int, semitones: int) -> None:
        area = Region.between(self.sketch, self._point(x, y), self._point(x2, y2))
        if area is None:
            return
        naive, columns, bands = self.naive, slice(area.start, area.stop), slice(area.low, area.high)
        if what in (0, 1):
            self.clip = selection.copy(self.sketch, area)
            there = naive.document.layer(naive.document.active).ink[..., bands, columns]
            assert np.array_equal(self.clip.ink, there)
        if what in (1, 2):
            selection.delete(self.sketch, area, "Cut" if what == 1 else "Delete")
            edit = naive.begin_stroke("Cut" if what == 1 else "Delete")
            ink = edit.read(area.start, area.stop).copy()
            ink[..., bands, :] = 0
            edit.write(area.start, ink)
            edit.commit()
        if what == 3:
            selection.transpose(self.sketch, area, semitones)
            selection.transpose(naive, area, semitones)  # type: ignore[arg-type]

    @precondition(lambda self: self.clip is not None)
    @rule(at=PARTS)
    def paste(self, at: float) -> None:
        column, clip, document = int(at * (self.sketch.columns + 100)) - 50, self.clip, self.naive.document
        if clip.ink.ndim > document.layer(document.active).ink.ndim:
            return
        place = selection.paste(self.sketch, clip, column)
        if place is None:
            return
        edit = self.naive.begin_stroke("Paste")
        ink = edit.read(0, document.columns).copy()
        for at_column in range(place.start, place.stop):
            there = ink[..., place.low : place.high, at_column]
            ink[..., place.low : place.high, at_column] = np.maximum(there, clip.ink[..., :, at_column - column])
        edit.write(0, ink)
        edit.commit()

    @rule()
    def clear_mask(self) -> None:
        self.sketch.clear_mask()
        document = self.naive.document
        if document.mask is not None and document.mask.any():
            self.naive.change("Clear mask", mask=np.zeros_like(document.mask))

    # Riffs

    @precondition(lambda self: len(self.sketch.layers) < MOST_LAYERS)
    @rule(columns=st.integers(20, 700), cuts=st.integers(0, 4), late=st.integers(0, 6), kept=st.booleans(), part=PARTS)
    def riff(self, columns: int, cuts: int, late: int, kept: bool, part: float) -> None:
        lead = self.naive.document.ink_channels()
        ink, audio = np.zeros((*lead, PARAMS.bands, columns), np.float32), None
        first, last = 0, columns
        if kept:  # the rest of it is as it was
            ink, audio = self._ink(columns), self._audio(columns * HOP)
            first, last = columns // 4, max(columns // 4 + 1, columns // 2)
        parts, recipe = self._parts(first, last, cuts, late, 1 + len(lead), lead), self._recipe()
        instead_of = {self._layer(part)} if cuts % 2 else set()
        layer = Layer(ink, "riff", recipe=recipe, sound=Sound(audio))
        real = add_riff(self.sketch, layer, parts[0], samples=columns * HOP - cuts, instead_of=instead_of)
        mine = NaiveLayer(layer.id, ink, "riff", recipe=recipe, sound=NaiveSound(audio))
        naive = self.naive.add_riff(mine, parts[0], samples=columns * HOP - cuts, instead_of=instead_of)
        self.riffs.append(Growing(real, naive, parts[1:]))

    @rule(part=PARTS, first=PARTS, last=PARTS, cuts=st.integers(0, 4), late=st.integers(0, 6), silent=st.integers(0, 5))
    def regenerate(self, part: float, first: float, last: float, cuts: int, late: int, silent: int) -> None:
        layer_id, recipe = self._layer(part), self._recipe()
        if silent > 1:
            self._render(layer_id)
        layer, naive = self.sketch.layer(layer_id), self.naive.document.layer(layer_id)
        waveform, audio = (None, None) if silent == 0 else (layer.sound.waveform, naive.sound.audio)
        start, stop = sorted(int(one * layer.columns) for one in (first, last))
        parts = self._parts(start, max(stop, start + 1), cuts, late, 1 + cuts % 2, layer.tiles.lead[:-1])
        kept = Kept(layer.tiles, waveform)
        real = regenerate(self.sketch, layer_id, "Repaint", recipe, kept)
        riff = self.naive.regenerate(naive, audio, "Repaint", recipe)
        self.riffs.append(Growing(real, riff, parts))
        self._take(self.riffs[-1])  # the first one is there when the step is taken

    @precondition(lambda self: not self.sketch.state.circular)
    @rule(part=PARTS, left=st.booleans(), more=st.integers(1, 200), cuts=st.integers(0, 3), late=st.integers(0, 6))
    def lengthen(self, part: float, left: bool, more: int, cuts: int, late: int) -> None:
        layer_id, recipe = self._layer(part), self._recipe()
        self._render(layer_id)
        layer, naive = self.sketch.layer(layer_id), self.naive.document.layer(layer_id)
        columns = layer.columns
        if columns + more > MOST_COLUMNS:
            return
        samples, before = self.sketch.samples + more * HOP, more if left else 0
        waveform = layer.sound.waveform
        first, last = (0, more + 3) if left else (columns - 3, columns + more)
        parts = self._parts(first, last, cuts, late, 1, layer.tiles.lead[:-1])
        kept = Kept(layer.tiles, waveform)
        real = lengthen(self.sketch, layer_id, "Continue", recipe, kept, before=before, samples=samples)
        audio = naive.sound.audio
        riff = self.naive.lengthen(naive, audio, "Continue", recipe, before=before, samples=samples)
        self.riffs.append(Growing(real, riff, parts))
        self._take(self.riffs[-1])

    @precondition(lambda self: any(riff.left for riff in self.riffs))
    @rule(part=PARTS)
    def section(self, part: float) -> None:
        self._take(self._growing(part))

    def _take(self, riff: Growing) -> None:
        section = riff.left.pop(0)
        riff.real.take(section)
        self.naive.take(riff.naive, section)

    @precondition(lambda self: any(riff.left for riff in self.riffs))
    @rule(kind=st.sampled_from((0, 1, 1)), y=PARTS, part=PARTS, undone=st.integers(0, 3), line=st.booleans())
    def section_under_a_stroke(self, kind: int, y: float, part: float, undone: int, line: bool) -> None:
        riff = self._growing(part)
        if riff.naive.step in self.naive.steps:
            self._go(self.naive.steps.index(riff.naive.step) - 1 if undone == 0 else len(self.naive.steps) - 1)
        if self.sketch.state.has_layer(riff.naive.layer_id):
            self._activate(riff.naive.layer_id)
        x = min(1.0, (riff.left[0].column + 10) / (self.sketch.columns + 10))
        self.press(kind, 12, 0.5, 0.5, x, y, False)
        self.section(part)
        self.move(x, y, line)
        self.release(undone)

    @precondition(lambda self: self.riffs)
    @rule(part=PARTS)
    def cancel(self, part: float) -> None:
        riff = self.riffs.pop(int(part * (len(self.riffs) - 1)))
        if self.sketch.history.step is riff.real.step:
            self.sketch.undo()
            self.naive.settle()
            self.naive.go(self.naive.index - 1)

    # Length

    @rule(columns=st.integers(20, MOST_COLUMNS), odd=st.integers(0, HOP - 1))
    def set_length(self, columns: int, odd: int) -> None:
        samples = columns * HOP - odd
        self.sketch.set_length(samples / PARAMS.sample_rate)
        self.naive.set_length(samples)

    @rule(bars=st.sampled_from((0.5, 1.0, 2.0, 3.0)))
    def set_bars(self, bars: float) -> None:
        document = self.naive.document
        samples = round(bars * 60 * document.beats_per_bar / document.tempo * PARAMS.sample_rate)
        if samples <= MOST_COLUMNS * HOP:
            self.sketch.set_bars(bars)
            self.naive.set_length(samples)

    @rule(circular=st.booleans())
    def set_circular(self, circular: bool) -> None:
        self.sketch.set_circular(circular)
        self.naive.set_circular(circular)

    # Layers

    @precondition(lambda self: len(self.sketch.layers) < MOST_LAYERS)
    @rule()
    def new_layer(self) -> None:
        layer = self.sketch.new_layer()
        name = f"Layer {len(self.naive.document.layers) + 1}"
        self.naive.add_layer(self.naive.empty(layer.id, name), samples=self.naive.document.samples)

    @precondition(lambda self: len(self.sketch.layers) < MOST_LAYERS)
    @rule(columns=st.integers(20, 600), channels=st.integers(1, 2), mono=st.booleans(), sounding=st.booleans())
    def add_import(self, columns: int, channels: int, mono: bool, sounding: bool) -> None:
        ink, audio = self._ink(columns, () if mono else None), self._audio(columns * HOP, channels)
        layer = Layer(ink, "clip", source=Source(audio, ink))
        samples = columns * HOP - 7 if sounding else None
        self.sketch.add_layer(layer, Sound(audio) if sounding else None, samples=samples)
        sound = NaiveSound(audio.copy() if sounding else None)  # equal to the source and not the same, as the sketch's
        mine = NaiveLayer(layer.id, ink, "clip", source=(audio, ink), sound=sound)
        self.naive.add_layer(mine if sounding else painted_sound(mine), samples=samples)

    @precondition(lambda self: len(self.sketch.layers) < MOST_LAYERS)
    @rule(part=PARTS)
    def duplicate(self, part: float) -> None:
        layer_id = self._layer(part)
        copy = self.sketch.duplicate_layer(layer_id)
        self.naive.settle()
        document = self.naive.document
        layer = document.layer(layer_id)
        mine = replace(layer, id=copy.id, name=f"{layer.name} copy")
        self.naive.add_layer(mine, samples=document.samples, name="Duplicate layer")

    @rule(part=PARTS)
    def remove(self, part: float) -> None:
        layer_id = self._layer(part)
        self.sketch.remove_layer(layer_id)
        self.naive.remove_layer(layer_id, self.sketch.layers[0].id)

    @rule(part=PARTS, to=PARTS)
    def reorder(self, part: float, to: float) -> None:
        layer_id, place = self._layer(part), int(to * len(self.sketch.layers))
        self.sketch.move_layer(layer_id, place)
        self.naive.move_layer(layer_id, place)

    @rule(part=PARTS)
    def activate(self, part: float) -> None:
        self._activate(self._layer(part))

    def _activate(self, layer_id: str) -> None:
        self.sketch.select_layer(layer_id)
        self.naive.settle()
        self.naive.document = replace(self.naive.document, active=layer_id)

    @rule(
        part=PARTS,
        fields=st.sampled_from(
            ({"gain_db": -3.0}, {"gain_db": 5.0}, {"pan": -0.5}, {"mute": True}, {"solo": True}, {"mute": False})
        )
        | st.text(max_size=3).map(lambda name: {"name": name}),
    )
    def set_layer(self, part: float, fields: dict[str, Any]) -> None:
        layer_id = self._layer(part)
        self.sketch.set_layer(layer_id, **fields)
        self.naive.set_layer(layer_id, **fields)

    # Settings

    @rule(bpm=st.integers(20, 400), merge=st.booleans())
    def settings(self, bpm: int, merge: bool) -> None:
        if merge:
            self.sketch.set_tempo(bpm)
            self.naive.set_tempo(float(bpm))
        else:
            frames = (Keyframe(), Keyframe(bpm / 100, seed=bpm))
            self.sketch.set_keyframes(frames)
            self.naive.change("Keyframes", keyframes=frames)

    @rule(
        fields=st.sampled_from(({"steps": 20}, {"steps": 7}, {"quality": "best"}, {"quality": "good"})),
        step=st.booleans(),
    )
    def render(self, fields: dict[str, Any], step: bool) -> None:
        if not step:
            self.sketch.update_render(**fields)
        else:
            self.sketch.set_render(**fields)
            self.naive.settle()
        after = self.naive.with_render(**fields)
        if not step:
            self.naive.document = after
        elif after.render != self.naive.document.render:
            self.naive.take_step("Riff settings", after, f"render {'+'.join(fields)}")

    @rule()
    def recipe(self) -> None:
        recipe = self.sketch.active_layer.recipe
        if recipe is not None:
            self.sketch.settle()
            fields: Any = {"keyframes": recipe.keyframes, "render": RenderSettings.of(recipe)}
            self.sketch.take_step("Recipe", replace(self.sketch.state, **fields))
            self.naive.change("Recipe", **fields)

    @rule()
    def refuse(self) -> None:
        with pytest.raises(UserError):
            self.sketch.set_length(601.0)
        with pytest.raises(UserError):
            self.sketch.set_layer(self.sketch.state.active, gain_db=99.0)

    # Sound that was asked for earlier

    @rule(part=PARTS)
    def ask(self, part: float) -> None:
        layer_id = self._layer(part)
        layer, naive = self.sketch.layer(layer_id), self.naive.document.layer(layer_id)
        self.asked.append((layer, naive, self.sketch.state.circular))

    @rule(part=PARTS)
    def catch_up(self, part: float) -> None:
        self._render(self._layer(part))

    @precondition(lambda self: self.asked)
    @rule(which=PARTS, start=PARTS, width=st.integers(1, 100), draft=st.booleans(), channels=st.integers(1, 2))
    def hear(self, which: float, start: float, width: int, draft: bool, channels: int) -> None:
        then, naive, circular = self.asked.pop(int(which * (len(self.asked) - 1)))
        first = int(start * (then.columns - 1))
        columns = range(first, min(then.columns, first + width))
        audio, total = self._audio(len(columns) * HOP, channels), then.columns * HOP
        begin = first * HOP - 3 * HOP * circular
        patch = SoundPatch(max(begin, 0) if not circular else begin, audio, total, circular)
        waveform = then.patched_waveform(patch)
        mine = naive.patched(patch.start, audio, total, circular)
        document = self.naive.document
        taken = self.sketch.take_sound(then, (columns.start, columns.stop), waveform, draft=draft)
        now = document.layer(then.id) if document.has(then.id) else None
        if now is None or now.ink.shape != naive.ink.shape or not _same(now, naive):
            assert not taken
        elif not changed(now.ink, naive.ink).intersection(columns) <= now.sound.stale:
            assert not taken, "what was undone since"
        elif now.sound.audio is naive.sound.audio and now.source is naive.source:
            assert taken
        if taken:
            self.naive.take_sound(naive, columns, mine, draft=draft)


def _same(one: NaiveLayer, other: NaiveLayer) -> bool:
    """Return whether two layers sound alike and were imported from the same."""
    pairs = [(one.sound.audio, other.sound.audio)]
    pairs += [tuple(layer.source and layer.source[at] for layer in (one, other)) for at in (0, 1)]
    return all((a is None) == (b is None) and (a is None or np.array_equal(a, b)) for a, b in pairs)


def _run(examples: int, steps: int, phases: tuple[Phase, ...], *, derandomize: bool) -> None:
    run_state_machine_as_test(
        Documents,
        settings=settings(
            max_examples=examples,
            stateful_step_count=steps,
            derandomize=derandomize,
            database=None,
            deadline=None,
            phases=phases,
            suppress_health_check=list(HealthCheck),
        ),
    )


def test_a_document_is_what_whole_copies_of_it_are_over_2000_steps() -> None:
    _run(40, 50, (Phase.generate,), derandomize=True)  # what fails is told at once, and made shorter in the long run


@pytest.mark.bench
def test_a_document_is_what_whole_copies_of_it_are_over_200_000_steps() -> None:
    _run(2_000, 100, (Phase.generate, Phase.shrink), derandomize=False)
