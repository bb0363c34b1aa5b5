"""What a sketch consists of: plain, frozen data that may cross to the worker."""

from __future__ import annotations

import uuid
from collections.abc import Collection
from dataclasses import dataclass, field, replace

import numpy as np
from numpy.typing import NDArray

from riffdesk.dsp.params import SpectrogramParams
from riffdesk.sketch.ranges import Columns, Ranges, added, hull, removed
from riffdesk.sketch.recipe import Recipe
from riffdesk.sketch.timeline import Keyframe, Keyframes

Array = NDArray[np.float32]

COLOURS = ("#4fc3f7", "#ffb74d", "#81c784", "#e57373", "#ba68c8", "#fff176", "#4db6ac", "#f06292")
DEFAULT_COLUMNS = 512
MAX_SECONDS = 600.0
MAX_LAYERS = 64
MASK = "mask"  # the mask's id where it is painted on as if it were a layer


@dataclass(frozen=True, eq=False)
class Source:
    """What an imported layer was before anyone painted on it.

    Parameters
    ----------
    audio : float32 ``[channels, samples]``
        The imported samples at the sketch's rate.
    ink : float32 ``[bands, columns]`` or ``[2, bands, columns]``
        Their spectrogram; the layer's own ink is another array, equal to it until it is painted on.
    """

    audio: Array
    ink: Array


@dataclass(frozen=True, eq=False)
class Layer:
    """One stem: its ink and how loud and where it sounds.

    Parameters
    ----------
    ink : float32 ``[bands, columns]`` or ``[2, bands, columns]``
        0 = silence, 1 = full scale, row 0 = the lowest mel band. Two channels are left and right.
        Painting writes into this array; everything else about a layer is replaced, never written.
    name, colour : str
        What the user calls it, and ``#rrggbb``.
    gain_db : float
        Level, -60 (counts as silent) to +24 dB.
    pan : float
        -1 left, 0 centre, +1 right.
    mute, solo : bool
        A muted layer is silent; while any layer is soloed, only those sound.
    source : Source, optional
        The imported original, if there is one.
    recipe : Recipe, optional
        What made it, if a model did. It stays when the layer is painted on: it says where the riff came from.
    """

    ink: Array
    name: str = "Layer"
    colour: str = COLOURS[0]
    gain_db: float = 0.0
    pan: float = 0.0
    mute: bool = False
    solo: bool = False
    source: Source | None = None
    id: str = field(default_factory=lambda: uuid.uuid4().hex)
    recipe: Recipe | None = None

    @property
    def columns(self) -> int:
        """Columns of the ink."""
        return int(self.ink.shape[-1])


@dataclass(frozen=True, eq=False)
class Sound:
    """What a layer sounds like at the moment.

    Parameters
    ----------
    audio : float32 ``[channels, samples]``, optional
        None while nothing was rendered yet. May be shorter or longer than the sketch.
    stale : ranges of columns
        Columns whose ink has changed since the audio was made.
    rendering : (start, stop), optional
        Columns that were stale and are being rendered now.
    draft : ranges of columns
        Columns that sound as they look, but only as a draft.
    """

    audio: Array | None = None
    stale: Ranges = ()
    rendering: Columns | None = None
    draft: Ranges = ()

    @property
    def pending(self) -> Columns | None:
        """Columns that do not yet sound as they look, from the first to the last."""
        return hull(self.stale if self.rendering is None else added(self.stale, self.rendering))

    @property
    def unfinished(self) -> Columns | None:
        """Columns that do not yet sound as well as they should, from the first to the last."""
        return hull(self.draft if self.pending is None else added(self.draft, self.pending))

    def painted(self, columns: Columns) -> Sound:
        """Return it after columns were painted on."""
        return replace(self, stale=added(self.stale, columns))

    def repainted(self, columns: Columns, audio: Array) -> Sound:
        """Return it after columns were painted on by something that knows what the layer sounds like then."""
        return replace(self, audio=audio, stale=removed(self.stale, columns), draft=removed(self.draft, columns))

    def drafted(self, columns: Columns) -> Sound:
        """Return it with columns that could sound better."""
        return replace(self, draft=added(self.draft, columns))

    def begun(self, columns: Columns) -> Sound:
        """Return it while stale columns are being rendered."""
        return replace(self, stale=removed(self.stale, columns), rendering=columns)

    def ended(self, audio: Array | None) -> Sound:
        """Return it with the draft of what was being rendered, or with that stale again."""
        if self.rendering is None:
            return self
        if audio is None:
            return replace(self.painted(self.rendering), rendering=None)
        return Sound(audio, self.stale, None, added(self.draft, self.rendering))

    def refined(self, columns: Columns, audio: Array) -> Sound:
        """Return it with columns that were a draft and now sound as they should."""
        return replace(self, audio=audio, draft=removed(self.draft, columns))

    def with_patch(self, patch: SoundPatch) -> Array:
        """Return the audio with a patch in it, as long as it needs to be: float32 ``[channels, samples]``."""
        stop = patch.start + patch.audio.shape[-1]
        channels, samples = len(patch.audio), max(stop, patch.samples)
        if patch.start == 0 and stop == samples:
            return patch.audio
        audio = np.zeros((channels, samples), np.float32)
        if self.audio is not None:
            kept = min(samples, self.audio.shape[-1])
            audio[:, :kept] = self.audio[:, :kept]
        audio[:, patch.start : stop] = patch.audio
        return audio


