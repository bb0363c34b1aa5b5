"""A jam's loop evolves: parts are kept, varied, new or silent; chords are shared; scenes come by a plan."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise
from typing import Any

import pytest

from riffdesk.compose.score import DrumPiece, Score
from riffdesk.engine.session.jam_message import read_message
from riffdesk.engine.session.jam_score import JamScore, Loop
from riffdesk.engine.session.jam_state import JamState, Scene, applied, planned
from riffdesk.errors import UserError
from tests.engine.riffs import recipe

SCENE = Scene("funk with brass and bass", seed=3, guidance=2.0)


def played(count: int, *messages: dict[str, Any], scene: Scene = SCENE) -> tuple[list[Score], list[JamState]]:
    """Return bars of a jam in C minor at 104 bpm with a loop of four, and the states at them."""
    score = JamScore(recipe(tempo=104.0, key="C minor", in_time=True), scene, 4)
    state, loop, bars, states = JamState(scene, 8), None, list[Score](), list[JamState]()
    before: Loop | None = loop
    for number in range(count):
        for message in messages:
            if message["bar"] == number:
                state = applied(state, read_message(message), number)
        state = planned(state, number)
        before = score.loop_at(number, state, before)
        bars.append(score.bar(number, state, before))
        states.append(state)
    return bars, states


def roles(bar: Score) -> set[str]:
    return {part.role for part in bar.parts if part.notes}


def part_of(bar: Score, role: str) -> tuple[Any, ...]:
    return next((part.notes for part in bar.parts if part.role == role), ())


def test_it_is_in_the_given_tempo_and_key() -> None:
    bars, _ = played(32)
    assert {(bar.tempo, bar.key.name) for bar in bars} == {(104.0, "C minor")}
    pitches = {n.pitch % 12 for bar in bars for part in bar.parts if part.role != "drums" for n in part.notes}
    assert len(pitches - set(bars[0].key.scale)) <= 2  # leading notes


def test_rounds_are_alike_and_change() -> None:
    bars, _ = played(64)
    rounds = [bars[start : start + 4] for start in range(0, 64, 4)]
    same = [
        sum(part_of(a, role) == part_of(b, role) for a, b in zip(one, other, strict=True))
        for one, other in pairwise(rounds)
        for role in ("drums", "bass", "melody")
    ]
    assert 0.4 < sum(same) / (4 * len(same)) < 0.95  # mostly kept, and never for ever
    assert all(roles(bar) for bar in bars)


def test_given_chords_are_played_bar_by_bar() -> None:
    bars, _ = played(8, {"bar": 0, "chords": "Cm | Ab | Eb | Bb"})
    assert [bar.chords[0].pitch_classes[0] for bar in bars] == [0, 8, 3, 10] * 2
    roots = [min(note.pitch for note in part_of(bar, "bass")) % 12 for bar in bars[:4]]
    assert all(root in bar.chords[0].pitch_classes for root, bar in zip(roots, bars, strict=False))


def test_something_else_is_other_music_and_again_is_the_same() -> None:
    plain, _ = played(12)
    other, _ = played(12, {"bar": 4, "other": True})
    assert plain[:4] == other[:4]
    assert part_of(other[4], "drums") != part_of(plain[0], "drums") or part_of(other[4], "bass") != part_of(
        plain[0], "bass"
    )
    again, _ = played(12, *({"bar": number, "again": True} for number in (1, 5)))
    assert again[:4] == again[4:8] == again[8:]


def test_vary_says_how_much_of_a_part_changes() -> None:
    def changed(vary: float) -> int:
        bars, _ = played(16, {"bar": 0, "vary": vary, "parts": {"drums": "varied"}})
        return sum(part_of(bars[n], "drums") != part_of(bars[n + 4], "drums") for n in range(12))

    assert changed(0.0) <= 3 < changed(1.0)


def test_a_fill_is_played_in_its_bar() -> None:
    (plain, _), (bars, _) = played(4), played(4, {"bar": 2, "fill": True})
    toms = {DrumPiece.HIGH_TOM, DrumPiece.MID_TOM, DrumPiece.LOW_TOM}
    assert plain[:2] + plain[3:] == bars[:2] + bars[3:]
    assert not any(note.pitch in toms for note in part_of(plain[2], "drums"))
    assert sum(note.pitch in toms for note in part_of(bars[2], "drums")) >= 2


def test_louder_is_played_louder() -> None:
    plain, louder = played(1)[0][0], played(1, {"bar": 0, "levels": {"drums": -12}})[0][0]
    mean = [sum(note.velocity for note in part_of(bar, "drums")) for bar in (plain, louder)]
    assert mean[1] / mean[0] == pytest.approx(0.5, abs=0.03)


def test_a_plan_calls_scenes_with_a_fill_before_each_change() -> None:
    scenes = {"A": {"prompt": "funk"}, "B": {"prompt": "techno", "parts": {"drums": False}}}
    bars, states = played(14, {"bar": 0, "scenes": scenes, "plan": "A4 A2 B3"})
    assert [state.scene.prompt for state in states] == (["funk"] * 6 + ["techno"] * 3 + ["funk"] * 5)
    assert [state.number for state in states][:7] == [1] * 6 + [2]
    assert {number for number, state in enumerate(states) if number in state.fills} == {5, 8}
    assert ["drums" in roles(bar) for bar in bars] == [True] * 6 + [False] * 3 + [True] * 5


def test_a_scene_can_be_stored_and_called() -> None:
    _, states = played(6, {"bar": 1, "store": 1}, {"bar": 2, "prompt": "techno", "store": 2}, {"bar": 4, "scene": 1})
    assert [state.scene.prompt for state in states] == [SCENE.prompt] * 2 + ["techno"] * 2 + [SCENE.prompt] * 2
    with pytest.raises(UserError, match="Scene D"):
        applied(states[-1], read_message({"scene": "D"}), 6)


def test_no_more_than_one_part_is_silent_by_itself() -> None:
    for seed in range(20):
        bars, _ = played(40, scene=replace(SCENE, seed=seed))
        most = max(len(bar.parts) for bar in bars)
        assert all(len(bar.parts) >= most - 1 for bar in bars)
