"""Conversion of a request to strips for the network, section by section, and of its images back to ink."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from riffdesk.arrays import Array
from riffdesk.diffusion.conditioning import Conditioning, PromptPoint
from riffdesk.engine.prompt_marks import with_word_changes
from riffdesk.engine.requests import RenderRequest
from riffdesk.engine.riff.score.played_score import played_score, score_tensor
from riffdesk.engine.riff.score.riff_score import RiffScore
from riffdesk.engine.riff.section_plan import OVERLAP, SectionPlan, plan_loop, plan_sections
from riffdesk.engine.riff.spacing import Spacing, repeated
from riffdesk.sketch.music.tempo_key_words import with_tempo_and_key
from riffdesk.sketch.recipe.recipe import Recipe
from riffdesk.sketch.recipe.timeline import Keyframe, Walk, WalkPosition

if TYPE_CHECKING:
    from riffdesk.diffusion.model import Model
    from riffdesk.diffusion.strip import Strip

_BEAT_TOLERANCE = 0.01  # of a beat; lengths are rounded to samples


@dataclass(frozen=True, eq=False)
class ModelInput:
    """A request together with the model that renders it.

    Parameters
    ----------
    index : int
        Number of the variation.
    """

    request: RenderRequest
    model: Model
    index: int = 0

    @cached_property
    def spacing(self) -> Spacing:
        """Conversion between the sketch's ink and the model's images."""
        request, circular = self.request, self.request.recipe.circular
        samples = request.samples if circular else None
        parts = _loop_parts(request.recipe, self.score)
        return Spacing(request.params, self.model.params, request.columns, self.model.factor, circular, samples, parts)

    @cached_property
    def score(self) -> RiffScore | None:
        """The score; None for a model that takes none, and for a request without one."""
        window = self.model.columns / self.model.params.columns_per_second
        return played_score(self.request, beyond=2 * window) if self.model.takes_score else None

    @cached_property
    def section_plans(self) -> Sequence[SectionPlan]:
        """The sections in order, without those that change neither ink nor sound."""
        spacing = self.spacing
        if self.request.recipe.circular:
            return (plan_loop(spacing.latents, self.model.latent_size[1]),)
        plans = plan_sections(spacing.latents, self.model.latent_size[1], self._needed_latents)
        return plans if self.request.audio is None else tuple(plan for plan in plans if plan.is_rendered)

    @property
    def windows(self) -> tuple[tuple[float, float], ...]:
        """Start and stop in seconds of the final part of each window, in order."""
        seconds_per_latent, end = (
            self.spacing.seconds_per_latent,
            self.request.samples / self.request.params.sample_rate,
        )
        edges = [pair for plan in self.section_plans if plan.is_rendered for pair in pairwise(plan.borders)]
        return tuple((start * seconds_per_latent, min(stop * seconds_per_latent, end)) for start, stop in edges)

    @property
    def overlap(self) -> int:
        """Overlap of windows in columns of the riff."""
        return round(OVERLAP * self.model.columns / self.spacing.ratio)

    @cached_property
    def level(self) -> float:
        """Ink value of black on the model's images: the init's maximum."""
        init = self.request.init
        loudest = 0.0 if init is None else float(cleaned(init[..., : self.request.columns]).max(initial=0.0))
        return loudest or 1.0

    @property
    def has_mask(self) -> bool:
        """Whether a part of the init is kept bit for bit."""
        return self.request.init is not None and (self.request.mask is not None or bool(self._kept_latents.any()))

    @cached_property
    def fully_new(self) -> NDArray[np.bool_]:
        """Columns of which all bands are regenerated: bool ``[columns]``."""
        request = self.request
        is_new = np.ones(request.columns, bool) if request.mask is None else np.all(request.mask == 1, axis=0)
        return np.asarray(is_new & ~self._kept_columns((0, request.columns)))

    def strip(self, plan: SectionPlan, tail: Array | None) -> Strip:
        """Return the strip of a section.

        Parameters
        ----------
        plan : SectionPlan
        tail : float32 ``[(2,) bands, tail * factor]``, optional
            The end of the section before, which this one begins with.
        """
        from riffdesk.diffusion.strip import Strip

        request, spacing = self.request, self.spacing
        latent_range = plan.start, plan.end
        init = mask = None
        if request.init is not None:
            init = self.image(plan)
            if self.has_mask:
                mask = spacing.mask_to_model(self._mask((0, request.columns)), *latent_range)
        if tail is not None:
            columns = tail.shape[-1]
            if init is None:
                # Beyond the tail there is no ink; mirroring it avoids an edge, which would affect the latents.
                init = repeated(np.concatenate((tail, tail[..., ::-1]), axis=-1), self._columns_of(plan))
            if mask is None:
                mask = np.ones((self.model.params.bands, self._columns_of(plan)), np.float32)
            init[..., :columns], mask[:, :columns] = tail, 0
        walk = self._walk[plan.start : plan.end]
        circular = request.recipe.circular
        score = None
        if self.score is not None:
            reach = 0 if circular else self.model.latent_size[1]
            columns = plan.end - plan.start + reach
            score = score_tensor(self.score, self.model, plan.start, columns, self._stretched)
        return Strip(walk, init, mask, circular, plan.start, self._from_noise, score)

    def ink(self, image: Array, plan: SectionPlan, columns: tuple[int, int]) -> Array:
        """Return columns of the riff's ink, with the kept ink restored.

        Parameters
        ----------
        image : float32 ``[(2,) bands, n]``
            The network's image of a section.
        """
        part = None if self.request.recipe.circular else columns
        ink = self.spacing.to_sketch(image, plan.start, part) * np.float32(self.level)
        if not self.has_mask:
            return ink
        # The strip has blended new and kept ink; other kept cells are neither rounded nor resampled.
        return np.where(self._changed_cells(columns), ink, self.init(columns))

    def image(self, plan: SectionPlan) -> Array:
        """Return the init as an image of the model, for a section that is not rendered."""
        assert self.request.init is not None
        return self.spacing.to_model(cleaned(self.request.init), plan.start, plan.end) / np.float32(self.level)

    def init(self, columns: tuple[int, int]) -> Array:
        """Return columns of the init, with as many channels as the sketch."""
        request = self.request
        assert request.init is not None
        columns_of_init = np.arange(*columns) % request.init.shape[-1]
        ink = cleaned(request.init[..., columns_of_init])
        return np.stack((ink, ink)) if request.params.stereo and ink.ndim == 2 else ink

    def tail(self, image: Array, plan: SectionPlan, next_plan: SectionPlan) -> Array | None:
        """Return the end of a section's image, which the next section begins with; None if there is no next tail."""
        factor = self.model.factor
        if not next_plan.tail:
            return None
        first = (next_plan.start - plan.start) * factor
        return image[..., first : first + next_plan.tail * factor].copy()

    def columns(self, plan: SectionPlan) -> tuple[int, int, int]:
        """Return a section's first changed column, the end of its final columns, and the end of all its columns."""
        spacing = self.spacing
        if plan.end == spacing.latents:
            ends = spacing.columns, spacing.columns
        else:
            ends = spacing.columns_before(plan.ready), spacing.columns_before(plan.end)
        return spacing.columns_before(plan.first_changed), *ends

    def _columns_of(self, plan: SectionPlan) -> int:
        return (plan.end - plan.start) * self.model.factor

    @property
    def _from_noise(self) -> bool:
        return self.request.init is None or self.request.from_noise

    @cached_property
    def _walk(self) -> tuple[Conditioning, ...]:
        """Conditioning of each column of latents, at the time of its middle."""
        recipe, spacing = self.request.recipe, self.spacing
        walk = Walk(
            with_word_changes(recipe), spacing.latents * spacing.seconds_per_latent if recipe.circular else None
        )
        positions = [walk.at((latent + 0.5) * spacing.seconds_per_latent) for latent in range(spacing.latents)]
        options = self._from_noise, self._stretched, self.score
        return tuple(conditioning_of(position, self.request.recipe, *options) for position in positions)

    @property
    def _stretched(self) -> float:
        """Duration of a column relative to the model's: a loop is stretched to a whole number of latents."""
        if not self.request.recipe.circular:
            return 1.0
        return self.spacing.seconds_per_latent * self.model.params.columns_per_second / self.model.factor

    @cached_property
    def _kept_latents(self) -> NDArray[np.bool_]:
        """Columns of latents that keep the init, with a denoising of 0: bool ``[latents]``."""
        return np.array([conditioning.denoising == 0 for conditioning in self._walk])

    @cached_property
    def _needed_latents(self) -> NDArray[np.bool_] | None:
        """Columns of latents with a part that is regenerated: bool ``[latents]``; None for all."""
        if not self.has_mask:
            return None
        rendered = np.zeros((1, self.request.columns), np.float32)
        rendered[0] = self._mask((0, self.request.columns)).any(axis=0)
        edges = np.arange(self.spacing.latents + 1) * (self.model.factor / self.spacing.ratio)
        first, stop = np.floor(edges[:-1]).astype(int), np.ceil(edges[1:]).astype(int)
        before = np.concatenate(([0], np.cumsum(rendered[0] > 0)))
        inside = np.minimum((first, np.maximum(stop, first + 1)), self.request.columns)
        return np.asarray(before[inside[1]] > before[inside[0]])

    def _mask(self, columns: tuple[int, int]) -> Array:
        """Return columns of the mask, 0 where the denoising is 0: float32 ``[bands, stop - start]``."""
        request = self.request
        first, stop = columns
        if request.mask is None:
            mask = np.ones((request.params.bands, stop - first), np.float32)
        else:
            mask = request.mask[:, first:stop].copy()
        mask[:, self._kept_columns(columns)] = 0
        return mask

    def _kept_columns(self, columns: tuple[int, int]) -> NDArray[np.bool_]:
        """Return the columns with a denoising of 0: bool ``[stop - start]``."""
        seconds = (np.arange(*columns) + 0.5) / self.request.params.columns_per_second
        latents = np.minimum(seconds / self.spacing.seconds_per_latent, self.spacing.latents - 1).astype(int)
        return np.asarray(self._kept_latents[latents])

    def _changed_cells(self, columns: tuple[int, int]) -> NDArray[np.bool_]:
        """Return the cells that differ from the init: those that are regenerated, and a feathered edge around them."""
        from riffdesk.diffusion.images import repaint_weight

        first, stop = columns
        factor, circular = self.model.factor, self.request.recipe.circular
        padded = (first, stop) if circular else (max(0, first - factor), min(self.request.columns, stop + factor))
        weight = repaint_weight(self._mask(padded), factor, circular)
        return np.asarray(weight[:, first - padded[0] : stop - padded[0]] > 0)


