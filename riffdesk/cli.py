"""The command line; neither Qt nor torch is loaded until a command needs it."""

from __future__ import annotations

import difflib
import functools
import os
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, ParamSpec

import typer

from riffdesk import __version__
from riffdesk.cli_choices import FinalQuality, ForceOption, Format, SoundQuality, Subtype, SubtypeOption
from riffdesk.errors import Cancelled, UserError
from riffdesk.progress import OnStep, Step, ignore_steps

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from riffdesk.dsp.params import SpectrogramParams

OpenWindow = Callable[[Path | None], int]
P = ParamSpec("P")

_NO_FLOAT_FLAC = "FLAC holds no float samples: use --subtype pcm24, or WAV."
_JUST_BELOW_FULL_SCALE = 0.9999  # room for dither at 16 bit


def _examples(*lines: str) -> str:
    """Return an epilog that --help prints line by line as it stands."""
    return "\b\nExamples:\n  " + "\n  ".join(lines)


app = typer.Typer(
    name="riffdesk",
    add_completion=False,
    rich_markup_mode=None,
    context_settings={"help_option_names": ["-h", "--help"]},
    subcommand_metavar="[FILE] | COMMAND [ARGS]...",
    epilog=_examples(
        "riffdesk                                     open the window",
        "riffdesk song.riff                           open it with a project",
        "riffdesk image-to-audio riff.png riff.wav    hear a spectrogram image",
        "riffdesk audio-to-image loop.mp3 loop.png    see a sound",
        "riffdesk export song.riff stems/             write the mix and every layer",
        "riffdesk doctor                              find out what does not work, and why",
    ),
)


def run(arguments: Sequence[str], *, open_window: OpenWindow) -> int:
    """Do what a command line asks for.

    Parameters
    ----------
    arguments : sequence of str
        Without the program's name. A first argument that is no command is a file for the window.
    open_window : callable
        Opens the window on a file or on nothing and returns its exit code when it is closed.

    Returns
    -------
    int
        0 if all went well, 1 if something failed, 2 if the command line makes no sense.
    """
    arguments = list(arguments)
    if not arguments or not (arguments[0].startswith("-") or arguments[0] in _command_names()):
        arguments.insert(0, "open")
    try:
        app(arguments, prog_name="riffdesk", obj=open_window)
    except SystemExit as done:
        return done.code if isinstance(done.code, int) else 0
    return 0


def _command_names() -> list[str]:
    return [str(command.name) for command in app.registered_commands]


def calmly(command: Callable[P, None]) -> Callable[P, None]:
    """Have a command end with one line on stderr and exit code 1 where the user can mend what went wrong."""

    @functools.wraps(command)
    def calm(*args: P.args, **kwargs: P.kwargs) -> None:
        try:
            command(*args, **kwargs)
        except UserError as error:
            _say(f"riffdesk: {error}")
        except (Cancelled, KeyboardInterrupt):
            _say("Cancelled.")
        else:
            return
        raise typer.Exit(1)

    return calm


def _say(text: str) -> None:
    """Print a line on stderr, where it is in nobody's way."""
    print(text, file=sys.stderr)


def _say_written(*paths: Path) -> None:
    """Tell somebody at a terminal what was written; a pipe has not asked."""
    if sys.stderr.isatty():
        for path in paths:
            _say(f"Wrote {path}")


