"""From a spec to its score: four-bar phrases, the first of which comes back.

Every phrase is composed by a generator of its own, made of the seed, the part and the phrase's letter. So the same
seed gives the same score, a longer score begins like a shorter one, and phrases of the same letter are alike.
"""

from __future__ import annotations

import numpy as np

from riffdesk.compose.grooves import drum_part
from riffdesk.compose.harmony import Key
from riffdesk.compose.parts import bass_part, lead_part
from riffdesk.compose.score import Chord, Note, Part, Score, by_start
from riffdesk.compose.spec import ClipSpec

PHRASE_BARS = 4
_FORM = (0, 0, 1, 0)
"""The letters of four phrases: A A B A."""
_LEAD, _BASS, _DRUMS, _SOUNDS = range(4)  # what a generator is for
_BASS_PROGRAMS = (33, 33, 34, 35, 38, 39)
_UPRIGHT_BASS = 32
_ROLES = {"chords": "chords", "arpeggio": "chords", "drone": "chords", "bass line": "bass"}


def compose(spec: ClipSpec, seed: int, bars: int) -> Score:
    """Return the score of a spec.

    Parameters
    ----------
    spec : ClipSpec
        Instrument, groove, tempo, key and the rest.
    seed : int
        What the spec leaves open is drawn from it, >= 0.
    bars : int
        Length, >= 1.

    Returns
    -------
    Score
        Of that many bars. Its first bars are those of any longer score of the same spec and seed.
    """
    key = Key(spec.tonic, spec.mode)
    lead: list[Note] = []
    bass: list[Note] = []
    drums: list[Note] = []
    chords: list[Chord] = []
    kit = 0
    for number in range(-(-bars // PHRASE_BARS)):
        start = float(number * PHRASE_BARS * spec.beats_per_bar)
        # A solo is never repeated, whatever plays along.
        letter = _FORM[number % len(_FORM)]
        degrees = [0] * PHRASE_BARS
        if spec.family:
            own = number if spec.playing == "solo" else letter
            notes, degrees = lead_part(spec, PHRASE_BARS, np.random.default_rng([seed, _LEAD, own]))
            lead += _moved(notes, start)
        if spec.bass:
            bass += _moved(bass_part(spec, degrees, np.random.default_rng([seed, _BASS, letter])), start)
        if spec.drums:
            hits, chosen = drum_part(spec, PHRASE_BARS, np.random.default_rng([seed, _DRUMS, letter]))
            drums += _moved(hits, start)
            kit = chosen if number == 0 else kit
        chords += [Chord(start + bar * spec.beats_per_bar, key.chord(degree)) for bar, degree in enumerate(degrees)]
    parts = []
    if spec.family:
        parts.append(Part(_ROLES.get(spec.playing, "melody"), spec.family, spec.sound, by_start(lead)))
    if spec.bass:
        program = int(np.random.default_rng([seed, _SOUNDS]).choice(_BASS_PROGRAMS))
        parts.append(Part("bass", "bass", _UPRIGHT_BASS if spec.groove == "swing" else program, by_start(bass)))
    if spec.drums:
        parts.append(Part("drums", "drums", kit, by_start(drums)))
    phrases = -(-bars // PHRASE_BARS) * PHRASE_BARS
    score = Score(float(spec.bpm), spec.beats_per_bar, key, phrases, tuple(chords), tuple(parts))
    return score.first(bars)


def _moved(notes: list[Note], beats: float) -> list[Note]:
    return [Note(note.start + beats, note.length, note.pitch, note.velocity) for note in notes]
