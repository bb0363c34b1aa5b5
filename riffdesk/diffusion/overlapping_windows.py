"""Overlapping windows of a strip, of the network's width: cutting them out, and averaging them.

Windows are averaged with weights that rise and fall linearly over the overlap (MultiDiffusion, Bar-Tal et al. 2023).
A circular strip shorter than a window is repeated for the network: the same music in each round, with other noise.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cached_property

import torch
from torch import Tensor

from riffdesk.diffusion.calls.transfer import sent


@dataclass(frozen=True)
class Windows:
    """The windows of a strip.

    Parameters
    ----------
    length : int
        Columns of the strip; if it is not circular, up to the end of the last window.
    width : int
        Columns of a window.
    overlap : int
        Minimum overlap of neighbours in columns, 0 to ``width - 1``.
    starts : tuple of int
        First column of each window, 0 to ``length - 1``.
    circular : bool
        Whether the first column follows the last.
    rounds : int
        How often a loop is repeated in these columns; see `laid_out`.
    """

    length: int
    width: int
    overlap: int
    starts: tuple[int, ...]
    circular: bool = False
    rounds: int = 1

    @property
    def single(self) -> bool:
        """Whether there is a single window, which is the strip: nothing to average."""
        return len(self.starts) == 1 and not self.circular

    def scaled(self, factor: int) -> Windows:
        """Return the same windows in columns ``factor`` times narrower."""
        starts = tuple(start * factor for start in self.starts)
        return Windows(self.length * factor, self.width * factor, self.overlap * factor, starts, self.circular)

    def rolled(self, step: int) -> Windows:
        """Return the windows of a circular strip, shifted for each step so that borders of windows do not show."""
        if not self.circular:
            return self
        # Multiples of the golden ratio fill the distance between windows most evenly (Weyl).
        shift = round(step * 0.6180339887 * self.length / len(self.starts))
        return replace(self, starts=tuple((start + shift) % self.length for start in self.starts))

    def laid_out(self) -> Windows:
        """Return windows of a loop that is repeated until it is as long as a window; of other strips, the same.

        So no window contains a column of a short loop twice with the same noise, which a network takes for music.
        """
        rounds = -(-self.width // self.length) if self.circular else 1
        length, count = rounds * self.length, len(self.starts)
        starts = tuple(i * length // count for i in range(count)) if rounds > 1 else self.starts
        return replace(self, length=length, starts=starts, rounds=rounds)

    def agreed(self, columns: Tensor) -> Tensor:
        """Return columns ``[..., length]`` with each round replaced by the weighted mean of all rounds."""
        if self.rounds == 1:
            return columns
        rounds = columns.reshape(*columns.shape[:-1], self.rounds, -1)
        weights = sent(self._cover, columns.device, columns.dtype).reshape(self.rounds, -1)
        mean = (rounds * weights).sum(dim=-2, keepdim=True) / weights.sum(dim=-2)
        return mean.expand(rounds.shape).flatten(-2)

    def cut(self, columns: Tensor) -> list[Tensor]:
        """Return a view of each window of columns ``[..., length]``."""
        if self.circular:
            columns = columns[..., torch.arange(self._reach, device=columns.device) % self.length]
        return [columns[..., start : start + self.width] for start in self.starts]

    def joined(self, values: Sequence[Tensor]) -> Tensor:
        """Return the weighted average ``[..., length]`` of windows ``[..., width]``; a single one unchanged."""
        if self.single:
            return values[0]
        total = values[0].new_zeros((*values[0].shape[:-1], self._reach))
        feather = sent(self._feather, total.device, total.dtype)
        for start, value in zip(self.starts, values, strict=True):
            total[..., start : start + self.width].addcmul_(value, feather)
        cover = sent(self._cover, total.device, total.dtype)
        return self._folded(total) / (cover if self.rounds == 1 else cover.clamp(min=feather.min()))

    @property
    def _reach(self) -> int:
        return max(self.length, max(self.starts) + self.width)

    @cached_property
    def _feather(self) -> Tensor:
        """Weight of each column of a window: 1 in the middle, falling towards the edges, above 0."""
        rise = torch.arange(1, self.width + 1, dtype=torch.float32) / (self.overlap + 1)
        return torch.minimum(rise, rise.flip(0)).clamp(max=1)

    @cached_property
    def _cover(self) -> Tensor:
        """Sum of the weights over each column of the strip."""
        total = torch.zeros(self._reach)
        for start in self.starts:
            total[start : start + self.width] += self._feather
        return self._folded(total)

    def _folded(self, total: Tensor) -> Tensor:
        """Return the sum over all repetitions of each column."""
        folded = total[..., : self.length].clone()
        for start in range(self.length, total.shape[-1], self.length):
            part = total[..., start : start + self.length]
            folded[..., : part.shape[-1]] += part
        return folded


def plan_windows(length: int, width: int, overlap: float, circular: bool) -> Windows:
    """Return windows for a strip.

    Parameters
    ----------
    length : int
        Columns of the strip, >= 1.
    width : int
        Columns of a window.
    overlap : float
        Overlap of neighbouring windows as a fraction of their width, 0 to 0.9.
    circular : bool
        Whether windows are spread evenly around a loop; else they start at multiples of the stride, so that a longer
        strip has the same windows and more, and the last may end beyond the length.
    """
    shared = round(width * overlap)
    stride = width - shared
    if circular:
        count = -(-length // stride)
        return Windows(length, width, shared, tuple(i * length // count for i in range(count)), True)
    count = 1 + max(0, -(-(length - width) // stride))
    return Windows((count - 1) * stride + width, width, shared, tuple(i * stride for i in range(count)))
