"""Schedulers for few steps: a strip of one window equals diffusers' own pipelines with the same noise."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import diffusers
import numpy as np
import pytest
import torch
from torch import Tensor

from riffdesk.diffusion.denoising import render_strips
from riffdesk.diffusion.model import Model
from riffdesk.diffusion.noise import seed_noise, step_generators
from riffdesk.diffusion.schedulers import new_scheduler
from riffdesk.diffusion.strip import Strip
from tests.diffusion.strips import WINDOW, Array, ink, point, render, small_model, steps_between_columns, walk

SCHEDULERS = ("LCM", "TCD")
SEED, PROMPT, NEGATIVE = 5, "jazz piano", "drums"


@pytest.fixture(scope="module")
def model() -> Model:
    return small_model()


@pytest.fixture(params=SCHEDULERS)
def scheduler(request: pytest.FixtureRequest) -> str:
    return str(request.param)


def noise_of_steps(first: int) -> Iterator[Tensor]:
    """Yield what a strip adds after each step."""
    for index in range(first, 100):
        drawn = [torch.randn(1, 4, WINDOW, 1, generator=one) for one in step_generators(walk(), 0, index)]
        yield torch.cat(drawn, dim=-1)


class Reference:
    """Pipelines of diffusers on a model's networks, with the noise that riffdesk draws."""

    def __init__(self, model: Model, scheduler: str, monkeypatch: pytest.MonkeyPatch) -> None:
        self.model, self.name, self._monkeypatch = model, scheduler, monkeypatch
        self.noise = seed_noise([SEED] * WINDOW, 0, 4, WINDOW, WINDOW)[None]

    def __call__(self, pipeline: str, module: str, times: list[int], first: int = 0, **options: Any) -> Array:
        """Return the ink of a pipeline, with given timesteps, of which those before the first are left out."""
        scheduler = getattr(diffusers, f"{self.name}Scheduler").from_config(self.model.scheduler_config)
        parts = {"vae": self.model.vae, "text_encoder": self.model.text_encoder, "unet": self.model.unet}
        made = getattr(diffusers, pipeline)(
            **parts,
            tokenizer=self.model.tokenizer,
            scheduler=scheduler,
            safety_checker=None,
            feature_extractor=None,
            requires_safety_checker=False,
        )
        made.set_progress_bar_config(disable=True)
        schedulers = f"diffusers.schedulers.scheduling_{self.name.lower()}"
        pipelines = f"diffusers.pipelines.stable_diffusion.{module}"
        steps = noise_of_steps(first)
        with self._monkeypatch.context() as patch:
            patch.setattr(f"{schedulers}.randn_tensor", lambda *_, **__: next(steps))
            patch.setattr(f"{pipelines}.randn_tensor", lambda *_, **__: self.noise)
            latents = made(
                prompt=PROMPT,
                negative_prompt=NEGATIVE,
                timesteps=times,
                eta=0.3,  # of TCD, as its authors advise
                generator=torch.Generator().manual_seed(SEED),
                output_type="latent",
                return_dict=False,
                **options,
            )[0]
        with torch.no_grad():
            image = self.model.vae.decode(latents / self.model.vae.config.scaling_factor).sample
        return 1 - (image / 2 + 0.5).clamp(0, 1)[0].mean(dim=0).numpy()[::-1]


@pytest.fixture
def reference(model: Model, scheduler: str, monkeypatch: pytest.MonkeyPatch) -> Reference:
    return Reference(model, scheduler, monkeypatch)


def times_of(model: Model, scheduler: str, steps: int, denoising: float = 1.0) -> list[int]:
    """Return the timesteps that diffusers takes by itself."""
    own = getattr(diffusers, f"{scheduler}Scheduler").from_config(model.scheduler_config)
    own.set_timesteps(steps, strength=denoising)
    return [int(time) for time in own.timesteps]


def image(ink: Array) -> Tensor:
    """Return ink as Riffusion's picture of it, 0 to 1."""
    return torch.from_numpy(1 - ink[::-1].copy()).expand(1, 3, -1, -1)


def alike(ours: Array, theirs: Array) -> bool:
    return float(np.abs(ours - theirs).max()) < 1e-5


