"""The work of a network, counted from its config, is what torch counts of the network itself."""

from __future__ import annotations

import json

import pytest
import torch
from diffusers import UNet2DConditionModel
from torch.utils.flop_counter import FlopCounterMode

from riffdesk.models.layout import latent_size
from riffdesk.models.network_cost import row_operations
from riffdesk.paths import resources_dir


@pytest.mark.parametrize("model", ["sd1-configs", "starter"])
def test_the_operations_of_a_row_are_those_that_torch_counts(model: str) -> None:
    config = json.loads((resources_dir() / "models" / model / "unet" / "config.json").read_text("utf-8"))
    given = {name: value for name, value in config.items() if name not in ("_class_name", "addition_embed_type")}
    with torch.device("meta"):
        network = UNet2DConditionModel.from_config(given)
        latents = torch.empty(1, config["in_channels"], *latent_size(config))
        words = torch.empty(1, 77, config["cross_attention_dim"])
        with FlopCounterMode(display=False) as counter:
            network(latents, torch.empty(1), words)
    assert row_operations(config) == pytest.approx(counter.get_total_flops(), rel=0.01)
