"""Makes one bar of a jam: its notes, the images of its stems, and their sound."""

from __future__ import annotations

import threading
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

import numpy as np

from riffdesk.arrays import Array
from riffdesk.compose.score import Score
from riffdesk.dsp.mix import gain_of
from riffdesk.engine.session.bar_sound import JamLevel, StemSound, StemSounds
from riffdesk.engine.session.bar_strip import GUIDE_LEVEL, BarSpacing, bars_at_once, denoising_of
from riffdesk.engine.session.bar_words import recipe_of, walk_of
from riffdesk.engine.session.jam_message import MAX_STEMS
from riffdesk.engine.session.jam_request import JamBar, JamRequest, JamStem
from riffdesk.engine.session.jam_score import JamScore, Loop, on_in, stems_of, with_roles
from riffdesk.engine.session.jam_state import JamState, planned
from riffdesk.engine.session.pace import BarCost, Pace
from riffdesk.engine.session.stems import (
    AHEAD_COLUMNS,
    Roles,
    StemImage,
    StemImages,
    StemKey,
    is_silent,
    remembered,
)
from riffdesk.progress import OnStep

if TYPE_CHECKING:
    from riffdesk.diffusion.model import Model

_SPLIT_BARS = 4


class TooSlow(Exception):
    """The first image of a jam took too long for this number of stems."""


@dataclass(frozen=True, eq=False)
class JamEnd:
    """The end of the rendered jam, from which the next bar continues.

    Parameters
    ----------
    loop : Loop, optional
    score : Score, optional
        The notes of the last bar.
    images : dict of StemKey to StemImage
        Cached images, the most recently used at the end.
    first_sounds : dict of StemKey to StemSound
        The sound of each that has one.
    last : dict of roles to (StemImage, StemSound)
        Images and sounds of the stems of the last bar; None for missing ones.
    gain : float, optional
    """

    loop: Loop | None = None
    score: Score | None = None
    images: Mapping[StemKey, StemImage] = field(default_factory=dict)
    first_sounds: Mapping[StemKey, StemSound] = field(default_factory=dict)
    last: Mapping[Roles, tuple[StemImage, StemSound] | None] = field(default_factory=dict)
    gain: float | None = None


@dataclass(frozen=True)
class _ComingBar:
    """The present bar, or a later one as it will be if nothing changes."""

    number: int
    state: JamState
    loop: Loop
    score: Score


class _Times:
    """Seconds spent on the parts of a bar."""

    def __init__(self) -> None:
        self.begun = time.monotonic()
        self.images = self.sounds = 0
        self.network = self.sound = 0.0


