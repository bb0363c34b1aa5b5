"""Reading and writing spectrogram images: Riffusion's PNG files with settings in EXIF tags.

The convention: value 255 is silence and 0 the loudest cell of the image, the highest band is the
top row, a mono image is grey, and a stereo one keeps left in green and right in blue with red at 0.
The amplitude of value 0 is the max-value tag, on the scale of 16-bit samples. An image without that
tag counts as one whose value 0 is ink 1, a full-scale sine at 1 kHz.
"""

from __future__ import annotations

import logging
import threading
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path

import numpy as np
from PIL import Image
from PIL.PngImagePlugin import PngInfo

from riffdesk.arrays import Array
from riffdesk.dsp.mel import mel_from_ink
from riffdesk.dsp.params import SpectrogramParams, reference_amplitude
from riffdesk.errors import UserError, reason
from riffdesk.files import write_beside
from riffdesk.input_file import open_input
from riffdesk.language import tr
from riffdesk.progress import OnStep, Step, check, ignore_steps
from riffdesk.sketch.recipe import infotext, recipe_json
from riffdesk.sketch.recipe.recipe import Recipe
from riffdesk.sketch.state import MAX_SECONDS
from riffdesk.store.image.exif import comment_of, exif_of, max_value_of, params_of
from riffdesk.store.image.picture import cancellable, check_size, darkness, decode, open_picture, tags_of

IMAGES = (".png", ".jpg", ".jpeg", ".webp", ".bmp", ".gif", ".tif", ".tiff")

_log = logging.getLogger(__name__)

_FULL_SCALE = 32_768  # Riffusion analyses 16-bit samples
_LOUDEST_INK = 8.0  # as in dsp.mel: a max-value tag beyond it is damage
_RECIPE = "riffdesk"  # keyword of the PNG's text
_INFOTEXT = "parameters"  # keyword of AUTOMATIC1111's
_DARK, _MOSTLY_DARK = 0.8, 0.6  # in music 3% of the cells are within 20% of the loudest one, on a black background most
_LIGHT = 0.5  # drawings on a black background are lighter
_STRIP = 512  # columns converted at a time


@dataclass(frozen=True, eq=False)
class ImageInk:
    """Contents of a spectrogram image.

    Parameters
    ----------
    ink : float32 ``[bands, columns]`` or ``[2, bands, columns]``
        One band for each row of the image; two channels if its tags say stereo.
    params : SpectrogramParams
        From the tags, with defaults for missing ones.
    recipe : Recipe, optional
        From the text of a PNG that riffdesk or AUTOMATIC1111's web UI has written.
    looks_inverted : bool
        Whether it seems to be white on black, or on a transparent background, but was read as black on white.
    has_level : bool
        Whether the level of black is known, from the tags or from riffdesk's recipe.
    """

    ink: Array
    params: SpectrogramParams
    recipe: Recipe | None = None
    looks_inverted: bool = False
    has_level: bool = True


@dataclass(frozen=True)
class ImageRequest:
    """Read a spectrogram image.

    Parameters
    ----------
    path : Path
        A PNG, JPEG, WebP, BMP, GIF or TIFF file.
    defaults : SpectrogramParams
        Settings for which the image has no tags, except stereo.
    invert : bool
        Whether bright is loud, as in the spectrograms of other programs.
    """

    path: Path
    defaults: SpectrogramParams = field(default_factory=SpectrogramParams)
    invert: bool = False


@dataclass(frozen=True, eq=False)
class WriteImageRequest:
    """Write ink as a spectrogram image.

    Parameters
    ----------
    path : Path
        The PNG file; it is replaced if it exists.
    ink : float32 ``[bands, columns]`` or ``[2, bands, columns]``
    params : SpectrogramParams
        Bands and time grid of the ink.
    recipe : Recipe, optional
        Stored as a text of the PNG.
    """

    path: Path
    ink: Array
    params: SpectrogramParams
    recipe: Recipe | None = None


