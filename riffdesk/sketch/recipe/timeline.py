"""The seed timeline: keyframes with prompts, seeds and settings, and the walk between them."""

from __future__ import annotations

import math
import secrets
from bisect import bisect_right
from collections.abc import Collection
from dataclasses import dataclass, replace
from itertools import pairwise
from numbers import Integral

from riffdesk.errors import UserError
from riffdesk.language import mark, translated

_TOLERANCE = 1e-6  # seconds within which two times are equal
MAX_SEED = 2**32 - 1
RANDOM_SEED = -1
"""Placeholder for a seed that is drawn for each riff; allowed in a timeline, not in a recipe."""
MAX_GUIDANCE = 30
DEFAULT_DENOISING = 0.75
"""Share of an init that is replaced, as by *Make it real*, if nothing else is chosen."""
CURVES = {"linear": mark("Linear"), "smooth": mark("Smooth"), "hold": mark("Hold")}
"""Curves between keyframes: even, slow at both ends, or constant until the next keyframe."""


@dataclass(frozen=True)
class Keyframe:
    """The prompt, seed and settings at one time.

    Parameters
    ----------
    seconds : float
        Its time, >= 0.
    prompt, negative : str
        The prompt, and the negative prompt.
    seed : int
        Seed of the noise, 0 to 2**32 - 1, or `RANDOM_SEED`.
    denoising : float
        0 keeps the init, 1 starts from noise.
    guidance : float
        Scale of classifier-free guidance, 0 to 30; 1 and below switch it off.
    curve : str
        Curve to the next keyframe, see `CURVES`.
    chords : str
        Chords of a composed score, such as ``Cm | Ab | Eb | Bb``; '' for composed ones.
    blend : tuple of (str, float)
        Prompts that are blended, as in a jam, with weights that sum to 1; the prompt is the strongest of them.
        Empty for the prompt alone.
    """

    seconds: float = 0.0
    prompt: str = ""
    negative: str = ""
    seed: int = 42
    denoising: float = DEFAULT_DENOISING
    guidance: float = 7.0
    curve: str = "linear"
    chords: str = ""
    blend: tuple[tuple[str, float], ...] = ()

    def __post_init__(self) -> None:
        """Check the values."""
        for ok, problem, value, limit in (
            (
                0 <= self.seconds < math.inf,
                mark("The time of a keyframe is 0 or later, not {value} s. Choose another one."),
                self.seconds,
                "",
            ),
            (
                isinstance(self.seed, Integral) and RANDOM_SEED <= self.seed <= MAX_SEED,
                mark(
                    "The seed of a keyframe is from 0 to {limit}, or -1 for a random one, not {value}. "
                    "Choose another one."
                ),
                self.seed,
                MAX_SEED,
            ),
            (
                0 <= self.denoising <= 1,
                mark("The denoising of a keyframe is from 0 to {limit}, not {value}. Choose another one."),
                self.denoising,
                1,
            ),
            (
                0 <= self.guidance <= MAX_GUIDANCE,
                mark("The guidance of a keyframe is from 0 to {limit}, not {value}. Choose another one."),
                self.guidance,
                MAX_GUIDANCE,
            ),
            (
                all(0 <= weight <= 1 for _, weight in self.blend),
                mark("The weight of a blend of a keyframe is from 0 to {limit}, not {value}. Choose another one."),
                self.blend,
                1,
            ),
            (
                self.curve in CURVES,
                mark("The curve of a keyframe is one of {limit}, not {value}. Choose another one."),
                self.curve,
                ", ".join(CURVES),
            ),
        ):
            if not ok:
                raise UserError(translated(problem).format(value=value, limit=limit))


Keyframes = tuple[Keyframe, ...]


@dataclass(frozen=True)
class WalkPosition:
    """A position between two keyframes; alpha is 0 at the first and 1 at the second."""

    start: Keyframe
    end: Keyframe
    alpha: float


class Walk:
    """The walk along keyframes, prepared for many calls of `at`.

    Parameters
    ----------
    keyframes : tuple of Keyframe
        At least one, in any order. Before the first and after the last, the walk is constant.
    loop : float, optional
        Length of a loop in seconds: the last keyframe is followed by the first one again.
    """

    def __init__(self, keyframes: Keyframes, loop: float | None = None) -> None:
        ordered = sorted(keyframes, key=lambda keyframe: keyframe.seconds)
        first, last = ordered[0], ordered[-1]
        self._begin = first.seconds
        self._loop = loop if len(ordered) > 1 else None
        if self._loop is not None:
            ordered.append(replace(first, seconds=max(first.seconds + self._loop, last.seconds)))
        self._keyframes, self.times = ordered, [keyframe.seconds for keyframe in ordered]

    def at(self, seconds: float) -> WalkPosition:
        """Return the position between keyframes at a time in seconds."""
        if self._loop is not None:
            seconds = self._begin + (seconds - self._begin) % self._loop
        # Of keyframes at the same time, the last one counts.
        after = bisect_right(self.times, seconds)
        if after in (0, len(self.times)):
            only = self._keyframes[max(0, after - 1)]
            return WalkPosition(only, only, 0.0)
        start, end = self._keyframes[after - 1], self._keyframes[after]
        return WalkPosition(start, end, _eased((seconds - start.seconds) / (end.seconds - start.seconds), start.curve))


def position_at(keyframes: Keyframes, seconds: float, loop: float | None = None) -> WalkPosition:
    """Return the position between keyframes at a time; see `Walk`."""
    return Walk(keyframes, loop).at(seconds)


