"""Embeddings of prompts, with weights, long prompts and textual inversions; cached per model."""

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
from riffdesk.language import tr
from riffdesk.models.files.textual_inversion import split_at_inversions

MAX_TOKENS = 600
MAX_CHUNKS = 16

_CACHED_PROMPTS = 128
_SEPARATOR = re.compile(r"[,;.&+/\n]|\band\b|\bor\b")

_Token = int | Tensor
"""An index in the vocabulary, or a vector ``[width]`` of a textual inversion."""

_embeddings: WeakKeyDictionary[Model, OrderedDict[str, Tensor]] = WeakKeyDictionary()


def texts_of(model: Model, point: PromptPoint) -> tuple[str, str]:
    """Return the prompt, with words of absence, and the negative prompt of a point for a model."""
    return with_absences(point.prompt, point.negative, model.absences), point.negative


def all_texts_of(model: Model, point: PromptPoint) -> set[str]:
    """Return every text of a point for a model: prompt, negative prompt, and the prompts of a blend."""
    blended = {with_absences(prompt, point.negative, model.absences) for prompt, _ in point.blend}
    return blended | set(texts_of(model, point))


def with_absences(prompt: str, negative: str, absences: Mapping[str, str]) -> str:
    """Return a prompt with words of absence for the things that the negative prompt names.

    Guidance away from a negative prompt is weak where the prompt implies the same thing: a model for which techno has
    drums draws drums. Words of absence, which the model was trained with, are stronger.

    Parameters
    ----------
    prompt, negative : str
        The user's prompts.
    absences : dict
        Words of absence by the absent thing.

    Examples
    --------
    >>> with_absences("techno", "hiss and (drums)", {"drums": "no drums"})
    'techno, no drums'
    """
    negative_text = "".join(", " if text == BREAK else text for text, weight in parse_prompt(negative) if weight > 0)
    names = [" ".join(name.split()) for name in _SEPARATOR.split(negative_text.lower())]
    words = dict.fromkeys(absences[name] for name in names if name in absences)
    return ", ".join([*([prompt] if prompt.strip() else []), *words]) if words else prompt


def check_prompt(model: Model, prompt: str) -> None:
    """Raise `UserError` if a prompt is too long for a model."""
    _chunks(model, prompt)


def embedding(model: Model, prompt: str) -> Tensor:
    """Return a prompt's embedding, cached: ``[1, tokens, width]`` on the model's device.

    Prompts of more than 75 tokens are encoded in chunks of 75, each with its own begin and end token, and
    concatenated. Embeddings of weighted words are scaled, then all of them, so that the mean square is unchanged.
    (Riffusion keeps the mean; the means of some text encoders are almost 0.)

    Raises
    ------
    UserError
        If it is too long for the model.
    """
    cache = _embeddings.setdefault(model, OrderedDict())
    if prompt not in cache:
        cache[prompt] = _embed(model, prompt)
        if len(cache) > _CACHED_PROMPTS:
            cache.popitem(last=False)
    cache.move_to_end(prompt)
    return cache[prompt]


def embeddings_of(model: Model, conditioning: Conditioning) -> tuple[Tensor, Tensor]:
    """Return the embeddings of prompt and negative prompt, interpolated between two points.

    Returns
    -------
    prompt, negative : ``[1, tokens, width]``
        Equally long: shorter ones are padded with chunks of the empty prompt.
    """
    points = conditioning.start, conditioning.end
    weighted = [[_blended(model, point), [(texts_of(model, point)[1], 1.0)]] for point in points]
    texts = [[[(embedding(model, t), w) for t, w in part] for part in point] for point in weighted]
    tokens = max(text.shape[1] for point in texts for part in point for text, _ in part)
    empty = embedding(model, "")

    def padded(text: Tensor) -> Tensor:
        missing = (tokens - text.shape[1]) // empty.shape[1]
        return torch.cat([text, *[empty] * missing], dim=1) if missing else text

    def mean(part: list[tuple[Tensor, float]]) -> Tensor:
        if len(part) == 1:
            return padded(part[0][0])
        return torch.stack([weight * padded(text) for text, weight in part]).sum(dim=0)

    def interpolated(first: list[tuple[Tensor, float]], last: list[tuple[Tensor, float]]) -> Tensor:
        if [(id(text), weight) for text, weight in first] == [(id(text), weight) for text, weight in last]:
            return mean(first)
        return mean(first) + conditioning.alpha * (mean(last) - mean(first))

    return interpolated(texts[0][0], texts[1][0]), interpolated(texts[0][1], texts[1][1])


