"""Renders a riff as a row of clips, as Riffusion's app does: one image after the other instead of one strip.

Each clip is as long as a window of the model and an image of its own, with the conditioning of the timeline at its
beginning, so that the music changes in steps; all have the same init and the same noise. Each is reconstructed by
itself. After its end a clip continues with its own beginning, since Riffusion's images are loops, and fades out while
the next one fades in, at equal power.
"""

from __future__ import annotations

import math
import threading
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cached_property
from typing import TYPE_CHECKING

import numpy as np

from riffdesk.arrays import Array
from riffdesk.devices import sound_device
from riffdesk.dsp.phase.reconstruction import reconstruct
from riffdesk.engine.events import Plan, Preview, Section, Working
from riffdesk.engine.generator import SectionStore
from riffdesk.engine.prompt_marks import with_word_changes
from riffdesk.engine.requests import RenderRequest
from riffdesk.engine.riff.model_input import cleaned, conditioning_of
from riffdesk.engine.riff.peak_level import PeakLevel
from riffdesk.engine.riff.score.played_score import played_score, score_tensor
from riffdesk.engine.riff.score.riff_score import RiffScore
from riffdesk.engine.riff.spacing import Spacing
from riffdesk.language import tr
from riffdesk.progress import OnStep, Step
from riffdesk.sketch.recipe.timeline import Walk

if TYPE_CHECKING:
    from riffdesk.diffusion.model import Model
    from riffdesk.diffusion.strip import Strip

_FADE = 0.25  # seconds: long enough for a beat at the join, too short for two chords to sound together
_IMAGE_PARTS, _PARTS = 900, 1_000  # steps of a clip, for the progress


@dataclass(frozen=True, eq=False)
class _Clip:
    """One clip.

    Parameters
    ----------
    ink : float32 ``[bands, n]`` or ``[2, bands, n]``
    audio : float32 ``[channels, m]``
    ink_after, audio_after
        Its continuation while it fades out.
    """

    ink: Array
    audio: Array
    ink_after: Array
    audio_after: Array


def clip_sections(
    request: RenderRequest,
    model: Model,
    on_step: OnStep,
    cancel: threading.Event | None,
    store: SectionStore | None = None,
) -> Iterator[tuple[Section, bool]]:
    """Yield the clips of a riff as sections, and whether each is the last one.

    The clips of a loop are one section, since the last one fades into the first.

    Parameters
    ----------
    request : RenderRequest
        Without a mask.
    on_step, cancel, store
        As of `riffdesk.engine.riff.render.render`.

    Raises
    ------
    Cancelled
        If ``cancel`` was set.
    """
    row = _ClipRow(request, model)
    loop_sections, before, stored = list[Section](), None, store.done if store else 0
    if store and store.state is not None:
        empty = np.zeros(0, np.float32)
        before = _Clip(empty, empty, store.state["ink_after"], store.state["audio_after"])
    if not stored:
        on_step(Step(0, 0, tr("Planning"), Plan(row.times)))
    for index in range(stored, len(row.times)):
        clip = row.clip(index, on_step, cancel)
        after, before = before, clip
        if after is not None:
            clip = _joined(after, clip, request.params.power)
        section = Section(
            index, index + 1, row.starts[index], clip.ink, row.starts[index] * request.params.hop, clip.audio
        )
        if request.recipe.circular:
            loop_sections.append(section)
        else:
            if store:
                clip_state = {"ink_after": before.ink_after, "audio_after": before.audio_after}
                store.put(section, clip_state, row.times, len(row.times))
            yield section, index == len(row.times) - 1
    if loop_sections and before is not None:
        ink, audio = (
            np.concatenate(parts, axis=-1)
            for parts in zip(*((section.ink, section.audio) for section in loop_sections), strict=True)
        )
        clip_of_loop = _joined(before, _Clip(ink, audio, ink, audio), request.params.power)
        yield Section(0, len(loop_sections), 0, clip_of_loop.ink, 0, clip_of_loop.audio), True


