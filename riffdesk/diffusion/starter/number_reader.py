"""A layer that reads exact numbers, such as a tempo or a key, from the hidden states of a prompt."""

from __future__ import annotations

from torch import Tensor, nn


class Reader(nn.Module):
    """Reads a few numbers from a text, each from the tokens that matter.

    Parameters
    ----------
    width : int
        Width of the text encoder's hidden states.
    numbers : int
        How many numbers it reads.
    """

    def __init__(self, width: int, numbers: int) -> None:
        super().__init__()
        self.norm = nn.LayerNorm(width)
        self.score = nn.Linear(width, 1)
        self.read = nn.Sequential(nn.Linear(width, 2 * width), nn.SiLU(), nn.Linear(2 * width, numbers))

    def numbers_of(self, text: Tensor) -> Tensor:
        """Return the numbers ``[n, numbers]`` of hidden states ``[n, tokens, width]``."""
        text = self.norm(text)
        weights = self.score(text).softmax(dim=1)
        numbers: Tensor = (weights * self.read(text)).sum(dim=1)
        return numbers
