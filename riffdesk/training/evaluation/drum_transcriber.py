"""A drum transcriber: a small network that finds strokes of kick, snare and hat, trained on real renders only."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import torch
from scipy.ndimage import maximum_filter1d
from torch import Tensor, nn
from torch.nn import functional

from riffdesk.arrays import Array
from riffdesk.compose.score import DrumPiece, Score
from riffdesk.progress import OnStep, Step, ignore_steps
from riffdesk.training.checkpoint import load_checkpoint, save_checkpoint
from riffdesk.training.clips.clip_rendering import CLIP_SECONDS, PARAMS, inside_image, play_score
from riffdesk.training.clips.shards import composed_clip, open_fonts
from riffdesk.training.config import TrainingConfig
from riffdesk.training.evaluation.note_evaluation import ScoredClip
from riffdesk.training.evaluation.transcriber import HeardNote

PIECES = (DrumPiece.KICK, DrumPiece.SNARE, DrumPiece.CLOSED_HAT)

_COUNTED = {
    DrumPiece.KICK: 0,
    DrumPiece.SNARE: 1, DrumPiece.CLAP: 1,
    DrumPiece.CLOSED_HAT: 2, DrumPiece.PEDAL_HAT: 2, DrumPiece.OPEN_HAT: 2,
}  # fmt: skip
"""Number of the piece that each stroke counts as; other strokes are ignored."""
_HOP, _WINDOW, _PADDED = 220, 882, 2048  # samples at 44,100 Hz: 5 ms, 20 ms
_LOWEST, _HIGHEST, _BANDS = 30.0, 10_000.0, 48  # Hz; images end at the highest
_CLIPS, _STEPS, _BATCH = 320, 700, 8
_NEAR_FRAMES, _THRESHOLD = 9, 0.2  # the threshold that is best for real clips


@dataclass(frozen=True, eq=False)
class DrumTranscriber:
    """Finds strokes in the sound of a clip."""

    network: nn.Module

    @torch.no_grad()
    def hear(self, audio: Array) -> tuple[HeardNote, ...]:
        """Return the strokes of a sound ``[samples]`` at 44,100 Hz, with the pitch of one of `PIECES`."""
        likely = torch.sigmoid(self.network(_spectrum(audio)[None]))[0].numpy()
        notes = []
        for piece, line in zip(PIECES, likely, strict=True):
            peaks = np.flatnonzero((line == maximum_filter1d(line, _NEAR_FRAMES)) & (line > _THRESHOLD))
            notes += [HeardNote(frame * _HOP / PARAMS.sample_rate, 0.0, int(piece)) for frame in peaks.tolist()]
        return tuple(sorted(notes, key=lambda note: note.start))


def strokes_of(score: Score, begin: float = 0.0) -> list[HeardNote]:
    """Return the counted strokes of a score, in seconds from a second on, with the pitch of one of `PIECES`."""
    strokes = {
        (score.seconds(note.start) - begin, int(PIECES[_COUNTED[DrumPiece(note.pitch)]]))
        for part in score.parts
        for note in part.notes
        if part.role == "drums" and note.pitch in _COUNTED
    }
    return [HeardNote(time, 0.0, piece) for time, piece in sorted(strokes)]


def drum_clips(config: TrainingConfig, count: int, first: int) -> list[ScoredClip]:
    """Return the first clips with drums alone from a clip number on."""
    fonts, clips, number = open_fonts(config.data), list[ScoredClip](), first
    while len(clips) < count:
        rng, clip, begin = composed_clip(config.data, number)
        if [part.role for part in clip.score.parts] == ["drums"]:
            audio = play_score(clip.score, begin, rng, fonts, variety=config.data.variety)
            clips.append(ScoredClip(clip.spec, clip.score, begin, audio))
        number += 1
    return clips


def trained_drum_transcriber(config: TrainingConfig, on_step: OnStep = ignore_steps) -> DrumTranscriber:
    """Return the transcriber, which is trained on training clips unless it was before."""
    torch.manual_seed(config.data.seed)
    network = nn.Sequential(
        nn.Conv1d(2 * _BANDS, 64, 7, padding=3), nn.BatchNorm1d(64), nn.ReLU(),
        nn.Conv1d(64, 64, 7, padding=3), nn.BatchNorm1d(64), nn.ReLU(),
        nn.Conv1d(64, len(PIECES), 5, padding=2),
    )  # fmt: skip
    path = config.folder / "evaluation" / "drums.safetensors"
    if load_checkpoint(path, {"drums": network}, None) is None:
        _train(network, drum_clips(config, _CLIPS, 0), on_step)
        save_checkpoint(path, {"drums": network}, None, {})
    return DrumTranscriber(network.eval())


def _train(network: nn.Module, clips: Sequence[ScoredClip], on_step: OnStep) -> None:
    spectra = torch.stack([_spectrum(inside_image(clip.audio)) for clip in clips])
    targets = torch.stack([_target(strokes_of(clip.score, clip.begin), spectra.shape[-1]) for clip in clips])
    optimizer = torch.optim.AdamW(network.parameters(), 3e-3, weight_decay=0.02)
    schedule = torch.optim.lr_scheduler.OneCycleLR(optimizer, 3e-3, total_steps=_STEPS)
    generator = np.random.default_rng(1)
    for step in range(_STEPS):
        numbers = torch.from_numpy(generator.integers(len(spectra), size=_BATCH))
        scores = network(spectra[numbers])
        loss = functional.binary_cross_entropy_with_logits(scores, targets[numbers])
        optimizer.zero_grad(set_to_none=True)
        loss.backward()  # type: ignore[no-untyped-call]
        optimizer.step()
        schedule.step()
        if step % 100 == 99:
            on_step(Step(step + 1, _STEPS, f"Training the drum transcriber, loss {loss.item():.3f},"))


def _target(strokes: Sequence[HeardNote], frames: int) -> Tensor:
    """Return 1 at each stroke's frame and less beside it: ``[pieces, frames]``."""
    target = torch.zeros(len(PIECES), frames)
    for stroke in strokes:
        if 0 <= stroke.start < CLIP_SECONDS:
            frame = round(stroke.start * PARAMS.sample_rate / _HOP)
            row = target[PIECES.index(DrumPiece(stroke.pitch))]
            for offset, value in ((-1, 0.5), (0, 1.0), (1, 0.5)):
                if 0 <= frame + offset < frames:
                    row[frame + offset] = max(float(row[frame + offset]), value)
    return target


def _spectrum(audio: Array) -> Tensor:
    """Return the levels of logarithmic bands, and their rises: float32 ``[2 * bands, frames]``."""
    window = torch.hann_window(_WINDOW)
    sound = torch.from_numpy(np.ascontiguousarray(audio))
    power = torch.stft(sound, _PADDED, _HOP, _WINDOW, window, return_complex=True).abs().square()
    edges = np.geomspace(_LOWEST, _HIGHEST, _BANDS + 1) * _PADDED / PARAMS.sample_rate
    lows = np.floor(edges[:-1]).astype(int)
    highs = np.maximum(np.ceil(edges[1:]).astype(int), lows + 1)
    bands = torch.stack([power[low:high].mean(dim=0) for low, high in zip(lows, highs, strict=True)])
    level = torch.log10(bands + 1e-7)
    level = level - level.amax()
    rise = functional.pad(level[:, 2:] - level[:, :-2], (2, 0))
    return torch.cat((level / 3 + 1, rise))