class BarMaker:
    """Makes bars.

    Parameters
    ----------
    request : JamRequest
    model : Model
    score : JamScore
    """

    def __init__(self, request: JamRequest, model: Model, score: JamScore) -> None:
        self._request, self._model, self._score = request, model, score
        self._spacing = BarSpacing.of(request.params, model, score.bar_seconds, score.beats_per_bar)
        self._images = StemImages(model, self._spacing, request.recipe.scheduler, score.key.name)
        self._sounds = StemSounds(request.params, request.recipe.quality)
        bars = bars_at_once(self._spacing, model.latent_size[1])
        self.pace = Pace(score.bar_seconds, bars, request.recipe.steps)

    def costs(self, number: int, state: JamState, end: JamEnd) -> list[BarCost]:
        """Return the cost of a bar with each number of stems, the fewest first.

        The number of stems increases only at each fourth bar of the loop, since a new stem starts without earlier bars.
        """
        (bar,) = self._bars(number, 1, state, end)
        may_split = not end.last or (number - bar.loop.start) % _SPLIT_BARS == 0
        costs: list[BarCost] = []
        known: list[tuple[Roles, ...]] = []
        for count in range(1, (MAX_STEMS if may_split else state.stems) + 1):
            groups = stems_of(_roles(bar), count)
            if groups in known:
                costs[-1] = replace(costs[-1], stems=count)
                continue
            known.append(groups)
            keys = [self._key(bar, roles, end) for roles in groups]
            images = sum(key not in end.images for key in keys if key is not None)
            sounds = sum(key not in end.first_sounds for key in keys if key is not None)
            costs.append(BarCost(count, images, sounds))
        return costs

    def make(
        self, number: int, state: JamState, end: JamEnd, on_step: OnStep, cancel: threading.Event | None
    ) -> tuple[JamBar, JamEnd]:
        """Return a bar, without its messages and the reserve, and the end of the jam after it."""
        times = _Times()
        coming = self._bars(number, self._bars_shown(number), state, end)
        bar, spacing = coming[0], self._spacing
        columns = (
            spacing.columns_before(number * spacing.bar_latents),
            spacing.columns_before((number + 1) * spacing.bar_latents),
        )
        images, sounds = dict(end.images), dict(end.first_sounds)
        last: dict[Roles, tuple[StemImage, StemSound]] = {}
        inks: dict[Roles, Array] = {}
        for roles in stems_of(_roles(bar), state.stems):
            key = self._key(bar, roles, end)
            if key is None:
                continue
            before = end.last.get(roles)
            if key not in images:
                images = self._render(images, key, coming, before, end, times, on_step, cancel)
            images[key] = image = images.pop(key)
            ink, sound = self._sound(sounds.get(key), image, number, columns, before, times, on_step, cancel)
            sounds.setdefault(key, sound)
            last[roles], inks[roles] = (image, sound), ink
        sounds = {key: sound for key, sound in sounds.items() if key in images}
        level = JamLevel(end.gain)
        event = self._event(bar, columns, last, inks, end, level)
        seconds = time.monotonic() - times.begun
        rest = seconds - times.network - times.sound
        self.pace.measured(state.steps, times.images, times.network, times.sounds, times.sound, rest)
        made = JamEnd(bar.loop, bar.score, images, sounds, last, level.gain)
        return replace(event, seconds=seconds, prepared=self._prepared_count(number, state, made)), made

    # Notes

    def _bars(self, number: int, count: int, state: JamState, end: JamEnd) -> list[_ComingBar]:
        """Return a bar and those that will follow if nothing changes."""
        bars, loop = [], end.loop
        for following in range(number, number + count):
            if following > number:
                state = planned(state, following)
            loop = self._score.loop_at(following, state, loop)
            bars.append(_ComingBar(following, state, loop, self._score.bar(following, state, loop)))
        return bars

    def _bars_shown(self, number: int) -> int:
        """Return the number of bars in the network's input, from the present one on."""
        latents = self._images.range_of(number, None)
        last = latents.end + self._model.latent_size[1]
        return max(2, -(-last // self._spacing.bar_latents) - number)

    def _key(self, bar: _ComingBar, roles: Roles, end: JamEnd) -> StemKey | None:
        """Return the key of the image of a stem; None if it is silent."""
        before = with_roles(end.score, roles) if end.score is not None and roles in end.last else None
        notes = with_roles(bar.score, roles)
        if is_silent(before, notes):
            return None
        return self._images.key(bar.number, before, notes, roles, bar.state, bar.loop)

    def _prepared_count(self, number: int, state: JamState, end: JamEnd) -> int:
        """Return the number of next bars whose images are all known, if nothing changes."""
        bars = self._bars(number + 1, self._request.loop, planned(state, number + 1), end)
        for count, bar in enumerate(bars):
            keys = {roles: self._key(bar, roles, end) for roles in stems_of(_roles(bar), state.stems)}
            sounding = {roles: key for roles, key in keys.items() if key is not None}
            if any(key not in end.images for key in sounding.values()):
                return count
            end = replace(end, score=bar.score, loop=bar.loop, last=dict.fromkeys(sounding))
        return len(bars)

    # Images and sound

    def _render(
        self,
        images: dict[StemKey, StemImage],
        key: StemKey,
        coming: Sequence[_ComingBar],
        before: tuple[StemImage, StemSound] | None,
        end: JamEnd,
        times: _Times,
        on_step: OnStep,
        cancel: threading.Event | None,
    ) -> dict[StemKey, StemImage]:
        """Return images, with a stem's images of the present bar and of those that are rendered with it."""
        begun, bar = time.monotonic(), coming[0]
        silent = replace(bar.score, parts=())
        first = silent if before is None or end.score is None else with_roles(end.score, key.roles)
        bars = [first, *(with_roles(one.score, key.roles) for one in coming)]
        tail = None if before is None else before[0].tail
        made = self._images.render(bar.number, bars, tail, bar.state, bar.loop, on_step, cancel)
        seconds = time.monotonic() - begun
        times.images += 1
        times.network += seconds
        stems = len(stems_of(_roles(bar), bar.state.stems))
        if self._request.paced and not self.pace.begun(seconds, bar.state.steps, stems):
            raise TooSlow
        new = {key: made[0]}
        for index, image in enumerate(made[1:], 1):
            one = coming[index]
            following = self._images.key(one.number, bars[index], bars[index + 1], key.roles, one.state, one.loop)
            if following.words == key.words or bar.state.fade is not None:
                new[following] = image
        return remembered(images, new)

    def _sound(
        self,
        known: StemSound | None,
        image: StemImage,
        number: int,
        columns: tuple[int, int],
        before: tuple[StemImage, StemSound] | None,
        times: _Times,
        on_step: OnStep,
        cancel: threading.Event | None,
    ) -> tuple[Array, StemSound]:
        """Return the ink of a stem up to a little after the bar, and its sound."""
        level = 1.0 if self._model.takes_score else GUIDE_LEVEL
        spacing, factor = self._spacing, self._model.factor
        latents = number * spacing.bar_latents + image.image.shape[-1] // factor - 1
        end = max(columns[1], min(columns[1] + AHEAD_COLUMNS, spacing.columns_before(latents)))
        ink = self._images.ink(image, number, (columns[0], end)) * np.float32(level)
        line = number * self._score.bar_seconds * self._request.params.sample_rate
        sound_before = None if before is None else before[1]
        if known is not None:
            return ink, self._sounds.again(known, sound_before, columns, line, ink)
        begun = time.monotonic()
        sound = self._sounds.made(sound_before, columns, line, ink, on_step, cancel)
        times.sounds += 1
        times.sound += time.monotonic() - begun
        return ink, sound

    # Results

    def _event(
        self,
        bar: _ComingBar,
        columns: tuple[int, int],
        last: Mapping[Roles, tuple[StemImage, StemSound]],
        inks: Mapping[Roles, Array],
        end: JamEnd,
        level: JamLevel,
    ) -> JamBar:
        """Return a bar with the ink and sound of its stems at the level of the jam."""
        params = self._request.params
        start = max(0, columns[0] * params.hop - params.window)
        samples = max(0, columns[1] * params.hop - params.window - start)
        parts = {roles: (sound.audio, sound.after) for roles, (_, sound) in last.items()}
        for roles, entry in end.last.items():
            if entry is not None and roles not in parts:
                sound = entry[1]
                parts[roles] = self._sounds.ended(sound, columns), np.zeros((sound.audio.shape[0], 0), np.float32)
        stem_gains = {roles: self._gain(bar.state, roles) for roles in parts}
        channels = 2 if params.stereo else 1
        longest = max([samples + after.shape[-1] for _, after in parts.values()], default=samples)
        whole = np.zeros((channels, longest), np.float32)
        for roles, (audio, after) in parts.items():
            whole[:, : audio.shape[-1] + after.shape[-1]] += np.concatenate((audio, after), -1) * stem_gains[roles]
        gains = level.gains(whole, samples)
        width = columns[1] - columns[0]
        positions = np.clip((np.arange(width) + columns[0]) * params.hop - start, 0, max(0, samples - 1))
        by_column = gains[positions] ** np.float32(params.power) if samples else np.ones(width, np.float32)
        blank = np.zeros((*((2,) if params.stereo else ()), params.bands, width), np.float32)
        stems = tuple(
            JamStem(
                roles,
                inks[roles][..., :width] * by_column if roles in inks else blank,
                audio * gains,
                after * np.float32(level.gain or 1.0),
                stem_gains[roles],
            )
            for roles, (audio, after) in parts.items()
        )
        roles = tuple(sorted(_roles(bar)))
        sounding = tuple(sorted({part.role for part in bar.score.parts if part.notes}))
        recipe = recipe_of(self._request, bar.state, bar.loop, bar.score, denoising_of(self._model))
        bar_of = bar.number, columns[0], start, (channels, samples), stems, bar.score, recipe
        position = (bar.number - bar.loop.start) % self._request.loop
        return JamBar(
            *bar_of,
            scene=bar.state.number,
            parts=sounding,
            roles=roles,
            position=position,
            walk=walk_of(bar.state, bar.loop, bar.score, denoising_of(self._model)),
        )

    def _gain(self, state: JamState, roles: Roles) -> float:
        """Return the gain of a stem; for several parts together it is in their notes."""
        (role, *others) = roles
        if others:
            return 1.0
        return 0.0 if role in state.muted else gain_of(state.levels.get(role, 0.0))


def _roles(bar: _ComingBar) -> list[str]:
    """Return the roles that are on."""
    return on_in([part.role for part in bar.loop.parts], bar.state)
