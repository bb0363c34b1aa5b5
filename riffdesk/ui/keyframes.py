"""Which keyframe the prompt panel and the seed timeline are about."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from riffdesk.sketch.edits import Change
from riffdesk.sketch.sketch import Sketch
from riffdesk.sketch.timeline import Keyframe, changed_keyframe, with_keyframe, without_keyframe


class CurrentKeyframe(QObject):
    """One keyframe of the sketch, chosen on the timeline and edited in the prompt panel."""

    changed = Signal()

    def __init__(self, sketch: Sketch, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.sketch = sketch
        self.index = 0
        sketch.subscribe(self._on_change)

    @property
    def keyframe(self) -> Keyframe:
        """The keyframe as it is now."""
        return self.sketch.state.keyframes[self.index]

    def choose(self, index: int) -> None:
        """Make another keyframe the current one."""
        self.index = min(max(0, index), len(self.sketch.state.keyframes) - 1)
        self.changed.emit()

    def edit(self, **fields: object) -> None:
        """Change fields of the current keyframe; a run of changes of one field is one undo step."""
        keyframes = changed_keyframe(self.sketch.state.keyframes, self.index, **fields)
        merge = f"keyframe {self.index} {'+'.join(fields)}" if "seconds" not in fields else "keyframe drag"
        if "seconds" in fields:
            times = [one.seconds for one in keyframes]
            self.index = times.index(float(fields["seconds"]))  # type: ignore[arg-type]
        self.sketch.set_keyframes(keyframes, merge=merge)

    def add(self, seconds: float, seed: int) -> None:
        """Add a keyframe like the current one at a time, with a seed of its own."""
        fields = {**self.keyframe.__dict__, "seconds": seconds, "seed": seed}
        added = Keyframe(**fields)
        keyframes = with_keyframe(self.sketch.state.keyframes, added)
        self.index = keyframes.index(added)
        self.sketch.set_keyframes(keyframes)

    def remove(self) -> None:
        """Remove the current keyframe, unless it is the only one."""
        keyframes = without_keyframe(self.sketch.state.keyframes, self.index)
        if keyframes != self.sketch.state.keyframes:
            self.index = max(0, self.index - 1)
            self.sketch.set_keyframes(keyframes)

    def _on_change(self, change: Change) -> None:
        if change.what == "state":
            self.index = min(self.index, len(self.sketch.state.keyframes) - 1)
            self.changed.emit()
