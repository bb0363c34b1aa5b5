"""Riffs in parts: renders each instrument alone, mixes them, and writes the files."""

from __future__ import annotations

import math
import threading
from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Unpack

import numpy as np

from riffdesk.arrays import Array
from riffdesk.audio.filing.sample_formats import Subtype
from riffdesk.audio.filing.sound_files import write_audio
from riffdesk.dsp.loudness import loudness
from riffdesk.dsp.mix import db_of, gain_below_clipping, true_peak
from riffdesk.engine.events import RenderResult
from riffdesk.engine.requests import RenderRequest
from riffdesk.engine.riff.render import render
from riffdesk.engine.riff.request_checks import check_length
from riffdesk.engine.riff.score.parts import LOUDNESS, PartRequest, part_requests
from riffdesk.errors import UserError
from riffdesk.progress import OnStep, Step, ignore_steps
from riffdesk.scripting.api import Riff
from riffdesk.scripting.requests import Options, request_of


@dataclass(frozen=True, eq=False)
class RiffParts:
    """A riff in parts.

    Parameters
    ----------
    mix : Riff
        Their sum.
    parts : dict
        Each part by its name, such as 'drums'; equally long, aligned, at its level in the mix.
    """

    mix: Riff
    parts: Mapping[str, Riff]

    def save(self, path: str | Path, *, subtype: Subtype = "PCM_24", on_step: OnStep = ignore_steps) -> float:
        """Write the mix, and each part beside it, to the files of `paths_of`; existing files are replaced.

        Returns
        -------
        float
            Gain of all files in dB: 0, or less if the mix or a part would have clipped.

        Raises
        ------
        UserError
            If a file cannot be written.
        """
        riffs = [self.mix, *self.parts.values()]
        gain = 1.0 if subtype == "FLOAT" else gain_below_clipping(max(true_peak(riff.audio) for riff in riffs))
        for target, riff in zip(paths_of(Path(path), list(self.parts)), riffs, strict=True):
            audio = riff.audio * np.float32(gain)
            write_audio(target, audio, riff.params.sample_rate, subtype=subtype, recipe=riff.recipe, on_step=on_step)
        return db_of(gain)


def render_parts(
    prompt: str | None = None,
    *,
    on_step: OnStep = ignore_steps,
    cancel: threading.Event | None = None,
    **options: Unpack[Options],
) -> RiffParts:
    """Generate a riff in parts, such as drums, bass, chords and melody.

    Parameters and errors are those of `riffdesk.scripting.api.render`; an init is not supported.
    """
    return parts_of_request(request_of(prompt, on_step, cancel, **options), on_step, cancel)


def parts_of_request(
    request: RenderRequest, on_step: OnStep = ignore_steps, cancel: threading.Event | None = None
) -> RiffParts:
    """Render the parts of a request, one after the other.

    Raises
    ------
    UserError, Cancelled
        As in `riffdesk.engine.riff.render.render`, and if the request has an init.
    """
    check_length(request)
    requests = part_requests(request)
    if not requests:
        raise UserError("Nothing is played in so short a riff. Ask for a longer one, or for more bars.")
    parts = {}
    for number, part in enumerate(requests):
        result = render(part.request, _labelled(part, number, len(requests), on_step), cancel)
        parts[part.name] = _levelled(result, LOUDNESS[part.role])
    return RiffParts(_mix(request, parts), parts)


def paths_of(path: Path, names: list[str]) -> list[Path]:
    """Return the file of the mix, and those of the parts beside it: ``song drums.wav`` for ``song.wav``."""
    return [path, *(path.with_name(f"{path.stem} {name}{path.suffix}") for name in names)]


def _labelled(part: PartRequest, number: int, count: int, on_step: OnStep) -> OnStep:
    """Return a listener that adds the part's name to steps and removes previews."""

    def on_part_step(step: Step) -> None:
        label = f"{part.name.capitalize()}: {step.what}" if step.what else ""
        on_step(replace(step, done=number * step.total + step.done, total=step.total * count, what=label, partial=None))

    return on_part_step


def _levelled(result: RenderResult, target: float) -> Riff:
    """Return a part at a loudness in LUFS; a silent one is unchanged."""
    measured = loudness(result.audio, result.params.sample_rate)
    gain = 10 ** ((target - measured) / 20) if math.isfinite(measured) else 1.0
    louder = replace(
        result,
        audio=result.audio * np.float32(gain),
        ink=result.ink * np.float32(gain**result.params.power),
    )
    return Riff.of(louder)


def _mix(request: RenderRequest, parts: Mapping[str, Riff]) -> Riff:
    """Return the sum of parts; they are uncorrelated, so the powers of their ink add up."""
    riffs = list(parts.values())
    power = request.params.power
    audio: Array = np.asarray(sum(riff.audio for riff in riffs), np.float32)
    total: Array = np.sum([riff.ink ** (2 / power) for riff in riffs], axis=0, dtype=np.float64)
    return Riff(np.asarray(total ** (power / 2), np.float32), audio, request.recipe, request.params)
