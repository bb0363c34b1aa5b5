"""``riffdesk render`` and ``variations`` with a tiny model: files with recipes in them, or one calm sentence."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest
import soundfile
from PIL import Image

from riffdesk.audio.filing.sound_files import read_recipe
from riffdesk.engine.requests import RenderRequest
from riffdesk.engine.riff.render import render
from riffdesk.engine.seed_images import seed_images
from riffdesk.progress import Step
from riffdesk.sketch.layer import Layer
from riffdesk.sketch.recipe.recipe import Recipe
from riffdesk.sketch.recipe.render_settings import RenderSettings
from riffdesk.sketch.recipe.timeline import Keyframe
from riffdesk.sketch.state import State
from riffdesk.store.image.image_file import ImageRequest, read_image
from riffdesk.store.project.saving import SaveRequest, save_project
from tests.cli.conftest import FullDisk, Riffdesk
from tests.engine.riffs import PARAMS, drawing, recipe

TINY = ("--model", "tiny", "--steps", 3, "--guidance", 3, "--quality", "draft", "--no-library")
FLOAT = ("--subtype", "float")

pytestmark = pytest.mark.usefixtures("tiny")


def here() -> list[str]:
    return sorted(path.name for path in Path().iterdir())


def samples(name: str) -> np.ndarray:
    return soundfile.read(name, dtype="float32", always_2d=True)[0].T


def a_sound(name: str, seconds: float = 1.28, channels: int = 2) -> Path:
    """Write noise that swells, with other noise on each side."""
    rng = np.random.default_rng(5)
    count = round(seconds * 44_100)
    noise = rng.standard_normal((count, channels)) * 0.1 * np.linspace(0.1, 1, count)[:, None]
    soundfile.write(name, noise, 44_100, subtype="FLOAT")
    return Path(name)


def a_mask(name: str, columns: int, where: slice) -> None:
    """Write a mask of 64 bands that marks all bands of some columns."""
    pixels = np.zeros((64, columns), np.uint8)
    pixels[:, where] = 255
    Image.fromarray(pixels).save(name)


# Render


def test_a_riff_is_written_with_the_recipe_that_makes_it_again_sample_for_sample(riffdesk: Riffdesk) -> None:
    asked = ("--negative", "drums", "--seed", 7, "--seconds", 1.5, "--scheduler", "euler a", "--loop")
    for name in ("one.wav", "two.wav"):
        assert riffdesk("render", "slow piano", "-o", name, *TINY, *FLOAT, *asked) == 0
    assert np.array_equal(samples("one.wav"), samples("two.wav"))
    recipe = read_recipe(Path("one.wav"))
    assert recipe is not None
    (keyframe,) = recipe.keyframes
    assert (keyframe.prompt, keyframe.negative, keyframe.seed, keyframe.guidance) == ("slow piano", "drums", 7, 3)
    assert (recipe.model, recipe.seconds, recipe.steps, recipe.circular) == ("tiny", 1.5, 3, True)
    assert recipe.scheduler == "Euler a"
    assert np.array_equal(samples("one.wav"), render(RenderRequest(recipe, PARAMS)).audio)


def test_flac_and_png_carry_the_same_riff(riffdesk: Riffdesk) -> None:
    for name in ("a.wav", "a.flac", "a.png"):
        assert riffdesk("render", "jazz", "-o", name, *TINY) == 0
    assert soundfile.info("a.flac").subtype == "PCM_24"
    assert np.array_equal(samples("a.flac"), samples("a.wav"))
    image = read_image(ImageRequest(Path("a.png")))
    assert image.recipe == read_recipe(Path("a.wav")) == read_recipe(Path("a.flac"))
    assert image.recipe is not None
    made = render(RenderRequest(image.recipe, PARAMS)).ink
    assert np.abs(image.ink - made).max() < made.max() / 200


def test_what_is_not_asked_for_is_what_suits_the_model(riffdesk: Riffdesk, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[RenderRequest] = []

    def remember(request: RenderRequest, *rest: object, **options: object) -> float:
        asked.append(request)
        return 0.0

    monkeypatch.setattr("riffdesk.scripting.api.write_riff", remember)
    for model in ("starter", "tiny"):
        riffdesk("render", "piano", "-o", f"{model}.wav", "--model", model, "--init", "drone", "--denoising", 0)
    starter, tiny = (request.recipe for request in asked)
    assert (starter.steps, starter.keyframes[0].guidance) == (16, 1.5)
    assert (tiny.steps, tiny.keyframes[0].guidance) == (30, 7)
    assert starter.seconds == tiny.seconds == 5.12


def test_denoising_0_returns_a_sound_as_it_is(riffdesk: Riffdesk) -> None:
    sound = a_sound("in.wav")
    assert riffdesk("render", "piano", "-o", "out.wav", *TINY, *FLOAT, "--init", sound, "--denoising", 0) == 0
    assert np.array_equal(samples("out.wav"), samples("in.wav"))


def test_a_mask_of_another_size_and_on_nothing_marks_the_same_part(
    riffdesk: Riffdesk, caplog: pytest.LogCaptureFixture
) -> None:
    sound = a_sound("in.wav", 2.0)
    a_mask("here.png", 201, slice(80, 120))
    clear = np.zeros((64, 200, 4), np.uint8)  # as the picture of a model is, one column less than the sound has
    clear[:, 80:120] = 255
    Image.fromarray(clear).save("clear.png")
    Image.fromarray(clear).resize((400, 256), Image.Resampling.NEAREST).save("large.png")
    for name in ("here", "clear", "large"):
        masked = ("--init", sound, "--mask", f"{name}.png", "--denoising", 1)
        assert riffdesk("render", "piano", "-o", f"{name}.wav", *TINY, *FLOAT, *masked) == 0
        changed = np.flatnonzero((samples("in.wav") != samples(f"{name}.wav")).any(axis=0)) / 441
        assert 70 - 8 < changed.min() < 82
        assert 118 < changed.max() < 132 + 8
    fitted = [record.getMessage() for record in caplog.records if "mask" in record.getMessage()]
    assert fitted == ["The mask has 400 columns and 256 rows, and the riff 201 and 64: it was resampled to that."]


def test_a_mask_keeps_what_is_black_sample_for_sample(riffdesk: Riffdesk) -> None:
    sound = a_sound("in.wav", 2.0)
    a_mask("here.png", 201, slice(80, 120))
    masked = ("--init", sound, "--mask", "here.png", "--denoising", 1)
    assert riffdesk("render", "piano", "-o", "out.wav", *TINY, *FLOAT, *masked) == 0
    before, after = samples("in.wav"), samples("out.wav")
    changed = np.flatnonzero((before != after).any(axis=0)) / 441
    assert len(changed) > 40 * 441 * 0.9
    assert changed.min() > 80 - 8 - 10  # a latent's feather, and a window
    assert changed.max() < 120 + 8 + 10


@pytest.mark.parametrize("suffix", ["png", "riff", "mp3"])
def test_a_riff_starts_from_a_picture_a_project_or_any_sound(riffdesk: Riffdesk, suffix: str) -> None:
    ink = drawing(100)
    if suffix == "png":
        assert riffdesk("audio-to-image", a_sound("in.wav", 1.0), "in.png", "--bands", 64) == 0
    elif suffix == "riff":
        layer = Layer(ink)
        document = State(PARAMS, 44_100, 100, (layer,), layer.id)
        save_project(SaveRequest(document, Path("in.riff")))
    else:
        soundfile.write("in.mp3", 0.1 * np.random.default_rng(1).standard_normal(44_100), 44_100)
    assert riffdesk("render", "jazz", "-o", "out.wav", *TINY, *FLOAT, "--init", f"in.{suffix}", "--denoising", 0.4) == 0
    recipe = read_recipe(Path("out.wav"))
    assert recipe is not None
    assert recipe.init == f"in.{suffix}"
    assert recipe.keyframes[0].denoising == 0.4
    assert soundfile.info("out.wav").duration == pytest.approx(1.0, abs=0.05)
    if suffix == "riff":
        assert np.array_equal(samples("out.wav"), render(RenderRequest(recipe, PARAMS, ink)).audio)


def test_the_seed_images_in_the_help_are_those_that_there_are(
    riffdesk: Riffdesk, capfd: pytest.CaptureFixture[str]
) -> None:
    assert riffdesk("render", "--help") == 0
    words = " ".join(capfd.readouterr().out.split())
    assert f"or a seed image: {', '.join(seed_images())}." in words
    assert riffdesk("render", "piano", "-o", "a.wav", *TINY, "--init", "bossa", "--seconds", 0.3) == 0
    recipe = read_recipe(Path("a.wav"))
    assert recipe is not None
    assert recipe.init == "bossa"


# Interpolate


def test_a_walk_goes_from_one_prompt_and_seed_to_the_other(riffdesk: Riffdesk) -> None:
    walk = ("--from", "slow piano", "--to", "fast drums", "--seed-from", 3, "--seed-to", 8, "--curve", "smooth")
    assert riffdesk("interpolate", *walk, "--seconds", 2, "-o", "walk.wav", *TINY, *FLOAT) == 0
    recipe = read_recipe(Path("walk.wav"))
    assert recipe is not None
    told = [(one.seconds, one.prompt, one.seed, one.curve, one.guidance) for one in recipe.keyframes]
    assert told == [(0, "slow piano", 3, "smooth", 3), (2, "fast drums", 8, "linear", 3)]
    assert np.array_equal(samples("walk.wav"), render(RenderRequest(recipe, PARAMS)).audio)
    assert riffdesk("render", "slow piano", "--seed", 3, "--seconds", 2, "-o", "stay.wav", *TINY, *FLOAT) == 0
    assert not np.array_equal(samples("walk.wav"), samples("stay.wav"))


def test_a_walk_takes_four_windows_and_stays_with_its_seed_unless_told_otherwise(riffdesk: Riffdesk) -> None:
    assert riffdesk("interpolate", "--from", "rain", "--to", "sun", "-o", "walk.png", *TINY) == 0
    recipe = read_image(ImageRequest(Path("walk.png"))).recipe
    assert recipe is not None
    assert recipe.seconds == pytest.approx(4 * 1.28)
    assert [one.seed for one in recipe.keyframes] == [42, 42]
    assert [one.seconds for one in recipe.keyframes] == [0, pytest.approx(4 * 1.28)]


# A sketch's timeline


def a_sketch(
    name: str, *keyframes: Keyframe, asking_for: RenderSettings | None = None, made_by: Recipe | None = None
) -> None:
    layer = Layer(drawing(150), recipe=made_by)
    render = asking_for or RenderSettings(steps=3)
    state = State(PARAMS, 66_000, 150, (layer,), layer.id, keyframes=keyframes, render=render)
    save_project(SaveRequest(state, Path(name)))


def test_the_timeline_of_a_sketch_is_rendered_with_the_settings_of_the_sketch(riffdesk: Riffdesk) -> None:
    walk = Keyframe(0.2, "piano", seed=4, guidance=3), Keyframe(1.1, "drums", seed=9, guidance=3)
    asked = RenderSettings("tiny", "Euler", steps=3, quality="draft")
    another = recipe(model="starter", scheduler="DDIM", steps=4, quality="good")  # of the riff that is there
    a_sketch("song.riff", *walk, asking_for=asked, made_by=another)
    assert riffdesk("render", "song.riff", "-o", "song.wav", *FLOAT, "--no-library") == 0
    made = read_recipe(Path("song.wav"))
    assert made == recipe(*walk, scheduler="Euler", seconds=66_000 / 44_100, tempo=120, in_time=True)
    assert np.array_equal(samples("song.wav"), render(RenderRequest(made, PARAMS)).audio)
    assert (
        riffdesk("render", "song.riff", "-o", "other.wav", "--seed", 7, "--scheduler", "DDIM", *FLOAT, "--no-library")
        == 0
    )
    made = read_recipe(Path("other.wav"))
    assert made is not None
    assert made.scheduler == "DDIM"
    assert [one.seed for one in made.keyframes] == [7, 12]
    assert [one.prompt for one in made.keyframes] == ["piano", "drums"]


@pytest.mark.parametrize(
    "keyframes",
    [
        (Keyframe(0.5, "piano"), Keyframe(0.5, "drums")),
        (Keyframe(700.0, "piano"), Keyframe(800.0, "drums")),
        tuple(Keyframe(number / 400, f"piano {number % 7}", seed=number) for number in range(500)),
    ],
    ids=["at the same time", "beyond the end", "500 of them"],
)
def test_odd_timelines_are_rendered(riffdesk: Riffdesk, keyframes: tuple[Keyframe, ...]) -> None:
    a_sketch("song.riff", *keyframes)
    assert riffdesk("render", "song.riff", "-o", "song.wav", *TINY, *FLOAT) == 0
    assert samples("song.wav").shape == (1, 66_000)
    made = read_recipe(Path("song.wav"))
    assert made is not None
    assert len(made.keyframes) == len(keyframes)


def test_a_random_seed_is_written_into_the_file(riffdesk: Riffdesk) -> None:
    assert riffdesk("render", "jazz", "-o", "one.wav", "--seed", -1, *TINY, *FLOAT) == 0
    made = read_recipe(Path("one.wav"))
    assert made is not None
    seed = made.keyframes[0].seed
    assert 0 <= seed < 2**32
    assert riffdesk("render", "jazz", "-o", "again.wav", "--seed", seed, *TINY, *FLOAT) == 0
    assert np.array_equal(samples("one.wav"), samples("again.wav"))
    assert riffdesk("variations", "jazz", "-n", 2, "-o", "two", "--seed", -1, *TINY, *FLOAT) == 0
    assert "jazz -1.wav" not in [path.name for path in Path("two").iterdir()]


def test_random_seeds_of_a_sketch_are_drawn(riffdesk: Riffdesk) -> None:
    a_sketch("song.riff", Keyframe(0.0, "piano", seed=-1), Keyframe(0.5, "drums", seed=7))
    for name in ("one.wav", "two.wav"):
        assert riffdesk("render", "song.riff", "-o", name, *TINY, *FLOAT) == 0
    made = [read_recipe(Path(name)) for name in ("one.wav", "two.wav")]
    assert made[0].keyframes[0].seed != made[1].keyframes[0].seed
    assert [one.keyframes[1].seed for one in made] == [7, 7]


# Variations


def test_variations_are_the_riffs_of_their_seeds(riffdesk: Riffdesk) -> None:
    assert riffdesk("variations", "slow/jazz", "-n", 3, "-o", "new/folder", "--seed", 2**32 - 2, *TINY, *FLOAT) == 0
    written = sorted(Path("new/folder").iterdir())
    assert [path.name for path in written] == [
        "slow_jazz 0.wav",
        "slow_jazz 4294967294.wav",
        "slow_jazz 4294967295.wav",
    ]
    for path in written:
        seed = path.stem.split()[-1]
        assert riffdesk("render", "slow/jazz", "-o", f"{seed}.wav", "--seed", seed, *TINY, *FLOAT) == 0
        assert np.array_equal(samples(f"{seed}.wav"), samples(str(path)))


def test_each_variation_is_written_as_soon_as_it_is_there(riffdesk: Riffdesk, monkeypatch: pytest.MonkeyPatch) -> None:
    from riffdesk.engine.riff import render as engine

    whole, seen = engine.render_variations, set[int]()

    def watched(request: object, on_step: object) -> object:
        def look(step: Step) -> None:
            on_step(step)  # type: ignore[operator]
            seen.add(len(list(Path("out").iterdir())))

        return whole(request, look)  # type: ignore[arg-type]

    monkeypatch.setattr(engine, "render_variations", watched)
    assert riffdesk("variations", "jazz", "-n", 3, "-o", "out", "--format", "png", *TINY) == 0
    assert seen == {0, 1, 2, 3}


# What cannot be made


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (("--seconds", 0), "longer than 0 seconds"),
        (("--seconds", -3), "longer than 0 seconds"),
        (("--seconds", "nan"), "longer than 0 seconds"),
        (("--steps", 0), "--steps"),
        (("--steps", 1001), "--steps"),
        (("--guidance", -1), "--guidance"),
        (("--denoising", 1.1), "--denoising"),
        (("--denoising", -0.1), "--denoising"),
        (("--seed", -2), "--seed"),
        (("--scheduler", "Eular"), "Did you mean 'Euler'?"),
        (("--lora", "tape:much"), "'much' is no weight"),
        (("--quality", "superb"), "--quality"),
        (("-o", "riff.mp3"), "must end in .wav, .flac or .png"),
        (("-o", "riff.flac", "--subtype", "float"), "FLAC holds no float samples"),
    ],
    ids=lambda value: " ".join(map(str, value)) if isinstance(value, tuple) else "",
)
def test_a_command_line_that_makes_no_sense_exits_with_2_and_says_why(
    riffdesk: Riffdesk, capfd: pytest.CaptureFixture[str], arguments: tuple[object, ...], sentence: str
) -> None:
    assert riffdesk("render", "piano", "-o", "riff.wav", *arguments) == 2
    assert sentence in " ".join(capfd.readouterr().err.split())
    assert here() == []


def test_a_folder_that_nobody_may_write_to_is_told_of_before_the_riff_is_made(
    riffdesk: Riffdesk, capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    Path("locked").mkdir()
    access = os.access
    monkeypatch.setattr(os, "access", lambda path, mode: Path(path).name != "locked" and access(path, mode))
    assert riffdesk("render", "piano", "-o", "locked/riff.wav", *TINY) == 1
    out, err = capfd.readouterr()
    assert out == ""
    assert err.startswith(f"riffdesk: The folder of {Path('locked/riff.wav')} cannot be written to.")
    assert len(err.splitlines()) == 1


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (("--model", "tino"), "no model called 'tino'. Did you mean 'tiny'"),
        (("--lora", "tiny"), "tiny"),
        (("--init", "bosa"), "There is no file bosa, and no seed image of that name. Seed images: arpeggio, bossa"),
        (("--init", "text.png"), "text.png"),
        (("--init", "text.wav"), "text.wav"),
        (("--init", "text.riff"), "text.riff"),
        (("--mask", "mask.png"), "Choose an image or a sound to start from"),
        (("--init", "in.wav", "--mask", "black.png"), "mask is empty"),
        (("--init", "in.wav", "--mask", "text.png"), "text.png"),
        (("--init", "in.wav", "--mask", "gone.png"), "gone.png"),
        (("--seconds", "inf"), "longer than 0 seconds"),
        (("-o", "there.wav"), "--force"),
        (("--continue", 2), "nothing to continue"),
        (("-o", "missing/riff.wav"), "There is no folder missing"),
    ],
    ids=lambda value: " ".join(map(str, value)) if isinstance(value, tuple) else "",
)
def test_what_cannot_be_made_is_one_calm_line_and_exits_with_1(
    riffdesk: Riffdesk, capfd: pytest.CaptureFixture[str], arguments: tuple[object, ...], sentence: str
) -> None:
    for name in ("text.png", "text.wav", "text.riff", "there.wav"):
        Path(name).write_text("not what it seems to be")
    a_sound("in.wav")
    a_mask("mask.png", 50, slice(0, 9))
    a_mask("black.png", 129, slice(0, 0))
    before = here()
    assert riffdesk("render", "piano", "-o", "riff.wav", *TINY, *arguments) == 1
    out, err = capfd.readouterr()
    assert out == ""
    assert len(err.splitlines()) == 1
    assert err.startswith("riffdesk: ")
    assert sentence in err
    assert here() == before
    assert Path("there.wav").read_text() == "not what it seems to be"


def test_a_prompt_of_ten_thousand_words_is_refused_before_any_work(
    riffdesk: Riffdesk, capfd: pytest.CaptureFixture[str]
) -> None:
    assert riffdesk("render", "piano " * 10_000, "-o", "riff.wav", *TINY) == 1
    assert "10,000 words" in capfd.readouterr().err
    assert here() == []


@pytest.mark.parametrize("prompt", ["", "🎸🥁 \ud83d", "(((", "-"])
def test_any_other_prompt_is_one(riffdesk: Riffdesk, prompt: str) -> None:
    assert riffdesk("render", "-o", "riff.wav", *TINY, "--", prompt) == 0
    recipe = read_recipe(Path("riff.wav"))
    assert recipe is not None
    assert recipe.keyframes[0].prompt == prompt.replace("\ud83d", "?")  # half a character is none in any file


def test_an_init_of_silence_makes_a_riff(riffdesk: Riffdesk) -> None:
    soundfile.write("in.wav", np.zeros(22_050), 44_100)
    assert riffdesk("render", "piano", "-o", "riff.wav", *TINY, "--init", "in.wav") == 0
    heard = samples("riff.wav")
    assert heard.shape == (1, 22_050)
    assert 0 < np.abs(heard).max() <= 1


def test_variations_replace_nothing_unless_forced(riffdesk: Riffdesk, capfd: pytest.CaptureFixture[str]) -> None:
    Path("out").mkdir()
    Path("out/jazz 43.wav").write_text("mine")
    command = ("variations", "jazz", "-n", 2, "-o", "out", *TINY)
    assert riffdesk(*command) == 1
    assert "jazz 43.wav already exists" in capfd.readouterr().err
    assert [path.name for path in Path("out").iterdir()] == ["jazz 43.wav"]
    assert Path("out/jazz 43.wav").read_text() == "mine"
    assert riffdesk(*command, "--force") == 0
    assert len(samples("out/jazz 43.wav")) == 1


@pytest.mark.parametrize("name", ["riff.wav", "riff.flac", "riff.png"])
def test_a_full_disk_leaves_what_was_there_and_says_so(
    riffdesk: Riffdesk, capfd: pytest.CaptureFixture[str], full_disk: FullDisk, name: str
) -> None:
    Path(name).write_text("mine")
    with full_disk(3_000):
        assert riffdesk("render", "piano", "-o", name, "--force", *TINY) == 1
    err = capfd.readouterr().err
    assert f"Could not write {name}" in err
    assert len(err.splitlines()) == 1
    assert Path(name).read_text() == "mine"
    assert here() == [name]


def test_when_the_disk_fills_up_the_variations_before_stay(
    riffdesk: Riffdesk, capfd: pytest.CaptureFixture[str], full_disk: FullDisk
) -> None:
    assert riffdesk("variations", "jazz", "-n", 1, "-o", "out", *TINY) == 0
    first = Path("out/jazz 42.wav").read_bytes()
    with full_disk(3_000):
        assert riffdesk("variations", "jazz", "-n", 2, "--seed", 43, "-o", "out", *TINY) == 1
    assert "Could not write out/jazz 43.wav" in capfd.readouterr().err
    assert [path.name for path in Path("out").iterdir()] == ["jazz 42.wav"]
    assert Path("out/jazz 42.wav").read_bytes() == first


# Help


@pytest.mark.parametrize("command", ["render", "variations", "interpolate"])
def test_help_has_examples_and_tells_of_the_defaults(
    riffdesk: Riffdesk, capfd: pytest.CaptureFixture[str], command: str
) -> None:
    assert riffdesk(command, "--help") == 0
    out = capfd.readouterr().out
    examples = out.split("Examples:\n")[1].splitlines()
    assert len(examples) >= 2
    assert all(line.strip().startswith(f"riffdesk {command} ") for line in examples)
    assert "DPM++ 2M Karras" in out
    assert "four-on-the-floor" in out


def test_help_and_mistakes_load_no_torch() -> None:
    script = (
        "import sys; from riffdesk import cli; "
        "commands = ('render', 'variations', 'interpolate', 'models'); "
        "codes = {cli.run([command, '--help'], open_window=int) for command in commands}; "
        "codes = codes, {cli.run([command, '--no-such-option'], open_window=int) for command in commands}; "
        "heavy = {'torch', 'diffusers', 'transformers', 'numpy', 'PySide6'} & set(sys.modules); "
        "sys.exit(f'{codes} {heavy}')"
    )
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, timeout=60, check=False)
    assert done.stderr.splitlines()[-1] == "({0}, {2}) set()"
