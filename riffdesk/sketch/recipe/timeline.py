"""The seed timeline: keyframes that say what is asked for at which time."""

from __future__ import annotations

import math
import secrets
from bisect import bisect_right
from collections.abc import Collection
from dataclasses import dataclass, replace
from itertools import pairwise

from riffdesk.errors import UserError

_MOMENT = 1e-6  # seconds, within which two times are one
MAX_SEED = 2**32 - 1
RANDOM_SEED = -1
"""Stands for a seed that is drawn when a riff is asked for: keyframes of a timeline may have it, no recipe has."""
MAX_GUIDANCE = 30
CURVES = {"linear": "Linear", "smooth": "Smooth", "hold": "Hold"}
"""How the music goes from one keyframe to the next: evenly, slowly at both ends, or with a leap at the end."""


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
        Of the noise, 0 to 2**32 - 1, or `RANDOM_SEED`.
    denoising : float
        0 keeps what is there, 1 starts from noise.
    guidance : float
        How strictly the prompt is followed, 0 to 30; 1 and below switch guidance off.
    curve : str
        How it goes on from here to the next keyframe, see `CURVES`.
    chords : str
        What a score is composed on from here, as in ``Cm | Ab | Eb | Bb``; '' leaves them to the composer.
    """

    seconds: float = 0.0
    prompt: str = ""
    negative: str = ""
    seed: int = 42
    denoising: float = 0.75
    guidance: float = 7.0
    curve: str = "linear"
    chords: str = ""

    def __post_init__(self) -> None:
        """Refuse values that no render could use."""
        for ok, what, value, allowed in (
            (0 <= self.seconds < math.inf, "time", f"{self.seconds} s", "0 or later"),
            (RANDOM_SEED <= self.seed <= MAX_SEED, "seed", self.seed, f"from 0 to {MAX_SEED}, or -1 for a random one"),
            (0 <= self.denoising <= 1, "denoising", self.denoising, "from 0 to 1"),
            (0 <= self.guidance <= MAX_GUIDANCE, "guidance", self.guidance, f"from 0 to {MAX_GUIDANCE}"),
            (self.curve in CURVES, "curve", self.curve, f"one of {', '.join(CURVES)}"),
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


class Walk:
    """The way along keyframes, ready to be asked for many times.

    Parameters
    ----------
    keyframes : tuple of Keyframe
        At least one, in any order. Before the first and after the last one, that one alone holds.
    loop : float, optional
        Length of a loop in seconds: the last keyframe flows into the first one of the next turn.
    """

    def __init__(self, keyframes: Keyframes, loop: float | None = None) -> None:
        ordered = sorted(keyframes, key=lambda one: one.seconds)
        first, last = ordered[0], ordered[-1]
        self._begin = first.seconds
        self._loop = loop if len(ordered) > 1 else None
        if self._loop is not None:
            ordered.append(replace(first, seconds=max(first.seconds + self._loop, last.seconds)))
        self._keyframes, self.times = ordered, [one.seconds for one in ordered]

    def at(self, seconds: float) -> Between:
        """Return which two keyframes hold at a time, and how far it is from one to the other."""
        if self._loop is not None:
            seconds = self._begin + (seconds - self._begin) % self._loop
        # Of keyframes at one time, the last one holds from there on.
        after = bisect_right(self.times, seconds)
        if after in (0, len(self.times)):
            only = self._keyframes[max(0, after - 1)]
            return Between(only, only, 0.0)
        start, end = self._keyframes[after - 1], self._keyframes[after]
        return Between(start, end, _eased((seconds - start.seconds) / (end.seconds - start.seconds), start.curve))


def between(keyframes: Keyframes, seconds: float, loop: float | None = None) -> Between:
    """Return which two keyframes hold at a time; see `Walk`."""
    return Walk(keyframes, loop).at(seconds)


def changed_spans(
    before: Keyframes, after: Keyframes, seconds: float, loop: float | None = None
) -> list[tuple[float, float]]:
    """Return the times at which other keyframes ask for something else: pairs of seconds, in order, that do not touch.

    Parameters
    ----------
    before, after : tuple of Keyframe
    seconds : float
        Length of the riff.
    loop : float, optional
        The same, if it is a loop.
    """
    old, new = Walk(before, loop), Walk(after, loop)
    inside = {time % loop if loop else time for time in (*old.times, *new.times)}
    edges = [0.0, *sorted(time for time in inside if 0 < time < seconds), seconds]
    spans: list[tuple[float, float]] = []
    for start, stop in pairwise(edges):
        # Between two edges each way goes evenly or along one curve, so that a few places tell of all.
        places = [start + part * (stop - start) for part in (0.1, 0.5, 0.9)]
        if stop - start < _MOMENT or all(_alike(old.at(place), new.at(place)) for place in places):
            continue
        if spans and spans[-1][1] == start:
            spans[-1] = (spans[-1][0], stop)
        else:
            spans.append((start, stop))
    return spans


def same_but_seeds(before: Keyframes, after: Keyframes) -> bool:
    """Return whether keyframes ask for the same as others, but with whatever seeds."""
    pairs = zip(before, after, strict=False)
    return len(before) == len(after) and all(replace(one, seed=other.seed) == other for one, other in pairs)


def other_seeds_alone(before: Keyframes, after: Keyframes) -> bool:
    """Return whether keyframes are a variation of others: another seed at each of them, and all else the same."""
    differ = all(one.seed != other.seed for one, other in zip(before, after, strict=False))
    return differ and same_but_seeds(before, after)


def _alike(one: Between, other: Between) -> bool:
    """Return whether the same is asked for, whichever keyframes say so."""
    (start, end, alpha), (start_2, end_2, alpha_2) = _asked(one), _asked(other)
    return start == start_2 and end == end_2 and abs(alpha - alpha_2) < 1e-6


def _asked(here: Between) -> tuple[Keyframe, Keyframe, float]:
    """Return what is asked for, without where and how it comes about."""
    start, end = (replace(one, seconds=0.0, curve="linear") for one in (here.start, here.end))
    return (start, start, 0.0) if start == end or here.alpha == 0 else (start, end, here.alpha)


def _eased(way: float, curve: str) -> float:
    """Return the alpha at a part of the way from one keyframe to the next; smooth is 3 way^2 - 2 way^3."""
    if curve == "hold":
        return 0.0
    return way * way * (3 - 2 * way) if curve == "smooth" else way


def chosen_seed(seed: int) -> int:
    """Return a seed as it is, or a new one, 0 to 2**32 - 1, for `RANDOM_SEED`."""
    return secrets.randbelow(MAX_SEED + 1) if seed == RANDOM_SEED else seed


def drawn(keyframes: Keyframes) -> Keyframes:
    """Return keyframes with a new seed for each random one."""
    return tuple(replace(one, seed=chosen_seed(one.seed)) for one in keyframes)


def seeded_as(keyframes: Keyframes, made: Keyframes) -> Keyframes:
    """Return keyframes whose random seeds are those that a riff was made with: what a timeline asks that riff for."""
    if not made or all(one.seed != RANDOM_SEED for one in keyframes):
        return keyframes
    walk = Walk(made)
    return tuple(
        replace(one, seed=walk.at(one.seconds).start.seed) if one.seed == RANDOM_SEED else one for one in keyframes
    )


def with_keyframe(keyframes: Keyframes, keyframe: Keyframe) -> Keyframes:
    """Return the keyframes with one more, in order of time."""
    return tuple(sorted((*keyframes, keyframe), key=lambda one: one.seconds))


def changed_keyframes(keyframes: Keyframes, chosen: Collection[int], **fields: object) -> Keyframes:
    """Return the keyframes with some fields of the chosen ones changed, in the order they were in."""
    return tuple(
        replace(one, **fields) if index in chosen else one  # type: ignore[arg-type]
        for index, one in enumerate(keyframes)
    )


def moved_keyframes(
    keyframes: Keyframes, chosen: Collection[int], by: float, latest: float
) -> tuple[Keyframes, frozenset[int]]:
    """Move chosen keyframes together by seconds, as far as 0 and ``latest`` allow.

    Returns
    -------
    tuple of Keyframe
        In order of time.
    frozenset of int
        Where the chosen ones are now.
    """
    times = [keyframes[index].seconds for index in chosen]
    by = max(-min(times), min(by, max(0.0, latest - max(times))))
    moved = [(replace(one, seconds=one.seconds + by), True) for one in (keyframes[index] for index in sorted(chosen))]
    rest = [(one, False) for index, one in enumerate(keyframes) if index not in chosen]
    ordered = sorted((*rest, *moved), key=lambda pair: pair[0].seconds)
    places = frozenset(place for place, (_, is_chosen) in enumerate(ordered) if is_chosen)
    return tuple(one for one, _ in ordered), places


def snapped(seconds: float, tempo: float, beats_per_bar: int) -> float:
    """Return the time of the nearest bar line."""
    bar = 60 / tempo * beats_per_bar
    return round(seconds / bar) * bar


def without_keyframes(keyframes: Keyframes, chosen: Collection[int]) -> Keyframes:
    """Return the keyframes without the chosen ones; the first one stays if it would be all of them."""
    left = tuple(one for index, one in enumerate(keyframes) if index not in chosen)
    return left or keyframes[:1]
