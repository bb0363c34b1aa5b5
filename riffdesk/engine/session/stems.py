"""The images of a jam's stems: parts that are rendered alone, or several that are rendered together.

A stem's image of a bar is reused if its notes, those of the bar before and the words are the same: so a part that is
kept is not rendered again. At most tempos a window contains two bars, and both are cached.
"""

from __future__ import annotations

import threading
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from riffdesk.arrays import Array
from riffdesk.compose.score import Part, Score
from riffdesk.diffusion.conditioning import Conditioning
from riffdesk.engine.riff.section_plan import OVERLAP
from riffdesk.engine.session.bar_strip import (
    BarRange,
    BarSpacing,
    denoising_of,
    latents_kept,
    range_of,
    riff_score_of,
    strip_of,
)
from riffdesk.engine.session.bar_words import BarWords
from riffdesk.engine.session.jam_score import Loop
from riffdesk.engine.session.jam_state import JamState
from riffdesk.progress import OnStep

if TYPE_CHECKING:
    from riffdesk.diffusion.model import Model

Roles = tuple[str, ...]

AHEAD_COLUMNS = 30
"""Maximum columns of ink beyond a bar from which its sound is made."""
MAX_IMAGES = 64
"""Number of cached images."""
_LEAD = 1  # latents before a bar that an image begins with, to interpolate its first column


@dataclass(frozen=True)
class StemKey:
    """Key of a stem's image of a bar in the cache: everything that it depends on.

    Parameters
    ----------
    roles : tuple of str
    before, notes : tuple of Part
        Parts of the bar before, if the stem sounded there, and of the bar.
    words : Conditioning
    bar : int
        Number of the bar during a walk, whose words change in each bar; else -1.
    """

    roles: Roles
    before: tuple[Part, ...]
    notes: tuple[Part, ...]
    words: Conditioning
    bar: int


@dataclass(frozen=True, eq=False)
class StemImage:
    """The image of a stem's bar.

    Parameters
    ----------
    image : float32 ``[(2,) bands, n]``
        From one latent before the bar to two or more after it.
    tail : float32 ``[(2,) bands, m]``
        The end of the bar, and of those before it if it is short.
    """

    image: Array
    tail: Array


def is_silent(before: Score | None, bar: Score) -> bool:
    """Return whether nothing sounds in a bar, of its own notes and those of the bar before."""
    late = (note.end > bar.beats_per_bar for part in (before.parts if before else ()) for note in part.notes)
    return not any(part.notes for part in bar.parts) and not any(late)


class StemImages:
    """Renders the images of stems with a model.

    Parameters
    ----------
    model : Model
    spacing : BarSpacing
    scheduler, key : str
        Of the jam.
    """

    def __init__(self, model: Model, spacing: BarSpacing, scheduler: str, key: str) -> None:
        self._model, self._spacing, self._scheduler, self._key = model, spacing, scheduler, key

    def key(self, number: int, before: Score | None, bar: Score, roles: Roles, state: JamState, loop: Loop) -> StemKey:
        """Return the key of the image of a bar; the scores have the notes of the stem."""
        middle = number + 0.5
        words = self._words(state, loop, bar).conditioning(middle)
        walk = number if state.fade is not None else -1
        return StemKey(roles, before.parts if before else (), bar.parts, words, walk)

    def render(
        self,
        number: int,
        bars: Sequence[Score],
        tail: Array | None,
        state: JamState,
        loop: Loop,
        on_step: OnStep,
        cancel: threading.Event | None,
    ) -> list[StemImage]:
        """Return the images of a bar, and of those after it in the same window.

        Parameters
        ----------
        number : int
        bars : sequence of Score
            The notes of the stem in the bar before, in this one, and in those that will follow.
        tail : float32 ``[(2,) bands, n]``, optional
            The end of the image of the bar before; None if the stem begins here.
        state : JamState
        loop : Loop
        """
        from riffdesk.diffusion.denoising import render_strips

        factor, spacing = self._model.factor, self._spacing
        latents = self.range_of(number, tail)
        played = riff_score_of(bars, number - 1, spacing.bar_seconds)
        words = self._words(state, loop, bars[1])
        points = [
            words.conditioning((latent + 0.5) / spacing.bar_latents) for latent in range(latents.start, latents.end)
        ]
        position = (number - loop.start) % len(loop.parts[0].bars) if loop.parts else 0
        known = None if tail is None or not latents.tail else tail[..., -latents.tail * factor :]
        noise_first = position * spacing.bar_latents - latents.tail
        strip = strip_of(latents, spacing, self._model, points, played, known, noise_first)
        (image,) = render_strips(
            self._model,
            [strip],
            steps=state.steps,
            scheduler=self._scheduler,
            overlap=OVERLAP,
            on_step=on_step,
            cancel=cancel,
        )
        return [self._cut(image, latents, bar) for bar in range(latents.bars)]

    def range_of(self, number: int, tail: Array | None) -> BarRange:
        """Return the latents of the strip for a bar."""
        kept = 0 if tail is None else tail.shape[-1] // self._model.factor
        return range_of(number, kept, self._spacing, self._model.latent_size[1])

    def ink(self, image: StemImage, number: int, columns: tuple[int, int]) -> Array:
        """Return columns of the jam's ink from the image of a bar."""
        return self._spacing.to_sketch(image.image, number * self._spacing.bar_latents - _LEAD, columns)

    def _cut(self, image: Array, latents: BarRange, bar: int) -> StemImage:
        """Return one bar of the image of a strip."""
        factor, length = self._model.factor, self._spacing.bar_latents
        start = latents.tail + bar * length
        stop = min(start + length + max(2, self._ahead), latents.end - latents.start)
        first = max(0, start - _LEAD)
        cut = image[..., first * factor : stop * factor]
        if first > start - _LEAD:
            cut = np.concatenate((image[..., :1].repeat(_LEAD * factor, axis=-1), cut), axis=-1)
        kept = min(start + length, latents_kept(self._model.latent_size[1]))
        tail = image[..., (start + length - kept) * factor : (start + length) * factor]
        return StemImage(np.ascontiguousarray(cut), tail.copy())

    @property
    def _ahead(self) -> int:
        """Number of latents after a bar from which its sound is made."""
        return int(-(-AHEAD_COLUMNS * self._spacing.ratio // self._model.factor)) + 1

    def _words(self, state: JamState, loop: Loop, bar: Score) -> BarWords:
        return BarWords(state, loop, bar, self._key, self._spacing.stretched, denoising_of(self._model))


def remembered(images: Mapping[StemKey, StemImage], new: Mapping[StemKey, StemImage]) -> dict[StemKey, StemImage]:
    """Return images with new ones, without the oldest beyond a limit; existing ones are not replaced."""
    merged = {**images, **{key: image for key, image in new.items() if key not in images}}
    return dict(list(merged.items())[-MAX_IMAGES:])
