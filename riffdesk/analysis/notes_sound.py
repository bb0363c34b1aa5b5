"""The sound of a MIDI file in the library: its notes are drawn as ink, which gets phases as a draft."""

from __future__ import annotations

import threading
from dataclasses import dataclass, replace
from pathlib import Path

from riffdesk.arrays import Array
from riffdesk.compose.guide import guide_of
from riffdesk.compose.score_text import score_of_text
from riffdesk.devices import sound_device
from riffdesk.dsp.loudness import gain_to_loudness
from riffdesk.dsp.mix import below_clipping
from riffdesk.dsp.params import SpectrogramParams
from riffdesk.engine.riff.score.score_files import read_score
from riffdesk.progress import OnStep, ignore_steps

MAX_SECONDS = 60.0
"""Maximum length; only the beginning of longer notes is played."""


@dataclass(frozen=True)
class NotesSoundRequest:
    """Hear the notes of a MIDI file.

    Parameters
    ----------
    path : Path
    params : SpectrogramParams
        The sketch's.
    level : float
        Loudness in LUFS; quieter if the peak would clip.
    factor : float
        Duration relative to that at the file's own tempo.
    """

    path: Path
    params: SpectrogramParams
    level: float
    factor: float = 1.0


def notes_sound(
    request: NotesSoundRequest, on_step: OnStep = ignore_steps, cancel: threading.Event | None = None
) -> Array:
    """Return the sound of a MIDI file: float32 ``[1, samples]``, each note as its instrument is drawn.

    Raises
    ------
    UserError
        If the file cannot be read.
    Cancelled
        If ``cancel`` was set.
    """
    from riffdesk.dsp.phase.reconstruction import reconstruct  # imports torch, which the window does without

    params, given = request.params.mono(), read_score(request.path)
    score = score_of_text(given.text)
    score = replace(score, tempo=score.tempo / request.factor)
    seconds = min(given.seconds * request.factor, MAX_SECONDS)
    ink = guide_of(score, max(1, round(seconds * params.columns_per_second)), params)
    audio = reconstruct(ink[None], params, quality="draft", device=sound_device(), on_step=on_step, cancel=cancel)
    return below_clipping(audio * gain_to_loudness(audio, params.sample_rate, request.level))[0]
