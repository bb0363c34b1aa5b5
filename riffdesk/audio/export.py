"""Export: the mix and one file per layer, aligned, equally long, and either all of them or none.

Everything goes through in blocks, so that a long sketch with many layers needs no more memory than
a short one. The first pass measures: true peaks decide one common gain, and files are found whose
samples need no dither. The second pass writes the files, which `file_set` then moves to their places.
"""

from __future__ import annotations

import threading
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from riffdesk.audio.file_set import write_set
from riffdesk.audio.loop import Loop
from riffdesk.audio.samples import SUFFIXES, Format, Subtype, check_kind, encoded, fits
from riffdesk.audio.sound_writer import open_sound
from riffdesk.dsp.mix import Track, TruePeak, db_of, stem
from riffdesk.errors import UserError
from riffdesk.files import safe_name
from riffdesk.progress import OnStep, Step, check, ignore_steps
from riffdesk.sketch import recipe_json
from riffdesk.sketch.layer import Layer
from riffdesk.sketch.mixer import audible_layers, tracks
from riffdesk.sketch.recipe import Recipe
from riffdesk.sketch.state import State

_BLOCK = 1 << 16  # samples between two looks at the cancel button
_SPARE = {"PCM_16": 2 / 2**15, "PCM_24": 1 / 2**23, "FLOAT": 0.0}  # what dither and rounding may add to a peak


@dataclass(frozen=True, eq=False)
class ExportRequest:
    """Write a document's sound to files.

    Parameters
    ----------
    document : State
        Every audible layer's sound is up to date (as `riffdesk.engine.sound.complete` leaves it).
    folder : Path
        Where to; it is made if it is missing.
    name : str
        What the files' names begin with; made safe for every system.
    stems : bool
        Write one file per audible layer: ``name 01 Bass.wav`` for the lowest layer.
    mix : bool
        Write their sum: ``name mix.wav``.
    format : str
        ``WAV`` or ``FLAC``.
    subtype : str
        ``PCM_16``, ``PCM_24`` or, in WAV only, ``FLOAT``.
    overwrite : bool
        Replace files of these names. Otherwise, if any of them exists, the whole set is called
        ``name 2``, ``name 3``, ...
    """

    document: State
    folder: Path
    name: str
    stems: bool = False
    mix: bool = True
    format: Format = "WAV"
    subtype: Subtype = "PCM_24"
    overwrite: bool = False


@dataclass(frozen=True)
class ExportReport:
    """What was written.

    Parameters
    ----------
    paths : tuple of Path
        The mix first, then the stems from the lowest layer up.
    gain_db : float
        The gain of every file: 0, or less where something would have clipped.
    true_peak_db : float
        The highest level in any of the files, between samples too, in dBTP (ITU-R BS.1770-4);
        -inf for silence.
    """

    paths: tuple[Path, ...]
    gain_db: float
    true_peak_db: float


