"""Checks of requests before a render, and the error for too little memory."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from riffdesk.engine.requests import RenderRequest
from riffdesk.errors import UserError, is_out_of_memory, out_of_memory
from riffdesk.language import tr
from riffdesk.models.families import family_of, function_of
from riffdesk.models.registry import find_model
from riffdesk.sketch.state import MAX_SECONDS


def check_length(request: RenderRequest) -> None:
    """Raise UserError for a riff that is too long to be held in memory."""
    if request.recipe.seconds > MAX_SECONDS:
        raise UserError(
            tr(
                "A riff lasts {max_seconds:.0f} minutes at most, not {seconds:g} s. Make it shorter, or "
                "use riffdesk render to write it to a .wav or .flac file.",
                max_seconds=MAX_SECONDS / 60,
                seconds=request.recipe.seconds,
            )
        )


def check_request(request: RenderRequest) -> None:
    """Raise UserError for an invalid request."""
    mask, init = request.mask, request.init
    if request.recipe.circular and request.recipe.seconds > MAX_SECONDS:
        raise UserError(
            tr(
                "A loop lasts {max_seconds:.0f} minutes at most, not {seconds:g} s: its end and its "
                "beginning are made together. Make it shorter, or switch the loop off.",
                max_seconds=MAX_SECONDS / 60,
                seconds=request.recipe.seconds,
            )
        )
    if init is not None and init.shape[-1] == 0:
        raise UserError(tr("The image or sound to start from is empty. Choose another one."))
    if mask is None:
        return
    if request.recipe.clips:
        raise UserError(tr("A part of a clip cannot be repainted. Choose a continuous riff instead of clips."))
    if init is None:
        raise UserError(
            tr(
                "A mask keeps parts of an image or a sound, and there is none. "
                "Choose an image or a sound to start from."
            )
        )
    bands, columns = request.params.bands, request.columns
    if mask.shape != (bands, columns):
        rows, width = mask.shape
        raise UserError(
            tr(
                "The mask is a picture of {width:,} x {rows:,} pixels, and the riff one of {columns:,} x "
                "{bands:,}. They must be of one size.",
                width=width,
                rows=rows,
                columns=columns,
                bands=bands,
            )
        )
    if not (mask > 0).any():
        raise UserError(tr("The mask is empty. Mark a part of the riff first."))


def check_family(request: RenderRequest) -> None:
    """Raise UserError for a request that the family of its model does not support; the model is not loaded for it."""
    if check := family_of(find_model(request.recipe.model).path).check:
        function_of(check)(request)


@contextmanager
def memory_errors() -> Iterator[None]:
    """Raise errors of memory as UserError."""
    try:
        yield
    except (MemoryError, RuntimeError) as error:
        if is_out_of_memory(error):
            raise out_of_memory(tr("this riff")) from error
        raise
