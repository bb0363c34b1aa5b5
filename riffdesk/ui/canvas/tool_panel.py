"""Settings of the tool in hand and of the picture: brush size and hardness, harmonics, colour map, levels."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import (
    QCheckBox,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QLayout,
    QPushButton,
    QSlider,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from riffdesk.settings import Settings
from riffdesk.sketch.paint.tips import MAX_SIZE, MIN_SIZE
from riffdesk.ui.actions import follow
from riffdesk.ui.canvas.layer_image import COLOUR_MAPS
from riffdesk.ui.canvas.level_range import HIGHEST_DB, LOWEST_DB, NEAREST_DB, LevelRange
from riffdesk.ui.fields import ChoiceField, WholeField, whole_field
from riffdesk.ui.theme import Colours, width_of
from riffdesk.ui.tips import wrapped

_SIZE = "Diameter of the mark, in pixels of the picture. Tools > Smaller mark and Larger mark change it by key"
_HARDNESS = "How much of the mark counts fully; the rest fades out towards its edge"
_LOUD = "How loud it is painted; 100% is full scale"
_TAKEN = "How much of the sound is taken away"
_PARTIALS = "How many partials the tone has, the pitch itself among them: more sound brighter"
_ROLLOFF = "How much quieter each octave of partials is: more sounds rounder, less brighter"


class ToolPanel(QWidget):
    """One page of sliders for each tool, and the colours of the spectrogram below."""

    tool_changed = Signal()
    view_changed = Signal()

    def __init__(self, settings: Settings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("toolSettings")
        self.setAccessibleName("Tool settings")
        self._settings = settings
        self._sliders: list[_SettingSlider] = []
        self._pages = QStackedWidget()
        self._places = {
            "toolBrush": self._pages.addWidget(self._paint_page("brush", _LOUD)),
            "toolTone": self._pages.addWidget(self._tone_page()),
            "toolEraser": self._pages.addWidget(self._paint_page("eraser", _TAKEN)),
            "toolMask": self._pages.addWidget(self._mask_page()),
            "toolSelect": self._pages.addWidget(_select_page()),
        }
        column = QVBoxLayout(self)
        column.setContentsMargins(10, 6, 10, 6)
        column.addWidget(self._pages)
        column.addLayout(self._view_form())

    def set_actions(self, actions: dict[str, QAction]) -> None:
        """Have the button for the mask do what the menu's action does."""
        follow(self._clear, actions["actionClearMask"])

    def show_tool(self, object_name: str) -> None:
        """Show the page of a tool."""
        self._pages.setCurrentIndex(self._places[object_name])

    def refresh(self) -> None:
        """Show values that were changed by a shortcut."""
        for slider in self._sliders:
            slider.refresh()

    def _paint_page(self, tool: str, strength: str) -> QWidget:
        return self._page(
            ("Size", self._slider(f"{tool}_size", MIN_SIZE, MAX_SIZE, 1, "{:.0f}", _SIZE)),
            ("Hardness", self._slider(f"{tool}_hardness", 0, 100, 100, "{:.0%}", _HARDNESS)),
            ("Strength", self._slider(f"{tool}_strength", 1, 100, 100, "{:.0%}", strength)),
        )

    def _tone_page(self) -> QWidget:
        snap = QCheckBox("Keep to semitones", checked=self._settings.tone_snap, objectName="toneSnap")
        snap.setToolTip("Every tone is at the nearest semitone, and so in tune")
        snap.toggled.connect(lambda on: self._set("tone_snap", on))
        harmonics = whole_field(
            "toneHarmonics",
            "Harmonics",
            1,
            16,
            tip=_PARTIALS,
        )
        harmonics.setValue(self._settings.tone_harmonics)
        harmonics.valueChanged.connect(lambda value: self._set("tone_harmonics", value))
        row = QHBoxLayout()
        row.addWidget(harmonics)
        row.addSpacing(6)
        row.addWidget(snap, 1)
        return self._page(
            ("Strength", self._slider("tone_strength", 1, 100, 100, "{:.0%}", _LOUD)),
            ("Roll-off", self._slider("tone_rolloff_db", 0, 24, 1, "{:.0f} dB/oct", _ROLLOFF)),
            ("Harmonics", row),
        )

    def _mask_page(self) -> QWidget:
        erase = QCheckBox("Take away", checked=self._settings.mask_erase, objectName="maskErase")
        erase.setToolTip("Painting takes the mask away, so that what was marked is kept")
        erase.toggled.connect(lambda on: self._set("mask_erase", on))
        self._clear = QPushButton("Clear mask", objectName="clearMask")
        row = QHBoxLayout()
        row.addWidget(erase, 1)
        row.addWidget(self._clear)
        return self._page(
            ("Size", self._slider("mask_size", MIN_SIZE, MAX_SIZE, 1, "{:.0f}", _SIZE)),
            ("Hardness", self._slider("mask_hardness", 0, 100, 100, "{:.0%}", _HARDNESS)),
            ("", row),
        )

    def _view_form(self) -> QFormLayout:
        maps = ChoiceField("colourMap", "Colour map", "Colours of the layer, from quiet to loud")
        for name, title in COLOUR_MAPS.items():
            maps.addItem(title, name)
        maps.setCurrentIndex(max(0, maps.findData(self._settings.colour_map)))
        maps.currentIndexChanged.connect(lambda _: self._set("colour_map", maps.currentData(), view=True))
        self.automatic = QCheckBox("Automatic", objectName="levelAuto", checked=self._settings.level_auto)
        self.automatic.setToolTip("Dark and bright follow the levels of the active layer, so that it is clear to see")
        self.automatic.toggled.connect(lambda on: self._set("level_auto", on, view=True))
        self.levels = LevelRange()
        self.levels.moved.connect(self._set_levels)
        self._low = self._level_field("levelLow", "Darkest", "Level that the darkest colour stands for")
        self._high = self._level_field("levelHigh", "Brightest", "Level that the brightest colour stands for")
        self._low.valueChanged.connect(
            lambda low: self._set_levels(low, max(self._settings.level_high_db, low + NEAREST_DB))
        )
        self._high.valueChanged.connect(
            lambda high: self._set_levels(min(self._settings.level_low_db, high - NEAREST_DB), high)
        )
        line = QWidget()
        top, ends = QHBoxLayout(line), QHBoxLayout()
        top.setContentsMargins(0, 0, 0, 0)
        top.addWidget(maps, 1)
        top.addSpacing(6)
        top.addWidget(self.automatic)
        ends.addWidget(self._low)
        ends.addWidget(self.levels, 1)
        ends.addWidget(self._high)
        form = _form()
        form.addRow(_title("Colours", line), line)
        form.addRow(ends)
        self.show_levels()
        return form

    def _level_field(self, name: str, title: str, tip: str) -> WholeField:
        return whole_field(name, title, LOWEST_DB, HIGHEST_DB, suffix=" dB", tip=tip)

    def show_levels(self, shares: NDArray[np.float64] | None = None) -> None:
        """Show the range of levels as it is, and how loud the active layer is, if that has changed."""
        self._low.show_value(round(self._settings.level_low_db))
        self._high.show_value(round(self._settings.level_high_db))
        self.levels.show_range(self._settings.level_low_db, self._settings.level_high_db)
        if shares is not None:
            self.levels.show_shares(shares)

    def set_look(self, look: Colours) -> None:
        """Take over a theme's colours."""
        self.levels.set_look(look)

    def _set_levels(self, low: float, high: float) -> None:
        """Take a range that the user wants, which is no longer the automatic one."""
        self._settings.level_low_db, self._settings.level_high_db = float(low), float(high)
        self._settings.level_auto = False
        with QSignalBlocker(self.automatic):
            self.automatic.setChecked(False)
        self.show_levels()
        self.view_changed.emit()

    def _page(self, *rows: tuple[str, QWidget | QLayout]) -> QWidget:
        page = QWidget()
        form = _form()
        form.setContentsMargins(0, 0, 0, 0)
        for title, widget in rows:
            form.addRow(_title(title, widget), widget)
        page.setLayout(form)
        return page

    def _slider(self, setting: str, low: int, high: int, scale: int, text: str, tip: str) -> _SettingSlider:
        slider = _SettingSlider(self._settings, setting, low, high, scale, text)
        slider.set_tip(tip)
        slider.changed.connect(self.tool_changed)
        self._sliders.append(slider)
        return slider

    def _set(self, setting: str, value: object, *, view: bool = False) -> None:
        setattr(self._settings, setting, value)
        (self.view_changed if view else self.tool_changed).emit()


