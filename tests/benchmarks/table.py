"""One line of the table of figures: what was measured, what it must reach, what it is."""

from __future__ import annotations

import os


def figure(what: str, measured: str, must: str) -> None:
    """Print a row; the platform is named since a window without a screen is another window."""
    print(f"\n| {what:<62} | {must:>16} | {measured:>34} | {os.environ.get('QT_QPA_PLATFORM', 'default')} |")
