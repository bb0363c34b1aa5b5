"""What lets a network keep time: it reads the tempo in the prompt, and sees what sounds whole beats away.

Convolutions look a little to the left and right; music repeats after a beat, two, or a bar, which at 120
beats per minute are 3.1, 6.3 and 12.5 columns of latents and at another tempo others. Here a network is
given its input as it is heard that many beats earlier and later, whatever the tempo, so that a rhythm is
learned once for all tempos. Only distances count: where a window begins makes no difference.
"""

from __future__ import annotations

import torch
from torch import Tensor, nn
from torch.nn import functional

from riffdesk.diffusion.starter.number_reader import Reader

LATENT_COLUMNS_PER_MINUTE = 375.0
"""60 s of 100 columns of ink each, 16 of which are one column of latents."""

_BEATS = (-4, -3, -2, -1, 1, 2, 3, 4)
REPEATS_WIDTH = 48
_ROUNDS = 2
_OCTAVES = 5  # of the waves that tell the network its tempo
_MIDDLE_BPM = 104.0  # the geometric mean of 60 and 180


class Metronome(Reader):
    """Reads the tempo that a text asks for, and whether it asks for one."""

    def __init__(self, width: int) -> None:
        super().__init__(width, 2)

    def forward(self, text: Tensor) -> tuple[Tensor, Tensor]:
        """Read hidden states ``[n, tokens, width]``.

        Returns
        -------
        Tensor, Tensor
            Beats per minute ``[n]``, and the logits ``[n]`` of the text saying so.
        """
        octaves, asked = self.said(text).unbind(dim=1)
        return _MIDDLE_BPM * 2 ** octaves.clamp(-1.5, 1.5), asked


class Repeats(nn.Module):
    """Latents to features of what sounds the same number of beats earlier and later; nothing of it without a tempo."""

    def __init__(self, channels: int) -> None:
        super().__init__()
        self.begin = nn.Conv2d(channels, REPEATS_WIDTH, 3, padding=1)
        self.rounds = nn.ModuleList(_Round() for _ in range(_ROUNDS))

    def forward(self, latents: Tensor, bpm: Tensor, asked: Tensor) -> Tensor:
        """Return features ``[n, 48, rows, columns]`` of latents ``[n, channels, rows, columns]``."""
        there = asked.sigmoid()
        shifts = beat_shifts(bpm, latents.shape[-1]) * there[:, None, None, None]
        waves = _waves(bpm) * there[:, None]
        features = self.begin(latents)
        for one in self.rounds:
            features = one(features, shifts.to(features.dtype), waves.to(features.dtype))
        return features  # type: ignore[no-any-return]


class _Round(nn.Module):
    """Each column hears those that lie whole beats away, and its neighbours."""

    def __init__(self) -> None:
        super().__init__()
        self.norm = nn.GroupNorm(8, REPEATS_WIDTH)
        self.gather = nn.Conv2d(REPEATS_WIDTH + (REPEATS_WIDTH + 1) * len(_BEATS), REPEATS_WIDTH, 1)
        self.tempo = nn.Linear(2 * _OCTAVES, REPEATS_WIDTH)
        self.blend = nn.Conv2d(REPEATS_WIDTH, REPEATS_WIDTH, 3, padding=1)

    def forward(self, features: Tensor, shifts: Tensor, waves: Tensor) -> Tensor:
        here = functional.silu(self.norm(features))
        # Beside the features a one is shifted, so that what lies beyond the ends is told from silence.
        marked = torch.cat([here, torch.ones_like(here[:, :1])], dim=1)
        away = torch.einsum("ncrx,nxby->nbcry", marked, shifts).flatten(1, 2)
        heard = self.gather(torch.cat([here, away], dim=1)) + self.tempo(waves)[:, :, None, None]
        blended: Tensor = features + self.blend(functional.silu(heard))
        return blended


def beat_shifts(bpm: Tensor, columns: int) -> Tensor:
    """Return matrices ``[n, columns, 8, columns]`` that shift columns by whole beats, interpolating linearly.

    The second axis is the column that is read, the third the number of beats, from four earlier to four later, and
    the last the column that is written. What lies outside is zero.
    """
    at = torch.arange(columns, device=bpm.device, dtype=torch.float32)
    beats = torch.tensor(_BEATS, device=bpm.device, dtype=torch.float32)
    away = beats * (LATENT_COLUMNS_PER_MINUTE / bpm.float())[:, None]
    read = at + away[:, :, None]
    return (1 - (at[:, None, None] - read[:, None]).abs()).clamp(min=0)


def _waves(bpm: Tensor) -> Tensor:
    """Return sines and cosines ``[n, 10]`` of a tempo, from slow ones to fast ones: numbers that a network can read."""
    octaves = torch.log2(bpm.float() / _MIDDLE_BPM)
    turns = octaves[:, None] * 2.0 ** torch.arange(_OCTAVES, device=bpm.device) * torch.pi / 2
    return torch.cat([turns.sin(), turns.cos()], dim=1)
