"""The vocabulary of the starter model: instruments, grooves, ways of playing, and the words for them."""

from __future__ import annotations

from dataclasses import dataclass, field

from riffdesk.language import mark

PLAYINGS = ("melody", "chords", "arpeggio", "bass line", "solo", "riff", "drone")
TEMPOS = ("slow", "medium", "fast")
REGISTERS = ("low", "middle", "high")
DENSITIES = (mark("sparse"), mark("medium"), mark("busy"))
LOWEST_BPM, HIGHEST_BPM = 60, 180


@dataclass(frozen=True)
class Family:
    """One of the sixteen instruments.

    Parameters
    ----------
    programs : tuple of int
        General MIDI programs, counted from 0.
    synths : tuple of str
        Riffdesk's own sounds, see `riffdesk.training.clips.synths`.
    lowest, highest : int
        Range in MIDI notes.
    playings : tuple of str
        Its ways of playing.
    words : tuple of str
        Words for it in prompts; the first is its name.
    specific : dict
        Words for one program or synth only.
    """

    programs: tuple[int, ...]
    lowest: int
    highest: int
    playings: tuple[str, ...]
    words: tuple[str, ...]
    synths: tuple[str, ...] = ()
    specific: dict[int | str, tuple[str, ...]] = field(default_factory=dict)


_ALL = ("melody", "chords", "arpeggio", "solo", "riff")
_ONE_VOICE = ("melody", "solo", "riff", "arpeggio", "drone")

FAMILIES: dict[str, Family] = {
    "piano": Family(
        (0, 1), 36, 91, (*_ALL, "bass line"),
        ("piano", "piano", "grand piano", "acoustic piano", "concert piano", "pianist", "keys"),
    ),
    "electric piano": Family(
        (4, 5), 40, 86, _ALL,
        ("electric piano", "rhodes", "wurlitzer", "e-piano", "epiano", "ep", "fender rhodes", "electric keys"),
    ),
    "organ": Family(
        (16, 17, 18, 19), 36, 86, (*_ALL, "drone"),
        ("organ", "organ", "hammond", "hammond organ", "drawbar organ", "organist"),
        specific={19: ("church organ", "pipe organ"), 18: ("rock organ",)},
    ),
    "acoustic guitar": Family(
        (24, 25), 40, 79, _ALL,
        ("acoustic guitar", "acoustic guitar", "unplugged guitar", "strummed guitar", "fingerpicked guitar"),
        specific={
            24: ("nylon guitar", "classical guitar", "spanish guitar"),
            25: ("steel string guitar", "folk guitar", "western guitar"),
        },
    ),
    "distorted guitar": Family(
        (29, 30), 40, 79, ("melody", "chords", "solo", "riff", "arpeggio"),
        (
            "distorted guitar", "electric guitar", "distorted electric guitar", "overdriven guitar", "rock guitar",
            "metal guitar", "heavy guitar", "power chords guitar", "fuzz guitar", "crunchy guitar",
        ),
    ),
    "bass": Family(
        (32, 33, 34, 35, 38), 28, 55, ("bass line", "bass line", "riff", "solo"),
        ("bass", "bass", "bass guitar", "electric bass", "bassist"),
        specific={
            32: ("upright bass", "double bass", "acoustic bass", "contrabass"),
            35: ("fretless bass",),
            38: ("synth bass",),
        },
    ),
    "strings": Family(
        (48, 49), 40, 88, ("melody", "chords", "drone", "arpeggio"),
        ("strings", "string section", "string ensemble", "string orchestra", "orchestral strings", "cellos", "violas"),
    ),
    "violin": Family(
        (40,), 55, 93, _ONE_VOICE, ("violin", "violin", "fiddle", "solo violin", "violinist", "fiddler"),
    ),
    "brass": Family(
        (56, 57, 61), 46, 82, ("melody", "solo", "riff", "chords"),
        ("brass", "horns", "horn section", "brass section"),
        specific={56: ("trumpet", "trumpet", "trumpeter"), 57: ("trombone",), 61: ("brass section", "horns")},
    ),
    "saxophone": Family(
        (64, 65, 66, 67), 44, 82, _ONE_VOICE, ("saxophone", "sax", "saxophonist"),
        specific={
            64: ("soprano sax",), 65: ("alto sax", "alto saxophone"), 66: ("tenor sax", "tenor saxophone"),
            67: ("baritone sax", "bari sax"),
        },
    ),
    "flute": Family((73,), 60, 93, _ONE_VOICE, ("flute", "flute", "flutist", "concert flute", "woodwind flute")),
    "choir": Family(
        (52, 53), 45, 81, ("melody", "chords", "drone"),
        ("choir", "voices", "choral voices", "vocals", "chorus of voices", "singers", "aahs", "oohs"),
    ),
    "mallets": Family(
        (11, 12), 48, 91, ("melody", "chords", "arpeggio", "solo", "riff"),
        ("mallets", "mallet percussion"),
        specific={11: ("vibraphone", "vibes", "vibraphone"), 12: ("marimba", "marimba", "wooden mallets")},
    ),
    "bells": Family(
        (9, 10, 14), 60, 98, ("melody", "arpeggio", "riff", "chords"),
        ("bells", "bell", "chimes"), synths=("fm bell",),
        specific={
            9: ("glockenspiel", "glockenspiel bells"), 10: ("music box", "music box", "musicbox"),
            14: ("tubular bells", "church bells"), "fm bell": ("fm bells", "digital bells"),
        },
    ),
    "synth lead": Family(
        (80, 81), 48, 90, ("melody", "arpeggio", "solo", "riff"),
        ("synth lead", "lead synth", "synthesizer", "synthesiser", "analog synth", "synth", "lead"),
        synths=("square lead", "saw lead"),
        specific={80: ("square lead", "8-bit synth", "chip lead"), 81: ("saw lead", "sawtooth synth"),
                  "square lead": ("square lead", "8-bit synth"), "saw lead": ("saw lead", "supersaw")},
    ),
    "synth pad": Family(
        (88, 89, 90, 91, 94), 40, 84, ("chords", "drone", "melody"),
        ("synth pad", "pad", "pads", "soft pad", "atmospheric pad", "warm pad", "ambient synth", "synth strings"),
        synths=("saw pad", "soft pad"),
    ),
}  # fmt: skip

