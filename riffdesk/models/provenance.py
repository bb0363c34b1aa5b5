"""Where a model is from, on which terms, and how far it can be trusted."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from riffdesk.models.files.weights import is_pickle, weights_of
from riffdesk.models.hub_cache import repository_of
from riffdesk.models.layout import NETWORKS, SOURCE_FILE, read_json

if TYPE_CHECKING:
    from riffdesk.models.model_entry import ModelEntry


def trust_of(entry: ModelEntry) -> str:
    """Return where a model is from, and what reading it can do, in two sentences."""
    if entry.origin == "built-in":
        return "Made by riffdesk's own training from music that it composed; it comes with the program."
    where = "Added from a place of yours."
    source = (entry.path if entry.kind == "folder" else entry.path.parent) / SOURCE_FILE
    if source.is_file():
        said = read_json(source)
        where = f"From huggingface.co/{said.get('repository')}, revision {str(said.get('revision'))[:12]}."
    elif cached := repository_of(entry.path):
        where = f"From huggingface.co/{cached[0]}, revision {cached[1][:12]}, in Hugging Face's cache."
    if entry.kind != "folder":
        pickled = [entry.path.name] if is_pickle(entry.path) else []
    else:
        pickled = [part for part in NETWORKS if not weights_of(entry.path, part).safe]
    if pickled:
        which = ", ".join(pickled)
        return f"{where} Its weights ({which}) are pickles, of which only numbers are read: no code is run."
    return f"{where} Its weights are safetensors, which hold numbers only: no code is run."


def licence_of(folder: Path) -> Path | None:
    """Return the file that is most likely to tell the licence."""
    names = sorted(path for path in folder.iterdir() if path.is_file())
    for start in ("licen", "copying", "readme"):
        for path in names:
            if path.name.lower().startswith(start):
                return path
    return None
