"""riffdesk from a script: ``from riffdesk import render``. The command line asks for riffs through here too."""

from __future__ import annotations

import threading
from collections.abc import Sequence
from dataclasses import dataclass, fields
from pathlib import Path
from typing import TypedDict, Unpack

from riffdesk.audio.files import ImportRequest, import_audio, write_audio
from riffdesk.audio.samples import Subtype
from riffdesk.diffusion.registry import BUILT_IN, describe, find_model
from riffdesk.diffusion.schedulers import DEFAULT_SCHEDULER
from riffdesk.dsp.mix import below_clipping
from riffdesk.dsp.params import SpectrogramParams
from riffdesk.dsp.phase import Quality
from riffdesk.engine import render as engine
from riffdesk.engine.request import RenderRequest, RenderResult
from riffdesk.engine.seeds import seed_images
from riffdesk.errors import UserError
from riffdesk.progress import OnStep, ignore_steps
from riffdesk.sketch.mixer import mixed_ink
from riffdesk.sketch.recipe import Recipe
from riffdesk.sketch.state import Array
from riffdesk.sketch.timeline import Keyframe
from riffdesk.store.image_file import IMAGES, ImageRequest, WriteImageRequest, read_image, write_image
from riffdesk.store.mask_file import read_mask
from riffdesk.store.project import PROJECT, OpenRequest, load_project


@dataclass(frozen=True, eq=False)
class Riff(RenderResult):
    """A riff that can be saved.

    Its ``audio`` is float32 ``[channels, samples]`` at ``params.sample_rate``, its ``ink`` float32
    ``[bands, columns]``, and its ``recipe`` says what made it.
    """

    def save(self, path: str | Path, *, subtype: Subtype = "PCM_24", on_step: OnStep = ignore_steps) -> float:
        """Write the riff as sound or as a spectrogram image, with its recipe in it, replacing what is there.

        Parameters
        ----------
        path : str or Path
            Ends in .wav, .flac or .png.
        subtype : str
            Of sound: ``PCM_16``, ``PCM_24`` or, in WAV only, ``FLOAT``.

        Returns
        -------
        float
            Gain in dB: 0, or less where whole-number samples would have clipped.

        Raises
        ------
        UserError
            If it cannot be written, or not as that.
        """
        path = Path(path)
        if path.suffix.lower() == ".png":
            write_image(WriteImageRequest(path, self.ink, self.params, self.recipe), on_step)
            return 0.0
        audio, gain_db = (self.audio, 0.0) if subtype == "FLOAT" else below_clipping(self.audio)
        write_audio(path, audio, self.params.sample_rate, subtype=subtype, recipe=self.recipe, on_step=on_step)
        return gain_db

    @classmethod
    def of(cls, result: RenderResult) -> Riff:
        """Return what the engine has made."""
        return cls(**{field.name: getattr(result, field.name) for field in fields(RenderResult)})


class Options(TypedDict, total=False):
    """What `render` can be told beside the prompt."""

    negative: str
    seed: int
    seconds: float | None
    steps: int | None
    guidance: float | None
    denoising: float
    scheduler: str
    model: str
    loras: Sequence[tuple[str, float]]
    init: str | Path | None
    mask: str | Path | None
    loop: bool
    quality: Quality