NO_DRUMS = "no drums"

GROOVE_WORDS: dict[str, tuple[str, ...]] = {
    "rock": ("rock", "rock", "pop rock", "straight rock", "backbeat", "garage rock"),
    "house": ("house", "house", "techno", "four on the floor", "four-on-the-floor", "club", "dance", "edm"),
    "hip hop": ("hip hop", "hip-hop", "hiphop", "boom bap", "trap", "rap", "head-nodding"),
    "drum and bass": ("drum and bass", "drum n bass", "dnb", "breakbeat", "jungle", "breaks", "amen"),
    "funk": ("funk", "disco", "funky", "groovy disco", "syncopated funk"),
    "swing": ("swing", "jazz swing", "swinging", "jazz", "swung jazz", "ride cymbal swing"),
    "bossa nova": ("bossa nova", "bossa", "latin", "samba", "brazilian"),
    "reggae": ("reggae", "one drop", "one-drop", "dub", "ska", "jamaican"),
    "march": ("march", "marching", "military", "parade"),
}
WALTZ_WORDS = ("waltz", "waltz", "three four", "3/4")
"""The march groove in three: its own words, one class with the march."""
GROOVES = tuple(GROOVE_WORDS)
DRUM_NOUNS = ("drums", "drums", "beat", "beat", "groove", "drum beat", "drumbeat", "drum kit", "percussion", "rhythm")
NO_DRUMS_WORDS = (
    "no drums", "no drums", "without drums", "drumless", "no percussion", "no beat", "unaccompanied", "without a beat",
)  # fmt: skip
ABSENCES = {noun: "no drums" for noun in ("drum", "drumming", "drummer", "beats", *DRUM_NOUNS)}
"""Words of absence in captions, by the thing that a negative prompt names."""
ALONE_WORDS = ("alone", "on its own", "by itself", "only")

PLAYING_WORDS: dict[str, tuple[str, ...]] = {
    "melody": ("melody", "melody", "tune", "theme", "lead line", "melodic line", "melodies"),
    "chords": ("chords", "chords", "chord progression", "harmonies", "comping", "chordal"),
    "arpeggio": ("arpeggio", "arpeggio", "arpeggios", "arpeggiated", "broken chords", "arpeggiator"),
    "bass line": ("bass line", "bassline", "low line", "basslines"),
    "solo": ("solo", "improvisation", "improvised", "soloing", "noodling", "runs"),
    "riff": ("riff", "riff", "hook", "lick", "ostinato", "loop", "riffs"),
    "drone": ("drone", "sustained note", "held note", "droning", "long tones"),
}
MODE_WORDS: dict[str, tuple[str, ...]] = {
    "major": ("major", "major key", "happy", "cheerful", "joyful", "bright", "uplifting", "sunny", "in major"),
    "minor": ("minor", "minor key", "sad", "dark", "melancholic", "moody", "gloomy", "sombre", "in minor", "tense"),
}
TONIC_NAMES = {0: "C", 2: "D", 4: "E", 5: "F", 7: "G", 9: "A"}
"""The keys in use, by pitch class. Fewer keys are learned more sharply."""
HOME_TONIC = 2
"""The tonic that a mode alone means, in the middle of the keys. Not C or A: "a major" may be "a happy one" as well."""

TEMPO_WORDS: dict[str, tuple[str, ...]] = {
    "slow": ("slow", "slow", "slow tempo", "lazy", "relaxed", "laid back", "laid-back", "mellow", "chill", "calm"),
    "medium": ("medium tempo", "mid tempo", "midtempo", "moderate", "medium", "steady", "walking pace"),
    "fast": ("fast", "fast", "fast tempo", "quick", "uptempo", "up tempo", "energetic", "driving", "rapid", "hectic"),
}
REGISTER_WORDS: dict[str, tuple[str, ...]] = {
    "low": ("low", "low", "deep", "low-pitched", "low register", "low notes"),
    "middle": ("mid register", "middle register"),
    "high": ("high", "high", "high-pitched", "high register", "high notes", "soaring"),
}
DENSITY_WORDS: dict[str, tuple[str, ...]] = {
    "sparse": ("sparse", "sparse", "minimal", "few notes", "simple", "spacious", "bare"),
    "medium": (),
    "busy": ("busy", "busy", "dense", "many notes", "complex", "intricate", "full"),
}


def instrument_name(instrument: str, sound: int | str) -> str:
    """Return the usual name of a sound of an instrument, such as 'trumpet' of brass, or the instrument's own.

    Parameters
    ----------
    instrument : str
        A key of `FAMILIES`.
    sound : int or str
        General MIDI program, counted from 0, or the name of a riffdesk synth.
    """
    family = FAMILIES[instrument]
    return family.specific.get(sound, family.words)[0]


def tempo_word(bpm: float) -> str:
    """Return 'slow' below 90, 'fast' from 130 beats per minute, 'medium' between."""
    return "slow" if bpm < 90 else "fast" if bpm >= 130 else "medium"
