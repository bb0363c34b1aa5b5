"""Messages to a jam: JSON objects that are read, checked, and applied at a bar."""

from __future__ import annotations

import json
import math
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, fields, replace
from typing import Any

from riffdesk.compose.chords import chords_of
from riffdesk.compose.score import ROLES
from riffdesk.compose.vocabulary import DENSITIES
from riffdesk.errors import UserError
from riffdesk.language import capital, tr, translated
from riffdesk.sketch.recipe.recipe import MAX_STEPS
from riffdesk.sketch.recipe.timeline import MAX_GUIDANCE, MAX_SEED

MAX_PROMPT = 1_000
"""Characters of a prompt in a jam; the network reads a longer one too slowly."""
MAX_BAR = 1_000_000
MAX_SCENES = 9
JAM_ROLES = ROLES[::-1]
"""Roles of a jam, in the order in which they are shown and in which parts get a stem of their own."""
WAYS = ("free", "kept", "varied", "new", "silent")
"""What happens to a part in each round of the loop; *free* is random in each."""
MAX_LEVEL_DB = 24.0
MAX_WEIGHT = 1_000.0
MAX_BLENDED = 6
"""Prompts of a blend."""
MAX_STEMS = 4
"""Stems of a jam: each of four parts alone."""

_PLAN = re.compile(r"([A-Ia-i])(\d{1,3})")


@dataclass(frozen=True)
class JamMessage:
    """Changes of a jam; None or empty for unchanged values.

    Parameters
    ----------
    bar : int, optional
        The bar, from 0, that it is applied at; by default the next one that is not made.
    prompt, negative, chords, density : str, optional
        As of a riff; empty chords are composed, an empty density is that of the prompt.
    blend : dict of str to float, optional
        Up to six prompts and their weights, which are played as one; the notes are those of the strongest.
    seed : int, optional
    guidance, vary : float, optional
        Scale of guidance; how much of a varied part is replaced, 0 to 1.
    steps : int, optional
        Steps of the denoising from this bar on.
    parts : dict of str to str
        A way for parts of some roles, see `WAYS`.
    stems : int, optional
        Number of stems that are rendered from this bar on: 1 for all parts together, up to 4 for each alone.
    levels : dict of str to float
        Levels of roles in dB: of their sound, or of their notes where they are rendered together.
    muted : tuple of str, optional
        Muted roles.
    fill, again, other, stop : bool
        A drum fill in this bar; the same loop once more; everything new; the end of the jam before this bar.
    store : int, optional
        Number of a scene, 1 to 9, that the state is stored as.
    scenes : dict of int to JamMessage
        Scenes to store, without playing them.
    scene : int, optional
        Number of a scene to play.
    over : int
        Bars over which prompt and seed walk to the new ones; 0 for at once.
    plan : tuple of (scene, bars), optional
        Scenes to be played in turn, again and again; empty for none.
    """

    bar: int | None = None
    prompt: str | None = None
    negative: str | None = None
    chords: str | None = None
    density: str | None = None
    blend: Mapping[str, float] | None = None
    seed: int | None = None
    guidance: float | None = None
    vary: float | None = None
    steps: int | None = None
    stems: int | None = None
    parts: Mapping[str, str] = field(default_factory=dict)
    levels: Mapping[str, float] = field(default_factory=dict)
    muted: tuple[str, ...] | None = None
    fill: bool = False
    again: bool = False
    other: bool = False
    stop: bool = False
    store: int | None = None
    scenes: Mapping[int, JamMessage] = field(default_factory=dict)
    scene: int | None = None
    over: int = 0
    plan: tuple[tuple[int, int], ...] | None = None

    def at(self, bar: int) -> JamMessage:
        """Return the message for a bar."""
        return replace(self, bar=bar)

    def to_json(self) -> dict[str, Any]:
        """Return the JSON object that `read_message` reads as this message."""
        default = JamMessage()
        values = {f.name: getattr(self, f.name) for f in fields(self)}
        content = {name: value for name, value in values.items() if value != getattr(default, name)}
        if self.scenes:
            content["scenes"] = {str(number): scene.to_json() for number, scene in self.scenes.items()}
        if self.plan is not None:
            content["plan"] = " ".join(f"{chr(64 + scene)}{bars}" for scene, bars in self.plan)
        content |= {name: list(value) for name, value in content.items() if name == "muted"}
        return {name: dict(value) if isinstance(value, Mapping) else value for name, value in content.items()}


class InvalidValue(UserError):
    """A value of a message that cannot be used.

    Parameters
    ----------
    name : str
    value : object
    reason : str
        The problem, as the second half of a sentence.
    """

    def __init__(self, name: str, value: object, reason: str) -> None:
        super().__init__(
            tr("The {name} of a message cannot be {value}: {reason}.", name=name, value=_short(value), reason=reason)
        )
        self.sentence = f"{capital(translated(name))} {_short(value)}: {reason}."
        """The sentence for a field of the window, without the word 'message'."""


def message_of_line(line: str) -> JamMessage:
    """Return the message of a line of JSON.

    Raises
    ------
    UserError
        If it is no message, with the problem.
    """
    try:
        content = json.loads(line)
    except (ValueError, RecursionError) as error:
        raise UserError(tr("This is no JSON: {short}.", short=_short(line))) from error
    return read_message(content)


