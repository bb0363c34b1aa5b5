"""The prompt panel: edits the current keyframe and the render settings. It renders nothing itself."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from PySide6.QtCore import QPoint, QSignalBlocker, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import (
    QCheckBox,
    QDockWidget,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from riffdesk.diffusion.schedulers import SCHEDULERS
from riffdesk.engine.seed_images import GUIDE, WORDS_ALONE
from riffdesk.errors import UserError
from riffdesk.language import tr
from riffdesk.settings import Settings
from riffdesk.sketch.changes import with_render
from riffdesk.sketch.music.tempo import bar_seconds
from riffdesk.sketch.recipe.infotext import Infotext
from riffdesk.sketch.recipe.recipe import MAX_STEPS
from riffdesk.sketch.recipe.render_settings import RenderSettings
from riffdesk.sketch.recipe.timeline import MAX_GUIDANCE, changed_keyframes
from riffdesk.ui.actions import follow
from riffdesk.ui.fields import BarsField, ChoiceField, SeedField, decimal_field, whole_field
from riffdesk.ui.icons import icon
from riffdesk.ui.plain_text import wrapped
from riffdesk.ui.render_defaults import RenderDefaults
from riffdesk.ui.riff.prompt import tips
from riffdesk.ui.riff.prompt.chords_field import ChordsField
from riffdesk.ui.riff.prompt.closeness import Closeness
from riffdesk.ui.riff.prompt.fast_box import FastBox
from riffdesk.ui.riff.prompt.interpretation_line import InterpretationLine
from riffdesk.ui.riff.prompt.notes_row import NotesRow
from riffdesk.ui.riff.prompt.prompt_field import PromptField
from riffdesk.ui.riff.prompt.prompt_hints import PromptHints
from riffdesk.ui.riff.prompt.prompt_texts import paste_message
from riffdesk.ui.riff.prompt.takes_row import TakesRow
from riffdesk.ui.riff.prompt.tempo_key_box import TempoKeyBox
from riffdesk.ui.riff.recipe_maker import RecipeMaker
from riffdesk.ui.riff.timeline.keyframe_selection import CurrentKeyframe
from riffdesk.ui.theme import Colours

_START_NAMES = {WORDS_ALONE: tr("Words alone"), GUIDE: tr("A composed guide")}
_MAX_VARIATIONS = 64
_WIDTH = 316  # pixels; every name fits


class PromptPanel(QWidget):
    """Fields of one keyframe, the render settings, and the buttons that start a render.

    Parameters
    ----------
    current : CurrentKeyframe
        The keyframes that the fields edit.
    settings : Settings
        Stores the number of variations and the state of the switches.
    defaults : RenderDefaults
        Changes the render settings of the sketch and of new sketches.
    requests : RecipeMaker
        Has the rhythms that a riff can start from.
    """

    model_chosen = Signal(str)
    """The user has chosen a model; its name."""
    fast_chosen = Signal(bool)
    """The user has switched riffs in few steps on or off."""
    rejected = Signal(str)
    """The sketch has rejected a value; the error message."""
    message = Signal(str)
    """A message for the user about a pasted prompt."""

    def __init__(
        self,
        current: CurrentKeyframe,
        settings: Settings,
        defaults: RenderDefaults,
        requests: RecipeMaker,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._current, self._settings, self._defaults, self._requests = current, settings, defaults, requests
        self.prompt = PromptField("prompt", tr("Prompt"), tr("Prompt: a mellow electric piano over a lazy beat"), 2)
        self.negative = PromptField("negativePrompt", tr("Negative prompt"), tr("Negative prompt"), 1)
        self.prompt.setToolTip(wrapped(tips.PROMPT))
        self.negative.setToolTip(wrapped(tips.NEGATIVE))
        self.hints = PromptHints()
        self.history = QToolButton(objectName="promptHistory", text=tr("History"), accessibleName=tr("Earlier prompts"))
        self.history.setToolTip(tr("Your earlier prompts, with a search; Up in an empty field recalls the last ones"))
        self.interpretation = InterpretationLine(requests)
        self.notes = NotesRow()
        self.chords = ChordsField()
        self.in_time = TempoKeyBox()
        self.seed = SeedField("seed", tips.SEED)
        self.dice = QToolButton(
            objectName="dice", toolTip=tr("Another seed, which is kept"), accessibleName=tr("New seed")
        )
        self.steps = whole_field(
            "steps",
            tr("Steps", meaning="of the denoising"),
            1,
            MAX_STEPS,
            tip=tr("More steps take longer and sound cleaner"),
        )
        self.fast = FastBox()
        self.guidance = decimal_field("guidance", tr("Guidance"), 0, MAX_GUIDANCE, 1, 0.5, tip=tips.GUIDANCE)
        self.closeness = Closeness("denoising")
        self.bars = BarsField("riffBars", tips.LENGTH)
        self.as_sketch = QToolButton(objectName="asSketch", text="✕", toolTip=wrapped(tips.AS_SKETCH))
        self.as_sketch.setAccessibleName(tr("As long as the sketch"))
        self.model = ChoiceField("model", tr("Model"), tips.MODEL)
        self.models = QToolButton(objectName="models", text="…", accessibleName=tr("Models"))
        self.scheduler = ChoiceField("scheduler", tr("Scheduler"), tips.SCHEDULER)
        self.scheduler.addItems(list(SCHEDULERS))
        self.start = ChoiceField("startFrom", tr("Start from"), tips.START)
        for name in (WORDS_ALONE, GUIDE, *requests.rhythms):
            self.start.addItem(_START_NAMES.get(name) or name.replace("-", " ").capitalize(), name)
        self.count = whole_field("variationCount", tr("Number of variations"), 2, _MAX_VARIATIONS, tip=tips.COUNT)
        self.generate = QPushButton(tr("Generate"), objectName="generate", default=True)
        self.variations = QPushButton(tr("Variations"), objectName="variationsButton")
        self.mode = ChoiceField("mode", tr("Mode"), tips.MODE)
        for title, clips in ((tr("One piece"), False), (tr("Clips"), True)):
            self.mode.addItem(title, clips)
        self.parts = QCheckBox(tr("Parts: a layer for each instrument"), objectName="parts", checked=settings.parts)
        self.parts.setAccessibleName(tr("Parts"))
        self.parts.setToolTip(wrapped(tips.PARTS))
        self.more = QToolButton(
            objectName="promptMore", text=tr("More"), checkable=True, accessibleName=tr("More settings")
        )
        self.more.setToolTip(tr("Settings that seldom change: negative prompt, chords, guidance, scheduler, clips"))
        self.more.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self._folded = QWidget()
        self.takes = TakesRow(current.sketch)
        self._lay_out()
        self._connect()
        self.count.setValue(settings.variations)
        self._show()

    def set_look(self, look: Colours) -> None:
        """Apply the colours of a theme."""
        self.dice.setIcon(icon("dice", look))

    def set_models(self, names: list[str]) -> None:
        """Set the list of models, which contains the sketch's, and choose that."""
        with QSignalBlocker(self.model):
            self.model.clear()
            self.model.addItems(names)
            self.model.setCurrentText(self._current.sketch.render.model)
        self._requests.model.forget()
        self._show()

    def set_words(
        self, words: Mapping[str, tuple[str, ...]], loras: tuple[str, ...], inversions: tuple[str, ...]
    ) -> None:
        """Set the known words of the hints and completions; see `PromptHints.set_words`."""
        phrases = tuple(dict.fromkeys(phrase for group in words.values() for phrase in group))
        self.prompt.set_phrases(phrases)
        self.negative.set_phrases(phrases)
        self.hints.set_words(words, loras, inversions)

    def set_actions(self, actions: dict[str, QAction]) -> None:
        """Connect the buttons with the menu's actions."""
        for button, name in (
            (self.generate, "actionGenerate"),
            (self.variations, "actionVariations"),
            (self.models, "actionModels"),
        ):
            follow(button, actions[name])
        self.takes.set_actions(actions)

    def _connect(self) -> None:
        current, settings = self._current, self._settings
        self.prompt.typed.connect(lambda text, run: current.edit(run, prompt=text))
        self.negative.typed.connect(lambda text, run: current.edit(run, negative=text))
        self.chords.typed.connect(lambda text, run: current.edit(run, chords=text))
        self.prompt.pasted.connect(self._apply_infotext)
        self.negative.pasted.connect(self._apply_infotext)
        self.chords.field.pasted.connect(self._apply_infotext)
        self.hints.chosen.connect(self.prompt.add_phrase)
        self.hints.composes = lambda: self._requests.composes
        self.notes.removed.connect(lambda: self._defaults.change(score="", score_name=""))
        self.seed.valueChanged.connect(lambda value: current.edit(seed=round(value)))
        self.guidance.valueChanged.connect(lambda value: current.edit(guidance=value))
        self.closeness.moved.connect(lambda value: current.edit(denoising=value))
        self.steps.valueChanged.connect(lambda value: self._defaults.change(steps=value))
        self.dice.clicked.connect(current.dice)
        self.in_time.clicked.connect(lambda on: self._defaults.change(in_time=on))
        self.bars.valueChanged.connect(self._set_bars)
        self.as_sketch.clicked.connect(lambda: self._defaults.change(seconds=0.0))
        self.more.toggled.connect(self._unfold)
        self.more.clicked.connect(lambda on: QTimer.singleShot(0, self, self._show_folded) if on else None)
        self.parts.clicked.connect(lambda on: setattr(settings, "parts", on))
        self.count.valueChanged.connect(lambda value: setattr(settings, "variations", value))
        self.scheduler.currentTextChanged.connect(lambda text: self._defaults.change(scheduler=text))
        self.start.currentIndexChanged.connect(lambda _: self._defaults.change(start=self.start.currentData()))
        self.mode.currentIndexChanged.connect(lambda _: self._defaults.change(clips=self.mode.currentData()))
        self.model.textActivated.connect(self.model_chosen)
        self.fast.clicked.connect(self.fast_chosen)
        current.changed.connect(self._show)

    def _lay_out(self) -> None:
        """Lay out the prompt and the buttons on top, the main settings below, and the others in a part that folds."""
        self.generate.setMinimumHeight(38)
        self.variations.setMinimumHeight(38)
        for field in (self.seed, self.bars, self.steps, self.start, self.guidance):
            field.setMinimumWidth(64)  # narrower than the longest number, as the column is
        settings = QGridLayout()
        _fill(
            settings,
            (
                (
                    (tr("Length"), _row((self.bars, 1), (self.as_sketch, 0))),
                    (tr("Seed"), _row((self.seed, 1), (self.dice, 0))),
                ),
                (
                    (tr("Model"), _row((self.model, 1), (self.models, 0))),
                    (tr("Steps", meaning="of the denoising"), _row((self.steps, 1), (self.fast, 0))),
                ),
                ((tr("Start from"), self.start), ("", self.more)),
            ),
        )
        more = QGridLayout(self._folded)
        _fill(
            more,
            (
                ((tr("Guidance"), self.guidance), (tr("Scheduler"), self.scheduler)),
                ((tr("Mode"), self.mode),),
            ),
        )
        more.addWidget(self.negative, 4, 0, 1, 2)
        more.addWidget(self.chords, 5, 0, 1, 2)
        more.addWidget(self.parts, 6, 0, 1, 2)
        more.setContentsMargins(0, 4, 0, 0)
        self._inside = inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addLayout(settings)
        column.addWidget(self.closeness)
        column.addWidget(self._folded)
        column.addStretch(1)
        self._scroll = scroll = QScrollArea(widgetResizable=True, widget=inside)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setMinimumWidth(_WIDTH)
        # The prompt and the buttons are outside of the scroll area, so that they are always visible.
        outside = QVBoxLayout(self)
        outside.setContentsMargins(10, 6, 10, 8)
        outside.setSpacing(5)
        outside.addWidget(self.prompt)
        outside.addWidget(self.hints)
        outside.addWidget(self.interpretation)
        outside.addWidget(self.notes)
        outside.addLayout(_row((self.in_time, 1), (self.history, 0), (self.hints.button, 0)))
        outside.addLayout(_row((self.generate, 4), (self.variations, 3), (self.count, 1)))
        self.below_generate = QVBoxLayout()
        outside.addLayout(self.below_generate)
        outside.addWidget(self.takes)
        outside.addWidget(scroll, 1)
        self._unfold(self._settings.prompt_more)

    def _unfold(self, on: bool) -> None:
        """Show or hide the settings that seldom change."""
        self._settings.prompt_more = on
        self.more.setChecked(on)
        self.more.setArrowType(Qt.ArrowType.DownArrow if on else Qt.ArrowType.RightArrow)
        self._folded.setVisible(on)

    def _show_folded(self) -> None:
        """Scroll to the unfolded settings, and to the button More if both fit."""
        inside, room = self._inside, self._scroll.viewport().height()
        top, bottom = self._folded.mapTo(inside, QPoint(0, 0)).y(), self.guidance.mapTo(inside, QPoint(0, 0)).y()
        bottom += self.guidance.height()
        above = self.more.mapTo(inside, QPoint(0, 0)).y()
        bar = self._scroll.verticalScrollBar()
        bar.setValue(above if bottom - above <= room else top)

    def focus_prompt(self) -> None:
        """Give the focus to the prompt, and show the panel if it was closed."""
        dock = self.parentWidget()
        if isinstance(dock, QDockWidget):
            dock.show()
            dock.raise_()
        self.prompt.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def sizeHint(self) -> QSize:
        """Size that fits all fields."""
        return QSize(320, 330)

    def _set_bars(self, bars: float) -> None:
        """Set the length of the sketch, and with it that of the riff."""
        sketch = self._current.sketch
        if sketch.render.seconds:
            self._defaults.change(seconds=0.0)
        try:
            sketch.set_bars(bars)
        except UserError as error:
            self.rejected.emit(str(error))
            self._show_length()

    def _apply_infotext(self, infotext: Infotext) -> None:
        """Apply a pasted prompt, and its settings if its model is installed; one undo step."""
        sketch, keyframe, render = self._current.sketch, infotext.keyframe, {}
        if infotext.model in ("", sketch.render.model) or self.model.findText(infotext.model) >= 0:
            keyframe |= infotext.model_keyframe
            render = {
                name: value for name, value in infotext.render.items() if name != "scheduler" or value in SCHEDULERS
            }
        sketch.settle()
        state = sketch.state
        keyframes = changed_keyframes(state.keyframes, self._current.chosen, **keyframe)
        after = replace(with_render(state, replace(state.render, **render)), keyframes=keyframes)
        sketch.take_step(tr("Paste prompt"), after)
        left_out = infotext.render.items() - render.items()
        self.message.emit(paste_message(infotext, settings=bool(render), left_out=dict(left_out)))

    def _show_length(self) -> None:
        """Show the length of the next riff, and a button to reset it if it is not that of the sketch."""
        sketch = self._current.sketch
        self.bars.show_value(sketch.riff_seconds / bar_seconds(sketch.state.tempo, sketch.state.beats_per_bar))
        self.as_sketch.setVisible(bool(sketch.render.seconds) and not sketch.state.circular)

    def _show(self) -> None:
        keyframe = self._current.keyframe
        for field, text in ((self.prompt, keyframe.prompt), (self.negative, keyframe.negative)):
            field.show_text(text)
        self.hints.show_prompt(keyframe.prompt)
        self.interpretation.show_keyframe(keyframe)
        given = bool(self._current.sketch.render.score)
        self.notes.show_notes(self._current.sketch.render)
        self.start.setEnabled(not given)
        self.chords.show_chords(keyframe.chords, composes=self._requests.composes, given=given)
        self._show_length()
        render = self._current.sketch.render
        for number, value in (
            (self.seed, keyframe.seed),
            (self.guidance, keyframe.guidance),
            (self.steps, render.steps),
        ):
            number.show_value(value)
        self.closeness.show_value(keyframe.denoising)
        self.in_time.show_request(keyframe.prompt, self._current.sketch.state)
        blockers = [QSignalBlocker(field) for field in (self.scheduler, self.start, self.mode)]
        self.scheduler.setCurrentIndex(max(0, self.scheduler.findText(render.scheduler)))
        self.start.setCurrentIndex(max(0, self.start.findData(self._requests.start)))
        self.mode.setCurrentIndex(int(render.clips))
        del blockers
        self._show_what_the_model_takes(render)

    def _show_what_the_model_takes(self, render: RenderSettings) -> None:
        """Disable the settings that have no effect on the chosen model, with the reason as their tooltip."""
        whole = self._requests.model.makes_whole
        self.scheduler.setEnabled(not whole)
        self.scheduler.setToolTip(
            wrapped(tr("{model} has a scheduler of its own", model=render.model) if whole else tips.SCHEDULER)
        )
        self.mode.setEnabled(not whole or render.clips)
        self.mode.setToolTip(
            wrapped(tr("{model} makes a riff as a whole, and no clips", model=render.model) if whole else tips.MODE)
        )


def _fill(grid: QGridLayout, rows: Sequence[Sequence[tuple[str, QWidget | QHBoxLayout]]]) -> None:
    """Add fields to a grid, each with its title above it."""
    grid.setVerticalSpacing(2)
    grid.setHorizontalSpacing(8)
    for row, fields in enumerate(rows):
        for column, (title, field) in enumerate(fields):
            grid.addWidget(QLabel(title, objectName="dim"), 2 * row, column)
            if isinstance(field, QHBoxLayout):
                grid.addLayout(field, 2 * row + 1, column)
            else:
                grid.addWidget(field, 2 * row + 1, column)
            grid.setColumnStretch(column, 1)


def _row(*widgets: tuple[QWidget, int]) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(6)
    for widget, stretch in widgets:
        row.addWidget(widget, stretch)
    return row
