"""Makes riffs with Stable Audio 3: from words, from a sound, and parts of a riff anew; the ink follows from the sound.

A riff is one section. The init is its sound, or the sound of its ink, at the model's rate and with its channels; it is
encoded to latents (`diffusion.stable_audio`). Of a mask the model gets the times that are made anew, and the sound
around them. New sound is joined to kept sound in time if the mask covers all bands where it covers any (`joins`), and
by its ink otherwise.
"""

from __future__ import annotations

import threading
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from riffdesk.arrays import Array
from riffdesk.dsp.mel import analyse
from riffdesk.dsp.resampling import resampled
from riffdesk.engine.events import Plan, Section, Working
from riffdesk.engine.generator import SectionStore
from riffdesk.engine.requests import RenderRequest
from riffdesk.engine.riff.kept_sound import repainted
from riffdesk.engine.riff.model_input import cleaned
from riffdesk.engine.riff.peak_level import PeakLevel
from riffdesk.engine.riff.riff_progress import numbered
from riffdesk.engine.riff.spacing import repeated, with_channels
from riffdesk.engine.riff.stable_audio.joins import new_weight
from riffdesk.engine.riff.stable_audio.support import span_of
from riffdesk.engine.riff.whole_riff import init_sound, sound_of
from riffdesk.errors import UserError, readable
from riffdesk.language import tr
from riffdesk.models.model_entry import ModelEntry
from riffdesk.progress import OnStep, Step, check, ignore_steps
from riffdesk.sketch.music.tempo_key_words import with_tempo_and_key
from riffdesk.slow_imports import slow_imports

if TYPE_CHECKING:
    from riffdesk.diffusion.stable_audio.sampling import Task
    from riffdesk.diffusion.stable_audio.sound_model import SoundModel

_NETWORK, _DECODED = 0.8, 0.95
"""Approximate progress after the transformer, and after the autoencoder."""


