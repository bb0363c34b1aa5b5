"""Opening picture files with Pillow, its errors as `UserError`, and converting pictures to darkness."""

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
from PIL import Image, ImageOps, PngImagePlugin, UnidentifiedImageError

from riffdesk.arrays import Array
from riffdesk.errors import UserError
from riffdesk.language import tr
from riffdesk.progress import check

MAX_COLUMNS = 60_001  # 10 minutes in steps of 10 ms, and one more column for centred frames
MIN_ROWS, MAX_ROWS = 8, 2_048

MAX_MASK = 16_384
"""Maximum width and height of a mask in pixels; it is resampled to the size of its region."""

# Programs write long texts into PNG files; Pillow refuses texts of more than 1 MB by default.
PngImagePlugin.MAX_TEXT_CHUNK = PngImagePlugin.MAX_TEXT_MEMORY = 2**26

_ORIENTATION, _EXIF_IFD = 0x0112, 0x8769
_ORIENTED = range(2, 9)
_FORMATS = ("PNG", "JPEG", "WEBP", "BMP", "GIF", "TIFF")
# Exceptions of Pillow's decoders on damaged files, besides OSError.
_DECODER_ERRORS = (
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


def open_picture(file: BinaryIO, name: str, cancel: threading.Event | None, *, is_mask: bool = False) -> Image.Image:
    """Return the picture in a file, its size checked, its pixels not yet decoded nor turned; see `decode`.

    Raises
    ------
    UserError
        If it is no picture, is damaged, or is smaller or larger than a spectrogram can be.
    """
    with _decoding(name):
        image = Image.open(cancellable(file, cancel), formats=_FORMATS)
    if is_mask:
        if max(image.size) > MAX_MASK:
            raise UserError(
                tr(
                    "{name} has more than {max_mask:,} pixels a side, too many for a mask. Make it smaller.",
                    name=name,
                    max_mask=MAX_MASK,
                )
            )
    elif not (_may_be_turned(image) and _is_size(image.height, image.width)):
        check_size(image.width, image.height, name)
    return image


def _may_be_turned(image: Image.Image) -> bool:
    return "exif" in image.info or image.format == "TIFF"


def decode(image: Image.Image, name: str) -> Image.Image:
    """Return a picture with its pixels decoded, turned according to its EXIF orientation.

    Raises
    ------
    UserError
        If it is damaged.
    """
    with _decoding(name):
        image.load()
        if image.getexif().get(_ORIENTATION) in _ORIENTED:
            return ImageOps.exif_transpose(image)
    return image


def check_size(width: int, height: int, name: str) -> None:
    """Raise a UserError if a picture of this size, in pixels, is smaller or larger than a spectrogram can be."""
    if not _is_size(width, height):
        raise UserError(
            _wrong_size(name, tr("is {width:,} x {height:,} pixels, not a size", width=width, height=height))
        )


def _is_size(width: int, height: int) -> bool:
    return 1 <= width <= MAX_COLUMNS and MIN_ROWS <= height <= MAX_ROWS


def tags_of(image: Image.Image) -> Mapping[int, object]:
    """Return the picture's EXIF tags, its user comment among them; none if they cannot be read."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        try:
            exif = image.getexif()
            return {**exif, **exif.get_ifd(_EXIF_IFD)}
        except (OSError, *_DECODER_ERRORS):
            return {}


def darkness(image: Image.Image, *, stereo: bool = False, invert: bool = False) -> Array:
    """Return the darkness of a picture, 0 = white to 1 = black.

    Parameters
    ----------
    image : PIL image
        Of any mode. Transparent pixels are 0; colours are converted to luminance (ITU-R BT.601).
    stereo : bool
        Take green and blue as two channels instead.
    invert : bool
        Return the brightness instead; transparent pixels stay 0.

    Returns
    -------
    float32 ``[rows, columns]``, or ``[2, rows, columns]`` for stereo
        The top row first.
    """
    if image.mode[0] in "IF":
        return _deep_darkness(image, stereo, invert)
    has_alpha = image.mode in ("LA", "PA", "RGBA", "La", "RGBa") or "transparency" in image.info
    picture = image.convert("RGBA" if has_alpha else "RGB")
    values = np.asarray(picture)[..., 1:3].transpose(2, 0, 1) if stereo else np.asarray(picture.convert("L"))
    bright = values.astype(np.float32) / np.float32(255)
    dark = bright if invert else 1 - bright
    if has_alpha:
        dark = dark * (np.asarray(picture.getchannel("A")).astype(np.float32) / np.float32(255))
    return dark


def _deep_darkness(image: Image.Image, stereo: bool, invert: bool) -> Array:
    """Return the darkness of a picture of 16-bit grey, or of floats from 0 to 1."""
    values = np.asarray(image).astype(np.float32)
    full_scale = 1 if image.mode == "F" else 65_535
    bright = np.clip(np.nan_to_num(values, nan=0 if invert else full_scale) / np.float32(full_scale), 0, 1).astype(
        np.float32
    )
    dark = bright if invert else 1 - bright
    transparent = image.info.get("transparency")
    if isinstance(transparent, int):
        dark[values == transparent] = 0
    return np.stack([dark, dark]) if stereo else dark


def cancellable(file: BinaryIO, cancel: threading.Event | None) -> IO[bytes]:
    """Return a file for Pillow that raises `Cancelled` during decoding or encoding if ``cancel`` is set."""
    return cast(IO[bytes], _Cancellable(file, cancel))


class _Cancellable(io.RawIOBase):
    """A file for Pillow that checks for cancellation at each read and write, which are small."""

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
    """Turn Pillow's exceptions about a file's contents into `UserError`, and silence its warnings."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        try:
            yield
        except UnidentifiedImageError as error:
            raise UserError(
                tr(
                    "{name} is not an image that riffdesk can read. Choose a PNG, JPEG, WebP, BMP, GIF or TIFF file.",
                    name=name,
                )
            ) from error
        except Image.DecompressionBombError as error:
            raise UserError(_wrong_size(name, tr("has far too many pixels"))) from error
        except OSError as error:
            if error.errno is not None:
                raise
            raise UserError(_damaged(name)) from error
        except _DECODER_ERRORS as error:
            raise UserError(_damaged(name)) from error


def _damaged(name: str) -> str:
    return tr("{name} is damaged or cut short, and its picture cannot be read. Get a complete copy of it.", name=name)


def _wrong_size(name: str, problem: str) -> str:
    return tr(
        "{name} {problem} for a spectrogram: it may be at most {max_columns:,} pixels wide (10 "
        "minutes) and {min_rows} to {max_rows:,} high. Crop it first.",
        name=name,
        problem=problem,
        max_columns=MAX_COLUMNS - 1,
        min_rows=MIN_ROWS,
        max_rows=MAX_ROWS,
    )