def export(
    request: ExportRequest, on_step: OnStep = ignore_steps, cancel: threading.Event | None = None
) -> ExportReport:
    """Write the mix and the stems of a document: stereo, equally long, all or none.

    The stems are the layers that are heard under the mutes and solos, so that they sum to the mix:
    in 32-bit float, where nothing is turned down, within 1e-6. Whole-number samples share one gain,
    which is exactly 1 unless a true peak exceeds full scale. Peaks that an untouched import brought
    along are its own: where nothing else exceeds, it is copied bit by bit. 16-bit files are
    dithered, always with the same noise, except a file whose samples all fit 16 bits as they are.
    A file of one layer that a model made has its recipe among its tags. Where the document is circular, every file
    says that it is a loop, and its tempo.

    Raises
    ------
    UserError
        If there is no such kind of file, nothing to write, a layer whose sound is not up to date,
        or a file cannot be written. Then no file of the set is there, and those that were there
        before are as they were.
    Cancelled
        If ``cancel`` was set; the same holds.
    """
    check_kind(request.format, request.subtype)
    parts = _parts(request)
    state = request.document
    samples, rate = state.samples, state.params.sample_rate
    loop = Loop(samples, rate, state.tempo, state.beats_per_bar) if state.circular else None
    steps = _Steps(on_step, cancel, 2 * len(parts) * -(-samples // _BLOCK))
    measured = [_measure(part, samples, request.subtype, steps) for part in parts]
    peak = max(one.peak for one in measured)
    made_too_loud = any(
        one.peak > 1 and not (part.untouched and one.fits) for part, one in zip(parts, measured, strict=True)
    )
    gain = (1 - _SPARE[request.subtype]) / peak if made_too_loud and request.subtype != "FLOAT" else 1.0

    def names(number: int) -> list[str]:
        base = safe_name(request.name) + (f" {number}" if number > 1 else "")
        return [f"{base} {part.ending}{SUFFIXES[request.format]}" for part in parts]

    with write_set(request.folder, names, overwrite=request.overwrite) as moves:
        for number, (part, one, (temporary, final)) in enumerate(zip(parts, measured, moves, strict=True)):
            dither = None if one.fits and gain == 1 else np.random.default_rng(number)
            comment = recipe_json.to_text(part.recipe) if part.recipe else ""
            with open_sound(temporary, rate, 2, request.format, request.subtype, comment, loop) as write:
                for block in _blocks(part, samples, steps, f"Writing {final.name}"):
                    write(encoded(block * gain, request.subtype, dither))
        check(cancel)
    return ExportReport(tuple(final for _, final in moves), db_of(gain), db_of(peak * gain))


@dataclass(frozen=True, eq=False)
class _Part:
    """One file.

    Parameters
    ----------
    ending : str
        What its name ends in.
    tracks : tuple of Track
        What is summed in it.
    untouched : bool
        Whether it is one imported sound, as it was.
    recipe : Recipe, optional
        What made it, if it is one layer that a model made.
    """

    ending: str
    tracks: tuple[Track, ...]
    untouched: bool
    recipe: Recipe | None


def _parts(request: ExportRequest) -> list[_Part]:
    """Return the files to write; refuse layers that do not sound as they look."""
    state = request.document
    audible = audible_layers(state)
    for layer in audible:
        if layer.sound.pending is not None:
            raise UserError(f'The sound of the layer "{layer.name}" is not ready. Wait for it, then export again.')
    sounding = tracks(state)
    untouched = {track.key for track in sounding if _is_untouched(track, state.layer(track.key))}

    def part(ending: str, these: tuple[Track, ...]) -> _Part:
        alone = these[0].key if len(these) == 1 else ""
        return _Part(ending, these, alone in untouched, state.layer(alone).recipe if alone else None)

    parts = [part("mix", sounding)] if request.mix else []
    if request.stems:
        for number, layer in enumerate(state.layers, 1):
            if layer in audible:
                own = tuple(track for track in sounding if track.key == layer.id)
                parts.append(part(f"{number:02} {safe_name(layer.name, 'Layer')}", own))
    if not parts:
        raise UserError("There is nothing to export: no layer is heard. Unmute one, or export the mix as well.")
    return parts


def _is_untouched(track: Track, layer: Layer) -> bool:
    if layer.source is None or (track.left, track.right) != (1, 1):
        return False
    return track.audio == layer.source.waveform


class _Steps:
    """Counts the blocks of both passes, and hears the cancel before each."""

    def __init__(self, on_step: OnStep, cancel: threading.Event | None, total: int) -> None:
        self._on_step, self._cancel, self._total = on_step, cancel, total
        self._done = 0

    def take(self, what: str) -> None:
        check(self._cancel)
        self._on_step(Step(self._done, self._total, what))
        self._done += 1


def _blocks(part: _Part, samples: int, steps: _Steps, what: str) -> Iterator[NDArray[np.float64]]:
    """Yield the part's sound in blocks ``[2, samples]``; the sum is taken in 64 bits and rounded once."""
    for start in range(0, samples, _BLOCK):
        steps.take(what)
        count = min(_BLOCK, samples - start)
        total = np.zeros((2, count))
        for track in part.tracks:
            total += stem(replace(track, audio=track.audio[:, start : start + count]), count)
        yield total


@dataclass(frozen=True)
class _Measured:
    """What the first pass finds out about a part: its true peak, and whether its samples need no rounding."""

    peak: float
    fits: bool


def _measure(part: _Part, samples: int, subtype: Subtype, steps: _Steps) -> _Measured:
    """Return a part's true peak, as `riffdesk.dsp.mix.true_peak` has it but block by block."""
    meter = TruePeak(2)
    peak, exact, left = 0.0, True, samples
    for block in _blocks(part, samples, steps, "Measuring"):
        left -= block.shape[-1]
        peak = meter.take(block, last=left == 0)
        exact = exact and fits(block, subtype)
    return _Measured(peak, exact)
