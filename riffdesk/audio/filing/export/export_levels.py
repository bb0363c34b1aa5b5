"""Peaks and loudness of the files of an export, and the common gain that avoids clipping."""

from __future__ import annotations

import threading
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from riffdesk.audio.filing.export.export_files import BLOCK, ExportFile, blocks, export_files, refuse_pending
from riffdesk.audio.filing.sample_formats import Subtype, is_exact
from riffdesk.dsp.loudness import Loudness
from riffdesk.dsp.mix import TruePeak
from riffdesk.language import tr
from riffdesk.progress import OnStep, Step, check, ignore_steps
from riffdesk.sketch.mixer import MIX
from riffdesk.sketch.state import State

_HEADROOM = {"PCM_16": 2 / 2**15, "PCM_24": 1 / 2**23, "FLOAT": 0.0}  # added to a peak by dither and rounding at most
_SUBTYPES: tuple[Subtype, ...] = ("PCM_16", "PCM_24", "FLOAT")


@dataclass(frozen=True)
class FileLevel:
    """Level of one file.

    Parameters
    ----------
    peak : float
        True peak, linear (ITU-R BS.1770-4).
    exact : tuple of str
        Subtypes that represent all of its samples exactly.
    untouched : bool
        Whether it is a single unedited import.
    """

    peak: float
    exact: tuple[Subtype, ...]
    untouched: bool

    def too_loud(self, subtype: Subtype) -> bool:
        """Return whether it would clip. An unedited import whose samples are exact is not too loud."""
        return self.peak > 1 and not (self.untouched and subtype in self.exact)


@dataclass(frozen=True)
class ExportLevels:
    """Levels of all files.

    Parameters
    ----------
    files : mapping of str to FileLevel
        By the id of the layer, and `MIX`.
    loudness : float
        Loudness of the mix in LUFS; -inf if it is silent or was not measured.
    """

    files: Mapping[str, FileLevel]
    loudness: float

    def peak(self, keys: Iterable[str]) -> float:
        """Return the highest peak in some of the files, linear; 0 for none."""
        return max((self.files[key].peak for key in keys), default=0.0)

    def gain(self, keys: Sequence[str], subtype: Subtype) -> float:
        """Return the linear gain at which none of these files clips: 1 if none does without."""
        if subtype == "FLOAT" or not any(self.files[key].too_loud(subtype) for key in keys):
            return 1.0
        return (1 - _HEADROOM[subtype]) / self.peak(keys)


class Steps:
    """Counts the blocks of all files for the progress, and checks for cancellation before each."""

    def __init__(self, on_step: OnStep, cancel: threading.Event | None, total: int) -> None:
        self._on_step, self._cancel, self._total = on_step, cancel, total
        self._done = 0

    def next_block(self, message: str) -> None:
        """Report and begin the next block; raise Cancelled if the user cancelled."""
        check(self._cancel)
        self._on_step(Step(self._done, self._total, message))
        self._done += 1


def block_count(samples: int) -> int:
    """Return the number of blocks of a file."""
    return -(-samples // BLOCK)


def measure(document: State, on_step: OnStep = ignore_steps, cancel: threading.Event | None = None) -> ExportLevels:
    """Return the levels of the mix of a document and of each of its layers.

    Raises
    ------
    UserError
        If a layer's sound is not up to date.
    Cancelled
        If ``cancel`` was set.
    """
    files = export_files(document)
    refuse_pending(files)
    return measure_files(files, document, Steps(on_step, cancel, len(files) * block_count(document.samples)))


def measure_files(files: Sequence[ExportFile], document: State, steps: Steps) -> ExportLevels:
    """Return the levels of files of a document."""
    meter = Loudness(document.params.sample_rate, 2)
    levels = {file.key: _level(file, document.samples, steps, meter if file.key == MIX else None) for file in files}
    return ExportLevels(levels, meter.integrated)


def _level(file: ExportFile, samples: int, steps: Steps, loudness: Loudness | None) -> FileLevel:
    """Return a file's level, measured block by block."""
    meter = TruePeak(2)
    peak, exact, remaining = 0.0, _SUBTYPES, samples
    for _ in range(block_count(samples) if not file.tracks else 0):
        steps.next_block(tr("Measuring"))
    for block in blocks(file, samples) if file.tracks else ():
        steps.next_block(tr("Measuring"))
        remaining -= block.shape[-1]
        peak = meter.add(block, last=remaining == 0)
        exact = tuple(subtype for subtype in exact if is_exact(block, subtype))
        if loudness is not None:
            loudness.add(block)
    return FileLevel(peak, exact, file.untouched)
