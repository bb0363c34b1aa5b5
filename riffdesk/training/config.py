"""The settings of data and training: defaults in ``defaults.toml`` beside this module, overridden by a file."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass, fields
from pathlib import Path
from typing import Any

from riffdesk.errors import UserError, reason
from riffdesk.paths import cache_dir

STEPS, GUIDANCE = 16, 2.2
"""With which the starter does well: what it is measured with, and what it suggests."""

_DEFAULTS = Path(__file__).with_name("defaults.toml")


@dataclass(frozen=True)
class DataConfig:
    """How much is rendered: clips to train on and to hold out, clips in one shard, and the seed of all.

    ``instruments`` are the only ones, mostly without drums; with none named there are all of them, and genres.
    ``fonts`` are the soundfonts' file names; with ``variety`` clips are played in more ways (see
    `riffdesk.training.clips.variety`).
    """

    seed: int
    train_clips: int
    held_out_clips: int
    clips_per_shard: int
    instruments: list[str]
    fonts: list[str]
    variety: bool


@dataclass(frozen=True)
class AutoencoderConfig:
    """The autoencoder's shape and training; lengths of stages are in minutes of wall-clock time."""

    latent_channels: int
    width: int
    blocks: int
    fine_width: int
    fine_blocks: int
    minutes: float
    batch: int
    crop: int
    learning_rate: float
    latent_noise: float


@dataclass(frozen=True)
class DenoiserConfig:
    """The denoiser's and text encoder's shape and training.

    ``crop`` is how many columns of latents are trained on at once, ``strong_noise`` the share of clips that always get
    much of it, ``middle_noise`` that of clips that get a middling amount, ``lessons`` the batches of captions that the
    text encoder learns to read before the denoiser begins.
    With ``scores`` the denoiser is shown the score of each clip, but for a share of ``empty_scores``.
    ``shares`` is how many threads take a part of each batch, each with an equal part of the processor's threads.
    A sheet of images is drawn with one in ``sheet_every`` measurements, which come with checkpoints.
    """

    channels: list[int]
    layers: int
    text_width: int
    text_layers: int
    minutes: float
    batch: int
    crop: int
    strong_noise: float
    middle_noise: float
    learning_rate: float
    text_learning_rate: float
    lessons: int
    warmup_steps: int
    decay_share: float
    ema: float
    empty_captions: float
    scores: bool
    empty_scores: float
    bf16: bool
    shares: int
    checkpoint_minutes: float
    sheet_every: int


@dataclass(frozen=True)
class TrainingConfig:
    """All settings of one run, and the folder its data, checkpoints and sheets are kept in."""

    folder: Path
    data: DataConfig
    autoencoder: AutoencoderConfig
    denoiser: DenoiserConfig


def load_config(path: Path | None = None, folder: Path | None = None) -> TrainingConfig:
    """Return the defaults with what a TOML file says instead.

    Raises
    ------
    UserError
        If the file cannot be read, or has a setting that there is not; the message names it.
    """
    table = tomllib.loads(_DEFAULTS.read_text())
    if path is not None:
        try:
            own = tomllib.loads(path.read_text())
        except (OSError, tomllib.TOMLDecodeError) as error:
            raise UserError(f"Could not read the settings in {path}: {reason(error)}.") from error
        for section, values in own.items():
            if section not in table or not isinstance(values, dict):
                raise UserError(f"{path} has a section [{section}], which there is not. Known: {', '.join(table)}.")
            unknown = set(values) - set(table[section])
            if unknown:
                raise UserError(f"{path} sets {', '.join(sorted(unknown))} in [{section}], which there is not.")
            table[section] |= values
    return TrainingConfig(
        folder=folder or cache_dir() / "training",
        data=_section(DataConfig, table["data"]),
        autoencoder=_section(AutoencoderConfig, table["autoencoder"]),
        denoiser=_section(DenoiserConfig, table["denoiser"]),
    )


def _section(kind: Any, values: dict[str, Any]) -> Any:
    """Return a section with each value checked against its default's type."""
    for field in fields(kind):
        value, wanted = values[field.name], field.type
        fits = isinstance(value, list if "list" in str(wanted) else (int, float))
        if not fits or (wanted == "int" and not isinstance(value, int)):
            raise UserError(f"The training setting {field.name} = {value!r} should be of type {wanted}.")
    return kind(**values)
