"""A state machine that holds a sketch against the naive model after every rule; history and files are its own."""

from __future__ import annotations

import tempfile
from dataclasses import dataclass, field, replace
from itertools import pairwise
from pathlib import Path
from typing import Any

import numpy as np
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    rule,
)

from riffdesk.dsp.params import SpectrogramParams
from riffdesk.sketch.layer import Layer
from riffdesk.sketch.paint import selection
from riffdesk.sketch.paint.strokes import Stroke
from riffdesk.sketch.paint.tips import Tip
from riffdesk.sketch.recipe.recipe import Recipe
from riffdesk.sketch.recipe.timeline import Keyframe
from riffdesk.sketch.sections.incoming_sections import IncomingSections
from riffdesk.sketch.sketch import Sketch
from riffdesk.sketch.sound import SoundPatch
from riffdesk.sketch.state import empty_state
from riffdesk.store.project.opening import OpenRequest, load_project
from riffdesk.store.project.saving import SaveRequest, save_project
from tests.sketch.comparison import Mirror, check_document
from tests.sketch.naive_model import NaiveDocument, NaiveLayer, NaiveRiff
from tests.sketch.naive_sketch import NaiveEdit, NaiveSketch

PARAMS = SpectrogramParams(sample_rate=8_000, window_ms=200, padded_ms=200, bands=8, max_hz=4_000)
HOP = PARAMS.hop
MOST_LAYERS, MOST_COLUMNS = 5, 900
SEEDS, PARTS = st.integers(0, 2**32 - 1), st.floats(0, 1, width=16)


@dataclass(frozen=True, eq=False)
class Part:
    """A section of a riff."""

    column: int
    ink: np.ndarray
    sample: int
    audio: np.ndarray


@dataclass(eq=False)
class Growing:
    """A riff on its way: both sides of it, and what is still to come."""

    real: IncomingSections
    naive: NaiveRiff
    left: list[Part] = field(default_factory=list)


