from __future__ import annotations

import numpy as np
import pytest
import torch

from riffdesk.diffusion.images import images_of, ink_of
from riffdesk.diffusion.loading import load_model
from riffdesk.diffusion.model import Model
from riffdesk.diffusion.preview import preview, preview_map
from riffdesk.models.registry import find_model
from tests.diffusion.strips import ink, small_model


@pytest.mark.parametrize("stereo", [False, True])
def test_a_preview_has_the_shape_of_the_result(stereo: bool) -> None:
    model = small_model(stereo=stereo)
    latents = torch.randn((2, 4, 16, 23), generator=torch.Generator().manual_seed(1))
    inks = preview(model, latents)
    assert len(inks) == 2
    assert inks[0].shape == ((2, 128, 184) if stereo else (128, 184))
    assert inks[0].dtype == np.float32


def test_a_preview_looks_like_what_is_decoded() -> None:
    model = load_model(find_model("starter"), device="cpu")
    with torch.no_grad():
        latents = model.encode(images_of(ink(model.params.bands, model.columns, seed=9), False))[0]
        wanted = ink_of(model.decode(latents)[0], False).numpy()
    assert np.corrcoef(preview(model, latents)[0].ravel(), wanted.ravel())[0, 1] > 0.9


def test_the_map_is_fitted_once_for_a_model(monkeypatch: pytest.MonkeyPatch) -> None:
    model = small_model(seed=4)
    fitted = preview_map(model)
    assert fitted.shape == (5, 64)
    monkeypatch.setattr(Model, "decode", None)
    assert preview_map(model) is fitted
    with pytest.raises(TypeError):
        preview_map(small_model(seed=5))
