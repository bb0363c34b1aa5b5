"""What the command line lets one choose from."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated, Literal

import typer


class Subtype(StrEnum):
    """How samples are stored in a file."""

    pcm16 = "pcm16"
    pcm24 = "pcm24"
    float = "float"

    @property
    def code(self) -> Literal["PCM_16", "PCM_24", "FLOAT"]:
        """What libsndfile calls it."""
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
    """What may be exported: no drafts."""

    good = "good"
    best = "best"
    reference = "reference"


class Format(StrEnum):
    """What kind of sound file to write."""

    wav = "wav"
    flac = "flac"


class RiffFormat(StrEnum):
    """What riffs are written as: sound, or spectrogram images."""

    wav = "wav"
    flac = "flac"
    png = "png"


class Curve(StrEnum):
    """See `riffdesk.sketch.recipe.timeline.CURVES`."""

    linear = "linear"
    smooth = "smooth"
    hold = "hold"


SubtypeOption = Annotated[Subtype, typer.Option(help="Samples: 16 or 24 bit, or 32-bit float (WAV only).")]
ForceOption = Annotated[bool, typer.Option("--force", help="Replace OUT if it is already there.")]
