"""Who plays what in a riff that words ask for: genre, drums, instruments and bass."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from riffdesk.compose.genres import GENRES
from riffdesk.compose.riff_spec import Player
from riffdesk.compose.vocabulary import FAMILIES, GROOVES, NO_DRUMS
from riffdesk.compose.words.phrases import BREAK, Phrase
from riffdesk.compose.words.requested import DRAWN, PLAIN_GUITAR, Asked

MOST_PLAYERS = 4
"""Instruments beside bass and drums."""

_GROOVE_GENRES = {"swing": "jazz", "march": "marching band"}
"""Genres that a groove alone stands for, where they are not of the same name."""
_LOUD_GUITARS = {"rock", "metal", "punk", "blues", "reggae"}
_SECOND_PLAYINGS = ("chords", "arpeggio", "melody", "drone", "riff")
_NOBODY = Phrase("", -1, -1, ())

Named = tuple[Phrase, str, int | str]
"""Where an instrument is named, its family and its sound."""


@dataclass(frozen=True)
class Band:
    """Who plays: see `riffdesk.compose.riff_spec.RiffSpec`."""

    genre: str
    groove: str
    players: tuple[Player, ...]
    bass: bool


def band_of(asked: Asked) -> Band:
    """Return who plays in what is asked for; sentences say it."""
    genre = _genre(asked)
    named = _named(asked)
    groove = _groove(asked, genre, bool(named))
    players = _players(asked, genre, named, groove)
    return Band(genre, groove, players, _bass(asked, genre, named, players, groove))


def _genre(asked: Asked) -> str:
    """Return the genre that is asked for, or one that the seed draws where nothing says what is to be heard."""
    told = ""
    for phrase in asked.phrases:
        meaning = phrase.of("genre")
        if meaning and not asked.is_absent("genre", meaning.value) and not _is_of_drums(asked, phrase):
            told = told or meaning.value
    grooves = asked.values("groove")
    if not told and not any(phrase.of(kind) for phrase in asked.phrases for kind in ("instrument", "drums", "playing")):
        told = next((name for groove in grooves if (name := _GROOVE_GENRES.get(groove, groove)) in GENRES), "")
        if not told and not grooves:
            open_ = [name for name in GENRES if not asked.is_absent("genre", name)]
            drawn = str(asked.rng("genre").choice(open_))
            asked.say(f"Genre: {drawn}{DRAWN}.")
            return drawn
    if told:
        asked.say(f"Genre: {told}.")
    return told


def _is_of_drums(asked: Asked, phrase: Phrase) -> bool:
    """Return whether a word names a groove of drums, as in 'techno drums'; 'lofi beats' are a genre."""
    behind = asked.behind(phrase)
    return bool(phrase.of("groove") and behind and behind.of("drums"))


def _named(asked: Asked) -> list[Named]:
    """Return the instruments that are asked for, each once, in the order of the prompt."""
    found: dict[str, Named] = {}
    loud = _LOUD_GUITARS & {*asked.values("genre"), *asked.values("groove")}
    for phrase in asked.phrases:
        meaning = phrase.of("instrument")
        if meaning is None or asked.is_absent("instrument", meaning.value):
            continue
        family = "distorted guitar" if phrase.words in PLAIN_GUITAR and loud else meaning.value
        sound = meaning.sound if meaning.sound is not None and family == meaning.value else _sound(asked, family)
        found.setdefault(family, (phrase, family, sound))
    return list(found.values())


def _sound(asked: Asked, family: str) -> int | str:
    sounds: list[int | str] = [*FAMILIES[family].programs, *FAMILIES[family].synths]
    return sounds[asked.rng("sound").integers(len(sounds))]


def _groove(asked: Asked, genre: str, named: bool) -> str:
    """Return what the drums play; whether there are any is not left to the seed unless a genre is."""
    if asked.is_absent("drums") or asked.values("no drums"):
        asked.say("No drums, as asked for.")
        return NO_DRUMS
    grooves, wanted = asked.values("groove"), bool(asked.values("drums"))
    alone = named and asked.alone and not wanted
    if grooves and not alone:
        asked.say(f"Drums: {grooves[0]}.")
        return grooves[0]
    options = [groove for groove in GENRES[genre].grooves if groove] if genre else []
    always = bool(options) and "" not in GENRES[genre].grooves
    if wanted or (always and not alone):
        open_ = [groove for groove in options or GROOVES if not asked.is_absent("groove", groove)]
        drawn = str(asked.rng("groove").choice(open_ or GROOVES))
        asked.say(f"Drums: {drawn}{'' if len(options) == 1 else DRAWN}.")
        return drawn
    asked.say("No drums.")
    return NO_DRUMS


def _players(asked: Asked, genre: str, named: Sequence[Named], groove: str) -> tuple[Player, ...]:
    """Return who plays what; nobody where drums, or drums and bass, are asked for alone."""
    playings = _playings(asked, named)
    with_drums = groove != NO_DRUMS and bool(asked.values("drums")) and not playings
    leads = [one for one in named if one[1] != "bass" or not (len(named) > 1 or with_drums)][:MOST_PLAYERS]
    drawn = not leads
    if not leads:
        if not asked.values("playing") and (not genre or named):
            return ()
        family = _drawn_family(asked, genre)
        leads = [(_NOBODY, family, _sound(asked, family))]
    players = []
    for number, (phrase, family, sound) in enumerate(leads):
        playing, told = _playing(asked, family, playings.get(family, ""), genre, number)
        players.append(Player(family, sound, playing))
        alias = f" (for {phrase.words!r})" if phrase.words and not _is_name(phrase.words, family) else ""
        asked.say(f"{family.capitalize()}{alias}: {playing}{'' if told and not drawn else DRAWN}.")
    return tuple(players)


def _drawn_family(asked: Asked, genre: str) -> str:
    """Return an instrument for what is to be played, of those of the genre."""
    wanted = asked.values("playing")
    if "bass line" in wanted:
        return "bass"
    open_ = [family for family in FAMILIES if not asked.is_absent("instrument", family)]
    able = [family for family in open_ if not wanted or wanted[0] in FAMILIES[family].playings]
    fitting = [family for family in able if not genre or family in GENRES[genre].families]
    return str(asked.rng("instrument").choice(fitting or able or open_ or list(FAMILIES)))


def _playings(asked: Asked, named: Sequence[Named]) -> dict[str, str]:
    """Return what each instrument is asked to play: of the words for it the nearest, its own clause first."""
    playings: dict[str, str] = {}
    for phrase in asked.phrases:
        meaning = phrase.of("playing")
        if meaning is None or phrase.of("instrument") or not named or _says_alone(asked, phrase):
            continue
        _, family, _ = min(named, key=lambda one: (one[1] in playings, _distance(asked, phrase, one[0])))
        playings.setdefault(family, meaning.value)
    return playings


def _says_alone(asked: Asked, phrase: Phrase) -> bool:
    """Return whether 'solo' says that an instrument is alone, as in 'solo cello'."""
    behind = asked.behind(phrase)
    return phrase.words == "solo" and bool(behind and behind.of("instrument"))


def _distance(asked: Asked, phrase: Phrase, other: Phrase) -> int:
    first, last = sorted((phrase, other), key=lambda one: one.place)
    between = asked.tokens[first.end : last.place]
    return len(between) + 10 * between.count(BREAK) + 4 * between.count("and") + 4 * between.count("with")


def _playing(asked: Asked, family: str, wanted: str, genre: str, number: int) -> tuple[str, bool]:
    """Return what an instrument plays, and whether that is settled by the words."""
    able = FAMILIES[family].playings
    if wanted in able:
        return wanted, True
    if wanted == "chords":  # of an instrument of one voice
        return ("arpeggio" if "arpeggio" in able else able[0]), True
    open_ = [playing for playing in able if not asked.is_absent("playing", playing)] or list(able)
    if number > 0:
        return next((playing for playing in _SECOND_PLAYINGS if playing in open_), open_[0]), True
    said = [playing for playing in asked.values("playing") if playing in able and playing != "solo"]
    if said:
        return said[0], True
    fitting = [playing for playing in GENRES[genre].playings if playing in open_] if genre else []
    if fitting:
        return str(asked.rng("playing").choice(fitting)), len(set(fitting)) == 1
    usual = "bass line" if family == "bass" else "chords" if family == "synth pad" else "melody"
    return (usual if usual in open_ else open_[0]), True


def _bass(asked: Asked, genre: str, named: Sequence[Named], players: Sequence[Player], groove: str) -> bool:
    """Return whether a bass plays along."""
    if any(player.family == "bass" for player in players):
        return False
    if asked.is_absent("instrument", "bass") or asked.is_absent("playing", "bass line"):
        asked.say("No bass, as asked for.")
        return False
    if any(family == "bass" for _, family, _ in named):
        asked.say("Bass plays along.")
        return True
    likely = GENRES[genre].bass if genre and groove != NO_DRUMS and not asked.alone and players else 0.0
    if asked.rng("bass").random() < likely:
        asked.say(f"Bass plays along{DRAWN}.")
        return True
    return False


def _is_name(words: str, family: str) -> bool:
    """Return whether words are what the vocabulary calls an instrument, in the singular or the plural."""
    specific = FAMILIES[family].specific.values()
    known = {*FAMILIES[family].words, *(name for names in specific for name in names)}
    spelled = {one.replace("-", "").replace(" ", "") + end for one in known for end in ("", "s")}
    return words.replace(" ", "") in spelled
