"""Entries of the list of models: name, path, kind and origin."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from riffdesk.errors import UserError, readable
from riffdesk.language import tr
from riffdesk.models.files.weights import Kind as FileKind

Kind = FileKind | Literal["folder"]

FEW_STEPS_SCHEDULERS = ("LCM", "TCD")
"""The schedulers that LoRAs for few steps are made for."""

Origin = Literal["built-in", "added", "downloaded"]


@dataclass(frozen=True)
class ModelEntry:
    """A model in the list.

    Parameters
    ----------
    name : str
        Unique name that the user sees.
    path : Path
        Its folder or file.
    kind : str
        ``folder`` in diffusers layout, ``file`` with a whole checkpoint, ``lora`` to add to a model, or ``embedding``:
        a textual inversion, which is a word for prompts.
    origin : str
        ``built-in``; ``added``, at a path of the user's; or ``downloaded`` into riffdesk's own folder.
    scheduler : str
        Of a LoRA for few steps, the scheduler that it was made for, one of `FEW_STEPS_SCHEDULERS`: as the user has said
        or as its name says. '' for other LoRAs.
    """

    name: str
    path: Path
    kind: Kind
    origin: Origin
    scheduler: str = ""


def check_path(path: Path) -> None:
    """Raise UserError if the name of a file or of a folder on the way to it is no UTF-8: safetensors opens no such."""
    if readable(str(path)) != str(path):
        raise UserError(tr("The name of {path} is no UTF-8 text, so it cannot be loaded. Rename it.", path=path))
