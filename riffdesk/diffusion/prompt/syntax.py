"""The marks in a prompt beside its words: weights, chunks, LoRAs, and words that change on the way. No torch.

They are those of AUTOMATIC1111's web UI, whose prompts people bring along.
"""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import dataclass

BREAK = "BREAK"
"""A piece of a prompt that begins a new chunk of tokens."""

_STRONGER, _WEAKER = 1.1, 1 / 1.1
_MOST_WEIGHT, _ENOUGH = 10.0, 1e9  # of a piece, and while brackets are read
_ENDINGS = {")": ("(", _STRONGER), "]": ("[", _WEAKER)}
_NUMBER = r"[+-]?(?:\d+[.,]?\d*|[.,]\d+)"
_TOKEN = re.compile(
    rf"\\(?P<literal>[\\()\[\]])|:\s*(?P<weight>{_NUMBER})\s*\)|[()\[\]]|[^\\()\[\]:]+|.",
    re.S,
)
_BREAK = re.compile(rf"\s*\b{BREAK}\b\s*")
_NETWORK = re.compile(r"<(?P<kind>[A-Za-z]\w*):(?P<name>[^<>:]+)(?P<rest>(?::[^<>:]*)*)>")
_EDIT_TOKEN = re.compile(r"\\.|[\[\]():]|[^\\\[\]():]+|.", re.S)


@dataclass(frozen=True)
class Network:
    """What a mark such as ``<lora:funk:0.8>`` asks for.

    Parameters
    ----------
    text : str
        The mark itself.
    kind : str
        ``lora``, or whatever else it says.
    name : str
    weight : float
        1 where it says none, or none that is a number.
    clear : bool
        Whether its weight is a number, or not there.
    """

    text: str
    kind: str
    name: str
    weight: float
    clear: bool

    @property
    def is_lora(self) -> bool:
        """Whether it asks for a LoRA; LyCORIS is the name of some of its kinds."""
        return self.kind in ("lora", "lyco", "lycoris")


def parse_prompt(prompt: str) -> list[tuple[str, float]]:
    r"""Return the pieces of a prompt with their weights.

    ``(x)`` weighs 1.1 times as much, ``[x]`` 1.1 times as little, ``(x:1.3)`` 1.3 times as much; they nest,
    and a bracket that is never closed reaches to the end. A weight may have spaces around it and a comma for its
    point. ``\(``, ``\)``, ``\[``, ``\]`` and ``\\`` stand for the characters themselves. Weights end up between -10
    and 10. Marks such as ``<lora:x:1>`` are no part of the words, and `BREAK` is a piece of its own.

    Examples
    --------
    >>> parse_prompt("an (old (piano:2)), [rain]")
    [('an ', 1.0), ('old ', 1.1), ('piano', 2.2), (', ', 1.0), ('rain', 0.9090909090909091)]
    >>> parse_prompt("(bass: 1,3 ) BREAK drums")
    [('bass', 1.3), ('BREAK', 1.0), ('drums', 1.0)]
    """
    pieces: list[tuple[str, float]] = []
    open_brackets: list[tuple[str, int]] = []

    def close(bracket: str, factor: float) -> bool:
        """Weigh everything since the last such bracket; say whether there was one."""
        for number in range(len(open_brackets) - 1, -1, -1):
            kind, first = open_brackets[number]
            if kind == bracket:
                del open_brackets[number]
                pieces[first:] = [(text, _bounded(weight * factor, _ENOUGH)) for text, weight in pieces[first:]]
                return True
        return False

    for match in _TOKEN.finditer(_NETWORK.sub("", prompt)):
        text = match[0]
        if text in "([":
            open_brackets.append((text, len(pieces)))
            continue
        ending = ("(", _number(match["weight"])) if match["weight"] else _ENDINGS.get(text)
        if ending is None or not close(*ending):
            pieces += [(match["literal"], 1.0)] if match["literal"] else _broken(text)
    for kind, _ in tuple(open_brackets):
        close(kind, _STRONGER if kind == "(" else _WEAKER)
    return _merged(pieces)


def networks_in(prompt: str) -> list[Network]:
    """Return what marks such as ``<lora:funk:0.8>`` in a prompt ask for, in their order."""
    found = []
    for match in _NETWORK.finditer(prompt):
        # Of several numbers, the first is of the network and of the words alike; the others are finer than riffdesk.
        said = match["rest"].split(":")[1:]
        number = said[0].rpartition("=")[2].strip() if said else ""
        clear = not said or re.fullmatch(_NUMBER, number) is not None
        weight = _number(number) if said and clear else 1.0
        found.append(Network(match[0], match["kind"].lower(), match["name"].strip(), weight, clear))
    return found


