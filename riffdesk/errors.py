"""The errors riffdesk raises on purpose; anything else is a bug and must show as one."""

from __future__ import annotations


class RiffdeskError(Exception):
    """Base of every error that riffdesk raises on purpose."""


class UserError(RiffdeskError):
    """Something the user can mend: the message says what happened, to what, and what to do."""


class Cancelled(RiffdeskError):
    """The user asked a running request to stop, and it did."""


def reason(error: BaseException) -> str:
    """Return the plain-language cause of an error, such as an ``OSError``'s text without its number."""
    if isinstance(error, OSError) and error.strerror:
        return error.strerror
    return str(error) or type(error).__name__
