"""What has changed on the timeline since a riff was made is offered to be made anew, and nothing else is."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QToolButton

from riffdesk.engine.events import Ready, RenderResult
from riffdesk.engine.requests import VariationsRequest
from riffdesk.sketch.layer import Layer
from riffdesk.sketch.recipe.recipe import with_seed
from riffdesk.sketch.recipe.timeline import Keyframe
from riffdesk.ui import actions
from riffdesk.ui.riff.timeline.seed_colours import seed_colour
from riffdesk.ui.window.main_window import MainWindow
from tests.ui.conftest import Hands
from tests.ui.riff.test_work_meanwhile import HOP, Engine, at_rest, engine, send  # noqa: F401

Riff = Callable[[], Layer]


@pytest.fixture
def riff(window: MainWindow, hands: Hands, engine: Engine) -> Riff:  # noqa: F811
    """Has Generate make a riff, and returns its layer."""

    def generated() -> Layer:
        before = window.sketch.active_layer.id
        window.actions_["actionGenerate"].trigger()
        engine.plan()
        send(window, hands, engine, (0, 1, 2))
        assert window.sketch.active_layer.id != before
        return window.sketch.active_layer

    return generated


def offered(window: MainWindow, hands: Hands) -> bool:
    """Whether rendering what changed is offered, when the line under the timeline has been written."""
    hands.pause(0.35)
    hands.wait(lambda: not window.render_status._delay.isActive())
    action = window.actions_["actionRenderChanged"]
    told = window.render_status.label.text()
    assert ("have changed" in told) == action.isEnabled()
    assert action.isEnabled() or action.toolTip().count("\n") > 0, "a tooltip that says why not"
    return action.isEnabled()


def why_not(window: MainWindow) -> str:
    return actions.why_not(window.actions_["actionRenderChanged"])


def variations(window: MainWindow, hands: Hands, engine: Engine) -> tuple[int, ...]:  # noqa: F811
    """Have variations made; return their seeds."""
    window.actions_["actionVariations"].trigger()
    hands.wait(lambda: engine.requests and isinstance(engine.requests[-1], VariationsRequest))
    request = engine.requests[-1]
    for index, seed in enumerate(request.seeds):
        ink = np.full((512, 1_200), 0.2, np.float32)
        recipe = with_seed(request.request.recipe, seed)
        result = RenderResult(
            ink, np.full((1, 1_200 * HOP), 0.1 + 0.01 * index, np.float32), recipe, window.sketch.params
        )
        engine._sent.put(Ready(index, result))
    engine.done()
    hands.wait(lambda: len(window.library.model.ids) == len(request.seeds) and at_rest(window))
    return request.seeds


def keep(window: MainWindow, row: int) -> Layer:
    view = window.library.panel.view
    view.setCurrentIndex(view.model().index(row))
    QTest.keyClick(view, Qt.Key.Key_Return)
    return window.sketch.active_layer


def test_a_change_of_the_timeline_is_offered_and_made_anew_and_then_no_longer_offered(
    window: MainWindow, hands: Hands, engine: Engine, riff: Riff  # noqa: F811
) -> None:  # fmt: skip
    assert not offered(window, hands)
    assert "not made from the timeline" in why_not(window)
    first = window.current.keyframe
    window.sketch.set_keyframes(
        (replace(first, curve="hold"), replace(first, seconds=6.0, prompt="fast jazz", curve="hold"))
    )
    layer = riff()
    assert not offered(window, hands)
    assert "is the same as that of this layer" in why_not(window)
    window.current.choose(1)
    window.current.edit(seed=99)
    assert offered(window, hands)
    button = window.findChild(QToolButton, "renderTimeline")
    assert button is not None
    entry = next(action for action in button.menu().actions() if action.objectName() == "actionRenderChanged")
    assert entry.isEnabled()
    entry.trigger()
    hands.wait(lambda: len(engine.requests) == 2)
    assert not engine.requests[-1].mask[:, :150].any()
    assert engine.requests[-1].mask[:, 650:].all()
    send(window, hands, engine, (2,))
    assert window.sketch.active_layer.id == layer.id
    assert window.sketch.active_layer.recipe.keyframes[1].seed == 99
    assert not offered(window, hands)
    window.editing.undo()
    assert offered(window, hands)


def test_a_variation_that_is_kept_brings_its_seed_to_the_timeline_in_one_step_and_is_not_to_be_made_anew(
    window: MainWindow, hands: Hands, engine: Engine  # noqa: F811
) -> None:  # fmt: skip
    seeds = variations(window, hands, engine)
    layer = keep(window, 2)
    assert layer.recipe.keyframes[0].seed == seeds[2]
    assert window.prompt_panel.seed.value() == seeds[2]
    assert not offered(window, hands)
    window.editing.undo()
    assert window.prompt_panel.seed.value() == seeds[0]
    assert not window.sketch.state.has_layer(layer.id)
    window.editing.redo()
    window.prompt_panel.prompt.setPlainText("slow waltz")
    assert offered(window, hands)
    window.actions_["actionRenderChanged"].trigger()
    hands.wait(lambda: len(engine.requests) == 2)
    assert engine.requests[-1].recipe.keyframes[0].seed == seeds[2], "what was kept keeps its seed"
    engine.done()


def test_of_two_kept_variations_neither_is_ever_made_anew_with_the_seed_of_the_other(
    window: MainWindow, hands: Hands, engine: Engine  # noqa: F811
) -> None:  # fmt: skip
    variations(window, hands, engine)
    first, second = keep(window, 1), keep(window, 2)
    assert first.name != second.name
    window.sketch.select_layer(first.id)
    assert not offered(window, hands)
    window.prompt_panel.prompt.setPlainText("slow waltz")
    for layer, wanted in ((first, False), (second, True), (first, False)):
        window.sketch.select_layer(layer.id)
        assert offered(window, hands) is wanted
    assert "use this layer's recipe" in why_not(window)
    window.sketch.select_layer(first.id)
    window.actions_["actionUseRecipe"].trigger()
    assert window.prompt_panel.seed.value() == first.recipe.keyframes[0].seed
    window.prompt_panel.prompt.setPlainText("slow waltz")
    assert offered(window, hands)
    window.sketch.select_layer(second.id)
    assert not offered(window, hands)


def test_what_was_typed_since_the_variations_were_asked_for_stays(
    window: MainWindow, hands: Hands, engine: Engine  # noqa: F811
) -> None:  # fmt: skip
    variations(window, hands, engine)
    window.current.edit(seed=1_000)
    keep(window, 1)
    assert window.prompt_panel.seed.value() == 1_000
    assert not offered(window, hands)
    window.prompt_panel.prompt.setPlainText("slow waltz")
    assert not offered(window, hands), "it would be made anew with another seed"


def test_another_seed_alone_is_for_generate_which_leaves_the_first_riff_alone(
    window: MainWindow, hands: Hands, riff: Riff
) -> None:
    riff()
    window.current.dice()
    assert not offered(window, hands)
    assert "Generate" in why_not(window)


def test_a_layer_of_another_prompt_is_not_to_become_the_newest_one(
    window: MainWindow, hands: Hands, riff: Riff
) -> None:
    drums = riff()
    window.actions_["actionKeepTake"].trigger()
    window.prompt_panel.prompt.setPlainText("bass")
    riff()
    assert len(window.sketch.layers) == 2
    window.sketch.select_layer(drums.id)
    assert not offered(window, hands)
    window.sketch.duplicate_layer(drums.id)
    assert not offered(window, hands)


def test_an_older_take_that_is_kept_brings_its_seed_to_the_timeline(
    window: MainWindow, hands: Hands, riff: Riff
) -> None:
    first = riff()
    window.current.edit(seed=1_000)
    riff()
    window.actions_["actionTakeBefore"].trigger()
    assert window.sketch.active_layer.id == first.id
    assert not offered(window, hands)
    window.actions_["actionKeepTake"].trigger()
    assert window.prompt_panel.seed.value() == first.recipe.keyframes[0].seed
    assert not offered(window, hands)
    window.editing.undo()
    assert window.prompt_panel.seed.value() == 1_000


def test_an_import_with_a_recipe_of_its_own_is_left_alone(window: MainWindow, hands: Hands, riff: Riff) -> None:
    made = riff()
    recipe = replace(made.recipe, keyframes=(Keyframe(prompt="flute", seed=3),))
    window.sketch.add_layer(replace(made, id="imported", recipe=recipe, takes=None), samples=window.sketch.samples)
    assert not offered(window, hands)


def test_a_random_seed_is_another_one_for_each_riff_which_its_take_its_layer_and_its_recipe_have(
    window: MainWindow, hands: Hands, riff: Riff
) -> None:
    window.prompt_panel.seed.setValue(-1)
    layers = [riff(), riff()]
    seeds = [layer.recipe.keyframes[0].seed for layer in layers]
    assert seeds[0] != seeds[1]
    assert -1 not in seeds
    assert window.prompt_panel.seed.value() == -1
    assert [layer.name for layer in layers] == [f"slow jazz · {seed}" for seed in seeds]
    label = window.findChild(QLabel, "takeLabel")
    assert label is not None
    assert label.text() == f"Take 2 of 2 · seed {seeds[1]}"
    window.actions_["actionTakeBefore"].trigger()
    assert label.text() == f"Take 1 of 2 · seed {seeds[0]}"


def test_what_is_kept_of_random_seeds_is_made_anew_with_the_seed_that_it_has(
    window: MainWindow, hands: Hands, engine: Engine, riff: Riff  # noqa: F811
) -> None:  # fmt: skip
    window.prompt_panel.seed.setValue(-1)
    layer = riff()
    assert not offered(window, hands)
    window.actions_["actionKeepTake"].trigger()
    assert window.prompt_panel.seed.value() == -1
    seeds = variations(window, hands, engine)
    kept = keep(window, 1)
    assert window.prompt_panel.seed.value() == -1
    assert kept.recipe.keyframes[0].seed == seeds[1]
    assert not offered(window, hands)
    window.prompt_panel.prompt.setPlainText("slow waltz")
    assert offered(window, hands)
    window.actions_["actionRenderChanged"].trigger()
    hands.wait(lambda: len(engine.requests) == 3)
    assert engine.requests[-1].recipe.keyframes[0].seed == seeds[1]
    engine.done()
    hands.wait(lambda: at_rest(window))
    window.sketch.select_layer(layer.id)
    assert not offered(window, hands)


def test_a_random_seed_is_grey_and_says_so_on_the_timeline(window: MainWindow) -> None:
    assert seed_colour(-1).saturation() == 0
    assert seed_colour(0).saturation() > 0
