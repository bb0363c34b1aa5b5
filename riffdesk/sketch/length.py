"""Changes of a document's length, with its layers, their sound, the mask and the keyframes."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace

from riffdesk.errors import UserError
from riffdesk.language import tr
from riffdesk.sketch.layer import COLOURS, Layer
from riffdesk.sketch.music.tempo import bar_seconds
from riffdesk.sketch.recipe.timeline import Keyframes
from riffdesk.sketch.sound import Sound, Waveform
from riffdesk.sketch.state import MAX_SECONDS, State, columns_needed, has_default_length
from riffdesk.sketch.takes import as_take
from riffdesk.sketch.tiles.ranges import joined, removed


def of_length(state: State, samples: int, *, circular: bool, columns: int | None = None) -> State:
    """Return the state with another length, or as a loop; its layers are cut or padded with silence.

    Parameters
    ----------
    samples : int
        The new length.
    circular : bool
        Whether the end flows into the beginning.
    columns : int, optional
        Columns of every layer; by default as many as the samples need.
    """
    if columns is None:
        columns = columns_needed(samples, state.params, circular=circular)
    mask = None if state.mask is None else state.mask.resized(columns)
    after = replace(state, samples=samples, columns=columns, circular=circular, mask=mask)
    return replace(after, layers=tuple(_with_length_of(layer, after, state) for layer in state.layers))


def of_tempo(state: State, tempo: float, beats_per_bar: int) -> State:
    """Return the state at another tempo or meter: an empty one keeps its bars, others keep their seconds."""
    after = replace(state, tempo=tempo, beats_per_bar=beats_per_bar)
    if not all(layer.tiles.is_silent for layer in state.layers):
        return after
    rate = state.params.sample_rate
    bars = state.samples / rate / bar_seconds(state.tempo, state.beats_per_bar)
    samples = round(bars * bar_seconds(tempo, beats_per_bar) * rate)
    is_allowed = state.params.hop <= samples <= MAX_SECONDS * rate
    return of_length(after, samples, circular=state.circular) if is_allowed else after


def with_new_layer(
    state: State, layer: Layer, samples: int | None, instead_of: Collection[str], take_of: str | None = None
) -> State:
    """Return the state with one more layer on top, active and in the next free colour; see `Sketch.add_layer`.

    A layer with ink replaces a single empty layer, and sets the sketch's length if that is the default.
    """
    replaces_empty = len(state.layers) == 1 and state.layers[0].tiles.is_silent and not layer.tiles.is_silent
    columns, length = layer.columns, samples if samples is not None else layer.columns * state.params.hop
    if state.circular:
        columns = columns_needed(length, state.params, circular=True)
    if length <= state.samples and not (replaces_empty and has_default_length(state)):
        columns, length = state.columns, state.samples
    after = of_length(state, length, circular=state.circular, columns=columns)
    if take_of is not None and after.has_layer(take_of):
        take = as_take(_as_made(layer.resized(columns)), after.layer(take_of))
        return replace(after, layers=tuple(take if one.id == take_of else one for one in after.layers), active=take.id)
    others = (
        () if replaces_empty else tuple(replace(one, mute=one.mute or one.id in instead_of) for one in after.layers)
    )
    solo = layer.solo or any(other.solo for other in others if other.id in instead_of)
    added = replace(_as_made(layer.resized(columns)), colour=COLOURS[len(others) % len(COLOURS)], solo=solo)
    return replace(after, layers=(*others, added), active=added.id)


def _as_made(layer: Layer) -> Layer:
    """Return a layer that keeps its ink as the original, unless it has a source, or is new and silent."""
    if layer.source is not None or (layer.made is None and layer.tiles.is_silent):
        return layer
    return replace(layer, made=layer.tiles)


def with_sound_of(state: State, later: State) -> State:
    """Return a state with the sound of the same layers of a later, shorter or longer, one where their ink is equal."""
    if state.circular or later.circular:
        return state
    layers = {layer.id: layer for layer in later.layers}
    return replace(
        state,
        layers=tuple(
            _with_sound_of(layer, layers[layer.id]) if layer.id in layers else layer for layer in state.layers
        ),
    )


def _with_sound_of(layer: Layer, later: Layer) -> Layer:
    columns = min(layer.columns, later.columns)
    waveform = later.sound.waveform
    if waveform is None or later.sound is layer.sound or not layer.tiles.same_in(later.tiles, (0, columns)):
        return layer
    before = Waveform.silent(waveform.lead, 0) if layer.sound.waveform is None else layer.sound.waveform
    before = before.with_channels(waveform.channels)
    merged = before.resized(max(before.length, waveform.length)).replaced(0, waveform.array)
    inside, outside = (0, columns), (columns, max(layer.columns, later.columns))
    stale, draft = (
        (*removed(ranges, inside), *removed(later_ranges, outside))
        for ranges, later_ranges in ((layer.sound.stale, later.sound.stale), (layer.sound.draft, later.sound.draft))
    )
    return replace(layer, sound=Sound(merged, joined(stale), joined(draft)))


def delayed(state: State, columns: int) -> State:
    """Return the state with some columns added at its beginning; layers and keyframes move later, the mask goes."""
    if columns == 0:
        return state
    hop = state.params.hop
    max_columns = state.params.columns_of(int(MAX_SECONDS * state.params.sample_rate))
    seconds = columns / state.params.columns_per_second
    return replace(
        state,
        samples=state.samples + columns * hop,
        columns=state.columns + columns,
        layers=tuple(layer.delayed(columns, hop, max_columns) for layer in state.layers),
        keyframes=_delayed_keyframes(state.keyframes, seconds),
        made_from=_delayed_keyframes(state.made_from, seconds),
        mask=None,
        added_before=state.added_before + columns,
    )


def _delayed_keyframes(keyframes: Keyframes, seconds: float) -> Keyframes:
    return tuple(replace(keyframe, seconds=keyframe.seconds + seconds) for keyframe in keyframes)


def _with_length_of(layer: Layer, after: State, before: State) -> Layer:
    """Return a layer and its other takes resized from one state's length to another's.

    Columns become stale at both ends of a loop, or of a former loop, and where the audio is too short.
    """
    layer = layer.resized(after.columns).with_takes(lambda take: _with_length_of(take, after, before))
    layer = replace(layer, sound=layer.sound.within(after.columns))
    if (after.samples, after.columns, after.circular) == (before.samples, before.columns, before.circular):
        return layer
    if layer.sound.waveform is None or layer.tiles.is_silent:
        return layer
    return replace(layer, sound=_with_stale_ends(layer, after, before))


def _with_stale_ends(layer: Layer, after: State, before: State) -> Sound:
    sound = layer.sound
    assert sound.waveform is not None
    ends = min(layer.columns, after.params.window_columns)
    reached = columns_needed(sound.waveform.length, after.params)
    if after.circular or before.circular:
        sound = sound.painted((0, ends)).painted((layer.columns - ends, layer.columns))
        reached = max(0, reached - ends)
    if reached < layer.columns and not layer.tiles.is_silent_in((reached, layer.columns)):
        sound = sound.painted((reached, layer.columns))
    return sound


def length_error(seconds: float) -> UserError:
    """Return the error for a length that no sketch has."""
    most = MAX_SECONDS
    return UserError(
        tr(
            "A sketch is between {least:g} and {most:g} seconds long, not {seconds:g}.",
            least=0.01,
            most=most,
            seconds=seconds,
        )
    )
