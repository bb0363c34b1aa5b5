"""Trains the starter's denoiser on a graphics card for some minutes; started by packaging/gpu/train.

Clips are composed and played on all processor cores while the network learns from those that are there, so that
nothing is carried but the soundfonts. The text encoder and the autoencoder stay as they are.
"""

from __future__ import annotations

import argparse
import copy
import os
import time
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import numpy as np
import torch
from clip_makers import LATENT_SIZE, ClipMakers
from clip_store import CLIP_BYTES, Batch, ClipStore
from safetensors.torch import load_file, save_file
from torch import Tensor
from torch.nn import functional

from riffdesk.diffusion.starter.score_unet import SCORE_WIDTH
from riffdesk.errors import UserError
from riffdesk.paths import resources_dir
from riffdesk.training.config import load_config
from riffdesk.training.networks.denoiser import kept_share, noise_levels, rate_factor
from riffdesk.training.networks.sampling import Components, generate, load_components, new_scheduler
from riffdesk.training.networks.text_encoder import tokenize
from riffdesk.training.run_log import log_line, save_sheet

STARTER = resources_dir() / "models" / "starter"
SETTINGS = Path(__file__).with_name("train.toml")
WEIGHTS = "unet/diffusion_pytorch_model.safetensors"
PIECES = 2
"""Files of the weights: each is smaller than 16 MB."""

_REPORT_SECONDS, _FIRST_CLIPS, _MEASURED = 10, 512, 256
_MEMORY = 0.6  # of what is free, for clips
_FAILURES = 3  # steps without a gradient before the next precaution


def main() -> None:
    """Train, or put pieces of weights into a model."""
    parser = argparse.ArgumentParser(prog="packaging/gpu/train", description="Trains the starter's denoiser.")
    parser.add_argument("-o", "--output", type=Path, required=True, help="folder for weights, losses and a sheet")
    parser.add_argument("--seconds", type=float, default=420, help="from here to the last step")
    parser.add_argument("--device", default="cuda")
    parser.add_argument("--batch", type=int, default=256)
    parser.add_argument("--clips", type=int, help="that are kept; as many as there is room for if not given")
    parser.add_argument("--held-out", type=int, default=_MEASURED, help="clips that are only measured on")
    parser.add_argument("--processes", type=int, default=max(1, (os.cpu_count() or 2) - 1), help="that make clips")
    parser.add_argument("--rate", type=float, help="learning rate")
    parser.add_argument("--fonts", nargs="+", help="file names of soundfonts, if not those of train.toml")
    parser.add_argument("--plain", action="store_true", help="without torch.compile")
    parser.add_argument("--keep", type=Path, metavar="MODEL", help="only put the weights of the output into a model")
    options = parser.parse_args()
    if options.keep:
        keep(options.output, options.keep)
        return
    train(options)


def keep(folder: Path, model: Path) -> None:
    """Put the pieces of weights in a folder into a model folder."""
    weights = {key: value for path in _pieces(folder) for key, value in load_file(path).items()}
    save_file(weights, model / WEIGHTS, metadata={"format": "pt"})
    print(f"{model}: {len(weights)} tensors")


def train(options: argparse.Namespace) -> None:
    """Train for some seconds, and write averaged weights and losses beside it."""
    clock = Clock(options.seconds)
    config = load_config(SETTINGS)
    fonts = options.fonts or config.data.fonts
    data = replace(config.data, held_out_clips=options.held_out, fonts=fonts)
    settings = replace(
        config.denoiser, batch=options.batch, learning_rate=options.rate or config.denoiser.learning_rate
    )
    parts = load_components(STARTER)
    libraries = os.environ.get("RIFFDESK_LIBRARIES")
    per_slot = min(32, options.held_out)
    makers = ClipMakers(
        data,
        parts.tokenizer,
        processes=options.processes,
        per_slot=per_slot,
        libraries=Path(libraries) if libraries else None,
    )
    try:
        Training(options, settings, parts, makers, clock).run()
    finally:
        makers.close()


@dataclass
class Clock:
    """The time of a training."""

    seconds: float

    def __post_init__(self) -> None:
        self.begin = time.monotonic()

    def __call__(self) -> float:
        """Return the seconds that have gone by."""
        return time.monotonic() - self.begin

    def say(self, text: str) -> None:
        """Print a line with the time."""
        print(f"{self():7.1f} s  {text}", flush=True)


