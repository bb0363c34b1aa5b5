"""``riffdesk image-to-audio``, ``audio-to-image``, ``region`` and ``export``: from file to file."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Annotated

import typer

from riffdesk.cli.app import app
from riffdesk.cli.checks import (
    NO_FLOAT_FLAC,
    check_sound_name,
    keep_existing,
    say_levels,
    say_reduced,
    spectrogram_params,
)
from riffdesk.cli.choices import (
    FinalQuality,
    ForceOption,
    Format,
    SoundQuality,
    Subtype,
    SubtypeOption,
    decimal_option,
    path_argument,
    path_option,
)
from riffdesk.cli.terminal import examples, progress, report_errors, say, say_written

_SOUND_SUFFIXES = (".wav", ".flac", ".mp3", ".ogg", ".oga", ".opus", ".m4a", ".aac", ".aif", ".aiff", ".wma")


@app.command(
    "image-to-audio",
    epilog=examples(
        "riffdesk image-to-audio riff.png riff.wav",
        "riffdesk image-to-audio riff.png riff.flac --subtype pcm16",
        "riffdesk image-to-audio bar.png loop.wav --quality best --loop",
        "riffdesk image-to-audio wide.jpg wide.wav --min-hz 20 --max-hz 20000",
        "riffdesk image-to-audio white-on-black.png tone.wav --invert",
    ),
)
@report_errors
def image_to_audio(
    image: Annotated[Path, path_argument(metavar="IMAGE", help="A spectrogram image: PNG, JPEG, WebP, BMP, TIFF.")],
    out: Annotated[Path, path_argument(metavar="OUT", help="The sound to write: a .wav or .flac file.")],
    subtype: SubtypeOption = Subtype.pcm24,
    min_hz: Annotated[float, decimal_option(help="Lowest frequency, if the image does not state it.")] = 0,
    max_hz: Annotated[float, decimal_option(help="Highest frequency, if the image does not state it.")] = 10_000,
    quality: Annotated[SoundQuality, typer.Option(help="Closeness to the image; better takes longer.")] = (
        SoundQuality.good
    ),
    loop: Annotated[bool, typer.Option("--loop", help="Let the end flow into the beginning.")] = False,
    invert: Annotated[bool, typer.Option("--invert", help="Bright is loud: the image is white on black.")] = False,
    force: ForceOption = False,
) -> None:
    """Turn a spectrogram image into sound.

    The image is read as Riffusion draws it: time from left to right, low frequencies at the bottom,
    dark is loud, or with --invert bright is loud. Settings come from its EXIF tags; by default they
    are 44.1 kHz, 10 ms steps and 0 to 10,000 Hz. The sound has the level of the image; 16 and 24 bit
    are turned down if they would clip, and a line says by how much.
    """
    check_sound_name(out, subtype)
    keep_existing(out, force)
    from riffdesk.audio.filing.loop_chunks import Loop
    from riffdesk.audio.filing.sound_files import write_audio
    from riffdesk.devices import sound_device
    from riffdesk.dsp.mix import below_clipping
    from riffdesk.dsp.phase.reconstruction import reconstruct
    from riffdesk.store.image.image_file import ImageRequest, read_image

    defaults = spectrogram_params(min_hz=min_hz, max_hz=max_hz)
    with progress() as on_step:
        picture = read_image(ImageRequest(image, defaults, invert=invert), on_step)
        if picture.looks_inverted:
            say(f"{image.name} seems to be white on black, but dark is loud: --invert reverses it.")
        ink = picture.ink if picture.params.stereo else picture.ink[None]
        audio = reconstruct(
            ink, picture.params, quality=quality.value, circular=loop, device=sound_device(), on_step=on_step
        )
        if subtype is not Subtype.float:
            audio, gain_db = below_clipping(audio)
            say_reduced(gain_db)
        rate = picture.params.sample_rate
        loop_points = Loop(audio.shape[-1], rate) if loop else None
        write_audio(out, audio, rate, subtype=subtype.code, loop=loop_points, on_step=on_step)
    say_written(out)


@app.command(
    "audio-to-image",
    epilog=examples(
        "riffdesk audio-to-image loop.mp3 loop.png",
        "riffdesk audio-to-image song.flac song.png --stereo --min-hz 20 --max-hz 20000",
    ),
)
@report_errors
def audio_to_image(
    audio: Annotated[Path, path_argument(metavar="AUDIO", help="A sound: WAV, FLAC, OGG, MP3, at most 10 minutes.")],
    out: Annotated[Path, path_argument(metavar="OUT", help="The image to write: a .png file.")],
    stereo: Annotated[
        bool, typer.Option("--stereo", help="Left in green and right in blue, instead of their mean.")
    ] = False,
    min_hz: Annotated[float, decimal_option(help="Lower edge of the image in Hz.")] = 0,
    max_hz: Annotated[float, decimal_option(help="Upper edge of the image in Hz.")] = 10_000,
    bands: Annotated[int, typer.Option(help="Mel bands, which is the image's height.")] = 512,
    step_ms: Annotated[int, typer.Option(help="Milliseconds from one column to the next.")] = 10,
    window_ms: Annotated[int, typer.Option(help="Length of the Hann window in milliseconds.")] = 100,
    power: Annotated[float, decimal_option(help="Exponent from amplitude to darkness.")] = 0.25,
    keep_scale: Annotated[
        bool, typer.Option("--keep-scale", help="Leave floats far above full scale as they are.")
    ] = False,
    force: ForceOption = False,
) -> None:
    """Draw a sound as a spectrogram image.

    The image is what Riffusion draws of the sound, with its settings in the EXIF tags, so that
    `image-to-audio` and every other program for Riffusion images can turn it back.
    """
    if out.suffix.lower() != ".png":
        raise typer.BadParameter(f"'{out}' is no name for an image: it must end in .png.")
    keep_existing(out, force)
    from riffdesk.audio.filing.sound_files import ImportRequest, import_audio
    from riffdesk.store.image.image_file import WriteImageRequest, write_image

    params = spectrogram_params(
        stereo=stereo,
        min_hz=min_hz,
        max_hz=max_hz,
        bands=bands,
        step_ms=step_ms,
        window_ms=window_ms,
        padded_ms=max(window_ms, 400),
        power=power,
    )
    with progress() as on_step:
        sound = import_audio(ImportRequest(audio, params, keep_scale=keep_scale), on_step)
        for note in sound.notes:
            say(note)
        write_image(WriteImageRequest(out, sound.ink, params), on_step)
    say_written(out)


@app.command(
    "region",
    epilog=examples(
        "riffdesk region take.wav heal -o mended.wav --from 1.2 --to 1.25",
        "riffdesk region song.riff echo-of-partials -o echo.riff --layer Melody --set beats=0.5 --set count=4",
        "riffdesk region riff.png gain -o quiet.png --low 200 --high 800 --set db=-12",
        "riffdesk region loop.wav mirror-in-time -o loop2.wav --set stays='is replaced'",
    ),
)
@report_errors
def region(
    source: Annotated[Path, path_argument(metavar="SOURCE", help="A .riff project, a sound or a spectrogram image.")],
    command: Annotated[str, typer.Argument(metavar="COMMAND", help="A command of the menu Region, such as fade-in.")],
    out: Annotated[
        Path,
        path_option("--out", "-o", metavar="OUT", help="A .riff project, a .wav or .flac sound, or a .png image."),
    ],
    start: Annotated[float, decimal_option("--from", metavar="SECONDS", help="Where the region begins.")] = 0.0,
    stop: Annotated[
        float | None, decimal_option("--to", metavar="SECONDS", help="Where it ends.", show_default="the end")
    ] = None,
    low: Annotated[
        float | None, decimal_option(metavar="HZ", help="Its lowest frequency.", show_default="the lowest")
    ] = None,
    high: Annotated[
        float | None, decimal_option(metavar="HZ", help="Its highest frequency.", show_default="the highest")
    ] = None,
    settings: Annotated[
        list[str] | None, typer.Option("--set", metavar="NAME=VALUE", help="A number or a choice of the command.")
    ] = None,
    layer: Annotated[str, typer.Option(metavar="NAME", help="Layer of a project; by default the active one.")] = "",
    subtype: SubtypeOption = Subtype.pcm24,
    quality: Annotated[
        FinalQuality, typer.Option(help="Quality of the sound of the changed part.")
    ] = FinalQuality.good,
    force: ForceOption = False,
) -> None:
    """Apply a command of the menu Region to a part of a file, given in seconds and Hz, and write another file.

    The commands are those of the window: gain, fade-in, fade-out, normalise, transpose, heal, echo, and so on. An
    unknown command lists them all; an unknown --set lists the settings of the command. Other settings have the
    defaults of the window. A sound outside the region stays bit for bit, as far as the sample type of OUT can
    represent it. If a project is written as a sound or an image, that is its mix.
    """
    suffix = out.suffix.lower()
    if suffix not in (".riff", ".png"):
        check_sound_name(out, subtype)
    keep_existing(out, force)
    values = {}
    for setting in settings or ():
        name, equals, value = setting.partition("=")
        if not equals:
            raise typer.BadParameter(f"'{setting}' is no NAME=VALUE.")
        values[name.strip()] = value.strip()
    from riffdesk.audio.filing.export.export import ExportRequest
    from riffdesk.audio.filing.export.export import export as write_files
    from riffdesk.audio.filing.sample_formats import format_of
    from riffdesk.engine.layer_sound import complete
    from riffdesk.scripting.region import Part, change_region
    from riffdesk.sketch.mixer import mixed_ink
    from riffdesk.store.image.image_file import WriteImageRequest, write_image
    from riffdesk.store.project.saving import SaveRequest, save_project

    with progress() as on_step:
        document = change_region(
            source, command, values, part=Part(start, stop, low, high), layer=layer, on_step=on_step
        )
        if suffix == ".png":
            write_image(WriteImageRequest(out, mixed_ink(document), document.params), on_step)
        else:
            document = complete(document, on_step, quality=quality.value)
        if suffix == ".riff":
            for note in save_project(SaveRequest(document, out), on_step).notes:
                say(note)
        elif suffix != ".png":
            kind = format_of(out)
            request = ExportRequest(
                document, out.parent, out.name, stems=False, format=kind, subtype=subtype.code, overwrite=True,
                exact_name=True,
            )  # fmt: skip
            say_reduced(write_files(request, on_step).gain_db)
    say_written(out)


@app.command(
    "export",
    epilog=examples(
        "riffdesk export song.riff song.wav",
        "riffdesk export song.riff stems/",
        "riffdesk export song.riff stems/ --heard-only --subtype float --force",
        "riffdesk export song.riff . --no-stems --format flac",
    ),
)
@report_errors
def export(
    project: Annotated[Path, path_argument(metavar="PROJECT", help="A .riff project.")],
    out: Annotated[
        Path,
        path_argument(
            metavar="OUT", help="A .wav or .flac file for the mix, or a folder for all files; made if it is missing."
        ),
    ],
    stems: Annotated[
        bool | None,
        typer.Option("--stems/--no-stems", help="Write one file per layer beside the mix.", show_default="in a folder"),
    ] = None,
    heard_only: Annotated[
        bool, typer.Option("--heard-only", help="No files for layers that are muted, or not soloed while others are.")
    ] = False,
    format: Annotated[
        Format | None, typer.Option(help="Kind of file.", show_default="wav, or what OUT ends in")
    ] = None,
    subtype: SubtypeOption = Subtype.pcm24,
    quality: Annotated[
        FinalQuality, typer.Option(help="Quality of sound that is not finished yet.")
    ] = FinalQuality.good,
    force: Annotated[bool, typer.Option("--force", help="Replace files of the same names.")] = False,
) -> None:
    """Write the sound of a project: the mix to a file, or the mix and every layer to a folder.

    If OUT ends in .wav or .flac and is no folder, it is the file of the mix. Otherwise OUT is a
    folder. There, all files begin together and have the same length. Names of files of layers that
    are muted or not soloed contain "not in mix"; all other layers sum to the mix. Sound that is not up
    to date is finished first. 16 and 24 bit are turned down together if anything would clip, and a
    line says by how much. Existing files stay: without --force new files in a folder get a number,
    and an existing file OUT is an error.

    This is the sound of the layers. To have a model play the project's timeline again, use `render`.
    """
    is_file = _names_a_file(out)
    if is_file:
        check_sound_name(out, subtype)
        if stems:
            raise typer.BadParameter(f"'{out}' is one file, for the mix. Name a folder to have the layers as well.")
        if format is not None and out.suffix.lower() != f".{format.value}":
            raise typer.BadParameter(f"'{out}' is no {format.value.upper()} file. Leave out --format, or change OUT.")
        keep_existing(out, force)
    if format is Format.flac and subtype is Subtype.float:
        raise typer.BadParameter(NO_FLOAT_FLAC)
    from riffdesk.audio.filing.export.export import ExportRequest
    from riffdesk.audio.filing.export.export import export as write_files
    from riffdesk.audio.filing.sample_formats import format_of
    from riffdesk.engine.layer_sound import complete
    from riffdesk.sketch.mixer import audible_layers
    from riffdesk.store.project.opening import OpenRequest, open_project

    with progress() as on_step:
        opened = open_project(OpenRequest(project), on_step)
        document = complete(opened.document, on_step, quality=quality.value)
        audible = audible_layers(document)
        request = ExportRequest(
            document,
            out.parent if is_file else out,
            out.name if is_file else project.stem,
            stems=not is_file and stems is not False,
            format=format_of(out) if is_file else "FLAC" if format is Format.flac else "WAV",
            subtype=subtype.code,
            overwrite=is_file or force,
            left_out=frozenset(layer.id for layer in document.layers if heard_only and layer not in audible),
            exact_name=is_file,
        )
        report = write_files(request, on_step)
    for note in opened.notes:
        say(note)
    say_reduced(report.gain_db)
    say_written(*report.paths)
    say_levels(report)


def _names_a_file(out: Path) -> bool:
    """Whether a path is that of a sound file, not of a folder."""
    return out.suffix.lower() in _SOUND_SUFFIXES and not os.path.isdir(out)
