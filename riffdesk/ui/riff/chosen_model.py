"""What the chosen model can do with notes, looked up once and kept: reading its files takes too long for each key."""

from __future__ import annotations

from riffdesk.errors import UserError
from riffdesk.models.registry import describe, find_model
from riffdesk.sketch.sketch import Sketch


class ChosenModel:
    """The model that riffs are asked from."""

    def __init__(self, sketch: Sketch) -> None:
        self._sketch = sketch
        self._known: dict[str, tuple[bool, bool]] = {}

    def forget(self) -> None:
        """Look again when asked next: there are other models now."""
        self._known.clear()

    @property
    def takes_score(self) -> bool:
        """Whether it plays notes that it is told."""
        return self.plays_notes(self._sketch.render.model)

    @property
    def prefers_guide(self) -> bool:
        """Whether its riffs do best that start from a picture of notes."""
        return self._look_up(self._sketch.render.model)[1]

    def plays_notes(self, name: str) -> bool:
        """Return whether the model of a name plays notes that it is told; False if there is none."""
        return self._look_up(name)[0]

    def _look_up(self, name: str) -> tuple[bool, bool]:
        if name not in self._known:
            try:
                facts = describe(find_model(name))
                self._known[name] = facts.takes_score, facts.prefers_guide
            except UserError:  # which is told where a riff is asked for
                self._known[name] = False, False
        return self._known[name]
