"""Training of the text encoder on captions alone, before the denoiser is trained.

A text encoder that is trained with the denoiser only learns slowly, as a caption hardly changes the loss. Here heads
predict the spec of a caption from the hidden states, and are dropped afterwards. Synonyms get similar embeddings, and
meaningless words have no effect. The denoiser's readers of tempo and key are trained too, and are kept.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

import numpy as np
import torch
from torch import Tensor, nn
from torch.nn import functional

from riffdesk.compose.clip_spec import ClipSpec, sample_spec
from riffdesk.compose.vocabulary import (
    DENSITIES,
    FAMILIES,
    GROOVES,
    HIGHEST_BPM,
    LOWEST_BPM,
    NO_DRUMS,
    PLAYINGS,
    REGISTERS,
)
from riffdesk.diffusion.starter.key_conditioning import key_number
from riffdesk.diffusion.starter.riff_unet import RiffUNet
from riffdesk.dsp.pitch import MODES
from riffdesk.progress import OnStep, Step, ignore_steps
from riffdesk.training.clips.captions import caption_of, says_key, says_tempo
from riffdesk.training.networks.text_encoder import tokenize

_TEMPO_CLASS = 8  # width of a class of tempos in beats per minute
_TEMPO_SHARPNESS = 16.0  # errors above a sixteenth of an octave have a linear loss
_TEMPO_WEIGHT = 0.2  # relative to the losses of the answers, which it would exceed at first


def _sounds() -> tuple[str, ...]:
    families = FAMILIES.values()
    return ("0", *sorted({str(sound) for family in families for sound in (*family.programs, *family.synths)} - {"0"}))


ANSWERS: dict[str, tuple[str, ...]] = {
    "family": ("", *FAMILIES),
    "sound": _sounds(),
    "groove": (NO_DRUMS, *GROOVES),
    "playing": ("", *PLAYINGS),
    "mode": MODES,
    "register": REGISTERS,
    "density": DENSITIES,
    "bass": ("False", "True"),
    "waltz": ("False", "True"),
    "tempo": tuple(str(number) for number in range((HIGHEST_BPM - LOWEST_BPM) // _TEMPO_CLASS + 1)),
}


def answers_of(spec: ClipSpec) -> list[int]:
    """Return the index of the correct answer to each question of `ANSWERS`."""
    values = {name: str(getattr(spec, name)) for name in ANSWERS if name != "tempo"}
    values["tempo"] = str((spec.bpm - LOWEST_BPM) // _TEMPO_CLASS)
    return [ANSWERS[name].index(values[name]) for name in ANSWERS]


@dataclass
class Lessons:
    """A text encoder, a denoiser's readers, and the heads that predict a caption's spec from its hidden states."""

    tokenizer: Any
    encoder: Any
    unet: RiffUNet
    heads: nn.ModuleDict = field(init=False)

    def __post_init__(self) -> None:
        width = self.encoder.config.hidden_size
        self.heads = nn.ModuleDict({name: nn.Linear(2 * width, len(answers)) for name, answers in ANSWERS.items()})

    def hidden(self, captions: list[str]) -> Tensor:
        """Return the hidden states ``[n, 77, width]`` of captions."""
        hidden: Tensor = self.encoder(tokenize(self.tokenizer, captions)).last_hidden_state
        return hidden

    def scores(self, hidden: Tensor) -> dict[str, Tensor]:
        """Return the scores ``[n, answers]`` of each question, from the hidden states' mean and last."""
        features = torch.cat([hidden.mean(dim=1), hidden[:, -1]], dim=1)
        return {name: head(features) for name, head in self.heads.items()}

    def loss(self, captions: list[str], specs: list[ClipSpec]) -> Tensor:
        """Return the sum of all losses for captions of specs."""
        hidden = self.hidden(captions)
        targets = torch.tensor([answers_of(spec) for spec in specs])
        answer_losses = [
            functional.cross_entropy(scores, targets[:, number])
            for number, scores in enumerate(self.scores(hidden).values())
        ]
        return torch.stack(
            [*answer_losses, self._tempo_loss(hidden, captions, specs), self._key_loss(hidden, captions, specs)]
        ).sum()

    def _tempo_loss(self, hidden: Tensor, captions: list[str], specs: list[ClipSpec]) -> Tensor:
        is_named = torch.tensor(
            [float(says_tempo(caption, spec)) for caption, spec in zip(captions, specs, strict=True)]
        )
        octaves = torch.log2(torch.tensor([float(spec.bpm) for spec in specs]))
        bpm, named_logits = self.unet.metronome(hidden)
        errors = functional.smooth_l1_loss(
            _TEMPO_SHARPNESS * torch.log2(bpm), _TEMPO_SHARPNESS * octaves, reduction="none"
        )
        return _TEMPO_WEIGHT * _mean_where(is_named, errors) + functional.binary_cross_entropy_with_logits(
            named_logits, is_named
        )

    def _key_loss(self, hidden: Tensor, captions: list[str], specs: list[ClipSpec]) -> Tensor:
        is_named = torch.tensor([float(says_key(caption, spec)) for caption, spec in zip(captions, specs, strict=True)])
        keys = torch.tensor([key_number(spec.tonic, spec.mode) for spec in specs])
        scores, named_logits = self.unet.key_reader(hidden)
        errors = functional.cross_entropy(scores, keys, reduction="none")
        return _mean_where(is_named, errors) + functional.binary_cross_entropy_with_logits(named_logits, is_named)

    @torch.no_grad()
    def families(self, captions: list[str]) -> list[str]:
        """Return the predicted instrument of each caption."""
        best = self.scores(self.hidden(captions))["family"][:, 1:].argmax(dim=1) + 1
        return [ANSWERS["family"][number] for number in best.tolist()]


