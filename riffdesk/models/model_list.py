"""What the user has said about models: ``models.json`` beside riffdesk's models folder.

It lists the models added from other folders, and has the schedulers of LoRAs whose names do not tell them.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

from riffdesk import paths
from riffdesk.json_file import Body, JsonFile
from riffdesk.language import mark, tr
from riffdesk.models.model_entry import FEW_STEPS_SCHEDULERS

_SHORT, _LONG_PATH = 80, 500  # characters of a path
Added = dict[str, dict[str, Any]]
"""Path and kind of each model, by its name."""

_VERSION = 1


def added_models() -> Added:
    """Return the added models, without invalid entries, which `list_problem` reports."""
    return _added_in(_list_file().read().body)


def change_added(change: Callable[[Added], object]) -> None:
    """Change the added models, and keep everything else in the file.

    Raises
    ------
    UserError
        If the file is of a newer riffdesk or cannot be written, or from ``change``.
    """

    def changed(body: Body) -> Body:
        added = _added_in(body)
        change(added)
        return {**body, "added": added}

    _list_file().update(changed)


def stated_schedulers() -> dict[str, str]:
    """Return the schedulers that the user has stated, by the names of LoRAs; '' for one that is not for few steps."""
    return _schedulers_in(_list_file().read().body)


def change_scheduler(name: str, scheduler: str | None) -> None:
    """State the scheduler of a LoRA, or with None take back what was stated; errors as of `change_added`."""

    def changed(body: Body) -> Body:
        body.setdefault("added", {})
        stated = _schedulers_in(body)
        stated.pop(name, None)
        return {**body, "schedulers": stated if scheduler is None else {**stated, name: scheduler}}

    if scheduler is not None or name in stated_schedulers():
        _list_file().update(changed)


def list_problem() -> str:
    """Return why the list, or a part of it, cannot be used; '' if it is valid."""
    file = _list_file()
    stored = file.read()
    if stored.state == "newer":
        return tr(
            "The list of added models in {path} is from a newer version of riffdesk and was not changed.",
            path=file.path,
        )
    if stored.state == "unreadable":
        return tr("The list of added models in {path} cannot be read. Make it readable.", path=file.path)
    if stored.state == "damaged" or not _is_sound(stored.body):
        return tr("The list of added models in {path} is damaged. Add those that are missing again.", path=file.path)
    return ""


def _list_file() -> JsonFile:
    return JsonFile(paths.data_dir() / "models.json", _VERSION, mark("the added models"), is_valid=_is_sound)


def _added_in(body: Body) -> Added:
    added = body.get("added")
    return {name: entry for name, entry in added.items() if _is_added(entry)} if isinstance(added, dict) else {}


def _schedulers_in(body: Body) -> dict[str, str]:
    stated = body.get("schedulers")
    if not isinstance(stated, dict):
        return {}
    return {name: scheduler for name, scheduler in stated.items() if scheduler in ("", *FEW_STEPS_SCHEDULERS)}


def _is_sound(body: Body) -> bool:
    return not body or (body.get("added") == _added_in(body) and body.get("schedulers", {}) == _schedulers_in(body))


def _is_added(entry: object) -> bool:
    if not isinstance(entry, dict) or entry.get("kind") not in ("folder", "file", "lora", "embedding"):
        return False
    path = entry.get("path")
    return isinstance(path, str) and path != "" and "\0" not in path


def short_path(path: Path) -> str:
    """Return a path for a message, shortened if it is very long."""
    return str(path) if len(str(path)) <= _LONG_PATH else f"{str(path)[:_SHORT]}…"
