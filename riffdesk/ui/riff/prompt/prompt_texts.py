"""Texts about a prompt: the tempo and key of the next riff, and the message after a prompt with settings is pasted."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from riffdesk.language import all_of, capital, tr
from riffdesk.sketch.music.key import key_in
from riffdesk.sketch.music.tempo_key_words import tempo_in
from riffdesk.sketch.recipe.infotext import Infotext
from riffdesk.sketch.state import State


def paste_message(infotext: Infotext, *, settings: bool, left_out: Mapping[str, Any]) -> str:
    """Return the message after a prompt with its settings was pasted.

    Parameters
    ----------
    infotext : Infotext
    settings : bool
        Whether any render settings were applied.
    left_out : mapping of str to object
        Render settings of the infotext that were not applied.
    """
    taken = [
        tr("the prompt"),
        *([tr("the negative prompt")] if infotext.negative else []),
        *([tr("the seed")] if infotext.seed is not None else []),
        *([tr("the settings")] if settings else []),
    ]
    what = all_of(taken)
    if "model" in left_out:
        return tr(
            "Took {what} from the text. Its settings are for the model {model}, which is not installed.",
            what=what,
            model=infotext.model,
        )
    if "scheduler" in left_out:
        return tr(
            "Took {what} from the text, except the scheduler {scheduler}, which riffdesk does not have.",
            what=what,
            scheduler=infotext.scheduler,
        )
    return tr("Took {what} from the text.", what=what)


def tempo_key_text(prompt: str, state: State) -> str:
    """Return the key and tempo of the next riff as text, each with its source: the prompt or the sketch."""
    tempo, key = tempo_in(prompt), key_in(prompt)
    from_prompt = ", ".join([*([tr("in {key}", key=key)] if key else []), *([f"{tempo:g} bpm"] if tempo else [])])
    if not state.render.in_time:
        return (
            tr("{what}, from the prompt", what=from_prompt)
            if from_prompt
            else tr("In any tempo and key: tick for the sketch's")
        )
    missing = [tr("in {key}", key=state.key)] if state.key and not key else []
    missing += [f"{state.tempo:g} bpm"] if tempo is None else []
    from_sketch = tr("{what}, from the sketch", what=", ".join(missing)) if missing else ""
    text = "; ".join(filter(None, (from_prompt and tr("{what}, from the prompt", what=from_prompt), from_sketch)))
    return capital(text)
