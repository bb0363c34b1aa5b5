"""Strokes are counted by their pieces, and a transcriber that was trained a little finds them in time."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from numpy.typing import NDArray

from riffdesk.compose.score import DrumPiece, Note
from riffdesk.training.clips.synths import play_808
from riffdesk.training.evaluation import drum_transcriber
from riffdesk.training.evaluation.drum_transcriber import (
    PIECES,
    DrumTranscriber,
    drum_clips,
    strokes_of,
    trained_drum_transcriber,
)
from riffdesk.training.evaluation.note_evaluation import ScoredClip, count_notes, f1
from riffdesk.training.evaluation.transcriber import Heard
from tests.training.specs import tiny_config


class Kit:
    """A soundfont of one kit, riffdesk's own."""

    def render(self, tracks: list[Any], samples: int, timbres: object) -> NDArray[np.float32]:
        sounds = [play_808(events, samples, np.random.default_rng(5)) for _, _, _, events in tracks]
        return 0.4 * np.sum(sounds, axis=0, dtype=np.float32)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """Return a folder for one transcriber, which is trained a little."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(drum_transcriber, "open_fonts", lambda _: [Kit()])
        patch.setattr(drum_transcriber, "_CLIPS", 16)
        patch.setattr(drum_transcriber, "_STEPS", 120)
        patch.setattr(drum_transcriber, "_BATCH", 4)
        yield tmp_path_factory.mktemp("drums")


@pytest.fixture(scope="module")
def clips(folder: Path) -> list[ScoredClip]:
    return drum_clips(tiny_config(folder), 4, 10_000)


@pytest.fixture(scope="module")
def transcriber(folder: Path) -> DrumTranscriber:
    return trained_drum_transcriber(tiny_config(folder))


def test_pieces_of_one_kind_count_as_one_and_others_not_at_all(clips: list[ScoredClip]) -> None:
    clip = clips[0]
    notes = tuple(
        Note(beat, 0.25, piece, 100)
        for beat, piece in (
            (0, DrumPiece.KICK), (1, DrumPiece.CLAP), (1, DrumPiece.SNARE), (2, DrumPiece.OPEN_HAT),
            (3, DrumPiece.CRASH), (3, DrumPiece.LOW_TOM),
        )
    )  # fmt: skip
    score = replace(clip.score, tempo=120, parts=(replace(clip.score.parts[0], notes=notes),))
    strokes = strokes_of(score, 0.25)
    assert [(stroke.start, stroke.pitch) for stroke in strokes] == [
        (-0.25, PIECES[0]), (0.25, PIECES[1]), (0.75, PIECES[2]),
    ]  # fmt: skip


def test_strokes_are_found_where_they_are_and_silence_has_none(
    clips: list[ScoredClip], transcriber: DrumTranscriber
) -> None:
    counts = []
    for clip in clips:
        heard = Heard(transcriber.hear(clip.audio[4_410:-4_410]), 0, 0)
        counts.append(count_notes(strokes_of(clip.score, clip.begin), heard, 5.12, tolerance=0.03))
    right = sum(count.right for count in counts)
    assert 2 * right / sum(count.expected + count.heard for count in counts) > 0.7
    assert transcriber.hear(np.zeros(44_100, np.float32)) == ()
    late = Heard(transcriber.hear(clips[1].audio), 0, 0)  # it begins 0.1 s before the clip
    assert f1(count_notes(strokes_of(clips[1].score, clips[1].begin), late, 5.12, tolerance=0.03)) < f1(counts[1])


def test_a_trained_transcriber_is_kept(
    clips: list[ScoredClip], transcriber: DrumTranscriber, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(drum_transcriber, "_train", lambda *_: pytest.fail("it was trained again"))
    assert trained_drum_transcriber(tiny_config(folder)).hear(clips[0].audio) == transcriber.hear(clips[0].audio)