class Training:
    """One training: networks, clips, and the steps."""

    def __init__(self, options: Any, settings: Any, parts: Components, makers: ClipMakers, clock: Clock) -> None:
        torch.backends.cuda.matmul.allow_tf32 = torch.backends.cudnn.allow_tf32 = True
        torch.backends.cuda.enable_cudnn_sdp(False)  # the likeliest reason of gradients that were no numbers
        self.settings, self.makers, self.clock, self.output = settings, makers, clock, options.output
        self.device, self.held_out_clips = options.device, options.held_out
        for network in (parts.text_encoder, parts.vae, parts.unet):
            network.to(self.device).requires_grad_(False)
        self.parts = parts
        self.unet = copy.deepcopy(parts.unet).train().requires_grad_(True)
        for reader in (self.unet.metronome, self.unet.key_reader):
            reader.requires_grad_(False)  # they learn from captions
        self.parameters = [parameter for parameter in self.unet.parameters() if parameter.requires_grad]
        self.averages = [
            average
            for average, parameter in zip(parts.unet.parameters(), self.unet.parameters(), strict=True)
            if parameter.requires_grad
        ]
        self.optimizer = torch.optim.AdamW(
            self.parameters, lr=settings.learning_rate, betas=(0.9, 0.99), weight_decay=0.01, fused=True
        )
        share = new_scheduler("DDPMScheduler").alphas_cumprod.to(self.device)
        self.signal, self.noise = share.sqrt(), (1 - share).sqrt()
        self.empty = tokenize(parts.tokenizer, [""]).to(self.device)
        self.generator = np.random.default_rng(settings.batch)
        capacity = options.clips or int(_MEMORY * torch.cuda.mem_get_info()[0] / CLIP_BYTES)
        clock.say(f"{self.device}: room for {capacity} clips, {len(self.parameters)} tensors are trained")
        self.store = ClipStore(capacity, parts.vae, self.device)
        self.held_out = ClipStore(options.held_out, parts.vae, self.device)
        self.network: Any = self.unet
        self.half = torch.bfloat16
        self.failures = 0
        self.precautions = [
            ("attention without fused kernels", _plain_attention),
            ("networks in float32", lambda: setattr(self, "half", None)),
        ]
        if not options.plain:
            self._compile()

    def run(self) -> None:
        """Wait for the first clips, then train until the time is over."""
        while len(self.store) < _FIRST_CLIPS or len(self.held_out) < self.held_out_clips:
            self._take()
            time.sleep(0.01)
        self.clock.say(f"{len(self.store)} clips are there")
        self._measure(0)
        begin, steps, reported, done, measured = self.clock(), 0, self.clock(), 0, self.clock()
        losses: list[Tensor] = []
        while (now := self.clock()) < self.clock.seconds:
            self._take()
            losses.append(self._step((now - begin) / (self.clock.seconds - begin), steps))
            steps += 1
            if now - reported > _REPORT_SECONDS:
                self._report(steps, losses, (steps - done) * self.settings.batch / (now - reported))
                reported, done, losses = now, steps, []
            if now - measured > 60 * self.settings.checkpoint_minutes:
                self._save()
                self._measure(steps)
                measured = self.clock()
        self._save()
        self._measure(steps)
        self._sheet()

    def _take(self) -> None:
        for clips in self.makers.ready():
            (self.held_out if clips.held_out else self.store).add(clips)

    def _compile(self) -> None:
        """Compile the network while the first clips are made; without, if that fails."""
        size = self.settings.batch
        shapes = [
            (size, channels, LATENT_SIZE, LATENT_SIZE) for channels in (self.parts.unet.config.in_channels, SCORE_WIDTH)
        ]
        latents, scores = (
            torch.randn(shape, device=self.device).contiguous(memory_format=torch.channels_last) for shape in shapes
        )
        is_score_only = torch.zeros(size, dtype=torch.bool, device=self.device)
        example = Batch(latents, scores, self.empty.expand(size, -1), is_score_only)
        compiled = torch.compile(self.unet)
        for name, network in (("plain", self.unet), ("compiled", compiled)):
            try:
                self.network = network
                seconds = [self._timed(example) for _ in range(4)]
                self.clock.say(f"{name}: first {seconds[0]:.1f} s, then {min(seconds[1:]):.4f} s for {size} clips")
            except Exception as error:  # training goes on without
                self.clock.say(f"{name}: {type(error).__name__}: {error}"[:2000])
                self.network = self.unet
        self.optimizer.zero_grad(set_to_none=True)

    def _timed(self, example: Batch) -> float:
        begin = time.monotonic()
        times = torch.from_numpy(noise_levels(self.settings, self.generator)).to(self.device)
        self._loss(example, times).backward()
        if self.device == "cuda":
            torch.cuda.synchronize()
        return time.monotonic() - begin

    def _step(self, share: float, steps: int) -> Tensor:
        settings = self.settings
        for group in self.optimizer.param_groups:
            group["lr"] = settings.learning_rate * rate_factor(share, steps, settings)
        batch = self.store.random(settings.batch)
        chance = torch.rand(2, settings.batch, device=self.device)
        has_caption = chance[0] >= settings.empty_captions
        has_score = (chance[1] >= settings.empty_scores) | batch.score_only
        batch.tokens.copy_(torch.where(has_caption[:, None], batch.tokens, self.empty))
        batch.scores.mul_(has_score[:, None, None, None])
        times = torch.from_numpy(noise_levels(settings, self.generator)).to(self.device, non_blocking=True)
        loss = self._loss(batch, times)
        loss.backward()
        norm = torch.nn.utils.clip_grad_norm_(self.parameters, 1.0)
        if not bool(norm.isfinite()):
            self._without_step(loss, batch)
            return loss.detach()
        self.failures = 0
        self.optimizer.step()
        self.optimizer.zero_grad(set_to_none=True)
        with torch.no_grad():
            torch._foreach_lerp_(self.averages, self.parameters, 1 - kept_share(settings, steps))
        return loss.detach()

    def _without_step(self, loss: Tensor, batch: Batch) -> None:
        """Leave a step out whose gradient is no number; after some in a row take a precaution, or stop.

        Raises
        ------
        UserError
            If no precaution is left.
        """
        unclear = {name for name, weight in self.unet.named_parameters() if _is_unclear(weight.grad)}
        inputs = [name for name in ("latents", "scores") if _is_unclear(getattr(batch, name))]
        which = f"{len(unclear)} tensors, such as {sorted(unclear)[:4]}; inputs {inputs}"
        self.clock.say(f"no gradient: loss {loss.item():.4f}, {which}")
        self.optimizer.zero_grad(set_to_none=True)
        self.failures += 1
        if self.failures < _FAILURES:
            return
        if not self.precautions:
            raise UserError("The gradient is no number, whatever is done about it.")
        name, take = self.precautions.pop(0)
        take()
        self.failures = 0
        self.clock.say(f"From here on: {name}")

    def _loss(self, batch: Batch, times: Tensor) -> Tensor:
        with torch.no_grad():
            text = self.parts.text_encoder(batch.tokens).last_hidden_state
        return self._error(self.network, batch, times, torch.randn_like(batch.latents), text)

    def _error(self, network: Any, batch: Batch, times: Tensor, noise: Tensor, text: Tensor) -> Tensor:
        """Return the mean squared error of the predicted velocity."""
        kept, added = (table[times][:, None, None, None] for table in (self.signal, self.noise))
        noisy, velocity = kept * batch.latents + added * noise, kept * noise - added * batch.latents
        with torch.autocast(self.device, self.half, enabled=self.half is not None):
            predicted = network(noisy, times, text, score=batch.scores).sample
        return functional.mse_loss(predicted.float(), velocity)

    @torch.no_grad()
    def _measure(self, steps: int) -> None:
        """Write the losses of the averaged weights on held-out clips, with their scores and without."""
        generator = torch.Generator(self.device).manual_seed(0)
        losses: dict[str, list[float]] = {"loss": [], "loss_with_score": []}
        for first in range(0, len(self.held_out), 64):
            batch = self.held_out.in_order(first, 64)
            times = (torch.arange(len(batch.tokens), device=self.device) * 1000 + 500) // len(batch.tokens)
            noise = torch.randn(batch.latents.shape, generator=generator, device=self.device)
            text = self.parts.text_encoder(batch.tokens).last_hidden_state
            losses["loss_with_score"].append(self._error(self.parts.unet, batch, times, noise, text).item())
            batch.scores.zero_()
            losses["loss"].append(self._error(self.parts.unet, batch, times, noise, text).item())
        means = {name: float(np.mean(values)) for name, values in losses.items()}
        log_line(self.output / "held-out.csv", steps=steps, seconds=self.clock(), clips=self.store.made, **means)
        self.clock.say(f"step {steps}, held-out loss {means['loss']:.4f}, with score {means['loss_with_score']:.4f}")

    def _report(self, steps: int, losses: list[Tensor], speed: float) -> None:
        loss = torch.stack(losses).mean().item()
        rate = self.optimizer.param_groups[0]["lr"]
        values = {"loss": loss, "clips_per_second": speed, "made": self.store.made, "rate": rate}
        log_line(self.output / "log.csv", seconds=self.clock(), steps=steps, **values)
        self.clock.say(f"step {steps}, loss {loss:.4f}, {speed:.0f} clips/s, {self.store.made} made, rate {rate:.2g}")

    def _save(self) -> None:
        """Write the averaged weights as float16 in pieces, each replaced only when complete."""
        weights = {key: value.half().contiguous().cpu() for key, value in self.parts.unet.state_dict().items()}
        keys = sorted(weights, key=lambda key: weights[key].numel())
        self.output.mkdir(parents=True, exist_ok=True)
        for number, path in enumerate(_pieces(self.output)):
            beside = path.with_suffix(".part")
            save_file({key: weights[key] for key in keys[number::PIECES]}, beside)
            beside.replace(path)

    def _sheet(self) -> None:
        """Draw held-out clips as the averaged weights play their scores."""
        batch = self.held_out.in_order(0, 16)
        captions = self.parts.tokenizer.batch_decode(batch.tokens, skip_special_tokens=True)
        options = {"seed": 1, "device": self.device, "scores": batch.scores, "guide_notes": True}
        images = generate(self.parts, captions, **options)
        save_sheet(self.output / "sheet.png", images, columns=4)


def _plain_attention() -> None:
    torch.backends.cuda.enable_flash_sdp(False)
    torch.backends.cuda.enable_mem_efficient_sdp(False)


def _is_unclear(values: Tensor | None) -> bool:
    """Return whether some of the values are no finite numbers."""
    return values is not None and not bool(values.isfinite().all())


def _pieces(folder: Path) -> list[Path]:
    return [folder / f"weights-{number}.safetensors" for number in range(1, PIECES + 1)]


if __name__ == "__main__":
    main()
