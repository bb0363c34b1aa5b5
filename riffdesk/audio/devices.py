"""The sound cards there are: list them, look again, find one by its name.

PortAudio numbers the devices anew whenever it looks, so a device is remembered by its key, which is
its name and the sound system it belongs to. It looks only when it starts: a card that was plugged in
since then shows after `refresh`, which must not happen while a stream is open.
"""

from __future__ import annotations

import atexit
import ctypes
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

from riffdesk.errors import UserError

NO_PORTAUDIO = (
    "There is no sound because the PortAudio library is missing. Install it (Debian and Ubuntu: "
    "sudo apt install libportaudio2; macOS: brew install portaudio; on Windows: pip install --force-reinstall "
    "sounddevice) and press play again."
)
NO_DEVICE = "No sound device was found. Plug in or switch on a sound card and press play again."
_PATIENCE = 3.0  # seconds that another thread may take to open or close a device


@dataclass(frozen=True)
class OutputDevice:
    """A sound card, or a part of one, that can play.

    Parameters
    ----------
    name, host_api : str
        What the system calls it, and the sound system it belongs to, such as ``ALSA`` or ``Windows WASAPI``.
    channels : int
        How many it plays, at least 1.
    default_rate : float
        Its own sample rate in Hz.
    latency : float
        What it takes by default to be safe from gaps, in seconds.
    is_default : bool
        Whether the system plays on it unless told otherwise.
    index : int
        PortAudio's number for it until the next `refresh`.
    """

    name: str
    host_api: str
    channels: int
    default_rate: float
    latency: float
    is_default: bool
    index: int = field(default=-1, compare=False)

    @property
    def key(self) -> str:
        """What to remember it by."""
        return f"{self.name}, {self.host_api}"


class PortAudio:
    """Counts the open streams, so that nobody looks for devices under them."""

    def __init__(self) -> None:
        self._lock = threading.RLock()
        self._streams = 0

    @contextmanager
    def alone(self) -> Iterator[Any]:
        """Give the ``sounddevice`` module, to one thread at a time, for opening, closing and listing.

        Raises
        ------
        UserError
            If PortAudio is missing, or another thread hangs in a device.
        """
        if not self._lock.acquire(timeout=_PATIENCE):
            raise UserError("The sound system does not answer. Restart it or riffdesk to hear something again.")
        try:
            yield load()
        finally:
            self._lock.release()

    def opened(self) -> None:
        """Count one stream more; called inside `alone`."""
        self._streams += 1

    def closed(self) -> None:
        """Count one stream less; called inside `alone`."""
        self._streams -= 1

    def give_up(self) -> None:
        """Let the program end in peace while a thread of it hangs in a device.

        PortAudio's own tidying up would wait for that device, and unloading the library would take the
        ground from under the thread.
        """
        module = load()
        library, tidy_up = getattr(module, "_libname", None), getattr(module, "_exit_handler", None)
        if library and tidy_up:
            ctypes.CDLL(library)
            atexit.unregister(tidy_up)

    @property
    def in_use(self) -> bool:
        """Whether a stream is open."""
        return self._streams > 0


portaudio = PortAudio()


def load() -> Any:
    """Return the ``sounddevice`` module; importing it starts PortAudio, so nobody does before there is a need.

    Raises
    ------
    UserError
        If PortAudio is missing; the message says how to install it.
    """
    try:
        import sounddevice
    except (OSError, ImportError) as error:
        raise UserError(NO_PORTAUDIO) from error
    return sounddevice


def output_devices() -> list[OutputDevice]:
    """Return the devices that can play, as of the last `refresh`; empty if there is none.

    Raises
    ------
    UserError
        If PortAudio is missing or does not answer.
    """
    with portaudio.alone() as sounddevice:
        return _listed(sounddevice)


def refresh() -> bool:
    """Look which devices there are now; False if that cannot be done because one is in use.

    Raises
    ------
    UserError
        If PortAudio is missing or does not start.
    """
    with portaudio.alone() as sounddevice:
        if portaudio.in_use:
            return False
        try:
            sounddevice._terminate()
            sounddevice._initialize()
        except sounddevice.PortAudioError as error:
            raise UserError(f"The sound system did not start: {cause(error)}.") from error
        return True


def find(key: str | None) -> OutputDevice:
    """Return a device by its key or name, None for the default; one that is not listed is looked for once more.

    Raises
    ------
    UserError
        If it is not there; the message names it.
    """
    found = _match(key, output_devices())
    if found is None and refresh():
        found = _match(key, output_devices())
    if found is not None:
        return found
    if key is None:
        raise UserError(NO_DEVICE)
    raise UserError(f"The sound device “{key}” is not there. Plug it in again or choose another output device.")


def cause(error: Exception) -> str:
    """Return what the driver says about a PortAudio error, or else PortAudio's own words."""
    host = error.args[2] if len(error.args) > 2 else None
    if isinstance(host, tuple) and len(host) == 3 and host[2]:
        return str(host[2])
    return str(error.args[0]) if error.args else type(error).__name__


def _listed(sounddevice: Any) -> list[OutputDevice]:
    apis = sounddevice.query_hostapis()
    try:
        default = sounddevice.query_devices(kind="output")["index"]
    except sounddevice.PortAudioError:
        default = -1
    return [
        OutputDevice(
            name=one["name"],
            host_api=apis[one["hostapi"]]["name"],
            channels=one["max_output_channels"],
            default_rate=one["default_samplerate"],
            latency=one["default_high_output_latency"],
            is_default=one["index"] == default,
            index=one["index"],
        )
        for one in sounddevice.query_devices()
        if one["max_output_channels"] > 0
    ]


def _match(key: str | None, devices: list[OutputDevice]) -> OutputDevice | None:
    """Return the device meant: by key, by name alone if its sound system is another now, or the default."""
    if key is None:
        return next((one for one in devices if one.is_default), None)
    return next((one for one in devices if one.key == key), None) or next(
        (one for one in devices if one.name == key or one.name == key.rpartition(", ")[0]), None
    )
