"""What made a riff: enough to make it again, sample for sample, on the same machine."""

from __future__ import annotations

from dataclasses import dataclass

from riffdesk.sketch.timeline import Keyframes


@dataclass(frozen=True)
class Recipe:
    """The settings of one render.

    Parameters
    ----------
    model : str
        Name of the model.
    keyframes : tuple of Keyframe
        What was asked for at which time.
    seconds : float
        Length.
    steps : int
        Of the denoising.
    scheduler : str
        Its usual name, see `riffdesk.diffusion.schedulers`.
    circular : bool
        Whether the end flows into the beginning.
    init, mask : str
        What it started from and where it was made anew: a file's or seed image's name, or '' for none.
    loras : tuple of (name, weight)
        Added to the model.
    """

    model: str
    keyframes: Keyframes
    seconds: float
    steps: int
    scheduler: str = "DPM++ 2M Karras"
    circular: bool = False
    init: str = ""
    mask: str = ""
    loras: tuple[tuple[str, float], ...] = ()
