"""Pickles of training programs: their weights are read, and nothing that they name is ever run."""

from __future__ import annotations

import argparse
import collections
import datetime
import functools
import io
import pathlib
import pickle
import subprocess
import sys
import types
import zipfile
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import torch

from riffdesk.errors import UserError
from riffdesk.models.files.pickles import tensors_in
from riffdesk.models.files.weights import is_pickle, names_in, shapes_in

WEIGHTS = {"a.weight": torch.arange(6.0).reshape(2, 3), "b": torch.tensor([1, 2], dtype=torch.int64)}


class Callback:
    """What a training program might leave in its checkpoint."""

    def __init__(self) -> None:
        self.seen = [1, 2]


class Running:
    """Calls something when it is unpickled, as any pickle may."""

    def __init__(self, function: Any, *arguments: object) -> None:
        self.function, self.arguments = function, arguments

    def __reduce__(self) -> tuple[Any, ...]:
        return self.function, self.arguments


def same(path: Path) -> None:
    """Check that a file holds the weights, and them alone."""
    found = tensors_in(path)
    assert found.keys() == WEIGHTS.keys()
    for name, value in WEIGHTS.items():
        assert torch.equal(found[name], value)
        assert found[name].dtype == value.dtype


BESIDE = {
    "numpy scalar": np.float64(1e-4),
    "numpy array": np.arange(3),
    "numpy dtype": np.dtype("float32"),
    "numpy random state": np.random.RandomState(0),
    "callbacks": {Callback: {"best": np.float32(0.5), "path": pathlib.PosixPath("/x")}},
    "an object": Callback(),
    "options": argparse.Namespace(lr=1e-4, when=datetime.datetime(2026, 1, 1)),
    "tables": [collections.defaultdict(list, a=[1]), collections.Counter("abc"), {1, 2}, types.SimpleNamespace(a=1)],
    "a partial function": functools.partial(Callback),
    "a network": torch.nn.Linear(2, 2),
    "device and size": [torch.device("cpu"), torch.Size([1, 2]), torch.float16],
    "half a table": {"state_dict": 3, "nothing": None},
}


@pytest.mark.parametrize("beside", BESIDE.values(), ids=BESIDE.keys())
@pytest.mark.parametrize("zipped", [True, False])
def test_weights_are_read_and_all_else_is_nothing(tmp_path: Path, beside: object, zipped: bool) -> None:
    path = tmp_path / "one.ckpt"
    torch.save({"beside": beside, "state_dict": WEIGHTS}, path, _use_new_zipfile_serialization=zipped)
    same(path)
    assert is_pickle(path)
    assert names_in(path) >= WEIGHTS.keys()


@pytest.mark.parametrize("dtype", [torch.float16, torch.bfloat16, torch.float64])
def test_every_precision_is_read(tmp_path: Path, dtype: torch.dtype) -> None:
    weights = {"a": torch.ones(3).to(dtype), "b": torch.nn.Parameter(torch.ones(2))}
    torch.save(weights, tmp_path / "one.ckpt")
    found = tensors_in(tmp_path / "one.ckpt")
    assert found["a"].dtype == dtype
    assert torch.equal(found["a"].float(), torch.ones(3))
    assert torch.equal(found["b"], torch.ones(2))


def test_tables_in_tables_are_opened(tmp_path: Path) -> None:
    torch.save({"state_dict": {"state_dict": WEIGHTS}}, tmp_path / "one.ckpt")
    same(tmp_path / "one.ckpt")


def test_a_table_that_holds_itself_is_a_sentence(tmp_path: Path) -> None:
    table: dict[str, Any] = {}
    table["state_dict"] = table
    torch.save(table, tmp_path / "one.ckpt")
    ring: dict[str, Any] = {"state_dict": {"state_dict": {}}}
    ring["state_dict"]["state_dict"]["state_dict"] = ring
    torch.save(ring, tmp_path / "ring.ckpt")
    for name in ("one", "ring"):
        with pytest.raises(UserError, match="holds itself"):
            tensors_in(tmp_path / f"{name}.ckpt")


