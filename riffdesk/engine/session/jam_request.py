"""The request for a jam, and its bars."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cached_property

import numpy as np

from riffdesk.arrays import Array
from riffdesk.compose.score import Score
from riffdesk.dsp.params import SpectrogramParams
from riffdesk.engine.session.jam_message import JamMessage
from riffdesk.errors import UserError
from riffdesk.language import any_of, tr
from riffdesk.sketch.recipe.recipe import Recipe
from riffdesk.sketch.recipe.timeline import Keyframe

LOOPS = (4, 8)
"""Possible lengths of the loop in bars."""


@dataclass(frozen=True, eq=False)
class JamRequest:
    """Request for a jam. See `riffdesk.engine.session.jam`.

    Parameters
    ----------
    recipe : Recipe
        Model, scheduler, steps, quality, tempo, meter and key, and the first prompt, seed, guidance and chords; its
        length is ignored. A tempo of 0 and an empty key are those of the prompt, or drawn.
    params : SpectrogramParams
        Parameters of the ink.
    loop : int
        Bars of the loop, one of `LOOPS`.
    messages : tuple of JamMessage
        Messages for bars to come.
    bars : int, optional
        Bars to make; None for a jam without end.
    paced : bool
        Whether it keeps only a few bars ahead of playback, and chooses the number of steps; else it makes bars as fast
        as possible.

    Raises
    ------
    UserError
        If the loop has another length.
    """

    recipe: Recipe
    params: SpectrogramParams = field(default_factory=SpectrogramParams)
    loop: int = 8
    messages: tuple[JamMessage, ...] = ()
    bars: int | None = None
    paced: bool = False

    def __post_init__(self) -> None:
        """Check the length of the loop."""
        if self.loop not in LOOPS:
            raise UserError(
                tr(
                    "The loop of a jam has {bars} bars, not {number}.",
                    bars=any_of([*map(str, LOOPS)]),
                    number=self.loop,
                )
            )

    @property
    def first(self) -> Keyframe:
        """The keyframe that it begins with."""
        return min(self.recipe.keyframes, key=lambda keyframe: keyframe.seconds)


@dataclass(frozen=True, eq=False)
class Played:
    """A message about the playhead.

    Parameters
    ----------
    sample : int
        Sample of the jam that is played now.
    """

    sample: int


@dataclass(frozen=True, eq=False)
class JamStarted:
    """The first `Step.partial` of a jam.

    Parameters
    ----------
    tempo : float
        Beats per minute.
    beats_per_bar : int
    key : str
        See `riffdesk.sketch.music.key`.
    understood : tuple of str
        Sentences on how the prompt was understood.
    """

    tempo: float
    beats_per_bar: int
    key: str
    understood: tuple[str, ...] = ()


@dataclass(frozen=True, eq=False)
class JamStem:
    """The sound of one part of a bar, or of several that are rendered together.

    Parameters
    ----------
    roles : tuple of str
    ink : float32 ``[bands, n]`` or ``[2, bands, n]``
    audio, after : float32 ``[channels, m]`` and ``[channels, k]``
        The sound, and its continuation, which the next bar replaces.
    gain : float
        Linear gain set by messages; the sound is without it.
    """

    roles: tuple[str, ...]
    ink: Array
    audio: Array
    after: Array
    gain: float = 1.0


@dataclass(frozen=True)
class JamWalk:
    """A walk that a bar is part of.

    Parameters
    ----------
    start : Keyframe
        Keyframe at its beginning; its end is the keyframe of the bar's recipe.
    bar, bars : int
        Its first bar, and its length.
    """

    start: Keyframe
    bar: int
    bars: int


@dataclass(frozen=True, eq=False)
class JamBar:
    """The `Step.partial` when a bar is made.

    The bars of a jam are consecutive, but the last one may be made again for a change: a bar with its number replaces
    it, and so do its messages. Ink begins at the bar line; sound is final up to a window of the spectrogram before the
    next one only, where the next bar begins to change it.

    Parameters
    ----------
    number : int
        From 0.
    column : int
        First column of the jam.
    sample : int
        First sample of the jam.
    shape : (int, int)
        Channels and samples of its sound.
    stems : tuple of JamStem
        Parts, alone or together. One that has ended fades out in the first bar without it.
    score : Score
        The notes of the bar.
    recipe : Recipe
        The recipe of the bar, with the number of steps that were taken.
    messages : tuple of JamMessage
        Messages that were applied at this bar, for a log that plays the same music again.
    notices : tuple of str
        Sentences about messages that were ignored.
    reserve : float
        Seconds of finished sound that were not played yet, with this bar.
    prepared : int
        Number of bars after it whose images are known, if nothing changes.
    seconds : float
        Time to make it.
    scene : int
        Number of the present scene; 0 for none.
    parts : tuple of str
        Roles that sound.
    roles : tuple of str
        Roles of the loop that are switched on, silent in this round or not.
    position : int
        Number of the bar in the loop, from 0.
    walk : JamWalk, optional
    """

    number: int
    column: int
    sample: int
    shape: tuple[int, int]
    stems: tuple[JamStem, ...]
    score: Score
    recipe: Recipe
    messages: tuple[JamMessage, ...] = ()
    notices: tuple[str, ...] = ()
    reserve: float = 0.0
    prepared: int = 0
    seconds: float = 0.0
    scene: int = 0
    parts: tuple[str, ...] = ()
    roles: tuple[str, ...] = ()
    position: int = 0
    walk: JamWalk | None = None

    @cached_property
    def audio(self) -> Array:
        """The sound of all stems with their gains: float32 ``[channels, samples]``."""
        mix = np.zeros(self.shape, np.float32)
        for stem in self.stems:
            mix += stem.audio * np.float32(stem.gain)
        return mix

    @cached_property
    def after(self) -> Array:
        """The continuation of the sound after it: float32 ``[channels, k]``."""
        mix = np.zeros((self.shape[0], max((stem.after.shape[-1] for stem in self.stems), default=0)), np.float32)
        for stem in self.stems:
            mix[:, : stem.after.shape[-1]] += stem.after * np.float32(stem.gain)
        return mix

    @cached_property
    def ink(self) -> Array:
        """The ink of all stems: float32 ``[bands, n]`` or ``[2, bands, n]``."""
        return mixed_ink([(stem.ink, stem.gain) for stem in self.stems])


def mixed_ink(inks: Sequence[tuple[Array, float]], power: float = 0.25) -> Array:
    """Return the ink of stems together, whose powers add up.

    Parameters
    ----------
    inks : sequence of (float32 ``[..., bands, n]``, float)
        Ink and linear gain of each.
    power : float
        Of the ink, see `SpectrogramParams`.
    """
    if len(inks) == 1:
        ((ink, gain),) = inks
        return ink * np.float32(gain**power)
    total = sum((ink * np.float32(gain**power)) ** np.float32(2 / power) for ink, gain in inks)
    return np.asarray(total ** np.float32(power / 2), np.float32)
