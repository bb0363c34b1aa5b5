"""Scores that are read from MIDI files for the window, and those of riffs that are written as such."""

from __future__ import annotations

import threading
from dataclasses import dataclass
from pathlib import Path

from riffdesk.compose.midi.score_midi import read_midi, write_midi
from riffdesk.compose.score_text import score_of_text, text_of
from riffdesk.engine.riff.score.riff_score import score_for_file
from riffdesk.errors import readable
from riffdesk.progress import OnStep, ignore_steps
from riffdesk.sketch.recipe.recipe import Recipe

SCORES = (".mid", ".midi")
"""Suffixes of files with notes."""


@dataclass(frozen=True)
class GivenScore:
    """The notes of a file.

    Parameters
    ----------
    name : str
        Of the file.
    text : str
        As `riffdesk.compose.score_text` writes them.
    tempo : float
        Beats per minute.
    beats_per_bar, bars : int
    key : str
        As in `riffdesk.sketch.music.key`.
    notices : tuple of str
        A sentence for each kind of content of the file that is left out.
    """

    name: str
    text: str
    tempo: float
    beats_per_bar: int
    bars: int
    key: str
    notices: tuple[str, ...]

    @property
    def seconds(self) -> float:
        """Length at its own tempo."""
        return self.bars * self.beats_per_bar * 60 / self.tempo


@dataclass(frozen=True)
class WriteScoreRequest:
    """Write notes to a MIDI file: those of a layer, as `Layer.notes`, or those that its recipe was played from."""

    path: Path
    recipe: Recipe | None
    notes: str = ""


def read_score(path: Path, on_step: OnStep = ignore_steps, cancel: threading.Event | None = None) -> GivenScore:
    """Return the notes of a MIDI file; errors as in `riffdesk.compose.midi.score_midi.read_midi`."""
    imported = read_midi(path)
    score = imported.score
    name = readable(path.name)
    key = score.key.name
    return GivenScore(name, text_of(score), score.tempo, score.beats_per_bar, score.bars, key, imported.notices)


def write_score(
    request: WriteScoreRequest, on_step: OnStep = ignore_steps, cancel: threading.Event | None = None
) -> None:
    """Write a MIDI file; a UserError if it cannot be written, or as `score_for_file` raises it."""
    if request.notes:
        write_midi(request.path, score_of_text(request.notes))
    elif request.recipe is not None:
        write_midi(request.path, score_for_file(request.recipe))
