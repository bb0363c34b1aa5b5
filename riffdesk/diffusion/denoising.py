"""The denoising loop: renders strips of latents of any length, in overlapping windows.

Prompts become embeddings, seeds become noise, and an init is encoded to latents, with noise added according to each
column's denoising. In every step the network predicts each window with the conditioning of its middle (`guidance`);
the predictions are averaged, and the scheduler takes one step on the whole strip. After each step, latents that the
mask keeps are set to the noised init. Finally the latents are decoded, and kept ink is restored cell by cell. With
one window this is Riffusion's image-to-image interpolation.
"""

from __future__ import annotations

import threading
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import torch
from torch import Tensor

from riffdesk.arrays import Array
from riffdesk.diffusion.conditioning import Conditioning
from riffdesk.diffusion.guidance import guided_prediction
from riffdesk.diffusion.images import decoded, encoded, images_of, latent_mask, repaint_weight, tiled
from riffdesk.diffusion.model import Model
from riffdesk.diffusion.noise import seed_noise, step_generators, walk_noise
from riffdesk.diffusion.overlapping_windows import Windows, plan_windows
from riffdesk.diffusion.preview import preview as preview_of
from riffdesk.diffusion.preview import preview_map
from riffdesk.diffusion.prompt.embeddings import all_texts_of, embedding
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
from riffdesk.language import tr
from riffdesk.progress import OnStep, Step, check, ignore_steps

_PREVIEWS = 8  # maximum in one render


