"""Going on with a riff: what is there stays, sample for sample, and the new parts are what they are asked for."""

from __future__ import annotations

import numpy as np
import pytest

from riffdesk.engine.riff.continuation import continued
from riffdesk.engine.riff.render import render
from riffdesk.errors import UserError
from riffdesk.sketch.recipe.timeline import Keyframe
from tests.engine.riffs import PARAMS, alike, drawing, recipe, sounding

HOP = PARAMS.hop
FEATHER = 8 + 10  # a latent, and a window of sound

pytestmark = pytest.mark.usefixtures("tiny")


def test_what_is_there_is_kept_and_only_the_rest_is_asked_for() -> None:
    ink = drawing(100)
    request = continued(recipe(Keyframe(0.5, "jazz")), PARAMS, ink, sounding(ink), left=0.3, right=0.7)
    assert request.from_noise
    assert request.recipe.seconds == pytest.approx(2.0)
    assert [one.seconds for one in request.recipe.keyframes] == [pytest.approx(0.8)]
    assert (request.columns, request.samples) == (200, 200 * HOP)
    assert request.init is not None
    assert request.mask is not None
    assert request.audio is not None
    assert request.init.shape == request.mask.shape == (64, 200)
    assert np.array_equal(request.init[:, 30:130], ink)
    assert np.array_equal(request.audio[:, 30 * HOP : 130 * HOP], sounding(ink))
    assert (np.flatnonzero(request.mask[0] == 0) == np.arange(30, 130)).all()
    assert (request.mask == request.mask[0]).all()


@pytest.mark.parametrize("samples", [100 * HOP, 100 * HOP + 1, 101 * HOP - 1])
@pytest.mark.parametrize(("left", "right"), [(0.0, 0.5), (0.5, 0.0), (0.2, 0.333)])
def test_any_number_of_samples_goes_on_to_either_side(samples: int, left: float, right: float) -> None:
    # An import has one column more than it has whole hops.
    ink = drawing(101)
    audio = np.random.default_rng(1).standard_normal((2, samples)).astype(np.float32)
    request = continued(recipe(), PARAMS, ink, audio, left=left, right=right)
    before = round(left * 100) * HOP
    assert request.samples == before + samples + round(right * 44_100)
    assert request.audio is not None
    assert request.init is not None
    assert request.audio.shape == (2, request.samples)
    assert request.init.shape[-1] == request.columns
    assert np.array_equal(request.audio[:, before : before + samples], audio)


@pytest.mark.parametrize(("left", "right"), [(0.0, 1.5), (1.5, 0.0), (0.8, 0.8)])
def test_the_riff_goes_on_and_what_was_there_is_the_same_samples(left: float, right: float) -> None:
    ink = drawing(150)
    audio = sounding(ink)
    request = continued(recipe(), PARAMS, ink, audio, left=left, right=right)
    result = render(request)
    first = round(left * 100)
    kept = slice(first + (FEATHER if left else 0), first + 150 - (FEATHER if right else 0))
    assert np.array_equal(result.ink[:, kept], request.init[:, kept])  # type: ignore[index]
    heard = slice(kept.start * HOP, kept.stop * HOP)
    assert np.array_equal(result.audio[:, heard], request.audio[:, heard])  # type: ignore[index]
    for new in (result.ink[:, :first], result.ink[:, first + 150 :]):
        assert not new.size or new.mean() > 0.02
    for new in (result.audio[:, : first * HOP], result.audio[:, (first + 150) * HOP :]):
        assert not new.size or np.abs(new).max() > 1e-3


def test_another_seed_goes_on_in_another_way() -> None:
    ink = drawing(128)
    one, same, other = (
        render(continued(recipe(seed=seed), PARAMS, ink, sounding(ink), right=1.0)).ink[:, 140:] for seed in (1, 1, 2)
    )
    assert np.array_equal(one, same)
    assert alike(one, other) < 0.99


def test_a_riff_goes_on_from_something_for_some_time() -> None:
    for left, right in ((0.0, 0.0), (-1.0, 2.0), (float("nan"), 1.0)):
        with pytest.raises(UserError, match="length of more than 0 seconds"):
            continued(recipe(), PARAMS, drawing(), left=left, right=right)
    for ink in (np.zeros((64, 10), np.float32), np.zeros((64, 0), np.float32)):
        with pytest.raises(UserError, match="nothing to continue"):
            continued(recipe(), PARAMS, ink, right=1.0)
