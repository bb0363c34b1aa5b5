"""Masks as programs for pictures save them: white on black, white on nothing, and of other sizes."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from riffdesk.errors import UserError
from riffdesk.store.image.mask_file import read_mask, resized_mask


def right_half(rows: int = 64, columns: int = 100) -> np.ndarray:
    pixels = np.zeros((rows, columns), np.uint8)
    pixels[: rows // 4, columns // 2 :] = 255
    return pixels


def saved(path: Path, pixels: np.ndarray) -> Path:
    Image.fromarray(pixels).save(path)
    return path


def test_white_on_black_and_white_on_nothing_are_one_mask(tmp_path: Path) -> None:
    marked = right_half()
    clear = np.zeros((*marked.shape, 4), np.uint8)
    clear[marked > 0] = 255
    for pixels in (marked, np.stack([marked] * 3, axis=-1), clear):
        mask = read_mask(saved(tmp_path / "mask.png", pixels))
        assert (mask[::-1] == (marked > 0)).all(), "the top row is the highest band"


def test_a_hole_of_any_colour_keeps_and_half_covered_white_is_half_a_mask(tmp_path: Path) -> None:
    pixels = np.full((8, 4, 4), 255, np.uint8)
    pixels[..., 3] = [0, 128, 255, 255]
    pixels[:, 3, :3] = 0
    mask = read_mask(saved(tmp_path / "mask.png", pixels))
    assert mask[0] == pytest.approx([0, 128 / 255, 1, 0], abs=1e-6)


def test_a_mask_of_its_own_size_is_not_touched() -> None:
    mask = np.random.default_rng(0).random((64, 100), np.float32)
    assert resized_mask(mask, 64, 100) is mask


@pytest.mark.parametrize("columns", [99, 101, 50, 200, 333, 1])
@pytest.mark.parametrize("rows", [64, 32, 128, 1_024])
def test_another_size_marks_the_same_part(rows: int, columns: int) -> None:
    mask = resized_mask((right_half(rows, columns) > 0).astype(np.float32)[::-1], 64, 100)
    assert mask.shape == (64, 100)
    assert mask.dtype == np.float32
    if columns > 1:
        assert (mask[48:, 51:] == 1).all()
        assert (mask[:48] == 0).all()
        assert (mask[:, :49] == 0).all()
    assert mask.mean() == pytest.approx(right_half(rows, columns).mean() / 255, abs=0.002)


def test_a_mask_may_be_larger_than_a_spectrogram_and_not_without_limit(tmp_path: Path) -> None:
    assert read_mask(saved(tmp_path / "large.png", np.zeros((3_000, 40), np.uint8))).shape == (3_000, 40)
    with pytest.raises(UserError, match=r"wide\.png has more than 16,384 pixels a side"):
        read_mask(saved(tmp_path / "wide.png", np.zeros((1, 16_385), np.uint8)))
