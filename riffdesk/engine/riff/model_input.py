"""A request on its way through a model: what the network is asked for in each section, and its images as ink."""

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
from riffdesk.engine.prompt_marks import with_changes
from riffdesk.engine.requests import RenderRequest
from riffdesk.engine.riff.score.played_score import played_score, shown_score
from riffdesk.engine.riff.score.riff_score import RiffScore
from riffdesk.engine.riff.section_plan import OVERLAP, SectionPlan, loop, stretches
from riffdesk.engine.riff.spacing import Spacing, repeated
from riffdesk.sketch.music.tempo_key_words import with_tempo_and_key
from riffdesk.sketch.recipe.recipe import Recipe
from riffdesk.sketch.recipe.timeline import Between, Keyframe, Walk

if TYPE_CHECKING:
    from riffdesk.diffusion.model import Model
    from riffdesk.diffusion.strip import Strip

_WHOLE = 0.01  # of a beat; lengths are rounded to samples


@dataclass(frozen=True, eq=False)
class ModelInput:
    """A request and the model that it goes through.

    Parameters
    ----------
    index : int
        Which of the variations it is.
    """

    request: RenderRequest
    model: Model
    index: int = 0

    @cached_property
    def fit(self) -> Spacing:
        """How the riff lies on the model's images."""
        request, circular = self.request, self.request.recipe.circular
        samples = request.samples if circular else None
        parts = _parts(request.recipe, self.score)
        return Spacing(request.params, self.model.params, request.columns, self.model.factor, circular, samples, parts)

    @cached_property
    def score(self) -> RiffScore | None:
        """What is played; None for a model that takes no score, and where none is shown."""
        window = self.model.columns / self.model.params.columns_per_second
        return played_score(self.request, beyond=2 * window) if self.model.takes_score else None

    @cached_property
    def stretches(self) -> Sequence[SectionPlan]:
        """The sections, in order; without those that leave ink and sound as they are."""
        fit = self.fit
        if self.request.recipe.circular:
            return (loop(fit.latents, self.model.latent_size[1]),)
        planned = stretches(fit.latents, self.model.latent_size[1], self._wanted)
        return planned if self.request.audio is None else tuple(one for one in planned if one.made)

    @property
    def windows(self) -> tuple[tuple[float, float], ...]:
        """What each window adds, in seconds and in order."""
        each, end = self.fit.seconds_per_latent, self.request.samples / self.request.params.sample_rate
        made = [pair for one in self.stretches if one.made for pair in pairwise(one.borders)]
        return tuple((start * each, min(stop * each, end)) for start, stop in made)

    @property
    def overlap(self) -> int:
        """Columns of the riff that windows have in common."""
        return round(OVERLAP * self.model.columns / self.fit.ratio)

    @cached_property
    def level(self) -> float:
        """The ink that is black on the model's images: the init's loudest."""
        init = self.request.init
        loudest = 0.0 if init is None else float(cleaned(init[..., : self.request.columns]).max(initial=0.0))
        return loudest or 1.0

    @property
    def has_mask(self) -> bool:
        """Whether anything of the init is kept bit for bit."""
        return self.request.init is not None and (self.request.mask is not None or bool(self._kept.any()))

    @cached_property
    def made_anew(self) -> NDArray[np.bool_]:
        """Which columns are made anew from the lowest band to the highest: bool ``[columns]``."""
        request = self.request
        new = np.ones(request.columns, bool) if request.mask is None else np.all(request.mask == 1, axis=0)
        return np.asarray(new & ~self._kept_columns((0, request.columns)))

    def strip(self, stretch: SectionPlan, tail: Array | None) -> Strip:
        """Return what the network is asked for.

        Parameters
        ----------
        stretch : Stretch
        tail : float32 ``[(2,) bands, tail * factor]``, optional
            What the section before has made of the stretch's beginning.
        """
        from riffdesk.diffusion.strip import Strip

        request, fit = self.request, self.fit
        latents = stretch.start, stretch.end
        init = mask = None
        if request.init is not None:
            init = self.image(stretch)
            if self.has_mask:
                mask = fit.mask_to_model(self._mask((0, request.columns)), *latents)
        if tail is not None:
            columns = tail.shape[-1]
            if init is None:
                # Nothing is there beyond the tail; mirrored, it has no edge that the autoencoder would see.
                init = repeated(np.concatenate((tail, tail[..., ::-1]), axis=-1), self._columns_of(stretch))
            if mask is None:
                mask = np.ones((self.model.params.bands, self._columns_of(stretch)), np.float32)
            init[..., :columns], mask[:, :columns] = tail, 0
        walk = self._walk[stretch.start : stretch.end]
        circular = request.recipe.circular
        score = None
        if self.score is not None:
            reach = 0 if circular else self.model.latent_size[1]
            columns = stretch.end - stretch.start + reach
            score = shown_score(self.score, self.model, stretch.start, columns, self._stretched)
        return Strip(walk, init, mask, circular, stretch.start, self._from_noise, score)

    def ink(self, image: Array, stretch: SectionPlan, columns: tuple[int, int]) -> Array:
        """Return columns of the riff's ink, with what is kept put back as it was.

        Parameters
        ----------
        image : float32 ``[(2,) bands, n]``
            What the network has made of a stretch.
        """
        part = None if self.request.recipe.circular else columns
        ink = self.fit.to_sketch(image, stretch.start, part) * np.float32(self.level)
        if not self.has_mask:
            return ink
        # The strip has faded what is new into what is kept; beyond that, nothing is rounded or resampled.
        return np.where(self._new(columns), ink, self.init(columns))

    def image(self, stretch: SectionPlan) -> Array:
        """Return the init on the model's images: what a section is in which nothing is made."""
        assert self.request.init is not None
        return self.fit.to_model(cleaned(self.request.init), stretch.start, stretch.end) / np.float32(self.level)

    def init(self, columns: tuple[int, int]) -> Array:
        """Return columns of the ink to start from, with as many channels as the sketch."""
        request = self.request
        assert request.init is not None
        places = np.arange(*columns) % request.init.shape[-1]
        ink = cleaned(request.init[..., places])
        return np.stack((ink, ink)) if request.params.stereo and ink.ndim == 2 else ink

    def tail(self, image: Array, stretch: SectionPlan, following: SectionPlan) -> Array | None:
        """Return what a section hands over to the next one: the end of its image, or nothing."""
        factor = self.model.factor
        if not following.tail:
            return None
        first = (following.start - stretch.start) * factor
        return image[..., first : first + following.tail * factor].copy()

    def columns(self, stretch: SectionPlan) -> tuple[int, int, int]:
        """Return which columns of the riff a section begins with, makes final, and makes at all."""
        fit = self.fit
        if stretch.end == fit.latents:
            ends = fit.columns, fit.columns
        else:
            ends = fit.columns_before(stretch.ready), fit.columns_before(stretch.end)
        return fit.columns_before(stretch.fresh), *ends

    def _columns_of(self, stretch: SectionPlan) -> int:
        return (stretch.end - stretch.start) * self.model.factor

    @property
    def _from_noise(self) -> bool:
        return self.request.init is None or self.request.from_noise

    @cached_property
    def _walk(self) -> tuple[Conditioning, ...]:
        """What each column of latents is asked for, at the time of its middle."""
        recipe, fit = self.request.recipe, self.fit
        walk = Walk(with_changes(recipe), fit.latents * fit.seconds_per_latent if recipe.circular else None)
        places = [walk.at((latent + 0.5) * fit.seconds_per_latent) for latent in range(fit.latents)]
        told = self._from_noise, self._stretched, self.score
        return tuple(conditioning_of(place, self.request.recipe, *told) for place in places)

    @property
    def _stretched(self) -> float:
        """How much longer columns sound than the model's own: a loop is stretched to whole latents, with its music."""
        if not self.request.recipe.circular:
            return 1.0
        return self.fit.seconds_per_latent * self.model.params.columns_per_second / self.model.factor

    @cached_property
    def _kept(self) -> NDArray[np.bool_]:
        """Which latents keep all of the init: those whose denoising is 0."""
        return np.array([one.denoising == 0 for one in self._walk])

    @cached_property
    def _wanted(self) -> NDArray[np.bool_] | None:
        """Which latents have anything that is made anew; None for all."""
        if not self.has_mask:
            return None
        whole = np.zeros((1, self.request.columns), np.float32)
        whole[0] = self._mask((0, self.request.columns)).any(axis=0)
        edges = np.arange(self.fit.latents + 1) * (self.model.factor / self.fit.ratio)
        first, stop = np.floor(edges[:-1]).astype(int), np.ceil(edges[1:]).astype(int)
        before = np.concatenate(([0], np.cumsum(whole[0] > 0)))
        inside = np.minimum((first, np.maximum(stop, first + 1)), self.request.columns)
        return np.asarray(before[inside[1]] > before[inside[0]])

    def _mask(self, columns: tuple[int, int]) -> Array:
        """Return columns of the mask, without the times whose denoising is 0: float32 ``[bands, stop - start]``."""
        request = self.request
        first, stop = columns
        if request.mask is None:
            mask = np.ones((request.params.bands, stop - first), np.float32)
        else:
            mask = request.mask[:, first:stop].copy()
        mask[:, self._kept_columns(columns)] = 0
        return mask

    def _kept_columns(self, columns: tuple[int, int]) -> NDArray[np.bool_]:
        """Return which columns have a denoising of 0: bool ``[stop - start]``."""
        seconds = (np.arange(*columns) + 0.5) / self.request.params.columns_per_second
        latents = np.minimum(seconds / self.fit.seconds_per_latent, self.fit.latents - 1).astype(int)
        return np.asarray(self._kept[latents])

    def _new(self, columns: tuple[int, int]) -> NDArray[np.bool_]:
        """Return which cells are not as they were: those that are made anew, and a feathered edge around them."""
        from riffdesk.diffusion.images import repaint_weight

        first, stop = columns
        factor, circular = self.model.factor, self.request.recipe.circular
        around = (first, stop) if circular else (max(0, first - factor), min(self.request.columns, stop + factor))
        weight = repaint_weight(self._mask(around), factor, circular)
        return np.asarray(weight[:, first - around[0] : stop - around[0]] > 0)


