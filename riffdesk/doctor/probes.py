"""Probes of libraries that may hang or crash on a broken installation: torch, Qt and the sound system.

Each probe runs in its own child process, in parallel, and prints its result as JSON, so that a crash does not affect
the caller.
"""

from __future__ import annotations

import ctypes
import importlib
import json
import os
import subprocess
import sys
import warnings
from collections.abc import Callable
from dataclasses import asdict
from typing import Any

from riffdesk import devices
from riffdesk.errors import UserError
from riffdesk.paths import child_environment
from riffdesk.system import SYSTEM

# Libraries that the window loads on Linux, with their Debian packages, as in packaging/setup.sh.
QT_LIBRARIES = {
    "libEGL.so.1": "libegl1",
    "libGL.so.1": "libgl1",
    "libdbus-1.so.3": "libdbus-1-3",
    "libfontconfig.so.1": "libfontconfig1",
    "libglib-2.0.so.0": "libglib2.0-0",
    "libX11-xcb.so.1": "libx11-xcb1",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-image.so.0": "libxcb-image0",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-randr.so.0": "libxcb-randr0",
    "libxcb-render-util.so.0": "libxcb-render-util0",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxcb-shm.so.0": "libxcb-shm0",
    "libxcb-sync.so.1": "libxcb-sync1",
    "libxcb-xfixes.so.0": "libxcb-xfixes0",
    "libxcb-xinerama.so.0": "libxcb-xinerama0",
    "libxcb-xkb.so.1": "libxcb-xkb1",
}

_PROBE_TIMEOUT = 120.0  # seconds; the first import of torch from a slow disk takes long

ProbeResult = dict[str, Any]


def _probe_torch() -> ProbeResult:
    """Return the version of torch and its devices, or the error of loading it."""
    try:
        import torch
    except Exception as error:
        return {"torch_error": _error_line(error)}
    found: ProbeResult = {"torch": str(torch.__version__)}
    with warnings.catch_warnings(record=True) as complaints:
        warnings.simplefilter("always")
        found["devices"] = [asdict(device.facts()) for device in devices.available()]
    found["complaints"] = [str(complaint.message) for complaint in complaints]
    try:
        found["device"] = devices.chosen().name
        if missing := devices.substitution():
            found["device_error"] = missing
    except UserError as error:
        found["device_error"] = str(error)
    return found


def _probe_qt() -> ProbeResult:
    """Return the missing libraries of the window, and the version of Qt or the error of loading it."""
    found: ProbeResult = {"missing": []}
    if SYSTEM.uses_x11:
        for name in QT_LIBRARIES:
            try:
                ctypes.CDLL(name)
            except OSError:
                found["missing"].append(name)
    # By name, as import-linter allows Qt only in riffdesk.ui.
    for module in ("PySide6.QtCore", "PySide6.QtGui", "PySide6.QtWidgets"):
        try:
            loaded = importlib.import_module(module)
        except Exception as error:
            return found | {"error": _error_line(error)}
        found.setdefault("qt", getattr(loaded, "__version__", None))
    return found


def _probe_sound() -> ProbeResult:
    """Return PortAudio's version and output devices, and libsndfile's version."""
    found: ProbeResult = {"devices": []}
    try:
        import soundfile

        found["libsndfile"] = soundfile.__libsndfile_version__
    except Exception as error:
        found["sndfile_error"] = _error_line(error)
    try:
        import sounddevice

        found["portaudio"] = sounddevice.get_portaudio_version()[1]
        hosts = [host["name"] for host in sounddevice.query_hostapis()]
        chosen = sounddevice.default.device[1]
        for number, device in enumerate(sounddevice.query_devices()):
            if device["max_output_channels"] > 0:
                found["devices"].append(
                    {
                        "name": device["name"],
                        "host": hosts[device["hostapi"]],
                        "channels": device["max_output_channels"],
                        "sample_rate": device["default_samplerate"],
                        "default": number == chosen,
                    }
                )
    except Exception as error:
        found["portaudio_error"] = _error_line(error)
    return found


_PROBES: dict[str, Callable[[], ProbeResult]] = {"torch": _probe_torch, "qt": _probe_qt, "sound": _probe_sound}


def run_probe(name: str) -> None:
    """Run one probe in this process and print its result as the last line; `probe_everything` reads it."""
    print("\n" + json.dumps(_PROBES[name]()), flush=True)
    os._exit(0)  # a broken library may crash at exit


def probe_everything() -> dict[str, ProbeResult]:
    """Return the results of all probes; ``crash`` is the last message of a probe without a result."""
    children = {
        name: subprocess.Popen(
            [sys.executable, "-P", "-c", f"from riffdesk.doctor import probes; probes.run_probe({name!r})"],
            env=child_environment(),
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
            errors="replace",
            **SYSTEM.no_console(),
        )
        for name in _PROBES
    }
    return {name: _result_of(child) for name, child in children.items()}


def _result_of(child: subprocess.Popen[str]) -> ProbeResult:
    try:
        out, complaints = child.communicate(timeout=_PROBE_TIMEOUT)
    except subprocess.TimeoutExpired:
        child.kill()
        child.communicate()
        return {"crash": f"no answer within {_PROBE_TIMEOUT:g} seconds"}
    lines = out.strip().splitlines()
    if child.returncode == 0 and lines:
        found: ProbeResult = json.loads(lines[-1])
        return found
    last = complaints.strip().splitlines()[-1:] or [f"exit status {child.returncode}"]
    return {"crash": last[0]}


def _error_line(error: BaseException) -> str:
    """Return the type and message of an error on one line."""
    return " ".join(f"{type(error).__name__}: {error}".split())
