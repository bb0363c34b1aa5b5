"""Voices of the synthesiser: the tones of several notes, each at its own place so that no other one glides."""

from __future__ import annotations

from collections.abc import Mapping

from riffdesk.dsp.pitch import hertz_of_midi
from riffdesk.dsp.synth import MOST_PARTIALS, Tones

VOICES = 8
"""Notes that sound at once; of more, those that were struck last."""
_PARTIALS = MOST_PARTIALS // VOICES
_ROLLOFF = 0.35  # amplitude of a partial relative to the one below
_LOUDEST = 0.12  # amplitude of a note at full velocity, as of the piano of the canvas


class Voices:
    """Assigns notes to voices."""

    def __init__(self) -> None:
        self._notes: list[int | None] = [None] * VOICES
        self._hertz = [hertz_of_midi(60)] * VOICES

    def tones(self, velocities: Mapping[int, int]) -> Tones | None:
        """Return the tones of notes by their velocities, 1 to 127, in the order of striking; None for no notes."""
        wanted = dict(list(velocities.items())[-VOICES:])
        self._notes = [note if note in wanted else None for note in self._notes]
        for note in wanted:
            if note not in self._notes:
                voice = self._notes.index(None)
                self._notes[voice], self._hertz[voice] = note, hertz_of_midi(note)
        if not wanted:
            return None
        levels = [0.0 if note is None else amplitude_of(wanted[note]) for note in self._notes]
        return Tones(
            tuple(
                (hertz * number, level * _ROLLOFF ** (number - 1))
                for hertz, level in zip(self._hertz, levels, strict=True)
                for number in range(1, _PARTIALS + 1)
            )
        )


def amplitude_of(velocity: int) -> float:
    """Return the linear amplitude of a note that sounds."""
    return _LOUDEST * relative_amplitude(velocity)


def relative_amplitude(velocity: int) -> float:
    """Return the amplitude of a note over that at full velocity: it falls by 12 dB when the velocity is halved."""
    return (velocity / 127) ** 2
