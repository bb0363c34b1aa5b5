"""``riffdesk models``: what there is, what is added and what goes, for a script and for somebody at a terminal."""

from __future__ import annotations

import json
import shutil
from dataclasses import replace
from pathlib import Path

import pytest

from riffdesk.audio.filing.sound_files import read_recipe
from riffdesk.errors import Cancelled, UserError
from riffdesk.models.stable_audio import TERMS
from riffdesk.paths import models_dir
from tests.cli.conftest import Riffdesk
from tests.diffusion.tiny import tiny_folder
from tests.engine.riffs import SMALL, add_tiny
from tests.models.checkpoints import write_lora
from tests.models.published_audio import published


def told(riffdesk: Riffdesk, capfd: pytest.CaptureFixture[str]) -> dict[str, dict[str, object]]:
    capfd.readouterr()
    assert riffdesk("models", "list", "--json") == 0
    out, err = capfd.readouterr()
    assert err == ""
    return {one["name"]: one for one in json.loads(out)}


def test_at_first_the_built_in_one_is_listed_with_all_there_is_to_say(
    riffdesk: Riffdesk, capfd: pytest.CaptureFixture[str]
) -> None:
    assert riffdesk("models", "list") == 0
    first, *lines = capfd.readouterr().out.splitlines()
    assert first == "starter (built-in)"
    said = dict(line.split(maxsplit=1) for line in lines)
    assert set(said) == {"size", "window", "licence", "folder", "trust"}
    assert said["size"].endswith(" MB")
    assert said["window"] == "5.12 s, 512 columns x 512 bands"
    assert Path(said["licence"]).is_file()
    assert Path(said["folder"], "model_index.json").is_file()


def test_a_folder_is_added_used_and_forgotten(riffdesk: Riffdesk, capfd: pytest.CaptureFixture[str]) -> None:
    folder = Path(shutil.copytree(tiny_folder(SMALL), "funk")).resolve()
    files = sorted(folder.rglob("*"))
    assert riffdesk("models", "add", "funk") == 0
    assert capfd.readouterr().out == "Added funk\n"
    there = told(riffdesk, capfd)
    assert list(there) == ["starter", "funk"]
    assert (there["funk"]["folder"], there["funk"]["origin"]) == (str(folder), "added")
    assert there["funk"]["bytes"] == sum(path.stat().st_size for path in files if path.is_file())
    assert there["funk"]["window"] == "1.28 s, 128 columns x 64 bands"
    command = ("render", "jazz", "-o", "a.wav", "--model", "funk", "--steps", 1, "--seconds", 0.2)
    assert riffdesk(*command) == 0
    assert riffdesk("models", "remove", "funk") == 0
    assert "Removed funk from the list" in capfd.readouterr().out
    assert sorted(folder.rglob("*")) == files
    assert riffdesk(*command, "--force") == 1
    assert "no model called 'funk'" in capfd.readouterr().err


def test_a_lora_is_added_and_is_no_model_of_its_own(riffdesk: Riffdesk, capfd: pytest.CaptureFixture[str]) -> None:
    write_lora(Path("swing.safetensors"))
    assert riffdesk("models", "add", "swing.safetensors") == 0
    there = told(riffdesk, capfd)
    assert (there["swing"]["kind"], there["swing"]["window"]) == ("lora", "that of the model it is added to")
    assert riffdesk("render", "jazz", "-o", "a.wav", "--model", "swing") == 1
    assert "swing is a LoRA and no model of its own" in capfd.readouterr().err


def test_what_was_put_into_riffdesks_folder_is_deleted(riffdesk: Riffdesk, capfd: pytest.CaptureFixture[str]) -> None:
    models_dir().mkdir(parents=True)
    folder = Path(shutil.copytree(tiny_folder(SMALL), models_dir() / "mine"))
    assert riffdesk("models", "remove", "mine") == 0
    assert capfd.readouterr().out == f"Deleted {folder}\n"
    assert not folder.exists()


def test_a_damaged_model_is_listed_with_its_problem_beside_the_others(
    riffdesk: Riffdesk, capfd: pytest.CaptureFixture[str]
) -> None:
    folder = Path(shutil.copytree(tiny_folder(SMALL), "funk"))
    assert riffdesk("models", "add", "funk") == 0
    shutil.rmtree(folder / "unet")
    there = told(riffdesk, capfd)
    assert "unet" in str(there["funk"]["problem"])
    assert "problem" not in there["starter"]
    assert riffdesk("models", "list") == 0
    assert "problem" in capfd.readouterr().out


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (("add", "gone"), "gone"),
        (("add", "empty"), "empty"),
        (("add", "text.safetensors"), "text.safetensors"),
        (("add", "text.txt"), "text.txt"),
        (("remove", "starter"), "starter"),
        (("remove", "tini"), "Did you mean 'tiny'"),
        (("get", "no-owner"), "no-owner"),
        (("get", "../../etc/passwd"), "etc/passwd"),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, tuple) else "",
)
def test_what_is_no_model_is_one_calm_line_and_exits_with_1(
    riffdesk: Riffdesk, capfd: pytest.CaptureFixture[str], arguments: tuple[str, ...], sentence: str
) -> None:
    add_tiny(SMALL)
    Path("empty").mkdir()
    Path("text.safetensors").write_text("no weights")
    Path("text.txt").write_text("no weights")
    assert riffdesk("models", *arguments) == 1
    out, err = capfd.readouterr()
    assert out == ""
    assert len(err.splitlines()) == 1
    assert sentence in err
    assert list(told(riffdesk, capfd)) == ["starter", "tiny"]


