"""``riffdesk models get`` in a process of its own, against a small hub on this machine."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator

import pytest

from riffdesk import paths
from tests.cli.conftest import hears_sigint
from tests.diffusion.tiny import tiny_folder
from tests.models.hub import Hub, running_hub


@pytest.fixture
def hub() -> Iterator[Hub]:
    with running_hub() as hub:
        hub.repositories["somebody/tiny"] = tiny_folder()
        yield hub


def start_get(endpoint: str) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-m", "riffdesk", "models", "get", "somebody/tiny"],
        env=os.environ | {"HF_ENDPOINT": endpoint},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        preexec_fn=hears_sigint if sys.platform != "win32" else None,
    )


def test_it_fetches_a_model_and_says_so(hub: Hub) -> None:
    assert start_get(hub.endpoint).communicate(timeout=60) == ("Fetched tiny\n", "")
    assert (paths.models_dir() / "tiny" / "model_index.json").is_file()


def test_it_prints_the_licence_first(hub: Hub) -> None:
    hub.card = {"license": "openrail"}
    assert start_get(hub.endpoint).communicate(timeout=60) == (
        "Fetched tiny\n",
        "Licence of somebody/tiny: openrail.\n",
    )


def test_without_a_network_it_fails_at_once(hub: Hub) -> None:
    started = time.monotonic()
    child = start_get("http://127.0.0.1:9")
    out, err = child.communicate(timeout=60)
    assert (child.returncode, out, err.count("\n")) == (1, "", 1)
    assert "riffdesk models add FOLDER" in err
    assert time.monotonic() - started < 20  # most of it is Python's start on a busy machine


@pytest.mark.skipif(sys.platform == "win32", reason="has no SIGINT for one process")
def test_control_c_keeps_what_came_and_the_next_try_goes_on(hub: Hub) -> None:
    hub.pause = 0.1
    child = start_get(hub.endpoint)
    while not (paths.models_dir() / ".tiny.part").is_dir():
        assert child.poll() is None
        time.sleep(0.01)
    child.send_signal(signal.SIGINT)
    assert child.communicate(timeout=60)[1] == "Cancelled.\n"
    assert child.returncode == 1
    assert (paths.models_dir() / ".tiny.part").is_dir()
    hub.pause = 0
    assert start_get(hub.endpoint).communicate(timeout=60)[0] == "Fetched tiny\n"


def test_neither_torch_nor_qt_is_loaded_for_the_list() -> None:
    code = (
        "import sys; from riffdesk import cli; cli.run(['models', 'list'], open_window=None);"
        "sys.exit(any(name in sys.modules for name in ('torch', 'PySide6', 'huggingface_hub')))"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False, capture_output=True).returncode == 0
