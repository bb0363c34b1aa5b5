"""``riffdesk render`` and ``variations``: riffs from words, from sounds and from pictures."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from riffdesk.cli.app import app
from riffdesk.cli.checks import NO_FLOAT_FLAC, check_folder, check_sound_name, keep_existing, say_turned_down
from riffdesk.cli.choices import ForceOption, RiffFormat, Subtype, SubtypeOption
from riffdesk.cli.riff_options import RiffOptions, with_riff_options
from riffdesk.cli.terminal import calmly, examples, progress, say_written
from riffdesk.errors import UserError, reason
from riffdesk.files import safe_name
from riffdesk.progress import Step
from riffdesk.sketch.timeline import MAX_SEED

_MOST_VARIATIONS = 1_000
_NAME_LENGTH = 60

PromptArgument = Annotated[str, typer.Argument(metavar="PROMPT", help="What to make. (word) counts more, [word] less.")]


@app.command(
    "render",
    epilog=examples(
        "riffdesk render 'slow jazz with a piano' -o jazz.wav",
        "riffdesk render 'funk (bass:1.3), no drums' -o funk.flac --seconds 20 --seed 7",
        "riffdesk render 'church organ' -o organ.wav --init hummed.wav --denoising 0.6",
        "riffdesk render 'drum and bass' -o beat.wav --init breakbeat --loop",
        "riffdesk render 'a trumpet' -o fixed.wav --init jazz.wav --mask here.png",
    ),
)
@calmly
@with_riff_options
def render(
    prompt: PromptArgument,
    out: Annotated[Path, typer.Option("--out", "-o", metavar="OUT", help="A .wav, .flac or .png file to write.")],
    options: RiffOptions,
    seed: Annotated[int, typer.Option(min=0, max=MAX_SEED, help="Another seed, another riff.")] = 42,
    subtype: SubtypeOption = Subtype.pcm24,
    force: ForceOption = False,
) -> None:
    """Make a riff of a prompt.

    The same command line gives the same samples. The file carries the recipe along: open it in the
    window, and the prompt panel shows what made it. With --init the riff starts from what is there
    instead of from noise; with --mask only a part of it is made anew, and the rest of a sound stays
    as it was, sample for sample.
    """
    if out.suffix.lower() not in (".wav", ".flac", ".png"):
        raise typer.BadParameter(f"'{out}' is no name for a riff: it must end in .wav, .flac or .png.")
    if out.suffix.lower() != ".png":
        check_sound_name(out, subtype)
    keep_existing(out, force)
    check_folder(out)
    from riffdesk import api

    with progress() as on_step:
        riff = api.render(prompt, on_step=on_step, **options.given(seed))
        say_turned_down(riff.save(out, subtype=subtype.code, on_step=on_step))
    say_written(out)


@app.command(
    "variations",
    epilog=examples(
        "riffdesk variations 'slow jazz with a piano' -n 8 -o jazz/",
        "riffdesk variations 'house' -n 4 -o house/ --init four-on-the-floor --format flac",
    ),
)
@calmly
@with_riff_options
def variations(
    prompt: PromptArgument,
    folder: Annotated[Path, typer.Option("--out", "-o", metavar="DIR", help="Where to; made if it is missing.")],
    options: RiffOptions,
    count: Annotated[int, typer.Option("--count", "-n", min=1, max=_MOST_VARIATIONS, help="How many.")] = 8,
    seed: Annotated[int, typer.Option(min=0, max=MAX_SEED, help="The first seed; the others follow it.")] = 42,
    format: Annotated[RiffFormat, typer.Option(help="Kind of file.")] = RiffFormat.wav,
    subtype: SubtypeOption = Subtype.pcm24,
    force: Annotated[bool, typer.Option("--force", help="Replace files of the same names.")] = False,
) -> None:
    """Make a riff of a prompt with several seeds.

    Each is written to the folder as soon as it is finished, named after the prompt and its seed, so
    that you can listen while the rest still render; what is there stays when you stop with Ctrl+C.
    """
    if format is RiffFormat.flac and subtype is Subtype.float:
        raise typer.BadParameter(NO_FLOAT_FLAC)
    seeds = [(seed + number) % (MAX_SEED + 1) for number in range(count)]
    name = safe_name(prompt[:_NAME_LENGTH], "riff")
    paths = [folder / f"{name} {one}.{format.value}" for one in seeds]
    for path in paths:
        keep_existing(path, force)
    from riffdesk import api
    from riffdesk.engine.render import render_variations
    from riffdesk.engine.request import Ready, VariationsRequest

    with progress() as on_step:

        def write(step: Step) -> None:
            on_step(step)
            if isinstance(step.partial, Ready):
                path = paths[step.partial.index]
                say_turned_down(api.Riff.of(step.partial.result).save(path, subtype=subtype.code))
                say_written(path)

        request = api.request_of(prompt, on_step, **options.given(seed))
        try:
            folder.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise UserError(f"Could not make the folder {folder}: {reason(error)}.") from error
        render_variations(VariationsRequest(request, tuple(seeds)), write)
