"""``riffdesk models``: lists, adds, downloads and removes models."""

from __future__ import annotations

import json as json_format
import shlex
from enum import Enum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from riffdesk.cli.app import app
from riffdesk.cli.choices import model_names, path_argument, path_option
from riffdesk.cli.terminal import examples, progress, report_errors, say
from riffdesk.errors import UserError
from riffdesk.progress import Step

if TYPE_CHECKING:
    from riffdesk.models.model_entry import ModelEntry

models = typer.Typer(
    name="models",
    help="List the models that turn prompts into music, and add, fetch or remove others.",
    rich_markup_mode=None,
    no_args_is_help=True,
    epilog=examples(
        "riffdesk models list",
        "riffdesk models add ~/riffusion-model-v1",
        "riffdesk models get riffusion/riffusion-model-v1",
    ),
)
app.add_typer(models, name="models")


@models.command("list", epilog=examples("riffdesk models list", "riffdesk models list --json"))
@report_errors
def list_(
    json: Annotated[bool, typer.Option("--json", help="Print it as JSON, and nothing else.")] = False,
) -> None:
    """List every model: size, window, licence, folder and trust."""
    from riffdesk.models.model_list import list_problem
    from riffdesk.models.registry import models as all_models

    if problem := list_problem():
        say(problem)
    descriptions = [_description(entry) for entry in all_models()]
    if json:
        print(json_format.dumps(descriptions, indent=2))
        return
    for description in descriptions:
        print(f"{description['name']} ({description['origin']})")
        for label in ("problem", "for", "size", "window", "licence", "terms", "folder", "trust"):
            if description.get(label):
                print(f"  {label:<9}{description[label]}")


@models.command(
    "add", epilog=examples("riffdesk models add ~/riffusion-model-v1", "riffdesk models add funk-lora.safetensors")
)
@report_errors
def add(
    path: Annotated[Path, path_argument(metavar="PATH", help="A folder, or a .safetensors, .ckpt, .pt or .bin file.")],
) -> None:
    """Add a model, a LoRA or a textual inversion, which stays in its folder.

    A model is a folder in diffusers layout, as riffusion-model-v1, its fine-tunes and Stable Audio 3 are, a folder of
    Hugging Face's cache, or one file of a Stable Diffusion 1.x checkpoint. A textual inversion is a word
    for prompts: its name. Nothing in any of them is ever run as code.
    """
    from riffdesk.models.registry import add_model

    entry = add_model(path)
    print(f"Added {entry.name}")
    _say_scheduler(entry)


@models.command("get", epilog=examples("riffdesk models get riffusion/riffusion-model-v1"))
@report_errors
def get(
    repo_id: Annotated[str, typer.Argument(metavar="REPO_ID", help="Its name on Hugging Face, as owner/name.")],
) -> None:
    """Fetch a model from Hugging Face. Nothing else in riffdesk goes online.

    Only the needed files are fetched, safetensors if there are any. An interrupted fetch is
    continued. The licence that the repository states is printed first.
    """
    from riffdesk.models.provenance import Terms
    from riffdesk.models.registry import get_model

    with progress() as on_step:

        def on_download(step: Step) -> None:
            if isinstance(step.partial, Terms):
                say(step.partial.text)
            on_step(step)

        entry = get_model(repo_id, on_download)
    print(f"Fetched {entry.name}")
    _say_scheduler(entry)


class LoraScheduler(Enum):
    """Schedulers that a LoRA can be made for."""

    lcm = "LCM"
    tcd = "TCD"
    none = "none"


@models.command(
    "set", epilog=examples("riffdesk models set fast-lora --scheduler TCD", "riffdesk models set funk --scheduler none")
)
@report_errors
def set_(
    name: Annotated[str, typer.Argument(help="Its name; `riffdesk models list` shows it.", autocompletion=model_names)],
    scheduler: Annotated[
        LoraScheduler,
        typer.Option(case_sensitive=False, help="The scheduler that it was made for; none for any other LoRA."),
    ],
) -> None:
    """State that a LoRA is for few steps, which --fast uses, and for which scheduler.

    The name of a published one tells that, its file does not: LCM for LCM-LoRAs, TCD for those of TCD and Hyper-SD.
    """
    from riffdesk.models.acceleration import set_scheduler

    entry = set_scheduler(name, "" if scheduler is LoraScheduler.none else scheduler.value)
    print(f"Changed {entry.name}")
    _say_scheduler(entry)


def _say_scheduler(entry: ModelEntry) -> None:
    """Print what a LoRA for few steps is used for."""
    if entry.scheduler:
        print(
            f"It is for few steps with the scheduler {entry.scheduler}, and --fast uses it. If it is not: riffdesk "
            f"models set {shlex.quote(entry.name)} --scheduler none"
        )


@models.command("convert", epilog=examples("riffdesk models convert stable-audio-3/model.safetensors ~/small-music"))
@report_errors
def convert(
    weights: Annotated[Path, path_argument(metavar="WEIGHTS", help="The published file, model.safetensors.")],
    folder: Annotated[Path, path_argument(metavar="FOLDER", help="A new folder for the model.")],
    config: Annotated[
        Path | None, path_option("--config", help="The model_config.json; by default that beside the weights.")
    ] = None,
    text_encoder: Annotated[
        Path | None,
        path_option("--text-encoder", help="The folder with T5Gemma; by default t5gemma-b-b-ul2 beside the weights."),
    ] = None,
) -> None:
    """Convert published weights of Stable Audio 3 to a folder that can be added.

    They are in the layout of stable-audio-tools: model.safetensors, model_config.json and a folder with the
    text encoder. Fetch them from Hugging Face with a browser, which asks for their terms to be accepted.
    """
    from riffdesk.diffusion.stable_audio.conversion import convert_stable_audio
    from riffdesk.models.stable_audio import TERMS

    say(TERMS)
    with progress() as on_step:
        convert_stable_audio(weights, folder, config=config, text_encoder=text_encoder, on_step=on_step)
    print(f"Converted to {folder}. Add it: riffdesk models add {shlex.quote(str(folder))}")


@models.command("remove", epilog=examples("riffdesk models remove riffusion-model-v1"))
@report_errors
def remove(
    name: Annotated[
        str, typer.Argument(metavar="NAME", help="As 'riffdesk models list' shows it.", autocompletion=model_names)
    ],
) -> None:
    """Remove a model: one that was fetched is deleted, one that was added is only forgotten."""
    from riffdesk.models.registry import remove_model

    entry = remove_model(name)
    print(
        f"Deleted {entry.path}"
        if entry.origin == "downloaded"
        else f"Removed {name} from the list; its files are not changed"
    )


def _description(entry: ModelEntry) -> dict[str, Any]:
    """Return the description of a model for the list, or its problem."""
    from riffdesk.models.registry import describe

    description: dict[str, Any] = {
        "name": entry.name,
        "kind": entry.kind,
        "origin": entry.origin,
        "folder": str(entry.path),
    }
    if entry.scheduler:
        description |= {"scheduler": entry.scheduler, "for": f"few steps, with the scheduler {entry.scheduler}"}
    try:
        facts = describe(entry)
    except UserError as error:
        return description | {"problem": str(error)}
    window = f"{facts.seconds:.2f} s, {facts.columns} columns x {facts.bands} bands"
    return (
        description
        | {
            "bytes": facts.size,
            "size": f"{facts.size / 1e6:,.0f} MB",
            "window": window if facts.columns else "that of the model it is added to",
            "licence": str(facts.licence) if facts.licence else "no licence file",
            "trust": facts.trust,
        }
        | ({"terms": facts.terms} if facts.terms else {})
    )
