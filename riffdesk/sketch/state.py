"""The document: all that a sketch consists of, as one immutable value."""

from __future__ import annotations

from dataclasses import dataclass, field

from riffdesk.dsp.params import SpectrogramParams
from riffdesk.language import tr
from riffdesk.sketch.ink import Ink
from riffdesk.sketch.layer import Layer
from riffdesk.sketch.music.tempo import seconds_of
from riffdesk.sketch.recipe.render_settings import RenderSettings
from riffdesk.sketch.recipe.timeline import Keyframe, Keyframes
from riffdesk.values import with_fields

DEFAULT_COLUMNS = 512
NEW_BARS = 4
MAX_SECONDS = 600.0
MAX_LAYERS = 64


@dataclass(frozen=True, eq=False)
class State:
    """The document. It may be passed to any thread or process, and be stored.

    Parameters
    ----------
    params : SpectrogramParams
        Bands and time grid of every layer's ink.
    samples, columns : int
        Length of the mix and of every stem, and of every layer's ink.
    layers : tuple of Layer
        From bottom to top.
    active : str
        Id of the layer that the tools paint on.
    tempo : float
        In beats per minute, 20 to 400.
    beats_per_bar : int
        1 to 16.
    keyframes : tuple of Keyframe
        Prompts and seeds of the seed timeline.
    circular : bool
        Whether it is a seamless loop.
    render : RenderSettings
        Model, scheduler, steps and other settings of new riffs.
    mask : Ink ``[bands, columns]``, optional
        Where to regenerate: 1 = anew, 0 = keep. It is not saved.
    key : str
        Such as ``C minor``, see `riffdesk.sketch.music.key`; '' for none.
    added_before : int
        Columns that were added at its beginning since it was opened: riffs requested earlier move later by as many.
    made_from : tuple of Keyframe
        Keyframes of the newest riff. Layers whose recipes have these keyframes follow the timeline.
    noise : tuple of float
        Profile of the noise, the ink of each band, see `riffdesk.sketch.paint.effects.noise`; empty for none.
    """

    params: SpectrogramParams
    samples: int
    columns: int
    layers: tuple[Layer, ...]
    active: str
    tempo: float = 120.0
    beats_per_bar: int = 4
    keyframes: Keyframes = (Keyframe(),)
    circular: bool = False
    render: RenderSettings = field(default_factory=RenderSettings)
    mask: Ink | None = None
    key: str = ""
    added_before: int = 0
    made_from: Keyframes = ()
    noise: tuple[float, ...] = ()

    @property
    def loop(self) -> int | None:
        """Length of the loop in samples, which its columns fill exactly; None if it is no loop."""
        return self.samples if self.circular else None

    def sample_of(self, column: int) -> int:
        """Return the sample at which a column begins: a multiple of the hop, except in a loop."""
        return column * self.params.hop if self.loop is None else round(column * self.loop / self.columns)

    def layer(self, layer_id: str) -> Layer:
        """Return the layer with this id; KeyError if there is none."""
        for layer in self.layers:
            if layer.id == layer_id:
                return layer
        raise KeyError(layer_id)

    def has_in_place(self, layer: Layer, added_before: int) -> bool:
        """Return whether a layer still has its length and its time, see `State.added_before`."""
        present = self.has_layer(layer.id) and self.layer(layer.id).tiles.shape == layer.tiles.shape
        return present and self.added_before == added_before

    def has_layer(self, layer_id: str) -> bool:
        """Return whether a layer has this id."""
        return any(layer.id == layer_id for layer in self.layers)

    def with_layer(self, layer: Layer) -> State:
        """Return the state with a layer in place of the one with the same id."""
        return with_fields(self, layers=tuple(layer if one.id == layer.id else one for one in self.layers))


def empty_state(
    params: SpectrogramParams | None = None, render: RenderSettings | None = None, *, bars: float = 0
) -> State:
    """Return a new document: one empty layer.

    Parameters
    ----------
    bars : float
        Its length in bars of 4/4 at 120 bpm; 0 for 512 columns (5.12 s), as long as an image of Riffusion's.
    """
    params = params or SpectrogramParams()
    samples = round(seconds_of(bars, 120, 4) * params.sample_rate) if bars else DEFAULT_COLUMNS * params.hop
    columns = columns_needed(samples, params)
    layer = Layer(silent_ink(params, columns), tr("Layer 1"))
    return State(params, samples, columns, (layer,), layer.id, render=render or RenderSettings())


def has_default_length(state: State) -> bool:
    """Return whether a document has the length of a new one, so that the user has not set it."""
    bars = round(seconds_of(NEW_BARS, state.tempo, state.beats_per_bar) * state.params.sample_rate)
    return state.columns == DEFAULT_COLUMNS or state.samples == bars


def columns_needed(samples: int, params: SpectrogramParams, *, circular: bool = False) -> int:
    """Return the number of columns of some samples, rounded up.

    In a loop it is rounded to the nearest number, as its columns are stretched to fill the loop exactly.
    """
    return max(1, round(samples / params.hop)) if circular else -(-samples // params.hop)


def ink_channels(params: SpectrogramParams) -> tuple[int, ...]:
    """Return the leading axes of ink: ``(2,)`` where the settings are stereo."""
    return (2,) if params.stereo else ()


def silent_ink(params: SpectrogramParams, columns: int) -> Ink:
    """Return the ink of an empty layer."""
    return Ink.silent((*ink_channels(params), params.bands), columns)
