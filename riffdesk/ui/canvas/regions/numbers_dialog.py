"""A small dialog for the parameters of a command, which is applied while they are changed."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QHBoxLayout,
    QProgressBar,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from riffdesk.language import tr, translated
from riffdesk.sketch.paint.effects.effect import Parameter
from riffdesk.ui.canvas.regions.trial import Computation
from riffdesk.ui.fields import ChoiceField, DecimalField, SliderField, decimal_field
from riffdesk.ui.theme import width_of

_STEPS = 1_000  # of a slider
_DELAY_MS = 15  # while a slider moves, the newest numbers are tried after each event


class NumbersDialog(QDialog):
    """Asks for numbers, each with a slider and a field, or a list.

    Parameters
    ----------
    title : str
    parameters : tuple of Parameter
    values : mapping
        Numbers that are shown first.
    attempt : callable
        Called with the numbers at first and after each change.
    play : callable
        Starts or stops playback.
    computation : Computation, optional
        Work after an attempt; the dialog shows its progress, and closes when it is done.
    """

    def __init__(
        self,
        title: str,
        parameters: tuple[Parameter, ...],
        values: Mapping[str, float],
        attempt: Callable[[dict[str, float]], object],
        play: Callable[[], object],
        parent: QWidget | None = None,
        *,
        computation: Computation | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("numbersDialog")
        self.setWindowTitle(title)
        self.setMinimumWidth(360)
        self._fields: dict[str, ChoiceField | DecimalField] = {}
        self._attempt, self._computation, self._accepted = attempt, computation, False
        self._delay = QTimer(self, singleShot=True, interval=_DELAY_MS)
        self._delay.timeout.connect(lambda: self._attempt(self.values))
        form = QFormLayout()
        for parameter in parameters:
            value = parameter.checked(values.get(parameter.name, parameter.default))
            form.addRow(translated(parameter.title), self._row(parameter, value))
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        apply: QPushButton = buttons.addButton(tr("Apply"), QDialogButtonBox.ButtonRole.AcceptRole)
        apply.setDefault(True)
        playing: QPushButton = buttons.addButton(tr("Play or stop"), QDialogButtonBox.ButtonRole.ActionRole)
        playing.setObjectName("numbersPlay")
        playing.setAutoDefault(False)
        playing.clicked.connect(lambda: play())
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        self._rows = QWidget()
        self._rows.setLayout(form)
        form.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._rows)
        self._apply = apply
        if computation is not None:
            self._show_computation(computation, column)
        column.addWidget(buttons)
        self._change()

    @property
    def values(self) -> dict[str, float]:
        """The numbers by the names of their parameters."""
        return {
            name: float(field.currentIndex() if isinstance(field, ChoiceField) else field.value())
            for name, field in self._fields.items()
        }

    def accept(self) -> None:
        """Try the newest numbers and close."""
        for field in self._fields.values():
            if isinstance(field, DecimalField):
                field.interpretText()
        if self._delay.isActive():
            self._delay.stop()
            self._attempt(self.values)
        if self._computation is None or not self._computation.busy:
            super().accept()
            return
        self._accepted = True
        self._apply.setEnabled(False)
        self._rows.setEnabled(False)

    def _change(self) -> None:
        """Try the newest numbers soon."""
        self._delay.start()

    def _show_computation(self, computation: Computation, column: QVBoxLayout) -> None:
        """Show the progress of a computation; without parameters, close when it is done."""
        bar = QProgressBar(accessibleName=tr("Progress"), textVisible=False, objectName="numbersProgress")
        column.addWidget(bar)

        def show(done: int, total: int) -> None:
            bar.setRange(0, 0 if total <= 1 else total)
            bar.setValue(done)

        def finish() -> None:
            bar.setRange(0, 1)
            bar.setValue(1)
            if self._accepted:
                super(NumbersDialog, self).accept()

        computation.progressed.connect(show)
        computation.finished.connect(finish)
        computation.failed.connect(self.reject)
        if not self._fields:
            QTimer.singleShot(0, self, self.accept)

    def _row(self, parameter: Parameter, value: float) -> QWidget:
        name = f"number{parameter.name.capitalize()}"
        if parameter.choices:
            choice = ChoiceField(name, translated(parameter.title), translated(parameter.tip))
            choice.addItems([translated(word) for word in parameter.choices])
            choice.setCurrentIndex(round(value))
            choice.currentIndexChanged.connect(lambda _: self._change())
            self._fields[parameter.name] = choice
            return choice
        low, high, decimals = parameter.low, parameter.high, parameter.decimals
        number = decimal_field(
            name,
            translated(parameter.title),
            low,
            high,
            decimals,
            10.0**-decimals,
            suffix=translated(parameter.unit),
            tip=translated(parameter.tip),
        )
        number.setMinimumWidth(width_of("0.0625 beats", 40))
        steps = min(_STEPS, round((high - low) * 10**decimals))
        slider = SliderField(f"{name}Slider", translated(parameter.title), 0, steps)
        slider.setToolTip(number.toolTip())

        def show(shown: float) -> None:
            slider.blockSignals(True)
            slider.setValue(round((shown - low) / (high - low) * steps))
            slider.blockSignals(False)

        number.setValue(value)
        show(value)
        slider.valueChanged.connect(lambda step: number.setValue(low + step / steps * (high - low)))
        number.valueChanged.connect(show)
        number.valueChanged.connect(lambda _: self._change())
        self._fields[parameter.name] = number
        row, line = QWidget(), QHBoxLayout()
        line.setContentsMargins(0, 0, 0, 0)
        line.addWidget(slider, 1)
        line.addWidget(number)
        row.setLayout(line)
        return row
