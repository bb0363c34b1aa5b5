"""Seed images: loops of one image's length, at the tempo they are written at."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from riffdesk.engine.seed_images import seed_images
from riffdesk.store.image.image_file import ImageRequest, read_image
from riffdesk.training.clips.seed_images import COLUMNS, SEEDS, loop_audio, write_seeds


def test_the_images_that_are_shipped_are_the_ones_that_the_script_writes(tmp_path: Path) -> None:
    write_seeds(tmp_path)
    assert sorted(path.stem for path in tmp_path.iterdir()) == list(seed_images())
    for name, shipped in seed_images().items():
        written, there = (read_image(ImageRequest(path)) for path in (tmp_path / f"{name}.png", shipped))
        assert written.params == there.params
        # Another machine's sums may round a grey value up or down.
        assert np.abs(written.ink - there.ink).max() < 2.5 / 255


@pytest.mark.parametrize("name", SEEDS)
def test_a_seed_goes_round_without_a_seam(name: str) -> None:
    audio = loop_audio(SEEDS[name])
    assert len(audio) == COLUMNS * 441
    assert np.abs(audio).max() == pytest.approx(0.5)
    seam = abs(audio[0] - audio[-1])
    assert seam <= 2 * np.percentile(np.abs(np.diff(audio)), 99)


@pytest.mark.parametrize(
    ("name", "beats"), [("four-on-the-floor", 10), ("breakbeat", 12), ("shuffle", 8), ("arpeggio", 10), ("bossa", 8)]
)
def test_a_rhythm_repeats_with_its_beat(name: str, beats: int) -> None:
    ink = read_image(ImageRequest(seed_images()[name])).ink
    onsets = np.maximum(np.diff(ink, axis=1, append=ink[:, :1]), 0).sum(axis=0)
    strengths = np.abs(np.fft.rfft(onsets - onsets.mean()))
    # The pulse is the beat, or what it is divided into.
    pulse = int(strengths.argmax())
    assert pulse % beats == 0 or beats % pulse == 0
