"""The genres: instruments, grooves, ways of playing, tempo and mode of each."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Genre:
    """The musical features of a genre.

    Parameters
    ----------
    families, grooves, playings : tuple of str
        One of each is drawn; an empty groove means no drums.
    bpm : (int, int)
        Range of its tempo.
    bass : float
        Probability of a bass where there are drums.
    minor : float
        Probability of the minor mode.
    words : tuple of str
        Words for it in prompts.
    chords : str
        Instrument that accompanies a melody with chords; none if empty.
    """

    families: tuple[str, ...]
    grooves: tuple[str, ...]
    playings: tuple[str, ...]
    bpm: tuple[int, int]
    words: tuple[str, ...]
    bass: float = 0.7
    minor: float = 0.5
    chords: str = ""


GENRES: dict[str, Genre] = {
    "lofi": Genre(
        ("electric piano", "piano"), ("hip hop",), ("chords",), (64, 90), ("lofi", "lo-fi", "lo fi", "study beats")
    ),
    "funk": Genre(
        ("brass", "electric piano", "bass"),
        ("funk",),
        ("riff",),
        (96, 120),
        ("funk", "funk jam"),
        0.9,
        chords="electric piano",
    ),
    "disco": Genre(
        ("strings", "electric piano"), ("funk",), ("chords", "riff"), (112, 128), ("disco", "disco track"), 0.9
    ),
    "techno": Genre(("synth lead",), ("house",), ("riff", "arpeggio"), (124, 140), ("techno", "rave"), 0.5, 0.8),
    "house": Genre(
        ("piano", "organ", "synth pad"), ("house",), ("chords",), (118, 128), ("house music", "deep house"), 0.7
    ),
    "trance": Genre(("synth lead",), ("house",), ("arpeggio",), (132, 145), ("trance", "psytrance"), 0.5, 0.8),
    "ballad": Genre(("piano", "strings"), ("",), ("melody", "chords"), (60, 80), ("ballad", "power ballad"), 0, 0.4),
    "blues": Genre(
        ("distorted guitar", "organ", "saxophone"),
        ("swing",),
        ("solo", "riff"),
        (66, 110),
        ("blues", "bluesy"),
        0.8,
        0.7,
        "organ",
    ),
    "metal": Genre(
        ("distorted guitar",), ("rock",), ("riff",), (130, 180), ("metal", "heavy metal", "thrash"), 0.9, 1.0
    ),
    "punk": Genre(("distorted guitar",), ("rock",), ("chords",), (160, 180), ("punk", "punk rock"), 0.9, 0.1),
    "rock": Genre(
        ("distorted guitar",),
        ("rock",),
        ("chords", "riff"),
        (100, 140),
        ("rock band", "hard rock", "rock song"),
        0.9,
        0.4,
    ),
    "ambient": Genre(
        ("synth pad",), ("",), ("drone", "chords"), (60, 80), ("ambient", "atmospheric", "new age", "dreamy"), 0
    ),
    "chiptune": Genre(
        ("synth lead",),
        ("", "house"),
        ("arpeggio", "melody"),
        (120, 170),
        ("chiptune", "8-bit", "8bit", "video game"),
        0.3,
        0.3,
    ),
    "synthwave": Genre(
        ("synth lead", "synth pad"),
        ("rock", "house"),
        ("arpeggio", "melody"),
        (85, 118),
        ("synthwave", "retrowave", "eighties"),
        0.9,
        0.9,
    ),
    "jazz": Genre(
        ("piano", "saxophone", "brass", "mallets"),
        ("swing",),
        ("solo", "melody"),
        (100, 180),
        ("jazz", "bebop", "jazz combo"),
        0.9,
        chords="piano",
    ),
    "bossa nova": Genre(
        ("acoustic guitar", "flute"),
        ("bossa nova",),
        ("chords", "melody"),
        (110, 140),
        ("bossa nova", "bossa"),
        0.6,
        0.4,
        "acoustic guitar",
    ),
    "latin": Genre(
        ("brass", "piano"),
        ("bossa nova",),
        ("riff", "melody"),
        (120, 160),
        ("latin", "salsa", "samba"),
        0.8,
        chords="piano",
    ),
    "reggae": Genre(
        ("organ", "distorted guitar"),
        ("reggae",),
        ("chords",),
        (64, 90),
        ("reggae", "roots reggae", "dub reggae"),
        0.95,
        0.4,
    ),
    "hip hop": Genre(
        ("electric piano", "strings", "bells"),
        ("hip hop",),
        ("riff", "chords"),
        (80, 100),
        ("hip hop", "rap beat", "old school hip hop"),
        0.8,
        0.8,
    ),
    "trap": Genre(
        ("bells", "synth lead", "flute"), ("hip hop",), ("riff",), (65, 75), ("trap", "trap beat", "drill"), 0.6, 1.0
    ),
    "drum and bass": Genre(
        ("synth pad", "electric piano"),
        ("drum and bass",),
        ("chords",),
        (165, 180),
        ("drum and bass", "dnb", "liquid dnb"),
        0.95,
        0.8,
    ),
    "folk": Genre(
        ("acoustic guitar", "violin"),
        ("",),
        ("chords", "melody"),
        (80, 120),
        ("folk", "folk song", "singer songwriter"),
        0,
        0.3,
    ),
    "celtic": Genre(("violin", "flute"), ("", "march"), ("melody",), (100, 140), ("celtic", "irish", "jig"), 0.1, 0.5),
    "classical": Genre(
        ("piano", "violin", "strings"),
        ("",),
        ("arpeggio", "melody"),
        (70, 140),
        ("classical", "chamber music", "sonata"),
        0,
    ),
    "cinematic": Genre(
        ("strings", "choir", "brass"),
        ("",),
        ("chords", "drone"),
        (60, 100),
        ("cinematic", "film score", "epic", "soundtrack"),
        0,
        0.8,
    ),
    "gospel": Genre(
        ("organ", "choir"), ("", "rock"), ("chords",), (66, 110), ("gospel", "church music", "hymn"), 0.4, 0.1
    ),
    "soul": Genre(
        ("electric piano", "organ", "brass"),
        ("funk", "hip hop"),
        ("chords", "riff"),
        (76, 108),
        ("soul", "neo soul", "rnb", "r&b", "motown"),
        0.9,
        chords="electric piano",
    ),
    "lullaby": Genre(
        ("bells",), ("",), ("melody", "arpeggio"), (60, 86), ("lullaby", "nursery rhyme", "sleepy"), 0, 0.1
    ),
    "marching band": Genre(
        ("brass", "flute"), ("march",), ("melody",), (100, 124), ("marching band", "fanfare", "parade band"), 0.3, 0.1
    ),
    "waltz": Genre(
        ("piano", "strings", "violin"), ("march",), ("melody", "chords"), (90, 170), ("waltz", "viennese"), 0.5, 0.4
    ),
}
