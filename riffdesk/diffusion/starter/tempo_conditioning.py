"""Conditioning of a network on a tempo: the tempo is read from the prompt, and latents whole beats away become inputs.

Convolutions see a small neighbourhood; music repeats after a beat, two, or a bar, which at 120 beats per minute are
3.1, 6.3 and 12.5 columns of latents, and at another tempo others. The network's input is shifted by 1 to 4 beats
earlier and later, whatever the tempo, so that a rhythm is learned once for all tempos. Only distances count: the
result does not depend on where a window begins.
"""

from __future__ import annotations

import functools

import torch
from torch import Tensor, nn
from torch.nn import functional

from riffdesk.diffusion.starter.number_reader import Reader

LATENT_COLUMNS_PER_MINUTE = 375.0
"""60 s of 100 columns of ink each, 16 of which are one column of latents."""

_BEATS = (-4, -3, -2, -1, 1, 2, 3, 4)
REPEATS_WIDTH = 48
_ROUNDS = 2
_OCTAVES = 5  # of the sines and cosines that encode the tempo
_MIDDLE_BPM = 104.0  # the geometric mean of 60 and 180


class Metronome(Reader):
    """Reads the tempo in a text, and whether there is one."""

    def __init__(self, width: int) -> None:
        super().__init__(width, 2)

    def forward(self, text: Tensor) -> tuple[Tensor, Tensor]:
        """Read hidden states ``[n, tokens, width]``.

        Returns
        -------
        Tensor, Tensor
            Beats per minute ``[n]``, and logits ``[n]`` of the presence of a tempo.
        """
        octaves, presence = self.numbers_of(text).unbind(dim=1)
        return _MIDDLE_BPM * 2 ** octaves.clamp(-1.5, 1.5), presence


class Repeats(nn.Module):
    """Features of latents and of those whole beats earlier and later, which are left out without a tempo."""

    def __init__(self, channels: int) -> None:
        super().__init__()
        self.begin = nn.Conv2d(channels, REPEATS_WIDTH, 3, padding=1)
        self.rounds = nn.ModuleList(_Round() for _ in range(_ROUNDS))

    def forward(self, latents: Tensor, bpm: Tensor, presence: Tensor) -> Tensor:
        """Return features ``[n, 48, rows, columns]`` of latents ``[n, channels, rows, columns]``."""
        share = presence.sigmoid()
        shifts = beat_shifts(bpm, latents.shape[-1]) * share[:, None, None, None]
        waves = _waves(bpm) * share[:, None]
        features = self.begin(latents)
        for layer in self.rounds:
            features = layer(features, shifts.to(features.dtype), waves.to(features.dtype))
        return features  # type: ignore[no-any-return]


class _Round(nn.Module):
    """A layer that mixes each column with those whole beats away and with its neighbours."""

    def __init__(self) -> None:
        super().__init__()
        self.norm = nn.GroupNorm(8, REPEATS_WIDTH)
        self.gather = nn.Conv2d(REPEATS_WIDTH + (REPEATS_WIDTH + 1) * len(_BEATS), REPEATS_WIDTH, 1)
        self.tempo = nn.Linear(2 * _OCTAVES, REPEATS_WIDTH)
        self.blend = nn.Conv2d(REPEATS_WIDTH, REPEATS_WIDTH, 3, padding=1)

    def forward(self, features: Tensor, shifts: Tensor, waves: Tensor) -> Tensor:
        normalised = functional.silu(self.norm(features))
        # A channel of ones is shifted too, so that columns beyond the ends differ from silence.
        marked = torch.cat([normalised, torch.ones_like(normalised[:, :1])], dim=1)
        shifted = torch.einsum("ncrx,nxby->nbcry", marked, shifts).flatten(1, 2)
        gathered = self.gather(torch.cat([normalised, shifted], dim=1)) + self.tempo(waves)[:, :, None, None]
        blended: Tensor = features + self.blend(functional.silu(gathered))
        return blended


def beat_shifts(bpm: Tensor, columns: int) -> Tensor:
    """Return matrices ``[n, columns, 8, columns]`` that shift columns by whole beats, interpolating linearly.

    The second axis is the source column, the third the number of beats, from four earlier to four later, and the
    last the target column. Columns beyond the ends are zero.
    """
    columns_written = torch.arange(columns, device=bpm.device, dtype=torch.float32)
    beats = _beats(bpm.device)
    distances = beats * (LATENT_COLUMNS_PER_MINUTE / bpm.float())[:, None]
    columns_read = columns_written + distances[:, :, None]
    return (1 - (columns_written[:, None, None] - columns_read[:, None]).abs()).clamp(min=0)


@functools.cache
def _beats(device: torch.device) -> Tensor:
    return torch.tensor(_BEATS, dtype=torch.float32).to(device)


def _waves(bpm: Tensor) -> Tensor:
    """Return an encoding ``[n, 10]`` of a tempo: sines and cosines, from slow to fast."""
    octaves = torch.log2(bpm.float() / _MIDDLE_BPM)
    angles = octaves[:, None] * 2.0 ** torch.arange(_OCTAVES, device=bpm.device) * torch.pi / 2
    return torch.cat([angles.sin(), angles.cos()], dim=1)
