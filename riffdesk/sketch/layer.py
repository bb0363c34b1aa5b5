"""A layer: one stem of the sketch with its ink, its sound, its gain and its pan."""

from __future__ import annotations

import uuid
from collections.abc import Callable, Collection
from dataclasses import dataclass, field, replace

from riffdesk.arrays import Array
from riffdesk.errors import UserError
from riffdesk.language import tr
from riffdesk.sketch.ink import Ink
from riffdesk.sketch.recipe.recipe import Recipe
from riffdesk.sketch.sound import Sound, SoundPatch, Waveform
from riffdesk.values import with_fields

COLOURS = ("#4fc3f7", "#ffb74d", "#81c784", "#e57373", "#ba68c8", "#fff176", "#4db6ac", "#f06292")
MIN_GAIN_DB, MAX_GAIN_DB = -60.0, 24.0


@dataclass(frozen=True, eq=False)
class Source:
    """The original of an imported layer, before any edit. Arrays are copied into tiles.

    Parameters
    ----------
    waveform : Waveform ``[channels, samples]``
        The imported samples at the sketch's rate.
    tiles : Ink ``[bands, columns]`` or ``[2, bands, columns]``
        Their spectrogram. An unedited layer has the same tiles.
    """

    waveform: Waveform
    tiles: Ink

    def __post_init__(self) -> None:
        """Take arrays as tiles."""
        object.__setattr__(self, "waveform", Waveform.of(self.waveform))
        object.__setattr__(self, "tiles", Ink.of(self.tiles))

    @property
    def audio(self) -> Array:
        """All of the audio as one read-only array: float32 ``[channels, samples]``."""
        return self.waveform.array

    @property
    def ink(self) -> Array:
        """All of the ink as one read-only array."""
        return self.tiles.array


