"""Instant sound of strokes while the sketch plays: before the draft, and without a trace in the sketch."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
import pytest
from PySide6.QtWidgets import QApplication

from riffdesk.dsp.mix import Track
from riffdesk.errors import Cancelled, UserError
from riffdesk.sketch.paint.strokes import Stroke
from riffdesk.sketch.paint.tips import BrushTip
from riffdesk.sketch.sketch import Sketch
from riffdesk.sketch.tiles.ranges import Columns
from riffdesk.ui.playing import sound_updates as module
from riffdesk.ui.playing.sound_updates import SoundUpdates
from riffdesk.ui.window.app import application
from tests.ui.playing.answered_engine import Engine, Player, live
from tests.ui.playing.test_sound_updates import dab, paint, rest


@pytest.fixture
def sounding(sketch: Sketch, engine: Engine) -> Iterator[SoundUpdates]:
    made = SoundUpdates(sketch, Player(playing=True), engine)
    live()
    yield made
    made.deleteLater()


def sample_heard(sounding: SoundUpdates, column: int) -> float:
    """Return a sample of what the player has of the only layer."""
    (track,) = sounding._player.given[-1][0]
    assert isinstance(track, Track)
    return float(track.audio[0, column * 441])


def drafted(sketch: Sketch, engine: Engine, columns: Columns = (0, 400)) -> None:
    """Give the layer a sound."""
    paint(sketch, columns)
    live()
    while sketch.active_layer.sound.stale:
        engine.answer(0.5)


def test_it_comes_first_and_the_draft_is_asked_for_as_if_there_were_none(
    sketch: Sketch, engine: Engine, sounding: SoundUpdates
) -> None:
    drafted(sketch, engine)
    asked = len(engine.asked)
    dab(sketch, 100)
    live()
    engine.answer(0.2)
    assert sample_heard(sounding, 100) == pytest.approx(0.2)
    assert sketch.active_layer.sound.audio[0, 100 * 441] == pytest.approx(0.5)
    assert [quality for quality, *_ in engine.asked[asked:]] == ["instant", "draft"]
    assert engine.asked[-1][1:] == engine.asked[-2][1:]
    assert np.all(engine.jobs[-1].request.audio == np.float32(0.5))
    sketch.set_layer(sketch.active_layer.id, gain_db=-6.0)
    live()
    assert sample_heard(sounding, 100) == pytest.approx(0.2), "the next block plays the old sound again"
    engine.answer(0.3)
    assert sample_heard(sounding, 100) == pytest.approx(0.3)
    assert sketch.active_layer.sound.audio[0, 100 * 441] == pytest.approx(0.3)


def test_the_first_stroke_of_a_layer_is_heard_too(sketch: Sketch, engine: Engine, sounding: SoundUpdates) -> None:
    dab(sketch, 100)
    live()
    engine.answer(0.2)
    assert sample_heard(sounding, 100) == pytest.approx(0.2)
    assert sketch.active_layer.sound.audio is None


def test_where_nothing_plays_there_is_none(sketch: Sketch, engine: Engine, sounding: SoundUpdates) -> None:
    sounding._player.playing = False
    dab(sketch, 100)
    live()
    assert [quality for quality, *_ in engine.asked] == ["draft"]


def test_newer_ink_comes_before_a_draft_and_adds_to_what_is_heard(
    sketch: Sketch, engine: Engine, sounding: SoundUpdates
) -> None:
    drafted(sketch, engine)
    stroke = Stroke(sketch, BrushTip(8), (100, 100))
    live()
    engine.answer(0.2)
    assert engine.asked[-1][0] == "draft"
    stroke.move((130, 100))
    assert engine.jobs[-1].cancel.is_set()
    engine.fail(Cancelled())
    assert engine.asked[-1][0] == "instant"
    assert engine.jobs[-1].request.audio[0, (100 - engine.jobs[-1].request.first) * 441] == pytest.approx(0.2)
    engine.answer(0.3)
    assert sample_heard(sounding, 130) == pytest.approx(0.3)
    quality, start, stop = engine.asked[-1]
    assert quality == "draft"
    assert ((start, stop),) == sketch.active_layer.sound.stale
    assert np.all(engine.jobs[-1].request.audio == np.float32(0.5))


def test_drafts_are_put_off_for_a_moment_only(
    sketch: Sketch, engine: Engine, sounding: SoundUpdates, monkeypatch: pytest.MonkeyPatch
) -> None:
    stroke = Stroke(sketch, BrushTip(8), (100, 100))
    live()
    engine.answer()
    stroke.move((110, 100))
    engine.fail(Cancelled())
    engine.answer()
    monkeypatch.setattr(module, "_PUT_OFF_SECONDS", 0.0)
    stroke.move((120, 100))
    live()
    assert engine.asked[-1][0] == "draft"
    assert not engine.jobs[-1].cancel.is_set()
    engine.answer()
    assert engine.asked[-1][0] == "instant"


def test_ink_of_two_places_is_heard_at_both_until_both_are_drafted(
    sketch: Sketch, engine: Engine, sounding: SoundUpdates
) -> None:
    drafted(sketch, engine)
    dab(sketch, 105)
    dab(sketch, 205)
    live()
    while engine.asked[-1][0] == "instant":
        engine.answer(0.2)
    assert sample_heard(sounding, 105) == sample_heard(sounding, 205) == pytest.approx(0.2)
    engine.answer(0.3)
    assert sample_heard(sounding, 105) == pytest.approx(0.3)
    assert sample_heard(sounding, 205) == pytest.approx(0.2)
    engine.answer(0.4)
    assert sample_heard(sounding, 205) == pytest.approx(0.4)
    assert sketch.active_layer.sound.stale == ()


def test_a_stroke_that_is_taken_back_before_its_draft_is_heard_no_more(
    sketch: Sketch, engine: Engine, sounding: SoundUpdates
) -> None:
    drafted(sketch, engine)
    dab(sketch, 100)
    live()
    engine.answer(0.2)
    sketch.undo()
    live()
    engine.fail(Cancelled())
    assert sample_heard(sounding, 100) == pytest.approx(0.5)


def test_one_that_fails_is_left_out_and_not_told(sketch: Sketch, engine: Engine, sounding: SoundUpdates) -> None:
    told: list[Exception] = []
    sounding.failed.connect(told.append)
    dab(sketch, 100)
    live()
    engine.fail(UserError("no memory"))
    assert [quality for quality, *_ in engine.asked] == ["instant", "draft"]
    assert told == []
    engine.answer()
    assert sketch.active_layer.sound.stale == ()


def test_long_ink_is_drafted_directly(sketch: Sketch, engine: Engine, sounding: SoundUpdates) -> None:
    paint(sketch, (0, 2_000))
    live()
    for _ in range(5):
        engine.answer()
    assert {quality for quality, *_ in engine.asked} == {"draft"}


@pytest.mark.parametrize("kind", ["new", "over a sound"])
def test_the_sound_of_a_stroke_is_bit_for_bit_the_same_whether_it_plays_or_not(kind: str) -> None:
    """With the real engine's function: drafts, and what is refined from them."""
    application()
    results = []
    for playing in (False, True):
        sketch, engine = Sketch(), Engine()
        sounding = SoundUpdates(sketch, Player(playing=playing), engine)
        if kind == "over a sound":
            paint(sketch, (90, 130))
            compute(engine, sketch)
        dab(sketch, 100)
        live()
        compute(engine, sketch)
        assert ("instant" in [quality for quality, *_ in engine.asked]) is playing
        rest(sounding)
        compute(engine, sketch)
        assert sketch.active_layer.sound.unfinished == ()
        results.append(sketch.active_layer.sound.audio)
        sounding.deleteLater()
        QApplication.processEvents()
    assert np.array_equal(*results)
    assert np.abs(results[0]).max() > 0.01


def compute(engine: Engine, sketch: Sketch) -> None:
    """Answer all requests as the engine would."""
    done = getattr(engine, "done", 0)
    while done < len(engine.jobs):
        job = engine.jobs[done]
        done += 1
        job.on_done(job.at_once(job.function(job.request)))
        live()
    engine.done = done
