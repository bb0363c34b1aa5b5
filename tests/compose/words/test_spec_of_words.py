"""From words to a spec, as a user would word it."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from riffdesk.compose.chords import chords_of
from riffdesk.compose.composition import compose_riff
from riffdesk.compose.harmony import Key, key_named
from riffdesk.compose.riff_spec import RiffSpec
from riffdesk.compose.vocabulary import FAMILIES, NO_DRUMS, tempo_word
from riffdesk.compose.words.frame import Setting
from riffdesk.compose.words.spec_of_words import read_words
from riffdesk.sketch.music.tempo_key_words import tempo_in
from riffdesk.training.evaluation.free_text_prompts import FREE_TEXT
from tests.compose.words.prompts import PROMPTS

SKETCH = Setting(tempo=97.5, beats_per_bar=7, key=Key(1, "major"))


def spec_of(prompt: str, seed: int = 3, **more: object) -> RiffSpec:
    return read_words(prompt, seed=seed, **more).spec  # type: ignore[arg-type]


def families(spec: RiffSpec) -> list[str]:
    return [player.family for player in spec.players] + (["bass"] if spec.bass else [])


def test_prompts_in_everyday_words_name_their_instrument() -> None:
    wrong = [(prompt, wanted) for prompt, wanted in FREE_TEXT if wanted not in families(spec_of(prompt))[:1]]
    assert len(wrong) <= 3, wrong


def _read(spec: RiffSpec) -> dict[str, object]:
    """Return everything that `PROMPTS` may ask of a spec."""
    lead = spec.players[0].family if spec.players else "bass" if spec.bass else ""
    return {
        "lead": lead,
        "second": spec.players[1].family if len(spec.players) > 1 else "",
        "playing": spec.players[0].playing if spec.players else "",
        "groove": spec.groove,
        "drums": spec.drums,
        "drums alone": spec.drums and not spec.players,
        "bass": spec.bass or lead == "bass",
        "bass or lead": "bass" if spec.bass or lead == "bass" else "",
        "tempo": tempo_word(spec.tempo),
        "mode": spec.key.mode,
        "beats": spec.beats_per_bar,
        "register": spec.register,
        "density": spec.density,
    }


def test_nearly_all_that_everyday_prompts_ask_for_is_read() -> None:
    wrong, asked = [], 0
    for number, (prompt, wanted) in enumerate(PROMPTS):
        read = _read(spec_of(prompt, number))
        asked += len(wanted)
        wrong += [(prompt, what, read[what]) for what, value in wanted.items() if read[what] != value]
    assert len(wrong) <= 0.03 * asked, wrong


def test_four_hundred_prompts_of_many_kinds_are_read_but_for_a_few() -> None:
    """Its two halves: 97.8% and 97.6% of the fields; 94.6% and 90.3% before the words that they lacked were added."""
    wrong, asked = [], 0
    for number, line in enumerate((Path(__file__).parent / "data" / "prompts.jsonl").read_text("utf-8").splitlines()):
        wanted = json.loads(line)
        prompt = wanted.pop("prompt")
        tempo = tempo_in(prompt)
        setting = Setting(tempo=tempo, named=frozenset({"tempo"} if tempo else ()))
        read = _read(spec_of(prompt, number, setting=setting))
        asked += len(wanted)
        wrong += [(prompt, what, read[what]) for what, value in wanted.items() if read[what] != value]
    assert asked > 900
    assert len(wrong) <= 0.03 * asked, wrong


@pytest.mark.parametrize(
    ("prompt", "wanted"),
    [
        ("slow jazz with a piano, no drums", ["piano"]),
        ("piano chords and violin melody with swing drums and bass", ["piano", "violin", "bass"]),
        ("solo cello", ["strings"]),
        ("nothing but marimba", ["mallets"]),
        ("an accordion", ["organ"]),
        ("rock guitar with drums", ["distorted guitar"]),
        ("a guitar by the fire", ["acoustic guitar"]),
        ("synth bass", ["bass"]),
        ("steel drums on the beach", ["mallets"]),
        ("bass line, slow", ["bass"]),
        ("techno drums", []),
        ("drums and bass", ["bass"]),
        ("a string quartet, weeping", ["strings"]),
    ],
)
def test_who_plays(prompt: str, wanted: list[str]) -> None:
    assert families(spec_of(prompt)) == wanted


@pytest.mark.parametrize(
    ("prompt", "groove"),
    [
        ("rock drums", "rock"),
        ("piano with a bossa nova beat", "bossa nova"),
        ("jazz trio", "swing"),
        ("techno", "house"),
        ("lofi beats to study to", "hip hop"),
        ("piano melody", NO_DRUMS),
        ("techno, no drums", NO_DRUMS),
        ("techno without any drums or bass", NO_DRUMS),
        ("drumless funk", NO_DRUMS),
        ("drum-free lo-fi", NO_DRUMS),
        ("funk, please don't add drums", NO_DRUMS),
        ("hip hop w/o the beat", NO_DRUMS),
        ("piano by itself, jazz", NO_DRUMS),
        ("dnb", "drum and bass"),
        ("ballad", NO_DRUMS),
    ],
)
def test_what_the_drums_play(prompt: str, groove: str) -> None:
    for seed in range(4):
        assert spec_of(prompt, seed).groove == groove


def test_a_denied_bass_or_instrument_is_absent_whatever_the_seed() -> None:
    for seed in range(30):
        assert not spec_of("reggae, no bass", seed).bass
        assert "bass" not in families(spec_of("metal without drums and bass", seed))
        assert not set(families(spec_of("heavy metal, no guitars", seed))) & {"distorted guitar", "acoustic guitar"}
        assert "piano" not in families(spec_of("house music, not a piano", seed))
        assert spec_of("funk", seed, negative="drums, hiss").groove == NO_DRUMS
        assert not spec_of("sad piano, not fast", seed).tempo >= 130
        assert spec_of("organ, not minor", seed).key.mode == "major"


@pytest.mark.parametrize(
    ("prompt", "chords"),
    [
        ("slow jazz with saxophone", "piano"),
        ("funk with trumpet", "electric piano"),
        ("salsa with flute", "piano"),
        ("jazz with a saxophone and organ chords", ""),
        ("jazz piano chords", ""),
        ("jazz with saxophone, no piano", ""),
        ("jazz saxophone without chords", ""),
        ("saxophone melody", ""),
    ],
)
def test_a_melody_of_a_band_is_accompanied_as_its_genre_is(prompt: str, chords: str) -> None:
    for seed in range(5):
        reading = read_words(prompt, seed=seed)
        others = [(player.family, player.playing) for player in reading.spec.players[1:]]
        if chords:
            assert others == [(chords, "chords")]
            assert any(sentence.startswith(chords.capitalize()) for sentence in reading.understood)
        else:
            assert all(family == "organ" for family, _ in others)


def test_the_sketch_decides_tempo_meter_and_key_unless_the_words_do() -> None:
    plain = spec_of("happy piano", setting=SKETCH)
    assert (plain.tempo, plain.beats_per_bar, plain.key) == (97.5, 7, Key(1, "major"))
    assert spec_of("sad piano", setting=SKETCH).key == Key(1, "major")  # a mood is no key
    assert spec_of("piano in minor", setting=SKETCH).key == Key(1, "minor")
    assert spec_of("a waltz", setting=SKETCH).beats_per_bar == 3
    assert spec_of("drums in 5/4", setting=SKETCH).beats_per_bar == 5
    named = replace(SKETCH, tempo=128.0, key=Key(9, "minor"), named=frozenset({"tempo", "key"}))
    told = read_words("piano in A minor, 128 bpm", setting=named)
    assert (told.spec.tempo, told.spec.key) == (128.0, Key(9, "minor"))
    assert "128 bpm." in told.understood
    assert "97.5 bpm, as in the sketch." in read_words("piano", setting=SKETCH).understood
    assert spec_of("slow piano", setting=SKETCH).density == "sparse"


def test_open_tempos_follow_the_words_for_them() -> None:
    for seed in range(20):
        assert spec_of("slow piano", seed).tempo < 90
        assert spec_of("fast piano", seed).tempo >= 130
        assert 132 <= spec_of("trance", seed).tempo <= 145
        assert spec_of("sad violin", seed).key.mode == "minor"


def test_each_playing_goes_to_the_instrument_that_it_stands_beside() -> None:
    players = spec_of("a violin melody over piano chords").players
    assert [(one.family, one.playing) for one in players] == [("violin", "melody"), ("piano", "chords")]
    players = spec_of("arpeggio on the organ, flute solo").players
    assert [(one.family, one.playing) for one in players] == [("organ", "arpeggio"), ("flute", "solo")]
    (player,) = spec_of("chords on a flute").players  # one voice
    assert player.playing == "arpeggio"


def test_what_is_understood_is_told_in_sentences() -> None:
    said = read_words("high church organ drone, no drums, no bass", seed=1, setting=SKETCH).understood
    for sentence in ("Organ: drone.", "No drums, as asked for.", "No bass, as asked for.", "Register: high.",
                     "7 beats in a bar, as in the sketch.", "C♯ major, as in the sketch."):  # fmt: skip
        assert sentence in said
    assert all((sentence.endswith(".") and sentence[0].isupper()) or sentence[0].isdigit() for sentence in said)
    assert any("'accordion'" in sentence for sentence in read_words("an accordion").understood)
    assert spec_of("high church organ").players[0].sound == 19


def test_a_prompt_that_says_nothing_is_drawn_and_told_so() -> None:
    for prompt in ("日本語のピアノ曲", "qwertz", "🎵🎵"):
        reading = read_words(prompt, seed=2)
        assert "No word of the prompt names an instrument, a genre or a groove" in reading.understood[0]
        assert reading.spec.players or reading.spec.drums
    assert "The prompt is empty" in read_words("", seed=2).understood[0]
    assert len({read_words("", seed=seed).spec.genre for seed in range(30)}) > 8


def test_given_chords_are_played_in_every_part_and_their_key_is_found() -> None:
    setting = Setting(chords=chords_of("Cm | Ab | Eb | Bb7"), tempo=120.0)
    reading = read_words("piano chords with rock drums and bass", seed=5, setting=setting)
    assert reading.spec.key == Key(0, "minor")
    assert "Chords: Cm | A♭ | E♭ | B♭7, as given." in reading.understood
    score = compose_riff(reading.spec, 5, 8)
    assert [chord.pitch_classes for chord in score.chords[:4]] == [(0, 3, 7), (8, 0, 3), (3, 7, 10), (10, 2, 5, 8)]
    piano, bass, _ = score.parts
    for bar in range(8):
        chord = set(score.chords[bar].pitch_classes)
        heard = {note.pitch % 12 for note in piano.notes if bar * 4 <= note.start < bar * 4 + 4 - 0.1}
        assert heard <= chord
        first = min((note for note in bass.notes if note.start >= bar * 4), key=lambda note: note.start)
        assert first.pitch % 12 == score.chords[bar].pitch_classes[0]


def test_two_chords_share_a_bar() -> None:
    spec = spec_of("strings chords", setting=Setting(chords=chords_of("C F"), tempo=100.0, beats_per_bar=4))
    score = compose_riff(spec, 1, 2)
    assert [chord.start for chord in score.chords] == [0, 2, 4, 6]
    early, late = ({n.pitch % 12 for n in score.parts[0].notes if n.start % 4 == beat} for beat in (0, 2))
    assert (early, late) == ({0, 4, 7}, {5, 9, 0})


@pytest.mark.parametrize("beats", [1, 2, 3, 5, 7, 12, 15, 16])
def test_every_meter_is_filled_to_its_end(beats: int) -> None:
    setting = Setting(tempo=120.0, beats_per_bar=beats)
    for prompt in ("busy piano melody with rock drums and bass", "organ chords, swing drums", "busy harp arpeggio"):
        score = compose_riff(spec_of(prompt, setting=setting), 4, 4)
        assert score.beats == 4 * beats
        for part in score.parts:
            places = {int(note.start % beats) for note in part.notes}
            assert all(note.end <= score.beats + 1e-9 for note in part.notes)
            if beats > 4 and part.instrument != "organ":
                assert max(places) >= 4


@settings(max_examples=150)
@given(st.text(max_size=80), st.integers(0, 2**31), st.integers(1, 16))
def test_any_text_can_be_played(prompt: str, seed: int, beats: int) -> None:
    setting = Setting(tempo=120.0, beats_per_bar=beats)
    reading = read_words(prompt, seed=seed, setting=setting)
    assert reading == read_words(prompt, seed=seed, setting=setting)
    assert all(player.playing in FAMILIES[player.family].playings for player in reading.spec.players)
    assert compose_riff(reading.spec, seed, 3).parts


_WORDS = ["piano", "bass", "no", "drums", "solo", "without", "guitar", "metal", "chords", "only", "waltz", "not", ","]


@settings(max_examples=200)
@given(st.lists(st.sampled_from(_WORDS), max_size=7), st.lists(st.sampled_from(_WORDS), max_size=3), st.integers(0, 99))
def test_any_words_of_the_vocabulary_can_be_played(words: list[str], negative: list[str], seed: int) -> None:
    spec = spec_of(" ".join(words), seed, negative=" ".join(negative))
    assert all(player.playing in FAMILIES[player.family].playings for player in spec.players)
    compose_riff(spec, seed, 2)


def test_a_longer_riff_of_several_players_begins_like_the_shorter_one() -> None:
    spec = spec_of("piano chords, flute solo, funk drums and bass")
    assert len(spec.players) == 2
    assert compose_riff(spec, 9, 13).first(6) == compose_riff(spec, 9, 6)


@pytest.mark.parametrize(("name", "key"), [("F♯ minor", Key(6, "minor")), ("C major", Key(0, "major")), ("", None)])
def test_a_keys_name_is_read(name: str, key: Key | None) -> None:
    assert key_named(name) == key
