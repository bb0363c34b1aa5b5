"""A jam goes on without a gap or a click, changes at bar lines, and is played again from its log."""

from __future__ import annotations

import threading
import time
from dataclasses import replace
from itertools import pairwise

import numpy as np
import pytest

from riffdesk.dsp.mix import true_peak
from riffdesk.engine.session.jam import Inbox, bars_of, jam
from riffdesk.engine.session.jam_message import JamMessage, read_message
from riffdesk.engine.session.jam_request import JamBar, JamStarted, Played
from riffdesk.engine.session.pace import BARS_AHEAD
from riffdesk.errors import Cancelled, UserError
from riffdesk.models.registry import remove_model
from riffdesk.progress import Step
from tests.diffusion.tiny import Tiny
from tests.engine.riffs import LOW_RATE, SCORED, SMALL, add_tiny
from tests.engine.session.jams import bars, jam_request, notes, sound, unchanged

BAR = LOW_RATE.sample_rate  # samples at 240 bpm


@pytest.fixture(params=[SCORED, SMALL], ids=["takes scores", "starts from a guide"])
def model(request: pytest.FixtureRequest) -> Tiny:
    add_tiny(request.param)
    return request.param


@pytest.fixture
def scored() -> None:
    add_tiny(SCORED)


def test_bars_follow_each_other_without_a_gap(model: Tiny) -> None:
    made = unchanged(model)
    assert [bar.number for bar in made] == list(range(8))
    for before, after in pairwise(made):
        assert after.sample == before.sample + before.audio.shape[-1]
        assert after.column == before.column + before.ink.shape[-1]
    # Up to a window before the bar line, where the next bar begins to change the sound.
    assert abs(sound(made).shape[-1] - (8 * BAR - LOW_RATE.window)) <= LOW_RATE.hop
    assert all(np.isfinite(bar.audio).all() and bar.audio.any() for bar in made)


def test_bars_join_without_a_click(model: Tiny) -> None:
    made = unchanged(model)
    steps = np.abs(np.diff(sound(made)[0]))
    for bar in made[1:]:
        near = steps[bar.sample - 2_000 : bar.sample + 2_000]
        assert steps[bar.sample - 2 : bar.sample + 2].max() < 2 * np.percentile(near, 99)


@pytest.mark.parametrize(("tempo", "beats"), [(262.0, 4), (194.6, 3), (360.0, 5), (400.0, 1), (20.0, 1)])
def test_bars_keep_the_tempo(scored: None, tempo: float, beats: int) -> None:
    made = bars(jam_request(bars=4, tempo=tempo, beats_per_bar=beats))
    length = beats * 60 / tempo * LOW_RATE.sample_rate
    for number, bar in enumerate(made):
        end = (number + 1) * length - LOW_RATE.window
        assert abs(bar.sample + bar.audio.shape[-1] - end) <= LOW_RATE.hop


def test_the_same_request_gives_the_same_samples_and_another_seed_others(model: Tiny) -> None:
    one, same = sound(unchanged(model)), sound(bars(jam_request(bars=8)))
    assert one.tobytes() == same.tobytes()
    assert bars(jam_request(seed=2, bars=1))[0].audio.tobytes() != unchanged(model)[0].audio.tobytes()


def test_a_message_is_heard_from_its_bar_on(scored: None) -> None:
    plain = unchanged(SCORED)
    changed = bars(jam_request({"bar": 2, "prompt": "techno"}, bars=3))
    for before, after in zip(plain[:2], changed[:2], strict=True):
        assert before.audio.tobytes() == after.audio.tobytes()
    assert plain[2].score != changed[2].score
    assert not np.array_equal(plain[2].ink, changed[2].ink)
    assert changed[2].recipe.keyframes[0].prompt == "techno"
    assert changed[2].messages == (JamMessage(2, prompt="techno"),)


def test_a_part_that_is_off_is_silent_and_another_can_be_added(scored: None) -> None:
    made = bars(
        jam_request({"bar": 1, "parts": {"drums": False, "melody": True}}, {"bar": 3, "parts": {"drums": True}})
    )
    assert ["drums" in bar.parts for bar in made] == [True, False, False, True]
    assert ["melody" in bar.parts for bar in made] == [False, True, True, True]


