"""Origin, licence and safety of a model."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING

from riffdesk.language import tr
from riffdesk.models.files.weights import is_pickle
from riffdesk.models.hub_cache import repository_of
from riffdesk.models.layout import SOURCE_FILE, read_json

if TYPE_CHECKING:
    from riffdesk.models.model_entry import ModelEntry

_CARD_LINES = 100
"""Lines of a model card in which its licence is looked for; published ones state it in the first ten."""


@dataclass(frozen=True)
class Terms:
    """The `riffdesk.progress.Step.partial` before a model is downloaded: its licences, as text for the user."""

    text: str


def trust_of(entry: ModelEntry, pickled: Sequence[str] = ()) -> str:
    """Return two sentences for the user: the origin of a model, and whether reading it is safe.

    Parameters
    ----------
    pickled : sequence of str
        Names of a folder's networks whose weights are pickles.
    """
    if entry.origin == "built-in":
        return tr("Made by riffdesk's own training from music that it composed; it comes with the program.")
    origin = tr("Added from a folder of yours.")
    source = (entry.path if entry.kind == "folder" else entry.path.parent) / SOURCE_FILE
    if source.is_file():
        content = read_json(source)
        origin = tr(
            "From huggingface.co/{repository}, revision {revision}.",
            repository=content.get("repository"),
            revision=str(content.get("revision"))[:12],
        )
    elif cached := repository_of(entry.path):
        origin = tr(
            "From huggingface.co/{repository}, revision {revision}, in Hugging Face's cache.",
            repository=cached[0],
            revision=cached[1][:12],
        )
    if entry.kind != "folder" and is_pickle(entry.path):
        pickled = [entry.path.name]
    if pickled:
        names = ", ".join(pickled)
        return tr(
            "{origin} Its weights ({names}) are pickles, of which only numbers are read: no code is run.",
            origin=origin,
            names=names,
        )
    return tr("{origin} Its weights are safetensors, which hold numbers only: no code is run.", origin=origin)


def licence_name(file: Path) -> str:
    """Return the licence that a model card states in its first lines (``license: mit``), or else the file's name."""
    if file.suffix.lower() == ".md":
        with file.open(encoding="utf-8", errors="replace") as lines:
            if lines.readline().strip() == "---":
                fields: dict[str, object] = {}
                for line in islice(lines, _CARD_LINES):
                    key, _, value = line.partition(":")
                    if key.strip() == "---":
                        break
                    fields.setdefault(key.strip(), value.strip())
                if name := stated_licence(fields).partition(",")[0]:
                    return f"{name} ({file.name})"
    return file.name


def stated_licence(card: Mapping[str, object]) -> str:
    """Return the licence that the fields of a model card state, with its address if it has one; '' for none.

    Examples
    --------
    >>> stated_licence({"license": "other", "license_name": "community", "license_link": "https://example.org/terms"})
    'community, https://example.org/terms'
    """
    name = card.get("license")
    if name == "other":
        name = card.get("license_name") or name
    link = card.get("license_link")
    known = [text for text in (name, link) if isinstance(text, str) and text]
    return ", ".join(known) if isinstance(name, str) else ""


def licence_of(folder: Path) -> Path | None:
    """Return the file most likely to contain the licence; None if there is none."""
    names = sorted(path for path in folder.iterdir() if path.is_file())
    for start in ("licen", "copying", "readme"):
        for path in names:
            if path.name.lower().startswith(start):
                return path
    return None
