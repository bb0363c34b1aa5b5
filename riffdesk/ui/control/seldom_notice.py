"""Notices about messages from outside, which may come in floods."""

from __future__ import annotations

from riffdesk.language import plural
from riffdesk.ui.notices import Notice

_QUIET_SECONDS = 5.0


class SeldomNotice:
    """Tells one thing in five seconds, and leaves out what comes in between.

    Parameters
    ----------
    notice : Notice
    kind : str
        Kind of the messages, for people: ``MIDI`` or ``OSC``.
    """

    def __init__(self, notice: Notice, kind: str) -> None:
        self._notice, self._kind = notice, kind
        self._quiet_until = 0.0

    def tell(self, text: str, now: float) -> None:
        """Tell something at a time of a monotonic clock."""
        if now >= self._quiet_until:
            self._quiet_until = now + _QUIET_SECONDS
            self._notice.tell(text)

    def tell_dropped(self, count: int, now: float) -> None:
        """Tell how many messages were dropped."""
        self.tell(
            plural(
                count,
                "{count} {kind} message came too fast and was left out.",
                "{count} {kind} messages came too fast and were left out.",
                kind=self._kind,
            ),
            now,
        )
