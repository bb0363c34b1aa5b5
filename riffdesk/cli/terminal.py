"""Output of commands on a terminal: errors, a progress bar, and help with examples."""

from __future__ import annotations

import functools
import io
import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import ParamSpec

import typer

from riffdesk.devices import Substitution
from riffdesk.errors import Cancelled, UserError, readable
from riffdesk.progress import OnStep, Step

P = ParamSpec("P")


def examples(*lines: str) -> str:
    """Return an epilog that --help prints line by line, unchanged."""
    return "\b\nExamples:\n  " + "\n  ".join(lines)


def report_errors(command: Callable[P, None]) -> Callable[P, None]:
    """Decorate a command: a UserError or a cancel is printed as one line on stderr, with exit code 1."""

    @functools.wraps(command)
    def reported(*args: P.args, **kwargs: P.kwargs) -> None:
        try:
            command(*args, **kwargs)
        except UserError as error:
            say(f"riffdesk: {error}")
        except (Cancelled, KeyboardInterrupt):
            say("Cancelled.")
        else:
            return
        raise typer.Exit(1)

    return reported


def prepare_streams() -> None:
    """Make the standard streams usable for any text: letters that standard output lacks are replaced.

    A stream that is closed, as that of a service may be, becomes the null device. Otherwise the next file that is
    opened would get its number, and messages of libraries would be written into it.
    """
    for name, mode in (("stdin", "r"), ("stdout", "w"), ("stderr", "w")):
        if getattr(sys, name) is None:
            setattr(sys, name, open(os.devnull, mode, encoding="utf-8"))  # noqa: SIM115 - open to the end
    if isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(errors="replace")


def discard_output() -> None:
    """Discard what could not be written to standard output, so that it is not tried again at the end."""
    with suppress(OSError, ValueError):  # of a stream that is no file
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def say(text: str) -> None:
    """Print a line on stderr."""
    print(readable(text), file=sys.stderr)


def say_written(*paths: Path) -> None:
    """Print the paths of written files, if stderr is a terminal."""
    if sys.stderr.isatty():
        for path in paths:
            say(f"Wrote {path}")


@contextmanager
def progress() -> Iterator[OnStep]:
    """Provide a listener that draws a progress bar, if stderr is a terminal, and reports a missing graphics card."""
    if not sys.stderr.isatty() or os.environ.get("TERM") == "dumb":
        yield _say_substitution
        return
    from rich.console import Console
    from rich.progress import Progress

    with Progress(console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task("Starting", total=None)

        def on_step(step: Step) -> None:
            _say_substitution(step)
            bar.update(task, description=step.what or "Working", completed=step.done, total=step.total or None)

        yield on_step


def _say_substitution(step: Step) -> None:
    if isinstance(step.partial, Substitution):
        say(f"riffdesk: {step.partial.text}")
