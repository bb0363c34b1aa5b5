"""Entries of the library: riffs, and sounds in the user's own folders."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from riffdesk.errors import UserError
from riffdesk.language import tr

KINDS = ("riff", "take", "variation", "part", "change", "jam", "sound", "notes")
"""Kinds of entries: a change is a layer that was repainted or continued, a sound was not made by riffdesk, and notes
are those of a MIDI file."""
MAX_STARS = 5
MAX_TEXT = 20_000
MAX_TAGS = 50


@dataclass(frozen=True)
class NewEntry:
    """An entry to add.

    Parameters
    ----------
    digest : str
        Digest of its samples, or of the path of a file in a folder of the user's own; there is one entry for each.
    kind : str
        One of `KINDS`.
    name : str
    prompt : str
        Those of its keyframes, each once, in their order.
    negative : str
        That of its first keyframe.
    seed : int, optional
        Seed of its first keyframe; None for a sound that no model made.
    tempo : float
        In beats per minute; 0 if unknown.
    key : str
        See `riffdesk.sketch.music.key`; '' if unknown.
    seconds : float
        Length.
    model : str
        Name of the model; '' for none.
    loudness : float, optional
        In LUFS; None if it is silent.
    peak_db : float
        Highest sample in dBFS.
    recipe : str
        As `riffdesk.sketch.recipe.recipe_json.to_text` writes it; '' for none.
    score : str
        The notes that it was played from, see `riffdesk.compose.score_text`; '' if there are none.
    picture : bytes
        A small grey PNG of its ink: dark is silent.
    features : bytes
        See `riffdesk.analysis.features`.
    created : float
        When it was made, in seconds since 1970; 0 for now.
    stars : int
        0 to 5.
    tags : tuple of str
    """

    digest: str
    kind: str
    name: str
    seconds: float
    prompt: str = ""
    negative: str = ""
    seed: int | None = None
    tempo: float = 0.0
    key: str = ""
    model: str = ""
    loudness: float | None = None
    peak_db: float = 0.0
    recipe: str = ""
    score: str = ""
    picture: bytes = b""
    features: bytes = b""
    created: float = 0.0
    stars: int = 0
    tags: tuple[str, ...] = ()


@dataclass(frozen=True)
class Entry:
    """An entry of the library; the fields that `NewEntry` has too are described there.

    Parameters
    ----------
    id : int
        Later entries have higher ids.
    path : Path
        Its sound file. It may be missing.
    bytes : int
        Size of the file; 0 for one in a folder of the user's own.
    """

    id: int
    digest: str
    kind: str
    name: str
    prompt: str
    negative: str
    seed: int | None
    tempo: float
    key: str
    seconds: float
    model: str
    stars: int
    tags: tuple[str, ...]
    created: float
    path: Path
    bytes: int
    loudness: float | None
    peak_db: float

    @property
    def in_place(self) -> bool:
        """Whether its file lies in a folder of the user's own, and not in the library's."""
        return not self.bytes

    @property
    def missing(self) -> bool:
        """Whether its sound file does not exist; it is looked up each time."""
        return not self.path.is_file()


def clean_tag(text: str) -> str:
    """Return a tag as it is stored: lower case, without spaces at the ends, commas and quotes; at most 60 characters.

    Examples
    --------
    >>> clean_tag('  Night "drive", ')
    'night drive'
    """
    kept = "".join(letter for letter in text if letter not in ',"' and letter.isprintable())
    return " ".join(kept.split())[:60].strip().lower()


def clean_tags(tags: Iterable[str]) -> tuple[str, ...]:
    """Return tags as they are stored, each once; UserError if there are too many."""
    cleaned = tuple(dict.fromkeys(filter(None, map(clean_tag, tags))))
    if len(cleaned) > MAX_TAGS:
        raise UserError(tr("A riff has at most {max_tags} tags, not {count}.", max_tags=MAX_TAGS, count=len(cleaned)))
    return cleaned
