"""Devices that play or record: listing, refreshing, finding and opening them with PortAudio.

PortAudio finds devices only when it starts, and numbers them anew. So a device is identified by its key: its name, a
number if there are several of that name, and its sound system. A card that is plugged in later is found after
`refresh`, which must not happen while a stream is open. If a driver hangs in a stream, another copy of PortAudio is
loaded.
"""

from __future__ import annotations

import atexit
import ctypes
import importlib.util
import shutil
import tempfile
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field, replace
from typing import Any

from riffdesk.audio.device_errors import NO_PORTAUDIO, Direction, cause, missing_device
from riffdesk.errors import UserError
from riffdesk.language import tr, translated
from riffdesk.system import SYSTEM

_FIXED_DEFAULT = frozenset(("Core Audio", "MME", "Windows DirectSound", "Windows WASAPI", "Windows WDM-KS"))
_INVALID_RATE = -9997  # paInvalidSampleRate
_LOCK_TIMEOUT = 3.0  # seconds, while another thread opens or closes a device


@dataclass(frozen=True)
class AudioDevice:
    """A device, as one that plays or as one that records.

    Parameters
    ----------
    name, host_api : str
        The system's name for it, and its sound system, such as ``ALSA`` or ``Windows WASAPI``.
    channels : int
        Number of channels that it plays, or records; at least 1.
    default_rate : float
        Its default sample rate in Hz.
    latency : float
        Its default latency in seconds, at which there should be no gaps.
    is_default : bool
        Whether it is the system's default device for that.
    index : int
        PortAudio's number for it until the next `refresh`.
    number : int
        Its number, from 1, among the devices with its name in its sound system.
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
        """Its key, for the settings."""
        return f"{self.label}, {self.host_api}"

    @property
    def follows_default(self) -> bool:
        """Whether the system moves its streams to another card when the default device changes.

        PulseAudio and PipeWire move the streams of ALSA's and JACK's default device themselves (with PulseAudio 16
        within 10 ms). PortAudio's other systems keep the card that was the default when PortAudio started.
        """
        return self.host_api not in _FIXED_DEFAULT


class _Library:
    """One loaded copy of PortAudio: its ``sounddevice`` module, and how many streams are open in it."""

    def __init__(self, module: Any = None) -> None:
        self.module = module  # None until it is loaded
        self.lock = threading.RLock()
        self.streams = 0
        self.hangs = False


class PortAudio:
    """The loaded copy of PortAudio, with a lock and a count of open streams."""

    def __init__(self) -> None:
        self._library = _Library()
        self._renewal = threading.Lock()

    @contextmanager
    def alone(self) -> Iterator[Any]:
        """Yield the ``sounddevice`` module to one thread at a time, for opening, closing and listing devices.

        Raises
        ------
        UserError
            If PortAudio is missing, or another thread hangs in a device.
        """
        library = self._library
        if not library.lock.acquire(timeout=_LOCK_TIMEOUT):
            if not self.renew():
                raise UserError(tr("The sound system does not answer. Restart it or riffdesk to hear something again."))
            library = self._library
            library.lock.acquire()
        try:
            library.module = library.module or load()
            yield library.module
        finally:
            library.lock.release()

    def opened(self, module: Any) -> None:
        """Count an opened stream; called inside `alone`."""
        if module is self._library.module:
            self._library.streams += 1

    def closed(self, module: Any) -> None:
        """Count a closed stream; streams of an abandoned copy are ignored."""
        if module is self._library.module:
            self._library.streams -= 1
            self._library.hangs = self._library.hangs and self.in_use

    def detach_hanging(self) -> None:
        """Mark the library as hanging, and keep it loaded at exit while a thread hangs in a device.

        PortAudio's exit handler would wait for the device, and unloading the library would crash the thread.
        """
        self._library.hangs = True
        module = self._library.module or load()
        library, tidy_up = getattr(module, "_libname", None), getattr(module, "_exit_handler", None)
        if library:
            ctypes.CDLL(library)
        if tidy_up:
            atexit.unregister(tidy_up)

    def renew(self) -> bool:
        """Load another copy of the library if a thread hangs in this one; return False if none does.

        This takes as long as the slowest driver, without the lock that other threads wait for.
        """
        hanging = self._library
        if not hanging.hangs or not self._renewal.acquire(blocking=False):
            return False
        try:
            self._library = _Library(separate_portaudio(hanging.module or load()))
        finally:
            self._renewal.release()
        return True

    @property
    def in_use(self) -> bool:
        """Whether a stream is open."""
        return self._library.streams > 0


portaudio = PortAudio()


def load() -> Any:
    """Import and return the ``sounddevice`` module, which starts PortAudio.

    Raises
    ------
    UserError
        If PortAudio is missing; the message says how to install it.
    """
    try:
        import sounddevice
    except (OSError, ImportError) as error:
        raise UserError(translated(NO_PORTAUDIO)) from error
    return sounddevice


def separate_portaudio(module: Any) -> Any:
    """Return a ``sounddevice`` module with a second PortAudio, independent of the first one's streams.

    The system loads each library file once, so the file is copied.

    Raises
    ------
    UserError
        If the library cannot be copied or does not start.
    """
    spec = importlib.util.find_spec("sounddevice")
    if spec is None or spec.loader is None:
        raise UserError(translated(NO_PORTAUDIO))
    module_copy: Any = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module_copy)  # initializes the first copy once more, which increments a counter
    module_copy._terminate()
    try:
        with tempfile.TemporaryDirectory(prefix="riffdesk-", ignore_cleanup_errors=True) as folder:
            copy = shutil.copy(SYSTEM.library_file(module._libname), folder)
            ctypes.CDLL(copy)  # which is never unloaded
            module_copy._lib, module_copy._libname = module_copy._ffi.dlopen(copy), None
        module_copy._initialize()
    except (OSError, module_copy.PortAudioError) as error:
        raise UserError(tr("The sound system does not answer. Restart riffdesk to hear something again.")) from error
    return module_copy


def output_devices() -> list[AudioDevice]:
    """Return the output devices found by the last `refresh`; the errors are those of `audio_devices`."""
    return audio_devices("output")


def audio_devices(direction: Direction) -> list[AudioDevice]:
    """Return the devices that play, or those that record, found by the last `refresh`.

    Raises
    ------
    UserError
        If PortAudio is missing or does not answer.
    """
    with portaudio.alone() as sounddevice:
        return _listed(sounddevice, direction)


def refresh() -> bool:
    """Find the present devices; return False if a stream is open, so that this cannot be done.

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
                raise UserError(tr("The sound system did not start: {cause}.", cause=cause(error))) from error
            return True
    return portaudio.renew()