@dataclass(frozen=True, eq=False)
class Layer:
    """One stem with its ink, its sound, its gain and its pan.

    Parameters
    ----------
    tiles : Ink ``[bands, columns]`` or ``[2, bands, columns]``
        0 = silence, 1 = full scale, row 0 = the lowest mel band. Two channels are left and right. An array is
        copied into tiles.
    name, colour : str
        Name, and colour as ``#rrggbb``.
    gain_db : float
        -60 (counts as silent) to +24 dB.
    pan : float
        -1 left, 0 centre, +1 right.
    mute, solo : bool
        A muted layer is silent; while any layer is soloed, only those sound.
    source : Source, optional
        The imported original, if there is one.
    recipe : Recipe, optional
        Recipe of a layer that a model made. It stays when the layer is painted on.
    sound : Sound
        Its audio, and the columns whose audio is out of date.
    takes : Takes, optional
        Other riffs in its place; None for a layer that is kept or never was a take.
    notes : str
        Its notes where they differ from those that it was played from, as `Recipe.score`; '' otherwise.
    delay : int
        Columns before the beginning of its riff, from which times of recipe and notes count.
    made : Ink, optional
        Its ink when it was added to the sketch, for a layer without a source: that of a riff or of an image. It may
        have another length. None for a new layer, which was silent.
    """

    tiles: Ink
    name: str = "Layer"
    colour: str = COLOURS[0]
    gain_db: float = 0.0
    pan: float = 0.0
    mute: bool = False
    solo: bool = False
    source: Source | None = None
    id: str = field(default_factory=lambda: uuid.uuid4().hex)
    recipe: Recipe | None = None
    sound: Sound = field(default_factory=Sound)
    takes: Takes | None = None
    notes: str = ""
    delay: int = 0
    made: Ink | None = None

    def __post_init__(self) -> None:
        """Take an array as tiles."""
        object.__setattr__(self, "tiles", Ink.of(self.tiles))

    @property
    def ink(self) -> Array:
        """All of the ink as one read-only array; `tiles` reads parts of it without a full copy."""
        return self.tiles.array

    def check_levels(self) -> None:
        """Raise UserError for a gain or pan out of range."""
        if not MIN_GAIN_DB <= self.gain_db <= MAX_GAIN_DB or not -1 <= self.pan <= 1:
            raise UserError(
                tr(
                    "A layer has a gain of {min_gain_db:g} to {max_gain_db:g} dB and a pan of -1 to 1, not "
                    "{gain_db:g} dB and {pan:g}.",
                    min_gain_db=MIN_GAIN_DB,
                    max_gain_db=MAX_GAIN_DB,
                    gain_db=self.gain_db,
                    pan=self.pan,
                )
            )

    @property
    def columns(self) -> int:
        """Columns of the ink."""
        return self.tiles.length

    @property
    def other_takes(self) -> tuple[Layer, ...]:
        """The inaudible takes, in their order."""
        return () if self.takes is None else self.takes.others

    @property
    def is_as_imported(self) -> bool:
        """Whether its ink equals the imported ink, followed by silence."""
        if self.source is None or self.tiles.lead != self.source.tiles.lead:
            return False
        shared = min(self.columns, self.source.tiles.length)
        if not self.tiles.same_in(self.source.tiles, (0, shared)):
            return False
        return self.columns <= shared or self.tiles.resized(shared).resized(self.columns) == self.tiles

    def resized(self, columns: int) -> Layer:
        """Return the layer with this many columns, cut or padded with silence."""
        return self if self.columns == columns else replace(self, tiles=self.tiles.resized(columns))

    def painted(self, tiles: Ink) -> Layer:
        """Return the layer with other ink; the columns that differ become stale."""
        return with_fields(self, tiles=tiles, sound=self.sound.painted_in(tiles.differences(self.tiles)))

    def patched_waveform(self, patch: SoundPatch) -> Waveform:
        """Return its audio with a patch; the imported audio, bit-identical, if its ink is as imported."""
        if self.source is not None and self.is_as_imported:
            return self.source.waveform
        return self.sound.patched_waveform(patch)

    def delayed(self, columns: int, hop: int, max_columns: int) -> Layer:
        """Return the layer with its ink, sound, source and other takes moved later by some columns.

        Parameters
        ----------
        hop : int
            Samples per column.
        max_columns : int
            Maximum length of the source and of the ink that was made.
        """
        source = self.source
        if source is not None:
            length = min(max_columns, source.tiles.length + columns)
            waveform = source.waveform.delayed(columns * hop)
            source = Source(
                waveform.resized(min(waveform.length, max_columns * hop)), source.tiles.delayed(columns).resized(length)
            )
        tiles, made = self.tiles.delayed(columns), self.made
        if made is not None:
            made = tiles if made is self.tiles else made.delayed(columns)
            made = made.resized(min(max_columns, made.length))
        sound = self.sound.delayed(columns, columns * hop)
        delayed = replace(self, tiles=tiles, source=source, sound=sound, delay=self.delay + columns, made=made)
        return delayed.with_takes(lambda take: take.delayed(columns, hop, max_columns))

    def with_takes(self, function: Callable[[Layer], Layer]) -> Layer:
        """Return the layer with a function applied to its other takes; itself if that changes none."""
        takes = None if self.takes is None else self.takes.mapped(function)
        return self if takes is self.takes else replace(self, takes=takes)


@dataclass(frozen=True, eq=False)
class Takes:
    """The other takes of a layer, in the order in which they were made.

    Parameters
    ----------
    before, after : tuple of Layer
        Those before and after the audible one.
    compared : str
        Id of the take that was audible before this one; '' for none.
    """

    before: tuple[Layer, ...] = ()
    after: tuple[Layer, ...] = ()
    compared: str = ""

    @property
    def others(self) -> tuple[Layer, ...]:
        """All but the audible one."""
        return (*self.before, *self.after)

    @property
    def number(self) -> int:
        """Number of the audible take, from 1."""
        return len(self.before) + 1

    @property
    def count(self) -> int:
        """Number of all takes."""
        return len(self.before) + 1 + len(self.after)

    def mapped(self, function: Callable[[Layer], Layer]) -> Takes:
        """Return the takes with a function applied to each; themselves if that changes none."""
        results = tuple(map(function, self.others))
        if all(result is other for result, other in zip(results, self.others, strict=True)):
            return self
        return replace(self, before=results[: len(self.before)], after=results[len(self.before) :])


def layer_step_name(fields: Collection[str]) -> str:
    """Return the name of a step that changes fields of a layer, such as ``gain_db``."""
    names = {
        "name": tr("Layer name"),
        "colour": tr("Layer colour"),
        "gain_db": tr("Layer gain"),
        "pan": tr("Layer pan"),
        "mute": tr("Layer mute"),
        "solo": tr("Layer solo"),
    }
    return ", ".join(names.get(field, tr("Layer")) for field in fields)
