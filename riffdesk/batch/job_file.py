"""A file of jobs: YAML whose keys are the options of ``riffdesk render``, and whose lists make a grid.

Values are read by what the key asks for and not by YAML's own rules, so that ``prompt: no`` is a word and ``seed: 010``
is ten. Whatever is wrong is said with its line.
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
from riffdesk.dsp.phase import QUALITIES
from riffdesk.errors import UserError
from riffdesk.files import safe_name
from riffdesk.scripting.requests import Given, told
from riffdesk.sketch.music.key import key_of
from riffdesk.sketch.recipe.recipe import Recipe
from riffdesk.sketch.recipe.timeline import RANDOM_SEED, Keyframe

if TYPE_CHECKING:
    from yaml import Node

MOST_RIFFS = 1_000
"""In one file: a contact sheet of more is a picture that few programs open."""

_NAME_LENGTH = 60
_NAME_BYTES = 100
_DIGITS = 10
_ANY = Recipe("", (Keyframe(),), seconds=1.0, steps=1)  # to try settings on


@dataclass(frozen=True, eq=False)
class Job:
    """One riff to make.

    Parameters
    ----------
    name : str
        What its file is called, without a suffix: prompt, seed, and a number that stands for all its settings, so that
        two jobs that differ in anything have different names, and the same job has the same name in every file.
    prompt : str
    settings : dict
        What was asked for beside the prompt, with the seed, as the file says it: texts, numbers and lists for `json`.
    options : dict
        The same as `riffdesk.scripting.api.render` takes it.
    """

    name: str
    prompt: str
    settings: Mapping[str, Any]
    options: Given


def read_jobs(path: Path) -> tuple[Job, ...]:
    """Return the jobs of a file, each once.

    Raises
    ------
    UserError
        If it cannot be read or holds something that makes no sense; the message names the file and the line.
    """
    read = read_yaml(path)
    if read.root is None:
        raise UserError(f"{path.name} is empty. Write a prompt into it, such as: prompt: slow jazz")
    return _Reader(path, read).jobs(read.root)


class _Reader:
    """Reads the nodes of one file."""

    def __init__(self, path: Path, read: YamlText) -> None:
        self._path, self._read = path, read
        self._lists: set[Node] = set()
        """Those that are lists by the plural of their key."""

    def jobs(self, root: Node) -> tuple[Job, ...]:
        """Return the jobs of the whole file, each once."""
        shared = self._fields(root, (*_SETTINGS, "jobs"))
        listed = shared.pop("jobs", None)
        parts = [root] if listed is None else self._items(listed)
        jobs: dict[str, Job] = {}
        for part in parts:
            fields = shared if part is root else shared | self._fields(part, tuple(_SETTINGS))
            for job in self._grid(fields, part):
                again = 0
                while job.settings["seed"] == RANDOM_SEED and job.name in jobs:  # each of them is another riff
                    again += 1
                    job = replace(job, name=_name_of(job.prompt, job.settings, again))
                jobs.setdefault(job.name, job)
                if len(jobs) > MOST_RIFFS:
                    self._refuse(part, f"that makes more than {MOST_RIFFS:,} riffs. Use several files")
        return tuple(jobs.values())

    def _fields(self, node: Node, known: Sequence[str]) -> dict[str, Node]:
        """Return the value of each key of a mapping."""
        if node.id != "mapping":
            self._refuse(node, "settings are written as 'prompt: slow jazz', one below the other")
        fields: dict[str, Node] = {}
        for key_node, value in node.value:
            key = _ALSO.get(key_node.value, key_node.value) if key_node.id == "scalar" else ""
            if key != key_node.value:
                self._lists.add(value)
            if key not in known:
                near = difflib.get_close_matches(str(key), known, n=1)
                hint = f"Did you mean '{near[0]}'?" if near else f"There are: {', '.join(known)}."
                self._refuse(key_node, f"there is no setting '{key}'. {hint}")
            if key in fields:
                self._refuse(key_node, f"'{key}' is there twice")
            fields[key] = value
        return fields

    def _grid(self, fields: Mapping[str, Node], part: Node) -> Iterator[Job]:
        """Yield a job for each combination of the values of each setting."""
        if "prompt" not in fields:
            self._refuse(part, "there is no prompt, so nothing is asked for")
        choices = {key: self._choices(key, fields[key]) for key in _SETTINGS if key in fields}
        if math.prod(map(len, choices.values())) > MOST_RIFFS:
            self._refuse(part, f"that makes more than {MOST_RIFFS:,} riffs. Use several files")
        for values in itertools.product(*choices.values()):
            chosen = dict(zip(choices, values, strict=True))
            try:
                yield self._job(chosen)
            except UserError as error:
                line = min(fields[key].start_mark.line for key in chosen)
                raise UserError(f"{self._path.name}, line {line + 1}: {error}") from error

    def _choices(self, key: str, node: Node) -> list[Any]:
        """Return the values that a setting takes in turn."""
        is_text = _SETTINGS[key] is str and node not in self._lists and self._read.text_of(node) is not None
        if node.id != "sequence" or is_text:
            return [self._value(key, node)]
        return [self._value(key, one) for one in self._items(node)]

    def _items(self, node: Node) -> list[Node]:
        if node.id != "sequence" or not node.value:
            self._refuse(node, "here should be a list of at least one thing")
        items: list[Node] = node.value
        return items

    def _value(self, key: str, node: Node) -> Any:
        """Return one value; several LoRAs of one riff are a list of their own."""
        if key == "lora" and node.id == "sequence":
            return [self._value(key, one) for one in self._items(node)]
        kind = _SETTINGS[key]
        text = self._read.text_of(node) if kind is str else node.value if node.id == "scalar" else None
        if text is None:
            self._refuse(node, f"'{key}' is one value or a list of values")
        try:
            if not text and node.style is None:  # nothing, not even quotes
                raise ValueError("nothing")
            value = kind(text)
            told(_ANY, self._options({key: value}))
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
        recipe = told(_ANY, options)
        check_scheduler(recipe.scheduler, recipe.steps)
        return Job(_name_of(prompt, settings), prompt, settings, options)

    def _options(self, settings: Mapping[str, Any]) -> Given:
        """Return settings as the API takes them; files are looked for beside this one."""
        options = {name: value for name, value in settings.items() if name not in ("prompt", "lora")}
        if "lora" in settings:
            loras = settings["lora"] if isinstance(settings["lora"], list) else [settings["lora"]]
            options["loras"] = [_weighted(one) for one in loras]
        for name in ("init", "mask"):
            if name not in settings:
                continue
            file = os.path.expanduser(settings[name])
            if os.path.exists(self._path.parent / file):  # False of one that is too long
                options[name] = self._path.parent / file
            else:
                options[name] = file
        if "model" in settings:
            options["model"] = os.path.expanduser(settings["model"])
        return options

    def _refuse(self, node: Node, what: str) -> NoReturn:
        stop = "" if what.endswith((".", "?")) else "."
        raise UserError(f"{self._path.name}, line {node.start_mark.line + 1}: {what}{stop}")


def _name_of(prompt: str, settings: Mapping[str, Any], again: int = 0) -> str:
    """Return the name of a job's file; ``again`` tells those of random seeds apart that differ in nothing else."""
    whole = {"prompt": prompt, **settings} | ({"again": again} if again else {})
    digest = hashlib.sha256(json.dumps(whole, sort_keys=True).encode()).hexdigest()[:_DIGITS]
    # As a whole, too, it is a name that `safe_name` leaves as it is: at most 100 bytes.
    ending = f" {settings['seed'] if settings['seed'] != RANDOM_SEED else 'random'} {digest}"
    words = safe_name(prompt[:_NAME_LENGTH], "riff").encode()[: _NAME_BYTES - len(ending.encode())]
    return words.decode(errors="ignore").rstrip(" .") + ending


def _has_comma(text: str) -> bool:
    """Return whether it is a number with a decimal comma."""
    return re.fullmatch(r"[+-]?\d*,\d+", text.strip()) is not None


def _flag(text: str) -> bool:
    """Return what YAML 1.1 takes for true or false."""
    words = {"true": True, "yes": True, "on": True, "false": False, "no": False, "off": False}
    if text.casefold() not in words:
        raise ValueError(text)
    return words[text.casefold()]


def _lora(text: str) -> str:
    _weighted(text)
    return text


def _weighted(text: str) -> tuple[str, float]:
    """Return name and weight of ``NAME:WEIGHT``; of ``NAME`` alone the weight is 1."""
    name, colon, weight = text.rpartition(":")
    return (os.path.expanduser(name), float(weight)) if colon else (os.path.expanduser(text), 1.0)


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
_ALSO = {"prompts": "prompt", "seeds": "seed"}
