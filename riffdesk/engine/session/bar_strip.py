"""Shows a bar of a jam to the network: the end of the bars before it, the bar, and the probable next bars.

A bar is a whole number of latents, and its beats too where that needs 5% at most, as in a loop: so the network keeps
time better, and its input for a kept bar is the same in each round. The network works on a strip that begins with the
last latents before the bar, which are kept, and ends beyond it, with the notes of the next bars. So a bar continues
the one before, and the part beyond its end is rendered again with the next one.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import TYPE_CHECKING

import numpy as np

from riffdesk.arrays import Array
from riffdesk.compose.guide import guide_of
from riffdesk.compose.score import Score
from riffdesk.diffusion.conditioning import Conditioning
from riffdesk.dsp.params import SpectrogramParams
from riffdesk.engine.riff.score.played_score import score_tensor
from riffdesk.engine.riff.score.riff_score import RiffScore
from riffdesk.engine.riff.section_plan import overlap_of, stride_of
from riffdesk.engine.riff.spacing import Spacing, repeated
from riffdesk.engine.session.jam_score import joined_bars

if TYPE_CHECKING:
    from riffdesk.diffusion.model import Model
    from riffdesk.diffusion.strip import Strip

_MAX_STRETCH = 0.05
_ENDLESS = 1 << 40  # columns
_LEAST_AHEAD = 2  # latents beyond a bar
_LEAST_TAIL = 1 / 6  # of a window, before a bar
_GUIDE_DENOISING = 0.8
GUIDE_LEVEL = 0.85
"""Ink value of black on the images of models that start from a guide: its loudest mark."""


@dataclass(frozen=True)
class BarSpacing(Spacing):
    """Conversion between the ink of an endless jam and images in which each bar is a whole number of latents.

    Parameters
    ----------
    bar_seconds : float
        Length of a bar.
    beats : int
        Its beats.
    """

    bar_seconds: float = 2.0
    beats: int = 4

    @classmethod
    def of(cls, sketch: SpectrogramParams, model: Model, bar_seconds: float, beats: int) -> BarSpacing:
        """Return the spacing of a jam with a model."""
        return cls(sketch, model.params, _ENDLESS, model.factor, bar_seconds=bar_seconds, beats=beats)

    @cached_property
    def bar_latents(self) -> int:
        """Latents of a bar."""
        exact = self.bar_seconds * self.model.columns_per_second / self.factor
        pairs = self.beats // 2 if self.beats % 2 == 0 else self.beats
        rounded = (parts * round(exact / parts) for parts in (self.beats, pairs))
        return next((count for count in rounded if abs(count / exact - 1) <= _MAX_STRETCH), max(1, round(exact)))

    @property
    def seconds_per_latent(self) -> float:
        """Duration of one latent in seconds."""
        return self.bar_seconds / self.bar_latents

    @property
    def ratio(self) -> float:
        """Columns of an image per column of the jam."""
        return self.bar_latents * self.factor / (self.bar_seconds * self.sketch.columns_per_second)

    @property
    def stretched(self) -> float:
        """Duration of a column relative to the model's."""
        return self.seconds_per_latent * self.model.columns_per_second / self.factor


@dataclass(frozen=True, eq=False)
class BarRange:
    """The latents of a strip: those that are kept, those of one bar or more, and those beyond them."""

    start: int
    bar_start: int
    bars: int
    bar_stop: int
    end: int

    @property
    def tail(self) -> int:
        """Number of latents that are kept."""
        return self.bar_start - self.start


def bars_at_once(spacing: BarSpacing, width: int) -> int:
    """Return the number of bars that fit into one window, at least one, with a margin before and after them."""
    return max(1, (width - _LEAST_AHEAD - _least_tail(width)) // spacing.bar_latents)


def range_of(bar: int, kept: int, spacing: BarSpacing, width: int) -> BarRange:
    """Return the latents of the strip for a bar and those after it for which there is room.

    Parameters
    ----------
    bar : int
    kept : int
        Latents before the bar that are known.
    spacing : BarSpacing
    width : int
        Latents of a window of the model; the rest of the last one is filled with later bars.
    """
    bars = bars_at_once(spacing, width)
    bar_start, bar_stop = bar * spacing.bar_latents, (bar + bars) * spacing.bar_latents
    room = width - _LEAST_AHEAD - bars * spacing.bar_latents
    tail = min(kept, latents_kept(width), max(_least_tail(width), room))
    start = bar_start - tail
    least = bar_stop + _LEAST_AHEAD - start
    stride = stride_of(width)
    windows = 1 + max(0, math.ceil((least - width) / stride))
    return BarRange(start, bar_start, bars, bar_stop, start + (windows - 1) * stride + width)


def latents_kept(width: int) -> int:
    """Return the latents before a bar that its strip begins with, at most."""
    return max(1, overlap_of(width))


def _least_tail(width: int) -> int:
    return max(1, round(width * _LEAST_TAIL))


def strip_of(
    latents: BarRange,
    spacing: BarSpacing,
    model: Model,
    points: Sequence[Conditioning],
    score: RiffScore,
    tail: Array | None,
    noise_first: int,
) -> Strip:
    """Return the strip of a bar.

    Parameters
    ----------
    latents : BarRange
    spacing : BarSpacing
    model : Model
    points : sequence of Conditioning
        One for each latent of the strip.
    score : RiffScore
        Notes from the beginning of the strip, or before, to a window beyond its end, in seconds of the jam.
    tail : float32 ``[(2,) bands, latents.tail * factor]``, optional
        The end of the image of the bar before.
    noise_first : int
        First column of the strip on the axis of the noise.
    """
    from riffdesk.diffusion.strip import Strip

    count = latents.end - latents.start
    columns = count * model.factor
    init = mask = notes = None
    if model.takes_score:
        notes = score_tensor(score, model, latents.start, count + model.latent_size[1], spacing.stretched)
    else:
        init = _guide(latents, spacing, score)
    if tail is not None:
        if init is None:
            init = repeated(np.concatenate((tail, tail[..., ::-1]), axis=-1), columns)
        mask = np.ones((model.params.bands, columns), np.float32)
        init[..., : tail.shape[-1]], mask[:, : tail.shape[-1]] = tail, 0
    return Strip(tuple(points), init, mask, False, noise_first, model.takes_score, notes)


def denoising_of(model: Model) -> float:
    """Return the denoising: 1 for a model that takes scores."""
    return 1.0 if model.takes_score else _GUIDE_DENOISING


def riff_score_of(bars: Sequence[Score], first: int, bar_seconds: float) -> RiffScore:
    """Return consecutive bars as the score of a jam, silent before and after.

    Parameters
    ----------
    bars : sequence of Score
    first : int
        Number of the first of them.
    bar_seconds : float
    """
    score = joined_bars(bars)
    return RiffScore(score, score.beats + 1e6, first * bar_seconds, False, {})


def _guide(latents: BarRange, spacing: BarSpacing, score: RiffScore) -> Array:
    """Return the picture of the notes of a strip as an image of the model."""
    seconds = spacing.seconds_per_latent
    part = score.between(latents.start * seconds, latents.end * seconds)
    first, stop = (math.floor(latent * spacing.factor / spacing.ratio) for latent in (latents.start, latents.end))
    ink = guide_of(part, stop - first + 2, spacing.sketch)
    if spacing.sketch.stereo:
        ink = np.stack((ink, ink))
    return replace(spacing, columns=ink.shape[-1]).to_model(ink, 0, latents.end - latents.start) / np.float32(
        GUIDE_LEVEL
    )
