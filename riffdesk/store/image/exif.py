"""Riffusion's EXIF tags for a spectrogram's settings."""

from __future__ import annotations

import itertools
import math
from collections.abc import Mapping
from dataclasses import fields, replace
from numbers import Real

from PIL import Image

from riffdesk.dsp.params import SpectrogramParams
from riffdesk.errors import UserError

STEREO = 11005
BANDS = 11040
MAX_VALUE = 11080
_USER_COMMENT = 0x9286

_TAGS = {
    "sample_rate": 11000,
    "step_ms": 11010,
    "window_ms": 11020,
    "padded_ms": 11030,
    "min_hz": 11050,
    "max_hz": 11060,
    "power": 11070,
}
_MAX_WEIGHTS = 2**26  # largest mel filter matrix: 256 MiB, three times that of 192 kHz with 512 bands
_REFERENCE_RANGE = (900, 1_100)  # Hz around the sine that has ink 1
_INTEGER_FIELDS = {field.name for field in fields(SpectrogramParams) if field.type == "int"}


def exif_of(params: SpectrogramParams, *, stereo: bool, max_value: float) -> Image.Exif:
    """Return the tags of an image, with Riffusion's types: integers, but for power and max value."""
    exif = Image.Exif()
    for name, tag in _TAGS.items():
        value = float(getattr(params, name))
        exif[tag] = int(value) if value.is_integer() and name != "power" else value
    exif[STEREO] = int(stereo)
    exif[BANDS] = params.bands
    exif[MAX_VALUE] = float(max_value)
    return exif


def params_of(tags: Mapping[int, object], defaults: SpectrogramParams, bands: int) -> SpectrogramParams:
    """Return the settings in an image's tags, with defaults for missing and invalid ones.

    Parameters
    ----------
    tags : mapping of EXIF tag to value
        May hold other tags, such as a camera's, and values of any type.
    defaults : SpectrogramParams
        Settings for which there is no valid tag.
    bands : int
        Rows of the image, which are its mel bands even if the tags differ.

    Raises
    ------
    UserError
        If the defaults do not allow this number of bands.
    """
    values = {name: _number(name, tags.get(tag)) for name, tag in _TAGS.items()}
    valid = {name: value for name, value in values.items() if value is not None}
    base = replace(defaults, bands=bands, stereo=_number("stereo", tags.get(STEREO)) == 1)
    # If the settings contradict each other, as few as possible are dropped.
    for dropped_count in range(len(valid) + 1):
        for kept in itertools.combinations(valid, len(valid) - dropped_count):
            try:
                params = replace(base, **{name: valid[name] for name in kept})  # type: ignore[arg-type]
            except UserError:
                continue
            if _is_plausible(params):
                return params
    return base


def _is_plausible(params: SpectrogramParams) -> bool:
    """Return whether the mel range includes the reference tone, and the mel filters fit in memory."""
    low, high = _REFERENCE_RANGE
    return params.min_hz <= low and params.max_hz >= high and params.n_freqs * params.bands <= _MAX_WEIGHTS


def max_value_of(tags: Mapping[int, object]) -> float | None:
    """Return the mel amplitude of black, on Riffusion's 16-bit scale; None if there is no valid tag."""
    value = _number("max_value", tags.get(MAX_VALUE))
    return value if value is not None and value > 0 else None


def _number(name: str, value: object) -> float | None:
    """Return a tag's value as a finite number, or as an integer for integer fields; None if it is not one."""
    if not isinstance(value, Real) or isinstance(value, bool):
        return None
    try:
        number = float(value)
    except (ArithmeticError, ValueError):
        return None
    if not math.isfinite(number):
        return None
    if name in _INTEGER_FIELDS:
        return int(number) if number.is_integer() else None
    return number


def comment_of(tags: Mapping[int, object]) -> str | None:
    """Return the user comment of a JPEG or WebP, where AUTOMATIC1111's web UI writes its parameters; None for none.

    Its first eight bytes name the encoding (EXIF 2.3, 4.6.5): "UNICODE" is UTF-16, in either order of bytes.
    """
    comment = tags.get(_USER_COMMENT)
    if not isinstance(comment, bytes):
        return None
    encoding, text = comment[:8].rstrip(b"\0"), comment[8:]
    if encoding != b"UNICODE":
        return text.decode("utf-8", "replace").strip("\0")
    high, low = text[::2].count(0), text[1::2].count(0)  # of Latin text the high bytes are 0
    return text.decode("utf-16-le" if low > high else "utf-16-be", "replace").strip("\0")
