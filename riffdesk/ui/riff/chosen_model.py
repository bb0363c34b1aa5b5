"""Whether the chosen model plays notes; cached, as reading the model's files takes too long for each keystroke."""

from __future__ import annotations

from riffdesk.errors import UserError
from riffdesk.models.registry import describe, find_model
from riffdesk.sketch.sketch import Sketch


class ChosenModel:
    """The model that new riffs are made with."""

    def __init__(self, sketch: Sketch) -> None:
        self._sketch = sketch
        self._known: dict[str, tuple[bool, bool]] = {}

    def forget(self) -> None:
        """Clear the cache, after models were added or removed."""
        self._known.clear()

    @property
    def takes_score(self) -> bool:
        """Whether the model plays given notes."""
        return self.plays_notes(self._sketch.render.model)

    @property
    def prefers_guide(self) -> bool:
        """Whether the model's riffs are best when they start from a guide."""
        return self._look_up(self._sketch.render.model)[1]

    def plays_notes(self, name: str) -> bool:
        """Return whether a model plays given notes; False for an unknown name."""
        return self._look_up(name)[0]

    def _look_up(self, name: str) -> tuple[bool, bool]:
        if name not in self._known:
            try:
                facts = describe(find_model(name))
                self._known[name] = facts.takes_score, facts.prefers_guide
            except UserError:  # reported when a riff is requested
                self._known[name] = False, False
        return self._known[name]
