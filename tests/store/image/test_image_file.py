"""Spectrogram images: Riffusion's convention both ways, every kind of picture, and every kind of damage."""

from __future__ import annotations

import io
import os
import pickle
import struct
import threading
import zlib
from dataclasses import replace
from fractions import Fraction
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from numpy.typing import NDArray
from PIL import Image
from PIL.PngImagePlugin import PngInfo

from riffdesk.dsp.mel import analyse, mel_amplitudes
from riffdesk.dsp.params import SpectrogramParams, reference_amplitude
from riffdesk.errors import Cancelled, UserError
from riffdesk.progress import Step
from riffdesk.sketch.recipe.recipe import Recipe
from riffdesk.sketch.recipe.timeline import Keyframe
from riffdesk.store.image.image_file import ImageRequest, WriteImageRequest, image_of, ink_of, read_image, write_image
from tests.measure import riff, sine

DEFAULTS = SpectrogramParams()
SMALL = SpectrogramParams(bands=16)
RIFFUSIONS_TAGS = {11000, 11005, 11010, 11020, 11030, 11040, 11050, 11060, 11070, 11080}


def noise(*shape: int, seed: int = 0) -> NDArray[np.float32]:
    return np.random.default_rng(seed).random(shape, np.float32)


def saved(image: Image.Image, path: Path, **options: Any) -> Path:
    image.save(path, **options)
    return path


def grey(values: NDArray[np.uint8]) -> Image.Image:
    return Image.fromarray(values)


def ramp(rows: int = 16, columns: int = 32) -> NDArray[np.uint8]:
    return np.linspace(0, 255, rows * columns).reshape(rows, columns).astype(np.uint8)


# What is written


def test_a_png_is_riffusions_own_image_of_the_sound_to_the_grey_level() -> None:
    sound = riff(1.0)
    mel = mel_amplitudes(sound, DEFAULTS) * 32_768
    data = 255 - np.power(mel / mel.max(), np.float32(0.25)) * 255
    theirs = data.astype(np.uint8)[::-1]

    ours = np.asarray(image_of(analyse(sound, DEFAULTS), DEFAULTS))
    assert ours.shape == (512, 101, 3)
    for channel in range(3):
        difference = ours[..., channel].astype(int) - theirs
        assert np.abs(difference).max() <= 1
        assert np.mean(difference != 0) < 0.001


def test_the_tags_are_riffusions_with_its_types_and_the_max_value_on_its_scale(tmp_path: Path) -> None:
    sound = riff(0.5)
    path = tmp_path / "riff.png"
    write_image(WriteImageRequest(path, analyse(sound, DEFAULTS), DEFAULTS))
    with Image.open(path) as image:
        assert image.mode == "RGB"
        assert set(image.info) <= {"exif"}
        tags = dict(image.getexif())
    assert set(tags) == RIFFUSIONS_TAGS
    max_value = tags.pop(11080)
    assert tags == {
        11000: 44_100, 11005: 0, 11010: 10, 11020: 100, 11030: 400, 11040: 512, 11050: 0, 11060: 10_000, 11070: 0.25
    }  # fmt: skip
    assert {tag: type(value) for tag, value in tags.items()} == {**dict.fromkeys(tags, int), 11070: float}
    loudest = mel_amplitudes(sound, DEFAULTS).max() * 32_768
    assert max_value == pytest.approx(loudest, rel=1e-5)


def test_the_highest_band_is_the_top_row_and_low_frequencies_are_at_the_bottom() -> None:
    low = np.asarray(image_of(analyse(sine(220, 0.5), DEFAULTS), DEFAULTS).convert("L"))[:, 25]
    high = np.asarray(image_of(analyse(sine(7_000, 0.5), DEFAULTS), DEFAULTS).convert("L"))[:, 25]
    assert abs((511 - low.argmin()) - DEFAULTS.band_of(220)) < 1.5
    assert abs((511 - high.argmin()) - DEFAULTS.band_of(7_000)) < 1.5


def test_stereo_keeps_left_in_green_and_right_in_blue_with_red_at_0() -> None:
    ink = np.stack([noise(16, 20, seed=1), noise(16, 20, seed=2) * np.float32(0.5)])
    image = image_of(ink, replace(SMALL, stereo=True))
    pixels = np.asarray(image).astype(float)
    assert (pixels[..., 0] == 0).all()
    expected = np.floor(255 - 255 * (ink / ink.max()))[:, ::-1]
    assert np.abs(pixels[..., 1] - expected[0]).max() <= 1
    assert np.abs(pixels[..., 2] - expected[1]).max() <= 1
    assert image.getexif()[11005] == 1


