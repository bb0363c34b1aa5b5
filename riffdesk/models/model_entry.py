"""Entries of the list of models: name, path, kind and origin."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from riffdesk.models.files.weights import Kind as FileKind

Kind = FileKind | Literal["folder"]

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
    """

    name: str
    path: Path
    kind: Kind
    origin: Origin
