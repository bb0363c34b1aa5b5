"""What a project's JSON says: everything about a document but its arrays, checked field by field."""

from __future__ import annotations

import json
import re
from collections.abc import Collection
from dataclasses import asdict, dataclass, field, fields, replace
from typing import Any, Literal

from riffdesk import strict_json
from riffdesk.dsp.params import SpectrogramParams
from riffdesk.dsp.phase import QUALITIES
from riffdesk.errors import UserError
from riffdesk.sketch import recipe_json
from riffdesk.sketch.key import key_of
from riffdesk.sketch.layer import COLOURS, MAX_GAIN_DB, MIN_GAIN_DB, Layer
from riffdesk.sketch.ranges import Ranges, joined
from riffdesk.sketch.recipe import MAX_STEPS, Recipe
from riffdesk.sketch.render_settings import MAX_LORAS, MAX_NAME, MAX_WEIGHT, SECONDS, RenderSettings
from riffdesk.sketch.state import MAX_LAYERS, MAX_SECONDS, State, columns_of
from riffdesk.sketch.tempo import MAX_BEATS, MAX_TEMPO, MIN_TEMPO
from riffdesk.sketch.timeline import CURVES, MAX_GUIDANCE, MAX_SEED, Keyframe, Keyframes

FORMAT = "riffdesk"
VERSION = 5
"""Since 2 a sketch may be circular, since 3 a layer may have a recipe, since 4 loops have any length, since 5 what
riffs are asked for is there, and stale and draft columns are told apart, range by range."""

JSON_BYTES = 64 * 2**20
"""Bytes that project.json has at most."""

# What is written is within these bounds, since it would not be read otherwise.
_MOST_SECONDS = 1e6
_MOST_KEYFRAMES = 10_000
_MOST_RANGES = 100_000
_LONG_TEXT = 1_000_000
_COLOUR = re.compile(r"#[0-9a-fA-F]{6}")

SoundKind = Literal["none", "source", "own"]


@dataclass(frozen=True)
class LayerFacts:
    """A layer without its arrays, and which arrays it has.

    Parameters
    ----------
    id, name, colour, gain_db, pan, mute, solo
        As in `riffdesk.sketch.state.Layer`.
    source : bool
        It was imported, and its original audio is there.
    source_ink : bool
        The original's ink is there because the layer's differs from it.
    sound : str
        ``none`` (never rendered), ``source`` (the original audio) or ``own`` (it is there).
    stale, draft : ranges of columns
        Columns that do not yet sound as they look, and that do only as a draft.
    recipe : Recipe, optional
        As in `riffdesk.sketch.state.Layer`.
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


@dataclass(frozen=True)
class ProjectFacts:
    """A document without its arrays; the fields are those of `riffdesk.sketch.state.State`.

    Parameters
    ----------
    notes : tuple of str
        Sentences for the user about what could not be read.
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
    render: RenderSettings
    layers: tuple[LayerFacts, ...]
    notes: tuple[str, ...] = field(default=(), compare=False)


def facts_of(state: State) -> ProjectFacts:
    """Return what is to be written about a document; a number that is out of its range becomes the nearest in it."""
    return ProjectFacts(
        params=state.params,
        samples=int(state.samples),
        columns=int(state.columns),
        active=state.active,
        tempo=_within(state.tempo, MIN_TEMPO, MAX_TEMPO),
        beats_per_bar=int(_within(state.beats_per_bar, 1, MAX_BEATS)),
        key=state.key,
        circular=bool(state.circular),
        keyframes=tuple(
            one if one.seconds <= _MOST_SECONDS else replace(one, seconds=_MOST_SECONDS) for one in state.keyframes
        ),
        render=state.render,
        layers=tuple(_layer_facts(layer) for layer in state.layers),
    )


def _within(value: float, low: float, high: float) -> float:
    """Return the nearest number from ``low`` to ``high``; of what is no number, the one nearest to 0."""
    number = strict_json.finite(value)
    if number is None:
        infinite = isinstance(value, float) and value in (float("inf"), float("-inf"))
        number = float(high if value > 0 else low) if infinite else 0.0
    return min(max(number, float(low)), float(high))


