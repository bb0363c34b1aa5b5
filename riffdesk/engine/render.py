"""Makes a riff: what was asked for at each time becomes an image, the image becomes ink, the ink becomes sound.

The story: a request brings a recipe and perhaps ink to start from, a mask, and sound to keep. `sketch.timeline`
says which two keyframes hold at the time of each column of latents, and how far it is from one to the other; that
is the walk of a strip (`diffusion.conditioning`). The init is laid on the model's images (`fit`), at their level:
its loudest cell becomes black. `diffusion.strip` makes the image. Back on the sketch's columns and bands, at the
init's level again, the kept ink is put back as it was (`repaint`), and `dsp.phase` makes the rest sound. A riff from
words alone is turned down if it peaks above -3 dBTP.

All of it runs in the engine's process, one request at a time, or right here for the command line. The model stays
loaded (`loaded`). Every `Step` is a place where a cancel is heard.
"""

from __future__ import annotations

import threading
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from functools import cached_property
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from riffdesk.diffusion.conditioning import Conditioning, PromptPoint
from riffdesk.dsp.mix import true_peak
from riffdesk.dsp.phase import reconstruct
from riffdesk.engine.device import all_cores, sound_device
from riffdesk.engine.fit import Fit, repeated
from riffdesk.engine.loaded import model_of
from riffdesk.engine.repaint import repainted
from riffdesk.engine.request import Preview, Ready, RenderRequest, RenderResult, VariationsRequest
from riffdesk.errors import UserError
from riffdesk.progress import OnStep, Step, check, ignore_steps
from riffdesk.sketch.recipe import with_seed
from riffdesk.sketch.state import MAX_SECONDS, Array
from riffdesk.sketch.timeline import Keyframe, between

if TYPE_CHECKING:
    from riffdesk.diffusion.model import Model
    from riffdesk.diffusion.strip import Strip

_LOUDEST = 10 ** (-3 / 20)  # -3 dBTP: images have no level of their own, and loud ones would clip
_WINDOWS_AT_ONCE = 16  # of several riffs, on a graphics card; then the next ones, so that the first can be heard


def render(
    request: RenderRequest, on_step: OnStep = ignore_steps, cancel: threading.Event | None = None
) -> RenderResult:
    """Make a riff.

    Parameters
    ----------
    on_step : callable
        Called while the model is loaded and at each step of the denoising and of the sound; every few
        steps with a `Preview` of the ink.
    cancel : threading.Event, optional
        Read at each of these steps.

    Raises
    ------
    UserError
        If nothing could be made of this request, there is no such model, it cannot be loaded, or there is not
        enough memory.
    Cancelled
        If ``cancel`` was set.
    """
    (result,) = _results([request], on_step, cancel)
    return result


def render_variations(
    request: VariationsRequest, on_step: OnStep = ignore_steps, cancel: threading.Event | None = None
) -> int:
    """Make a riff with each of several seeds; each is sent on by a `Step` with a `Ready` as soon as it is finished.

    Parameters and errors are those of `render`. What was sent on is the receiver's and no longer held here: a
    thousand of them need no more memory than one.

    Returns
    -------
    int
        How many were made.
    """
    requests = [replace(request.request, recipe=with_seed(request.request.recipe, seed)) for seed in request.seeds]
    for index, result in enumerate(_results(requests, on_step, cancel)):
        on_step(Step(index + 1, len(requests), "Making variations", Ready(index, result)))
    return len(requests)


def _results(
    requests: Sequence[RenderRequest], on_step: OnStep, cancel: threading.Event | None
) -> Iterator[RenderResult]:
    """Yield the result of each of several requests that differ in nothing but their seeds."""
    for request in requests:
        _check(request)
    with all_cores(), _memory_errors():
        if not requests or _keeps_everything(requests[0]):
            for request in requests:
                kept = _unchanged(request, on_step, cancel)
                check(cancel)
                yield kept
            return
        check(cancel)
        model = model_of(requests[0].recipe, on_step, cancel)
        jobs = [_Job(request, model, index) for index, request in enumerate(requests)]
        for group in _groups(jobs):
            named = _naming(group, len(jobs), on_step)
            for job, image in zip(group, _images(group, named, cancel), strict=True):
                check(cancel)
                result = job.result(image, named, cancel)
                check(cancel)  # once more: who cancels in the very last step does not want the riff either
                yield result


def _naming(group: Sequence[_Job], total: int, on_step: OnStep) -> OnStep:
    """Return a listener that says which of several riffs are being made."""
    if total == 1:
        return on_step
    first, last = group[0].index + 1, group[-1].index + 1
    which = f"Riff {first}" if first == last else f"Riffs {first} to {last}"
    return lambda step: on_step(replace(step, what=f"{which} of {total}: {step.what}"))


