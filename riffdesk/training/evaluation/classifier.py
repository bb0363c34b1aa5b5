"""The judge: a small network that recognises instrument and groove of clips, trained on real renders only."""

from __future__ import annotations

import time
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING, Any

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor, nn
from torch.nn import functional

from riffdesk.compose.vocabulary import FAMILIES, GROOVES, NO_DRUMS
from riffdesk.progress import OnStep, Step, ignore_steps
from riffdesk.training.checkpoint import load_checkpoint, save_checkpoint
from riffdesk.training.clips.shards import shards

if TYPE_CHECKING:
    from riffdesk.training.config import TrainingConfig

INSTRUMENTS = ("", *FAMILIES)
DRUMS = (NO_DRUMS, *GROOVES)
_ROWS, _COLUMNS = 256, 128  # size of the judge's input, averaged from 512 x 512
_EPOCHS, _BATCH = 5, 32


class Judge(nn.Module):
    """Convolutions down to 8 x 4 cells, their mean and maximum, and heads for instrument and drums."""

    def __init__(self) -> None:
        super().__init__()
        widths = (1, 24, 48, 80, 112, 128)
        layers: list[nn.Module] = []
        for before, after in pairwise(widths):
            layers += [nn.Conv2d(before, after, 3, stride=2, padding=1), nn.BatchNorm2d(after), nn.ReLU()]
        self.convolutions = nn.Sequential(*layers)
        self.hidden = nn.Sequential(nn.Linear(256, 128), nn.ReLU())
        self.instrument = nn.Linear(128, len(INSTRUMENTS))
        self.drums = nn.Linear(128, len(DRUMS))

    def features(self, images: Tensor) -> Tensor:
        """Return the inputs of the heads ``[n, 128]``."""
        cells = self.convolutions(images)
        hidden: Tensor = self.hidden(torch.cat([cells.mean(dim=(2, 3)), cells.amax(dim=(2, 3))], dim=1))
        return hidden

    def forward(self, images: Tensor) -> tuple[Tensor, Tensor]:
        """Return scores of `INSTRUMENTS` and of `DRUMS`."""
        hidden = functional.dropout(self.features(images), 0.2, self.training)
        return self.instrument(hidden), self.drums(hidden)


@dataclass(frozen=True)
class Verdict:
    """Recognised instruments and drums of each image, and the features ``[n, 128]``."""

    instruments: list[str]
    drums: list[str]
    features: NDArray[np.float32]


def judge_view(images: NDArray[np.uint8]) -> NDArray[np.uint8]:
    """Return the judge's views ``[n, 256, 128]`` of images ``[n, 512, 512]``."""
    count = len(images)
    blocks = images.reshape(count, _ROWS, 512 // _ROWS, _COLUMNS, 512 // _COLUMNS)
    return np.asarray(blocks.mean(axis=(2, 4), dtype=np.float32), np.uint8)


def trained_judge(config: TrainingConfig, *, device: str = "cpu", on_step: OnStep = ignore_steps) -> Judge:
    """Return the judge, which is trained on the training clips unless it was before."""
    torch.manual_seed(config.data.seed)
    judge = Judge()
    path = config.folder / "evaluation" / "judge.safetensors"
    if load_checkpoint(path, {"judge": judge}, None) is not None:
        return _ready(judge, device)
    views, labels = judged_views(config, held_out=False)
    judge.to(device).train()
    optimizer = torch.optim.AdamW(judge.parameters(), 2e-3, weight_decay=0.05)
    steps = _EPOCHS * len(views) // _BATCH
    schedule = torch.optim.lr_scheduler.OneCycleLR(optimizer, 2e-3, total_steps=steps)
    generator = np.random.default_rng(config.data.seed)
    targets = torch.tensor([[INSTRUMENTS.index(a["family"]), DRUMS.index(a["groove"])] for a in labels])
    started = time.monotonic()
    for step in range(steps):
        numbers = generator.integers(len(views), size=_BATCH)
        # A clip moved in time is still the same instrument and groove.
        batch = np.roll(views[numbers], int(generator.integers(_COLUMNS)), axis=2)
        instrument, drums = judge(_as_input(batch).to(device))
        batch_targets = targets[numbers].to(device)
        loss = functional.cross_entropy(instrument, batch_targets[:, 0]) + functional.cross_entropy(
            drums, batch_targets[:, 1]
        )
        optimizer.zero_grad(set_to_none=True)
        loss.backward()  # type: ignore[no-untyped-call]
        optimizer.step()
        schedule.step()
        if step % 100 == 99:
            on_step(Step(step + 1, steps, f"Training the judge, loss {loss.item():.3f},"))
    save_checkpoint(path, {"judge": judge}, None, {"seconds": time.monotonic() - started})
    return _ready(judge, device)


def _ready(judge: Judge, device: str) -> Judge:
    judge.to(device)
    return judge.eval()


def judged_views(config: TrainingConfig, held_out: bool) -> tuple[NDArray[np.uint8], list[dict[str, Any]]]:
    """Return the judge's views of all clips, and their labels."""
    views, labels = [], []
    for shard in shards(config, held_out):
        views.append(judge_view(shard.images))
        labels += shard.labels
    return np.concatenate(views), labels


@torch.no_grad()
def judge_views(judge: Judge, views: NDArray[np.uint8], device: str = "cpu") -> Verdict:
    """Return the judge's verdict on views from `judge_view`."""
    instruments: list[str] = []
    drums: list[str] = []
    features = []
    for start in range(0, len(views), 64):
        hidden = judge.features(_as_input(views[start : start + 64]).to(device))
        instruments += [INSTRUMENTS[i] for i in judge.instrument(hidden)[:, 1:].argmax(1).add(1).tolist()]
        drums += [DRUMS[i] for i in judge.drums(hidden).argmax(1).tolist()]
        features.append(hidden.cpu().numpy())
    return Verdict(instruments, drums, np.concatenate(features))


def _as_input(views: NDArray[np.uint8]) -> Tensor:
    return torch.from_numpy(1 - views.astype(np.float32)[:, None] / 255)