def _layer_facts(layer: Layer) -> LayerFacts:
    source, sound = layer.source, layer.sound
    kind: SoundKind = "own" if sound.waveform is not None else "none"
    if source is not None and sound.waveform is not None and sound.waveform == source.waveform:
        kind = "source"
    return LayerFacts(
        id=layer.id,
        name=layer.name,
        colour=layer.colour if _COLOUR.fullmatch(layer.colour) else COLOURS[0],
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
    )


def _plain_ranges(ranges: Ranges) -> Ranges:
    return tuple((int(start), int(stop)) for start, stop in ranges)


def to_json(facts: ProjectFacts, name: str) -> bytes:
    """Return the facts as UTF-8 JSON, always the same for the same facts.

    Raises
    ------
    UserError
        If they could not be read again; it names the project file.
    """
    params: dict[str, object] = {
        field.name: _plain(getattr(facts.params, field.name), str(field.type)) for field in fields(facts.params)
    }
    keyframes = [
        {field.name: _plain(getattr(keyframe, field.name), str(field.type)) for field in fields(keyframe)}
        for keyframe in facts.keyframes
    ]
    layers = [{**asdict(layer), "recipe": layer.recipe and recipe_json.to_json(layer.recipe)} for layer in facts.layers]
    render = {
        "model": facts.render.model,
        "scheduler": facts.render.scheduler,
        "loras": [[name, float(weight)] for name, weight in facts.render.loras],
        "steps": int(facts.render.steps),
        "seconds": float(facts.render.seconds),
        "start": facts.render.start,
        "clips": bool(facts.render.clips),
        "quality": facts.render.quality,
        "in_time": bool(facts.render.in_time),
    }
    told = {"render": render, "params": params, "keyframes": keyframes, "layers": layers}
    body = {"format": FORMAT, "version": VERSION, **asdict(facts), **told}
    del body["notes"]
    text = (json.dumps(body, indent=1, allow_nan=False) + "\n").encode("ascii")
    try:
        from_json(text, name)
    except DamagedJson as error:
        raise UserError(f"Could not save {name}: it could not be opened again, as {error.what}.") from error
    return text


def _plain(value: Any, kind: str) -> object:
    """Return a number as its field's type, so that 7 and 7.0 are written alike."""
    return {"int": int, "float": float, "bool": bool, "str": str}[kind](value)


def from_json(text: bytes, name: str) -> ProjectFacts:
    """Return the facts that a project's JSON tells.

    Parameters
    ----------
    text : bytes
        The JSON.
    name : str
        The project file's name, for the messages.

    Raises
    ------
    UserError
        If it is no riffdesk project, was made by a newer riffdesk, or holds a value that makes no sense. A layer's
        recipe that cannot be read is left out, and the facts' notes say so.
    """
    try:
        body = strict_json.parse(text, longest=JSON_BYTES)
    except strict_json.InvalidJson as error:
        raise _damaged(name, "its project.json cannot be read") from error
    if not isinstance(body, dict) or body.get("format") != FORMAT:
        raise UserError(f"{name} is not a riffdesk project. Choose another file.")
    version = _Fields(body, name, "").whole("version", 1, 2**31)
    if version > VERSION:
        raise UserError(
            f"{name} was made by a newer riffdesk (its format is {version}, this one reads up to {VERSION}). "
            "Update riffdesk to open it."
        )
    return _project_facts(_Fields(body, name, ""), name, version)


class DamagedJson(UserError):
    """The JSON of a project holds something that none may hold; `what` says that in a clause."""

    def __init__(self, message: str, what: str = "") -> None:
        super().__init__(message)
        self.what = what


def _damaged(name: str, what: str) -> DamagedJson:
    return DamagedJson(f"{name} is damaged: {what}. Open a backup copy of it if there is one.", what)


def _params(told: _Fields, name: str) -> SpectrogramParams:
    rate, bands = told.whole("sample_rate", 1, 2**31), told.whole("bands", 1, 2**31)
    step, window, padded = (told.whole(key, 1, 2**31) for key in ("step_ms", "window_ms", "padded_ms"))
    low, high, power = (told.number(key, 0, 1e9) for key in ("min_hz", "max_hz", "power"))
    stereo = told.flag("stereo")
    try:
        return SpectrogramParams(rate, stereo, step, window, padded, bands, low, high, power)
    except UserError as error:
        raise _damaged(name, "params in its project.json makes no sense") from error


