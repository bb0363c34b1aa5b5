"""What changes the length of a document: its layers, their sound, the mask and the keyframes follow."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace

from riffdesk.sketch.layer import COLOURS, Layer
from riffdesk.sketch.music.tempo import bar_seconds
from riffdesk.sketch.recipe.timeline import Keyframes
from riffdesk.sketch.sound import Sound, Waveform
from riffdesk.sketch.state import MAX_SECONDS, State, columns_of, has_default_length
from riffdesk.sketch.takes import as_take
from riffdesk.sketch.tiles.ranges import joined, removed


def of_length(state: State, samples: int, *, circular: bool, columns: int | None = None) -> State:
    """Return the state with another length, or joined ends; its layers are cut or padded with silence.

    Parameters
    ----------
    samples : int
        The new length.
    circular : bool
        Whether the end flows into the beginning.
    columns : int, optional
        Of every layer; as many as reach the end by default.
    """
    if columns is None:
        columns = columns_of(samples, state.params, circular=circular)
    mask = None if state.mask is None else state.mask.resized(columns)
    after = replace(state, samples=samples, columns=columns, circular=circular, mask=mask)
    return replace(after, layers=tuple(_fitted(layer, after, state) for layer in state.layers))


def of_tempo(state: State, tempo: float, beats_per_bar: int) -> State:
    """Return the state at another tempo or meter: as many bars long as long as it is empty, as many seconds later."""
    after = replace(state, tempo=tempo, beats_per_bar=beats_per_bar)
    if not all(layer.tiles.is_silent for layer in state.layers):
        return after
    rate = state.params.sample_rate
    bars = state.samples / rate / bar_seconds(state.tempo, state.beats_per_bar)
    samples = round(bars * bar_seconds(tempo, beats_per_bar) * rate)
    fits = state.params.hop <= samples <= MAX_SECONDS * rate
    return of_length(after, samples, circular=state.circular) if fits else after


def with_new_layer(
    state: State, layer: Layer, samples: int | None, instead_of: Collection[str], take_of: str | None = None
) -> State:
    """Return the state with one more layer on top, active and in the next free colour; see `Sketch.add_layer`.

    What sounds takes the place of an only layer that is empty, and its length if nobody has set one.
    """
    alone = len(state.layers) == 1 and state.layers[0].tiles.is_silent and not layer.tiles.is_silent
    columns, length = layer.columns, samples if samples is not None else layer.columns * state.params.hop
    if state.circular:
        columns = columns_of(length, state.params, circular=True)
    if length <= state.samples and not (alone and has_default_length(state)):
        columns, length = state.columns, state.samples
    after = of_length(state, length, circular=state.circular, columns=columns)
    if take_of is not None and after.has_layer(take_of):
        take = as_take(layer.resized(columns), after.layer(take_of))
        return replace(after, layers=tuple(take if one.id == take_of else one for one in after.layers), active=take.id)
    others = () if alone else tuple(replace(one, mute=one.mute or one.id in instead_of) for one in after.layers)
    solo = layer.solo or any(other.solo for other in others if other.id in instead_of)
    added = replace(layer.resized(columns), colour=COLOURS[len(others) % len(COLOURS)], solo=solo)
    return replace(after, layers=(*others, added), active=added.id)


def sounding_as(state: State, now: State) -> State:
    """Return a state whose layers sound as they do in a later, shorter or longer, one, as far as both look the same."""
    if state.circular or now.circular:
        return state
    layers = {layer.id: layer for layer in now.layers}
    return replace(
        state,
        layers=tuple(_resounding(layer, layers[layer.id]) if layer.id in layers else layer for layer in state.layers),
    )


def _resounding(layer: Layer, now: Layer) -> Layer:
    columns = min(layer.columns, now.columns)
    there = now.sound.waveform
    if there is None or now.sound is layer.sound or not layer.tiles.same_in(now.tiles, (0, columns)):
        return layer
    before = Waveform.silent(there.lead, 0) if layer.sound.waveform is None else layer.sound.waveform
    before = before.with_channels(there.channels)
    waveform = before.resized(max(before.length, there.length)).replaced(0, there.array)
    inside, outside = (0, columns), (columns, max(layer.columns, now.columns))
    stale, draft = (
        (*removed(was, inside), *removed(is_now, outside))
        for was, is_now in ((layer.sound.stale, now.sound.stale), (layer.sound.draft, now.sound.draft))
    )
    return replace(layer, sound=Sound(waveform, joined(stale), joined(draft)))


def delayed(state: State, columns: int) -> State:
    """Return the state with time added at its beginning: layers and keyframes come so many columns later.

    The mask, which would mark other times, is left out.
    """
    if columns == 0:
        return state
    hop = state.params.hop
    most = state.params.columns_of(int(MAX_SECONDS * state.params.sample_rate))
    seconds = columns / state.params.columns_per_second
    return replace(
        state,
        samples=state.samples + columns * hop,
        columns=state.columns + columns,
        layers=tuple(layer.delayed(columns, hop, most) for layer in state.layers),
        keyframes=_later(state.keyframes, seconds),
        made_from=_later(state.made_from, seconds),
        mask=None,
        added_before=state.added_before + columns,
    )


def _later(keyframes: Keyframes, seconds: float) -> Keyframes:
    return tuple(replace(one, seconds=one.seconds + seconds) for one in keyframes)


def _fitted(layer: Layer, after: State, before: State) -> Layer:
    """Return a layer of a state in one of another length.

    Where the ends are joined, or were, they are to be rendered again, and so is what the audio does not reach.
    """
    layer = layer.resized(after.columns)
    layer = replace(layer, sound=layer.sound.within(after.columns))
    if (after.samples, after.columns, after.circular) == (before.samples, before.columns, before.circular):
        return layer
    if layer.sound.waveform is None or layer.tiles.is_silent:
        return layer
    return replace(layer, sound=_reaching(layer, after, before))


def _reaching(layer: Layer, after: State, before: State) -> Sound:
    sound = layer.sound
    assert sound.waveform is not None
    ends = min(layer.columns, -(-after.params.window // after.params.hop))
    reached = columns_of(sound.waveform.length, after.params)
    if after.circular or before.circular:
        sound = sound.painted((0, ends)).painted((layer.columns - ends, layer.columns))
        reached = max(0, reached - ends)
    if reached < layer.columns and not layer.tiles.is_silent_in((reached, layer.columns)):
        sound = sound.painted((reached, layer.columns))
    return sound
