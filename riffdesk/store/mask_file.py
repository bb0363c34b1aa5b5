"""Masks as pictures: white is to be made anew, black is kept, grey is both."""

from __future__ import annotations

from pathlib import Path

import numpy as np

from riffdesk.errors import UserError, reason
from riffdesk.store.picture import Array, brightness, decode, open_picture


def read_mask(path: Path) -> Array:
    """Return the mask that a picture shows: float32 ``[bands, columns]``, 0 = keep to 1 = make anew, lowest band first.

    Raises
    ------
    UserError
        If it is missing, damaged, no picture, or of a size that no spectrogram has.
    """
    try:
        with path.open("rb") as file, open_picture(file, path.name, None) as image:
            decode(image, path.name)
            return np.ascontiguousarray(brightness(image, stereo=False)[::-1])
    except OSError as error:
        raise UserError(f"Could not open {path}: {reason(error)}.") from error
