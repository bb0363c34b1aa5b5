"""Scores on the command line: the notes that a riff plays, given or composed, and what of them cannot be played."""

from __future__ import annotations

import json
import os
from pathlib import Path

import numpy as np
import pytest
import soundfile
from PIL import Image

from riffdesk.audio.filing.sound_files import read_recipe
from riffdesk.compose.harmony import Key
from riffdesk.compose.midi.midi_file import MidiFile, midi_bytes
from riffdesk.compose.midi.score_midi import read_midi, write_midi
from riffdesk.compose.score import Note, Part, Score
from riffdesk.compose.score_text import score_of_text, text_of
from riffdesk.dsp.tone import tone_shape
from riffdesk.engine.riff.score.riff_score import riff_score
from riffdesk.engine.seed_images import seed_images
from riffdesk.models.registry import add_model
from riffdesk.sketch.layer import Layer
from riffdesk.sketch.recipe import recipe_json
from riffdesk.sketch.recipe.recipe import Recipe
from riffdesk.sketch.recipe.render_settings import RenderSettings
from riffdesk.sketch.recipe.timeline import Keyframe
from riffdesk.sketch.state import State
from riffdesk.store.image.image_file import WriteImageRequest, write_image
from riffdesk.store.project.saving import SaveRequest, save_project
from tests.cli.conftest import Riffdesk
from tests.diffusion.tiny import write_tiny
from tests.engine.riffs import PARAMS, SCORED, SMALL, add_tiny

PLAYS = ("--model", "tiny", "--steps", 2, "--guidance", 3, "--quality", "draft", "--no-library")
LISTENS = ("--model", "tiny 2", *PLAYS[2:])
"""A model that takes no score."""


@pytest.fixture(autouse=True)
def both(riffdesk: Riffdesk) -> None:
    """Have a model that takes scores, and one that takes none."""
    add_tiny(SCORED)
    add_tiny()


def a_midi(
    name: str = "a.mid", bars: int = 2, tempo: float = 120.0, pitches: tuple[int, ...] = (60, 62, 64, 65)
) -> Path:
    """Write a scale of quarter notes."""
    notes = tuple(Note(float(beat), 1.0, pitches[beat % len(pitches)], 100) for beat in range(4 * bars))
    write_midi(Path(name), Score(tempo, 4, Key(0, "major"), bars, (), (Part("melody", "flute", 73, notes),)))
    return Path(name)


def recipe_of(name: str) -> Recipe:
    found = read_recipe(Path(name))
    assert found is not None
    return found


def begun(score: Score, beats: float) -> list[tuple[float, int]]:
    notes = [note for part in score.parts for note in part.notes]
    return sorted((round(note.start, 2), int(note.pitch)) for note in notes if note.start < beats)


def samples(name: str) -> np.ndarray:
    return soundfile.read(name, dtype="float32", always_2d=True)[0].T


def test_a_midi_file_is_played_at_its_tempo_and_as_long_as_it_and_the_file_carries_it_along(riffdesk: Riffdesk) -> None:
    a_midi(bars=2, tempo=300)
    assert riffdesk("render", "a flute", "-o", "a.wav", *PLAYS, "--score", "a.mid") == 0
    recipe = recipe_of("a.wav")
    assert (recipe.tempo, recipe.key, recipe.seconds) == (300, "C major", pytest.approx(1.6))
    assert begun(score_of_text(recipe.score), 4) == [(0, 60), (1, 62), (2, 64), (3, 65)]
    assert samples("a.wav").shape[-1] == round(1.6 * 44_100)
    assert riffdesk("render", "a flute", "-o", "b.wav", *PLAYS, "--score", "a.mid", "--bpm", 150, "--bars", 1) == 0
    assert (recipe_of("b.wav").tempo, recipe_of("b.wav").seconds) == (150, pytest.approx(1.6))


