"""The axes of the canvas: seconds (bottom), bars and beats (top), Hz (left), notes (right)."""

from __future__ import annotations

import math

from riffdesk.dsp.band_scale import BandScale
from riffdesk.dsp.pitch import hertz_of_midi, midi_of, name_of_midi
from riffdesk.ui.canvas.plot.plot_library import pg
from riffdesk.ui.theme import line_height, width_of

Ticks = list[tuple[float, list[float]]]

_HERTZ = (20, 50, 100, 200, 300, 400, 500, 700, 1000, 1500, 2000, 3000, 4000, 5000, 7000, 10000, 15000, 20000)
_NATURALS = (0, 2, 4, 5, 7, 9, 11)
_OVERHANG = 30  # pixels by which the first and last label may protrude
_LOWEST_HZ = 16.0  # lowest audible frequency, and lowest note name
_TICK = 12  # pixels for a tick beside its label
_TEXT_OFFSET = 5  # pixels from the plot to a label


class _PlainAxis(pg.AxisItem):
    """An axis without a title, whose labels have their units; pyqtgraph would typeset the title at each change."""

    def __init__(self, orientation: str) -> None:
        super().__init__(orientation)
        self.enableAutoSIPrefix(False)


class TimeAxis(_PlainAxis):
    """The axis of seconds."""

    def __init__(self) -> None:
        super().__init__("bottom")
        self.setHeight(line_height() + _TICK)
        self.setStyle(hideOverlappingLabels=_OVERHANG)

    def leave_room(self, pixels: int) -> None:
        """Set the distance in pixels between the labels and the plot."""
        self.setHeight(line_height() + _TICK + pixels)
        self.setStyle(tickTextOffset=_TEXT_OFFSET + pixels)

    def tickStrings(self, values: list[float], scale: float, spacing: float) -> list[str]:
        """Return seconds, with the decimals that the spacing needs."""
        decimals = max(0, math.ceil(-math.log10(spacing) - 1e-9)) if spacing < 1 else 0
        return [f"{value:.{decimals}f} s" for value in values]


class BarsAxis(_PlainAxis):
    """The axis of bars and beats at the sketch's tempo: ``3|2`` is the second beat of the third bar."""

    def __init__(self) -> None:
        super().__init__("top")
        self.setHeight(line_height() + _TICK)
        self.setStyle(hideOverlappingLabels=_OVERHANG)
        self._beat = 0.5
        self._beats_per_bar = 4

    def set_tempo(self, tempo: float, beats_per_bar: int) -> None:
        """Set beats per minute and beats per bar."""
        if (60 / tempo, beats_per_bar) != (self._beat, self._beats_per_bar):
            self._beat, self._beats_per_bar = 60 / tempo, beats_per_bar
            self.picture = None
            self.update()

    def tickValues(self, minVal: float, maxVal: float, size: float) -> Ticks:
        """Return ticks at beats if they fit, otherwise at bars or every few bars."""
        bar = self._beat * self._beats_per_bar
        fitting = max(1e-9, (maxVal - minVal) * 56 / max(size, 1))
        steps = [self._beat] + [bar * 2**power for power in range(12)]
        spacing = next((step for step in steps if step >= fitting), steps[-1])
        first = max(0, math.ceil(minVal / spacing - 1e-9))
        count = int((maxVal - first * spacing) / spacing + 1e-9) + 1
        return [(spacing, [(first + number) * spacing for number in range(max(0, count))])]

    def tickStrings(self, values: list[float], scale: float, spacing: float) -> list[str]:
        """Return bar and beat, both counted from 1."""
        beats = [round(value / self._beat) for value in values]
        return [f"{beat // self._beats_per_bar + 1}|{beat % self._beats_per_bar + 1}" for beat in beats]


class _BandAxis(_PlainAxis):
    """An axis of mel bands, with labels at frequencies that do not overlap."""

    def __init__(self, orientation: str, widest: str, scale: BandScale) -> None:
        super().__init__(orientation)
        self._width = width_of(widest, _TICK)
        self.setWidth(self._width)
        self._scale = scale

    def leave_room(self, pixels: int) -> None:
        """Set the distance in pixels between the labels and the plot."""
        self.setWidth(self._width + pixels)
        self.setStyle(tickTextOffset=_TEXT_OFFSET + pixels)

    def set_scale(self, scale: BandScale) -> None:
        """Set the scale, which maps bands to heights and to Hz."""
        if scale != self._scale:
            self._scale = scale
            self.picture = None
            self.update()

    def _hertz_at(self, heights: list[float]) -> list[float]:
        hertz: list[float] = self._scale.params.hertz_of(self._scale.band_at(heights)).tolist()
        return hertz

    def _hertz_range(self, low: float, high: float) -> tuple[float, float]:
        ends = self._hertz_at([low, high])
        return max(_LOWEST_HZ, ends[0]), max(2 * _LOWEST_HZ, ends[1])

    def _apart(self, hertz: list[float], low: float, high: float, size: float) -> list[float]:
        """Return the heights of frequencies, without those whose label would overlap the one below."""
        kept: list[float] = []
        least = (high - low) * line_height() / max(size, 1)
        for height in map(float, self._scale.height_of(self._scale.params.band_of(hertz))):
            if low <= height <= high and (not kept or height - kept[-1] >= least):
                kept.append(height)
        return kept


class HertzAxis(_BandAxis):
    """The axis of frequencies."""

    def __init__(self, scale: BandScale) -> None:
        super().__init__("left", "1.25 kHz", scale)

    def tickValues(self, minVal: float, maxVal: float, size: float) -> Ticks:
        """Return ticks at round frequencies; evenly spaced ones when zoomed in."""
        low, high = self._hertz_range(minVal, maxVal)
        choice = [float(hertz) for hertz in _HERTZ if low <= hertz <= high]
        if len(choice) < 5:
            step = 10 ** math.floor(math.log10(max((high - low) / 5, 1)))
            step *= next(factor for factor in (1, 2, 5, 10) if (high - low) / (step * factor) <= 8)
            choice = [step * number for number in range(math.ceil(low / step), int(high / step) + 1)]
        return [(1.0, self._apart(choice, minVal, maxVal, size))]

    def tickStrings(self, values: list[float], scale: float, spacing: float) -> list[str]:
        """Return Hz, or kHz from 1000 Hz."""
        hertz = [round(value, 1) for value in self._hertz_at(values)]
        return [f"{value / 1000:g} kHz" if value >= 1000 else f"{value:g} Hz" for value in hertz]


class NoteAxis(_BandAxis):
    """The axis of note names: octaves of C; when zoomed in, naturals, then semitones."""

    def __init__(self, scale: BandScale) -> None:
        super().__init__("right", "C♯10", scale)

    def tickValues(self, minVal: float, maxVal: float, size: float) -> Ticks:
        """Return ticks at as many notes as fit."""
        low, high = self._hertz_range(minVal, maxVal)
        notes = range(math.ceil(midi_of(low)), math.floor(midi_of(high)) + 1)
        for choice in (
            list(notes),
            [note for note in notes if note % 12 in _NATURALS],
            [note for note in notes if note % 12 == 0],
        ):
            wanted = [hertz_of_midi(note) for note in choice]
            fitting = self._apart(wanted, minVal, maxVal, size)
            if len(fitting) == len(choice):
                break
        return [(1.0, fitting)]

    def tickStrings(self, values: list[float], scale: float, spacing: float) -> list[str]:
        """Return the note's name with its octave."""
        return [name_of_midi(round(midi_of(hertz))) for hertz in self._hertz_at(values)]
