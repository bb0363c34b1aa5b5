"""The disk space of the library, and its limit."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QWidget

from riffdesk.language import tr
from riffdesk.settings import Settings
from riffdesk.ui.fields import decimal_field
from riffdesk.ui.library.library_thread import LibraryThread
from riffdesk.ui.plain_text import PlainLabel

_MIB_PER_GIB = 1_024
_LOWEST, _HIGHEST = 0.1, 97_656.0  # GiB
_TIP = tr(
    "Disk space that the library may take. If a new riff needs more, the trash is emptied, and then the oldest riffs "
    "without stars are removed; riffs with stars never are"
)


class LibraryRoom(QWidget):
    """Shows the size of the library, and has a field for its limit. A lower limit counts from the next riff on.

    Parameters
    ----------
    thread : LibraryThread
        Reads the size.
    settings : Settings
        Has the limit.
    """

    def __init__(self, thread: LibraryThread, settings: Settings) -> None:
        super().__init__(objectName="libraryRoom")
        self._thread, self._settings = thread, settings
        self._bytes = 0
        self.used = PlainLabel("", objectName="dim")
        self.limit = decimal_field(
            "libraryLimit",
            tr("Disk space that the library may take"),
            _LOWEST,
            _HIGHEST,
            1,
            1.0,
            suffix=" GiB",
            tip=_TIP,
        )
        self.limit.setValue(settings.library_mib / _MIB_PER_GIB)
        self.limit.setKeyboardTracking(False)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.used, 1)
        row.addWidget(self.limit)
        self.limit.valueChanged.connect(self._set_limit)
        self._show()

    def refresh(self) -> None:
        """Read the size again."""
        self._thread.submit(lambda library: library.size(), self._set_bytes)

    def _set_bytes(self, size: int) -> None:
        self._bytes = size
        self._show()

    def _set_limit(self, gib: float) -> None:
        self._settings.library_mib = max(100, round(gib * _MIB_PER_GIB))
        self._show()

    def _show(self) -> None:
        mib = self._bytes / 2**20
        size = f"{mib / _MIB_PER_GIB:.2f} GiB" if mib >= _MIB_PER_GIB else f"{mib:.1f} MiB"
        if mib > self._settings.library_mib:
            self.used.setText(tr("{size} used: the next riff removes old ones", size=size))
        else:
            self.used.setText(tr("{size} used of", size=size))
