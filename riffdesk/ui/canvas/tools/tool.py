"""The interface of a tool, and its options, from which tool bar, tool panel, commands and cursor are built.

It is independent of Qt: a tool is called with press, move and release in columns and bands.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Protocol, runtime_checkable

from riffdesk.compose.notes.note_edits import Edited
from riffdesk.compose.notes.note_edits import Selection as NoteSelection
from riffdesk.compose.score import Part, Score
from riffdesk.dsp.band_scale import BandScale
from riffdesk.dsp.synth import Tones
from riffdesk.settings import Settings
from riffdesk.sketch.paint.region import Region
from riffdesk.sketch.paint.tips import Point
from riffdesk.sketch.sketch import Sketch
from riffdesk.ui.canvas.notes.note_places import NotePlaces


@dataclass(frozen=True)
class Pointer:
    """The position and the state of the mouse or the pen.

    Parameters
    ----------
    point : (column, band)
        Fractional; whole numbers are the centres of cells.
    shift, control : bool
        Whether these keys are held.
    pressure : float
        Pressure of a pen, 0 to 1; 1 for a mouse.
    eraser : bool
        Whether it is the eraser end of a pen.
    """

    point: Point
    shift: bool = False
    control: bool = False
    pressure: float = 1.0
    eraser: bool = False


class NoteDesk(Protocol):
    """Notes that a tool works on; `riffdesk.ui.canvas.notes.active_notes.ActiveNotes` is one."""

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
    """The interface of the canvas for tools."""

    sketch: Sketch
    settings: Settings
    selection: Region | None
    scale: BandScale

    @property
    def notes(self) -> NoteDesk:
        """The notes of the active layer."""

    @property
    def pixel(self) -> Point:
        """Columns and heights of a pixel on the screen."""

    def select(self, selection: Region | None) -> None:
        """Set the selection; None clears it."""

    def tell_missed(self) -> None:
        """Say that a stroke has painted nothing, as it was outside of the selection."""

    def seek_column(self, column: float) -> None:
        """Set the playhead."""

    def tell(self, text: str) -> None:
        """Show the user a message."""

    def show_handle(self, point: Point | None) -> None:
        """Show a mark at a point, such as the source of a copy; None hides it."""

    def show_path(self, points: list[Point]) -> None:
        """Show a thin line through some points; no points hide it."""

    def show_numbers(self, text: str) -> None:
        """Show the numbers of a drag in the status line until it ends."""

    def selection_moved_from(self, before: Region) -> None:
        """Record that undo of the last step restores a region, and redo the present selection."""


@dataclass(frozen=True)
class SliderOption:
    """A number that is set with a slider.

    Parameters
    ----------
    setting : str
        Field of `Settings` with the number.
    title, tip : str
        Label and tooltip.
    low, high : int
        Ends of the slider.
    scale : int
        Steps of the slider per unit of the setting.
    text : str
        Format of the value beside the slider.
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
    """An integer from ``low`` to ``high`` in a spin box; ``setting`` is a field of `Settings`."""

    setting: str
    title: str
    tip: str
    low: int
    high: int
    suffix: str = ""


@dataclass(frozen=True)
class TextOption:
    """Words in a line, up to ``longest`` characters; ``setting`` is a field of `Settings`."""

    setting: str
    title: str
    tip: str
    longest: int


@dataclass(frozen=True)
class ChoiceOption:
    """One of several values; ``setting`` is a field of `Settings`, ``titles`` has the words for each value.

    With ``buttons`` there is a button for each, otherwise a list.
    """

    setting: str
    title: str
    tip: str
    titles: Mapping[str, str]
    buttons: bool = False


@dataclass(frozen=True)
class SwitchOption:
    """A check box; ``setting`` is a field of `Settings`."""

    setting: str
    title: str
    tip: str


@dataclass(frozen=True)
class ButtonOption:
    """A button that runs a command; ``command`` is the name of its action, ``name`` that of the button."""

    command: str
    title: str
    name: str


Option = SliderOption | CountOption | TextOption | ChoiceOption | SwitchOption | ButtonOption


def percent_slider(setting: str, title: str, tip: str, low: int = 0) -> SliderOption:
    """Return a slider from ``low`` to 100% for a setting from 0 to 1."""
    return SliderOption(setting, title, tip, low, 100, 100, "{:.0%}")


@dataclass(frozen=True)
class ToolInfo:
    """The texts, icon and options of a tool.

    Parameters
    ----------
    name : str
        Name in menus and in the tool bar.
    object_name : str
        Name of its action, also in the settings.
    shortcut : str
        Default key.
    icon : str
        Name of its icon; see `riffdesk.ui.icons.icon`.
    hint : str
        Tooltip, a sentence.
    options : tuple
        Rows of the tool panel, each a tuple of options.
    about : str
        Text in the tool panel for a tool without options.
    group : str
        Tools of the same group share a button of the tool bar; '' for a button of its own.
    modified : bool
        Whether harmonics, magnet and grid apply to it.
    in_tune : bool
        Whether the magnet is on unless the user has switched it off.
    """

    name: str
    object_name: str
    shortcut: str
    icon: str
    hint: str
    options: tuple[tuple[Option, ...], ...] = ()
    about: str = ""
    group: str = ""
    modified: bool = False
    in_tune: bool = False


@runtime_checkable
class SoundingTool(Protocol):
    """A tool that sounds while it is dragged."""

    over_playback: bool
    """Whether it sounds while the sketch plays too."""

    def tones(self, desk: Desk, point: Point) -> Tones | None:
        """Return the tones at a point; None for silence."""


class Tool(Protocol):
    """A tool. A drag is a press, moves, and a release; or a cancel in place of the release."""

    info: ToolInfo

    def press(self, desk: Desk, pointer: Pointer) -> None:
        """Begin a drag."""

    def move(self, desk: Desk, pointer: Pointer) -> None:
        """Continue the drag."""

    def release(self, desk: Desk) -> None:
        """End the drag and keep its change."""

    def cancel(self) -> None:
        """End the drag and revert its change."""

    def size(self, settings: Settings) -> float | None:
        """Return the diameter of the tool's tip in cells; None if it has none."""

    def core(self, settings: Settings) -> float | None:
        """Return the diameter within which the tip is hard, in cells; None if it has no soft edge."""

    def resize(self, settings: Settings, factor: float) -> None:
        """Multiply the diameter of the tool's tip by a factor."""
