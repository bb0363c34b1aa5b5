"""Errors that riffdesk raises on purpose; any other exception is a bug and must show as one."""

from __future__ import annotations

import re

from riffdesk.language import tr


class RiffdeskError(Exception):
    """Base of every error that riffdesk raises on purpose."""


class UserError(RiffdeskError):
    """An error that the user can correct: the message says what happened, to which file or device, and what to do."""

    def __init__(self, message: str = "") -> None:
        super().__init__(readable(message))


class Cancelled(RiffdeskError):
    """A request was stopped by the user."""


def readable(name: str) -> str:
    r"""Return a text without single surrogates, so that every terminal, window and file accepts it.

    Python decodes bytes of a file's name that are no UTF-8 as single surrogates (PEP 383).

    Examples
    --------
    >>> readable(os.fsdecode(b"caf\xe9.wav"))
    'caf�.wav'
    """
    return re.sub("[\ud800-\udfff]", "\N{REPLACEMENT CHARACTER}", name)


def reason(error: BaseException) -> str:
    """Return the message of an error without a full stop, for an ``OSError`` the system's text without its number."""
    if isinstance(error, OSError) and error.strerror:
        return error.strerror.rstrip(".")
    return str(error).rstrip(".") or type(error).__name__


# Messages of CUDA, ROCm, XPU and MPS; of the processor on Linux and on Windows; of Intel's driver; of NVIDIA's
# libraries; of torch's convolutions on NVIDIA cards, if there is too little memory for every algorithm of cuDNN.
_OUT_OF_MEMORY = (
    "out of memory",
    "allocate memory",
    "not enough memory",
    "ERROR_OUT_OF_",
    "STATUS_ALLOC_FAILED",
    "unable to find an engine",
)


def is_out_of_memory(error: BaseException) -> bool:
    """Return whether an error means that memory has run out; torch has a message for each kind of device."""
    if isinstance(error, MemoryError) or type(error).__name__ == "OutOfMemoryError":  # torch's, not imported here
        return True
    return isinstance(error, RuntimeError) and any(part in str(error) for part in _OUT_OF_MEMORY)


def out_of_memory(what: str = "") -> UserError:
    """Return the error for a lack of memory, for something or for what was asked for."""
    if not what:
        return UserError(
            tr(
                "There is not enough memory for this, and nothing was changed. Close other programs, "
                "or try something shorter."
            )
        )
    return UserError(
        tr(
            "There is not enough memory for {what}, and nothing was changed. Close other programs, "
            "or try something shorter.",
            what=what,
        )
    )