def test_a_full_scale_sine_at_1_khz_has_the_reference_as_its_max_value() -> None:
    image = image_of(analyse(sine(1_000, 1.0), DEFAULTS), DEFAULTS)
    assert image.getexif()[11080] / 32_768 == pytest.approx(reference_amplitude(DEFAULTS), rel=0.01)


def test_settings_that_are_no_whole_numbers_survive(tmp_path: Path) -> None:
    params = SpectrogramParams(bands=16, min_hz=27.5, max_hz=4_186.01, power=0.3)
    write_image(WriteImageRequest(tmp_path / "odd.png", noise(16, 20), params))
    assert read_image(ImageRequest(tmp_path / "odd.png")).params == params


@pytest.mark.parametrize("params", [SMALL, SpectrogramParams(sample_rate=96_000, step_ms=5, bands=16, max_hz=40_000)])
def test_settings_come_back_from_the_tags(tmp_path: Path, params: SpectrogramParams) -> None:
    write_image(WriteImageRequest(tmp_path / "a.png", noise(16, 20), params))
    assert read_image(ImageRequest(tmp_path / "a.png", SpectrogramParams.wide_stereo())).params == params


@settings(max_examples=60)
@given(
    seed=st.integers(0, 2**32 - 1),
    stereo=st.booleans(),
    bands=st.integers(8, 40),
    columns=st.integers(1, 1_100),
    level=st.floats(0.001, 8),
)
def test_ink_comes_back_within_one_of_255_steps_at_its_own_level(
    seed: int, stereo: bool, bands: int, columns: int, level: float
) -> None:
    shape = (2, bands, columns) if stereo else (bands, columns)
    ink = noise(*shape, seed=seed) * np.float32(level)
    back = ink_of(image_of(ink, SMALL))
    assert back.params == replace(SMALL, bands=bands, stereo=stereo)
    assert back.ink.dtype == np.float32
    assert back.ink.shape == ink.shape
    assert np.abs(back.ink - ink).max() <= ink.max() * (1 / 255 + 1e-4)


def test_what_was_read_is_written_again_without_further_loss() -> None:
    first = image_of(noise(16, 600), SMALL)
    second = image_of(ink_of(first).ink, SMALL)
    assert np.abs(np.asarray(first).astype(int) - np.asarray(second)).max() <= 1
    assert second.getexif()[11080] == pytest.approx(first.getexif()[11080], rel=1e-4)


def test_silence_is_white_and_comes_back_as_exact_silence(tmp_path: Path) -> None:
    write_image(WriteImageRequest(tmp_path / "silent.png", np.zeros((16, 20), np.float32), SMALL))
    with Image.open(tmp_path / "silent.png") as image:
        assert (np.asarray(image) == 255).all()
        assert image.getexif()[11080] == 0
    assert not read_image(ImageRequest(tmp_path / "silent.png")).ink.any()


def test_ink_that_is_no_number_is_written_as_silence() -> None:
    ink = np.full((16, 20), 0.5, np.float32)
    ink[3, 4], ink[5, 6], ink[7, 8] = np.nan, -1, -np.inf
    pixels = np.asarray(image_of(ink, SMALL))[::-1, :, 0]
    assert pixels[3, 4] == pixels[5, 6] == pixels[7, 8] == 255
    assert pixels[0, 0] == 0


def test_only_png_is_written(tmp_path: Path) -> None:
    with pytest.raises(UserError, match=r"a\.jpg.*\.png"):
        write_image(WriteImageRequest(tmp_path / "a.jpg", noise(16, 20), SMALL))
    assert os.listdir(tmp_path) == []


def test_an_image_that_could_not_be_opened_again_is_not_written(tmp_path: Path) -> None:
    with pytest.raises(UserError, match=r"wide\.png.*60,002"):
        write_image(WriteImageRequest(tmp_path / "wide.png", np.zeros((8, 60_002), np.float32), SMALL))
    assert os.listdir(tmp_path) == []


def test_a_disk_that_fills_up_leaves_the_old_image_and_nothing_else(tmp_path: Path, full_disk: Any) -> None:
    path = tmp_path / "a.png"
    path.write_text("before")
    with full_disk(2_000), pytest.raises(UserError, match=r"Could not write .*a\.png: "):
        write_image(WriteImageRequest(path, noise(16, 2_000), SMALL))
    assert path.read_text() == "before"
    assert os.listdir(tmp_path) == ["a.png"]


# What is read


