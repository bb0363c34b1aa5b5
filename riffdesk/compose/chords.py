"""Reads and writes chord progressions as text, bar by bar: ``Cm | Ab | Eb | Bb``."""

from __future__ import annotations

import re

from riffdesk.compose.harmony import Key
from riffdesk.dsp.pitch import MODES, NAMES
from riffdesk.errors import UserError
from riffdesk.language import mark, tr, translated

Progression = tuple[tuple[tuple[int, ...], ...], ...]
"""The chords of each bar, which divide it equally; a chord is its pitch classes (0 = C), the lowest note first."""

MAX_BARS = 256
MAX_CHORDS_PER_BAR = 4

_LETTERS = {"C": 0, "D": 2, "E": 4, "F": 5, "G": 7, "A": 9, "B": 11}
_ACCIDENTALS = {"": 0, "#": 1, "♯": 1, "b": -1, "♭": -1}
_QUALITIES: dict[tuple[int, ...], tuple[str, ...]] = {
    (0, 4, 7): ("", "maj", "M", "major"),
    (0, 3, 7): ("m", "min", "-", "mi", "minor"),
    (0, 3, 6): ("dim", "°", "o", "m(b5)", "mb5"),
    (0, 4, 8): ("aug", "+", "+5", "(#5)"),
    (0, 2, 7): ("sus2",),
    (0, 5, 7): ("sus4", "sus"),
    (0, 7): ("5",),
    (0, 4, 7, 10): ("7", "dom7"),
    (0, 4, 7, 11): ("maj7", "M7", "Δ", "Δ7", "ma7", "j7"),
    (0, 3, 7, 10): ("m7", "min7", "-7", "mi7"),
    (0, 3, 7, 11): ("mM7", "m(maj7)", "mmaj7", "minmaj7", "-Δ"),
    (0, 3, 6, 10): ("m7b5", "m7(b5)", "ø", "ø7", "-7b5", "min7b5"),
    (0, 3, 6, 9): ("dim7", "°7", "o7"),
    (0, 4, 8, 10): ("7#5", "aug7", "+7", "7+", "7(#5)"),
    (0, 5, 7, 10): ("7sus4", "7sus"),
    (0, 4, 7, 9): ("6", "maj6", "M6"),
    (0, 3, 7, 9): ("m6", "min6", "-6"),
    (0, 4, 7, 2): ("add9", "add2", "(add9)", "2"),
    (0, 3, 7, 2): ("madd9", "m(add9)", "madd2"),
    (0, 4, 7, 10, 2): ("9",),
    (0, 4, 7, 11, 2): ("maj9", "M9", "Δ9"),
    (0, 3, 7, 10, 2): ("m9", "min9", "-9"),
    (0, 4, 7, 10, 1): ("7b9", "7(b9)"),
    (0, 4, 7, 10, 3): ("7#9", "7(#9)"),
    (0, 4, 7, 9, 2): ("6/9", "69"),
    (0, 4, 7, 10, 5): ("11",),
    (0, 3, 7, 10, 5): ("m11", "min11", "-11"),
    (0, 4, 7, 10, 9): ("13",),
}
_INTERVALS = {name: steps for steps, names in _QUALITIES.items() for name in names}
_NOTE = r"[A-G](?:#|♯|b|♭)?"
_CHORD = re.compile(rf"(?P<root>{_NOTE})(?P<quality>6/9|[^/\s]*)(?:/(?P<bass>{_NOTE}))?")
_FLAT_NAMES = ("C", "D♭", "D", "E♭", "E", "F", "G♭", "G", "A♭", "A", "B♭", "B")
_REPEAT = "%"
_ADVICE = mark("Write chords as in Cm, F#7, Bbmaj7 or G/B, and | between bars.")