@dataclass(frozen=True, eq=False)
class SoundPatch:
    """New sound for a part of a layer.

    Parameters
    ----------
    start : int
        Sample that it begins with.
    audio : float32 ``[channels, samples]``
    samples : int
        Length that the layer's sound has with it, at least.
    """

    start: int
    audio: Array
    samples: int


@dataclass(frozen=True, eq=False)
class State:
    """The whole document at one moment, but for the sound that follows from it."""

    params: SpectrogramParams
    samples: int
    columns: int
    layers: tuple[Layer, ...]
    active: str
    tempo: float = 120.0
    beats_per_bar: int = 4
    steps: int = 30
    keyframes: Keyframes = (Keyframe(),)
    circular: bool = False

    @property
    def loop(self) -> int | None:
        """Samples of a circular sketch, which its columns fill exactly; None for others."""
        return self.samples if self.circular else None

    def sample_of(self, column: int) -> int:
        """Return the sample that a column is at: a whole number of hops, but in a loop of any length."""
        return column * self.params.hop if self.loop is None else round(column * self.loop / self.columns)

    def layer(self, layer_id: str) -> Layer:
        """Return the layer with this id; KeyError if there is none."""
        for layer in self.layers:
            if layer.id == layer_id:
                return layer
        raise KeyError(layer_id)


@dataclass(frozen=True, eq=False)
class Document:
    """A copy of a sketch that may cross to the worker: nobody paints on it."""

    state: State
    sounds: dict[str, Sound]


def empty_state(params: SpectrogramParams | None = None) -> State:
    """Return a new document: one empty layer of 512 columns (5.12 s)."""
    params = params or SpectrogramParams()
    ink = np.zeros((*ink_channels(params), params.bands, DEFAULT_COLUMNS), np.float32)
    layer = Layer(ink, "Layer 1")
    return State(params, DEFAULT_COLUMNS * params.hop, DEFAULT_COLUMNS, (layer,), layer.id)


def columns_of(samples: int, params: SpectrogramParams, *, circular: bool = False) -> int:
    """Return how many columns something so long has: as many as reach its end.

    What is circular has the columns that come nearest to a hop in length, so that they fill it exactly.
    """
    return max(1, round(samples / params.hop)) if circular else -(-samples // params.hop)


def ink_channels(params: SpectrogramParams) -> tuple[int, ...]:
    """Return the leading axes of ink: ``(2,)`` where the settings are stereo."""
    return (2,) if params.stereo else ()


def resized(layer: Layer, columns: int) -> Layer:
    """Return the layer with this many columns, cut or padded with silence."""
    if layer.columns == columns:
        return layer
    ink = np.zeros((*layer.ink.shape[:-1], columns), np.float32)
    kept = min(columns, layer.columns)
    ink[..., :kept] = layer.ink[..., :kept]
    return replace(layer, ink=ink)


def mask_layer(before: Layer | None, params: SpectrogramParams, columns: int) -> Layer:
    """Return the mask as a layer to paint on, with this many columns.

    Every width is a part of one array as wide as any sketch, so that undo writes to what is seen, however often the
    length has changed since. Where nobody paints, that array takes no memory.
    """
    if before is not None and before.columns == columns:
        return before
    most = max(columns, int(MAX_SECONDS * params.columns_per_second) + 2)
    whole = np.zeros((params.bands, most), np.float32) if before is None else before.ink.base
    assert whole is not None
    return Layer(whole[:, :columns], "Mask", id=MASK)


def with_layer(state: State, layer: Layer, samples: int | None, instead_of: Collection[str]) -> State:
    """Return the state with one more layer on top, active and in the next free colour; see `Sketch.add_layer`.

    What sounds takes the place of an only layer that is empty, and its length if nobody has set one.
    """
    alone = len(state.layers) == 1 and not state.layers[0].ink.any() and bool(layer.ink.any())
    columns, length = layer.columns, samples if samples is not None else layer.columns * state.params.hop
    if state.circular:
        columns = columns_of(length, state.params, circular=True)
    if length <= state.samples and not (alone and state.columns == DEFAULT_COLUMNS):
        columns, length = state.columns, state.samples
    others = () if alone else tuple(resized(other, columns) for other in state.layers)
    others = tuple(replace(other, mute=other.mute or other.id in instead_of) for other in others)
    solo = layer.solo or any(other.solo for other in others if other.id in instead_of)
    added = replace(resized(layer, columns), colour=COLOURS[len(others) % len(COLOURS)], solo=solo)
    return replace(state, layers=(*others, added), active=added.id, columns=columns, samples=length)


def copied(layer: Layer) -> Layer:
    """Return the layer with ink of its own, that nobody paints on."""
    return replace(layer, ink=layer.ink.copy())


def patched(layer: Layer, sound: Sound, patch: SoundPatch) -> Array:
    """Return a layer's audio with a patch; the import itself, bit-identical, where all its ink is as imported."""
    if layer.source is not None and _is_as_imported(layer):
        return layer.source.audio
    return sound.with_patch(patch)


def _is_as_imported(layer: Layer) -> bool:
    """Return whether a layer's ink is what it was when it was imported, and silence beyond that."""
    if layer.source is None:
        return False
    shared = min(layer.columns, layer.source.ink.shape[-1])
    now, then = layer.ink[..., :shared], layer.source.ink[..., :shared]
    # Ink that was painted on differs in every eighth band already, mostly; a draft cannot wait for all of them.
    alike = np.array_equal(now[..., ::8, :], then[..., ::8, :]) and np.array_equal(now, then)
    return alike and not layer.ink[..., shared:].any()