def render(
    prompt: str,
    *,
    on_step: OnStep = ignore_steps,
    cancel: threading.Event | None = None,
    **options: Unpack[Options],
) -> Riff:
    """Make a riff. The same arguments give the same samples, bit for bit, on the same machine.

    Parameters
    ----------
    prompt : str
        What to make.
    on_step, cancel
        Progress, and a way to stop.
    negative : str
        What to keep away from.
    seed : int
        0 to 2**31 - 1; 42 by default.
    seconds : float, optional
        Length, up to 10 minutes; by default that of the init, or else of one window of the model.
    steps, guidance : optional
        What the model does well with, if they are not given.
    denoising : float
        With an init: 0 keeps it as it is, 1 makes all of it anew; 0.75 by default.
    scheduler, model : str
        Their names.
    loras : sequence of (name, weight)
        Added to the model.
    init : str or Path, optional
        A sound, a spectrogram image or a .riff project to start from, or the name of a seed image
        (see `riffdesk.engine.seeds.seed_images`).
    mask : str or Path, optional
        A picture as large as the init's spectrogram: white is made anew, black is kept.
    loop : bool
        Whether the end flows into the beginning.
    quality : str
        Of the sound, see `riffdesk.dsp.phase.reconstruct`.

    Raises
    ------
    UserError
        In one sentence, whatever is wrong.
    Cancelled
        If ``cancel`` was set.
    """
    return Riff.of(engine.render(request_of(prompt, on_step, cancel, **options), on_step, cancel))


def request_of(
    prompt: str,
    on_step: OnStep = ignore_steps,
    cancel: threading.Event | None = None,
    *,
    negative: str = "",
    seed: int = 42,
    seconds: float | None = None,
    steps: int | None = None,
    guidance: float | None = None,
    denoising: float = 0.75,
    scheduler: str = DEFAULT_SCHEDULER,
    model: str = BUILT_IN,
    loras: Sequence[tuple[str, float]] = (),
    init: str | Path | None = None,
    mask: str | Path | None = None,
    loop: bool = False,
    quality: Quality = "good",
) -> RenderRequest:
    """Return what the arguments of `render` ask the engine for, with the files read and the gaps filled."""
    facts = describe(find_model(model))
    if facts.params is None:
        raise UserError(f"{model} is a LoRA and no model of its own. Choose a model, and add it to that.")
    start = _Start(facts.params, facts.seconds) if init is None else _start(init, facts.params, on_step, cancel)
    keyframe = Keyframe(
        prompt=prompt,
        negative=negative,
        seed=seed,
        denoising=denoising,
        guidance=facts.suggestion.guidance if guidance is None else guidance,
    )
    recipe = Recipe(
        model=model,
        keyframes=(keyframe,),
        seconds=start.seconds if seconds is None else seconds,
        steps=facts.suggestion.steps if steps is None else steps,
        scheduler=scheduler,
        circular=loop,
        init=start.name,
        mask="" if mask is None else Path(mask).name,
        loras=tuple(loras),
        quality=quality,
    )
    painted = None if mask is None else read_mask(Path(mask))
    return RenderRequest(recipe, start.params, start.ink, painted, start.audio)


@dataclass(frozen=True, eq=False)
class _Start:
    """What a riff starts from, and what follows from it."""

    params: SpectrogramParams
    seconds: float
    name: str = ""
    ink: Array | None = None
    audio: Array | None = None


def _start(init: str | Path, params: SpectrogramParams, on_step: OnStep, cancel: threading.Event | None) -> _Start:
    """Return the ink, and the sound if there is one, of a seed image or a file."""
    path, seeds = Path(init), seed_images()
    name = path.name
    if str(init) in seeds and not path.exists():
        path = seeds[str(init)]
    if not path.exists():
        raise UserError(f"There is no file {init}, and no seed image of that name. Seed images: {', '.join(seeds)}.")
    suffix = path.suffix.lower()
    if suffix == PROJECT:
        state = load_project(OpenRequest(path), on_step, cancel).state
        return _Start(state.params, state.samples / state.params.sample_rate, name, mixed_ink(state))
    if suffix in IMAGES:
        image = read_image(ImageRequest(path, params), on_step, cancel)
        seconds = image.ink.shape[-1] / image.params.columns_per_second
        return _Start(image.params, seconds, name, image.ink)
    sound = import_audio(ImportRequest(path, params), on_step, cancel)
    return _Start(params, sound.audio.shape[-1] / params.sample_rate, name, sound.ink, sound.audio)
