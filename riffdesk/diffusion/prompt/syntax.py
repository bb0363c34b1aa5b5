"""Parser of the marks in a prompt: weights, chunks, LoRAs, and words that change over time. No torch.

The syntax is that of AUTOMATIC1111's web UI, which many existing prompts use.
"""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import dataclass

from riffdesk.values import decimal

BREAK = "BREAK"
"""The part of a prompt that begins a new chunk of tokens."""

_STRONGER, _WEAKER = 1.1, 1 / 1.1
_MAX_WEIGHT, _MAX_INNER_WEIGHT = 10.0, 1e9  # of a part, and within nested brackets
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
    """A mark such as ``<lora:funk:0.8>``.

    Parameters
    ----------
    text : str
        The mark itself.
    kind : str
        ``lora``, or another word in its place.
    name : str
    weight : float
        1 if it has none, or one that is no number.
    has_valid_weight : bool
        Whether its weight is a number or absent.
    """

    text: str
    kind: str
    name: str
    weight: float
    has_valid_weight: bool

    @property
    def is_lora(self) -> bool:
        """Whether it names a LoRA; LyCORIS is a family of LoRAs."""
        return self.kind in ("lora", "lyco", "lycoris")


def parse_prompt(prompt: str) -> list[tuple[str, float]]:
    r"""Return the parts of a prompt with their weights.

    ``(x)`` multiplies the weight by 1.1, ``[x]`` divides it by 1.1, ``(x:1.3)`` multiplies it by 1.3; they nest, and
    an unclosed bracket extends to the end. A weight may have spaces around it and a decimal comma. ``\(``, ``\)``,
    ``\[``, ``\]`` and ``\\`` are the characters themselves. Weights are clipped to -10 .. 10. Marks such as
    ``<lora:x:1>`` are removed, and `BREAK` is a part of its own.

    Examples
    --------
    >>> parse_prompt("an (old (piano:2)), [rain]")
    [('an ', 1.0), ('old ', 1.1), ('piano', 2.2), (', ', 1.0), ('rain', 0.9090909090909091)]
    >>> parse_prompt("(bass: 1,3 ) BREAK drums")
    [('bass', 1.3), ('BREAK', 1.0), ('drums', 1.0)]
    """
    parts: list[tuple[str, float]] = []
    open_brackets: list[tuple[str, int]] = []

    def close(bracket: str, factor: float) -> bool:
        """Multiply the weights since the last open bracket of this kind; return whether there was one."""
        for number in range(len(open_brackets) - 1, -1, -1):
            kind, first = open_brackets[number]
            if kind == bracket:
                del open_brackets[number]
                parts[first:] = [(text, _bounded(weight * factor, _MAX_INNER_WEIGHT)) for text, weight in parts[first:]]
                return True
        return False

    for match in _TOKEN.finditer(_NETWORK.sub("", prompt)):
        text = match[0]
        if text in "([":
            open_brackets.append((text, len(parts)))
            continue
        ending = ("(", _number(match["weight"])) if match["weight"] else _ENDINGS.get(text)
        if ending is None or not close(*ending):
            parts += [(match["literal"], 1.0)] if match["literal"] else _split_at_breaks(text)
    for kind, _ in tuple(open_brackets):
        close(kind, _STRONGER if kind == "(" else _WEAKER)
    return _merged(parts)


def networks_in(prompt: str) -> list[Network]:
    """Return the marks such as ``<lora:funk:0.8>`` in a prompt, in order."""
    networks = []
    for match in _NETWORK.finditer(prompt):
        # Of several weights only the first is used, for both the network and the text encoder.
        values = match["rest"].split(":")[1:]
        number = values[0].rpartition("=")[2].strip() if values else ""
        valid = not values or re.fullmatch(_NUMBER, number) is not None
        weight = _number(number) if values and valid else 1.0
        networks.append(Network(match[0], match["kind"].lower(), match["name"].strip(), weight, valid))
    return networks


