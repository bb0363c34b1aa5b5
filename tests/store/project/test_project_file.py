"""The project file: nothing is lost, nothing is believed, and half of it is never left."""

from __future__ import annotations

import functools
import io
import json
import os
import pickle
import struct
import tempfile
import threading
import tracemalloc
import warnings
import zipfile
from collections.abc import Callable
from dataclasses import fields, replace
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import soundfile
from hypothesis import given, settings
from hypothesis import strategies as st

from riffdesk.errors import Cancelled, UserError
from riffdesk.progress import Step
from riffdesk.sketch.ink import Ink
from riffdesk.sketch.layer import Layer, Source
from riffdesk.sketch.paint.originals import original_of
from riffdesk.sketch.recipe.render_settings import RenderSettings
from riffdesk.sketch.recipe.timeline import Keyframe
from riffdesk.sketch.sketch import Sketch
from riffdesk.sketch.sound import Sound
from riffdesk.sketch.state import MAX_LAYERS, State, empty_state
from riffdesk.store.project import saving
from riffdesk.store.project.opening import OpenRequest, load_project, open_project
from riffdesk.store.project.project_facts import facts_of
from riffdesk.store.project.saving import SaveRequest, save_project
from riffdesk.store.project.snapshot_arrays import arrays_of
from tests.states import with_sounds
from tests.store.documents import COLUMNS, PARAMS, RECIPE, SAMPLES, everything, ink, noise, same_bits

Members = dict[str, bytes]


def saved(path: Path, document: State | None = None) -> Path:
    save_project(SaveRequest(document or everything(), path))
    return path


def opened(path: Path) -> State:
    return load_project(OpenRequest(path))


def members(path: Path) -> Members:
    with zipfile.ZipFile(path) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def rewritten(path: Path, change: Callable[[Members], None]) -> Path:
    """Change what is inside a project file."""
    inside = members(path)
    change(inside)
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in inside.items():
            archive.writestr(name, data)
    return path


def with_json(path: Path, change: Callable[[dict[str, Any]], object]) -> Path:
    """Change what a project's JSON says."""

    def edit(inside: Members) -> None:
        body = json.loads(inside["project.json"])
        change(body)
        inside["project.json"] = json.dumps(body).encode()

    return rewritten(path, edit)


# There and back


def test_a_project_opens_as_it_was_saved_to_the_bit(tmp_path: Path) -> None:
    before = everything()
    after = opened(saved(tmp_path / "a.riff"))
    for field in fields(State):
        if field.name != "layers":
            assert getattr(after, field.name) == getattr(before, field.name), field.name
    assert len(after.layers) == 4
    for one, other in zip(before.layers, after.layers, strict=True):
        for name in ("id", "name", "colour", "gain_db", "pan", "mute", "solo"):
            assert getattr(other, name) == getattr(one, name)
        assert same_bits(one.ink, other.ink)
        assert (one.source is None) == (other.source is None)
        if one.source is not None and other.source is not None:
            assert same_bits(one.source.audio, other.source.audio)
            assert same_bits(one.source.ink, other.source.ink)
        assert same_bits(one.sound.audio, other.sound.audio)
        assert (other.sound.stale, other.sound.draft) == (one.sound.stale, one.sound.draft)


def test_what_is_stale_and_what_is_a_draft_comes_back_range_by_range(tmp_path: Path) -> None:
    sound = opened(saved(tmp_path / "a.riff")).layer("b").sound
    assert sound.stale == ((3, 5), (8, 9))
    assert sound.draft == ((8, 12), (14, 15))
    assert sound.unfinished == ((3, 5), (8, 12), (14, 15)), "what is between them is finished"


@pytest.mark.parametrize("channels", [1, 2])
@pytest.mark.parametrize("columns", [639, 5_001])  # of sound: over a read, and over what is put together at a time
def test_what_is_longer_than_a_read_comes_back_to_the_bit(tmp_path: Path, columns: int, channels: int) -> None:
    lead = (2,) if channels == 2 else ()
    drawn, audio = ink(*lead, 64, columns, seed=1), noise(channels, columns * 441 - 200, seed=2)
    source = Source(noise(channels, columns * 441, seed=3), drawn)
    params = replace(PARAMS, bands=64)
    layers = (Layer(drawn, source=source, sound=Sound(audio), id="a"), Layer(ink(64, columns, seed=4), id="b"))
    before = State(params, columns * 441 - 200, columns, layers, "a")
    after = opened(saved(tmp_path / "song.riff", before))
    for one, other in zip(before.layers, after.layers, strict=True):
        assert one.ink.tobytes() == other.ink.tobytes()
    assert after.layers[0].sound.audio.tobytes() == audio.tobytes()
    assert after.layers[0].source.audio.tobytes() == source.audio.tobytes()
    assert not after.layers[0].tiles.tiles[-1][..., columns % 64 :].any()


def test_painting_on_an_opened_layer_leaves_its_import_as_it_was(tmp_path: Path) -> None:
    document = opened(saved(tmp_path / "a.riff"))
    imported = document.layers[0]
    assert imported.source is not None
    assert imported.sound.waveform is imported.source.waveform, "not twice in memory"
    assert imported.tiles is imported.source.tiles, "not twice in memory"
    sketch = Sketch(replace(document, active="a"))
    stroke = sketch.begin_stroke("Brush")
    stroke.write(0, np.full((8, COLUMNS), 7, np.float32))
    stroke.commit()
    painted = sketch.layer("a")
    assert (painted.ink == 7).all()
    assert painted.source is not None
    assert same_bits(painted.source.ink, ink(8, COLUMNS, seed=1))
    assert same_bits(imported.ink, ink(8, COLUMNS, seed=1))


def test_saving_what_was_opened_gives_the_same_bytes(tmp_path: Path) -> None:
    first = saved(tmp_path / "a.riff").read_bytes()
    second = saved(tmp_path / "b.riff", opened(tmp_path / "a.riff")).read_bytes()
    third = saved(tmp_path / "c.riff", pickle.loads(pickle.dumps(opened(tmp_path / "b.riff")))).read_bytes()
    assert first == second == third


def test_whole_numbers_and_fractions_are_written_alike(tmp_path: Path) -> None:
    document = everything()
    whole = replace(document, tempo=120, params=replace(PARAMS, min_hz=0), render=RenderSettings(seconds=7))
    point = replace(document, tempo=120.0, params=replace(PARAMS, min_hz=0.0), render=RenderSettings(seconds=7.0))
    one = saved(tmp_path / "a.riff", whole).read_bytes()
    assert one == saved(tmp_path / "b.riff", point).read_bytes()


