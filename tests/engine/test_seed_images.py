from __future__ import annotations

import numpy as np

from riffdesk.dsp.params import SpectrogramParams
from riffdesk.engine.seed_images import seed_images
from riffdesk.store.image.image_file import ImageRequest, read_image


def test_there_are_rhythms_to_start_from() -> None:
    assert list(seed_images()) == ["arpeggio", "bossa", "breakbeat", "drone", "four-on-the-floor", "shuffle"]


def test_each_is_a_riffusion_image_of_512_x_512_with_something_in_it() -> None:
    for path in seed_images().values():
        image = read_image(ImageRequest(path))
        assert image.params == SpectrogramParams()
        assert image.ink.shape == (512, 512)
        assert 0.05 < image.ink.mean() < 0.5
        assert 0.4 < image.ink.max() <= 1


def test_no_two_look_alike() -> None:
    inks = [read_image(ImageRequest(path)).ink.ravel() for path in seed_images().values()]
    likeness = np.corrcoef(np.array(inks)) - np.eye(len(inks))
    assert likeness.max() < 0.9
