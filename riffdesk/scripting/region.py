"""The commands of the Region menu on a project, a sound or a spectrogram image."""

from __future__ import annotations

import math
import threading
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from riffdesk.errors import UserError
from riffdesk.progress import OnStep, ignore_steps
from riffdesk.scripting.adding import document_of
from riffdesk.sketch.ink import Ink
from riffdesk.sketch.layer import Layer
from riffdesk.sketch.paint.effects.catalogue import EFFECTS
from riffdesk.sketch.paint.effects.effect import Effect, Parameter, apply_effect, begin_effect, place_in
from riffdesk.sketch.paint.region import Region
from riffdesk.sketch.sketch import Sketch
from riffdesk.sketch.state import State, empty_state
from riffdesk.store.image.image_file import ImageRequest, read_image
from riffdesk.values import decimal

_IMAGES = (".png", ".jpg", ".jpeg", ".webp", ".bmp", ".gif", ".tif", ".tiff")
COMMANDS = {effect.name.lower().replace(" ", "-"): effect for effect in EFFECTS}
"""The commands by their names, such as ``fade-in``."""


@dataclass(frozen=True)
class Part:
    """A part of a file; None for its end, its lowest and its highest frequency.

    Parameters
    ----------
    start, stop : float
        In seconds.
    low, high : float
        In Hz.
    """

    start: float = 0.0
    stop: float | None = None
    low: float | None = None
    high: float | None = None


def change_region(
    path: str | Path,
    command: str,
    values: Mapping[str, float | str] | None = None,
    *,
    part: Part = Part(),
    layer: str = "",
    on_step: OnStep = ignore_steps,
    cancel: threading.Event | None = None,
) -> State:
    """Return the document of a file after a command on a region of it.

    Parameters
    ----------
    path : str or Path
        A .riff project, a sound or a spectrogram image.
    command : str
        One of `COMMANDS`.
    values : mapping, optional
        The command's numbers by the names of its parameters; the others have their defaults. A choice is its number or
        its words.
    part : Part
        The region; by default all.
    layer : str
        Name of the project's layer that is changed; '' for the active one.

    Raises
    ------
    UserError
        If there is no such command, parameter or layer, a value is out of range, the region is empty or silent, or
        the file cannot be read.
    Cancelled
        If ``cancel`` was set.
    """
    effect = COMMANDS.get(command)
    if effect is None:
        raise UserError(f"There is no command '{command}'. There is: {', '.join(COMMANDS)}.")
    numbers = _checked(effect, command, values or {})
    sketch = Sketch(_document(Path(path), on_step, cancel))
    if layer:
        named = [one.id for one in sketch.layers if one.name == layer]
        if not named:
            raise UserError(f"There is no layer '{layer}'. There is: {', '.join(one.name for one in sketch.layers)}.")
        sketch.select_layer(named[-1])
    region = _region(sketch, part)
    source = effect.source(region, sketch)
    if source is None:
        raise UserError("The region covers everything: leave some sound before or after it, which fills it.")
    if not sketch.active_layer.tiles.read(source.start, source.stop, source.bands).any():
        raise UserError("There is no sound to change: the region is silent.")
    edit = begin_effect(sketch, effect, region)
    apply_effect(edit, effect, region, place_in(sketch.state), numbers)
    edit.commit()
    return sketch.state


def _document(path: Path, on_step: OnStep, cancel: threading.Event | None) -> State:
    """Return the document of a project, or one with a sound or an image as its only layer."""
    if path.suffix.lower() not in _IMAGES:
        return document_of(path, None, on_step, cancel)
    image = read_image(ImageRequest(path), on_step, cancel)
    sketch = Sketch(empty_state(image.params))
    samples = image.ink.shape[-1] * image.params.hop
    added = sketch.add_layer(Layer(Ink.of(image.ink), path.stem), samples=samples)
    sketch.change("Length", layers=(added,))
    sketch.set_length(samples / image.params.sample_rate)
    return sketch.state


def _region(sketch: Sketch, part: Part) -> Region:
    params, rate, start = sketch.params, sketch.params.columns_per_second, part.start
    stop = sketch.seconds if part.stop is None else part.stop
    low, high = params.min_hz if part.low is None else part.low, params.max_hz if part.high is None else part.high
    if not all(math.isfinite(end) for end in (start, stop, low, high)):
        raise UserError("The ends of a region are numbers of seconds and of Hz.")
    first, last = (math.floor(seconds * rate + 0.5) for seconds in (start, stop))
    first, last = max(0, first), sketch.columns if stop >= sketch.seconds else last
    bottom, top = (float(params.band_of(max(hertz, 0.0))) for hertz in (low, high))
    bands = max(0, round(bottom)), min(params.bands, round(top) + 1)
    if first >= last or bands[0] >= bands[1]:
        raise UserError(
            f"The region is empty: {start:g} to {stop:g} s and {low:g} to {high:g} Hz, "
            f"of {sketch.seconds:g} s and {params.min_hz:g} to {params.max_hz:g} Hz."
        )
    return Region(first, last, *bands)


def _checked(effect: Effect, command: str, values: Mapping[str, float | str]) -> dict[str, float]:
    """Return the numbers of a command."""
    parameters = {one.name: one for one in effect.parameters}
    for name in values:
        if name not in parameters:
            raise UserError(f"'{command}' has no '{name}'. It has: {parameters_text(effect) or 'nothing to set'}.")
    return {name: _number(parameters[name], command, value) for name, value in values.items()}


def _number(parameter: Parameter, command: str, value: float | str) -> float:
    words = [choice.lower() for choice in parameter.choices]
    if str(value).lower() in words:
        return float(words.index(str(value).lower()))
    try:
        number = decimal(str(value))
    except ValueError:
        number = math.nan
    if parameter.checked(number) != number:
        raise UserError(f"'{parameter.name}' of '{command}' is {_range(parameter)}, and not '{value}'.")
    return number


def parameters_text(effect: Effect) -> str:
    """Return a text of the parameters of a command, with ranges and defaults."""
    return "; ".join(f"{one.name}: {_range(one)}, by default {_default(one)}" for one in effect.parameters)


def _range(one: Parameter) -> str:
    if one.choices:
        return "one of " + ", ".join(f"'{choice}'" for choice in one.choices)
    return f"{one.low:g} to {one.high:g}{one.unit}"


def _default(one: Parameter) -> str:
    return f"'{one.choices[round(one.default)]}'" if one.choices else f"{one.default:g}"
