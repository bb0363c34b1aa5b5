"""The magnet, which moves a mark to the nearest pitch of a scale, or of the partials in the ink."""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from riffdesk.dsp.params import SpectrogramParams
from riffdesk.dsp.peaks import peaks_of
from riffdesk.dsp.pitch import A4_HZ, A4_MIDI, NAMES, SCALES
from riffdesk.sketch.ink import Ink
from riffdesk.sketch.paint.tips import Point

MAGNETS = ("semitones", "scale", "partials")
_FAINT = 0.1  # -80 dB: quieter peaks attract nothing
_REACH_CENTS = 300.0  # from which a partial attracts a mark


@dataclass(frozen=True)
class Magnet:
    """Moves pitches to the nearest of some.

    Parameters
    ----------
    to : str
        ``semitones``; ``scale``, that of the key, or semitones without a key; or ``partials``, the peaks of the ink
        at the same time that are at most three semitones away.
    key : str
        Key of the sketch, see `riffdesk.sketch.music.key`; '' for none.
    """

    to: str = "semitones"
    key: str = ""

    def band(self, column: float, band: float, ink: Ink, params: SpectrogramParams) -> float:
        """Return the nearest band to one at a column.

        Parameters
        ----------
        ink : Ink
            Ink in which partials are looked for.
        """
        if self.to == "partials":
            return _nearest_peak(round(column), band, ink, params)
        midi = A4_MIDI + 12 * math.log2(max(float(params.hertz_of(band)), 1.0) / A4_HZ)
        nearest = min(self._notes_around(midi), key=lambda note: abs(note - midi))
        return float(params.band_of(A4_HZ * 2 ** ((nearest - A4_MIDI) / 12)))

    def _notes_around(self, midi: float) -> list[int]:
        """Return the notes that a pitch may go to, around it."""
        around = range(math.floor(midi) - 2, math.floor(midi) + 4)
        if self.to != "scale" or not self.key:
            return list(around)
        name, mode = self.key.split()
        return [note for note in around if (note - NAMES.index(name)) % 12 in SCALES[mode]]

    def segments(self, start: Point, stop: Point, ink: Ink, params: SpectrogramParams) -> Iterator[tuple[Point, Point]]:
        """Yield the horizontal segments of a line, one for each pitch in turn."""
        count = 1 + math.ceil(max(abs(stop[0] - start[0]), abs(stop[1] - start[1])))
        columns = np.linspace(start[0], stop[0], count).tolist()
        bands = np.linspace(start[1], stop[1], count).tolist()
        begin, pitch = columns[0], self.band(columns[0], bands[0], ink, params)
        before = begin
        for column, band in zip(columns[1:], bands[1:], strict=True):
            snapped = self.band(column, band, ink, params)
            if snapped != pitch:
                yield (begin, pitch), (before, pitch)
                begin, pitch = column, snapped
            before = column
        yield (begin, pitch), (before, pitch)


def _nearest_peak(column: int, band: float, ink: Ink, params: SpectrogramParams) -> float:
    """Return the band of the nearest peak of a column; the band itself where there is none."""
    column = column % ink.shape[-1]
    cells = ink.read(column, column + 1)
    peaks = peaks_of(cells if cells.ndim == 2 else cells.max(axis=0), _FAINT).bands
    if not len(peaks):
        return band
    hertz = max(float(params.hertz_of(band)), 1.0)
    cents = np.abs(1200 * np.log2(np.maximum(params.hertz_of(peaks), 1.0) / hertz))
    nearest = int(cents.argmin())
    return float(peaks[nearest]) if cents[nearest] <= _REACH_CENTS else band
