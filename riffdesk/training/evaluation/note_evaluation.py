"""Evaluation of notes: how many notes of a score a transcriber recognises in real renders and in generated clips.

All sets are clips of the same held-out scores. A note is recognised if a note of its pitch begins within 50 ms of it;
each is matched once (as in mir_eval, Raffel et al. 2014). Intervals are of 95%, by bootstrap over the clips.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import torch
from numpy.typing import NDArray

from riffdesk.arrays import Array
from riffdesk.compose.clip_spec import ClipSpec
from riffdesk.compose.score import Score
from riffdesk.compose.vocabulary import FAMILIES
from riffdesk.dsp.phase.reconstruction import reconstruct
from riffdesk.errors import UserError
from riffdesk.progress import OnStep, Step, ignore_steps
from riffdesk.training.clips.captions import plain_prompt
from riffdesk.training.clips.clip_rendering import CLIP_SECONDS, PARAMS, image_of_audio, inside_image, play_score
from riffdesk.training.clips.shards import HELD_OUT_START, composed_clip, open_fonts
from riffdesk.training.clips.soundfont import SoundFont
from riffdesk.training.config import GUIDANCE, STEPS, TrainingConfig
from riffdesk.training.evaluation.measures import ink_of_images
from riffdesk.training.evaluation.prompts import shown
from riffdesk.training.evaluation.report import interval
from riffdesk.training.evaluation.transcriber import Heard, HeardNote, Transcriber
from riffdesk.training.networks.autoencoder import reconstruct as autoencoded
from riffdesk.training.networks.sampling import Components, generate, load_components

Images = NDArray[np.uint8]

_ONSET_TOLERANCE = 0.05  # seconds
_EDGE_SECONDS = 0.08  # notes nearer to a clip's ends are ignored
_SEED = 19_000
_MAX_TRIES = 40  # maximum number of composed clips for each one that is used


@dataclass(frozen=True, eq=False)
class ScoredClip:
    """A held-out clip: spec, score, second of the score at the first column, and its real render."""

    spec: ClipSpec
    score: Score
    begin: float
    audio: Array

    @property
    def expected(self) -> list[HeardNote]:
        """Its notes, in seconds of the clip."""
        pitched = [part for part in self.score.parts if part.role != "drums"]
        return [
            HeardNote(self._second(note.start), self._second(note.end), note.pitch)
            for part in pitched
            for note in part.notes
        ]

    def _second(self, beats: float) -> float:
        return self.score.seconds(beats) - self.begin


@dataclass(frozen=True)
class NoteCount:
    """Numbers of matched notes, of notes in the score, of recognised notes, and of unsure and likely cells."""

    right: int
    expected: int
    heard: int
    unsure: int
    likely: int


@dataclass(frozen=True, eq=False)
class NoteRow:
    """A row of the table: name of a set of clips, with the counts and the instrument of each clip."""

    name: str
    counts: Sequence[NoteCount]
    families: Sequence[str]


def scored_clips(config: TrainingConfig, count: int, fonts: Sequence[SoundFont]) -> list[ScoredClip]:
    """Return held-out clips with a single pitched part, of each instrument of the data in turn."""
    families = config.data.instruments or list(FAMILIES)
    clips_by_family: dict[str, list[ScoredClip]] = {family: [] for family in families}
    clips_per_family = -(-count // len(families))
    for number in range(HELD_OUT_START, HELD_OUT_START + count * _MAX_TRIES):
        if all(len(clips) >= clips_per_family for clips in clips_by_family.values()):
            break
        rng, clip, begin = composed_clip(config.data, number)
        spec, score = clip.spec, clip.score
        is_single_part = len(score.parts) == 1 and score.parts[0].role != "drums" and spec.playing != "drone"
        if is_single_part and len(clips_by_family[spec.family]) < clips_per_family:
            audio = play_score(score, begin, rng, fonts, variety=config.data.variety)
            clips_by_family[spec.family].append(ScoredClip(spec, score, begin, audio))
    return [clips[i] for i in range(clips_per_family) for clips in clips_by_family.values() if i < len(clips)][:count]


def evaluate_notes(
    config: TrainingConfig,
    models: Sequence[tuple[Path, bool]],
    *,
    clips: int = 64,
    guidance: float = GUIDANCE,
    steps: int = STEPS,
    guide_notes: bool = False,
    on_step: OnStep = ignore_steps,
) -> list[NoteRow]:
    """Return the counts of real renders and of clips that models generate for the same scores.

    Parameters
    ----------
    config : TrainingConfig
        Settings of the data; clips are rendered again, so that no shards are needed.
    models : sequence of (Path, bool)
        Model folders, and whether they get the score. The first one's autoencoder is measured too.
    clips : int
        Clips of each set.
    guidance, steps, guide_notes
        See `riffdesk.training.networks.sampling.generate`.
    on_step : callable
        Called after each set.
    """
    if not models:
        raise UserError("Give a model to measure.")
    transcriber = Transcriber()
    real_clips = scored_clips(config, clips, open_fonts(config.data))
    images = np.stack([image_of_audio(clip.audio) for clip in real_clips])
    rows = [_counted("real renders", real_clips, [inside_image(clip.audio) for clip in real_clips], transcriber)]
    rows.append(_counted("real, through image and sound engine", real_clips, sounds_of(images), transcriber))
    on_step(Step(1, 1 + len(models), "Measured real renders"))
    for number, (folder, scored) in enumerate(models):
        parts = load_components(folder)
        if number == 0:
            decoded = autoencoded(parts.vae, images, "cpu")
            rows.append(_counted("real, through autoencoder as well", real_clips, sounds_of(decoded), transcriber))
        sounds = played_by(
            parts, real_clips, seed=_SEED, guidance=guidance, steps=steps, scored=scored, guide_notes=guide_notes
        )
        name = f"{folder.name}, {'given the score' if scored else 'prompt alone'}"
        rows.append(_counted(name, real_clips, sounds, transcriber))
        on_step(Step(2 + number, 1 + len(models), f"Measured {name}"))
    return rows


def table_of_notes(rows: Sequence[NoteRow]) -> str:
    """Return a Markdown table of sets, with their ratios to the first row, real renders."""
    lines = [
        "| of the same scores | clips | note F1 | over real | precision | recall | unsure note frames | over real |",
        "|---|---|---|---|---|---|---|---|",
    ]
    real = rows[0].counts
    for row in rows:
        total = _total(row.counts)
        cells = [
            row.name,
            str(len(row.counts)),
            _with_interval(f1, row.counts),
            _with_interval(f1, row.counts, real),
            f"{total.right / max(total.heard, 1):.2f}",
            f"{total.right / max(total.expected, 1):.2f}",
            _with_interval(unsure_share, row.counts),
            _with_interval(unsure_share, row.counts, real),
        ]
        lines.append(f"| {' | '.join(cells)} |")
    return "\n".join(lines)


def table_by_instrument(rows: Sequence[NoteRow]) -> str:
    """Return a Markdown table of the note F1 of each instrument in each set."""
    kinds = sorted(set(rows[0].families))
    lines = [f"| note F1 | {' | '.join(kinds)} |", "|---" * (len(kinds) + 1) + "|"]
    for row in rows:
        of_kind = [
            f1(_total([count for count, family in zip(row.counts, row.families, strict=True) if family == kind]))
            for kind in kinds
        ]
        lines.append(f"| {row.name} | {' | '.join(f'{value:.2f}' for value in of_kind)} |")
    return "\n".join(lines)


def count_notes(
    expected: Sequence[HeardNote], heard: Heard, seconds: float, *, tolerance: float = _ONSET_TOLERANCE
) -> NoteCount:
    """Return the counts of a clip of some seconds."""
    inside = [note for note in expected if _EDGE_SECONDS <= note.start < seconds - _EDGE_SECONDS]
    heard_inside = [note for note in heard.notes if _EDGE_SECONDS <= note.start < seconds - _EDGE_SECONDS]
    return NoteCount(
        matches(inside, heard_inside, tolerance), len(inside), len(heard_inside), heard.unsure, heard.likely
    )


def matches(expected: Sequence[HeardNote], heard: Sequence[HeardNote], tolerance: float = _ONSET_TOLERANCE) -> int:
    """Return the maximum number of matches, each note used once: of the same pitch, beginning within 50 ms."""
    from scipy.sparse import csr_matrix
    from scipy.sparse.csgraph import maximum_bipartite_matching

    if not expected or not heard:
        return 0
    starts, heard_starts = (np.array([note.start for note in notes]) for notes in (expected, heard))
    pitches, heard_pitches = (np.array([note.pitch for note in notes]) for notes in (expected, heard))
    is_match = (np.abs(starts[:, None] - heard_starts) <= tolerance) & (pitches[:, None] == heard_pitches)
    return int((maximum_bipartite_matching(csr_matrix(is_match)) >= 0).sum())


def sounds_of(images: Images) -> list[Array]:
    """Return the reconstructed sound of images."""
    return [reconstruct(ink_of_images(image), PARAMS) for image in images]


def played_by(
    parts: Components,
    clips: Sequence[ScoredClip],
    *,
    seed: int,
    guidance: float,
    steps: int,
    scored: bool = True,
    guide_notes: bool = False,
) -> list[Array]:
    """Return the sounds that a model generates for clips, with or without their scores."""
    prompts = [plain_prompt(clip.spec) for clip in clips]
    scores = torch.stack([shown(clip.score, clip.begin) for clip in clips]) if scored else None
    return sounds_of(
        generate(parts, prompts, seed=seed, guidance=guidance, steps=steps, scores=scores, guide_notes=guide_notes)
    )


def f1(count: NoteCount) -> float:
    """Return the harmonic mean of precision and recall."""
    return 2 * count.right / max(count.expected + count.heard, 1)


def unsure_share(count: NoteCount) -> float:
    """Return the share of likely cells about which the transcriber is unsure."""
    return count.unsure / max(count.likely, 1)


def _counted(name: str, clips: Sequence[ScoredClip], sounds: Sequence[Array], transcriber: Transcriber) -> NoteRow:
    heard = [transcriber.hear(sound, PARAMS.sample_rate) for sound in sounds]
    counts = [count_notes(clip.expected, notes, CLIP_SECONDS) for clip, notes in zip(clips, heard, strict=True)]
    return NoteRow(name, counts, [clip.spec.family for clip in clips])


def _total(counts: Sequence[NoteCount]) -> NoteCount:
    table = _table(counts).sum(axis=0)
    return NoteCount(*(int(value) for value in table))


def _table(counts: Sequence[NoteCount]) -> NDArray[np.int64]:
    return np.array([[c.right, c.expected, c.heard, c.unsure, c.likely] for c in counts], np.int64).reshape(-1, 5)


def _with_interval(
    measure: Callable[[NoteCount], float], counts: Sequence[NoteCount], real: Sequence[NoteCount] | None = None
) -> str:
    """Return a measure, or its ratio to that of real clips, with its interval as text."""
    table = _table(counts)
    real_table = None if real is None else _table(real)

    def value(picked: NDArray[np.int64]) -> float:
        ours = measure(NoteCount(*table[picked].sum(axis=0)))
        return ours if real_table is None else ours / max(measure(NoteCount(*real_table[picked].sum(axis=0))), 1e-9)

    low, high = interval(len(table), value)
    return f"{value(np.arange(len(table))):.2f} ({low:.2f} to {high:.2f})"
