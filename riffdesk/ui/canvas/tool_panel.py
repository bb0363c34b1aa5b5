"""The tool panel: the options of the active tool, and the colour map and levels of the canvas."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import partial

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QSignalBlocker, QSize, Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import (
    QCheckBox,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QLayout,
    QPushButton,
    QScrollArea,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from riffdesk.language import tr
from riffdesk.settings import Settings
from riffdesk.ui.actions import follow
from riffdesk.ui.canvas.choice_buttons import ChoiceButtons
from riffdesk.ui.canvas.plot.layer_image import COLOUR_MAPS
from riffdesk.ui.canvas.plot.level_range import HIGHEST_DB, LOWEST_DB, NEAREST_DB, LevelRange
from riffdesk.ui.canvas.tools.tool import (
    ButtonOption,
    ChoiceOption,
    CountOption,
    Option,
    SliderOption,
    SwitchOption,
    TextOption,
    Tool,
    ToolInfo,
)
from riffdesk.ui.fields import ChoiceField, SliderField, TextField, WholeField, whole_field
from riffdesk.ui.plain_text import wrapped
from riffdesk.ui.theme import Colours, line_height, width_of

_PAGE_LINES = 6


class ToolPanel(QWidget):
    """Edits the options of the active tool, and below them the colours of the canvas.

    The page of a tool is made when the tool is first shown. The pages of the other tools follow after the first
    picture of the panel, one at each turn of the event loop, so that the window does not wait for them.

    Parameters
    ----------
    settings : Settings
        Stores the options.
    tools : iterable of Tool
    """

    tool_changed = Signal()
    """An option of a tool has changed."""
    view_changed = Signal()
    """The colour map or the range of levels has changed."""

    def __init__(self, settings: Settings, tools: Iterable[Tool], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("toolSettings")
        self.setAccessibleName(tr("Tool settings"))
        self._settings = settings
        self._refreshers: list[Callable[[], None]] = []
        self._pages = QStackedWidget()
        self._actions: dict[str, QAction] = {}
        self._tools = {tool.info.object_name: tool.info for tool in tools}
        self._page_of: dict[str, QWidget] = {}
        column = QVBoxLayout(self)
        column.setContentsMargins(10, 4, 10, 4)
        column.addWidget(self._pages)
        column.addLayout(self._view_form())

    def set_actions(self, actions: dict[str, QAction]) -> None:
        """Set the menu's actions, which buttons among the options trigger; before the first tool is shown."""
        self._actions = actions

    def show_tool(self, object_name: str) -> None:
        """Show the options of a tool."""
        self._pages.setCurrentWidget(self._page(object_name))

    def page_steps(self) -> list[Callable[[], object]]:
        """Return a function for each tool that makes its page if it is missing, as `show_tool` does."""
        return [partial(self._page, name) for name in self._tools]

    def refresh(self) -> None:
        """Update the fields, after something else has changed an option."""
        for refresh in self._refreshers:
            refresh()

    def _page(self, object_name: str) -> QWidget:
        """Return the page of a tool; make it if necessary."""
        if object_name not in self._page_of:
            self._page_of[object_name] = page = _Page(self._new_page(self._tools[object_name]))
            self._pages.addWidget(page)
        return self._page_of[object_name]

    def _new_page(self, tool: ToolInfo) -> QWidget:
        page = QWidget()
        form = _form()
        form.setContentsMargins(0, 0, 0, 0)
        if tool.about:
            form.addRow(QLabel(tool.about, objectName="dim", wordWrap=True))
        for options in tool.options:
            field = self._row([self._titled(option, first=option is options[0]) for option in options])
            # A switch and a button have their words on them.
            titled = not isinstance(options[0], SwitchOption | ButtonOption)
            form.addRow(_title(options[0].title if titled else "", field), field)
        page.setLayout(form)
        return page

    def _titled(self, option: Option, *, first: bool) -> QWidget:
        """Return the field of an option; a number that is not the first of its row has its title before it."""
        field = self._field(option)
        if first or not isinstance(option, CountOption):
            return field
        pair = QWidget()
        row = QHBoxLayout(pair)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(QLabel(option.title))
        row.addWidget(field, 1)
        return pair

    def _row(self, fields: list[QWidget]) -> QWidget | QLayout:
        """Return fields in a row; a switch takes the remaining space."""
        if len(fields) == 1:
            return fields[0]
        row = QHBoxLayout()
        for field in fields:
            row.addWidget(field, int(isinstance(field, QCheckBox)))
        row.setSpacing(12)
        return row

    def _field(self, option: Option) -> QWidget:
        """Return the field that sets an option."""
        match option:
            case SliderOption():
                slider = _SettingSlider(self._settings, option)
                slider.changed.connect(self.tool_changed)
                self._refreshers.append(slider.refresh)
                return slider
            case CountOption():
                return self._count(option)
            case TextOption():
                return self._text(option)
            case ChoiceOption() if option.buttons:
                buttons = ChoiceButtons(
                    _object_name(option.setting), option, self._settings, partial(self._set, option.setting)
                )
                self._refreshers.append(buttons.show_value)
                return buttons
            case ChoiceOption():
                return self._choice(option)
            case SwitchOption():
                on = getattr(self._settings, option.setting)
                switch: QCheckBox = QCheckBox(option.title, checked=on, objectName=_object_name(option.setting))
                switch.setToolTip(wrapped(option.tip))
                switch.toggled.connect(partial(self._set, option.setting))
                self._refreshers.append(lambda: switch.setChecked(getattr(self._settings, option.setting)))
                return switch
            case ButtonOption():
                button: QPushButton = QPushButton(option.title, objectName=option.name)
                follow(button, self._actions[option.command])
                return button

    def _count(self, option: CountOption) -> QWidget:
        """Return a spin box."""
        name = _object_name(option.setting)
        count = whole_field(name, option.title, option.low, option.high, suffix=option.suffix, tip=option.tip)
        count.setValue(getattr(self._settings, option.setting))
        count.valueChanged.connect(partial(self._set, option.setting))
        self._refreshers.append(lambda: count.show_value(getattr(self._settings, option.setting)))
        return count

    def _text(self, option: TextOption) -> QWidget:
        """Return a line of text."""
        line = TextField(objectName=_object_name(option.setting), maxLength=option.longest)
        line.setAccessibleName(option.title)
        line.setToolTip(wrapped(option.tip))
        line.setText(getattr(self._settings, option.setting))
        line.textChanged.connect(partial(self._set, option.setting))

        def refresh() -> None:
            with QSignalBlocker(line):
                line.setText(getattr(self._settings, option.setting))

        self._refreshers.append(refresh)
        return line

    def _choice(self, option: ChoiceOption) -> QWidget:
        """Return a combo box."""
        choice = ChoiceField(_object_name(option.setting), option.title, option.tip)
        for value, title in option.titles.items():
            choice.addItem(title, value)
        choice.setCurrentIndex(max(0, choice.findData(getattr(self._settings, option.setting))))
        choice.currentIndexChanged.connect(lambda: self._set(option.setting, choice.currentData()))

        def refresh() -> None:
            with QSignalBlocker(choice):
                choice.setCurrentIndex(max(0, choice.findData(getattr(self._settings, option.setting))))

        self._refreshers.append(refresh)
        return choice

    def _view_form(self) -> QFormLayout:
        maps = ChoiceField("colourMap", tr("Colour map"), tr("Colours of the layer, from quiet to loud"))
        for name, title in COLOUR_MAPS.items():
            maps.addItem(title, name)
        maps.setCurrentIndex(max(0, maps.findData(self._settings.colour_map)))
        maps.currentIndexChanged.connect(lambda _: self._set("colour_map", maps.currentData(), view=True))
        self.automatic = QCheckBox(tr("Automatic"), objectName="levelAuto", checked=self._settings.level_auto)
        self.automatic.setToolTip(tr("Dark and bright follow the levels of the active layer"))
        self.automatic.toggled.connect(lambda on: self._set("level_auto", on, view=True))
        self.levels = LevelRange()
        self.levels.moved.connect(self._set_levels)
        self._low = self._level_field("levelLow", tr("Darkest"), tr("Level of the darkest colour"))
        self._high = self._level_field("levelHigh", tr("Brightest"), tr("Level of the brightest colour"))
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
        form.addRow(_title(tr("Colours"), line), line)
        form.addRow(ends)
        self.show_levels()
        return form

    def _level_field(self, name: str, title: str, tip: str) -> WholeField:
        return whole_field(name, title, LOWEST_DB, HIGHEST_DB, suffix=" dB", tip=tip)

    def show_levels(self, shares: NDArray[np.float64] | None = None) -> None:
        """Show the range of levels and, if given, the histogram of the active layer."""
        self._low.show_value(round(self._settings.level_low_db))
        self._high.show_value(round(self._settings.level_high_db))
        self.levels.show_range(self._settings.level_low_db, self._settings.level_high_db)
        if shares is not None:
            self.levels.show_shares(shares)

    def set_look(self, look: Colours) -> None:
        """Apply the colours of a theme."""
        self.levels.set_look(look)

    def _set_levels(self, low: float, high: float) -> None:
        """Set the range of levels, and switch automatic levels off."""
        self._settings.level_low_db, self._settings.level_high_db = float(low), float(high)
        self._settings.level_auto = False
        with QSignalBlocker(self.automatic):
            self.automatic.setChecked(False)
        self.show_levels()
        self.view_changed.emit()

    def _set(self, setting: str, value: object, *, view: bool = False) -> None:
        setattr(self._settings, setting, value)
        (self.view_changed if view else self.tool_changed).emit()