def test_without_tags_an_image_has_the_default_settings_and_black_is_a_full_scale_sine(tmp_path: Path) -> None:
    values = ramp(512, 8)
    back = read_image(ImageRequest(saved(grey(values), tmp_path / "bare.png")))
    assert back.params == DEFAULTS
    assert np.abs(back.ink - (1 - values[::-1] / 255)).max() < 1e-6
    assert back.ink.max() == 1
    assert back.ink.min() == 0


def test_without_tags_the_callers_settings_count_but_for_the_bands_and_stereo(tmp_path: Path) -> None:
    path = saved(grey(ramp(16, 8)), tmp_path / "bare.png")
    back = read_image(ImageRequest(path, SpectrogramParams.wide_stereo()))
    assert back.params == SpectrogramParams(bands=16, min_hz=20, max_hz=20_000)


def test_the_rows_are_the_bands_whatever_the_tags_say() -> None:
    image = grey(ramp(24, 8))
    image.getexif()[11040] = 512
    assert ink_of(image).params.bands == 24


def test_the_max_value_sets_the_level() -> None:
    image = grey(np.zeros((16, 8), np.uint8))
    image.getexif()[11080] = 32_768 * reference_amplitude(SMALL) / 16.0  # 24 dB below the reference
    assert np.abs(ink_of(image).ink - 0.5).max() < 1e-5


@pytest.mark.parametrize("value", [0.0, -1.0, float("nan"), float("inf"), 1e300, "loud", (1, 2), b"\0\1"])
def test_an_implausible_max_value_counts_as_none(value: Any) -> None:
    image = grey(np.zeros((16, 8), np.uint8))
    image.getexif()[11080] = value
    assert (ink_of(image).ink == 1).all()


@pytest.mark.parametrize(
    ("tags", "expected"),
    [
        ({11000: 48_000}, {"sample_rate": 48_000}),
        ({11000: 48_000.0, 11060: Fraction(12_000)}, {"sample_rate": 48_000, "max_hz": 12_000}),
        ({11000: 3, 11010: 20}, {"step_ms": 20}),
        ({11000: 44_100.5}, {}),
        ({11020: 200, 11030: 800}, {"window_ms": 200, "padded_ms": 800}),
        ({11020: 600, 11010: 5}, {"step_ms": 5}),  # longer than the padded window
        ({11000: 16_000, 11060: 20_000}, {"max_hz": 20_000}),  # one of them is wrong; the rate gives way
        ({11050: 2_001}, {}),  # without 1 kHz, ink has no level
        ({11060: 5e-19}, {}),
        ({11070: 7.0}, {}),
        ({11070: float("nan")}, {}),
        ({11050: "low", 11060: b"high", 11010: (10, 20)}, {}),
        ({11005: 2}, {}),
        ({11005: "yes"}, {}),
        ({271: "A camera", 272: "Its model", 274: 6, 306: "2022:11:22 10:00:00", 37386: 50.0}, {}),
    ],
)
def test_each_tag_that_makes_no_sense_falls_back_on_its_own(tags: dict[int, Any], expected: dict[str, Any]) -> None:
    image = grey(ramp())
    image.getexif().update(tags)
    assert ink_of(image).params == replace(SMALL, **expected)


def test_tags_that_ask_for_gigabytes_of_filters_give_way() -> None:
    image = grey(ramp(512, 8))
    image.getexif().update({11000: 192_000, 11030: 4_000})
    assert ink_of(image).params == replace(DEFAULTS, sample_rate=192_000)


def as_16_bit(values: NDArray[np.uint8]) -> Image.Image:
    return Image.fromarray(values.astype(np.uint16) * 257)


def with_palette(values: NDArray[np.uint8]) -> Image.Image:
    image = Image.fromarray(255 - values)
    image.putpalette([level for index in range(256) for level in [255 - index] * 3])
    return image


def merged(mode: str, *bands: NDArray[np.uint8]) -> Image.Image:
    return Image.merge(mode, [Image.fromarray(band) for band in bands])


OPAQUE = np.full((16, 32), 255, np.uint8)
PICTURES = {
    "grey": (grey(ramp()), "png", {}),
    "palette": (with_palette(ramp()), "png", {}),
    "rgb": (merged("RGB", ramp(), ramp(), ramp()), "png", {}),
    "rgba": (merged("RGBA", ramp(), ramp(), ramp(), OPAQUE), "png", {}),
    "grey with alpha": (merged("LA", ramp(), OPAQUE), "png", {}),
    "16 bit": (as_16_bit(ramp()), "png", {}),
    "lossless webp": (merged("RGB", ramp(), ramp(), ramp()), "webp", {"lossless": True}),
    "bmp": (grey(ramp()), "bmp", {}),
    "gif": (grey(ramp()), "gif", {}),
    "tiff": (grey(ramp()), "tiff", {}),
    "packed tiff": (merged("RGB", ramp(), ramp(), ramp()), "tiff", {"compression": "tiff_lzw"}),
}


