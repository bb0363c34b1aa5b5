"""A made-up family of models, in one module: a beep a second, at the pitch of the prompt; the ink follows the sound.

A model is a folder with a beeps.json, such as ``{"high": 880}``: the pitches of words in Hz.
"""

from __future__ import annotations

import json
import threading
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from pathlib import Path

import numpy as np

from riffdesk.arrays import Array
from riffdesk.dsp.mel import analyse
from riffdesk.dsp.params import SpectrogramParams
from riffdesk.engine.events import Plan, Section
from riffdesk.engine.generator import SectionStore
from riffdesk.engine.requests import RenderRequest
from riffdesk.engine.riff.kept_sound import repainted
from riffdesk.errors import UserError
from riffdesk.models.families import Family
from riffdesk.models.model_entry import ModelEntry
from riffdesk.models.suggestion import Suggestion
from riffdesk.progress import OnStep, Step, check, ignore_steps

MARKER = "beeps.json"
FAMILY = Family(MARKER, f"{__name__}:describe", f"{__name__}:load")
_LOWEST = 220.0  # Hz, of a word that it does not know


@dataclass(frozen=True)
class Beeps:
    """What a folder of it holds."""

    pitches: Mapping[str, float]
    params: SpectrogramParams = field(default_factory=lambda: SpectrogramParams(bands=64))
    columns: int = 100
    suggestion: Suggestion = field(default_factory=lambda: Suggestion(steps=1, guidance=0.0))
    terms: str = ""
    takes_score: bool = False
    is_foreign: bool = False
    makes_whole: bool = False
    is_stable_diffusion: bool = False
    pickled: tuple[str, ...] = ()


def describe(folder: Path) -> Beeps:
    """Return what a folder holds."""
    try:
        return Beeps(json.loads((folder / MARKER).read_text("utf-8")))
    except ValueError as error:
        raise UserError(f"{folder / MARKER} is damaged.") from error


def load(
    entry: ModelEntry,
    *,
    loras: Sequence[tuple[Path, float]] = (),
    words: Sequence[tuple[str, Path]] = (),
    compiled: bool = False,
    on_step: OnStep = ignore_steps,
    cancel: threading.Event | None = None,
) -> BeepGenerator:
    """Load a model."""
    if loras or words:
        raise UserError(f"{entry.name} beeps, and takes neither LoRAs nor textual inversions.")
    on_step(Step(0, 0, f"Loading the model {entry.name}"))
    return BeepGenerator(describe(entry.path))


class BeepGenerator:
    """A loaded model."""

    model = None

    def __init__(self, beeps: Beeps) -> None:
        self.beeps = beeps
        self.made: list[int] = []
        """Numbers of the sections that were not stored."""

    def prepare(self, request: RenderRequest, on_step: OnStep, cancel: threading.Event | None) -> None:
        """Do nothing: there is nothing to wait for."""

    def sections(
        self,
        requests: Sequence[RenderRequest],
        on_step: OnStep,
        cancel: threading.Event | None,
        store: SectionStore | None = None,
    ) -> Iterator[tuple[int, Section, bool]]:
        """Yield the riffs, a second at a time; a loop or a regenerated riff at once."""
        for index, request in enumerate(requests):
            ink, audio = self._riff(request, cancel)
            rate, hop = request.params.sample_rate, request.params.hop
            whole = request.recipe.circular or request.mask is not None
            length = ink.shape[-1] if whole else round(request.params.columns_per_second)
            starts = range(0, max(1, audio.shape[-1] // hop), length)
            edges = [start * hop for start in starts] + [audio.shape[-1]]
            windows = tuple((first / rate, stop / rate) for first, stop in pairwise(edges))
            done = store.done if store else 0
            if len(requests) == 1 and not done:
                on_step(Step(0, 0, "", Plan(windows)))
            for number in range(done, len(starts)):
                check(cancel)
                self.made.append(number)
                last = number == len(starts) - 1
                column = starts[number]
                stop = ink.shape[-1] if last else column + length
                sound = audio[:, edges[number] : edges[number + 1]]
                section = Section(number, number + 1, column, ink[..., column:stop], edges[number], sound)
                if store:
                    store.put(section, {}, windows, len(starts))
                yield index, section, last

    def _riff(self, request: RenderRequest, cancel: threading.Event | None) -> tuple[Array, Array]:
        keyframe = request.recipe.keyframes[0]
        hertz = self.beeps.pitches.get(keyframe.prompt, _LOWEST) + keyframe.seed
        count, rate = request.samples, request.params.sample_rate
        hertz = max(1, round(hertz * count / rate)) * rate / count  # whole periods, so that a loop has no step
        beats = 0.5 - 0.5 * np.cos(2 * np.pi * np.arange(count) / rate)
        tone = np.float32(0.25 * beats * np.sin(2 * np.pi * hertz * np.arange(count) / rate))
        audio = np.stack([tone] * (2 if request.params.stereo else 1))
        ink = analyse(audio, request.params, cancel=cancel)[..., : request.columns]
        ink = ink if request.params.stereo else ink[0]
        if request.mask is None or request.init is None or request.audio is None:
            return ink, audio
        ink = np.where(request.mask > 0, ink, request.init)
        circular, quality = request.recipe.circular, request.recipe.quality
        return ink, repainted(request.audio, request.init, ink, request.params, quality=quality, circular=circular)