def read_image(
    request: ImageRequest, on_step: OnStep = ignore_steps, cancel: threading.Event | None = None
) -> ImageInk:
    """Return the ink of an image file.

    Raises
    ------
    UserError
        If the file is missing, empty, damaged, no image, or smaller or larger than a spectrogram can be.
    Cancelled
        If ``cancel`` was set.
    """
    name = request.path.name
    try:
        with open_input(request.path, cancel) as file:
            if not file.read(1):
                raise UserError(tr("{name} is empty. Choose another file.", name=name))
            file.seek(0)
            with open_picture(file, name, cancel) as stored:
                tags = tags_of(stored)
                image = decode(stored, name)
                check_size(image.width, image.height, name)
                params = _params(image, tags, request.defaults, name)
                return _ink(image, params, tags, on_step, cancel, invert=request.invert)
    except OSError as error:
        raise UserError(tr("Could not read {name}: {reason}.", name=name, reason=reason(error))) from error


def write_image(
    request: WriteImageRequest, on_step: OnStep = ignore_steps, cancel: threading.Event | None = None
) -> None:
    """Write ink as a PNG in Riffusion's convention; the file is replaced only when complete.

    Raises
    ------
    UserError
        If the file's name does not end in ``.png``, the image is too large to be opened again, or it cannot be
        written.
    Cancelled
        If ``cancel`` was set; the file is unchanged.
    """
    path = request.path
    if path.suffix.lower() != ".png":
        raise UserError(
            tr("Could not write {name}: spectrogram images are PNG files. Give it a name with .png.", name=path.name)
        )
    check_size(request.ink.shape[-1], request.ink.shape[-2], path.name)
    image = image_of(request.ink, request.params, on_step=on_step, cancel=cancel)
    texts = PngInfo()
    if request.recipe is not None:
        texts.add_text(_RECIPE, recipe_json.to_text(request.recipe))
    on_step(Step(0, 0, tr("Writing the image")))
    with write_beside(path) as temporary, temporary.open("wb") as file:
        image.save(cancellable(file, cancel), "PNG", exif=image.getexif(), pnginfo=texts)


def image_of(
    ink: Array,
    params: SpectrogramParams,
    *,
    on_step: OnStep = ignore_steps,
    cancel: threading.Event | None = None,
) -> Image.Image:
    """Return ink as an image in Riffusion's convention, with the settings in its EXIF tags.

    Parameters
    ----------
    ink : float32 ``[bands, columns]`` or ``[2, bands, columns]``
        NaN and negative ink count as silence, and ink above 8 as 8.
    params : SpectrogramParams
        Bands and time grid of the ink; number of bands and stereo are taken from the ink's shape.
    on_step, cancel
        As in `write_image`.

    Returns
    -------
    RGB image, ``columns`` wide and ``bands`` high
        ``floor(255 - 255 * ink / loudest ink)``, which is Riffusion's
        ``floor(255 - 255 * (amplitude / max) ** power)``.
    """
    params = replace(params, bands=ink.shape[-2])
    clean = np.clip(np.nan_to_num(ink, nan=0.0, posinf=_LOUDEST_INK, neginf=0.0), 0.0, _LOUDEST_INK)
    loudest = clean.max(initial=0.0)
    columns = ink.shape[-1]
    pixels = np.zeros((params.bands, columns, 3), np.uint8)
    for strip in _strips(columns, on_step, cancel, tr("Drawing the image")):
        values = np.full(clean[..., strip].shape, 255, np.uint8)
        if loudest > 0:
            values[:] = 255 - 255 * (clean[..., strip] / loudest)
        values = values[..., ::-1, :]
        if values.ndim == 3:
            pixels[:, strip, 1], pixels[:, strip, 2] = values
        else:
            pixels[:, strip] = values[..., None]
    image = Image.fromarray(pixels)
    max_value = float(mel_from_ink(loudest, params)) * _FULL_SCALE
    image.getexif().update(exif_of(params, stereo=ink.ndim == 3, max_value=max_value))
    return image