@pytest.mark.parametrize("kind", PICTURES)
def test_every_kind_of_grey_picture_gives_the_same_ink(tmp_path: Path, kind: str) -> None:
    image, suffix, options = PICTURES[kind]
    back = read_image(ImageRequest(saved(image, tmp_path / f"a.{suffix}", **options)))
    assert back.params == SMALL
    assert np.abs(back.ink - (1 - ramp()[::-1] / 255)).max() < 1e-6


def test_jpeg_gives_nearly_the_same_ink_and_keeps_its_tags(tmp_path: Path) -> None:
    image = image_of(1 - ramp()[::-1].astype(np.float32) / 255, SMALL)
    back = read_image(ImageRequest(saved(image, tmp_path / "a.jpg", quality=95, exif=image.getexif())))
    assert back.params == SMALL
    assert np.abs(back.ink - (1 - ramp()[::-1] / 255)).max() < 6 / 255


def test_one_bit_pictures_are_silence_and_full_scale(tmp_path: Path) -> None:
    values = (np.indices((16, 32)).sum(axis=0) % 2 * 255).astype(np.uint8)
    back = read_image(ImageRequest(saved(grey(values).convert("1"), tmp_path / "a.png")))
    assert (back.ink == (values[::-1] == 0)).all()


def test_16_bit_pictures_keep_more_than_256_levels(tmp_path: Path) -> None:
    values = np.linspace(0, 65_535, 16 * 64).reshape(16, 64).astype(np.uint16)
    back = read_image(ImageRequest(saved(Image.fromarray(values), tmp_path / "deep.png")))
    assert len(np.unique(back.ink)) == 1_024
    assert np.abs(back.ink - (1 - values[::-1] / 65_535)).max() < 1e-6


@pytest.mark.parametrize("mode", ["RGBA", "LA"])
def test_transparent_is_silence_and_half_transparent_is_half_way_there(tmp_path: Path, mode: str) -> None:
    black = np.zeros((16, 32), np.uint8)
    alpha = black.copy()
    alpha[:8], alpha[8:12] = 255, 128
    bands = [black] * (len(mode) - 1)
    ink = read_image(ImageRequest(saved(merged(mode, *bands, alpha), tmp_path / "a.png"))).ink[::-1]
    assert (ink[:8] == 1).all()
    assert np.abs(ink[8:12] - 128 / 255).max() < 1e-6
    assert (ink[12:] == 0).all()


@pytest.mark.parametrize("mode", ["L", "P", "RGB", "1", "I;16"])
def test_a_transparent_colour_is_silence(tmp_path: Path, mode: str) -> None:
    values = np.full((16, 32), 255, np.uint8)
    values[:8] = 0
    image = Image.fromarray(values.astype(np.uint16) * 257) if mode == "I;16" else grey(values).convert(mode)
    clear: Any = (0, 0, 0) if mode == "RGB" else image.getpixel((0, 0))
    path = saved(image, tmp_path / "a.png", transparency=clear)
    with Image.open(path) as kept:
        assert "transparency" in kept.info
    assert not read_image(ImageRequest(path)).ink.any()


def test_of_colours_the_luminance_counts(tmp_path: Path) -> None:
    levels = [np.full((16, 8), level, np.uint8) for level in (200, 100, 50)]
    ink = read_image(ImageRequest(saved(merged("RGB", *levels), tmp_path / "a.png"))).ink
    luminance = 0.299 * 200 + 0.587 * 100 + 0.114 * 50
    assert np.abs(ink - (1 - luminance / 255)).max() < 0.5 / 255


def test_green_and_blue_are_left_and_right_where_the_tags_say_stereo(tmp_path: Path) -> None:
    left, right = ramp(), ramp()[:, ::-1].copy()
    image = merged("RGB", np.full((16, 32), 77, np.uint8), left, right)
    image.getexif()[11005] = 1
    back = read_image(ImageRequest(saved(image, tmp_path / "a.png", exif=image.getexif())))
    assert back.params.stereo
    assert back.ink.shape == (2, 16, 32)
    assert np.abs(back.ink[0] - (1 - left[::-1] / 255)).max() < 1e-6
    assert np.abs(back.ink[1] - (1 - right[::-1] / 255)).max() < 1e-6


