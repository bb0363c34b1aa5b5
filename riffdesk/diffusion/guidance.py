"""What the network says of each window of a strip, led by its prompt, and by its notes where it is shown some."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import groupby
from typing import Protocol

import torch
from torch import Tensor

from riffdesk.diffusion.conditioning import Conditioning
from riffdesk.diffusion.model import Model
from riffdesk.diffusion.prompt.embeddings import embeddings_of
from riffdesk.diffusion.windows import Windows


class Asked(Protocol):
    """A strip that knows what each window is asked for."""

    def middle_of(self, start: int, width: int) -> Conditioning:
        """Return what a window is asked for in its middle."""


def guided_prediction(
    model: Model,
    parts: Sequence[Asked],
    scaled: Tensor,
    time: Tensor,
    windows: Windows,
    on_windows: Callable[[int], object],
    score: Tensor | None = None,
) -> Tensor:
    """Return what the network says of all strips, windows averaged: ``[n, channels, height, columns]``.

    Classifier-free guidance (Ho and Salimans 2022) leads away from the negative prompt without any notes, and so
    towards the prompt and the notes together.

    Parameters
    ----------
    parts : sequence of Asked
        The strips.
    scaled : float32 ``[n, channels, height, columns]``
        Their latents, as the scheduler scales them for the network.
    time : Tensor
        The scheduler's timestep.
    windows : Windows
        How they are cut.
    on_windows : callable
        Told before each call of the network how many windows it takes.
    score : float32 ``[n, SCORE_WIDTH, height, columns]``, optional
        What is played, laid out as the latents are.
    """
    cut = windows.cut(scaled)
    shown = None if score is None else windows.cut(score)
    pieces: list[list[Tensor]] = [[scaled] * len(cut) for _ in parts]
    jobs = []
    for number, part in enumerate(parts):
        for window, start in enumerate(windows.starts):
            asked = part.middle_of(start, windows.width)
            jobs.append((number, window, asked.guidance, *embeddings_of(model, asked)))
    # What goes through the network together is guided or is not, and its texts are equally long.
    jobs.sort(key=lambda job: (job[2] > 1, job[3].shape[1], job[0], job[1]))
    for (guided, _), group in groupby(jobs, lambda job: (job[2] > 1, job[3].shape[1])):
        alike = list(group)
        while alike:
            together = max(1, model.rows // 2)
            some, alike = alike[:together], alike[together:]
            on_windows(len(some))
            given = torch.stack([cut[window][number] for number, window, *_ in some])
            notes = None if shown is None else torch.stack([shown[window][number] for number, window, *_ in some])
            text = torch.cat([job[3] for job in some])
            if guided:
                negative = torch.cat([job[4] for job in some])
                played = None if notes is None else torch.cat([torch.zeros_like(notes), notes])
                both = model.predict(torch.cat([given, given]), time, torch.cat([negative, text]), played)
                without, told = both.chunk(2)
                guidance = torch.tensor([job[2] for job in some], device=both.device)[:, None, None, None]
                prediction = without + guidance * (told - without)
            else:
                prediction = model.predict(given, time, text, notes)
            for (number, window, *_), piece in zip(some, prediction, strict=True):
                pieces[number][window] = piece
    return torch.stack([windows.joined(one) for one in pieces])