def test_a_sketch_survives_being_saved_and_opened(tmp_path: Path) -> None:
    sketch = Sketch()
    sketch.new_layer("Second")
    sketch.set_tempo(90)
    sketch.set_render(steps=12, quality="best")
    stroke = sketch.begin_stroke("Brush")
    drawn = np.zeros((512, 10), np.float32)
    drawn[100:120] = 0.5
    stroke.write(10, drawn)
    stroke.commit()
    again = Sketch(opened(saved(tmp_path / "a.riff", sketch.state)))
    assert [layer.name for layer in again.layers] == ["Layer 1", "Second"]
    assert same_bits(again.active_layer.ink, sketch.active_layer.ink)
    assert again.sound(again.active_layer.id).pending == (10, 20)
    assert again.state.tempo == 90
    assert again.render == sketch.render


@settings(max_examples=40)
@given(
    seed=st.integers(0, 2**32 - 1),
    columns=st.integers(1, 30),
    short=st.integers(0, 440),
    stereo=st.booleans(),
    name=st.text(st.characters(exclude_categories=("Cs",)), max_size=20),
    gain=st.floats(-60, 24),
    pan=st.floats(-1, 1),
    keyframe=st.builds(
        Keyframe,
        st.floats(0, 600),
        st.text(st.characters(exclude_categories=("Cs",)), max_size=30),
        st.text(max_size=0),
        st.integers(0, 2**31 - 1),
        st.floats(0, 1),
        st.floats(0, 30),
    ),
)
def test_any_document_comes_back_to_the_bit(  # noqa: PLR0913 - one for each property
    tmp_path_factory: pytest.TempPathFactory, seed: int, columns: int, short: int, stereo: bool, name: str,
    gain: float, pan: float, keyframe: Keyframe,
) -> None:  # fmt: skip
    rng = np.random.default_rng(seed)
    shape = (2, 8, columns) if stereo else (8, columns)
    layer = Layer(rng.random(shape, np.float32), name, gain_db=gain, pan=pan, id="x")
    state = State(PARAMS, columns * 441 - short, columns, (layer,), "x", keyframes=(keyframe,))
    audio = rng.standard_normal((1 + stereo, columns * 441), np.float32)
    path = saved(tmp_path_factory.getbasetemp() / "any.riff", with_sounds(state, {"x": Sound(audio)}))
    back = opened(path)
    assert same_bits(back.layers[0].ink, layer.ink)
    assert same_bits(back.layer("x").sound.audio, audio)
    assert back.keyframes == (keyframe,)
    assert (back.layers[0].name, back.layers[0].gain_db, back.layers[0].pan) == (name, gain, pan)


# What is inside


def test_the_file_is_a_zip_of_json_npy_and_wav_that_others_can_read(tmp_path: Path) -> None:
    inside = members(saved(tmp_path / "a.riff"))
    assert list(inside) == [
        "project.json",
        "layers/01/ink.npy", "layers/01/source.wav",
        "layers/02/ink.npy", "layers/02/source.wav", "layers/02/source.npy", "layers/02/sound.npy",
        "layers/03/ink.npy",
        "layers/04/ink.npy", "layers/04/sound.npy",
    ]  # fmt: skip
    body = json.loads(inside["project.json"])
    assert (body["format"], body["version"]) == ("riffdesk", 5)
    loaded = np.load(io.BytesIO(inside["layers/02/ink.npy"]), allow_pickle=False)
    assert same_bits(loaded, ink(2, 8, COLUMNS, seed=5))
    sound, rate = soundfile.read(io.BytesIO(inside["layers/01/source.wav"]), dtype="float32")
    assert rate == 44_100
    assert same_bits(np.ascontiguousarray(sound.T), noise(2, SAMPLES, seed=2))
    assert soundfile.info(io.BytesIO(inside["layers/01/source.wav"])).subtype == "FLOAT"


