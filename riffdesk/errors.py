"""The errors riffdesk raises on purpose; anything else is a bug and must show as one."""

from __future__ import annotations

import re


class RiffdeskError(Exception):
    """Base of every error that riffdesk raises on purpose."""


class UserError(RiffdeskError):
    """Something the user can mend: the message says what happened, to what, and what to do."""

    def __init__(self, message: str = "") -> None:
        super().__init__(readable(message))


class Cancelled(RiffdeskError):
    """The user asked a running request to stop, and it did."""


def readable(name: str) -> str:
    r"""Return a text that every terminal, window and file takes.

    A file's name is bytes, and Python has the ones that are no UTF-8 as halves of surrogate pairs, which nothing else
    accepts (PEP 383).

    Examples
    --------
    >>> readable(os.fsdecode(b"caf\xe9.wav"))
    'caf�.wav'
    """
    return re.sub("[\ud800-\udfff]", "\N{REPLACEMENT CHARACTER}", name)


def reason(error: BaseException) -> str:
    """Return the plain-language cause of an error, such as an ``OSError``'s text without its number."""
    if isinstance(error, OSError) and error.strerror:
        return error.strerror
    return str(error) or type(error).__name__


def is_out_of_memory(error: BaseException) -> bool:
    """Return whether memory has run out; torch says it in several ways."""
    words = str(error) if isinstance(error, RuntimeError) else ""
    return isinstance(error, MemoryError) or "out of memory" in words or "allocate memory" in words


def out_of_memory(what: str = "this") -> UserError:
    """Return the sentence for a lack of memory."""
    return UserError(
        f"There is not enough memory for {what}, and nothing was changed. "
        "Close other programs, or try something shorter."
    )
