"""Training of the denoiser and its text encoder on latents: velocity prediction with uniform weighting."""

from __future__ import annotations

import copy
import math
import shutil
import threading
import time
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor
from torch.nn import functional

from riffdesk.diffusion.starter.patch_autoencoder import PatchAutoencoder
from riffdesk.errors import UserError
from riffdesk.progress import OnStep, Step, ignore_steps
from riffdesk.training.checkpoint import load_checkpoint, save_checkpoint, writing
from riffdesk.training.networks.latents import Latents, load_latents
from riffdesk.training.networks.sampling import Components, generate, new_scheduler
from riffdesk.training.networks.text_encoder import new_text_encoder, open_tokenizer, tokenize
from riffdesk.training.networks.text_lessons import teach
from riffdesk.training.run_log import log_line, save_sheet

if TYPE_CHECKING:
    from riffdesk.training.config import DenoiserConfig, TrainingConfig

SHEET_PROMPTS = (
    "piano melody, no drums", "rock drums, 120 bpm", "synth lead arpeggio with house drums and bass, 124 bpm",
    "violin melody, minor, no drums", "acoustic guitar chords, major", "flute solo, high", "bass line, slow",
    "lofi", "organ drone", "jazz swing drums, 140 bpm", "distorted guitar riff with rock drums", "music box arpeggio",
    "trumpet melody with march drums", "choir chords, no drums", "marimba riff, bossa nova drums", "",
)  # fmt: skip
_CHECKPOINT = "checkpoint.safetensors"
_REPORT_SECONDS = 60
_STRONG, _MIDDLE = 0.6, (0.1, 0.6)  # of all noise levels
_MEASURED_STEPS = 100  # minimum between two measurements on held-out clips
_MAX_STEP_SECONDS = 30.0  # longest time that counts for a step, as a run may be suspended


@dataclass
class Run:
    """A training run: its folder, settings and networks."""

    folder: Path
    settings: DenoiserConfig
    seed: int
    tokenizer: Any
    vae: PatchAutoencoder
    networks: dict[str, Any]
    device: str = "cpu"
    compiled: bool = False
    stop: threading.Event = field(default_factory=threading.Event)


def train_denoiser(
    config: TrainingConfig,
    *,
    device: str = "cpu",
    start_from: Path | None = None,
    compiled: bool = False,
    stop: threading.Event | None = None,
    on_step: OnStep = ignore_steps,
) -> Path:
    """Train for the configured minutes, continuing from the last checkpoint, and return the folder of the weights.

    Parameters
    ----------
    config : TrainingConfig
        Settings; the autoencoder must have been trained in its folder.
    device : str
        'cpu' or 'cuda'.
    start_from : Path, optional
        An exported model whose weights, autoencoder included, are used if there is no checkpoint.
    compiled : bool
        Compile the network first (torch.compile), which takes minutes and then saves time.
    stop : Event, optional
        Once it is set, training ends after the present step, with a checkpoint.
    on_step : callable
        Called once a minute.

    Raises
    ------
    UserError
        If there is no autoencoder, or the disk is full.
    """
    folder = config.folder / "denoiser"
    vae = load_autoencoder(start_from / "vae" if start_from else config.folder / "autoencoder" / "vae")
    data = load_latents(config, vae, False, device=device, on_step=on_step)
    held_out = load_latents(config, vae, True, device=device, on_step=on_step)
    if start_from is not None and not (folder / "tokenizer").exists():
        shutil.copytree(start_from / "tokenizer", folder / "tokenizer")  # the weights depend on its token ids
    tokenizer = open_tokenizer(folder / "tokenizer")
    torch.manual_seed(config.data.seed)
    settings = config.denoiser
    networks = {"unet": new_unet(settings, vae), "text_encoder": new_text_encoder(settings, tokenizer)}
    if start_from is not None:
        _start_from(networks, start_from)
    elif load_checkpoint(folder / _CHECKPOINT, {}, None) is None:
        teach(
            tokenizer,
            networks["text_encoder"],
            networks["unet"],
            steps=settings.lessons,
            seed=config.data.seed,
            on_step=on_step,
        )
    run = Run(folder, settings, config.data.seed, tokenizer, vae, networks, device, compiled)
    run.stop = stop or run.stop
    train(run, data, held_out, on_step)
    return folder


