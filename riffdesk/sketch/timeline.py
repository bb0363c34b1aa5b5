"""The seed timeline: keyframes that say what is asked for at which time."""

from __future__ import annotations

import math
from dataclasses import dataclass, replace

from riffdesk.errors import UserError

MAX_SEED = 2**31 - 1
MAX_GUIDANCE = 30


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
        for ok, what, value, allowed in (
            (0 <= self.seconds < math.inf, "time", f"{self.seconds} s", "0 or later"),
            (0 <= self.seed <= MAX_SEED, "seed", self.seed, f"from 0 to {MAX_SEED}"),
            (0 <= self.denoising <= 1, "denoising", self.denoising, "from 0 to 1"),
            (0 <= self.guidance <= MAX_GUIDANCE, "guidance", self.guidance, f"from 0 to {MAX_GUIDANCE}"),
        ):
            if not ok:
                raise UserError(f"The {what} of a keyframe is {allowed}, not {value}. Choose another one.")


Keyframes = tuple[Keyframe, ...]


@dataclass(frozen=True)
class Between:
    """Where a time lies: between which keyframes, and how far from the first to the second (0 to 1)."""

    start: Keyframe
    end: Keyframe
    alpha: float


def between(keyframes: Keyframes, seconds: float, loop: float | None = None) -> Between:
    """Return which two keyframes hold at a time, and how far it is from one to the other.

    Parameters
    ----------
    keyframes : tuple of Keyframe
        At least one, in any order. Before the first and after the last one, that one alone holds.
    seconds : float
        The time.
    loop : float, optional
        Length of a loop in seconds: the last keyframe flows into the first one of the next turn.
    """
    ordered = sorted(keyframes, key=lambda one: one.seconds)
    first, last = ordered[0], ordered[-1]
    if loop is not None and len(ordered) > 1:
        seconds = first.seconds + (seconds - first.seconds) % loop
        ordered.append(replace(first, seconds=max(first.seconds + loop, last.seconds)))
    # Of keyframes at one time, the last one holds from there on.
    before = [one for one in ordered if one.seconds <= seconds]
    after = [one for one in ordered if one.seconds > seconds]
    if not before or not after:
        only = before[-1] if before else first
        return Between(only, only, 0.0)
    start, end = before[-1], after[0]
    return Between(start, end, (seconds - start.seconds) / (end.seconds - start.seconds))


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
