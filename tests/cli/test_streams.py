"""Standard streams as shells, services and other systems give them."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from riffdesk.models.registry import add_model
from tests.models.checkpoints import write_lora

COMMAND = (sys.executable, "-m", "riffdesk")


@pytest.mark.parametrize("buffering", ["", "1"])
@pytest.mark.parametrize("arguments", [("--version",), ("models", "list", "--json")])
def test_output_that_cannot_be_written_is_told_of_in_a_line(buffering: str, arguments: tuple[str, ...]) -> None:
    if not os.path.exists("/dev/full"):
        pytest.skip("there is no disk that is always full")
    with open("/dev/full", "w", encoding="utf-8") as full:
        done = subprocess.run(
            (*COMMAND, *arguments),
            stdout=full,
            stderr=subprocess.PIPE,
            text=True,
            env={**os.environ, "PYTHONUNBUFFERED": buffering},
            timeout=100,
        )
    assert done.returncode == 1
    assert done.stderr.strip() == "riffdesk: The output could not be written: No space left on device."


@pytest.mark.skipif(os.name != "posix", reason="shells of Windows cannot close a stream")
def test_a_command_runs_without_standard_streams(tmp_path: Path) -> None:
    line = f"{sys.executable} -m riffdesk midi funk -o riff.mid <&- >&- 2>&-"
    done = subprocess.run(["sh", "-c", line], cwd=tmp_path, timeout=100)
    assert done.returncode == 0
    assert (tmp_path / "riff.mid").read_bytes().startswith(b"MThd")


@pytest.mark.skipif(os.name != "posix", reason="shells of Windows cannot close a stream")
def test_errors_do_not_go_to_standard_output_where_there_is_no_other(tmp_path: Path) -> None:
    done = subprocess.run(
        ["sh", "-c", f"{sys.executable} -m riffdesk nothing 2>&-"], stdout=subprocess.PIPE, timeout=100
    )
    assert (done.returncode, done.stdout) == (2, b"")


def test_names_are_listed_in_any_encoding(tmp_path: Path) -> None:
    add_model(write_lora(tmp_path / "Łódź \N{CAT FACE}.safetensors"))
    done = subprocess.run(
        (*COMMAND, "models", "list"),
        capture_output=True,
        env={**os.environ, "PYTHONIOENCODING": "cp1252", "PYTHONUTF8": "0"},
        timeout=100,
    )
    assert done.returncode == 0, done.stderr
    assert b"?\xf3d? ? (added)" in done.stdout


@pytest.mark.skipif(os.name != "posix", reason="needs a path below which nothing can be made")
def test_completion_that_cannot_be_installed_is_told_of_in_a_line(tmp_path: Path) -> None:
    (tmp_path / "home").write_text("no folder")
    # A shell between them, as the completion is that of the shell which starts the command.
    done = subprocess.run(
        ["bash", "-c", f"{sys.executable} -m riffdesk --install-completion; exit $?"],
        capture_output=True,
        text=True,
        env={**os.environ, "HOME": str(tmp_path / "home")},
        timeout=100,
    )
    assert done.returncode == 1
    assert done.stderr.startswith("riffdesk: Could not write ")
    assert done.stderr.count("\n") == 1


def test_commands_in_messages_can_be_pasted(tmp_path: Path) -> None:
    name = "it's an lcm lora"
    added = subprocess.run(
        (*COMMAND, "models", "add", str(write_lora(tmp_path / f"{name}.safetensors"))),
        capture_output=True,
        text=True,
        timeout=100,
    )
    assert "riffdesk models set 'it'\"'\"'s an lcm lora' --scheduler none" in added.stdout