@pytest.mark.parametrize("image", [grey(ramp()), as_16_bit(ramp())], ids=["8 bit", "16 bit"])
def test_a_grey_picture_that_claims_stereo_is_the_same_on_both_sides(image: Image.Image) -> None:
    image = image.copy()
    image.getexif()[11005] = 1
    ink = ink_of(image).ink
    assert ink.shape == (2, 16, 32)
    assert (ink[0] == ink[1]).all()


# What is refused


def png_header(width: int, height: int, colour: int = 2, depth: int = 8) -> bytes:
    body = b"IHDR" + struct.pack(">IIBBBBB", width, height, depth, colour, 0, 0, 0)
    chunks = struct.pack(">I", 13) + body + struct.pack(">I", zlib.crc32(body))
    data = b"IDAT" + zlib.compress(b"\0" * 100)
    return b"\x89PNG\r\n\x1a\n" + chunks + struct.pack(">I", len(data) - 4) + data + struct.pack(">I", zlib.crc32(data))


@pytest.mark.parametrize(
    ("width", "height"), [(100_000, 100_000), (2**31 - 1, 2**31 - 1), (60_002, 512), (100, 2_049), (100, 7)]
)
def test_a_size_that_no_spectrogram_has_is_refused_from_the_header(tmp_path: Path, width: int, height: int) -> None:
    path = tmp_path / "huge.png"
    path.write_bytes(png_header(width, height))
    with pytest.raises(UserError, match=r"^huge\.png .*60,000 pixels wide.*8 to 2,048 high"):
        read_image(ImageRequest(path))


def test_the_largest_size_is_accepted_up_to_its_missing_pixels(tmp_path: Path) -> None:
    path = tmp_path / "large.png"
    path.write_bytes(png_header(60_001, 2_048, colour=0, depth=1))
    with pytest.raises(UserError, match=r"large\.png is damaged"):
        read_image(ImageRequest(path))


def test_an_image_that_lasts_longer_than_a_sketch_is_refused(tmp_path: Path) -> None:
    image = grey(np.zeros((8, 6_100), np.uint8))
    image.getexif()[11010] = 100
    path = saved(image, tmp_path / "slow.png", exif=image.getexif())
    with pytest.raises(UserError, match=r"slow\.png is 10 minutes long.*100 ms"):
        read_image(ImageRequest(path))


@pytest.mark.parametrize(
    ("contents", "sentence"),
    [
        (b"", r"x\.png is empty"),
        (b"This is a letter, not a picture.", r"x\.png is not an image that riffdesk can read"),
        (b"%!PS-Adobe-3.0 EPSF-3.0\n%%BoundingBox: 0 0 100 100\n", r"x\.png is not an image that riffdesk can read"),
        (b"\x89PNG\r\n\x1a\n", r"x\.png is not an image|x\.png is damaged"),
    ],
)
def test_what_is_no_image_is_one_sentence(tmp_path: Path, contents: bytes, sentence: str) -> None:
    path = tmp_path / "x.png"
    path.write_bytes(contents)
    with pytest.raises(UserError, match=sentence):
        read_image(ImageRequest(path))


