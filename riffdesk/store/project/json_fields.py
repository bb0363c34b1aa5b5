"""Fields of a project's JSON, taken out by type and range."""

from __future__ import annotations

import re
from collections.abc import Collection
from typing import Any

from riffdesk import strict_json
from riffdesk.errors import UserError
from riffdesk.sketch.music.key import key_of
from riffdesk.sketch.recipe import recipe_json
from riffdesk.sketch.recipe.recipe import Recipe
from riffdesk.sketch.recipe.render_settings import MAX_NAME, MAX_WEIGHT
from riffdesk.sketch.tiles.ranges import Ranges, joined

_MOST_RANGES = 100_000

COLOUR = re.compile(r"#[0-9a-fA-F]{6}")


class DamagedJson(UserError):
    """The JSON of a project holds something that none may hold; `what` says that in a clause."""

    def __init__(self, message: str, what: str = "") -> None:
        super().__init__(message)
        self.what = what


def damaged(name: str, what: str) -> DamagedJson:
    """Return the error about a project file; ``what`` is wrong with it, in a clause."""
    return DamagedJson(f"{name} is damaged: {what}. Open a backup copy of it if there is one.", what)


class Fields:
    """A JSON object whose fields are taken out by type and range."""

    def __init__(self, body: object, name: str, where: str) -> None:
        self._name, self._where = name, where
        if not isinstance(body, dict):
            raise damaged(name, f"{where.rstrip('.')} in its project.json makes no sense")
        self._body: dict[str, Any] = body

    def wrong(self, key: str) -> UserError:
        """Return the error about a field."""
        what = "is missing from" if key not in self._body else "makes no sense in"
        return damaged(self._name, f"{self._where}{key} {what} its project.json")

    def whole(self, key: str, low: int, high: int) -> int:
        """Return a whole number from ``low`` to ``high``."""
        value = self._body.get(key)
        if not isinstance(value, int) or isinstance(value, bool) or not low <= value <= high:
            raise self.wrong(key)
        return value

    def number(self, key: str, low: float, high: float) -> float:
        """Return a finite number from ``low`` to ``high``."""
        value = strict_json.finite(self._body.get(key))
        if value is None or not low <= value <= high:
            raise self.wrong(key)
        return value

    def text(self, key: str, longest: int) -> str:
        """Return a text of at most so many characters."""
        value = self._body.get(key)
        if not isinstance(value, str) or len(value) > longest:
            raise self.wrong(key)
        return value.encode(errors="replace").decode()  # JSON can hold half a character, files and Qt cannot

    def colour(self, key: str) -> str:
        """Return a colour such as ``#5ab0f0``."""
        value = self.text(key, 7)
        if not COLOUR.fullmatch(value):
            raise self.wrong(key)
        return value

    def one_of(self, key: str, known: Collection[str]) -> str:
        """Return one of the known words."""
        value = self.text(key, 100)
        if value not in known:
            raise self.wrong(key)
        return value

    def key(self, key: str) -> str:
        """Return the name of a musical key."""
        value = self.text(key, 20)
        try:
            return key_of(value)
        except UserError as error:
            raise self.wrong(key) from error

    def flag(self, key: str) -> bool:
        """Return true or false."""
        value = self._body.get(key)
        if not isinstance(value, bool):
            raise self.wrong(key)
        return value

    def ranges(self, key: str, most: int) -> Ranges:
        """Return ranges of columns, cut at the layer's end."""
        columns = []
        for number, one in enumerate(self._items(key, 0, _MOST_RANGES)):
            if not isinstance(one, list) or len(one) != 2 or not all(type(place) is int for place in one):
                raise self.wrong(f"{key}[{number}]")
            if not 0 <= one[0] <= one[1] <= 2**31:
                raise self.wrong(f"{key}[{number}]")
            columns.append((one[0], min(one[1], most)))
        return joined(columns)

    def pending(self, key: str, most: int) -> Ranges:
        """Return the one range, or none, that versions before 5 have in place of `ranges`."""
        value = self._body.get(key)
        if value is None and key in self._body:
            return ()
        return Fields({key: [value]}, self._name, self._where).ranges(key, most)

    def pairs(self, key: str, most: int) -> list[tuple[str, float]]:
        """Return pairs of a name and a number."""
        pairs = []
        for number, one in enumerate(self._items(key, 0, most)):
            if not isinstance(one, list) or len(one) != 2:
                raise self.wrong(f"{key}[{number}]")
            pair = Fields({"name": one[0], "weight": one[1]}, self._name, f"{self._where}{key}[{number}].")
            pairs.append((pair.text("name", MAX_NAME), pair.number("weight", -MAX_WEIGHT, MAX_WEIGHT)))
        return pairs

    def has(self, key: str) -> bool:
        """Return whether there is anything but null."""
        return self._body.get(key) is not None

    def recipe(self, key: str) -> Recipe | None:
        """Return a layer's recipe; None also of one that this version cannot read, since it only tells of the past."""
        if key not in self._body:
            raise self.wrong(key)
        try:
            return recipe_json.from_json(self._body[key])
        except ValueError:
            return None

    def has_newer_score(self, key: str) -> bool:
        """Return whether a layer's recipe has a score that a newer riffdesk wrote, which `recipe` leaves out."""
        return recipe_json.has_newer_score(self._body.get(key))

    def fields(self, key: str) -> Fields:
        """Return the fields of an object."""
        return Fields(self._body.get(key), self._name, f"{key}.")

    def objects(self, key: str, least: int, most: int) -> list[Fields]:
        """Return the fields of each object in a list."""
        items = enumerate(self._items(key, least, most))
        return [Fields(one, self._name, f"{key}[{number}].") for number, one in items]

    def _items(self, key: str, least: int, most: int) -> list[object]:
        value = self._body.get(key)
        if not isinstance(value, list) or not least <= len(value) <= most:
            raise self.wrong(key)
        return value
