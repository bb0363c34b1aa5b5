"""The seed timeline: keyframes that say what is asked for at which time."""

from __future__ import annotations

from dataclasses import dataclass, replace

from riffdesk.errors import UserError

MAX_SEED = 2**31 - 1


@dataclass(frozen=True)
class Keyframe:
    """What the music is asked to be at one time.

    Parameters
    ----------
    seconds : float
        Its place, >= 0.
    prompt, negative : str
        What to make and what to keep away from.
    seed : int
        Of the noise, 0 to 2**31 - 1.
    denoising : float
        0 keeps what is there, 1 starts from noise.
    guidance : float
        How strictly the prompt is followed, 0 to 30; 1 and below switch guidance off.
    """

    seconds: float = 0.0
    prompt: str = ""
    negative: str = ""
    seed: int = 42
    denoising: float = 0.75
    guidance: float = 7.0

    def __post_init__(self) -> None:
        """Refuse values that no render could use."""
        if not (
            self.seconds >= 0 and 0 <= self.seed <= MAX_SEED and 0 <= self.denoising <= 1 and 0 <= self.guidance <= 30
        ):
            raise UserError(f"This keyframe has a value out of range: {self}.")


Keyframes = tuple[Keyframe, ...]


def with_keyframe(keyframes: Keyframes, keyframe: Keyframe) -> Keyframes:
    """Return the keyframes with one more, in order of time."""
    return tuple(sorted((*keyframes, keyframe), key=lambda one: one.seconds))


def changed_keyframe(keyframes: Keyframes, index: int, **fields: object) -> Keyframes:
    """Return the keyframes with some fields of one changed, in order of time."""
    changed = replace(keyframes[index], **fields)  # type: ignore[arg-type]
    return with_keyframe(keyframes[:index] + keyframes[index + 1 :], changed)


def without_keyframe(keyframes: Keyframes, index: int) -> Keyframes:
    """Return the keyframes without one; the last one stays, for a sketch always asks for something."""
    return keyframes if len(keyframes) == 1 else keyframes[:index] + keyframes[index + 1 :]
