"""What is said under a prompt of marks and words that are not understood."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from riffdesk.diffusion.prompt.notes import notes_of, words_by_kind
from riffdesk.models.registry import built_in

WORDS = ("house drums", "four-on-the-floor drums", "slow", "synth bass", "C minor")


@pytest.mark.parametrize(
    ("prompt", "begins"),
    [
        ("", "The prompt is empty"),
        ("  \n", "The prompt is empty"),
        ("<lora:funk:1>", "The prompt is empty"),
        ("<lora:swing:0.8> slow drums", "There is no LoRA called “swing” here, so <lora:swing:0.8> adds nothing."),
        ("slow drums <lora:funk:much>", "The weight in <lora:funk:much> is no number"),
        ("slow <hypernet:x:1>", "<hypernet:x:1> adds nothing"),
        ("slow AND synth", "AND does not blend"),
        ("[slow|house] drums", "[slow|house] does not alternate"),
        ("{slow|house} drums", "{slow|house} is no random choice"),
        ("slow __drums__", "__drums__ is no random choice"),
        ("[slow:house] drums", "[slow:house] does not say where it changes"),
        ("(bass:1.3.2)", "“1.3.2” in (bass:1.3.2) is no weight"),
        ("slow kazoo", "The model does not know “kazoo”"),
        ("[slow:kazoo:0.5]", "The model does not know “kazoo”"),
        ("a1x b2x c3x d4x e5x f6x g7x", "The model does not know “a1x”, “b2x”, “c3x”, “d4x”, “e5x” and 2 more"),
    ],
)
def test_each_thing_that_is_not_understood_has_one_sentence(prompt: str, begins: str) -> None:
    (note,) = notes_of(prompt, {"funk"}, WORDS)
    assert note.startswith(begins)
    assert note.endswith(".")
    assert "\n" not in note


@pytest.mark.parametrize(
    "prompt",
    [
        "slow house drums",
        "(bass: 1.3), (bass:1.3 ), [drums], (bass:1,3)",
        "SLOW synth-bass BREAK drums in C minor, 90 bpm",
        "a drum and the floor",
        "<lora:Funk:0.8> slow [house:synth:0.5]",
        "slow funk",  # the name of what was added
        "(slow: bass)",
    ],
)
def test_of_what_is_understood_nothing_is_said(prompt: str) -> None:
    assert notes_of(prompt, {"funk"}, WORDS) == ()


def test_settings_in_a_prompt_are_told_of_first() -> None:
    note, *_ = notes_of("slow drums\nNegative prompt: house", (), WORDS)
    assert note.startswith("The text after “Negative prompt:” is read as words.")


def test_a_model_that_does_not_say_what_it_knows_knows_all() -> None:
    assert notes_of("slow kazoo", ()) == ()


def test_a_model_says_in_its_folder_what_it_knows(tmp_path: Path) -> None:
    assert "house drums" in words_by_kind(built_in().path)["drums"]
    assert words_by_kind(tmp_path) == {}
    for content in ("[" * 100_000, "[]", '{"a": 3}', '{"a": [3, null]}', "{"):
        (tmp_path / "prompt_words.json").write_text(content)
        assert words_by_kind(tmp_path) == {}
    (tmp_path / "prompt_words.json").write_text(json.dumps({"a": ["x", "y", "x", 3], "b": ["x"], "c": []}))
    assert words_by_kind(tmp_path) == {"a": ("x", "y"), "b": ("x",)}


def test_notes_need_no_torch() -> None:
    code = "import sys, riffdesk.diffusion.prompt.notes; sys.exit('torch' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
