"""The selection of keyframes, which the seed timeline shows and the prompt panel edits."""

from __future__ import annotations

import random
from dataclasses import replace

from PySide6.QtCore import QObject, Signal

from riffdesk.language import tr
from riffdesk.sketch.events import DocumentOpened, FieldsChanged
from riffdesk.sketch.recipe.timeline import (
    MAX_SEED,
    RANDOM_SEED,
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
    """The selected keyframes of a sketch; changes apply to all of them.

    ``index`` is that of the current keyframe, whose values are shown; ``chosen`` has the indices of all selected ones.
    """

    changed = Signal()
    """The selection or the keyframes have changed."""

    def __init__(self, sketch: Sketch, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.sketch = sketch
        self.index = 0
        self.chosen = frozenset((0,))
        sketch.subscribe(self._on_change, DocumentOpened, FieldsChanged)

    @property
    def keyframe(self) -> Keyframe:
        """The current keyframe."""
        return self._keyframes[self.index]

    def describe(self, index: int) -> str:
        """Return the number, time, prompt and seed of a keyframe."""
        keyframe, count = self._keyframes[index], len(self._keyframes)
        prompt = keyframe.prompt or tr("no prompt")
        return tr(
            "Keyframe {number} of {count} at {seconds:.2f} seconds: {prompt}, {seed}",
            number=index + 1,
            count=count,
            seconds=keyframe.seconds,
            prompt=prompt,
            seed=seed_text(keyframe.seed),
        )

    @property
    def _keyframes(self) -> Keyframes:
        return self.sketch.state.keyframes

    def choose(self, index: int, *, together: bool = False) -> None:
        """Select a keyframe and make it the current one.

        Parameters
        ----------
        index : int
            Clamped to the existing keyframes.
        together : bool
            Whether to extend the selection; a keyframe that is selected already is then removed from it.
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
        """Change fields of the selected keyframes; changes of the same fields in one run are one undo step."""
        merge = f"keyframes {sorted(self.chosen)} {'+'.join(fields)} {run}"
        self._put(changed_keyframes(self._keyframes, self.chosen, **fields), self.chosen, self.index, merge=merge)

    def dice(self) -> None:
        """Give each of the selected keyframes a new random seed."""
        keyframes = tuple(
            replace(keyframe, seed=random.randrange(MAX_SEED)) if index in self.chosen else keyframe
            for index, keyframe in enumerate(self._keyframes)
        )
        self._put(keyframes, self.chosen, self.index)

    def move(self, by: float, drag: int = 0) -> None:
        """Move the selected keyframes by seconds; the moves of one drag are one undo step."""
        current = self.keyframe
        keyframes, chosen = moved_keyframes(self._keyframes, self.chosen, by, self.sketch.seconds)
        same = [index for index in sorted(chosen) if replace(keyframes[index], seconds=current.seconds) == current]
        self._put(keyframes, chosen, same[0] if same else min(chosen), merge=f"keyframe drag {drag}")

    def add(self, seconds: float, seed: int) -> None:
        """Add a copy of the current keyframe at a time in seconds, with another seed."""
        self._add(replace(self.keyframe, seconds=seconds, seed=seed))

    def copy(self) -> None:
        """Add a copy of the current keyframe at the same time, and select it."""
        self._add(replace(self.keyframe))

    def remove(self) -> None:
        """Remove the selected keyframes; one is always kept."""
        keyframes = without_keyframes(self._keyframes, self.chosen)
        if keyframes != self._keyframes:
            index = min(max(0, min(self.chosen) - 1), len(keyframes) - 1)
            self._put(keyframes, frozenset((index,)), index)

    def _add(self, added: Keyframe) -> None:
        keyframes = with_keyframe(self._keyframes, added)
        index = max(index for index, keyframe in enumerate(keyframes) if keyframe == added)
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


def seed_text(seed: int) -> str:
    """Return the seed of a keyframe as text."""
    return tr("random seed") if seed == RANDOM_SEED else tr("seed {seed}", seed=seed)