def loras_in(prompt: str, known: Collection[str]) -> tuple[tuple[str, float], ...]:
    """Return name and weight of the LoRAs that a prompt names, each once, of those that are known.

    Parameters
    ----------
    known : collection of str
        Names; how they are capitalised makes no difference.
    """
    names = {name.casefold(): name for name in known}
    asked = [one for one in networks_in(prompt) if one.is_lora and one.name.casefold() in names]
    return tuple({names[one.name.casefold()]: one.weight for one in reversed(asked)}.items())[::-1]


def words_at(prompt: str, part: float, steps: int) -> str:
    """Return a prompt as it is at a part of the way, with ``[a:b:0.5]`` become ``a`` or ``b``.

    ``[a:b:0.5]`` is ``a`` before half of the way and ``b`` from there on, ``[b:0.5]`` is nothing and then ``b``,
    ``[a::0.5]`` is ``a`` and then nothing. They nest.

    Parameters
    ----------
    part : float
        0 at the beginning to 1 at the end.
    steps : int
        Of the denoising: a whole number as in ``[a:b:10]`` counts these.
    """
    return _edited(prompt, part, steps, [])


def changes_in(prompt: str, steps: int) -> list[float]:
    """Return the parts of the way, 0 to 1, at which a prompt changes, in order; see `words_at`."""
    found: list[float] = []
    _edited(prompt, 0.0, steps, found)
    _edited(prompt, 1.0, steps, found)
    return sorted(set(found))


def _edited(prompt: str, part: float, steps: int, changes: list[float]) -> str:
    """Return a prompt as it is at a part of the way, and note where it changes."""
    frames: list[list[str]] = [[""]]  # of each open bracket, what lies between its colons
    depths = [0]  # of the round brackets in it, whose colons are weights
    for match in _EDIT_TOKEN.finditer(prompt):
        text = match[0]
        if text == "[":
            frames.append([""])
            depths.append(0)
            continue
        if text == ":" and depths[-1] == 0 and len(frames) > 1:
            frames[-1].append("")
            continue
        if text == "]" and len(frames) > 1:
            text = _chosen(frames.pop(), part, steps, changes)
            depths.pop()
        elif text in "()":
            depths[-1] = max(0, depths[-1] + (1 if text == "(" else -1))
        frames[-1][-1] += text
    return "[".join(":".join(segments) for segments in frames)


def _chosen(segments: list[str], part: float, steps: int, changes: list[float]) -> str:
    """Return which of its words a bracket is at a part of the way; one that never changes is returned as it is."""
    when = segments[-1].strip()
    if len(segments) not in (2, 3) or not re.fullmatch(r"\d+[.,]?\d*|[.,]\d+", when):
        return f"[{':'.join(segments)}]"
    number = _number(when)
    change = min(1.0, number if re.search(r"[.,]", when) or number == 0 else number / max(1, steps))
    changes.append(change)
    before, after = segments[:2] if len(segments) == 3 else ("", segments[0])
    return after if part >= change else before


def _broken(text: str) -> list[tuple[str, float]]:
    """Return a piece of plain words, in several where it begins a new chunk."""
    pieces: list[tuple[str, float]] = []
    for number, words in enumerate(_BREAK.split(text)):
        if number:
            pieces.append((BREAK, 1.0))
        if words:
            pieces.append((words, 1.0))
    return pieces


def _merged(pieces: list[tuple[str, float]]) -> list[tuple[str, float]]:
    """Return pieces with runs of equal weight in one, and weights within bounds."""
    merged: list[tuple[str, float]] = []
    for text, weight in pieces:
        bounded = _bounded(weight, _MOST_WEIGHT)
        if text == BREAK:
            merged.append((BREAK, 1.0))
        elif merged and merged[-1][1] == bounded and merged[-1][0] != BREAK:
            merged[-1] = merged[-1][0] + text, bounded
        else:
            merged.append((text, bounded))
    return merged


def _bounded(weight: float, most: float) -> float:
    return max(-most, min(weight, most))


def _number(text: str) -> float:
    return _bounded(float(text.replace(",", ".")), _ENOUGH)
