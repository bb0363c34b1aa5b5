"""The tone tip: paints a pitch and its harmonics."""

from __future__ import annotations

import math
from dataclasses import dataclass, field
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from riffdesk.arrays import Array
from riffdesk.dsp.params import SpectrogramParams
from riffdesk.dsp.pitch import A4_HZ
from riffdesk.dsp.tone import tone_shape
from riffdesk.language import mark
from riffdesk.sketch.ink_edit import InkEdit
from riffdesk.sketch.paint.tips.tip import Point, Tip

_SETTLED = 5.0  # time constants until a glide has arrived, to 0.7% of its interval
_MOST_SHAPES = 4_000  # cached shapes
_FADE_DB = 40.0  # of attack and release, from the level of the tone to its inaudible end


@dataclass
class _Pass:
    """A part of a stroke in one direction: the pitch of each column, in cents above A4, in the order of drawing.

    ``level`` is the part of the strength that it has.
    """

    rightwards: bool
    cents: dict[int, float] = field(default_factory=dict)
    level: float = 1.0


@dataclass(frozen=True)
class ToneTip(Tip):
    """Paints the spectrogram of a steady tone, so that a line sounds at its pitch.

    Parameters
    ----------
    strength : float
        Ink of a 1 kHz tone, 0 to 1; the level is ``80 * log10(strength)`` dBFS.
    harmonics : int
        Partials, 1 (a sine) to 64, at whole multiples of the pitch.
    rolloff_db : float
        Attenuation of the partials in dB per octave.
    odd_only : bool
        Whether the even partials are left out.
    attack : float
        Seconds in which it rises, at the left end of a line.
    release : float
        Seconds in which it fades after the right end of a line.
    vibrato_cents, vibrato_hz : float
        Depth, to each side of the pitch, and rate of a vibrato.
    glide : float
        Seconds from one pitch to the next where the pitch of a line jumps.
    """

    strength: float = 0.7
    harmonics: int = 1
    rolloff_db: float = 6.0
    odd_only: bool = False
    attack: float = 0.0
    release: float = 0.0
    vibrato_cents: float = 0.0
    vibrato_hz: float = 5.0
    glide: float = 0.0
    name = mark("Tone")
    sustains = True
    is_thin = True
    _passes: list[_Pass] = field(default_factory=list, init=False, compare=False, repr=False)

    def begin(self, edit: InkEdit) -> None:
        """Forget the lines of the stroke before."""
        self._passes.clear()

    def note(self, edit: InkEdit, start: Point, stop: Point, level: float = 1.0) -> None:
        """Paint a note, from left to right: a line with its own attack, release and part of the strength, 0 to 1."""
        self._passes.append(_Pass(True, level=level))
        self.mark(edit, start, stop)

    def mark(self, edit: InkEdit, start: Point, stop: Point, *, joined: bool = False) -> None:
        """Paint the tone from one point to another, gliding if their bands differ."""
        line = self._line(stop[0] - start[0])
        if stop[0] < start[0]:
            start, stop = stop, start
        begin, end = edit.span
        columns = np.arange(max(begin, _cell(start[0])), min(end - 1, _cell(stop[0])) + 1)
        if not len(columns):
            return
        bands = np.interp(columns, (start[0], max(stop[0], start[0] + 1e-9)), (start[1], stop[1]))
        cents = 1200 * np.log2(np.maximum(edit.params.hertz_of(bands), 1.0) / A4_HZ)
        glided = self._glided(line, cents, edit.params) if line.rightwards else cents
        line.cents.update(zip(columns.tolist(), glided.tolist(), strict=True))
        level = np.full(len(columns), line.level, np.float32)
        if line.rightwards and self.attack:
            level *= self._rise(columns - next(iter(line.cents)), edit.params)
        self._paint(edit, int(columns[0]), glided, level)

    def finish(self, edit: InkEdit) -> None:
        """Give the lines of the stroke their attack at the left and their release at the right."""
        if not (self.attack or self.release):
            return
        edit.restore()
        for line in self._passes:
            first, last = min(line.cents, default=0), max(line.cents, default=-1)
            tail = round(self.release * edit.params.columns_per_second)
            columns = np.arange(first, min(last + tail, edit.span[1] - 1) + 1)
            if first <= last:
                cents = np.interp(columns, sorted(line.cents), [line.cents[one] for one in sorted(line.cents)])
                fall = _fade(1 - np.maximum(columns - last, 0) / (tail + 1), edit.params)
                level = np.float32(line.level) * self._rise(columns - first, edit.params) * fall
                self._paint(edit, first, cents, level)

    def _line(self, across: float) -> _Pass:
        """Return the part of the stroke to which a mark belongs, by its columns to the right."""
        if not self._passes or across * (1 if self._passes[-1].rightwards else -1) < 0:
            self._passes.append(_Pass(across >= 0))
        return self._passes[-1]

    def _glided(self, line: _Pass, cents: NDArray[np.float64], params: SpectrogramParams) -> NDArray[np.float64]:
        """Return the pitches of the next columns, each nearer to its own from that of the column before."""
        if not self.glide or not line.cents:
            return cents
        part = 1 - math.exp(-_SETTLED / (self.glide * params.columns_per_second))
        pitch, glided = line.cents[next(reversed(line.cents))], np.empty_like(cents)
        for place, target in enumerate(cents):
            pitch += (target - pitch) * part
            glided[place] = pitch
        return glided

    def _rise(self, columns: NDArray[np.intp], params: SpectrogramParams) -> Array:
        """Return the ink of the attack at columns after its beginning, relative to that of the tone."""
        return _fade((columns + 1) / (self.attack * params.columns_per_second + 1), params)

    def _paint(self, edit: InkEdit, first: int, cents: NDArray[np.float64], level: Array) -> None:
        """Paint columns from ``first`` on at pitches in cents above A4, and at levels of ink from 0 to 1."""
        params = edit.params
        if self.vibrato_cents:
            seconds = (first + np.arange(len(cents))) / params.columns_per_second
            cents = cents + self.vibrato_cents * np.sin(2 * np.pi * self.vibrato_hz * seconds)
        known = _known_shapes(params, self.harmonics, self.rolloff_db, self.odd_only)
        shapes = []
        pitches, places = np.unique(np.round(cents).astype(int), return_inverse=True)
        for pitch in pitches.tolist():
            if pitch not in known:
                known[pitch] = _trimmed(params, pitch, self.harmonics, self.rolloff_db, self.odd_only)
            shapes.append(known[pitch])
        if len(known) > _MOST_SHAPES:
            known.clear()
        low = min(lowest for lowest, _ in shapes)
        high = max(lowest + len(shape) for lowest, shape in shapes)
        rows = np.zeros((len(shapes), high - low), np.float32)  # a row for each pitch: written at once
        for row, (lowest, shape) in zip(rows, shapes, strict=True):
            row[lowest - low : lowest - low + len(shape)] = shape
        ink = np.take(rows.T.copy(), places, axis=1)
        ink *= level * np.float32(self.strength)
        edit.write(first, ink, slice(low, high), np.maximum)


