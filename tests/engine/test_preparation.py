"""What is done beforehand is what the first riff would have to wait for."""

from __future__ import annotations

import os
import subprocess
import sys

import pytest

pytestmark = pytest.mark.usefixtures("tiny")

_SCRIPT = """
import sys
from riffdesk.models import registry
from riffdesk.engine.riff.render import render_streamed
from riffdesk.engine.preparation import prepare
from riffdesk.engine.requests import RenderRequest
from tests.engine.riffs import PARAMS, recipe

told = []
prepare(RenderRequest(recipe(prompt=""), PARAMS), lambda step: told.append(step.what))
print("before:", *dict.fromkeys(told), sep="|")
there, told = set(sys.modules), []
render_streamed(RenderRequest(recipe(), PARAMS), lambda step: told.append(step.what))
print("imported:", *sorted(set(sys.modules) - there))
print("then:", *dict.fromkeys(told), sep="|")
"""


def test_a_riff_after_the_preparation_imports_nothing_and_loads_nothing() -> None:
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)}
    done = subprocess.run([sys.executable, "-c", _SCRIPT], env=environment, capture_output=True, text=True, check=True)
    before, imported, then = done.stdout.splitlines()
    assert before == "before:|Starting the engine|Loading the model tiny"
    assert imported == "imported:"
    assert "Step 3 of 3" in then
    assert "Loading" not in then
    assert "Starting" not in then
