"""Ink to images and back, long images through the autoencoder, and what is put back."""

from __future__ import annotations

import numpy as np
import pytest
import torch

from riffdesk.diffusion.images import decoded, encoded, images_of, ink_of, latent_mask, repaint_weight, tiled
from riffdesk.diffusion.loading import load_model
from riffdesk.diffusion.overlapping_windows import plan_windows
from riffdesk.models.registry import find_model
from tests.diffusion.strips import WINDOW, ink, small_model


def nothing() -> None:
    """Count no windows."""


@pytest.mark.parametrize("stereo", [False, True])
def test_images_follow_riffusions_convention_and_come_back(stereo: bool) -> None:
    given = np.stack([ink(64, 48), ink(64, 48, seed=2)]) if stereo else ink(64, 48)
    images = images_of(given, stereo)
    assert images.shape == (1, 3, 64, 48)
    lowest, loudest = images[0, :, -1], -1.0
    assert torch.equal(lowest[1], 1 - 2 * torch.from_numpy(given[0, 0] if stereo else given[0]))
    if stereo:
        assert bool((images[0, 0] == loudest).all())
    np.testing.assert_allclose(ink_of(images[0], stereo).numpy(), given, atol=1e-6)


def test_a_long_image_goes_through_in_windows_as_one_does_at_once() -> None:
    model = load_model(find_model("starter"), device="cpu")  # its autoencoder looks only so far, and needs no windows
    plan = plan_windows(80, 32, 0.25, False)
    images = images_of(ink(512, plan.length * 16), False)
    with torch.no_grad():
        mean, deviation = encoded(model, images, plan, nothing)
        whole = model.encode(images)
        assert mean.shape == deviation.shape == whole[0].shape
        assert np.corrcoef(mean.ravel(), whole[0].ravel())[0, 1] > 0.999
        back, at_once = decoded(model, mean, plan, nothing), ink_of(model.decode(mean)[0], False)
        assert np.corrcoef(back.ravel(), at_once.ravel())[0, 1] > 0.999


def test_one_window_goes_through_exactly() -> None:
    model = small_model()
    plan = plan_windows(WINDOW, WINDOW, 0.25, False)
    images = images_of(ink(128, 128), False)
    with torch.no_grad():
        mean, deviation = encoded(model, images, plan, nothing)
        assert torch.equal(mean, model.encode(images)[0])
        assert torch.equal(deviation, model.encode(images)[1])
        assert np.array_equal(decoded(model, mean, plan, nothing), ink_of(model.decode(mean)[0], False))


def test_a_short_init_repeats_and_a_long_one_is_cut() -> None:
    short = ink(8, 5)
    assert np.array_equal(tiled(short, 12), np.concatenate([short, short, short[:, :2]], axis=1))
    assert np.array_equal(tiled(short, 3), short[:, :3])


def test_what_is_new_has_full_weight_and_a_feather_around_it() -> None:
    mask = np.zeros((64, 96), np.float32)
    mask[16:48, 30:60] = 0.3
    weight = repaint_weight(mask, 8, circular=False)
    assert weight.shape == mask.shape
    assert (weight[mask > 0] == 1).all()
    assert not weight[:, :22].any()
    assert not weight[:, 68:].any()
    assert not weight[:8].any()
    assert not weight[56:].any()
    across = weight[30, 20:31]
    assert (np.diff(across) >= 0).all()
    assert np.diff(across).max() < 0.2


def test_the_feather_goes_round_a_loop() -> None:
    mask = np.zeros((16, 96), np.float32)
    mask[:, 90:] = 1
    assert repaint_weight(mask, 8, circular=True)[8, 0] > 0.8
    assert repaint_weight(mask, 8, circular=False)[8, 0] == 0


@pytest.mark.parametrize("value", [0.0, 1.0])
def test_all_or_nothing_new_is_exactly_that(value: float) -> None:
    for circular in (False, True):
        assert (repaint_weight(np.full((16, 40), value, np.float32), 8, circular) == value).all()


def test_masks_are_averaged_over_each_latent_with_high_bands_above() -> None:
    mask = np.zeros((16, 24), np.float32)
    mask[:8, 8:12] = 1
    latent = latent_mask([mask], 8)
    assert latent.tolist() == [[[[0, 0, 0], [0, 0.5, 0]]]]
