"""The options that all commands for riffs have in common."""

from __future__ import annotations

import functools
import inspect
from collections.abc import Callable
from dataclasses import dataclass, fields
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, cast, get_type_hints

import typer

from riffdesk.cli.choices import SoundQuality, decimal_option, model_names, path_option
from riffdesk.diffusion.schedulers import DEFAULT_SCHEDULER, SCHEDULERS, scheduler_called
from riffdesk.errors import UserError
from riffdesk.models.files.lora_weights import name_and_weight
from riffdesk.sketch.music.key import key_of
from riffdesk.sketch.music.tempo import MAX_BEATS, MAX_TEMPO, MIN_TEMPO
from riffdesk.sketch.recipe.recipe import MAX_STEPS
from riffdesk.sketch.recipe.timeline import DEFAULT_DENOISING, MAX_GUIDANCE

if TYPE_CHECKING:
    from riffdesk.scripting.api import Options


def checked_seconds(value: float | None) -> float | None:
    """Check that a length is above 0."""
    if value is not None and not value > 0:
        raise typer.BadParameter("a riff is longer than 0 seconds.")
    return value


def _checked_scheduler(value: str | None) -> str | None:
    try:
        return value and scheduler_called(value)
    except UserError as error:
        raise typer.BadParameter(str(error)) from error


def checked_key(value: str | None) -> str | None:
    """Return the usual name of a key; invalid ones are an error of the command line."""
    try:
        return value and key_of(value)
    except UserError as error:
        raise typer.BadParameter(str(error)) from error


def checked_chords(value: str | None) -> str | None:
    """Check chords; invalid ones are an error of the command line."""
    if not value:
        return value
    from riffdesk.compose.chords import chords_of

    try:
        chords_of(value)
    except UserError as error:
        raise typer.BadParameter(str(error)) from error
    return value


def _checked_loras(values: list[str] | None) -> list[str] | None:
    for value in values or ():
        _lora(value)
    return values


def _lora(value: str) -> tuple[str, float]:
    """Return name and weight of ``NAME:WEIGHT``; of ``NAME`` alone the weight is 1."""
    try:
        return name_and_weight(value)
    except ValueError as error:
        name, _, weight = value.rpartition(":")
        raise typer.BadParameter(f"'{weight}' is no weight: write NAME:WEIGHT, such as {name}:0.8.") from error


