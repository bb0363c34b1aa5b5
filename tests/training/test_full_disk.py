"""A disk that fills up while a run writes: one sentence, and what was there stays."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np
import pytest
import torch

from riffdesk.errors import UserError
from riffdesk.training.checkpoint import load_checkpoint, save_checkpoint, writing
from riffdesk.training.clips.shards import Shard, read_shard, write_shard
from riffdesk.training.networks.autoencoder import new_autoencoder
from riffdesk.training.networks.denoiser import new_unet
from riffdesk.training.run_log import log_line, save_sheet
from tests.disk import full_disk
from tests.training.specs import tiny_config

__all__ = ["full_disk"]


def test_the_last_checkpoint_stays(tmp_path: Path, full_disk: Any) -> None:
    path, network = tmp_path / "checkpoint.safetensors", torch.nn.Linear(400, 400)
    save_checkpoint(path, {"net": network}, None, {"steps": 1})
    before = path.read_bytes()
    with full_disk(50_000), pytest.raises(UserError, match=r"Could not write .*checkpoint"):
        save_checkpoint(path, {"net": network}, None, {"steps": 2})
    assert path.read_bytes() == before
    assert list(tmp_path.iterdir()) == [path]
    assert load_checkpoint(path, {"net": network}, None) == {"steps": 1}


def test_no_half_shard_is_left(tmp_path: Path, full_disk: Any) -> None:
    path = tmp_path / "some.shard"
    noise = np.random.default_rng(0).integers(0, 255, (2, 512, 512), np.uint8)
    with full_disk(50_000), pytest.raises(UserError, match=r"Could not write .*some\.shard"):
        write_shard(path, Shard(noise, [{}, {}]))
    assert list(tmp_path.iterdir()) == []
    assert read_shard(path) is None


def test_sheets_and_logs_say_so_too(tmp_path: Path, full_disk: Any) -> None:
    noise = np.random.default_rng(0).integers(0, 255, (4, 512, 512), np.uint8)
    with full_disk(50_000), pytest.raises(UserError, match=r"Could not write .*sheet\.png"):
        save_sheet(tmp_path / "sheet.png", noise, columns=2)
    with full_disk(10), pytest.raises(UserError, match=r"Could not write .*log\.csv"):
        log_line(tmp_path / "log.csv", steps=1, loss=0.5)


def test_a_model_that_cannot_be_written_is_told_of(tmp_path: Path, full_disk: Any) -> None:
    network = new_unet(tiny_config(tmp_path).denoiser, new_autoencoder(tiny_config(tmp_path).autoencoder))
    with full_disk(20_000), pytest.raises(UserError, match=r"Could not write .*model"), writing(tmp_path / "model"):
        network.save_pretrained(tmp_path / "model")
