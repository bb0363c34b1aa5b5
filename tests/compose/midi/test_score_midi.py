"""Scores as MIDI files and back, and files from elsewhere, damaged ones and extreme ones among them."""

from __future__ import annotations

import struct
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from riffdesk.compose.chords import chords_of
from riffdesk.compose.clip_spec import sample_spec
from riffdesk.compose.composition import compose, compose_riff
from riffdesk.compose.harmony import Key
from riffdesk.compose.midi.midi_file import MAX_BYTES, Event, Kind, MidiFile, midi_bytes, read_midi_file
from riffdesk.compose.midi.score_midi import read_midi, write_midi
from riffdesk.compose.score import OWN_KIT, DrumPiece, Note, Part, Score
from riffdesk.compose.words.frame import Setting
from riffdesk.compose.words.spec_of_words import read_words
from riffdesk.errors import UserError


def written(path: Path, score: Score) -> Score:
    write_midi(path, score)
    imported = read_midi(path)
    assert imported.notices == ()
    return imported.score


def tune(path: Path, *events: Event, notes: int = 4, division: int = 480, pitch: int = 60, channel: int = 0) -> Path:
    """Write a file of quarter notes with some events before them."""
    played = []
    for n in range(notes):
        played.append(Event(n * division, Kind.NOTE_ON, channel, (pitch, 90)))
        played.append(Event((n + 1) * division, Kind.NOTE_OFF, channel, (pitch,)))
    track = sorted([*events, *played], key=lambda event: event.tick)
    path.write_bytes(midi_bytes(MidiFile(division, (tuple(track),))))
    return path


@settings(max_examples=40)
@given(seed=st.integers(0, 2**32), bars=st.integers(1, 9))
def test_a_composed_score_is_the_same_again_from_its_file(
    tmp_path_factory: pytest.TempPathFactory, seed: int, bars: int
) -> None:
    score = compose(sample_spec(np.random.default_rng(seed)), seed, bars)
    again = written(tmp_path_factory.mktemp("midi") / "a.mid", score)
    assert (again.tempo, again.beats_per_bar, again.bars, again.key) == (
        score.tempo,
        score.beats_per_bar,
        score.bars,
        score.key,
    )
    assert len(again.parts) == len(score.parts)
    for one, other in zip(again.parts, score.parts, strict=True):
        # The file cannot say that two of one pitch begin at once; the second is lost in every sequencer.
        ours = sorted({(round(note.start * 480), int(note.pitch)): note for note in other.notes}.items())
        theirs = sorted({(round(note.start * 480), int(note.pitch)): note for note in one.notes}.items())
        assert [place for place, _ in theirs] == [place for place, _ in ours]
        assert one.instrument == other.instrument


def test_tempo_meter_key_chords_and_names_are_in_the_file(tmp_path: Path) -> None:
    setting = Setting(tempo=97.5, beats_per_bar=7, key=Key(3, "major"), chords=chords_of("Eb | Ab Bb"))
    spec = read_words("piano chords, rock drums and bass", setting=setting).spec
    write_midi(tmp_path / "a.mid", compose_riff(spec, 1, 2))
    file = read_midi_file(tmp_path / "a.mid")
    assert file.division == 480
    conductor = {event.kind: event for event in file.tracks[0] if event.tick == 0}
    assert conductor[Kind.TEMPO].numbers == (615_385,)
    assert conductor[Kind.METER].numbers == (7, 4)
    assert conductor[Kind.KEY].numbers == (-3, 0)
    markers = [(event.tick / 480, event.text) for event in file.tracks[0] if event.kind is Kind.MARKER]
    assert markers == [(0, "E♭"), (7, "A♭"), (10.5, "B♭")]
    names = [event.text for track in file.tracks for event in track if event.kind is Kind.NAME]
    assert names == ["piano: chords", "bass", "drums"]
    again = read_midi(tmp_path / "a.mid").score
    assert (again.tempo, again.beats_per_bar, again.key, again.bars) == (97.5, 7, Key(3, "major"), 2)
    assert [part.role for part in again.parts] == ["chords", "bass", "drums"]


