"""The transcriber: the network of basic-pitch (Bittner et al. 2022), trained on recordings, as a judge of notes.

The network is an ONNX file in the wheel of the package basic-pitch, and is run by onnxruntime. Notes are found as in
basic-pitch: a note begins at a peak of the onset probability, and lasts as long as its frame probability is high. The
search for notes without an onset is left out.
"""

from __future__ import annotations

import importlib.util
import os
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from riffdesk.arrays import Array
from riffdesk.errors import UserError

RATE = 22_050
LOWEST_NOTE = 21
"""MIDI note of the first of its 88 keys."""

_HOP = 256
_WINDOW = 2 * RATE - _HOP
_WINDOW_FRAMES, _OVERLAP_FRAMES = 172, 30
_ONSET, _FRAME = 0.5, 0.3
_MIN_FRAMES, _GAP = 5, 11  # frames: shortest note (58 ms), and longest gap within a note
_UNSURE_RANGE = (0.2, 0.5)
_FILE = Path("saved_models") / "icassp_2022" / "nmp.onnx"


@dataclass(frozen=True)
class HeardNote:
    """A recognised note: start and end in seconds, and MIDI pitch."""

    start: float
    end: float
    pitch: int


@dataclass(frozen=True, eq=False)
class Heard:
    """Transcription of a sound.

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
        """Return the notes of a mono sound ``[samples]``, which is scaled to a peak of 0.5 first."""
        import soxr

        sound = np.asarray(soxr.resample(audio, rate, RATE), np.float32)
        sound *= np.float32(0.5 / max(float(np.abs(sound).max(initial=0)), 1e-6))
        frames, onsets, times = self._pictures(sound)
        likely = frames > _UNSURE_RANGE[0]
        unsure = likely & (frames < _UNSURE_RANGE[1])
        return Heard(tuple(notes_of(frames, onsets, times)), int(unsure.sum()), int(likely.sum()))

    def _pictures(self, sound: Array) -> tuple[Array, Array, NDArray[np.float64]]:
        """Return probabilities of frames and of onsets, ``[frames, 88]`` each, and the frames' seconds."""
        margin = _OVERLAP_FRAMES // 2
        hop = _WINDOW - _OVERLAP_FRAMES * _HOP
        padded = np.concatenate([np.zeros(margin * _HOP, np.float32), sound])
        starts = range(0, len(padded), hop)
        padded_to_window = np.pad(
            padded, (0, starts[-1] + _WINDOW - len(padded)) if starts[-1] + _WINDOW > len(padded) else (0, 0)
        )
        windows = np.stack([padded_to_window[start : start + _WINDOW, None] for start in starts])
        frames, onsets = self._session.run(
            ["StatefulPartitionedCall:1", "StatefulPartitionedCall:2"], {"serving_default_input_2:0": windows}
        )
        own_frames = slice(margin, _WINDOW_FRAMES - margin)
        # Times are computed per window, as windows are no whole number of frames apart.
        samples = np.arange(_WINDOW_FRAMES)[None, own_frames] * _HOP + np.array(starts)[:, None] - margin * _HOP
        inside = samples < len(sound)
        return frames[:, own_frames][inside], onsets[:, own_frames][inside], samples[inside] / RATE


def find_network() -> Path:
    """Return the path of basic-pitch's network: ``RIFFDESK_TRANSCRIBER``, or the file in the installed package.

    Raises
    ------
    UserError
        If there is no such file.
    """
    setting = os.environ.get("RIFFDESK_TRANSCRIBER")
    if setting:
        path = Path(setting)
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
    """Return the notes in frame and onset probabilities ``[frames, 88]``; ``times`` of frames in seconds."""
    begins = np.maximum(onsets, _rises(frames, float(onsets.max(initial=0))))
    peaks = np.zeros(begins.shape, np.bool_)
    peaks[1:-1] = (begins[1:-1] > begins[:-2]) & (begins[1:-1] > begins[2:]) & (begins[1:-1] >= _ONSET)
    remaining = frames.copy()
    notes = []
    # Backwards in time, so that a note ends where the next on its key begins.
    for start, key in np.argwhere(peaks)[::-1]:
        stop = _end_of(remaining[:, key], int(start))
        if stop - start <= _MIN_FRAMES:
            continue
        remaining[start:stop, max(key - 1, 0) : key + 2] = 0
        notes.append(HeardNote(float(times[start]), float(times[stop]), int(key) + LOWEST_NOTE))
    return notes[::-1]


def _end_of(line: Array, start: int) -> int:
    """Return the frame after the last one of a note that begins in a frame."""
    unlikely = 0
    stop = start + 1
    while stop < len(line) - 1 and unlikely < _GAP:
        unlikely = unlikely + 1 if line[stop] < _FRAME else 0
        stop += 1
    return stop - unlikely


def _rises(frames: Array, loudest: float) -> Array:
    """Return the increase of probability over the two frames before, scaled to a maximum."""
    rise = np.zeros_like(frames)
    rise[2:] = np.maximum(np.minimum(frames[2:] - frames[1:-1], frames[2:] - frames[:-2]), 0)
    largest = float(rise.max(initial=0))
    return rise * np.float32(loudest / largest) if largest > 0 else rise
