"""``riffdesk midi``: notes from words on the command line."""

from __future__ import annotations

from pathlib import Path

import pytest

from riffdesk.compose.harmony import Key
from riffdesk.compose.midi.midi_file import Kind, read_midi_file
from riffdesk.compose.midi.score_midi import read_midi
from tests.cli.conftest import Riffdesk


def test_words_become_notes_and_what_was_understood_is_told(
    riffdesk: Riffdesk, capfd: pytest.CaptureFixture[str]
) -> None:
    assert (
        riffdesk("midi", "slow jazz with a piano, no drums", "-o", "a.mid", "--bars", 4, "--bpm", 80, "--key", "Dm")
        == 0
    )
    score = read_midi(Path("a.mid")).score
    assert (score.tempo, score.bars, score.key) == (80, 4, Key(2, "minor"))
    assert [part.instrument for part in score.parts] == ["piano"]
    said = capfd.readouterr().err.splitlines()
    assert {"Genre: jazz.", "No drums, as asked for.", "80 bpm, as given.", "D minor, as given."} <= set(said)


def test_the_same_command_line_gives_the_same_notes_and_another_seed_others(riffdesk: Riffdesk) -> None:
    for name, seed in (("a", 7), ("b", 7), ("c", 8)):
        assert riffdesk("midi", "funk", "-o", f"{name}.mid", "--seed", seed, "--seconds", 20) == 0
    one, same, other = (Path(f"{name}.mid").read_bytes() for name in "abc")
    assert one == same != other
    assert read_midi(Path("a.mid")).score.seconds(read_midi(Path("a.mid")).score.beats) >= 20


def test_the_prompt_goes_before_the_options(riffdesk: Riffdesk) -> None:
    words = "organ chords in F# minor, 97 bpm"
    assert riffdesk("midi", words, "-o", "a.mid", "--bpm", 120, "--key", "C", "--beats", 5) == 0
    score = read_midi(Path("a.mid")).score
    assert (score.tempo, score.key, score.beats_per_bar, score.bars) == (97, Key(6, "minor"), 5, 8)


def test_chords_are_played_and_a_typo_says_where(riffdesk: Riffdesk, capfd: pytest.CaptureFixture[str]) -> None:
    assert riffdesk("midi", "strings chords", "-o", "a.mid", "--chords", "Cm | Ab | Eb | Bb") == 0
    markers = [event.text for event in read_midi_file(Path("a.mid")).tracks[0] if event.kind is Kind.MARKER]
    assert markers == ["Cm", "A♭", "E♭", "B♭"] * 2
    capfd.readouterr()
    assert riffdesk("midi", "strings", "-o", "b.mid", "--chords", "Cm | Abx | Eb") == 2
    assert "There is no chord 'Abx' (bar 2)" in " ".join(capfd.readouterr().err.split())
    assert not Path("b.mid").exists()


@pytest.mark.parametrize(
    ("arguments", "code", "words"),
    [
        (("-o", "a.wav"), 2, "must end in .mid"),
        (("-o", "gone/a.mid"), 1, "There is no folder gone"),
        (("-o", "a.mid", "--bars", 4, "--seconds", 9), 2, "either --seconds or --bars"),
        (("-o", "a.mid", "--bars", 4000), 1, "A score has at most 10 minutes"),
        (("-o", "a.mid", "--bpm", 500), 2, "--bpm"),
        (("-o", "a.mid", "--key", "H"), 2, "is no key"),
    ],
)
def test_what_makes_no_sense_is_told(
    riffdesk: Riffdesk, capfd: pytest.CaptureFixture[str], arguments: tuple[object, ...], code: int, words: str
) -> None:
    assert riffdesk("midi", "piano", *arguments) == code
    assert words in " ".join(capfd.readouterr().err.split())
    assert not Path("a.mid").exists()


def test_a_file_that_is_there_is_kept(riffdesk: Riffdesk, capfd: pytest.CaptureFixture[str]) -> None:
    Path("a.mid").write_text("mine")
    assert riffdesk("midi", "piano", "-o", "a.mid") == 1
    assert "--force" in capfd.readouterr().err
    assert Path("a.mid").read_text() == "mine"
    assert riffdesk("midi", "日本語", "-o", "a.mid", "--force") == 0
    assert "No word of the prompt names an instrument, a genre or a groove" in capfd.readouterr().err
    assert read_midi(Path("a.mid")).score.parts
