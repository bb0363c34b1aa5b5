"""Errors of sound devices that are missing, and causes of those of PortAudio."""

from __future__ import annotations

from typing import Literal, NoReturn

from riffdesk.errors import UserError
from riffdesk.language import mark, tr, translated

Direction = Literal["output", "input"]
"""What a device is used for: to play or to record."""
NO_PORTAUDIO = mark(
    "There is no sound because the PortAudio library is missing. Install it (Debian and Ubuntu: "
    "sudo apt install libportaudio2; macOS: brew install portaudio; on Windows: pip install --force-reinstall "
    "sounddevice) and press play again."
)
NO_DEVICE = mark("No sound device was found. Plug in or switch on a sound card and press play again.")
NO_INPUT = mark("No sound input was found. Plug in a microphone or a sound card and press record again.")


def missing_device(key: str | None, direction: Direction) -> NoReturn:
    """Raise UserError for a device that is not there, by its key; None for the default one."""
    if key is None:
        raise UserError(translated(NO_DEVICE) if direction == "output" else translated(NO_INPUT))
    if direction == "output":
        raise UserError(
            tr("The sound device “{key}” is not there. Plug it in again or choose another output device.", key=key)
        )
    raise UserError(tr("The sound input “{key}” is not there. Plug it in again or choose another input.", key=key))


def silent_device(key: str | None) -> str:
    """Return the message about an output device that does not answer, by its key; None for the default one."""
    if key is None:
        return tr("The sound device in use does not answer any more. Choose another output device and press play.")
    return tr(
        "The sound device “{key}” does not answer any more. Choose another output device and press play.", key=key
    )


def cause(error: Exception) -> str:
    """Return the driver's message for a PortAudio error, or else PortAudio's."""
    host = error.args[2] if len(error.args) > 2 else None
    if isinstance(host, tuple) and len(host) == 3 and host[2]:
        return str(host[2])
    return str(error.args[0]) if error.args else type(error).__name__