@dataclass(frozen=True, eq=False)
class _ClipRow:
    """The clips of a request."""

    request: RenderRequest
    model: Model

    @cached_property
    def _spacing(self) -> Spacing:
        """Conversion between one clip and an image."""
        request, model = self.request, self.model
        # With a tolerance for rounding, where a window is a whole number of columns.
        columns = math.floor(model.columns / model.params.columns_per_second * request.params.columns_per_second + 1e-6)
        return Spacing(request.params, model.params, max(1, columns), model.factor)

    @cached_property
    def starts(self) -> range:
        """First column of each clip."""
        request = self.request
        # An import has one column more than its sound fills; a loop may have slightly more sound than columns.
        columns = min(request.columns, -(-request.samples // request.params.hop))
        return range(0, max(1, columns), self._spacing.columns)

    @cached_property
    def times(self) -> tuple[tuple[float, float], ...]:
        """Start and stop of each clip in seconds."""
        length = self.request.samples / self.request.params.sample_rate
        edges = [start / self.request.params.columns_per_second for start in self.starts]
        return tuple(zip(edges, [*edges[1:], max(length, edges[-1])], strict=True))

    @cached_property
    def _level(self) -> float:
        """Ink value of black on the model's images: the init's maximum."""
        return 1.0 if self._init is None else float(self._init.max(initial=0.0)) or 1.0

    @cached_property
    def _init(self) -> Array | None:
        init = self.request.init
        if init is None:
            return None
        return cleaned(init[..., : self._spacing.columns])

    def clip(self, index: int, on_step: OnStep, cancel: threading.Event | None) -> _Clip:
        """Render one clip."""
        request, start = self.request, self.starts[index]
        image_ink = self._ink(self._image(index, self._labelled(index, on_step, 0, _IMAGE_PARTS), cancel))
        hop, last = request.params.hop, index == len(self.starts) - 1
        columns = request.columns - start if last else self._spacing.columns
        samples = request.samples - start * hop if last else columns * hop
        fade = 0 if last and not request.recipe.circular else self._fade
        rendered = max(columns, -(-samples // hop)) + fade
        ink = image_ink[..., np.arange(rendered) % image_ink.shape[-1]]
        audio = reconstruct(
            ink if ink.ndim == 3 else ink[None],
            request.params,
            quality=request.recipe.quality,
            device=sound_device(),
            on_step=self._labelled(index, on_step, _IMAGE_PARTS, _PARTS),
            cancel=cancel,
        )
        if request.init is None or not request.init.any():
            ink, audio = PeakLevel(request.params, fade).reduced(0, ink, (0, audio.shape[-1]), audio)
        return _Clip(
            ink[..., :columns],
            audio[:, :samples],
            ink[..., columns : columns + fade],
            audio[:, samples : samples + fade * hop],
        )

    @property
    def _fade(self) -> int:
        return min(round(_FADE * self.request.params.columns_per_second), self._spacing.columns // 2)

    def _image(self, index: int, on_step: OnStep, cancel: threading.Event | None) -> Array:
        from riffdesk.diffusion.denoising import render_strips

        recipe = self.request.recipe
        (image,) = render_strips(
            self.model,
            [self._strip(index)],
            steps=recipe.steps,
            scheduler=recipe.scheduler,
            on_step=on_step,
            cancel=cancel,
            preview=True,
        )
        return image

    def _strip(self, index: int) -> Strip:
        """Return the strip of a clip, with the same conditioning in all columns."""
        from riffdesk.diffusion.strip import Strip

        start, recipe = self.times[index][0], self.request.recipe
        conditioning = conditioning_of(self._walk.at(start), recipe, self.request.init is None, score=self._score)
        init = None if self._init is None else self._spacing.to_model(self._init / self._level)
        score = None
        if self._score is not None:
            shifted = replace(self._score, downbeat=self._score.downbeat - start)
            score = score_tensor(shifted, self.model, 0, self._spacing.latents + self.model.latent_size[1])
        return Strip((conditioning,) * self._spacing.latents, init, score=score)

    @cached_property
    def _score(self) -> RiffScore | None:
        window = self.model.columns / self.model.params.columns_per_second
        return played_score(self.request, beyond=2 * window) if self.model.takes_score else None

    @cached_property
    def _walk(self) -> Walk:
        loop = self.times[-1][1] if self.request.recipe.circular else None
        return Walk(with_word_changes(self.request.recipe), loop)

    def _ink(self, image: Array) -> Array:
        return self._spacing.to_sketch(image) * np.float32(self._level)

    def _labelled(self, index: int, on_step: OnStep, first: int, last: int) -> OnStep:
        """Return a listener that adds the number of the clip to steps and converts previews to the sketch's ink.

        The steps' progress is scaled to ``first`` .. ``last`` of the clip's `_PARTS`.
        """
        from riffdesk.diffusion.denoising import Denoising

        count = len(self.starts)

        def on_clip_step(step: Step) -> None:
            partial = None
            if isinstance(step.partial, Denoising):
                previews = [Preview(0, self._ink(ink), self.starts[index]) for ink in step.partial.inks]
                preview = previews[0] if previews else None
                partial = Working(index, index + 1, step.partial.step, step.partial.steps, preview)
            label = (
                step.what
                if count == 1
                else tr("Clip {index} of {count}: {what}", index=index + 1, count=count, what=step.what)
            )
            done = first + (last - first) * step.done // max(1, step.total)
            on_step(Step(index * _PARTS + done, count * _PARTS, label, partial))

        return on_clip_step


def _joined(before: _Clip, clip: _Clip, power: float) -> _Clip:
    """Return a clip with an equal-power crossfade from the one before."""
    columns = min(before.ink_after.shape[-1], clip.ink.shape[-1])
    samples = min(before.audio_after.shape[-1], clip.audio.shape[-1])
    ink, audio = clip.ink.copy(), clip.audio.copy()
    fade_out, fade_in = _fades(before.audio_after.shape[-1])
    audio[:, :samples] = before.audio_after[:, :samples] * fade_out[:samples] + audio[:, :samples] * fade_in[:samples]
    fade_out, fade_in = _fades(before.ink_after.shape[-1])
    # The clips are uncorrelated, so their powers add up.
    sum_of_squares = (before.ink_after[..., :columns] ** (1 / power) * fade_out[:columns]) ** 2
    sum_of_squares += (ink[..., :columns] ** (1 / power) * fade_in[:columns]) ** 2
    ink[..., :columns] = sum_of_squares ** (power / 2)
    return replace(clip, ink=ink, audio=audio)


def _fades(length: int) -> tuple[Array, Array]:
    """Return the gains of a fade-out and a fade-in at equal power: their squares add up to 1."""
    angle = (np.arange(length, dtype=np.float32) + 0.5) / max(1, length) * np.float32(np.pi / 2)
    return np.cos(angle), np.sin(angle)
