"""Pictures of any kind as brightness: what Pillow opens, with its complaints turned into sentences."""

from __future__ import annotations

import io
import struct
import threading
import warnings
import zlib
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from typing import IO, Any, BinaryIO, cast

import numpy as np
from numpy.typing import NDArray
from PIL import Image, UnidentifiedImageError

from riffdesk.errors import UserError
from riffdesk.progress import check

Array = NDArray[np.float32]

MAX_COLUMNS = 60_001  # 10 minutes of 10 ms, and the column that centred frames add
MIN_ROWS, MAX_ROWS = 8, 2_048

_FORMATS = ("PNG", "JPEG", "WEBP", "BMP", "GIF", "TIFF")
# What Pillow's decoders raise on damaged files, apart from OSError.
_DAMAGE = (
    SyntaxError,
    ValueError,
    TypeError,
    LookupError,
    ArithmeticError,
    AttributeError,
    EOFError,
    NotImplementedError,
    RuntimeError,
    struct.error,
    zlib.error,
)


def open_picture(file: BinaryIO, name: str, cancel: threading.Event | None) -> Image.Image:
    """Return the picture in a file, its size checked but its pixels not yet decoded.

    Raises
    ------
    UserError
        If it is no picture, is damaged, or has a size that no spectrogram has; the message names it.
    """
    with _decoding(name):
        image = Image.open(cancellable(file, cancel), formats=_FORMATS)
    check_size(image.width, image.height, name)
    return image


def decode(image: Image.Image, name: str) -> None:
    """Decode the pixels of a picture; a UserError names it if it is damaged."""
    with _decoding(name):
        image.load()


def check_size(width: int, height: int, name: str) -> None:
    """Raise a UserError if a picture of this size, in pixels, is smaller or larger than a spectrogram can be."""
    if not (1 <= width <= MAX_COLUMNS and MIN_ROWS <= height <= MAX_ROWS):
        raise UserError(_wrong_size(name, f"is {width:,} x {height:,} pixels, not a size"))


def tags_of(image: Image.Image) -> Mapping[int, object]:
    """Return the picture's EXIF tags; unreadable ones are none."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        try:
            return dict(image.getexif())
        except (OSError, *_DAMAGE):
            return {}


def brightness(image: Image.Image, stereo: bool) -> Array:
    """Return the brightness of a picture, 0 .. 1.

    Parameters
    ----------
    image : PIL image
        Of any mode. What is transparent is 1; of colours, the luminance (ITU-R BT.601) counts.
    stereo : bool
        Take green and blue as two channels instead.

    Returns
    -------
    float32 ``[rows, columns]``, or ``[2, rows, columns]`` for stereo
        The top row first.
    """
    if image.mode[0] in "IF":
        return _deep_brightness(image, stereo)
    has_alpha = image.mode in ("LA", "PA", "RGBA", "La", "RGBa") or "transparency" in image.info
    picture = image.convert("RGBA" if has_alpha else "RGB")
    values = np.asarray(picture)[..., 1:3].transpose(2, 0, 1) if stereo else np.asarray(picture.convert("L"))
    bright = values.astype(np.float32) / np.float32(255)
    if has_alpha:
        alpha = np.asarray(picture.getchannel("A")).astype(np.float32) / np.float32(255)
        bright = 1 - alpha * (1 - bright)
    return bright


def _deep_brightness(image: Image.Image, stereo: bool) -> Array:
    """Return the brightness of more than 8 bits: 16-bit grey, or 0 .. 1 where values are fractions."""
    values = np.asarray(image).astype(np.float32)
    full = 1 if image.mode == "F" else 65_535
    bright = np.clip(np.nan_to_num(values, nan=full) / np.float32(full), 0, 1).astype(np.float32)
    clear = image.info.get("transparency")
    if isinstance(clear, int):
        bright[values == clear] = 1
    return np.stack([bright, bright]) if stereo else bright


def cancellable(file: BinaryIO, cancel: threading.Event | None) -> IO[bytes]:
    """Return a file for Pillow that raises `Cancelled` in the middle of decoding or encoding."""
    return cast(IO[bytes], _Cancellable(file, cancel))


class _Cancellable(io.RawIOBase):
    """A file for Pillow, which reads and writes in small pieces: each looks whether the user cancelled."""

    def __init__(self, file: BinaryIO, cancel: threading.Event | None) -> None:
        self._file, self._cancel = file, cancel

    def read(self, size: int = -1, /) -> bytes:
        check(self._cancel)
        return self._file.read(size)

    def write(self, data: Any, /) -> int:
        check(self._cancel)
        return self._file.write(data)

    def seek(self, offset: int, whence: int = io.SEEK_SET, /) -> int:
        return self._file.seek(offset, whence)

    def tell(self) -> int:
        return self._file.tell()

    def readable(self) -> bool:
        return True

    def writable(self) -> bool:
        return True

    def seekable(self) -> bool:
        return True


@contextmanager
def _decoding(name: str) -> Iterator[None]:
    """Turn what Pillow raises about a file's contents into one sentence; its warnings are about the same."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        try:
            yield
        except UnidentifiedImageError as error:
            raise UserError(
                f"{name} is not an image that riffdesk can read. Choose a PNG, JPEG, WebP, BMP, GIF or TIFF file."
            ) from error
        except Image.DecompressionBombError as error:
            raise UserError(_wrong_size(name, "has far too many pixels")) from error
        except OSError as error:
            if error.errno is not None:
                raise
            raise UserError(_damaged(name)) from error
        except _DAMAGE as error:
            raise UserError(_damaged(name)) from error


def _damaged(name: str) -> str:
    return f"{name} is damaged or cut short, and its picture cannot be read. Get a complete copy of it."


def _wrong_size(name: str, what: str) -> str:
    return (
        f"{name} {what} for a spectrogram: it may be at most {MAX_COLUMNS - 1:,} pixels wide (10 minutes) and "
        f"{MIN_ROWS} to {MAX_ROWS:,} high. Crop it first."
    )
