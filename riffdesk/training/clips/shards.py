"""Shards of rendered clips on disk, which are written atomically, have a checksum, and are rendered again if damaged.

A shard is one line of JSON (labels, and the SHA-256 of the rest) and the zlib-compressed images. Clip number i depends
on the seed (seed, i) alone, so that shards can be rendered in any order and on any machine.
"""

from __future__ import annotations

import hashlib
import json
import multiprocessing
import os
import zlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from riffdesk.compose.clip_spec import sample_of, sample_spec
from riffdesk.errors import UserError
from riffdesk.files import write_beside
from riffdesk.progress import OnStep, Step, ignore_steps
from riffdesk.training.clips.variety import Variation, other_sound, with_variety
from riffdesk.training.config import DataConfig, TrainingConfig

DATA_VERSION = 5
"""Increased when the same seed gives another clip; shards of another version are rendered again."""
HELD_OUT_START = 10_000_000
"""Number of the first held-out clip."""


@dataclass(frozen=True)
class Shard:
    """Clips of one shard: uint8 images ``[clips, 512, 512]`` in Riffusion's convention, and as many labels."""

    images: NDArray[np.uint8]
    labels: list[dict[str, Any]]


def shard_starts(config: DataConfig, held_out: bool) -> list[int]:
    """Return the number of the first clip of each shard."""
    first, count = (HELD_OUT_START, config.held_out_clips) if held_out else (0, config.train_clips)
    return list(range(first, first + count, config.clips_per_shard))


def shard_path(folder: Path, config: DataConfig, start: int) -> Path:
    """Return the path of the shard with a first clip."""
    settings = [config.instruments, config.fonts, config.variety] if config.variety else config.instruments
    settings = [*settings, config.clean_share] if config.clean_share else settings
    suffix = f"-{hashlib.sha256(repr(settings).encode()).hexdigest()[:8]}" if settings else ""
    return folder / "data" / f"seed{config.seed}{suffix}-{start:08d}-{config.clips_per_shard}.shard"


def composed_clip(config: DataConfig, number: int) -> tuple[np.random.Generator, Variation, float]:
    """Return clip ``number`` before it is played: its random generator, spec and score, and its first second.

    `riffdesk.training.clips.clip_rendering.play_score` takes the generator.
    """
    from riffdesk.training.clips.clip_rendering import CLIP_SECONDS, compose_clip

    rng = np.random.default_rng([config.seed, number])
    spec = sample_of(config.instruments, rng) if config.instruments else sample_spec(rng)
    spec = other_sound(spec, rng) if config.variety else spec
    score, begin = compose_clip(spec, rng)
    if config.variety:
        return rng, with_variety(spec, score, (begin, begin + CLIP_SECONDS), rng), begin
    return rng, Variation(score, spec, False), begin


def played_clip(
    config: DataConfig, number: int, fonts: Sequence[Any]
) -> tuple[NDArray[np.float32], Variation, float, np.random.Generator]:
    """Return clip ``number``: its sound (see `play_score`), its spec and score, its first second, its generator."""
    from riffdesk.training.clips.clip_rendering import play_score

    rng, clip, begin = composed_clip(config, number)
    clean = not config.variety or (config.clean_share > 0 and rng.random() < config.clean_share)
    return play_score(clip.score, begin, rng, fonts, variety=not clean), replace(clip, clean=clean), begin, rng


def make_clip(config: DataConfig, number: int, fonts: Sequence[Any]) -> tuple[NDArray[np.uint8], dict[str, Any]]:
    """Return the image and the label of clip ``number``. Captions are made from the label when they are needed.

    The label has the score, and the second of the score at the first column.
    """
    from riffdesk.training.clips.clip_rendering import image_of_audio

    audio, clip, begin, _ = played_clip(config, number, fonts)
    return image_of_audio(audio), clip.label() | {"clip": number, "score": clip.score.to_json(), "begin": begin}


