"""The devices of this machine, listed in the engine's process, as torch is not in the window's."""

from __future__ import annotations

import threading

from riffdesk.devices import DeviceFacts, available
from riffdesk.progress import OnStep, check, ignore_steps


def list_devices(
    request: None = None, on_step: OnStep = ignore_steps, cancel: threading.Event | None = None
) -> tuple[DeviceFacts, ...]:
    """Return the devices that riffs can be made on, the fastest first and the processor last."""
    check(cancel)
    return tuple(device.facts() for device in available())
