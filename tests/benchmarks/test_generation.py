"""What the strip costs beside the networks, what a minute costs beside a window, and what previews cost."""

from __future__ import annotations

import time
from collections.abc import Callable
from statistics import median

import pytest
import torch

from riffdesk.diffusion.denoising import Denoising, render_strips
from riffdesk.diffusion.loading import load_model
from riffdesk.diffusion.model import Model
from riffdesk.diffusion.preview import preview
from riffdesk.diffusion.prompt.embeddings import embedding
from riffdesk.diffusion.schedulers import new_scheduler
from riffdesk.diffusion.strip import Strip
from riffdesk.models.registry import find_model
from tests.benchmarks.table import figure
from tests.diffusion.strips import point, render, walk
from tests.diffusion.tiny import tiny_model

STEPS = 20
MODELS: dict[str, Callable[[], Model]] = {
    "tiny": tiny_model,
    "starter": lambda: load_model(find_model("starter"), device="cpu"),
}


@pytest.fixture(autouse=True)
def one_thread() -> None:
    torch.set_num_threads(1)


def bare(model: Model, windows: int = 1) -> float:
    """Return the seconds that the networks alone take for so many windows: 20 guided steps and the decoding."""
    height, width = model.latent_size
    latents = torch.randn((2, model.channels, height, width), generator=torch.Generator().manual_seed(0))
    text = torch.cat([embedding(model, ""), embedding(model, point().prompt)])
    times = new_scheduler(model.scheduler_config, "DPM++ 2M Karras", STEPS).timesteps
    begin = time.process_time()
    with torch.no_grad():
        for _ in range(windows):
            for moment in times:
                model.unet(latents, moment, text, return_dict=False)
            model.vae.decode(latents[:1])
    return time.process_time() - begin


def rendered(model: Model, columns: int) -> float:
    begin = time.process_time()
    render(model, Strip(walk(columns)), STEPS)
    return time.process_time() - begin


@pytest.mark.bench
@pytest.mark.parametrize("name", MODELS)
def test_overhead_over_the_networks(name: str) -> None:
    model = MODELS[name]()
    rendered(model, model.latent_size[1]), bare(model)
    both = [(bare(model), rendered(model, model.latent_size[1])) for _ in range(9)]
    networks, whole = (median(one) for one in zip(*both, strict=True))
    share = median(1 - alone / all_of_it for alone, all_of_it in both)
    figure(
        f"{name}: {STEPS} steps of a window, without the networks' calls",
        f"{share:.1%} of {whole:.2f} s ({networks:.2f} s)",
        "< 5%",
    )


@pytest.mark.bench
def test_a_minute_beside_a_window() -> None:
    model = tiny_model()
    rendered(model, 64)
    window = median(rendered(model, 64) for _ in range(5))
    minute = rendered(model, 750)
    figure("tiny: 60 s (16 windows) beside 16 windows of 5.12 s", f"{minute / (16 * window):.3f} x", "<= 1.1 x")


@pytest.mark.bench
@pytest.mark.parametrize("name", MODELS)
def test_previews_beside_a_step(name: str) -> None:
    model = MODELS[name]()
    shown: list[object] = []
    render_strips(
        model,
        [Strip(walk(model.latent_size[1]))],
        steps=STEPS,
        preview=True,
        on_step=lambda step: shown.extend(step.partial.inks if isinstance(step.partial, Denoising) else []),
    )
    latents = torch.randn((1, model.channels, *model.latent_size))
    begin = time.process_time()
    for _ in range(50):
        preview(model, latents)
    each = (time.process_time() - begin) / 50
    step = rendered(model, model.latent_size[1]) / STEPS
    figure(
        f"{name}: {len(shown)} previews in {STEPS} steps, of the steps' cost",
        f"{each * len(shown) / (step * STEPS):.1%} ({1000 * each:.1f} ms each)",
        "< 3%",
    )