def test_nothing_in_the_file_depends_on_when_it_was_written(tmp_path: Path) -> None:
    with zipfile.ZipFile(saved(tmp_path / "a.riff")) as archive:
        assert {info.date_time for info in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        assert archive.testzip() is None


def test_empty_ink_takes_no_room(tmp_path: Path) -> None:
    silent = Layer(np.zeros((512, 6_000), np.float32), id="x")
    state = State(replace(PARAMS, bands=512), 6_000 * 441, 6_000, (silent,), "x")
    assert saved(tmp_path / "a.riff", state).stat().st_size < 30_000


def test_what_packing_would_not_help_is_stored_so_that_saving_is_quick(tmp_path: Path) -> None:
    drawn = np.zeros((8, 600), np.float32)
    drawn[3, 100:200] = 0.5
    layers = (Layer(drawn, id="a"), Layer(ink(8, 600), id="b"))
    state = State(PARAMS, 600 * 441, 600, layers, "a")
    sounds = {"a": Sound(np.zeros((2, 600 * 441), np.float32)), "b": Sound(noise(2, 600 * 441))}
    with zipfile.ZipFile(saved(tmp_path / "a.riff", with_sounds(state, sounds))) as archive:
        kinds = {info.filename: info.compress_type for info in archive.infolist()}
    assert kinds == {
        "project.json": zipfile.ZIP_DEFLATED,
        "layers/01/ink.npy": zipfile.ZIP_DEFLATED,
        "layers/01/sound.npy": zipfile.ZIP_DEFLATED,
        "layers/02/ink.npy": zipfile.ZIP_STORED,
        "layers/02/sound.npy": zipfile.ZIP_STORED,
    }


# What layers were when they were made


def painted_riff(columns: int = 300) -> State:
    """Return a document with a riff that was painted on, and one that is as it was made."""
    sketch = Sketch(replace(empty_state(PARAMS), samples=columns * 441, columns=columns))
    for seed in (1, 2):
        sketch.add_layer(Layer(ink(8, columns, seed=seed), "Riff", recipe=RECIPE), samples=columns * 441)
    painted = sketch.active_layer.ink.copy()
    painted[2:4, 130:140] = 0.0
    sketch.change("Paint", layers=(sketch.layers[0], sketch.active_layer.painted(Ink.of(painted))))
    return sketch.state


def test_what_a_layer_was_when_it_was_made_comes_back_to_the_bit(tmp_path: Path) -> None:
    document = painted_riff()
    path = tmp_path / "riff.riff"
    save_project(SaveRequest(document, path))
    sketch = Sketch(opened(path))
    for index, seed in ((0, 1), (1, 2)):
        sketch.select_layer(sketch.layers[index].id)
        assert same_bits(original_of(sketch).array, ink(8, 300, seed=seed))
    assert same_bits(sketch.layers[1].ink, document.layers[1].ink)
    assert not np.array_equal(sketch.layers[1].ink, original_of(sketch).array)
    save_project(SaveRequest(sketch.state, tmp_path / "again.riff"))
    assert (tmp_path / "again.riff").read_bytes() == path.read_bytes()


def test_only_the_tiles_that_were_painted_are_stored_twice(tmp_path: Path) -> None:
    save_project(SaveRequest(painted_riff(), tmp_path / "riff.riff"))
    with zipfile.ZipFile(tmp_path / "riff.riff") as archive:
        sizes = {name: archive.getinfo(name).file_size for name in archive.namelist() if name.endswith("made.npy")}
    assert list(sizes) == ["layers/02/made.npy"]
    assert 64 * 8 * 4 <= sizes["layers/02/made.npy"] < 2 * 64 * 8 * 4


def test_the_original_of_a_layer_that_was_cut_is_as_long_as_it_was(tmp_path: Path) -> None:
    sketch = Sketch(painted_riff())
    sketch.set_length(1.0)
    save_project(SaveRequest(sketch.state, tmp_path / "short.riff"))
    again = Sketch(opened(tmp_path / "short.riff"))
    assert again.active_layer.columns == 100
    assert same_bits(original_of(again).array, ink(8, 300, seed=2))


def version_of(path: Path) -> int:
    version = json.loads(members(path)["project.json"])["version"]
    assert isinstance(version, int)
    return version


def test_a_project_without_originals_is_of_the_version_that_older_programs_read(tmp_path: Path) -> None:
    assert version_of(saved(tmp_path / "plain.riff")) == 5
    save_project(SaveRequest(painted_riff(), tmp_path / "riff.riff"))
    assert version_of(tmp_path / "riff.riff") == 6


def test_an_original_that_makes_no_sense_is_one_sentence(tmp_path: Path) -> None:
    path = tmp_path / "riff.riff"
    for made in ({"columns": 10**9, "changed": []}, {"columns": 300, "changed": [[5, 2]]}, {"changed": []}, 7):
        save_project(SaveRequest(painted_riff(), path))

        def spoil(body: dict[str, Any], made: object = made) -> None:
            body["layers"][1]["made"] = made

        with pytest.raises(UserError, match=r"riff\.riff is damaged: .*made"):
            opened(with_json(path, spoil))


# Snapshots


def with_snapshots() -> tuple[State, tuple[State | None, ...]]:
    """Return a document and what its slots hold: other ink, another length, other layers, a riff, the document."""
    document = everything()
    sketch = Sketch(document)
    sketch.set_length(0.1)
    shorter = sketch.state
    drawn = document.with_layer(replace(document.layers[2], tiles=Ink.of(ink(8, COLUMNS, seed=30))))
    other = replace(document, layers=document.layers[:2], active="a", tempo=80.0)
    riff = replace(document, layers=(*document.layers, replace(document.layers[2], id="z", made=drawn.layers[2].tiles)))
    return document, (drawn, None, shorter, other, riff, None, None, document)


def same_states(one: State, other: State) -> bool:
    if facts_of(one, made=False) != facts_of(other, made=False):
        return False
    pairs = [(arrays_of(layer), arrays_of(twin)) for layer, twin in zip(one.layers, other.layers, strict=True)]
    return all(a.keys() == b.keys() and all(same_bits(a[key].array, b[key].array) for key in a) for a, b in pairs)


def test_snapshots_come_back_to_the_bit(tmp_path: Path) -> None:
    document, snapshots = with_snapshots()
    path = tmp_path / "held.riff"
    save_project(SaveRequest(document, path, snapshots=snapshots))
    back = open_project(OpenRequest(path))
    assert same_states(back.document, document)
    assert [one is None for one in back.snapshots] == [one is None for one in snapshots]
    assert all(same_states(one, other) for one, other in zip(back.snapshots, snapshots, strict=True) if one and other)
    save_project(SaveRequest(back.document, tmp_path / "again.riff", snapshots=back.snapshots))
    assert (tmp_path / "again.riff").read_bytes() == path.read_bytes()
    assert version_of(path) == 6


def test_snapshots_share_the_arrays_of_the_document_on_disk_and_in_memory(tmp_path: Path) -> None:
    sketch = Sketch(painted_riff(6_400))
    before = sketch.state
    picture = before.layers[0].ink.copy()
    picture[3, 1_000] = 0.5
    sketch.change("Paint", layers=(before.layers[0].painted(Ink.of(picture)), before.layers[1]))
    save_project(SaveRequest(sketch.state, tmp_path / "alone.riff"))
    save_project(SaveRequest(sketch.state, tmp_path / "held.riff", snapshots=(before,) * 8))
    sizes = [(tmp_path / f"{name}.riff").stat().st_size for name in ("alone", "held")]
    assert sizes[1] - sizes[0] < 80_000, "eight lists of facts, and one tile"
    parts = [name for name in members(tmp_path / "held.riff") if name.startswith("snapshots/")]
    assert parts == ["snapshots/1/01/ink.npy"]
    back = open_project(OpenRequest(tmp_path / "held.riff"))
    one, other = back.document.layers[0].tiles, back.snapshots[0].layers[0].tiles
    assert sum(tile is not twin for tile, twin in zip(one.tiles, other.tiles, strict=True)) == 1
    again = pickle.loads(pickle.dumps(back))
    one, other = again.document.layers[0].tiles, again.snapshots[0].layers[0].tiles
    assert sum(tile is not twin for tile, twin in zip(one.tiles, other.tiles, strict=True)) == 1


@pytest.mark.parametrize(
    ("path", "value"),
    [
        (("slot",), 9), (("slot",), 0), (("arrays",), []), (("arrays", 0, "ink", "lead"), [9]),
        (("arrays", 0, "ink", "length"), 21), (("arrays", 0, "ink", "base"), [7, 0, "ink"]),
        (("arrays", 0, "ink", "base"), [0, 0, "sound"]), (("arrays", 0, "ink", "base"), "layers"),
        (("arrays", 1, "ink", "base"), [0, 0, "ink"]), (("arrays", 0, "sound"), None), (("document", "tempo"), 1e9),
        (("document", "params", "bands"), 9), (("arrays", 2, "ink", "changed"), []),
    ],
)  # fmt: skip
def test_a_snapshot_that_makes_no_sense_is_one_sentence(tmp_path: Path, path: tuple[Any, ...], value: object) -> None:
    document, snapshots = with_snapshots()
    save_project(SaveRequest(document, tmp_path / "held.riff", snapshots=snapshots))

    def spoil(body: dict[str, Any]) -> None:
        place = body["snapshots"][0]
        for key in path[:-1]:
            place = place[key]
        place[path[-1]] = value

    with pytest.raises(UserError, match=r"held\.riff (is damaged|holds an unknown part)"):
        open_project(OpenRequest(with_json(tmp_path / "held.riff", spoil)))


def test_a_sketch_that_fits_is_saved_though_its_snapshots_do_not(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    document = everything()
    held = document.with_layer(replace(document.layers[2], tiles=Ink.of(ink(8, COLUMNS, seed=30))))
    save_project(SaveRequest(document, tmp_path / "alone.riff"))
    size = sum(len(data) for data in members(tmp_path / "alone.riff").values())
    monkeypatch.setattr(saving, "MAX_BYTES", size + 100)
    done = save_project(SaveRequest(document, tmp_path / "held.riff", snapshots=(held,)))
    assert "snapshots were left out" in done.notes[0]
    assert (tmp_path / "held.riff").read_bytes() == (tmp_path / "alone.riff").read_bytes()


# Versions


def test_a_newer_version_is_refused_politely_whatever_else_is_new_in_it(tmp_path: Path) -> None:
    def newer(inside: Members) -> None:
        body = {"format": "riffdesk", "version": 8, "layers": "in another way"}
        inside.clear()
        inside["project.json"] = json.dumps(body).encode()
        inside["recipes/1.json"] = b"{}"

    path = rewritten(saved(tmp_path / "a.riff"), newer)
    with pytest.raises(UserError, match=r"a\.riff was made by a newer riffdesk .*8.*up to 7.*Update riffdesk"):
        opened(path)


def test_the_notes_that_a_next_riff_plays_are_kept_and_those_of_a_newer_version_are_told_of(tmp_path: Path) -> None:
    document = replace(everything(), render=RenderSettings(score='{"notes": 1}', score_name="tune é.mid"))
    path = tmp_path / "a.riff"
    save_project(SaveRequest(document, path))
    assert opened(path).render == document.render

    def newer(body: dict[str, Any]) -> None:
        body["render"]["score"]["version"] = 2

    found = open_project(OpenRequest(with_json(path, newer)))
    assert found.document.render == RenderSettings()
    assert len(found.notes) == 1
    assert "a.riff was opened without the notes for its next riff" in found.notes[0]


def of_version(version: int) -> Callable[[dict[str, Any]], None]:
    """Return what makes a project's JSON what an older version would have written."""

    def change(body: dict[str, Any]) -> None:
        body["version"] = version
        del body["made_from"]
        body["steps"] = body.pop("render")["steps"]
        for layer in body["layers"]:
            unfinished = [column for columns in layer.pop("stale") + layer.pop("draft") for column in columns]
            layer["pending"] = [min(unfinished), max(unfinished)] if unfinished else None
            if version < 3:
                del layer["recipe"]
        if version < 3:
            for keyframe in body["keyframes"]:
                del keyframe["curve"]
        if version < 2:
            del body["circular"]

    return change


def test_a_file_of_the_first_version_opens_and_is_no_loop(tmp_path: Path) -> None:
    assert opened(with_json(saved(tmp_path / "a.riff"), of_version(1))).circular is False


def test_a_file_of_the_second_version_opens_and_its_layers_have_no_recipes(tmp_path: Path) -> None:
    layers = opened(with_json(saved(tmp_path / "a.riff"), of_version(2))).layers
    assert [layer.name for layer in layers] == [layer.name for layer in everything().layers]
    assert all(layer.recipe is None for layer in layers)


@pytest.mark.parametrize("version", [1, 2, 3, 4])
def test_a_file_of_a_version_before_the_fifth_has_one_range_of_columns_that_do_not_sound_as_they_look(
    tmp_path: Path, version: int
) -> None:
    layers = opened(with_json(saved(tmp_path / "a.riff"), of_version(version))).layers
    assert [layer.sound.stale for layer in layers] == [(), ((3, 15),), ((0, COLUMNS),), ()]
    assert all(layer.sound.draft == () for layer in layers)


def test_a_file_of_a_version_before_the_fifth_asks_for_what_its_topmost_riff_was_made_of(tmp_path: Path) -> None:
    path = with_json(saved(tmp_path / "a.riff"), of_version(4))
    assert opened(path).render == replace(RenderSettings.of(RECIPE), steps=50)
    path = with_json(saved(tmp_path / "a.riff"), of_version(2))
    assert opened(path).render == RenderSettings(steps=50)


@pytest.mark.parametrize("field", ["steps", "layers.0.pending"])
@pytest.mark.parametrize("value", [{}, "x", -100, 1e300, [None], [3, 1], [0, 1.5], [True, True], 0, "gone"])
def test_a_field_of_a_version_before_the_fifth_with_a_wrong_value_is_one_sentence(
    tmp_path: Path, field: str, value: Any
) -> None:
    def spoilt(body: Any) -> None:
        of_version(4)(body)
        if value == "gone":
            take(body, way(field))
        else:
            put(body, way(field), value)

    with pytest.raises(UserError, match=rf"^a\.riff is damaged: .*{way(field)[-1]}"):
        opened(with_json(saved_small(tmp_path / "a.riff"), spoilt))


def test_a_layer_keeps_the_recipe_that_made_it(tmp_path: Path) -> None:
    layers = opened(saved(tmp_path / "a.riff")).layers
    assert [layer.recipe for layer in layers] == [None, RECIPE, None, None]


def test_what_the_newest_riff_was_made_from_is_told_from_what_is_asked_for_now(tmp_path: Path) -> None:
    document = replace(everything(), made_from=(Keyframe(seed=7), Keyframe(1.5, "b")))
    path = saved(tmp_path / "a.riff", document)
    assert opened(path).made_from == document.made_from
    assert opened(path).keyframes == everything().keyframes
    older = opened(with_json(path, lambda body: body.pop("made_from")))
    assert older.made_from == older.keyframes == everything().keyframes


def test_a_random_seed_stays_random(tmp_path: Path) -> None:
    document = replace(everything(), keyframes=(Keyframe(seed=-1),))
    assert opened(saved(tmp_path / "a.riff", document)).keyframes == document.keyframes


def test_a_loop_is_a_loop_when_it_opens(tmp_path: Path) -> None:
    document = everything()
    looped = replace(document, circular=True)
    assert opened(saved(tmp_path / "a.riff", looped)).circular is True


def test_a_loop_keeps_its_exact_length_though_its_columns_end_sooner(tmp_path: Path) -> None:
    document = everything()
    hop = document.params.hop
    looped = replace(document, circular=True, samples=document.columns * hop + hop // 3)
    path = saved(tmp_path / "a.riff", looped)
    state = opened(path)
    assert (state.samples, state.columns) == (looped.samples, looped.columns)
    with pytest.raises(UserError, match="damaged"):  # no loop: its last column would be missing
        opened(with_json(path, lambda body: body.update(circular=False)))


def test_fields_that_this_version_does_not_know_are_passed_over(tmp_path: Path) -> None:
    path = with_json(saved(tmp_path / "a.riff"), lambda body: body.update(mood="blue"))
    assert opened(path).tempo == 97.25


# What is refused


@pytest.mark.parametrize(
    ("contents", "sentence"),
    [
        (b"", r"a\.riff is empty"),
        (b"This is a letter.", r"a\.riff is not a riffdesk project"),
        (b"PK\x03\x04 but no zip", r"a\.riff is damaged or cut short: its list of contents"),
        (b"PK\x05\x06" + bytes(18), r"a\.riff is not a riffdesk project: it has no project\.json"),
    ],
)
def test_what_is_no_project_is_one_sentence(tmp_path: Path, contents: bytes, sentence: str) -> None:
    (tmp_path / "a.riff").write_bytes(contents)
    with pytest.raises(UserError, match=sentence):
        opened(tmp_path / "a.riff")


@pytest.mark.parametrize("share", [0.01, 0.3, 0.7, 0.99])
def test_a_truncated_project_is_one_sentence(tmp_path: Path, share: float) -> None:
    path = saved(tmp_path / "a.riff")
    path.write_bytes(path.read_bytes()[: int(path.stat().st_size * share)])
    with pytest.raises(UserError, match=r"a\.riff is damaged or cut short.*backup"):
        opened(path)


def test_a_missing_file_and_a_folder_are_one_sentence(tmp_path: Path) -> None:
    with pytest.raises(UserError, match=r"Could not open gone\.riff: No such file"):
        opened(tmp_path / "gone.riff")
    with pytest.raises(UserError, match=r"is a folder\. Choose the project in it"):
        opened(tmp_path)


MEMBERS = ["layers/01/ink.npy", "layers/01/source.wav", "layers/02/source.npy", "layers/02/sound.npy"]


@pytest.mark.parametrize("name", MEMBERS)
def test_a_missing_part_is_named(tmp_path: Path, name: str) -> None:
    path = rewritten(saved(tmp_path / "a.riff"), lambda inside: inside.pop(name))
    with pytest.raises(UserError, match=rf"a\.riff is damaged.*{name} is missing"):
        opened(path)


@pytest.mark.parametrize("name", ["project.json", *MEMBERS])
def test_a_corrupt_part_is_named(tmp_path: Path, name: str) -> None:
    path = saved(tmp_path / "a.riff")
    data = bytearray(path.read_bytes())
    with zipfile.ZipFile(path) as archive:
        info = archive.getinfo(name)
    start = info.header_offset + 30 + len(name)
    data[start + info.compress_size // 2] ^= 0x55
    path.write_bytes(data)
    with pytest.raises(UserError, match=rf"a\.riff is damaged.*its (part )?{name} cannot be read"):
        opened(path)


@pytest.mark.parametrize("name", ["../outside.txt", "/etc/cron.d/x", "layers/01/../../x", "C:\\x", "layers/05/ink.npy"])
def test_a_part_that_does_not_belong_there_is_refused_and_written_nowhere(tmp_path: Path, name: str) -> None:
    folder = tmp_path / "in"
    folder.mkdir()
    path = rewritten(saved(folder / "a.riff"), lambda inside: inside.update({name: b"boo"}))
    before = sorted(tmp_path.rglob("*"))
    with pytest.raises(UserError, match=r"a\.riff holds an unknown part"):
        opened(path)
    assert sorted(tmp_path.rglob("*")) == before


def test_a_part_that_is_there_twice_is_refused(tmp_path: Path) -> None:
    path = saved(tmp_path / "a.riff")
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        with zipfile.ZipFile(path, "a") as archive:
            archive.writestr("layers/01/ink.npy", b"another")
    with pytest.raises(UserError, match=r"a\.riff holds a part twice"):
        opened(path)


def zipped_again(path: Path, change: Callable[[str], str] = str, more: tuple[str, ...] = (), level: int = 9) -> Path:
    """Unpack a project and pack it again as other programs do."""
    inside = members(path)
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED, compresslevel=level) as archive:
        for extra in more:
            archive.writestr(extra, b"" if extra.endswith("/") else b"notes of a file manager")
        for name, data in reversed(inside.items()):
            archive.writestr(change(name), data)
    return path


@pytest.mark.parametrize(
    ("more", "folder"),
    [
        ((), ""),
        (("layers/", "layers/01/"), ""),
        (("__MACOSX/", "__MACOSX/layers/01/._ink.npy", "__MACOSX/._project.json", ".DS_Store", "layers/.DS_Store"), ""),
        (("layers/01/Thumbs.db", "desktop.ini"), ""),
        (("song/", "song/layers/", "__MACOSX/song/._project.json", "song/.DS_Store"), "song/"),
    ],
    ids=["plain", "folders", "macOS", "Windows", "with its folder"],
)
@pytest.mark.parametrize("level", [0, 1, 9])
def test_a_project_that_was_unpacked_and_packed_again_opens(
    tmp_path: Path, more: tuple[str, ...], folder: str, level: int
) -> None:
    path = zipped_again(saved(tmp_path / "a.riff"), lambda name: folder + name, more, level)
    save_project(SaveRequest(opened(path), tmp_path / "b.riff"))
    assert (tmp_path / "b.riff").read_bytes() == saved(tmp_path / "a.riff").read_bytes()


def test_an_encrypted_or_strangely_packed_part_is_refused(tmp_path: Path) -> None:
    path = saved(tmp_path / "a.riff")
    inside = members(path)
    with zipfile.ZipFile(path, "w", zipfile.ZIP_LZMA) as archive:
        for name, data in inside.items():
            archive.writestr(name, data)
    with pytest.raises(UserError, match=r"a\.riff is damaged.*packed in an unknown way"):
        opened(path)


NOT_A_FILE = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3),
    max_leaves=5,
)


def places(body: Any, path: tuple[Any, ...] = ()) -> list[tuple[Any, ...]]:
    """Return the way to every value in JSON."""
    inner = body.items() if isinstance(body, dict) else enumerate(body) if isinstance(body, list) else ()
    return [found for key, value in inner for found in ((*path, key), *places(value, (*path, key)))]


def put(body: Any, path: tuple[Any, ...], value: Any) -> None:
    for key in path[:-1]:
        body = body[key]
    body[path[-1]] = value


def take(body: Any, path: tuple[Any, ...]) -> None:
    for key in path[:-1]:
        body = body[key]
    del body[path[-1]]


def small() -> State:
    layer = Layer(ink(8, 3), "One", id="a", source=Source(noise(1, 900), ink(8, 3)))
    other = Layer(ink(8, 3, seed=1), "Two", id="b")
    render = RenderSettings(loras=(("old tape", 0.5),))
    state = State(PARAMS, 1_000, 3, (layer, other), "a", render=render)
    return with_sounds(state, {"a": Sound(noise(2, 1_000)), "b": Sound(None, stale=((0, 3),))})


@functools.cache
def small_file() -> bytes:
    with tempfile.TemporaryDirectory() as folder:
        return saved(Path(folder) / "small.riff", small()).read_bytes()


def saved_small(path: Path) -> Path:
    path.write_bytes(small_file())
    return path


def small_json() -> Any:
    path = saved_small(Path(os.environ["RIFFDESK_HOME"]).parent / "small.riff")
    return json.loads(members(path)["project.json"])


EVERY_FIELD = [
    "params.sample_rate", "params.stereo", "params.step_ms", "params.window_ms", "params.padded_ms", "params.bands",
    "params.min_hz", "params.max_hz", "params.power", "params", "samples", "columns", "active", "tempo",
    "beats_per_bar", "circular", "keyframes", "keyframes.0", "keyframes.0.seconds", "keyframes.0.prompt",
    "keyframes.0.negative", "keyframes.0.seed", "keyframes.0.denoising", "keyframes.0.guidance", "keyframes.0.curve",
    "keyframes.0.chords", "made_from", "layers", "layers.0",
    "layers.0.id", "layers.0.name", "layers.0.colour", "layers.0.gain_db", "layers.0.pan", "layers.0.mute",
    "layers.0.solo", "layers.0.source", "layers.0.source_ink", "layers.0.sound", "layers.0.stale",
    "layers.0.draft", "layers.0.recipe",
    "render", "render.model", "render.scheduler", "render.loras", "render.loras.0", "render.loras.0.0",
    "render.loras.0.1", "render.steps", "render.seconds", "render.start", "render.clips", "render.quality",
    "render.in_time", "key",
    "format", "version",
]  # fmt: skip


def way(field: str) -> tuple[Any, ...]:
    return tuple(int(key) if key.isdigit() else key for key in field.split("."))


def test_every_field_of_the_json_is_in_the_list_below() -> None:
    there = {".".join(map(str, path)) for path in places(small_json())}
    assert {field for field in there if not field.startswith("layers.1")} == set(EVERY_FIELD)


MAY_BE_MISSING = ("made_from", "keyframes.0.chords")
NEVER_WRONG = "layers.0.recipe"  # one that cannot be read is left out
WRONG = {"object": {}, "text": "x" * 300, "negative": -100, "huge": 1e300, "list": [None]}
FREE_TEXT = ("name", "prompt", "negative", "model", "scheduler", "start", "loras.0.0", "chords")


@pytest.mark.parametrize(
    ("field", "kind"),
    [
        (field, kind)
        for field in EVERY_FIELD
        for kind in WRONG
        if (kind != "text" or not field.endswith(FREE_TEXT))
        and field != NEVER_WRONG
        and (kind, field) != ("negative", "render.loras.0.1")
    ],
)
def test_a_field_with_a_wrong_value_is_one_sentence(tmp_path: Path, field: str, kind: str) -> None:
    value = WRONG[kind]
    path = with_json(saved_small(tmp_path / "a.riff"), lambda body: put(body, way(field), value))
    with pytest.raises(UserError, match=r"^a\.riff is (damaged|not a riffdesk project|made by)"):
        opened(path)


@pytest.mark.parametrize(
    "field", [field for field in EVERY_FIELD if not field[-1].isdigit() and field not in MAY_BE_MISSING]
)
def test_a_missing_field_is_named(tmp_path: Path, field: str) -> None:
    path = with_json(saved_small(tmp_path / "a.riff"), lambda body: take(body, way(field)))
    name = way(field)[-1]
    with pytest.raises(UserError, match=rf"a\.riff is (damaged: .*{name}|not a riffdesk project)"):
        opened(path)


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("samples", 881), ("samples", 3 * 441 + 1), ("columns", 2), ("columns", 4), ("active", "nobody"),
        ("tempo", 19.9), ("tempo", 401), ("beats_per_bar", 0), ("beats_per_bar", 17),
        ("render.steps", 0), ("render.steps", 1_001), ("render.seconds", -1), ("render.seconds", 601),
        ("render.model", "x" * 1_001), ("render.scheduler", "x" * 1_001), ("render.start", "x" * 1_001),
        ("render.loras.0", ["a"]), ("render.loras.0.0", "x" * 1_001), ("render.loras.0.1", True),
        ("render.loras", [["a", 1]] * 101), ("render.clips", 0), ("render.quality", "loud"),
        ("layers.0.gain_db", 24.1), ("layers.0.gain_db", -61), ("layers.0.pan", 1.01), ("layers.0.colour", "red"),
        ("layers.0.colour", "#12345g"), ("layers.1.id", "a"), ("layers.1.sound", "source"), ("layers.1.sound", "loud"),
        ("layers.0.stale", [[3, 1]]), ("layers.0.stale", [[0, 1.5]]), ("layers.0.stale", [[True, True]]),
        ("layers.0.stale", [[0, 1, 2]]), ("layers.0.stale", [0, 1]), ("layers.0.stale", [[-1, 1]]),
        ("layers.0.draft", [[3, 1]]), ("layers.0.draft", [[0, 1.5]]), ("layers.0.draft", [[True, True]]),
        ("layers.0.mute", 0), ("keyframes.0.seed", 2**32), ("keyframes.0.seed", True), ("keyframes.0.guidance", 31),
        ("keyframes.0.denoising", -0.1), ("keyframes.0.curve", "wavy"), ("keyframes", []),
        ("layers", []), ("params.bands", 4), ("params.power", 0),
        ("params.max_hz", 30_000), ("params.window_ms", 500), ("version", 0), ("version", 1.0),
    ],
)  # fmt: skip
def test_a_number_out_of_its_range_is_one_sentence(tmp_path: Path, field: str, value: Any) -> None:
    path = with_json(saved_small(tmp_path / "a.riff"), lambda body: put(body, way(field), value))
    with pytest.raises(UserError, match=r"^a\.riff is damaged"):
        opened(path)


