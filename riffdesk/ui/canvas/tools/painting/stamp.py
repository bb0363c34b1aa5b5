"""The stamp tool, which stamps drums, selections, pictures and words."""

from __future__ import annotations

from functools import lru_cache

import numpy as np

from riffdesk.arrays import Array
from riffdesk.dsp.params import SpectrogramParams
from riffdesk.language import tr
from riffdesk.settings import Settings
from riffdesk.sketch.paint import selection
from riffdesk.sketch.paint.tips import StampInk, StampTip, Tip
from riffdesk.ui.canvas.tools.modifiers import grid_of
from riffdesk.ui.canvas.tools.painting.paint_tool import PaintTool
from riffdesk.ui.canvas.tools.painting.stamp_text import LONGEST, text_ink
from riffdesk.ui.canvas.tools.tool import (
    ButtonOption,
    ChoiceOption,
    CountOption,
    Desk,
    Pointer,
    SwitchOption,
    TextOption,
    ToolInfo,
    percent_slider,
)

_DRUMS = {"kick": tr("Kick"), "snare": tr("Snare"), "hat": tr("Hat"), "clap": tr("Clap")}
_KINDS = _DRUMS | {"selection": tr("Selection"), "picture": tr("Picture"), "text": tr("Text")}
_LENGTHS = {
    "own": tr("Its own"),
    "1/8": tr("1/8 beat"),
    "1/4": tr("1/4 beat"),
    "1/2": tr("1/2 beat"),
    "1": tr("1 beat"),
} | {name: tr("{name} beats", name=name) for name in ("2", "4")}
_INFO = ToolInfo(
    tr("Stamp"),
    "toolStamp",
    "D",
    "stamp",
    tr("Stamp a drum, a selection, a picture or words where you click; a drag repeats it on the grid"),
    options=(
        (
            ChoiceOption("stamp", tr("Stamp"), tr("The source of the stamp"), _KINDS),
            ButtonOption("actionTakeStamp", tr("Take selection"), "takeStamp"),
            ButtonOption("actionPictureStamp", tr("Picture…"), "takePicture"),
        ),
        (
            TextOption("stamp_text", tr("Text"), tr("Words that the stamp Text writes into the picture"), LONGEST),
            CountOption("stamp_text_height", tr("Height"), tr("Height of the words, in bands of the picture"), 8, 512),
        ),
        (
            ChoiceOption("stamp_length", tr("Length"), tr("Length: its own, or one in beats"), _LENGTHS),
            CountOption("stamp_semitones", tr("Pitch"), tr("Transposition of the stamp in semitones"), -48, 48, " st"),
        ),
        (percent_slider("stamp_strength", tr("Strength"), tr("Level of the stamp relative to its own"), low=1),),
        (
            SwitchOption(
                "stamp_at_pointer", tr("At the pointer's pitch"), tr("Move the stamp to the pitch where you click")
            ),
        ),
    ),
    modified=True,
)
_NOTHING = {
    "selection": tr("Select something, then press Take selection in the panel of the stamp."),
    "picture": tr("Choose a picture with Picture… in the panel of the stamp."),
    "text": tr("Type the words under Text in the panel of the stamp."),
}


class StampTool(PaintTool):
    """Stamps drums, or ink that was taken from a selection or a picture."""

    def __init__(self) -> None:
        super().__init__(_INFO, lambda _: StampTip(StampInk(np.zeros((1, 1), np.float32))))
        self._taken: dict[str, StampInk] = {}  # by the name of the setting

    def take(self, desk: Desk) -> bool:
        """Take the selected ink as the stamp, and clear the selection, which would limit the stamp.

        Returns
        -------
        bool
            False without a selection.
        """
        if desk.selection is None:
            return False
        clip = selection.copy(desk.sketch, desk.selection)
        self._taken["selection"] = StampInk(clip.ink, clip.origin.low)
        desk.settings.stamp = "selection"
        desk.select(None)
        return True

    def take_picture(self, desk: Desk, ink: Array) -> None:
        """Take a picture as the stamp: ink ``[bands, columns]``, which goes to the middle of the bands."""
        self._taken["picture"] = _in_middle(ink, desk.sketch.params)
        desk.settings.stamp = "picture"

    def tip(self, desk: Desk, pointer: Pointer) -> Tip | None:
        """Return a tip with the chosen stamp in its size; None if nothing has been taken."""
        settings, state = desk.settings, desk.sketch.state
        kind = settings.stamp
        piece = self._piece(settings, state.params)
        if piece is None:
            desk.tell(_NOTHING[kind])
            return None
        grid = grid_of(settings, state)
        piece = piece.of_size(
            _columns(settings, piece, state.tempo, state.params), settings.stamp_semitones, state.params
        )
        spacing = max(1.0, float(piece.ink.shape[-1]) if grid is None else grid.step)
        return StampTip(piece, spacing, settings.stamp_strength, settings.stamp_at_pointer)

    def _piece(self, settings: Settings, params: SpectrogramParams) -> StampInk | None:
        """Return the ink of the stamp in its own size."""
        if settings.stamp in _DRUMS:
            return _drum(settings.stamp, params)
        if settings.stamp != "text":
            return self._taken.get(settings.stamp)
        ink = text_ink(settings.stamp_text, min(settings.stamp_text_height, params.bands))
        return None if ink is None else _in_middle(ink, params)


def _in_middle(ink: Array, params: SpectrogramParams) -> StampInk:
    return StampInk(ink, (params.bands - ink.shape[-2]) // 2)


def _columns(settings: Settings, piece: StampInk, tempo: float, params: SpectrogramParams) -> int:
    """Return the length of a stamp in columns."""
    if settings.stamp_length == "own":
        return int(piece.ink.shape[-1])
    above, _, below = settings.stamp_length.partition("/")
    return max(1, round(int(above) / int(below or 1) * 60 / tempo * params.columns_per_second))


@lru_cache(maxsize=8)
def _drum(name: str, params: SpectrogramParams) -> StampInk:
    """Return the ink of a drum, with a peak of -6 to -16 dBFS."""
    from riffdesk.compose.guide import drum_mark
    from riffdesk.compose.score import DrumPiece

    drums = {
        "kick": (DrumPiece.KICK, 0.62),
        "snare": (DrumPiece.SNARE, 0.61),
        "hat": (DrumPiece.CLOSED_HAT, 0.87),
        "clap": (DrumPiece.CLAP, 0.67),
    }
    piece, factor = drums[name]  # of ink: the marks are those of a guide, whose level does not count
    return StampInk(drum_mark(piece, params) * np.float32(factor))
