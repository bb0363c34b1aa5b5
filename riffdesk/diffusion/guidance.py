"""The network's prediction for the windows of strips, with classifier-free guidance by prompt and notes."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import groupby
from typing import Protocol

import torch
from torch import Tensor

from riffdesk.diffusion.calls.transfer import sent
from riffdesk.diffusion.conditioning import Conditioning
from riffdesk.diffusion.model import Model
from riffdesk.diffusion.overlapping_windows import Windows
from riffdesk.diffusion.prompt.embeddings import embeddings_of


class ConditionedStrip(Protocol):
    """A strip with a conditioning for each window."""

    def middle_of(self, start: int, width: int) -> Conditioning:
        """Return the conditioning of the middle of a window."""


def guided_prediction(
    model: Model,
    strips: Sequence[ConditionedStrip],
    scaled: Tensor,
    time: Tensor,
    windows: Windows,
    on_windows: Callable[[int], object],
    score: Tensor | None = None,
) -> Tensor:
    """Return the network's prediction for strips, averaged over windows: ``[n, channels, height, columns]``.

    Classifier-free guidance (Ho and Salimans 2022) leads away from the negative prompt without notes, and so towards
    both the prompt and the notes.

    Parameters
    ----------
    strips : sequence of ConditionedStrip
    scaled : float32 ``[n, channels, height, columns]``
        Their latents, as the scheduler scales them for the network.
    time : Tensor
        The scheduler's timestep.
    windows : Windows
        The windows of each strip.
    on_windows : callable
        Called before each call of the network with its number of windows.
    score : float32 ``[n, SCORE_WIDTH, height, columns]``, optional
        The notes, at the positions of the latents.
    """
    latent_windows = windows.cut(scaled)
    score_windows = None if score is None else windows.cut(score)
    predictions: list[list[Tensor]] = [[scaled] * len(latent_windows) for _ in strips]
    jobs = []
    for number, strip in enumerate(strips):
        for window, start in enumerate(windows.starts):
            conditioning = strip.middle_of(start, windows.width)
            jobs.append((number, window, conditioning.guidance, *embeddings_of(model, conditioning)))
    # The windows of a batch are all guided or all not, and their texts are equally long.
    jobs.sort(key=lambda job: (job[2] > 1, job[3].shape[1], job[0], job[1]))
    for (guided, _), group in groupby(jobs, lambda job: (job[2] > 1, job[3].shape[1])):
        pending = list(group)
        while pending:
            pairs = max(1, model.rows // 2)
            batch, pending = pending[:pairs], pending[pairs:]
            on_windows(len(batch))
            latents = torch.stack([latent_windows[window][number] for number, window, *_ in batch])
            notes = (
                None
                if score_windows is None
                else torch.stack([score_windows[window][number] for number, window, *_ in batch])
            )
            text = torch.cat([job[3] for job in batch])
            if guided:
                negative = torch.cat([job[4] for job in batch])
                notes_pair = None if notes is None else torch.cat([torch.zeros_like(notes), notes])
                pair = model.predict(torch.cat([latents, latents]), time, torch.cat([negative, text]), notes_pair)
                unconditional, conditional = pair.chunk(2)
                guidance = sent(torch.tensor([job[2] for job in batch]), pair.device)[:, None, None, None]
                prediction = unconditional + guidance * (conditional - unconditional)
            else:
                prediction = model.predict(latents, time, text, notes)
            for (number, window, *_), window_prediction in zip(batch, prediction, strict=True):
                predictions[number][window] = window_prediction
    return torch.stack([windows.joined(windows_of_strip) for windows_of_strip in predictions])