def loras_in(prompt: str, known: Collection[str]) -> tuple[tuple[str, float], ...]:
    """Return name and weight of the known LoRAs in a prompt, each once.

    Parameters
    ----------
    known : collection of str
        Names of LoRAs; upper and lower case are not distinguished.
    """
    names = {name.casefold(): name for name in known}
    networks = [network for network in networks_in(prompt) if network.is_lora and network.name.casefold() in names]
    return tuple({names[network.name.casefold()]: network.weight for network in reversed(networks)}.items())[::-1]


def words_at(prompt: str, part: float, steps: int) -> str:
    """Return the text of a prompt at a position in time, with ``[a:b:0.5]`` replaced by ``a`` or ``b``.

    ``[a:b:0.5]`` is ``a`` in the first half and ``b`` in the second, ``[b:0.5]`` is nothing and then ``b``,
    ``[a::0.5]`` is ``a`` and then nothing. They nest.

    Parameters
    ----------
    part : float
        0 at the beginning to 1 at the end.
    steps : int
        Steps of the denoising; an integer as in ``[a:b:10]`` is one of these.
    """
    return _text_at(prompt, part, steps, [])


def changes_in(prompt: str, steps: int) -> list[float]:
    """Return the positions, 0 to 1, at which a prompt changes, in order; see `words_at`."""
    changes: list[float] = []
    _text_at(prompt, 0.0, steps, changes)
    _text_at(prompt, 1.0, steps, changes)
    return sorted(set(changes))


def _text_at(prompt: str, part: float, steps: int, changes: list[float]) -> str:
    """Return the text of a prompt at a position, and append the positions of its changes to ``changes``."""
    frames: list[list[str]] = [[""]]  # for each open bracket, the texts between its colons
    depths = [0]  # open round brackets in each, whose colons are weights
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
            text = _bracket_text(frames.pop(), part, steps, changes)
            depths.pop()
        elif text in "()":
            depths[-1] = max(0, depths[-1] + (1 if text == "(" else -1))
        frames[-1][-1] += text
    return "[".join(":".join(segments) for segments in frames)


def _bracket_text(segments: list[str], part: float, steps: int, changes: list[float]) -> str:
    """Return the text of a bracket at a position; one without a position is returned unchanged."""
    position = segments[-1].strip()
    if len(segments) not in (2, 3) or not re.fullmatch(r"\d+[.,]?\d*|[.,]\d+", position):
        return f"[{':'.join(segments)}]"
    number = _number(position)
    change = min(1.0, number if re.search(r"[.,]", position) or number == 0 else number / max(1, steps))
    changes.append(change)
    before, after = segments[:2] if len(segments) == 3 else ("", segments[0])
    return after if part >= change else before


def _split_at_breaks(text: str) -> list[tuple[str, float]]:
    """Return plain text, split at each BREAK."""
    parts: list[tuple[str, float]] = []
    for number, words in enumerate(_BREAK.split(text)):
        if number:
            parts.append((BREAK, 1.0))
        if words:
            parts.append((words, 1.0))
    return parts


def _merged(parts: list[tuple[str, float]]) -> list[tuple[str, float]]:
    """Return the parts with runs of equal weight merged, and weights clipped."""
    merged: list[tuple[str, float]] = []
    for text, weight in parts:
        bounded = _bounded(weight, _MAX_WEIGHT)
        if text == BREAK:
            merged.append((BREAK, 1.0))
        elif merged and merged[-1][1] == bounded and merged[-1][0] != BREAK:
            merged[-1] = merged[-1][0] + text, bounded
        else:
            merged.append((text, bounded))
    return merged


def _bounded(weight: float, limit: float) -> float:
    return max(-limit, min(weight, limit))


def _number(text: str) -> float:
    return _bounded(decimal(text), _MAX_INNER_WEIGHT)
