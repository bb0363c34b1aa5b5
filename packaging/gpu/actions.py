"""What users do, on the card: each action of a model with its time, its memory, and sound that is sound."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any
from unittest.mock import patch

import numpy as np
import torch
from figures import Results, timed
from made_up_model import write_lora
from PIL import Image

from riffdesk.devices import Cuda, chosen, release
from riffdesk.diffusion.schedulers import SCHEDULERS
from riffdesk.engine.events import RenderResult
from riffdesk.engine.loaded_model import model_of, unload
from riffdesk.engine.requests import VariationsRequest
from riffdesk.engine.riff.render import render_variations
from riffdesk.models.model_entry import ModelEntry
from riffdesk.models.registry import add_model, models
from riffdesk.scripting.api import interpolate, render
from riffdesk.scripting.requests import request_of

_SECONDS = 5.12
_CARDS_GB = (4, 6, 8)
_SURPRISE_GB = 3.5  # with batches for a large card, more is asked for


@dataclass(frozen=True)
class Setup:
    """What the checks share: where they report, the device, the made-up model, and whether it is tiny."""

    results: Results
    device: str
    entry: ModelEntry
    tiny: bool

    @property
    def place(self) -> str:
        """What torch calls the device."""
        return chosen(self.device).type

    @property
    def steps(self) -> int:
        """Steps of a render: as many as users take, or two in the rehearsal."""
        return 2 if self.tiny else 50

    def options(self, **others: Any) -> dict[str, Any]:
        """Return the options of a riff from words alone."""
        return {"model": self.entry.name, "steps": self.steps, "guidance": 7.0, "init": "none", **others}


def entry_of(path: Path) -> ModelEntry:
    """Return what the list of models says of a folder or file, which is added to it if it is not there."""
    there = [entry for entry in models() if entry.path.resolve() == path.resolve()]
    return there[0] if there else add_model(path)


def prompt_to_sound(card: Setup) -> None:
    """Time the first riff and, warm, the median of three."""
    first = _timed_riff(card, "first riff, with loading", lambda: render("slow jazz", **card.options()))
    times = []
    for seed in range(3):
        with timed(card.device) as clock:
            render("slow jazz", **card.options(seed=seed))
        times.append(clock.seconds)
    bounds = {"bound": 1.06} if card.device == "cuda" else {}
    card.results.add(f"{card.steps} steps with guidance, prompt to sound", float(np.median(times)), "s", **bounds)
    card.results.add("real-time factor", float(np.median(times)) / _SECONDS)
    if card.device == "cuda":
        card.results.add("most memory", first, "GB", bound=4.0)


def same_samples(card: Setup) -> None:
    """Compare two riffs of one recipe, the second with the model loaded anew."""
    first = render("slow jazz", **card.options(seed=7))
    unload()
    again = render("slow jazz", **card.options(seed=7))
    differing = int(np.count_nonzero(first.audio != again.audio))
    card.results.add("samples that differ, model loaded twice", differing, "", bound=0)


def every_action(card: Setup) -> None:
    """Run each action once; a riff that is silent or no number is an error."""
    folder = Path.cwd()
    riff = render("slow jazz", **card.options())
    riff.save(folder / "riff.wav")
    mask = np.zeros(riff.ink.shape[-2:], np.uint8)
    mask[:, mask.shape[1] // 3 : mask.shape[1] // 2] = 255
    Image.fromarray(mask[::-1]).save(folder / "mask.png")
    lora = folder / "made-up-lora.safetensors"
    write_lora(lora, model_of(riff.recipe).unet)
    name = entry_of(lora).name
    long = 8.0 if card.tiny else 60.0
    options, init = card.options(), str(folder / "riff.wav")
    masked = {"init": init, "mask": str(folder / "mask.png")}
    for title, action in {
        f"{long:.0f} s in one strip": lambda: render("techno", **options | {"seconds": long}),
        f"{long:.0f} s of clips": lambda: render("techno", **options | {"seconds": long, "clips": True}),
        "image to image": lambda: render("techno", **options | {"init": init}),
        "under a mask": lambda: render("techno", **options | masked),
        "interpolation": lambda: interpolate("techno", "jazz", seed_to=9, **options | {"seconds": 2 * _SECONDS}),
        "continued": lambda: render("techno", **options | {"init": init, "continue_right": _SECONDS}),
        "a loop of 2 bars": lambda: render("techno", **options | {"bars": 2, "bpm": 120, "loop": True}),
        "with a LoRA": lambda: render("techno", **options | {"loras": [(name, 0.8)]}),
    }.items():
        card.results.run(title, partial(_timed_riff, card, title, action))
    card.results.run("variations", partial(_variations, card))


def _variations(card: Setup) -> None:
    request = VariationsRequest(request_of("techno", **card.options()), tuple(range(2 if card.tiny else 16)))
    with timed(card.device) as clock:
        done = render_variations(request)
    card.results.add(f"{done} variations", clock.seconds, "s")


def fast(card: Setup) -> None:
    """Time riffs in few steps as ``--fast`` makes them, with a LoRA whose weights are made up."""
    options = {name: value for name, value in card.options().items() if name not in ("steps", "guidance")}
    lora = Path.cwd() / "made-up-lcm-lora.safetensors"
    write_lora(lora, model_of(request_of("slow jazz", **options).recipe).unet)
    entry_of(lora)
    steps = render("slow jazz", fast=True, **options).recipe.steps
    times = []
    for seed in range(3):
        with timed(card.device) as clock:
            render("slow jazz", fast=True, seed=seed, **options)
        times.append(clock.seconds)
    card.results.add(f"{steps} steps with a LoRA for LCM, prompt to sound", float(np.median(times)), "s")


def every_scheduler(card: Setup) -> None:
    """Render with each scheduler from noise and from an init; some draw noise in each step, on the processor."""
    folder = Path.cwd()
    options = card.options(steps=2 if card.tiny else 10, quality="draft")
    render("slow jazz", **options).save(folder / "start.wav")
    for name in SCHEDULERS:
        for kind, init in (("", "none"), (", from an init", str(folder / "start.wav"))):
            action = partial(render, "techno", **options | {"scheduler": name, "init": init})
            card.results.run(name + kind, partial(_timed_riff, card, name + kind, action))


def small_cards(card: Setup) -> None:
    """Render on a card of a few gigabytes, and where a large card has that little left; it must get along."""
    for gigabytes in _CARDS_GB:
        title = f"20 s on a card of {gigabytes} GB"
        card.results.run(title, partial(_within, card, title, gigabytes, known=True))
    title = f"20 s with {_SURPRISE_GB:g} GB left of a large card"
    card.results.run(title, partial(_within, card, title, _SURPRISE_GB, known=False))


def _within(card: Setup, title: str, gigabytes: float, *, known: bool) -> None:
    """Render while torch may use a few gigabytes only; riffdesk knows that if they are all that the card has."""
    size = int(gigabytes * 2**30)
    unload()
    release()
    options = card.options(steps=max(2, card.steps // 5), seconds=4 * _SECONDS)
    torch.cuda.set_per_process_memory_fraction(size / torch.cuda.get_device_properties(0).total_memory)
    try:
        with (
            patch.object(Cuda, "total_bytes", _size_of(size) if known else Cuda.total_bytes),
            patch.object(Cuda, "free_bytes", _free_of(size) if known else Cuda.free_bytes),
        ):
            most = _timed_riff(card, title, lambda: render("techno", **options))
        card.results.add(f"{title}: most memory", most, "GB")
    finally:
        torch.cuda.set_per_process_memory_fraction(1.0)
        unload()


def _size_of(size: int) -> Callable[[Cuda], int]:
    return lambda _: size


def _free_of(size: int) -> Callable[[Cuda], int]:
    return lambda _: size - torch.cuda.memory_allocated()


def starter(card: Setup) -> None:
    """Time the built-in model, from prompt to sound, and compare two riffs of one recipe."""
    _timed_riff(card, "starter: first riff, with loading", lambda: render("house drums and bass", seed=1))
    _timed_riff(card, "starter: prompt to sound", lambda: render("house drums and bass", seed=2))
    _timed_riff(card, "starter: 60 s", lambda: render("house drums and bass", seed=2, seconds=60.0))
    first, again = (render("slow jazz", seed=3, bars=2, loop=True).audio for _ in range(2))
    card.results.add("starter: samples that differ in a second loop", int(np.count_nonzero(first != again)), bound=0)


def _timed_riff(card: Setup, title: str, action: Callable[[], RenderResult]) -> float:
    """Report the time of an action and return its most gigabytes; raise if it made no sound."""
    with timed(card.device) as clock:
        riff = action()
    if not np.isfinite(riff.audio).all():
        raise RuntimeError(f"{title}: samples that are no numbers")
    if not np.abs(riff.audio).max() > 1e-4:
        raise RuntimeError(f"{title}: silence")
    card.results.add(title, clock.seconds, "s")
    return clock.gigabytes
