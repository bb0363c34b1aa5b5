"""How far ahead of playback a jam is: the next free bar, a bar and a text."""

from __future__ import annotations

from PySide6.QtWidgets import QLabel, QProgressBar

from riffdesk.engine.session.pace import BARS_AHEAD
from riffdesk.language import tr
from riffdesk.ui.jam.jam import Jam
from riffdesk.ui.plain_text import wrapped


class JamReserve:
    """The widgets of the reserve, which the jam's panel arranges."""

    def __init__(self) -> None:
        self.next_bar = QLabel(objectName="jamNextBar", accessibleDescription=tr("Next free bar"))
        self.next_bar.setToolTip(tr("The first bar in which a change would be heard"))
        self.bar = QProgressBar(objectName="jamReserve", accessibleName=tr("Bars ahead"), textVisible=False)
        tip = tr(
            "Finished bars ahead of playback: at least {count} if the computer is fast enough. "
            "Prepared bars are repetitions and take no time, unless something is changed",
            count=BARS_AHEAD,
        )
        self.bar.setToolTip(wrapped(tip))
        self.bar.setRange(0, 100 * (BARS_AHEAD + 1))
        self.text = QLabel(objectName="dim")

    def show(self, jam: Jam) -> None:
        """Show the reserve of a jam."""
        running = jam.running
        self.next_bar.setText(tr("Next free bar: {bar}", bar=jam.next_bar) if running else tr("Next free bar: –"))
        ahead = jam.reserve if running else 0.0
        self.bar.setValue(min(self.bar.maximum(), round(100 * ahead)))
        text = tr("{ahead:.1f} bars ahead", ahead=ahead) if running else ""
        prepared = jam.last.prepared if running and jam.last is not None else 0
        if prepared:
            text = ", ".join((text, tr("{count} prepared", count=prepared)))
        if running and jam.is_repeating:
            text = tr("the last bars repeat")
        self.bar.setFormat(text)
        self.text.setText(text)
