"""The list of models: what is in it, what can be added, and what happens to files when they go."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from contextlib import AbstractContextManager
from dataclasses import replace
from pathlib import Path

import pytest

from riffdesk import paths
from riffdesk.errors import UserError
from riffdesk.models.model_list import list_problem
from riffdesk.models.provenance import licence_name
from riffdesk.models.registry import add_model, describe, find_model, models, remove_model
from tests.diffusion.tiny import Tiny, tiny_folder
from tests.disk import full_disk
from tests.models.checkpoints import write_checkpoint, write_lora

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
    assert (facts.suggestion.steps, facts.suggestion.guidance) == (16, 1.5)
    assert facts.size == sum(path.stat().st_size for path in entry.path.rglob("*") if path.is_file())
    assert facts.size < 30_000_000
    assert facts.licence == entry.path / "README.md"
    assert licence_name(facts.licence) == "mit (README.md)"


@pytest.mark.parametrize(
    ("name", "text", "said"),
    [
        ("README.md", "---\nlicense: creativeml-openrail-m\n---\n# A model", "creativeml-openrail-m (README.md)"),
        ("README.md", "---\ntags: [music]\n---\nlicense: mit", "README.md"),
        ("README.md", "license: mit", "README.md"),
        ("README.md", "", "README.md"),
        ("LICENSE", "---\nlicense: mit\n---", "LICENSE"),
    ],
)
def test_a_model_card_names_its_licence(tmp_path: Path, name: str, text: str, said: str) -> None:
    (tmp_path / name).write_text(text)
    assert licence_name(tmp_path / name) == said


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
    with pytest.raises(UserError, match="is in the list already, as 'funk'"):
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


@pytest.mark.skipif(sys.platform != "linux", reason="names are text on other systems")
def test_what_safetensors_cannot_open_for_its_name_is_refused(folder: Path, tmp_path: Path) -> None:
    odd = tmp_path / os.fsdecode(b"caf\xe9")
    shutil.copytree(folder, odd)
    with pytest.raises(UserError, match="no UTF-8 text"):
        add_model(odd)
    added = add_model(folder)
    with pytest.raises(UserError, match="no UTF-8 text"):
        describe(replace(added, path=odd))


def test_a_model_whose_disk_is_away_stays_in_the_list(folder: Path) -> None:
    entry = add_model(folder)
    folder.rename(folder.with_name("away"))
    assert names() == ["starter", "funk"]
    with pytest.raises(UserError, match="no longer exists"):
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


def test_a_file_that_changes_is_read_again_even_if_its_size_and_date_stay(folder: Path) -> None:
    entry = add_model(folder)
    assert describe(entry).bands == describe(entry).bands == 512
    index = folder / "model_index.json"
    before, text = index.stat(), index.read_text()
    index.write_text(text.replace("[", "]"))
    os.utime(index, ns=(before.st_atime_ns, before.st_mtime_ns))
    with pytest.raises(UserError, match=r"model_index\.json is damaged"):
        describe(entry)
    index.write_text(text)
    assert describe(entry).bands == 512


def test_the_built_in_model_cannot_be_removed() -> None:
    with pytest.raises(UserError, match="comes with riffdesk"):
        remove_model("starter")


def test_a_name_nearly_right_is_answered_with_the_right_one(folder: Path) -> None:
    add_model(folder)
    with pytest.raises(UserError, match="Did you mean 'funk'"):
        find_model("funky")
    with pytest.raises(UserError, match="There are: starter, funk"):
        find_model("xyz")


def listed(content: str) -> Path:
    paths.data_dir().mkdir(parents=True)
    path = paths.data_dir() / "models.json"
    path.write_text(content)
    return path


def test_a_list_of_a_newer_version_is_left_alone_and_all_else_can_be_used(folder: Path) -> None:
    content = '{"version": 2, "added": {}}'
    path = listed(content)
    shutil.copytree(folder, paths.models_dir() / "by hand")
    assert names() == ["starter", "by hand"]
    assert find_model("starter").origin == "built-in"
    assert "from a newer version of riffdesk" in list_problem()
    with pytest.raises(UserError, match=r"There is no model called 'funk'.*newer version of riffdesk"):
        find_model("funk")
    with pytest.raises(UserError, match="from a newer riffdesk and were not changed"):
        add_model(folder)
    assert path.read_text() == content


@pytest.mark.parametrize(
    "content",
    [
        "{", "[" * 100_000, "[]", '{"version": 1}', '{"version": 1, "added": {"x": {"path": 3}}}',
        '{"version": 1, "added": {"x": {"path": "/a\\u0000b", "kind": "file"}}}', '{"version": Infinity, "added": {}}',
        '{"version": 1, "added": NaN}', '{"version": 1' + "0" * 400 + ', "added": {}}',
    ],
    ids=range(9),
)  # fmt: skip
def test_a_damaged_list_is_kept_beside_when_a_model_is_added_and_all_else_can_be_used(
    folder: Path, content: str
) -> None:
    path = listed(content)
    assert names() == ["starter"]
    assert "is damaged" in list_problem()
    assert path.read_text() == content
    add_model(folder)
    assert names() == ["starter", "funk"]
    assert list_problem() == ""
    assert path.with_name("models.json.damaged").read_text() == content


def test_what_makes_sense_in_a_damaged_list_is_kept(folder: Path, tmp_path: Path) -> None:
    good = {"path": str(folder), "kind": "folder"}
    path = listed(json.dumps({"version": 1, "added": {"funk": good, "x": {"path": 3}}}))
    assert names() == ["starter", "funk"]
    add_model(write_lora(tmp_path / "swing.safetensors"))
    assert names() == ["starter", "funk", "swing"]
    assert json.loads(path.with_name("models.json.damaged").read_text())["added"]["x"] == {"path": 3}


def test_two_riffdesks_that_add_models_at_the_same_time_lose_none(tmp_path: Path) -> None:
    script = "import sys\nfrom pathlib import Path\nfrom riffdesk.models.registry import add_model\n"
    script += "for path in sys.argv[1:]: add_model(Path(path))"
    for number in range(8):
        write_lora(tmp_path / f"{number}.safetensors")
    halves = [[str(tmp_path / f"{number}.safetensors") for number in range(start, 8, 2)] for start in (0, 1)]
    running = [subprocess.Popen([sys.executable, "-c", script, *half]) for half in halves]
    assert [child.wait(60) for child in running] == [0, 0]
    assert names() == ["starter", *map(str, range(8))]


def test_a_path_longer_than_a_file_name_may_be_is_one_sentence() -> None:
    long = Path("/tmp") / ("x" * 5_000)
    with pytest.raises(UserError, match=r"^There is no /tmp/xx.*…\.") as caught:
        add_model(long)
    assert len(str(caught.value)) < 200
    listed(json.dumps({"version": 1, "added": {"far": {"path": str(long), "kind": "folder"}}}))
    with pytest.raises(UserError, match="no longer exists"):
        describe(find_model("far"))
    with pytest.raises(UserError, match="There is no model called"):
        find_model("y" * 5_000)
    with pytest.raises(UserError, match="There is no model called"):
        remove_model("y" * 5_000)


@pytest.mark.parametrize("value", ["Infinity", "NaN", "1" + "0" * 400, "[" * 100_000, "1e30", '"x"', "{}", "-1"])
@pytest.mark.parametrize(
    ("file", "key"),
    [
        ("riffdesk.json", "bands"), ("riffdesk.json", "sample_rate"), ("riffdesk.json", "max_hz"),
        ("riffdesk.json", "steps"), ("riffdesk.json", "guidance"), ("unet/config.json", "sample_size"),
        ("unet/config.json", "in_channels"), ("vae/config.json", "block_out_channels"),
        ("vae/config.json", "latent_channels"), ("model_index.json", "_class_name"),
    ],
)  # fmt: skip
def test_any_number_in_a_models_json_is_right_or_one_sentence(folder: Path, file: str, key: str, value: str) -> None:
    part = "suggestion" if key in ("steps", "guidance") else "spectrogram"
    if file == "riffdesk.json":
        text = f'{{"{part}": {{"{key}": {value}}}}}'
    else:
        told = json.loads((folder / file).read_text())
        text = json.dumps({**told, key: "HERE"}).replace('"HERE"', value)
    (folder / file).write_text(text)
    try:
        describe(add_model(folder))
    except UserError as error:
        assert str(folder) in str(error)  # noqa: PT017


def test_a_full_disk_leaves_the_list_as_it_was(
    folder: Path, tmp_path: Path, full_disk: Callable[[int], AbstractContextManager[None]]
) -> None:
    add_model(folder)
    lora = write_lora(tmp_path / "swing.safetensors")
    with full_disk(20), pytest.raises(UserError, match="Could not write"):
        add_model(lora)
    assert names() == ["starter", "funk"]
    assert json.loads((paths.data_dir() / "models.json").read_text())["version"] == 1
