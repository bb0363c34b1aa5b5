"""The JSON of a project: all fields of a document except its arrays, checked when read."""

from __future__ import annotations

import json
from dataclasses import asdict, fields, replace
from typing import Any

from riffdesk import strict_json
from riffdesk.dsp.params import SpectrogramParams
from riffdesk.dsp.phase.quality import QUALITIES
from riffdesk.errors import UserError
from riffdesk.language import plural, tr
from riffdesk.sketch.layer import MAX_GAIN_DB, MIN_GAIN_DB
from riffdesk.sketch.music.tempo import MAX_BEATS, MAX_TEMPO, MIN_TEMPO
from riffdesk.sketch.recipe import recipe_json
from riffdesk.sketch.recipe.recipe import MAX_STEPS
from riffdesk.sketch.recipe.render_settings import MAX_LORAS, MAX_NAME, MAX_SCORE, SECONDS, RenderSettings
from riffdesk.sketch.recipe.timeline import CURVES, MAX_GUIDANCE, MAX_SEED, RANDOM_SEED, Keyframe, Keyframes
from riffdesk.sketch.state import MAX_LAYERS, MAX_SECONDS, columns_needed
from riffdesk.store.project.array_changes import Changes
from riffdesk.store.project.json_fields import DamagedJson, Fields, damaged
from riffdesk.store.project.project_facts import (
    MAX_KEYFRAME_SECONDS,
    MAX_NOISE,
    ArrayFacts,
    ArrayPlace,
    LayerFacts,
    ProjectFacts,
    SnapshotFacts,
)

FORMAT = "riffdesk"
VERSION = 7
"""Version 2 added circular sketches, 3 the recipes of layers, 4 loops of any length, 5 the render settings, and ranges
of stale and of draft columns, 6 the original ink of layers, and snapshots, 7 the noise profile. A project is written
in the lowest version from 5 on that can store it."""

_PLAIN_VERSION, _MADE_VERSION = 5, 6

JSON_BYTES = 64 * 2**20
"""Maximum size of project.json in bytes."""

# Bounds for reading, which are kept when writing.
_MAX_KEYFRAMES = 10_000
_MAX_TEXT = 1_000_000
MAX_SNAPSHOTS = 8
"""Slots for snapshots."""


def to_json(facts: ProjectFacts, name: str) -> bytes:
    """Return the facts as UTF-8 JSON; equal facts give equal bytes.

    Raises
    ------
    UserError
        If the JSON could not be read again.
    """
    body: dict[str, object] = {"format": FORMAT, "version": _version_of(facts), **_document_json(facts)}
    if facts.snapshots:
        body["snapshots"] = [
            {
                "slot": snapshot.slot,
                "document": _document_json(snapshot.document),
                "arrays": [{kind: _array_json(array) for kind, array in one.items()} for one in snapshot.arrays],
            }
            for snapshot in facts.snapshots
        ]
    text = (json.dumps(body, indent=1, allow_nan=False) + "\n").encode("ascii")
    try:
        from_json(text, name)
    except DamagedJson as error:
        raise UserError(
            tr("Could not save {name}: it could not be opened again, as {problem}.", name=name, problem=error.problem)
        ) from error
    return text


def _version_of(facts: ProjectFacts) -> int:
    """Return the lowest version that has all facts, so that older programs can open the file if possible."""
    if facts.noise or any(snapshot.document.noise for snapshot in facts.snapshots):
        return VERSION
    return _MADE_VERSION if facts.snapshots or any(layer.made for layer in facts.layers) else _PLAIN_VERSION


def _document_json(facts: ProjectFacts) -> dict[str, object]:
    """Return the values of a document without its snapshots."""
    params: dict[str, object] = {
        field.name: _plain(getattr(facts.params, field.name), str(field.type)) for field in fields(facts.params)
    }
    keyframes, made_from = _keyframes_json(facts.keyframes), _keyframes_json(facts.made_from)
    layers = [_layer_json(layer) for layer in facts.layers]
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
        **_score_json(facts.render),
    }
    nested = {"render": render, "params": params, "keyframes": keyframes, "made_from": made_from, "layers": layers}
    body = {**asdict(replace(facts, snapshots=())), **nested}
    del body["notes"], body["snapshots"]
    if not facts.noise:
        del body["noise"]
    return body


