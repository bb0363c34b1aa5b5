"""The check for graphics cards: its figures, and the model that it makes up."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from types import ModuleType

import numpy as np
import pytest

from riffdesk import render
from riffdesk.models.registry import add_model
from tests.simulated_cards import simulated

GPU = Path(__file__).parent.parent / "packaging" / "gpu"


@pytest.fixture
def modules() -> Iterator[dict[str, ModuleType]]:
    """Return the check's modules, which lie beside each other and in no package."""
    with imported() as modules:
        yield modules


@pytest.fixture(scope="module")
def made_up(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the folder of the tiny model, which nobody writes to."""
    folder = tmp_path_factory.mktemp("models") / "made-up"
    with imported() as modules:
        modules["made_up_model"].write_model(folder, tiny=True, device="cpu")
    return folder


@contextmanager
def imported() -> Iterator[dict[str, ModuleType]]:
    sys.path.insert(0, str(GPU))
    names = ("figures", "made_up_model", "networks", "actions")
    try:
        yield {name: __import__(name) for name in names}
    finally:
        sys.path.remove(str(GPU))
        for name in names:
            sys.modules.pop(name, None)


def test_a_bound_that_is_missed_and_an_error_fail_the_check(modules: dict[str, ModuleType], tmp_path: Path) -> None:
    results = modules["figures"].Results(60.0)
    results.add("fast enough", 1.0, "s", bound=1.06)
    results.add("ratio", np.float64(21.0), "x", bound=20.0, at_least=True)
    assert results.passed
    results.add("too slow", 1.2, "s", bound=1.06)
    assert not results.passed
    others = modules["figures"].Results(60.0, tmp_path / "out")
    others.run("breaks", lambda: 1 / 0)
    others.run("needs longer than is left", lambda: others.add("never", 1.0), needs=100.0)
    assert not others.passed
    written = json.loads((tmp_path / "out" / "gpu.json").read_text())
    assert written["errors"] == {"breaks": "ZeroDivisionError: division by zero"}
    assert written["left_out"] == ["needs longer than is left"]
    assert written["figures"] == []
    assert "Traceback" in (tmp_path / "out" / "gpu.log").read_text()


def test_the_made_up_model_and_its_lora_play(modules: dict[str, ModuleType], made_up: Path, tmp_path: Path) -> None:
    setup = modules["actions"].Setup(modules["figures"].Results(60.0), "cpu", add_model(made_up), True)
    options = setup.options(steps=1, quality="draft", seconds=1.0)
    plain = render("techno", **options)
    assert np.isfinite(plain.audio).all()
    assert np.abs(plain.audio).max() > 1e-4
    modules["networks"].near_processor(setup)
    assert setup.results.passed
    from riffdesk.engine.loaded_model import model_of

    modules["made_up_model"].write_lora(tmp_path / "lora.safetensors", model_of(plain.recipe).unet)
    name = add_model(tmp_path / "lora.safetensors").name
    assert not np.array_equal(render("techno", **options | {"loras": [(name, 0.8)]}).ink, plain.ink)


def test_a_check_inside_of_another_fails_alone_and_each_has_its_time(modules: dict[str, ModuleType]) -> None:
    results = modules["figures"].Results(60.0)

    def outer() -> None:
        results.run("inner", lambda: 1 / 0)
        results.add("after it", 1.0)

    results.run("outer", outer)
    assert list(results.errors) == ["inner"]
    assert [figure.name for figure in results.figures] == ["after it"]
    assert set(results.step_seconds) == {"inner", "outer"}
    assert not results.running


def run_process(folder: Path, checks: str) -> int:
    """Run checks in a process of their own with the results in a folder, and return its exit status."""
    script = (
        f"import os, pathlib, time, figures\nresults = figures.Results.read(pathlib.Path({str(folder)!r}))\n{checks}"
    )
    path = os.pathsep.join((str(GPU), str(GPU.parent.parent)))
    command, environment = [sys.executable, "-P", "-c", script], {**os.environ, "PYTHONPATH": path}
    return subprocess.run(command, env=environment, timeout=200, check=False).returncode


def test_after_a_check_that_hangs_another_process_goes_on(modules: dict[str, ModuleType], tmp_path: Path) -> None:
    figures = modules["figures"]
    figures.Results(600.0, tmp_path).write()
    checks = (
        "def outer():\n"
        "    results.run('inner', lambda: results.add('inside', 1.0))\n"
        "    results.run('hangs', lambda: time.sleep(300), limit=0.5)\n"
        "    results.run('last', lambda: results.add('after it', 1.0))\n"
        "results.run('outer', outer)\n"
    )
    assert run_process(tmp_path, checks) == figures.GO_ON
    assert run_process(tmp_path, checks) == 0
    results = figures.Results.read(tmp_path)
    assert list(results.errors) == ["hangs"]
    assert "cut off" in results.errors["hangs"]
    assert [figure.name for figure in results.figures] == ["inside", "after it"]
    assert list(results.step_seconds) == ["inner", "hangs", "last", "outer"]


def test_a_card_that_answers_no_more_ends_the_process_after_the_check(
    modules: dict[str, ModuleType], tmp_path: Path
) -> None:
    figures = modules["figures"]
    figures.Results(600.0, tmp_path).write()
    checks = "results.card_answers = lambda: 1 / 0\nresults.run('breaks', lambda: [][0])\nresults.add('never', 1.0)"
    assert run_process(tmp_path, checks) == figures.GO_ON
    results = figures.Results.read(tmp_path)
    assert list(results.errors) == ["breaks"]
    assert results.figures == []


def test_a_process_that_crashes_is_noted_at_the_check_that_ran(modules: dict[str, ModuleType], tmp_path: Path) -> None:
    figures = modules["figures"]
    figures.Results(600.0, tmp_path).write()
    checks = "results.run('crashes', os.abort)\nresults.run('next', lambda: results.add('after it', 1.0))"
    status = run_process(tmp_path, checks)
    assert status not in (0, figures.GO_ON)
    figures.Results.read(tmp_path).ended(f"the process ended with {status}")
    assert run_process(tmp_path, checks) == 0
    results = figures.Results.read(tmp_path)
    assert list(results.errors) == ["crashes"]
    assert [figure.name for figure in results.figures] == ["after it"]


@pytest.mark.parametrize("name", ["xpu", "mps"])  # in half precision a processor takes minutes
def test_other_kinds_of_cards_are_compared_with_the_processor_too(
    modules: dict[str, ModuleType], made_up: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    with simulated(monkeypatch, name) as card:
        results = modules["figures"].Results(60.0)
        setup = modules["actions"].Setup(results, name, add_model(made_up), True)
        assert setup.place == name
        modules["networks"].near_processor(setup)
        assert card.dtypes, "something was computed on it"
    assert len(results.figures) == 2
    assert results.passed


def test_torch_calls_an_amd_card_cuda(modules: dict[str, ModuleType], monkeypatch: pytest.MonkeyPatch) -> None:
    with simulated(monkeypatch, "rocm"):
        assert modules["actions"].Setup(None, "rocm", None, True).place == "cuda"


@pytest.mark.skipif(sys.platform != "linux", reason="a shell script")
def test_without_a_card_it_says_how_to_rehearse(tmp_path: Path) -> None:
    environment = {**os.environ, "CUDA_VISIBLE_DEVICES": "-1", "PYTHON": sys.executable}
    done = subprocess.run([GPU / "check"], capture_output=True, text=True, env=environment, check=False)
    assert done.returncode == 1
    assert "--device cpu --size tiny" in done.stderr
