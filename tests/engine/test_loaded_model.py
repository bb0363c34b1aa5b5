"""One model stays loaded."""

from __future__ import annotations

import os
from dataclasses import replace
from typing import Any

import pytest

from riffdesk.diffusion import loading
from riffdesk.engine import loaded_model
from riffdesk.engine.requests import RenderRequest, VariationsRequest, with_compiled
from riffdesk.engine.riff.render import render, render_variations
from riffdesk.errors import UserError
from riffdesk.models.registry import find_model
from riffdesk.settings import SettingsFile
from tests.engine.riffs import PARAMS, SMALL, add_tiny, recipe

pytestmark = pytest.mark.usefixtures("tiny")


def test_the_last_model_stays_loaded_until_another_one_is_asked_for(monkeypatch: pytest.MonkeyPatch) -> None:
    loads: list[str] = []
    load = loading.load_model

    def counted(entry: Any, **options: Any) -> Any:
        loads.append(entry.name)
        return load(entry, **options)

    monkeypatch.setattr(loading, "load_model", counted)
    other = add_tiny(replace(SMALL, seed=5)).name
    loaded_model.unload()
    for name in ("tiny", "tiny", other, other, "tiny"):
        loaded_model.model_of(recipe(model=name))
    assert loads == ["tiny", other, "tiny"]
    assert loaded_model.unload() is True
    assert loaded_model.unload() is False


def test_whether_a_model_is_compiled_comes_with_the_request_and_not_from_the_settings(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    load, compiled = loading.load_model, []

    def watched(entry: Any, **options: Any) -> Any:
        compiled.append(options["compiled"])
        return load(entry, **options)

    monkeypatch.setattr(loading, "load_model", watched)
    monkeypatch.setattr(SettingsFile, "load", lambda _: pytest.fail("the engine reads no settings"))
    loaded_model.unload()
    request = RenderRequest(recipe(), PARAMS)
    for one in (request, with_compiled(request, True)):
        render(one)
    variations = with_compiled(VariationsRequest(request, (1, 2)), True)
    render_variations(variations)
    assert compiled == [False, True], "and one that is loaded in the same way stays loaded"
    assert with_compiled("anything else", True) == "anything else"


def test_another_model_in_the_same_place_is_not_taken_for_the_old_one() -> None:
    first = loaded_model.model_of(recipe())
    assert loaded_model.model_of(recipe()) is first
    index = find_model("tiny").path / "model_index.json"
    os.utime(index, (index.stat().st_mtime + 3_600,) * 2)
    assert loaded_model.model_of(recipe()) is not first


def test_a_model_that_cannot_be_loaded_leaves_none_behind(monkeypatch: pytest.MonkeyPatch) -> None:
    render(RenderRequest(recipe(), PARAMS))
    entry = add_tiny(replace(SMALL, seed=6))

    def fails(*args: Any, **options: Any) -> Any:
        raise UserError("This model is damaged.")

    monkeypatch.setattr(loading, "load_model", fails)
    with pytest.raises(UserError, match="damaged"):
        render(RenderRequest(recipe(model=entry.name), PARAMS))
    assert loaded_model.unload() is False
