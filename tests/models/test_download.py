"""Fetching a model: only what is needed, in the middle of a file again, and a sentence for what goes wrong."""

from __future__ import annotations

import shutil
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from pathlib import Path

import pytest

from riffdesk import paths
from riffdesk.diffusion.loading import load_model
from riffdesk.errors import Cancelled, UserError
from riffdesk.models import download
from riffdesk.models.download import choose_files
from riffdesk.models.registry import describe, find_model, get_model, models, remove_model
from riffdesk.progress import Step
from tests.diffusion.tiny import Tiny, tiny_folder
from tests.disk import full_disk
from tests.models.checkpoints import write_checkpoint, write_lora
from tests.models.hub import REVISION, Hub, running_hub

__all__ = ["full_disk"]

UNET = "unet/diffusion_pytorch_model.safetensors"
NEEDED = {
    "model_index.json",
    "riffdesk.json",
    "scheduler/scheduler_config.json",
    "tokenizer/tokenizer.json",
    "tokenizer/tokenizer_config.json",
    *(f"{part}/config.json" for part in ("text_encoder", "unet", "vae")),
    "text_encoder/model.safetensors",
    UNET,
    "vae/diffusion_pytorch_model.safetensors",
}


@pytest.fixture
def hub(tmp_path: Path) -> Iterator[Hub]:
    """A hub with a tiny model called somebody/tiny, and among its files some that nobody needs."""
    folder = tmp_path / "hub"
    shutil.copytree(tiny_folder(), folder)
    for extra in ("unet/diffusion_pytorch_model.bin", "safety_checker/model.safetensors", "sample.png", "run.py"):
        (folder / extra).parent.mkdir(exist_ok=True)
        (folder / extra).write_bytes(b"x" * 1000)
    (folder / "LICENSE.md").write_text("Do as you like.")
    with running_hub() as hub:
        hub.repositories["somebody/tiny"] = folder
        yield hub


def test_what_is_needed_comes_and_nothing_else(hub: Hub) -> None:
    steps: list[Step] = []
    entry = get_model("somebody/tiny", steps.append, endpoint=hub.endpoint)
    assert (entry.name, entry.kind, entry.origin) == ("tiny", "folder", "downloaded")
    assert entry.path == paths.models_dir() / "tiny"
    assert {name for name, _ in hub.asked} == NEEDED | {"LICENSE.md"}
    for name in NEEDED:
        assert (entry.path / name).read_bytes() == (tiny_folder() / name).read_bytes()
    assert steps[-1].what.startswith("Fetching vae/diffusion_pytorch_model.safetensors")
    facts = describe(entry)
    assert facts.licence == entry.path / "LICENSE.md"
    assert f"huggingface.co/somebody/tiny, revision {REVISION[:12]}" in facts.trust
    assert load_model(entry).columns == 512
    assert not list(paths.models_dir().glob(".*"))


def test_progress_counts_megabytes_of_all_files(hub: Hub) -> None:
    (hub.repositories["somebody/tiny"] / UNET).write_bytes(b"x" * 5_000_000)  # it is not looked into on its way
    steps: list[Step] = []
    get_model("somebody/tiny", steps.append, endpoint=hub.endpoint)
    done = [step.done for step in steps]
    assert done == sorted(done)
    assert steps[-1].done == steps[-1].total == 5
    assert len({step.done for step in steps}) > 3


@pytest.mark.parametrize("stop", [0, 1, 4, 9])
def test_a_cancelled_fetch_goes_on_where_it_was(hub: Hub, stop: int) -> None:
    cancel = threading.Event()
    heard: list[Step] = []

    def on_step(step: Step) -> None:
        heard.append(step)
        if len(heard) > stop:
            cancel.set()

    with pytest.raises(Cancelled):
        get_model("somebody/tiny", on_step, cancel, endpoint=hub.endpoint)
    assert [entry.name for entry in models()] == ["starter"]
    before = {name for name, _ in hub.asked}
    complete = {path.name for path in paths.models_dir().rglob("*") if path.is_file() and path.suffix != ".part"}
    hub.asked.clear()
    get_model("somebody/tiny", endpoint=hub.endpoint)
    again = {name for name, _ in hub.asked}
    assert before | again == NEEDED | {"LICENSE.md"}
    assert not [name for name in again if name == "LICENSE.md" and name in complete]
    assert load_model(find_model("tiny")).columns == 512