@pytest.mark.parametrize(("steps", "guidance"), [(1, 1.0), (4, 1.0), (4, 2.0), (8, 1.5)])
def test_text(model: Model, scheduler: str, reference: Reference, steps: int, guidance: float) -> None:
    asked = point(seed=SEED, negative=NEGATIVE, guidance=guidance)
    ours = render(model, Strip(walk(start=asked)), steps, scheduler=scheduler)
    times = times_of(model, scheduler, steps)
    theirs = reference("StableDiffusionPipeline", "pipeline_stable_diffusion", times, guidance_scale=guidance,
                       height=8 * WINDOW, width=8 * WINDOW)  # fmt: skip
    assert alike(ours, theirs)
    unguided = render(model, Strip(walk(start=point(seed=SEED, guidance=1.0))), steps, scheduler=scheduler)
    assert np.array_equal(ours, unguided) == (guidance == 1)  # the negative prompt has no effect then


@pytest.mark.parametrize("denoising", [0.3, 0.75, 1.0])
def test_an_init_takes_all_steps(model: Model, scheduler: str, reference: Reference, denoising: float) -> None:
    init = ink(128, 128)
    asked = point(seed=SEED, negative=NEGATIVE, guidance=1.5, denoising=denoising)
    ours = render(model, Strip(walk(start=asked), init), 4, scheduler=scheduler)
    times = times_of(model, scheduler, 4, denoising)
    assert len(times) == 4
    theirs = reference("StableDiffusionImg2ImgPipeline", "pipeline_stable_diffusion_img2img", times,
                       image=image(init), strength=1.0, guidance_scale=1.5)  # fmt: skip
    assert alike(ours, theirs)


@pytest.mark.parametrize("denoising", [0.6, 1.0])
def test_a_mask(model: Model, scheduler: str, reference: Reference, denoising: float) -> None:
    init = ink(128, 128)
    mask = np.zeros((128, 128), np.float32)
    mask[24:96, 32:] = 1
    asked = point(seed=SEED, negative=NEGATIVE, guidance=1.5, denoising=denoising)
    strip = Strip(walk(start=asked), init, mask, from_noise=denoising == 1)
    ours = render(model, strip, 4, scheduler=scheduler)
    times = times_of(model, scheduler, 4, denoising)
    # The pipeline leaves out a step where it does not start from noise alone.
    first, more = (0, []) if denoising == 1 else (0, [999])
    theirs = reference("StableDiffusionInpaintPipeline", "pipeline_stable_diffusion_inpaint", more + times, first,
                       image=image(init), mask_image=torch.from_numpy(mask[::-1].copy())[None, None],
                       strength=1.0 if denoising == 1 else 0.999, guidance_scale=1.5,
                       height=8 * WINDOW, width=8 * WINDOW)  # fmt: skip
    assert alike(ours[mask > 0], theirs[mask > 0])
    assert np.array_equal(ours[:, :16], init[:, :16])


def test_little_of_an_init_changes_at_a_low_denoising(model: Model, scheduler: str) -> None:
    init = ink(128, 128)

    def change(denoising: float) -> float:
        asked = point(seed=SEED, guidance=1.0, denoising=denoising)
        return float(np.abs(render(model, Strip(walk(start=asked), init), 4, scheduler=scheduler) - init).mean())

    changes = [change(denoising) for denoising in (0.02, 0.25, 0.75)]
    assert changes == sorted(changes)
    assert np.array_equal(render(model, Strip(walk(start=point(denoising=0.0)), init), 4, scheduler=scheduler), init)


def test_no_window_of_a_strip_shows(model: Model, scheduler: str) -> None:
    strip = Strip(walk(5 * WINDOW, point(seed=SEED, guidance=1.0)))
    steps = steps_between_columns(render(model, strip, 4, scheduler=scheduler))
    stride = 8 * WINDOW * 3 // 4
    joins = np.arange(stride, len(steps) - stride, stride)
    assert steps[joins].mean() < 1.5 * steps[7::8].mean()  # at borders of latents, as joins are


def test_strips_of_other_denoisings_are_not_rendered_together(model: Model, scheduler: str) -> None:
    init = ink(128, 128)
    strips = [
        Strip(walk(8, point(denoising=0.2)) + walk(8, point(denoising=denoising)), init) for denoising in (0.5, 1.0)
    ]
    with pytest.raises(ValueError, match="the same highest denoising"):
        render_strips(model, strips, steps=4, scheduler=scheduler)


def test_images_are_not_clipped_as_pixels_are(model: Model) -> None:
    assert not new_scheduler({**model.scheduler_config, "clip_sample": True}, "LCM", 4).config.clip_sample