def conditioning_of(
    position: WalkPosition, recipe: Recipe, from_noise: bool, stretched: float = 1.0, score: RiffScore | None = None
) -> Conditioning:
    """Return the conditioning at a position of the timeline.

    Parameters
    ----------
    recipe : Recipe
        Its tempo and key are added to the prompts if it is ``in_time``.
    stretched : float
        Duration of a column of the riff relative to one of the model's.
    score : RiffScore, optional
        Its tempo and key are added instead.
    """

    def point(keyframe: Keyframe) -> PromptPoint:
        tempo, key = (recipe.tempo, recipe.key) if recipe.in_time else (0.0, "")
        if score is not None:
            tempo, key = score.tempo, score.key_at(keyframe)
        denoising = 1.0 if from_noise else keyframe.denoising
        prompt = with_tempo_and_key(keyframe.prompt, tempo, key, stretched)
        blend = tuple((with_tempo_and_key(words, tempo, key, stretched), weight) for words, weight in keyframe.blend)
        return PromptPoint(prompt, keyframe.negative, keyframe.seed, denoising, keyframe.guidance, blend)

    return Conditioning(point(position.start), point(position.end), position.alpha)


def _loop_parts(recipe: Recipe, score: RiffScore | None) -> tuple[int, ...]:
    """Return the numbers of beats, pairs of beats and bars in a loop, those that are whole."""
    tempo, beats_per_bar = (recipe.tempo, recipe.beats_per_bar) if recipe.in_time else (0.0, 1)
    if score is not None:
        tempo, beats_per_bar = score.tempo, score.score.beats_per_bar
    if not tempo:
        return ()
    beats = recipe.seconds * tempo / 60
    counts = (beats / unit for unit in (1, 2, beats_per_bar))
    return tuple(
        dict.fromkeys(
            round(count) for count in counts if round(count) > 0 and abs(count - round(count)) < _BEAT_TOLERANCE
        )
    )


def cleaned(ink: Array) -> Array:
    """Return ink with NaN, infinite and negative values set to 0."""
    return np.nan_to_num(np.maximum(ink, 0), nan=0.0, posinf=0.0)
