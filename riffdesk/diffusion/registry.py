"""Which models there are: the built-in one, and those that the user has added or had fetched."""

from __future__ import annotations

import difflib
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from riffdesk import paths
from riffdesk.errors import UserError

BUILT_IN = "starter"
"""Name of the model that comes with riffdesk; it is the default."""

Kind = Literal["folder", "file", "lora"]
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
        ``folder`` in diffusers layout, ``file`` with a whole checkpoint, or ``lora`` to add to a model.
    origin : str
        ``built-in``; ``added`` where it lies; or ``downloaded`` into riffdesk's own folder.
    """

    name: str
    path: Path
    kind: Kind
    origin: Origin


def models() -> list[ModelEntry]:
    """Return every model there is, the built-in one first."""
    return [ModelEntry(BUILT_IN, paths.resources_dir() / "models" / BUILT_IN, "folder", "built-in")]


def find_model(name: str) -> ModelEntry:
    """Return the model of a name; UserError that names near ones if there is none."""
    entries = {entry.name: entry for entry in models()}
    if name in entries:
        return entries[name]
    near = difflib.get_close_matches(name, entries, n=1)
    hint = f"Did you mean '{near[0]}'?" if near else f"There are: {', '.join(entries)}."
    raise UserError(f"There is no model called '{name}'. {hint}")
