"""Reading masks from pictures: white = regenerate, black and transparent = keep, grey = in between."""

from __future__ import annotations

from pathlib import Path

import numpy as np
from PIL import Image

from riffdesk.arrays import Array
from riffdesk.errors import UserError, reason
from riffdesk.input_file import open_input
from riffdesk.language import tr
from riffdesk.store.image.picture import darkness, decode, open_picture


def read_mask(path: Path) -> Array:
    """Return the mask in a picture: float32 ``[bands, columns]``, 0 = keep to 1 = regenerate, lowest band first.

    Raises
    ------
    UserError
        If the file is missing, damaged, no picture, or too large.
    """
    try:
        with open_input(path) as file, open_picture(file, path.name, None, is_mask=True) as stored:
            image = decode(stored, path.name)
            return np.ascontiguousarray(darkness(image, invert=True)[::-1])
    except OSError as error:
        raise UserError(tr("Could not open {path}: {reason}.", path=path, reason=reason(error))) from error


def resized_mask(mask: Array, bands: int, columns: int) -> Array:
    """Return a mask resampled to another size, averaged where it is made smaller.

    Parameters
    ----------
    mask : float32 ``[rows, width]``
    bands, columns : int

    Returns
    -------
    float32 ``[bands, columns]``
        The mask itself where it has this size.
    """
    if mask.shape == (bands, columns):
        return mask
    picture = Image.fromarray(mask).resize((columns, bands), Image.Resampling.BOX)
    return np.clip(np.asarray(picture, np.float32), 0, 1)
