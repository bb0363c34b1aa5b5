"""The command line of training: ``python -m riffdesk.training data|autoencoder|denoiser|evaluate|export|...``."""

from __future__ import annotations

import os
import signal
import threading
import time
from dataclasses import replace
from pathlib import Path
from typing import Annotated

import typer

from riffdesk.errors import UserError
from riffdesk.paths import resources_dir
from riffdesk.progress import OnStep, Step
from riffdesk.training.config import GUIDANCE, STEPS, load_config

_STARTER = resources_dir() / "models" / "starter"
_SEEDS = resources_dir() / "seeds"

app = typer.Typer(add_completion=False, no_args_is_help=True, pretty_exceptions_enable=False)

Config = Annotated[Path | None, typer.Option("--config", help="TOML file with settings that differ from the defaults.")]
Folder = Annotated[Path | None, typer.Option("--folder", help="Folder for data, checkpoints and sheets.")]
Threads = Annotated[int, typer.Option("--threads", help="Processor threads.")]
Clips = Annotated[int, typer.Option(help="Clips of each set.")]
Steps = Annotated[int, typer.Option(help="Denoising steps.")]
Guidance = Annotated[float, typer.Option(help="Scale of guidance by the prompt.")]
GuideNotes = Annotated[bool, typer.Option("--guide-notes", help="Apply guidance to the notes as well.")]
Device = Annotated[str, typer.Option("--device", help="cpu, or cuda.")]


@app.callback()
def training() -> None:
    """Make the starter model: render music, train on it, evaluate the result."""


@app.command()
def data(config: Config = None, folder: Folder = None, workers: Annotated[int, typer.Option()] = 1) -> None:
    """Compose and render the clips. Continues where it was stopped."""
    from riffdesk.training.clips.shards import make_data

    _threads(1)
    make_data(load_config(config, folder), workers=workers, on_step=_printer())


@app.command()
def autoencoder(config: Config = None, folder: Folder = None, threads: Threads = 2, device: Device = "cpu") -> None:
    """Train the autoencoder. Continues from its last checkpoint."""
    _threads(threads)
    from riffdesk.training.networks.autoencoder import train_autoencoder

    train_autoencoder(load_config(config, folder), device=device, on_step=_printer())


@app.command()
def denoiser(
    config: Config = None,
    folder: Folder = None,
    threads: Threads = 2,
    device: Device = "cpu",
    start_from: Annotated[Path | None, typer.Option(help="An exported model to begin with.")] = None,
    compiled: Annotated[bool, typer.Option("--compile", help="Compile the network first (torch.compile).")] = False,
) -> None:
    """Train the denoiser and the text encoder. Continues from the last checkpoint; SIGTERM writes one and ends."""
    _threads(threads)
    from riffdesk.training.networks.denoiser import train_denoiser

    settings = load_config(config, folder)
    stop = threading.Event()
    signal.signal(signal.SIGTERM, lambda *_: stop.set())
    train_denoiser(settings, device=device, start_from=start_from, compiled=compiled, stop=stop, on_step=_printer())


@app.command()
def evaluate(
    model: Annotated[Path, typer.Argument(help="A model folder.")] = _STARTER,
    config: Config = None,
    folder: Folder = None,
    threads: Threads = 2,
    device: Device = "cpu",
    per_class: Annotated[int, typer.Option(help="Clips for each instrument and groove.")] = 8,
    guidance: Guidance = GUIDANCE,
    composed: Annotated[bool, typer.Option("--composed", help="Show it notes composed of the prompts.")] = False,
) -> None:
    """Measure a model against real renders and print the table."""
    _threads(threads)
    from riffdesk.training.evaluation.evaluation import evaluate as measure
    from riffdesk.training.evaluation.report import table_of

    settings = load_config(config, folder)
    rows = measure(
        settings,
        model,
        per_class=per_class,
        guidance=guidance,
        device=device,
        composed=composed,
        on_step=_printer(),
    )
    print(table_of(rows))


@app.command()
def notes(
    model: Annotated[Path, typer.Argument(help="A model folder that is given the scores.")],
    beside: Annotated[Path, typer.Option(help="A model folder that is given the prompts alone.")] = _STARTER,
    config: Config = None,
    folder: Folder = None,
    threads: Threads = 2,
    clips: Clips = 64,
    steps: Steps = STEPS,
    guidance: Guidance = GUIDANCE,
    guide_notes: GuideNotes = False,
) -> None:
    """Measure how many notes of scores are recognised in riffs of models, and print the tables."""
    _threads(threads)
    from riffdesk.training.evaluation.note_evaluation import evaluate_notes, table_by_instrument, table_of_notes

    rows = evaluate_notes(
        load_config(config, folder),
        [(beside, False), (model, True)],
        clips=clips,
        steps=steps,
        guidance=guidance,
        guide_notes=guide_notes,
        on_step=_printer(),
    )
    print(f"{table_of_notes(rows)}\n\n{table_by_instrument(rows)}")


