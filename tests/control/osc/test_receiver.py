"""Packets are received from this computer, whatever is in them."""

from __future__ import annotations

import random
import struct
import time
from collections.abc import Callable, Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pythonosc.osc_bundle_builder import IMMEDIATELY, OscBundleBuilder
from pythonosc.osc_message_builder import OscMessageBuilder

from riffdesk.control.messages import Unreadable
from riffdesk.control.osc.addresses import Addresses
from riffdesk.control.osc.receiver import OscReceiver, messages_in
from riffdesk.control.targets import LEVEL, PRESS
from riffdesk.errors import UserError
from tests.control.osc.sender import Sender, sender_to


class Received:
    def __init__(self) -> None:
        self.messages: list[tuple[str, tuple[object, ...]]] = []
        self.unreadable = 0
        self.receiver = OscReceiver(0, from_network=False, receive=self._take, unreadable=self._count)

    def _take(self, address: str, values: object) -> None:
        if address == "/bug":
            raise RecursionError
        self.messages.append((address, tuple(values)))  # type: ignore[arg-type]

    def _count(self) -> None:
        self.unreadable += 1


@pytest.fixture
def received() -> Iterator[Received]:
    received = Received()
    yield received
    received.receiver.close()


@pytest.fixture
def client(received: Received) -> Iterator[Sender]:
    with sender_to(received.receiver.port) as sender:
        yield sender


def wait(until: Callable[[], bool]) -> None:
    end = time.monotonic() + 20
    while not until() and time.monotonic() < end:
        time.sleep(0.005)
    assert until()


def bundle(*addresses: str, when: float = IMMEDIATELY) -> bytes:
    builder = OscBundleBuilder(when)
    for address in addresses:
        message = OscMessageBuilder(address)
        message.add_arg(0.5)
        builder.add_content(message.build())
    return builder.build().dgram


def test_messages_and_bundles_are_received(received: Received, client: Sender) -> None:
    client.send("/riffdesk/master", 0.5)
    client.send("/riffdesk/jam/prompt", "techno")
    client.send_bytes(bundle("/a", "/b"))
    wait(lambda: len(received.messages) == 4)
    assert received.messages == [
        ("/riffdesk/master", (0.5,)),
        ("/riffdesk/jam/prompt", ("techno",)),
        ("/a", (0.5,)),
        ("/b", (0.5,)),
    ]


def test_a_bundle_of_tomorrow_blocks_nothing(received: Received, client: Sender) -> None:
    client.send_bytes(bundle("/later", when=time.time() + 86_400))
    client.send("/now", 1)
    wait(lambda: [address for address, _ in received.messages] == ["/later", "/now"])


def test_only_this_computer_is_listened_to_unless_all_are_allowed(received: Received) -> None:
    assert received.receiver._socket.getsockname()[0] == "127.0.0.1"
    everyone = OscReceiver(0, from_network=True, receive=lambda *_: None, unreadable=lambda: None)
    try:
        assert everyone._socket.getsockname()[0] == "0.0.0.0"
    finally:
        everyone.close()


def test_a_port_in_use_is_told_in_a_sentence_and_is_free_after_close(received: Received) -> None:
    port = received.receiver.port
    with pytest.raises(UserError, match=f"OSC cannot be received at port {port}: "):
        OscReceiver(port, from_network=False, receive=lambda *_: None, unreadable=lambda: None)
    received.receiver.close()
    OscReceiver(port, from_network=False, receive=lambda *_: None, unreadable=lambda: None).close()


def nested(depth: int) -> bytes:
    inner = bundle("/deep")
    for _ in range(depth):
        inner = b"#bundle\x00" + struct.pack(">Q", 1) + struct.pack(">i", len(inner)) + inner
    return inner


def test_garbage_is_counted_and_what_follows_is_received(received: Received, client: Sender) -> None:
    noise = random.Random(1)
    garbage = [b"", b"\x00", b"hello", b"#bundle\x00", b"/a\x00\x00,", nested(2_500)]
    garbage += [noise.randbytes(noise.randrange(1, 400)) for _ in range(50)]
    for packet in garbage:
        client.send_bytes(packet)
        time.sleep(0.001)
    client.send_bytes(bundle("/after"))
    wait(lambda: ("/after", (0.5,)) in received.messages)
    assert received.unreadable > 40


def test_a_message_that_makes_its_reader_fail_is_counted_and_what_follows_is_received(
    received: Received, client: Sender
) -> None:
    client.send("/bug", 1)
    client.send("/after", 1)
    wait(lambda: [address for address, _ in received.messages] == ["/after"])
    assert received.unreadable == 1


def test_close_ends_the_wait_of_the_thread() -> None:
    received = Received()
    received.receiver._socket.settimeout(60)
    time.sleep(0.3)  # until it waits with the new limit
    received.receiver.close()
    assert not received.receiver._thread.is_alive()
    assert received.unreadable == 0


def in_lists(address: str, depth: int) -> bytes:
    """Return a message with an empty list in lists, which python-osc reads up to some depth."""
    tags = "," + depth * "[" + depth * "]"
    return b"".join(text.encode() + bytes(4 - len(text) % 4) for text in (address, tags))


@given(st.sampled_from(["/riffdesk/master", "/riffdesk/play", "/riffdesk/note", "/riffdesk/jam/prompt"]), st.data())
def test_lists_in_lists_are_no_value(address: str, data: st.DataObject) -> None:
    addresses = Addresses({"master": LEVEL, "play": PRESS})
    try:
        messages = list(messages_in(in_lists(address, data.draw(st.integers(1, 3_000)))))
    except ValueError:
        return
    for name, values in messages:
        event = addresses.event_of(name, values, 0.0)
        assert isinstance(event, Unreadable)
        assert len(event.text) < 200


@given(st.binary(max_size=200) | st.binary(max_size=200).map(lambda rest: b"/a\x00\x00,ifs" + rest))
def test_any_bytes_are_messages_or_no_osc(packet: bytes) -> None:
    try:
        for address, values in messages_in(packet):
            assert isinstance(address, str)
            assert isinstance(values, tuple)
    except ValueError:
        pass
