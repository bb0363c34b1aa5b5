"""What the text encoder learns before the denoiser begins."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
import torch

from riffdesk.compose.clip_spec import sample_spec
from riffdesk.compose.vocabulary import FAMILIES, HOME_TONIC
from riffdesk.diffusion.starter.key_conditioning import key_number
from riffdesk.diffusion.starter.riff_unet import RiffUNet
from riffdesk.training.clips.captions import says_key, says_tempo
from riffdesk.training.config import DenoiserConfig, load_config
from riffdesk.training.networks.denoiser import noise_levels
from riffdesk.training.networks.text_encoder import new_text_encoder, write_tokenizer
from riffdesk.training.networks.text_lessons import ANSWERS, Lessons, answers_of, teach


@pytest.fixture(scope="module")
def settings() -> DenoiserConfig:
    return replace(load_config().denoiser, text_width=64, text_layers=1)


def small_unet() -> RiffUNet:
    return RiffUNet(
        in_channels=4,
        down_block_types=("DownBlock2D",),
        up_block_types=("UpBlock2D",),
        block_out_channels=(8,),
        norm_num_groups=4,
        cross_attention_dim=64,
    )


@pytest.fixture(scope="module")
def lessons(settings: DenoiserConfig, tmp_path_factory: pytest.TempPathFactory) -> Lessons:
    torch.set_num_threads(1)
    torch.manual_seed(0)
    tokenizer = write_tokenizer(tmp_path_factory.mktemp("tokenizer"))
    encoder = new_text_encoder(settings, tokenizer)
    return teach(tokenizer, encoder, small_unet(), steps=200, batch=32, learning_rate=4e-3)


def test_every_clip_has_an_answer_to_every_question() -> None:
    generator = np.random.default_rng(0)
    for _ in range(300):
        spec = sample_spec(generator)
        answers = dict(zip(ANSWERS, answers_of(spec), strict=True))
        assert ANSWERS["family"][answers["family"]] == spec.family
        assert ANSWERS["groove"][answers["groove"]] == spec.groove
        assert ANSWERS["sound"][answers["sound"]] == str(spec.sound)


def test_a_short_course_teaches_most_instruments_names(lessons: Lessons) -> None:
    named = lessons.families([f"{family} melody, no drums" for family in FAMILIES])
    right = np.mean([name == family for name, family in zip(named, FAMILIES, strict=True)])
    assert right > 0.7  # guessing is 0.06


def test_the_same_seed_teaches_the_same(settings: DenoiserConfig, tmp_path: Path) -> None:
    tokenizer = write_tokenizer(tmp_path)
    weights = []
    for _ in range(2):
        torch.manual_seed(0)
        taught = teach(tokenizer, new_text_encoder(settings, tokenizer), small_unet(), steps=2, batch=4)
        weights.append(taught.encoder.get_input_embeddings().weight.detach())
    assert torch.equal(*weights)


def test_a_short_course_teaches_slow_from_fast_and_numbers_from_none(lessons: Lessons) -> None:
    with torch.no_grad():
        slow, fast, none = (
            lessons.unet.metronome(lessons.hidden([f"{family} melody{tempo}" for family in FAMILIES]))
            for tempo in (", 70 bpm", ", 160 bpm", ", no drums")
        )
    assert (slow[0] < 100).float().mean() > 0.8
    assert (fast[0] > 120).float().mean() > 0.8
    assert (slow[1] > none[1]).float().mean() > 0.9


def test_a_short_course_teaches_keys(lessons: Lessons) -> None:
    asked = [(tonic, mode) for tonic in ("C", "D", "G") for mode in ("major", "minor")]
    with torch.no_grad():
        scores, told = lessons.unet.key_reader(
            lessons.hidden([f"piano melody in {tonic} {mode}" for tonic, mode in asked])
        )
        _, untold = lessons.unet.key_reader(lessons.hidden([f"{family} melody, no drums" for family in FAMILIES]))
    wanted = torch.tensor([key_number({"C": 0, "D": 2, "G": 7}[tonic], mode) for tonic, mode in asked])
    assert (scores.argmax(dim=1) == wanted).float().mean() > 0.6  # guessing is 0.08
    assert told.mean() > untold.mean() + 1


def test_a_key_is_said_by_its_name_or_at_home_by_its_mode() -> None:
    spec = replace(sample_spec(np.random.default_rng(0)), family="piano", mode="minor", tonic=9)
    home = replace(spec, tonic=HOME_TONIC)
    assert says_key("piano in A minor", spec)
    assert says_key("PIANO IN A MINOR", spec)
    assert not says_key("sad piano", spec)
    assert says_key("sad piano", home)
    assert says_key("piano in D minor", home)
    assert not says_key("saddle piano", home)


def test_a_tempo_is_said_by_its_number_alone() -> None:
    spec = replace(sample_spec(np.random.default_rng(0)), bpm=120)
    assert says_tempo("rock drums, 120bpm", spec)
    assert not says_tempo("rock drums, 1200 bpm", spec)
    assert not says_tempo("fast rock drums", spec)


def test_a_share_of_the_clips_gets_strong_noise_and_the_others_any(settings: DenoiserConfig) -> None:
    generator = np.random.default_rng(0)
    for share, expected in ((0.0, 0.4), (0.5, 0.7), (1.0, 1.0)):
        some = replace(settings, batch=50, strong_noise=share)
        levels = np.concatenate([noise_levels(some, generator) for _ in range(20)])
        assert np.mean(levels >= 600) == pytest.approx(expected, abs=0.02)
        assert levels.min() >= (600 if share == 1 else 0)
        assert levels.max() <= 999
        assert levels.max() > 980
