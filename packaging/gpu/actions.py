"""What users do, on the card: each action of a model with its time, its memory, and sound that is sound."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

import numpy as np
import torch
from figures import Results, timed
from made_up_model import write_lora
from PIL import Image

from riffdesk.devices import chosen
from riffdesk.engine.events import RenderResult
from riffdesk.engine.loaded_model import model_of, unload
from riffdesk.engine.requests import VariationsRequest
from riffdesk.engine.riff.render import render_variations
from riffdesk.models.model_entry import ModelEntry
from riffdesk.models.registry import add_model
from riffdesk.scripting.api import interpolate, render
from riffdesk.scripting.requests import request_of

_SECONDS = 5.12
_CARDS_GB = (4, 6, 8)


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
    name = add_model(lora).name
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
    count = 2 if card.tiny else 16
    request = VariationsRequest(request_of("techno", **options), tuple(range(count)))
    with timed(card.device) as clock:
        done = render_variations(request)
    card.results.add(f"{done} variations", clock.seconds, "s")


def small_cards(card: Setup) -> None:
    """Render on a card of which torch may use a few gigabytes only; it must get along."""
    total = torch.cuda.get_device_properties(0).total_memory
    options = card.options(steps=max(2, card.steps // 5), seconds=4 * _SECONDS)
    try:
        for gigabytes in _CARDS_GB:
            unload()
            torch.cuda.set_per_process_memory_fraction(gigabytes * 2**30 / total)
            _timed_riff(card, f"20 s on {gigabytes} GB", lambda: render("techno", **options))
    finally:
        torch.cuda.set_per_process_memory_fraction(1.0)
        unload()


def starter(card: Setup) -> None:
    """Time the built-in model, from prompt to sound."""
    _timed_riff(card, "starter: first riff, with loading", lambda: render("house drums and bass", seed=1))
    _timed_riff(card, "starter: prompt to sound", lambda: render("house drums and bass", seed=2))
    _timed_riff(card, "starter: 60 s", lambda: render("house drums and bass", seed=2, seconds=60.0))


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