def test_the_same_command_line_gives_the_same_samples_and_another_score_others(riffdesk: Riffdesk) -> None:
    a_midi("a.mid")
    a_midi("b.mid", pitches=(72, 60, 67))
    for out, score in (("1.wav", "a.mid"), ("2.wav", "a.mid"), ("3.wav", "b.mid")):
        assert riffdesk("render", "a flute", "-o", out, *PLAYS, "--score", score, "--seconds", 1) == 0
    assert np.array_equal(samples("1.wav"), samples("2.wav"))
    assert not np.array_equal(samples("1.wav"), samples("3.wav"))


@pytest.mark.parametrize(
    "arguments",
    [
        ("--seconds", 3),
        ("--bars", 2, "--bpm", 197),
        ("--bars", 1),
        ("--bars", 2, "--bpm", 180, "--beats", 3, "--key", "Dm", "--seed", 9),
        ("--seconds", 3, "--chords", "Cm | Ab | Eb Bb7", "--bpm", 240),
        ("--seconds", 4, "--negative", "drums", "--bpm", 200),
    ],
)
def test_midi_writes_the_notes_that_render_plays_with_the_same_arguments(
    riffdesk: Riffdesk, arguments: tuple[object, ...]
) -> None:
    words = "funk with an organ"
    assert riffdesk("midi", words, "-o", "a.mid", *arguments) == 0
    assert riffdesk("render", words, "-o", "a.wav", *PLAYS, *arguments) == 0
    recipe, written = recipe_of("a.wav"), read_midi(Path("a.mid")).score
    played = riff_score(recipe)
    beats = recipe.seconds * played.tempo / 60
    assert written.tempo == pytest.approx(played.tempo, abs=0.01)
    assert (written.beats_per_bar, written.beats >= beats - 0.01) == (played.score.beats_per_bar, True)
    assert begun(written, beats) == begun(played.score, beats)
    assert len(begun(written, beats)) > 8


def test_what_was_understood_is_one_line_of_render_where_it_is_played(
    riffdesk: Riffdesk, capfd: pytest.CaptureFixture[str]
) -> None:
    assert riffdesk("render", "slow jazz with a piano", "-o", "a.wav", *PLAYS, "--seconds", 1, "--key", "Dm") == 0
    (line,) = (line for line in capfd.readouterr().err.splitlines() if "Genre: jazz." in line)
    assert "D minor, as given." in line
    assert riffdesk("render", "slow jazz with a piano", "-o", "b.wav", *LISTENS, "--seconds", 1) == 0
    assert "Genre" not in capfd.readouterr().err


def test_a_model_that_takes_no_score_starts_from_a_guide_of_it(riffdesk: Riffdesk) -> None:
    a_midi()
    for out, arguments in (
        ("score.wav", ("--score", "a.mid")),
        ("chords.wav", ("--chords", "Cm | Ab")),
        ("guide.wav", ("--init", "guide")),
        ("again.wav", ("--init", "guide")),
        ("words.wav", ()),
    ):
        assert riffdesk("render", "piano chords", "-o", out, *LISTENS, "--seconds", 1, *arguments) == 0
    inits = [recipe_of(name).init for name in ("score.wav", "chords.wav", "guide.wav", "words.wav")]
    assert inits == ["guide", "guide", "guide", ""]
    sounds = [samples(name) for name in ("score.wav", "chords.wav", "guide.wav", "words.wav")]
    assert not any(np.array_equal(one, other) for n, one in enumerate(sounds) for other in sounds[:n])
    assert np.array_equal(samples("guide.wav"), samples("again.wav"))


def test_a_guide_is_as_long_as_a_window_or_what_is_asked_for_and_no_seed_image(riffdesk: Riffdesk) -> None:
    assert "guide" not in seed_images()
    assert riffdesk("render", "funk", "-o", "a.wav", *LISTENS, "--init", "guide") == 0
    assert samples("a.wav").shape[-1] == round(1.28 * 44_100)
    loop = "--bars", 1, "--bpm", 120, "--loop"
    assert riffdesk("render", "funk", "-o", "b.wav", *LISTENS, "--init", "guide", *loop) == 0
    assert samples("b.wav").shape[-1] == 2 * 44_100


