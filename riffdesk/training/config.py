"""The settings of data and training: defaults in ``defaults.toml`` beside this module, overridden by a file."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass, fields
from pathlib import Path
from typing import Any

from riffdesk.errors import UserError, reason
from riffdesk.paths import cache_dir

STEPS, GUIDANCE = 16, 1.5
"""Steps and guidance with which the starter is measured, and which it suggests."""

_DEFAULTS = Path(__file__).with_name("defaults.toml")


@dataclass(frozen=True)
class DataConfig:
    """Numbers of training and held-out clips and of clips in a shard, and the seed.

    If ``instruments`` are named, clips have only these, mostly without drums; otherwise all instruments and genres.
    ``fonts`` are the soundfonts' file names; ``variety`` varies clips (see `riffdesk.training.clips.variety`), but
    not timbre, room and recording of a ``clean_share`` of them: with too few clean clips the model sounds duller than
    the soundfonts.
    """

    seed: int
    train_clips: int
    held_out_clips: int
    clips_per_shard: int
    instruments: list[str]
    fonts: list[str]
    variety: bool
    clean_share: float


@dataclass(frozen=True)
class AutoencoderConfig:
    """Shape and training of the autoencoder; ``minutes`` is wall-clock time."""

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
    """Shape and training of the denoiser and the text encoder.

    ``crop`` is the number of columns of latents in a training example, ``strong_noise`` and ``middle_noise`` are the
    shares of examples with noise levels of these ranges, ``lessons`` is the number of batches of captions on which the
    text encoder is trained before the denoiser.
    With ``scores`` the denoiser gets the score of each clip, except for a share of ``empty_scores``.
    ``shares`` is the number of threads that share a batch, each with an equal part of the processor's threads.
    A sheet of images is drawn at one in ``sheet_every`` measurements, which are made with checkpoints.
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
    """Return the default settings, overridden by a TOML file.

    Raises
    ------
    UserError
        If the file cannot be read, or has an unknown setting.
    """
    table = tomllib.loads(_DEFAULTS.read_text())
    if path is not None:
        try:
            overrides = tomllib.loads(path.read_text())
        except (OSError, tomllib.TOMLDecodeError) as error:
            raise UserError(f"Could not read the settings in {path}: {reason(error)}.") from error
        for section, values in overrides.items():
            if section not in table or not isinstance(values, dict):
                raise UserError(f"{path} has an unknown section [{section}]. Known: {', '.join(table)}.")
            unknown = set(values) - set(table[section])
            if unknown:
                raise UserError(f"{path} has unknown settings in [{section}]: {', '.join(sorted(unknown))}.")
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
        value, type_name = values[field.name], field.type
        is_valid = isinstance(value, list if "list" in str(type_name) else (int, float))
        if not is_valid or (type_name == "int" and not isinstance(value, int)):
            raise UserError(f"The training setting {field.name} = {value!r} should be of type {type_name}.")
    return kind(**values)
