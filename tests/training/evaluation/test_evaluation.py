from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
import torch
from typer.testing import CliRunner

from riffdesk.compose.genres import GENRES
from riffdesk.compose.harmony import Key
from riffdesk.compose.score import DrumPiece, Note, Part, Score
from riffdesk.compose.score_pictures import STROKES_PLAYED
from riffdesk.compose.vocabulary import FAMILIES, NO_DRUMS
from riffdesk.diffusion.starter.patch_autoencoder import PATCH
from riffdesk.diffusion.starter.score_unet import CELLS, SCORE_WIDTH, TONES
from riffdesk.training.__main__ import app
from riffdesk.training.evaluation.classifier import (
    DRUMS,
    INSTRUMENTS,
    Judge,
    Verdict,
    judge_view,
    judge_views,
    trained_judge,
)
from riffdesk.training.evaluation.evaluation import Evaluation
from riffdesk.training.evaluation.prompts import composed_score, shown
from riffdesk.training.evaluation.report import Row, percent, table_of, write_report
from tests.training.specs import stripes, tiny_config, write_data


def test_the_judge_sees_the_mean_of_each_block() -> None:
    image = np.zeros((1, 512, 512), np.uint8)
    image[0, 2:4, 4:8] = 200
    view = judge_view(image)
    assert view.shape == (1, 256, 128)
    assert view[0, 1, 1] == 200
    assert view.sum() == 200


def test_the_judge_names_one_of_sixteen_instruments_and_of_ten_kinds_of_drums() -> None:
    torch.manual_seed(0)
    verdict = judge_views(Judge().eval(), judge_view(np.stack([stripes(n)[0] for n in range(5)])))
    assert set(verdict.instruments) <= set(FAMILIES)
    assert set(verdict.drums) <= set(DRUMS)
    assert verdict.features.shape == (5, 128)
    assert len(INSTRUMENTS) == 17  # and drums alone


def test_the_judge_is_trained_once_for_a_set_of_clips(tmp_path: Path) -> None:
    torch.set_num_threads(1)
    config = tiny_config(tmp_path)
    config = replace(config, data=replace(config.data, train_clips=8))  # one batch of the judge
    write_data(config)
    first = trained_judge(config)
    kept = tmp_path / "evaluation" / "judge.safetensors"
    stamp = kept.stat().st_mtime_ns
    again = trained_judge(config)
    assert kept.stat().st_mtime_ns == stamp
    assert all(torch.equal(a, b) for a, b in zip(first.parameters(), again.parameters(), strict=True))


def evaluation(monkeypatch: pytest.MonkeyPatch, tmp_path: Path, draw: Callable[[str], np.ndarray]) -> Evaluation:
    """Return an evaluation of a model that draws what a function of the prompt says."""
    monkeypatch.setattr("riffdesk.training.evaluation.evaluation.load_components", lambda *_: None)
    monkeypatch.setattr("riffdesk.training.evaluation.evaluation.trained_judge", lambda *_, **__: Judge().eval())
    monkeypatch.setattr(
        "riffdesk.training.evaluation.evaluation.generate",
        lambda _, prompts, **__: np.stack([draw(text) for text in prompts]),
    )
    folder = tmp_path / "model"
    return Evaluation(tiny_config(tmp_path), folder, per_class=1, device="cpu", guidance=2, on_step=lambda _: None)


@pytest.mark.parametrize(("words", "value"), [(("high", "busy", "fast"), 100), (("low", "sparse", "slow"), 0)])
def test_contrasts_count_the_pairs_in_which_the_second_word_gives_more(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, words: tuple[str, ...], value: float
) -> None:
    def draw(prompt: str) -> np.ndarray:
        more = prompt.split()[0] in words
        image = np.full((512, 512), 255, np.uint8)
        image[200 if more else 400, :: 32 if more else 64] = 0  # high and often, or low and seldom
        return image

    measured = evaluation(monkeypatch, tmp_path, draw)
    measured.contrasts()
    assert [row.measure.split()[0] for row in measured.rows] == ["low", "sparse", "slow"]
    assert [row.samples for row in measured.rows] == [15, 15, 9]
    assert [row.value for row in measured.rows] == [value] * 3


