"""Processes that compose and play training clips without end, and hand them over in shared memory."""

from __future__ import annotations

import ctypes
import multiprocessing
import os
import traceback
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from riffdesk.compose.clip_spec import ClipSpec
from riffdesk.diffusion.starter.score_unet import SCORE_WIDTH
from riffdesk.errors import UserError
from riffdesk.training.clips.captions import caption_of
from riffdesk.training.clips.clip_rendering import SAMPLES
from riffdesk.training.clips.shards import HELD_OUT_START, open_fonts, played_clip
from riffdesk.training.config import DataConfig
from riffdesk.training.networks.latents import score_of_clip
from riffdesk.training.networks.text_encoder import LENGTH, tokenize

CAPTIONS = 12
"""Wordings of each clip."""
LATENT_SIZE = 32
PICTURES = (SCORE_WIDTH - 1, LATENT_SIZE, LATENT_SIZE)
"""The shape of a clip's pictures without the first, which is 1 wherever there is a score."""


@dataclass(frozen=True)
class Clips:
    """Clips as they are made.

    Parameters
    ----------
    held_out : bool
        Whether they are only measured on.
    sounds : float32 ``[clips, SAMPLES]``
        As `riffdesk.training.clips.clip_rendering.play_score` returns them.
    pictures : uint8 ``[clips, *PICTURES]``
        The scores as `riffdesk.diffusion.starter.score_unet.score_input` gives them, times 255, without the first.
    tokens : int16 ``[clips, CAPTIONS, 77]``
    score_only : bool ``[clips]``
        Whether no caption describes the clip well.
    clean : bool ``[clips]``
        Whether timbre, room and recording are not varied.
    """

    held_out: bool
    sounds: NDArray[np.float32]
    pictures: NDArray[np.uint8]
    tokens: NDArray[np.int16]
    score_only: NDArray[np.bool_]
    clean: NDArray[np.bool_]


class ClipMakers:
    """Processes that fill slots of shared memory with clips; held-out ones come first.

    They are forked: make them before anything uses a graphics card.
    """

    def __init__(
        self, config: DataConfig, tokenizer: Any, *, processes: int, per_slot: int, libraries: Path | None
    ) -> None:
        context = multiprocessing.get_context("fork")
        self._config, self._tokenizer, self._libraries = config, tokenizer, libraries
        self._slots = [_new_slot(per_slot) for _ in range(2 * processes)]
        self._job = context.Value("q", 0)
        self._free, self._ready = context.SimpleQueue(), context.SimpleQueue()
        for number in range(len(self._slots)):
            self._free.put(number)
        self._processes = [context.Process(target=self._run, daemon=True) for _ in range(processes)]
        for process in self._processes:
            process.start()

    def ready(self, slots: int = 2) -> Iterator[Clips]:
        """Yield the clips that are ready now, of some slots at most; they are overwritten once the next are asked for.

        Raises
        ------
        UserError
            If a process failed; the message is its traceback.
        """
        for _ in range(slots):
            if self._ready.empty():
                return
            number, held_out, failure = self._ready.get()
            if failure:
                raise UserError(failure)
            yield Clips(held_out, *self._slots[number])
            self._free.put(number)

    def close(self) -> None:
        """End the processes."""
        for process in self._processes:
            process.kill()

    def _run(self) -> None:
        import torch

        torch.set_num_threads(1)
        try:
            load_libraries(self._libraries)
            fonts = open_fonts(self._config)
            while True:
                number = self._free.get()
                self._ready.put((number, self._fill(number, fonts), ""))
        except BaseException:  # told of by the process that waits for clips
            self._ready.put((-1, False, traceback.format_exc()))
            raise

    def _fill(self, number: int, fonts: list[Any]) -> bool:
        """Make the clips of a slot, and return whether they are held out."""
        sounds, pictures, tokens, score_only, clean = self._slots[number]
        with self._job.get_lock():
            first = self._job.value
            self._job.value += len(sounds)
        held_out = first < self._config.held_out_clips
        start = HELD_OUT_START + first if held_out else first
        for row in range(len(sounds)):
            sounds[row], clip, begin, rng = played_clip(self._config, start + row, fonts)
            pictures[row] = (score_of_clip(clip.score, begin, LATENT_SIZE)[1:] * 255).round_().numpy()
            label = clip.label()
            texts = [caption_of(ClipSpec.of_label(label), rng) for _ in range(CAPTIONS)]
            tokens[row] = tokenize(self._tokenizer, texts).numpy()
            score_only[row], clean[row] = clip.score_only, clip.clean
        return held_out


def load_libraries(folder: Path | None) -> None:
    """Load FluidSynth and what it needs from a folder, so that it is found by its name."""
    waiting = sorted(folder.glob("*.so*")) if folder else []
    while waiting:
        left = []
        for path in waiting:
            try:
                ctypes.CDLL(str(path), mode=os.RTLD_GLOBAL)
            except OSError as error:
                left.append(path)
                reason = error
        if len(left) == len(waiting):
            raise UserError(f"{left[0].name} could not be loaded: {reason}")
        waiting = left


def _new_slot(clips: int) -> list[NDArray[Any]]:
    shapes = [
        ((clips, SAMPLES), np.float32),
        ((clips, *PICTURES), np.uint8),
        ((clips, CAPTIONS, LENGTH), np.int16),
        ((clips,), np.bool_),
        ((clips,), np.bool_),
    ]
    arrays: list[NDArray[Any]] = []
    for shape, kind in shapes:
        memory = multiprocessing.RawArray("b", int(np.prod(shape)) * np.dtype(kind).itemsize)
        arrays.append(np.frombuffer(memory, kind).reshape(shape))
    return arrays
