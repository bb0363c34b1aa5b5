"""What the card computes: numbers against the processor's, costs, and the ways to run the network faster."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from typing import Any
from unittest.mock import patch

import numpy as np
import torch
from actions import Setup
from figures import timed
from torch.nn.attention import SDPBackend, sdpa_kernel

from riffdesk.devices import Device
from riffdesk.diffusion.conditioning import Conditioning, PromptPoint
from riffdesk.diffusion.denoising import render_strips
from riffdesk.diffusion.loading import load_model
from riffdesk.diffusion.model import Model
from riffdesk.diffusion.strip import Strip
from riffdesk.dsp.phase.quality import Quality
from riffdesk.dsp.phase.reconstruction import reconstruct

_FP16_ERROR = 0.02  # of the network's prediction, relative to its RMS


def near_processor(card: Setup) -> None:
    """Compare a prediction and a decoded image with those of the processor in fp32."""
    latents, words = _input(card, rows=1)
    there, here = (load_model(card.entry, device=device) for device in (card.device, "cpu"))
    with torch.inference_mode():
        _error(
            card,
            "network against fp32 on the processor",
            there.predict(latents, 400, words),
            here.predict(latents, 400, words),
        )
        kept = there.vae.dtype
        _error(card, "decoder against fp32 on the processor", there.decode(latents), here.decode(latents))
        if there.vae.dtype != kept:
            card.results.add("decoder", "fell back to fp32")


def strip_cost(card: Setup) -> None:
    """Compare the time of the denoising loop with that of the network alone for as many windows.

    The loop's is the difference between many steps and few, so that the decoder and the preparation count in neither.
    Each is the median of several.
    """
    model = load_model(card.entry, device=card.device)
    windows, steps, repeats = (2, 2, 1) if card.tiny else (12, 5, 3)
    point = PromptPoint("techno", seed=1)
    strip = Strip((Conditioning(point, point),) * (model.latent_size[1] * windows * 3 // 4))
    render_strips(model, [strip], steps=steps)  # to warm up
    costs = []
    for _ in range(repeats):
        seconds, calls = [], []
        for count in (steps, 3 * steps):
            with _counted(model) as batches, timed(card.device) as clock:
                render_strips(model, [strip], steps=count)
            seconds.append(clock.seconds)
            calls.append(batches)
        latents, words = (values.to(card.place) for values in _input(card, rows=max(calls[1])))
        with torch.inference_mode(), timed(card.device) as network:
            for count in calls[1][: len(calls[1]) - len(calls[0])]:
                model.predict(latents[:count], 400, words[:count])
        costs.append(100 * ((seconds[1] - seconds[0]) / network.seconds - 1))
    bounds = {"bound": 2.0} if card.device == "cuda" else {}
    card.results.add("denoising loop over the network alone", float(np.median(costs)), "%", **bounds)
    card.results.add("from the least to the most of it", float(np.ptp(costs)), "%")


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
    sounds, seconds, told = {}, {}, list[str]()
    kinds: tuple[tuple[str, str, Quality], ...] = (
        ("card", card.place, "good"),
        ("again", card.place, "good"),
        ("processor", "cpu", "good"),
        ("card, draft", card.place, "draft"),
        ("processor, draft", "cpu", "draft"),
    )
    for name, device, quality in kinds:
        reconstruct(ink[..., :128], params, device=device)  # to warm up
        threads = torch.get_num_threads()
        torch.set_num_threads(1)
        try:
            with timed(card.device if device == card.place else device) as clock:
                sounds[name] = reconstruct(
                    ink, params, quality=quality, device=device, on_step=lambda step: told.append(step.what)
                )
        finally:
            torch.set_num_threads(threads)
        seconds[name] = clock.seconds
    for name in ("again", "processor"):
        title = "one core of the processor" if name == "processor" else f"{card.place} and one core"
        card.results.add(f"sound of {columns / 100:.0f} s made on {title}", seconds[name], "s")
    if any("full" in what for what in told):
        raise RuntimeError("the card had no memory for the sound")
    there, here, apart = (
        float(np.sqrt(np.mean(sound**2)))
        for sound in (sounds["card"], sounds["processor"], sounds["card"] - sounds["processor"])
    )
    card.results.add("loudness of the sound against the processor's", abs(20 * np.log10(there / here)), "dB", bound=0.1)
    card.results.add("difference to the processor's sound", 20 * np.log10(max(apart, 1e-12) / here), "dB")
    card.results.add("draft of that sound on the card", seconds["card, draft"], "s")
    ratio = seconds["processor"] / seconds["again"]
    bounds: dict[str, Any] = {"bound": 20.0, "at_least": True} if card.device == "cuda" else {}
    card.results.add("sound engine, times as fast as one core", ratio, "x", **bounds)
    # A draft has fewer iterations, which are not recorded, and the same initial sound.
    there, here = seconds["again"] - seconds["card, draft"], seconds["processor"] - seconds["processor, draft"]
    card.results.add("iterations alone, times as fast as one core", here / max(there, 1e-6), "x")
    differing = int(np.count_nonzero(sounds["card"] != sounds["again"]))
    card.results.add("samples that differ, sound made twice", differing, bound=0)


def variants(card: Setup) -> None:
    """Time the network as riffdesk runs it, with its calls recorded, and in other ways against calls that are not."""
    model = load_model(card.entry, device=card.device)
    recorded = _network_seconds(card, model)
    card.results.add("network, two rows, as riffdesk runs it", 1000 * recorded, "ms")
    if not card.tiny:
        many = _network_seconds(card, model, rows=16)
        card.results.add("network, 16 rows: time over 8 times two rows", many / recorded / 8, "x")
    if model.recorded is not None:
        latents, words = _input(card, rows=2)
        with torch.inference_mode():
            replayed = model.predict(latents, 400, words)
            if not model.recorded.recordings:
                raise RuntimeError("no call was recorded")
            model.recorded = None  # what follows changes the network
            _error(card, "recorded against the usual", replayed, model.predict(latents, 400, words), bound=0.0)
    usual = _network_seconds(card, model)
    card.results.add("network, two rows, not recorded", 1000 * usual, "ms")

    def channels_in_front() -> None:
        model.unet.to(memory_format=torch.contiguous_format)
        try:
            with patch.object(Device, "channels_last", False):  # of the latents
                _told(card, "channels in front", usual, _network_seconds(card, model))
        finally:
            model.unet.to(memory_format=torch.channels_last)

    def attention() -> None:
        with sdpa_kernel(SDPBackend.MATH):
            _told(card, "attention without fused kernels", usual, _network_seconds(card, model))

    def of_dtype(dtype: torch.dtype, name: str) -> None:
        latents, words = _input(card, rows=2)
        with torch.no_grad():
            before = model.predict(latents, 400, words)
            kept, model.dtype = model.dtype, dtype
            try:
                model.unet.to(dtype)
                _error(card, f"{name} against the usual", model.predict(latents, 400, words), before, bound=None)
                _told(card, name, usual, _network_seconds(card, model))
            finally:
                model.dtype = kept
                model.unet.to(kept)

    card.results.run("channels in front", channels_in_front)
    card.results.run("attention without fused kernels", attention)
    card.results.run("fp32", lambda: of_dtype(torch.float32, "fp32"))
    card.results.run("bf16", lambda: of_dtype(torch.bfloat16, "bf16"))


def compiled(card: Setup, *, graphs: bool) -> None:
    """Time the compiled network, and how long compiling takes."""
    name = "compiled with CUDA graphs" if graphs else "compiled"
    model = replace(load_model(card.entry, device=card.device), recorded=None)  # recordings are of the plain network
    usual = _network_seconds(card, model)
    latents, words = _input(card, rows=2)
    time = torch.tensor(400, device=card.place)  # on the card: a value on the processor keeps CUDA graphs away
    with torch.inference_mode():
        plain = model.predict(latents, time, words)
        model.unet.compile(mode="reduce-overhead" if graphs else None)
        with timed(card.device) as clock:
            result = model.predict(latents, time, words)
    card.results.add(f"{name}: first call", clock.seconds, "s")
    _error(card, f"{name} against not compiled", result, plain)
    _told(card, name, usual, _network_seconds(card, model, time=time))


def _error(
    card: Setup, name: str, value: torch.Tensor, wanted: torch.Tensor, bound: float | None = _FP16_ERROR
) -> None:
    """Report the error of a prediction, relative to its RMS."""
    value, wanted = value.cpu().double(), wanted.cpu().double()
    error = (value - wanted).square().mean().sqrt() / wanted.square().mean().sqrt()
    card.results.add(f"{name}: error", float(error), bound=bound)


def _told(card: Setup, name: str, usual: float, seconds: float) -> None:
    card.results.add(f"network, {name}: time over the usual", seconds / usual, "x")


def _network_seconds(card: Setup, model: Model, rows: int = 2, time: torch.Tensor | float = 400) -> float:
    """Return the time of one call of the network, with two rows by default: the median of several."""
    latents, words = _input(card, rows)
    latents, words = latents.to(card.place), words.to(card.place)
    times = []
    with torch.inference_mode():
        for _ in range(1 if card.tiny else 3):
            model.predict(latents, time, words)
        for _ in range(3 if card.tiny else 10):
            with timed(card.device) as clock:
                model.predict(latents, time, words)
            times.append(clock.seconds)
    return float(np.median(times))


def _input(card: Setup, rows: int) -> tuple[torch.Tensor, torch.Tensor]:
    """Return latents and words of a number of rows."""
    generator = torch.Generator().manual_seed(3)
    size, width = (32, 32) if card.tiny else (64, 768)
    shapes = (rows, 4, size, size), (rows, 77, width)
    latents, words = (torch.randn(shape, generator=generator) for shape in shapes)
    return latents, words
