"""Renders a riff in parts: each instrument alone, at its loudness in a mix."""

from __future__ import annotations

import math
import threading
from dataclasses import dataclass, replace

import numpy as np

from riffdesk.dsp.loudness import loudness
from riffdesk.engine.events import RenderResult
from riffdesk.engine.requests import RenderRequest
from riffdesk.engine.riff.render import render
from riffdesk.engine.riff.request_checks import check_length
from riffdesk.engine.riff.score.parts import LOUDNESS, PartRequest, part_requests
from riffdesk.errors import UserError
from riffdesk.language import capital, tr
from riffdesk.progress import OnStep, Step, ignore_steps
from riffdesk.sketch.ink import Ink
from riffdesk.sketch.layer import Layer
from riffdesk.sketch.sound import Sound, Waveform


@dataclass(frozen=True, eq=False)
class RenderedPart:
    """One part of a riff.

    Parameters
    ----------
    name : str
        Its name, such as 'drums'.
    result : RenderResult
        As loud as in the mix.
    """

    name: str
    result: RenderResult

    @property
    def layer(self) -> Layer:
        """A layer of it, named after it."""
        result = self.result
        sound = Sound(Waveform.of(result.audio))
        return Layer(Ink.of(result.ink), self.name.capitalize(), recipe=result.recipe, sound=sound)


def render_parts(
    request: RenderRequest, on_step: OnStep = ignore_steps, cancel: threading.Event | None = None
) -> tuple[RenderedPart, ...]:
    """Return the parts of a request, equally long, made one after the other; drums first, then bass.

    Raises
    ------
    UserError, Cancelled
        As `riffdesk.engine.riff.render.render` does, and if it starts from a picture or a sound.
    """
    check_length(request)
    asked = part_requests(request)
    if not asked:
        raise UserError(tr("So short a riff has no notes. Make it longer, or give it more bars."))
    parts = []
    for number, one in enumerate(asked):
        parts.append(render_part(one, _with_part_name(one, number, len(asked), on_step), cancel))
    return tuple(parts)


def render_part(
    part: PartRequest, on_step: OnStep = ignore_steps, cancel: threading.Event | None = None
) -> RenderedPart:
    """Return one part at its loudness in a mix; errors as in `render_parts`."""
    check_length(part.request)
    result = render(part.request, on_step, cancel)
    return RenderedPart(part.name, _levelled(result, LOUDNESS[part.role] + part.level_db))


def _with_part_name(part: PartRequest, number: int, count: int, on_step: OnStep) -> OnStep:
    """Return a listener that adds the name of the part to steps, and removes previews."""

    def named(step: Step) -> None:
        what = f"{capital(part.name)}: {step.what}" if step.what else ""
        on_step(replace(step, done=number * step.total + step.done, total=step.total * count, what=what, partial=None))

    return named


def _levelled(result: RenderResult, target: float) -> RenderResult:
    """Return a part at a loudness in LUFS; a silent one is unchanged."""
    there = loudness(result.audio, result.params.sample_rate)
    gain = 10 ** ((target - there) / 20) if math.isfinite(there) else 1.0
    return replace(
        result,
        audio=result.audio * np.float32(gain),
        ink=result.ink * np.float32(gain**result.params.power),
    )
