"""Devices are listed afresh, known by name, and what is wrong with them is said in one sentence."""

from __future__ import annotations

import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager

import pytest

from riffdesk.audio.playing import devices
from riffdesk.audio.playing.devices import find, output_devices, refresh
from riffdesk.errors import UserError
from tests.audio.fakecards import Card, plug_in
from tests.audio.soundcards import FileCard


def test_every_device_that_can_play_is_listed_and_the_default_is_marked(monkeypatch):
    plug_in(monkeypatch, Card("Speakers"), Card("Microphone", channels=0), Card("Headset", channels=1, api=1))
    speakers, headset = output_devices()
    assert (speakers.name, speakers.host_api, speakers.channels, speakers.is_default) == ("Speakers", "ALSA", 2, True)
    assert (headset.name, headset.host_api, headset.channels, headset.is_default) == ("Headset", "JACK", 1, False)
    assert headset.key == "Headset, JACK"
    assert speakers.default_rate == 48_000
    assert speakers.latency == 0.03


def test_no_device_is_an_empty_list(monkeypatch):
    plug_in(monkeypatch)
    assert output_devices() == []


def test_a_device_is_the_same_at_another_number(monkeypatch):
    module = plug_in(monkeypatch, Card("Speakers"), Card("Headset"))
    before = find("Headset, ALSA")
    module.plugged_in.insert(0, Card("New"))
    assert refresh()
    after = find("Headset, ALSA")
    assert after == before
    assert (before.index, after.index) == (1, 2)


def test_of_two_devices_of_one_name_the_sound_system_decides(monkeypatch):
    plug_in(monkeypatch, Card("Speakers", api=0), Card("Speakers", api=1))
    assert find("Speakers, JACK").index == 1
    assert find("Speakers, ALSA").index == 0


def test_a_device_whose_sound_system_is_another_now_is_found_by_name(monkeypatch):
    plug_in(monkeypatch, Card("Default"), Card("A, B", api=1))
    assert find("A, B, ALSA").index == 1
    assert find("A, B").index == 1


def test_none_is_the_default(monkeypatch):
    plug_in(monkeypatch, Card("Speakers"), Card("Headset"))
    assert find(None).name == "Speakers"


def test_a_device_plugged_in_later_is_found(monkeypatch):
    module = plug_in(monkeypatch, Card("Speakers"))
    module.plugged_in.append(Card("Headset"))
    assert find("Headset, ALSA").name == "Headset"


def test_a_missing_device_is_named(monkeypatch):
    plug_in(monkeypatch, Card("Speakers"))
    with pytest.raises(UserError, match="“Headset, ALSA” is not there"):
        find("Headset, ALSA")


def test_without_any_device_there_is_a_sentence(monkeypatch):
    plug_in(monkeypatch)
    with pytest.raises(UserError, match="No sound device was found"):
        find(None)


def test_nobody_looks_for_devices_under_an_open_stream(monkeypatch):
    module = plug_in(monkeypatch, Card("Speakers"))
    assert find(None).name == "Speakers"
    devices.portaudio.opened(module)
    assert not refresh()
    devices.portaudio.closed(module)
    assert refresh()


def test_a_missing_portaudio_says_how_to_install_it(monkeypatch):
    monkeypatch.setattr(devices, "portaudio", devices.PortAudio())  # not that of an earlier test, which has found it
    monkeypatch.setitem(sys.modules, "sounddevice", None)
    with pytest.raises(UserError, match="sudo apt install libportaudio2"):
        output_devices()


@contextmanager
def hanging_thread() -> Iterator[None]:
    """Have a thread hang in PortAudio."""
    done, held = threading.Event(), threading.Event()

    def hang() -> None:
        with devices.portaudio.alone():
            held.set()
            done.wait(5)

    thread = threading.Thread(target=hang)
    thread.start()
    held.wait(5)
    try:
        yield
    finally:
        done.set()
        thread.join()


def test_a_device_that_hangs_does_not_hang_the_list(monkeypatch):
    plug_in(monkeypatch, Card("Speakers"))
    monkeypatch.setattr(devices, "_LOCK_TIMEOUT", 0.05)
    with hanging_thread(), pytest.raises(UserError, match="does not answer"):
        output_devices()


