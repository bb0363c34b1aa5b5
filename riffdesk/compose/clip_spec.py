"""The spec of a clip: instrument, groove, tempo, key and the rest. It is stored as the label of a training clip."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict, dataclass, replace
from typing import Any

import numpy as np

from riffdesk.compose.genres import GENRES
from riffdesk.compose.vocabulary import (
    FAMILIES,
    GROOVES,
    HIGHEST_BPM,
    LOWEST_BPM,
    NO_DRUMS,
    TONIC_NAMES,
    tempo_word,
)

TYPICAL_BPM = {
    "rock": (90, 160), "house": (112, 138), "hip hop": (65, 105), "drum and bass": (140, 180), "funk": (90, 125),
    "swing": (90, 180), "bossa nova": (100, 150), "reggae": (62, 95), "march": (90, 170), NO_DRUMS: (60, 160),
}  # fmt: skip

_HARD_FAMILIES, _HARD_GROOVES = ("violin", "brass"), ("rock", "drum and bass")
"""Drawn twice as often as the others, since the network learns them last."""
_GENRE_SHARE = 0.26
_ACCOMPANIED_SHARE = 0.15
"""Share of clips with drums, among those of `sample_of`."""
_DRUMLESS_SHARE = 0.3
"""Share of clips without drums, among genres with drums, so that prompts can remove a genre's drums."""


@dataclass(frozen=True)
class ClipSpec:
    """The complete spec of one clip, stored as its label.

    Parameters
    ----------
    family : str
        Instrument, a key of `FAMILIES`; empty for drums alone.
    sound : int or str
        Its General MIDI program, or the name of a synth of our own.
    playing : str
        One of `PLAYINGS`; empty for drums alone.
    groove : str
        One of `GROOVES`, or 'no drums'.
    waltz : bool
        Three beats to the bar (the march groove only).
    bass : bool
        Whether a bass plays along.
    bpm : int
        Beats per minute, 60 to 180.
    tonic, mode
        Key.
    register, density : str
        One of `REGISTERS`, one of `DENSITIES`.
    genre : str
        The genre it was drawn from, or empty.
    beats : int
        Beats of a bar; 0 for three of a waltz and four of everything else.
    """

    family: str
    sound: int | str
    playing: str
    groove: str
    waltz: bool
    bass: bool
    bpm: int
    tonic: int
    mode: str
    register: str
    density: str
    genre: str = ""
    beats: int = 0

    @property
    def drums(self) -> bool:
        """Whether drums play."""
        return self.groove != NO_DRUMS

    @property
    def tempo(self) -> str:
        """The tempo in a word."""
        return tempo_word(self.bpm)

    @property
    def beats_per_bar(self) -> int:
        """Beats of a bar: ``beats``, or by default three for a waltz and four otherwise."""
        return self.beats or (3 if self.waltz else 4)

    def label(self) -> dict[str, Any]:
        """Return the spec as JSON types."""
        label = asdict(self) | {"tempo": self.tempo}
        del label["beats"]  # training clips have those of their groove
        return label

    @classmethod
    def of_label(cls, label: dict[str, Any]) -> ClipSpec:
        """Return the spec of a stored label."""
        return cls(**{name: label[name] for name in cls.__dataclass_fields__ if name != "beats"})


def sample_spec(rng: np.random.Generator) -> ClipSpec:
    """Return a random spec; every word of the vocabulary is frequent enough for training."""
    if rng.random() < _GENRE_SHARE:
        return _of_genre(str(rng.choice(list(GENRES))), rng)
    drums_alone = rng.random() < 0.2
    family = "" if drums_alone else str(rng.choice([*FAMILIES, *_HARD_FAMILIES]))
    has_drums = drums_alone or rng.random() < 0.5
    return _random_spec(rng, family, has_drums, (*GROOVES, *_HARD_GROOVES))


def sample_of(families: Sequence[str], rng: np.random.Generator) -> ClipSpec:
    """Return a random spec with one of some instruments, mostly alone."""
    family = str(rng.choice(families))
    return _random_spec(rng, family, rng.random() < _ACCOMPANIED_SHARE, GROOVES)


def _random_spec(rng: np.random.Generator, family: str, has_drums: bool, grooves: Sequence[str]) -> ClipSpec:
    """Return a random spec of an instrument, or of drums alone if ``family`` is empty."""
    groove = str(rng.choice(grooves)) if has_drums else NO_DRUMS
    bass = has_drums and family not in ("", "bass") and rng.random() < 0.3
    bpm = TYPICAL_BPM[groove] if rng.random() < 0.5 else (LOWEST_BPM, HIGHEST_BPM)
    playing = str(rng.choice(FAMILIES[family].playings)) if family else ""
    return _spec(rng, family, playing, groove, bass, bpm, 0.5)


def _of_genre(name: str, rng: np.random.Generator) -> ClipSpec:
    genre = GENRES[name]
    family = str(rng.choice(genre.families))
    groove = str(rng.choice(genre.grooves)) or NO_DRUMS
    if rng.random() < _DRUMLESS_SHARE:
        groove = NO_DRUMS
    bass = groove != NO_DRUMS and family != "bass" and rng.random() < genre.bass
    fitting = [playing for playing in genre.playings if playing in FAMILIES[family].playings]
    playing = str(rng.choice(fitting or FAMILIES[family].playings))
    spec = _spec(rng, family, playing, groove, bass, genre.bpm, genre.minor)
    waltz = name == "waltz" or (spec.waltz and name != "marching band")
    return replace(spec, genre=name, waltz=waltz)


def _spec(
    rng: np.random.Generator,
    family: str,
    playing: str,
    groove: str,
    bass: bool,
    bpm: tuple[int, int],
    minor: float,
) -> ClipSpec:
    sounds: list[int | str] = [*FAMILIES[family].programs, *FAMILIES[family].synths] if family else [0]
    return ClipSpec(
        family=family,
        sound=sounds[rng.integers(len(sounds))],
        playing=playing,
        groove=groove,
        waltz=groove == "march" and rng.random() < 0.5,
        bass=bool(bass),
        bpm=int(rng.integers(bpm[0], bpm[1] + 1)),
        tonic=int(rng.choice(list(TONIC_NAMES))),
        mode="minor" if rng.random() < minor else "major",
        register=str(rng.choice(("low", "middle", "middle", "high"))),
        density=str(rng.choice(("sparse", "medium", "medium", "busy"))),
    )
