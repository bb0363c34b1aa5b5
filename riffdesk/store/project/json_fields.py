"""Reading the fields of a project's JSON with checks of type and range."""

from __future__ import annotations

import re
from collections.abc import Collection
from typing import Any

from riffdesk import strict_json
from riffdesk.errors import UserError
from riffdesk.language import tr
from riffdesk.sketch.music.key import key_of
from riffdesk.sketch.recipe import recipe_json
from riffdesk.sketch.recipe.recipe import Recipe
from riffdesk.sketch.recipe.render_settings import MAX_NAME, MAX_WEIGHT
from riffdesk.sketch.tiles.ranges import Ranges, joined

_MAX_RANGES = 100_000

COLOUR = re.compile(r"#[0-9a-fA-F]{6}")


class DamagedJson(UserError):
    """The JSON of a project is invalid; `problem` says how, as a clause."""

    def __init__(self, message: str, problem: str = "") -> None:
        super().__init__(message)
        self.problem = problem


def damaged(name: str, problem: str) -> DamagedJson:
    """Return the error for a damaged project file; ``problem`` is a clause."""
    return DamagedJson(
        tr("{name} is damaged: {problem}. Open a backup copy of it if there is one.", name=name, problem=problem),
        problem,
    )


class Fields:
    """A JSON object whose fields are read with checks of type and range; each method raises `DamagedJson`.

    Parameters
    ----------
    body : object
        The parsed JSON.
    name : str
        The project file's name, for messages.
    prefix : str
        Path of the object in the JSON, for messages, such as ``layers[2].``.
    """

    def __init__(self, body: object, name: str, prefix: str) -> None:
        self._name, self._prefix = name, prefix
        if not isinstance(body, dict):
            raise damaged(name, tr("{field} in its project.json makes no sense", field=prefix.rstrip(".")))
        self._body: dict[str, Any] = body

    def invalid(self, key: str) -> UserError:
        """Return the error for a missing or invalid field."""
        field = f"{self._prefix}{key}"
        if key in self._body:
            return damaged(self._name, tr("{field} in its project.json makes no sense", field=field))
        return damaged(self._name, tr("{field} is missing from its project.json", field=field))

    def integer(self, key: str, low: int, high: int) -> int:
        """Return an integer from ``low`` to ``high``."""
        value = self._body.get(key)
        if not isinstance(value, int) or isinstance(value, bool) or not low <= value <= high:
            raise self.invalid(key)
        return value

    def number(self, key: str, low: float, high: float) -> float:
        """Return a finite number from ``low`` to ``high``."""
        value = strict_json.finite(self._body.get(key))
        if value is None or not low <= value <= high:
            raise self.invalid(key)
        return value

    def text(self, key: str, max_length: int) -> str:
        """Return a string of limited length."""
        value = self._body.get(key)
        if not isinstance(value, str) or len(value) > max_length:
            raise self.invalid(key)
        return value.encode(errors="replace").decode()  # JSON can hold single surrogates, files and Qt cannot

    def colour(self, key: str) -> str:
        """Return a colour such as ``#5ab0f0``."""
        value = self.text(key, 7)
        if not COLOUR.fullmatch(value):
            raise self.invalid(key)
        return value

    def one_of(self, key: str, allowed: Collection[str]) -> str:
        """Return a string that is one of the allowed ones."""
        value = self.text(key, 100)
        if value not in allowed:
            raise self.invalid(key)
        return value

    def key(self, key: str) -> str:
        """Return the name of a musical key."""
        value = self.text(key, 20)
        try:
            return key_of(value)
        except UserError as error:
            raise self.invalid(key) from error

    def flag(self, key: str) -> bool:
        """Return true or false."""
        value = self._body.get(key)
        if not isinstance(value, bool):
            raise self.invalid(key)
        return value

    def ranges(self, key: str, max_column: int) -> Ranges:
        """Return ranges of columns, cut at the last column."""
        columns = []
        for number, item in enumerate(self._items(key, 0, _MAX_RANGES)):
            if not isinstance(item, list) or len(item) != 2 or not all(type(column) is int for column in item):
                raise self.invalid(f"{key}[{number}]")
            if not 0 <= item[0] <= item[1] <= 2**31:
                raise self.invalid(f"{key}[{number}]")
            columns.append((item[0], min(item[1], max_column)))
        return joined(columns)

    def integers(self, key: str, min_count: int, max_count: int) -> tuple[int, ...]:
        """Return a list of integers from 0 on."""
        items = self._items(key, min_count, max_count)
        if not all(type(item) is int and 0 <= item <= 2**31 for item in items):
            raise self.invalid(key)
        return tuple(item for item in items if isinstance(item, int))

    def numbers(self, key: str, count: int, low: float, high: float) -> tuple[float, ...]:
        """Return a list of this many finite numbers from ``low`` to ``high``."""
        items = [strict_json.finite(item) for item in self._items(key, count, count)]
        numbers = tuple(item for item in items if item is not None and low <= item <= high)
        if len(numbers) < count:
            raise self.invalid(key)
        return numbers

    def place(self, key: str) -> tuple[int, int, str]:
        """Return two integers and a word, as of `riffdesk.store.project.project_facts.ArrayPlace`."""
        match self._items(key, 3, 3):
            case [int(slot), int(layer), str(kind)]:
                return slot, layer, kind
        raise self.invalid(key)

    def pending(self, key: str, max_column: int) -> Ranges:
        """Return the single range, or none, of versions before 5, which later ones have as `ranges`."""
        value = self._body.get(key)
        if value is None and key in self._body:
            return ()
        return Fields({key: [value]}, self._name, self._prefix).ranges(key, max_column)

    def pairs(self, key: str, max_count: int, max_name: int = MAX_NAME) -> list[tuple[str, float]]:
        """Return pairs of a name and a number."""
        pairs = []
        for number, item in enumerate(self._items(key, 0, max_count)):
            if not isinstance(item, list) or len(item) != 2:
                raise self.invalid(f"{key}[{number}]")
            pair = Fields({"name": item[0], "weight": item[1]}, self._name, f"{self._prefix}{key}[{number}].")
            pairs.append((pair.text("name", max_name), pair.number("weight", -MAX_WEIGHT, MAX_WEIGHT)))
        return pairs

    def has(self, key: str) -> bool:
        """Return whether a field exists and is not null."""
        return self._body.get(key) is not None

    def recipe(self, key: str) -> Recipe | None:
        """Return a layer's recipe; None if it is null or this version cannot read it."""
        if key not in self._body:
            raise self.invalid(key)
        try:
            return recipe_json.from_json(self._body[key])
        except ValueError:
            return None

    def has_newer_score(self, key: str) -> bool:
        """Return whether a layer's recipe has a score that a newer riffdesk wrote, which `recipe` leaves out."""
        return recipe_json.has_newer_score(self._body.get(key))

    def score(self, key: str) -> Fields | None:
        """Return the fields of a score; None if there is none, or a newer riffdesk wrote it."""
        told = self.fields(key) if self.has(key) else None
        newer = told is not None and told.integer("version", 1, 2**31) > recipe_json.SCORE_VERSION
        return None if newer else told

    def fields(self, key: str) -> Fields:
        """Return the fields of an object."""
        return Fields(self._body.get(key), self._name, f"{key}.")

    def objects(self, key: str, min_count: int, max_count: int) -> list[Fields]:
        """Return the fields of each object in a list."""
        items = enumerate(self._items(key, min_count, max_count))
        return [Fields(item, self._name, f"{key}[{number}].") for number, item in items]

    def _items(self, key: str, min_count: int, max_count: int) -> list[object]:
        value = self._body.get(key)
        if not isinstance(value, list) or not min_count <= len(value) <= max_count:
            raise self.invalid(key)
        return value
