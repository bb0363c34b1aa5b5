"""Bars of a jam as layers."""

from __future__ import annotations

import numpy as np

from riffdesk.audio.playing.tape import MadeBar, Tape
from riffdesk.compose.harmony import Key
from riffdesk.compose.score import Score
from riffdesk.engine.session.jam_request import JamBar, JamStem
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