def _array_json(array: ArrayFacts) -> dict[str, object]:
    """Return the values of an array of a snapshot."""
    base = None if array.base is None else list(array.base)
    return {
        "lead": list(array.lead),
        "base": base,
        "length": array.changes.length,
        "changed": [list(columns) for columns in array.changes.ranges],
    }


def _layer_json(layer: LayerFacts) -> dict[str, object]:
    """Return the values of a layer; notes, delay and the original ink are written if there are any."""
    values = {**asdict(layer), "recipe": layer.recipe and recipe_json.to_json(layer.recipe)}
    values["made"] = layer.made and {"columns": layer.made.length, "changed": layer.made.ranges}
    if layer.notes:
        values["notes"] = {"version": recipe_json.SCORE_VERSION, "text": layer.notes}
    return {name: value for name, value in values.items() if value or name not in ("notes", "delay", "made")}


def _score_json(render: RenderSettings) -> dict[str, object]:
    score = {"version": recipe_json.SCORE_VERSION, "text": render.score, "name": render.score_name}
    return {"score": score} if render.score else {}


def _keyframes_json(keyframes: Keyframes) -> list[dict[str, object]]:
    return [
        {
            field.name: _plain(getattr(keyframe, field.name), str(field.type))
            for field in fields(keyframe)
            if field.name != "blend"
        }
        | recipe_json.blend_json(keyframe)
        for keyframe in keyframes
    ]


def _plain(value: Any, kind: str) -> object:
    """Return a value converted to its field's type, so that 7 and 7.0 are written alike."""
    return {"int": int, "float": float, "bool": bool, "str": str}[kind](value)


def from_json(text: bytes, name: str) -> ProjectFacts:
    """Return the facts in a project's JSON.

    Parameters
    ----------
    text : bytes
        The JSON.
    name : str
        The project file's name, for the messages.

    Raises
    ------
    UserError
        If it is no riffdesk project, was made by a newer riffdesk, or has an invalid value. A recipe that cannot be
        read is no error: it is left out, and the notes say so.
    """
    try:
        body = strict_json.parse(text, max_size=JSON_BYTES)
    except strict_json.InvalidJson as error:
        raise damaged(name, tr("its project.json cannot be read")) from error
    if not isinstance(body, dict) or body.get("format") != FORMAT:
        raise UserError(tr("{name} is not a riffdesk project. Choose another file.", name=name))
    version = Fields(body, name, "").integer("version", 1, 2**31)
    if version > VERSION:
        raise UserError(
            tr(
                "{name} was made by a newer riffdesk (its format is {version}, this one reads up to "
                "{latest}). Update riffdesk to open it.",
                name=name,
                version=version,
                latest=VERSION,
            )
        )
    return _project_facts(Fields(body, name, ""), name, version)


def _params(body: Fields, name: str) -> SpectrogramParams:
    rate, bands = body.integer("sample_rate", 1, 2**31), body.integer("bands", 1, 2**31)
    step, window, padded = (body.integer(key, 1, 2**31) for key in ("step_ms", "window_ms", "padded_ms"))
    low, high, power = (body.number(key, 0, 1e9) for key in ("min_hz", "max_hz", "power"))
    stereo = body.flag("stereo")
    try:
        return SpectrogramParams(rate, stereo, step, window, padded, bands, low, high, power)
    except UserError as error:
        raise damaged(name, tr("params in its project.json makes no sense")) from error


