"""Played bars of a jam as layers: one for each stem, sample for sample, with recipe and notes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np

from riffdesk.arrays import Array
from riffdesk.audio.playing.tape import Roles, Tape, TapeBar
from riffdesk.compose.score import Score
from riffdesk.compose.score_text import text_of
from riffdesk.dsp.mix import db_of
from riffdesk.engine.session.jam_request import JamBar, mixed_ink
from riffdesk.engine.session.jam_score import joined_bars, with_roles
from riffdesk.language import all_of, capital, plural, tr, translated
from riffdesk.sketch.ink import Ink
from riffdesk.sketch.layer import COLOURS, MAX_GAIN_DB, Layer
from riffdesk.sketch.sound import Sound, Waveform
from riffdesk.ui.jam.kept_keyframes import keyframes_of


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
    def layers(self) -> list[Layer]:
        """A layer for each stem, and one of the paint; with their gains and mutes they sum to the played sound.

        A gain that changed within these bars is in the layer's sound.
        """
        stems = self.tape.stems(self.start, self.start + self.samples)
        painted = self._painted_sound
        if len(stems) < 2:
            layers = [self.mix if painted is None else self._mix_of(None)]
        else:
            layers = [self._layer(roles, audio) for roles, audio in stems.items() if audio.any()]
        if painted is not None:
            ink = self._painted_ink
            layers.append(
                Layer(Ink.of(ink), tr("Painted · {bars}", bars=_bars(self.bars)), sound=Sound(Waveform.of(painted)))
            )
        return [replace(layer, colour=COLOURS[number % len(COLOURS)]) for number, layer in enumerate(layers)]

    @property
    def mix(self) -> Layer:
        """All of the played sound, as one layer."""
        return self._mix_of(self._painted_sound)

    def _mix_of(self, painted: Array | None) -> Layer:
        """Return the bars as one layer, with the sound of paint or, if that is None, without it."""
        audio, ink = (
            self.tape.read(self.start, self.start + self.samples, with_paint=painted is not None),
            self._ink(None),
        )
        if painted is not None:
            ink = mixed_ink([(ink, 1.0), (self._painted_ink, 1.0)])
        return self._new("", [bar.score for bar in self._made], ink, audio)

    @property
    def _painted_sound(self) -> Array | None:
        """The sound of the paint: float32 ``[channels, samples]``; None if it was silent."""
        audio = self.tape.painted(self.start, self.start + self.samples)
        return audio if audio is not None and audio.any() else None

    @property
    def _painted_ink(self) -> Array:
        """The ink of the paint, at its level, in its state at the end of each bar."""
        ink = np.zeros_like(self._ink(None))
        for bar in self.bars:
            paint = self.tape.painted_at(round(bar.line + self.tape.bar) - 1)
            if paint is None or not isinstance(paint.content, Layer):
                continue
            first = max(0, round((bar.line - self.start) / self.hop))
            begin = round(bar.position * self.tape.bar / self.hop)
            count = min(round(self.tape.bar / self.hop) + 1, ink.shape[-1] - first, paint.content.columns - begin)
            if count > 0:
                level = np.float32(float(np.sqrt(np.mean(np.square(paint.gains)))) ** 0.25)
                ink[..., first : first + count] = paint.content.tiles.read(begin, begin + count) * level
        return ink

    def _layer(self, roles: Roles, audio: Array) -> Layer:
        """Return the layer of a stem."""
        has_drums = "drums" in roles
        scores = [with_roles(bar.score, roles) for bar in self._made]
        gain = self.tape.gain(roles, self.start, self.start + self.samples)
        ink = self._ink(roles)
        name = capital(all_of([translated(role) for role in roles]))
        if isinstance(gain, np.ndarray):
            positions = np.minimum(np.arange(ink.shape[-1]) * self.hop, len(gain) - 1)
            ink = ink * gain[positions] ** np.float32(0.25)
            return self._new(name, scores, ink, audio * gain, has_drums=has_drums)
        layer = self._new(name, scores, ink, audio, has_drums=has_drums)
        if gain == 0:
            return replace(layer, mute=True)
        return replace(layer, gain_db=min(MAX_GAIN_DB, db_of(gain))) if gain != 1 else layer

    def _new(self, what: str, scores: Sequence[Score], ink: Array, audio: Array, *, has_drums: bool = True) -> Layer:
        made = self._made
        first = made[0].recipe
        recipe = replace(
            first,
            seconds=self.samples / self.tape.rate,
            score=text_of(joined_bars(scores)),
            circular=False,
            steps=max(bar.recipe.steps for bar in made),
            keyframes=keyframes_of(made, self.tape.bar / self.tape.rate, has_drums=has_drums),
        )
        prompt = first.keyframes[0].prompt.strip()[:28] or tr("Jam")
        name = f"{what}: " if what else ""
        name += f"{prompt} · {_bars(self.bars)}"
        return Layer(Ink.of(ink), name, recipe=recipe, sound=Sound(Waveform.of(audio)))

    @property
    def _made(self) -> list[JamBar]:
        return [_made(bar) for bar in self.bars]

    def _ink(self, roles: Roles | None) -> Array:
        """Return the ink of a stem, or of all, in columns from the beginning: float32 ``[..., bands, columns]``."""
        columns = -(-self.samples // self.hop)
        any_stem = next(stem for bar in self._made for stem in bar.stems)
        ink = np.zeros((*any_stem.ink.shape[:-1], columns), np.float32)
        for bar in self.bars:
            stems = [stem for stem in _made(bar).stems if roles in (None, stem.roles)]
            if not stems:  # the stem has only the fade-out of the bar before
                continue
            of_bar = mixed_ink([(stem.ink.astype(np.float32), 1.0 if roles else stem.gain) for stem in stems])
            first = max(0, round((bar.line - self.start) / self.hop))
            width = min(of_bar.shape[-1], columns - first)
            ink[..., first : first + width] = of_bar[..., :width]
        return ink


def last_bars(tape: Tape, played: int, hop: int, seconds: float | None, count: int | None = None) -> KeptBars | None:
    """Return the last completely played bars; None if there are none.

    Parameters
    ----------
    tape : Tape
    played : int
        Number of played samples.
    hop : int
        Samples of a column.
    seconds : float, optional
        Maximum length.
    count : int, optional
        Maximum number.
    """
    bars = tape.bars(played)
    if seconds is not None:
        count = max(1, int(seconds * tape.rate / tape.bar + 1e-6))
    chosen = tuple(bars if count is None else bars[-count:])
    return KeptBars(tape, chosen, hop) if chosen else None


def _bars(bars: Sequence[TapeBar]) -> str:
    """Return the number of bars as text."""
    return plural(len(bars), "{count} bar", "{count} bars")


def _made(bar: TapeBar) -> JamBar:
    assert isinstance(bar.content, JamBar)
    return bar.content
