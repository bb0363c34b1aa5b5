"""The dock of the jam: start and stop, the prompt, parts, scenes, and keeping its bars."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QAction, QKeyEvent, QShowEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QFileDialog,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QMenu,
    QPushButton,
    QScrollArea,
    QSizePolicy,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from riffdesk.compose.vocabulary import DENSITIES
from riffdesk.engine.session.jam_message import JAM_ROLES, MAX_BLENDED, MAX_SCENES
from riffdesk.language import tr, translated
from riffdesk.ui.actions import follow
from riffdesk.ui.fields import ChoiceField, SliderField, TextField
from riffdesk.ui.jam.blend_pad import BlendPad
from riffdesk.ui.jam.jam import Jam
from riffdesk.ui.jam.jam_paint import NAME
from riffdesk.ui.jam.jam_reserve import JamReserve
from riffdesk.ui.jam.part_row import PartRow
from riffdesk.ui.plain_text import PlainLabel
from riffdesk.ui.playing.playback import Playback
from riffdesk.ui.riff.recipe_maker import RecipeMaker
from riffdesk.ui.theme import width_of
from riffdesk.ui.window_parts import WindowParts

_LAST_MINUTE = 60.0
_HEARD = tr("The change is heard")
_WALKS = (2, 4, 8, 16)


class JamPanel(QWidget):
    """The controls of the jam. The dock shows the bar from which the next change is heard.

    They are created after the window's first picture, or when they are first needed.

    Parameters
    ----------
    parts : WindowParts
    recipe_maker : RecipeMaker
    playback : Playback
    """

    def __init__(
        self, parts: WindowParts, recipe_maker: RecipeMaker, playback: Playback, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName("jam")
        self.jam = Jam(parts, recipe_maker, playback, self)
        self._settings = parts.settings
        self._scenes: set[int] = set()
        self._actions: dict[str, QAction] = {}
        self._complete = False

    # Construction

    def showEvent(self, event: QShowEvent) -> None:
        """Make the controls if they are not there."""
        self.make()
        super().showEvent(event)

    def make(self) -> None:
        """Make the controls if they are not there."""
        if self._complete:
            return
        self._complete = True
        self._make_widgets()
        self._arrange()
        self._connect_buttons()
        self.jam.changed.connect(self._show)
        self.jam.reserve_changed.connect(self._show_reserve)
        self.jam.paint.changed.connect(self._show_paint)
        self._show()

    def _make_widgets(self) -> None:
        self._start = QPushButton(tr("Jam"), objectName="jamStart")
        self._stop = QPushButton(tr("Stop"), objectName="jamStop")
        self.prompt = TextField(objectName="jamPrompt", accessibleName=tr("Prompt of the jam"))
        self.prompt.setPlaceholderText(tr("As the sketch's prompt"))
        self.prompt.setToolTip(tr("The prompt of the jam; Return applies it at the next possible bar"))
        self.prompt.returnPressed.connect(self._send_prompt)
        self.reserve = JamReserve()
        self._status = PlainLabel("", objectName="dim", wordWrap=True)
        self.density = ChoiceField("jamDensity", tr("Density"), tr("Density of the notes"))
        self.density.addItem(tr("as the prompt says"), "")
        for density in DENSITIES:
            self.density.addItem(translated(density), density)
        self.density.activated.connect(lambda _: self.send({"density": self.density.currentData()}))
        self.vary = SliderField("jamVary", tr("Variation"), 0, 100)
        self.vary.setValue(50)
        self.vary.setToolTip(tr("Strength of the variation of a part"))
        self.vary.valueChanged.connect(lambda value: self.send({"vary": value / 100}))
        self.loop = ChoiceField("jamLoop", tr("Loop"), tr("Length of the evolving loop in bars; for the next jam"))
        for bars in (4, 8):
            self.loop.addItem(tr("{bars} bars", bars=bars), bars)
        self.loop.setCurrentIndex(1)
        self.walk = ChoiceField(
            "jamWalk", tr("Walk"), tr("Transition to another prompt or scene: at once, or over some bars")
        )
        self.walk.addItem(tr("at once"), 0)
        for bars in _WALKS:
            self.walk.addItem(tr("over {bars} bars", bars=bars), bars)
        self.plan = TextField(objectName="jamPlan", accessibleName=tr("Plan of scenes"))
        self.plan.setPlaceholderText("A8 A8 B8 A8")
        self.plan.setToolTip(tr("Scenes and their bars, played in turn with a fill before each change; A is scene 1"))
        self.plan.returnPressed.connect(self._send_plan)
        self.pad = BlendPad()
        self.pad.blended.connect(self._send_blend)
        self._add = QPushButton(tr("Add the prompt"), objectName="jamBlendAdd")
        self._add.setToolTip(tr("Put the prompt above on the pad; up to six are blended"))
        self._add.clicked.connect(self._add_to_pad)
        self._remove = QPushButton(tr("Remove"), objectName="jamBlendRemove")
        self._remove.setToolTip(tr("Remove the prompt that is nearest to the puck from the pad"))
        self._remove.clicked.connect(self.pad.remove_nearest)
        self._fill, self._again = QPushButton(tr("Fill")), QPushButton(tr("Again"))
        self._other = QPushButton(tr("Something else"))
        self._store = QCheckBox(
            tr("Store"), objectName="jamStore", toolTip=tr("The next scene that is clicked is stored")
        )
        self._paint = QPushButton(tr("Paint into the loop"), objectName="jamPaint", checkable=True)
        self._keep = QPushButton(tr("Keep the last 8 bars"), objectName="jamKeep")
        self._record = QPushButton(objectName="jamRecord")
        self._record.setToolTip(tr("Record the jam from now on to a WAV or FLAC file"))
        self._record.clicked.connect(self._click_record)
        self._keep_more = QToolButton(
            text=tr("More"), objectName="jamKeepMore", accessibleName=tr("Keep more of the jam")
        )
        self._keep_more.setToolTip(tr("Keep the last minute, or everything"))
        self._keep_more.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        menu = QMenu(self._keep_more)
        menu.addAction(tr("The last minute")).triggered.connect(lambda: self.keep(seconds=_LAST_MINUTE))
        menu.addAction(tr("All, at most ten minutes")).triggered.connect(lambda: self.keep())
        self._keep_more.setMenu(menu)

    def _arrange(self) -> None:
        inside = QWidget(objectName="jamInside")
        column = QVBoxLayout(inside)
        column.setContentsMargins(10, 8, 10, 8)
        column.setSpacing(8)
        column.addLayout(_row(self._start, self._stop))
        column.addWidget(self.prompt)
        column.addWidget(self._status)
        column.addLayout(_row(self.reserve.next_bar, self.reserve.text))
        column.addWidget(self.reserve.bar)
        self.rows, grid = [], QGridLayout()
        grid.setHorizontalSpacing(4)
        grid.setColumnStretch(4, 1)
        for number, role in enumerate(JAM_ROLES):
            row = PartRow(role, grid, number, self)
            row.changed.connect(self.send)
            row.mixed.connect(self._mix)
            self.rows.append(row)
        first = len(JAM_ROLES)
        titles = tr("Density"), tr("Variation"), tr("Loop"), tr("Walk")
        widgets = self.density, self.vary, self.loop, self.walk
        for offset, (title, widget) in enumerate(zip(titles, widgets, strict=True)):
            grid.addWidget(QLabel(title), first + offset, 0)
            grid.addWidget(widget, first + offset, 1, 1, 5)
        column.addLayout(grid)
        buttons = QHBoxLayout()
        buttons.setSpacing(6)
        for widget in (self._fill, self._again, self._other):
            buttons.addWidget(widget)
        column.addLayout(buttons)
        column.addLayout(self._scene_row())
        column.addLayout(_row(QLabel(tr("Plan")), self.plan))
        column.addLayout(_row(QLabel(tr("Blend")), self._add, self._remove))
        column.addWidget(self.pad)
        column.addWidget(self._paint)
        column.addLayout(_row(self._keep, self._keep_more))
        column.addWidget(self._record)
        column.addStretch(1)
        scroll = QScrollArea(widgetResizable=True, objectName="jamScroll")
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setFrameShape(QScrollArea.Shape.NoFrame)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setWidget(inside)
        scroll.setMinimumWidth(inside.minimumSizeHint().width() + scroll.verticalScrollBar().sizeHint().width())
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(scroll)

    def _scene_row(self) -> QGridLayout:
        """Return the buttons of the scenes."""
        self._scene_buttons = []
        grid = QGridLayout()
        grid.setSpacing(2)
        for number in range(1, MAX_SCENES + 1):
            button = QToolButton(text=str(number), objectName=f"jamScene{number}", checkable=True, autoExclusive=False)
            button.setAccessibleName(tr("Scene {number}", number=number))
            button.setMinimumWidth(width_of("0", 4))
            button.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
            button.clicked.connect(lambda _, number=number: self._click_scene(number))
            grid.addWidget(button, 1, number - 1)
            self._scene_buttons.append(button)
        grid.addWidget(QLabel(tr("Scenes")), 0, 0, 1, 5)
        grid.addWidget(self._store, 0, 5, 1, 4, Qt.AlignmentFlag.AlignRight)
        return grid

    def set_actions(self, actions: dict[str, QAction]) -> None:
        """Set the commands of the menu, which the buttons trigger."""
        self._actions = actions

    def _connect_buttons(self) -> None:
        for button, name in (
            (self._start, "actionJam"),
            (self._stop, "actionJamStop"),
            (self._fill, "actionJamFill"),
            (self._again, "actionJamAgain"),
            (self._other, "actionJamOther"),
            (self._paint, "actionJamPaint"),
            (self._keep, "actionJamKeep8"),
        ):
            follow(button, self._actions[name])

    def sizeHint(self) -> QSize:
        """Size for all controls."""
        return QSize(290, 470)

    # Commands

    def start(self) -> None:
        """Start a jam."""
        self.make()
        self._mix()
        first: dict[str, Any] = {"parts": {}, "levels": self._levels, "muted": self._muted}
        first["vary"] = self.vary.value() / 100
        for row in self.rows:
            first["parts"] |= row.first_parts
        if self.density.currentData():
            first["density"] = self.density.currentData()
        for row in self.rows:
            row.begin()
        self._scenes.clear()
        self._status.setText(tr("Loading the model…"))
        self.jam.start(self.prompt.text().strip(), first, self.loop.currentData())

    def stop(self) -> None:
        """Stop at the end of the bar."""
        self.jam.stop()

    def fill(self) -> None:
        """Play a fill in the next possible bar."""
        self.send({"fill": True}, tr("A fill comes"))

    def again(self) -> None:
        """Play the same bars once more."""
        self.send({"again": True}, tr("The same bars come once more"))

    def other(self) -> None:
        """Play something else."""
        self.send({"other": True}, tr("Something else comes"))

    def keep(self, *, bars: int | None = None, seconds: float | None = None) -> None:
        """Keep the last played bars as layers, one for each part; all by default."""
        self.jam.keep(bars=bars, seconds=seconds)

    def send(self, message: dict[str, Any], what: str = _HEARD) -> None:
        """Send a message and show the bar in which it will be heard."""
        if self.jam.send(message) and self.jam.running:
            self._status.setText(tr("Bar {bar}: {what}.", what=what, bar=self.jam.next_bar))

    @property
    def _levels(self) -> dict[str, float]:
        return {role: float(row.level.value()) for role, row in zip(JAM_ROLES, self.rows, strict=True)}

    @property
    def _muted(self) -> tuple[str, ...]:
        """Inaudible roles: muted, or others are soloed."""
        soloed = any(row.solo.isChecked() for row in self.rows)
        rows = zip(JAM_ROLES, self.rows, strict=True)
        return tuple(
            sorted(role for role, row in rows if row.mute.isChecked() or (soloed and not row.solo.isChecked()))
        )

    def _mix(self) -> None:
        """Set the sound of the parts."""
        self.jam.mix(self._levels, self._muted)

    def _send_prompt(self) -> None:
        self.send({"prompt": self.prompt.text().strip(), "over": self.walk.currentData()}, tr("The prompt is heard"))

    def _add_to_pad(self) -> None:
        prompt = self.prompt.text().strip()
        if not prompt:
            self._status.setText(tr("Type a prompt above to put it on the pad."))
        elif not self.pad.add(prompt):
            self._status.setText(
                tr(
                    "{prompt} is on the pad already, or there are {count} prompts on it.",
                    prompt=prompt,
                    count=MAX_BLENDED,
                )
            )

    def _send_blend(self, blend: dict[str, float]) -> None:
        if blend and self.jam.running:
            self.send({"blend": blend, "over": self.walk.currentData()}, tr("The blend is heard"))

    def _send_plan(self) -> None:
        plan = self.plan.text().strip()
        self.send({"plan": plan}, tr("The plan is played") if plan else tr("The plan ends"))

    def _click_scene(self, number: int) -> None:
        if self._store.isChecked():
            self._store.setChecked(False)
            self._scenes.add(number)
            self.send({"store": number}, tr("Scene {number} is stored", number=number))
        elif number in self._scenes:
            self.send({"scene": number, "over": self.walk.currentData()}, tr("Scene {number} is heard", number=number))
        elif self.jam.running:
            self._status.setText(
                tr("Scene {number} is empty: tick Store, and click it to store the present settings.", number=number)
            )
        self._show()

    def _click_record(self) -> None:
        if self.jam.recording:
            self.jam.stop_recording()
            return
        folder = Path(self._settings.last_folder or Path.home())
        filters = "WAV (*.wav);;FLAC (*.flac)"
        chosen, _ = QFileDialog.getSaveFileName(self, tr("Record to file"), str(folder / "jam.wav"), filters)
        if chosen:
            path = Path(chosen)
            self.jam.record(path if path.suffix else path.with_suffix(".wav"))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Play or store the scene of a digit, like a click on its number."""
        number = event.key() - Qt.Key.Key_0
        if 1 <= number <= MAX_SCENES and not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            self._scene_buttons[number - 1].click()
        else:
            super().keyPressEvent(event)

    # Display

    def _show(self) -> None:
        """Show the state of the jam."""
        last, running = self.jam.last, self.jam.running
        for number, button in enumerate(self._scene_buttons, 1):
            button.setEnabled(running)
            button.setChecked(running and last is not None and last.scene == number)
            filled = number in self._scenes
            button.setToolTip(
                tr("Play scene {number}", number=number)
                if filled
                else tr("Scene {number} is empty: store the present settings", number=number)
            )
        self._store.setEnabled(running)
        self._keep_more.setEnabled(last is not None)
        self._record.setText(tr("Stop recording") if self.jam.recording else tr("Record to file…"))
        self._record.setEnabled(running and last is not None)
        for role, row in zip(JAM_ROLES, self.rows, strict=True):
            row.show_bar(last if running else None)
            row.show_alone(not running or self.jam.is_alone(role))
        if not running:
            self._status.setText(tr("Music without end, in the sketch's tempo, key and chords."))
        elif last is not None and (last.number == 0 or last.messages):
            self._status.setText(
                tr("The last change is heard from bar {number} on.", number=last.number + 1) if last.number else ""
            )
        self._show_reserve()

    def _show_paint(self) -> None:
        """Show whether strokes are heard in the jam."""
        if not self.jam.paint.on:
            self._show()
        elif self.jam.paint.is_active:
            self._status.setText(
                tr("Strokes are heard in the next round of the loop. They are on the layer {name}.", name=NAME)
            )
        else:
            self._status.setText(tr("Strokes on this layer are not heard in the jam; those on {name} are.", name=NAME))

    def _show_reserve(self) -> None:
        self.reserve.show(self.jam)


def _row(*widgets: QWidget) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(6)
    for widget in widgets:
        row.addWidget(widget, 1 if not isinstance(widget, QToolButton) else 0)
    return row
