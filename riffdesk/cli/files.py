"""``riffdesk image-to-audio``, ``audio-to-image`` and ``export``: files in, files out."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated

import typer

from riffdesk.cli.app import app
from riffdesk.cli.checks import NO_FLOAT_FLAC, check_sound_name, keep_existing, say_turned_down, spectrogram_params
from riffdesk.cli.choices import FinalQuality, ForceOption, Format, SoundQuality, Subtype, SubtypeOption
from riffdesk.cli.terminal import calmly, examples, progress, say, say_written


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
    invert: Annotated[bool, typer.Option("--invert", help="Bright is loud: the image is white on black.")] = False,
    force: ForceOption = False,
) -> None:
    """Turn a spectrogram image into sound.

    The image is read as Riffusion draws it: time from left to right, low frequencies at the bottom,
    dark is loud, unless --invert says that bright is. Settings come from its EXIF tags; what they do
    not tell is 44.1 kHz, 10 ms steps and 0 to 10,000 Hz. The sound is as loud as the image says; 16
    and 24 bit are turned down if they would clip, and a line says by how much.
    """
    check_sound_name(out, subtype)
    keep_existing(out, force)
    from riffdesk.audio.files import write_audio
    from riffdesk.audio.loop import Loop
    from riffdesk.dsp.mix import below_clipping
    from riffdesk.dsp.phase import reconstruct
    from riffdesk.engine.device import sound_device
    from riffdesk.store.image_file import ImageRequest, read_image

    defaults = spectrogram_params(min_hz=min_hz, max_hz=max_hz)
    with progress() as on_step:
        picture = read_image(ImageRequest(image, defaults, invert=invert), on_step)
        if picture.looks_inverted:
            say(f"{image.name} seems to be white on black, and dark is loud: --invert turns it over.")
        ink = picture.ink if picture.params.stereo else picture.ink[None]
        audio = reconstruct(
            ink, picture.params, quality=quality.value, circular=loop, device=sound_device(), on_step=on_step
        )
        if subtype is not Subtype.float:
            audio, gain_db = below_clipping(audio)
            say_turned_down(gain_db)
        rate = picture.params.sample_rate
        told = Loop(audio.shape[-1], rate) if loop else None
        write_audio(out, audio, rate, subtype=subtype.code, loop=told, on_step=on_step)
    say_written(out)


@app.command(
    "audio-to-image",
    epilog=examples(
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
    from riffdesk.audio.files import ImportRequest, import_audio
    from riffdesk.store.image_file import WriteImageRequest, write_image

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
    "export",
    epilog=examples(
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
        raise typer.BadParameter(NO_FLOAT_FLAC)
    from riffdesk.audio.export import ExportRequest
    from riffdesk.audio.export import export as write_files
    from riffdesk.engine.sound import complete
    from riffdesk.store.project import OpenRequest, open_project

    with progress() as on_step:
        opened = open_project(OpenRequest(project), on_step)
        document = complete(opened.document, on_step, quality=quality.value)
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
    for note in opened.notes:
        print(note, file=sys.stderr)
    say_turned_down(report.gain_db)
    say_written(*report.paths)