def chords_of(text: str) -> Progression:
    """Return the chords of a text.

    Parameters
    ----------
    text : str
        Bars separated by ``|``, with up to four chords each, separated by spaces; ``%`` repeats the bar before. May be
        empty.

    Raises
    ------
    UserError
        If a chord is invalid, with its name and bar, or there are too many.

    Examples
    --------
    >>> chords_of("Cm | Ab Bb7")
    (((0, 3, 7),), ((8, 0, 3), (10, 2, 5, 8)))
    """
    if not text.strip():
        return ()
    cleaned = re.sub(r"\|+:?|:\|", "|", text.replace("\n", "|")).strip().strip("|")
    bars: list[tuple[tuple[int, ...], ...]] = []
    for number, bar in enumerate(cleaned.split("|"), 1):
        words = re.sub(r"[,–—]", " ", bar).split()
        if not words:
            raise UserError(tr("Bar {number} has no chord. {advice}", number=number, advice=translated(_ADVICE)))
        if words == [_REPEAT]:
            if not bars:
                raise UserError(
                    tr(
                        "Bar 1 is {repeat}, the bar before once more, but there is none. {advice}",
                        repeat=_REPEAT,
                        advice=translated(_ADVICE),
                    )
                )
            bars.append(bars[-1])
            continue
        if len(words) > MAX_CHORDS_PER_BAR:
            raise UserError(
                tr(
                    "Bar {number} has {count} chords; {most} are the most. {advice}",
                    number=number,
                    count=len(words),
                    most=MAX_CHORDS_PER_BAR,
                    advice=translated(_ADVICE),
                )
            )
        bars.append(tuple(_chord(word, number) for word in words))
    if len(bars) > MAX_BARS:
        raise UserError(tr("These are chords of {count} bars; {most} are the most.", count=len(bars), most=MAX_BARS))
    return tuple(bars)


def name_of_chord(chord: tuple[int, ...], *, flats: bool = False) -> str:
    """Return the usual name of a chord, with the bass note if that is not the root.

    Examples
    --------
    >>> name_of_chord((8, 0, 3)), name_of_chord((8, 0, 3), flats=True), name_of_chord((11, 7, 2))
    ('G♯', 'A♭', 'G/B')
    """
    names_of_notes = _FLAT_NAMES if flats else NAMES
    for index in range(len(chord)):
        root = chord[index]
        steps = {(note - root) % 12 for note in chord}
        for intervals, names in _QUALITIES.items():
            if steps == set(intervals):
                bass = f"/{names_of_notes[chord[0]]}" if index else ""
                return f"{names_of_notes[root]}{names[0]}{bass}"
    return "-".join(names_of_notes[note] for note in chord)


def text_of_chords(progression: Progression, key: Key) -> str:
    """Return chords as a text for `chords_of`, with flats if the key signature has flats."""
    return " | ".join(" ".join(name_of_chord(chord, flats=key.sharps < 0) for chord in bar) for bar in progression)


def key_of_chords(progression: Progression) -> Key:
    """Return the key with most notes of the chords in its scale; of equals, one whose tonic is first or last."""
    chords = [chord for bar in progression for chord in bar]
    first, last = chords[0], chords[-1]

    def score(key: Key) -> tuple[int, float]:
        notes_in_scale = sum(note in key.scale for chord in chords for note in chord)
        third = (key.tonic + (4 if key.mode == "major" else 3)) % 12
        tonic_weight = sum(weight for chord, weight in ((first, 2.0), (last, 1.0)) if chord[0] == key.tonic)
        return notes_in_scale, tonic_weight + 0.5 * sum(chord[0] == key.tonic and third in chord for chord in chords)

    return max((Key(tonic, mode) for mode in MODES for tonic in range(12)), key=score)


def _chord(word: str, bar: int) -> tuple[int, ...]:
    match = _CHORD.fullmatch(word)
    steps = _INTERVALS.get(match["quality"]) if match else None
    if match is None or steps is None:
        raise UserError(
            tr("There is no chord {word!r} (bar {bar}). {advice}", word=word, bar=bar, advice=translated(_ADVICE))
        )
    root = _pitch_class(match["root"])
    notes = tuple((root + step) % 12 for step in steps)
    if match["bass"] is None:
        return notes
    bass = _pitch_class(match["bass"])
    return (bass, *(note for note in notes if note != bass))


def _pitch_class(note: str) -> int:
    return (_LETTERS[note[0]] + _ACCIDENTALS[note[1:]]) % 12
