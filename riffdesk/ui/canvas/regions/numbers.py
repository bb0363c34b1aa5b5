"""Asks for the parameters of commands, and stores the last values."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress

from PySide6.QtWidgets import QWidget

from riffdesk.language import translated
from riffdesk.settings import Settings
from riffdesk.sketch.paint.effects.effect import Parameter
from riffdesk.ui.canvas.regions.numbers_dialog import NumbersDialog
from riffdesk.ui.canvas.regions.trial import Computation


class Numbers:
    """Shows the dialogs for numbers.

    Parameters
    ----------
    settings : Settings
        Stores the last values.
    over : QWidget
        The widget in whose window the dialogs are shown.
    """

    def __init__(self, settings: Settings, over: QWidget) -> None:
        self._settings, self._over = settings, over
        self.play: Callable[[], object] = lambda: None
        """Starts or stops playback."""

    def ask(
        self,
        title: str,
        parameters: tuple[Parameter, ...],
        attempt: Callable[[dict[str, float]], object],
        *,
        computation: Computation | None = None,
    ) -> bool:
        """Show the dialog; return whether the user accepts the last tried numbers.

        Parameters
        ----------
        title : str
            Marked English text, under which the last values are stored.
        attempt : callable
            Called with the numbers at first and after each change.
        computation : Computation, optional
            Work after an attempt; the dialog closes when it is done. Without parameters, it shows only the progress.
        """
        stored, values = self._settings.region_numbers, {}
        for parameter in parameters:
            with suppress(KeyError, ValueError):
                values[parameter.name] = float(stored[f"{title}: {parameter.name}"])
        dialog = NumbersDialog(
            translated(title),
            parameters,
            values,
            attempt,
            lambda: self.play(),
            self._over.window(),
            computation=computation,
        )
        kept = bool(dialog.exec())
        if kept:
            given = {f"{title}: {name}": repr(value) for name, value in dialog.values.items()}
            self._settings.region_numbers = {**stored, **given}
        dialog.deleteLater()
        return kept
