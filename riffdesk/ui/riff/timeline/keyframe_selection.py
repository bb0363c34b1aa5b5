"""Which keyframes the prompt panel and the seed timeline are about."""

from __future__ import annotations

import random
from dataclasses import replace

from PySide6.QtCore import QObject, Signal

from riffdesk.sketch.events import DocumentOpened, FieldsChanged
from riffdesk.sketch.recipe.timeline import (
    MAX_SEED,
    Keyframe,
    Keyframes,
    changed_keyframes,
    moved_keyframes,
    with_keyframe,
    without_keyframes,
)
from riffdesk.sketch.sketch import Sketch

_SHOWN = frozenset(("keyframes", "render", "samples", "circular", "tempo", "beats_per_bar", "key"))


class CurrentKeyframe(QObject):
    """Keyframes of the sketch, chosen on the timeline and edited together in the prompt panel.

    One of them is the current one, whose values are shown: ``index``; ``chosen`` holds it and the others.
    """

    changed = Signal()

    def __init__(self, sketch: Sketch, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.sketch = sketch
        self.index = 0
        self.chosen = frozenset((0,))
        sketch.subscribe(self._on_change, DocumentOpened, FieldsChanged)

    @property
    def keyframe(self) -> Keyframe:
        """The current keyframe as it is now."""
        return self._keyframes[self.index]

    @property
    def _keyframes(self) -> Keyframes:
        return self.sketch.state.keyframes

    def choose(self, index: int, *, together: bool = False) -> None:
        """Make another keyframe the current one, alone or together with those chosen before.

        One that was chosen together with others is let go.
        """
        index = min(max(0, index), len(self._keyframes) - 1)
        if together and index in self.chosen and len(self.chosen) > 1:
            self.chosen -= {index}
            self.index = index if index in self.chosen else min(self.chosen)
        else:
            self.chosen = self.chosen | {index} if together else frozenset((index,))
            self.index = index
        self.changed.emit()

    def edit(self, run: int = 0, **fields: object) -> None:
        """Change fields of the chosen keyframes; changes of one field in one run are one undo step."""
        merge = f"keyframes {sorted(self.chosen)} {'+'.join(fields)} {run}"
        self._put(changed_keyframes(self._keyframes, self.chosen, **fields), self.chosen, self.index, merge=merge)

    def dice(self) -> None:
        """Give each of the chosen keyframes a seed of its own."""
        keyframes = tuple(
            replace(one, seed=random.randrange(MAX_SEED)) if index in self.chosen else one
            for index, one in enumerate(self._keyframes)
        )
        self._put(keyframes, self.chosen, self.index)

    def move(self, by: float, drag: int = 0) -> None:
        """Move the chosen keyframes by seconds; all moves of one drag are one undo step."""
        current = self.keyframe
        keyframes, chosen = moved_keyframes(self._keyframes, self.chosen, by, self.sketch.seconds)
        same = [index for index in sorted(chosen) if replace(keyframes[index], seconds=current.seconds) == current]
        self._put(keyframes, chosen, same[0] if same else min(chosen), merge=f"keyframe drag {drag}")

    def add(self, seconds: float, seed: int) -> None:
        """Add a keyframe like the current one at a time, with a seed of its own."""
        self._add(replace(self.keyframe, seconds=seconds, seed=seed))

    def copy(self) -> None:
        """Put a copy of the current keyframe over it, and choose that."""
        self._add(replace(self.keyframe))

    def remove(self) -> None:
        """Remove the chosen keyframes; one always stays."""
        keyframes = without_keyframes(self._keyframes, self.chosen)
        if keyframes != self._keyframes:
            index = min(max(0, min(self.chosen) - 1), len(keyframes) - 1)
            self._put(keyframes, frozenset((index,)), index)

    def _add(self, added: Keyframe) -> None:
        keyframes = with_keyframe(self._keyframes, added)
        index = max(place for place, one in enumerate(keyframes) if one == added)
        self._put(keyframes, frozenset((index,)), index)

    def _put(self, keyframes: Keyframes, chosen: frozenset[int], index: int, *, merge: str | None = None) -> None:
        self.chosen, self.index = chosen, index
        if keyframes == self._keyframes:
            self.changed.emit()
        else:
            self.sketch.set_keyframes(keyframes, merge=merge)

    def _on_change(self, event: DocumentOpened | FieldsChanged) -> None:
        if isinstance(event, DocumentOpened) or event.names & _SHOWN:
            last = len(self._keyframes) - 1
            self.index = min(self.index, last)
            self.chosen = frozenset(index for index in self.chosen if index <= last) | {self.index}
            self.changed.emit()
