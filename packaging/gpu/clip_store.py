"""Clips in the memory of a graphics card: latents, scores and captions, the newest in place of the oldest."""

from __future__ import annotations

from dataclasses import dataclass, replace

import torch
from clip_makers import CAPTIONS, LATENT_SIZE, PICTURES, Clips
from torch import Tensor

from riffdesk.diffusion.starter.patch_autoencoder import PatchAutoencoder
from riffdesk.diffusion.starter.score_unet import CLEAN, VARIED
from riffdesk.training.clips.clip_rendering import images_of
from riffdesk.training.networks.text_encoder import LENGTH

CLIP_BYTES = 24 * LATENT_SIZE**2 * 2 + PICTURES[0] * LATENT_SIZE**2 + CAPTIONS * LENGTH * 2
"""Memory of one clip."""


@dataclass(frozen=True)
class Batch:
    """Examples: latents float32 ``[n, 24, 32, 32]``, scores ``[n, SCORE_WIDTH, 32, 32]``, and tokens ``[n, 77]``."""

    latents: Tensor
    scores: Tensor
    tokens: Tensor
    score_only: Tensor

    def arranged(self, layout: torch.memory_format) -> Batch:
        """Return the same with latents and scores that lie in memory in a certain way."""
        latents, scores = (values.contiguous(memory_format=layout) for values in (self.latents, self.scores))
        return replace(self, latents=latents, scores=scores)


class ClipStore:
    """As many clips as there is room for."""

    def __init__(self, capacity: int, vae: PatchAutoencoder, device: str) -> None:
        channels = vae.config.latent_channels
        self._vae, self._device, self._capacity = vae, device, capacity
        size = LATENT_SIZE, LATENT_SIZE
        self._latents = torch.empty(capacity, *size, channels, dtype=torch.float16, device=device)
        self._pictures = torch.empty(capacity, *size, PICTURES[0], dtype=torch.uint8, device=device)
        self._tokens = torch.empty(capacity, CAPTIONS, LENGTH, dtype=torch.int16, device=device)
        self._score_only = torch.empty(capacity, dtype=torch.bool, device=device)
        self._marks = torch.empty(capacity, device=device)
        self.made = 0
        """Clips that were ever added."""
        self.layout = torch.channels_last
        """How the latents and scores of batches lie in memory."""

    def __len__(self) -> int:
        """Return the number of clips in the store."""
        return min(self.made, self._capacity)

    @torch.no_grad()
    def add(self, clips: Clips) -> None:
        """Take clips over, in place of the oldest if the store is full."""
        rows = (torch.arange(len(clips.sounds), device=self._device) + self.made) % self._capacity
        images = images_of(torch.from_numpy(clips.sounds).to(self._device))[:, None] / 127.5 - 1
        self._latents[rows] = self._vae.encode(images).latent_dist.mode().permute(0, 2, 3, 1).half()
        self._pictures[rows] = torch.from_numpy(clips.pictures).to(self._device).permute(0, 2, 3, 1)
        self._tokens[rows] = torch.from_numpy(clips.tokens).to(self._device)
        self._score_only[rows] = torch.from_numpy(clips.score_only).to(self._device)
        self._marks[rows] = torch.where(torch.from_numpy(clips.clean), CLEAN, VARIED).to(self._device)
        self.made += len(rows)

    def random(self, size: int) -> Batch:
        """Return clips by chance, each with one of its captions."""
        rows = torch.randint(len(self), (size,), device=self._device)
        return self._batch(rows, torch.randint(CAPTIONS, (size,), device=self._device))

    def in_order(self, first: int, size: int) -> Batch:
        """Return clips from a number on, with their first captions."""
        rows = torch.arange(first, min(first + size, len(self)), device=self._device)
        return self._batch(rows, torch.zeros_like(rows))

    def _batch(self, rows: Tensor, wordings: Tensor) -> Batch:
        pictures = self._pictures[rows].float() / 255
        marks = self._marks[rows][:, None, None, None].expand_as(pictures[..., :1])
        scores = torch.cat([marks, pictures], dim=-1).permute(0, 3, 1, 2)
        latents = self._latents[rows].permute(0, 3, 1, 2).float()
        batch = Batch(latents, scores, self._tokens[rows, wordings].long(), self._score_only[rows])
        return batch.arranged(self.layout)
