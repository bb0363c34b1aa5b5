"""Checkpoints of a training: one safetensors file of weights, optimizer state and JSON progress, written atomically."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from safetensors import SafetensorError, safe_open
from safetensors.torch import save_file

from riffdesk.errors import UserError, reason
from riffdesk.files import write_beside


@contextmanager
def writing(path: Path) -> Iterator[None]:
    """Turn OSError, and safetensors' error for a full disk, into a `UserError`."""
    try:
        yield
    except (OSError, SafetensorError) as error:
        raise UserError(f"Could not write {path}: {reason(error)}.") from error


def save_checkpoint(path: Path, modules: dict[str, Any], optimizer: Any, progress: dict[str, Any]) -> None:
    """Write modules, an optimizer's state and JSON progress; the file is replaced only when complete.

    Parameters
    ----------
    path : Path
        A .safetensors file.
    modules : dict of str to torch module
        Their weights are stored under these names.
    optimizer : torch optimizer or None
        Its tensors are stored by the number of their parameter.
    progress : dict
        JSON object, stored in the file's metadata.
    """
    tensors = {
        f"{name}/{key}": value.detach().contiguous()
        for name, module in modules.items()
        for key, value in module.state_dict().items()
    }
    if optimizer is not None:
        for number, state in optimizer.state_dict()["state"].items():
            tensors |= {f"optimizer/{number}/{key}": value.detach().contiguous() for key, value in state.items()}
    path.parent.mkdir(parents=True, exist_ok=True)
    with writing(path), write_beside(path) as temporary:
        save_file(tensors, temporary, metadata={"progress": json.dumps(progress)})


def load_checkpoint(path: Path, modules: dict[str, Any], optimizer: Any) -> dict[str, Any] | None:
    """Load a checkpoint into modules and optimizer, and return its progress; None if there is none.

    A damaged checkpoint, and one of other shapes after a change of the settings, are ignored.
    """
    try:
        with safe_open(path, "pt") as file:
            progress: dict[str, Any] = json.loads((file.metadata() or {})["progress"])
            tensors = {key: file.get_tensor(key) for key in file.keys()}  # noqa: SIM118 - not a dict
    except (OSError, SafetensorError, KeyError, ValueError):
        return None
    parts: dict[str, dict[str, Any]] = {name: {} for name in (*modules, "optimizer")}
    for key, value in tensors.items():
        name, _, tensor_name = key.partition("/")
        parts.setdefault(name, {})[tensor_name] = value
    for name, module in modules.items():
        shapes = {key: value.shape for key, value in module.state_dict().items()}
        if shapes != {key: value.shape for key, value in parts[name].items()}:
            return None
    for name, module in modules.items():
        module.load_state_dict(parts[name])
    if optimizer is not None and parts["optimizer"]:
        state: dict[int, dict[str, Any]] = {}
        for key, value in parts["optimizer"].items():
            number, _, state_name = key.partition("/")
            state.setdefault(int(number), {})[state_name] = value
        optimizer.load_state_dict({"state": state, "param_groups": optimizer.state_dict()["param_groups"]})
    return progress