def find(key: str | None, direction: Direction = "output") -> AudioDevice:
    """Return a device by its key or name, None for the default; after a `refresh` if it is not listed.

    Raises
    ------
    UserError
        If it is not found.
    """
    device = _match(key, audio_devices(direction))
    if device is None and refresh():
        device = _match(key, audio_devices(direction))
    return device or missing_device(key, direction)


def listed(key: str | None, direction: Direction = "output") -> AudioDevice:
    """Return a device by its key or name, None for the default, found by the last `refresh`.

    Raises
    ------
    UserError
        If it is not found.
    """
    return _match(key, audio_devices(direction)) or missing_device(key, direction)


def _listed(sounddevice: Any, direction: Direction) -> list[AudioDevice]:
    apis = sounddevice.query_hostapis()
    try:
        default = sounddevice.query_devices(kind=direction)["index"]
    except sounddevice.PortAudioError:
        default = -1
    devices: list[AudioDevice] = []
    for info in sounddevice.query_devices():
        if info[f"max_{direction}_channels"] > 0:
            device = AudioDevice(
                name=info["name"],
                host_api=apis[info["hostapi"]]["name"],
                channels=info[f"max_{direction}_channels"],
                default_rate=info["default_samplerate"],
                latency=info[f"default_high_{direction}_latency"],
                is_default=info["index"] == default,
                index=info["index"],
            )
            keys = {other.key for other in devices}
            while device.key in keys:
                device = replace(device, number=device.number + 1)
            devices.append(device)
    return devices


def _match(key: str | None, devices: list[AudioDevice]) -> AudioDevice | None:
    """Return the device with a key, or else with the key's name in another sound system, or the default for None."""
    if key is None:
        return next((device for device in devices if device.is_default), None)
    return next((device for device in devices if device.key == key), None) or next(
        (device for device in devices if device.label == key or device.label == key.rpartition(", ")[0]), None
    )


class DeviceStream:
    """A running stream of a device, used by one thread.

    Parameters
    ----------
    key : str, optional
        Key of the device, see `AudioDevice.key`; None is the system's default.
    sample_rate : int
        In Hz. If the device refuses it, it is opened at its default rate. A UserError says why it cannot be opened.
    """

    direction: Direction
    stopped: str
    """The message for a device that fails, with fields for its ``name`` and the ``cause``."""
    not_opened: str
    """The message for one that cannot be opened, with the same fields."""

    def __init__(self, key: str | None, sample_rate: int) -> None:
        find(key, self.direction)
        try:
            self._open_device(key, sample_rate)
        except UserError:  # devices may have changed since they were listed
            if not refresh():
                raise
            self._open_device(key, sample_rate)

    def close(self) -> None:
        """Close the device and drop its buffer; a device that was unplugged is no error."""
        with portaudio.alone():
            try:
                with suppress(self._sounddevice.PortAudioError):
                    self._stream.abort()
            finally:
                self._stream.close(ignore_errors=True)
                portaudio.closed(self._sounddevice)

    def failed(self, message: str, error: Exception) -> UserError:
        """Return the error to raise for one of PortAudio: ``stopped`` or ``not_opened``."""
        return UserError(translated(message).format(name=self.device.name, cause=cause(error)))

    def _new_stream(self, rate: int) -> Any:
        """Return a stream of `self.device` that has not started."""
        raise NotImplementedError

    def _on_started(self) -> None:
        """Read what is known of the stream once it runs."""

    def _open_device(self, key: str | None, sample_rate: int) -> None:
        """Find a device by its key and open it."""
        with portaudio.alone() as self._sounddevice:
            self.device = listed(key, self.direction)
            self.channels = min(2, self.device.channels)
            try:
                self._open(sample_rate)
            except self._sounddevice.PortAudioError as error:
                raise self.failed(self.not_opened, error) from error
            portaudio.opened(self._sounddevice)

    def _open(self, sample_rate: int) -> None:
        """Open and start the stream at a rate, or else at the device's default rate."""
        self.rate = sample_rate
        try:
            self._stream = self._new_stream(self.rate)
        except self._sounddevice.PortAudioError as error:
            if len(error.args) < 2 or error.args[1] != _INVALID_RATE:
                raise
            self.rate = round(self.device.default_rate)
            self._stream = self._new_stream(self.rate)
        try:
            self._stream.start()
            self._on_started()
        except self._sounddevice.PortAudioError:
            self._stream.close(ignore_errors=True)
            raise
