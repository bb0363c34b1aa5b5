"""Makes a small copy of a soundfont: only the samples of some presets, as Ogg Vorbis (the SF3 form of SoundFont 2.04).

    python small_soundfont.py SOURCE TARGET [QUALITY]

The presets are those that training plays. QUALITY, from 0 to 1, is that of Ogg Vorbis; 0.4 if it is not given.
Presets, instruments and zones stay as they are; the samples that nothing plays become a copy of the shortest one.
"""

from __future__ import annotations

import io
import itertools
import struct
import sys
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import soundfile

from riffdesk.compose.composition import BASS_PROGRAMS, UPRIGHT_BASS
from riffdesk.compose.grooves import GROOVE_PATTERNS, WALTZ
from riffdesk.compose.score import OWN_KIT
from riffdesk.compose.vocabulary import FAMILIES
from riffdesk.training.clips.soundfont import DRUM_BANK
from riffdesk.training.clips.variety import OTHER_PROGRAMS

Preset = tuple[int, int]
"""Bank and program."""

_VORBIS = 0x10  # of a sample's type
_INSTRUMENT, _SAMPLE = 41, 53  # generators (SoundFont 2.04, 8.1.2)
_HEADER = struct.Struct("<20sIIIIIBbHH")  # name, start, end, start and end of the loop, rate, pitch, cents, link, type
_SHORTEST = 100  # samples


def trained_presets() -> set[Preset]:
    """Return the presets that training clips are played with."""
    programs = {UPRIGHT_BASS, *BASS_PROGRAMS}
    programs.update(*(family.programs for family in FAMILIES.values()), *OTHER_PROGRAMS.values())
    kits = {kit for groove in (*GROOVE_PATTERNS.values(), WALTZ) for kit in groove.kits if kit != OWN_KIT}
    return {(0, program) for program in programs} | {(DRUM_BANK, kit) for kit in kits}


def small_soundfont(source: bytes, presets: set[Preset], quality: float) -> bytes:
    """Return a soundfont with only the samples of some presets, as Ogg Vorbis."""
    lists = dict(_chunks(source, 12))
    info, samples, hydra = (lists[kind] for kind in (b"INFO", b"sdta", b"pdta"))
    waves = dict(_chunks(samples, 0))[b"smpl"]
    tables = dict(_chunks(hydra, 0))
    headers = [list(header) for header in _HEADER.iter_unpack(tables[b"shdr"])]
    played = _samples_of(tables, presets)
    packed, data = {}, bytearray()
    for number in sorted(played):
        header = headers[number]
        wave, loop = _wave_of(waves, header)
        stream = _as_vorbis(wave, header[5], quality)
        packed[number] = (len(data), len(data) + len(stream), *loop, len(wave))
        data += stream
        data += bytes(-len(data) % 2)
    shortest = min((entry for entry in packed.values() if entry[4] >= _SHORTEST), key=lambda entry: entry[4])
    for number, header in enumerate(headers[:-1]):
        header[1:5] = packed.get(number, shortest)[:4]
        header[9] |= _VORBIS
    tables[b"shdr"] = b"".join(_HEADER.pack(*header) for header in headers)
    body = b"sfbk" + _list(b"INFO", _as_version_3(info)) + _list(b"sdta", _chunk(b"smpl", bytes(data)))
    body += _list(b"pdta", b"".join(_chunk(kind, table) for kind, table in tables.items()))
    return _chunk(b"RIFF", body)


def _chunks(data: bytes, begin: int) -> Iterator[tuple[bytes, bytes]]:
    """Yield kind and content of each chunk; a list's kind is its type."""
    while begin + 8 <= len(data):
        kind, size = data[begin : begin + 4], struct.unpack_from("<I", data, begin + 4)[0]
        content = data[begin + 8 : begin + 8 + size]
        yield (content[:4], content[4:]) if kind == b"LIST" else (kind, content)
        begin += 8 + size + size % 2


def _chunk(kind: bytes, content: bytes) -> bytes:
    return kind + struct.pack("<I", len(content)) + content + bytes(len(content) % 2)


def _list(kind: bytes, content: bytes) -> bytes:
    return _chunk(b"LIST", kind + content)


def _as_version_3(info: bytes) -> bytes:
    parts = [(kind, struct.pack("<HH", 3, 0) if kind == b"ifil" else content) for kind, content in _chunks(info, 0)]
    return b"".join(_chunk(kind, content) for kind, content in parts)


def _samples_of(tables: dict[bytes, bytes], presets: set[Preset]) -> set[int]:
    """Return the numbers of the samples that presets play."""
    zones = list(struct.iter_unpack("<20sHHHIII", tables[b"phdr"]))
    instruments = list(struct.iter_unpack("<20sH", tables[b"inst"]))
    numbers: set[int] = set()
    for (_, program, bank, first, *_), (_, _, _, last, *_) in itertools.pairwise(zones):
        if (bank, program) not in presets:
            continue
        for instrument in _values(tables[b"pbag"], tables[b"pgen"], first, last, _INSTRUMENT):
            bags = instruments[instrument][1], instruments[instrument + 1][1]
            numbers.update(_values(tables[b"ibag"], tables[b"igen"], *bags, _SAMPLE))
    return numbers


def _values(bags: bytes, generators: bytes, first: int, last: int, wanted: int) -> Iterator[int]:
    """Yield the values of one generator in the zones from first to last."""
    begin, end = (struct.unpack_from("<H", bags, 4 * number)[0] for number in (first, last))
    for number in range(begin, end):
        generator, value = struct.unpack_from("<HH", generators, 4 * number)
        if generator == wanted:
            yield value


def _wave_of(waves: bytes, header: list[int]) -> tuple[np.ndarray, tuple[int, int]]:
    """Return a sample's wave, int16, and its loop, counted from its first value."""
    start, end, loop_start, loop_end, kind = header[1], header[2], header[3], header[4], header[9]
    if kind & _VORBIS:
        wave, _ = soundfile.read(io.BytesIO(waves[start:end]), dtype="int16")
        return wave, (loop_start, loop_end)
    wave = np.frombuffer(waves[2 * start : 2 * end], "<i2")
    return wave, (max(0, loop_start - start), max(0, loop_end - start))


def _as_vorbis(wave: np.ndarray, rate: int, quality: float) -> bytes:
    stream = io.BytesIO()
    soundfile.write(stream, wave, rate, format="OGG", subtype="VORBIS", compression_level=1 - quality)
    return stream.getvalue()


def main() -> None:
    """Write the small copy, and say how large it is."""
    source, target = Path(sys.argv[1]), Path(sys.argv[2])
    quality = float(sys.argv[3]) if len(sys.argv) > 3 else 0.4
    data = small_soundfont(source.read_bytes(), trained_presets(), quality)
    target.write_bytes(data)
    print(f"{target}: {len(data) / 1e6:.1f} MB of {source.stat().st_size / 1e6:.1f} MB")


if __name__ == "__main__":
    main()
