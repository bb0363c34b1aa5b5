"""The spec of a riff: players, groove, tempo, meter, key and chords."""

from __future__ import annotations

from dataclasses import dataclass

from riffdesk.compose.chords import Progression
from riffdesk.compose.clip_spec import ClipSpec
from riffdesk.compose.harmony import Key
from riffdesk.compose.vocabulary import NO_DRUMS

_ROLES = {"chords": "chords", "arpeggio": "chords", "drone": "chords", "bass line": "bass"}


@dataclass(frozen=True)
class Player:
    """An instrument and its way of playing.

    Parameters
    ----------
    family : str
        A key of `riffdesk.compose.vocabulary.FAMILIES`.
    sound : int or str
        General MIDI program, or the name of a synth of our own.
    playing : str
        One of `PLAYINGS`.
    """

    family: str
    sound: int | str
    playing: str

    @property
    def role(self) -> str:
        """The role of its part: 'melody', 'chords' or 'bass'."""
        return _ROLES.get(self.playing, "melody")


@dataclass(frozen=True)
class RiffSpec:
    """The complete spec of a riff, except for its length and seed.

    Parameters
    ----------
    players : tuple of Player
        Pitched instruments, the leading one first, without accompanying bass and drums.
    groove : str
        One of `GROOVES`, or 'no drums'.
    bass : bool
        Whether there is an accompanying bass.
    tempo : float
        Beats per minute.
    beats_per_bar : int
    key : Key
    register, density : str
        Of the leading instrument: one of `REGISTERS`, one of `DENSITIES`.
    genre : str
        Or empty.
    chords : Progression
        The given chords, which are repeated; empty for random ones.
    """

    players: tuple[Player, ...]
    groove: str
    bass: bool
    tempo: float
    beats_per_bar: int
    key: Key
    register: str = "middle"
    density: str = "medium"
    genre: str = ""
    chords: Progression = ()

    @property
    def drums(self) -> bool:
        """Whether drums play."""
        return self.groove != NO_DRUMS

    def clip(self, number: int = 0) -> ClipSpec:
        """Return the spec of a clip in which one of the players leads."""
        player = self.players[number] if self.players else Player("", 0, "")
        return ClipSpec(
            family=player.family,
            sound=player.sound,
            playing=player.playing,
            groove=self.groove,
            waltz=self.groove == "march" and self.beats_per_bar == 3,
            bass=self.bass,
            bpm=round(self.tempo),
            tonic=self.key.tonic,
            mode=self.key.mode,
            register=self.register if number == 0 else "middle",
            density=self.density if number == 0 else "medium",
            genre=self.genre,
            beats=self.beats_per_bar,
        )

    @classmethod
    def of_clip(cls, clip: ClipSpec) -> RiffSpec:
        """Return the spec of a riff with the features of a clip."""
        return cls(
            players=(Player(clip.family, clip.sound, clip.playing),) if clip.family else (),
            groove=clip.groove,
            bass=clip.bass,
            tempo=float(clip.bpm),
            beats_per_bar=clip.beats_per_bar,
            key=Key(clip.tonic, clip.mode),
            register=clip.register,
            density=clip.density,
            genre=clip.genre,
        )
