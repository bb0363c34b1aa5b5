"""Textual inversions (Gal et al. 2022): words that a user adds to a text encoder, each a few vectors of its own."""

from __future__ import annotations

import logging
import re
from collections.abc import Mapping, Sequence
from pathlib import Path

from torch import Tensor

from riffdesk.errors import UserError
from riffdesk.models.files.weights import read_tensors

_log = logging.getLogger(__name__)


def read_words(words: Sequence[tuple[str, Path]], width: int) -> dict[str, Tensor]:
    """Return the vectors of added words, by the word in small letters: float32 ``[tokens, width]`` each.

    A word that was made for a text encoder of another width is left out, with a warning: the model may know it as it
    is.

    Parameters
    ----------
    words : sequence of (str, Path)
        Name and file of each.
    width : int
        Of the text encoder's hidden states.

    Raises
    ------
    UserError
        If a file cannot be read, or holds no vectors.
    """
    found: dict[str, Tensor] = {}
    for name, path in words:
        vectors = _vectors(path)
        if vectors.shape[1] == width:
            found[name.casefold()] = vectors
        else:
            _log.warning(
                "%s was made for words of width %d and this model's are of %d, so it is read as plain text.",
                path.name,
                vectors.shape[1],
                width,
            )
    return found


def parts_of(text: str, words: Mapping[str, Tensor]) -> list[str | Tensor]:
    """Return a text in parts: plain ones, and the vectors of the words in it that were added.

    How a word is capitalised makes no difference; within a longer word it is none. A letter that only the pattern
    takes for another one, as the Turkish i without a dot, makes it plain text.
    """
    if not words:
        return [text]
    longest_first = sorted(words, key=len, reverse=True)
    pattern = re.compile(rf"(?<!\w)({'|'.join(map(re.escape, longest_first))})(?!\w)", re.IGNORECASE)
    parts = pattern.split(text)
    return [words.get(part.casefold(), part) if number % 2 else part for number, part in enumerate(parts) if part]


def _vectors(path: Path) -> Tensor:
    """Return the vectors of a file: of AUTOMATIC1111's, of diffusers', or of the paper's own programs."""
    tensors = read_tensors(path)
    named = [value for name, value in tensors.items() if name == "emb_params" or name.startswith("string_to_param")]
    chosen = (named or list(tensors.values()))[:1]
    vectors = chosen[0].detach().float() if chosen else None
    if vectors is None or vectors.ndim not in (1, 2) or not vectors.numel() or not bool(vectors.isfinite().all()):
        raise UserError(f"{path} is damaged: it holds no vectors of a word. Get it again.")
    return vectors.reshape(-1, vectors.shape[-1])
