"""A model that can be chosen: its name, place, kind and origin."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from riffdesk.models.files.weights import Kind as FileKind

Kind = FileKind | Literal["folder"]

Origin = Literal["built-in", "added", "downloaded"]


@dataclass(frozen=True)
class ModelEntry:
    """A model that can be chosen.

    Parameters
    ----------
    name : str
        What the user calls it; there is one of each name.
    path : Path
        Its folder, or its file.
    kind : str
        ``folder`` in diffusers layout, ``file`` with a whole checkpoint, ``lora`` to add to a model, or ``embedding``:
        a textual inversion, which is a word for prompts.
    origin : str
        ``built-in``; ``added`` where it lies; or ``downloaded`` into riffdesk's own folder.
    """

    name: str
    path: Path
    kind: Kind
    origin: Origin
