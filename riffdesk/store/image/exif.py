"""The EXIF tags in which Riffusion keeps a spectrogram's settings."""

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

_TAGS = {
    "sample_rate": 11000,
    "step_ms": 11010,
    "window_ms": 11020,
    "padded_ms": 11030,
    "min_hz": 11050,
    "max_hz": 11060,
    "power": 11070,
}
_MOST_WEIGHTS = 2**26  # of the mel filters: 256 MiB, three times what 192 kHz takes with 512 bands
_REFERENCE_RANGE = (900, 1_100)  # Hz around the sine that has ink 1
_WHOLE = {field.name for field in fields(SpectrogramParams) if field.type == "int"}


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
    """Return the settings that an image's tags tell, with defaults for what is missing or makes no sense.

    Parameters
    ----------
    tags : mapping of EXIF tag to value
        Anything may be in it, such as a camera's tags or text where a number belongs.
    defaults : SpectrogramParams
        Each setting that the tags do not tell is taken from here.
    bands : int
        Rows of the image; they are the mel bands whatever the tags say.

    Raises
    ------
    UserError
        If even the defaults do not allow this number of bands.
    """
    told = {name: _number(name, tags.get(tag)) for name, tag in _TAGS.items()}
    known = {name: value for name, value in told.items() if value is not None}
    base = replace(defaults, bands=bands, stereo=_number("stereo", tags.get(STEREO)) == 1)
    # Settings that contradict each other go together; as few as possible are given up.
    for dropped in range(len(known) + 1):
        for kept in itertools.combinations(known, len(known) - dropped):
            try:
                params = replace(base, **{name: known[name] for name in kept})  # type: ignore[arg-type]
            except UserError:
                continue
            if _is_plausible(params):
                return params
    return base


def _is_plausible(params: SpectrogramParams) -> bool:
    """Return whether the mel range has a place for the reference, and its filters one in memory."""
    low, high = _REFERENCE_RANGE
    return params.min_hz <= low and params.max_hz >= high and params.n_freqs * params.bands <= _MOST_WEIGHTS


def max_value_of(tags: Mapping[int, object]) -> float | None:
    """Return the mel amplitude of black, on Riffusion's 16-bit scale; None if the tags do not tell it."""
    value = _number("max_value", tags.get(MAX_VALUE))
    return value if value is not None and value > 0 else None


def _number(name: str, value: object) -> float | None:
    """Return a tag's value as a finite number, or None if it is not one; whole where it must be."""
    if not isinstance(value, Real) or isinstance(value, bool):
        return None
    try:
        number = float(value)
    except (ArithmeticError, ValueError):
        return None
    if not math.isfinite(number):
        return None
    if name in _WHOLE:
        return int(number) if number.is_integer() else None
    return number
