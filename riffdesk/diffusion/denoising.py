"""The one denoising loop: a strip of latents of any length, in overlapping windows.

The story: prompts become embeddings, seeds become noise, and an init goes through the autoencoder to latents,
noised as far as each column's denoising says. In every step each window goes through the network with what its
middle is asked for (`guidance`); their predictions are averaged, and the scheduler makes one step of the whole strip.
What a mask keeps is set to the noised init after each step. At last the latents are decoded, and kept ink is put back
cell by cell. With one window this is Riffusion's own image-to-image interpolation.
"""

from __future__ import annotations

import threading
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import torch
from torch import Tensor

from riffdesk.diffusion.conditioning import Conditioning
from riffdesk.diffusion.guidance import guided_prediction
from riffdesk.diffusion.images import Array, decoded, encoded, images_of, latent_mask, repaint_weight, tiled
from riffdesk.diffusion.model import Model
from riffdesk.diffusion.noise import seed_noise, step_generators, walk_noise
from riffdesk.diffusion.preview import preview as preview_of
from riffdesk.diffusion.preview import preview_map
from riffdesk.diffusion.prompt.embeddings import embedding, texts_of
from riffdesk.diffusion.schedulers import (
    DEFAULT_SCHEDULER,
    SCHEDULERS,
    clean_latents,
    first_step,
    new_scheduler,
    prediction_of,
)
from riffdesk.diffusion.strip import Strip
from riffdesk.diffusion.strip_checks import check_strips
from riffdesk.diffusion.windows import Windows, plan_windows
from riffdesk.progress import OnStep, Step, check, ignore_steps

_PREVIEWS = 8  # in one render, at most


@dataclass(frozen=True, eq=False)
class Denoising:
    """What a `Step.partial` is while strips go through the network.

    Parameters
    ----------
    step, steps : int
        Which step it is, from 1.
    inks : list of float32 ``[bands, columns]`` or ``[2, bands, columns]``
        Every few steps what each strip will roughly be; else empty.
    """

    step: int
    steps: int
    inks: list[Array]


