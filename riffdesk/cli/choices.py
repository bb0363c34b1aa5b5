"""Choices of the command line's options, and options for decimal numbers."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import Annotated, Any, Literal

import typer

from riffdesk.values import decimal


class Subtype(StrEnum):
    """Sample types of sound files."""

    pcm16 = "pcm16"
    pcm24 = "pcm24"
    float = "float"

    @property
    def code(self) -> Literal["PCM_16", "PCM_24", "FLOAT"]:
        """Its name in libsndfile."""
        codes: dict[str, Literal["PCM_16", "PCM_24", "FLOAT"]]
        codes = {"pcm16": "PCM_16", "pcm24": "PCM_24", "float": "FLOAT"}
        return codes[self.value]


class SoundQuality(StrEnum):
    """See `riffdesk.dsp.phase.reconstruct`."""

    draft = "draft"
    good = "good"
    best = "best"
    reference = "reference"


class FinalQuality(StrEnum):
    """Qualities of exports, without drafts."""

    good = "good"
    best = "best"
    reference = "reference"


class Format(StrEnum):
    """Formats of sound files."""

    wav = "wav"
    flac = "flac"


class RiffFormat(StrEnum):
    """Formats of riffs: sound files, or spectrogram images."""

    wav = "wav"
    flac = "flac"
    png = "png"


class PartKind(StrEnum):
    """See `riffdesk.compose.accompaniment.added_part.KINDS`."""

    bass = "bass"
    drums = "drums"
    chords = "chords"
    melody = "melody"
    counter_melody = "counter-melody"


class Curve(StrEnum):
    """See `riffdesk.sketch.recipe.timeline.CURVES`."""

    linear = "linear"
    smooth = "smooth"
    hold = "hold"


def decimal_option(*names: str, low: float | None = None, high: float | None = None, **settings: Any) -> Any:
    """Return an option for a number with a decimal point or a comma, as the fields of the window take it.

    Parameters
    ----------
    *names : str
        Its names, if they are not those of the parameter.
    low, high : float, optional
        Smallest and largest number, which are added to the help.
    **settings
        Further ones of ``typer.Option``.
    """

    def number(text: str | float) -> float:
        try:
            value = decimal(str(text))
        except ValueError:
            raise typer.BadParameter(f"'{text}' is no number, such as 7.5 or 7,5.") from None
        if (low is not None and not value >= low) or (high is not None and not value <= high):
            raise typer.BadParameter(f"'{text}' is not between {low:g} and {high:g}.")
        return value

    if low is not None:
        settings["help"] += f" From {low:g} to {high:g}."
    return typer.Option(*names, parser=number, **{"metavar": "NUMBER", **settings})


def path_argument(**settings: Any) -> Any:
    """Return an argument for a path, with the settings of ``typer.Argument``; an empty one is refused."""
    return typer.Argument(parser=_path, **settings)


def path_option(*names: str, **settings: Any) -> Any:
    """Return an option for a path, with the settings of ``typer.Option``; an empty one is refused."""
    return typer.Option(*names, parser=_path, **{"metavar": "PATH", **settings})


def _path(text: str) -> Path:
    if not text:  # which Python takes for the current folder
        raise typer.BadParameter("The path is empty. Name a file or a folder.")
    return Path(text)


SubtypeOption = Annotated[Subtype, typer.Option(help="Samples: 16 or 24 bit, or 32-bit float (WAV only).")]
ForceOption = Annotated[bool, typer.Option("--force", help="Replace OUT if it exists.")]


def model_names(incomplete: str) -> list[str]:
    """Return the names of models that begin so, for completion in the shell."""
    from riffdesk.models.registry import models

    return [model.name for model in models() if model.name.startswith(incomplete)]
