"""Evaluation of drums: how many strokes of a score are recognised in real renders and in generated clips.

All sets are clips of drums alone, of the same held-out scores. A stroke of kick, snare or hat is recognised if the drum
transcriber finds one of its piece within 30 ms; each is matched once.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import numpy as np

from riffdesk.arrays import Array
from riffdesk.progress import OnStep, Step, ignore_steps
from riffdesk.training.clips.clip_rendering import CLIP_SECONDS, image_of_audio, inside_image
from riffdesk.training.clips.shards import HELD_OUT_START
from riffdesk.training.config import GUIDANCE, STEPS, TrainingConfig
from riffdesk.training.evaluation.drum_transcriber import (
    PIECES,
    DrumTranscriber,
    drum_clips,
    strokes_of,
    trained_drum_transcriber,
)
from riffdesk.training.evaluation.note_evaluation import (
    NoteCount,
    NoteRow,
    ScoredClip,
    count_notes,
    played_by,
    sounds_of,
)
from riffdesk.training.evaluation.transcriber import Heard
from riffdesk.training.networks.sampling import load_components

_ONSET_TOLERANCE = 0.03  # seconds
_SEED = 23_000


def evaluate_drums(
    config: TrainingConfig,
    models: Sequence[Path],
    *,
    clips: int = 104,
    guidance: float = GUIDANCE,
    steps: int = STEPS,
    guide_notes: bool = False,
    on_step: OnStep = ignore_steps,
) -> list[NoteRow]:
    """Return the counts of strokes in real renders and in clips that models play from the same scores.

    Parameters are those of `riffdesk.training.evaluation.note_evaluation.evaluate_notes`; the models get the scores.
    Each row has one count for each clip and piece, and the kinds are the names of the pieces.
    """
    transcriber = trained_drum_transcriber(config, on_step)
    real_clips = drum_clips(config, clips, HELD_OUT_START)
    images = np.stack([image_of_audio(clip.audio) for clip in real_clips])
    rows = [_counted("real renders", real_clips, [inside_image(clip.audio) for clip in real_clips], transcriber)]
    rows.append(_counted("real, through image and sound engine", real_clips, sounds_of(images), transcriber))
    on_step(Step(1, 1 + len(models), "Measured real renders"))
    for number, folder in enumerate(models, 2):
        parts = load_components(folder)
        sounds = played_by(parts, real_clips, seed=_SEED, guidance=guidance, steps=steps, guide_notes=guide_notes)
        rows.append(_counted(f"{folder.name}, given the score", real_clips, sounds, transcriber))
        on_step(Step(number, 1 + len(models), f"Measured {folder.name}"))
    return rows


def _counted(name: str, clips: Sequence[ScoredClip], sounds: Sequence[Array], transcriber: DrumTranscriber) -> NoteRow:
    counts: list[NoteCount] = []
    for clip, sound in zip(clips, sounds, strict=True):
        expected, heard = strokes_of(clip.score, clip.begin), transcriber.hear(sound.reshape(-1))
        for piece in PIECES:
            of_piece = [note for note in expected if note.pitch == piece]
            found = Heard(tuple(note for note in heard if note.pitch == piece), 0, 0)
            counts.append(count_notes(of_piece, found, CLIP_SECONDS, tolerance=_ONSET_TOLERANCE))
    return NoteRow(name, counts, [piece.name.lower().replace("_", " ") for _ in clips for piece in PIECES])
