"""Reads genre, drums, instruments and bass from a prompt."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from riffdesk.compose.genres import GENRES
from riffdesk.compose.riff_spec import Player
from riffdesk.compose.vocabulary import FAMILIES, GROOVES, NO_DRUMS
from riffdesk.compose.words.phrase import BREAK, Phrase
from riffdesk.compose.words.requested import PLAIN_GUITAR, RequestedMusic
from riffdesk.language import tr

MAX_PLAYERS = 4
"""Instruments beside bass and drums."""

_GROOVE_GENRES = {"swing": "jazz", "march": "marching band"}
"""Genres implied by a groove alone, if their names differ."""
_LOUD_GUITARS = {"rock", "metal", "punk", "blues", "reggae"}
_SECOND_PLAYINGS = ("chords", "arpeggio", "melody", "drone", "riff")
_NOBODY = Phrase("", -1, -1, ())

Named = tuple[Phrase, str, int | str]
"""The phrase that names an instrument, its family and its sound."""


@dataclass(frozen=True)
class Band:
    """The players of a riff: see `riffdesk.compose.riff_spec.RiffSpec`."""

    genre: str
    groove: str
    players: tuple[Player, ...]
    bass: bool


def band_of(requested: RequestedMusic) -> Band:
    """Return the players of the requested music, and add sentences about them."""
    genre = _genre(requested)
    named = _named(requested)
    groove = _groove(requested, genre, bool(named))
    players = _players(requested, genre, named, groove)
    return Band(genre, groove, players, _bass(requested, genre, named, players, groove))


def _genre(requested: RequestedMusic) -> str:
    """Return the requested genre, or a random one if the prompt names neither genre, groove nor instrument."""
    genre = ""
    for phrase in requested.phrases:
        meaning = phrase.of("genre")
        if meaning and not requested.is_absent("genre", meaning.value) and not _is_of_drums(requested, phrase):
            genre = genre or meaning.value
    grooves = requested.values("groove")
    if not genre and not any(
        phrase.of(kind) for phrase in requested.phrases for kind in ("instrument", "drums", "playing")
    ):
        genre = next((name for groove in grooves if (name := _GROOVE_GENRES.get(groove, groove)) in GENRES), "")
        if not genre and not grooves:
            allowed = [name for name in GENRES if not requested.is_absent("genre", name)]
            drawn = str(requested.rng("genre").choice(allowed))
            requested.add_sentence(tr("Genre: {genre}", genre=drawn), drawn=True)
            return drawn
    if genre:
        requested.add_sentence(tr("Genre: {genre}", genre=genre))
    return genre


def _is_of_drums(requested: RequestedMusic, phrase: Phrase) -> bool:
    """Whether a word names a groove of drums, as in 'techno drums'; 'lofi beats' are a genre."""
    following = requested.phrase_after(phrase)
    return bool(phrase.of("groove") and following and following.of("drums"))


def _named(requested: RequestedMusic) -> list[Named]:
    """Return the requested instruments, each once, in the order of the prompt."""
    by_family: dict[str, Named] = {}
    loud_genres = _LOUD_GUITARS & {*requested.values("genre"), *requested.values("groove")}
    for phrase in requested.phrases:
        meaning = phrase.of("instrument")
        if meaning is None or requested.is_absent("instrument", meaning.value):
            continue
        family = "distorted guitar" if phrase.words in PLAIN_GUITAR and loud_genres else meaning.value
        sound = meaning.sound if meaning.sound is not None and family == meaning.value else _sound(requested, family)
        by_family.setdefault(family, (phrase, family, sound))
    return list(by_family.values())


def _sound(requested: RequestedMusic, family: str) -> int | str:
    sounds: list[int | str] = [*FAMILIES[family].programs, *FAMILIES[family].synths]
    return sounds[requested.rng("sound").integers(len(sounds))]


def _groove(requested: RequestedMusic, genre: str, named: bool) -> str:
    """Return the groove of the drums, or `NO_DRUMS`; the presence of drums is random only with a random genre."""
    if requested.is_absent("drums") or requested.values("no drums"):
        requested.add_sentence(tr("No drums, as asked for"))
        return NO_DRUMS
    grooves, has_drum_words = requested.values("groove"), bool(requested.values("drums"))
    is_alone = named and requested.alone and not has_drum_words
    if grooves and not is_alone:
        requested.add_sentence(tr("Drums: {groove}", groove=grooves[0]))
        return grooves[0]
    options = [groove for groove in GENRES[genre].grooves if groove] if genre else []
    has_always_drums = bool(options) and "" not in GENRES[genre].grooves
    if has_drum_words or (has_always_drums and not is_alone):
        allowed = [groove for groove in options or GROOVES if not requested.is_absent("groove", groove)]
        drawn = str(requested.rng("groove").choice(allowed or GROOVES))
        requested.add_sentence(tr("Drums: {groove}", groove=drawn), drawn=len(options) != 1)
        return drawn
    requested.add_sentence(tr("No drums"))
    return NO_DRUMS


def _players(requested: RequestedMusic, genre: str, named: Sequence[Named], groove: str) -> tuple[Player, ...]:
    """Return the players; none if only drums, or drums and bass, are requested."""
    playings = _playings(requested, named)
    with_drums = groove != NO_DRUMS and bool(requested.values("drums")) and not playings
    leading = [instrument for instrument in named if instrument[1] != "bass" or not (len(named) > 1 or with_drums)][
        :MAX_PLAYERS
    ]
    drawn = not leading
    if not leading:
        only_drums = requested.alone and bool(requested.values("drums"))
        if not requested.values("playing") and (not genre or named or only_drums):
            return ()
        family = _drawn_family(requested, genre)
        leading = [(_NOBODY, family, _sound(requested, family))]
    players = []
    for number, (phrase, family, sound) in enumerate(leading):
        playing, is_settled = _playing(requested, family, playings.get(family, ""), genre, number)
        players.append(Player(family, sound, playing))
        title = family.capitalize()
        if phrase.words and not _is_name(phrase.words, family):
            title = tr("{instrument} (for {words!r})", instrument=title, words=phrase.words)
        requested.add_sentence(f"{title}: {playing}", drawn=drawn or not is_settled)
    return (*players, *_accompanist(requested, genre, groove, players))


def _accompanist(requested: RequestedMusic, genre: str, groove: str, players: Sequence[Player]) -> tuple[Player, ...]:
    """Return the player of a genre's chords, where a band would have no chords and the prompt allows them."""
    family = GENRES[genre].chords if genre and groove != NO_DRUMS and not requested.alone else ""
    unwanted = requested.is_absent("instrument", family) or requested.is_absent("playing", "chords")
    if not family or unwanted or any(player.family == family or player.role == "chords" for player in players):
        return ()
    requested.add_sentence(tr("{instrument} (for {words!r})", instrument=family.capitalize(), words=genre) + ": chords")
    return (Player(family, _sound(requested, family), "chords"),)


