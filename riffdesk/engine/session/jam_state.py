"""The state of a jam at a bar, and its changes by messages. Values only."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from riffdesk.engine.session.jam_message import JamMessage
from riffdesk.errors import UserError
from riffdesk.language import tr

_SCENE_FIELDS = ("prompt", "negative", "chords", "density", "seed", "guidance", "vary")
_NOTES_FIELDS = ("prompt", "negative", "chords", "density", "seed")


@dataclass(frozen=True)
class Scene:
    """Settings of a jam that can be stored and recalled.

    Parameters
    ----------
    prompt, negative, chords, density : str
        As in `JamMessage`.
    blend : tuple of (str, float)
        Prompts that are played as one, with weights that sum to 1; the prompt is the strongest of them. Empty for none.
    seed : int
    guidance, vary : float
    ways : dict of str to str
        The way of parts of each role, see `riffdesk.engine.session.jam_message.WAYS`; *free* by default.
    """

    prompt: str = ""
    negative: str = ""
    chords: str = ""
    density: str = ""
    seed: int = 42
    guidance: float = 7.0
    vary: float = 0.5
    ways: Mapping[str, str] = field(default_factory=dict)
    blend: tuple[tuple[str, float], ...] = ()


@dataclass(frozen=True)
class Fade:
    """A walk from one scene to the present one: its first bar, and its length in bars."""

    start: Scene
    bar: int
    bars: int

    def alpha(self, bar: float) -> float:
        """Return the position at a time in bars, 0 to 1."""
        return min(1.0, max(0.0, (bar - self.bar) / self.bars))


@dataclass(frozen=True)
class JamState:
    """The state of a jam at a bar.

    Parameters
    ----------
    scene : Scene
        The present scene.
    steps : int
        Steps of the denoising.
    stems : int
        Number of stems that are rendered.
    levels : dict of str to float
        dB of parts of each role.
    muted : frozenset of str
        Muted roles.
    number : int
        Number of the recalled scene; 0 for none.
    turn : int
        Number of requests for something else.
    loop_start : int
        The bar that the loop begins with.
    again : int
        Bar at which the loop was to be played once more; -1 for never.
    fills : frozenset of int
        Bars with a drum fill.
    scenes : dict of int to Scene
        Stored scenes.
    plan : tuple of (scene, bars)
        Scenes that are played in turn.
    plan_start : int
        The bar that the plan begins with.
    fade : Fade, optional
    ended : bool
        Whether the jam ends before this bar.
    """

    scene: Scene
    steps: int
    stems: int = 1
    levels: Mapping[str, float] = field(default_factory=dict)
    muted: frozenset[str] = frozenset()
    number: int = 0
    turn: int = 0
    loop_start: int = 0
    again: int = -1
    fills: frozenset[int] = frozenset()
    scenes: Mapping[int, Scene] = field(default_factory=dict)
    plan: tuple[tuple[int, int], ...] = ()
    plan_start: int = 0
    fade: Fade | None = None
    ended: bool = False


def applied(state: JamState, message: JamMessage, bar: int) -> JamState:
    """Return the state after a message that is applied at a bar.

    Raises
    ------
    UserError
        If it names a scene that is not stored.
    """
    before = state
    stored = {number: _changed(state.scene, scene) for number, scene in message.scenes.items()}
    state = replace(state, scenes={**state.scenes, **stored})
    if message.scene is not None:
        state = replace(state, scene=_stored(state, message.scene), number=message.scene)
    scene = _changed(state.scene, message)
    if (message.prompt is not None or message.blend is not None) and message.scene is None:
        state = replace(state, number=0)
    state = replace(
        state,
        scene=scene,
        steps=message.steps or state.steps,
        stems=message.stems or state.stems,
        levels={**state.levels, **message.levels},
        muted=state.muted if message.muted is None else frozenset(message.muted),
        turn=state.turn + message.other,
        again=bar if message.again else state.again,
        fills=state.fills | {bar} if message.fill else state.fills,
        ended=state.ended or message.stop,
    )
    if message.store is not None:
        state = replace(state, scenes={**state.scenes, message.store: scene}, number=message.store)
    if message.plan is not None:
        for number, _ in message.plan:
            _stored(state, number)
        state = replace(state, plan=message.plan, plan_start=bar)
    return _with_loop(before, state, bar, message.over)


def planned(state: JamState, bar: int) -> JamState:
    """Return the state with the scene that the plan has for a bar, and with a fill in the bar before another one."""
    state = replace(state, fills=frozenset(fill for fill in state.fills if fill >= bar))
    if not state.plan:
        return state
    number, following = _planned_scene(state, bar), _planned_scene(state, bar + 1)
    before = state
    if number != state.number:
        state = _with_loop(before, replace(state, scene=_stored(state, number), number=number), bar, 0)
    return replace(state, fills=state.fills | {bar}) if following != number else state


def _planned_scene(state: JamState, bar: int) -> int:
    position = (bar - state.plan_start) % sum(bars for _, bars in state.plan)
    for number, bars in state.plan:
        if position < bars:
            return number
        position -= bars
    raise AssertionError("the position is within the plan")


def _with_loop(before: JamState, state: JamState, bar: int, over: int) -> JamState:
    """Return a state whose loop begins anew if a message changes the notes."""
    old, new = before.scene, state.scene
    if state.turn == before.turn and all(getattr(old, name) == getattr(new, name) for name in _NOTES_FIELDS):
        return state
    fade = Fade(old, bar, over) if over else None
    return replace(state, loop_start=bar, fade=fade)


def _stored(state: JamState, number: int) -> Scene:
    scene = state.scenes.get(number)
    if scene is None:
        raise UserError(
            tr("Scene {letter} ({number}) is empty. Store one there first.", letter=chr(64 + number), number=number)
        )
    return scene


def _changed(scene: Scene, message: JamMessage) -> Scene:
    """Return a scene with the changes of a message."""
    values = {name: getattr(message, name) for name in _SCENE_FIELDS if getattr(message, name) is not None}
    if message.blend is not None:
        total = sum(message.blend.values())
        blend = tuple((prompt, weight / total) for prompt, weight in message.blend.items() if weight)
        values |= {"blend": blend, "prompt": max(blend, key=lambda entry: entry[1])[0]}
    elif message.prompt is not None:
        values["blend"] = ()
    return replace(scene, **values, ways={**scene.ways, **message.parts})