def bad_files() -> None:
    """Write MIDI files that cannot be played."""
    Path("large.mid").write_bytes(b"MThd")
    os.truncate("large.mid", 100_000_000)
    Path("empty.mid").write_bytes(midi_bytes(MidiFile(480, ((),))))
    plain = a_midi("plain.mid").read_bytes()
    Path("film.mid").write_bytes(plain[:12] + b"\xe7\x28" + plain[14:])
    Path("zero.mid").write_bytes(plain[:12] + b"\0\0" + plain[14:])
    notes = (Note(0.0, 1.0, 60, 100),)
    key = Key(0, "major")
    parts = tuple(Part("melody", "flute", 73, notes) for _ in range(200))
    write_midi(Path("tracks.mid"), Score(120, 4, key, 1, (), parts))
    long = Part("melody", "flute", 73, (Note(4_000.0, 1.0, 60, 100),))
    write_midi(Path("long.mid"), Score(120, 4, key, 1_001, (), (long,)))
    high = Part("melody", "flute", 73, (Note(0.0, 1.0, 126, 100),))
    write_midi(Path("high.mid"), Score(120, 4, key, 1, (), (high,)))
    Path("words.mid").write_text("funk")


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("--score", "large.mid"), "MB; MIDI files of at most 8 MB are read"),
        (("--score", "empty.mid"), "empty.mid has no notes"),
        (("--score", "film.mid"), "counts time in film frames"),
        (("--score", "zero.mid"), "a quarter note has 0 ticks"),
        (("--score", "tracks.mid"), "has 200 tracks with notes; 64 are the most"),
        (("--score", "long.mid"), "minutes at 120 bpm; a score has at most 10"),
        (("--score", "high.mid"), "has no notes that riffdesk can play"),
        (("--score", "words.mid"), "is no MIDI file"),
        (("--score", "gone.mid"), "gone.mid"),
        (("--score", "plain.mid", "--chords", "Cm"), "A score has its own chords"),
        (("--score", "plain.mid", "--key", "Cm"), "A score has its own key"),
        (("--init", "guide", "--mask", "plain.mid"), "plain.mid"),
        (("--init", "guide", "--continue", 2), "There is nothing to continue"),
        (("--chords", "Cm | | Eb"), "Bar 2 has no chord"),
        (("--chords", "Cm | H7"), "There is no chord 'H7' (bar 2)"),
    ],
)
def test_what_cannot_be_played_is_a_sentence_and_writes_nothing(
    riffdesk: Riffdesk, capfd: pytest.CaptureFixture[str], arguments: tuple[object, ...], words: str
) -> None:
    bad_files()
    for model in (PLAYS, LISTENS):
        assert riffdesk("render", "piano", "-o", "a.wav", *model, *arguments) in (1, 2)
        said = " ".join(capfd.readouterr().err.replace("│", " ").split())
        assert words in said
        assert "Traceback" not in said
    assert not Path("a.wav").exists()


@pytest.mark.parametrize("arguments", [("日本語",), ("piano 15/8",), ("rock", "--bpm", 20), ("rock", "--bpm", 400)])
def test_odd_prompts_and_tempos_are_played(riffdesk: Riffdesk, arguments: tuple[object, ...]) -> None:
    assert riffdesk("render", *arguments, "-o", "a.wav", *PLAYS, "--seconds", 1) == 0
    assert np.abs(samples("a.wav")).max() > 0


