"""The bar above the canvas: harmonics, magnet and grid, which change the marks of every tool; presets of the tool."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QAction, QResizeEvent
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QSizePolicy, QToolButton, QWidget

from riffdesk.language import tr
from riffdesk.settings import Settings
from riffdesk.sketch.paint.modifiers.harmonics import MAX_HARMONICS
from riffdesk.ui.canvas.bars.tool_presets import ToolPresets
from riffdesk.ui.canvas.tools.modifiers import magnet_on
from riffdesk.ui.canvas.tools.tool import ToolInfo
from riffdesk.ui.fields import ChoiceField, whole_field
from riffdesk.ui.plain_text import wrapped

_GRIDS = {
    "bar": tr("Bar"), "beat": tr("Beat"), "1/2": "1/2", "1/4": "1/4", "1/4T": tr("1/4 triplet"), "1/8": "1/8",
    "1/8T": tr("1/8 triplet"), "1/16": "1/16", "1/16T": tr("1/16 triplet"), "1/32": "1/32",
}  # fmt: skip
_NARROWEST = 320  # pixels
_MAGNETS = {"semitones": tr("Semitones"), "scale": tr("The key's scale"), "partials": tr("Partials that are there")}


class ModifierBar(QWidget):
    """Switches the modifiers on and off, and has their options.

    If the bar is too narrow, buttons have no text, and only active modifiers show their options.

    Parameters
    ----------
    settings : Settings
    actions : mapping of str to QAction
        The window's actions by name.
    on_preset : callable
        Called when a preset has changed the options of a tool.
    """

    changed = Signal()
    """A modifier or one of its options has changed."""

    def __init__(self, settings: Settings, actions: Mapping[str, QAction], on_preset: Callable[[], None]) -> None:
        super().__init__()
        self.setObjectName("modifierBar")
        self._settings = settings
        self._tool: ToolInfo | None = None
        self.presets = ToolPresets(settings)
        self.presets.chosen.connect(on_preset)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(4)
        self._groups: list[tuple[QToolButton, QAction, tuple[QWidget, ...]]] = []
        self._wide = 0  # pixels of the complete bar
        self._actions = {name: actions[name] for name in ("actionHarmonics", "actionMagnet", "actionSnap")}
        self._arrange()

    def _arrange(self) -> None:
        """Add the buttons of the actions, each with the options of its modifier."""
        settings = self._settings
        count = whole_field(
            "harmonicCount", tr("Number of harmonics"), 1, MAX_HARMONICS, tip=tr("Number of the highest harmonic")
        )
        rolloff = whole_field(
            "harmonicRolloff",
            tr("Roll-off of harmonics"),
            0,
            48,
            suffix=" dB/oct",
            tip=tr("Attenuation of each octave of harmonics: more sounds rounder, less brighter"),
        )
        count.setValue(settings.harmonic_count)
        rolloff.setValue(round(settings.harmonic_rolloff))
        odd = QCheckBox(tr("Odd"), objectName="harmonicsOdd", checked=settings.harmonics_odd)
        odd.setToolTip(wrapped(tr("Leaves out the even harmonics, for a hollow sound like a clarinet")))
        count.valueChanged.connect(lambda value: self._set("harmonic_count", value))
        rolloff.valueChanged.connect(lambda value: self._set("harmonic_rolloff", float(value)))
        odd.toggled.connect(lambda on: self._set("harmonics_odd", on))
        magnet = self._choice("magnetTo", "magnet_to", tr("Pitches that marks go to"), _MAGNETS)
        grid = self._choice("snapTo", "snap_to", tr("Grid that strokes and selections go to"), _GRIDS)
        options: tuple[tuple[QWidget, ...], ...] = (count, rolloff, odd), (magnet,), (grid,)
        for (name, action), fields in zip(self._actions.items(), options, strict=True):
            button = QToolButton(objectName=f"{name}Button")
            button.setDefaultAction(action)
            button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
            action.toggled.connect(self._fit)
            self._groups.append((button, action, fields))
            self._row.addWidget(button)
            for field in fields:
                field.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
                self._row.addWidget(field)
            self._row.addSpacing(10)
        self._row.addStretch(1)
        self._row.addWidget(self.presets)
        self._actions["actionHarmonics"].setChecked(settings.harmonics)
        self._actions["actionSnap"].setChecked(settings.snap)

    def minimumSizeHint(self) -> QSize:
        """Return the smallest usable size."""
        return QSize(_NARROWEST, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Adapt the bar to its width."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        style = Qt.ToolButtonStyle
        if all(button.toolButtonStyle() == style.ToolButtonTextBesideIcon for button, *_ in self._groups):
            self._wide = self._row.minimumSize().width()
        narrow = self.width() < self._wide
        for button, action, fields in self._groups:
            button.setToolButtonStyle(style.ToolButtonIconOnly if narrow else style.ToolButtonTextBesideIcon)
            for field in fields:
                field.setVisible(action.isChecked() or not narrow)

    def show_tool(self, tool: ToolInfo) -> None:
        """Show whether the magnet is on for a tool, and its presets."""
        self._tool = tool
        self.presets.show_tool(tool)
        self._actions["actionMagnet"].setChecked(magnet_on(self._settings, tool))

    def set_harmonics(self, on: bool) -> None:
        """Switch harmonics on or off."""
        self._set("harmonics", on)

    def set_magnet(self, on: bool) -> None:
        """Switch the magnet on or off, for all tools."""
        if self._tool is not None and on != magnet_on(self._settings, self._tool):
            self._set("magnet", "on" if on else "off")

    def set_grid(self, on: bool) -> None:
        """Switch the grid on or off."""
        self._set("snap", on)

    def _choice(self, name: str, setting: str, title: str, titles: dict[str, str]) -> ChoiceField:
        field = ChoiceField(name, title, title)
        for value, text in titles.items():
            field.addItem(text, value)
        field.setCurrentIndex(max(0, field.findData(getattr(self._settings, setting))))
        field.currentIndexChanged.connect(lambda: self._set(setting, field.currentData()))
        return field

    def _set(self, setting: str, value: object) -> None:
        setattr(self._settings, setting, value)
        self.changed.emit()
