"""What the card computes: numbers against the processor's, costs, and the ways to run the network faster."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import numpy as np
import torch
from actions import Setup
from figures import timed
from torch.nn.attention import SDPBackend, sdpa_kernel

from riffdesk.diffusion.conditioning import Conditioning, PromptPoint
from riffdesk.diffusion.denoising import render_strips
from riffdesk.diffusion.loading import load_model
from riffdesk.diffusion.model import Model
from riffdesk.diffusion.strip import Strip
from riffdesk.dsp.phase import reconstruct

_FP16_ERROR = 0.02  # of the network's prediction, relative to its RMS


def near_processor(card: Setup) -> None:
    """Compare a prediction and a decoded image with those of the processor in fp32."""
    latents, words = _input(card, rows=1)
    there, here = (load_model(card.entry, device=device) for device in (card.device, "cpu"))
    with torch.no_grad():
        pairs = {
            "network": (there.predict(latents, 400, words), here.predict(latents, 400, words)),
            "decoder": (there.decode(latents), here.decode(latents)),
        }
    for name, (value, wanted) in pairs.items():
        error = (value.cpu() - wanted).square().mean().sqrt() / wanted.square().mean().sqrt()
        card.results.add(f"{name}: error against fp32 on the processor", float(error), "", bound=_FP16_ERROR)


def strip_cost(card: Setup) -> None:
    """Compare the time of the denoising loop with that of the network alone for as many windows.

    The loop's is the difference between many steps and few, so that the decoder and the preparation count in neither.
    """
    model = load_model(card.entry, device=card.device)
    windows, steps = (2, 2) if card.tiny else (12, 10)
    point = PromptPoint("techno", seed=1)
    strip = Strip((Conditioning(point, point),) * (model.latent_size[1] * windows * 3 // 4))
    render_strips(model, [strip], steps=steps)  # to warm up
    seconds, calls = [], []
    for count in (steps, 3 * steps):
        with _counted(model) as batches, timed(card.device) as clock:
            render_strips(model, [strip], steps=count)
        seconds.append(clock.seconds)
        calls.append(batches)
    latents, words = (values.to(card.place) for values in _input(card, rows=max(calls[1])))
    with torch.no_grad(), timed(card.device) as network:
        for count in calls[1][: len(calls[1]) - len(calls[0])]:
            model.predict(latents[:count], 400, words[:count])
    cost = 100 * ((seconds[1] - seconds[0]) / network.seconds - 1)
    bounds = {"bound": 2.0} if card.device == "cuda" else {}
    card.results.add("denoising loop over the network alone", cost, "%", **bounds)


@contextmanager
def _counted(model: Model) -> Iterator[list[int]]:
    """Collect the number of rows of each call of a model's network."""
    rows: list[int] = []
    predict = model.predict

    def counting(latents: torch.Tensor, *rest: Any) -> torch.Tensor:
        rows.append(len(latents))
        return predict(latents, *rest)

    model.predict = counting  # type: ignore[method-assign]
    try:
        yield rows
    finally:
        model.predict = predict  # type: ignore[method-assign]


def sound_engine(card: Setup) -> None:
    """Compare phase reconstruction on the device with that on one core, in time and in error."""
    model = load_model(card.entry, device=card.device)
    params, columns = model.params, 512 if card.tiny else 6000
    rng = np.random.default_rng(1)
    lines, beats = rng.random((params.bands, 1)) ** 6, rng.random((1, columns)) ** 8
    ink = np.asarray(0.4 * (lines + beats), np.float32)[None]
    del model
    sounds, seconds = {}, {}
    for device in (card.place, "cpu"):
        reconstruct(ink[..., :128], params, device=device)  # to warm up
        threads = torch.get_num_threads()
        torch.set_num_threads(1)
        try:
            with timed(card.device if device == card.place else device) as clock:
                sounds[device] = reconstruct(ink, params, device=device)
        finally:
            torch.set_num_threads(threads)
        seconds[device] = clock.seconds
    there, here = (float(np.sqrt(np.mean(sounds[device] ** 2))) for device in (card.place, "cpu"))
    card.results.add("loudness of the sound against the processor's", abs(20 * np.log10(there / here)), "dB", bound=0.1)
    ratio = seconds["cpu"] / seconds[card.place]
    bounds: dict[str, Any] = {"bound": 20.0, "at_least": True} if card.device == "cuda" else {}
    card.results.add("sound engine, times as fast as one core", ratio, "x", **bounds)


def variants(card: Setup) -> None:
    """Time the network in each precision, memory layout and kind of attention, against the way riffdesk runs it."""
    model = load_model(card.entry, device=card.device)
    usual = _network_seconds(card, model)
    card.results.add("network, two rows, as riffdesk runs it", 1000 * usual, "ms")
    model.unet.to(memory_format=torch.contiguous_format)
    _told(card, "channels in front", usual, _network_seconds(card, model))
    model.unet.to(memory_format=torch.channels_last)
    with sdpa_kernel(SDPBackend.MATH):
        _told(card, "attention without fused kernels", usual, _network_seconds(card, model))
    model.unet.to(torch.bfloat16)
    model.dtype = torch.bfloat16
    _told(card, "bf16", usual, _network_seconds(card, model))


def compiled(card: Setup, *, graphs: bool) -> None:
    """Time the compiled network, and how long compiling takes."""
    model = load_model(card.entry, device=card.device)
    usual = _network_seconds(card, model)
    latents, words = _input(card, rows=2)
    with torch.no_grad():
        plain = model.predict(latents, 400, words)
        model.unet.compile(mode="reduce-overhead" if graphs else None)
        with timed(card.device) as clock:
            result = model.predict(latents, 400, words)
    card.results.add("compiling", clock.seconds, "s")
    error = (result - plain).square().mean().sqrt() / plain.square().mean().sqrt()
    card.results.add("compiled against not compiled: error", float(error), "", bound=_FP16_ERROR)
    _told(card, "compiled with CUDA graphs" if graphs else "compiled", usual, _network_seconds(card, model))


def _told(card: Setup, name: str, usual: float, seconds: float) -> None:
    card.results.add(f"network, {name}: time over the usual", seconds / usual, "x")


def _network_seconds(card: Setup, model: Model) -> float:
    """Return the time of one call of the network with two rows: the median of several."""
    latents, words = _input(card, rows=2)
    latents, words = latents.to(card.place), words.to(card.place)
    times = []
    with torch.no_grad():
        for _ in range(3):
            model.predict(latents, 400, words)
        for _ in range(3 if card.tiny else 10):
            with timed(card.device) as clock:
                model.predict(latents, 400, words)
            times.append(clock.seconds)
    return float(np.median(times))


def _input(card: Setup, rows: int) -> tuple[torch.Tensor, torch.Tensor]:
    """Return latents and words of a number of rows."""
    generator = torch.Generator().manual_seed(3)
    width = 32 if card.tiny else 768
    shapes = (rows, 4, 64, 64), (rows, 77, width)
    latents, words = (torch.randn(shape, generator=generator) for shape in shapes)
    return latents, words
