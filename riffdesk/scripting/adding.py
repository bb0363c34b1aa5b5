"""Adding a part to a project or a sound: a bass, drums, chords, a melody or a counter-melody."""

from __future__ import annotations

import logging
import threading
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TypedDict, Unpack

from riffdesk.audio.filing.sample_formats import Subtype
from riffdesk.audio.filing.sound_files import ImportRequest, import_audio
from riffdesk.compose.accompaniment.added_part import check_kind
from riffdesk.diffusion.schedulers import DEFAULT_SCHEDULER
from riffdesk.dsp.phase.quality import Quality
from riffdesk.engine.riff.part_rendering import render_part
from riffdesk.engine.riff.score.part_to_add import part_to_add
from riffdesk.engine.riff.score.sketch_music import MusicRequest, SketchMusic, music_of
from riffdesk.models.model_entry import FEW_STEPS_SCHEDULERS
from riffdesk.models.registry import BUILT_IN
from riffdesk.progress import OnStep, ignore_steps
from riffdesk.scripting.api import Riff
from riffdesk.scripting.requests import OptionValues, given
from riffdesk.scripting.starts import document_in, facts_of, recipe_of
from riffdesk.sketch.ink import Ink
from riffdesk.sketch.layer import Layer, Source
from riffdesk.sketch.length import of_tempo
from riffdesk.sketch.recipe.recipe import Recipe, with_seed
from riffdesk.sketch.recipe.timeline import Keyframe, drawn_seed
from riffdesk.sketch.sketch import Sketch
from riffdesk.sketch.sound import Sound, Waveform
from riffdesk.sketch.state import State, empty_state
from riffdesk.store.project.project_file import PROJECT
from riffdesk.store.project.saving import SaveRequest, save_project

_log = logging.getLogger(__name__)

_SEED = 42


class PartOptions(TypedDict, total=False):
    """Options of a part that is added; None counts as not given. See `add_part`."""

    instrument: str | None
    bpm: float | None
    key: str | None
    chords: str | None
    seed: int | None
    model: str | None
    steps: int | None
    quality: Quality | None


@dataclass(frozen=True, eq=False)
class PartOfSketch:
    """A part that was added.

    Parameters
    ----------
    riff : Riff
        The part alone, with the length of the sketch and its level in the mix.
    music : SketchMusic
        The music that it was composed to.
    document : State
        The sketch with the part as a new layer.
    """

    riff: Riff
    music: SketchMusic
    document: State

    def save(self, path: str | Path, *, subtype: Subtype = "PCM_24", on_step: OnStep = ignore_steps) -> float:
        """Write the sketch with the part to a .riff project, or the part alone to a sound or an image.

        Parameters and errors are those of `riffdesk.scripting.api.Riff.save`, and so is the result.
        """
        path = Path(path)
        if path.suffix.lower() != PROJECT:
            return self.riff.save(path, subtype=subtype, on_step=on_step)
        for note in save_project(SaveRequest(self.document, path), on_step).notes:
            _log.warning("%s", note)
        return 0.0


def add_part(
    path: str | Path,
    kind: str,
    *,
    on_step: OnStep = ignore_steps,
    cancel: threading.Event | None = None,
    **options: Unpack[PartOptions],
) -> PartOfSketch:
    """Compose a new part to a project or a sound, and render it.

    It is composed to the notes of the layers or, if there are none, to the tempo, the key and the chords that are
    estimated from the sound.

    Parameters
    ----------
    path : str or Path
        A .riff project or a sound.
    kind : str
        'bass', 'drums', 'chords', 'melody' or 'counter-melody'. The last needs a melody with known notes.
    instrument : str, optional
        An instrument that can play it, see `riffdesk.compose.accompaniment.added_part.instruments_for`.
    bpm, key, chords : optional
        Values to use instead of the estimates.
    seed : int, optional
        Seed of notes and sound, or -1 for a random one; 42 by default.
    model, steps, quality : optional
        As in `riffdesk.scripting.api.render`; by default those of the project.
    on_step, cancel
        Progress, and a way to stop.

    Raises
    ------
    UserError
        If no layer of the project is audible, a value is invalid, or a file cannot be read.
    Cancelled
        If ``cancel`` was set.

    Examples
    --------
    >>> add_part("song.riff", "bass").save("song with bass.riff")  # doctest: +SKIP
    0.0
    """
    values = given(options, PartOptions.__annotations__)
    instrument = values.get("instrument", "")
    check_kind(kind, instrument)
    state = document_of(Path(path), values.get("model"), on_step, cancel)
    recipe = _recipe(state, values)
    music = music_of(MusicRequest(state), on_step, cancel).corrected(
        tempo=values.get("bpm"), key=values.get("key"), chords=values.get("chords")
    )
    part = render_part(part_to_add(recipe, state.params, music, kind, instrument), on_step, cancel)
    sketch = Sketch(state)
    sketch.add_layer(part.layer, samples=part.result.audio.shape[-1])
    return PartOfSketch(Riff.of(part.result), music, sketch.state)


def _recipe(state: State, values: OptionValues) -> Recipe:
    """Return the recipe of a project's first keyframe with options."""
    recipe = recipe_of(state)
    recipe = replace(recipe, keyframes=recipe.keyframes[:1])
    model = values.get("model")
    if model is not None:
        suggestion = facts_of(model).suggestion
        keyframe = replace(recipe.keyframes[0], guidance=suggestion.guidance)
        scheduler = DEFAULT_SCHEDULER if recipe.scheduler in FEW_STEPS_SCHEDULERS else recipe.scheduler
        recipe = replace(recipe, model=model, scheduler=scheduler, loras=())
        recipe = replace(recipe, steps=suggestion.steps, keyframes=(keyframe,))
    steps, quality = values.get("steps", recipe.steps), values.get("quality", recipe.quality)
    # A keyframe refuses what is no seed.
    keyframe = Keyframe(seed=drawn_seed(values.get("seed", _SEED)))
    return with_seed(replace(recipe, steps=steps, quality=quality), keyframe.seed)


def document_of(path: Path, model: str | None, on_step: OnStep, cancel: threading.Event | None) -> State:
    """Return the document of a project, or one with a sound as its only layer."""
    if path.suffix.lower() == PROJECT:
        return document_in(path, on_step, cancel)
    facts = facts_of(model or BUILT_IN)
    assert facts.params is not None
    sound = import_audio(ImportRequest(path, facts.params), on_step, cancel)
    for note in sound.notes:
        _log.warning("%s", note)
    source = Source(Waveform.of(sound.audio), Ink.of(sound.ink))
    state = empty_state(facts.params)
    suggestion = facts.suggestion
    keyframe = replace(state.keyframes[0], guidance=suggestion.guidance)
    render = replace(state.render, model=model or BUILT_IN, steps=suggestion.steps)
    sketch = Sketch(replace(state, render=render, keyframes=(keyframe,)))
    layer = Layer(source.tiles, sound.name, source=source, recipe=sound.recipe)
    sketch.add_layer(layer, Sound(source.waveform), samples=sound.audio.shape[-1])
    if sound.tempo is None:
        return sketch.state
    return of_tempo(sketch.state, sound.tempo, sound.beats_per_bar or 4)