def train(run: Run, data: Latents, held_out: Latents, on_step: OnStep = ignore_steps) -> None:
    """Train the networks of a run on latents; moving averages of the weights are written beside the checkpoint."""
    torch.set_num_threads(max(1, torch.get_num_threads() // run.settings.shares))
    averages = {f"{name} average": copy.deepcopy(network) for name, network in run.networks.items()}
    all_networks = run.networks | averages
    for network in all_networks.values():
        network.to(run.device, memory_format=torch.channels_last)
    rates = {"unet": run.settings.learning_rate, "text_encoder": run.settings.text_learning_rate}
    for name, rate in rates.items():
        run.networks[name].requires_grad_(rate > 0)
    groups = [{"params": list(run.networks[name].parameters()), "full": rate} for name, rate in rates.items() if rate]
    optimizer = torch.optim.AdamW(groups, betas=(0.9, 0.99), weight_decay=0.01, fused=True)
    checkpoint = run.folder / _CHECKPOINT
    progress = load_checkpoint(checkpoint, all_networks, optimizer) or {"seconds": 0.0, "steps": 0}
    step = Trainer(run, averages, optimizer)
    generator = np.random.default_rng([run.seed, progress["steps"]])
    torch.manual_seed(run.seed + progress["steps"])
    total = run.settings.minutes * 60
    parts = Components(run.tokenizer, averages["text_encoder average"], averages["unet average"], run.vae)

    def save() -> None:
        save_checkpoint(checkpoint, all_networks, optimizer, progress)
        with writing(run.folder):
            parts.unet.save_pretrained(run.folder / "unet")
            parts.text_encoder.save_pretrained(run.folder / "text_encoder")

    losses: list[float] = []
    reported = saved = mark = time.monotonic()
    measurements, measured = 0, progress["steps"] - _MEASURED_STEPS
    while progress["seconds"] < total and not run.stop.is_set():
        losses.append(step(data, progress["seconds"] / total, progress["steps"], generator))
        now = time.monotonic()
        progress["seconds"] += min(now - mark, _MAX_STEP_SECONDS)
        progress["steps"] += 1
        mark = now
        if now - reported > _REPORT_SECONDS:
            speed = len(losses) * run.settings.batch / (now - reported)
            log_line(run.folder / "log.csv", **progress, loss=float(np.mean(losses)), samples_per_second=speed)
            text = f"Loss {np.mean(losses):.4f}, {speed:.1f} clips/s, step {progress['steps']}, second"
            on_step(Step(int(progress["seconds"]), int(total), text))
            losses, reported = [], now
        if now - saved > run.settings.checkpoint_minutes * 60:
            save()
            if progress["steps"] - measured >= _MEASURED_STEPS:
                measurements, measured = measurements + 1, progress["steps"]
                _report(parts, held_out, run, measured, sheet=measurements % run.settings.sheet_every == 0)
            saved = mark = reported = time.monotonic()
    save()
    if not run.stop.is_set():
        _report(parts, held_out, run, progress["steps"], sheet=True)


def load_autoencoder(folder: Path) -> PatchAutoencoder:
    """Return a trained autoencoder; a UserError if there is none."""
    if not (folder / "config.json").is_file():
        raise UserError(f"There is no autoencoder in {folder}. Run: python -m riffdesk.training autoencoder")
    model: PatchAutoencoder = PatchAutoencoder.from_pretrained(folder)
    return model


def new_unet(settings: DenoiserConfig, vae: PatchAutoencoder) -> Any:
    """Return an untrained network: convolutions at full size, self-attention and cross-attention to the text below it.

    An embedding of the text is also added to the time embedding, which all blocks get. Without that, the network did
    not learn to distinguish instruments from 46,000 clips.
    """
    from riffdesk.diffusion.starter.riff_unet import RiffUNet
    from riffdesk.diffusion.starter.score_unet import ScoreUNet

    levels = len(settings.channels)
    kind = ScoreUNet if settings.scores else RiffUNet
    return kind(
        sample_size=512 // 16,
        in_channels=vae.config.latent_channels,
        out_channels=vae.config.latent_channels,
        block_out_channels=tuple(settings.channels),
        layers_per_block=settings.layers,
        down_block_types=("DownBlock2D", *["CrossAttnDownBlock2D"] * (levels - 1)),
        up_block_types=(*["CrossAttnUpBlock2D"] * (levels - 1), "UpBlock2D"),
        cross_attention_dim=settings.text_width,
        # Despite its name, diffusers takes this as the number of heads.
        attention_head_dim=tuple(max(1, width // 32) for width in settings.channels),
        norm_num_groups=16,
        addition_embed_type="text",
        addition_embed_type_num_heads=max(1, settings.text_width // 32),
    )


class Trainer:
    """One step of training: a batch of clips, noise, the loss, the optimizer and the moving average."""

    def __init__(self, run: Run, averages: dict[str, Any], optimizer: Any) -> None:
        self.networks, self.averages, self.optimizer = run.networks, averages, optimizer
        self.tokenizer, self.settings, self.device = run.tokenizer, run.settings, run.device
        self.unet = torch.compile(self.networks["unet"]) if run.compiled else self.networks["unet"]
        self.levels = new_scheduler("DDPMScheduler")
        self.ids: dict[str, Tensor] = {}
        # Threads that share each operation wait for one another after each, which takes most of the time on a busy
        # machine; threads that share a batch wait once for each step.
        self.map_parts = map if run.settings.shares == 1 else ThreadPoolExecutor(run.settings.shares).map

    def __call__(self, data: Latents, share: float, steps: int, generator: np.random.Generator) -> float:
        """Train on one batch and return its loss. ``share`` is the part of the training time that is over, 0 to 1."""
        settings = self.settings
        for group in self.optimizer.param_groups:
            group["lr"] = group["full"] * rate_factor(share, steps, settings)
        numbers = generator.integers(len(data.labels), size=settings.batch)
        begin = generator.integers(data.values.shape[-1] - settings.crop + 1)
        clips = data.values[numbers, ..., begin : begin + settings.crop]
        clean = torch.from_numpy(clips).float().to(self.device, memory_format=torch.channels_last)
        captions = ["" if generator.random() < settings.empty_captions else data.caption(n, generator) for n in numbers]
        tokens = self._tokens(captions)
        noise = torch.randn_like(clean)
        times = torch.from_numpy(noise_levels(settings, generator)).to(self.device)
        scores = self._scores(data, numbers, begin, generator) if settings.scores else None
        parameters = [parameter for group in self.optimizer.param_groups for parameter in group["params"]]

        def loss_and_gradients(some: slice) -> tuple[float, tuple[Tensor | None, ...]]:
            score_inputs = {} if scores is None else {"score": scores[some]}
            loss = self._loss(clean[some], noise[some], times[some], tokens[some], score_inputs)
            return loss.item(), torch.autograd.grad(loss, parameters, allow_unused=True)

        losses, gradients = zip(
            *self.map_parts(loss_and_gradients, _shares(settings.batch, settings.shares)), strict=True
        )
        for parameter, *some in zip(parameters, *gradients, strict=True):
            parameter.grad = None if some[0] is None else sum(some) / len(some)
        torch.nn.utils.clip_grad_norm_(parameters, 1.0)
        self.optimizer.step()
        self._average(steps)
        return float(np.mean(losses))

    def _loss(
        self, clean: Tensor, noise: Tensor, times: Tensor, tokens: Tensor, score_inputs: dict[str, Tensor]
    ) -> Tensor:
        """Return the mean squared error of the predicted velocity of noisy clips."""
        text = self.networks["text_encoder"](tokens).last_hidden_state
        noisy = self.levels.add_noise(clean, noise, times)
        with torch.autocast(torch.device(self.device).type, torch.bfloat16, enabled=self.settings.bf16):
            predicted = self.unet(noisy, times, text, **score_inputs).sample
        return functional.mse_loss(predicted.float(), self.levels.get_velocity(clean, noise, times))

    def _scores(self, data: Latents, numbers: NDArray[np.int64], begin: int, generator: np.random.Generator) -> Tensor:
        """Return the pictures of clips' scores; zeros for a share of them, so that the model also learns without."""
        pictures = [data.score(int(number), begin, self.settings.crop) for number in numbers]
        is_empty = generator.random(len(pictures)) < self.settings.empty_scores
        is_empty &= ~np.array([data.labels[number].get("score_only", False) for number in numbers])
        scores = torch.stack(pictures)
        scores[torch.from_numpy(is_empty)] = 0
        return scores.to(self.device, memory_format=torch.channels_last)

    def _tokens(self, captions: list[str]) -> Tensor:
        for caption in captions:
            if caption not in self.ids:
                self.ids[caption] = tokenize(self.tokenizer, [caption])[0]
        return torch.stack([self.ids[caption] for caption in captions]).to(self.device)

    @torch.no_grad()
    def _average(self, steps: int) -> None:
        """Move the averages towards the weights, faster in the first steps."""
        keep = kept_share(self.settings, steps)
        for name, network in self.networks.items():
            average = list(self.averages[f"{name} average"].parameters())
            torch._foreach_lerp_(average, list(network.parameters()), 1 - keep)


def _shares(batch: int, shares: int) -> list[slice]:
    """Return equal parts of a batch."""
    size = batch // shares
    return [slice(start, start + size) for start in range(0, size * shares, size)]


def noise_levels(settings: DenoiserConfig, generator: np.random.Generator) -> NDArray[np.int64]:
    """Return a time from 0 to 999 for each clip of a batch.

    A share of them is above `_STRONG`, where captions matter most, and another within `_MIDDLE`, which determines the
    sharpness of lines.
    """
    # Evenly spread over the batch, which reduces the variance of the loss.
    spread = (generator.permutation(settings.batch) + generator.random(settings.batch)) / settings.batch
    strong, low, high = settings.strong_noise, *_MIDDLE
    special = strong + settings.middle_noise
    levels = np.where(
        spread < strong,
        _STRONG + (1 - _STRONG) * spread / max(strong, 1e-9),
        np.where(
            spread < special,
            low + (high - low) * (spread - strong) / max(special - strong, 1e-9),
            (spread - special) / max(1 - special, 1e-9),
        ),
    )
    return np.asarray(np.minimum(levels * 1000, 999), np.int64)


def kept_share(settings: DenoiserConfig, steps: int) -> float:
    """Return the share of the averages that a step keeps: less in the first steps."""
    return min(settings.ema, (1 + steps) / (10 + steps))


def rate_factor(share: float, steps: int, settings: DenoiserConfig) -> float:
    """Return the factor of the learning rate: warm-up, constant, then decay to a fiftieth."""
    warm = min(1.0, (steps + 1) / settings.warmup_steps)
    decay = min(1.0, (1 - share) / settings.decay_share)
    return warm * (0.02 + 0.98 * math.sin(0.5 * math.pi * decay) ** 2)


def _start_from(networks: dict[str, Any], folder: Path) -> None:
    from safetensors.torch import load_file

    for name, file in (("unet", "diffusion_pytorch_model"), ("text_encoder", "model")):
        weights = load_file(folder / name / f"{file}.safetensors")
        weights = {key: value.float() for key, value in weights.items()}
        if (
            name == "unet"
            and hasattr(networks[name], "load_riff")
            and not any(key.startswith("score.") for key in weights)
        ):
            networks[name].load_riff(weights)
        else:
            networks[name].load_state_dict(weights)


def _report(parts: Components, held_out: Latents, run: Run, steps: int, *, sheet: bool) -> None:
    """Write the loss on held-out clips, and a sheet of images of prompts, and of scores if the model takes them."""
    if sheet:
        run.vae.to(run.device)
        images = generate(parts, list(SHEET_PROMPTS), seed=1, device=run.device)
        if run.settings.scores:
            numbers = range(min(8, len(held_out.labels)))
            captions = [held_out.caption(number, np.random.default_rng(number)) for number in numbers]
            scores = torch.stack([held_out.score(number, 0, held_out.values.shape[-1]) for number in numbers])
            scored_images = generate(parts, captions, seed=1, device=run.device, scores=scores, guide_notes=True)
            images = np.concatenate([images, scored_images])
        save_sheet(run.folder / "sheets" / f"{steps:07d}.png", images, columns=4)
    losses = {"loss": held_out_loss(parts, held_out, run.device)}
    if run.settings.scores:
        losses["loss_with_score"] = held_out_loss(parts, held_out, run.device, scored=True)
    log_line(run.folder / "held-out.csv", steps=steps, **losses)


@torch.no_grad()
def held_out_loss(parts: Components, held_out: Latents, device: str, clips: int = 64, *, scored: bool = False) -> float:
    """Return the training loss on held-out clips, with the same noise at each call."""
    generator = torch.Generator().manual_seed(0)
    levels, losses = new_scheduler("DDPMScheduler"), []
    for start in range(0, min(clips, len(held_out.labels)), 16):
        clean = torch.from_numpy(held_out.values[start : start + 16]).float()
        noise = torch.randn(clean.shape, generator=generator)
        times = (torch.arange(len(clean)) * 1000 + 500) // len(clean)
        noisy = levels.add_noise(clean, noise, times)
        captions = [held_out.caption(start + i, np.random.default_rng(start + i)) for i in range(len(clean))]
        text = parts.text_encoder(tokenize(parts.tokenizer, captions).to(device)).last_hidden_state
        score_inputs = {}
        if scored:
            pictures = [held_out.score(start + i, 0, clean.shape[-1]) for i in range(len(clean))]
            score_inputs["score"] = torch.stack(pictures).to(device)
        predicted = parts.unet(noisy.to(device), times.to(device), text, **score_inputs).sample.cpu()
        losses.append(functional.mse_loss(predicted, levels.get_velocity(clean, noise, times)).item())
    return float(np.mean(losses))