def changed_spans(
    before: Keyframes, after: Keyframes, seconds: float, loop: float | None = None
) -> list[tuple[float, float]]:
    """Return the spans of time in which two timelines differ: pairs of seconds, in order, not adjacent.

    Parameters
    ----------
    before, after : tuple of Keyframe
    seconds : float
        Length of the riff.
    loop : float, optional
        Length of the riff, if it is a loop.
    """
    old, new = Walk(before, loop), Walk(after, loop)
    inside = {time % loop if loop else time for time in (*old.times, *new.times)}
    edges = [0.0, *sorted(time for time in inside if 0 < time < seconds), seconds]
    spans: list[tuple[float, float]] = []
    for start, stop in pairwise(edges):
        # Between two edges each walk follows one curve, so that a few samples suffice.
        samples = [start + fraction * (stop - start) for fraction in (0.1, 0.5, 0.9)]
        if stop - start < _TOLERANCE or all(_is_same(old.at(sample), new.at(sample)) for sample in samples):
            continue
        if spans and spans[-1][1] == start:
            spans[-1] = (spans[-1][0], stop)
        else:
            spans.append((start, stop))
    return spans


def equal_except_seeds(before: Keyframes, after: Keyframes) -> bool:
    """Whether keyframes are equal to others, except for their seeds."""
    pairs = zip(before, after, strict=False)
    return len(before) == len(after) and all(replace(keyframe, seed=other.seed) == other for keyframe, other in pairs)


def is_variation(before: Keyframes, after: Keyframes) -> bool:
    """Whether keyframes are a variation of others: every seed differs, and everything else is equal."""
    differ = all(keyframe.seed != other.seed for keyframe, other in zip(before, after, strict=False))
    return differ and equal_except_seeds(before, after)


def _is_same(first: WalkPosition, second: WalkPosition) -> bool:
    """Whether two positions have the same prompts, seeds and settings."""
    (start, end, alpha), (other_start, other_end, other_alpha) = _requested(first), _requested(second)
    return start == other_start and end == other_end and abs(alpha - other_alpha) < 1e-6


def _requested(position: WalkPosition) -> tuple[Keyframe, Keyframe, float]:
    """Return the keyframes and alpha of a position, without times and curves."""
    start, end = (replace(keyframe, seconds=0.0, curve="linear") for keyframe in (position.start, position.end))
    return (start, start, 0.0) if start == end or position.alpha == 0 else (start, end, position.alpha)


def _eased(alpha: float, curve: str) -> float:
    """Return alpha after the curve; smooth is 3 alpha^2 - 2 alpha^3."""
    if curve == "hold":
        return 0.0
    return alpha * alpha * (3 - 2 * alpha) if curve == "smooth" else alpha


def drawn_seed(seed: int) -> int:
    """Return a seed unchanged, or a new random one, 0 to 2**32 - 1, for `RANDOM_SEED`."""
    return secrets.randbelow(MAX_SEED + 1) if seed == RANDOM_SEED else seed


def with_drawn_seeds(keyframes: Keyframes) -> Keyframes:
    """Return keyframes with a drawn seed in place of each random one."""
    return tuple(replace(keyframe, seed=drawn_seed(keyframe.seed)) for keyframe in keyframes)


def with_seeds_of(keyframes: Keyframes, rendered: Keyframes) -> Keyframes:
    """Return keyframes with their random seeds replaced by those of a rendered riff's keyframes."""
    if not rendered or all(keyframe.seed != RANDOM_SEED for keyframe in keyframes):
        return keyframes
    walk = Walk(rendered)
    return tuple(
        replace(keyframe, seed=walk.at(keyframe.seconds).start.seed) if keyframe.seed == RANDOM_SEED else keyframe
        for keyframe in keyframes
    )


def with_keyframe(keyframes: Keyframes, keyframe: Keyframe) -> Keyframes:
    """Return the keyframes with another one, in order of time."""
    return tuple(sorted((*keyframes, keyframe), key=lambda keyframe: keyframe.seconds))


def changed_keyframes(keyframes: Keyframes, selected: Collection[int], **fields: object) -> Keyframes:
    """Return the keyframes with fields of the selected ones changed, in the same order; a new prompt is no blend."""
    if "prompt" in fields:
        fields = {"blend": (), **fields}
    return tuple(
        replace(keyframe, **fields) if index in selected else keyframe  # type: ignore[arg-type]
        for index, keyframe in enumerate(keyframes)
    )


def moved_keyframes(
    keyframes: Keyframes, selected: Collection[int], by: float, latest: float
) -> tuple[Keyframes, frozenset[int]]:
    """Move the selected keyframes together by seconds, within 0 and ``latest``.

    Returns
    -------
    tuple of Keyframe
        In order of time.
    frozenset of int
        New indices of the selected ones.
    """
    times = [keyframes[index].seconds for index in selected]
    by = max(-min(times), min(by, max(0.0, latest - max(times))))
    moved = [
        (replace(keyframe, seconds=keyframe.seconds + by), True)
        for keyframe in (keyframes[index] for index in sorted(selected))
    ]
    others = [(keyframe, False) for index, keyframe in enumerate(keyframes) if index not in selected]
    ordered = sorted((*others, *moved), key=lambda pair: pair[0].seconds)
    indices = frozenset(index for index, (_, is_selected) in enumerate(ordered) if is_selected)
    return tuple(keyframe for keyframe, _ in ordered), indices


def snapped(seconds: float, tempo: float, beats_per_bar: int) -> float:
    """Return the time of the nearest bar line."""
    bar = 60 / tempo * beats_per_bar
    return round(seconds / bar) * bar


def without_keyframes(keyframes: Keyframes, selected: Collection[int]) -> Keyframes:
    """Return the keyframes without the selected ones; the first one stays if all are selected."""
    remaining = tuple(keyframe for index, keyframe in enumerate(keyframes) if index not in selected)
    return remaining or keyframes[:1]
