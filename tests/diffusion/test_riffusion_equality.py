"""A strip of one window equals Riffusion's own algorithm on the same networks, scheduler and seeds."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import numpy as np
import pytest
import torch

from riffdesk.diffusion.conditioning import Conditioning, PromptPoint
from riffdesk.diffusion.denoising import render_strips
from riffdesk.diffusion.model import Model
from riffdesk.diffusion.strip import Strip
from tests.diffusion.riffusion import SCHEDULERS, Asked, riffuse
from tests.diffusion.strips import WINDOW, Array, ink, small_model


@pytest.fixture(scope="module")
def model() -> Model:
    return small_model()


def image(ink: Array) -> torch.Tensor:
    """Return ink as Riffusion's picture of it: loud is dark, high is above."""
    return torch.from_numpy(1 - 2 * ink[::-1].copy()).expand(1, 3, -1, -1)


def reference(model: Model, asked: Asked) -> Array:
    bright = riffuse(model, asked)[0].mean(dim=0).numpy()
    return 1 - bright[::-1]


def rendered(model: Model, asked: Asked, init: Array | None = None, mask: Array | None = None) -> Array:
    ends = [
        PromptPoint(*one)
        for one in zip(asked.prompts, asked.negatives, asked.seeds, asked.denoisings, asked.guidances, strict=True)
    ]
    strip = Strip((Conditioning(ends[0], ends[1], asked.alpha),) * WINDOW, init, mask)
    return render_strips(model, [strip], steps=asked.steps, scheduler=asked.scheduler)[0]


def alike(ours: Array, theirs: Array) -> bool:
    return float(np.abs(ours - theirs).max()) < 1e-5  # 1e-4 is what must be reached


@pytest.mark.parametrize("scheduler", SCHEDULERS)
def test_text_only(model: Model, scheduler: str) -> None:
    asked = Asked(scheduler=scheduler)
    assert alike(rendered(model, asked), reference(model, asked))


@pytest.mark.parametrize("scheduler", SCHEDULERS)
@pytest.mark.parametrize("denoising", [0.05, 1.0])
def test_init_image(model: Model, scheduler: str, denoising: float) -> None:
    init = ink(128, 128)
    asked = Asked(scheduler=scheduler, denoisings=(denoising, denoising), init=image(init))
    ours = rendered(model, asked, init)
    assert alike(ours, reference(model, asked))
    assert not alike(ours, rendered(model, replace(asked, seeds=(43, 7)), init))


@pytest.mark.parametrize("scheduler", SCHEDULERS)
def test_mask(model: Model, scheduler: str) -> None:
    init = ink(128, 128)
    mask = np.zeros((128, 128), np.float32)
    mask[24:96, 32:] = 1
    mask[:24, 64:96] = 0.5
    # Row 0 of ink is the lowest band, row 0 of an image the highest.
    keep = torch.from_numpy(1 - mask[::-1][::8, ::8].copy())[None, None]
    asked = Asked(scheduler=scheduler, init=image(init), keep=keep)
    ours, theirs = rendered(model, asked, init, mask), reference(model, asked)
    assert alike(ours[mask > 0], theirs[mask > 0])
    assert not alike(ours[mask > 0], reference(model, replace(asked, keep=None))[mask > 0])
    assert np.array_equal(ours[:, :16], init[:, :16])


@pytest.mark.parametrize("alpha", [0.0, 0.3, 1.0])
@pytest.mark.parametrize("with_init", [False, True])
def test_alpha_between_two_points_that_differ_in_everything(model: Model, alpha: float, with_init: bool) -> None:
    init = ink(128, 128) if with_init else None
    asked = Asked(
        negatives=("slow", "a jazz"),
        denoisings=(0.9, 0.4),
        guidances=(2.0, 9.0),
        alpha=alpha,
        init=None if init is None else image(init),
    )
    ours = rendered(model, asked, init)
    assert alike(ours, reference(model, asked))
    if alpha:
        assert not alike(ours, reference(model, replace(asked, alpha=0.0)))


@pytest.mark.parametrize("changes", [{"negatives": ("drums", "drums")}, {"guidances": (1.0, 1.0)}, {"steps": 9}])
def test_negative_prompt_no_guidance_and_more_steps(model: Model, changes: dict[str, Any]) -> None:
    asked = Asked(**changes)
    ours = rendered(model, asked)
    assert alike(ours, reference(model, asked))
    assert not alike(ours, reference(model, Asked()))


def test_equal_seeds_at_any_alpha(model: Model) -> None:
    asked = Asked(seeds=(3, 3), alpha=0.3)
    assert alike(rendered(model, asked), reference(model, asked))


@pytest.mark.parametrize("kind", [{"prediction": "v_prediction"}, {"vae": "patch", "latent_channels": 6}])
def test_other_predictions_and_autoencoders(kind: dict[str, Any]) -> None:
    model = small_model(**kind)
    init = ink(model.params.bands, model.columns)
    asked = Asked(alpha=0.3, denoisings=(0.5, 0.8), init=image(init))
    assert alike(rendered(model, asked, init), reference(model, asked))