def open_fonts(config: DataConfig) -> list[Any]:
    """Return the opened soundfonts of the data."""
    from riffdesk.training.clips.soundfont import SoundFont, find_soundfont

    return [SoundFont(find_soundfont(name)) for name in config.fonts]


def make_shard(folder: Path, config: DataConfig, start: int) -> Path:
    """Render one shard and write it."""
    global _fonts
    if _fonts is None:
        _fonts = open_fonts(config)
    clips = [make_clip(config, start + i, _fonts) for i in range(config.clips_per_shard)]
    path = shard_path(folder, config, start)
    write_shard(path, Shard(np.stack([image for image, _ in clips]), [label for _, label in clips]))
    return path


_fonts: Any = None  # opened once in each process


def write_shard(path: Path, shard: Shard) -> None:
    """Write a shard, which is replaced only when complete; UserError if the disk is full or the folder read-only."""
    packed = zlib.compress(shard.images.tobytes(), 1)
    header = {
        "version": DATA_VERSION,
        "sha256": hashlib.sha256(packed).hexdigest(),
        "shape": list(shard.images.shape),
        "labels": shard.labels,
    }
    path.parent.mkdir(parents=True, exist_ok=True)
    with write_beside(path) as temporary, temporary.open("wb") as file:
        file.write(json.dumps(header).encode() + b"\n")
        file.write(packed)


def read_shard(path: Path) -> Shard | None:
    """Return a shard, or None if it is missing, damaged or of another version."""
    try:
        with path.open("rb") as file:
            header = json.loads(file.readline())
            packed = file.read()
        if header["version"] != DATA_VERSION or hashlib.sha256(packed).hexdigest() != header["sha256"]:
            return None
        images = np.frombuffer(zlib.decompress(packed), np.uint8).reshape(header["shape"])
        return Shard(images, header["labels"])
    except (OSError, ValueError, KeyError, TypeError, zlib.error):
        return None


def make_data(config: TrainingConfig, *, workers: int = 1, on_step: OnStep = ignore_steps) -> None:
    """Render every missing or damaged shard, held-out ones first.

    Raises
    ------
    UserError
        If FluidSynth or the soundfont is missing, or the disk is full.
    """
    from riffdesk.training.clips.soundfont import find_soundfont, load_library

    for name in config.data.fonts:
        find_soundfont(name)
    load_library()
    starts = [*shard_starts(config.data, held_out=True), *shard_starts(config.data, held_out=False)]
    missing = [start for start in starts if read_shard(shard_path(config.folder, config.data, start)) is None]
    done = len(starts) - len(missing)
    on_step(Step(done, len(starts), "Rendering"))
    jobs = [(config.folder, config.data, start) for start in missing]
    if workers <= 1:
        for count, job in enumerate(jobs, 1):
            make_shard(*job)
            on_step(Step(done + count, len(starts), "Rendering"))
        return
    os.environ["PYTHONSAFEPATH"] = "1"  # the workers import nothing from the working directory either
    with multiprocessing.get_context("spawn").Pool(workers) as pool:
        for count, _ in enumerate(pool.imap_unordered(_make_shard, jobs), 1):
            on_step(Step(done + count, len(starts), "Rendering"))


def _make_shard(job: tuple[Path, DataConfig, int]) -> None:
    make_shard(*job)


def shards(config: TrainingConfig, held_out: bool) -> Iterator[Shard]:
    """Yield all shards in order; damaged ones are rendered again.

    Raises
    ------
    UserError
        If one is damaged and cannot be rendered again.
    """
    for start in shard_starts(config.data, held_out):
        path = shard_path(config.folder, config.data, start)
        shard = read_shard(path)
        if shard is None:
            make_shard(config.folder, config.data, start)
            shard = read_shard(path)
        if shard is None:
            raise UserError(f"{path} was written but cannot be read again. Is the disk damaged?")
        yield shard
