"""The command line as a shell sees it: exit codes, what goes to which pipe, and the files it makes."""

from __future__ import annotations

import io
import os
import re
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path
from typing import Any, get_args, get_type_hints

import numpy as np
import pytest
import soundfile
import typer
from PIL import Image

from riffdesk import __version__, cli
from riffdesk.audio.filing.export.export import ExportReport
from riffdesk.audio.filing.sound_files import read_audio
from riffdesk.cli.checks import say_levels
from riffdesk.devices import VARIABLE, available
from riffdesk.dsp.mel import analyse
from riffdesk.dsp.params import SpectrogramParams
from riffdesk.engine.loaded_model import unload
from riffdesk.settings import SettingsFile
from riffdesk.sketch.layer import Layer, Source
from riffdesk.sketch.sketch import Sketch
from riffdesk.sketch.sound import Sound
from riffdesk.store.project.opening import OpenRequest, load_project
from riffdesk.store.project.saving import SaveRequest, save_project
from tests.cli.conftest import ctrl_c
from tests.engine.riffs import add_tiny

Riffdesk = Callable[..., int]


@pytest.fixture
def riffdesk(monkeypatch: pytest.MonkeyPatch) -> Riffdesk:
    """Return a function that runs a command line in this process and returns its exit code."""

    def run(*arguments: object, opened: list[Path | None] | None = None) -> int:
        def open_window(path: Path | None) -> int:
            assert opened is not None, "this command opens no window"
            opened.append(path)
            return 0

        return cli.run([str(argument) for argument in arguments], open_window=open_window)

    return run


def a_tone(
    path: Path, hertz: float, *, seconds: float = 1.0, rate: int = 44_100, gains: tuple[float, ...] = (0.5,)
) -> Path:
    """Write a sine, with one gain for each channel."""
    sine = np.sin(2 * np.pi * hertz * np.arange(int(seconds * rate)) / rate)
    soundfile.write(path, np.outer(sine, gains), rate, subtype="FLOAT")
    return path


def pitch_of(audio: np.ndarray, rate: int) -> float:
    """Return the strongest frequency in Hz, by parabolic interpolation of the log peak."""
    spectrum = np.log(np.abs(np.fft.rfft(audio * np.hanning(len(audio)), 2**20)) + 1e-12)
    top = int(spectrum.argmax())
    left, middle, right = spectrum[top - 1 : top + 2]
    return (top + 0.5 * (left - right) / (left - 2 * middle + right)) * rate / 2**20


def in_a_pipe(*arguments: object) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "riffdesk", *map(str, arguments)]
    return subprocess.run(command, capture_output=True, text=True, timeout=100)