def _images(group: Sequence[_Job], on_step: OnStep, cancel: threading.Event | None) -> list[Array]:
    """Return the images of several riffs that are made together."""
    from riffdesk.diffusion.strip import render_strips

    def placed(step: Step) -> None:
        """Pass a step on, with what it shows as the sketch's ink."""
        shown = step.partial if isinstance(step.partial, list) else []
        if len(shown) == 0:
            on_step(replace(step, partial=None))
        for job, image in zip(group, shown, strict=False):
            on_step(replace(step, partial=Preview(job.index, job.ink(image))))

    recipe = group[0].request.recipe
    return render_strips(
        group[0].model,
        [job.strip() for job in group],
        steps=recipe.steps,
        scheduler=recipe.scheduler,
        on_step=placed,
        cancel=cancel,
        preview=True,
    )


def _groups(jobs: Sequence[_Job]) -> Iterator[Sequence[_Job]]:
    """Yield the riffs that are made together: one by one on a processor, which is no slower, and first heard sooner."""
    model = jobs[0].model
    windows = -(-jobs[0].fit.latents // model.latent_size[1])
    count = max(1, _WINDOWS_AT_ONCE // windows) if model.device.type == "cuda" else 1
    for start in range(0, len(jobs), count):
        yield jobs[start : start + count]


@dataclass(frozen=True, eq=False)
class _Job:
    """A request on its way through a model.

    Parameters
    ----------
    index : int
        Which of the variations it is.
    """

    request: RenderRequest
    model: Model
    index: int

    @cached_property
    def _mask(self) -> Array | None:
        """What is made anew: the request's mask without the times whose denoising is 0; None if that is all."""
        request, fit = self.request, self.fit
        if request.init is None:
            return None
        seconds = (np.arange(request.columns) + 0.5) / request.params.columns_per_second
        latents = np.minimum(seconds / fit.seconds_per_latent, fit.latents - 1).astype(int)
        kept = np.array([one.denoising == 0 for one in self._walk])[latents]
        if not kept.any():
            return request.mask
        whole = np.ones((request.params.bands, request.columns), np.float32)
        mask = whole if request.mask is None else request.mask.copy()
        mask[:, kept] = 0
        return mask

    @cached_property
    def _new(self) -> NDArray[np.bool_]:
        """Which cells are not as they were: those that are made anew, and a feathered edge around them."""
        from riffdesk.diffusion.images import repaint_weight

        assert self._mask is not None
        return repaint_weight(self._mask, self.model.factor, self.request.recipe.circular) > 0

    @cached_property
    def _walk(self) -> tuple[Conditioning, ...]:
        return _walk(self.request, self.fit)

    @cached_property
    def fit(self) -> Fit:
        request, model = self.request, self.model
        return Fit(
            request.params,
            model.params,
            request.columns,
            model.factor,
            request.recipe.circular,
        )

    def strip(self) -> Strip:
        """Return what the network is asked for."""
        from riffdesk.diffusion.strip import Strip

        request, fit = self.request, self.fit
        init = mask = None
        if request.init is not None:
            init = fit.to_model(_init(request) / _level(request))
        if self._mask is not None:
            mask = fit.mask_to_model(self._mask)
        return Strip(self._walk, init, mask, request.recipe.circular)

    def ink(self, image: Array) -> Array:
        """Return an image of the model as the riff's ink, with what is kept put back as it was."""
        request = self.request
        ink = self.fit.to_sketch(image) * np.float32(_level(request))
        if self._mask is None:
            return ink
        # The strip has faded what is new into what is kept; beyond that, nothing is rounded or resampled.
        return np.where(self._new, ink, _init(request))

    def result(self, image: Array, on_step: OnStep, cancel: threading.Event | None) -> RenderResult:
        """Return the riff of a finished image."""
        request = self.request
        ink = self.ink(image)
        if self._mask is not None and request.audio is not None:
            audio = repainted(
                _init_sound(request, request.audio),
                _init(request),
                ink,
                request.params,
                quality=request.recipe.quality,
                circular=request.recipe.circular,
                on_step=on_step,
                cancel=cancel,
            )
            audio = _fitted(audio, request.samples)
        else:
            audio = _sound(request, ink, on_step, cancel)
            if request.init is None or not request.init.any():
                gain = min(1.0, _LOUDEST / max(true_peak(audio), _LOUDEST))
                audio *= np.float32(gain)
                ink *= np.float32(gain**request.params.power)
        return RenderResult(ink, audio, request.recipe, request.params)


def _walk(request: RenderRequest, fit: Fit) -> tuple[Conditioning, ...]:
    """Return what each column of latents is asked for, at the time of its middle."""
    recipe = request.recipe
    loop = fit.latents * fit.seconds_per_latent if recipe.circular else None
    walk = []
    for latent in range(fit.latents):
        here = between(recipe.keyframes, (latent + 0.5) * fit.seconds_per_latent, loop)
        from_noise = request.init is None
        walk.append(Conditioning(_point(here.start, from_noise), _point(here.end, from_noise), here.alpha))
    return tuple(walk)


def _point(keyframe: Keyframe, from_noise: bool) -> PromptPoint:
    denoising = 1.0 if from_noise else keyframe.denoising
    return PromptPoint(keyframe.prompt, keyframe.negative, keyframe.seed, denoising, keyframe.guidance)


def _init(request: RenderRequest) -> Array:
    """Return the ink to start from, as long as the riff and with as many channels as the sketch."""
    assert request.init is not None
    ink = request.init
    if request.params.stereo and ink.ndim == 2:
        ink = np.stack((ink, ink))
    return repeated(np.nan_to_num(np.maximum(ink, 0), nan=0.0, posinf=0.0), request.columns)


def _init_sound(request: RenderRequest, audio: Array) -> Array:
    """Return what the init sounds like, repeated and cut as `_init` is."""
    assert request.init is not None
    hop = request.params.hop
    return repeated(_fitted(audio, request.init.shape[-1] * hop), request.columns * hop)


def _level(request: RenderRequest) -> float:
    """Return the ink that is black on the model's images: the init's loudest."""
    loudest = 0.0 if request.init is None else float(_init(request).max(initial=0.0))
    return loudest or 1.0


def _sound(request: RenderRequest, ink: Array, on_step: OnStep, cancel: threading.Event | None) -> Array:
    """Return the sound of ink from a cold start: float32 ``[channels, samples]``."""
    audio = reconstruct(
        ink if ink.ndim == 3 else ink[None],
        request.params,
        quality=request.recipe.quality,
        circular=request.recipe.circular,
        device=sound_device(),
        on_step=on_step,
        cancel=cancel,
    )
    return _fitted(audio, request.samples)


def _fitted(audio: Array, samples: int) -> Array:
    """Return a copy of sound as long as this, silent where it has ended."""
    out = np.zeros((len(audio), samples), np.float32)
    kept = min(samples, audio.shape[-1])
    out[:, :kept] = audio[:, :kept]
    return out


def _keeps_everything(request: RenderRequest) -> bool:
    return request.init is not None and all(keyframe.denoising == 0 for keyframe in request.recipe.keyframes)


def _unchanged(request: RenderRequest, on_step: OnStep, cancel: threading.Event | None) -> RenderResult:
    """Return the init as it is."""
    ink = _init(request)
    if request.audio is not None:
        audio = _fitted(_init_sound(request, request.audio), request.samples)
    else:
        audio = _sound(request, ink, on_step, cancel)
    return RenderResult(ink, audio, request.recipe, request.params)


def _check(request: RenderRequest) -> None:
    """Refuse what no riff can be made of."""
    seconds, mask, init = request.recipe.seconds, request.mask, request.init
    if seconds > MAX_SECONDS:
        raise UserError(
            f"A riff lasts {MAX_SECONDS / 60:.0f} minutes at most, not {seconds:g} s. Ask for a shorter one."
        )
    if init is not None and init.shape[-1] == 0:
        raise UserError("There is nothing to start from: the init has no columns. Choose another one.")
    if mask is None:
        return
    if init is None:
        raise UserError("A mask says what to keep and what to make anew, and there is nothing to keep. Add an init.")
    bands, columns = request.params.bands, request.columns
    if mask.shape != (bands, columns):
        rows, width = mask.shape
        raise UserError(
            f"The mask has {width:,} columns and {rows:,} bands, and the riff {columns:,} and {bands:,}. "
            "They must be of one size."
        )
    if not (mask > 0).any():
        raise UserError("The mask marks nothing to make anew. Mark a part of the riff first.")


@contextmanager
def _memory_errors() -> Iterator[None]:
    """Say calmly that memory has run out; torch says it in several ways."""
    try:
        yield
    except (MemoryError, RuntimeError) as error:
        words = str(error)
        if isinstance(error, MemoryError) or "out of memory" in words or "allocate memory" in words:
            raise UserError(
                "There is not enough memory for this riff, and nothing was changed. "
                "Close other programs, or ask for a shorter one."
            ) from error
        raise
