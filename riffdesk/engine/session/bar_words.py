"""What a bar of a jam is asked for in words, for the network and for its recipe."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cached_property

from riffdesk.compose.score import Score
from riffdesk.diffusion.conditioning import Conditioning, PromptPoint
from riffdesk.engine.session.jam_request import JamRequest
from riffdesk.engine.session.jam_score import Loop, noise_seed
from riffdesk.engine.session.jam_state import JamState, Scene
from riffdesk.sketch.music.tempo_key_words import with_tempo_and_key
from riffdesk.sketch.recipe.recipe import Recipe


@dataclass(frozen=True)
class BarWords:
    """The words of a bar.

    Parameters
    ----------
    state : JamState
    loop : Loop
    score : Score
        The notes of the bar; what is silent is not asked for.
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
        has_drums = any(part.role == "drums" and part.notes for part in self.score.parts)
        negative = scene.negative if has_drums else ", ".join(filter(None, (scene.negative, "drums")))
        return PromptPoint(
            self._prompt(scene.prompt),
            negative,
            noise_seed(scene.seed, self.state.turn),
            self.denoising,
            scene.guidance,
            tuple((self._prompt(prompt), weight) for prompt, weight in scene.blend),
        )

    def _prompt(self, prompt: str) -> str:
        words = ", ".join(filter(None, (prompt, *self.loop.words)))
        return with_tempo_and_key(words, self.score.tempo, self.key, self.stretched)


def recipe_of(request: JamRequest, state: JamState, score: Score) -> Recipe:
    """Return what a bar was asked for, without its notes."""
    scene = state.scene
    keyframe = replace(
        request.first,
        seconds=0.0,
        prompt=scene.prompt,
        negative=scene.negative,
        seed=noise_seed(scene.seed, state.turn),
        guidance=scene.guidance,
        chords=scene.chords,
    )
    return replace(
        request.recipe,
        keyframes=(keyframe,),
        seconds=score.seconds(score.beats),
        steps=state.steps,
        tempo=score.tempo,
        beats_per_bar=score.beats_per_bar,
        key=score.key.name,
        in_time=True,
    )
