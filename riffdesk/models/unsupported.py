"""Errors for models of kinds that riffdesk does not play."""

from __future__ import annotations

from pathlib import Path

from riffdesk.errors import UserError
from riffdesk.language import mark, tr, translated

SUPPORTED_MODELS = mark(
    "riffdesk plays models of the Stable Diffusion 1.x family, such as riffusion-model-v1, and Stable Audio 3 in "
    "diffusers layout."
)


def xl_error(source: Path) -> UserError:
    """Return the error for a Stable Diffusion XL model."""
    return UserError(
        tr(
            "{source} is a Stable Diffusion XL model. {supported}",
            source=source,
            supported=translated(SUPPORTED_MODELS),
        )
    )


def inpainting_error(source: Path, channels: int) -> UserError:
    """Return the error for an inpainting model."""
    return UserError(
        tr(
            "{source} is an inpainting model, with {channels} input channels. riffdesk repaints with "
            "any ordinary model: add the one that this was made from.",
            source=source,
            channels=channels,
        )
    )


def other_kind_error(folder: Path, pipeline: str) -> UserError:
    """Return the error for a folder whose pipeline is another one; '' for an unknown one."""
    return UserError(
        tr(
            "{folder} is a model of another kind ({kind}). {supported}",
            folder=folder,
            kind=pipeline or tr("it does not say which"),
            supported=translated(SUPPORTED_MODELS),
        )
    )
