"""Latents of the clips, encoded once and cached on disk with the labels."""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass, field
from typing import Any

import numpy as np
import torch
from numpy.typing import NDArray
from safetensors import SafetensorError, safe_open
from safetensors.numpy import save_file
from torch import Tensor

from riffdesk.compose.clip_spec import ClipSpec
from riffdesk.compose.score import Score
from riffdesk.compose.score_pictures import pictures_of
from riffdesk.diffusion.starter.patch_autoencoder import PATCH, PatchAutoencoder
from riffdesk.diffusion.starter.score_unet import SCORE_WIDTH, score_input
from riffdesk.dsp.params import SpectrogramParams
from riffdesk.files import write_beside
from riffdesk.progress import OnStep, Step, ignore_steps
from riffdesk.training.checkpoint import writing
from riffdesk.training.clips.captions import caption_of
from riffdesk.training.clips.shards import shards
from riffdesk.training.config import TrainingConfig
from riffdesk.training.networks.autoencoder import as_tensor

_PARAMS = SpectrogramParams()


@dataclass(frozen=True)
class Latents:
    """Latents float16 ``[clips, channels, 32, 32]`` and the clips' labels."""

    values: NDArray[np.float16]
    labels: list[dict[str, Any]]
    _scores: dict[int, Score] = field(default_factory=dict, repr=False)

    def caption(self, number: int, generator: np.random.Generator) -> str:
        """Return a caption of a clip: a new wording at each call for composed clips, else its fixed one."""
        label = self.labels[number]
        if "family" in label:
            return caption_of(ClipSpec.of_label(label), generator)
        return str(label["caption"])

    def score(self, number: int, column: int, columns: int) -> Tensor:
        """Return the pictures of a clip's score from a column of latents on, ``[SCORE_WIDTH, 32, columns]``.

        They are zero if the clip has no score.
        """
        label = self.labels[number]
        if "score" not in label:
            return torch.zeros(SCORE_WIDTH, self.values.shape[-2], columns)
        if number not in self._scores:
            self._scores[number] = Score.of_json(label["score"])
        begin = label["begin"] + column * PATCH / _PARAMS.columns_per_second
        return score_of_clip(self._scores[number], begin, columns, clean=label.get("clean", True))


def score_of_clip(score: Score, begin: float, columns: int, *, stroke_power: float = 1.0, clean: bool = True) -> Tensor:
    """Return a score as input of a `ScoreUNet`: ``[SCORE_WIDTH, 32, columns]``.

    Parameters
    ----------
    score : Score
    begin : float
        Second of the score at the first column.
    columns : int
        Number of columns of latents.
    stroke_power : float
        As in `riffdesk.compose.score_pictures.pictures_of`.
    clean : bool
        Whether it is played without variation of timbre, room and recording.
    """
    pictures = pictures_of(score, begin, columns * PATCH, _PARAMS, stroke_power=stroke_power)
    return score_input(pictures.tones, pictures.strokes, clean=clean)


def load_latents(
    config: TrainingConfig, model: PatchAutoencoder, held_out: bool, *, device: str, on_step: OnStep = ignore_steps
) -> Latents:
    """Return the latents of all clips, from the cache if it is of this autoencoder and data, else newly encoded."""
    name = "held-out" if held_out else "train"
    path = config.folder / "denoiser" / f"latents-{name}.safetensors"
    key = _key(config, model, held_out)
    try:
        with safe_open(path, "np") as file:
            metadata = file.metadata() or {}
            if metadata.get("key") == key:
                return Latents(file.get_tensor("latents"), json.loads(file.get_tensor("labels").tobytes()))
    except (OSError, SafetensorError, KeyError, ValueError):
        pass
    latents = _encode(config, model, held_out, device, on_step)
    path.parent.mkdir(parents=True, exist_ok=True)
    with writing(path), write_beside(path, durable=False) as temporary:
        # As bytes: a file's header, metadata included, is limited to 100 MB.
        labels = np.frombuffer(json.dumps(latents.labels).encode(), np.uint8)
        save_file({"latents": latents.values, "labels": labels}, temporary, metadata={"key": key})
    return latents


@torch.no_grad()
def _encode(config: TrainingConfig, model: PatchAutoencoder, held_out: bool, device: str, on_step: OnStep) -> Latents:
    model.to(device, memory_format=torch.channels_last).eval()
    total = config.data.held_out_clips if held_out else config.data.train_clips
    values: list[NDArray[np.float16]] = []
    labels: list[dict[str, Any]] = []
    for shard in shards(config, held_out):
        for start in range(0, len(shard.images), 16):
            batch = as_tensor(shard.images[start : start + 16]).to(device)
            values.append(model.encode(batch).latent_dist.mode().half().cpu().contiguous().numpy())
        labels += shard.labels
        on_step(Step(len(labels), total, "Encoding clips"))
    return Latents(np.concatenate(values), labels)


def _key(config: TrainingConfig, model: PatchAutoencoder, held_out: bool) -> str:
    """Return a digest of the data's settings and the autoencoder's weights."""
    digest = hashlib.sha256(repr((config.data, held_out)).encode())
    for name, value in sorted(model.state_dict().items()):
        digest.update(name.encode() + value.cpu().numpy().tobytes())
    return digest.hexdigest()
