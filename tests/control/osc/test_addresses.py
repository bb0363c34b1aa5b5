"""What OSC messages mean, and what is said about those that make no sense."""

from __future__ import annotations

import math
import re
import struct
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from riffdesk.control.inbox import Inbox, Taken
from riffdesk.control.messages import Pressed, Released, Unreadable
from riffdesk.control.osc.addresses import (
    JAM_NUMBERS,
    JAM_TEXTS,
    Addresses,
    JamChanged,
    KeysReleased,
    OscEvent,
    TargetPressed,
    TargetSet,
    address_of,
)
from riffdesk.control.targets import BPM, LEVEL, PRESS, TARGETS
from riffdesk.engine.session.jam_message import JAM_ROLES, read_message

KINDS = {**{target.name: target.kind for target in TARGETS}, "action:actionUndo": PRESS}


def nested_list(depth: int) -> list[object]:
    """Return a list in a list, and so on."""
    outer: list[object] = []
    for _ in range(depth):
        outer = [outer]
    return outer


@pytest.fixture
def addresses() -> Addresses:
    return Addresses(KINDS)


def test_every_target_has_an_address_of_its_own_that_moves_it(addresses: Addresses) -> None:
    assert len({address_of(name) for name in KINDS}) == len(KINDS)
    for name, kind in KINDS.items():
        expected = TargetSet(name, 0.75) if kind == LEVEL else TargetPressed(name)
        assert addresses.event_of(address_of(name), [0.75], 0.0) == expected


def test_the_guide_has_every_address() -> None:
    guide = (Path(__file__).parents[3] / "docs/guide/osc.md").read_text(encoding="utf-8")
    for target in TARGETS:
        address = re.sub(f"jam/({'|'.join(JAM_ROLES)})/", "jam/ROLE/", address_of(target.name))
        address = re.sub(r"scene/\d", "scene/N", address)
        assert f"`{address}`" in guide, address
    assert "`/riffdesk/release`" in guide
    for name in (*JAM_TEXTS, *JAM_NUMBERS):
        assert f"`/riffdesk/jam/{name}`" in guide, name


def test_a_button_presses_when_it_goes_down_and_a_message_without_a_value_presses(addresses: Addresses) -> None:
    assert addresses.event_of("/riffdesk/play", [], 0.0) == TargetPressed("play")
    assert addresses.event_of("/riffdesk/play", [1], 0.0) == TargetPressed("play")
    assert addresses.event_of("/riffdesk/play", [True], 0.0) == TargetPressed("play")
    assert addresses.event_of("/riffdesk/play", [0.0], 0.0) is None
    assert addresses.event_of("/riffdesk/command/Undo", [], 0.0) == TargetPressed("action:actionUndo")


def test_notes_have_a_velocity_and_perhaps_a_channel(addresses: Addresses) -> None:
    place = (44_100, True)
    assert addresses.event_of("/riffdesk/note", [60, 100], 2.0, place) == Pressed(1, 60, 100, 2.0, *place)
    assert addresses.event_of("/riffdesk/note", [60.0, 0, 3], 2.0, place) == Released(3, 60, 2.0, *place)


def test_a_message_releases_all_keys(addresses: Addresses) -> None:
    assert addresses.event_of("/riffdesk/release", [], 0.0) == KeysReleased()
    assert addresses.event_of("/riffdesk/release", [1], 0.0) == KeysReleased()
    assert addresses.event_of("/riffdesk/release", [0], 0.0) is None


def test_tempo_is_in_bpm(addresses: Addresses) -> None:
    assert addresses.event_of("/riffdesk/bpm", [93.5], 0.0) == TargetSet(BPM, 93.5)


@given(st.integers(200, 4_000))
def test_a_float_of_32_bits_is_the_number_that_was_sent(tenths: int) -> None:
    sent = tenths / 10
    received = struct.unpack(">f", struct.pack(">f", sent))[0]
    assert Addresses(KINDS).event_of("/riffdesk/bpm", [received], 0.0) == TargetSet(BPM, sent)


