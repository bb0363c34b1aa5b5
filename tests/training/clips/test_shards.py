from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from riffdesk.compose.clip_spec import ClipSpec
from riffdesk.errors import UserError
from riffdesk.training.clips import shards as module
from riffdesk.training.clips import soundfont
from riffdesk.training.clips.shards import make_data, read_shard, shard_path, shards, write_shard
from riffdesk.training.clips.soundfont import find_soundfont
from riffdesk.training.config import load_config
from tests.training.specs import stripes, tiny_config


@pytest.fixture
def made(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """Return the numbers of the clips that are rendered; stripes stand in for music."""
    numbers: list[int] = []

    def make(config: object, number: int, font: object) -> object:
        numbers.append(number)
        return stripes(number)

    monkeypatch.setattr(module, "make_clip", make)
    monkeypatch.setattr(module, "_fonts", [object()])
    monkeypatch.setattr(soundfont, "find_soundfont", lambda name: None)
    monkeypatch.setattr(soundfont, "load_library", lambda: None)
    return numbers


def test_all_clips_are_made_once_and_held_out_ones_have_numbers_of_their_own(made: list[int], tmp_path: Path) -> None:
    config = tiny_config(tmp_path)
    make_data(config)
    assert sorted(made) == [*range(4), *range(module.HELD_OUT_START, module.HELD_OUT_START + 4)]
    make_data(config)
    assert len(made) == 8
    (shard,) = shards(config, held_out=False)
    assert np.array_equal(shard.images[3], stripes(3)[0])
    assert shard.labels[3] == stripes(3)[1]


def test_a_damaged_shard_is_made_again_and_only_that(made: list[int], tmp_path: Path) -> None:
    config = tiny_config(tmp_path)
    make_data(config)
    path = shard_path(tmp_path, config.data, 0)
    before = path.read_bytes()
    path.write_bytes(before[:-1] + bytes([before[-1] ^ 1]))
    made.clear()
    (shard,) = shards(config, held_out=False)
    assert made == list(range(4))
    assert np.array_equal(shard.images[0], stripes(0)[0])
    assert path.read_bytes() == before


def test_a_run_that_was_killed_goes_on_where_it_was(
    made: list[int], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    config = tiny_config(tmp_path)
    whole = module.make_clip

    def dies(config: object, number: int, font: object) -> object:
        if number == 2:
            raise KeyboardInterrupt
        return whole(config, number, font)

    monkeypatch.setattr(module, "make_clip", dies)
    with pytest.raises(KeyboardInterrupt):
        make_data(config)
    assert [path.suffix for path in (tmp_path / "data").iterdir()] == [".shard"]  # the held-out one, whole
    monkeypatch.setattr(module, "make_clip", whole)
    made.clear()
    make_data(config)
    assert made == list(range(4))


@pytest.fixture(scope="module")
def packed(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, bytes]:
    path = tmp_path_factory.mktemp("shard") / "one.shard"
    image, label = stripes(1)
    write_shard(path, module.Shard(image[None], [label]))
    return path, path.read_bytes()


@settings(max_examples=60)
@given(data=st.data())
def test_no_damage_is_taken_for_clips(packed: tuple[Path, bytes], data: st.DataObject) -> None:
    path, whole = packed
    place = data.draw(st.integers(0, len(whole) - 1))
    harm = data.draw(st.sampled_from(["cut", "flip"]))
    path.write_bytes(
        whole[:place] if harm == "cut" else whole[:place] + bytes([whole[place] ^ 64]) + whole[place + 1 :]
    )
    shard = read_shard(path)
    # Only the labels are not under the checksum: a flipped letter there may go unnoticed.
    assert shard is None or np.array_equal(shard.images[0], stripes(1)[0])


def test_a_missing_soundfont_ends_in_one_sentence(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("RIFFDESK_SOUNDFONT", str(tmp_path / "none.sf2"))
    with pytest.raises(UserError, match="fluid-soundfont-gm"):
        make_data(tiny_config(tmp_path))


def test_real_clips_are_the_same_in_every_process(tmp_path: Path) -> None:
    try:
        find_soundfont()
        soundfont.load_library()
    except UserError as error:
        pytest.skip(str(error))
    config = tiny_config(tmp_path)
    numbers = [module.make_clip(config.data, n, [soundfont.SoundFont()]) for n in (1, 1)]
    assert np.array_equal(numbers[0][0], numbers[1][0])
    assert numbers[0][1] == numbers[1][1]
    assert ClipSpec.of_label(numbers[0][1]).label().items() <= numbers[0][1].items()


@pytest.mark.parametrize(
    ("text", "words"),
    [("[data]\nclips = 3", "clips"), ("[sounds]", "sounds"), ("[data]\nseed = 'x'", "seed"), ("data = [", "settings")],
)
def test_settings_that_there_are_not_are_named(tmp_path: Path, text: str, words: str) -> None:
    path = tmp_path / "own.toml"
    path.write_text(text)
    with pytest.raises(UserError, match=words):
        load_config(path, tmp_path)