def test_the_log_plays_the_same_music_again(scored: None) -> None:
    inbox = Inbox()
    made = []
    for part in bars_of(jam_request(bars=6), messages=inbox):
        if isinstance(part, JamBar):
            made.append(part)
            if part.number == 1:
                inbox.put(JamMessage(prompt="techno"))
            if part.number == 3:
                inbox.put(JamMessage(other=True))
                inbox.put(JamMessage(fill=True, levels={"drums": 6.0}))
    log = tuple(message for bar in made for message in bar.messages)
    assert [message.bar for message in log] == [2, 4, 4]
    read_again = tuple(read_message(message.to_json()) for message in log)
    assert read_again == log
    again = bars(replace(jam_request(bars=6), messages=read_again))
    assert sound(again).tobytes() == sound(made).tobytes()


def test_a_message_that_makes_no_sense_is_named_and_the_music_goes_on(scored: None) -> None:
    made = bars(jam_request({"bar": 1, "scene": 3, "prompt": "techno"}, bars=3))
    assert made[1].notices == ("Scene C (3) is empty. Store one there first.",)
    assert sound(made).tobytes() == sound(unchanged(SCORED)[:3]).tobytes()


def test_a_prompt_that_the_model_cannot_read_is_named_and_the_music_goes_on(scored: None) -> None:
    made = bars(jam_request({"bar": 1, "prompt": "z" * 990}, bars=3))
    assert len(made) == 3
    assert "too long" in made[1].notices[0]
    assert made[1].recipe.keyframes[0].prompt == "lofi hip hop"


def test_stop_ends_it_before_a_bar(scored: None) -> None:
    assert len(bars(jam_request({"bar": 2, "stop": True}, bars=None))) == 2


def test_a_cancel_ends_it_at_once(scored: None) -> None:
    cancel = threading.Event()

    def on_step(step: Step) -> None:
        if isinstance(step.partial, JamBar):
            cancel.set()

    with pytest.raises(Cancelled):
        jam(jam_request(bars=None), on_step, cancel)


def test_a_model_that_is_missing_is_an_error() -> None:
    with pytest.raises(UserError, match="nobody"):
        bars(jam_request(model="nobody"))


def test_a_paced_jam_keeps_two_bars_ahead_and_not_much_more(scored: None) -> None:
    inbox, made = Inbox(), list[JamBar]()
    request = jam_request({"bar": 6, "stop": True}, bars=None, paced=True, tempo=120.0)

    def play() -> None:
        made.extend(part for part in bars_of(request, messages=inbox) if isinstance(part, JamBar))

    def wait_for(count: int) -> None:
        limit = time.monotonic() + 60
        while len(made) < count and thread.is_alive():
            assert time.monotonic() < limit
            time.sleep(0.01)

    thread = threading.Thread(target=play, daemon=True)
    thread.start()
    wait_for(BARS_AHEAD)
    for bar in range(1, 5):
        inbox.put(Played(bar * 2 * BAR))
        wait_for(min(6, bar + BARS_AHEAD))
        thread.join(0.2)
        assert bar + BARS_AHEAD <= len(made) <= bar + BARS_AHEAD + 1 or len(made) == 6
    thread.join(60)
    assert len(made) == 6  # and the message to stop has waited for its bar
    assert all(one.reserve / 2.0 > BARS_AHEAD - 0.1 for one in made[BARS_AHEAD:])


def test_a_change_while_a_bar_is_made_is_still_heard_in_it(scored: None) -> None:
    inbox, made = Inbox(), list[JamBar]()
    inbox.put(Played(0))
    asked = False

    def on_step(step: Step) -> None:
        nonlocal asked
        if len(made) == 2 and not asked:
            asked = True
            inbox.put(JamMessage(prompt="techno"))

    for part in bars_of(jam_request(bars=4, paced=True), on_step, messages=inbox):
        if not isinstance(part, JamStarted):
            made.append(part)
            if part.recipe.keyframes[0].prompt == "techno":
                inbox.put(Played(10 * BAR))  # or the next bar would wait until it is due
    assert asked
    assert next(bar for bar in reversed(made) if bar.number == 2).recipe.keyframes[0].prompt == "techno"


def test_the_level_falls_below_full_scale_and_stays_steady(scored: None) -> None:
    made = unchanged(SCORED)
    assert true_peak(sound(made)) < 10 ** (-2.5 / 20)


