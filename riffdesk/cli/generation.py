"""``riffdesk render`` and ``variations``: riffs from words, from sounds and from pictures."""

from __future__ import annotations

import difflib
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from riffdesk.cli.app import app
from riffdesk.cli.checks import NO_FLOAT_FLAC, check_folder, check_sound_name, keep_existing, say_turned_down
from riffdesk.cli.choices import ForceOption, RiffFormat, SoundQuality, Subtype, SubtypeOption
from riffdesk.cli.terminal import calmly, examples, progress, say_written
from riffdesk.diffusion.schedulers import DEFAULT_SCHEDULER, SCHEDULERS
from riffdesk.errors import UserError, reason
from riffdesk.files import safe_name
from riffdesk.progress import Step
from riffdesk.sketch.recipe import MAX_STEPS
from riffdesk.sketch.timeline import MAX_GUIDANCE, MAX_SEED

if TYPE_CHECKING:
    from riffdesk.api import Options

_MOST_VARIATIONS = 1_000
_NAME_LENGTH = 60


def _checked_seconds(value: float | None) -> float | None:
    if value is not None and not value > 0:
        raise typer.BadParameter("a riff is longer than 0 seconds.")
    return value


def _checked_scheduler(value: str) -> str:
    known = {name.casefold(): name for name in SCHEDULERS}
    if value.casefold() in known:
        return known[value.casefold()]
    near = difflib.get_close_matches(value.casefold(), known, n=1)
    hint = f"Did you mean '{known[near[0]]}'?" if near else f"There are: {', '.join(SCHEDULERS)}."
    raise typer.BadParameter(f"there is no scheduler '{value}'. {hint}")


def _checked_loras(values: list[str]) -> list[str]:
    for value in values:
        _lora(value)
    return values


def _lora(value: str) -> tuple[str, float]:
    """Return name and weight of ``NAME:WEIGHT``; of ``NAME`` alone the weight is 1."""
    name, colon, weight = value.rpartition(":")
    try:
        return (name, float(weight)) if colon else (value, 1.0)
    except ValueError as error:
        raise typer.BadParameter(f"'{weight}' is no weight: write NAME:WEIGHT, such as {name}:0.8.") from error


PromptArgument = Annotated[str, typer.Argument(metavar="PROMPT", help="What to make. (word) counts more, [word] less.")]
NegativeOption = Annotated[str, typer.Option(metavar="PROMPT", help="What to keep away from.")]
SecondsOption = Annotated[
    float | None,
    typer.Option(
        callback=_checked_seconds, help="Length; by default that of the init, or of the model's images (about 5)."
    ),
]
StepsOption = Annotated[
    int | None, typer.Option(min=1, max=MAX_STEPS, help="Denoising steps; by default what suits the model.")
]
GuidanceOption = Annotated[
    float | None,
    typer.Option(min=0, max=MAX_GUIDANCE, help="How strictly to follow the prompt; by default what suits the model."),
]
DenoisingOption = Annotated[
    float, typer.Option(min=0, max=1, help="With --init: 0 keeps it as it is, 1 makes all of it anew.")
]
SchedulerOption = Annotated[
    str, typer.Option(callback=_checked_scheduler, metavar="NAME", help=f"One of: {', '.join(SCHEDULERS)}.")
]
ModelOption = Annotated[str, typer.Option(metavar="NAME", help="A model; `riffdesk models list` shows them.")]
LoraOption = Annotated[
    list[str],
    typer.Option("--lora", callback=_checked_loras, metavar="NAME:WEIGHT", help="Add a LoRA; can be given repeatedly."),
]
InitOption = Annotated[
    str | None,
    typer.Option(
        metavar="FILE|NAME",
        help="Start from a sound, a spectrogram image, a .riff project, or a seed image: arpeggio, bossa, breakbeat, "
        "drone, four-on-the-floor, shuffle.",
    ),
]
MaskOption = Annotated[
    Path | None,
    typer.Option(
        metavar="PICTURE", help="With --init: white is made anew, black is kept. As large as its spectrogram."
    ),
]
LoopOption = Annotated[bool, typer.Option("--loop", help="Let the end flow into the beginning.")]
QualityOption = Annotated[SoundQuality, typer.Option(help="How near the sound is to the image, against the time.")]


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
def render(
    prompt: PromptArgument,
    out: Annotated[Path, typer.Option("--out", "-o", metavar="OUT", help="A .wav, .flac or .png file to write.")],
    negative: NegativeOption = "",
    seed: Annotated[int, typer.Option(min=0, max=MAX_SEED, help="Another seed, another riff.")] = 42,
    seconds: SecondsOption = None,
    steps: StepsOption = None,
    guidance: GuidanceOption = None,
    denoising: DenoisingOption = 0.75,
    scheduler: SchedulerOption = DEFAULT_SCHEDULER,
    model: ModelOption = "starter",
    loras: LoraOption = [],  # noqa: B006 - typer's way of saying none
    init: InitOption = None,
    mask: MaskOption = None,
    loop: LoopOption = False,
    quality: QualityOption = SoundQuality.good,
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

    options: Options = {
        "negative": negative,
        "seed": seed,
        "seconds": seconds,
        "steps": steps,
        "guidance": guidance,
        "denoising": denoising,
        "scheduler": scheduler,
        "model": model,
        "loras": [_lora(one) for one in loras],
        "init": init,
        "mask": mask,
        "loop": loop,
        "quality": quality.value,
    }
    with progress() as on_step:
        riff = api.render(prompt, on_step=on_step, **options)
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
def variations(
    prompt: PromptArgument,
    folder: Annotated[Path, typer.Option("--out", "-o", metavar="DIR", help="Where to; made if it is missing.")],
    count: Annotated[int, typer.Option("--count", "-n", min=1, max=_MOST_VARIATIONS, help="How many.")] = 8,
    negative: NegativeOption = "",
    seed: Annotated[int, typer.Option(min=0, max=MAX_SEED, help="The first seed; the others follow it.")] = 42,
    seconds: SecondsOption = None,
    steps: StepsOption = None,
    guidance: GuidanceOption = None,
    denoising: DenoisingOption = 0.75,
    scheduler: SchedulerOption = DEFAULT_SCHEDULER,
    model: ModelOption = "starter",
    loras: LoraOption = [],  # noqa: B006 - typer's way of saying none
    init: InitOption = None,
    mask: MaskOption = None,
    loop: LoopOption = False,
    quality: QualityOption = SoundQuality.good,
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

    options: Options = {
        "negative": negative,
        "seed": seed,
        "seconds": seconds,
        "steps": steps,
        "guidance": guidance,
        "denoising": denoising,
        "scheduler": scheduler,
        "model": model,
        "loras": [_lora(one) for one in loras],
        "init": init,
        "mask": mask,
        "loop": loop,
        "quality": quality.value,
    }
    with progress() as on_step:

        def write(step: Step) -> None:
            on_step(step)
            if isinstance(step.partial, Ready):
                path = paths[step.partial.index]
                say_turned_down(api.Riff.of(step.partial.result).save(path, subtype=subtype.code))
                say_written(path)

        request = api.request_of(prompt, on_step, **options)
        try:
            folder.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise UserError(f"Could not make the folder {folder}: {reason(error)}.") from error
        render_variations(VariationsRequest(request, tuple(seeds)), write)