def _blended(model: Model, point: PromptPoint) -> list[tuple[str, float]]:
    """Return the prompts of a point for a model, with their weights."""
    if not point.blend:
        return [(texts_of(model, point)[0], 1.0)]
    return [(with_absences(prompt, point.negative, model.absences), weight) for prompt, weight in point.blend]


def _chunks(model: Model, prompt: str) -> list[list[tuple[_Token, float]]]:
    """Return the tokens of a prompt with their weights, in one or more chunks.

    Each BREAK begins a new chunk. A textual inversion is as many tokens as it has vectors.
    """
    parts: list[list[tuple[_Token, float]]] = [[]]
    for text, weight in parse_prompt(prompt):
        if text == BREAK:
            parts.append([])
            continue
        # A tokenizer rejects lone surrogates, as in a file name of another encoding.
        readable = text.encode("utf-8", "replace").decode()
        for part in split_at_inversions(readable, model.words):
            parts[-1] += [(token, weight) for token in _tokens(model, part)]
    count = sum(map(len, parts))
    size = model.tokenizer.model_max_length - 2
    chunks = [part[start : start + size] for part in parts for start in range(0, len(part), size)] or [[]]
    if count > MAX_TOKENS or len(chunks) > MAX_CHUNKS:
        words = len(prompt.split())
        if count > MAX_TOKENS:
            raise UserError(
                tr(
                    "This prompt is too long: {words:,} words make {length:,} tokens, and {limit} are the "
                    "most. Shorten it: the last words of a long prompt have little effect anyway.",
                    words=words,
                    length=count,
                    limit=MAX_TOKENS,
                )
            )
        raise UserError(
            tr(
                "This prompt is too long: {words:,} words make {length:,} chunks, and {limit} are the "
                "most. Shorten it: the last words of a long prompt have little effect anyway.",
                words=words,
                length=len(chunks),
                limit=MAX_CHUNKS,
            )
        )
    return chunks


def _tokens(model: Model, part: str | Tensor) -> list[_Token]:
    """Return the tokens of a text, or the vectors of a textual inversion."""
    if isinstance(part, Tensor):
        return list(part)
    return list(model.tokenizer(part, add_special_tokens=False, verbose=False).input_ids)


@contextmanager
def _with_vectors(model: Model, vectors: Mapping[tuple[int, int], Tensor]) -> Iterator[None]:
    """Replace the input embeddings of some tokens, by row and column, within the context."""

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
def _embed(model: Model, prompt: str) -> Tensor:
    tokenizer = model.tokenizer
    size = tokenizer.model_max_length
    rows, weights = [], []
    vectors: dict[tuple[int, int], Tensor] = {}
    for number, chunk in enumerate(_chunks(model, prompt)):
        padding = size - 1 - len(chunk)
        vectors |= {(number, 1 + column): token for column, (token, _) in enumerate(chunk) if isinstance(token, Tensor)}
        # A vector's placeholder is token 0; its embedding is replaced below.
        ids = [token if isinstance(token, int) else 0 for token, _ in chunk]
        rows.append([tokenizer.bos_token_id, *ids, *[tokenizer.eos_token_id] * padding])
        weights.append([1.0, *(weight for _, weight in chunk), *[1.0] * padding])
    with _with_vectors(model, vectors):
        states = model.text_encoder(torch.tensor(rows, device=model.device)).last_hidden_state
    scale = torch.tensor(weights, device=model.device)[..., None]
    if bool((scale != 1).any()):
        weighted = states.float() * scale
        correction = states.float().square().mean() / weighted.square().mean().clamp(min=1e-12)
        states = (weighted * correction.sqrt()).to(states.dtype)
    row: Tensor = states.reshape(1, -1, states.shape[-1])
    return row
