"""Conversion between General MIDI's programs and drums and the instruments and drum pieces of scores."""

from __future__ import annotations

from riffdesk.compose.score import OWN_KIT, DrumPiece
from riffdesk.compose.vocabulary import FAMILIES

TR_808 = 25
_SYNTH_PROGRAMS = {"fm bell": 14, "square lead": 80, "saw lead": 81, "saw pad": 90, "soft pad": 89}
_GROUPS = (
    ("piano", 0, 4), ("electric piano", 4, 6), ("piano", 6, 7), ("electric piano", 7, 8), ("bells", 8, 11),
    ("mallets", 11, 14), ("bells", 14, 15), ("mallets", 15, 16), ("organ", 16, 24), ("acoustic guitar", 24, 26),
    ("distorted guitar", 26, 32), ("bass", 32, 40), ("violin", 40, 42), ("strings", 42, 46),
    ("acoustic guitar", 46, 47), ("mallets", 47, 48),
    ("strings", 48, 52), ("choir", 52, 55), ("strings", 55, 56), ("brass", 56, 64),
    ("saxophone", 64, 72), ("flute", 72, 80), ("synth lead", 80, 88), ("synth pad", 88, 104),
    ("acoustic guitar", 104, 108), ("mallets", 108, 109), ("flute", 109, 110), ("violin", 110, 111),
    ("flute", 111, 112), ("bells", 112, 114), ("mallets", 114, 120), ("synth pad", 120, 128),
)  # fmt: skip
_FAMILY_OF = {program: family for family, first, last in _GROUPS for program in range(first, last)}
_FAMILY_OF |= {program: name for name, family in FAMILIES.items() for program in family.programs}
_OTHER_PIECES = {
    35: DrumPiece.KICK, 40: DrumPiece.SNARE, 41: DrumPiece.LOW_TOM, 43: DrumPiece.LOW_TOM, 48: DrumPiece.HIGH_TOM,
    52: DrumPiece.CRASH, 53: DrumPiece.RIDE, 55: DrumPiece.CRASH, 57: DrumPiece.CRASH, 59: DrumPiece.RIDE,
    60: DrumPiece.HIGH_CONGA, 61: DrumPiece.LOW_CONGA, 62: DrumPiece.HIGH_CONGA, 65: DrumPiece.HIGH_TOM,
    66: DrumPiece.LOW_TOM, 67: DrumPiece.COWBELL, 68: DrumPiece.COWBELL, 69: DrumPiece.SHAKER, 75: DrumPiece.RIM,
    76: DrumPiece.RIM, 77: DrumPiece.RIM, 82: DrumPiece.SHAKER,
}  # fmt: skip
_PIECES = {int(piece): piece for piece in DrumPiece} | _OTHER_PIECES


def family_of(program: int) -> str:
    """Return the instrument, a key of `FAMILIES`, of a program (0 to 127), or the most similar one."""
    return _FAMILY_OF[program]


def program_of(sound: int | str) -> int:
    """Return the program of a part's sound; for riffdesk's own synths and kit a similar one."""
    if sound == OWN_KIT:
        return TR_808
    return _SYNTH_PROGRAMS[sound] if isinstance(sound, str) else sound


def piece_of(pitch: int) -> DrumPiece | None:
    """Return the drum piece of a drum note, or the most similar one; None if there is none."""
    return _PIECES.get(pitch)