@pytest.mark.parametrize(
    "text",
    [b"", b"{", b"[]", b"null", b'"x"', b"\xff\xfe", b"[" * 100_000, b'{"format": "riffdesk", "version": 1e999}',
     b'{"format": "riffdesk", "version": NaN}', b'{"format": "riffdesk", "version": 1' + b"0" * 5_000 + b"}"],
    ids=range(10),
)  # fmt: skip
def test_json_that_is_none_is_one_sentence(tmp_path: Path, text: bytes) -> None:
    path = rewritten(saved(tmp_path / "a.riff"), lambda inside: inside.update({"project.json": text}))
    with pytest.raises(UserError, match=r"^a\.riff (is damaged|is not a riffdesk project)"):
        opened(path)


def test_half_characters_in_names_are_mended(tmp_path: Path) -> None:
    path = with_json(saved_small(tmp_path / "a.riff"), lambda body: put(body, ("layers", 0, "name"), "a\ud83cb"))
    assert opened(path).layers[0].name == "a?b"


@settings(max_examples=200)
@given(data=st.data())
def test_json_with_anything_anywhere_opens_or_is_refused_in_one_sentence(
    tmp_path_factory: pytest.TempPathFactory, data: st.DataObject
) -> None:
    folder = tmp_path_factory.getbasetemp()

    def change(body: dict[str, Any]) -> None:
        for _ in range(data.draw(st.integers(1, 3))):
            path = data.draw(st.sampled_from(places(body)))
            if data.draw(st.booleans()):
                put(body, path, data.draw(NOT_A_FILE))
            elif not isinstance(path[-1], int):
                take(body, path)

    assert_opens_or_one_sentence(with_json(saved_small(folder / "fuzz.riff"), change))


