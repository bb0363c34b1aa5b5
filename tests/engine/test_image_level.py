"""Images without a level of their own come in at one that other layers have."""

from __future__ import annotations

import numpy as np
import pytest
from PIL import Image

from riffdesk.dsp.loudness import loudness
from riffdesk.dsp.params import SpectrogramParams
from riffdesk.dsp.phase.reconstruction import reconstruct
from riffdesk.engine.image_level import LevelRequest, level_ink
from riffdesk.engine.seed_images import seed_images
from riffdesk.store.image.image_file import ink_of

PARAMS = SpectrogramParams()


def seed_ink(name: str = "breakbeat") -> np.ndarray:
    """A picture as it lies about: grey, without tags."""
    with Image.open(seed_images()[name]) as image:
        return ink_of(Image.fromarray(np.asarray(image.convert("L"))[:, :256])).ink


@pytest.mark.parametrize("name", ["breakbeat", "drone"])
def test_a_picture_is_brought_to_18_lufs(name: str) -> None:
    ink = seed_ink(name)
    levelled = level_ink(LevelRequest(ink, PARAMS))
    sound = reconstruct(levelled.ink[None], PARAMS, quality="good")
    assert loudness(sound, PARAMS.sample_rate) == pytest.approx(-18, abs=1)
    assert levelled.gain_db < -6
    assert levelled.ink == pytest.approx(ink * 10 ** (levelled.gain_db / 80), abs=1e-6)


def test_beats_between_silences_come_in_below_the_limiter_and_so_below_18_lufs() -> None:
    ink = np.zeros((512, 300), np.float32)
    ink[:, 20:300:60] = 1.0  # a click of all bands each 0.6 s
    sound = reconstruct(level_ink(LevelRequest(ink, PARAMS)).ink[None], PARAMS, quality="good")
    assert 0.5 < np.abs(sound).max() < 1
    assert loudness(sound, PARAMS.sample_rate) < -19


def test_stereo_is_measured_as_a_whole() -> None:
    ink = np.stack([seed_ink(), 0 * seed_ink()])
    params = SpectrogramParams(stereo=True)
    levelled = level_ink(LevelRequest(ink, params))
    sound = reconstruct(levelled.ink, params, quality="good")
    assert loudness(sound, params.sample_rate) == pytest.approx(-18, abs=1)


def test_what_is_quiet_or_empty_stays_as_it_is() -> None:
    for ink in (np.zeros((512, 40), np.float32), seed_ink() * np.float32(0.3)):
        levelled = level_ink(LevelRequest(ink, PARAMS))
        assert levelled.ink is ink
        assert levelled.gain_db == 0