@pytest.mark.parametrize(
    ("error", "line"),
    [
        (UserError("There is no way to Hugging Face."), "riffdesk: There is no way to Hugging Face.\n"),
        (Cancelled(), "Cancelled.\n"),
        (KeyboardInterrupt(), "Cancelled.\n"),
    ],
    ids=["offline", "cancelled", "interrupted"],
)
def test_a_fetch_that_fails_says_so_and_exits_with_1(
    riffdesk: Riffdesk,
    capfd: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
    error: BaseException,
    line: str,
) -> None:
    def fails(*rest: object) -> None:
        raise error

    monkeypatch.setattr("riffdesk.models.registry.get_model", fails)
    assert riffdesk("models", "get", "somebody/something") == 1
    assert capfd.readouterr().err == line


@pytest.mark.parametrize("command", ["list", "add", "get", "remove"])
def test_help_has_examples(riffdesk: Riffdesk, capfd: pytest.CaptureFixture[str], command: str) -> None:
    assert riffdesk("models", command, "--help") == 0
    examples = capfd.readouterr().out.split("Examples:\n")[1].splitlines()
    assert examples
    assert all(line.strip().startswith(f"riffdesk models {command}") for line in examples)
    assert riffdesk("models", command, "--no-such-option") == 2


def test_a_damaged_list_is_said_beside_what_there_is(riffdesk: Riffdesk, capfd: pytest.CaptureFixture[str]) -> None:
    models_dir().mkdir(parents=True)
    (models_dir().parent / "models.json").write_text("[" * 100_000)
    assert riffdesk("models", "list", "--json") == 0
    out, err = capfd.readouterr()
    assert [one["name"] for one in json.loads(out)] == ["starter"]
    assert "is damaged" in err


def test_published_weights_of_stable_audio_are_converted_and_added(
    riffdesk: Riffdesk, capfd: pytest.CaptureFixture[str]
) -> None:
    published(Path("there"), small=True)
    capfd.readouterr()
    assert riffdesk("models", "convert", "there/model.safetensors", "small") == 0
    out, err = capfd.readouterr()
    assert out == "Converted to small. Add it: riffdesk models add small\n"
    assert TERMS in err
    assert riffdesk("models", "add", "small") == 0
    assert told(riffdesk, capfd)["small"]["terms"] == TERMS
    command = ("render", "piano", "-o", "a.wav", "--model", "small", "--steps", 1, "--seconds", 0.5)
    assert riffdesk(*command) == 0
    assert riffdesk("models", "convert", "there/model.safetensors", "small") == 1
    assert "There is small already" in capfd.readouterr().err


def test_a_lora_for_few_steps_is_recognised_corrected_and_used(
    riffdesk: Riffdesk, capfd: pytest.CaptureFixture[str]
) -> None:
    add_tiny(SMALL)
    command = ("render", "jazz", "-o", "a.wav", "--model", "tiny", "--seconds", 0.2, "--fast")
    assert riffdesk(*command) == 1
    assert "riffdesk models get latent-consistency/lcm-lora-sdv1-5" in capfd.readouterr().err
    write_lora(Path("quick.safetensors"))
    assert riffdesk("models", "add", "quick.safetensors") == 0
    assert capfd.readouterr().out == "Added quick\n"
    assert riffdesk("models", "set", "quick", "--scheduler", "tcd") == 0
    assert "few steps with the scheduler TCD, and --fast uses it" in capfd.readouterr().out
    assert told(riffdesk, capfd)["quick"]["scheduler"] == "TCD"
    assert riffdesk(*command) == 0
    assert read_recipe(Path("a.wav")) == replace(
        read_recipe(Path("a.wav")), scheduler="TCD", steps=4, loras=(("quick", 1.0),)
    )
    assert riffdesk("models", "set", "quick", "--scheduler", "none") == 0
    assert "scheduler" not in told(riffdesk, capfd)["quick"]
    assert riffdesk("models", "set", "tiny", "--scheduler", "LCM") == 1
    assert "tiny is no LoRA" in capfd.readouterr().err
