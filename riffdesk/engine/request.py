"""What the engine is asked for: frozen dataclasses that cross to the worker and the command line."""

from __future__ import annotations

from dataclasses import dataclass

from riffdesk.dsp.params import SpectrogramParams
from riffdesk.sketch.state import Array, Columns, Layer, Sound


@dataclass(frozen=True, eq=False)
class ConvertRequest:
    """Fit ink to a sketch with other settings.

    Parameters
    ----------
    ink : float32 ``[..., bands, columns]``
    source, target : SpectrogramParams
        How the ink is spaced, and how it shall be.
    """

    ink: Array
    source: SpectrogramParams
    target: SpectrogramParams


@dataclass(frozen=True, eq=False)
class SoundRequest:
    """Make a layer sound as it looks.

    Parameters
    ----------
    layer : Layer
        With the ink as it is now.
    sound : Sound
        What the layer sounded like before.
    columns : (start, stop)
        The columns that have changed since.
    params : SpectrogramParams
        How the ink is spaced.
    """

    layer: Layer
    sound: Sound
    columns: Columns
    params: SpectrogramParams
