"""Reading a file of jobs: YAML whose keys are the options of ``riffdesk render``, and whose lists make a grid.

The type of a value depends on its key and not on YAML's rules, so that ``prompt: no`` is a text and ``seed: 010``
is ten. Error messages name the line.
"""

from __future__ import annotations

import difflib
import hashlib
import itertools
import json
import math
import os
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any, NoReturn

from riffdesk.batch.yaml_text import YamlText, read_yaml
from riffdesk.diffusion.schedulers import check_scheduler, scheduler_called
from riffdesk.dsp.phase.quality import QUALITIES
from riffdesk.errors import UserError
from riffdesk.files import safe_name
from riffdesk.models.files.lora_weights import name_and_weight
from riffdesk.scripting.requests import OptionValues, with_options
from riffdesk.sketch.music.key import key_of
from riffdesk.sketch.recipe.recipe import Recipe
from riffdesk.sketch.recipe.timeline import RANDOM_SEED, Keyframe

if TYPE_CHECKING:
    from yaml import Node

MAX_RIFFS = 100_000
"""Maximum number of riffs in one file."""

_NAME_LENGTH = 60
_NAME_BYTES = 100
_DIGITS = 10
_SAMPLE_RECIPE = Recipe("", (Keyframe(),), seconds=1.0, steps=1)  # to validate settings with


@dataclass(frozen=True, eq=False)
class Job:
    """One riff to render.

    Parameters
    ----------
    name : str
        Name of its file, without a suffix: prompt, seed and a digest of all its settings. Jobs with different settings
        have different names, and the same job has the same name in every file.
    prompt : str
    settings : dict
        The other settings as in the file, including the seed: texts, numbers and lists for `json`.
    options : dict
        The same settings as options of `riffdesk.scripting.api.render`.
    """

    name: str
    prompt: str
    settings: Mapping[str, Any]
    options: OptionValues


def read_jobs(path: Path) -> tuple[Job, ...]:
    """Return the jobs of a file without duplicates.

    Raises
    ------
    UserError
        If it cannot be read or is invalid; the message names the file and the line.
    """
    yaml = read_yaml(path)
    if yaml.root is None:
        raise UserError(f"{path.name} is empty. Write a prompt into it, such as: prompt: slow jazz")
    return _Reader(path, yaml).jobs(yaml.root)


class _Reader:
    """Reads the nodes of one file."""

    def __init__(self, path: Path, yaml: YamlText) -> None:
        self._path, self._yaml = path, yaml
        self._lists: set[Node] = set()
        """Values whose key is plural, so that they are lists."""

    def jobs(self, root: Node) -> tuple[Job, ...]:
        """Return the jobs of the file without duplicates."""
        shared = self._fields(root, (*_SETTINGS, "jobs"))
        jobs_node = shared.pop("jobs", None)
        parts = [root] if jobs_node is None else self._items(jobs_node)
        jobs: dict[str, Job] = {}
        for part in parts:
            fields = shared if part is root else shared | self._fields(part, tuple(_SETTINGS))
            for job in self._grid(fields, part):
                repetition = 0
                while job.settings["seed"] == RANDOM_SEED and job.name in jobs:  # random seeds give different riffs
                    repetition += 1
                    job = replace(job, name=_name_of(job.prompt, job.settings, repetition))
                jobs.setdefault(job.name, job)
                if len(jobs) > MAX_RIFFS:
                    self._refuse(part, f"that makes more than {MAX_RIFFS:,} riffs. Use several files")
        return tuple(jobs.values())

    def _fields(self, node: Node, allowed: Sequence[str]) -> dict[str, Node]:
        """Return the value of each key of a mapping."""
        if node.id != "mapping":
            self._refuse(node, "settings are written as 'prompt: slow jazz', one below the other")
        fields: dict[str, Node] = {}
        for key_node, value in node.value:
            key = _PLURALS.get(key_node.value, key_node.value) if key_node.id == "scalar" else ""
            if key != key_node.value:
                self._lists.add(value)
            if key not in allowed:
                similar = difflib.get_close_matches(str(key), allowed, n=1)
                hint = f"Did you mean '{similar[0]}'?" if similar else f"There are: {', '.join(allowed)}."
                self._refuse(key_node, f"there is no setting '{key}'. {hint}")
            if key in fields:
                self._refuse(key_node, f"'{key}' is given twice")
            fields[key] = value
        return fields

    def _grid(self, fields: Mapping[str, Node], part: Node) -> Iterator[Job]:
        """Yield a job for each combination of the values of each setting."""
        if "prompt" not in fields:
            self._refuse(part, "there is no prompt")
        choices = {key: self._choices(key, fields[key]) for key in _SETTINGS if key in fields}
        if math.prod(map(len, choices.values())) > MAX_RIFFS:
            self._refuse(part, f"that makes more than {MAX_RIFFS:,} riffs. Use several files")
        for values in itertools.product(*choices.values()):
            chosen = dict(zip(choices, values, strict=True))
            try:
                yield self._job(chosen)
            except UserError as error:
                line = min(fields[key].start_mark.line for key in chosen)
                raise UserError(f"{self._path.name}, line {line + 1}: {error}") from error

    def _choices(self, key: str, node: Node) -> list[Any]:
        """Return the values of a setting in the grid."""
        is_text = _SETTINGS[key] is str and node not in self._lists and self._yaml.text_of(node) is not None
        if node.id != "sequence" or is_text:
            return [self._value(key, node)]
        return [self._value(key, item) for item in self._items(node)]

    def _items(self, node: Node) -> list[Node]:
        if node.id != "sequence" or not node.value:
            self._refuse(node, "here should be a list with at least one value")
        items: list[Node] = node.value
        return items

    def _value(self, key: str, node: Node) -> Any:
        """Return one value; for several LoRAs of one riff it is a list."""
        if key == "lora" and node.id == "sequence":
            return [self._value(key, item) for item in self._items(node)]
        kind = _SETTINGS[key]
        text = self._yaml.text_of(node) if kind is str else node.value if node.id == "scalar" else None
        if text is None:
            self._refuse(node, f"'{key}' is one value or a list of values")
        try:
            if not text and node.style is None:  # empty, without quotes
                raise ValueError("nothing")
            value = kind(text)
            with_options(_SAMPLE_RECIPE, self._options({key: value}))
            return value
        except ValueError:
            hint = f". Write it with a point: {text.replace(',', '.')}" if _has_comma(text) and kind is float else ""
            self._refuse(node, f"'{key}' is {_KINDS[kind]}, not '{text}'{hint}")
        except UserError as error:
            self._refuse(node, str(error))

    def _job(self, chosen: dict[str, Any]) -> Job:
        """Return the job of one value for each setting."""
        settings = {"seed": 42} | chosen
        prompt = settings.pop("prompt")
        options = self._options(settings)
        recipe = with_options(_SAMPLE_RECIPE, options)
        check_scheduler(recipe.scheduler, recipe.steps)
        return Job(_name_of(prompt, settings), prompt, settings, options)

    def _options(self, settings: Mapping[str, Any]) -> OptionValues:
        """Return settings as options of the API; relative paths are relative to the job file."""
        options = {name: value for name, value in settings.items() if name not in ("prompt", "lora")}
        if "lora" in settings:
            loras = settings["lora"] if isinstance(settings["lora"], list) else [settings["lora"]]
            weights = map(name_and_weight, loras)
            options["loras"] = [(os.path.expanduser(name), weight) for name, weight in weights]
        for name in ("init", "mask"):
            if name not in settings:
                continue
            file = os.path.expanduser(settings[name])
            if os.path.exists(self._path.parent / file):  # False if the path is too long
                options[name] = self._path.parent / file
            else:
                options[name] = file
        if "model" in settings:
            options["model"] = os.path.expanduser(settings["model"])
        return options

    def _refuse(self, node: Node, problem: str) -> NoReturn:
        stop = "" if problem.endswith((".", "?")) else "."
        raise UserError(f"{self._path.name}, line {node.start_mark.line + 1}: {problem}{stop}")


