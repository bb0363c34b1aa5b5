"""Tempo, meter, key, register and density of a riff that words ask for."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from riffdesk.compose.chords import Progression, key_of_chords
from riffdesk.compose.clip_spec import TYPICAL_BPM
from riffdesk.compose.genres import GENRES
from riffdesk.compose.harmony import Key
from riffdesk.compose.score import MOST_BEATS
from riffdesk.compose.vocabulary import DENSITIES, HIGHEST_BPM, LOWEST_BPM, REGISTERS, TEMPOS, TONIC_NAMES
from riffdesk.compose.words.band import Band
from riffdesk.compose.words.requested import DRAWN, Asked
from riffdesk.dsp.pitch import MODES, NAMES

_TEMPO_RANGES = {"slow": (LOWEST_BPM, 89), "medium": (90, 129), "fast": (130, HIGHEST_BPM)}
_METER = re.compile(r"(?<![\d/])(\d{1,2})/(?:2|4|8|16)(?![\d/])")


@dataclass(frozen=True)
class Setting:
    """What is settled beside the words.

    Parameters
    ----------
    tempo : float or None
        The one that the prompt names, or else that of the sketch, in beats per minute; None if it is open.
    beats_per_bar : int or None
        Of the sketch; None if it is open.
    key : Key or None
        The one that the prompt names, or else that of the sketch; None if it is open.
    chords : Progression
        As given; empty for none.
    named : frozenset of str
        Which of 'tempo' and 'key' the prompt names.
    source : str
        Where the others come from, as a sentence about them ends.
    """

    tempo: float | None = None
    beats_per_bar: int | None = None
    key: Key | None = None
    chords: Progression = ()
    named: frozenset[str] = frozenset()
    source: str = "as in the sketch"


@dataclass(frozen=True)
class Frame:
    """In which tempo, meter and key a riff is, how high and how dense: see `riffdesk.compose.riff_spec.RiffSpec`."""

    beats_per_bar: int
    tempo: float
    key: Key
    register: str
    density: str


def frame_of(asked: Asked, setting: Setting, band: Band) -> Frame:
    """Return what a band plays in; sentences say it."""
    return Frame(
        _beats(asked, setting),
        _tempo(asked, setting, band),
        _key(asked, setting, band),
        _chosen(asked, "register", REGISTERS) or "middle",
        _density(asked, setting),
    )


def _beats(asked: Asked, setting: Setting) -> int:
    """Return beats of a bar: the prompt's ('waltz', '5/4'), the sketch's, or four."""
    match = _METER.search(asked.prompt)
    told = int(match[1]) if match else int((asked.values("meter") or ["0"])[0])
    if 1 <= told <= MOST_BEATS:
        asked.say(f"{told} beats in a bar.")
        return told
    if setting.beats_per_bar:
        asked.say(f"{setting.beats_per_bar} beats in a bar, {setting.source}.")
    return setting.beats_per_bar or 4


def _tempo(asked: Asked, setting: Setting, band: Band) -> float:
    if setting.tempo:
        asked.say(f"{setting.tempo:g} bpm{'' if 'tempo' in setting.named else f', {setting.source}'}.")
        return setting.tempo
    low, high = _tempo_range(asked, band)
    drawn = int(asked.rng("tempo").integers(low, high + 1))
    asked.say(f"{drawn} bpm{DRAWN}.")
    return float(drawn)


def _tempo_range(asked: Asked, band: Band) -> tuple[int, int]:
    """Return the slowest and the fastest tempo of the genre or groove that the words for a tempo allow."""
    low, high = GENRES[band.genre].bpm if band.genre else TYPICAL_BPM[band.groove]
    open_ = [word for word in TEMPOS if not asked.is_absent("tempo", word)]
    ranges = [_TEMPO_RANGES[word] for word in asked.values("tempo")[:1] or open_]
    if not ranges or len(ranges) == len(TEMPOS):
        return low, high
    wanted = min(first for first, _ in ranges), max(last for _, last in ranges)
    both = max(low, wanted[0]), min(high, wanted[1])
    return both if both[0] <= both[1] else wanted


def _key(asked: Asked, setting: Setting, band: Band) -> Key:
    """Return the key: a mode that is named moves the sketch's to it, a mood counts where nothing else tells."""
    modes = [*asked.values("mode"), *_opposite(asked.denied("mode"))]
    moods = [*asked.values("mood"), *_opposite(asked.denied("mood"))]
    key = setting.key
    if key is not None:
        own = Key(key.tonic, modes[0]) if modes and "key" not in setting.named else key
        source = ", on its tonic" if own != key else f", {setting.source}"
        return _told(asked, own, "" if "key" in setting.named else source)
    if setting.chords:
        return _told(asked, key_of_chords(setting.chords), ", which the chords are in")
    minor = GENRES[band.genre].minor if band.genre else 0.5
    drawn = "minor" if asked.rng("mode").random() < minor else "major"
    tonic = int(asked.rng("tonic").choice(list(TONIC_NAMES)))
    return _told(asked, Key(tonic, (modes or moods or [drawn])[0]), DRAWN)


def _opposite(denied: Sequence[str]) -> list[str]:
    return [mode for other in denied for mode in MODES if mode != other]


def _told(asked: Asked, key: Key, source: str) -> Key:
    asked.say(f"{NAMES[key.tonic]} {key.mode}{source}.")
    return key


def _density(asked: Asked, setting: Setting) -> str:
    """Return how many notes there are; at a tempo that is settled 'slow' means few and 'fast' many."""
    chosen = _chosen(asked, "density", DENSITIES)
    if chosen:
        return chosen
    paced = {"slow": "sparse", "fast": "busy"}
    words = [paced[word] for word in asked.values("tempo") if word in paced]
    if setting.tempo and words:
        asked.say(f"{'Few' if words[0] == 'sparse' else 'Many'} notes: the tempo is settled.")
        return words[0]
    return "medium"


def _chosen(asked: Asked, kind: str, options: Sequence[str]) -> str:
    """Return what of register or density is asked for, or the opposite of what is denied; '' for nothing."""
    opposite = [options[-1 - options.index(value)] for value in asked.denied(kind) if value != options[1]]
    chosen = [*asked.values(kind), *opposite][:1]
    if chosen:
        asked.say(f"{kind.capitalize()}: {chosen[0]}.")
    return "".join(chosen)
