"""Prompts to embeddings: weights, prompts of any reasonable length, and embeddings computed once per model."""

from __future__ import annotations

import re
from collections import OrderedDict
from collections.abc import Mapping
from weakref import WeakKeyDictionary

import torch
from torch import Tensor

from riffdesk.diffusion.conditioning import Conditioning, PromptPoint
from riffdesk.diffusion.model import Model
from riffdesk.errors import UserError

MOST_TOKENS = 600

_STRONGER, _WEAKER = 1.1, 1 / 1.1
_MOST_WEIGHT = 10.0
_ENDINGS = {")": ("(", _STRONGER), "]": ("[", _WEAKER)}
_TOKEN = re.compile(r"\\(?P<literal>[\\()\[\]])|:(?P<weight>[+-]?(?:\d+\.?\d*|\.\d+))\)|[()\[\]]|[^\\()\[\]:]+|.", re.S)
_KEPT_PROMPTS = 128
_NEXT_THING = re.compile(r"[,;.&+/\n]|\band\b|\bor\b")

_embeddings: WeakKeyDictionary[Model, OrderedDict[str, Tensor]] = WeakKeyDictionary()


def parse_prompt(prompt: str) -> list[tuple[str, float]]:
    r"""Return the pieces of a prompt with their weights.

    ``(x)`` weighs 1.1 times as much, ``[x]`` 1.1 times as little, ``(x:1.3)`` 1.3 times as much; they nest,
    and a bracket that is never closed reaches to the end. ``\(``, ``\)``, ``\[``, ``\]`` and ``\\`` stand
    for the characters themselves. Weights end up between -10 and 10.

    Examples
    --------
    >>> parse_prompt("an (old (piano:2)), [rain]")
    [('an ', 1.0), ('old ', 1.1), ('piano', 2.2), (', ', 1.0), ('rain', 0.9090909090909091)]
    """
    pieces: list[tuple[str, float]] = []
    open_brackets: list[tuple[str, int]] = []

    def close(bracket: str, factor: float) -> bool:
        """Weigh everything since the last such bracket; say whether there was one."""
        for number in range(len(open_brackets) - 1, -1, -1):
            kind, first = open_brackets[number]
            if kind == bracket:
                del open_brackets[number]
                pieces[first:] = [(text, weight * factor) for text, weight in pieces[first:]]
                return True
        return False

    for match in _TOKEN.finditer(prompt):
        text = match[0]
        if text in "([":
            open_brackets.append((text, len(pieces)))
            continue
        ending = ("(", float(match["weight"])) if match["weight"] else _ENDINGS.get(text)
        if ending is None or not close(*ending):
            pieces.append((match["literal"] or text, 1.0))
    for kind, _ in tuple(open_brackets):
        close(kind, _STRONGER if kind == "(" else _WEAKER)
    return _merged(pieces)


def texts_of(model: Model, point: PromptPoint) -> tuple[str, str]:
    """Return the prompt and the negative prompt that a model is given for a point."""
    return with_absences(point.prompt, point.negative, model.absences), point.negative


def with_absences(prompt: str, negative: str, absences: Mapping[str, str]) -> str:
    """Return a prompt that also says what is to be absent, in words that the model was trained with.

    Guidance leads away from a negative prompt only as far as what it names is not in the prompt as well: a model for
    which techno has drums draws drums. One that has words of absence is told, as well.

    Parameters
    ----------
    prompt, negative : str
        As the user wrote them.
    absences : dict
        Words of absence, by what is absent.

    Examples
    --------
    >>> with_absences("techno", "hiss and (drums)", {"drums": "no drums"})
    'techno, no drums'
    """
    text = "".join(piece for piece, weight in parse_prompt(negative) if weight > 0)
    named = [" ".join(thing.split()) for thing in _NEXT_THING.split(text.lower())]
    words = dict.fromkeys(absences[thing] for thing in named if thing in absences)
    return ", ".join([*([prompt] if prompt.strip() else []), *words]) if words else prompt


def check_prompt(model: Model, prompt: str) -> None:
    """Raise `UserError` if a prompt is longer than a model can make sense of."""
    _chunks(model, prompt)


