"""Texts about a prompt: the tempo and key of the next riff, and the message after a prompt with settings is pasted."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

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
        "the prompt",
        *(["the negative prompt"] if infotext.negative else []),
        *(["the seed"] if infotext.seed is not None else []),
        *(["the settings"] if settings else []),
    ]
    text = f"Took {', '.join(taken[:-1])} and {taken[-1]}" if len(taken) > 1 else f"Took {taken[0]}"
    if "model" in left_out:
        return f"{text} from the text. Its settings are for the model {infotext.model}, which is not installed."
    if "scheduler" in left_out:
        return f"{text} from the text, except the scheduler {infotext.scheduler}, which riffdesk does not have."
    return f"{text} from the text."


def tempo_key_text(prompt: str, state: State) -> str:
    """Return the key and tempo of the next riff as text, each with its source: the prompt or the sketch."""
    tempo, key = tempo_in(prompt), key_in(prompt)
    from_prompt = ", ".join([*([f"in {key}"] if key else []), *([f"{tempo:g} bpm"] if tempo else [])])
    if not state.render.in_time:
        return f"{from_prompt}, from the prompt" if from_prompt else "In any tempo and key: tick for the sketch's"
    missing = [f"in {state.key}"] if state.key and not key else []
    missing += [f"{state.tempo:g} bpm"] if tempo is None else []
    from_sketch = f"{', '.join(missing)}, from the sketch" if missing else ""
    text = "; ".join(filter(None, (from_prompt and f"{from_prompt}, from the prompt", from_sketch)))
    return text[0].upper() + text[1:]
