"""The sound cards there are: list them, look again, find one by its name.

PortAudio numbers the devices anew whenever it looks, so a device is remembered by its key, which is
its name, a number if there are several of that name, and the sound system it belongs to. It looks only
when it starts: a card that was plugged in since then shows after `refresh`, which must not happen while a
stream is open. Where a driver hangs in an open stream for ever, another copy of PortAudio takes over.
"""

from __future__ import annotations

import atexit
import ctypes
import importlib.util
import os
import shutil
import tempfile
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any, NoReturn

from riffdesk.errors import UserError

NO_PORTAUDIO = (
    "There is no sound because the PortAudio library is missing. Install it (Debian and Ubuntu: "
    "sudo apt install libportaudio2; macOS: brew install portaudio; on Windows: pip install --force-reinstall "
    "sounddevice) and press play again."
)
NO_DEVICE = "No sound device was found. Plug in or switch on a sound card and press play again."
_FIXED_DEFAULT = frozenset(("Core Audio", "MME", "Windows DirectSound", "Windows WASAPI", "Windows WDM-KS"))
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
    number : int
        Which one it is of those with its name in its sound system, from 1 on, in the system's order.
    """

    name: str
    host_api: str
    channels: int
    default_rate: float
    latency: float
    is_default: bool
    index: int = field(default=-1, compare=False)
    number: int = 1

    @property
    def label(self) -> str:
        """Its name, with its number if it is not the first of that name."""
        return self.name if self.number == 1 else f"{self.name} ({self.number})"

    @property
    def key(self) -> str:
        """What to remember it by."""
        return f"{self.label}, {self.host_api}"

    @property
    def follows_default(self) -> bool:
        """Whether what plays on it as the default moves to another card by itself when the default changes.

        PulseAudio and PipeWire move the streams of ALSA's and JACK's default device themselves (with PulseAudio 16
        within 10 ms). PortAudio's other systems keep the card that was the default when PortAudio started.
        """
        return self.host_api not in _FIXED_DEFAULT


class _Library:
    """One loaded copy of PortAudio: its ``sounddevice`` module, and how many streams are open in it."""

    def __init__(self, module: Any = None) -> None:
        self.module = module  # None until it is needed
        self.lock = threading.RLock()
        self.streams = 0
        self.hangs = False


class PortAudio:
    """Counts the open streams, so that nobody looks for devices under them."""

    def __init__(self) -> None:
        self._library = _Library()
        self._renewal = threading.Lock()

    @contextmanager
    def alone(self) -> Iterator[Any]:
        """Give the ``sounddevice`` module, to one thread at a time, for opening, closing and listing.

        Raises
        ------
        UserError
            If PortAudio is missing, or another thread hangs in a device.
        """
        library = self._library
        if not library.lock.acquire(timeout=_PATIENCE):
            if not self.renew():
                raise UserError("The sound system does not answer. Restart it or riffdesk to hear something again.")
            library = self._library
            library.lock.acquire()
        try:
            library.module = library.module or load()
            yield library.module
        finally:
            library.lock.release()

    def opened(self, module: Any) -> None:
        """Count one stream more; called inside `alone`."""
        if module is self._library.module:
            self._library.streams += 1

    def closed(self, module: Any) -> None:
        """Count one stream less; a stream of a copy that was given up does not count."""
        if module is self._library.module:
            self._library.streams -= 1
            self._library.hangs = self._library.hangs and self.in_use

    def give_up(self) -> None:
        """Let the program end in peace while a thread of it hangs in a device.

        PortAudio's own tidying up would wait for that device, and unloading the library would take the
        ground from under the thread.
        """
        self._library.hangs = True
        module = self._library.module or load()
        library, tidy_up = getattr(module, "_libname", None), getattr(module, "_exit_handler", None)
        if library:
            ctypes.CDLL(library)
        if tidy_up:
            atexit.unregister(tidy_up)

    def renew(self) -> bool:
        """Go on with another copy of the library if a thread hangs in this one; False if none does.

        Looks for devices, which may take as long as the slowest driver; no lock that others wait for is held.
        """
        hanging = self._library
        if not hanging.hangs or not self._renewal.acquire(blocking=False):
            return False
        try:
            self._library = _Library(another(hanging.module or load()))
        finally:
            self._renewal.release()
        return True

    @property
    def in_use(self) -> bool:
        """Whether a stream is open."""
        return self._library.streams > 0


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


def another(module: Any) -> Any:
    """Return a ``sounddevice`` module with a PortAudio of its own, which knows nothing of the other one's streams.

    The system loads a library once for each file, so this is a copy of the file.

    Raises
    ------
    UserError
        If the library cannot be copied or does not start.
    """
    spec = importlib.util.find_spec("sounddevice")
    if spec is None or spec.loader is None:
        raise UserError(NO_PORTAUDIO)
    fresh: Any = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(fresh)  # starts the first copy once more, which only counts
    fresh._terminate()
    try:
        with tempfile.TemporaryDirectory(prefix="riffdesk-", ignore_cleanup_errors=True) as folder:
            copy = shutil.copy(_library_file(module._libname), folder)
            ctypes.CDLL(copy)  # which is never unloaded
            fresh._lib, fresh._libname = fresh._ffi.dlopen(copy), None
        fresh._initialize()
    except (OSError, fresh.PortAudioError) as error:
        raise UserError("The sound system does not answer. Restart riffdesk to hear something again.") from error
    return fresh


def _library_file(name: str) -> str:
    """Return the file of a loaded library, of which Linux gives the name alone."""
    if os.path.isabs(name):
        return name
    lines = Path("/proc/self/maps").read_text(encoding="utf-8").splitlines()
    return next((line.split(maxsplit=5)[5] for line in lines if line.endswith(name) or f"/{name}." in line), name)


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
        if not portaudio.in_use:
            try:
                sounddevice._terminate()
                sounddevice._initialize()
            except sounddevice.PortAudioError as error:
                raise UserError(f"The sound system did not start: {cause(error)}.") from error
            return True
    return portaudio.renew()


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
    return found or _missing(key)


def listed(key: str | None) -> OutputDevice:
    """Return a device by its key or name, None for the default, as of the last `refresh`.

    Raises
    ------
    UserError
        If it is not there; the message names it.
    """
    return _match(key, output_devices()) or _missing(key)


def _missing(key: str | None) -> NoReturn:
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
    found: list[OutputDevice] = []
    for one in sounddevice.query_devices():
        if one["max_output_channels"] > 0:
            device = OutputDevice(
                name=one["name"],
                host_api=apis[one["hostapi"]]["name"],
                channels=one["max_output_channels"],
                default_rate=one["default_samplerate"],
                latency=one["default_high_output_latency"],
                is_default=one["index"] == default,
                index=one["index"],
            )
            keys = {other.key for other in found}
            while device.key in keys:
                device = replace(device, number=device.number + 1)
            found.append(device)
    return found


def _match(key: str | None, devices: list[OutputDevice]) -> OutputDevice | None:
    """Return the device meant: by key, by name alone if its sound system is another now, or the default."""
    if key is None:
        return next((one for one in devices if one.is_default), None)
    return next((one for one in devices if one.key == key), None) or next(
        (one for one in devices if one.label == key or one.label == key.rpartition(", ")[0]), None
    )
