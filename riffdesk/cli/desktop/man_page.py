"""The manual page of the command line, from the help of its commands."""

from __future__ import annotations

import inspect
import re
from collections.abc import Iterator
from typing import Any

import typer

from riffdesk import __version__
from riffdesk.cli.app import app


def man_page() -> str:
    """Return the manual page as roff, with a section for each command."""
    program = typer.main.get_command(app)
    context = program.make_context("riffdesk", ["--help"], resilient_parsing=True)
    lines = [
        f'.TH RIFFDESK 1 "" "riffdesk {__version__}" "User Commands"',
        ".SH NAME",
        r"riffdesk \- draw a spectrogram and hear it, make riffs of words",
        ".SH SYNOPSIS",
        ".B riffdesk",
        "[OPTIONS] [FILE]",
        ".br",
        ".B riffdesk",
        "[OPTIONS] COMMAND [ARGUMENTS]",
        ".SH DESCRIPTION",
        *_paragraphs(program.help),
        ".SH OPTIONS",
        *_parameters(program, context),
        ".SH COMMANDS",
        *(line for name, command in _commands(program, "riffdesk") for line in _section(name, command, context)),
    ]
    return "\n".join(lines) + "\n"


def _commands(group: Any, before: str) -> Iterator[tuple[str, Any]]:
    """Yield the commands of a group with their whole names, those of its groups in their places."""
    for name, command in group.commands.items():
        if hasattr(command, "commands"):
            yield from _commands(command, f"{before} {name}")
        elif not command.hidden:
            yield f"{before} {name}", command


def _section(name: str, command: Any, context: Any) -> Iterator[str]:
    usage = " ".join(command.collect_usage_pieces(context))
    yield f'.SS "{_escaped(f"{name} {usage}")}"'
    yield from _paragraphs(command.help)
    yield from _parameters(command, context)
    if command.epilog:
        examples = (line for line in command.epilog.splitlines() if line.strip(" \b"))
        yield from (".PP", ".EX", *map(_escaped, examples), ".EE")


def _parameters(command: Any, context: Any) -> Iterator[str]:
    for parameter in command.params:
        record = parameter.get_help_record(context)
        if record is not None and not getattr(parameter, "hidden", False):
            names, text = record
            yield from (".TP", f".B {_escaped(names)}", _escaped(" ".join(text.split())))


def _paragraphs(text: str | None) -> Iterator[str]:
    for number, paragraph in enumerate(re.split(r"\n\s*\n", inspect.cleandoc(text or ""))):
        if number:
            yield ".PP"
        yield _escaped(" ".join(paragraph.split()))


def _escaped(text: str) -> str:
    """Return text in which roff sees no commands: backslashes, hyphens that are no dashes, a dot at the beginning."""
    escaped = text.replace("\\", r"\e").replace("-", r"\-").replace('"', r"\(dq")
    return rf"\&{escaped}" if escaped.startswith((".", "'")) else escaped
