"""Checks before commands run, and messages on the level of written sound."""

from __future__ import annotations

import errno
import math
import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import typer

from riffdesk.cli.choices import Subtype
from riffdesk.cli.terminal import say
from riffdesk.errors import UserError, reason

if TYPE_CHECKING:
    from riffdesk.audio.filing.export.export import ExportReport
    from riffdesk.dsp.params import SpectrogramParams

NO_FLOAT_FLAC = "FLAC holds no float samples: use --subtype pcm24, or WAV."


def spectrogram_params(**settings: Any) -> SpectrogramParams:
    """Return spectrogram parameters; invalid ones are an error of the command line."""
    from riffdesk.dsp.params import SpectrogramParams

    try:
        return SpectrogramParams(**settings)
    except UserError as error:
        raise typer.BadParameter(str(error)) from error


def check_sound_name(out: Path, subtype: Subtype) -> None:
    """Check the suffix and the sample type of a sound file; errors are those of the command line."""
    if out.suffix.lower() not in (".wav", ".flac"):
        raise typer.BadParameter(f"'{out}' is no name for a sound: it must end in .wav or .flac.")
    if out.suffix.lower() == ".flac" and subtype is Subtype.float:
        raise typer.BadParameter(NO_FLOAT_FLAC)


def keep_existing(out: Path, force: bool) -> None:
    """Raise UserError if a file exists, unless ``force`` is set."""
    if os.path.exists(out) and not force:  # False of a path that is too long, which cannot be written to
        raise UserError(f"{out} already exists. Add --force to replace it, or choose another name.")


def check_folder(out: Path) -> None:
    """Raise UserError if the folder of a file does not exist, or nothing of that name can be written into it."""
    if not os.path.isdir(out.parent):
        raise UserError(f"There is no folder {out.parent} to write {out.name} to. Make it, or choose another one.")
    if not os.access(out.parent, os.W_OK | os.X_OK):
        raise UserError(f"The folder of {out} cannot be written to. Make it writable, or choose another one.")
    try:
        os.lstat(out)
    except OSError as error:
        if error.errno == errno.ENAMETOOLONG:
            raise UserError(f"Could not write {out.name}: {reason(error)}.") from error


def say_reduced(gain_db: float) -> None:
    """Print the reduction of a sound's level, if there is one."""
    if gain_db < 0:
        say(f"Turned down by {-gain_db:.1f} dB, so that nothing clips; --subtype float keeps the level.")


def say_levels(report: ExportReport) -> None:
    """Print the loudness and the peak of an exported mix, if stderr is a terminal."""
    if sys.stderr.isatty():
        if math.isinf(report.true_peak_db):
            say("It is silent.")
        else:
            loudness = "below -70 LUFS" if math.isinf(report.loudness) else f"{report.loudness:.1f} LUFS"
            say(f"The mix has {loudness}; the highest peak is {report.true_peak_db:+.1f} dBTP.")
