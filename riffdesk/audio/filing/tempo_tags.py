"""Reading the tempo of a sound file, and whether it is a loop, from its chunks, tags or name."""

from __future__ import annotations

import os
import re
from dataclasses import dataclass
from typing import Any, BinaryIO

from riffdesk.audio.filing.formats.wav_chunks import chunks
from riffdesk.audio.filing.loop_chunks import ACID, FORWARD, SAMPLER, SAMPLER_LOOP
from riffdesk.sketch.music.tempo import MAX_BEATS, MAX_TEMPO, MIN_TEMPO
from riffdesk.sketch.music.tempo_key_words import tempo_in
from riffdesk.strict_json import finite
from riffdesk.values import decimal

_ONE_SHOT = 0x01
_EDGE_SAMPLES = 2  # largest distance of loop points from the ends of a sound that is a loop
_TAGS = ("bpm", "tempo", "tbpm")


@dataclass(frozen=True)
class TempoTags:
    """Tempo, meter and loop of a sound file.

    Parameters
    ----------
    tempo : float, optional
        In beats per minute, 20 to 400.
    beats_per_bar : int, optional
    loop : bool
        Whether all of it is a loop.
    """

    tempo: float | None = None
    beats_per_bar: int | None = None
    loop: bool = False


def read_tempo_tags(file: BinaryIO, name: str, samples: int, rate: int) -> TempoTags:
    """Return the tempo in a sound file's chunks, or else in its tags, or else in its name.

    Parameters
    ----------
    file : binary file
    name : str
        Without its suffix, such as ``bass_120bpm``.
    samples, rate : int
        Length and sample rate of the file.
    """
    from_chunks = _in_chunks(file, samples, rate)
    if from_chunks.tempo is not None:
        return from_chunks
    tempo = _in_tags(file)
    if tempo is None:
        tempo = tempo_in(re.sub("[_-]+", " ", name))
    return TempoTags(tempo, from_chunks.beats_per_bar, from_chunks.loop)


def _in_chunks(file: BinaryIO, samples: int, rate: int) -> TempoTags:
    """Return the contents of the ``acid`` and ``smpl`` chunks; see `riffdesk.audio.filing.loop_chunks`."""
    tempo, beats_per_bar, loop = None, None, False
    for chunk in chunks(file):
        file.seek(chunk.start)
        if chunk.name == b"acid" and chunk.size >= ACID.size:
            flags, _, _, _, beats, _, meter, file_tempo = ACID.unpack(file.read(ACID.size))
            if not flags & _ONE_SHOT:
                tempo = _tempo(file_tempo) or (_tempo(60 * beats * rate / samples) if samples else None)
                beats_per_bar = meter if 1 <= meter <= MAX_BEATS else None
                loop = loop or beats > 0
        elif chunk.name == b"smpl" and chunk.size >= SAMPLER.size + SAMPLER_LOOP.size:
            *_, count, _ = SAMPLER.unpack(file.read(SAMPLER.size))
            _, kind, first, last, _, _ = SAMPLER_LOOP.unpack(file.read(SAMPLER_LOOP.size))
            loop = loop or (
                count >= 1 and kind == FORWARD and first <= _EDGE_SAMPLES and last + 1 + _EDGE_SAMPLES >= samples
            )
    return TempoTags(tempo, beats_per_bar, loop)


def _in_tags(file: BinaryIO) -> float | None:
    """Return the tempo among the tags: TBPM of ID3, BPM or TEMPO of Vorbis comments."""
    from tinytag import TinyTag, TinyTagException

    file.seek(0, os.SEEK_SET)
    try:
        tags: Any = TinyTag.get(file_obj=file, duration=False).other
    except TinyTagException:
        return None  # damaged tags
    for key in _TAGS:
        for text in tags.get(key, ()):
            match = re.match(r"\s*(\d{1,4}(?:[.,]\d+)?)", str(text))
            if match and (tempo := _tempo(decimal(match[1]))):
                return tempo
    return None


def _tempo(value: float) -> float | None:
    number = finite(value)
    return number if number is not None and MIN_TEMPO <= number <= MAX_TEMPO else None