@dataclass(frozen=True, kw_only=True)
class RiffOptions:
    """Values of the options, one field for each; None if it is not set. See `riffdesk.scripting.api.render`."""

    negative: Annotated[str | None, typer.Option(metavar="PROMPT", help="Words to avoid.", show_default=False)] = None
    seconds: Annotated[
        float | None,
        decimal_option(
            callback=checked_seconds, help="Length; by default that of the init, or of the model's images (about 5)."
        ),
    ] = None
    bars: Annotated[
        int | None,
        typer.Option(min=1, help="Length in bars instead, at --bpm and --beats; with --loop, a loop of them."),
    ] = None
    bpm: Annotated[
        float | None,
        decimal_option(
            low=MIN_TEMPO, high=MAX_TEMPO, help="Tempo, also of --bars; by default that of the prompt, or else 120."
        ),
    ] = None
    beats: Annotated[int | None, typer.Option(min=1, max=MAX_BEATS, help="Beats in each bar.", show_default="4")] = None
    key: Annotated[
        str | None, typer.Option(callback=checked_key, metavar="KEY", help="Key, such as 'C minor', F# or Bbm.")
    ] = None
    chords: Annotated[
        str | None,
        typer.Option(
            callback=checked_chords, metavar="CHORDS", help="Chords, such as 'Cm | Ab | Eb Bb', bar by bar, to play on."
        ),
    ] = None
    score: Annotated[
        Path | None,
        path_option(
            metavar="FILE",
            help="Play a MIDI file, at its tempo (or --bpm) and length; or the notes of a drawing or of a "
            "hummed line: an image or a sound.",
        ),
    ] = None
    fast: Annotated[
        bool,
        typer.Option(
            "--fast",
            help="Few steps: 4, with a LoRA for that (LCM, TCD) on Riffusion's models and others of Stable Diffusion "
            "1.x; 8 with the starter.",
        ),
    ] = False
    steps: Annotated[
        int | None, typer.Option(min=1, max=MAX_STEPS, help="Denoising steps; by default what suits the model.")
    ] = None
    guidance: Annotated[
        float | None,
        decimal_option(
            low=0, high=MAX_GUIDANCE, help="How strictly to follow the prompt; by default what suits the model."
        ),
    ] = None
    denoising: Annotated[
        float | None,
        decimal_option(
            low=0,
            high=1,
            help="With --init: 0 keeps it unchanged, 1 replaces all of it.",
            show_default=f"{DEFAULT_DENOISING:g}",
        ),
    ] = None
    scheduler: Annotated[
        str | None,
        typer.Option(
            callback=_checked_scheduler,
            metavar="NAME",
            help=f"One of: {', '.join(SCHEDULERS)}.",
            show_default=DEFAULT_SCHEDULER,
        ),
    ] = None
    model: Annotated[
        str | None,
        typer.Option(
            metavar="NAME",
            help="A model; `riffdesk models list` shows them.",
            show_default="starter",
            autocompletion=model_names,
        ),
    ] = None
    loras: Annotated[
        list[str] | None,
        typer.Option(
            "--lora", callback=_checked_loras, metavar="NAME:WEIGHT", help="Add a LoRA; can be given repeatedly."
        ),
    ] = None
    init: Annotated[
        str | None,
        typer.Option(
            metavar="FILE|NAME",
            help="Start from a sound, a spectrogram image, a .riff project, or a seed image: arpeggio, bossa, "
            "breakbeat, drone, four-on-the-floor, shuffle. Or from 'guide', a picture of notes composed of the prompt, "
            "as Riffusion's own models do by default; or from 'none', words alone.",
        ),
    ] = None
    mask: Annotated[
        Path | None,
        path_option(
            metavar="PICTURE", help="With --init: white is regenerated, black is kept. It is resampled to the riff."
        ),
    ] = None
    loop: Annotated[
        bool, typer.Option("--loop", help="Let the end flow into the beginning; the file has loop points.")
    ] = False
    clips: Annotated[
        bool,
        typer.Option("--clips", help="Make a series of clips as Riffusion's app does, instead of one continuous riff."),
    ] = False
    quality: Annotated[
        SoundQuality | None,
        typer.Option(help="Closeness of the sound to the image; better takes longer.", show_default="good"),
    ] = None

    def values(self, **others: Any) -> Options:
        """Return the values, with further ones of a command, as options of `riffdesk.scripting.api`."""
        values = others | {field.name: getattr(self, field.name) for field in fields(self)}
        values["loras"] = [_lora(lora) for lora in self.loras] if self.loras else None
        values["quality"] = self.quality and self.quality.value
        # Without a flag, the value of the recipe in an init is used.
        values |= {name: values[name] or None for name in ("fast", "loop", "clips")}
        return cast("Options", values)


def with_riff_options(command: Callable[..., None]) -> Callable[..., None]:
    """Add an option for each field of `RiffOptions` to a command, in place of its parameter ``options``.

    Typer reads the options of a command from its signature, which is changed here.
    """
    hints = get_type_hints(RiffOptions, include_extras=True)
    parameters: list[inspect.Parameter] = []
    for parameter in inspect.signature(command, eval_str=True).parameters.values():
        if parameter.name != "options":
            parameters.append(parameter.replace(kind=inspect.Parameter.KEYWORD_ONLY))
            continue
        for field in fields(RiffOptions):
            parameters.append(
                parameter.replace(
                    name=field.name,
                    kind=inspect.Parameter.KEYWORD_ONLY,
                    default=field.default,
                    annotation=hints[field.name],
                )
            )

    @functools.wraps(command)
    def spread(**arguments: Any) -> None:
        options = RiffOptions(**{field.name: arguments.pop(field.name) for field in fields(RiffOptions)})
        command(**arguments, options=options)

    spread.__signature__ = inspect.Signature(parameters)  # type: ignore[attr-defined]
    spread.__annotations__ = {parameter.name: parameter.annotation for parameter in parameters}
    return spread
