"""Differences between operating systems; no other module depends on the system.

`SYSTEM` is the present one; tests create each class on any system. Locks are not here, as filelock supports all
systems, nor sound, as PortAudio does (`riffdesk.audio.playing`).
"""

from __future__ import annotations

import errno
import os
import signal
import sys
from collections.abc import Sequence
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, ClassVar

if TYPE_CHECKING:
    import socket

_UNSUPPORTED = (errno.EINVAL, errno.ENOSYS, errno.ENOTSUP, errno.ENOTTY)  # of some network disks
_M_ARENA_MAX = -8  # option of mallopt(3)


class System:
    """A POSIX system, and base of the others."""

    uses_x11: ClassVar[bool] = False
    """Whether windows need a display server and its libraries."""
    has_menu_entries: ClassVar[bool] = False
    """Whether desktops read entries of programs from the folder of the user's data, as freedesktop.org specifies."""
    install_portaudio: ClassVar[str] = ""
    """Command that installs PortAudio; '' where sounddevice includes it."""
    font_folders: ClassVar[Sequence[Path]] = ()
    font_files: ClassVar[Sequence[str]] = ()
    """Names of fonts with many letters; empty where fontconfig lists them."""

    # Files

    def sync(self, descriptor: int) -> None:
        """Write the buffers of an open file to the disk; OSError if that fails, unless the disk cannot do that."""
        try:
            os.fsync(descriptor)
        except OSError as error:
            if error.errno not in _UNSUPPORTED:
                raise

    def sync_folder(self, folder: Path) -> None:
        """Write the list of files of a folder to the disk; OSError if that fails."""
        try:
            descriptor = os.open(folder, os.O_RDONLY)
        except PermissionError:
            return  # a folder that is writable but not readable
        try:
            self.sync(descriptor)
        finally:
            os.close(descriptor)

    def path_for_libraries(self, path: Path) -> Path | bytes:
        """Return a path as libraries in C open it, whatever bytes its name has."""
        return os.fsencode(path)

    # Processes

    @property
    def ending_signals(self) -> tuple[signal.Signals, ...]:
        """Signals that ask the program to end."""
        return signal.SIGINT, signal.SIGTERM

    def process_group(self, sockets: Sequence[socket.socket]) -> dict[str, Any]:
        """Return options of Popen for a child that inherits sockets and is not reached by Ctrl+C in the terminal."""
        return {"pass_fds": [end.fileno() for end in sockets], "process_group": 0}

    def no_console(self) -> dict[str, Any]:
        """Return options of Popen for a child that opens no window of its own."""
        return {}

    def lower_priority(self, niceness: int) -> None:
        """Lower the priority of this process by a niceness of 0 to 19."""
        os.nice(niceness)

    def start_time(self, process: int) -> str:
        """Return when a process was started, to tell it from a later one of the same number; 0 if unknown."""
        return "0"

    def process_namespace(self) -> str:
        """Return the name of the container whose numbers processes have; '' if there are none."""
        return ""

    # Memory and libraries

    def share_heap(self) -> None:
        """Let threads that start later allocate from the main heap."""

    def trim_heap(self) -> None:
        """Return freed memory, where the C library holds it back."""

    def library_file(self, name: str) -> str:
        """Return the path of a loaded library, or its name if that is not known."""
        return name


