"""A tool and its options. The tool bar, the options panel, the commands and the cursor are built from them.

None of this knows Qt: a tool is fed with press, move and release in columns and bands.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Protocol

from riffdesk.compose.note_edits import Edited
from riffdesk.compose.note_edits import Selection as NoteSelection
from riffdesk.compose.score import Part, Score
from riffdesk.settings import Settings
from riffdesk.sketch.paint.selection import Selection
from riffdesk.sketch.paint.tips import Point
from riffdesk.sketch.sketch import Sketch
from riffdesk.ui.canvas.note_places import NotePlaces


class NoteDesk(Protocol):
    """Notes that a tool works on; `riffdesk.ui.canvas.active_notes.ActiveNotes` is one."""

    selected: NoteSelection
    frame: tuple[Point, Point] | None
    part_for: Callable[[float], Part]

    @property
    def places_for_new(self) -> NotePlaces:
        """The notes and their places."""

    def part_of_new(self, score: Score) -> int:
        """Return the number of the part that a new note belongs to."""

    def select(self, selected: NoteSelection) -> None:
        """Select notes."""

    def show_draft(self, edited: Edited) -> None:
        """Show an edit in progress."""

    def show_frame(self, corner: Point, opposite: Point) -> None:
        """Show a rectangle around notes."""

    def change(self, name: str, edited: Edited) -> None:
        """Keep an edit as one undo step."""


class Desk(Protocol):
    """What a tool works on."""

    sketch: Sketch
    settings: Settings
    selection: Selection | None

    @property
    def notes(self) -> NoteDesk:
        """The notes of the active layer."""

    @property
    def pixel(self) -> Point:
        """Columns and bands of a pixel on the screen."""

    def select(self, selection: Selection | None) -> None:
        """Make a rectangle the selection."""

    def seek_column(self, column: float) -> None:
        """Move the playhead."""


@dataclass(frozen=True)
class SliderOption:
    """A number that a slider sets.

    Parameters
    ----------
    setting : str
        Field of `Settings` that holds it.
    title, tip : str
        Words before the slider, and what the number does.
    low, high : int
        Ends of the slider.
    scale : int
        Positions of the slider for one unit of the setting.
    text : str
        Format of the value that is written beside the slider.
    """

    setting: str
    title: str
    tip: str
    low: int
    high: int
    scale: int = 1
    text: str = "{:.0f}"


@dataclass(frozen=True)
class CountOption:
    """A whole number from ``low`` to ``high`` that is typed; ``setting`` is a field of `Settings`."""

    setting: str
    title: str
    tip: str
    low: int
    high: int


@dataclass(frozen=True)
class ChoiceOption:
    """One of several values; ``setting`` is a field of `Settings`, ``titles`` has the words for each value."""

    setting: str
    title: str
    tip: str
    titles: Mapping[str, str]


@dataclass(frozen=True)
class SwitchOption:
    """A choice of yes or no; ``setting`` is a field of `Settings`."""

    setting: str
    title: str
    tip: str


@dataclass(frozen=True)
class ButtonOption:
    """A button that does what a command does; ``command`` is the name of that."""

    command: str
    title: str
    name: str


Option = SliderOption | CountOption | ChoiceOption | SwitchOption | ButtonOption


def percent_slider(setting: str, title: str, tip: str, low: int = 0) -> SliderOption:
    """Return a slider from ``low`` to 100% for a setting from 0 to 1."""
    return SliderOption(setting, title, tip, low, 100, 100, "{:.0%}")


@dataclass(frozen=True)
class ToolInfo:
    """What is shown of a tool.

    Parameters
    ----------
    name : str
        In menus and the tool bar.
    object_name : str
        Of its command, and in the settings.
    shortcut : str
        A key.
    icon : str
        Name of its picture: see `riffdesk.ui.theme.icon`.
    hint : str
        What it does, in one sentence.
    options : tuple
        Rows of the options panel, each of one or more options that stand beside each other.
    about : str
        Words in the options panel, for a tool that has no options.
    """

    name: str
    object_name: str
    shortcut: str
    icon: str
    hint: str
    options: tuple[tuple[Option, ...], ...] = ()
    about: str = ""


class Tool(Protocol):
    """A tool. A drag is a press, moves, and a release; or a cancel in place of the release."""

    info: ToolInfo

    def press(self, desk: Desk, point: Point, straight: bool) -> None:
        """Begin a drag."""

    def move(self, desk: Desk, point: Point, straight: bool) -> None:
        """Go on; ``straight`` while Shift is held."""

    def release(self, desk: Desk) -> None:
        """End the drag and keep what it did."""

    def cancel(self) -> None:
        """End the drag as if it had never begun."""

    def size(self, settings: Settings) -> float | None:
        """Return the diameter of the tool's mark in cells; None if it has none."""

    def resize(self, settings: Settings, factor: float) -> None:
        """Make the tool's mark larger or smaller."""
