"""Training of the autoencoder: linear maps from the principal components of patches, then the networks."""

from __future__ import annotations

import math
import time
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor
from torch.nn import functional

from riffdesk.diffusion.starter.patch_autoencoder import PATCH, PatchAutoencoder
from riffdesk.errors import UserError
from riffdesk.progress import OnStep, Step, ignore_steps
from riffdesk.training.checkpoint import load_checkpoint, save_checkpoint, writing
from riffdesk.training.clips.shards import shards
from riffdesk.training.run_log import log_line, save_sheet

if TYPE_CHECKING:
    from riffdesk.training.config import AutoencoderConfig, TrainingConfig

_TRAINING_IMAGES = 2_048  # half a gigabyte; patches are so similar that more clips add little
_REPORT_SECONDS, _CHECKPOINT_SECONDS = 30, 120
_MAX_STEP_SECONDS = 30.0  # longest time that counts for a step, as a run may be suspended


def train_autoencoder(config: TrainingConfig, *, device: str = "cpu", on_step: OnStep = ignore_steps) -> Path:
    """Train for the configured minutes, continuing from the last checkpoint, and return the model's folder.

    Raises
    ------
    UserError
        If data is missing and cannot be rendered, or the disk is full.
    """
    settings, folder = config.autoencoder, config.folder / "autoencoder"
    images, held_out = load_images(config, False, _TRAINING_IMAGES), load_images(config, True, 128)
    model = new_autoencoder(settings)
    optimizer = torch.optim.AdamW(model.parameters(), settings.learning_rate, weight_decay=0.01)
    progress = load_checkpoint(folder / "checkpoint.safetensors", {"model": model}, optimizer)
    if progress is None:
        fit_components(model, images)
        progress = {"seconds": 0.0, "steps": 0}
        log_line(folder / "log.csv", seconds=0, steps=0, loss=0, psnr=held_out_psnr(model, held_out, device))
    model.to(device, memory_format=torch.channels_last)
    generator = np.random.default_rng([config.data.seed, progress["steps"]])
    total = settings.minutes * 60
    losses: list[float] = []
    reported = saved = mark = time.monotonic()
    while progress["seconds"] < total:
        share = progress["seconds"] / total
        for group in optimizer.param_groups:
            group["lr"] = settings.learning_rate * min(1, (progress["steps"] + 1) / 50) * _cosine(share)
        losses.append(_train_step(model, optimizer, _batch(images, settings, generator).to(device), settings))
        now = time.monotonic()
        progress["seconds"] += min(now - mark, _MAX_STEP_SECONDS)
        progress["steps"] += 1
        mark = now
        if now - reported > _REPORT_SECONDS or progress["seconds"] >= total:
            psnr = held_out_psnr(model, held_out[:32], device)
            log_line(folder / "log.csv", **progress, loss=float(np.mean(losses)), psnr=psnr)
            on_step(Step(int(progress["seconds"]), int(total), f"PSNR {psnr:.2f} dB at"))
            losses, reported, mark = [], now, time.monotonic()
        if now - saved > _CHECKPOINT_SECONDS:
            save_checkpoint(folder / "checkpoint.safetensors", {"model": model}, optimizer, progress)
            saved = mark = time.monotonic()
    save_checkpoint(folder / "checkpoint.safetensors", {"model": model}, optimizer, progress)
    fit_latent_scale(model, images[:256], device)
    with writing(folder / "vae"):
        model.cpu().save_pretrained(folder / "vae")
    _save_reconstructions(model, held_out, folder / "reconstructions.png")
    psnr = held_out_psnr(model, held_out, "cpu")
    log_line(folder / "log.csv", **progress, loss=0, psnr=psnr)
    on_step(Step(int(total), int(total), f"PSNR {psnr:.2f} dB on {len(held_out)} held-out images;"))
    return folder / "vae"


def new_autoencoder(settings: AutoencoderConfig) -> PatchAutoencoder:
    """Return an untrained autoencoder of the configured shape."""
    widths = (*[settings.fine_width] * 4, settings.width)
    model: PatchAutoencoder = PatchAutoencoder(
        latent_channels=settings.latent_channels,
        block_out_channels=widths,
        blocks=settings.blocks,
        fine_blocks=settings.fine_blocks,
    )
    return model


def load_images(config: TrainingConfig, held_out: bool, count: int) -> NDArray[np.uint8]:
    """Return the first images of the data, at most ``count``: uint8 ``[n, 512, 512]``."""
    parts, count_loaded = [], 0
    for shard in shards(config, held_out):
        parts.append(shard.images)
        count_loaded += len(shard.images)
        if count_loaded >= count:
            break
    if not parts:
        raise UserError("There are no clips to train on. Set train_clips and held_out_clips above 0.")
    return np.concatenate(parts)[:count]


def as_tensor(images: NDArray[np.uint8]) -> Tensor:
    """Return images as float32 ``[n, 1, height, width]`` in -1 .. 1."""
    return torch.from_numpy(images.astype(np.float32)[:, None] / 127.5 - 1)


