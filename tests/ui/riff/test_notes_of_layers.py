"""What is made anew of a layer is played from the notes that the layer was played from; the test is the engine."""

from __future__ import annotations

from dataclasses import replace
from typing import cast

import numpy as np

from riffdesk.compose.score_text import score_of_text
from riffdesk.engine.requests import RenderRequest
from riffdesk.engine.riff.score.played_score import guide_for
from riffdesk.engine.riff.score.riff_score import carried_score
from riffdesk.models.registry import add_model
from riffdesk.sketch.paint.region import Region
from riffdesk.sketch.sketch import Sketch
from riffdesk.ui.notices import Notice
from riffdesk.ui.riff.continuation import Continuation
from riffdesk.ui.riff.generation import Generation
from riffdesk.ui.riff.incoming_riffs import IncomingRiffs
from riffdesk.ui.riff.recipe_maker import RecipeMaker
from tests.diffusion.tiny import tiny_folder
from tests.engine.riffs import SCORED
from tests.ui.riff.test_generation import Engine, draw, engine, generation, growing, notice, sketch  # noqa: F401


def test_a_repainted_part_is_played_from_the_notes_of_its_layer(
    generation: Generation, engine: Engine, sketch: Sketch  # noqa: F811
) -> None:  # fmt: skip
    sketch.set_render(model=add_model(tiny_folder(SCORED)).name)
    generation.generate()
    made = engine.answer().recipe
    assert made.score == ""
    sketch.set_keyframes((replace(sketch.state.keyframes[0], prompt="warm rock drums, 90 bpm"),))
    generation.repaint(Region(200, 300, 10, 20))
    assert engine.request.recipe.score == carried_score(made)
    assert score_of_text(engine.request.recipe.score).tempo == 120
    repainted = engine.answer().recipe
    generation.repaint(Region(300, 400, 10, 20))
    assert engine.request.recipe.score == repainted.score, "and so is the next one"


def test_what_is_repainted_of_a_drawing_or_of_words_alone_has_no_notes(
    no_scores: None, generation: Generation, engine: Engine, sketch: Sketch  # noqa: F811
) -> None:  # fmt: skip
    draw(sketch)
    generation.repaint(Region(200, 300, 10, 20))
    assert engine.request.recipe.score == ""
    engine.answer()
    generation.generate()
    engine.answer()
    generation.repaint(Region(200, 300, 10, 20))
    assert engine.request.recipe.score == "", "this model plays no notes"


def test_what_changed_starts_from_the_guide_that_is_composed_of_what_is_asked_for_now(
    generation: Generation, engine: Engine, sketch: Sketch, notice: Notice, growing: IncomingRiffs  # noqa: F811
) -> None:  # fmt: skip
    requests = RecipeMaker(sketch, engine, notice, {})
    continuation = Continuation(sketch, notice, requests, generation, growing)
    sketch.set_render(start="guide")
    generation.generate()
    layer_ink = engine.answer().ink
    sketch.set_keyframes((replace(sketch.state.keyframes[0], prompt="techno"),))
    continuation.render_changed()
    job = engine.jobs[-1]
    assert job.function is guide_for
    guide = guide_for(cast(RenderRequest, job.request))
    job.on_done(guide)
    request = engine.request
    assert request.mask is not None
    assert request.mask.all()
    assert guide is not None
    assert guide.any()
    assert np.array_equal(request.init, guide)
    assert not np.array_equal(request.init, layer_ink)
    assert (request.recipe.init, request.recipe.keyframes[0].prompt) == ("guide", "techno")
    assert not request.from_noise
