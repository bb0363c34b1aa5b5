"""Bars of a jam as layers."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from riffdesk.audio.playing.painted_loop import Paint
from riffdesk.audio.playing.tape import MadeBar, Tape
from riffdesk.compose.harmony import Key
from riffdesk.compose.score import Score
from riffdesk.engine.session.jam_request import JamBar, JamStem
from riffdesk.sketch.ink import Ink
from riffdesk.sketch.layer import Layer
from riffdesk.sketch.recipe.recipe import Recipe
from riffdesk.sketch.recipe.timeline import Keyframe
from riffdesk.ui.jam.kept_bars import last_bars

RATE, BAR, HOP, BANDS = 1_000, 500, 10, 4
RECIPE = Recipe("tiny", (Keyframe(prompt="jazz"),), 0.5, 2)


def bar(number: int, sounding: dict[str, float], stems: tuple[str, ...]) -> MadeBar:
    """Return a bar in which parts sound at a level, made of others: one that has ended still fades out."""
    ink = np.full((BANDS, BAR // HOP), 0.5, np.float32)
    audio = {(role,): np.full((1, BAR), level, np.float32) for role, level in sounding.items()}
    after = {roles: sound[:, :50] for roles, sound in audio.items()}
    content = JamBar(
        number,
        column=number * BAR // HOP,
        sample=number * BAR,
        shape=(1, BAR),
        stems=tuple(JamStem((role,), ink, audio[role,], after[role,]) for role in stems),
        score=Score(120.0, 1, Key(0, "minor"), 1),
        recipe=RECIPE,
    )
    return MadeBar(audio, after, number, number * BAR, content)


def test_a_part_that_only_fades_out_in_the_kept_bars_is_a_layer_without_ink() -> None:
    tape = Tape(RATE, BAR)
    tape.append(bar(0, {"drums": 0.25, "bass": 0.5}, ("drums", "bass")))
    tape.append(bar(1, {"drums": 0.25, "bass": 0.125}, ("drums",)))

    kept = last_bars(tape, 2 * BAR, HOP, None, 1)

    assert kept is not None
    drums, bass = kept.layers
    assert drums.ink.shape == bass.ink.shape == (BANDS, BAR // HOP)
    assert drums.ink.all()
    assert not bass.ink.any()
    np.testing.assert_array_equal(bass.sound.audio, np.full((1, BAR), 0.125, np.float32))


def test_what_was_painted_is_a_layer_of_its_own_and_all_sum_to_what_was_heard() -> None:
    tape, painted = Tape(RATE, BAR), np.random.default_rng(2).uniform(-0.1, 0.1, (1, 2 * BAR)).astype(np.float32)
    for number in range(4):
        made = bar(number, {"drums": 0.25, "bass": 0.5}, ("drums", "bass"))
        tape.append(replace(made, position=number % 2))
    ink = np.zeros((BANDS, 2 * BAR // HOP), np.float32)
    ink[1, 60:90] = 0.7
    tape.paint(Paint(painted, (0.5,), Layer(Ink.of(ink))))

    kept = last_bars(tape, 4 * BAR, HOP, None, 2)

    assert kept is not None
    *parts, layer = kept.layers
    assert [len(parts), layer.name] == [2, "Painted · 2 bars"]
    np.testing.assert_array_equal(layer.sound.audio[:, 20:500], 0.5 * painted[:, 20:500])
    np.testing.assert_allclose(
        sum(part.sound.audio for part in (*parts, layer)), tape.read(2 * BAR, 4 * BAR), atol=1e-6
    )
    np.testing.assert_allclose(layer.ink, ink * np.float32(0.5) ** 0.25, atol=1e-6)
    np.testing.assert_array_equal(kept.mix.sound.audio, tape.read(2 * BAR, 4 * BAR))
