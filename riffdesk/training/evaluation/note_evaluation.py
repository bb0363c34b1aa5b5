"""Measures how many of a score's notes an independent transcriber hears: in real renders, and in what models play.

All sets are clips of the same held-out scores. A note counts as heard if one of its pitch begins within 50 ms of it;
each is matched once (as in mir_eval, Raffel et al. 2014). Intervals are of 95%, by drawing clips again (bootstrap).
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import torch
from numpy.typing import NDArray

from riffdesk.compose.clip_spec import ClipSpec
from riffdesk.compose.score import Score
from riffdesk.compose.vocabulary import FAMILIES
from riffdesk.dsp.phase import reconstruct
from riffdesk.errors import UserError
from riffdesk.progress import OnStep, Step, ignore_steps
from riffdesk.training.clips.captions import plain_prompt
from riffdesk.training.clips.clip_rendering import CLIP_SECONDS, PARAMS, image_of_audio, inside_image, play_score
from riffdesk.training.clips.shards import HELD_OUT_START, composed_clip, open_fonts
from riffdesk.training.clips.soundfont import SoundFont
from riffdesk.training.config import GUIDANCE, STEPS, TrainingConfig
from riffdesk.training.evaluation.measures import ink_of_images
from riffdesk.training.evaluation.transcriber import Heard, HeardNote, Transcriber
from riffdesk.training.networks.autoencoder import reconstruct as autoencoded
from riffdesk.training.networks.latents import score_of_clip
from riffdesk.training.networks.sampling import Components, generate, load_components

Array = NDArray[np.float32]
Images = NDArray[np.uint8]

_NEAR = 0.05  # seconds
_EDGE = 0.08  # notes nearer to a clip's ends do not count, heard or not
_DRAWS = 2_000
_LATENT_COLUMNS = 32
_SEED = 19_000
_MOST_TRIES = 40  # clips looked at for each that fits


@dataclass(frozen=True, eq=False)
class ScoredClip:
    """A held-out clip: what was asked for, the score, its second at the first column, and its real render."""

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
    """Notes that were right, that are in the score, that were heard; unsure and likely cells."""

    right: int
    expected: int
    heard: int
    unsure: int
    likely: int


@dataclass(frozen=True, eq=False)
class NoteRow:
    """A set of clips in the table: its name, and of each clip the counts and the instrument."""

    name: str
    counts: Sequence[NoteCount]
    families: Sequence[str]


def scored_clips(config: TrainingConfig, count: int, fonts: Sequence[SoundFont]) -> list[ScoredClip]:
    """Return held-out clips of one pitched part each, of the instruments of the data in turn."""
    wanted = config.data.instruments or list(FAMILIES)
    found: dict[str, list[ScoredClip]] = {family: [] for family in wanted}
    each = -(-count // len(wanted))
    for number in range(HELD_OUT_START, HELD_OUT_START + count * _MOST_TRIES):
        if all(len(clips) >= each for clips in found.values()):
            break
        rng, clip, begin = composed_clip(config.data, number)
        spec, score = clip.spec, clip.score
        alone = len(score.parts) == 1 and score.parts[0].role != "drums" and spec.playing != "drone"
        if alone and len(found[spec.family]) < each:
            audio = play_score(score, begin, rng, fonts, variety=config.data.variety)
            found[spec.family].append(ScoredClip(spec, score, begin, audio))
    return [clips[i] for i in range(each) for clips in found.values() if i < len(clips)][:count]


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
    """Return the counts of real renders and of what models make of the same scores.

    Parameters
    ----------
    config : TrainingConfig
        Whose data the scores are of; clips are rendered anew, no folder is needed.
    models : sequence of (Path, bool)
        Model folders, and whether the score is shown. The first one's autoencoder is measured as well.
    clips : int
        How many of each set.
    guidance, steps, guide_notes
        See `riffdesk.training.networks.sampling.generate`.
    on_step : callable
        Told after each set.
    """
    if not models:
        raise UserError("Give a model to measure.")
    transcriber = Transcriber()
    some = scored_clips(config, clips, open_fonts(config.data))
    images = np.stack([image_of_audio(clip.audio) for clip in some])
    rows = [_counted("real renders", some, [inside_image(clip.audio) for clip in some], transcriber)]
    rows.append(_counted("real, through image and sound engine", some, _sound(images), transcriber))
    on_step(Step(1, 1 + len(models), "Measured real renders"))
    for number, (folder, scored) in enumerate(models):
        parts = load_components(folder)
        if number == 0:
            decoded = autoencoded(parts.vae, images, "cpu")
            rows.append(_counted("real, through autoencoder as well", some, _sound(decoded), transcriber))
        made = _generated(parts, some, scored, guidance, steps, guide_notes)
        name = f"{folder.name}, {'given the score' if scored else 'prompt alone'}"
        rows.append(_counted(name, some, _sound(made), transcriber))
        on_step(Step(2 + number, 1 + len(models), f"Measured {name}"))
    return rows


def table_of_notes(rows: Sequence[NoteRow]) -> str:
    """Return a Markdown table of sets; the first row, real renders, is what the others are compared with."""
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


def count_notes(expected: Sequence[HeardNote], heard: Heard, seconds: float) -> NoteCount:
    """Return how many notes of a clip of some seconds were heard rightly."""
    inside = [note for note in expected if _EDGE <= note.start < seconds - _EDGE]
    found = [note for note in heard.notes if _EDGE <= note.start < seconds - _EDGE]
    return NoteCount(matches(inside, found), len(inside), len(found), heard.unsure, heard.likely)


def matches(expected: Sequence[HeardNote], heard: Sequence[HeardNote]) -> int:
    """Return how many notes can be matched at most, each once: of the same pitch, beginning within 50 ms."""
    from scipy.sparse import csr_matrix
    from scipy.sparse.csgraph import maximum_bipartite_matching

    if not expected or not heard:
        return 0
    starts, others = (np.array([note.start for note in notes]) for notes in (expected, heard))
    pitches, other_pitches = (np.array([note.pitch for note in notes]) for notes in (expected, heard))
    near = (np.abs(starts[:, None] - others) <= _NEAR) & (pitches[:, None] == other_pitches)
    return int((maximum_bipartite_matching(csr_matrix(near)) >= 0).sum())


def f1(count: NoteCount) -> float:
    """Return the harmonic mean of precision and recall."""
    return 2 * count.right / max(count.expected + count.heard, 1)


def unsure_share(count: NoteCount) -> float:
    """Return the share of note frames of which the transcriber is unsure."""
    return count.unsure / max(count.likely, 1)


def _counted(name: str, clips: Sequence[ScoredClip], sounds: Sequence[Array], transcriber: Transcriber) -> NoteRow:
    heard = [transcriber.hear(sound, PARAMS.sample_rate) for sound in sounds]
    counts = [count_notes(clip.expected, one, CLIP_SECONDS) for clip, one in zip(clips, heard, strict=True)]
    return NoteRow(name, counts, [clip.spec.family for clip in clips])


def _sound(images: Images) -> list[Array]:
    """Return the sound that the program makes of images."""
    return [reconstruct(ink_of_images(image), PARAMS) for image in images]


def _generated(
    parts: Components, clips: Sequence[ScoredClip], scored: bool, guidance: float, steps: int, guide_notes: bool
) -> Images:
    prompts = [plain_prompt(clip.spec) for clip in clips]
    scores = torch.stack([score_of_clip(c.score, c.begin, _LATENT_COLUMNS) for c in clips]) if scored else None
    return generate(parts, prompts, seed=_SEED, guidance=guidance, steps=steps, scores=scores, guide_notes=guide_notes)


def _total(counts: Sequence[NoteCount]) -> NoteCount:
    table = _table(counts).sum(axis=0)
    return NoteCount(*(int(value) for value in table))


def _table(counts: Sequence[NoteCount]) -> NDArray[np.int64]:
    return np.array([[c.right, c.expected, c.heard, c.unsure, c.likely] for c in counts], np.int64).reshape(-1, 5)


def _with_interval(
    measure: Callable[[NoteCount], float], counts: Sequence[NoteCount], real: Sequence[NoteCount] | None = None
) -> str:
    """Return a measure, or its ratio to that of real clips, with its interval as text."""
    rng = np.random.default_rng(0)
    table = _table(counts)
    beside = None if real is None else _table(real)

    def value(picked: NDArray[np.int64]) -> float:
        ours = measure(NoteCount(*table[picked].sum(axis=0)))
        return ours if beside is None else ours / max(measure(NoteCount(*beside[picked].sum(axis=0))), 1e-9)

    drawn = [value(rng.integers(len(table), size=len(table))) for _ in range(_DRAWS)]
    low, high = np.percentile(drawn, (2.5, 97.5))
    return f"{value(np.arange(len(table))):.2f} ({low:.2f} to {high:.2f})"