# Damage in the arrays


def npy(shape: tuple[int, ...], dtype: str = "<f4", data: bytes | None = None) -> bytes:
    out = io.BytesIO()
    np.lib.format.write_array_header_1_0(out, {"descr": dtype, "fortran_order": False, "shape": shape})
    return out.getvalue() + (bytes(4 * int(np.prod(shape))) if data is None else data)


@pytest.mark.parametrize(
    "data",
    [
        npy((8, 4)), npy((9, 3)), npy((3, 8)), npy((3, 8, 3)), npy((24,)), npy((0, 3)), npy((8, 3), data=bytes(95)),
        npy((8, 3), data=bytes(97)), npy((8, 3), "<f8", bytes(192)), npy((8, 3), ">f4"), npy((8, 3), "|O", b""),
        npy((8, 10**9), data=b""), b"", b"\x93NUMPY", b"\x93NUMPY\x02\0", b"\x93NUMPY\x01\0\xff\xff" + bytes(70_000),
        npy((8, 3)).replace(b"False", b"True "), npy((8, 3)).replace(b"(8, 3)", b"(8,-3)"),
    ],
    ids=range(18),
)  # fmt: skip
def test_ink_that_does_not_fit_the_rest_is_refused_by_name(tmp_path: Path, data: bytes) -> None:
    path = rewritten(saved_small(tmp_path / "a.riff"), lambda inside: inside.update({"layers/02/ink.npy": data}))
    with pytest.raises(UserError, match=r"a\.riff is damaged or cut short: its part layers/02/ink\.npy cannot be read"):
        opened(path)