class SoundGenerator:
    """Stable Audio 3 as a `riffdesk.engine.generator.Generator`."""

    model = None

    def __init__(self, sound_model: SoundModel) -> None:
        self.sound_model = sound_model

    def prepare(self, request: RenderRequest, on_step: OnStep, cancel: threading.Event | None) -> None:
        """Import what samples, and encode the prompt once."""
        with slow_imports("riffdesk.diffusion.stable_audio.sampling"):
            from riffdesk.diffusion.stable_audio import sampling  # noqa: F401

        check(cancel)
        self.sound_model.condition(_prompt(request), cancel)

    def sections(
        self,
        requests: Sequence[RenderRequest],
        on_step: OnStep,
        cancel: threading.Event | None,
        store: SectionStore | None = None,
    ) -> Iterator[tuple[int, Section, bool]]:
        """Yield the sections of requests, one for each; see `riffdesk.engine.generator.Generator`."""
        windows = ((0.0, requests[0].samples / requests[0].params.sample_rate),)
        if len(requests) == 1:
            check(cancel)
            on_step(Step(0, 0, "", Plan(windows)))
        for index, request in enumerate(requests):
            ink, audio = self._riff(request, numbered(on_step, index, 1, len(requests)), cancel)
            check(cancel)  # again: a cancel during the last step counts too
            section = Section(0, 1, 0, ink, 0, audio)
            if store:
                store.put(section, {}, windows, 1)
            yield index, section, True

    def _riff(self, request: RenderRequest, on_step: OnStep, cancel: threading.Event | None) -> tuple[Array, Array]:
        """Return ink and sound of a riff, as a `Section` has them."""
        params = request.params
        init = ink_before = None
        if request.init is not None:
            ink_before = with_channels(cleaned(repeated(request.init, request.columns)), params, params.stereo)
            init = _init_sound(request, ink_before, on_step, cancel)
        if request.mask is None or init is None or ink_before is None:
            sound = self._sound(request, init, (0, request.samples), on_step, cancel)
            ink = _ink(sound, request, cancel)
            if init is None:
                ink, sound = PeakLevel(params, 1).reduced(0, ink, (0, request.samples), sound)
            return ink, sound
        first, last = span_of(request, self.sound_model.max_seconds)
        span = first * params.hop, request.samples if last == request.columns else last * params.hop
        new = init.copy()
        new[:, span[0] : span[1]] = self._sound(request, init, span, on_step, cancel)
        is_new = request.mask > 0
        if bool((request.mask == request.mask[:1]).all()):
            weight = new_weight(request.mask[0], init, params.hop)
            audio = np.where(weight > 0, init + weight * (new - init), init).astype(np.float32)
            return np.where(is_new, _ink(audio, request, cancel), ink_before), audio
        wanted = np.where(is_new, ink_before + request.mask * (_ink(new, request, cancel) - ink_before), ink_before)
        quality = request.recipe.quality
        whole_columns = _fitted(init, request.columns * params.hop)
        audio = repainted(whole_columns, ink_before, wanted, params, quality=quality, cancel=cancel)
        return wanted, audio[:, : request.samples]

    def _sound(
        self,
        request: RenderRequest,
        init: Array | None,
        span: tuple[int, int],
        on_step: OnStep,
        cancel: threading.Event | None,
    ) -> Array:
        """Return new sound for samples ``span`` of a riff: float32 ``[channels, samples]``, within -1 to 1."""
        with slow_imports("riffdesk.diffusion.stable_audio.sampling"):
            import torch

            from riffdesk.diffusion.stable_audio.sampling import sample

        model, rate = self.sound_model, request.params.sample_rate
        samples = span[1] - span[0]
        count = -(-samples * model.rate // rate)
        task = _task(request, samples / rate, -(-count // model.samples_per_latent))
        kept = latents = None
        if init is not None and (request.mask is not None or task.denoising < 1):
            on_step(Step(0, 1000, tr("Reading the sound")))
            sound = resampled(_with_channels(init[:, span[0] : span[1]], model.audio_channels == 2), rate, model.rate)
            latents = model.encode(torch.from_numpy(_fitted(sound, count)), cancel)
            if request.mask is not None:
                kept = torch.from_numpy(_kept_latents(request, span, task.latents, model))
        steps = task.steps

        def on_sampled(step: int) -> None:
            done = round(1000 * _NETWORK * step / steps)
            on_step(
                Step(
                    done,
                    1000,
                    tr("Making sound, step {step} of {steps}", step=step, steps=steps),
                    Working(0, 1, step, steps),
                )
            )

        def on_part(done: int, total: int) -> None:
            on_step(Step(round(1000 * (_NETWORK + (_DECODED - _NETWORK) * done / total)), 1000, tr("Making sound")))

        sampled = sample(model, task, init=latents, kept=kept, on_step=on_sampled, cancel=cancel)
        made = model.decode(sampled, cancel, on_part)[:, :count].clamp(-1, 1).cpu().numpy()
        return _fitted(_with_channels(resampled(made, model.rate, rate), request.params.stereo), samples)


def load(
    entry: ModelEntry,
    *,
    loras: Sequence[tuple[Path, float]] = (),
    words: Sequence[tuple[str, Path]] = (),
    compiled: bool = False,
    on_step: OnStep = ignore_steps,
    cancel: threading.Event | None = None,
) -> SoundGenerator:
    """Load a model; it is never compiled, and textual inversions, which are for other text encoders, are left out.

    Raises
    ------
    UserError
        As `riffdesk.diffusion.stable_audio.loading.load_sound_model` does, and if there are LoRAs.
    """
    if loras:
        raise UserError(tr("{name} takes no LoRAs. Set their weights to 0, or choose another model.", name=entry.name))
    with slow_imports("riffdesk.diffusion.stable_audio.loading"):
        from riffdesk.diffusion.stable_audio.loading import load_sound_model

    return SoundGenerator(load_sound_model(entry, on_step=on_step, cancel=cancel))


def _task(request: RenderRequest, seconds: float, latents: int) -> Task:
    from riffdesk.diffusion.stable_audio.sampling import Task

    keyframe = request.recipe.keyframes[0]
    return Task(
        prompt=_prompt(request),
        negative=_plain(keyframe.negative),
        seed=keyframe.seed,
        seconds=seconds,
        latents=latents,
        steps=request.recipe.steps,
        guidance=keyframe.guidance,
        denoising=1.0 if request.init is None or request.from_noise else keyframe.denoising,
    )


def _prompt(request: RenderRequest) -> str:
    """Return the prompt without its marks, with the tempo and key of the sketch if the riff is in time."""
    recipe = request.recipe
    tempo, key = (recipe.tempo, recipe.key) if recipe.in_time else (0.0, "")
    return with_tempo_and_key(_plain(recipe.keyframes[0].prompt), tempo, key)


def _plain(prompt: str) -> str:
    """Return the words of a prompt; weights have no effect on this model."""
    from riffdesk.diffusion.prompt.syntax import BREAK, parse_prompt

    return readable("".join(" " if text == BREAK else text for text, _ in parse_prompt(prompt))).strip()


def _init_sound(request: RenderRequest, ink: Array, on_step: OnStep, cancel: threading.Event | None) -> Array:
    """Return the sound of the init as long as the riff, with its channels: float32 ``[channels, samples]``."""
    if request.audio is not None:
        return _with_channels(init_sound(request, 0, request.samples), request.params.stereo)
    return _fitted(sound_of(request, ink, on_step, cancel), request.samples)


def _ink(audio: Array, request: RenderRequest, cancel: threading.Event | None) -> Array:
    """Return the ink of a riff: float32 ``[bands, columns]``, or ``[2, bands, columns]`` for stereo."""
    ink = _fitted(analyse(audio, request.params, cancel=cancel), request.columns)
    return ink if request.params.stereo else ink[0]


def _kept_latents(request: RenderRequest, span: tuple[int, int], latents: int, model: SoundModel) -> Array:
    """Return whether all of each latent's sound is kept: bool ``[latents]``."""
    assert request.mask is not None
    hop, rate = request.params.hop, request.params.sample_rate
    is_new = np.any(request.mask > 0, axis=0)
    columns = request.columns
    edges = (np.arange(latents + 1) * model.samples_per_latent * rate / model.rate + span[0]) / hop
    first = np.minimum(edges[:-1].astype(int), columns - 1)
    last = np.minimum(np.ceil(edges[1:]).astype(int), columns)
    return np.array([not is_new[start : max(stop, start + 1)].any() for start, stop in zip(first, last, strict=True)])


def _with_channels(sound: Array, stereo: bool) -> Array:
    """Return sound ``[channels, samples]`` with two channels, or with their mean as one."""
    if stereo == (len(sound) == 2):
        return sound
    return np.repeat(sound, 2, axis=0) if stereo else sound.mean(axis=0, keepdims=True, dtype=np.float32)


def _fitted(values: Array, length: int) -> Array:
    """Return values ``[…, length]``, cut or padded with zeros."""
    missing = max(0, length - values.shape[-1])
    cut = np.ascontiguousarray(values[..., :length], np.float32)
    return np.pad(cut, [(0, 0)] * (values.ndim - 1) + [(0, missing)]) if missing else cut