def test_parts_that_are_kept_repeat_their_notes(scored: None) -> None:
    made = bars(jam_request({"bar": 0, "parts": {"drums": "kept", "bass": "kept", "chords": "kept"}}, bars=8))
    for role in ("drums", "bass", "chords"):
        assert [notes(bar, role) for bar in made[:4]] == [notes(bar, role) for bar in made[4:]]


def test_a_walk_reaches_another_prompt_over_some_bars(scored: None) -> None:
    change = {"bar": 1, "prompt": "techno", "seed": 7}
    at_once, walked = (bars(jam_request({**change, "over": over}, bars=5)) for over in (0, 2))
    assert at_once[0].ink.tobytes() == walked[0].ink.tobytes()
    assert [bar.score for bar in at_once] == [bar.score for bar in walked]
    difference = [float(np.abs(one.ink - other.ink).mean()) for one, other in zip(at_once, walked, strict=True)]
    assert difference[1] > 2 * difference[4]  # which has only another bar before it
    assert difference[2] > 0


def test_a_stereo_sketch_gets_two_channels(model: Tiny) -> None:
    request = jam_request(bars=2)
    made = bars(replace(request, params=replace(LOW_RATE, stereo=True)))
    assert made[0].ink.shape[0] == made[0].audio.shape[0] == made[0].after.shape[0] == 2
    assert sound(made).any(axis=1).all()


def test_a_model_that_is_removed_while_it_plays_plays_on(scored: None) -> None:
    parts = bars_of(jam_request(bars=4))
    first = [next(parts), next(parts)]
    remove_model("tiny")
    assert len(first) + len(list(parts)) == 5


def test_a_part_that_no_prompt_names_is_told_to_the_network(scored: None) -> None:
    made = bars(jam_request({"bar": 0, "parts": {"melody": True}}, bars=2))
    assert made[0].roles == ("bass", "chords", "drums", "melody")


def test_a_change_that_comes_just_after_a_bar_is_made_makes_that_bar_again(scored: None) -> None:
    inbox, made = Inbox(), list[JamBar]()
    inbox.put(Played(0))
    for part in bars_of(jam_request(bars=4, paced=True), messages=inbox):
        if isinstance(part, JamBar):
            made.append(part)
            if len(made) == 3:
                inbox.put(JamMessage(fill=True))  # is applied at the bar that replaces this one
            if len(made) == 4:
                inbox.put(JamMessage(prompt="techno"))
            if len(made) >= 5:
                inbox.put(Played(10 * BAR))
    numbers = [bar.number for bar in made]
    assert numbers[:5] == [0, 1, 2, 2, 2]  # three are more than are to be ahead
    assert [bar.recipe.keyframes[0].prompt for bar in made[:5]] == ["lofi hip hop"] * 4 + ["techno"]
    assert made[2].sample == made[3].sample == made[4].sample
    assert any(message.fill for message in made[4].messages)  # that of the bar that was replaced counts
    heard = [bar for bar, following in zip(made, [*numbers[1:], -1], strict=True) if bar.number != following]
    log = tuple(message for bar in heard for message in bar.messages)
    again = bars(replace(jam_request(bars=4), messages=log))
    assert sound(again).tobytes() == sound(heard).tobytes()


def test_messages_that_arrive_while_a_bar_is_made_too_late_for_it_come_in_the_next(scored: None) -> None:
    inbox, made = Inbox(), list[JamBar]()

    def on_step(step: Step) -> None:
        if step.what == "Bar 2":
            inbox.put(JamMessage(seed=len(sent) + 5))
            sent.append(len(sent) + 5)

    sent: list[int] = []
    for part in bars_of(jam_request(bars=4), on_step, messages=inbox):  # not paced: no bar is begun again
        if isinstance(part, JamBar):
            made.append(part)
    assert sent
    assert [message.seed for message in made[2].messages] == sent


def test_what_the_first_prompt_says_of_tempo_and_key_goes_before_and_stays(scored: None) -> None:
    (started, *made) = bars_of(
        jam_request({"bar": 1, "prompt": "techno at 140 bpm"}, prompt="funk, 97 bpm, in D minor")
    )
    assert isinstance(started, JamStarted)
    assert (started.tempo, started.key) == (97.0, "D minor")
    assert isinstance(made[1], JamBar)
    assert made[1].notices == ("The jam stays at 97 bpm in D minor; start a new jam for another tempo or key.",)
    assert made[1].score.tempo == 97
