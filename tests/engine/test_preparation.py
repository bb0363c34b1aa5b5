"""What is done beforehand is what the first riff would wait for, and the engine's process makes the same riffs."""

from __future__ import annotations

from types import SimpleNamespace

import numpy as np
import pytest

from riffdesk.engine import loaded_model
from riffdesk.engine.events import Working
from riffdesk.engine.preparation import prepare
from riffdesk.engine.remote.process import EngineProcess
from riffdesk.engine.requests import RenderRequest
from riffdesk.engine.riff.render import render, render_streamed
from riffdesk.progress import Step
from tests.engine import work
from tests.engine.riff.stable_audio.test_generator import asked
from tests.engine.riffs import PARAMS, add_tiny, recipe, same
from tests.models.stable_audio import add_stable_audio

REQUEST, AUDIO = RenderRequest(recipe(), PARAMS), asked()


@pytest.fixture(scope="module")
def there(tmp_path_factory: pytest.TempPathFactory) -> SimpleNamespace:
    """Return what a new engine's process has told and made."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("RIFFDESK_HOME", str(tmp_path_factory.mktemp("home")))
        add_tiny()
        add_stable_audio()
        process, seen = EngineProcess(), SimpleNamespace(before=list[Step](), then=list[Step]())
        try:
            process.call(prepare, RenderRequest(recipe(prompt=""), PARAMS), seen.before.append)
            modules = process.call(work.modules, None)
            process.call(render_streamed, REQUEST, seen.then.append)
            seen.imported = process.call(work.modules, None) - modules
            seen.riffs = [process.call(render, request) for request in (REQUEST, REQUEST, AUDIO)]
            seen.unloaded = [process.call(loaded_model.unload, None) for _ in range(2)]
        finally:
            process.close()
    return seen


def test_a_riff_after_the_preparation_imports_nothing_and_loads_nothing(there: SimpleNamespace) -> None:
    before, then = (list(dict.fromkeys(step.what for step in steps)) for steps in (there.before, there.then))
    assert before == ["Starting the engine", "Loading the model tiny"]
    assert there.imported == set()
    assert "Step 3 of 3" in then
    assert not {one for one in then if one.startswith(("Loading", "Starting"))}
    assert any(isinstance(step.partial, Working) for step in there.then)


def test_the_process_gives_the_same_samples_and_keeps_the_model_until_told_otherwise(there: SimpleNamespace) -> None:
    add_tiny()
    one, again, _ = there.riffs
    assert same(one, render(REQUEST))
    assert same(one, again)
    assert there.unloaded == [True, False]


def test_stable_audio_makes_the_same_samples_in_another_process(there: SimpleNamespace) -> None:
    add_stable_audio()
    assert np.abs(there.riffs[2].audio).max() > 0.01
    assert same(there.riffs[2], render(AUDIO))
    loaded_model.unload()