def _project_facts(body: _Fields, name: str, version: int) -> ProjectFacts:
    params = _params(body.fields("params"), name)
    samples = body.whole("samples", 1, int(MAX_SECONDS * params.sample_rate) + params.hop)
    circular = version > 1 and body.flag("circular")
    least = columns_of(samples, params, circular=circular)
    columns = body.whole("columns", least, samples // params.hop + 1)
    told = body.objects("layers", 1, MAX_LAYERS)
    layers = tuple(_layer(one, columns, version) for one in told)
    ids = [layer.id for layer in layers]
    if len(set(ids)) < len(ids):
        raise _damaged(name, "two layers have the same id in its project.json")
    active = body.text("active", 200)
    if active not in ids:
        raise _damaged(name, "its active layer does not exist")
    return ProjectFacts(
        params=params,
        samples=samples,
        columns=columns,
        active=active,
        tempo=body.number("tempo", MIN_TEMPO, MAX_TEMPO),
        beats_per_bar=body.whole("beats_per_bar", 1, MAX_BEATS),
        key=body.key("key") if version > 4 else "",
        circular=circular,
        keyframes=tuple(_keyframe(one, version) for one in body.objects("keyframes", 1, _MOST_KEYFRAMES)),
        render=_render(body, layers) if version < 5 else _render_settings(body.fields("render")),
        layers=layers,
        notes=_notes(told, layers, name) if version > 2 else (),
    )


def _notes(told: list[_Fields], layers: tuple[LayerFacts, ...], name: str) -> tuple[str, ...]:
    """Return a sentence about the recipes that were left out."""
    without = [layer.name for one, layer in zip(told, layers, strict=True) if one.has("recipe") and not layer.recipe]
    if not without:
        return ()
    which = f"of the layer “{without[0][:80]}”" if len(without) == 1 else f"of {len(without)} layers"
    return (f"{name} was opened without what made it {which}: this version of riffdesk cannot read that recipe.",)


def _render(body: _Fields, layers: tuple[LayerFacts, ...]) -> RenderSettings:
    """Return what a project of a version before 5 tells of it: its steps, and what its topmost riff was asked for."""
    made = [layer.recipe for layer in layers if layer.recipe is not None]
    render = RenderSettings.of(made[-1]) if made else RenderSettings()
    return replace(render, steps=body.whole("steps", 1, MAX_STEPS))


def _render_settings(told: _Fields) -> RenderSettings:
    return RenderSettings(
        model=told.text("model", MAX_NAME),
        scheduler=told.text("scheduler", MAX_NAME),
        loras=tuple((name, weight) for name, weight in told.pairs("loras", MAX_LORAS)),
        steps=told.whole("steps", 1, MAX_STEPS),
        seconds=told.number("seconds", 0, SECONDS[1]),
        start=told.text("start", MAX_NAME),
        clips=told.flag("clips"),
        quality=told.one_of("quality", QUALITIES),  # type: ignore[arg-type]
        in_time=told.flag("in_time"),
    )


def _layer(told: _Fields, columns: int, version: int) -> LayerFacts:
    source, kind = told.flag("source"), told.text("sound", 10)
    if kind not in ("none", "own") and not (kind == "source" and source):
        raise told.wrong("sound")
    return LayerFacts(
        id=told.text("id", 200),
        name=told.text("name", _LONG_TEXT),
        colour=told.colour("colour"),
        gain_db=told.number("gain_db", MIN_GAIN_DB, MAX_GAIN_DB),
        pan=told.number("pan", -1, 1),
        mute=told.flag("mute"),
        solo=told.flag("solo"),
        source=source,
        source_ink=told.flag("source_ink") and source,
        sound=kind,  # type: ignore[arg-type]
        stale=told.ranges("stale", columns) if version > 4 else told.pending("pending", columns),
        draft=told.ranges("draft", columns) if version > 4 else (),
        recipe=told.recipe("recipe") if version > 2 else None,
    )


def _keyframe(told: _Fields, version: int) -> Keyframe:
    return Keyframe(
        seconds=told.number("seconds", 0, _MOST_SECONDS),
        prompt=told.text("prompt", _LONG_TEXT),
        negative=told.text("negative", _LONG_TEXT),
        seed=told.whole("seed", 0, MAX_SEED),
        denoising=told.number("denoising", 0, 1),
        guidance=told.number("guidance", 0, MAX_GUIDANCE),
        curve=told.one_of("curve", CURVES) if version > 2 else "linear",
    )


class _Fields:
    """A JSON object whose fields are taken out by type and range."""

    def __init__(self, body: object, name: str, where: str) -> None:
        self._name, self._where = name, where
        if not isinstance(body, dict):
            raise _damaged(name, f"{where.rstrip('.')} in its project.json makes no sense")
        self._body: dict[str, Any] = body

    def wrong(self, key: str) -> UserError:
        """Return the error about a field."""
        what = "is missing from" if key not in self._body else "makes no sense in"
        return _damaged(self._name, f"{self._where}{key} {what} its project.json")

    def whole(self, key: str, low: int, high: int) -> int:
        value = self._body.get(key)
        if not isinstance(value, int) or isinstance(value, bool) or not low <= value <= high:
            raise self.wrong(key)
        return value

    def number(self, key: str, low: float, high: float) -> float:
        value = strict_json.finite(self._body.get(key))
        if value is None or not low <= value <= high:
            raise self.wrong(key)
        return value

    def text(self, key: str, longest: int) -> str:
        value = self._body.get(key)
        if not isinstance(value, str) or len(value) > longest:
            raise self.wrong(key)
        return value.encode(errors="replace").decode()  # JSON can hold half a character, files and Qt cannot

    def colour(self, key: str) -> str:
        value = self.text(key, 7)
        if not _COLOUR.fullmatch(value):
            raise self.wrong(key)
        return value

    def one_of(self, key: str, known: Collection[str]) -> str:
        value = self.text(key, 100)
        if value not in known:
            raise self.wrong(key)
        return value

    def key(self, key: str) -> str:
        """Return the name of a musical key."""
        value = self.text(key, 20)
        try:
            return key_of(value)
        except UserError as error:
            raise self.wrong(key) from error

    def flag(self, key: str) -> bool:
        value = self._body.get(key)
        if not isinstance(value, bool):
            raise self.wrong(key)
        return value

    def ranges(self, key: str, most: int) -> Ranges:
        """Return ranges of columns, cut at the layer's end."""
        columns = []
        for number, one in enumerate(self._items(key, 0, _MOST_RANGES)):
            if not isinstance(one, list) or len(one) != 2 or not all(type(place) is int for place in one):
                raise self.wrong(f"{key}[{number}]")
            if not 0 <= one[0] <= one[1] <= 2**31:
                raise self.wrong(f"{key}[{number}]")
            columns.append((one[0], min(one[1], most)))
        return joined(columns)

    def pending(self, key: str, most: int) -> Ranges:
        """Return the one range, or none, that versions before 5 have in place of `ranges`."""
        value = self._body.get(key)
        if value is None and key in self._body:
            return ()
        return _Fields({key: [value]}, self._name, self._where).ranges(key, most)

    def pairs(self, key: str, most: int) -> list[tuple[str, float]]:
        """Return pairs of a name and a number."""
        pairs = []
        for number, one in enumerate(self._items(key, 0, most)):
            if not isinstance(one, list) or len(one) != 2:
                raise self.wrong(f"{key}[{number}]")
            pair = _Fields({"name": one[0], "weight": one[1]}, self._name, f"{self._where}{key}[{number}].")
            pairs.append((pair.text("name", MAX_NAME), pair.number("weight", -MAX_WEIGHT, MAX_WEIGHT)))
        return pairs

    def has(self, key: str) -> bool:
        """Return whether there is anything but null."""
        return self._body.get(key) is not None

    def recipe(self, key: str) -> Recipe | None:
        """Return a layer's recipe; None also of one that this version cannot read, since it only tells of the past."""
        if key not in self._body:
            raise self.wrong(key)
        try:
            return recipe_json.from_json(self._body[key])
        except ValueError:
            return None

    def fields(self, key: str) -> _Fields:
        return _Fields(self._body.get(key), self._name, f"{key}.")

    def objects(self, key: str, least: int, most: int) -> list[_Fields]:
        items = enumerate(self._items(key, least, most))
        return [_Fields(one, self._name, f"{key}[{number}].") for number, one in items]

    def _items(self, key: str, least: int, most: int) -> list[object]:
        value = self._body.get(key)
        if not isinstance(value, list) or not least <= len(value) <= most:
            raise self.wrong(key)
        return value
