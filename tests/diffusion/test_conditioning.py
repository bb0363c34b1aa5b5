from __future__ import annotations

import numpy as np
import pytest

from riffdesk.diffusion.conditioning import Conditioning, PromptPoint, slerp


def test_guidance_and_denoising_lie_on_the_line_between_the_points() -> None:
    start, end = PromptPoint(denoising=0.2, guidance=1.0), PromptPoint(denoising=0.8, guidance=9.0)
    for alpha, denoising, guidance in ((0, 0.2, 1), (0.25, 0.35, 3), (0.5, 0.5, 5), (1, 0.8, 9)):
        between = Conditioning(start, end, alpha)
        assert between.denoising == pytest.approx(denoising)
        assert between.guidance == pytest.approx(guidance)


def test_slerp_goes_round_the_circle_at_constant_speed() -> None:
    start, end = np.array([1, 0], np.float32), np.array([0, 1], np.float32)
    for alpha in (0, 0.25, 0.5, 1):
        angle = alpha * np.pi / 2
        np.testing.assert_allclose(slerp(alpha, start, end), [np.cos(angle), np.sin(angle)], atol=1e-6)


def test_slerp_of_parallel_arrays_is_the_line_and_alpha_may_differ_along_it() -> None:
    start = np.ones((2, 3), np.float32)
    np.testing.assert_allclose(slerp(0.25, start, 3 * start), 1.5 * start)
    np.testing.assert_allclose(slerp([0, 0.5, 1], start, 3 * start), [[1, 2, 3]] * 2)
    opposite = slerp(0.5, start, -start)
    assert np.isfinite(opposite).all()
