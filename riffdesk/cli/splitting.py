"""``riffdesk split``: the percussive, the bass and the harmonic share of a sound."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from riffdesk.cli.app import app
from riffdesk.cli.checks import check_folder, check_sound_name, keep_existing, say_reduced
from riffdesk.cli.choices import Subtype, SubtypeOption
from riffdesk.cli.terminal import examples, progress, report_errors, say_written


@app.command(
    "split",
    epilog=examples(
        "riffdesk split loop.wav -o loop.wav",
        "riffdesk split song.mp3 -o shares/song.flac --force",
    ),
)
@report_errors
def split(
    sound: Annotated[Path, typer.Argument(metavar="SOUND", help="A sound: WAV, FLAC, OGG, MP3, at most 10 minutes.")],
    out: Annotated[
        Path,
        typer.Option(
            "--out",
            "-o",
            metavar="OUT",
            help="A .wav or .flac name; 'OUT percussive', 'OUT bass' and 'OUT harmonic' are written.",
        ),
    ],
    subtype: SubtypeOption = Subtype.pcm24,
    force: Annotated[bool, typer.Option("--force", help="Replace files of the same names.")] = False,
) -> None:
    """Split a sound into what is struck, the bass, and what is held.

    Played together, the three files are the sound again, sample for sample, as long as nothing had to be turned down.
    Where parts were made from notes, `riffdesk render --parts` has each instrument by itself.
    """
    check_sound_name(out, subtype)
    check_folder(out)
    from riffdesk.scripting.splitting import share_paths
    from riffdesk.scripting.splitting import split as split_file

    paths = share_paths(out)
    for path in paths:
        keep_existing(path, force)
    with progress() as on_step:
        say_reduced(split_file(sound, on_step=on_step).save(out, subtype=subtype.code, on_step=on_step))
    for path in paths:
        say_written(path)