@pytest.mark.parametrize("whole", [False, True])
def test_a_lost_connection_goes_on_in_the_middle_of_a_file(
    hub: Hub, monkeypatch: pytest.MonkeyPatch, whole: bool
) -> None:
    monkeypatch.setattr(download, "_CHUNK", 4096)
    size = (hub.repositories["somebody/tiny"] / UNET).stat().st_size
    hub.break_after = size // 3
    with pytest.raises(UserError, match=r"was lost .*downloaded parts are kept.*riffdesk models add FOLDER"):
        get_model("somebody/tiny", endpoint=hub.endpoint)
    there = (paths.models_dir() / ".tiny.part" / f"{UNET}.part").stat().st_size
    assert there > size // 4
    hub.break_after, hub.gone, hub.whole = None, False, whole
    hub.asked.clear()
    get_model("somebody/tiny", endpoint=hub.endpoint)
    assert (UNET, 0 if whole else there) in hub.asked
    assert load_model(find_model("tiny")).columns == 512


def test_a_file_that_was_changed_on_its_way_is_not_kept(hub: Hub) -> None:
    hub.corrupt = True
    with pytest.raises(UserError, match=r"was damaged on the way. Try again"):
        get_model("somebody/tiny", endpoint=hub.endpoint)
    hub.corrupt = False
    get_model("somebody/tiny", endpoint=hub.endpoint)
    assert load_model(find_model("tiny")).columns == 512


def test_without_a_network_it_fails_at_once_and_says_what_to_do_by_hand(hub: Hub) -> None:
    started = time.monotonic()
    with pytest.raises(UserError, match=r"cannot be reached .*by hand: fetch the folder .*riffdesk models add FOLDER"):
        get_model("somebody/tiny", endpoint="http://127.0.0.1:9")
    assert time.monotonic() - started < 5
    assert not paths.models_dir().exists()


@pytest.mark.parametrize("page", ["", "/", "/tree/main"])
def test_the_address_of_a_model_is_as_good_as_its_name(hub: Hub, page: str) -> None:
    assert get_model(f"https://huggingface.co/somebody/tiny{page}", endpoint=hub.endpoint).name == "tiny"


def test_a_model_of_another_kind_is_refused_before_its_weights_come(hub: Hub) -> None:
    index = hub.repositories["somebody/tiny"] / "model_index.json"
    index.write_text(index.read_text().replace("StableDiffusionPipeline", "StableDiffusionXLPipeline"))
    with pytest.raises(UserError, match="is a Stable Diffusion XL model"):
        get_model("somebody/tiny", endpoint=hub.endpoint)
    assert not any(name.endswith(".safetensors") for name, _ in hub.asked)


def test_names_that_are_none_or_unknown_or_closed_are_told_apart(hub: Hub) -> None:
    with pytest.raises(UserError, match="looks like owner/name"):
        get_model("tiny", endpoint=hub.endpoint)
    with pytest.raises(UserError, match="looks like owner/name"):
        get_model("../../etc/tiny", endpoint=hub.endpoint)
    with pytest.raises(UserError, match="There is no model called nobody/tiny"):
        get_model("nobody/tiny", endpoint=hub.endpoint)
    hub.gated = True
    with pytest.raises(UserError, match="asks for its terms to be accepted"):
        get_model("somebody/tiny", endpoint=hub.endpoint)


def test_what_is_there_is_not_fetched_again(hub: Hub) -> None:
    get_model("somebody/tiny", endpoint=hub.endpoint)
    with pytest.raises(UserError, match="a model called 'tiny' already"):
        get_model("somebody/tiny", endpoint=hub.endpoint)
    hub.repositories["somebody/starter"] = hub.repositories["somebody/tiny"]
    with pytest.raises(UserError, match="a model called 'starter' already"):
        get_model("somebody/starter", endpoint=hub.endpoint)