class Checked(RuleBasedStateMachine):
    """A sketch and its naive model, which must be the same after every rule; what others add rules to."""

    def __init__(self) -> None:
        super().__init__()
        self.folder = tempfile.TemporaryDirectory()
        self.stroke: tuple[Stroke, NaiveEdit, Tip, tuple[float, float]] | None = None
        self.last = (0.0, 0.0)
        self.riffs: list[Growing] = []
        self.asked: list[tuple[Layer, NaiveLayer, bool]] = []
        self.clip: selection.Clip | None = None
        self.seen: dict[tuple[int, int], object] = {}
        self.rng = np.random.default_rng(0)

    @initialize(stereo=st.booleans(), seed=SEEDS)
    def begin(self, stereo: bool, seed: int) -> None:
        self.rng = np.random.default_rng(seed)
        state = empty_state(replace(PARAMS, stereo=stereo))
        self.sketch = Sketch(state)
        layer = state.layers[0]
        naive = NaiveLayer(layer.id, np.zeros(layer.tiles.shape, np.float32), layer.name)
        self.naive = NaiveSketch(
            NaiveDocument(state.params, state.samples, state.columns, (naive,), layer.id), "New sketch"
        )
        self.mirror = Mirror(self.sketch)

    # What is drawn at random without a choice of hypothesis', which need not shrink it

    def _ink(self, columns: int, lead: tuple[int, ...] | None = None) -> np.ndarray:
        lead = self.naive.document.ink_channels() if lead is None else lead
        return self.rng.integers(0, 5, (*lead, PARAMS.bands, columns)).astype(np.float32) / 4

    def _audio(self, samples: int, channels: int = 1) -> np.ndarray:
        return self.rng.standard_normal((channels, samples)).astype(np.float32)

    def _layer(self, part: float) -> str:
        layers = self.sketch.layers
        return layers[min(len(layers) - 1, int(part * len(layers)))].id

    def _point(self, x: float, y: float) -> tuple[float, float]:
        return (x * (self.sketch.columns + 10) - 5, y * (PARAMS.bands + 4) - 2)

    def _parts(self, first: int, last: int, cuts: int, late: int, channels: int, lead: tuple[int, ...]) -> list[Part]:
        """Return sections of columns ``[first, last)``; their audio comes a few columns late, but for the last one."""
        inner = self.rng.integers(first, last + 1, cuts)
        edges = [first, *sorted({int(one) for one in inner} - {first, last}), last]
        parts, sample = [], first * HOP
        for start, stop in pairwise(edges):
            end = max(sample, (stop if stop == last else stop - late) * HOP)
            parts.append(Part(start, self._ink(stop - start, lead), sample, self._audio(end - sample, channels)))
            sample = end
        return parts

    def _render(self, layer_id: str) -> None:
        """Have a layer sound as it looks, as the window does in the background."""
        naive = self.naive.document.layer(layer_id)
        for start, stop in self.sketch.layer(layer_id).sound.stale:
            layer, naive = self.sketch.layer(layer_id), self.naive.document.layer(layer_id)
            last = min(stop, layer.columns)
            if start >= last:
                continue
            audio, total = self._audio((last - start) * HOP), layer.columns * HOP
            waveform = layer.patched_waveform(SoundPatch(start * HOP, audio, total))
            mine = naive.patched(start * HOP, audio, total, False)
            assert self.sketch.take_sound(layer, (start, last), waveform, draft=True)
            self.naive.take_sound(naive, range(start, last), mine, draft=True)

    def _recipe(self) -> Recipe:
        document = self.naive.document
        seed = int(self.rng.integers(1_000))
        return Recipe("starter", (Keyframe(seed=seed),), document.samples / PARAMS.sample_rate, 1 + seed % 9)

    def _growing(self, part: float) -> Growing:
        growing = [riff for riff in self.riffs if riff.left]
        return growing[int(part * (len(growing) - 1))]

    # History

    @rule(by=st.sampled_from((-1, -1, -2, -5, 1, 1, 2, 5, 100)))
    def travel(self, by: int) -> None:
        """Undo, redo, or jump, more often forwards, so that riffs do not spend their time undone."""
        if abs(by) == 1:
            self.naive.settle()  # first, as undo and redo do
        index = min(self.naive.index + by, len(self.naive.steps) - 1) if by > 1 else self.naive.index + by
        if by == -1:
            self.sketch.undo()
        elif by == 1:
            self.sketch.redo()
        else:
            self.sketch.go(index)
        self.naive.go(index)

    def _go(self, index: int) -> None:
        self.sketch.go(index)
        self.naive.go(index)

    # Files

    @rule()
    def save(self) -> None:
        self.sketch.settle()
        self.naive.settle()
        state = self._read_back()
        assert state.layers
        self.sketch.mark_saved(self.sketch.history.position)
        self.naive.saved = self.naive.step.position

    @rule(part=st.integers(0, 3))
    def reopen(self, part: int) -> None:
        if part:  # seldom, since it ends the history
            return
        self.sketch.settle()
        self.naive.settle()
        self._check()
        state = self._read_back()
        self._undo_and_redo_all()
        closed = [riff for riff in self.riffs if riff.left]
        self.sketch.open(state)
        self.naive = NaiveSketch(_saved(self.naive.document), "Open")
        self.riffs, self.stroke, self.asked = [], None, []
        self._check()
        for riff in closed:  # made for a document that is closed now
            riff.real.take(riff.left[0])

    def _read_back(self) -> Any:
        """Save and open; what comes back is the same, and nothing more is to be rendered."""
        path = Path(self.folder.name) / "song.riff"
        save_project(SaveRequest(self.sketch.state, path))
        state = load_project(OpenRequest(path))
        check_document(state, _saved(self.naive.document))
        return state

    # What must hold

    @invariant()
    def _check(self) -> None:
        if not hasattr(self, "mirror"):
            return
        history, naive = self.sketch.history, self.naive
        check_document(self.sketch.state, naive.document, self.seen)
        assert [step.name for step in history.steps] == [step.name for step in naive.steps]
        assert history.index == naive.index
        assert history.at_saved is not naive.modified
        edit = naive.edit
        if edit is None or not edit.open:
            assert self.sketch.modified is naive.modified
        elif (edit.ink_in(naive.document) != edit.ink_in(edit.before_document)).any():
            assert self.sketch.modified
        for step, mine in zip(history.steps, naive.steps, strict=True):
            if step is not history.step:
                check_document(step.state, mine.document, self.seen)
        for riff in self.riffs:
            assert riff.real.discarded == riff.naive.step.discarded
            assert riff.real.alive == naive.alive(riff.naive)
        self.mirror.check()

    def _undo_and_redo_all(self) -> None:
        """Go to the beginning and to the end step by step; every document is looked at anew, bit for bit."""
        place = self.naive.index
        for index in (*range(place, -1, -1), *range(len(self.naive.steps)), place):
            self.sketch.go(index)
            self.naive.go(index)
            check_document(self.sketch.state, self.naive.document)
            self.mirror.check()

    def teardown(self) -> None:
        if hasattr(self, "mirror"):
            self.sketch.settle()
            self.naive.settle()
            self._check()
            self._undo_and_redo_all()
            self._read_back()
        self.folder.cleanup()


def _saved(document: NaiveDocument) -> NaiveDocument:
    """Return what a file keeps of a document: all but the mask, and but what is noted beyond the layers' ends."""
    inside = frozenset(range(document.columns))
    layers = tuple(
        replace(layer, sound=replace(layer.sound, stale=layer.sound.stale & inside, draft=layer.sound.draft & inside))
        for layer in document.layers
    )
    return replace(document, layers=layers, mask=None)