@torch.no_grad()
def render_strips(
    model: Model,
    strips: Sequence[Strip],
    *,
    steps: int,
    scheduler: str = DEFAULT_SCHEDULER,
    overlap: float = 0.25,
    on_step: OnStep = ignore_steps,
    cancel: threading.Event | None = None,
    preview: bool = False,
) -> list[Array]:
    """Return the ink of strips.

    Parameters
    ----------
    model : Model
    strips : sequence of Strip
        Rendered together; equally long, all circular or none, with the same least denoising.
    steps : int
        Of the scheduler, for a denoising of 1.
    scheduler : str
        Key of `riffdesk.diffusion.schedulers.SCHEDULERS`.
    overlap : float
        Share of a window that it has in common with the next, 0 to 0.9.
    on_step : callable
        Hears of every window; ``Step.partial`` is a `Denoising` while they go through the network.
    cancel : threading.Event, optional
        Looked at before every window.
    preview : bool
        Whether to make previews of the results.

    Returns
    -------
    list of float32 ``[bands, len(walk) * factor]`` or ``[2, bands, len(walk) * factor]``
        On the CPU, a strip's ink is bit-identical whatever is rendered with it.

    Raises
    ------
    UserError
        If something is asked for that cannot be made; before any work.
    Cancelled
        If ``cancel`` was set.
    """
    check_strips(model, strips, steps, scheduler, overlap)
    plan = plan_windows(len(strips[0].walk), model.latent_size[1], overlap, strips[0].circular)
    schedule = new_scheduler(model.scheduler_config, scheduler, steps)
    laid = plan.laid_out()
    parts = [_prepared(model, strip, laid, schedule, steps) for strip in strips]
    begin = max(0, min(int(part.starts.min()) for part in parts))
    count = len(schedule.timesteps) - begin
    if count == 0:
        return [_kept_ink(model, strip).copy() for strip in strips]
    if any(max(0, int(part.starts.min())) != begin for part in parts):
        raise ValueError("strips that are rendered together begin with the same step")

    reads = [_windows_read(strip, plan, model.factor) for strip in strips]
    work = sum(map(len, reads)) + len(plan.starts) * len(strips) * (count + 1)
    progress = _Progress(on_step, cancel, work)
    for prompt in _prompts(model, strips):
        progress.say("Reading the prompt")
        embedding(model, prompt)
    if preview:
        progress.say("Preparing previews")
        preview_map(model)

    noise = _stacked(model, [part.noise for part in parts])
    init = _laid_out(_init_latents(model, parts, reads, plan, progress), laid)
    mask = _laid_out(_latent_mask(model, strips, plan), laid)
    score = _laid_out(_scores(model, strips, plan), laid)
    starts = torch.from_numpy(np.stack([part.starts for part in parts]))[:, None, None, :].to(model.device)
    latents = noise * schedule.init_noise_sigma
    if hasattr(schedule, "set_begin_index"):
        schedule.set_begin_index(begin)
    every = max(2, -(-count // _PREVIEWS))
    for index in range(begin, len(schedule.timesteps)):
        progress.denoising(index - begin + 1, count)
        time = schedule.timesteps[index]
        if init is not None:
            noised = schedule.add_noise(init, noise, time[None])
            latents = torch.where(starts >= index, noised, latents)
        scaled = schedule.scale_model_input(latents, time)
        windows = laid.rolled(index)
        prediction = guided_prediction(model, parts, scaled, time, windows, progress.next, score)
        if laid.rounds > 1:
            clean = windows.agreed(clean_latents(schedule, scaled, prediction, time))
            prediction = prediction_of(schedule, scaled, clean, time)
        latents = _stepped(schedule, scheduler, parts, prediction, index, latents)
        if init is not None and mask is not None:
            # Noised as the step began with, not as it ended: that is what Riffusion does.
            latents = noised * (1 - mask) + latents * mask
        if preview and (index - begin) % every == every - 1:
            clean = clean_latents(schedule, scaled, prediction, time)
            clean = clean if init is None else torch.where(starts > index, init, clean)
            inks = preview_of(model, clean[..., : len(strips[0].walk)])
            progress.show([part.finished(ink) for part, ink in zip(parts, inks, strict=True)])
    if init is not None:
        latents = torch.where(starts == len(schedule.timesteps), init, latents)
    latents = laid.agreed(latents)[..., : plan.length]

    progress.begin("Drawing the picture")
    inks = []
    for part, one in zip(parts, latents, strict=True):
        ink = decoded(model, one[None], plan, progress.next)
        inks.append(part.finished(ink[..., : len(part.strip.walk) * model.factor]))
    progress.say("Done")
    return inks


@dataclass(frozen=True, eq=False)
class _Part:
    """A strip, and what follows from it before any network is asked.

    Parameters
    ----------
    strip : Strip
    walk : sequence of Conditioning
        As long as the windows reach.
    noise : float32 ``[channels, height, columns]``
    starts : int64 ``[columns]``
        Step that each column of latents is denoised from; -1 for all, from noise alone.
    kept : ink and the weight of what is new, or None
        See `riffdesk.diffusion.images.repaint_weight`.
    """

    strip: Strip
    walk: tuple[Conditioning, ...]
    noise: Tensor
    starts: np.ndarray[Any, np.dtype[np.int64]]
    kept: tuple[Array, Array] | None

    def middle_of(self, start: int, width: int) -> Conditioning:
        """Return what a window is asked for in its middle; what reaches beyond the strip's end does not count."""
        length = len(self.strip.walk)
        if self.strip.circular:
            return self.walk[(start + width // 2) % length]
        return self.walk[(start + min(start + width, length)) // 2]

    def finished(self, ink: Array) -> Array:
        """Return new ink with what is kept in its place."""
        if self.kept is None:
            return np.ascontiguousarray(ink)
        kept, weight = self.kept
        mixed: Array = ink * weight + kept * (1 - weight)
        return mixed


class _Progress:
    """Counts windows, says where the work is, and stops it where the user asked for that."""

    def __init__(self, on_step: OnStep, cancel: threading.Event | None, total: int) -> None:
        self._what, self._step = "", (0, 0)
        self._on_step, self._cancel, self._total, self._done = on_step, cancel, total, 0

    def begin(self, what: str) -> None:
        """Go over to something else than denoising."""
        self._what, self._step = what, (0, 0)

    def denoising(self, step: int, steps: int) -> None:
        """Go over to a step of the denoising."""
        self._what, self._step = f"Step {step} of {steps}", (step, steps)

    def say(self, what: str) -> None:
        """Say what is done now."""
        self.begin(what)
        self.show()

    def show(self, inks: Sequence[Array] = ()) -> None:
        """Say how far it is, with what there is already."""
        check(self._cancel)
        partial = Denoising(*self._step, list(inks)) if self._step[0] else None
        self._on_step(Step(self._done, self._total, self._what, partial))

    def next(self, windows: int = 1) -> None:
        """Begin with the next window, or several at once."""
        self.show()
        self._done += windows


def _prepared(model: Model, strip: Strip, plan: Windows, schedule: Any, steps: int) -> _Part:
    walk = strip.walk * plan.rounds
    walk += walk[-1:] * (plan.length - len(walk))
    if strip.init is None or strip.from_noise:
        starts = np.full(len(walk), -1)
    else:
        step_of = {one: first_step(schedule, steps, one) for one in {asked.denoising for asked in walk}}
        starts = np.array([step_of[asked.denoising] for asked in walk])
    height, width = _height(model), model.latent_size[1]
    noise = walk_noise(walk, strip.first, model.channels, height, width)
    return _Part(strip, walk, noise, starts, _kept(model, strip))


def _kept(model: Model, strip: Strip) -> tuple[Array, Array] | None:
    """Return the init and the weight of what is new over it; None if nothing is kept."""
    if strip.init is None:
        return None
    columns = len(strip.walk) * model.factor
    mask = np.ones((model.params.bands, columns), np.float32) if strip.mask is None else strip.mask.copy()
    if not strip.from_noise:
        mask[:, np.repeat([asked.denoising == 0 for asked in strip.walk], model.factor)] = 0
    if bool((mask > 0).all()):
        return None
    return _kept_ink(model, strip), repaint_weight(mask, model.factor, strip.circular)


def _kept_ink(model: Model, strip: Strip) -> Array:
    """Return the init, as long as the strip."""
    assert strip.init is not None
    return tiled(np.asarray(strip.init, np.float32), len(strip.walk) * model.factor)


def _windows_read(strip: Strip, plan: Windows, factor: int) -> list[int]:
    """Return which windows of the init the network has to see: of one from noise, those that anything is kept in."""
    every = list(range(len(plan.starts)))
    if strip.init is None or not strip.from_noise:
        return every if strip.init is not None else []
    kept = np.zeros(plan.length, np.bool_)
    if strip.mask is not None:
        kept[: len(strip.walk)] = (strip.mask < 1).any(axis=0).reshape(-1, factor).any(axis=1)
    columns = np.arange(plan.width)
    return [window for window in every if kept[(plan.starts[window] + columns) % plan.length].any()]


def _init_latents(
    model: Model, parts: Sequence[_Part], reads: Sequence[Sequence[int]], plan: Windows, progress: _Progress
) -> Tensor | None:
    """Return a sample of the inits' latents, ``[n, channels, height, columns]``; zeros where none is read."""
    if not any(reads):
        return None
    progress.begin("Reading what is kept" if parts[0].strip.from_noise else "Reading what it starts from")
    latents = []
    for part, read in zip(parts, reads, strict=True):
        strip = part.strip
        if strip.init is None or not read:
            latents.append(torch.zeros_like(part.noise[..., : plan.length]))
            continue
        images = images_of(tiled(strip.init, plan.length * model.factor), model.params.stereo)
        mean, deviation = encoded(model, images, plan, progress.next, read)
        # Riffusion draws the sample with the first seed's own generator: it is that seed's noise once more.
        seeds = [asked.start.seed for asked in part.walk[: plan.length]]
        noise = seed_noise(seeds, strip.first, model.channels, _height(model), model.latent_size[1])
        latents.append((mean + deviation * noise.to(mean))[0])
    return _stacked(model, latents)


def _latent_mask(model: Model, strips: Sequence[Strip], plan: Windows) -> Tensor | None:
    """Return the masks at the latents' resolution: ``[n, 1, height, columns]``; beyond the strip's end all is free."""
    if all(strip.mask is None for strip in strips):
        return None
    width = plan.length * model.factor
    given = [np.ones((model.params.bands, 0), np.float32) if strip.mask is None else strip.mask for strip in strips]
    masks = [np.pad(mask, ((0, 0), (0, width - mask.shape[-1])), constant_values=1) for mask in given]
    return latent_mask(masks, model.factor).to(model.device)


def _scores(model: Model, strips: Sequence[Strip], plan: Windows) -> Tensor | None:
    """Return the scores of strips as far as their windows reach, ``[n, channels, height, columns]``; None of none."""
    given = [strip.score for strip in strips if strip.score is not None]
    if not given:
        return None
    silent = torch.zeros_like(given[0][..., : plan.length])
    return _stacked(model, [silent if one.score is None else one.score[..., : plan.length] for one in strips])


def _laid_out(values: Tensor | None, windows: Windows) -> Tensor | None:
    """Return what belongs to the columns of a loop, for each of its rounds."""
    return None if values is None else values.repeat(1, 1, 1, windows.rounds)


def _stepped(
    schedule: Any, name: str, parts: Sequence[_Part], prediction: Tensor, index: int, latents: Tensor
) -> Tensor:
    """Return the latents after one step of the scheduler; noise that it adds depends on seed and place alone."""
    time = schedule.timesteps[index]
    if not SCHEDULERS[name].adds_noise:
        stepped: Tensor = schedule.step(prediction, time, latents).prev_sample
        return stepped
    generators = [one for part in parts for one in step_generators(part.walk, part.strip.first, index)]
    columns = [values.movedim(-1, 1).flatten(0, 1)[..., None] for values in (prediction, latents)]
    after: Tensor = schedule.step(columns[0], time, columns[1], generator=generators).prev_sample
    return after[..., 0].reshape(len(parts), -1, *after.shape[1:3]).movedim(1, -1).contiguous()


def _stacked(model: Model, values: Sequence[Tensor]) -> Tensor:
    return torch.stack([one.to(model.device) for one in values])


def _height(model: Model) -> int:
    """Return the rows of latents."""
    return model.params.bands // model.factor


def _prompts(model: Model, strips: Sequence[Strip]) -> list[str]:
    """Return every prompt and negative prompt once, and the empty one that fills up the shorter ones."""
    asked = {one for strip in strips for one in strip.walk}
    points = [point for one in asked for point in (one.start, one.end)]
    return sorted({""} | {text for point in points for text in texts_of(model, point)})