def test_what_is_equal_counts_as_wrong(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    measured = evaluation(monkeypatch, tmp_path, lambda _: stripes(0)[0])
    measured.contrasts()
    assert [row.value for row in measured.rows] == [0, 0, 0]


def test_a_genre_word_stands_for_some_instruments_and_drums(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    heard = [(genre.families[-1], genre.grooves[-1] or NO_DRUMS) for genre in GENRES.values()]
    heard[0] = "flute", "march"  # lofi is neither
    heard[1] = GENRES["funk"].families[0], NO_DRUMS  # funk has drums
    verdict = Verdict([name for name, _ in heard], [drums for _, drums in heard], np.zeros((len(heard), 1), np.float32))
    monkeypatch.setattr("riffdesk.training.evaluation.evaluation.judge_views", lambda *_: verdict)
    measured = evaluation(monkeypatch, tmp_path, lambda _: stripes(0)[0])
    measured.genres()
    instrument, drums = measured.rows
    assert instrument.value == pytest.approx(100 * (1 - 1 / len(GENRES)))
    assert drums.value == pytest.approx(100 * (1 - 2 / len(GENRES)))


def test_a_negative_prompt_is_measured_on_drums_that_are_asked_for_and_on_genres_that_have_them(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    def draw(prompt: str) -> np.ndarray:
        return np.full((512, 512), 0 if " with " in prompt else 255, np.uint8)

    def hear(_: object, views: np.ndarray, *__: object) -> Verdict:
        drums = ["rock" if view.max() == 0 else NO_DRUMS for view in views]
        return Verdict([""] * len(views), drums, np.zeros((len(views), 1), np.float32))

    monkeypatch.setattr("riffdesk.training.evaluation.evaluation.judge_views", hear)
    measured = evaluation(monkeypatch, tmp_path, draw)
    measured.without()
    assert [(row.samples, row.value) for row in measured.rows] == [
        (len(FAMILIES), 0),
        (sum("" not in genre.grooves for genre in GENRES.values()), 100),
    ]


def test_notes_are_composed_of_the_prompt_and_the_seed() -> None:
    melody, drums, other = (
        composed_score(prompt, "", seed)
        for prompt, seed in (("piano melody, no drums, 120 bpm", 1), ("rock drums, 120 bpm", 1), ("rock drums", 2))
    )
    assert melody.shape == (SCORE_WIDTH, 32, 32)
    strokes = slice(1 + TONES * PATCH * CELLS, None)
    assert not melody[strokes].any()
    assert melody[1 : strokes.start].any()
    assert drums[strokes].any()
    assert not torch.equal(drums, other)
    assert torch.equal(drums, composed_score("rock drums, 120 bpm", "", 1))
    assert not composed_score("rock", "drums", 1)[strokes].any()


def test_the_score_of_a_clip_is_shown_from_its_beginning_with_soft_strokes_stronger() -> None:
    kick = Note(1.0, 0.25, int(DrumPiece.KICK), 32)
    score = Score(60.0, 4, Key(0, "major"), 2, (), (Part("drums", "drums", 0, (kick,)),))
    first, later = (shown(score, begin) for begin in (0.0, 0.5))
    columns = [picture[1 + TONES * PATCH * CELLS :].amax(dim=(0, 1)).argmax().item() for picture in (first, later)]
    assert columns == [6, 3]  # of 0.16 s
    strength = first[1 + TONES * PATCH * CELLS :, 0].sum()  # of two cells
    assert strength == pytest.approx((32 / 127) ** STROKES_PLAYED, rel=0.01)


def test_the_report_is_a_table_with_samples_units_and_what_real_clips_get() -> None:
    table = table_of([Row("groove", 72, 81.4, real=86.6), Row("PSNR", 128, 35.19, "dB"), Row("variety", 9, 0.912, "")])
    assert table.splitlines()[2:] == [
        "| groove | 72 | 81% | 87% |",
        "| PSNR | 128 | 35.19 dB |  |",
        "| variety | 9 | 0.91 |  |",
    ]


def test_the_report_is_on_disk_after_each_measure(tmp_path: Path) -> None:
    path = tmp_path / "evaluation" / "report.json"
    write_report([Row("groove", 72, 81.4)], path)
    write_report([Row("groove", 72, 81.4), Row("PSNR", 128, 35.19, "dB", 40.0)], path)
    groove, psnr = json.loads(path.read_text())
    assert groove == {"measure": "groove", "samples": 72, "value": 81.4, "unit": "%", "real": None}
    assert Row(**psnr) == Row("PSNR", 128, 35.19, "dB", 40.0)


def test_a_share_of_nothing_is_no_number() -> None:
    assert percent([True, False, True, True]) == 75
    assert np.isnan(percent([]))


@pytest.mark.parametrize("command", ["data", "autoencoder", "denoiser", "evaluate", "export", "finetune"])
def test_every_command_explains_itself(command: str) -> None:
    result = CliRunner().invoke(app, [command, "--help"])
    assert result.exit_code == 0
    assert "--folder" in result.output