def changed_wav(place: int, kind: str, value: int) -> Callable[[Members], None]:
    def change(inside: Members) -> None:
        data = bytearray(inside["layers/01/source.wav"])
        struct.pack_into(kind, data, place, value)
        inside["layers/01/source.wav"] = bytes(data)

    return change


@pytest.mark.parametrize(
    ("place", "kind", "value"),
    [(20, "<H", 1), (22, "<H", 0), (22, "<H", 2), (22, "<H", 65_535), (24, "<I", 48_000), (34, "<H", 16),
     (46, "<I", 5), (54, "<I", 0), (54, "<I", 2**32 - 4), (0, "<I", 0)],
)  # fmt: skip
def test_a_wav_that_is_not_as_riffdesk_writes_it_is_refused_by_name(
    tmp_path: Path, place: int, kind: str, value: int
) -> None:
    path = rewritten(saved_small(tmp_path / "a.riff"), changed_wav(place, kind, value))
    with pytest.raises(UserError, match=r"its part layers/01/source\.wav cannot be read"):
        opened(path)


def test_values_that_are_no_numbers_count_as_silence(tmp_path: Path) -> None:
    bad = np.array([[np.nan, np.inf, -np.inf, 0.5]], np.float32)
    layer = Layer(np.tile(bad, (8, 1)), id="a", source=Source(bad, np.tile(bad, (8, 1))))
    state = State(PARAMS, 4 * 441, 4, (layer,), "a")
    back = opened(saved(tmp_path / "a.riff", with_sounds(state, {"a": Sound(np.tile(bad, (2, 1)))})))
    kept = back.layers[0]
    assert kept.source is not None
    for array in (kept.ink, kept.source.audio, kept.source.ink, back.layer("a").sound.audio):
        assert array is not None
        assert (array == [0, 0, 0, 0.5]).all()


