"""Riffs in parts: a layer for each instrument, made as one job, undone as one step."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from riffdesk.compose.score_text import score_of_text
from riffdesk.engine.events import RenderResult
from riffdesk.engine.riff.part_rendering import RenderedPart, render_parts
from riffdesk.engine.riff.score.parts import part_requests
from riffdesk.models.registry import add_model
from riffdesk.settings import Settings
from riffdesk.sketch.layer import Layer
from riffdesk.sketch.sketch import Sketch
from riffdesk.sketch.state import MAX_LAYERS, empty_state
from riffdesk.ui.riff.generation import Generation
from riffdesk.ui.riff.incoming_riffs import IncomingRiffs
from riffdesk.ui.window.main_window import MainWindow
from tests.diffusion.tiny import Tiny, tiny_folder
from tests.ui.conftest import Hands
from tests.ui.riff.prompt.test_notes_of_prompt import choose_start, write
from tests.ui.riff.test_generation import Engine, Notice, engine, growing, made, notice, sketch  # noqa: F401

QUICK = Tiny(latent_width=16)


@pytest.fixture
def generation(sketch: Sketch, engine: Engine, notice: Notice, growing: IncomingRiffs) -> Generation:  # noqa: F811
    return made(sketch, engine, notice, growing, Settings(parts=True))


def answer(engine: Engine) -> list[str]:  # noqa: F811
    """Send the parts that were asked for; return their names."""
    job = engine.jobs[-1]
    assert job.function is render_parts
    parts = []
    for one in part_requests(job.request):
        ink = np.full((512, one.request.columns), 0.3, np.float32)
        audio = np.full((1, one.request.samples), 0.1, np.float32)
        parts.append(RenderedPart(one.name, RenderResult(ink, audio, one.request.recipe, one.request.params)))
    job.on_done(tuple(parts))
    return [part.name for part in parts]


def test_each_instrument_is_a_layer_with_its_name_colour_and_notes(
    generation: Generation, engine: Engine, sketch: Sketch  # noqa: F811
) -> None:  # fmt: skip
    sketch.set_keyframes((replace(sketch.state.keyframes[0], prompt="rock with drums, bass and piano", seed=3),))
    before = sketch.state
    generation.generate()
    names = answer(engine)
    assert {"drums", "bass"} <= set(names)
    assert [layer.name for layer in sketch.layers] == [name.capitalize() for name in names]
    assert len({layer.colour for layer in sketch.layers}) == len(names)
    assert {layer.columns for layer in sketch.layers} == {sketch.columns}
    for layer in sketch.layers:
        assert layer.recipe is not None
        assert len(score_of_text(layer.recipe.score).parts) == 1
        assert sketch.sound(layer.id).unfinished == ()
        assert layer.takes is None
    sketch.undo()
    assert sketch.layers == before.layers
    sketch.redo()
    assert len(sketch.layers) == len(names)


def test_parts_that_have_no_room_or_no_sketch_are_told_of(
    generation: Generation, engine: Engine, sketch: Sketch, notice: Notice  # noqa: F811
) -> None:  # fmt: skip
    sketch.set_keyframes((replace(sketch.state.keyframes[0], prompt="rock with drums, bass and piano", seed=3),))
    full = np.full((512, 512), 0.1, np.float32)
    sketch.open(replace(sketch.state, layers=tuple(Layer(full, f"{n}") for n in range(MAX_LAYERS - 1)), active=""))
    before = sketch.layers
    generation.generate()
    answer(engine)
    assert sketch.layers == before
    assert f"at most {MAX_LAYERS} layers" in notice.said[-1]
    generation.generate()
    sketch.open(empty_state())
    answer(engine)
    assert "was closed" in notice.said[-1]
    assert len(sketch.layers) == 1


def test_the_switch_under_more_makes_parts_in_the_window(window: MainWindow, hands: Hands) -> None:
    hands.use_model(add_model(tiny_folder(QUICK)).name)
    panel = window.prompt_panel
    panel.steps.setValue(3)
    window.sketch.update_render(seconds=1.28)
    panel.more.setChecked(True)
    hands.pause(0.1)
    QTest.mouseClick(panel.parts, Qt.MouseButton.LeftButton, pos=panel.parts.rect().center() / 2)
    assert window.settings.parts
    write(window, "rock with drums and bass")
    choose_start(window, panel.start.itemText(2))  # a rhythm
    QTest.mouseClick(panel.generate, Qt.MouseButton.LeftButton)
    hands.wait(lambda: "Parts are made of notes" in window.notice.text)
    choose_start(window, "Words alone")
    QTest.mouseClick(panel.generate, Qt.MouseButton.LeftButton)
    labels = set()

    def made_parts() -> bool:
        labels.add(window.progress.label.text().split(":")[0])
        return len(window.sketch.layers) > 1

    hands.wait(made_parts, 120)
    assert [layer.name for layer in window.sketch.layers[:2]] == ["Drums", "Bass"]
    assert any("in parts" in label for label in labels), labels
    assert window.sketch.history.undo_name == "Generate parts"
    window.sketch.undo()
    assert len(window.sketch.layers) == 1
