"""Bars of a jam as they were heard, as a layer: sample for sample, with recipe and notes."""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np

from riffdesk.arrays import Array
from riffdesk.audio.playing.tape import Tape, TapeBar
from riffdesk.compose.score_text import text_of
from riffdesk.engine.session.jam_request import JamBar
from riffdesk.engine.session.jam_score import joined_bars
from riffdesk.sketch.ink import Ink
from riffdesk.sketch.layer import Layer
from riffdesk.sketch.sound import Sound, Waveform


@dataclass(frozen=True)
class KeptBars:
    """Consecutive bars on a tape.

    Parameters
    ----------
    tape : Tape
    bars : tuple of TapeBar
        At least one.
    hop : int
        Samples of a column.
    """

    tape: Tape
    bars: tuple[TapeBar, ...]
    hop: int

    @property
    def start(self) -> int:
        """First sample on the tape."""
        return round(self.bars[0].line)

    @property
    def samples(self) -> int:
        """Length."""
        return round(self.bars[-1].line + self.tape.bar) - self.start

    @property
    def layer(self) -> Layer:
        """A layer of it."""
        made = [_made(bar) for bar in self.bars]
        first, count = made[0].recipe, len(self.bars)
        notes = text_of(joined_bars([bar.score for bar in made]))
        recipe = replace(first, seconds=self.samples / self.tape.rate, score=notes, circular=False)
        prompt = first.keyframes[0].prompt.strip()[:28]
        name = f"{prompt or 'Jam'} · {count} {'bar' if count == 1 else 'bars'}"
        audio = self.tape.read(self.start, self.start + self.samples)
        return Layer(Ink.of(self.ink), name, recipe=recipe, sound=Sound(Waveform.of(audio)))

    @property
    def ink(self) -> Array:
        """The ink of it, in columns from its beginning: float32 ``[..., bands, columns]``."""
        columns = -(-self.samples // self.hop)
        ink = np.zeros((*_made(self.bars[0]).ink.shape[:-1], columns), np.float32)
        for bar in self.bars:
            of_bar = _made(bar).ink
            first = max(0, round((bar.line - self.start) / self.hop))
            width = min(of_bar.shape[-1], columns - first)
            ink[..., first : first + width] = of_bar[..., :width]
        return ink


def last_bars(tape: Tape, heard: int, hop: int, seconds: float | None, count: int | None = None) -> KeptBars | None:
    """Return the last bars that were heard completely; None if there is none.

    Parameters
    ----------
    tape : Tape
    heard : int
        Sample up to which it was heard.
    hop : int
        Samples of a column.
    seconds : float, optional
        At most as many seconds.
    count : int, optional
        At most as many bars.
    """
    bars = tape.bars(heard)
    if seconds is not None:
        count = max(1, int(seconds * tape.rate / tape.bar + 1e-6))
    chosen = tuple(bars if count is None else bars[-count:])
    return KeptBars(tape, chosen, hop) if chosen else None


def _made(bar: TapeBar) -> JamBar:
    assert isinstance(bar.content, JamBar)
    return bar.content
