"""Which layers are heard, and with what gains: what the player plays is what the export writes."""

from __future__ import annotations

import itertools
from dataclasses import replace

import numpy as np
import pytest

from riffdesk.sketch.layer import Layer
from riffdesk.sketch.mixer import audible_layers, mixed_ink, tracks
from riffdesk.sketch.sound import Sound
from riffdesk.sketch.state import State, empty_state
from tests.states import with_sounds


def state(*layers: Layer) -> State:
    return replace(empty_state(), layers=layers, active=layers[0].id)


def layer(layer_id: str, **fields: object) -> Layer:
    return Layer(np.zeros((512, 4), np.float32), id=layer_id, **fields)  # type: ignore[arg-type]


def sound(level: float = 0.5) -> Sound:
    return Sound(np.full((1, 100), level, np.float32))


def test_every_combination_of_mutes_and_solos_is_heard_as_on_a_mixing_desk() -> None:
    for flags in itertools.product((False, True), repeat=6):
        layers = tuple(layer(str(n), mute=flags[n], solo=flags[n + 3]) for n in range(3))
        heard = audible_layers(state(*layers))
        soloing = any(flags[3:])
        assert [one.id for one in heard] == [str(n) for n in range(3) if not flags[n] and (flags[n + 3] or not soloing)]


def test_a_track_has_its_layers_gain_and_balance() -> None:
    made = tracks(with_sounds(state(layer("a"), layer("b", gain_db=-6.0, pan=0.5)), {"a": sound(), "b": sound()}))
    assert [track.key for track in made] == ["a", "b"]
    assert (made[0].left, made[0].right) == (1.0, 1.0), "untouched faders change no bit"
    assert made[1].right == pytest.approx(10 ** (-6 / 20))
    assert made[1].left == pytest.approx(10 ** (-6 / 20) * np.cos(np.pi / 4))


def test_a_fader_all_the_way_down_is_off() -> None:
    (track,) = tracks(with_sounds(state(layer("a", gain_db=-60.0)), {"a": sound()}))
    assert (track.left, track.right) == (0.0, 0.0)


def test_layers_without_sound_have_no_track() -> None:
    made = tracks(with_sounds(state(layer("a"), layer("b"), layer("c")), {"a": Sound(None, ((0, 4),)), "c": sound()}))
    assert [track.key for track in made] == ["c"]


def test_the_mixed_ink_of_layers_adds_their_powers() -> None:
    half, full = np.full((512, 4), 0.5, np.float32), np.ones((512, 4), np.float32)
    both = state(Layer(half, id="one"), Layer(half.copy(), id="other"), Layer(full, id="muted", mute=True))
    assert mixed_ink(both) ** 4 == pytest.approx(np.sqrt(2) * 0.5**4, rel=1e-5)
    assert mixed_ink(state(Layer(half, gain_db=-6.0206))) ** 4 == pytest.approx(0.5**5, rel=1e-4)


def test_the_mixed_ink_of_mono_and_stereo_layers_is_stereo() -> None:
    mono, stereo = np.full((512, 4), 0.5, np.float32), np.zeros((2, 512, 4), np.float32)
    stereo[1] = 0.5
    for layers in ((Layer(mono, id="one"), Layer(stereo, id="two")), (Layer(stereo, id="two"), Layer(mono, id="one"))):
        left, right = mixed_ink(state(*layers))
        assert left == pytest.approx(mono, rel=1e-6)
        assert right**4 == pytest.approx(np.sqrt(2) * mono**4, rel=1e-5)
