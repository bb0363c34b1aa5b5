"""An independent judge of notes: the transcriber of basic-pitch (Bittner et al. 2022), trained on recordings.

Its network comes as an ONNX file in the wheel of the package basic-pitch, and is run by onnxruntime. Notes are read
from what it says as basic-pitch does it: where a note begins there is a peak of the onset picture, and it lasts as
long as its frames are likely. Its search for further notes without an onset is left out.
"""

from __future__ import annotations

import importlib.util
import os
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from riffdesk.errors import UserError

Array = NDArray[np.float32]

RATE = 22_050
LOWEST_NOTE = 21
"""MIDI note of the first of its 88 keys."""

_HOP = 256
_WINDOW = 2 * RATE - _HOP
_WINDOW_FRAMES, _OVERLAP_FRAMES = 172, 30
_ONSET, _FRAME = 0.5, 0.3
_SHORTEST, _GAP = 5, 11  # frames: 58 ms, and how long a note may be unlikely before it counts as over
_UNSURE = (0.2, 0.5)
_FILE = Path("saved_models") / "icassp_2022" / "nmp.onnx"


@dataclass(frozen=True)
class HeardNote:
    """A note that was heard: seconds, and its MIDI pitch."""

    start: float
    end: float
    pitch: int


@dataclass(frozen=True, eq=False)
class Heard:
    """What was heard of a sound.

    Parameters
    ----------
    notes : tuple of HeardNote
    unsure, likely : int
        Cells (frame and key) with a probability from 0.2 to 0.5, and from 0.2 on.
    """

    notes: tuple[HeardNote, ...]
    unsure: int
    likely: int


class Transcriber:
    """basic-pitch's network.

    Raises
    ------
    UserError
        If onnxruntime or the network is not installed.
    """

    def __init__(self, path: Path | None = None) -> None:
        try:
            import onnxruntime
        except ImportError as error:
            raise UserError("onnxruntime was not found. Install it: pip install onnxruntime") from error
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = 1
        self._session = onnxruntime.InferenceSession(
            str(path or find_network()), options, providers=["CPUExecutionProvider"]
        )

    def hear(self, audio: Array, rate: int) -> Heard:
        """Return the notes of a mono sound ``[samples]``; it is brought to a peak of 0.5 first."""
        import soxr

        sound = np.asarray(soxr.resample(audio, rate, RATE), np.float32)
        sound *= np.float32(0.5 / max(float(np.abs(sound).max(initial=0)), 1e-6))
        frames, onsets, times = self._pictures(sound)
        likely = frames > _UNSURE[0]
        unsure = likely & (frames < _UNSURE[1])
        return Heard(tuple(notes_of(frames, onsets, times)), int(unsure.sum()), int(likely.sum()))

    def _pictures(self, sound: Array) -> tuple[Array, Array, NDArray[np.float64]]:
        """Return how likely a key sounds and begins, ``[frames, 88]`` each, and the frames' seconds."""
        margin = _OVERLAP_FRAMES // 2
        hop = _WINDOW - _OVERLAP_FRAMES * _HOP
        padded = np.concatenate([np.zeros(margin * _HOP, np.float32), sound])
        starts = range(0, len(padded), hop)
        whole = np.pad(
            padded, (0, starts[-1] + _WINDOW - len(padded)) if starts[-1] + _WINDOW > len(padded) else (0, 0)
        )
        windows = np.stack([whole[start : start + _WINDOW, None] for start in starts])
        frames, onsets = self._session.run(
            ["StatefulPartitionedCall:1", "StatefulPartitionedCall:2"], {"serving_default_input_2:0": windows}
        )
        kept = slice(margin, _WINDOW_FRAMES - margin)
        # Each window's own frames tell the time: windows are no whole number of frames apart.
        at = np.arange(_WINDOW_FRAMES)[None, kept] * _HOP + np.array(starts)[:, None] - margin * _HOP
        inside = at < len(sound)
        return frames[:, kept][inside], onsets[:, kept][inside], at[inside] / RATE


def find_network() -> Path:
    """Return where basic-pitch's network lies: ``RIFFDESK_TRANSCRIBER``, or in the installed package.

    Raises
    ------
    UserError
        If it is in neither.
    """
    told = os.environ.get("RIFFDESK_TRANSCRIBER")
    if told:
        path = Path(told)
    else:
        package: Any = importlib.util.find_spec("basic_pitch")
        path = Path(package.origin).parent / _FILE if package is not None else _FILE
    if not path.is_file():
        raise UserError(
            "The transcriber's network was not found. Install it (pip install --no-deps basic-pitch), or set "
            "RIFFDESK_TRANSCRIBER to its nmp.onnx."
        )
    return path


def notes_of(frames: Array, onsets: Array, times: NDArray[np.float64]) -> list[HeardNote]:
    """Return the notes in pictures ``[frames, 88]`` of what sounds and what begins; ``times`` of frames in seconds."""
    begins = np.maximum(onsets, _rises(frames, float(onsets.max(initial=0))))
    peaks = np.zeros(begins.shape, np.bool_)
    peaks[1:-1] = (begins[1:-1] > begins[:-2]) & (begins[1:-1] > begins[2:]) & (begins[1:-1] >= _ONSET)
    left = frames.copy()
    notes = []
    # Backwards in time, so that a note ends where the next on its key begins.
    for start, key in np.argwhere(peaks)[::-1]:
        stop = _end_of(left[:, key], int(start))
        if stop - start <= _SHORTEST:
            continue
        left[start:stop, max(key - 1, 0) : key + 2] = 0
        notes.append(HeardNote(float(times[start]), float(times[stop]), int(key) + LOWEST_NOTE))
    return notes[::-1]


def _end_of(line: Array, start: int) -> int:
    """Return the frame after the last likely one of a note that begins in a frame."""
    unlikely = 0
    stop = start + 1
    while stop < len(line) - 1 and unlikely < _GAP:
        unlikely = unlikely + 1 if line[stop] < _FRAME else 0
        stop += 1
    return stop - unlikely


def _rises(frames: Array, loudest: float) -> Array:
    """Return how much more likely keys are than in the two frames before, scaled to a largest value."""
    rise = np.zeros_like(frames)
    rise[2:] = np.maximum(np.minimum(frames[2:] - frames[1:-1], frames[2:] - frames[:-2]), 0)
    largest = float(rise.max(initial=0))
    return rise * np.float32(loudest / largest) if largest > 0 else rise
