"""Reads tempo, meter, key, register and density from a prompt."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from riffdesk.compose.chords import Progression, key_of_chords
from riffdesk.compose.clip_spec import TYPICAL_BPM
from riffdesk.compose.genres import GENRES
from riffdesk.compose.harmony import Key
from riffdesk.compose.score import MAX_BEATS
from riffdesk.compose.vocabulary import DENSITIES, HIGHEST_BPM, LOWEST_BPM, REGISTERS, TEMPOS, TONIC_NAMES
from riffdesk.compose.words.band import Band
from riffdesk.compose.words.requested import RequestedMusic
from riffdesk.dsp.pitch import MODES
from riffdesk.language import tr, translated

_TEMPO_RANGES = {"slow": (LOWEST_BPM, 89), "medium": (90, 129), "fast": (130, HIGHEST_BPM)}
_METER = re.compile(r"(?<![\d/])(\d{1,2})/(?:2|4|8|16)(?![\d/])")


@dataclass(frozen=True)
class Setting:
    """Tempo, meter, key and chords that are given besides the prompt's words.

    Parameters
    ----------
    tempo : float or None
        The tempo that the prompt names, or else that of the sketch, in beats per minute; None for a random one.
    beats_per_bar : int or None
        That of the sketch; None for the default.
    key : Key or None
        The key that the prompt names, or else that of the sketch; None for a random one.
    chords : Progression
        May be empty.
    named : frozenset of str
        Which of 'tempo' and 'key' the prompt names.
    source : str
        Origin of the others, as the end of a sentence.
    """

    tempo: float | None = None
    beats_per_bar: int | None = None
    key: Key | None = None
    chords: Progression = ()
    named: frozenset[str] = frozenset()
    source: str = "as in the sketch"


@dataclass(frozen=True)
class Frame:
    """Tempo, meter, key, register and density of a riff: see `riffdesk.compose.riff_spec.RiffSpec`."""

    beats_per_bar: int
    tempo: float
    key: Key
    register: str
    density: str


def frame_of(requested: RequestedMusic, setting: Setting, band: Band) -> Frame:
    """Return the frame of the requested music, and add sentences about it."""
    return Frame(
        _beats(requested, setting),
        _tempo(requested, setting, band),
        _key(requested, setting, band),
        _level_of(requested, "register", REGISTERS) or "middle",
        _density(requested, setting),
    )


def _beats(requested: RequestedMusic, setting: Setting) -> int:
    """Return beats per bar: the prompt's ('waltz', '5/4'), the sketch's, or four."""
    match = _METER.search(requested.prompt)
    beats = int(match[1]) if match else int((requested.values("meter") or ["0"])[0])
    if 1 <= beats <= MAX_BEATS:
        requested.add_sentence(tr("{beats} beats in a bar", beats=beats))
        return beats
    if setting.beats_per_bar:
        requested.add_sentence(
            tr("{beats} beats in a bar, {source}", beats=setting.beats_per_bar, source=translated(setting.source))
        )
    return setting.beats_per_bar or 4


def _tempo(requested: RequestedMusic, setting: Setting, band: Band) -> float:
    if setting.tempo:
        source = [] if "tempo" in setting.named else [translated(setting.source)]
        requested.add_sentence(", ".join((f"{setting.tempo:g} bpm", *source)))
        return setting.tempo
    low, high = _tempo_range(requested, band)
    drawn = int(requested.rng("tempo").integers(low, high + 1))
    requested.add_sentence(f"{drawn} bpm", drawn=True)
    return float(drawn)


def _tempo_range(requested: RequestedMusic, band: Band) -> tuple[int, int]:
    """Return the range of tempos of the genre or groove, restricted by words such as 'slow'."""
    low, high = GENRES[band.genre].bpm if band.genre else TYPICAL_BPM[band.groove]
    allowed = [word for word in TEMPOS if not requested.is_absent("tempo", word)]
    ranges = [_TEMPO_RANGES[word] for word in requested.values("tempo")[:1] or allowed]
    if not ranges or len(ranges) == len(TEMPOS):
        return low, high
    requested_range = min(first for first, _ in ranges), max(last for _, last in ranges)
    common = max(low, requested_range[0]), min(high, requested_range[1])
    return common if common[0] <= common[1] else requested_range


def _key(requested: RequestedMusic, setting: Setting, band: Band) -> Key:
    """Return the key; a mode in the prompt changes that of the sketch's key, a mood counts only without other hints."""
    modes = [*requested.values("mode"), *_opposite(requested.negated("mode"))]
    moods = [*requested.values("mood"), *_opposite(requested.negated("mood"))]
    key = setting.key
    if key is not None:
        moved = Key(key.tonic, modes[0]) if modes and "key" not in setting.named else key
        source = tr("on its tonic") if moved != key else translated(setting.source)
        return _with_sentence(requested, moved, "" if "key" in setting.named else source)
    if setting.chords:
        return _with_sentence(requested, key_of_chords(setting.chords), tr("which the chords are in"))
    minor = GENRES[band.genre].minor if band.genre else 0.5
    drawn = "minor" if requested.rng("mode").random() < minor else "major"
    tonic = int(requested.rng("tonic").choice(list(TONIC_NAMES)))
    return _with_sentence(requested, Key(tonic, (modes or moods or [drawn])[0]), drawn=True)


def _opposite(negated: Sequence[str]) -> list[str]:
    return [mode for other in negated for mode in MODES if mode != other]


def _with_sentence(requested: RequestedMusic, key: Key, source: str = "", *, drawn: bool = False) -> Key:
    requested.add_sentence(", ".join(filter(None, (key.name, source))), drawn=drawn)
    return key


def _density(requested: RequestedMusic, setting: Setting) -> str:
    """Return the density; if the tempo is given, 'slow' means few notes and 'fast' many."""
    density = _level_of(requested, "density", DENSITIES)
    if density:
        return density
    paced = {"slow": "sparse", "fast": "busy"}
    densities = [paced[word] for word in requested.values("tempo") if word in paced]
    if setting.tempo and densities:
        few = densities[0] == "sparse"
        requested.add_sentence(
            tr("Few notes, for 'slow' at a given tempo") if few else tr("Many notes, for 'fast' at a given tempo")
        )
        return densities[0]
    return "medium"


def _level_of(requested: RequestedMusic, kind: str, options: Sequence[str]) -> str:
    """Return the requested register or density, or the opposite of a negated one; '' for neither."""
    opposite = [options[-1 - options.index(value)] for value in requested.negated(kind) if value != options[1]]
    values = [*requested.values(kind), *opposite][:1]
    if values:
        title = tr("Register") if kind == "register" else tr("Density")
        requested.add_sentence(f"{title}: {translated(values[0])}")
    return "".join(values)
