"""Hugging Face's own cache: its folders are models with names, and nothing of theirs leads out of them."""

from __future__ import annotations

import json
import os
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from riffdesk import paths
from riffdesk.diffusion.loading import load_model
from riffdesk.errors import UserError
from riffdesk.models.download import choose_files
from riffdesk.models.files.weights import choose_weights
from riffdesk.models.hub_cache import repository_of
from riffdesk.models.registry import add_model, describe, find_model, models, remove_model
from tests.diffusion.tiny import tiny_folder
from tests.models.checkpoints import write_lora

REVISION = "0123456789abcdef0123456789abcdef01234567"


def cached(home: Path, content: Path, name: str = "models--owner--funk", revision: str = REVISION) -> Path:
    """Write a folder of the cache as huggingface_hub does: blobs, and a snapshot of links to them."""
    folder = home / name
    blobs, snapshot = folder / "blobs", folder / "snapshots" / revision
    blobs.mkdir(parents=True, exist_ok=True)
    files = [path for path in content.rglob("*") if path.is_file()] if content.is_dir() else [content]
    for number, path in enumerate(files):
        blob = blobs / f"{revision[:8]}{number:056x}"
        shutil.copy(path, blob)
        link = snapshot / (path.relative_to(content) if content.is_dir() else path.name)
        link.parent.mkdir(parents=True, exist_ok=True)
        link.symlink_to(os.path.relpath(blob, link.parent))
    (folder / "refs").mkdir(exist_ok=True)
    (folder / "refs" / "main").write_text(revision)
    return folder


def snapshot_of(folder: Path, revision: str = REVISION) -> Path:
    return folder / "snapshots" / revision


@pytest.mark.parametrize("place", [lambda folder: folder, snapshot_of])
def test_a_folder_of_the_cache_is_its_model_by_name(tmp_path: Path, place: Callable[[Path], Path]) -> None:
    entry = add_model(place(cached(tmp_path, tiny_folder())))
    assert (entry.name, entry.kind, entry.path) == ("funk", "folder", snapshot_of(tmp_path / "models--owner--funk"))
    facts = describe(entry)
    assert facts.trust.startswith("From huggingface.co/owner/funk, revision 0123456789ab, in Hugging Face's cache.")
    assert facts.size > 100_000
    assert load_model(entry).columns == 512
    with pytest.raises(UserError, match="is in the list already, as 'funk'"):
        add_model(tmp_path / "models--owner--funk")
    remove_model("funk")
    assert (entry.path / "model_index.json").is_file()


def test_of_several_snapshots_main_is_the_one(tmp_path: Path) -> None:
    folder = cached(tmp_path, tiny_folder())
    cached(tmp_path, tiny_folder(), revision="f" * 40)
    assert add_model(folder).path == snapshot_of(folder, "f" * 40)
    (folder / "refs" / "main").write_text(REVISION)
    assert add_model(folder).path == snapshot_of(folder)
    remove_model("funk")
    remove_model("funk 2")
    for said in ("../../../etc", "", "g" * 40, "\0"):
        (folder / "refs" / "main").write_text(said)
        os.utime(snapshot_of(folder), (2e9, 2e9))  # the newest then
        assert add_model(folder).path == snapshot_of(folder)
        remove_model("funk")


def test_a_single_file_keeps_its_name_though_it_is_a_link(tmp_path: Path) -> None:
    folder = cached(tmp_path, write_lora(tmp_path / "swing v2.safetensors"))
    by_folder = add_model(folder)
    assert (by_folder.name, by_folder.kind) == ("swing v2", "lora")
    with pytest.raises(UserError, match="is in the list already"):
        add_model(snapshot_of(folder) / "swing v2.safetensors")


def test_several_files_are_named(tmp_path: Path) -> None:
    both = tmp_path / "both"
    both.mkdir()
    write_lora(both / "a.safetensors")
    write_lora(both / "b.safetensors")
    with pytest.raises(UserError, match=r"several files: a\.safetensors, b\.safetensors\. Add the one you want"):
        add_model(cached(tmp_path, both))


def test_what_holds_nothing_is_a_sentence(tmp_path: Path) -> None:
    folder = cached(tmp_path, tiny_folder())
    (snapshot_of(folder) / "model_index.json").resolve().unlink()
    with pytest.raises(UserError, match="holds no model: its newest snapshot"):
        add_model(folder)
    shutil.rmtree(folder / "snapshots")
    (folder / "snapshots").mkdir()
    with pytest.raises(UserError, match="has no snapshots"):
        add_model(folder)


def test_one_in_riffdesks_own_folder_is_found_and_deleted_whole(tmp_path: Path) -> None:
    folder = cached(paths.models_dir(), tiny_folder())
    (paths.models_dir() / "models--owner--empty" / "snapshots").mkdir(parents=True)
    assert [entry.name for entry in models()] == ["starter", "funk"]
    assert load_model(find_model("funk")).columns == 512
    remove_model("funk")
    assert not folder.exists()


def test_names_say_owner_and_revision() -> None:
    assert repository_of(Path("/x/models--a--b-c/snapshots/12/unet")) == ("a/b-c", "12")
    assert repository_of(Path("/x/models--gpt2/snapshots/12")) == ("gpt2", "12")
    assert repository_of(Path("/x/snapshots/12")) is None
    assert repository_of(Path("/models/b")) is None


# Shards


@pytest.mark.parametrize(
    "name", ["../../secret.safetensors", "/etc/passwd", "..", "a\\b.safetensors", "sub/x.safetensors"]
)
def test_an_index_names_only_what_lies_beside_it(tmp_path: Path, name: str) -> None:
    folder = Path(shutil.copytree(tiny_folder(), tmp_path / "funk"))
    part = folder / "unet"
    (part / "diffusion_pytorch_model.safetensors").rename(part / "diffusion_pytorch_model-00001-of-00002.safetensors")
    index = {"metadata": {}, "weight_map": {"conv_in.weight": name}}
    (part / "diffusion_pytorch_model.safetensors.index.json").write_text(json.dumps(index))
    with pytest.raises(UserError, match="outside of its folder, and was refused"):
        add_model(folder)
    index["weight_map"] = {"conv_in.weight": "diffusion_pytorch_model-00002-of-00002.safetensors"}
    (part / "diffusion_pytorch_model.safetensors.index.json").write_text(json.dumps(index))
    with pytest.raises(UserError, match=r"not complete: .*00002-of-00002\.safetensors is missing"):
        add_model(folder)
    for content in ("[" * 100_000, "{}", '{"weight_map": {"a": 3}}', '{"weight_map": []}'):
        (part / "diffusion_pytorch_model.safetensors.index.json").write_text(content)
        with pytest.raises(UserError, match="is damaged"):
            add_model(folder)


def test_a_servers_files_stay_in_their_folder() -> None:
    out = ["../x.safetensors", "/etc/x.safetensors", "..\\x.safetensors", "unet/../../x.safetensors"]
    assert choose_files("a/b", ["funk.safetensors", *out]) == ([], ["funk.safetensors"])


def test_a_servers_shards_are_plain_names() -> None:
    index = "diffusion_pytorch_model.safetensors.index.json"
    bad = ["diffusion_pytorch_model-/../../x.safetensors", "diffusion_pytorch_model-\\..\\x.safetensors"]
    assert choose_weights("unet", [index, *bad]) is None
    good = "diffusion_pytorch_model-00001-of-00001.safetensors"
    chosen = choose_weights("unet", [index, *bad, good])
    assert chosen is not None
    assert chosen.names == (index, good)
