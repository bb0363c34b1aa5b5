"""The sound of a selection: of its time and bands in the layer's sound."""

from __future__ import annotations

import threading
from dataclasses import dataclass

import numpy as np

from riffdesk.arrays import Array
from riffdesk.dsp.mix import Track, mix, stem
from riffdesk.dsp.params import SpectrogramParams
from riffdesk.dsp.separation import masked_sound
from riffdesk.progress import OnStep, ignore_steps
from riffdesk.sketch.mixer import track_of, tracks
from riffdesk.sketch.paint.region import Region
from riffdesk.sketch.state import State

_FADE_SECONDS = 0.005


@dataclass(frozen=True, eq=False)
class SelectionSoundRequest:
    """Request for the sound of a selection.

    Parameters
    ----------
    first : int
        Sample of the sketch at which the result begins.
    track : Track
        The layer with its gains; its audio begins ``lead`` samples before the selection.
    lead, length : int
        Samples of that audio before the selection; samples of the selection.
    mask : float32 ``[bands, columns]``, optional
        Weight of each cell in the selection, from the beginning of the audio on; None if all bands are selected.
    before, after : float32 ``[2, samples]``
        The mix before and after the selection.
    params : SpectrogramParams
    samples_per_column : float
    """

    first: int
    track: Track
    lead: int
    length: int
    mask: Array | None
    before: Array
    after: Array
    params: SpectrogramParams
    samples_per_column: float

    @property
    def last(self) -> int:
        """Sample of the sketch at which the result ends."""
        around: int = self.before.shape[-1] + self.after.shape[-1]
        return self.first + self.length + around


def selection_sound_request(state: State, selection: Region, roll: int) -> SelectionSoundRequest | None:
    """Return the request for a selection of the active layer; None if the layer has no sound yet.

    Parameters
    ----------
    roll : int
        Maximum samples of the mix to play before and after it.
    """
    layer, params = state.layer(state.active), state.params
    waveform = layer.sound.waveform
    first, last = state.sample_of(selection.start), min(state.sample_of(selection.stop), state.samples)
    if waveform is None or first >= last:
        return None
    margin = params.window_columns  # columns that reach into the selection
    start, stop = max(0, selection.start - margin), min(state.columns, selection.stop + margin)
    begin, end = state.sample_of(start), min(state.sample_of(stop), state.samples)
    mask = None
    weights = _weights(selection, params.bands)
    if weights.min() < 1:
        edges = (selection.start - start, stop - selection.stop)
        mask = np.pad(weights, ((0, 0), edges), mode="edge")
    return SelectionSoundRequest(
        max(0, first - roll),
        track_of(layer, waveform[:, begin:end]),
        first - begin,
        last - first,
        mask,
        _mix_of(state, max(0, first - roll), first),
        _mix_of(state, last, min(state.samples, last + roll)),
        params,
        params.hop if state.loop is None else state.loop / state.columns,
    )


def selection_sound(
    request: SelectionSoundRequest, on_step: OnStep = ignore_steps, cancel: threading.Event | None = None
) -> Array:
    """Return the sound of a selection: float32 ``[2, samples]``, faded over 5 ms where it begins and ends.

    The mask is applied to the short-time Fourier transform of the layer's sound.

    Raises
    ------
    Cancelled
        If ``cancel`` was set.
    """
    audio: Array = request.track.audio[:]
    if request.mask is not None:
        audio = masked_sound(
            audio,
            request.mask,
            request.params,
            samples_per_column=request.samples_per_column,
            on_step=on_step,
            cancel=cancel,
        )
    cut = audio[:, request.lead : request.lead + request.length]
    inside = stem(Track(cut, request.track.left, request.track.right), request.length)
    fade = round(_FADE_SECONDS * request.params.sample_rate)
    return np.concatenate(
        (_faded(request.before, fade), _faded(inside, fade), _faded(request.after, fade)), axis=1, dtype=np.float32
    )


def _weights(region: Region, bands: int) -> Array:
    """Return the weights of the cells of a region's columns: float32 ``[bands, columns]``."""
    return region.weights(region.start, region.stop, slice(0, bands))


def _mix_of(state: State, start: int, stop: int) -> Array:
    """Return samples of the mix: float32 ``[2, samples]``."""
    length = max(0, stop - start)
    heard = (Track(track.audio[:, start:stop], track.left, track.right) for track in tracks(state))
    return mix((stem(track, length) for track in heard), length)


def _faded(sound: Array, fade: int) -> Array:
    """Return a sound that fades in and out over some samples."""
    fade = min(fade, sound.shape[-1] // 2)
    if not fade:
        return sound
    out, ramp = sound.copy(), (np.arange(fade, dtype=np.float32) + 1) / fade
    out[:, :fade] *= ramp
    out[:, -fade:] *= ramp[::-1]
    return out
