"""How loud the files of an export are, and the one gain that keeps them from clipping."""

from __future__ import annotations

import threading
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from riffdesk.audio.filing.export.export_files import BLOCK, MIX, ExportFile, blocks, export_files, refuse_pending
from riffdesk.audio.filing.sample_formats import Subtype, fits
from riffdesk.dsp.loudness import Loudness
from riffdesk.dsp.mix import TruePeak
from riffdesk.progress import OnStep, Step, check, ignore_steps
from riffdesk.sketch.state import State

_SPARE = {"PCM_16": 2 / 2**15, "PCM_24": 1 / 2**23, "FLOAT": 0.0}  # what dither and rounding may add to a peak
_KINDS: tuple[Subtype, ...] = ("PCM_16", "PCM_24", "FLOAT")


@dataclass(frozen=True)
class FileLevel:
    """What is known of one file's sound.

    Parameters
    ----------
    peak : float
        Highest level between and on the samples, linear (ITU-R BS.1770-4).
    exact : tuple of str
        Kinds of samples that hold every one of its samples as it is.
    untouched : bool
        Whether it is one imported sound, as it was.
    """

    peak: float
    exact: tuple[Subtype, ...]
    untouched: bool

    def too_loud(self, subtype: Subtype) -> bool:
        """Return whether it would clip; peaks that an untouched import brought along are its own."""
        return self.peak > 1 and not (self.untouched and subtype in self.exact)


@dataclass(frozen=True)
class ExportLevels:
    """What is known of all files.

    Parameters
    ----------
    files : mapping of str to FileLevel
        By the id of the layer, and `MIX`.
    loudness : float
        Of the mix in LUFS; -inf where it is silent or was not measured.
    """

    files: Mapping[str, FileLevel]
    loudness: float

    def peak(self, keys: Iterable[str]) -> float:
        """Return the highest peak in some of the files, linear; 0 for none."""
        return max((self.files[key].peak for key in keys), default=0.0)

    def gain(self, keys: Sequence[str], subtype: Subtype) -> float:
        """Return the linear gain at which none of these files clips: 1 where none does anyway."""
        if subtype == "FLOAT" or not any(self.files[key].too_loud(subtype) for key in keys):
            return 1.0
        return (1 - _SPARE[subtype]) / self.peak(keys)


class Steps:
    """Counts blocks of all files, and hears the cancel before each."""

    def __init__(self, on_step: OnStep, cancel: threading.Event | None, total: int) -> None:
        self._on_step, self._cancel, self._total = on_step, cancel, total
        self._done = 0

    def take(self, what: str) -> None:
        """Begin the next block."""
        check(self._cancel)
        self._on_step(Step(self._done, self._total, what))
        self._done += 1


def block_count(samples: int) -> int:
    """Return how many blocks a file of so many samples has."""
    return -(-samples // BLOCK)


def measure(document: State, on_step: OnStep = ignore_steps, cancel: threading.Event | None = None) -> ExportLevels:
    """Return how loud the mix of a document and each of its layers are.

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
    """Return how loud files of a document are."""
    meter = Loudness(document.params.sample_rate, 2)
    levels = {file.key: _level(file, document.samples, steps, meter if file.key == MIX else None) for file in files}
    return ExportLevels(levels, meter.integrated)


def _level(file: ExportFile, samples: int, steps: Steps, loudness: Loudness | None) -> FileLevel:
    """Return a file's level; its true peak is as `riffdesk.dsp.mix.true_peak` has it, but block by block."""
    meter = TruePeak(2)
    peak, exact, left = 0.0, _KINDS, samples
    for _ in range(block_count(samples) if not file.tracks else 0):
        steps.take("Measuring")
    for block in blocks(file, samples) if file.tracks else ():
        steps.take("Measuring")
        left -= block.shape[-1]
        peak = meter.take(block, last=left == 0)
        exact = tuple(kind for kind in exact if fits(block, kind))
        if loudness is not None:
            loudness.take(block)
    return FileLevel(peak, exact, file.untouched)
