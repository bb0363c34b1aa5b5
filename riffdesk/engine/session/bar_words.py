"""The prompts of a bar of a jam, for the network and for its recipe."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cached_property

from riffdesk.compose.score import Score
from riffdesk.diffusion.conditioning import Conditioning, PromptPoint
from riffdesk.engine.seed_images import GUIDE
from riffdesk.engine.session.jam_request import JamRequest, JamWalk
from riffdesk.engine.session.jam_score import Loop, noise_seed
from riffdesk.engine.session.jam_state import JamState, Scene
from riffdesk.sketch.music.tempo_key_words import with_tempo_and_key
from riffdesk.sketch.recipe.recipe import Recipe
from riffdesk.sketch.recipe.timeline import Keyframe


@dataclass(frozen=True)
class BarWords:
    """The words of a bar.

    Parameters
    ----------
    state : JamState
    loop : Loop
    score : Score
        The notes of the bar; silent parts are not in the prompts.
    key : str
        Name of the key.
    stretched : float
        Duration of a column relative to the model's.
    denoising : float
    """

    state: JamState
    loop: Loop
    score: Score
    key: str
    stretched: float
    denoising: float

    def conditioning(self, bar: float) -> Conditioning:
        """Return the conditioning at a time of the jam in bars."""
        fade = self.state.fade
        if fade is None:
            return Conditioning(self._now, self._now)
        return Conditioning(self._point(fade.start), self._now, fade.alpha(bar))

    @cached_property
    def _now(self) -> PromptPoint:
        return self._point(self.state.scene)

    def _point(self, scene: Scene) -> PromptPoint:
        """Return the words, seed and guidance of a scene."""
        keyframe = keyframe_of(scene, self.state, self.loop, self.score, self.denoising)
        return PromptPoint(
            self._prompt(keyframe.prompt),
            keyframe.negative,
            keyframe.seed,
            keyframe.denoising,
            keyframe.guidance,
            tuple((self._prompt(prompt), weight) for prompt, weight in keyframe.blend),
        )

    def _prompt(self, prompt: str) -> str:
        return with_tempo_and_key(prompt, self.score.tempo, self.key, self.stretched)


def keyframe_of(scene: Scene, state: JamState, loop: Loop, score: Score, denoising: float) -> Keyframe:
    """Return the keyframe of a scene in a bar, with words for the parts that the prompt does not name."""

    def words(prompt: str) -> str:
        return ", ".join(filter(None, (prompt, *loop.words)))

    has_drums = any(part.role == "drums" and part.notes for part in score.parts)
    return Keyframe(
        prompt=words(scene.prompt),
        negative=scene.negative if has_drums else without_drums(scene.negative),
        seed=noise_seed(scene.seed, state.turn),
        denoising=denoising,
        guidance=scene.guidance,
        chords=scene.chords,
        blend=tuple((words(prompt), weight) for prompt, weight in scene.blend),
    )


def without_drums(negative: str) -> str:
    """Return a negative prompt that asks for no drums."""
    return negative if "drums" in negative.split(", ") else ", ".join(filter(None, (negative, "drums")))


def walk_of(state: JamState, loop: Loop, score: Score, denoising: float) -> JamWalk | None:
    """Return the walk that a bar is part of."""
    fade = state.fade
    return (
        None if fade is None else JamWalk(keyframe_of(fade.start, state, loop, score, denoising), fade.bar, fade.bars)
    )


def recipe_of(request: JamRequest, state: JamState, loop: Loop, score: Score, denoising: float) -> Recipe:
    """Return the recipe of a bar, without its notes; at the end of a walk, if it is part of one."""
    return replace(
        request.recipe,
        keyframes=(keyframe_of(state.scene, state, loop, score, denoising),),
        init="" if denoising == 1 else GUIDE,
        seconds=score.seconds(score.beats),
        steps=state.steps,
        tempo=score.tempo,
        beats_per_bar=score.beats_per_bar,
        key=score.key.name,
        in_time=True,
    )
