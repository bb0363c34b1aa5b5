"""Textual inversions (Gal et al. 2022): words added to a text encoder, each with a few token vectors."""

from __future__ import annotations

import logging
import re
from collections.abc import Mapping, Sequence
from pathlib import Path

from torch import Tensor

from riffdesk.errors import UserError
from riffdesk.language import tr
from riffdesk.models.files.weights import read_tensors

_log = logging.getLogger(__name__)


def read_inversions(words: Sequence[tuple[str, Path]], width: int) -> dict[str, Tensor]:
    """Return the token vectors of added words, by the word in lower case: float32 ``[tokens, width]`` each.

    A word for a text encoder of another width is left out with a warning, and is then read as plain text.

    Parameters
    ----------
    words : sequence of (str, Path)
        Name and file of each.
    width : int
        Width of the text encoder's hidden states.

    Raises
    ------
    UserError
        If a file cannot be read, or holds no vectors.
    """
    vectors_of: dict[str, Tensor] = {}
    for name, path in words:
        vectors = _vectors(path)
        if vectors.shape[1] == width:
            vectors_of[name.casefold()] = vectors
        else:
            _log.warning(
                "%s was made for words of width %d and this model's are of %d, so it is read as plain text.",
                path.name,
                vectors.shape[1],
                width,
            )
    return vectors_of


def split_at_inversions(text: str, words: Mapping[str, Tensor]) -> list[str | Tensor]:
    """Return a text split at the added words in it: parts of plain text, and the vectors of each added word.

    Upper and lower case are not distinguished; a word within a longer one does not count. A word that matches only
    by a letter which `str.casefold` keeps, as the Turkish dotless i, is plain text.
    """
    if not words:
        return [text]
    longest_first = sorted(words, key=len, reverse=True)
    pattern = re.compile(rf"(?<!\w)({'|'.join(map(re.escape, longest_first))})(?!\w)", re.IGNORECASE)
    parts = pattern.split(text)
    return [words.get(part.casefold(), part) if number % 2 else part for number, part in enumerate(parts) if part]


def _vectors(path: Path) -> Tensor:
    """Return the vectors in a file of AUTOMATIC1111, of diffusers, or of the paper's own program."""
    tensors = read_tensors(path)
    named = [value for name, value in tensors.items() if name == "emb_params" or name.startswith("string_to_param")]
    chosen = (named or list(tensors.values()))[:1]
    vectors = chosen[0].detach().float() if chosen else None
    if vectors is None or vectors.ndim not in (1, 2) or not vectors.numel() or not bool(vectors.isfinite().all()):
        raise UserError(tr("{path} is damaged: it holds no vectors of a word. Get it again.", path=path))
    return vectors.reshape(-1, vectors.shape[-1])
