"""The layers panel: a row of controls for each layer, the topmost first."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QSignalBlocker, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QAction, QColor, QContextMenuEvent, QMouseEvent, QWheelEvent
from PySide6.QtWidgets import (
    QApplication,
    QColorDialog,
    QFrame,
    QHBoxLayout,
    QLabel,
    QMenu,
    QScrollArea,
    QSlider,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from riffdesk.dsp.mix import SILENT_DB
from riffdesk.language import tr
from riffdesk.sketch.events import DocumentOpened, FieldsChanged, LayerChanged, LayersChanged
from riffdesk.sketch.layer import Layer
from riffdesk.sketch.mixer import silence_reason
from riffdesk.sketch.sketch import Sketch
from riffdesk.ui.actions import SEPARATOR, follow, without_mnemonic
from riffdesk.ui.fields import NameField
from riffdesk.ui.icons import icon
from riffdesk.ui.notices import Notice
from riffdesk.ui.plain_text import plain
from riffdesk.ui.playing.sound_drag import SoundGrip
from riffdesk.ui.theme import DARK, Colours, width_of

_ACTIONS = {
    "add": "actionAddLayer",
    "duplicate": "actionDuplicateLayer",
    "up": "actionLayerUp",
    "down": "actionLayerDown",
    "remove": "actionRemoveLayer",
}
"""Actions of the buttons, by the names of their icons."""
_MENU = (
    "actionMakeReal", "actionCompare", "actionUseRecipe", SEPARATOR, "actionAddPart", "actionSplitLayer", SEPARATOR,
    "actionMuteLayer", "actionSoloLayer", SEPARATOR, "actionDuplicateLayer", "actionLayerUp", "actionLayerDown",
    SEPARATOR, "actionRemoveLayer",
)  # fmt: skip
"""Actions of the context menu of a layer."""
_AUDIBILITY = frozenset(("mute", "solo"))  # fields that may make other layers silent or audible


class LayerRow(QFrame):
    """The controls of one layer; the pan is on a second line, which is visible while the layer is selected."""

    def __init__(self, sketch: Sketch, layer_id: str) -> None:
        super().__init__(objectName="layerRow")
        self._sketch, self._id = sketch, layer_id
        self.colour = QToolButton(accessibleName=tr("Layer colour"))
        self.colour.setToolTip(tr("Colour of the layer on the canvas"))
        self.colour.setFixedSize(16, 16)
        self.name = NameField(accessibleName=tr("Layer name"))
        self.mute = QToolButton(text="M", checkable=True, accessibleName=tr("Mute"), toolTip=tr("Mute this layer"))
        self.solo = QToolButton(
            text="S", checkable=True, accessibleName=tr("Solo"), toolTip=tr("Solo: play only this layer")
        )
        self.gain = _slider(tr("Gain", meaning="of a layer"), int(SILENT_DB) * 2, 24)
        self.gain.setToolTip(tr("Level in dB; double-click for 0 dB"))
        self.gain_text = QLabel(objectName="dim", toolTip=tr("Level in dB"))
        self.pan = _slider(tr("Pan"), -100, 100)
        self.pan.setToolTip(tr("Left to right; double-click for the middle"))
        self.pan_text = QLabel(objectName="dim")
        for slider in (self.gain, self.pan):
            slider.setMinimumWidth(44)
        for label, widest in (
            (self.gain_text, "-60.0"),
            (self.pan_text, tr("centre", meaning="between left and right")),
        ):
            label.setMinimumWidth(width_of(widest))
        self.grip = SoundGrip(layer_id, tr("this layer"))
        top = QHBoxLayout()
        top.setSpacing(4)
        for widget, stretch in (
            (self.grip, 0), (self.colour, 0), (self.name, 5), (self.mute, 0), (self.solo, 0),
            (self.gain, 2), (self.gain_text, 0),
        ):  # fmt: skip
            top.addWidget(widget, stretch)
        self.more = QWidget()
        bottom = QHBoxLayout(self.more)
        bottom.setContentsMargins(21 + self.grip.sizeHint().width(), 0, 0, 0)
        bottom.setSpacing(8)
        bottom.addWidget(QLabel(tr("Pan"), objectName="dim"))
        bottom.addWidget(self.pan, 1)
        bottom.addWidget(self.pan_text)
        column = QVBoxLayout(self)
        column.setContentsMargins(6, 2, 6, 2)
        column.setSpacing(1)
        column.addLayout(top)
        column.addWidget(self.more)
        self.name.editingFinished.connect(self._rename)
        self.mute.toggled.connect(lambda on: sketch.set_layer(layer_id, mute=on))
        self.solo.toggled.connect(lambda on: sketch.set_layer(layer_id, solo=on))
        self.gain.valueChanged.connect(lambda half_db: sketch.set_layer(layer_id, gain_db=half_db / 2))
        self.pan.valueChanged.connect(lambda percent: sketch.set_layer(layer_id, pan=percent / 100))
        self.colour.clicked.connect(self._pick_colour)

    def show_layer(self, layer: Layer, active: bool, silent_because: str = "") -> None:
        """Show the values of a layer, and the reason if it is silent, without changing the sketch."""
        widgets = (self.name, self.mute, self.solo, self.gain, self.pan)
        blockers = [QSignalBlocker(widget) for widget in widgets]
        if self.name.text() != layer.name:
            self.name.setText(layer.name)
            self.name.setCursorPosition(0)  # shows the beginning of a long name
        changed = tr("Notes changed: not heard until they are played again") if layer.notes else ""
        unheard = silent_because and tr("Not heard: {reason}", reason=silent_because)
        about = layer.name, tr("Name of the layer; click it to type another"), _origin(layer), changed, unheard
        self.name.setToolTip(plain("\n".join(filter(None, about))))
        self.mute.setChecked(layer.mute)
        self.solo.setChecked(layer.solo)
        self.gain.setValue(round(layer.gain_db * 2))
        self.pan.setValue(round(layer.pan * 100))
        del blockers
        self.gain_text.setText(tr("off") if layer.gain_db <= SILENT_DB else f"{layer.gain_db:+.1f}")
        side = "L" if layer.pan < 0 else "R"
        self.pan_text.setText(
            tr("centre", meaning="between left and right")
            if round(layer.pan * 100) == 0
            else f"{abs(round(layer.pan * 100))} {side}"
        )
        colour = QColor(layer.colour)
        colour.setAlpha(90 if silent_because else 255)
        tint = colour.name(QColor.NameFormat.HexArgb)
        style = f"background: {tint}; border-radius: 4px; min-width: 0; max-width: 14px; min-height: 0;"
        if self.colour.styleSheet() != style:  # setting a style sheet is slow
            self.colour.setStyleSheet(style)
        changed_notes = tr("notes changed") if layer.notes else ""
        states = (tr("Layer {name}", name=layer.name), tr("selected") if active else "", silent_because, changed_notes)
        self.setAccessibleName(", ".join(filter(None, states)))
        self.more.setVisible(active)
        if (self.property("active"), self.property("heard")) != (active, not silent_because):
            self.setProperty("active", active)
            self.setProperty("heard", not silent_because)
            for widget in (self, self.name, self.gain, self.gain_text):
                widget.style().unpolish(widget)
                widget.style().polish(widget)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Select the layer."""
        self.select()

    def select(self) -> None:
        """Make this the active layer."""
        self._sketch.select_layer(self._id)

    @property
    def fields(self) -> tuple[QWidget, ...]:
        """The widgets that take the focus, in tab order."""
        return self.grip, self.colour, self.name, self.mute, self.solo, self.gain, self.pan

    def _rename(self) -> None:
        name = self.name.text().strip()
        if not self._sketch.state.has_layer(self._id):
            return  # the layer is being removed
        if name and name != self._sketch.layer(self._id).name:
            self._sketch.set_layer(self._id, name=name[:80])

    def _pick_colour(self) -> None:
        before = QColor(self._sketch.layer(self._id).colour)
        colour = QColorDialog.getColor(before, self, tr("Colour of the layer"))
        if colour.isValid() and colour != before:
            self._sketch.set_layer(self._id, colour=colour.name())


