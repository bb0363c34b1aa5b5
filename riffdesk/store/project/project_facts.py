"""The facts of a project: all fields of a document except its arrays."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import Literal, NamedTuple

from riffdesk import strict_json
from riffdesk.dsp.params import SpectrogramParams
from riffdesk.sketch.ink import Ink
from riffdesk.sketch.layer import COLOURS, MAX_GAIN_DB, MIN_GAIN_DB, Layer, Source
from riffdesk.sketch.music.tempo import MAX_BEATS, MAX_TEMPO, MIN_TEMPO
from riffdesk.sketch.recipe.recipe import Recipe
from riffdesk.sketch.recipe.render_settings import RenderSettings
from riffdesk.sketch.recipe.timeline import Keyframes
from riffdesk.sketch.sound import Sound
from riffdesk.sketch.state import State
from riffdesk.sketch.tiles.ranges import Ranges
from riffdesk.store.project.array_changes import Changes, changes_from
from riffdesk.store.project.json_fields import COLOUR

MAX_KEYFRAME_SECONDS = 1e6
MAX_NOISE = 1e3
"""Bounds for reading, which are kept when writing."""

SoundKind = Literal["none", "source", "own"]


@dataclass(frozen=True)
class LayerFacts:
    """A layer without its arrays.

    Parameters
    ----------
    id, name, colour, gain_db, pan, mute, solo, recipe
        As in `riffdesk.sketch.layer.Layer`.
    source : bool
        Whether the file has the original audio of an imported layer.
    source_ink : bool
        Whether the file has the original ink, as it differs from the layer's.
    sound : str
        ``none`` (never rendered), ``source`` (the original audio) or ``own`` (the file has it).
    stale, draft : ranges of columns
        As in `riffdesk.sketch.sound.Sound`.
    notes, delay
        As in `riffdesk.sketch.layer.Layer`.
    made : Changes, optional
        Changes of `riffdesk.sketch.layer.Layer.made` from the ink.
    """

    id: str
    name: str
    colour: str
    gain_db: float
    pan: float
    mute: bool
    solo: bool
    source: bool
    source_ink: bool
    sound: SoundKind
    stale: Ranges
    draft: Ranges
    recipe: Recipe | None
    notes: str = ""
    delay: int = 0
    made: Changes | None = None

    @property
    def stores_made(self) -> bool:
        """Whether the file has values of the original ink, as they differ from the ink."""
        return self.made is not None and self.made.count > 0


@dataclass(frozen=True)
class ProjectFacts:
    """A document without its arrays; the fields are those of `riffdesk.sketch.state.State`.

    Parameters
    ----------
    snapshots : tuple of SnapshotFacts
        Snapshots of the sketch.
    notes : tuple of str
        Sentences for the user about parts that could not be read.
    """

    params: SpectrogramParams
    samples: int
    columns: int
    active: str
    tempo: float
    beats_per_bar: int
    key: str
    circular: bool
    keyframes: Keyframes
    made_from: Keyframes
    render: RenderSettings
    layers: tuple[LayerFacts, ...]
    noise: tuple[float, ...] = ()
    snapshots: tuple[SnapshotFacts, ...] = ()
    notes: tuple[str, ...] = field(default=(), compare=False)


class ArrayPlace(NamedTuple):
    """An array of a project.

    ``slot`` is that of its snapshot, 0 for the document; ``layer`` counts from 0; ``kind`` is ``ink``, ``sound``,
    ``source`` (the sound of an import), ``source_ink`` or ``made``.
    """

    slot: int
    layer: int
    kind: str


@dataclass(frozen=True)
class ArrayFacts:
    """An array of a snapshot.

    Parameters
    ----------
    lead : tuple of int
        Its leading axes.
    base : ArrayPlace, optional
        The array from which it differs; None for silence.
    changes : Changes
        The differences.
    """

    lead: tuple[int, ...]
    base: ArrayPlace | None
    changes: Changes


@dataclass(frozen=True)
class SnapshotFacts:
    """A snapshot.

    Parameters
    ----------
    slot : int
        From 1.
    document : ProjectFacts
        The state that it holds.
    arrays : tuple of dict
        Arrays of each layer by their kinds.
    """

    slot: int
    document: ProjectFacts
    arrays: tuple[dict[str, ArrayFacts], ...]


def facts_of(state: State, *, made: bool = True) -> ProjectFacts:
    """Return a document without its arrays; numbers that are out of range are clipped.

    Parameters
    ----------
    made : bool
        Whether to compute the changes from the original ink, which compares arrays.
    """
    return ProjectFacts(
        params=state.params,
        samples=int(state.samples),
        columns=int(state.columns),
        active=state.active,
        tempo=_within(state.tempo, MIN_TEMPO, MAX_TEMPO),
        beats_per_bar=int(_within(state.beats_per_bar, 1, MAX_BEATS)),
        key=state.key,
        circular=bool(state.circular),
        keyframes=_within_time(state.keyframes),
        made_from=_within_time(state.made_from),
        render=state.render,
        layers=tuple(_layer_facts(layer, made) for layer in state.layers),
        noise=tuple(_within(level, 0, MAX_NOISE) for level in state.noise) if _has_noise(state) else (),
    )


def _has_noise(state: State) -> bool:
    return len(state.noise) == state.params.bands


def state_of(facts: ProjectFacts, layers: tuple[Layer, ...]) -> State:
    """Return a document with its layers, without a mask."""
    return State(
        params=facts.params,
        samples=facts.samples,
        columns=facts.columns,
        layers=layers,
        active=facts.active,
        tempo=facts.tempo,
        beats_per_bar=facts.beats_per_bar,
        key=facts.key,
        circular=facts.circular,
        keyframes=facts.keyframes,
        made_from=facts.made_from,
        render=facts.render,
        noise=facts.noise,
    )


def layer_of(facts: LayerFacts, ink: Ink, *, source: Source | None, sound: Sound, made: Ink | None) -> Layer:
    """Return a layer with the given arrays."""
    return Layer(
        ink,
        facts.name,
        facts.colour,
        facts.gain_db,
        facts.pan,
        facts.mute,
        facts.solo,
        source=source,
        id=facts.id,
        recipe=facts.recipe,
        sound=sound,
        notes=facts.notes,
        delay=facts.delay,
        made=made,
    )


def _within_time(keyframes: Keyframes) -> Keyframes:
    return tuple(
        keyframe if keyframe.seconds <= MAX_KEYFRAME_SECONDS else replace(keyframe, seconds=MAX_KEYFRAME_SECONDS)
        for keyframe in keyframes
    )


def _within(value: float, low: float, high: float) -> float:
    """Return a number clipped to ``low`` to ``high``; NaN is clipped as 0."""
    number = strict_json.finite(value)
    if number is None:
        infinite = isinstance(value, float) and value in (float("inf"), float("-inf"))
        number = float(high if value > 0 else low) if infinite else 0.0
    return min(max(number, float(low)), float(high))


def _layer_facts(layer: Layer, made: bool) -> LayerFacts:
    source, sound = layer.source, layer.sound
    kind: SoundKind = "own" if sound.waveform is not None else "none"
    if source is not None and sound.waveform is not None and sound.waveform == source.waveform:
        kind = "source"
    return LayerFacts(
        id=layer.id,
        name=layer.name,
        colour=layer.colour if COLOUR.fullmatch(layer.colour) else COLOURS[0],
        gain_db=_within(layer.gain_db, MIN_GAIN_DB, MAX_GAIN_DB),
        pan=_within(layer.pan, -1, 1),
        mute=bool(layer.mute),
        solo=bool(layer.solo),
        source=source is not None,
        source_ink=source is not None and source.tiles != layer.tiles,
        sound=kind,
        stale=_plain_ranges(sound.stale),
        draft=_plain_ranges(sound.draft),
        recipe=layer.recipe,
        notes=layer.notes,
        delay=int(layer.delay),
        made=changes_from(layer.tiles, layer.made) if made and layer.made is not None else None,
    )


def _plain_ranges(ranges: Ranges) -> Ranges:
    return tuple((int(start), int(stop)) for start, stop in ranges)