def ink_of(
    image: Image.Image,
    defaults: SpectrogramParams | None = None,
    *,
    on_step: OnStep = ignore_steps,
    cancel: threading.Event | None = None,
) -> ImageInk:
    """Return the ink of an image.

    Parameters
    ----------
    image : PIL image
        Of any mode. Transparent pixels are silence; colours are converted to luminance.
    defaults : SpectrogramParams, optional
        Settings for which it has no EXIF tags.
    on_step, cancel
        As in `read_image`.

    Raises
    ------
    UserError
        If it is smaller or larger than a spectrogram can be.
    """
    check_size(image.width, image.height, tr("This image"))
    tags = tags_of(image)
    params = _params(image, tags, defaults or SpectrogramParams(), tr("This image"))
    return _ink(image, params, tags, on_step, cancel)


def _params(
    image: Image.Image, tags: Mapping[int, object], defaults: SpectrogramParams, name: str
) -> SpectrogramParams:
    """Return the image's settings; UserError if it is longer than a sketch can be."""
    params = params_of(tags, defaults, image.height)
    seconds = (image.width - 1) / params.columns_per_second
    if seconds > MAX_SECONDS:
        raise UserError(
            tr(
                "{name} is {seconds:.0f} minutes long with its step of {step_ms} ms, and a sketch has at "
                "most {max_seconds:.0f}. Crop it first.",
                name=name,
                seconds=seconds / 60,
                step_ms=params.step_ms,
                max_seconds=MAX_SECONDS / 60,
            )
        )
    return params


def _ink(
    image: Image.Image,
    params: SpectrogramParams,
    tags: Mapping[int, object],
    on_step: OnStep,
    cancel: threading.Event | None,
    *,
    invert: bool = False,
) -> ImageInk:
    """Return the ink of an image whose size has been checked."""
    channels = (2,) if params.stereo else ()
    ink = np.empty((*channels, image.height, image.width), np.float32)
    ink_of_black = _ink_of_black(tags, params)
    dark_cells, darkest, lightest = 0, 0.0, 1.0
    for strip in _strips(image.width, on_step, cancel, tr("Reading the image")):
        part = image.crop((strip.start, 0, strip.stop, image.height))
        dark = darkness(part, stereo=params.stereo, invert=invert)
        dark_cells += int(np.count_nonzero(dark > _DARK))
        darkest, lightest = max(darkest, float(dark.max())), min(lightest, float(dark.min()))
        ink[..., strip] = dark[..., ::-1, :] * ink_of_black
    recipe = recipe_json.from_text(image.info.get(_RECIPE))
    if recipe_json.text_has_newer_score(image.info.get(_RECIPE)):
        _log.warning("The image's recipe was read without its score: a newer riffdesk wrote it. Update riffdesk.")
    has_level = max_value_of(tags) is not None or recipe is not None
    is_unmarked = not has_level and not invert
    on_black = dark_cells > _MOSTLY_DARK * ink.size and lightest < _LIGHT
    inverted = on_black or (darkest == 0 and _shows_white(image))
    if recipe is None:
        text = image.info.get(_INFOTEXT) or comment_of(tags)
        recipe = infotext.recipe_in(text, image.width / params.columns_per_second)
    return ImageInk(ink, params, recipe, looks_inverted=is_unmarked and inverted, has_level=has_level)


def _shows_white(image: Image.Image) -> bool:
    """Return whether a picture with transparency has visible pixels that are not black."""
    return image.has_transparency_data and bool(darkness(image, invert=True).any())


def _ink_of_black(tags: Mapping[int, object], params: SpectrogramParams) -> np.float32:
    """Return the ink of value 0, from the max-value tag if that is plausible, otherwise 1."""
    max_value, reference = max_value_of(tags), reference_amplitude(params)
    if max_value is None or reference <= 0:
        return np.float32(1)
    ink = (max_value / _FULL_SCALE / reference) ** params.power
    return np.float32(ink if 0 < ink <= _LOUDEST_INK else 1)


def _strips(columns: int, on_step: OnStep, cancel: threading.Event | None, message: str) -> Iterator[slice]:
    """Yield slices of columns, and report progress after each."""
    for start in range(0, columns, _STRIP):
        check(cancel)
        stop = min(start + _STRIP, columns)
        yield slice(start, stop)
        on_step(Step(stop, columns, message))