def test_our_own_sounds_become_general_midi(tmp_path: Path) -> None:
    note, hit = (Note(0, 1, 60, 90),), (Note(0, 0.2, DrumPiece.KICK, 90),)
    parts = (Part("melody", "synth lead", "saw lead", note), Part("drums", "drums", OWN_KIT, hit))
    again = written(tmp_path / "a.mid", Score(120.0, 4, Key(0, "major"), 1, (), parts))
    assert [part.sound for part in again.parts] == [81, 25]
    assert again.parts[1].notes[0].pitch is DrumPiece.KICK


def test_many_parts_share_channels_and_none_is_lost(tmp_path: Path) -> None:
    parts = tuple(Part("melody", "piano", 0, (Note(n, 1, 40 + n, 90),)) for n in range(30))
    again = written(tmp_path / "a.mid", Score(120.0, 4, Key(0, "major"), 8, (), parts))
    assert [part.notes[0].pitch for part in again.parts] == [40 + n for n in range(30)]


def test_roles_come_from_what_is_played(tmp_path: Path) -> None:
    def track(channel: int, program: int, pitches: list[tuple[int, ...]]) -> tuple[Event, ...]:
        events = [Event(0, Kind.PROGRAM, channel, (program,))]
        for n, chord in enumerate(pitches):
            events += [Event(n * 96, Kind.NOTE_ON, channel, (pitch, 80)) for pitch in chord]
            events += [Event(n * 96 + 90, Kind.NOTE_OFF, channel, (pitch,)) for pitch in chord]
        return tuple(events)

    tracks = (
        track(0, 0, [(60, 64, 67)] * 3),
        track(1, 73, [(72,), (74,), (76,)]),
        track(2, 0, [(36,), (38,), (40,)]),
        track(3, 33, [(60,), (62,)]),
        track(4, 6, [(60,)]),
        track(9, 0, [(36,), (42,), (99,)]),
    )
    (tmp_path / "a.mid").write_bytes(midi_bytes(MidiFile(96, tracks)))
    imported = read_midi(tmp_path / "a.mid")
    told = [(part.role, part.instrument) for part in imported.score.parts]
    assert told == [("chords", "piano"), ("melody", "flute"), ("bass", "piano"), ("bass", "bass"), ("melody", "piano"),
                    ("drums", "drums")]  # fmt: skip
    assert imported.notices == (
        "1 note or stroke is left out of a.mid: above 10 kHz, or of drums that riffdesk's kit does not have.",
    )


@pytest.mark.parametrize(
    ("meter", "beats", "tempo"),
    [
        ((4, 4), 4, 120), ((3, 4), 3, 120), ((2, 2), 4, 120), ((15, 8), 5, 80), ((6, 8), 2, 80), ((7, 8), 7, 240),
        ((12, 16), 4, 160), ((5, 4), 5, 120), ((3, 8), 3, 240),
    ],
)  # fmt: skip
def test_every_meter_keeps_the_notes_in_time(tmp_path: Path, meter: tuple[int, int], beats: int, tempo: float) -> None:
    path = tune(tmp_path / "a.mid", Event(0, Kind.METER, numbers=meter), notes=8)
    score = read_midi(path).score
    assert (score.beats_per_bar, score.tempo) == (beats, tempo)
    assert [round(score.seconds(note.start), 6) for note in score.parts[0].notes] == [n * 0.5 for n in range(8)]