def _name_of(prompt: str, settings: Mapping[str, Any], repetition: int = 0) -> str:
    """Return the name of a job's file; ``repetition`` distinguishes equal jobs with random seeds."""
    all_settings = {"prompt": prompt, **settings} | ({"again": repetition} if repetition else {})
    digest = hashlib.sha256(json.dumps(all_settings, sort_keys=True).encode()).hexdigest()[:_DIGITS]
    # `safe_name` does not change the result: it has at most 100 bytes.
    ending = f" {settings['seed'] if settings['seed'] != RANDOM_SEED else 'random'} {digest}"
    words = safe_name(prompt[:_NAME_LENGTH], "riff").encode()[: _NAME_BYTES - len(ending.encode())]
    return words.decode(errors="ignore").rstrip(" .") + ending


def _has_comma(text: str) -> bool:
    """Return whether a text is a number with a decimal comma."""
    return re.fullmatch(r"[+-]?\d*,\d+", text.strip()) is not None


def _flag(text: str) -> bool:
    """Return a text as a bool by the rules of YAML 1.1."""
    words = {"true": True, "yes": True, "on": True, "false": False, "no": False, "off": False}
    if text.casefold() not in words:
        raise ValueError(text)
    return words[text.casefold()]


def _lora(text: str) -> str:
    name_and_weight(text)
    return text


def _quality(text: str) -> str:
    if text not in QUALITIES:
        raise UserError(f"'quality' is one of {', '.join(QUALITIES)}, not '{text}'.")
    return text


_SETTINGS: dict[str, Callable[[str], Any]] = {
    "prompt": str,
    "negative": str,
    "seed": int,
    "seconds": float,
    "bars": float,
    "bpm": float,
    "beats": int,
    "key": key_of,
    "fast": _flag,
    "steps": int,
    "guidance": float,
    "denoising": float,
    "scheduler": scheduler_called,
    "model": str,
    "lora": _lora,
    "init": str,
    "mask": str,
    "loop": _flag,
    "clips": _flag,
    "quality": _quality,
}
_KINDS: dict[Callable[[str], Any], str] = {
    str: "a text",
    int: "a whole number",
    float: "a number",
    key_of: "a key, such as C minor",
    scheduler_called: "the name of a scheduler",
    _quality: f"one of {', '.join(QUALITIES)}",
    _flag: "true or false",
    _lora: "NAME or NAME:WEIGHT",
}
_PLURALS = {"prompts": "prompt", "seeds": "seed"}
