"""Riffs in parts: renders each instrument alone, mixes them, and writes the files."""

from __future__ import annotations

import threading
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Unpack

import numpy as np

from riffdesk.arrays import Array
from riffdesk.audio.filing.sample_formats import Subtype
from riffdesk.audio.filing.sound_files import write_together
from riffdesk.engine.requests import RenderRequest
from riffdesk.engine.riff.part_rendering import render_parts as render_parts_of
from riffdesk.files import path_beside
from riffdesk.progress import OnStep, ignore_steps
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
        riffs = dict(zip(paths_of(Path(path), list(self.parts)), (self.mix, *self.parts.values()), strict=True))
        return write_together(
            {target: riff.audio for target, riff in riffs.items()},
            self.mix.params.sample_rate,
            recipes={target: riff.recipe for target, riff in riffs.items()},
            subtype=subtype,
            on_step=on_step,
        )


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
    parts = {one.name: Riff.of(one.result) for one in render_parts_of(request, on_step, cancel)}
    return RiffParts(_mix(request, parts), parts)


def paths_of(path: Path, names: list[str]) -> list[Path]:
    """Return the file of the mix, and those of the parts beside it: ``song drums.wav`` for ``song.wav``."""
    return [path, *(path_beside(path, name) for name in names)]


def _mix(request: RenderRequest, parts: Mapping[str, Riff]) -> Riff:
    """Return the sum of parts; they are uncorrelated, so the powers of their ink add up."""
    riffs = list(parts.values())
    power = request.params.power
    audio: Array = np.asarray(sum(riff.audio for riff in riffs), np.float32)
    total: Array = np.sum([riff.ink ** (2 / power) for riff in riffs], axis=0, dtype=np.float64)
    return Riff(np.asarray(total ** (power / 2), np.float32), audio, request.recipe, request.params)