# Bombs


def test_a_part_that_is_larger_than_the_json_says_is_refused_before_it_is_unpacked(tmp_path: Path) -> None:
    zeros = npy((8, 2_500_000))
    path = rewritten(saved_small(tmp_path / "a.riff"), lambda inside: inside.update({"layers/02/ink.npy": zeros}))
    assert path.stat().st_size < 2_000_000
    assert most_memory(lambda: refused(path, r"layers/02/ink\.npy cannot be read")) < 5_000_000


def test_a_project_of_more_than_the_limit_is_refused_before_anything_is_unpacked(tmp_path: Path) -> None:
    path = saved_small(tmp_path / "a.riff")
    data = bytearray(path.read_bytes())
    # In the list of contents, every part claims 1.9 GB.
    for number, place in enumerate(at for at in range(len(data)) if data[at : at + 4] == b"PK\x01\x02"):
        if number:
            struct.pack_into("<I", data, place + 24, 1_900_000_000)
    path.write_bytes(data)
    assert most_memory(lambda: refused(path, r"a\.riff would unpack to 7\.1 GiB, and a project has at most 4")) < 5e6


def test_a_part_that_unpacks_to_more_than_it_claims_is_read_no_further_than_that(tmp_path: Path) -> None:
    zeros = npy((8, 3)) + bytes(100_000_000)
    path = rewritten(saved_small(tmp_path / "a.riff"), lambda inside: inside.update({"layers/02/ink.npy": zeros}))
    size = len(npy((8, 3)))
    data = path.read_bytes().replace(struct.pack("<I", len(zeros)), struct.pack("<I", size))
    path.write_bytes(data)
    assert most_memory(lambda: refused(path, r"layers/02/ink\.npy cannot be read")) < 5_000_000


