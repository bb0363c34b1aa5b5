"""Clip specs, configs and shards for tests, without a soundfont."""

from __future__ import annotations

import functools
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from riffdesk.compose.clip_spec import ClipSpec
from riffdesk.compose.composition import compose
from riffdesk.compose.vocabulary import FAMILIES, NO_DRUMS
from riffdesk.training.clips.shards import Shard, shard_path, shard_starts, write_shard
from riffdesk.training.config import TrainingConfig, load_config


def spec(**changes: Any) -> ClipSpec:
    plain = ClipSpec(
        family="piano",
        sound=0,
        playing="melody",
        groove=NO_DRUMS,
        waltz=False,
        bass=False,
        bpm=120,
        tonic=0,
        mode="major",
        register="middle",
        density="medium",
    )
    return replace(plain, **changes)


def tiny_config(folder: Path) -> TrainingConfig:
    text = """
    [data]
    train_clips = 4
    held_out_clips = 4
    clips_per_shard = 4
    [autoencoder]
    latent_channels = 6
    width = 16
    blocks = 1
    fine_width = 16
    fine_blocks = 1
    minutes = 0.005
    batch = 2
    crop = 64
    [denoiser]
    channels = [16, 16]
    text_width = 16
    text_layers = 1
    lessons = 2
    minutes = 0.005
    batch = 2
    """
    path = folder / "tiny.toml"
    folder.mkdir(parents=True, exist_ok=True)
    path.write_text(text)
    return load_config(path, folder)


@functools.cache
def stripes(number: int) -> tuple[NDArray[np.uint8], dict[str, Any]]:
    """A stand-in for a rendered clip: lines and beats that depend on its number, with a label."""
    rows, columns = np.mgrid[:512, :512]
    ink = (rows % (8 + number % 7) == 0) * 0.6 + (columns % (20 + number % 11) < 3) * 0.4
    one = spec(family=list(FAMILIES)[number % 16], bpm=60 + number % 120)
    label = one.label() | {"clip": number, "score": compose(one, number, 4).to_json(), "begin": 0.5}
    return (255 - 255 * np.minimum(ink, 1)).astype(np.uint8), label


def write_data(config: TrainingConfig) -> None:
    for held_out in (True, False):
        for start in shard_starts(config.data, held_out):
            clips = [stripes(start + i) for i in range(config.data.clips_per_shard)]
            images, labels = np.stack([image for image, _ in clips]), [label for _, label in clips]
            write_shard(shard_path(config.folder, config.data, start), Shard(images, labels))
