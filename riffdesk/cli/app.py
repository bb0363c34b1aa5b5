"""The command line application: its name, the opening of the window, and errors of unknown commands."""

from __future__ import annotations

import difflib
import errno
import os
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Annotated

import typer

from riffdesk import __version__
from riffdesk.cli.choices import path_argument
from riffdesk.cli.terminal import discard_output, examples, prepare_streams, report_errors, say
from riffdesk.devices import CHOICES, VARIABLE, choose
from riffdesk.errors import reason
from riffdesk.settings import SettingsFile

OpenWindow = Callable[[Path | None], int]

_OUTPUT_ERRORS = (errno.ENOSPC, errno.EDQUOT, errno.EFBIG, errno.EIO)  # commands report those of the files they write


app = typer.Typer(
    name="riffdesk",
    add_completion=True,
    rich_markup_mode=None,
    context_settings={"help_option_names": ["-h", "--help"]},
    subcommand_metavar="[FILE] | COMMAND [ARGS]...",
    epilog=examples(
        "riffdesk                                     open the window",
        "riffdesk song.riff                           open it with a project",
        "riffdesk render 'slow jazz' -o jazz.wav      make a riff of words",
        "riffdesk jam 'lofi hip hop' -o jam.wav        play bar by bar, with changes on the way",
        "riffdesk midi 'slow jazz' -o jazz.mid        compose what words ask for, as notes",
        "riffdesk add-part song.riff bass -o two.riff compose and play one more instrument",
        "riffdesk split loop.wav -o loop.wav          split a sound into percussive, bass and harmonic",
        "riffdesk image-to-audio riff.png riff.wav    hear a spectrogram image",
        "riffdesk audio-to-image loop.mp3 loop.png    see a sound",
        "riffdesk region take.wav heal -o mended.wav   change a part of a file as the window does",
        "riffdesk export song.riff song.wav           write the mix of a project",
        "riffdesk export song.riff stems/             write the mix and every layer",
        "riffdesk library search jazz stars:3         find riffs that were made",
        "riffdesk models list                         list the models",
        "riffdesk recover                             list sketches that were not saved when it was killed",
        "riffdesk doctor                              check this machine and report problems",
    ),
)


def run(arguments: Sequence[str], *, open_window: OpenWindow) -> int:
    """Run a command line.

    Parameters
    ----------
    arguments : sequence of str
        Arguments without the program's name. A first argument that is no command is a file for the window.
    open_window : callable
        Opens the window with a file or None, and returns the exit code when it is closed.

    Returns
    -------
    int
        0 for success, 1 for a failure, 2 for an invalid command line.
    """
    prepare_streams()
    arguments = list(arguments)
    begin = _options_before(arguments)
    first = arguments[begin] if begin < len(arguments) else ""
    if not (first.startswith("-") or first in _command_names()):
        if first and not os.path.exists(first):  # False of a path that is too long
            say(f"riffdesk: {_unknown(first)}")
            return 2
        arguments.insert(begin, "open")
    try:
        code = _exit_code(arguments, open_window)
        sys.stdout.flush()
    except OSError as error:
        problem = _output_problem(error, arguments)
        if problem is None:
            raise
        discard_output()
        if problem:
            say(f"riffdesk: {problem}")
        return 1
    return code


def _exit_code(arguments: Sequence[str], open_window: OpenWindow) -> int:
    try:
        app(arguments, prog_name="riffdesk", obj=open_window)
    except SystemExit as exited:
        return exited.code if isinstance(exited.code, int) else 0
    return 0


def _output_problem(error: OSError, arguments: Sequence[str]) -> str | None:
    """Return the message about output that could not be written; '' if nobody reads it, None for any other error."""
    if error.errno == errno.EPIPE:
        return ""
    if error.filename is None and error.errno in _OUTPUT_ERRORS:
        return f"The output could not be written: {reason(error)}."
    if "--install-completion" in arguments:
        return f"Could not write {error.filename}: {reason(error)}."
    return None


def _options_before(arguments: Sequence[str]) -> int:
    """Return the number of arguments before the command or file that belong to ``--device``."""
    first = arguments[0] if arguments else ""
    return 2 if first == "--device" else int(first.startswith("--device="))


def _command_names() -> list[str]:
    groups = [str(group.name) for group in app.registered_groups]
    return [str(command.name) for command in app.registered_commands] + groups


def _print_version(is_set: bool) -> None:
    if is_set:
        print(f"riffdesk {__version__}")
        raise typer.Exit


def _checked_device(name: str | None) -> str | None:
    if name is not None and name not in CHOICES:
        raise typer.BadParameter(f"There is no device '{name}'. There is: {', '.join(CHOICES)}.")
    return name


@app.callback()
def _riffdesk(
    version: Annotated[
        bool, typer.Option("--version", help="Print the version and stop.", callback=_print_version, is_eager=True)
    ] = False,
    device: Annotated[
        str | None,
        typer.Option(
            metavar="DEVICE",
            callback=_checked_device,
            help="Device to compute on: auto, cuda, rocm, xpu, mps or cpu; `riffdesk doctor` lists the present ones.",
            show_default="the settings' device",
        ),
    ] = None,
) -> None:
    """Draw a spectrogram and hear it, make riffs of words: a music sketchpad.

    Without a command, the window opens, with FILE in it if there is one: a .riff project, a sound
    (WAV, FLAC, OGG, MP3) or a spectrogram image (PNG, JPEG).

    For the options of a command: riffdesk COMMAND --help. The exit code is 0 for success, 1 for a
    failure (one line on stderr says which), and 2 for an invalid command line.
    """
    if device is None and VARIABLE not in os.environ:
        choose(SettingsFile().load().device, or_fastest=True)
    elif device is not None:
        choose(device)


@app.command("open")
@report_errors
def open_(
    context: typer.Context,
    file: Annotated[
        Path | None, path_argument(metavar="FILE", help="A project, a sound or a spectrogram image.")
    ] = None,
) -> None:
    """Open the window; `riffdesk FILE` does the same."""
    if file is not None and not os.path.exists(file):
        raise typer.BadParameter(_unknown(str(file)))
    code = context.obj(file)
    if code:
        raise typer.Exit(code)


def _unknown(word: str) -> str:
    """Return the message about a word that is neither a file nor a command."""
    near = difflib.get_close_matches(word.lower(), _command_names(), n=1)
    hint = f"Did you mean '{near[0]}'?" if near else "riffdesk --help lists the commands."
    return f"There is no file and no command called '{word}'. {hint}"