@pytest.mark.sound
def test_a_real_portaudio_lists_a_real_device(file_card: FileCard):
    script = """
from riffdesk.audio.playing.devices import output_devices, refresh
assert refresh()
device, = (one for one in output_devices() if one.is_default)
assert (device.name, device.host_api) == ("default", "ALSA"), device
assert device.channels >= 2
assert device.default_rate > 0
import sounddevice
with sounddevice.OutputStream(channels=2) as stream:
    stream.write(__import__("numpy").zeros((64, 2), "float32"))
"""
    file_card.play(script)


def test_of_two_cards_of_one_name_each_can_be_chosen(monkeypatch):
    module = plug_in(monkeypatch, Card("USB Audio"), Card("Speakers"), Card("USB Audio"), Card("USB Audio", api=1))
    labels = [device.label for device in output_devices()]
    assert labels == ["USB Audio", "Speakers", "USB Audio (2)", "USB Audio"]
    assert [find(key).index for key in ("USB Audio, ALSA", "USB Audio (2), ALSA", "USB Audio, JACK")] == [0, 2, 3]
    module.plugged_in.insert(0, Card("New"))
    assert refresh()
    assert find("USB Audio (2), ALSA").index == 3
    module.plugged_in.remove(module.plugged_in[1])
    assert refresh()
    with pytest.raises(UserError, match=r"“USB Audio \(2\), ALSA” is not there"):
        find("USB Audio (2), ALSA")


def test_a_card_whose_own_name_looks_like_a_second_one_keeps_it(monkeypatch):
    plug_in(monkeypatch, Card("USB (2)"), Card("USB"), Card("USB"))
    keys = [device.key for device in output_devices()]
    assert keys == ["USB (2), ALSA", "USB, ALSA", "USB (3), ALSA"]
    assert [find(key).index for key in keys] == [0, 1, 2]


def test_while_a_thread_hangs_another_copy_of_the_library_finds_what_is_there_now(monkeypatch):
    module = plug_in(monkeypatch, Card("Speakers"))
    with devices.portaudio.alone() as used:
        devices.portaudio.opened(used)
    assert not refresh()
    devices.portaudio.detach_hanging()
    module.plugged_in.append(Card("Headset"))
    assert refresh()
    assert [device.name for device in output_devices()] == ["Speakers", "Headset"]
    assert not devices.portaudio.in_use
    with devices.portaudio.alone():
        devices.portaudio.closed(used)  # the thread hangs no more, and is not counted
    assert not devices.portaudio.in_use
    assert refresh()


def test_a_thread_that_hangs_while_it_opens_a_device_keeps_nobody_from_another_one(monkeypatch):
    plug_in(monkeypatch, Card("Speakers"))
    monkeypatch.setattr(devices, "_LOCK_TIMEOUT", 0.05)
    with hanging_thread():
        devices.portaudio.detach_hanging()
        assert [device.name for device in output_devices()] == ["Speakers"]
    assert find(None).name == "Speakers"


@pytest.mark.sound
def test_a_copy_of_a_real_portaudio_plays_and_looks_beside_the_first(file_card: FileCard):
    heard = file_card.play(
        """
import numpy as np
from riffdesk.audio.playing import devices
from riffdesk.audio.playing.output import Output
first = Output(None, 44_100, 0.02)
assert not devices.refresh()
devices.portaudio.detach_hanging()
assert devices.refresh()
assert not devices.portaudio.in_use
with devices.portaudio.alone() as module:
    assert module is not first._sounddevice and module._lib is not first._sounddevice._lib
second = Output("default, ALSA", 44_100, 0.02)
second.write(np.full((4_410, 2), 0.25, np.float32))
first.write(np.full((4_410, 2), 0.5, np.float32))
first.close()
assert devices.portaudio.in_use
second.write(np.full((4_410, 2), 0.25, np.float32))
second.close()
assert not devices.portaudio.in_use
assert devices.refresh()
"""
    )
    assert set(heard[0]) - {0.0} <= {0.25, 0.5}
    assert heard.any()


@pytest.mark.sound
def test_another_process_tells_the_default_device_while_a_stream_is_open(file_card: FileCard):
    file_card.play(
        """
from riffdesk.audio.playing import default_device
from riffdesk.audio.playing.output import Output
output = Output(None, 44_100, 0.02)
with default_device.DefaultDevice() as default:
    assert [default.ask(), default.ask()] == ["default, ALSA"] * 2
    process = default._process
assert process.poll() is not None
output.close()
"""
    )
