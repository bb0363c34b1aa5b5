"""Parts that are rendered alone: they sum to what is heard, and what repeats is not rendered again."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

import numpy as np
import pytest

from riffdesk.diffusion import denoising
from riffdesk.engine.session.jam import Inbox, bars_of
from riffdesk.engine.session.jam_message import JamMessage
from riffdesk.engine.session.jam_request import JamBar, JamRequest, Played
from riffdesk.engine.session.pace import FEWEST, BarCost, Pace
from tests.engine.riffs import LOW_RATE, SCORED, SMALL, add_tiny
from tests.engine.session.jams import bars, jam_request, notes, sound

BAR = LOW_RATE.sample_rate  # samples at 240 bpm
KEPT = {"drums": "kept", "bass": "kept", "chords": "kept"}


@pytest.fixture
def scored() -> None:
    add_tiny(SCORED)


@pytest.fixture
def rendered(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """Return a list that gets an entry for each image that is rendered."""
    images, render = list[int](), denoising.render_strips

    def counted(*args: object, **fields: object) -> object:
        images.append(len(images))
        return render(*args, **fields)  # type: ignore[arg-type]

    monkeypatch.setattr(denoising, "render_strips", counted)
    return images


def apart(*messages: dict[str, object], **fields: object) -> JamRequest:
    """Return the request for a jam whose parts are rendered alone."""
    return jam_request({"bar": 0, "stems": 4}, *messages, **fields)


def without_clicks(made: list[JamBar]) -> None:
    steps = np.abs(np.diff(sound(made)[0]))
    for bar in made[1:]:
        near = steps[bar.sample - 2_000 : bar.sample + 2_000]
        assert steps[bar.sample - 2 : bar.sample + 2].max() < 2 * np.percentile(near, 99)


@pytest.mark.parametrize("model", [SCORED, SMALL], ids=["takes scores", "starts from a guide"])
def test_each_part_has_a_stem_and_they_sum_to_what_is_heard(model: object) -> None:
    add_tiny(model)
    made = bars(apart())
    for bar in made:
        assert {stem.roles for stem in bar.stems} == {("drums",), ("bass",), ("chords",)}
        assert all(stem.audio.shape == bar.shape and stem.audio.any() and stem.ink.any() for stem in bar.stems)
        np.testing.assert_array_equal(sum(stem.audio for stem in bar.stems), bar.audio)
    for before, after in pairwise(made):
        assert after.sample == before.sample + before.audio.shape[-1]
        assert after.column == before.column + before.ink.shape[-1]


@pytest.mark.parametrize("tempo", [240.0, 262.0])
def test_what_repeats_is_not_rendered_again_and_joins_without_a_click(
    scored: None, rendered: list[int], tempo: float
) -> None:
    request = apart({"bar": 0, "parts": KEPT}, bars=10, tempo=tempo)
    counts, made = [], []
    for part in bars_of(request):
        if isinstance(part, JamBar):
            counts.append(len(rendered))
            made.append(part)
    # The second round has another bar before its first one; the third is all there.
    assert counts[5:] == [counts[4]] * 5
    assert counts[4] > counts[3]
    assert made[5].prepared == 4
    for stem, again in zip(made[5].stems, made[9].stems, strict=True):
        assert stem.roles == again.roles
    without_clicks(made)
    if tempo == 240:
        again, first = (sound(made)[0, bar * BAR + 5_000 : (bar + 2) * BAR] for bar in (9 - 2, 5 - 2))
        assert float(np.corrcoef(again, first)[0, 1]) > 0.95
    length = 240 / tempo * LOW_RATE.sample_rate
    for number, bar in enumerate(made):
        assert abs(bar.sample + bar.audio.shape[-1] - ((number + 1) * length - LOW_RATE.window)) <= LOW_RATE.hop


def test_levels_and_mutes_are_gains_of_a_part_alone_and_notes_of_parts_together(scored: None) -> None:
    change = {"bar": 1, "levels": {"bass": -6.0}, "muted": ["drums"]}
    plain, alone = bars(apart(bars=2)), bars(apart(change, bars=2))
    assert plain[1].score == alone[1].score
    gains = {stem.roles: stem.gain for stem in alone[1].stems}
    assert gains == {("drums",): 0.0, ("bass",): pytest.approx(0.501, abs=0.001), ("chords",): 1.0}
    together = bars(jam_request(change, bars=2))
    assert notes(together[1], "drums") == ()
    assert notes(together[1], "bass") == notes(plain[1], "bass")
    assert [stem.roles for stem in together[1].stems] == [("drums", "bass", "chords")]


def test_parts_that_part_and_come_together_join_without_a_click(scored: None) -> None:
    made = bars(jam_request({"bar": 2, "stems": 4}, {"bar": 4, "stems": 1}, bars=6))
    assert [len(bar.stems) for bar in made] == [1, 1, 4, 3, 4, 1]  # one that has ended fades out
    without_clicks(made)


def test_the_log_of_a_paced_jam_plays_the_same_samples_again(scored: None) -> None:
    inbox, made = Inbox(), list[JamBar]()
    changes = {2: JamMessage(prompt="techno"), 4: JamMessage(levels={"drums": -3.0}, muted=("bass",))}
    for part in bars_of(jam_request(bars=7, paced=True), messages=inbox):
        if isinstance(part, JamBar):
            made.append(part)
            inbox.put(Played(max(0, part.number) * BAR))
            change = changes.pop(part.number, None)
            if change is not None:
                inbox.put(change)
    heard = {bar.number: bar for bar in made}
    log = tuple(message for bar in heard.values() for message in bar.messages)
    assert any(message.stems for message in log)
    again = bars(replace(jam_request(bars=7), messages=log))
    assert [bar.audio.tobytes() for bar in again] == [bar.audio.tobytes() for bar in heard.values()]


def test_a_fast_machine_renders_parts_alone_and_a_slow_one_together() -> None:
    costs = [BarCost(1, 1, 1), BarCost(2, 2, 2), BarCost(4, 3, 3)]
    fast, slow = Pace(2.0, 2, 16), Pace(2.0, 2, 16)
    fast.measured(4, 1, 0.2, 1, 0.1, 0.05)  # 0.05 s a step
    assert fast.choose(costs, None) == 4
    assert fast.steps > 8
    assert fast.choose(costs, 0.6) == 1  # a change that is to be heard soon
    slow.measured(4, 1, 1.6, 1, 0.3, 0.1)  # 0.4 s a step
    assert slow.choose(costs, None) == 1
    assert slow.steps == FEWEST
    # What repeats costs nothing, so that the rest can be rendered alone.
    assert slow.choose([BarCost(1, 1, 1), BarCost(2, 1, 1), BarCost(4, 1, 1)], None) == 4


def test_the_first_image_of_a_slow_machine_is_enough_to_know() -> None:
    pace = Pace(2.0, 2, 16)
    assert pace.choose([BarCost(1, 1, 1), BarCost(4, 3, 3)], None) == 4
    assert not pace.begun(6.0, FEWEST, 3)
    assert pace.choose([BarCost(1, 1, 1), BarCost(4, 3, 3)], None) == 1


def test_a_blend_sounds_unlike_each_of_its_prompts(scored: None) -> None:
    def second(blend: dict[str, float]) -> np.ndarray:
        return bars(jam_request({"bar": 0, "blend": blend}, bars=1))[0].ink

    one, both, other = second({"techno": 1}), second({"techno": 0.6, "jazz": 0.4}), second({"techno": 0.9, "jazz": 0.1})
    near, far = float(np.abs(other - one).mean()), float(np.abs(both - one).mean())
    assert 0 < near < far