@pytest.mark.parametrize("bpm", [20, 400])
def test_the_slowest_and_the_fastest_tempo_are_read(tmp_path: Path, bpm: int) -> None:
    path = tune(tmp_path / "a.mid", Event(0, Kind.TEMPO, numbers=(60_000_000 // bpm,)))
    assert read_midi(path).score.tempo == bpm


@pytest.mark.parametrize("division", [1, 25, 97, 120, 960, 32_767])
def test_odd_divisions_are_read(tmp_path: Path, division: int) -> None:
    score = read_midi(tune(tmp_path / "a.mid", division=division)).score
    assert [note.start for note in score.parts[0].notes] == pytest.approx([0, 1, 2, 3])


def test_a_file_that_changes_tempo_and_meter_is_read_with_notices(tmp_path: Path) -> None:
    path = tune(
        tmp_path / "a.mid",
        Event(0, Kind.TEMPO, numbers=(500_000,)),
        Event(480, Kind.TEMPO, numbers=(600_000,)),
        Event(0, Kind.METER, numbers=(4, 4)),
        Event(960, Kind.METER, numbers=(3, 4)),
    )
    imported = read_midi(path)
    assert (imported.score.tempo, imported.score.beats_per_bar) == (100, 4)
    assert len(imported.notices) == 2
    assert "The tempo of a.mid changes; 100 bpm, which holds longest, is kept throughout." in imported.notices


def test_notes_above_the_bands_are_left_out_and_told(tmp_path: Path) -> None:
    track = [Event(0, Kind.NOTE_ON, 0, (pitch, 80)) for pitch in (0, 60, 123, 124, 127)]
    (tmp_path / "a.mid").write_bytes(midi_bytes(MidiFile(96, (tuple(track), (Event(96, Kind.END),)))))
    imported = read_midi(tmp_path / "a.mid")
    assert [note.pitch for note in imported.score.parts[0].notes] == [0, 60, 123]
    assert imported.notices[0].startswith("2 notes or strokes are left out of a.mid")


def test_what_is_held_at_the_end_ends_there_and_rests_behind_count(tmp_path: Path) -> None:
    track = (Event(0, Kind.NOTE_ON, 0, (60, 80)), Event(96 * 5, Kind.END))
    (tmp_path / "a.mid").write_bytes(midi_bytes(MidiFile(96, (track,))))
    score = read_midi(tmp_path / "a.mid").score
    assert (score.bars, score.parts[0].notes[0].length) == (2, 5)
    rest = (Event(0, Kind.NOTE_ON, 0, (60, 80)), Event(96, Kind.NOTE_OFF, 0, (60,)), Event(96 * 8, Kind.END))
    (tmp_path / "b.mid").write_bytes(midi_bytes(MidiFile(96, (rest,))))
    assert read_midi(tmp_path / "b.mid").score.bars == 2


def smpte(path: Path) -> None:
    data = bytearray(tune(path).read_bytes())
    data[12:14] = struct.pack(">h", -25 * 256 + 40)
    path.write_bytes(bytes(data))


def no_ticks(path: Path) -> None:
    data = bytearray(tune(path).read_bytes())
    data[12:14] = b"\0\0"
    path.write_bytes(bytes(data))


def many_tracks(path: Path) -> None:
    track = (Event(0, Kind.NOTE_ON, 0, (60, 80)), Event(96, Kind.NOTE_OFF, 0, (60,)))
    path.write_bytes(midi_bytes(MidiFile(96, (track,) * 200)))


BAD = {
    "no-notes": (lambda path: tune(path, notes=0), "has no notes"),
    "huge": (lambda path: path.write_bytes(b"MThd" + bytes(100_000_000)), "has 100 MB; MIDI files of at most 8 MB"),
    "film": (smpte, "film frames"),
    "no-ticks": (no_ticks, "0 ticks"),
    "200-tracks": (many_tracks, "200 tracks with notes; 64 are the most"),
    "long": (lambda path: tune(path, notes=1_300), "lasts 11 minutes at 120 bpm; a score has at most 10"),
    "slow": (lambda path: tune(path, Event(0, Kind.TEMPO, numbers=(6_000_000,))), "at 10 bpm; a sketch has 20 to 400"),
    "fast": (lambda path: tune(path, Event(0, Kind.TEMPO, numbers=(100_000,))), "at 600 bpm; a sketch has 20 to 400"),
    "bats": (lambda path: tune(path, pitch=126), "has no notes that riffdesk can play"),
    "text": (lambda path: path.write_text("hello"), "is no MIDI file"),
    "empty": (lambda path: path.write_bytes(b""), "is no MIDI file"),
    "cut": (lambda path: path.write_bytes(tune(path).read_bytes()[:-9]), "is damaged: it ends in the middle"),
    "header": (lambda path: path.write_bytes(b"MThd\0\0\0\6"), "is damaged"),
    "patterns": (lambda path: path.write_bytes(b"MThd" + struct.pack(">IHHH", 6, 2, 1, 96)), "format 2"),
}  # fmt: skip


@pytest.mark.parametrize("name", BAD)
def test_a_file_that_is_no_score_is_told_in_a_sentence(tmp_path: Path, name: str) -> None:
    make, message = BAD[name]
    path = tmp_path / f"{name}.mid"
    make(path)
    with pytest.raises(UserError, match=message) as told:
        read_midi(path)
    assert f"{name}.mid" in str(told.value)


def test_a_missing_file_is_told(tmp_path: Path) -> None:
    with pytest.raises(UserError, match=r"gone\.mid"):
        read_midi(tmp_path / "gone.mid")


def test_a_file_too_large_is_not_read_whole(tmp_path: Path) -> None:
    path = tmp_path / "a.mid"
    with path.open("wb") as file:
        file.truncate(2**33)  # sparse; reading it all would take all memory
    with pytest.raises(UserError, match="MB"):
        read_midi(path)
    assert MAX_BYTES < 2**24


@settings(max_examples=300)
@given(data=st.data())
def test_no_damage_is_more_than_a_sentence(tmp_path_factory: pytest.TempPathFactory, data: st.DataObject) -> None:
    path = tmp_path_factory.mktemp("midi") / "a.mid"
    whole = bytearray(tune(path, Event(0, Kind.NAME, text="x"), Event(5, Kind.METER, numbers=(3, 4))).read_bytes())
    for _ in range(data.draw(st.integers(1, 4))):
        whole[data.draw(st.integers(0, len(whole) - 1))] = data.draw(st.integers(0, 255))
    path.write_bytes(whole[: data.draw(st.integers(0, len(whole)))])
    try:
        score = read_midi(path).score
    except UserError:
        return
    assert score.bars >= 1
    assert all(0 <= note.start < score.beats for part in score.parts for note in part.notes)


@given(st.binary(max_size=200))
def test_any_bytes_behind_a_header_are_read_or_told(tmp_path_factory: pytest.TempPathFactory, body: bytes) -> None:
    path = tmp_path_factory.mktemp("midi") / "a.mid"
    header = b"MThd" + struct.pack(">IHHH", 6, 0, 1, 96) + b"MTrk" + struct.pack(">I", len(body))
    path.write_bytes(header + body)
    try:
        read_midi(path)
    except UserError:
        return


def test_running_status_and_a_riff_envelope_are_read(tmp_path: Path) -> None:
    body = bytes((0, 0x90, 60, 80, 48, 60, 0, 0, 64, 80, 48, 64, 0, 0, 0xFF, 0x2F, 0))
    plain = b"MThd" + struct.pack(">IHHH", 6, 0, 1, 48) + b"MTrk" + struct.pack(">I", len(body)) + body
    path = tmp_path / "a.mid"
    path.write_bytes(b"RIFF" + struct.pack("<I", len(plain) + 12) + b"RMIDdata" + struct.pack("<I", len(plain)) + plain)
    notes = read_midi(path).score.parts[0].notes
    assert [(note.start, note.length, note.pitch) for note in notes] == [(0, 1, 60), (1, 1, 64)]


def test_a_key_that_notes_deny_is_found_from_them(tmp_path: Path) -> None:
    score = compose_riff(read_words("piano chords", setting=Setting(key=Key(6, "minor"), tempo=100.0)).spec, 2, 8)
    write_midi(tmp_path / "a.mid", replace(score, key=Key(0, "major")))
    found = read_midi(tmp_path / "a.mid").score.key
    assert len(set(found.scale) & set(Key(6, "minor").scale)) >= 6