@app.command()
def drums(
    model: Annotated[Path, typer.Argument(help="A model folder that is given the scores.")] = _STARTER,
    config: Config = None,
    folder: Folder = None,
    threads: Threads = 2,
    clips: Clips = 104,
    steps: Steps = STEPS,
    guidance: Guidance = GUIDANCE,
    guide_notes: GuideNotes = False,
) -> None:
    """Measure how many drum strokes of scores are recognised in riffs of a model, and print the tables."""
    _threads(threads)
    from riffdesk.training.evaluation.drum_evaluation import evaluate_drums
    from riffdesk.training.evaluation.note_evaluation import table_by_instrument, table_of_notes

    rows = evaluate_drums(
        load_config(config, folder),
        [model],
        clips=clips,
        steps=steps,
        guidance=guidance,
        guide_notes=guide_notes,
        on_step=_printer(),
    )
    print(f"{table_of_notes(rows)}\n\n{table_by_instrument(rows)}")


@app.command()
def parts(
    config: Config = None,
    folder: Folder = None,
    threads: Threads = 2,
    scores: Annotated[int, typer.Option(help="Number of scores.")] = 100,
    rows: Annotated[Path | None, typer.Option(help="File of finished scores, from which to continue.")] = None,
) -> None:
    """Compare the sum of the stems of scores with soundfont renders of the same scores, and print the table."""
    _threads(threads)
    from riffdesk.training.evaluation.part_evaluation import evaluate_parts, table_of_parts

    distances = evaluate_parts(load_config(config, folder), count=scores, rows_file=rows, on_step=_printer())
    print(table_of_parts(distances))


@app.command()
def estimates(scores: Annotated[int, typer.Option(help="Number of scores.")] = 100) -> None:
    """Measure how often tempo, key and chords of scores' pictures are estimated correctly, and print the table."""
    from riffdesk.training.evaluation.estimate_evaluation import evaluate_estimates, table_of_estimates

    print(table_of_estimates(evaluate_estimates(scores, _printer())))


@app.command()
def export(
    target: Annotated[Path, typer.Argument(help="The model folder to write.")] = _STARTER,
    config: Config = None,
    folder: Folder = None,
) -> None:
    """Write the trained parts as a model folder in fp16."""
    from riffdesk.training.model_export import MAX_BYTES, export_model

    run_folder = load_config(config, folder).folder
    size = export_model(run_folder / "denoiser", run_folder / "autoencoder" / "vae", target)
    print(f"{target}: {size / 1e6:.1f} MB")
    if size > MAX_BYTES:
        raise UserError(f"The model is larger than the {MAX_BYTES / 1e6:.0f} MB that are shipped. Train a smaller one.")


@app.command()
def seeds(folder: Annotated[Path, typer.Argument(help="Where to write the images.")] = _SEEDS) -> None:
    """Write the seed images that riffs can start from."""
    from riffdesk.training.clips.seed_images import write_seeds

    write_seeds(folder, _printer())


@app.command()
def finetune(
    sounds: Annotated[Path, typer.Argument(metavar="FOLDER", help="Folder with audio files.")],
    target: Annotated[Path | None, typer.Argument(help="The model folder to write; FOLDER-model if not given.")] = None,
    captions: Annotated[Path | None, typer.Option(help="CSV file with the columns file and caption.")] = None,
    base: Annotated[Path, typer.Option(help="The model to begin with.")] = _STARTER,
    minutes: Annotated[float, typer.Option(help="Duration of the training.")] = 30,
    config: Config = None,
    folder: Folder = None,
    threads: Threads = 2,
    device: Device = "cpu",
) -> None:
    """Fine-tune a model on your own sounds. Continues from its last checkpoint."""
    _threads(threads)
    from riffdesk.training.finetune import finetune as teach

    sounds = sounds.resolve()  # "." has a name as well
    target = target or sounds.parent / f"{sounds.name}-model"
    settings = load_config(config, folder)
    settings = replace(settings, denoiser=replace(settings.denoiser, minutes=minutes))
    size = teach(sounds, target, settings, base=base, captions=captions, device=device, on_step=_printer())
    print(f"{target}: {size / 1e6:.1f} MB. Add it with: riffdesk models add {target}")


def _threads(count: int) -> None:
    os.environ["OMP_NUM_THREADS"] = str(count)
    import torch

    torch.set_num_threads(count)


def _printer() -> OnStep:
    started = time.monotonic()

    def show(step: Step) -> None:
        total = f"/{step.total}" if step.total else ""
        print(f"{time.monotonic() - started:8.0f} s  {step.what} {step.done}{total}", flush=True)

    return show


def main() -> None:
    """Run a command; a UserError is printed in one line."""
    try:
        app()
    except UserError as error:
        typer.secho(str(error), err=True)
        raise SystemExit(1) from error


if __name__ == "__main__":
    main()
