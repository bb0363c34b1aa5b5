"""What changes of a long document cost, beside those of a short one in the same run."""

from __future__ import annotations

import pickle
import time
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np
import pytest
import torch

from riffdesk.dsp.mel import analyse
from riffdesk.dsp.params import SpectrogramParams
from riffdesk.engine.layer_sound import update_sound
from riffdesk.engine.sound_requests import SoundRequest, sound_request
from riffdesk.sketch.ink import Ink
from riffdesk.sketch.layer import Layer
from riffdesk.sketch.paint.strokes import Stroke
from riffdesk.sketch.paint.tips import BrushTip
from riffdesk.sketch.recipe.recipe import Recipe
from riffdesk.sketch.recipe.timeline import Keyframe
from riffdesk.sketch.sections.incoming_sections import add_riff
from riffdesk.sketch.sketch import Sketch
from riffdesk.sketch.sound import Sound, Waveform
from riffdesk.sketch.state import State, columns_needed
from riffdesk.sketch.tiles.tiles import Tiles
from riffdesk.store.project.saving import SaveRequest, save_project
from tests.benchmarks.table import figure
from tests.measure import Array, riff

pytestmark = pytest.mark.bench

PARAMS = SpectrogramParams()
HOP = PARAMS.hop
LONG, SHORT = 60_000, 512
LAYERS = 8
DABS = 40


@dataclass(frozen=True, eq=False)
class Part:
    column: int
    ink: Array
    sample: int
    audio: Array


