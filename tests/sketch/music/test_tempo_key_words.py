"""What prompts say of tempo and key, and what the sketch adds."""

from __future__ import annotations

import pytest

from riffdesk.errors import UserError
from riffdesk.sketch.music.key import KEYS, key_in, key_of
from riffdesk.sketch.music.tempo_key_words import tempo_in, with_tempo_and_key


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("C minor", "C minor"), ("Cm", "C minor"), ("c", "C major"), ("F#", "F♯ major"), ("f# min", "F♯ minor"),
        ("Bb", "A♯ major"), ("bbm", "A♯ minor"), ("B", "B major"), ("bm", "B minor"), ("E♭ major", "D♯ major"),
        ("A flat minor", "G♯ minor"), ("Cb", "B major"), ("", ""), ("none", ""), (" G  maj ", "G major"),
    ],
)  # fmt: skip
def test_keys_are_read_as_musicians_write_them(text: str, key: str) -> None:
    assert key_of(text) == key


@pytest.mark.parametrize("text", ["H", "C dorian", "7", "C minorr", "C D", "c" * 1_000])
def test_what_is_no_key_is_refused_in_a_sentence(text: str) -> None:
    with pytest.raises(UserError, match="no key"):
        key_of(text)


def test_every_key_is_its_own_name() -> None:
    assert len(set(KEYS)) == 24
    assert [key_of(key) for key in KEYS] == list(KEYS)


@pytest.mark.parametrize(
    ("prompt", "key"),
    [
        ("slow jazz in A minor", "A minor"), ("flute in a minor", "A minor"), ("Bb major chords", "A♯ major"),
        ("a major hit by a minor band", ""), ("a minor key", ""), ("F# minor techno", "F♯ minor"),
        ("techno in A\u00a0minor", "A minor"), ("in E\u00a0flat major", "D♯ major"), ("in A\u2011minor", "A minor"),
        ("house in Cm, 90 bpm", "C minor"), ("key: F#m", "F♯ minor"), ("key of Bbm", "A♯ minor"),
        ("I am in am mood", ""), ("Am and Cm chords", ""), ("in Cmaj", "C major"),
        ("drums", ""), ("In E flat major, sad", "D♯ major"), ("grade C major", "C major"),
    ],
)  # fmt: skip
def test_the_key_in_a_prompt(prompt: str, key: str) -> None:
    assert key_in(prompt) == key


@pytest.mark.parametrize(
    ("prompt", "tempo"),
    [
        ("techno, 128 bpm", 128), ("128bpm techno", 128), ("at 92.5 BPM", 92.5), ("92,5 bpm", 92.5), ("tempo 70", 70),
        ("tempo: 100", 100), ("140 beats per minute", 140), ("an 808 and a 303", None), ("1999 bpm", None),
        ("5 bpm", None), ("(drums:1.3), 96 bpm", 96), ("90's house", None), ("", None),
        ("dubstep at 140 with a wobble bass", 140),
        ("amen break at 170, no melody", 170),
        ("disco, strings, 118", 118),
        ("at 3 in the morning", None),
        ("a choir at 440 Hz", None),
        ("1, 2, 3", None),
        ("808, 909", None),
    ],
)  # fmt: skip
def test_the_tempo_in_a_prompt(prompt: str, tempo: float | None) -> None:
    assert tempo_in(prompt) == tempo


def test_a_prompt_is_told_what_it_leaves_open_and_nothing_else() -> None:
    assert with_tempo_and_key("house drums", 90, "C minor") == "house drums, in C minor, 90 bpm"
    assert with_tempo_and_key("house drums, 128 bpm", 90, "C minor") == "house drums, 128 bpm, in C minor"
    assert with_tempo_and_key("flute in G major", 92.4, "C minor") == "flute in G major, 92 bpm"
    assert with_tempo_and_key("flute", 0, "") == "flute"
    assert with_tempo_and_key("", 90, "") == "90 bpm"
    assert with_tempo_and_key("a [quiet] (drum:1.2)", 90, "") == "a [quiet] (drum:1.2), 90 bpm"


def test_what_is_played_longer_is_told_a_faster_tempo_whoever_names_it() -> None:
    assert with_tempo_and_key("house drums", 90, "", stretched=1.04) == "house drums, 94 bpm"
    assert with_tempo_and_key("house drums, 120 bpm, tight", 90, "", stretched=1.05) == "house drums, 126 bpm, tight"
    assert with_tempo_and_key("tempo 92,5 waltz", 0, "", stretched=1.1) == "tempo 102 waltz"
    assert with_tempo_and_key("92.5 bpm", 0, "") == "92.5 bpm"
    assert with_tempo_and_key("drums", 0, "", stretched=1.04) == "drums"


def test_a_tempo_without_its_unit_is_told_to_the_model_with_it() -> None:
    assert with_tempo_and_key("dubstep at 140", 90, "") == "dubstep at 140, 140 bpm"
    assert with_tempo_and_key("dubstep at 140", 90, "", stretched=1.1) == "dubstep at 154, 154 bpm"


@pytest.mark.parametrize("prompt", ["house 92\u00a0bpm", "92\u200b bpm", "house, 92 beats/min", "♩=92", "♩ = 92, slow"])
def test_a_tempo_is_read_as_web_pages_and_scores_write_it(prompt: str) -> None:
    assert tempo_in(prompt) == 92
    assert tempo_in(with_tempo_and_key(prompt, 120, "")) == 92
