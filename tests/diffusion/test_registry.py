"""The list of models: what is in it, what can be added, and what happens to files when they go."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from contextlib import AbstractContextManager
from pathlib import Path

import pytest

from riffdesk import paths
from riffdesk.diffusion.registry import add_model, describe, find_model, models, remove_model
from riffdesk.errors import UserError

from ..disk import full_disk
from .checkpoints import write_checkpoint, write_lora
from .tiny import Tiny, tiny_folder

__all__ = ["full_disk"]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A model of the user's own, somewhere on the disk."""
    return Path(shutil.copytree(tiny_folder(), tmp_path / "funk"))


def names() -> list[str]:
    return [entry.name for entry in models()]


def test_at_first_there_is_the_built_in_one() -> None:
    (entry,) = models()
    assert (entry.name, entry.kind, entry.origin) == ("starter", "folder", "built-in")
    facts = describe(entry)
    assert (facts.columns, facts.bands, round(facts.seconds, 2)) == (512, 512, 5.12)
    assert (facts.suggestion.steps, facts.suggestion.guidance) == (16, 2.2)
    assert facts.size == sum(path.stat().st_size for path in entry.path.rglob("*") if path.is_file())
    assert facts.size < 30_000_000
    assert facts.licence == entry.path / "README.md"


def test_an_added_model_stays_where_it_is_and_is_only_forgotten(folder: Path) -> None:
    before = sorted(folder.rglob("*"))
    entry = add_model(folder)
    assert (entry.name, entry.path, entry.kind, entry.origin) == ("funk", folder, "folder", "added")
    assert find_model("funk") == entry
    assert not paths.models_dir().exists()
    remove_model("funk")
    assert names() == ["starter"]
    assert sorted(folder.rglob("*")) == before


def test_what_is_put_into_riffdesks_own_folder_is_found_and_deleted_when_it_goes(folder: Path) -> None:
    paths.models_dir().mkdir(parents=True)
    shutil.move(folder, paths.models_dir() / "by hand")
    write_lora(paths.models_dir() / "swing.safetensors")
    (paths.models_dir() / "notes.txt").touch()
    assert names() == ["starter", "by hand", "swing"]
    assert find_model("swing").kind == "lora"
    remove_model("by hand")
    remove_model("swing")
    assert [path.name for path in paths.models_dir().iterdir()] == ["notes.txt"]


def test_single_files_are_added_by_what_is_in_them(tmp_path: Path) -> None:
    lora = add_model(write_lora(tmp_path / "swing.safetensors"))
    assert (lora.name, lora.kind) == ("swing", "lora")
    assert describe(lora).columns == 0
    with pytest.raises(UserError, match="a model of another kind"):
        add_model(write_checkpoint(tmp_path / "tiny.safetensors"))  # smaller than Stable Diffusion
    assert names() == ["starter", "swing"]


def test_two_of_a_name_are_numbered(folder: Path, tmp_path: Path) -> None:
    add_model(folder)
    other = shutil.copytree(folder, tmp_path / "other" / "funk")
    starter = shutil.copytree(folder, tmp_path / "other" / "starter")
    assert add_model(other).name == "funk 2"
    assert add_model(starter).name == "starter 2"
    assert find_model("starter").origin == "built-in"


def test_the_same_model_is_not_added_twice(folder: Path) -> None:
    add_model(folder)
    with pytest.raises(UserError, match="is there already, as 'funk'"):
        add_model(folder / ".." / "funk")


def test_a_relative_path_is_remembered_whole(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(folder.parent)
    assert add_model(Path("funk")).path == folder


def test_what_is_no_model_is_not_added(folder: Path, tmp_path: Path) -> None:
    (tmp_path / "text.txt").touch()
    (folder / "unet/diffusion_pytorch_model.safetensors").unlink()
    for path, sentence in (
        (tmp_path / "nowhere", "There is no .*nowhere"),
        (tmp_path / "text.txt", "is no model: it must be"),
        (folder.parent, "is not a model folder"),
        (folder, "no weights in unet"),
    ):
        with pytest.raises(UserError, match=sentence):
            add_model(path)
    assert names() == ["starter"]


def test_a_model_whose_disk_is_away_stays_in_the_list(folder: Path) -> None:
    entry = add_model(folder)
    folder.rename(folder.with_name("away"))
    assert names() == ["starter", "funk"]
    with pytest.raises(UserError, match="is no longer there"):
        describe(entry)
    remove_model("funk")
    assert names() == ["starter"]


def test_native_size_and_trust_follow_from_the_files(tmp_path: Path) -> None:
    small = Tiny(halvings=2, latent_channels=6, latent_height=32, latent_width=48, weights="bin")
    facts = describe(add_model(tiny_folder(small)))
    assert (facts.columns, facts.bands, facts.seconds) == (192, 128, 1.92)
    assert facts.licence is None
    assert "text_encoder, unet, vae) are pickles, of which only numbers are read" in facts.trust
    assert "safetensors, which hold numbers only" in describe(add_model(tiny_folder())).trust


def test_the_built_in_model_cannot_be_removed() -> None:
    with pytest.raises(UserError, match="comes with riffdesk"):
        remove_model("starter")


def test_a_name_nearly_right_is_answered_with_the_right_one(folder: Path) -> None:
    add_model(folder)
    with pytest.raises(UserError, match="Did you mean 'funk'"):
        find_model("funky")
    with pytest.raises(UserError, match="There are: starter, funk"):
        find_model("xyz")


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        ("{", "is no JSON"),
        ('{"version": 2, "added": {}}', "from another version of riffdesk"),
        ('{"version": 1, "added": {"x": {"path": 3}}}', "is damaged"),
        ('{"version": 1}', "is damaged"),
    ],
)
def test_a_list_that_cannot_be_read_is_left_alone(folder: Path, content: str, sentence: str) -> None:
    paths.data_dir().mkdir(parents=True)
    (paths.data_dir() / "models.json").write_text(content)
    for attempt in (models, lambda: add_model(folder)):
        with pytest.raises(UserError, match=sentence):
            attempt()
    assert (paths.data_dir() / "models.json").read_text() == content


def test_a_full_disk_leaves_the_list_as_it_was(
    folder: Path, tmp_path: Path, full_disk: Callable[[int], AbstractContextManager[None]]
) -> None:
    add_model(folder)
    lora = write_lora(tmp_path / "swing.safetensors")
    with full_disk(20), pytest.raises(UserError, match="Could not write"):
        add_model(lora)
    assert names() == ["starter", "funk"]
    assert json.loads((paths.data_dir() / "models.json").read_text())["version"] == 1
