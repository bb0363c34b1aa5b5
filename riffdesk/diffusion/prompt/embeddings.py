"""Prompts to embeddings: weights, prompts of any reasonable length, and embeddings computed once per model."""

from __future__ import annotations

import re
from collections import OrderedDict
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from weakref import WeakKeyDictionary

import torch
from torch import Tensor

from riffdesk.diffusion.conditioning import Conditioning, PromptPoint
from riffdesk.diffusion.model import Model
from riffdesk.diffusion.prompt.syntax import BREAK, parse_prompt
from riffdesk.errors import UserError
from riffdesk.models.files.textual_inversion import split_at_inversions

MOST_TOKENS = 600
MOST_CHUNKS = 16

_KEPT_PROMPTS = 128
_NEXT_THING = re.compile(r"[,;.&+/\n]|\band\b|\bor\b")

_Token = int | Tensor
"""A number in the vocabulary, or a vector ``[width]`` of a word that was added."""

_embeddings: WeakKeyDictionary[Model, OrderedDict[str, Tensor]] = WeakKeyDictionary()


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
    text = "".join(", " if piece == BREAK else piece for piece, weight in parse_prompt(negative) if weight > 0)
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


def _chunks(model: Model, prompt: str) -> list[list[tuple[_Token, float]]]:
    """Return the tokens of a prompt with their weights, in as many chunks as they need, at least one.

    Each BREAK begins a new one. A word that was added is as many tokens as it has vectors.
    """
    parts: list[list[tuple[_Token, float]]] = [[]]
    for text, weight in parse_prompt(prompt):
        if text == BREAK:
            parts.append([])
            continue
        # Half a surrogate pair, as in a file name of another encoding, is no text for a tokenizer.
        readable = text.encode("utf-8", "replace").decode()
        for part in split_at_inversions(readable, model.words):
            parts[-1] += [(token, weight) for token in _tokens(model, part)]
    count = sum(map(len, parts))
    size = model.tokenizer.model_max_length - 2
    chunks = [part[start : start + size] for part in parts for start in range(0, len(part), size)] or [[]]
    if count > MOST_TOKENS or len(chunks) > MOST_CHUNKS:
        words = len(prompt.split())
        made, most = (count, MOST_TOKENS) if count > MOST_TOKENS else (len(chunks), MOST_CHUNKS)
        what = "tokens" if count > MOST_TOKENS else "chunks"
        raise UserError(
            f"This prompt is too long: {words:,} words make {made:,} {what}, and {most} are the most. "
            "Shorten it: what comes late in a long prompt is hardly heard anyway."
        )
    return chunks


def _tokens(model: Model, part: str | Tensor) -> list[_Token]:
    """Return the tokens of a text, or the vectors of a word."""
    if isinstance(part, Tensor):
        return list(part)
    return list(model.tokenizer(part, add_special_tokens=False, verbose=False).input_ids)


@contextmanager
def _with_vectors(model: Model, vectors: Mapping[tuple[int, int], Tensor]) -> Iterator[None]:
    """Have the text encoder take vectors for the tokens at some places, by row and column."""

    def replace(_: object, __: object, embedded: Tensor) -> Tensor:
        for (row, column), vector in vectors.items():
            embedded[row, column] = vector.to(embedded)
        return embedded

    if not vectors:
        yield
        return
    hook = model.text_encoder.get_input_embeddings().register_forward_hook(replace)
    try:
        yield
    finally:
        hook.remove()


@torch.inference_mode()
def _embedded(model: Model, prompt: str) -> Tensor:
    tokenizer = model.tokenizer
    size = tokenizer.model_max_length
    rows, weights = [], []
    vectors: dict[tuple[int, int], Tensor] = {}
    for number, chunk in enumerate(_chunks(model, prompt)):
        padding = size - 1 - len(chunk)
        vectors |= {(number, 1 + place): token for place, (token, _) in enumerate(chunk) if isinstance(token, Tensor)}
        # An added word stands as the first of all tokens, until its vector takes that one's place.
        numbers = [token if isinstance(token, int) else 0 for token, _ in chunk]
        rows.append([tokenizer.bos_token_id, *numbers, *[tokenizer.eos_token_id] * padding])
        weights.append([1.0, *(weight for _, weight in chunk), *[1.0] * padding])
    with _with_vectors(model, vectors):
        states = model.text_encoder(torch.tensor(rows, device=model.device)).last_hidden_state
    scale = torch.tensor(weights, device=model.device)[..., None]
    if bool((scale != 1).any()):
        weighted = states.float() * scale
        change = states.float().square().mean() / weighted.square().mean().clamp(min=1e-12)
        states = (weighted * change.sqrt()).to(states.dtype)
    row: Tensor = states.reshape(1, -1, states.shape[-1])
    return row