class Linux(System):
    """Linux, with glibc or another C library."""

    uses_x11 = True
    has_menu_entries = True
    install_portaudio = "sudo apt-get install libportaudio2 libasound2-plugins"

    def start_time(self, process: int) -> str:
        """Return the ticks since boot at which a process was started; 0 if it is gone."""
        try:
            # proc_pid_stat(5): the name, in parentheses, may hold anything; starttime is field 22.
            return Path(f"/proc/{process}/stat").read_bytes().rpartition(b")")[2].split()[19].decode()
        except (OSError, IndexError):
            return "0"

    def process_namespace(self) -> str:
        """Return the number of the namespace; '' if it cannot be read."""
        try:
            return os.readlink("/proc/self/ns/pid")
        except OSError:
            return ""

    def share_heap(self) -> None:
        """Prevent glibc from creating further heaps."""
        if mallopt := _glibc_function("mallopt"):
            mallopt(_M_ARENA_MAX, 1)

    def trim_heap(self) -> None:
        """Return free memory between used blocks of glibc's heap."""
        if trim := _glibc_function("malloc_trim"):
            trim(0)

    def library_file(self, name: str) -> str:
        """Return the path from the list of mapped files, as the loader tells only the name."""
        if os.path.isabs(name):
            return name
        lines = Path("/proc/self/maps").read_text(encoding="utf-8").splitlines()
        return next((line.split(maxsplit=5)[5] for line in lines if line.endswith(name) or f"/{name}." in line), name)


class Mac(System):
    """macOS."""

    install_portaudio = "brew install portaudio"
    font_folders = (
        Path("/System/Library/Fonts"),
        Path("/System/Library/Fonts/Supplemental"),
        Path("/Library/Fonts"),
    )
    font_files = ("Arial Unicode.ttf", "PingFang.ttc", "Hiragino Sans GB.ttc", "Apple Symbols.ttf", "GeezaPro.ttc")

    def sync(self, descriptor: int) -> None:
        """Flush the cache of the disk too (F_FULLFSYNC), which fsync(2) does not on macOS."""
        import fcntl

        try:
            fcntl.fcntl(descriptor, fcntl.F_FULLFSYNC)  # type: ignore[attr-defined,unused-ignore]
        except OSError:  # not supported by this disk
            super().sync(descriptor)


class Windows(System):
    """Windows 10 and later."""

    font_folders = (Path(os.environ.get("WINDIR", r"C:\Windows")) / "Fonts",)
    font_files = (
        *("segoeui.ttf", "YuGothM.ttc", "msyh.ttc", "malgun.ttf"),
        *("Nirmala.ttf", "seguiemj.ttf", "seguisym.ttf"),
    )

    def sync_folder(self, folder: Path) -> None:
        """Do nothing: folders cannot be opened, and NTFS keeps a journal of them."""

    def path_for_libraries(self, path: Path) -> Path | bytes:
        """Return the path: on Windows, names are text."""
        return path

    @property
    def ending_signals(self) -> tuple[signal.Signals, ...]:
        """Ctrl+C and Ctrl+Break; nobody sends SIGTERM."""
        return signal.SIGINT, signal.SIGBREAK  # type: ignore[attr-defined,unused-ignore]

    def process_group(self, sockets: Sequence[socket.socket]) -> dict[str, Any]:
        """Return options with a list of handles and flags."""
        calls = _subprocess()
        for end in sockets:
            end.set_inheritable(True)
        startup = calls.STARTUPINFO(lpAttributeList={"handle_list": [end.fileno() for end in sockets]})
        return {"startupinfo": startup, "creationflags": calls.CREATE_NO_WINDOW | calls.CREATE_NEW_PROCESS_GROUP}

    def no_console(self) -> dict[str, Any]:
        """Return the flag without which a console opens beside a program that has none."""
        return {"creationflags": _subprocess().CREATE_NO_WINDOW}

    def lower_priority(self, niceness: int) -> None:
        """Do nothing: Windows prefers the window in the foreground."""


_SYSTEMS: dict[str, type[System]] = {"linux": Linux, "darwin": Mac, "win32": Windows}


def system_of(platform: str) -> System:
    """Return the system with a name in `sys.platform`."""
    return _SYSTEMS.get(platform, System)()


SYSTEM = system_of(sys.platform)
"""The present system."""


def _subprocess() -> Any:
    import subprocess  # slow to import; other systems lack some of its names

    return subprocess


@cache
def _glibc_function(name: str) -> Any:
    import ctypes  # slow to import

    return getattr(ctypes.CDLL(None), name, None)  # musl has none
