"""Makes a riff as a row of clips, as Riffusion's app does: one image after the other instead of one strip.

The story: time is cut into pieces as long as a window of the model. Each is an image of its own, asked for what the
timeline says where it begins, so that the music goes on in steps; under each lies the same init from its beginning, and
the same noise. Each becomes sound by itself. Where one ends it goes on with its own beginning, as the loop that
Riffusion takes it for, and fades out while the next one fades in, at equal power.
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
from riffdesk.dsp.phase import reconstruct
from riffdesk.engine.device import sound_device
from riffdesk.engine.events import Plan, Preview, Section, Working
from riffdesk.engine.prompt_marks import with_changes
from riffdesk.engine.recovery.unfinished_riffs import Store
from riffdesk.engine.requests import RenderRequest
from riffdesk.engine.riff.model_input import cleaned, conditioning_of
from riffdesk.engine.riff.peak_level import PeakLevel
from riffdesk.engine.riff.score.played_score import played_score, shown_score
from riffdesk.engine.riff.score.riff_score import RiffScore
from riffdesk.engine.riff.spacing import Spacing
from riffdesk.progress import OnStep, Step
from riffdesk.sketch.recipe.timeline import Walk

if TYPE_CHECKING:
    from riffdesk.diffusion.model import Model
    from riffdesk.diffusion.strip import Strip

_FADE = 0.25  # seconds: a beat at the join is heard from both, and a chord does not stay over the next one
_OF_IMAGE, _PARTS = 900, 1_000  # of a clip, in the count of what is done


@dataclass(frozen=True, eq=False)
class _Clip:
    """One of them.

    Parameters
    ----------
    ink : float32 ``[bands, n]`` or ``[2, bands, n]``
    audio : float32 ``[channels, m]``
    ink_after, audio_after
        What it goes on with while it fades out.
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
    store: Store | None = None,
) -> Iterator[tuple[Section, bool]]:
    """Yield a riff's clips as they are ready, and whether each is the last one.

    A loop's come all at once, since its last one fades into the first.

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
    row = _Row(request, model)
    made, before, done = list[Section](), None, store.done if store else 0
    if store and store.state is not None:
        nothing = np.zeros(0, np.float32)
        before = _Clip(nothing, nothing, store.state["ink_after"], store.state["audio_after"])
    if not done:
        on_step(Step(0, 0, "Planning", Plan(row.times)))
    for index in range(done, len(row.times)):
        clip = row.clip(index, on_step, cancel)
        after, before = before, clip
        if after is not None:
            clip = _joined(after, clip, request.params.power)
        section = Section(
            index, index + 1, row.starts[index], clip.ink, row.starts[index] * request.params.hop, clip.audio
        )
        if request.recipe.circular:
            made.append(section)
        else:
            if store:
                handed_on = {"ink_after": before.ink_after, "audio_after": before.audio_after}
                store.put(section, handed_on, row.times, len(row.times))
            yield section, index == len(row.times) - 1
    if made and before is not None:
        ink, audio = (
            np.concatenate(parts, axis=-1) for parts in zip(*((one.ink, one.audio) for one in made), strict=True)
        )
        whole = _joined(before, _Clip(ink, audio, ink, audio), request.params.power)
        yield Section(0, len(made), 0, whole.ink, 0, whole.audio), True


@dataclass(frozen=True, eq=False)
class _Row:
    """A request as a row of clips."""

    request: RenderRequest
    model: Model

    @cached_property
    def _fit(self) -> Spacing:
        """How one clip lies on an image."""
        request, model = self.request, self.model
        # A hair's breadth more: a window may be a whole number of columns but for rounding.
        columns = math.floor(model.columns / model.params.columns_per_second * request.params.columns_per_second + 1e-6)
        return Spacing(request.params, model.params, max(1, columns), model.factor)

    @cached_property
    def starts(self) -> range:
        """First column of each clip."""
        request = self.request
        # An import has one column more than it has sound for, and a loop may have a little sound more than columns.
        columns = min(request.columns, -(-request.samples // request.params.hop))
        return range(0, max(1, columns), self._fit.columns)

    @cached_property
    def times(self) -> tuple[tuple[float, float], ...]:
        """Seconds that each clip takes."""
        length = self.request.samples / self.request.params.sample_rate
        edges = [start / self.request.params.columns_per_second for start in self.starts]
        return tuple(zip(edges, [*edges[1:], max(length, edges[-1])], strict=True))

    @cached_property
    def _level(self) -> float:
        """The ink that is black on the model's images: the init's loudest."""
        return 1.0 if self._init is None else float(self._init.max(initial=0.0)) or 1.0

    @cached_property
    def _init(self) -> Array | None:
        init = self.request.init
        if init is None:
            return None
        return cleaned(init[..., : self._fit.columns])

    def clip(self, index: int, on_step: OnStep, cancel: threading.Event | None) -> _Clip:
        """Make one clip."""
        request, start = self.request, self.starts[index]
        whole = self._ink(self._image(index, self._naming(index, on_step, 0, _OF_IMAGE), cancel))
        hop, last = request.params.hop, index == len(self.starts) - 1
        columns = request.columns - start if last else self._fit.columns
        samples = request.samples - start * hop if last else columns * hop
        fade = 0 if last and not request.recipe.circular else self._fade
        rendered = max(columns, -(-samples // hop)) + fade
        ink = whole[..., np.arange(rendered) % whole.shape[-1]]
        audio = reconstruct(
            ink if ink.ndim == 3 else ink[None],
            request.params,
            quality=request.recipe.quality,
            device=sound_device(),
            on_step=self._naming(index, on_step, _OF_IMAGE, _PARTS),
            cancel=cancel,
        )
        if request.init is None or not request.init.any():
            ink, audio = PeakLevel(request.params, fade).turned_down(0, ink, (0, audio.shape[-1]), audio)
        return _Clip(
            ink[..., :columns],
            audio[:, :samples],
            ink[..., columns : columns + fade],
            audio[:, samples : samples + fade * hop],
        )

    @property
    def _fade(self) -> int:
        return min(round(_FADE * self.request.params.columns_per_second), self._fit.columns // 2)

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
        """Return what the network is asked for: the same everywhere in a clip."""
        from riffdesk.diffusion.strip import Strip

        begin, recipe = self.times[index][0], self.request.recipe
        asked = conditioning_of(self._walk.at(begin), recipe, self.request.init is None, score=self._score)
        init = None if self._init is None else self._fit.to_model(self._init / self._level)
        score = None
        if self._score is not None:
            here = replace(self._score, downbeat=self._score.downbeat - begin)
            score = shown_score(here, self.model, 0, self._fit.latents + self.model.latent_size[1])
        return Strip((asked,) * self._fit.latents, init, score=score)

    @cached_property
    def _score(self) -> RiffScore | None:
        window = self.model.columns / self.model.params.columns_per_second
        return played_score(self.request, beyond=2 * window) if self.model.takes_score else None

    @cached_property
    def _walk(self) -> Walk:
        loop = self.times[-1][1] if self.request.recipe.circular else None
        return Walk(with_changes(self.request.recipe), loop)

    def _ink(self, image: Array) -> Array:
        return self._fit.to_sketch(image) * np.float32(self._level)

    def _naming(self, index: int, on_step: OnStep, first: int, last: int) -> OnStep:
        """Return a listener that says which clip it is about, and passes on what the network shows as ink.

        What it hears of takes the clip from its first to its last part.
        """
        from riffdesk.diffusion.denoising import Denoising

        count = len(self.starts)

        def named(step: Step) -> None:
            partial = None
            if isinstance(step.partial, Denoising):
                shown = [Preview(0, self._ink(ink), self.starts[index]) for ink in step.partial.inks]
                preview = shown[0] if shown else None
                partial = Working(index, index + 1, step.partial.step, step.partial.steps, preview)
            what = step.what if count == 1 else f"Clip {index + 1} of {count}: {step.what}"
            done = first + (last - first) * step.done // max(1, step.total)
            on_step(Step(index * _PARTS + done, count * _PARTS, what, partial))

        return named


def _joined(before: _Clip, clip: _Clip, power: float) -> _Clip:
    """Return a clip that fades in while the one before fades out, with equal power."""
    columns = min(before.ink_after.shape[-1], clip.ink.shape[-1])
    samples = min(before.audio_after.shape[-1], clip.audio.shape[-1])
    ink, audio = clip.ink.copy(), clip.audio.copy()
    out, into = _fades(before.audio_after.shape[-1])
    audio[:, :samples] = before.audio_after[:, :samples] * out[:samples] + audio[:, :samples] * into[:samples]
    out, into = _fades(before.ink_after.shape[-1])
    # They have nothing to do with each other, so their powers add up, whatever their phases.
    sum_of_squares = (before.ink_after[..., :columns] ** (1 / power) * out[:columns]) ** 2
    sum_of_squares += (ink[..., :columns] ** (1 / power) * into[:columns]) ** 2
    ink[..., :columns] = sum_of_squares ** (power / 2)
    return replace(clip, ink=ink, audio=audio)


def _fades(length: int) -> tuple[Array, Array]:
    """Return how one thing goes and the next one comes; their squares are 1 together."""
    angle = (np.arange(length, dtype=np.float32) + 0.5) / max(1, length) * np.float32(np.pi / 2)
    return np.cos(angle), np.sin(angle)