@pytest.mark.parametrize("suffix", ["png", "jpg", "webp", "bmp", "gif", "tiff"])
def test_a_truncated_image_is_one_sentence(tmp_path: Path, suffix: str) -> None:
    path = saved(grey((noise(64, 64) * 255).astype(np.uint8)).convert("RGB"), tmp_path / f"cut.{suffix}")
    path.write_bytes(path.read_bytes()[: path.stat().st_size // 2])
    with pytest.raises(UserError, match=rf"^cut\.{suffix} is (damaged|not an image)"):
        read_image(ImageRequest(path))


def test_a_missing_file_and_a_folder_are_one_sentence(tmp_path: Path) -> None:
    with pytest.raises(UserError, match=r"Could not open gone\.png: No such file"):
        read_image(ImageRequest(tmp_path / "gone.png"))
    with pytest.raises(UserError, match="is a folder"):
        read_image(ImageRequest(tmp_path))


# Running elsewhere


def test_reading_and_writing_tell_how_far_they_are(tmp_path: Path) -> None:
    steps: list[Step] = []
    write_image(WriteImageRequest(tmp_path / "a.png", noise(16, 2_000), SMALL), steps.append)
    assert [step.done for step in steps if step.total] == [512, 1_024, 1_536, 2_000]
    steps.clear()
    read_image(ImageRequest(tmp_path / "a.png"), steps.append)
    assert [(step.done, step.total) for step in steps] == [(512, 2_000), (1_024, 2_000), (1_536, 2_000), (2_000, 2_000)]


def test_cancel_stops_both_and_leaves_the_old_file(tmp_path: Path) -> None:
    path = tmp_path / "a.png"
    write_image(WriteImageRequest(path, noise(16, 600), SMALL))
    before, cancel = path.read_bytes(), threading.Event()
    cancel.set()
    with pytest.raises(Cancelled):
        read_image(ImageRequest(path), cancel=cancel)
    with pytest.raises(Cancelled):
        write_image(WriteImageRequest(path, noise(16, 700), SMALL), cancel=cancel)
    assert path.read_bytes() == before
    assert os.listdir(tmp_path) == ["a.png"]


def test_cancel_is_heard_while_the_file_is_being_encoded(tmp_path: Path) -> None:
    cancel = threading.Event()

    def on_step(step: Step) -> None:
        if step.what == "Writing the image":
            cancel.set()

    with pytest.raises(Cancelled):
        write_image(WriteImageRequest(tmp_path / "a.png", noise(16, 600), SMALL), on_step, cancel)
    assert os.listdir(tmp_path) == []


def test_requests_and_results_cross_to_another_process() -> None:
    request = pickle.loads(pickle.dumps(WriteImageRequest(Path("a.png"), noise(16, 20), SMALL)))
    assert (request.ink == noise(16, 20)).all()
    assert pickle.loads(pickle.dumps(ImageRequest(Path("a.png")))) == ImageRequest(Path("a.png"))
    assert pickle.loads(pickle.dumps(ink_of(grey(ramp())))).params == SMALL


# Fuzzing


def read_bytes(data: bytes, folder: Path) -> None:
    """Read an image of these bytes: it must open or be refused in one sentence."""
    path = folder / "fuzz.png"
    path.write_bytes(data)
    try:
        back = read_image(ImageRequest(path))
    except UserError as error:
        sentence = str(error)
    else:
        sentence = "fuzz.png opened"
        assert np.isfinite(back.ink).all()
        assert back.ink.min() >= 0
        assert back.ink.shape[-2] == back.params.bands
    assert "fuzz.png" in sentence


def valid_images() -> list[bytes]:
    made = []
    for kind in ("PNG", "JPEG", "WEBP", "BMP", "GIF", "TIFF"):
        for image in (image_of(noise(2, 16, 20), SMALL), merged("RGBA", *[ramp()] * 4), with_palette(ramp())):
            out = io.BytesIO()
            (image.convert("RGB") if kind in ("JPEG", "BMP") else image).save(out, kind, exif=image.getexif())
            made.append(out.getvalue())
    return made


VALID = valid_images()


@settings(max_examples=300)
@given(st.data())
def test_damaged_images_open_or_are_refused_in_one_sentence(
    tmp_path_factory: pytest.TempPathFactory, data: st.DataObject
) -> None:
    contents = bytearray(data.draw(st.sampled_from(VALID)))
    for _ in range(data.draw(st.integers(0, 6))):
        contents[data.draw(st.integers(0, len(contents) - 1))] = data.draw(st.integers(0, 255))
    length = data.draw(st.one_of(st.just(len(contents)), st.integers(0, len(contents))))
    read_bytes(bytes(contents[:length]), tmp_path_factory.getbasetemp())


@settings(max_examples=100)
@given(
    st.sampled_from([b"", b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff\xe1", b"BM", b"GIF89a", b"II*\0", b"RIFF\0\0\0\0WEBP"]),
    st.binary(max_size=300),
)
def test_random_bytes_open_or_are_refused_in_one_sentence(
    tmp_path_factory: pytest.TempPathFactory, start: bytes, rest: bytes
) -> None:
    read_bytes(start + rest, tmp_path_factory.getbasetemp())


TAG_VALUES = st.one_of(
    st.integers(0, 2**32 - 1),
    st.floats(),
    st.text(max_size=8),
    st.binary(max_size=8),
    st.lists(st.floats(), max_size=3).map(tuple),
)


@settings(max_examples=200)
@given(
    st.dictionaries(st.one_of(st.sampled_from(sorted(RIFFUSIONS_TAGS)), st.integers(0, 65_535)), TAG_VALUES, max_size=8)
)
def test_any_tags_at_all_leave_an_image_that_opens(tags: dict[int, Any]) -> None:
    image = grey(ramp())
    image.getexif().update(tags)
    back = ink_of(image)
    assert back.ink.shape[-2:] == (16, 32)
    assert np.isfinite(back.ink).all()
    assert back.params.bands == 16


@settings(max_examples=150)
@given(st.binary(max_size=200))
def test_an_exif_block_of_any_bytes_leaves_an_image_that_opens(exif: bytes) -> None:
    out = io.BytesIO()
    grey(ramp()).save(out, "PNG", exif=b"Exif\0\0II*\0\x08\0\0\0" + exif)
    with Image.open(out) as image:
        back = ink_of(image)
    assert back.ink.shape[-2:] == (16, 32)
    assert np.isfinite(back.ink).all()


# Recipes


@pytest.mark.parametrize("prompt", ["slow jazz é 🎸", "word " * 10_000, "x" * 2_000_000], ids=["short", "long", "huge"])
def test_an_image_carries_its_recipe_along(tmp_path: Path, prompt: str) -> None:
    path = tmp_path / "a.png"
    recipe = Recipe("starter", (Keyframe(prompt=prompt),), 5.12, 12)
    write_image(WriteImageRequest(path, noise(16, 8), SMALL, recipe))
    assert read_image(ImageRequest(path)).recipe == recipe
    with Image.open(path) as image:
        assert ink_of(image).recipe == recipe
        assert set(image.getexif()) == RIFFUSIONS_TAGS


def test_an_image_without_a_recipe_or_with_another_text_has_none(tmp_path: Path) -> None:
    write_image(WriteImageRequest(tmp_path / "a.png", noise(16, 8), SMALL))
    assert read_image(ImageRequest(tmp_path / "a.png")).recipe is None
    texts = PngInfo()
    texts.add_text("riffdesk", "a song about rain")
    path = saved(grey(ramp()), tmp_path / "b.png", pnginfo=texts)
    assert read_image(ImageRequest(path)).recipe is None


def test_an_image_of_automatic1111s_web_ui_has_a_recipe_but_no_level(tmp_path: Path) -> None:
    texts = PngInfo()
    text = "slow jazz\nNegative prompt: drums\nSteps: 20, Sampler: Euler a, CFG scale: 7, Seed: 5, Model: riffusion"
    texts.add_text("parameters", text)
    read = read_image(ImageRequest(saved(grey(ramp()), tmp_path / "a.png", pnginfo=texts)))
    assert read.recipe is not None
    assert (read.recipe.keyframes[0].prompt, read.recipe.keyframes[0].negative) == ("slow jazz", "drums")
    assert read.recipe.seconds == pytest.approx(read.ink.shape[-1] / read.params.columns_per_second)
    assert not read.has_level


@pytest.mark.parametrize("suffix", ["jpg", "webp"])
@pytest.mark.parametrize("encoding", ["utf-16-be", "utf-16-le", "ascii"])
def test_so_has_a_jpeg_or_webp_of_it_in_its_user_comment(tmp_path: Path, suffix: str, encoding: str) -> None:
    prompt = "slow jazz" if encoding == "ascii" else "slow café jazz ♪"
    text = f"{prompt}\nSteps: 20, Sampler: Euler a, Seed: 5, Model: riffusion"
    mark = b"ASCII\0\0\0" if encoding == "ascii" else b"UNICODE\0"
    exif = Image.Exif()
    exif.get_ifd(0x8769)[0x9286] = mark + text.encode(encoding)
    read = read_image(ImageRequest(saved(grey(ramp()), tmp_path / f"a.{suffix}", exif=exif.tobytes())))
    assert read.recipe is not None
    assert read.recipe.keyframes[0].prompt == prompt
    assert read.recipe.keyframes[0].seed == 5


@pytest.mark.parametrize("comment", [b"", b"UNICODE", b"UNICODE\0\xd8", b"\xff\xfe\xfd", b"UNICODE\0" + b"\0" * 99])
def test_a_comment_that_says_nothing_is_passed_over(tmp_path: Path, comment: bytes) -> None:
    exif = Image.Exif()
    exif.get_ifd(0x8769)[0x9286] = comment
    assert read_image(ImageRequest(saved(grey(ramp()), tmp_path / "a.jpg", exif=exif.tobytes()))).recipe is None


# As phones, scanners and other programs have them


def drawing() -> NDArray[np.uint8]:
    """A long low note and a short high one at the start, in black on white."""
    pixels = np.full((64, 50), 255, np.uint8)
    pixels[50:52, 5:45] = 30
    pixels[10:12, 5:12] = 60
    return pixels


TURNED = {
    2: Image.Transpose.FLIP_LEFT_RIGHT,
    3: Image.Transpose.ROTATE_180,
    4: Image.Transpose.FLIP_TOP_BOTTOM,
    5: Image.Transpose.TRANSPOSE,
    6: Image.Transpose.ROTATE_90,
    7: Image.Transpose.TRANSVERSE,
    8: Image.Transpose.ROTATE_270,
}


@pytest.mark.parametrize("orientation", TURNED)
@pytest.mark.parametrize("suffix", ["png", "jpg", "webp", "tif"])
def test_a_picture_is_read_as_it_is_shown(tmp_path: Path, suffix: str, orientation: int) -> None:
    exif = Image.Exif()
    exif[274] = orientation
    options: dict[str, Any] = {"jpg": {"quality": 100}, "webp": {"lossless": True}}.get(suffix, {})
    stored = grey(drawing()).transpose(TURNED[orientation])
    plain = read_image(ImageRequest(saved(grey(drawing()), tmp_path / f"plain.{suffix}", **options))).ink
    turned = read_image(ImageRequest(saved(stored, tmp_path / f"turned.{suffix}", exif=exif, **options))).ink
    assert turned.shape == plain.shape == (64, 50)
    assert np.abs(turned - plain).max() < (0.1 if suffix == "jpg" else 1e-6)


def test_a_long_picture_that_lies_on_its_side_is_no_size_too_many(tmp_path: Path) -> None:
    exif = Image.Exif()
    exif[274] = 6
    tall = Image.new("L", (64, 5_000), 255)
    assert read_image(ImageRequest(saved(tall, tmp_path / "a.jpg", exif=exif))).ink.shape == (64, 5_000)


@pytest.mark.parametrize("zipped", [False, True])
def test_megabytes_of_text_in_a_png_are_passed_over(tmp_path: Path, zipped: bool) -> None:
    texts = PngInfo()
    texts.add_text("workflow", "x" * 5_000_000, zip=zipped)
    path = saved(grey(drawing()), tmp_path / "a.png", pnginfo=texts)
    assert (read_image(ImageRequest(path)).ink == read_image(ImageRequest(saved(grey(drawing()), path))).ink).all()


def test_white_on_black_is_noticed_and_can_be_turned_over(tmp_path: Path) -> None:
    plain = read_image(ImageRequest(saved(grey(drawing()), tmp_path / "plain.png")))
    path = saved(grey(255 - drawing()), tmp_path / "inverted.png")
    assert not plain.looks_inverted
    assert read_image(ImageRequest(path)).looks_inverted
    turned = read_image(ImageRequest(path, invert=True))
    assert np.abs(turned.ink - plain.ink).max() < 1e-6
    assert not turned.looks_inverted


def test_white_on_nothing_is_noticed_and_black_on_nothing_is_the_drawing(tmp_path: Path) -> None:
    alpha = 255 - drawing()
    plain = read_image(ImageRequest(saved(grey(drawing()), tmp_path / "plain.png"))).ink
    black = saved(merged("LA", np.zeros_like(alpha), alpha), tmp_path / "black.png")
    white = saved(merged("LA", np.full_like(alpha, 255), alpha), tmp_path / "white.png")
    assert np.abs(read_image(ImageRequest(black)).ink - plain).max() < 1e-6
    assert not read_image(ImageRequest(black)).looks_inverted
    assert read_image(ImageRequest(white)).looks_inverted
    assert np.abs(read_image(ImageRequest(white, invert=True)).ink - plain).max() < 1e-6


def test_neither_music_nor_noise_nor_a_page_of_one_shade_looks_inverted(tmp_path: Path) -> None:
    loud = np.random.default_rng(1).standard_normal(44_100).astype(np.float32)
    blank, black = np.zeros((512, 9), np.float32), np.ones((512, 9), np.float32)
    for number, ink in enumerate((analyse(riff(1.0), DEFAULTS), analyse(loud, DEFAULTS), blank, black)):
        picture = image_of(ink, DEFAULTS)
        picture.getexif().clear()
        path = saved(Image.fromarray(np.asarray(picture)), tmp_path / f"{number}.png")
        assert not read_image(ImageRequest(path)).looks_inverted


def test_what_riffdesk_wrote_is_believed_however_dark_it_is(tmp_path: Path) -> None:
    write_image(WriteImageRequest(tmp_path / "a.png", np.ones((16, 20), np.float32), SMALL))
    assert not read_image(ImageRequest(tmp_path / "a.png")).looks_inverted
