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
from clip_makers import ClipMakers
from clip_store import CLIP_BYTES, Batch, ClipStore
from gradients import LAYOUTS, Gradients
from safetensors.torch import load_file, save_file
from torch import Tensor

from riffdesk.errors import UserError
from riffdesk.paths import resources_dir
from riffdesk.training.config import load_config
from riffdesk.training.networks.denoiser import kept_share, noise_levels, rate_factor
from riffdesk.training.networks.sampling import Components, generate, load_components
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
_CHECKED_STEPS = 25  # steps between two looks at whether they had gradients: each look waits for the card


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
    parser.add_argument("--clean", type=float, help="share of clips without another timbre, room and recording")
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
    clean_share = config.data.clean_share if options.clean is None else options.clean
    data = replace(config.data, held_out_clips=options.held_out, fonts=fonts, clean_share=clean_share)
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
        self.empty = tokenize(parts.tokenizer, [""]).to(self.device)
        self.generator = np.random.default_rng(settings.batch)
        capacity = options.clips or int(_MEMORY * torch.cuda.mem_get_info()[0] / CLIP_BYTES)
        clock.say(f"{self.device}: room for {capacity} clips, {len(self.parameters)} tensors are trained")
        self.store = ClipStore(capacity, parts.vae, self.device)
        self.held_out = ClipStore(options.held_out, parts.vae, self.device)
        self.gradients = Gradients(self.unet, parts.text_encoder, self.device)
        self.optimizer.grad_scale = torch.ones((), device=self.device)
        self.optimizer.found_inf = torch.zeros((), device=self.device)
        self.failures = torch.zeros((), device=self.device)
        """Steps in a row without a gradient."""
        self.precautions = [
            ("attention without fused kernels", _plain_attention),
            ("networks in float32", lambda: setattr(self.gradients, "half", None)),
        ]

    def run(self) -> None:
        """Wait for the first clips, then train until the time is over."""
        while len(self.store) < _FIRST_CLIPS or len(self.held_out) < self.held_out_clips:
            self._take()
            time.sleep(0.01)
        self.clock.say(f"{len(self.store)} clips are there")
        self.store.layout = LAYOUTS[self._chosen_layout()]
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

    def _chosen_layout(self) -> str:
        example = self.store.random(self.settings.batch)
        return self.gradients.choose(example, [self.parts.unet], self.clock.say)

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
        loss = self.gradients(batch, times)
        self._move(steps)
        if steps % _CHECKED_STEPS == 0 and self.failures.item() >= _FAILURES:
            self._take_precaution(loss, batch)
        return loss

    @torch.no_grad()
    def _move(self, steps: int) -> None:
        """Move weights and averages by the gradients, clipped to a norm of 1; where they are not finite, by nothing."""
        gradients = [parameter.grad for parameter in self.parameters if parameter.grad is not None]
        norm = torch.nn.utils.get_total_norm(gradients)
        failed = (~norm.isfinite()).float()
        self.optimizer.grad_scale.copy_(torch.where(norm > 1, norm, 1))
        self.optimizer.found_inf.copy_(failed)
        self.failures.copy_((self.failures + 1) * failed)
        self.optimizer.step()
        torch._foreach_lerp_(self.averages, self.parameters, 1 - kept_share(self.settings, steps))

    def _take_precaution(self, loss: Tensor, batch: Batch) -> None:
        """Compute gradients in another way after several steps that had none.

        Raises
        ------
        UserError
            If no precaution is left.
        """
        unclear = sorted(self.gradients.unclear())
        inputs = [name for name in ("latents", "scores") if not getattr(batch, name).isfinite().all()]
        which = f"{len(unclear)} tensors, such as {unclear[:4]}; inputs {inputs}"
        self.clock.say(f"no gradient: loss {loss.item():.4f}, {which}")
        if not self.precautions:
            raise UserError("The gradient is no number, whatever is done about it.")
        name, take = self.precautions.pop(0)
        take()
        self.gradients.forget()
        self.failures.zero_()
        self.clock.say(f"From here on: {name}")

    @torch.no_grad()
    def _measure(self, steps: int) -> None:
        """Write the losses of the averaged weights on held-out clips, with their scores and without."""
        generator = torch.Generator(self.device).manual_seed(0)
        losses: dict[str, list[float]] = {"loss": [], "loss_with_score": []}
        for first in range(0, len(self.held_out), 64):
            batch = self.held_out.in_order(first, 64)
            times = (torch.arange(len(batch.tokens), device=self.device) * 1000 + 500) // len(batch.tokens)
            noise = torch.randn(batch.latents.shape, generator=generator, device=self.device)
            inputs = batch.latents, batch.scores, times, self.gradients.text(batch.tokens), noise
            losses["loss_with_score"].append(self.gradients.error(self.parts.unet, inputs).item())
            batch.scores.zero_()
            losses["loss"].append(self.gradients.error(self.parts.unet, inputs).item())
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


def _pieces(folder: Path) -> list[Path]:
    return [folder / f"weights-{number}.safetensors" for number in range(1, PIECES + 1)]


if __name__ == "__main__":
    main()