@contextmanager
def _progress() -> Iterator[OnStep]:
    """Give a listener that draws a bar while slow work runs; in a pipe it draws nothing."""
    if not sys.stderr.isatty() or os.environ.get("TERM") == "dumb":
        yield ignore_steps
        return
    from rich.console import Console
    from rich.progress import Progress

    with Progress(console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task("Starting", total=None)

        def on_step(step: Step) -> None:
            bar.update(task, description=step.what or "Working", completed=step.done, total=step.total or None)

        yield on_step


def _print_version(wanted: bool) -> None:
    if wanted:
        print(f"riffdesk {__version__}")
        raise typer.Exit


@app.callback()
def _riffdesk(
    version: Annotated[
        bool, typer.Option("--version", help="Print the version and stop.", callback=_print_version, is_eager=True)
    ] = False,
) -> None:
    """Draw a spectrogram and hear it: a music sketchpad.

    Without a command, the window opens, with FILE in it if there is one: a .riff project, a sound
    (WAV, FLAC, OGG, MP3) or a spectrogram image (PNG, JPEG).

    Every command tells more: riffdesk COMMAND --help. It exits with 0 if all went well, with 1 if
    something failed (one line says what), and with 2 if the command line makes no sense.
    """


@app.command("open")
@calmly
def open_(
    context: typer.Context,
    file: Annotated[Path | None, typer.Argument(help="A project, a sound or a spectrogram image.")] = None,
) -> None:
    """Open the window; `riffdesk FILE` does the same."""
    if file is not None and not file.exists():
        raise typer.BadParameter(_unknown(str(file)))
    code = context.obj(file)
    if code:
        raise typer.Exit(code)


def _unknown(word: str) -> str:
    """Return what to say about a word that is neither a file nor a command."""
    near = difflib.get_close_matches(word, _command_names(), n=1)
    hint = f"Did you mean '{near[0]}'?" if near else "riffdesk --help lists the commands."
    return f"there is no file and no command called '{word}'. {hint}"


@app.command(
    "image-to-audio",
    epilog=_examples(
        "riffdesk image-to-audio riff.png riff.wav",
        "riffdesk image-to-audio riff.png riff.flac --subtype pcm16",
        "riffdesk image-to-audio bar.png loop.wav --quality best --loop",
        "riffdesk image-to-audio wide.jpg wide.wav --min-hz 20 --max-hz 20000",
    ),
)
@calmly
def image_to_audio(
    image: Annotated[Path, typer.Argument(metavar="IMAGE", help="A spectrogram image: PNG, JPEG, WebP, BMP, TIFF.")],
    out: Annotated[Path, typer.Argument(metavar="OUT", help="The sound to write: a .wav or .flac file.")],
    subtype: SubtypeOption = Subtype.pcm24,
    min_hz: Annotated[float, typer.Option(help="Lowest frequency, where the image does not tell.")] = 0,
    max_hz: Annotated[float, typer.Option(help="Highest frequency, where the image does not tell.")] = 10_000,
    quality: Annotated[SoundQuality, typer.Option(help="How near to the image, against the time it takes.")] = (
        SoundQuality.good
    ),
    loop: Annotated[bool, typer.Option("--loop", help="Let the end flow into the beginning.")] = False,
    force: ForceOption = False,
) -> None:
    """Turn a spectrogram image into sound.

    The image is read as Riffusion draws it: time from left to right, low frequencies at the bottom,
    dark is loud. Settings come from its EXIF tags; what they do not tell is 44.1 kHz, 10 ms steps and
    0 to 10,000 Hz. The sound is as loud as the image says; 16 and 24 bit are turned down if they
    would clip, and a line says by how much.
    """
    _check_sound_name(out, subtype)
    _keep_existing(out, force)
    from riffdesk.audio.files import write_audio
    from riffdesk.dsp.phase import reconstruct
    from riffdesk.engine.device import sound_device
    from riffdesk.store.image_file import ImageRequest, read_image

    defaults = _params(min_hz=min_hz, max_hz=max_hz)
    with _progress() as on_step:
        picture = read_image(ImageRequest(image, defaults), on_step)
        ink = picture.ink if picture.params.stereo else picture.ink[None]
        audio = reconstruct(
            ink, picture.params, quality=quality.value, circular=loop, device=sound_device(), on_step=on_step
        )
        if subtype is not Subtype.float:
            audio = _below_clipping(audio)
        write_audio(out, audio, picture.params.sample_rate, subtype=subtype.code, on_step=on_step)
    _say_written(out)


@app.command(
    "audio-to-image",
    epilog=_examples(
        "riffdesk audio-to-image loop.mp3 loop.png",
        "riffdesk audio-to-image song.flac song.png --stereo --min-hz 20 --max-hz 20000",
    ),
)
@calmly
def audio_to_image(
    audio: Annotated[Path, typer.Argument(metavar="AUDIO", help="A sound: WAV, FLAC, OGG, MP3, at most 10 minutes.")],
    out: Annotated[Path, typer.Argument(metavar="OUT", help="The image to write: a .png file.")],
    stereo: Annotated[bool, typer.Option("--stereo", help="Left in green and right in blue; else their mean.")] = False,
    min_hz: Annotated[float, typer.Option(help="Lower edge of the image in Hz.")] = 0,
    max_hz: Annotated[float, typer.Option(help="Upper edge of the image in Hz.")] = 10_000,
    bands: Annotated[int, typer.Option(help="Mel bands, which is the image's height.")] = 512,
    step_ms: Annotated[int, typer.Option(help="Milliseconds from one column to the next.")] = 10,
    window_ms: Annotated[int, typer.Option(help="Length of the Hann window in milliseconds.")] = 100,
    power: Annotated[float, typer.Option(help="Exponent from amplitude to darkness.")] = 0.25,
    force: ForceOption = False,
) -> None:
    """Draw a sound as a spectrogram image.

    The image is what Riffusion draws of the sound, with its settings in the EXIF tags, so that
    `image-to-audio` and every other program for Riffusion images can turn it back.
    """
    if out.suffix.lower() != ".png":
        raise typer.BadParameter(f"'{out}' is no name for an image: it must end in .png.")
    _keep_existing(out, force)
    from riffdesk.audio.files import ImportRequest, import_audio
    from riffdesk.store.image_file import WriteImageRequest, write_image

    params = _params(
        stereo=stereo,
        min_hz=min_hz,
        max_hz=max_hz,
        bands=bands,
        step_ms=step_ms,
        window_ms=window_ms,
        padded_ms=max(window_ms, 400),
        power=power,
    )
    with _progress() as on_step:
        sound = import_audio(ImportRequest(audio, params), on_step)
        write_image(WriteImageRequest(out, sound.ink, params), on_step)
    _say_written(out)


@app.command(
    "export",
    epilog=_examples(
        "riffdesk export song.riff stems/",
        "riffdesk export song.riff . --no-stems --format flac",
        "riffdesk export song.riff stems/ --subtype float --force",
    ),
)
@calmly
def export(
    project: Annotated[Path, typer.Argument(metavar="PROJECT", help="A .riff project.")],
    folder: Annotated[Path, typer.Argument(metavar="OUTDIR", help="Where to; made if it is missing.")],
    stems: Annotated[bool, typer.Option(help="Write one file per layer that is heard, beside the mix.")] = True,
    format: Annotated[Format, typer.Option(help="Kind of file.")] = Format.wav,
    subtype: SubtypeOption = Subtype.pcm24,
    quality: Annotated[FinalQuality, typer.Option(help="What is not finished yet is made in.")] = FinalQuality.good,
    force: Annotated[bool, typer.Option("--force", help="Replace files of the same names.")] = False,
) -> None:
    """Write the mix of a project, and one file per layer, to a folder.

    All files begin together and are equally long, and the stems sum to the mix. What was painted
    and not heard yet is made to sound first. 16 and 24 bit are turned down together if anything
    would clip, and a line says by how much. Files that are already there stay: without --force
    the new ones get a number.
    """
    if format is Format.flac and subtype is Subtype.float:
        raise typer.BadParameter(_NO_FLOAT_FLAC)
    from riffdesk.audio.export import ExportRequest
    from riffdesk.audio.export import export as write_files
    from riffdesk.engine.render import complete
    from riffdesk.store.project import OpenRequest, load_project

    with _progress() as on_step:
        document = complete(load_project(OpenRequest(project), on_step), on_step, quality=quality.value)
        request = ExportRequest(
            document,
            folder,
            project.stem,
            stems=stems,
            format="WAV" if format is Format.wav else "FLAC",
            subtype=subtype.code,
            overwrite=force,
        )
        report = write_files(request, on_step)
    if report.gain_db < 0:
        _say(f"Turned down by {-report.gain_db:.1f} dB, so that nothing clips; --subtype float keeps the level.")
    _say_written(*report.paths)


def _params(**settings: Any) -> SpectrogramParams:
    """Return spectrogram settings; ones that make no sense are a mistake on the command line."""
    from riffdesk.dsp.params import SpectrogramParams

    try:
        return SpectrogramParams(**settings)
    except UserError as error:
        raise typer.BadParameter(str(error)) from error


def _check_sound_name(out: Path, subtype: Subtype) -> None:
    """Refuse a name or a kind of sample that no sound file has, as a mistake on the command line."""
    if out.suffix.lower() not in (".wav", ".flac"):
        raise typer.BadParameter(f"'{out}' is no name for a sound: it must end in .wav or .flac.")
    if out.suffix.lower() == ".flac" and subtype is Subtype.float:
        raise typer.BadParameter(_NO_FLOAT_FLAC)


def _keep_existing(out: Path, force: bool) -> None:
    if out.exists() and not force:
        raise UserError(f"{out} is already there. Add --force to replace it, or choose another name.")


def _below_clipping(audio: NDArray[np.float32]) -> NDArray[np.float32]:
    """Return the sound with its true peak at 0 dBTP at most, saying so if it was turned down."""
    from riffdesk.dsp.mix import db_of, true_peak

    peak = true_peak(audio)
    if peak <= 1:
        return audio
    _say(f"Turned down by {db_of(peak):.1f} dB, so that nothing clips; --subtype float keeps the level.")
    return audio * audio.dtype.type(_JUST_BELOW_FULL_SCALE / peak)


@app.command("doctor", epilog=_examples("riffdesk doctor", "riffdesk doctor --json > report.json"))
@calmly
def doctor(
    json: Annotated[bool, typer.Option("--json", help="Print the report as JSON, and nothing else.")] = False,
) -> None:
    """Look at this machine: versions, graphics card, sound devices, models, folders, and what is wrong.

    Every problem comes with what to do about it. The exit code is 0 if riffdesk can run, even if
    something is missing that it can do without, and 1 if it cannot.
    """
    from riffdesk.doctor import examine, print_report

    report = examine()
    if json:
        print(report.to_json())
    else:
        from rich.console import Console

        print_report(report, Console())
    if not report.ok:
        raise typer.Exit(1)