def read_message(content: object) -> JamMessage:
    """Return the message of a JSON object.

    Raises
    ------
    UserError
        If it is no message, or a value is out of range, with its name.
    """
    if not isinstance(content, dict):
        raise UserError(
            tr("A message is an object such as {{'prompt': 'techno'}}, not {short}.", short=_short(content))
        )
    values: dict[str, Any] = {}
    for name, value in content.items():
        reader = _READERS.get(name)
        if reader is None:
            raise UserError(
                tr("A jam takes no {short}. It takes: {readers}.", short=_short(name), readers=", ".join(_READERS))
            )
        try:
            values[name] = reader(value)
        except (ValueError, TypeError, AttributeError) as error:
            raise InvalidValue(name, value, str(error)) from error
    return JamMessage(**values)


def plan_of(text: str) -> tuple[tuple[int, int], ...]:
    """Return the scenes and bars of a plan such as 'A8 A8 B8 A8'; ValueError for anything else."""
    words = text.split()
    matches = [_PLAN.fullmatch(word) for word in words]
    if len(words) > 1_000 or not all(match and int(match[2]) for match in matches):
        raise ValueError("a plan is written as in A8 A8 B8 A8, with a number of bars after each scene")
    return tuple((ord(match[1].upper()) - 64, int(match[2])) for match in matches if match)


def _short(value: object) -> str:
    text = repr(value)
    return text if len(text) <= 60 else f"{text[:57]}…"


def _text(most: int) -> Callable[[object], str]:
    def read(value: object) -> str:
        if not isinstance(value, str):
            raise ValueError("it is a text")
        if len(value) > most:
            raise ValueError(f"it has {len(value):,} characters, and {most:,} are the most")
        return value

    return read


def _number(low: float, high: float, *, whole: bool = False) -> Callable[[object], Any]:
    def read(value: object) -> float:
        kinds = (int,) if whole else (int, float)
        if isinstance(value, bool) or not isinstance(value, kinds) or not math.isfinite(value):
            raise ValueError("it is a whole number" if whole else "it is a number")
        if not low <= value <= high:
            raise ValueError(f"it is from {low:g} to {high:g}")
        return value

    return read


def _flag(value: object) -> bool:
    if not isinstance(value, bool):
        raise ValueError("it is true or false")
    return value


def _chords(value: object) -> str:
    text = _text(10_000)(value)
    try:
        chords_of(text)
    except UserError as error:
        raise ValueError(str(error).rstrip(".")) from error
    return text


def _density(value: object) -> str:
    if value not in ("", *DENSITIES):
        raise ValueError(f"it is one of {', '.join(DENSITIES)}")
    return str(value)


def _role(name: object) -> str:
    if name not in ROLES:
        raise ValueError(f"parts are {', '.join(ROLES)}")
    return str(name)


def _parts(value: Any) -> dict[str, str]:
    ways = {_role(name): {True: "free", False: "silent"}.get(way, way) for name, way in value.items()}
    if not all(way in WAYS for way in ways.values()):
        raise ValueError(f"a part is true, false, or one of {', '.join(WAYS)}")
    return ways


def _levels(value: Any) -> dict[str, float]:
    read = _number(-MAX_LEVEL_DB, MAX_LEVEL_DB)
    return {_role(name): float(read(level)) for name, level in value.items()}


def _blend(value: Any) -> dict[str, float]:
    weights = {_text(MAX_PROMPT)(prompt): float(_number(0, MAX_WEIGHT)(weight)) for prompt, weight in value.items()}
    if not 1 <= len(weights) <= MAX_BLENDED or not any(weights.values()):
        raise ValueError(f"it is 1 to {MAX_BLENDED} prompts and their weights, such as {{'techno': 0.7, 'jazz': 0.3}}")
    return weights


def _muted(value: Any) -> tuple[str, ...]:
    if not isinstance(value, (list, tuple)):
        raise ValueError("it is a list of parts")
    return tuple(sorted({_role(name) for name in value}))


def _scene(value: object) -> int:
    if isinstance(value, str) and len(value) == 1:
        value = ord(value.upper()) - 64 if value.isalpha() else int(value)
    number: int = _number(1, MAX_SCENES, whole=True)(value)
    return number


def _scenes(value: Any) -> dict[int, JamMessage]:
    scenes = {_scene(name): read_message(content) for name, content in value.items()}
    for scene in scenes.values():
        others = scene.bar, scene.scene, scene.plan, scene.store, scene.stems, scene.muted
        if scene.scenes or scene.stop or scene.levels or any(value is not None for value in others):
            raise ValueError("a scene has a prompt, chords, parts and the like")
    return scenes


_READERS: dict[str, Callable[[Any], Any]] = {
    "bar": _number(0, MAX_BAR, whole=True),
    "prompt": _text(MAX_PROMPT),
    "negative": _text(MAX_PROMPT),
    "chords": _chords,
    "density": _density,
    "blend": _blend,
    "seed": _number(0, MAX_SEED, whole=True),
    "guidance": _number(0, MAX_GUIDANCE),
    "vary": _number(0, 1),
    "steps": _number(1, MAX_STEPS, whole=True),
    "stems": _number(1, MAX_STEMS, whole=True),
    "parts": _parts,
    "levels": _levels,
    "muted": _muted,
    "fill": _flag,
    "again": _flag,
    "other": _flag,
    "stop": _flag,
    "store": _scene,
    "scenes": _scenes,
    "scene": _scene,
    "over": _number(0, 64, whole=True),
    "plan": plan_of,
}