def _project_facts(body: Fields, name: str, version: int) -> ProjectFacts:
    params = _params(body.fields("params"), name)
    samples = body.integer("samples", 1, int(MAX_SECONDS * params.sample_rate) + params.hop)
    circular = version > 1 and body.flag("circular")
    min_columns = columns_needed(samples, params, circular=circular)
    columns = body.integer("columns", min_columns, samples // params.hop + 1)
    layer_bodies = body.objects("layers", 1, MAX_LAYERS)
    max_columns = params.columns_of(int(MAX_SECONDS * params.sample_rate)) + 1
    layers = tuple(_layer(layer_body, columns, version, max_columns) for layer_body in layer_bodies)
    ids = [layer.id for layer in layers]
    if len(set(ids)) < len(ids):
        raise damaged(name, tr("two layers have the same id in its project.json"))
    active = body.text("active", 200)
    if active not in ids:
        raise damaged(name, tr("its active layer does not exist"))
    keyframes = _keyframes(body, "keyframes", version, min_count=1)
    return ProjectFacts(
        params=params,
        samples=samples,
        columns=columns,
        active=active,
        tempo=body.number("tempo", MIN_TEMPO, MAX_TEMPO),
        beats_per_bar=body.integer("beats_per_bar", 1, MAX_BEATS),
        key=body.key("key") if version > 4 else "",
        circular=circular,
        keyframes=keyframes,
        made_from=_keyframes(body, "made_from", version) if body.has("made_from") else keyframes,
        render=_render_before_5(body, layers) if version < 5 else _render_settings(body.fields("render")),
        layers=layers,
        noise=body.numbers("noise", params.bands, 0, MAX_NOISE) if body.has("noise") else (),
        snapshots=_snapshots(body, name, version, params) if body.has("snapshots") else (),
        notes=_notes(body, layer_bodies, layers, name) if version > 2 else (),
    )


def _snapshots(body: Fields, name: str, version: int, params: SpectrogramParams) -> tuple[SnapshotFacts, ...]:
    snapshots: list[SnapshotFacts] = []
    for snapshot_body in body.objects("snapshots", 0, MAX_SNAPSHOTS):
        slot = snapshot_body.integer("slot", snapshots[-1].slot + 1 if snapshots else 1, MAX_SNAPSHOTS)
        document = _project_facts(snapshot_body.fields("document"), name, version)
        arrays = snapshot_body.objects("arrays", len(document.layers), len(document.layers))
        if document.params != params or document.snapshots:
            raise snapshot_body.invalid("document")
        described = tuple(_arrays(one, layer, document) for one, layer in zip(arrays, document.layers, strict=True))
        snapshots.append(SnapshotFacts(slot, replace(document, notes=()), described))
    return tuple(snapshots)


def _arrays(body: Fields, layer: LayerFacts, document: ProjectFacts) -> dict[str, ArrayFacts]:
    """Return the arrays of a layer of a snapshot: those in its facts, and no others."""
    expected = {"ink": True, "source": layer.source, "source_ink": layer.source, "sound": layer.sound != "none"}
    arrays = {kind: _array(body.fields(kind), kind, document) for kind, is_there in expected.items() if is_there}
    if body.has("made"):
        arrays["made"] = _array(body.fields("made"), "made", document)
    return arrays


def _array(body: Fields, kind: str, document: ProjectFacts) -> ArrayFacts:
    """Return an array of a snapshot, whose shape is one that such an array can have."""
    params, is_sound = document.params, kind in ("sound", "source")
    leads = ((1,), (2,)) if is_sound else ((params.bands,), (2, params.bands))
    lead = body.integers("lead", 1, 2)
    if lead not in leads:
        raise body.invalid("lead")
    max_columns = params.columns_of(int(MAX_SECONDS * params.sample_rate)) + 1
    length = body.integer("length", 0 if is_sound else 1, 2**31 if is_sound else max_columns)
    if kind == "ink" and length != document.columns:
        raise body.invalid("length")
    base = None
    if body.has("base"):
        base = ArrayPlace(*body.place("base"))
    return ArrayFacts(lead, base, Changes(length, body.ranges("changed", length)))


def _notes(body: Fields, layer_bodies: list[Fields], layers: tuple[LayerFacts, ...], name: str) -> tuple[str, ...]:
    """Return sentences about the recipes that were left out, and the scores of others."""
    pairs = list(zip(layer_bodies, layers, strict=True))
    without = [layer.name for one, layer in pairs if one.has("recipe") and not layer.recipe]
    scoreless = [layer.name for one, layer in pairs if layer.recipe and one.has_newer_score("recipe")]
    notes = []
    if body.has_newer_score("render"):
        notes.append(
            tr(
                "{name} was opened without the notes for its next riff: a newer riffdesk wrote them. "
                "Update riffdesk to play them.",
                name=name,
            )
        )
    unread = [layer.name for one, layer in pairs if one.has("notes") and not layer.notes]
    if unread:
        notes.append(
            tr(
                "{name} was opened without the changed notes {layers}: a newer riffdesk wrote them. "
                "Update riffdesk to see them.",
                name=name,
                layers=_of_layers(unread),
            )
        )
    if without:
        notes.append(
            tr(
                "{name} was opened without the recipe {layers}: this version of riffdesk cannot read that recipe.",
                name=name,
                layers=_of_layers(without),
            )
        )
    if scoreless:
        notes.append(
            tr(
                "{name} was opened without the score {layers}: a newer riffdesk wrote it. Update "
                "riffdesk to play it again.",
                name=name,
                layers=_of_layers(scoreless),
            )
        )
    return tuple(notes)


def _of_layers(names: list[str]) -> str:
    return plural(len(names), "of the layer “{layer}”", "of {count} layers", layer=names[0][:80])


def _render_before_5(body: Fields, layers: tuple[LayerFacts, ...]) -> RenderSettings:
    """Return the render settings of a project before version 5: its steps, and the recipe of its topmost riff."""
    recipes = [layer.recipe for layer in layers if layer.recipe is not None]
    render = RenderSettings.of(recipes[-1]) if recipes else RenderSettings()
    return replace(render, steps=body.integer("steps", 1, MAX_STEPS))


def _render_settings(body: Fields) -> RenderSettings:
    score = body.score("score")
    return RenderSettings(
        model=body.text("model", MAX_NAME),
        scheduler=body.text("scheduler", MAX_NAME),
        loras=tuple((name, weight) for name, weight in body.pairs("loras", MAX_LORAS)),
        steps=body.integer("steps", 1, MAX_STEPS),
        seconds=body.number("seconds", 0, SECONDS[1]),
        start=body.text("start", MAX_NAME),
        clips=body.flag("clips"),
        quality=body.one_of("quality", QUALITIES),  # type: ignore[arg-type]
        in_time=body.flag("in_time"),
        score=score.text("text", MAX_SCORE) if score else "",
        score_name=score.text("name", MAX_NAME) if score else "",
    )


def _layer(body: Fields, columns: int, version: int, max_columns: int) -> LayerFacts:
    source, kind = body.flag("source"), body.text("sound", 10)
    if kind not in ("none", "own") and not (kind == "source" and source):
        raise body.invalid("sound")
    notes = body.score("notes")
    return LayerFacts(
        id=body.text("id", 200),
        name=body.text("name", _MAX_TEXT),
        colour=body.colour("colour"),
        gain_db=body.number("gain_db", MIN_GAIN_DB, MAX_GAIN_DB),
        pan=body.number("pan", -1, 1),
        mute=body.flag("mute"),
        solo=body.flag("solo"),
        source=source,
        source_ink=body.flag("source_ink") and source,
        sound=kind,  # type: ignore[arg-type]
        stale=body.ranges("stale", columns) if version > 4 else body.pending("pending", columns),
        draft=body.ranges("draft", columns) if version > 4 else (),
        recipe=body.recipe("recipe") if version > 2 else None,
        notes=notes.text("text", MAX_SCORE) if notes else "",
        delay=body.integer("delay", 0, 2**31) if body.has("delay") else 0,
        made=_made(body.fields("made"), max_columns) if body.has("made") else None,
    )


def _made(body: Fields, max_columns: int) -> Changes:
    columns = body.integer("columns", 1, max_columns)
    return Changes(columns, body.ranges("changed", columns))


def _keyframes(body: Fields, key: str, version: int, min_count: int = 0) -> Keyframes:
    return tuple(_keyframe(item, version) for item in body.objects(key, min_count, _MAX_KEYFRAMES))


def _keyframe(body: Fields, version: int) -> Keyframe:
    return Keyframe(
        seconds=body.number("seconds", 0, MAX_KEYFRAME_SECONDS),
        prompt=body.text("prompt", _MAX_TEXT),
        negative=body.text("negative", _MAX_TEXT),
        seed=body.integer("seed", RANDOM_SEED, MAX_SEED),
        denoising=body.number("denoising", 0, 1),
        guidance=body.number("guidance", 0, MAX_GUIDANCE),
        curve=body.one_of("curve", CURVES) if version > 2 else "linear",
        chords=body.text("chords", _MAX_TEXT) if body.has("chords") else "",
        blend=tuple(body.pairs("blend", MAX_LORAS, _MAX_TEXT)) if body.has("blend") else (),
    )