def test_a_sound_with_a_score_of_a_newer_version_is_read_without_it_and_says_so(
    riffdesk: Riffdesk, caplog: pytest.LogCaptureFixture
) -> None:
    a_midi()
    assert riffdesk("render", "a flute", "-o", "a.wav", *PLAYS, "--score", "a.mid", "--seconds", 1) == 0
    recipe = recipe_of("a.wav")
    told = json.loads(recipe_json.to_text(recipe))
    assert told["score"]["version"] == recipe_json.SCORE_VERSION
    data = Path("a.wav").read_bytes()
    mark = b'"score": {"version": 1'
    assert data.count(mark) == 1
    Path("a.wav").write_bytes(data.replace(mark, b'"score": {"version": 9'))
    assert recipe_of("a.wav").score == ""
    assert recipe_of("a.wav").keyframes == recipe.keyframes
    assert riffdesk("render", "a flute", "-o", "b.wav", *PLAYS, "--init", "a.wav") == 0
    assert "The recipe of a.wav was read without its score: a newer riffdesk wrote it." in caplog.text


# Parts


def test_parts_lie_beside_the_mix_and_sum_to_it(riffdesk: Riffdesk, capfd: pytest.CaptureFixture[str]) -> None:
    arguments = ("rock drums, bass, piano chords", "-o", "p.wav", *PLAYS, "--parts", "--bars", 1, "--bpm", 240)
    assert riffdesk("render", *arguments, "--subtype", "float") == 0
    assert sorted(path.name for path in Path().iterdir()) == ["p bass.wav", "p chords.wav", "p drums.wav", "p.wav"]
    stems = [samples(f"p {name}.wav") for name in ("drums", "bass", "chords")]
    assert {stem.shape for stem in stems} == {samples("p.wav").shape} == {(1, 44_100)}
    assert np.abs(sum(stems) - samples("p.wav")).max() < 1e-5
    assert all(np.abs(stem).max() > 0.01 for stem in stems)
    bass = score_of_text(recipe_of("p bass.wav").score)
    assert [part.role for part in bass.parts] == ["bass"]
    assert recipe_of("p.wav").keyframes[0].prompt == "rock drums, bass, piano chords"
    assert riffdesk("render", *arguments) == 1
    assert "already exists" in capfd.readouterr().err
    Path("p.wav").unlink()
    assert riffdesk("render", *arguments) == 1, "a part is there"


def test_parts_of_a_picture_are_refused(riffdesk: Riffdesk, capfd: pytest.CaptureFixture[str]) -> None:
    assert riffdesk("render", "funk", "-o", "p.png", *PLAYS, "--parts") == 2
    assert "parts are sound" in " ".join(capfd.readouterr().err.replace("│", " ").split())
    assert riffdesk("render", "funk", "-o", "p.wav", *PLAYS, "--parts", "--init", "breakbeat") == 1
    assert "in parts is made from words or a score alone" in capfd.readouterr().err


# Riffusion's own models


def test_a_model_without_riffdesks_settings_starts_from_a_guide_unless_told_otherwise(
    riffdesk: Riffdesk, tmp_path: Path
) -> None:
    folder = tmp_path / "foreign"
    write_tiny(folder, SMALL)
    (folder / "riffdesk.json").unlink()
    add_model(folder)
    own, foreign = (("--model", name, *PLAYS[2:], "--seconds", 1) for name in ("tiny 2", "foreign"))
    for out, arguments in (
        ("own.wav", own),
        ("guide.wav", foreign),
        ("words.wav", (*foreign, "--init", "none")),
        ("rhythm.wav", (*foreign, "--init", "bossa")),
    ):
        assert riffdesk("render", "piano chords", "-o", out, *arguments) == 0
    inits = [recipe_of(name).init for name in ("own.wav", "guide.wav", "words.wav", "rhythm.wav")]
    assert inits == ["", "guide", "", "bossa"]
    assert np.array_equal(samples("own.wav"), samples("words.wav"))
    assert not np.array_equal(samples("guide.wav"), samples("words.wav"))
    assert riffdesk("render", "-o", "longer.wav", "--init", "guide.wav", "--continue", 1, "--no-library") == 0


# Repainting


