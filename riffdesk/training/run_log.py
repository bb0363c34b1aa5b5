"""Logs of a training run: numbers in a CSV file, and sheets of images as PNG."""

from __future__ import annotations

from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from riffdesk.training.checkpoint import writing


def log_line(path: Path, **values: float) -> None:
    """Append numbers to a CSV file, with a header if it is new."""
    line = ",".join(f"{value:.6g}" for value in values.values()) + "\n"
    with writing(path):
        path.parent.mkdir(parents=True, exist_ok=True)
        header = "" if path.exists() else ",".join(values) + "\n"
        with path.open("a") as file:
            file.write(header + line)


def save_sheet(path: Path, images: NDArray[np.uint8], columns: int, size: int = 256) -> None:
    """Write images ``[n, height, width]`` as one PNG, ``columns`` in a row, each ``size`` pixels wide."""
    rows = -(-len(images) // columns)
    sheet = Image.new("L", (columns * (size + 4), rows * (size + 4)), 128)
    for number, image in enumerate(images):
        tile = Image.fromarray(image).resize((size, size), Image.Resampling.BOX)
        sheet.paste(tile, (number % columns * (size + 4), number // columns * (size + 4)))
    with writing(path):
        path.parent.mkdir(parents=True, exist_ok=True)
        sheet.save(path)