def test_a_full_disk_is_a_sentence_and_what_came_is_kept(
    hub: Hub, full_disk: Callable[[int], AbstractContextManager[None]], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(download, "_CHUNK", 4096)
    with full_disk(50_000), pytest.raises(UserError, match=r"Could not write to .*make room and try again"):
        get_model("somebody/tiny", endpoint=hub.endpoint)
    assert (paths.models_dir() / ".tiny.part" / "model_index.json").is_file()
    get_model("somebody/tiny", endpoint=hub.endpoint)
    assert load_model(find_model("tiny")).columns == 512


def test_too_little_room_is_known_beforehand(hub: Hub, monkeypatch: pytest.MonkeyPatch) -> None:
    usage = shutil.disk_usage("/")._replace(free=1_000_000)
    monkeypatch.setattr(download.shutil, "disk_usage", lambda path: usage)
    with pytest.raises(UserError, match=r"not enough room for this model: 0\.2 GB are needed .* 0\.0 GB are free"):
        get_model("somebody/tiny", endpoint=hub.endpoint)
    assert hub.asked == []


def test_half_a_model_can_be_removed(hub: Hub) -> None:
    hub.corrupt = True
    with pytest.raises(UserError, match="was damaged on the way"):
        get_model("somebody/tiny", endpoint=hub.endpoint)
    assert (paths.models_dir() / ".tiny.part").is_dir()
    remove_model("tiny")
    assert not any(paths.models_dir().iterdir())


@pytest.mark.parametrize("lora", [False, True])
def test_a_repository_with_one_file_gives_that_file(hub: Hub, tmp_path: Path, lora: bool) -> None:
    folder = tmp_path / "single"
    folder.mkdir()
    (write_lora if lora else write_checkpoint)(folder / "funk.safetensors")
    (folder / "README.md").write_text("Funk.")
    hub.repositories["somebody/funk"] = folder
    if not lora:  # the tiny one is not of Stable Diffusion's size
        with pytest.raises(UserError, match="a model of another kind"):
            get_model("somebody/funk", endpoint=hub.endpoint)
        assert not any(paths.models_dir().iterdir())
        return
    entry = get_model("somebody/funk", endpoint=hub.endpoint)
    assert (entry.name, entry.kind) == ("funk", "lora")
    assert describe(entry).licence == entry.path.parent / "README.md"
    remove_model("funk")
    assert not any(paths.models_dir().iterdir())


def test_safetensors_come_before_pickles_and_pickles_before_nothing() -> None:
    both = [*NEEDED, "unet/diffusion_pytorch_model.bin", "unet/diffusion_pytorch_model.fp16.safetensors"]
    assert choose_files("o/n", both)[1][1] == UNET
    half = [name for name in both if name != UNET]
    assert choose_files("o/n", half)[1][1] == "unet/diffusion_pytorch_model.fp16.safetensors"
    old = [name for name in half if not name.endswith("fp16.safetensors")]
    assert choose_files("o/n", old)[1][1] == "unet/diffusion_pytorch_model.bin"
    with pytest.raises(UserError, match="no weights in unet"):
        choose_files("o/n", [name for name in old if not name.endswith(".bin")])


def test_nothing_with_a_strange_path_is_ever_chosen() -> None:
    strange = ["../evil.json", "tokenizer/../../vocab.json", "unet/x/config.json", "/etc/passwd", "evil.py"]
    small, weights = choose_files("o/n", [*NEEDED, *strange])
    assert not set(strange) & {*small, *weights}


def test_a_repository_without_a_model_or_with_several_is_told() -> None:
    with pytest.raises(UserError, match="holds no model that riffdesk can play"):
        choose_files("o/n", ["README.md", "model.ckpt"])
    with pytest.raises(UserError, match=r"holds several files: a.safetensors, b.safetensors"):
        choose_files("o/n", ["a.safetensors", "b.safetensors"])


def test_pickles_are_fetched_where_there_is_nothing_else(hub: Hub, tmp_path: Path) -> None:
    hub.repositories["somebody/old"] = tiny_folder(Tiny(weights="bin"))
    entry = get_model("somebody/old", endpoint=hub.endpoint)
    assert "pickles, of which only numbers are read" in describe(entry).trust
    assert load_model(entry).columns == 512


def test_two_downloads_of_one_model_do_not_write_into_one_file(hub: Hub) -> None:
    hub.pause = 0.3
    first = threading.Thread(target=lambda: get_model("somebody/tiny", endpoint=hub.endpoint))
    first.start()
    while not hub.asked:
        time.sleep(0.01)
    for attempt in (lambda: get_model("somebody/tiny", endpoint=hub.endpoint), lambda: remove_model("tiny")):
        with pytest.raises(UserError, match=r"'tiny' is being fetched already.*Wait for it"):
            attempt()
    hub.pause = 0
    first.join()
    for name in NEEDED:
        assert (find_model("tiny").path / name).read_bytes() == (tiny_folder() / name).read_bytes()
    assert len({name for name, _ in hub.asked}) == len(hub.asked), "each file was asked for once"
