"""The chord of held notes."""

from __future__ import annotations

from collections.abc import Iterable

from riffdesk.compose.chords import chords_of, name_of_chord
from riffdesk.errors import UserError


def chord_of(notes: Iterable[int]) -> str:
    """Return the name of the chord of some MIDI notes, such as ``Am7`` or ``G/B``; '' if there is no name for it.

    Examples
    --------
    >>> chord_of([57, 60, 64]), chord_of([59, 62, 67]), chord_of([60, 61, 62])
    ('Am', 'G/B', '')
    """
    classes = tuple(dict.fromkeys(note % 12 for note in sorted(notes)))
    if len(classes) < 2:
        return ""
    name = name_of_chord(classes)
    try:
        chords_of(name)
    except UserError:
        return ""
    return name
