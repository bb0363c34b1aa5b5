from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
import torch
from typer.testing import CliRunner

from riffdesk.training.__main__ import app
from riffdesk.training.classifier import DRUMS, INSTRUMENTS, Judge, judge_views, seen, trained_judge
from riffdesk.training.evaluation import Row, table_of
from riffdesk.training.vocabulary import FAMILIES

from .specs import stripes, tiny_config, write_data


def test_the_judge_sees_the_mean_of_each_block() -> None:
    image = np.zeros((1, 512, 512), np.uint8)
    image[0, 2:4, 4:8] = 200
    view = seen(image)
    assert view.shape == (1, 256, 128)
    assert view[0, 1, 1] == 200
    assert view.sum() == 200


def test_the_judge_names_one_of_sixteen_instruments_and_of_ten_kinds_of_drums() -> None:
    torch.manual_seed(0)
    verdict = judge_views(Judge().eval(), seen(np.stack([stripes(n)[0] for n in range(5)])))
    assert set(verdict.instruments) <= set(FAMILIES)
    assert set(verdict.drums) <= set(DRUMS)
    assert verdict.features.shape == (5, 128)
    assert len(INSTRUMENTS) == 17  # and drums alone


def test_the_judge_is_trained_once_for_a_set_of_clips(tmp_path: Path) -> None:
    torch.set_num_threads(1)
    config = tiny_config(tmp_path)
    write_data(config)
    first = trained_judge(config)
    kept = tmp_path / "evaluation" / "judge.safetensors"
    stamp = kept.stat().st_mtime_ns
    again = trained_judge(config)
    assert kept.stat().st_mtime_ns == stamp
    assert all(torch.equal(a, b) for a, b in zip(first.parameters(), again.parameters(), strict=True))


def test_the_report_is_a_table_with_samples_units_and_what_real_clips_get() -> None:
    table = table_of([Row("groove", 72, 81.4, real=86.6), Row("PSNR", 128, 35.19, "dB"), Row("variety", 9, 0.912, "")])
    assert table.splitlines()[2:] == [
        "| groove | 72 | 81% | 87% |",
        "| PSNR | 128 | 35.19 dB |  |",
        "| variety | 9 | 0.91 |  |",
    ]


@pytest.mark.parametrize("command", ["data", "autoencoder", "denoiser", "evaluate", "export", "finetune"])
def test_every_command_explains_itself(command: str) -> None:
    result = CliRunner().invoke(app, [command, "--help"])
    assert result.exit_code == 0
    assert "--folder" in result.output
