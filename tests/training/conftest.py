"""What every test of training gets: a checkpoint draws two prompts in two steps, where a real one draws sixteen."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

import pytest

from riffdesk.training.networks import denoiser


@pytest.fixture(scope="session", autouse=True)
def short_sheets() -> Iterator[None]:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(denoiser, "SHEET_PROMPTS", denoiser.SHEET_PROMPTS[:2])
        patch.setattr(denoiser, "generate", partial(denoiser.generate, steps=2))
        yield