@lru_cache(maxsize=8)
def _known_shapes(
    params: SpectrogramParams, harmonics: int, rolloff_db: float, odd_only: bool
) -> dict[int, tuple[int, Array]]:
    """Return the cached shapes by pitch in cents; their lookup takes most of the time of a long line."""
    return {}


def _trimmed(
    params: SpectrogramParams, cents: int, harmonics: int, rolloff_db: float, odd_only: bool
) -> tuple[int, Array]:
    """Return the lowest band of a tone with ink, and the ink from there to the highest."""
    shape = tone_shape(params, cents, harmonics, rolloff_db, odd_only=odd_only)
    audible = np.flatnonzero(shape)
    return (int(audible[0]), shape[audible[0] : audible[-1] + 1]) if len(audible) else (0, shape[:0])


def _cell(column: float) -> int:
    """Return the nearest whole column; halves are rounded up, so that notes of a grid share no column."""
    return math.floor(column + 0.5)


def _fade(part: NDArray[np.floating], params: SpectrogramParams) -> Array:
    """Return relative ink that falls evenly in dB as ``part`` goes from 1 to 0; 1 above 1."""
    db = _FADE_DB * (np.clip(part, 0, 1) - 1)
    return np.asarray(10 ** (db * params.power / 20) * (part > 0), np.float32)