class _SettingSlider(QWidget):
    """A slider for a numeric setting, with its value as text beside it."""

    changed = Signal()

    def __init__(self, settings: Settings, option: SliderOption) -> None:
        super().__init__()
        self._settings, self._setting, self._scale, self._text = settings, option.setting, option.scale, option.text
        self._slider = SliderField(option.setting, option.title, option.low, option.high)
        self._slider.setToolTip(wrapped(option.tip))
        self._label = QLabel(objectName="dim")
        self._label.setMinimumWidth(width_of("24 dB/oct", 2))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self._slider, 1)
        row.addWidget(self._label)
        self._slider.valueChanged.connect(self._on_moved)
        self.refresh()

    def refresh(self) -> None:
        """Show the value of the setting."""
        value = getattr(self._settings, self._setting)
        with QSignalBlocker(self._slider):
            self._slider.setValue(round(value * self._scale))
        self._label.setText(self._text.format(value))

    def _on_moved(self, position: int) -> None:
        setattr(self._settings, self._setting, position / self._scale)
        self._label.setText(self._text.format(position / self._scale))
        self.changed.emit()


class _Page(QScrollArea):
    """Options of a tool, which are scrolled where the panel has no room for all their rows."""

    def __init__(self, options: QWidget) -> None:
        super().__init__(widgetResizable=True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setWidget(options)
        self._options = options

    def minimumSizeHint(self) -> QSize:
        """Size of the options, but no more than there is on a screen of 720 points beside all rows of the prompt."""
        least, room = self._options.minimumSizeHint(), _PAGE_LINES * line_height()
        bar = self.verticalScrollBar().sizeHint().width() if least.height() > room else 0
        return QSize(least.width() + bar, min(least.height(), room))


def _form() -> QFormLayout:
    form = QFormLayout(labelAlignment=Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, verticalSpacing=4)
    form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.ExpandingFieldsGrow)
    return form


def _title(text: str, field: QWidget | QLayout) -> QLabel:
    """Return a label for a field, with the height of the field so that they are aligned."""
    title = QLabel(text)
    title.setMinimumHeight(field.sizeHint().height())
    return title


def _object_name(setting: str) -> str:
    """Return the object name of a setting's field: ``tone_snap`` becomes ``toneSnap``."""
    first, *rest = setting.split("_")
    return first + "".join(word.capitalize() for word in rest)