HARMFUL = {
    "open": (open, ("sprung", "w")),
    "exec": (exec, ("open('sprung', 'w')",)),
    "eval": (eval, ("open('sprung', 'w')",)),
    "getattr": (getattr, (pathlib.Path("sprung"), "touch")),
    "system": (__import__("os").system, ("touch sprung",)),
    "call": (subprocess.call, (["touch", "sprung"],)),
    "import": (__import__, ("sprung",)),
    "loads": (pickle.loads, (b"",)),
    "torch.load": (torch.load, ("sprung",)),
    "_load_from_bytes": (torch.storage._load_from_bytes, (b"",)),
}


@pytest.mark.parametrize(("function", "arguments"), HARMFUL.values(), ids=HARMFUL.keys())
@pytest.mark.parametrize("zipped", [True, False])
def test_what_could_do_harm_is_refused_and_not_run(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, function: Any, arguments: tuple[object, ...], zipped: bool
) -> None:
    monkeypatch.chdir(tmp_path)
    trap = Running(function, *arguments)
    torch.save({"state_dict": WEIGHTS, "x": trap}, "one.ckpt", _use_new_zipfile_serialization=zipped)
    with pytest.raises(UserError, match=r"was refused: beside numbers it holds '.*Look for a \.safetensors"):
        tensors_in(tmp_path / "one.ckpt")
    assert not Path("sprung").exists()


def test_a_function_of_a_program_is_not_called(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Not even one of a module that no list names."""
    (tmp_path / "somebodys_module.py").write_text("def spring(path):\n    open(path, 'w').close()\n")
    monkeypatch.syspath_prepend(tmp_path)
    spring = __import__("somebodys_module").spring
    torch.save({"state_dict": WEIGHTS, "x": Running(spring, str(tmp_path / "sprung"))}, tmp_path / "one.ckpt")
    monkeypatch.delitem(sys.modules, "somebodys_module")
    same(tmp_path / "one.ckpt")
    assert "somebodys_module" not in sys.modules
    assert not (tmp_path / "sprung").exists()


def test_nothing_can_be_set_on_what_builds_tensors(tmp_path: Path) -> None:
    before = torch._utils._rebuild_tensor_v2.__defaults__
    # GLOBAL torch._utils._rebuild_tensor_v2, then BUILD with attributes to set on it.
    script = b"\x80\x02ctorch._utils\n_rebuild_tensor_v2\nN}X\x0c\x00\x00\x00__defaults__K\x07\x85s\x86b."
    with zipfile.ZipFile(tmp_path / "one.ckpt", "w") as archive:
        archive.writestr("archive/data.pkl", script)
        archive.writestr("archive/version", "3\n")
    with pytest.raises(UserError):
        tensors_in(tmp_path / "one.ckpt")
    assert torch._utils._rebuild_tensor_v2.__defaults__ == before


def test_a_program_of_torchscript_is_refused(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "one.pt", "w") as archive:
        archive.writestr("archive/data.pkl", pickle.dumps({}))
        archive.writestr("archive/constants.pkl", pickle.dumps(()))
    with pytest.raises(UserError, match="holds a program"):
        tensors_in(tmp_path / "one.pt")


@pytest.mark.parametrize("cut", [3, 40, 200, -200, -3])
@pytest.mark.parametrize("zipped", [True, False])
def test_what_was_cut_short_is_damaged(tmp_path: Path, cut: int, zipped: bool) -> None:
    whole = io.BytesIO()
    torch.save({"state_dict": WEIGHTS}, whole, _use_new_zipfile_serialization=zipped)
    path = tmp_path / "one.ckpt"
    path.write_bytes(whole.getvalue()[:cut])
    with pytest.raises(UserError, match="is damaged"):
        shapes_in(path)


def test_what_holds_no_table_is_a_sentence(tmp_path: Path) -> None:
    for content in ([1, 2], torch.nn.Linear(2, 2), np.float64(3)):
        torch.save(content, tmp_path / "one.ckpt")
        with pytest.raises(UserError, match="holds no table of weights"):
            tensors_in(tmp_path / "one.ckpt")


def test_numbers_of_8_bits_are_named(tmp_path: Path) -> None:
    torch.save({"a": torch.ones(3).to(torch.float8_e4m3fn)}, tmp_path / "one.ckpt")
    with pytest.raises(UserError, match=r"of 8 bits, for instance.*Look for a \.safetensors"):
        tensors_in(tmp_path / "one.ckpt")
