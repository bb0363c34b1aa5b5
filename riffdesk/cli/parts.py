"""``riffdesk add-part`` and ``split``: one more instrument to a project or a sound, and the shares of a sound."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from riffdesk.cli.app import app
from riffdesk.cli.checks import check_folder, check_sound_name, keep_existing, say_reduced
from riffdesk.cli.choices import (
    ForceOption,
    PartKind,
    Subtype,
    SubtypeOption,
    decimal_option,
    path_argument,
    path_option,
)
from riffdesk.cli.generation import SeedOption
from riffdesk.cli.riff_options import checked_chords, checked_key
from riffdesk.cli.terminal import examples, progress, report_errors, say, say_written
from riffdesk.sketch.music.tempo import MAX_TEMPO, MIN_TEMPO
from riffdesk.sketch.recipe.recipe import MAX_STEPS


@app.command(
    "add-part",
    epilog=examples(
        "riffdesk add-part song.riff bass -o song2.riff",
        "riffdesk add-part song.riff counter-melody -o counter.wav --instrument flute --seed 7",
        "riffdesk add-part loop.wav drums -o drums.wav --bpm 96",
        "riffdesk add-part hummed.wav chords -o song.riff --chords 'Am | F | C | G'",
    ),
)
@report_errors
def add_part(
    sketch: Annotated[Path, path_argument(metavar="SKETCH.riff|SOUND", help="A project, or a sound.")],
    kind: Annotated[PartKind, typer.Argument(metavar="PART", help=f"One of: {', '.join(PartKind)}.")],
    out: Annotated[
        Path,
        path_option(
            "--out", "-o", metavar="OUT", help="A .riff project, with the part as a layer; or a sound, the part alone."
        ),
    ],
    instrument: Annotated[
        str, typer.Option(metavar="NAME", help="Its instrument, such as piano; by default any.", show_default=False)
    ] = "",
    bpm: Annotated[
        float | None,
        decimal_option(low=MIN_TEMPO, high=MAX_TEMPO, help="Tempo, instead of the one of the notes or the estimate."),
    ] = None,
    key: Annotated[
        str | None, typer.Option(callback=checked_key, metavar="KEY", help="Key, such as 'C minor', instead.")
    ] = None,
    chords: Annotated[
        str | None,
        typer.Option(callback=checked_chords, metavar="CHORDS", help="Chords, such as 'Cm | Ab | Eb Bb', instead."),
    ] = None,
    seed: SeedOption = None,
    steps: Annotated[
        int | None, typer.Option(min=1, max=MAX_STEPS, help="Denoising steps; by default those of the project.")
    ] = None,
    model: Annotated[
        str | None, typer.Option(metavar="NAME", help="A model; by default that of the project.", show_default=False)
    ] = None,
    subtype: SubtypeOption = Subtype.pcm24,
    force: ForceOption = False,
) -> None:
    """Compose a part to a sketch or a sound, and play it: bass, drums, chords, a melody or a counter-melody.

    It is composed to the notes that the layers were played from. For a drawing or a sound, tempo, key and chords are
    estimated; a line shows the estimate, and --bpm, --key and --chords correct it. The part has the length of the
    sketch, is aligned with it, and has its level in the mix.
    """
    if out.suffix.lower() != ".riff":
        check_sound_name(out, subtype)
    keep_existing(out, force)
    check_folder(out)
    from riffdesk.scripting.adding import add_part as add

    with progress() as on_step:
        added = add(
            sketch,
            kind.value,
            instrument=instrument,
            bpm=bpm,
            key=key,
            chords=chords,
            seed=seed,
            model=model,
            steps=steps,
            on_step=on_step,
        )
        music = added.music
        say(f"{music.source} {music.tempo:g} bpm, {music.key.name}: {music.chords_text}")
        say_reduced(added.save(out, subtype=subtype.code, on_step=on_step))
    say_written(out)


@app.command(
    "split",
    epilog=examples(
        "riffdesk split loop.wav -o loop.wav",
        "riffdesk split song.mp3 -o shares/song.flac --force",
    ),
)
@report_errors
def split(
    sound: Annotated[Path, path_argument(metavar="SOUND", help="A sound: WAV, FLAC, OGG, MP3, at most 10 minutes.")],
    out: Annotated[
        Path,
        path_option(
            "--out",
            "-o",
            metavar="OUT",
            help="A .wav or .flac name; 'OUT percussive', 'OUT bass' and 'OUT harmonic' are written.",
        ),
    ],
    subtype: SubtypeOption = Subtype.pcm24,
    force: Annotated[bool, typer.Option("--force", help="Replace files of the same names.")] = False,
) -> None:
    """Split a sound into percussive, bass and harmonic shares.

    The three files sum to the sound, sample for sample, unless they had to be turned down.
    To get each instrument of a riff that is made from notes, use `riffdesk render --parts`.
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