class _SettingSlider(QWidget):
    """A slider for one numeric setting, with its value written beside it."""

    changed = Signal()

    def __init__(self, settings: Settings, setting: str, low: int, high: int, scale: int, text: str) -> None:
        super().__init__()
        self._settings, self._setting, self._scale, self._text = settings, setting, scale, text
        name = setting.replace("_db", "").replace("_", " ").capitalize()
        self._slider = QSlider(
            Qt.Orientation.Horizontal, minimum=low, maximum=high, accessibleName=name, objectName=setting
        )
        self._label = QLabel(objectName="dim")
        self._label.setMinimumWidth(width_of("24 dB/oct", 2))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self._slider, 1)
        row.addWidget(self._label)
        self._slider.valueChanged.connect(self._on_moved)
        self.refresh()

    def set_tip(self, tip: str) -> None:
        """Say what the setting does."""
        self._slider.setToolTip(wrapped(tip))

    def refresh(self) -> None:
        """Show the setting as it is."""
        value = getattr(self._settings, self._setting)
        with QSignalBlocker(self._slider):
            self._slider.setValue(round(value * self._scale))
        self._label.setText(self._text.format(value))

    def _on_moved(self, position: int) -> None:
        setattr(self._settings, self._setting, position / self._scale)
        self._label.setText(self._text.format(position / self._scale))
        self.changed.emit()


def _form() -> QFormLayout:
    form = QFormLayout(labelAlignment=Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, verticalSpacing=5)
    form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.ExpandingFieldsGrow)
    return form


def _title(text: str, field: QWidget | QLayout) -> QLabel:
    """Return the title of a field, as high as the field so that they stand on one line."""
    title = QLabel(text)
    title.setMinimumHeight(field.sizeHint().height())
    return title


def _select_page() -> QWidget:
    page = QWidget()
    column = QVBoxLayout(page)
    column.setContentsMargins(0, 0, 0, 0)
    text = (
        "Drag a rectangle; Shift takes all frequencies.\nCut, copy and delete act on it, the buttons beside it "
        "move it by a semitone or make it anew, and the loop plays it."
    )
    column.addWidget(QLabel(text, objectName="dim", wordWrap=True))
    column.addStretch(1)
    return page