def _mean_where(mask: Tensor, losses: Tensor) -> Tensor:
    return (losses * mask).sum() / mask.sum().clamp(min=1)


def teach(
    tokenizer: Any,
    encoder: Any,
    unet: RiffUNet,
    *,
    steps: int,
    batch: int = 32,
    learning_rate: float = 1e-3,
    seed: int = 0,
    on_step: OnStep = ignore_steps,
) -> Lessons:
    """Train a text encoder and its readers on ``steps`` batches of new captions, a tenth of them empty.

    Parameters
    ----------
    tokenizer, encoder
        From `riffdesk.training.networks.text_encoder`; the encoder is trained.
    unet : RiffUNet
        The denoiser; its metronome and its key reader are trained too.
    steps, batch : int
        Number of batches, and captions in a batch.
    learning_rate : float
        Maximum of the one-cycle schedule.
    seed : int
        Seed of captions and heads.
    on_step : callable
        Called every hundred batches.
    """
    torch.manual_seed(seed)
    generator = np.random.default_rng(seed)
    lessons = Lessons(tokenizer, encoder, unet)
    encoder.train()
    trained = (encoder, unet.metronome, unet.key_reader, lessons.heads)
    parameters = [parameter for network in trained for parameter in network.parameters()]
    optimizer = torch.optim.AdamW(parameters, learning_rate, weight_decay=0.01)
    schedule = torch.optim.lr_scheduler.OneCycleLR(optimizer, learning_rate, total_steps=steps)
    for step in range(steps):
        specs = [sample_spec(generator) for _ in range(batch)]
        captions = ["" if generator.random() < 0.1 else caption_of(spec, generator) for spec in specs]
        loss = lessons.loss(captions, specs)
        optimizer.zero_grad(set_to_none=True)
        loss.backward()  # type: ignore[no-untyped-call]
        torch.nn.utils.clip_grad_norm_(parameters, 1.0)
        optimizer.step()
        schedule.step()
        if step % 100 == 99 or step == steps - 1:
            on_step(Step(step + 1, steps, f"Learning to read captions, loss {loss.item():.2f},"))
    encoder.eval()
    return lessons