@torch.no_grad()
def fit_components(model: PatchAutoencoder, images: NDArray[np.uint8]) -> None:
    """Set the linear maps to the principal components of the patches (Pearson 1901), and the latents' scale."""
    sampled = as_tensor(images[:: max(1, len(images) // 256)])
    patches = functional.unfold(sampled, PATCH, stride=PATCH).transpose(1, 2).reshape(-1, PATCH * PATCH).double()
    mean = patches.mean(dim=0)
    centred = patches - mean
    variances, vectors = torch.linalg.eigh(centred.T @ centred / len(centred))
    count = model.config.latent_channels
    components = vectors.flip(1)[:, :count].T
    model.analysis.weight.copy_(components.reshape(count, 1, PATCH, PATCH))
    _bias(model.analysis).copy_(-components @ mean)
    model.synthesis.weight.copy_(components.reshape(count, 1, PATCH, PATCH))
    # The mean patch is nearly flat: its mean is the bias, and the networks learn the rest.
    _bias(model.synthesis).fill_(mean.mean())
    _set_scale(model, torch.zeros(count), variances.flip(0)[:count].sqrt().float())


@torch.no_grad()
def fit_latent_scale(model: PatchAutoencoder, images: NDArray[np.uint8], device: str) -> None:
    """Set the latents' mean and scale again after training, without changing the decoded images."""
    model.to(device)
    raw = torch.cat([model.raw_latents(as_tensor(images[i : i + 16]).to(device)) for i in range(0, len(images), 16)])
    before_mean, before_scale = model.latent_mean.clone(), model.latent_scale.clone()
    _set_scale(model, raw.mean(dim=(0, 2, 3)), raw.std(dim=(0, 2, 3)))
    # The decoder's first layer is adapted from the old scale to the new one.
    first = model.decoder[0]
    ratio = model.latent_scale / before_scale
    shift = (model.latent_mean - before_mean) / before_scale
    first.bias += (first.weight * shift[None, :, None, None]).sum(dim=(1, 2, 3))
    first.weight *= ratio[None, :, None, None]


def _bias(layer: Any) -> Tensor:
    return layer.bias  # type: ignore[no-any-return]


def _set_scale(model: PatchAutoencoder, mean: Tensor, spread: Tensor) -> None:
    """Scale the channels to a mean variance of 1, with half of their differences in dB.

    With all differences, the weak components would be below the noise until the last steps; with none, they would
    matter as much as the strong ones.
    """
    scale = spread.sqrt()
    model.latent_scale.copy_(scale * (spread / scale).square().mean().sqrt())
    model.latent_mean.copy_(mean)


def _batch(images: NDArray[np.uint8], settings: AutoencoderConfig, generator: np.random.Generator) -> Tensor:
    """Return random crops."""
    size = settings.crop
    crops = []
    for number in generator.integers(len(images), size=settings.batch):
        row, column = generator.integers(images.shape[1] - size + 1, size=2)
        crops.append(images[number, row : row + size, column : column + size])
    return as_tensor(np.stack(crops)).contiguous(memory_format=torch.channels_last)


def _train_step(model: PatchAutoencoder, optimizer: Any, batch: Tensor, settings: AutoencoderConfig) -> float:
    latents = model.normalised(model.raw_latents(batch))
    noisy = latents + settings.latent_noise * torch.randn_like(latents)
    loss = functional.mse_loss(model.decode(noisy).sample[:, :1], batch)
    optimizer.zero_grad(set_to_none=True)
    loss.backward()  # type: ignore[no-untyped-call]
    torch.nn.utils.clip_grad_norm_(model.parameters(), 1.0)
    optimizer.step()
    return loss.item()


def _cosine(share: float) -> float:
    return 0.02 + 0.98 * 0.5 * (1 + math.cos(math.pi * min(1.0, share)))


@torch.no_grad()
def reconstruct(model: PatchAutoencoder, images: NDArray[np.uint8], device: str) -> NDArray[np.uint8]:
    """Return images encoded and decoded again."""
    model.to(device).eval()
    decoded = []
    for start in range(0, len(images), 8):
        batch = as_tensor(images[start : start + 8]).to(device)
        decoded.append(model(batch).sample[:, 0].cpu())
    model.train()
    return ((torch.cat(decoded) + 1) * 127.5).round().clamp(0, 255).byte().numpy()


def held_out_psnr(model: PatchAutoencoder, images: NDArray[np.uint8], device: str) -> float:
    """Return the mean over images of the peak signal-to-noise ratio in dB, after rounding to 8 bits."""
    error = (reconstruct(model, images, device).astype(np.float32) - images) ** 2
    return float(np.mean(10 * np.log10(255**2 / np.maximum(error.mean(axis=(1, 2)), 1e-6))))


def _save_reconstructions(model: PatchAutoencoder, images: NDArray[np.uint8], path: Path) -> None:
    shown_images = images[:8]
    save_sheet(path, np.concatenate([shown_images, reconstruct(model, shown_images, "cpu")]), columns=8)