@dataclass(frozen=True, eq=False)
class Denoising:
    """The `Step.partial` of denoising: the step, and previews of the strips.

    Parameters
    ----------
    step, steps : int
        Number of the step, from 1, and of all steps.
    inks : list of float32 ``[bands, columns]`` or ``[2, bands, columns]``
        A preview of each strip every few steps; else empty.
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
        Rendered together; equally long, all circular or none, with the same lowest and highest denoising.
    steps : int
        Steps of the scheduler for a denoising of 1; of one for few steps, for any denoising.
    scheduler : str
        Key of `riffdesk.diffusion.schedulers.SCHEDULERS`.
    overlap : float
        Overlap of neighbouring windows as a fraction of their width, 0 to 0.9.
    on_step : callable
        Called for every window; ``Step.partial`` is a `Denoising` during the denoising.
    cancel : threading.Event, optional
        Cancels when it is set; read before every window.
    preview : bool
        Whether to make previews of the results.

    Returns
    -------
    list of float32 ``[bands, len(walk) * factor]`` or ``[2, bands, len(walk) * factor]``
        Ink of each strip. On the CPU it is bit-identical whatever other strips are rendered with it.

    Raises
    ------
    UserError
        If a setting is invalid or unsupported; before any work.
    Cancelled
        If ``cancel`` was set.
    """
    check_strips(model, strips, steps, scheduler, overlap)
    plan = plan_windows(len(strips[0].walk), model.latent_size[1], overlap, strips[0].circular)
    schedule = new_scheduler(model.scheduler_config, scheduler, steps, max(strip.denoising for strip in strips))
    repeated_plan = plan.laid_out()
    prepared = [_prepare(model, strip, repeated_plan, schedule, scheduler, steps) for strip in strips]
    first_index = _first_index(prepared)
    count = len(schedule.timesteps) - first_index
    if count == 0:
        return [_full_init(model, strip).copy() for strip in strips]

    encoded_windows = [_windows_to_encode(strip, plan, model.factor) for strip in strips]
    total = sum(map(len, encoded_windows)) + len(plan.starts) * len(strips) * (count + 1)
    progress = _Progress(on_step, cancel, total)
    _fill_caches(model, strips, preview, progress)

    noise = _stack(model, [prepared_strip.noise for prepared_strip in prepared])
    init = _repeated(_init_latents(model, prepared, encoded_windows, plan, progress), repeated_plan)
    mask = _repeated(_latent_mask(model, strips, plan), repeated_plan)
    score = _repeated(_scores(model, strips, plan), repeated_plan)
    starts = torch.from_numpy(np.stack([prepared_strip.starts for prepared_strip in prepared]))[:, None, None, :].to(
        model.device
    )
    latents = noise * schedule.init_noise_sigma
    if hasattr(schedule, "set_begin_index"):
        schedule.set_begin_index(first_index)
    preview_interval = max(2, -(-count // _PREVIEWS))
    for index in range(first_index, len(schedule.timesteps)):
        progress.denoising(index - first_index + 1, count)
        time = schedule.timesteps[index]
        if init is not None:
            noised = _noised(schedule, init, noise, index)
            latents = torch.where(starts >= index, noised, latents)
        scaled = schedule.scale_model_input(latents, time)
        windows = repeated_plan.rolled(index)
        prediction = guided_prediction(model, prepared, scaled, time, windows, progress.next, score)
        if repeated_plan.rounds > 1:
            clean = windows.agreed(clean_latents(schedule, scaled, prediction, time))
            prediction = prediction_of(schedule, scaled, clean, time)
        latents = _take_step(schedule, scheduler, prepared, prediction, index, latents)
        if init is not None and mask is not None:
            # At the noise level of the step's beginning, not of its end, as in Riffusion; few steps are too far apart.
            kept = _noised(schedule, init, noise, index + 1) if SCHEDULERS[scheduler].few_steps else noised
            latents = kept * (1 - mask) + latents * mask
        if preview and (index - first_index) % preview_interval == preview_interval - 1:
            clean = clean_latents(schedule, scaled, prediction, time)
            clean = clean if init is None else torch.where(starts > index, init, clean)
            inks = preview_of(model, clean[..., : len(strips[0].walk)])
            progress.show(
                [prepared_strip.with_kept_ink(ink) for prepared_strip, ink in zip(prepared, inks, strict=True)]
            )
    if init is not None:
        latents = torch.where(starts == len(schedule.timesteps), init, latents)
    latents = repeated_plan.agreed(latents)[..., : plan.length]

    progress.begin(tr("Drawing the picture"))
    inks = []
    for prepared_strip, strip_latents in zip(prepared, latents, strict=True):
        ink = decoded(model, strip_latents[None], plan, progress.next)
        inks.append(prepared_strip.with_kept_ink(ink[..., : len(prepared_strip.strip.walk) * model.factor]))
    progress.report(tr("Done"))
    return inks


@dataclass(frozen=True, eq=False)
class _PreparedStrip:
    """A strip with its noise and first steps, computed before any network is called.

    Parameters
    ----------
    strip : Strip
    walk : sequence of Conditioning
        The strip's, extended to the end of the last window.
    noise : float32 ``[channels, height, columns]``
    starts : int64 ``[columns]``
        First step of each column of latents; -1 for all if it starts from noise alone.
    kept_init : init and the weight of new ink over it, or None
        See `riffdesk.diffusion.images.repaint_weight`.
    """

    strip: Strip
    walk: tuple[Conditioning, ...]
    noise: Tensor
    starts: np.ndarray[Any, np.dtype[np.int64]]
    kept_init: tuple[Array, Array] | None

    def middle_of(self, start: int, width: int) -> Conditioning:
        """Return the conditioning of the middle of a window, of which only the part within the strip counts."""
        length = len(self.strip.walk)
        if self.strip.circular:
            return self.walk[(start + width // 2) % length]
        return self.walk[(start + min(start + width, length)) // 2]

    def with_kept_ink(self, ink: Array) -> Array:
        """Return new ink blended with the kept ink."""
        if self.kept_init is None:
            return np.ascontiguousarray(ink)
        init, weight = self.kept_init
        mixed: Array = ink * weight + init * (1 - weight)
        return mixed


class _Progress:
    """Counts windows, reports progress, and raises Cancelled when the user cancels."""

    def __init__(self, on_step: OnStep, cancel: threading.Event | None, total: int) -> None:
        self._label, self._step = "", (0, 0)
        self._on_step, self._cancel, self._total, self._done = on_step, cancel, total, 0

    def begin(self, label: str) -> None:
        """Set the label of a phase other than denoising."""
        self._label, self._step = label, (0, 0)

    def denoising(self, step: int, steps: int) -> None:
        """Set the number of the denoising step."""
        self._label, self._step = tr("Step {step} of {steps}", step=step, steps=steps), (step, steps)

    def report(self, label: str) -> None:
        """Set the label of a phase and report it."""
        self.begin(label)
        self.show()

    def show(self, inks: Sequence[Array] = ()) -> None:
        """Report the progress, with previews."""
        check(self._cancel)
        partial = Denoising(*self._step, list(inks)) if self._step[0] else None
        self._on_step(Step(self._done, self._total, self._label, partial))

    def next(self, windows: int = 1) -> None:
        """Report the progress and count the next window or windows."""
        self.show()
        self._done += windows


def _fill_caches(model: Model, strips: Sequence[Strip], preview: bool, progress: _Progress) -> None:
    """Compute the embeddings of the prompts and the map of previews, which `guided_prediction` and previews read."""
    for prompt in _prompts(model, strips):
        progress.report(tr("Reading the prompt"))
        embedding(model, prompt)
    if preview:
        progress.report(tr("Preparing previews"))
        preview_map(model)


def _noised(schedule: Any, init: Tensor, noise: Tensor, index: int) -> Tensor:
    """Return the init at the noise level of the beginning of a step; after the last one, without noise."""
    if index == len(schedule.timesteps):
        return init
    noised: Tensor = schedule.add_noise(init, noise, schedule.timesteps[index][None])
    return noised


def _first_index(prepared: Sequence[_PreparedStrip]) -> int:
    """Return the first step of strips that are rendered together; ValueError if they have different ones."""
    first_steps = {max(0, int(prepared_strip.starts.min())) for prepared_strip in prepared}
    if len(first_steps) > 1:
        raise ValueError("strips that are rendered together begin with the same step")
    return first_steps.pop()


def _prepare(model: Model, strip: Strip, plan: Windows, schedule: Any, scheduler: str, steps: int) -> _PreparedStrip:
    walk = strip.walk * plan.rounds
    walk += walk[-1:] * (plan.length - len(walk))
    if strip.starts_from_noise:
        starts = np.full(len(walk), -1)
    else:
        step_of = {
            denoising: first_step(schedule, scheduler, steps, denoising)
            for denoising in {conditioning.denoising for conditioning in walk}
        }
        starts = np.array([step_of[conditioning.denoising] for conditioning in walk])
    height, width = _height(model), model.latent_size[1]
    noise = walk_noise(walk, strip.first, model.channels, height, width)
    return _PreparedStrip(strip, walk, noise, starts, _kept_init(model, strip))


def _kept_init(model: Model, strip: Strip) -> tuple[Array, Array] | None:
    """Return the init and the weight of new ink over it; None if nothing is kept."""
    if strip.init is None:
        return None
    columns = len(strip.walk) * model.factor
    mask = np.ones((model.params.bands, columns), np.float32) if strip.mask is None else strip.mask.copy()
    if not strip.from_noise:
        mask[:, np.repeat([conditioning.denoising == 0 for conditioning in strip.walk], model.factor)] = 0
    if bool((mask > 0).all()):
        return None
    return _full_init(model, strip), repaint_weight(mask, model.factor, strip.circular)


def _full_init(model: Model, strip: Strip) -> Array:
    """Return the init at the length of the strip."""
    assert strip.init is not None
    return tiled(np.asarray(strip.init, np.float32), len(strip.walk) * model.factor)


def _windows_to_encode(strip: Strip, plan: Windows, factor: int) -> list[int]:
    """Return the windows of the init to encode: all, or, if the strip starts from noise, those with kept ink."""
    all_windows = list(range(len(plan.starts)))
    if strip.init is None or not strip.from_noise:
        return all_windows if strip.init is not None else []
    has_kept_ink = np.zeros(plan.length, np.bool_)
    if strip.mask is not None:
        has_kept_ink[: len(strip.walk)] = (strip.mask < 1).any(axis=0).reshape(-1, factor).any(axis=1)
    columns = np.arange(plan.width)
    return [window for window in all_windows if has_kept_ink[(plan.starts[window] + columns) % plan.length].any()]


def _init_latents(
    model: Model,
    prepared: Sequence[_PreparedStrip],
    window_lists: Sequence[Sequence[int]],
    plan: Windows,
    progress: _Progress,
) -> Tensor | None:
    """Return a sample of the inits' latents, ``[n, channels, height, columns]``; zeros where none is encoded."""
    if not any(window_lists):
        return None
    progress.begin(tr("Reading the kept part") if prepared[0].strip.from_noise else tr("Reading the starting picture"))
    latents = []
    for prepared_strip, encoded_windows in zip(prepared, window_lists, strict=True):
        strip = prepared_strip.strip
        if strip.init is None or not encoded_windows:
            latents.append(torch.zeros_like(prepared_strip.noise[..., : plan.length]))
            continue
        images = images_of(tiled(strip.init, plan.length * model.factor), model.params.stereo)
        mean, deviation = encoded(model, images, plan, progress.next, encoded_windows)
        # Riffusion samples with the first seed's own generator, so the sample is that seed's noise again.
        seeds = [conditioning.start.seed for conditioning in prepared_strip.walk[: plan.length]]
        noise = seed_noise(seeds, strip.first, model.channels, _height(model), model.latent_size[1])
        latents.append((mean + deviation * noise.to(mean))[0])
    return _stack(model, latents)


def _latent_mask(model: Model, strips: Sequence[Strip], plan: Windows) -> Tensor | None:
    """Return the masks at the latents' resolution: ``[n, 1, height, columns]``; 1 beyond the strip's end."""
    if all(strip.mask is None for strip in strips):
        return None
    width = plan.length * model.factor
    masks = [np.ones((model.params.bands, 0), np.float32) if strip.mask is None else strip.mask for strip in strips]
    padded = [np.pad(mask, ((0, 0), (0, width - mask.shape[-1])), constant_values=1) for mask in masks]
    return latent_mask(padded, model.factor).to(model.device)


def _scores(model: Model, strips: Sequence[Strip], plan: Windows) -> Tensor | None:
    """Return the scores of strips up to the end of the last window, ``[n, channels, height, columns]``, or None."""
    scores = [strip.score for strip in strips if strip.score is not None]
    if not scores:
        return None
    silent = torch.zeros_like(scores[0][..., : plan.length])
    return _stack(model, [silent if strip.score is None else strip.score[..., : plan.length] for strip in strips])


def _repeated(values: Tensor | None, windows: Windows) -> Tensor | None:
    """Return values for the columns of a loop, repeated for each round."""
    return None if values is None else values.repeat(1, 1, 1, windows.rounds)


def _take_step(
    schedule: Any, name: str, prepared: Sequence[_PreparedStrip], prediction: Tensor, index: int, latents: Tensor
) -> Tensor:
    """Return the latents after one step of the scheduler; added noise depends on seed and position alone."""
    time = schedule.timesteps[index]
    if not SCHEDULERS[name].adds_noise:
        stepped: Tensor = schedule.step(prediction, time, latents).prev_sample
        return stepped
    generators = [
        generator
        for prepared_strip in prepared
        for generator in step_generators(prepared_strip.walk, prepared_strip.strip.first, index)
    ]
    columns = [values.movedim(-1, 1).flatten(0, 1)[..., None] for values in (prediction, latents)]
    after: Tensor = schedule.step(columns[0], time, columns[1], generator=generators).prev_sample
    return after[..., 0].reshape(len(prepared), -1, *after.shape[1:3]).movedim(1, -1).contiguous()


def _stack(model: Model, values: Sequence[Tensor]) -> Tensor:
    return torch.stack([value.to(model.device) for value in values])


def _height(model: Model) -> int:
    """Return the rows of latents."""
    return model.params.bands // model.factor


def _prompts(model: Model, strips: Sequence[Strip]) -> list[str]:
    """Return every prompt and negative prompt once, and the empty prompt, which pads shorter ones."""
    conditionings = {conditioning for strip in strips for conditioning in strip.walk}
    points = [point for conditioning in conditionings for point in (conditioning.start, conditioning.end)]
    return sorted({""} | {text for point in points for text in all_texts_of(model, point)})