# What a shell is told for completion


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("riffdesk ren", "render"),
        ("riffdesk library remove-f", "remove-folder"),
        ("riffdesk render --neg", "--negative"),
        ("riffdesk render --model st", "starter"),
        ("riffdesk models remove st", "starter"),
    ],
)
def test_a_shell_completes_commands_options_and_models(
    riffdesk: Riffdesk, line: str, expected: str, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("_RIFFDESK_COMPLETE", "complete_bash")
    monkeypatch.setenv("COMP_WORDS", line)
    monkeypatch.setenv("COMP_CWORD", str(line.count(" ")))
    assert riffdesk() == 0
    assert capfd.readouterr().out.split() == [expected]
    if "--model" in line:
        assert in_a_pipe().stdout.split() == [expected]


# What it opens


def test_nothing_opens_the_window_and_a_file_opens_it_there(riffdesk: Riffdesk, tmp_path: Path) -> None:
    song = tmp_path / "song.riff"
    song.touch()
    opened: list[Path | None] = []
    assert riffdesk(opened=opened) == 0
    assert riffdesk(song, opened=opened) == 0
    assert riffdesk("open", song, opened=opened) == 0
    assert opened == [None, song, song]


def test_the_device_is_chosen_by_the_option_or_the_environment_or_the_settings(
    riffdesk: Riffdesk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    song = tmp_path / "song.riff"
    song.touch()

    def device(*arguments: object) -> str:
        opened: list[Path | None] = []
        assert riffdesk(*arguments, opened=opened) == 0
        assert opened == [song if song in arguments else None]
        return os.environ.get(VARIABLE, "auto")

    monkeypatch.setenv(VARIABLE, "mps")
    assert device() == "mps"
    assert device("--device", "cpu", song) == "cpu"
    assert device("--device=rocm", "open", song) == "rocm"
    assert device("--device=auto", song) == "auto"
    assert device(song) == "auto"
    stored = SettingsFile()
    settings = stored.load()
    settings.device = "xpu"
    stored.save(settings)
    assert device(song) == "xpu,auto"
    assert riffdesk("--device", "gpu", "doctor") == 2
    assert "no device 'gpu'" in capfd.readouterr().err


def test_a_device_that_is_not_there_is_one_calm_line(
    riffdesk: Riffdesk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    absent = next(name for name in ("rocm", "xpu", "mps") if name not in [one.name for one in available()])
    monkeypatch.setenv(VARIABLE, "auto")
    assert riffdesk("--device", absent, "render", "jazz", "-o", tmp_path / "jazz.wav") == 1
    assert f"This machine has no device '{absent}'." in capfd.readouterr().err
    assert not (tmp_path / "jazz.wav").exists()


def test_a_card_of_the_settings_that_is_gone_costs_one_sentence_and_no_riff(
    riffdesk: Riffdesk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    unload()
    add_tiny()
    monkeypatch.setenv(VARIABLE, "auto")
    monkeypatch.delenv(VARIABLE)
    stored = SettingsFile()
    settings = stored.load()
    settings.device = next(name for name in ("rocm", "xpu", "mps") if name not in [one.name for one in available()])
    stored.save(settings)
    options = ("--model", "tiny", "--steps", 1, "--quality", "draft", "-o", tmp_path / "jazz.wav")
    assert riffdesk("render", "jazz", *options) == 0
    told = [line for line in capfd.readouterr().err.splitlines() if "is missing" in line]
    assert len(told) == 1
    assert "The chosen graphics card" in told[0]
    assert (tmp_path / "jazz.wav").exists()


def test_the_windows_exit_code_is_the_programs() -> None:
    assert cli.run([], open_window=lambda path: 3) == 3


def test_a_word_that_is_no_file_and_no_command_is_a_usage_error_with_a_hint(
    riffdesk: Riffdesk, capfd: pytest.CaptureFixture[str]
) -> None:
    assert riffdesk("docter") == 2
    assert "Did you mean 'doctor'?" in capfd.readouterr().err
    assert riffdesk("missing.riff") == 2
    assert "missing.riff" in capfd.readouterr().err


@pytest.mark.parametrize(
    ("words", "meant"),
    [
        (("rendr",), "render"),
        (("rendr", "slow jazz", "-o", "jazz.wav"), "render"),
        (("exprot", "song.riff", "out.wav", "--subtype", "float"), "export"),
        (("Render", "slow jazz"), "render"),
        (("models", "lisst"), "list"),
    ],
    ids=lambda words: " ".join(words) if isinstance(words, tuple) else words,
)
def test_a_mistyped_command_is_the_one_thing_that_is_told_whatever_follows_it(
    riffdesk: Riffdesk, capfd: pytest.CaptureFixture[str], words: tuple[str, ...], meant: str
) -> None:
    assert riffdesk(*words) == 2
    said = capfd.readouterr().err
    assert f"Did you mean '{meant}'?" in said
    assert "option" not in said.splitlines()[-1]


def test_the_readme_writes_no_file_twice() -> None:
    text = (Path(__file__).parents[2] / "README.md").read_text(encoding="utf-8")
    written = re.findall(r"(?:-o |riff\.save\(\")([\w/.]+)", text)
    written += re.findall(r"(?:image-to-audio|audio-to-image|export) [\w.]+ ([\w/.]+)", text)
    assert len(written) > 10
    assert len(set(written)) == len(written)


# What it says


def test_version_and_help_go_to_stdout(riffdesk: Riffdesk, capfd: pytest.CaptureFixture[str]) -> None:
    assert riffdesk("--version") == 0
    assert capfd.readouterr().out == f"riffdesk {__version__}\n"
    assert riffdesk("--help") == 0
    out = capfd.readouterr().out
    for command in ("open", "render", "variations", "models", "image-to-audio", "audio-to-image", "export", "doctor"):
        assert f"\n  {command} " in out


@pytest.mark.parametrize("command", ["image-to-audio", "audio-to-image", "export", "doctor"])
def test_help_of_every_command_shows_examples_line_by_line(
    riffdesk: Riffdesk, capfd: pytest.CaptureFixture[str], command: str
) -> None:
    assert riffdesk(command, "--help") == 0
    examples = capfd.readouterr().out.split("Examples:\n")[1].splitlines()
    assert examples
    assert all(line.strip().startswith(f"riffdesk {command}") for line in examples)


def test_every_decimal_option_takes_point_and_comma() -> None:
    import typer.main

    group, found = typer.main.get_command(cli.app), set()
    for name, command in group.commands.items():  # type: ignore[attr-defined]
        if command.callback is None:  # commands of a group, which have no decimal numbers
            continue
        for key, hint in get_type_hints(command.callback, include_extras=True).items():
            kind, *options = get_args(hint) or (hint,)
            if options and {kind, *get_args(kind)} & {float}:
                found.add(f"{name} {key}")
                number = "0.75" if key in ("denoising", "power") else "20.5"
                parse = options[0].parser
                assert parse(number) == parse(number.replace(".", ",")) == float(number)
                with pytest.raises(typer.BadParameter, match=r"'7,5,1' is no number, such as 7\.5 or 7,5\."):
                    parse("7,5,1")
    assert {"render guidance", "interpolate bpm", "jam seconds", "audio-to-image power", "add-part bpm"} <= found
    assert len(found) > 20


@pytest.mark.parametrize(
    ("option", "value", "told"),
    [
        ("--guidance", "7,x", "'7,x' is no number, such as 7.5 or 7,5."),
        ("--guidance", "30,5", "'30,5' is not between 0 and 30."),
        ("--bpm", "nan", "'nan' is not between 20 and 400."),
        ("--lora", "warm:0,x", "'0,x' is no weight"),
    ],
)
def test_a_number_that_is_none_is_told_with_its_option(
    riffdesk: Riffdesk, capfd: pytest.CaptureFixture[str], option: str, value: str, told: str
) -> None:
    assert riffdesk("render", "drums", "-o", "drums.wav", option, value) == 2
    assert f"Invalid value for '{option}': {told}" in capfd.readouterr().err


def test_the_examples_in_help_are_command_lines_that_parse() -> None:
    import inspect
    import shlex
    from itertools import takewhile

    import typer.main

    group = typer.main.get_command(cli.app)
    for name, command in group.commands.items():  # type: ignore[attr-defined]
        # After an empty line comes what is no command line, such as a file of jobs.
        lines = inspect.cleandoc(command.epilog or "").splitlines()[2:]
        for line in takewhile(str.strip, lines):
            words = shlex.split(line.partition(" > ")[0])
            assert words[:2] == ["riffdesk", name]
            command.make_context(name, words[2:], parent=None)


@pytest.mark.parametrize(
    "arguments",
    [
        ("--no-such-option",),
        ("image-to-audio", "only-one.png"),
        ("image-to-audio", "in.png", "out.mp3"),
        ("image-to-audio", "in.png", "out.flac", "--subtype", "float"),
        ("image-to-audio", "in.png", "out.wav", "--subtype", "pcm8"),
        ("audio-to-image", "in.wav", "out.jpg"),
        ("audio-to-image", "in.wav", "out.png", "--bands", "3"),
        ("audio-to-image", "in.wav", "out.png", "--min-hz", "5000", "--max-hz", "400"),
        ("export", "song.riff"),
        ("export", "song.riff", "out", "--format", "mp3"),
        ("export", "song.riff", "out", "--format", "flac", "--subtype", "float"),
        ("export", "song.riff", "out.flac", "--subtype", "float"),
        ("export", "song.riff", "out.mp3"),
        ("export", "song.riff", "out.wav", "--format", "flac"),
        ("export", "song.riff", "out.wav", "--stems"),
    ],
    ids=" ".join,
)
def test_a_command_line_that_makes_no_sense_exits_with_2(
    riffdesk: Riffdesk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, arguments: tuple[str, ...]
) -> None:
    monkeypatch.chdir(tmp_path)
    assert riffdesk(*arguments) == 2
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize(
    ("arguments", "name"),
    [
        (("image-to-audio", "gone.png", "out.wav"), "gone.png"),
        (("image-to-audio", "text.png", "out.wav"), "text.png"),
        (("audio-to-image", "gone.wav", "out.png"), "gone.wav"),
        (("audio-to-image", "text.png", "out.png"), "text.png"),
        (("export", "gone.riff", "out"), "gone.riff"),
        (("export", "text.png", "out"), "text.png"),
    ],
)
def test_bad_input_is_one_calm_line_on_stderr_and_exits_with_1(
    riffdesk: Riffdesk,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capfd: pytest.CaptureFixture[str],
    arguments: tuple[str, ...],
    name: str,
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "text.png").write_text("this is neither a picture nor a sound")
    assert riffdesk(*arguments) == 1
    out, err = capfd.readouterr()
    assert out == ""
    assert len(err.splitlines()) == 1
    assert name in err
    assert [path.name for path in tmp_path.iterdir()] == ["text.png"]


def test_a_bug_shows_as_one(riffdesk: Riffdesk, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken() -> None:
        raise ZeroDivisionError

    monkeypatch.setattr("riffdesk.doctor.findings.examine", broken)
    with pytest.raises(ZeroDivisionError):
        riffdesk("doctor")


# What it makes


def test_a_tone_comes_back_in_tune_and_in_level_through_an_image(
    riffdesk: Riffdesk, tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    tone = a_tone(tmp_path / "tone.wav", 440.0, seconds=1.2)
    assert riffdesk("audio-to-image", tone, tmp_path / "tone.png") == 0
    assert riffdesk("image-to-audio", tmp_path / "tone.png", tmp_path / "back.wav") == 0
    assert capfd.readouterr() == ("", "")
    audio, rate = soundfile.read(tmp_path / "back.wav")
    assert soundfile.info(tmp_path / "back.wav").subtype == "PCM_24"
    steady = audio[rate // 4 : -rate // 4]
    assert abs(1200 * np.log2(pitch_of(steady, rate) / 440.0)) < 10
    assert abs(20 * np.log10(np.sqrt(np.mean(steady**2)) / (0.5 / np.sqrt(2)))) < 1


def test_an_image_is_as_high_as_its_bands_and_as_wide_as_the_sound_is_long(riffdesk: Riffdesk, tmp_path: Path) -> None:
    tone = a_tone(tmp_path / "tone.wav", 1_000.0, seconds=0.5)
    image = tmp_path / "tone.png"
    assert riffdesk("audio-to-image", tone, image, "--bands", 256, "--min-hz", 50, "--max-hz", 8_000) == 0
    with Image.open(image) as opened:
        assert opened.size == (51, 256)
        assert (opened.getexif()[11050], opened.getexif()[11060]) == (50, 8_000)


def test_stereo_keeps_both_sides_and_without_it_their_mean_is_drawn(riffdesk: Riffdesk, tmp_path: Path) -> None:
    right = a_tone(tmp_path / "right.wav", 500.0, gains=(0.0, 0.5))
    half = a_tone(tmp_path / "half.wav", 500.0, gains=(0.25,))
    for sound, *options in ((right, "--stereo"), (right,), (half,)):
        out = tmp_path / f"{sound.stem}{''.join(options)}.png"
        assert riffdesk("audio-to-image", sound, out, *options) == 0
    stereo = np.asarray(Image.open(tmp_path / "right--stereo.png")).astype(int)
    assert stereo[..., 0].max() == 0, "red is unused"
    assert stereo[..., 1].min() == 255, "left is silent"
    assert stereo[..., 2].min() == 0, "right sounds"
    mean, same = (Image.open(tmp_path / name) for name in ("right.png", "half.png"))
    assert np.abs(np.asarray(mean).astype(int) - np.asarray(same)).max() <= 1
    assert mean.getexif()[11080] == pytest.approx(same.getexif()[11080], rel=1e-3)


def test_a_loud_image_is_turned_down_with_a_word_but_not_as_float(
    riffdesk: Riffdesk, tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    pixels = np.full((512, 60), 255, np.uint8)
    pixels[300:330, 5:55] = 0
    image = tmp_path / "loud.png"
    Image.fromarray(pixels).save(image)
    assert riffdesk("image-to-audio", image, tmp_path / "whole.flac", "--subtype", "pcm16") == 0
    assert "Turned down by" in capfd.readouterr().err
    assert riffdesk("image-to-audio", image, tmp_path / "float.wav", "--subtype", "float") == 0
    assert capfd.readouterr().err == ""
    whole, floats = soundfile.read(tmp_path / "whole.flac")[0], soundfile.read(tmp_path / "float.wav")[0]
    assert 0.5 < np.abs(whole).max() < 1
    assert np.abs(floats).max() > 1
    assert np.corrcoef(whole, floats)[0, 1] > 0.999
    assert soundfile.info(tmp_path / "whole.flac").subtype == "PCM_16"


def test_settings_of_an_image_that_tells_none_can_be_given(riffdesk: Riffdesk, tmp_path: Path) -> None:
    tone = a_tone(tmp_path / "tone.wav", 880.0)
    assert riffdesk("audio-to-image", tone, tmp_path / "tagged.png", "--min-hz", 20, "--max-hz", 20_000) == 0
    Image.fromarray(np.asarray(Image.open(tmp_path / "tagged.png"))).save(tmp_path / "bare.png")
    given = ("--min-hz", 20, "--max-hz", 20_000)
    assert riffdesk("image-to-audio", tmp_path / "bare.png", tmp_path / "back.wav", *given) == 0
    audio, rate = soundfile.read(tmp_path / "back.wav")
    assert abs(1200 * np.log2(pitch_of(audio[rate // 5 : -rate // 5], rate) / 880.0)) < 15


def test_the_same_image_gives_the_same_samples(riffdesk: Riffdesk, tmp_path: Path) -> None:
    tone = a_tone(tmp_path / "tone.wav", 220.0, seconds=0.3)
    assert riffdesk("audio-to-image", tone, tmp_path / "tone.png") == 0
    for name in ("one.wav", "two.wav"):
        assert riffdesk("image-to-audio", tmp_path / "tone.png", tmp_path / name) == 0
    assert (tmp_path / "one.wav").read_bytes() == (tmp_path / "two.wav").read_bytes()


def test_nothing_is_overwritten_without_force(
    riffdesk: Riffdesk, tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    tone = a_tone(tmp_path / "tone.wav", 440.0, seconds=0.2)
    image, sound = tmp_path / "tone.png", tmp_path / "back.wav"
    image.write_text("mine")
    assert riffdesk("audio-to-image", tone, image) == 1
    assert "--force" in capfd.readouterr().err
    assert image.read_text() == "mine"
    assert riffdesk("audio-to-image", tone, image, "--force") == 0
    sound.write_text("mine")
    assert riffdesk("image-to-audio", image, sound) == 1
    assert sound.read_text() == "mine"
    assert riffdesk("image-to-audio", image, sound, "--force") == 0
    assert soundfile.info(sound).frames > 0


@pytest.fixture
def song(tmp_path: Path) -> Path:
    """Return a project with an imported layer and, above it, a painted one that was never heard."""
    params = SpectrogramParams()
    audio = read_audio(a_tone(tmp_path / "import.wav", 330.0, seconds=0.6, gains=(0.4, 0.2)), params.sample_rate)
    ink = analyse(audio.mean(axis=0), params)
    sketch = Sketch()
    sketch.add_layer(Layer(ink, "Hum", source=Source(audio, ink.copy())), Sound(audio), samples=audio.shape[1])
    painted = np.zeros_like(ink[:, :60])
    painted[250:253, 10:50] = 0.8
    sketch.add_layer(Layer(painted, "Beep"))
    path = tmp_path / "my song.riff"
    save_project(SaveRequest(sketch.state, path))
    return path


def test_export_writes_the_mix_and_stems_that_sum_to_it_and_renders_what_was_only_painted(
    riffdesk: Riffdesk, song: Path, tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "stems"
    assert riffdesk("export", song, out, "--subtype", "float") == 0
    assert capfd.readouterr() == ("", "")
    hum, beep, mix = (soundfile.read(path)[0] for path in sorted(out.iterdir()))
    assert {len(one) for one in (mix, hum, beep)} == {26_460}
    assert np.abs(hum + beep - mix).max() < 1e-6
    assert np.array_equal(hum, soundfile.read(tmp_path / "import.wav")[0])
    assert np.abs(beep).max() > 0.1


def test_export_to_a_sound_file_writes_the_mix_to_that_very_file(
    riffdesk: Riffdesk, song: Path, tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    assert riffdesk("export", song, tmp_path / "stems", "--subtype", "pcm16") == 0
    mix, _ = soundfile.read(tmp_path / "stems" / "my song mix.wav")
    for name, kind in (("out.wav", "WAV"), ("My song.v2..FLAC", "FLAC"), ("new/out.wav", "WAV")):
        path = tmp_path / name
        assert riffdesk("export", song, path, "--subtype", "pcm16") == 0
        assert (soundfile.info(path).format, soundfile.info(path).subtype) == (kind, "PCM_16")
        assert np.array_equal(soundfile.read(path)[0], mix)
        assert riffdesk("export", song, path) == 1
        assert f"{path} already exists" in capfd.readouterr().err
        assert riffdesk("export", song, path, "--force") == 0
        assert soundfile.info(path).subtype == "PCM_24"
    folder = tmp_path / "folder.wav"
    folder.mkdir()
    assert riffdesk("export", song, folder) == 0
    assert len(list(folder.iterdir())) == 3


@pytest.mark.parametrize(
    ("report", "said"),
    [
        (ExportReport((), 0.0, -0.52, -14.23), "The mix has -14.2 LUFS; the highest peak is -0.5 dBTP.\n"),
        (ExportReport((), 0.0, -80.0, -np.inf), "The mix has below -70 LUFS; the highest peak is -80.0 dBTP.\n"),
        (ExportReport((), 0.0, -np.inf, -np.inf), "It is silent.\n"),
    ],
)
def test_an_export_tells_a_terminal_how_loud_it_is(
    monkeypatch: pytest.MonkeyPatch, report: ExportReport, said: str
) -> None:
    terminal = io.StringIO()
    monkeypatch.setattr(terminal, "isatty", lambda: True)
    monkeypatch.setattr(sys, "stderr", terminal)
    say_levels(report)
    assert terminal.getvalue() == said


def test_export_writes_layers_that_are_not_heard_unless_told_otherwise(
    riffdesk: Riffdesk, song: Path, tmp_path: Path
) -> None:
    sketch = Sketch()
    sketch.open(load_project(OpenRequest(song)))
    sketch.set_layer(sketch.layers[0].id, mute=True)
    muted = tmp_path / "muted.riff"
    save_project(SaveRequest(sketch.state, muted))
    assert riffdesk("export", muted, tmp_path / "all") == 0
    assert sorted(path.name for path in (tmp_path / "all").iterdir()) == [
        "muted 01 Hum (not in mix).wav", "muted 02 Beep.wav", "muted mix.wav"
    ]  # fmt: skip
    assert riffdesk("export", muted, tmp_path / "heard", "--heard-only") == 0
    assert sorted(path.name for path in (tmp_path / "heard").iterdir()) == ["muted 02 Beep.wav", "muted mix.wav"]


def test_help_tells_what_render_makes_of_a_project_and_what_export_writes(
    riffdesk: Riffdesk, capfd: pytest.CaptureFixture[str]
) -> None:
    assert riffdesk("render", "--help") == 0
    said = " ".join(capfd.readouterr().out.split())
    assert "seed timeline" in said
    assert "riffdesk export SKETCH.riff OUT.wav" in said


def test_export_keeps_what_is_there_unless_forced(riffdesk: Riffdesk, song: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    options = ("--no-stems", "--format", "flac", "--subtype", "pcm16")
    assert riffdesk("export", song, out, *options) == 0
    (mix,) = out.iterdir()
    assert (soundfile.info(mix).format, soundfile.info(mix).subtype) == ("FLAC", "PCM_16")
    mix.write_text("mine")
    assert riffdesk("export", song, out, *options) == 0
    assert mix.read_text() == "mine"
    assert len(list(out.iterdir())) == 2
    assert riffdesk("export", song, out, *options, "--force") == 0
    assert soundfile.info(mix).frames == 26_460
    assert len(list(out.iterdir())) == 2


@pytest.mark.skipif(sys.platform == "win32", reason="signals are POSIX")
def test_ctrl_c_says_cancelled_and_leaves_no_file(
    riffdesk: Riffdesk, tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    Image.fromarray(np.zeros((512, 20_000), np.uint8)).save(tmp_path / "long.png")
    begun = time.process_time()
    with ctrl_c(lambda: time.process_time() > begun + 1.5) as sent:  # half a minute of work has begun
        assert riffdesk("image-to-audio", tmp_path / "long.png", tmp_path / "out.wav") == 1
    assert time.monotonic() - sent[0] < 30
    assert capfd.readouterr() == ("", "Cancelled.\n")
    assert [path.name for path in tmp_path.iterdir()] == ["long.png"]


@pytest.mark.skipif(sys.platform == "win32", reason="terminals are POSIX")
def test_on_a_terminal_a_bar_is_drawn_and_the_file_named(
    riffdesk: Riffdesk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    import pty

    tone = a_tone(tmp_path / "tone.wav", 440.0, seconds=0.5)
    ours, theirs = pty.openpty()
    parts: list[bytes] = []

    def read() -> None:
        with suppress(OSError):  # how Linux says that the other end is closed
            while part := os.read(ours, 4096):
                parts.append(part)

    reading = threading.Thread(target=read)
    reading.start()
    monkeypatch.setenv("TERM", "xterm-256color")
    with open(theirs, "w", encoding="utf-8") as terminal, monkeypatch.context() as patch:
        patch.setattr(sys, "stderr", terminal)
        assert riffdesk("audio-to-image", tone, tmp_path / "tone.png") == 0
    reading.join()
    os.close(ours)
    assert capfd.readouterr() == ("", "")
    drawn = b"".join(parts)
    assert "━".encode() in drawn
    assert f"Wrote {tmp_path / 'tone.png'}".encode() in drawn


def test_no_help_has_gaps_between_its_words() -> None:
    def texts(group: Any) -> Iterator[str]:
        for command in group.commands.values():
            yield command.help or ""
            yield from texts(command) if hasattr(command, "commands") else ()

    gaps = [text for text in texts(typer.main.get_command(cli.app)) if re.search(r"\S\s* {2,}\S", text)]
    assert not gaps