def _drawn_family(requested: RequestedMusic, genre: str) -> str:
    """Return a random instrument of the genre that can play the requested way."""
    playings = requested.values("playing")
    if "bass line" in playings:
        return "bass"
    allowed = [family for family in FAMILIES if not requested.is_absent("instrument", family)]
    suitable = [family for family in allowed if not playings or playings[0] in FAMILIES[family].playings]
    fitting = [family for family in suitable if not genre or family in GENRES[genre].families]
    return str(requested.rng("instrument").choice(fitting or suitable or allowed or list(FAMILIES)))


def _playings(requested: RequestedMusic, named: Sequence[Named]) -> dict[str, str]:
    """Return the requested way of playing of each instrument: that of the nearest phrase, its own clause first.

    'Loop' is what many call any short piece, so that it counts only without another phrase.
    """
    playings: dict[str, str] = {}
    for phrase in sorted(requested.phrases, key=lambda phrase: phrase.words in ("loop", "loops")):
        meaning = phrase.of("playing")
        if meaning is None or phrase.of("instrument") or not named or _means_alone(requested, phrase):
            continue
        _, family, _ = min(
            named, key=lambda instrument: (instrument[1] in playings, _distance(requested, phrase, instrument[0]))
        )
        playings.setdefault(family, meaning.value)
    return playings


def _means_alone(requested: RequestedMusic, phrase: Phrase) -> bool:
    """Whether 'solo' means that an instrument plays alone, as in 'solo cello'."""
    following = requested.phrase_after(phrase)
    return phrase.words == "solo" and bool(following and following.of("instrument"))


def _distance(requested: RequestedMusic, phrase: Phrase, other: Phrase) -> int:
    first, last = sorted((phrase, other), key=lambda item: item.start)
    tokens = requested.tokens[first.end : last.start]
    return len(tokens) + 10 * tokens.count(BREAK) + 4 * tokens.count("and") + 4 * tokens.count("with")


def _playing(
    requested: RequestedMusic, family: str, requested_playing: str, genre: str, number: int
) -> tuple[str, bool]:
    """Return the way of playing of an instrument, and whether it follows from the prompt without the seed."""
    playings = FAMILIES[family].playings
    if requested_playing in playings:
        return requested_playing, True
    if requested_playing == "chords":  # the instrument plays one note at a time
        return ("arpeggio" if "arpeggio" in playings else playings[0]), True
    allowed = [playing for playing in playings if not requested.is_absent("playing", playing)] or list(playings)
    if number > 0:
        return next((playing for playing in _SECOND_PLAYINGS if playing in allowed), allowed[0]), True
    named_playings = [playing for playing in requested.values("playing") if playing in playings and playing != "solo"]
    if named_playings:
        return named_playings[0], True
    fitting = [playing for playing in GENRES[genre].playings if playing in allowed] if genre else []
    if fitting:
        return str(requested.rng("playing").choice(fitting)), len(set(fitting)) == 1
    usual = "bass line" if family == "bass" else "chords" if family == "synth pad" else "melody"
    return (usual if usual in allowed else allowed[0]), True


def _bass(
    requested: RequestedMusic, genre: str, named: Sequence[Named], players: Sequence[Player], groove: str
) -> bool:
    """Return whether there is an accompanying bass."""
    if any(player.family == "bass" for player in players):
        return False
    if requested.is_absent("instrument", "bass") or requested.is_absent("playing", "bass line"):
        requested.add_sentence(tr("No bass, as asked for"))
        return False
    if any(family == "bass" for _, family, _ in named) or "bass line" in requested.values("playing"):
        requested.add_sentence(tr("Bass plays along"))
        return True
    likely = GENRES[genre].bass if genre and groove != NO_DRUMS and not requested.alone and players else 0.0
    if requested.rng("bass").random() < likely:
        requested.add_sentence(tr("Bass plays along"), drawn=True)
        return True
    return False


def _is_name(words: str, family: str) -> bool:
    """Whether words are a name of an instrument in the vocabulary, in the singular or the plural."""
    specific = FAMILIES[family].specific.values()
    names = {*FAMILIES[family].words, *(name for names in specific for name in names)}
    spelled = {name.replace("-", "").replace(" ", "") + end for name in names for end in ("", "s")}
    return words.replace(" ", "") in spelled
