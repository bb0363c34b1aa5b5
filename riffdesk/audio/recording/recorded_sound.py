"""The rounds of a recording as sound and ink at their places in the sketch; a function for the engine."""

from __future__ import annotations

import threading
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from riffdesk.arrays import Array
from riffdesk.audio.filing.sound_files import read_audio
from riffdesk.audio.recording.alignment import Piece, Round
from riffdesk.dsp.mel import analyse
from riffdesk.dsp.params import SpectrogramParams
from riffdesk.errors import UserError
from riffdesk.language import tr
from riffdesk.progress import OnStep, ignore_steps


@dataclass(frozen=True)
class RecordedRequest:
    """Read the rounds of a recording.

    Parameters
    ----------
    path : Path
        Its file.
    params : SpectrogramParams
        The sketch's; the sound is resampled to its rate as an imported one.
    rounds : tuple of Round
        None for all of it, from the beginning of the sketch on.
    """

    path: Path
    params: SpectrogramParams
    rounds: tuple[Round, ...]


@dataclass(frozen=True, eq=False)
class RecordedRound:
    """The sound of one round.

    Parameters
    ----------
    first_column : int
        Column of the sketch at which sound and ink begin.
    audio : float32 ``[channels, samples]``
        Bit-identical to what was recorded if the rates are the same; silent before the round begins.
    ink : float32 ``[bands, columns]``, or ``[2, bands, columns]`` in a stereo sketch
    """

    first_column: int
    audio: Array
    ink: Array


def read_rounds(
    request: RecordedRequest, on_step: OnStep = ignore_steps, cancel: threading.Event | None = None
) -> tuple[RecordedRound, ...]:
    """Return the sound and ink of each round.

    Raises
    ------
    UserError
        If the file cannot be read.
    Cancelled
        If ``cancel`` was set.
    """
    if not request.path.exists():
        raise UserError(tr("Nothing was recorded."))
    audio = read_audio(request.path, request.params.sample_rate, on_step=on_step, cancel=cancel)
    rounds = request.rounds or ((Piece(0, audio.shape[1], 0),),)
    return tuple(_round(audio, pieces, request.params, on_step, cancel) for pieces in rounds)


def _round(
    audio: Array, pieces: Round, params: SpectrogramParams, on_step: OnStep, cancel: threading.Event | None
) -> RecordedRound:
    # Two windows of silence before it, so that its ink is that of the sketch from the beginning on.
    first_column = max(0, (pieces[0].position - 2 * params.window) // params.hop)
    origin = first_column * params.hop
    placed = np.zeros((len(audio), pieces[-1].stop - origin), np.float32)
    for piece in pieces:
        begin = max(0, -piece.begin)
        part = audio[:, piece.begin + begin : max(0, piece.begin + piece.samples)]
        start = piece.position - origin + begin
        placed[:, start : start + part.shape[1]] = part
    analysed = placed if params.stereo else placed.mean(axis=0)
    ink = analyse(analysed, params, on_step=on_step, cancel=cancel)
    if params.stereo and len(placed) == 1:
        ink = np.concatenate((ink, ink))
    return RecordedRound(first_column, placed, ink)
