"""What the chosen model takes; cached, as reading the model's files takes too long for each keystroke."""

from __future__ import annotations

from riffdesk.errors import UserError
from riffdesk.models.registry import ModelFacts, describe, find_model
from riffdesk.sketch.sketch import Sketch


class ChosenModel:
    """The model that new riffs are made with."""

    def __init__(self, sketch: Sketch) -> None:
        self._sketch = sketch
        self._known: dict[str, ModelFacts | None] = {}

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
        facts = self._look_up(self._sketch.render.model)
        return facts is not None and facts.prefers_guide

    @property
    def makes_whole(self) -> bool:
        """Whether the model makes a riff as a whole, with a scheduler of its own."""
        facts = self._look_up(self._sketch.render.model)
        return facts is not None and facts.makes_whole

    def plays_notes(self, name: str) -> bool:
        """Return whether a model plays given notes; False for an unknown name."""
        facts = self._look_up(name)
        return facts is not None and facts.takes_score

    def _look_up(self, name: str) -> ModelFacts | None:
        if name not in self._known:
            try:
                self._known[name] = describe(find_model(name))
            except UserError:  # reported when a riff is requested
                self._known[name] = None
        return self._known[name]
