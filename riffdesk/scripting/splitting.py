"""Splitting a sound file into its percussive, bass and harmonic share."""

from __future__ import annotations

import logging
import threading
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from riffdesk.arrays import Array
from riffdesk.audio.filing.sample_formats import Subtype
from riffdesk.audio.filing.sound_files import ImportRequest, import_audio, write_together
from riffdesk.dsp.params import SpectrogramParams
from riffdesk.dsp.separation import SHARES
from riffdesk.engine.layer_split import split_audio
from riffdesk.files import path_beside
from riffdesk.progress import OnStep, ignore_steps

_log = logging.getLogger(__name__)


@dataclass(frozen=True, eq=False)
class SplitSound:
    """The shares of a sound.

    Parameters
    ----------
    shares : dict
        float32 ``[channels, samples]`` of each of 'percussive', 'bass' and 'harmonic'; they sum to the sound.
    sample_rate : int
        In Hz.
    """

    shares: Mapping[str, Array]
    sample_rate: int

    def save(self, path: str | Path, *, subtype: Subtype = "PCM_24", on_step: OnStep = ignore_steps) -> float:
        """Write each share to a file of `share_paths`; existing files are replaced.

        Returns
        -------
        float
            Gain of all files in dB: 0, or less if a share would have clipped.

        Raises
        ------
        UserError
            If a file cannot be written.
        """
        sounds = dict(zip(share_paths(Path(path)), self.shares.values(), strict=True))
        return write_together(sounds, self.sample_rate, subtype=subtype, on_step=on_step)


def split(sound: str | Path, *, on_step: OnStep = ignore_steps, cancel: threading.Event | None = None) -> SplitSound:
    """Split a sound file into percussive, bass and harmonic sounds, which sum to it.

    They sum to a file of 16 or 24 bit at 44.1 kHz bit for bit, and to others to the 24th bit.

    Parameters
    ----------
    sound : str or Path
        WAV, FLAC, OGG or MP3.

    Raises
    ------
    UserError
        If the file cannot be read.
    Cancelled
        If ``cancel`` was set.

    Examples
    --------
    >>> split("loop.wav").save("loop.wav")  # doctest: +SKIP
    0.0
    """
    params = SpectrogramParams()
    imported = import_audio(ImportRequest(Path(sound), params), on_step, cancel)
    for note in imported.notes:
        _log.warning("%s", note)
    shares = split_audio(imported.audio, params, on_step=on_step, cancel=cancel)
    return SplitSound(dict(zip(SHARES, shares, strict=True)), params.sample_rate)


def share_paths(path: Path) -> list[Path]:
    """Return the file of each share: ``loop percussive.wav`` and so on for ``loop.wav``."""
    return [path_beside(path, name) for name in SHARES]
