"""Variations: the seeds that are asked for, of the prompt and near a riff, and what becomes of those on their way."""

from __future__ import annotations

from dataclasses import replace
from typing import cast

import numpy as np
import pytest

from riffdesk.audio.playing.player import Player
from riffdesk.engine.events import Preview, Ready
from riffdesk.engine.requests import VariationsRequest
from riffdesk.progress import Step
from riffdesk.settings import Settings
from riffdesk.sketch.sketch import Sketch
from riffdesk.ui.notices import Notice
from riffdesk.ui.render_defaults import RenderDefaults
from riffdesk.ui.riff.generation import Generation
from riffdesk.ui.riff.incoming_riffs import IncomingRiffs
from riffdesk.ui.riff.recipe_maker import RecipeMaker
from riffdesk.ui.riff.variations import Variations
from riffdesk.ui.window_parts import WindowParts
from tests.analysis.sounds import recipe
from tests.ui.riff.test_generation import Engine, engine, generation, growing, notice, riff, sketch

__all__ = ["engine", "generation", "growing", "notice", "sketch"]


@pytest.fixture
def variations(sketch: Sketch, engine: Engine, notice: Notice, growing: IncomingRiffs) -> Variations:
    settings = Settings(variations=3)
    defaults = RenderDefaults(sketch, settings)
    parts = WindowParts(sketch, cast(Player, None), settings, defaults, notice, *[engine] * 5)
    return Variations(parts, RecipeMaker(sketch, engine, notice, {}), growing)


def test_variations_come_one_by_one(variations: Variations, engine: Engine) -> None:
    begun: list[tuple[int, ...]] = []
    there: list[tuple[int, int]] = []
    variations.started.connect(lambda seeds, _: begun.append(seeds))
    variations.ready.connect(lambda index, result: there.append((index, result.recipe.keyframes[0].seed)))
    variations.make()
    asked = engine.jobs[-1].request
    assert isinstance(asked, VariationsRequest)
    assert begun == [(7, 8, 9)]
    result = riff(asked.request)
    engine.stepped.emit(engine.jobs[-1], Step(1, 3, "", Ready(0, result)))
    assert there == [(0, 7)]


def test_variations_leave_out_what_was_generated_and_heard_already(
    variations: Variations, generation: Generation, engine: Engine, sketch: Sketch
) -> None:
    begun: list[tuple[int, ...]] = []
    variations.started.connect(lambda seeds, _: begun.append(seeds))
    generation.generate()
    engine.answer()
    assert sketch.active_layer.recipe is not None
    assert sketch.active_layer.recipe.keyframes[0].seed == 7
    variations.make()
    assert begun[-1] == (8, 9, 10)
    sketch.set_keyframes((replace(sketch.state.keyframes[0], prompt="slow organ"),))
    variations.make()
    assert begun[-1] == (7, 8, 9)  # of other words, nothing has been heard


def test_new_variations_take_the_place_of_those_on_their_way(
    variations: Variations, engine: Engine, growing: IncomingRiffs
) -> None:
    there: list[int] = []
    shown: list[object] = []
    variations.ready.connect(lambda index, _: there.append(index))
    growing.previewed.connect(lambda ink, _: shown.append(ink))
    variations.make()
    variations.make()
    first, second = engine.jobs
    assert first.cancel.is_set()
    assert not second.cancel.is_set()
    result = riff(second.request.request)
    for job in (first, second):
        engine.stepped.emit(job, Step(1, 9, "", Preview(0, result.ink)))
    engine.stepped.emit(first, Step(1, 3, "", Ready(0, result)))
    engine.stepped.emit(second, Step(1, 3, "", Ready(1, result)))
    assert there == [1]
    assert shown == []


def test_riffs_near_one_start_from_its_ink_with_the_next_seeds_from_closer_to_freer(
    variations: Variations, engine: Engine, sketch: Sketch
) -> None:
    before = sketch.state
    ink = np.full((512, 100), 0.3, np.float32)
    variations.make_near(recipe("slow jazz piano", 41, tempo=90.0, key="A minor"), ink, "jazz 1234.flac")
    asked = engine.jobs[-1].request
    assert asked.seeds == (42, 43, 44)
    assert asked.denoisings == (0.3, 0.45, 0.6)
    assert asked.request.init is ink
    made = asked.request.recipe
    assert (made.init, made.tempo, made.key) == ("jazz 1234.flac", 90.0, "A minor")
    assert "piano" in made.score, "it plays the notes of the riff"
    assert sketch.state is before, "the sketch stays as it is"


def test_the_end_is_told_once_whether_they_are_all_made_or_cancelled(variations: Variations, engine: Engine) -> None:
    ends: list[None] = []
    variations.ended.connect(lambda: ends.append(None))
    variations.make()
    engine.jobs[-1].on_done(3)
    assert len(ends) == 1
    variations.make()
    variations.cancel()
    variations.cancel()
    assert len(ends) == 2