def _origin(layer: Layer) -> str:
    """Return how a layer was made, as text; '' for a drawn layer."""
    recipe = layer.recipe
    if recipe is None:
        return ""
    first = recipe.keyframes[0]
    made = (
        tr("Made by {model} from “{prompt}”, seed {seed}", model=recipe.model, prompt=first.prompt, seed=first.seed)
        if first.prompt
        else ""
    )
    made = made or tr("Made by {model}, seed {seed}", model=recipe.model, seed=first.seed)
    return tr("{made}, from {source}", made=made, source=recipe.init) if recipe.init else made


class _Slider(QSlider):
    """A slider that a double-click resets to 0; the wheel scrolls the list instead."""

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        self.setValue(0)

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()


def _slider(name: str, low: int, high: int) -> QSlider:
    slider: QSlider = _Slider(Qt.Orientation.Horizontal, minimum=low, maximum=high, accessibleName=name)
    return slider


class LayersPanel(QWidget):
    """The rows of all layers, and buttons to add, copy, move and remove layers."""

    grip_added = Signal(object)
    """The `SoundGrip` of a new row."""

    def __init__(self, sketch: Sketch, notice: Notice, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("layers")
        self.setAccessibleName(tr("Layers"))
        self._sketch, self._notice = sketch, notice
        self._rows: dict[str, LayerRow] = {}
        self._isolated = False
        self._buttons: dict[str, QToolButton] = {}
        self._list = QVBoxLayout()
        self._list.setSpacing(3)
        self._list.addStretch(1)
        inside = QWidget()
        inside.setLayout(self._list)
        self._list.setContentsMargins(0, 0, 4, 0)
        self._scroll = scroll = QScrollArea(widgetResizable=True)
        self._sight = QTimer(self, singleShot=True, interval=0)
        self._sight.timeout.connect(self._show_active)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setWidget(inside)
        for sized in (inside, scroll.viewport()):
            sized.installEventFilter(self)
        self.menu = QMenu(tr("Layer"), self, toolTipsVisible=True)
        buttons = QHBoxLayout()
        for name in _ACTIONS:
            button = QToolButton(objectName=f"layer{name.title()}")
            button.setIconSize(QSize(18, 18))
            self._buttons[name] = button
            buttons.addWidget(button)
        buttons.addStretch(1)
        self._column = column = QVBoxLayout(self)
        column.setContentsMargins(10, 2, 8, 6)
        column.setSpacing(3)
        column.addLayout(buttons)
        column.addWidget(scroll, 1)
        self.set_look(DARK)
        sketch.subscribe(self._follow, DocumentOpened, LayersChanged)
        sketch.subscribe(self._on_layer, LayerChanged)
        sketch.subscribe(self._on_fields, FieldsChanged)
        self._follow()

    @property
    def grips(self) -> list[SoundGrip]:
        """The grips by which layers are dragged into other programs, the topmost first."""
        return [row.grip for row in self._rows.values()]

    def sizeHint(self) -> QSize:
        """Size that fits four layers, one of them selected."""
        return self._room(4)

    def minimumSizeHint(self) -> QSize:
        """Size that fits the selected layer."""
        return self._room(1)

    def _room(self, layers: int) -> QSize:
        rows = [row.sizeHint().height() for row in self._rows.values()]
        opened, plain = max(rows), min((*rows, max(rows) - self.fontMetrics().height()))
        buttons, spacing = self._buttons["add"].sizeHint().height(), self._list.spacing()
        margins = self._column.contentsMargins()
        height = margins.top() + margins.bottom() + buttons + self._column.spacing()
        return QSize(300, height + opened + (layers - 1) * (plain + spacing))

    def set_look(self, look: Colours) -> None:
        """Apply the colours of a theme."""
        for name, button in self._buttons.items():
            button.setIcon(icon(name, look))

    def set_actions(self, actions: dict[str, QAction]) -> None:
        """Connect the buttons with the menu's actions, and fill the context menu."""
        for name, button in self._buttons.items():
            action = actions[_ACTIONS[name]]
            follow(button, action)
            button.setAccessibleName(without_mnemonic(action.text()))
        for name in _MENU:
            self.menu.addAction(actions[name]) if name else self.menu.addSeparator()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Show the menu of the layer under the pointer, which becomes active, or else of the active layer."""
        row = self.childAt(event.pos())
        while row is not None and not isinstance(row, LayerRow):
            row = row.parentWidget()
        if row is not None:
            row.select()
        self.menu.popup(event.globalPos())

    def select(self, by: int) -> None:
        """Select the layer above (1) or below (-1) the active one."""
        ids = [layer.id for layer in self._sketch.layers]
        at = ids.index(self._sketch.state.active) + by
        if 0 <= at < len(ids):
            self._sketch.select_layer(ids[at])

    def mute(self) -> None:
        """Mute or unmute the active layer."""
        self._sketch.set_layer(self._sketch.state.active, mute=not self._sketch.active_layer.mute)

    def solo(self) -> None:
        """Solo or unsolo the active layer."""
        self._sketch.set_layer(self._sketch.state.active, solo=not self._sketch.active_layer.solo)

    def add(self) -> None:
        """Add an empty layer."""
        with self._notice.reporting_errors():
            self._sketch.new_layer()

    def duplicate(self) -> None:
        """Add a copy of the active layer."""
        with self._notice.reporting_errors():
            self._sketch.duplicate_layer(self._sketch.state.active)

    def remove(self) -> None:
        """Remove the active layer."""
        self._sketch.remove_layer(self._sketch.state.active)

    def reorder(self, by: int) -> None:
        """Move the active layer up (1) or down (-1)."""
        ids = [layer.id for layer in self._sketch.layers]
        at = ids.index(self._sketch.state.active)
        if 0 <= at + by < len(ids):
            self._sketch.move_layer(ids[at], at + by)

    def _on_layer(self, event: LayerChanged) -> None:
        for layer in self._sketch.layers if event.names & _AUDIBILITY else (self._sketch.layer(event.layer_id),):
            self._show(layer)

    def _on_fields(self, event: FieldsChanged) -> None:
        if "active" in event.names:
            self._follow()

    def _follow(self, _: object = None) -> None:
        wanted = [layer.id for layer in reversed(self._sketch.layers)]
        if wanted != list(self._rows):
            self._rebuild(wanted)
        for layer in self._sketch.layers:
            self._show(layer)
        self._sight.start()

    def _show(self, layer: Layer) -> None:
        state = self._sketch.state
        reason, is_active = silence_reason(state, layer.id), layer.id == state.active
        if self._isolated:
            reason = "" if is_active else tr("another layer is isolated")
        if layer.id in self._rows:
            self._rows[layer.id].show_layer(layer, is_active, reason)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keep the active layer in sight where the list or its room has another size."""
        if event.type() == QEvent.Type.Resize:
            self._sight.start()
        return False

    def _show_active(self) -> None:
        """Scroll to the active layer, except under a pressed button, whose click would be lost."""
        if not QApplication.mouseButtons():
            self._scroll.ensureWidgetVisible(self._rows[self._sketch.state.active], 0, 0)

    def set_isolated(self, on: bool) -> None:
        """Show that only the active layer is audible, or the layers' own state."""
        self._isolated = on
        self._follow()

    def _rebuild(self, wanted: list[str]) -> None:
        kept = self._rows
        rows = {layer_id: kept.get(layer_id) or LayerRow(self._sketch, layer_id) for layer_id in wanted}
        for layer_id, row in rows.items():
            if layer_id not in kept:
                self.grip_added.emit(row.grip)
        for gone in (row for layer_id, row in kept.items() if layer_id not in rows):
            self._list.removeWidget(gone)
            gone.deleteLater()
        for place, row in enumerate(rows.values()):
            self._list.removeWidget(row)
            self._list.insertWidget(place, row)
        self._rows = rows
        previous: QWidget = self._buttons["remove"]
        for row in rows.values():
            for field in row.fields:
                QWidget.setTabOrder(previous, field)
                previous = field
