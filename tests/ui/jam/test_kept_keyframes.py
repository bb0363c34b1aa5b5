"""Kept bars of a jam have a recipe that asks the network for the same again: words, blends, walks, seeds and notes."""

from __future__ import annotations

from dataclasses import replace

import pytest

from riffdesk.compose.score_text import score_of_text, text_of
from riffdesk.diffusion.conditioning import Conditioning
from riffdesk.engine.riff.model_input import conditioning_of
from riffdesk.engine.session import stems
from riffdesk.engine.session.jam_score import joined_bars, with_roles
from riffdesk.engine.session.stems import StemImages
from riffdesk.sketch.recipe import recipe_json
from riffdesk.sketch.recipe.timeline import Keyframe, changed_keyframes, position_at
from riffdesk.ui.jam.kept_keyframes import keyframes_of
from tests.engine.riffs import SCORED, add_tiny
from tests.engine.session.jams import bars, jam_request

BLEND = {"techno": 0.75, "jazz": 0.25}


def asked_of(monkeypatch: pytest.MonkeyPatch, *messages: dict[str, object]) -> tuple[list, dict[int, list]]:
    """Return the bars of a jam, and what the network was asked for in the middle of each."""
    asked: dict[int, Conditioning] = {}
    render = StemImages.render

    def watched(self, number, shown, tail, state, loop, on_step, cancel):
        for bar in range(self.range_of(number, tail).bars):
            words = stems.BarWords(state, loop, shown[1], self._key, 1.0, 1.0)
            asked.setdefault(number + bar, words.conditioning(number + bar + 0.5))
        return render(self, number, shown, tail, state, loop, on_step, cancel)

    monkeypatch.setattr(StemImages, "render", watched)
    add_tiny(SCORED)
    return bars(jam_request(*messages, bars=8)), asked


def test_a_blend_is_asked_for_again(monkeypatch: pytest.MonkeyPatch) -> None:
    made, asked = asked_of(monkeypatch, {"bar": 0, "blend": BLEND, "parts": {"melody": True}})
    keyframes = keyframes_of(made, 2.0)
    assert len(keyframes) == 1
    recipe = replace(made[0].recipe, keyframes=keyframes, score=text_of(joined_bars([bar.score for bar in made])))
    again = recipe_json.from_text(recipe_json.to_text(recipe))
    assert again == recipe
    wanted = conditioning_of(position_at(again.keyframes, 1.0), again, True)
    assert wanted.start == asked[0].start
    assert [prompt.split(",")[0] for prompt, _ in wanted.start.blend] == ["techno", "jazz"]
    assert [weight for _, weight in wanted.start.blend] == [0.75, 0.25]
    notes = score_of_text(again.score)
    for role in ("drums", "bass", "chords"):
        expected = [
            (round(4 * number + note.start, 3), int(note.pitch))
            for number, bar in enumerate(made)
            for part in with_roles(bar.score, (role,)).parts
            for note in part.notes
        ]
        got = [
            (round(note.start, 3), int(note.pitch)) for part in notes.parts if part.role == role for note in part.notes
        ]
        assert sorted(got) == sorted(expected)


def test_a_walk_and_a_change_are_asked_for_again_at_their_bars(monkeypatch: pytest.MonkeyPatch) -> None:
    walk = {"bar": 2, "prompt": "techno", "seed": 9, "over": 4}
    made, asked = asked_of(monkeypatch, walk, {"bar": 7, "prompt": "jazz"})
    keyframes = keyframes_of(made, 2.0)
    for number in range(8):
        wanted = conditioning_of(position_at(keyframes, 2.0 * number + 1), made[0].recipe, True)
        is_walk = 2 <= number < 6
        assert wanted.alpha == pytest.approx(asked[number].alpha if is_walk else 0.0)
        assert wanted.start == (asked[number].start if is_walk else asked[number].end)
        assert not is_walk or wanted.end == asked[number].end


def test_bars_from_the_middle_of_a_walk_begin_with_the_mean(monkeypatch: pytest.MonkeyPatch) -> None:
    made, _ = asked_of(monkeypatch, {"bar": 2, "prompt": "techno", "seed": 9, "over": 4})
    first, *_, last = keyframes_of(made[3:], 2.0)
    assert dict(first.blend) == pytest.approx({"lofi hip hop": 0.75, "techno": 0.25})
    assert (first.prompt, first.seconds) == ("lofi hip hop", 0.0)
    assert (last.prompt, last.seed, last.seconds, last.blend) == ("techno", 9, 6.0, ())


def test_another_prompt_in_the_field_ends_a_blend() -> None:
    blended = Keyframe(prompt="techno", blend=tuple(BLEND.items()))
    assert changed_keyframes((blended,), {0}, prompt="funk") == (Keyframe(prompt="funk"),)
    assert changed_keyframes((blended,), {0}, seed=3)[0].blend == tuple(BLEND.items())
