"""``riffdesk render``, ``interpolate`` and ``variations``: riffs from words, from sounds and from pictures."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from riffdesk.cli.app import app
from riffdesk.cli.checks import NO_FLOAT_FLAC, check_folder, check_sound_name, keep_existing, say_reduced
from riffdesk.cli.choices import Curve, ForceOption, RiffFormat, Subtype, SubtypeOption, decimal_option, path_option
from riffdesk.cli.library.library_copies import LibraryOption, keep_copies
from riffdesk.cli.riff_options import RiffOptions, checked_seconds, with_riff_options
from riffdesk.cli.terminal import examples, progress, report_errors, say, say_written
from riffdesk.errors import UserError, reason
from riffdesk.files import safe_name
from riffdesk.progress import OnStep, Step
from riffdesk.sketch.recipe.timeline import MAX_SEED, RANDOM_SEED, drawn_seed

if TYPE_CHECKING:
    from riffdesk.engine.requests import RenderRequest

_MAX_VARIATIONS = 1_000
_NAME_LENGTH = 60

OutOption = Annotated[Path, path_option("--out", "-o", metavar="OUT", help="A .wav, .flac or .png file to write.")]
SeedOption = Annotated[
    int | None,
    typer.Option(
        min=RANDOM_SEED, max=MAX_SEED, help="Another seed, another riff; -1 for a random one.", show_default="42"
    ),
]
_PROMPT_HELP = "A description of the music. (word) counts more, [word] less."


@app.command(
    "render",
    epilog=examples(
        "riffdesk render 'slow jazz with a piano' -o jazz.wav",
        "riffdesk render 'funk (bass:1.3), no drums' -o funk.flac --seconds 20 --seed 7",
        "riffdesk render 'church organ' -o organ.wav --init hummed.wav --denoising 0.6",
        "riffdesk render 'drum and bass' -o beat.wav --init breakbeat --loop --bars 4 --bpm 174",
        "riffdesk render 'a trumpet' -o fixed.wav --init jazz.wav --mask here.png",
        "riffdesk render -o longer.wav --init jazz.wav --continue 10",
        "riffdesk render 'a string quartet' -o quartet.wav --score quartet.mid",
        "riffdesk render 'a violin' -o violin.wav --score drawing.png",
        "riffdesk render 'funk' -o funk.wav --parts --bars 8 --bpm 104",
        "riffdesk render 'slow jazz' -o jazz.wav --fast --model riffusion-model-v1",
        "riffdesk render 'soul with an organ' -o soul.wav --bars 8 --bpm 92 --chords 'Cm | Ab | Eb | Bb'",
        "riffdesk render song.riff -o song.wav",
    ),
)
@report_errors
@with_riff_options
def render(
    out: OutOption,
    options: RiffOptions,
    prompt: Annotated[
        str | None,
        typer.Argument(
            metavar="PROMPT|SKETCH.riff",
            help=f"{_PROMPT_HELP} Or a project, whose timeline is rendered again; `export` writes its present sound. "
            "Without either, --init carries its recipe.",
            show_default=False,
        ),
    ] = None,
    seed: SeedOption = None,
    parts: Annotated[
        bool,
        typer.Option("--parts", help="Make each instrument alone: OUT is the mix, 'OUT drums', 'OUT bass' lie beside."),
    ] = False,
    continue_right: Annotated[
        float | None,
        decimal_option("--continue", metavar="SECONDS", callback=checked_seconds, help="Length to add after --init."),
    ] = None,
    continue_left: Annotated[
        float | None,
        decimal_option(
            "--continue-left", metavar="SECONDS", callback=checked_seconds, help="Length to add before --init."
        ),
    ] = None,
    subtype: SubtypeOption = Subtype.pcm24,
    force: ForceOption = False,
    library: LibraryOption = True,
) -> None:
    """Make a riff of a prompt, or of the timeline of a sketch.

    The same command line gives the same samples. The file contains the recipe: open it in the
    window, and the prompt panel shows its settings. With --init the riff starts from a sound or a
    picture instead of noise. With --mask only a part of that is rendered again, and the rest of a
    sound keeps its samples. With --continue it gets longer.

    A model that takes scores plays notes composed from the prompt, in the tempo, key and chords that
    are given; `riffdesk midi` writes those notes. With --score it plays a MIDI file, or the notes of
    a drawing or of a hummed line. Any other model can start from a picture of the notes, as
    Riffusion's own models do: --init guide.

    The library keeps a copy of the sound; --no-library leaves it as it is, as for a script that makes
    thousands of riffs.

    With a sketch, a model plays its seed timeline, whatever its layers contain. To write the sound of
    the layers, use `riffdesk export SKETCH.riff OUT.wav`.
    """
    _check_out(out, subtype, force)
    from riffdesk.scripting import requests

    values = options.values(seed=seed, continue_right=continue_right, continue_left=continue_left)
    with progress() as on_step:
        if prompt is not None and prompt.lower().endswith(".riff"):
            request = requests.timeline_of(prompt, on_step, **values)
        else:
            request = requests.request_of(prompt, on_step, **values)
        if parts:
            paths = _write_parts(request, out, subtype, on_step, force)
        else:
            paths = [out]
            _write(request, out, subtype, on_step)
    if library:
        keep_copies(paths)


@app.command(
    "interpolate",
    epilog=examples(
        "riffdesk interpolate --from 'slow jazz' --to 'fast techno' -o morph.wav --seconds 40",
        "riffdesk interpolate --from rain --to rain --seed-from 1 --seed-to 2 -o rain.flac --curve smooth",
        "riffdesk interpolate --from 'church bells' --to 'electronic beats' -o clips.wav --init breakbeat --clips",
    ),
)
@report_errors
@with_riff_options
def interpolate(
    start: Annotated[str, typer.Option("--from", metavar="PROMPT", help="The prompt at the beginning.")],
    end: Annotated[str, typer.Option("--to", metavar="PROMPT", help="The prompt at the end.")],
    out: OutOption,
    options: RiffOptions,
    seed_from: Annotated[
        int | None, typer.Option(min=RANDOM_SEED, max=MAX_SEED, help="Seed at the beginning.", show_default="42")
    ] = None,
    seed_to: Annotated[
        int | None,
        typer.Option(min=RANDOM_SEED, max=MAX_SEED, help="Seed at the end; by default that at the beginning."),
    ] = None,
    curve: Annotated[Curve, typer.Option(help="Curve of the transition.")] = Curve.linear,
    subtype: SubtypeOption = Subtype.pcm24,
    force: ForceOption = False,
    library: LibraryOption = True,
) -> None:
    """Make a riff that walks from one prompt to another, and from one seed to another.

    By default it has the length of four windows of the model, about 20 seconds. The walk is
    continuous; with --clips it has one step for each image.

    The library keeps a copy of the sound, unless --no-library is given.
    """
    _check_out(out, subtype, force)
    from riffdesk.scripting import requests

    values = options.values(seed=seed_from)
    with progress() as on_step:
        request = requests.walk_of(start, end, on_step, seed_to=seed_to, curve=curve.value, **values)
        _write(request, out, subtype, on_step)
    if library:
        keep_copies([out])


def _check_out(out: Path, subtype: Subtype, force: bool) -> None:
    """Raise an error for a file that cannot be written, before the render."""
    if out.suffix.lower() not in (".wav", ".flac", ".png"):
        raise typer.BadParameter(f"'{out}' is no name for a riff: it must end in .wav, .flac or .png.")
    if out.suffix.lower() != ".png":
        check_sound_name(out, subtype)
    keep_existing(out, force)
    check_folder(out)


def _write(request: RenderRequest, out: Path, subtype: Subtype, on_step: OnStep) -> None:
    """Render a riff and write it; an unfinished one of an earlier command is continued."""
    from riffdesk.engine.events import Resumed
    from riffdesk.engine.riff.score.played_score import understood_of
    from riffdesk.scripting.api import write_riff

    def on_any_step(step: Step) -> None:
        if isinstance(step.partial, Resumed):
            say(f"Continuing after {step.partial.seconds:.1f} s that were rendered before.")
        on_step(step)

    if sentences := understood_of(request):
        say(" ".join(sentences))
    say_reduced(write_riff(request, out, subtype=subtype.code, on_step=on_any_step))
    say_written(out)


def _write_parts(request: RenderRequest, out: Path, subtype: Subtype, on_step: OnStep, force: bool) -> list[Path]:
    """Render a riff in parts, and write the mix and each part; return the files."""
    from riffdesk.engine.riff.score.parts import part_requests
    from riffdesk.engine.riff.score.riff_score import understood
    from riffdesk.scripting.parts import parts_of_request, paths_of

    if out.suffix.lower() == ".png":
        raise typer.BadParameter(f"'{out}' is a picture; parts are sound: OUT must end in .wav or .flac.")
    paths = paths_of(out, [part.name for part in part_requests(request)])
    for path in paths:
        keep_existing(path, force)
    say(" ".join(understood(request.recipe, "as given")))
    say_reduced(parts_of_request(request, on_step).save(out, subtype=subtype.code, on_step=on_step))
    for path in paths:
        say_written(path)
    return paths


@app.command(
    "variations",
    epilog=examples(
        "riffdesk variations 'slow jazz with a piano' -n 8 -o jazz/",
        "riffdesk variations 'house' -n 4 -o house/ --init four-on-the-floor --format flac",
    ),
)
@report_errors
@with_riff_options
def variations(
    prompt: Annotated[str, typer.Argument(metavar="PROMPT", help=_PROMPT_HELP)],
    folder: Annotated[
        Path, path_option("--out", "-o", metavar="DIR", help="Folder for the riffs; made if it is missing.")
    ],
    options: RiffOptions,
    count: Annotated[int, typer.Option("--count", "-n", min=1, max=_MAX_VARIATIONS, help="How many.")] = 8,
    seed: Annotated[
        int,
        typer.Option(min=RANDOM_SEED, max=MAX_SEED, help="The first seed; the others follow it. -1 for a random one."),
    ] = 42,
    format: Annotated[RiffFormat, typer.Option(help="Kind of file.")] = RiffFormat.wav,
    subtype: SubtypeOption = Subtype.pcm24,
    force: Annotated[bool, typer.Option("--force", help="Replace files of the same names.")] = False,
    library: LibraryOption = True,
) -> None:
    """Make a riff of a prompt with several seeds.

    Each is written to the folder as soon as it is finished, named after the prompt and its seed, so
    that you can listen while the rest still render; finished riffs stay when you stop with Ctrl+C.

    The library keeps a copy of each, unless --no-library is given.
    """
    if format is RiffFormat.flac and subtype is Subtype.float:
        raise typer.BadParameter(NO_FLOAT_FLAC)
    seed = drawn_seed(seed)
    seeds = [(seed + number) % (MAX_SEED + 1) for number in range(count)]
    name = safe_name(prompt[:_NAME_LENGTH], "riff")
    paths = [folder / f"{name} {number}.{format.value}" for number in seeds]
    for path in paths:
        keep_existing(path, force)
    from riffdesk.engine.events import Ready
    from riffdesk.engine.requests import VariationsRequest
    from riffdesk.engine.riff.render import render_variations
    from riffdesk.scripting import api, requests

    with progress() as on_step:

        def write(step: Step) -> None:
            on_step(step)
            if isinstance(step.partial, Ready):
                path = paths[step.partial.index]
                say_reduced(api.Riff.of(step.partial.result).save(path, subtype=subtype.code))
                say_written(path)
                if library:
                    keep_copies([path], "variation")

        request = requests.request_of(prompt, on_step, **options.values(seed=seed))
        try:
            folder.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise UserError(f"Could not make the folder {folder}: {reason(error)}.") from error
        render_variations(VariationsRequest(request, tuple(seeds)), write)
