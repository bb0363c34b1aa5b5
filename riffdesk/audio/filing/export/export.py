"""Export: the mix and one file per layer, aligned and of equal length; either all files are written or none.

Sound is processed in blocks, so that a long sketch needs no more memory than a short one. The first pass measures
true peaks, which decide one common gain, and finds the files whose samples need no dither. The second pass writes
the files, which `file_set` then moves to their places.
"""

from __future__ import annotations

import os
import threading
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from riffdesk.audio.filing.export.export_files import ExportFile, blocks, export_files, file_names, refuse_pending
from riffdesk.audio.filing.export.export_levels import ExportLevels, Steps, block_count, measure_files
from riffdesk.audio.filing.export.file_set import free_names, write_set
from riffdesk.audio.filing.loop_chunks import Loop
from riffdesk.audio.filing.sample_formats import Format, Subtype, check_kind, encoded
from riffdesk.audio.filing.sound_writer import open_sound
from riffdesk.dsp.mix import db_of
from riffdesk.errors import UserError
from riffdesk.language import tr
from riffdesk.progress import OnStep, check, ignore_steps
from riffdesk.sketch.recipe import recipe_json
from riffdesk.sketch.state import State


@dataclass(frozen=True, eq=False)
class ExportRequest:
    """Write a document's sound to files.

    Parameters
    ----------
    document : State
        Its sound is up to date, see `riffdesk.engine.layer_sound.complete`.
    folder : Path
        Created if it does not exist.
    name : str
        Beginning of the files' names; made safe for every system.
    stems : bool
        Write one file per layer: ``name 01 Bass.wav`` for the lowest one, ``name 02 Pad (not in mix).wav`` for one that
        is not audible.
    mix : bool
        Write the sum of the audible layers: ``name mix.wav``.
    format : str
        ``WAV`` or ``FLAC``.
    subtype : str
        ``PCM_16``, ``PCM_24`` or, in WAV only, ``FLOAT``.
    overwrite : bool
        Replace files of these names. Otherwise, if any of them exists, all files are named ``name 2``, ``name 3``, ...
    left_out : frozenset of str
        Ids of layers without a file.
    exact_name : bool
        ``name`` is the full name of the only file.
    levels : ExportLevels, optional
        Result of `measure` for the same document; by default it is measured.
    """

    document: State
    folder: Path
    name: str
    stems: bool = False
    mix: bool = True
    format: Format = "WAV"
    subtype: Subtype = "PCM_24"
    overwrite: bool = False
    left_out: frozenset[str] = frozenset()
    exact_name: bool = False
    levels: ExportLevels | None = None

    @property
    def files(self) -> list[ExportFile]:
        """The files to write."""
        return export_files(self.document, mix=self.mix, stems=self.stems, left_out=self.left_out)


@dataclass(frozen=True)
class ExportReport:
    """Result of an export.

    Parameters
    ----------
    paths : tuple of Path
        The mix first, then the stems from the lowest layer up.
    gain_db : float
        The gain of every file: 0, or less if a file would have clipped.
    true_peak_db : float
        Highest true peak of all files in dBTP (ITU-R BS.1770-4); -inf for silence.
    loudness : float
        Loudness of the written mix in LUFS; -inf if it is silent or was not written.
    """

    paths: tuple[Path, ...]
    gain_db: float
    true_peak_db: float
    loudness: float


def export(
    request: ExportRequest, on_step: OnStep = ignore_steps, cancel: threading.Event | None = None
) -> ExportReport:
    """Write the mix and the stems of a document as stereo files of equal length.

    The stems of the audible layers sum to the mix (mutes and solos applied); in 32-bit float, where no gain is applied,
    within 1e-6. Names of inaudible stems say that they are not in the mix. Integer samples share one gain, which is
    exactly 1 unless a true peak exceeds full scale. True peaks of an unedited import do not count if its samples are
    exact: such a file is a bit-identical copy. 16-bit files are dithered with reproducible noise, unless all samples of
    a file are exact in 16 bits. A file of one layer that a model made has its recipe as a tag. Files of a circular
    document have loop points and tempo.

    Raises
    ------
    UserError
        If the format does not exist, there is nothing to write, a layer's sound is not up to date, or a file cannot be
        written. Existing files are unchanged then, and no new file is left.
    Cancelled
        If ``cancel`` was set; files as for UserError.
    """
    check_kind(request.format, request.subtype)
    files = request.files
    if not files:
        raise UserError(tr("There is nothing to export: neither the mix nor a layer is asked for."))
    if request.exact_name and len(files) > 1:
        raise UserError(tr("One file holds the mix alone. Name a folder for the layers."))
    refuse_pending(files)
    state, subtype = request.document, request.subtype
    samples, rate = state.samples, state.params.sample_rate
    loop = Loop(samples, rate, state.tempo, state.beats_per_bar) if state.circular else None
    passes = 1 if request.levels else 2
    steps = Steps(on_step, cancel, passes * len(files) * block_count(samples))
    levels = request.levels or measure_files(files, state, steps)
    keys = [file.key for file in files]
    gain = levels.gain(keys, subtype)
    with write_set(request.folder, lambda number: _names(request, files, number), overwrite=request.overwrite) as moves:
        for number, (file, (temporary, final)) in enumerate(zip(files, moves, strict=True)):
            dither = None if subtype in levels.files[file.key].exact and gain == 1 else np.random.default_rng(number)
            comment = recipe_json.to_text(file.recipe) if file.recipe else ""
            with open_sound(temporary, rate, 2, request.format, subtype, comment, loop) as write:
                for block in blocks(file, samples):
                    steps.next_block(tr("Writing {name}", name=final.name))
                    write(encoded(block * gain, subtype, dither))
        check(cancel)
    paths = tuple(final for _, final in moves)
    loudness = levels.loudness + db_of(gain) if request.mix else -np.inf
    return ExportReport(paths, db_of(gain), db_of(levels.peak(keys) * gain), loudness)


def planned_paths(request: ExportRequest) -> list[Path]:
    """Return the files that an export would write, given the present contents of its folder."""
    files = request.files
    names: Sequence[str] = _names(request, files, 1)
    if not request.overwrite and os.path.isdir(request.folder):
        with suppress(OSError):  # the export reports a folder that cannot be listed
            names = free_names(request.folder, lambda number: _names(request, files, number))
    return [request.folder / name for name in names]


def _names(request: ExportRequest, files: Sequence[ExportFile], number: int) -> list[str]:
    return [request.name] if request.exact_name else file_names(files, request.name, request.format, number)
