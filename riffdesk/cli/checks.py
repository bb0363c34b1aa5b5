"""What several commands check before they begin, and the level of what they write."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import typer

from riffdesk.cli.choices import Subtype
from riffdesk.cli.terminal import say
from riffdesk.errors import UserError

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from riffdesk.dsp.params import SpectrogramParams

NO_FLOAT_FLAC = "FLAC holds no float samples: use --subtype pcm24, or WAV."
_JUST_BELOW_FULL_SCALE = 0.9999  # room for dither at 16 bit


def spectrogram_params(**settings: Any) -> SpectrogramParams:
    """Return spectrogram settings; ones that make no sense are a mistake on the command line."""
    from riffdesk.dsp.params import SpectrogramParams

    try:
        return SpectrogramParams(**settings)
    except UserError as error:
        raise typer.BadParameter(str(error)) from error


def check_sound_name(out: Path, subtype: Subtype) -> None:
    """Refuse a name or a kind of sample that no sound file has, as a mistake on the command line."""
    if out.suffix.lower() not in (".wav", ".flac"):
        raise typer.BadParameter(f"'{out}' is no name for a sound: it must end in .wav or .flac.")
    if out.suffix.lower() == ".flac" and subtype is Subtype.float:
        raise typer.BadParameter(NO_FLOAT_FLAC)


def keep_existing(out: Path, force: bool) -> None:
    """Refuse to replace a file that is already there, unless that is wanted."""
    if out.exists() and not force:
        raise UserError(f"{out} is already there. Add --force to replace it, or choose another name.")


def below_clipping(audio: NDArray[np.float32]) -> NDArray[np.float32]:
    """Return the sound with its true peak at 0 dBTP at most, saying so if it was turned down."""
    from riffdesk.dsp.mix import db_of, true_peak

    peak = true_peak(audio)
    if peak <= 1:
        return audio
    say(f"Turned down by {db_of(peak):.1f} dB, so that nothing clips; --subtype float keeps the level.")
    return audio * audio.dtype.type(_JUST_BELOW_FULL_SCALE / peak)