def embedding(model: Model, prompt: str) -> Tensor:
    """Return a prompt's embedding, kept for the next time: ``[1, tokens, width]`` on the model's device.

    Prompts beyond 75 tokens are read in chunks of 75, each with its own beginning and end, whose
    embeddings follow each other. The embeddings of weighted words are scaled, and all of them then, so that their
    mean square is what it was. (Riffusion keeps the mean; the means of some text encoders are next to nothing.)

    Raises
    ------
    UserError
        If it is longer than a model can make sense of.
    """
    kept = _embeddings.setdefault(model, OrderedDict())
    if prompt not in kept:
        kept[prompt] = _embedded(model, prompt)
        if len(kept) > _KEPT_PROMPTS:
            kept.popitem(last=False)
    kept.move_to_end(prompt)
    return kept[prompt]


def embeddings_of(model: Model, asked: Conditioning) -> tuple[Tensor, Tensor]:
    """Return the embeddings of prompt and negative prompt on the way between two points.

    Returns
    -------
    prompt, negative : ``[1, tokens, width]``
        Linearly interpolated, and equally long: short ones go on with chunks of the empty prompt.
    """
    pairs = [texts_of(model, point) for point in (asked.start, asked.end)]
    texts = [embedding(model, text) for ends in zip(*pairs, strict=True) for text in ends]
    tokens = max(text.shape[1] for text in texts)
    empty = embedding(model, "")

    def as_long(text: Tensor) -> Tensor:
        missing = (tokens - text.shape[1]) // empty.shape[1]
        return torch.cat([text, *[empty] * missing], dim=1) if missing else text

    def between(first: Tensor, last: Tensor) -> Tensor:
        if first is last:
            return as_long(first)
        return as_long(first) + asked.alpha * (as_long(last) - as_long(first))

    return between(*texts[:2]), between(*texts[2:])


def _merged(pieces: list[tuple[str, float]]) -> list[tuple[str, float]]:
    """Return pieces with runs of equal weight in one, and weights within bounds."""
    merged: list[tuple[str, float]] = []
    for text, weight in pieces:
        bounded = max(-_MOST_WEIGHT, min(weight, _MOST_WEIGHT))
        if merged and merged[-1][1] == bounded:
            merged[-1] = merged[-1][0] + text, bounded
        else:
            merged.append((text, bounded))
    return merged


def _chunks(model: Model, prompt: str) -> list[list[tuple[int, float]]]:
    """Return the tokens of a prompt with their weights, in as many chunks as they need, at least one."""
    tokens: list[tuple[int, float]] = []
    for text, weight in parse_prompt(prompt):
        # Half a surrogate pair, as in a file name of another encoding, is no text for a tokenizer.
        readable = text.encode("utf-8", "replace").decode()
        numbers = model.tokenizer(readable, add_special_tokens=False, verbose=False).input_ids
        tokens += [(number, weight) for number in numbers]
    if len(tokens) > MOST_TOKENS:
        words = len(prompt.split())
        raise UserError(
            f"This prompt is too long: {words:,} words make {len(tokens):,} tokens, and {MOST_TOKENS} are the most. "
            "Shorten it: what comes late in a long prompt is hardly heard anyway."
        )
    size = model.tokenizer.model_max_length - 2
    return [tokens[start : start + size] for start in range(0, max(1, len(tokens)), size)]


@torch.inference_mode()
def _embedded(model: Model, prompt: str) -> Tensor:
    tokenizer = model.tokenizer
    size = tokenizer.model_max_length
    rows, weights = [], []
    for chunk in _chunks(model, prompt):
        padding = size - 1 - len(chunk)
        rows.append([tokenizer.bos_token_id, *(token for token, _ in chunk), *[tokenizer.eos_token_id] * padding])
        weights.append([1.0, *(weight for _, weight in chunk), *[1.0] * padding])
    states = model.text_encoder(torch.tensor(rows, device=model.device)).last_hidden_state
    scale = torch.tensor(weights, device=model.device)[..., None]
    if bool((scale != 1).any()):
        weighted = states.float() * scale
        change = states.float().square().mean() / weighted.square().mean().clamp(min=1e-12)
        states = (weighted * change.sqrt()).to(states.dtype)
    row: Tensor = states.reshape(1, -1, states.shape[-1])
    return row
