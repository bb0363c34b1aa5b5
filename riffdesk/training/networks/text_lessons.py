"""Teaches the text encoder what captions ask for, before the denoiser learns to draw it.

A text encoder that begins with the denoiser learns from how well noise is removed, which a caption hardly
changes. Here it learns by itself: captions, which cost nothing to write, are read, and what was asked is
named from the hidden states, by heads that are thrown away afterwards. Synonyms come to lie together, and
words that mean nothing here have no effect. What in the denoiser reads tempo and key learns along, and is kept.
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

_TEMPO_CLASS = 8  # beats per minute that count as one answer
_TEMPO_SHARPNESS = 16.0  # what is wrong by a sixteenth of an octave begins to cost in proportion
_TEMPO_WEIGHT = 0.2  # beside the answers, which it would drown at first


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
    """Return the number of the right answer to each question of `ANSWERS`."""
    said = {name: str(getattr(spec, name)) for name in ANSWERS if name != "tempo"}
    said["tempo"] = str((spec.bpm - LOWEST_BPM) // _TEMPO_CLASS)
    return [ANSWERS[name].index(said[name]) for name in ANSWERS]


@dataclass
class Lessons:
    """A text encoder, a denoiser's readers, and the heads that name what a caption asks for from its hidden states."""

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
        read = torch.cat([hidden.mean(dim=1), hidden[:, -1]], dim=1)
        return {name: head(read) for name, head in self.heads.items()}

    def loss(self, captions: list[str], specs: list[ClipSpec]) -> Tensor:
        """Return how wrongly captions are read."""
        hidden = self.hidden(captions)
        wanted = torch.tensor([answers_of(spec) for spec in specs])
        asked = [
            functional.cross_entropy(scores, wanted[:, number])
            for number, scores in enumerate(self.scores(hidden).values())
        ]
        return torch.stack(
            [*asked, self._tempo_loss(hidden, captions, specs), self._key_loss(hidden, captions, specs)]
        ).sum()

    def _tempo_loss(self, hidden: Tensor, captions: list[str], specs: list[ClipSpec]) -> Tensor:
        said = torch.tensor([float(says_tempo(caption, spec)) for caption, spec in zip(captions, specs, strict=True)])
        octaves = torch.log2(torch.tensor([float(spec.bpm) for spec in specs]))
        bpm, told = self.unet.metronome(hidden)
        wrong = functional.smooth_l1_loss(
            _TEMPO_SHARPNESS * torch.log2(bpm), _TEMPO_SHARPNESS * octaves, reduction="none"
        )
        return _TEMPO_WEIGHT * _mean_where(said, wrong) + functional.binary_cross_entropy_with_logits(told, said)

    def _key_loss(self, hidden: Tensor, captions: list[str], specs: list[ClipSpec]) -> Tensor:
        said = torch.tensor([float(says_key(caption, spec)) for caption, spec in zip(captions, specs, strict=True)])
        keys = torch.tensor([key_number(spec.tonic, spec.mode) for spec in specs])
        scores, told = self.unet.key_reader(hidden)
        wrong = functional.cross_entropy(scores, keys, reduction="none")
        return _mean_where(said, wrong) + functional.binary_cross_entropy_with_logits(told, said)

    @torch.no_grad()
    def families(self, captions: list[str]) -> list[str]:
        """Return the instrument that each caption asks for, as far as it is understood."""
        best = self.scores(self.hidden(captions))["family"][:, 1:].argmax(dim=1) + 1
        return [ANSWERS["family"][number] for number in best.tolist()]


def _mean_where(said: Tensor, losses: Tensor) -> Tensor:
    return (losses * said).sum() / said.sum().clamp(min=1)


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
        As `riffdesk.training.networks.text_encoder` makes them; the encoder is changed.
    unet : RiffUNet
        The denoiser; its metronome and its key reader are changed, too.
    steps, batch : int
        How much is read.
    learning_rate : float
        The highest; up and down again in one cycle.
    seed : int
        Of captions and heads.
    on_step : callable
        Told every hundred batches.
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