def test_a_part_that_is_made_anew_plays_the_score_that_the_sound_was_played_from(riffdesk: Riffdesk) -> None:
    mask = np.zeros((64, 256), np.uint8)
    mask[:, 128:192] = 255
    Image.fromarray(mask).save("here.png")
    assert riffdesk("render", "rock drums, piano", "-o", "a.wav", *PLAYS, "--seconds", 2.56) == 0
    repaint = ("--init", "a.wav", "--mask", "here.png", "--denoising", 1)
    assert riffdesk("render", "rock drums, piano", "-o", "b.wav", *PLAYS, *repaint) == 0
    played, again = riff_score(recipe_of("a.wav")), riff_score(recipe_of("b.wav"))
    assert recipe_of("b.wav").score
    assert begun(again.between(0, 2.5), 5) == begun(played.between(0, 2.5), 5)
    assert riffdesk("render", "rock drums, piano", "-o", "c.wav", *LISTENS, "--seconds", 2.56) == 0
    other = ("--init", "c.wav", *repaint[2:])
    assert riffdesk("render", "rock drums, piano", "-o", "d.wav", *PLAYS, *other) == 0
    assert recipe_of("d.wav").score == ""


def test_a_sketch_with_given_notes_is_rendered_with_them_at_its_tempo(riffdesk: Riffdesk) -> None:
    layer = Layer(np.zeros((PARAMS.bands, 150), np.float32))
    given = text_of(read_midi(a_midi("song.mid", tempo=90)).score)
    asked = RenderSettings("tiny", steps=2, quality="draft", score=given, score_name="song.mid")
    frames = (Keyframe(0.0, "piano", seed=4, guidance=3),)
    state = State(PARAMS, 66_000, 150, (layer,), layer.id, tempo=100, keyframes=frames, render=asked)
    save_project(SaveRequest(state, Path("song.riff")))
    assert riffdesk("render", "song.riff", "-o", "song.wav", "--no-library") == 0
    made = score_of_text(recipe_of("song.wav").score)
    assert (made.tempo, made.parts) == (100, score_of_text(given).parts)


def a_drawing(name: str = "a.png", pitches: tuple[int, ...] = (57, 59, 60)) -> Path:
    """Write a line of the tone brush, of half a second for each note, from 0.5 s on."""
    ink = np.zeros((PARAMS.bands, 300), np.float32)
    for number, pitch in enumerate(pitches):
        shape = tone_shape(PARAMS, 100 * (pitch - 69), 4, 6.0) * np.float32(0.7)
        ink[:, 50 + 70 * number : 100 + 70 * number] = shape[:, None]
    write_image(WriteImageRequest(Path(name), ink, PARAMS))
    return Path(name)


def test_the_notes_of_a_drawing_are_played_note_for_note(riffdesk: Riffdesk) -> None:
    a_drawing()
    assert riffdesk("render", "a violin melody", "-o", "a.wav", *PLAYS, "--score", "a.png", "--bpm", 60) == 0
    recipe = recipe_of("a.wav")
    score = score_of_text(recipe.score)
    assert begun(score, 99) == [(0.5, 57), (1.2, 59), (1.9, 60)]
    assert [part.instrument for part in score.parts] == ["violin"]
    assert (recipe.tempo, recipe.init, recipe.seconds) == (60, "", pytest.approx(3.0))


def test_a_hummed_line_is_played_and_silence_is_refused(riffdesk: Riffdesk, capsys: pytest.CaptureFixture[str]) -> None:
    seconds = np.arange(44_100) / 44_100
    soundfile.write("hum.wav", 0.3 * np.sin(2 * np.pi * 220 * seconds) * np.minimum(1, 20 * seconds), 44_100)
    soundfile.write("still.wav", np.zeros(44_100), 44_100)
    assert riffdesk("render", "a flute", "-o", "a.wav", *PLAYS, "--score", "hum.wav") == 0
    assert [pitch for _, pitch in begun(score_of_text(recipe_of("a.wav").score), 99)] == [57]
    assert riffdesk("render", "a flute", "-o", "b.wav", *PLAYS, "--score", "still.wav") == 1
    assert "No notes were found in still.wav" in capsys.readouterr().err