def test_a_json_of_gigabytes_is_refused_before_it_is_unpacked(tmp_path: Path) -> None:
    text = b" " * 70_000_000
    path = rewritten(saved_small(tmp_path / "a.riff"), lambda inside: inside.update({"project.json": text}))
    assert most_memory(lambda: refused(path, r"project\.json is far too long")) < 5_000_000


def test_too_many_layers_are_refused(tmp_path: Path) -> None:
    def many(body: dict[str, Any]) -> None:
        body["layers"] = [{**body["layers"][1], "id": str(number)} for number in range(MAX_LAYERS + 1)]
        body["active"] = "1"

    with pytest.raises(UserError, match=r"a\.riff is damaged: layers"):
        opened(with_json(saved_small(tmp_path / "a.riff"), many))


def most_memory(work: Callable[[], None]) -> int:
    tracemalloc.start()
    try:
        work()
        return tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()


def refused(path: Path, sentence: str) -> None:
    with pytest.raises(UserError, match=sentence):
        opened(path)


# Fuzzing


def assert_opens_or_one_sentence(path: Path) -> None:
    try:
        state = opened(path)
    except UserError as error:
        sentence = str(error)
    else:
        sentence = f"{path.name} opened"
        assert all(np.isfinite(layer.ink).all() for layer in state.layers)
        assert all(layer.ink.shape[-2:] == (state.params.bands, state.columns) for layer in state.layers)
        assert (state.columns - 1) * state.params.hop <= state.samples <= state.columns * state.params.hop
        assert state.layer(state.active)
        ends = [range_[1] for one in state.layers for range_ in one.sound.stale + one.sound.draft]
        assert max(ends, default=0) <= state.columns
    assert path.name in sentence


@settings(max_examples=300)
@given(data=st.data())
def test_damaged_projects_open_or_are_refused_in_one_sentence(
    tmp_path_factory: pytest.TempPathFactory, data: st.DataObject
) -> None:
    path = saved_small(tmp_path_factory.getbasetemp() / "fuzz.riff")
    contents = bytearray(path.read_bytes())
    directory = contents.index(b"PK\x01\x02")
    for _ in range(data.draw(st.integers(0, 6))):
        start = data.draw(st.sampled_from([0, directory]))
        place = data.draw(st.integers(start, len(contents) - 1))
        contents[place] = data.draw(st.integers(0, 255))
    length = data.draw(st.one_of(st.just(len(contents)), st.integers(0, len(contents))))
    path.write_bytes(contents[:length])
    assert_opens_or_one_sentence(path)


@settings(max_examples=50)
@given(st.sampled_from([b"", b"PK", b"PK\x03\x04", b"PK\x05\x06"]), st.binary(max_size=200))
def test_random_bytes_are_refused_in_one_sentence(
    tmp_path_factory: pytest.TempPathFactory, start: bytes, rest: bytes
) -> None:
    path = tmp_path_factory.getbasetemp() / "fuzz.riff"
    path.write_bytes(start + rest)
    with pytest.raises(UserError, match=r"fuzz\.riff"):
        opened(path)


# Whole or not at all


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with nothing else in it, not even riffdesk's own."""
    made = tmp_path / "folder"
    made.mkdir()
    return made


def test_a_disk_that_fills_up_leaves_the_old_project_and_nothing_else(folder: Path, full_disk: Any) -> None:
    path = saved(folder / "a.riff", small())
    before = path.read_bytes()
    with full_disk(20_000), pytest.raises(UserError, match=r"^Could not write .*a\.riff: File too large\.$"):
        saved(path)
    assert path.read_bytes() == before
    assert os.listdir(folder) == ["a.riff"]


def test_a_folder_that_is_gone_is_one_sentence(tmp_path: Path) -> None:
    with pytest.raises(UserError, match=r"Could not write .*a\.riff: No such file or directory"):
        saved(tmp_path / "gone" / "a.riff")


def test_a_sketch_that_could_not_be_opened_again_is_not_saved(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(saving, "MAX_BYTES", 1_000)
    with pytest.raises(UserError, match=r"Could not save a\.riff: the sketch takes .* GiB"):
        saved(tmp_path / "a.riff")
    assert os.listdir(tmp_path) == []


# Running elsewhere


def test_saving_and_opening_tell_how_far_they_are(tmp_path: Path) -> None:
    sound = noise(2, 600 * 441)
    state = State(PARAMS, 600 * 441, 600, (Layer(ink(8, 600), id="a"),), "a")
    steps: list[Step] = []
    save_project(SaveRequest(with_sounds(state, {"a": Sound(sound)}), tmp_path / "a.riff"), steps.append)
    done = [step.done for step in steps]
    assert done == sorted(done)
    assert done[-1] == steps[-1].total >= sound.nbytes
    assert max(np.diff(done)) <= 1 << 20
    steps.clear()
    load_project(OpenRequest(tmp_path / "a.riff"), steps.append)
    assert [step.done for step in steps] == sorted(step.done for step in steps)
    assert steps[-1].done > 0.99 * steps[-1].total


def test_cancel_stops_both_and_leaves_the_old_file(folder: Path) -> None:
    path = saved(folder / "a.riff", small())
    before, cancel = path.read_bytes(), threading.Event()

    def on_step(step: Step) -> None:
        if step.done > step.total / 2:
            cancel.set()

    with pytest.raises(Cancelled):
        save_project(SaveRequest(everything(), path), on_step, cancel)
    assert path.read_bytes() == before
    assert os.listdir(folder) == ["a.riff"]
    cancel.clear()
    with pytest.raises(Cancelled):
        load_project(OpenRequest(path), on_step, cancel)
