"""The readout of time, frequency, note and level under the mouse."""

from __future__ import annotations

from collections.abc import Callable

from riffdesk.dsp.mel import ink_to_db
from riffdesk.dsp.pitch import note_of
from riffdesk.language import tr
from riffdesk.sketch.sketch import Sketch
from riffdesk.ui.plain_text import ElidedLabel


class Readout(ElidedLabel):
    """Shows the time, frequency, note and level under the mouse."""

    def __init__(self, sketch: Sketch) -> None:
        super().__init__(" ", objectName="readout", accessibleDescription=tr("Under the cursor"))
        self._sketch = sketch
        self.about: Callable[[tuple[float, float]], str] = lambda _: ""
        """Returns a description of other contents at a cell, such as a note."""
        self.numbers: Callable[[], str] = lambda: ""
        """Returns the numbers of a drag, which replace the readout."""

    def show_cell(self, cell: tuple[float, float] | None) -> None:
        """Show a fractional (column, band) of the active layer; None clears the readout."""
        if cell is None or self.numbers():
            self.setText(self.numbers() or " ")
            return
        params, ink = self._sketch.params, self._sketch.active_layer.tiles
        hertz = max(float(params.hertz_of(cell[1])), 0.0)
        column = min(max(0, round(cell[0])), ink.shape[-1] - 1)
        band = min(max(0, round(cell[1])), ink.shape[-2] - 1)
        level = ink_to_db(float(ink[..., band, column].max()), params)
        name, cents = note_of(hertz) if hertz >= 1 else ("–", 0)
        loudness = f"{level:.1f} dB" if level > -200 else tr("silence")
        seconds = max(0.0, cell[0] / params.columns_per_second)
        texts = (
            f"{seconds:.3f} s",
            f"{hertz:.1f} Hz",
            tr("{name} {cents:+d} cents", name=name, cents=cents),
            loudness,
            self.about(cell),
        )
        self.setText("    ".join(filter(None, texts)))