@pytest.mark.parametrize("seed", [2**24 - 1, 4_294_967_295, 16_777_215.0])
def test_whole_numbers_stay_exact(addresses: Addresses, seed: float) -> None:
    assert addresses.event_of("/riffdesk/jam/seed", [seed], 0.0) == JamChanged("seed", int(seed))


def test_of_what_may_come_in_floods_the_inbox_keeps_the_newest() -> None:
    inbox: Inbox[OscEvent] = Inbox()
    for number in range(1_000):
        inbox.put(JamChanged("guidance", float(number)))
        inbox.put(Unreadable(f"Message {number}."))
    inbox.put(KeysReleased())
    assert inbox.take() == Taken((KeysReleased(), JamChanged("guidance", 999.0), Unreadable("Message 999.")), 0)


def test_what_changes_a_jam_is_what_its_messages_have(addresses: Addresses) -> None:
    for name, value in zip(JAM_TEXTS, ("techno", "drums", "Am | F", "sparse", "A8 B8"), strict=True):
        event = addresses.event_of(f"/riffdesk/jam/{name}", [value], 0.0)
        assert event == JamChanged(name, value)
        assert read_message({name: value}).to_json()
    for name, value in zip(JAM_NUMBERS, (7.0, 2.5, 0.25), strict=True):
        event = addresses.event_of(f"/riffdesk/jam/{name}", [value], 0.0)
        assert isinstance(event, JamChanged)
        assert getattr(read_message({name: event.value}), name) == value


@pytest.mark.parametrize("address", ["/other/play", "/riffdesk", "", "play", "/1/fader1"])
def test_what_is_for_others_is_ignored(addresses: Addresses, address: str) -> None:
    assert addresses.event_of(address, [1.0], 0.0) is None


@pytest.mark.parametrize(
    ("address", "values", "sentence"),
    [
        ("/riffdesk/nothing", [1.0], "riffdesk knows no OSC address /riffdesk/nothing."),
        ("/riffdesk/master", [], "it has 0 values in place of one"),
        ("/riffdesk/master", [0.1, 0.2], "it has 2 values in place of one"),
        ("/riffdesk/master", ["loud"], "'loud' is no number"),
        ("/riffdesk/master", [math.nan], "nan is not from 0 to 1"),
        ("/riffdesk/master", [math.inf], "inf is not from 0 to 1"),
        ("/riffdesk/master", [1.5], "1.5 is not from 0 to 1"),
        ("/riffdesk/play", [None], "None is no number"),
        ("/riffdesk/bpm", [5.0], "5.0 is not from 20 to 400"),
        ("/riffdesk/note", [60], "a note has a number, a velocity and perhaps a channel"),
        ("/riffdesk/note", [128, 1], "128 is not from 0 to 127"),
        ("/riffdesk/note", [60, 1, 17], "17 is not from 1 to 16"),
        ("/riffdesk/jam/prompt", [3], "3 is no text"),
        ("/riffdesk/jam/seed", ["x"], "'x' is no number"),
        ("/riffdesk/jam/seed", [math.nan], "nan is not"),
        ("/riffdesk/master", [b"\x00" * 9_000], "is no number"),
        ("/riffdesk/master", [nested_list(1_000)], "a list is no number"),
        ("/riffdesk/jam/prompt", [nested_list(1_000)], "a list is no text"),
        ("/riffdesk/release", ["now"], "'now' is no number"),
    ],
)
def test_what_makes_no_sense_is_said_in_a_sentence(
    addresses: Addresses, address: str, values: list[object], sentence: str
) -> None:
    event = addresses.event_of(address, values, 0.0)
    assert isinstance(event, Unreadable)
    assert sentence in event.text
    assert len(event.text) < 200