def repeated(array: Array, length: int) -> Array:
    """Return an array as often as it takes to fill a length along its last axis."""
    return np.concatenate([array] * -(-length // array.shape[-1]), axis=-1)[..., :length]


def music(columns: int, *, circular: bool = False, odd: int = 0) -> Sketch:
    """Return a sketch of eight layers with ink and sound; they share their tiles, which a dab does not write to."""
    sound = riff(5.12)[None]
    samples = columns * HOP - odd
    columns = columns_needed(samples, PARAMS, circular=circular)
    ink = Ink.of(repeated(analyse(sound[0], PARAMS)[:, :SHORT], columns))
    waveform = Waveform.of(repeated(sound, samples))
    layers = tuple(Layer(ink, f"Layer {number}", sound=Sound(waveform)) for number in range(LAYERS))
    return Sketch(State(PARAMS, samples, columns, layers, layers[3].id, circular=circular))


def timed(act: Callable[[], object], times: int = 1) -> float:
    """Return the median of some times, in milliseconds."""
    seconds = []
    for _ in range(times):
        began = time.perf_counter()
        act()
        seconds.append(time.perf_counter() - began)
    return 1_000 * float(np.median(seconds))


def new_bytes(before: State, after: State) -> int:
    """Return the bytes of the tiles that one document has and another has not."""

    def tiles(state: State) -> dict[int, int]:
        parts: list[Tiles | None] = [part for layer in state.layers for part in (layer.tiles, layer.sound.waveform)]
        return {id(tile): tile.nbytes for part in parts if part is not None for tile in part.tiles}

    old = tiles(before)
    return sum(size for tile, size in tiles(after).items() if tile not in old)


def dab(sketch: Sketch, part: float) -> None:
    """Paint one mark, at the same places between tiles whatever the length."""
    column = 32 + part * (SHORT - 64)
    turns = (sketch.columns - SHORT) // SHORT
    Stroke(sketch, BrushTip(32, 0.5, 0.9), (column + SHORT * int(part * 1e6 % (turns + 1)), 250)).commit()


@pytest.mark.parametrize(
    ("name", "columns", "circular"),
    [("10 minutes", LONG, False), ("a loop of 5 s", SHORT, True), ("a loop of 10 minutes", LONG, True)],
)
def test_a_dab_beside_one_on_5_seconds(name: str, columns: int, circular: bool) -> None:
    odd = 177 if circular else 0
    sketches = {"short": music(SHORT), "long": music(columns, circular=circular, odd=odd)}
    times: dict[str, list[float]] = {"short": [], "long": []}
    copied: dict[str, list[int]] = {"short": [], "long": []}
    rng = np.random.default_rng(0)
    for _ in range(DABS):  # in turn, so that a busy machine slows both
        for which, sketch in sketches.items():
            before, part = sketch.state, float(rng.random())
            times[which].append(timed(lambda sketch=sketch, part=part: dab(sketch, part)))  # type: ignore[misc]
            copied[which].append(new_bytes(before, sketch.state))
    long, short = (float(np.median(times[which][5:])) for which in ("long", "short"))
    ratio = f"{long:.2f} / {short:.2f} ms = {long / short:.2f}"
    figure(f"a dab on {name} x {LAYERS} layers, beside one on 5 s", ratio, "1.2")
    size = f"{np.mean(copied['long']) / 1024:.0f} / {np.mean(copied['short']) / 1024:.0f} KiB"
    figure(f"new tiles of a dab on {name}, beside one on 5 s", size, "1.2")


def test_a_dab_with_many_behind_it_beside_one_of_the_first() -> None:
    few, many = music(LONG), music(LONG)
    for number in range(300):
        dab(many, number / 300)
    times: dict[str, list[float]] = {"few": [], "many": []}
    rng = np.random.default_rng(0)
    for number in range(60):
        if number % 10 == 0:
            few = music(LONG)
        for which, sketch in (("few", few), ("many", many)):
            part = float(rng.random())
            times[which].append(timed(lambda sketch=sketch, part=part: dab(sketch, part)))  # type: ignore[misc]
    after, first = (float(np.median(times[which])) for which in ("many", "few"))
    figure(
        "a dab with 300 behind it, beside one of the first",
        f"{after:.2f} / {first:.2f} ms = {after / first:.2f}",
        "2",
    )
    figure("what the history panel asks after each", f"{timed(lambda: many.history.rough_size, 20):.2f} ms", "5 ms")


def test_undo_of_a_riff_of_10_minutes() -> None:
    sketch = music(LONG)
    ink, audio = sketch.layers[0].ink, sketch.layers[0].sound.audio
    assert audio is not None
    layer = Layer(Ink.silent((PARAMS.bands,), LONG), "riff", recipe=Recipe("starter", (Keyframe(),), 600, 10))
    halves = [
        Part(at, ink[:, at : at + LONG // 2], at * HOP, audio[:, at * HOP :][:, : LONG // 2 * HOP])
        for at in (0, LONG // 2)
    ]
    growing = add_riff(sketch, layer, halves[0], samples=LONG * HOP)
    for number in range(100):
        dab(sketch, number / 100)
    figure("a section of 5 minutes, laid under 100 strokes", f"{timed(lambda: growing.take(halves[1])):.0f} ms", "-")
    for _ in range(100):
        sketch.undo()
    figure("undo of a riff of 10 minutes", f"{timed(sketch.undo):.2f} ms", "50 ms")
    figure("redo of a riff of 10 minutes", f"{timed(sketch.redo):.2f} ms", "50 ms")


def test_memory_of_200_strokes_on_10_minutes() -> None:
    sketch, rng = music(LONG), np.random.default_rng(0)
    for _ in range(200):
        x, y = rng.uniform(0, LONG - 700), rng.uniform(0, 512)
        stroke = Stroke(sketch, BrushTip(64, 0.5, 0.9), (x, y))
        for _ in range(30):
            x, y = x + 20, y + rng.uniform(-10, 10)
            stroke.move((x, y))
        stroke.commit()
    size = f"{sketch.history.size / 2**20:.0f} MiB"
    figure("200 strokes over 6 s each, on 10 minutes x 8 layers", size, "1024 MiB")


def test_saving_10_minutes(tmp_path: Path) -> None:
    state = music(LONG).state
    one = replace(state, layers=state.layers[:1], active=state.layers[0].id)
    request = SaveRequest(one, tmp_path / "song.riff")
    figure("saving 10 minutes of ink and sound", f"{timed(lambda: save_project(request)) / 1_000:.1f} s", "-")


def sent(request: SoundRequest) -> int:
    """Return the bytes that cross to the engine."""
    buffers: list[pickle.PickleBuffer] = []
    head = pickle.dumps(request, protocol=5, buffer_callback=buffers.append)
    return len(head) + sum(buffer.raw().nbytes for buffer in buffers)


def test_the_sound_of_a_dab_in_a_loop_of_10_minutes_beside_one_of_5_seconds() -> None:
    threads = torch.get_num_threads()
    torch.set_num_threads(1)
    requests: dict[str, SoundRequest] = {}
    made: dict[str, float] = {}
    for name, columns in (("short", SHORT), ("long", LONG)):
        sketch = music(columns, circular=True, odd=177)
        Stroke(sketch, BrushTip(32, 0.5, 0.9), (250, 250)).commit()
        layer = sketch.active_layer
        (stale,) = layer.sound.stale
        ask = lambda: sound_request(layer, stale, PARAMS, "draft", loop=sketch.state.loop)  # noqa: E731, B023
        made[name], requests[name] = timed(ask, 20), ask()
    took: dict[str, list[float]] = {"short": [], "long": []}
    for _ in range(12):
        for name, request in requests.items():
            took[name].append(timed(lambda request=request: update_sound(request)))  # type: ignore[misc]
    torch.set_num_threads(threads)
    long, short = (float(np.median(took[name][2:])) for name in ("long", "short"))
    figure(
        "bytes sent for a dab in a loop, 10 minutes / 5 s",
        f"{sent(requests['long'])} / {sent(requests['short'])}",
        "1.0",
    )
    figure("cutting them out, 10 minutes / 5 s", f"{made['long']:.2f} / {made['short']:.2f} ms", "1.2")
    figure("draft of a dab in a loop, 10 minutes / 5 s", f"{long:.1f} / {short:.1f} ms = {long / short:.2f}", "1.2")