def conditioning_of(
    place: Between, recipe: Recipe, from_noise: bool, stretched: float = 1.0, score: RiffScore | None = None
) -> Conditioning:
    """Return what the network is asked for at a place on the timeline.

    Parameters
    ----------
    recipe : Recipe
        Whose tempo and key the prompts are read with, if it says so.
    stretched : float
        How much longer a column of the riff sounds than one of the model's own.
    score : RiffScore, optional
        What is played: its tempo and key are told.
    """

    def point(keyframe: Keyframe) -> PromptPoint:
        tempo, key = (recipe.tempo, recipe.key) if recipe.in_time else (0.0, "")
        if score is not None:
            tempo, key = score.tempo, score.key_at(keyframe)
        denoising = 1.0 if from_noise else keyframe.denoising
        prompt = with_tempo_and_key(keyframe.prompt, tempo, key, stretched)
        return PromptPoint(prompt, keyframe.negative, keyframe.seed, denoising, keyframe.guidance)

    return Conditioning(point(place.start), point(place.end), place.alpha)


def _parts(recipe: Recipe, score: RiffScore | None) -> tuple[int, ...]:
    """Return how many beats, pairs of beats and bars a loop has, as far as they are whole."""
    tempo, beats_per_bar = (recipe.tempo, recipe.beats_per_bar) if recipe.in_time else (0.0, 1)
    if score is not None:
        tempo, beats_per_bar = score.tempo, score.score.beats_per_bar
    if not tempo:
        return ()
    beats = recipe.seconds * tempo / 60
    counts = (beats / every for every in (1, 2, beats_per_bar))
    return tuple(dict.fromkeys(round(one) for one in counts if round(one) > 0 and abs(one - round(one)) < _WHOLE))


def cleaned(ink: Array) -> Array:
    """Return ink without what is no ink: damaged numbers and less than silence."""
    return np.nan_to_num(np.maximum(ink, 0), nan=0.0, posinf=0.0)
