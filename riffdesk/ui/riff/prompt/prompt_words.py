"""What is said of a prompt: the tempo and key that it asks for, and what was taken of one that was pasted."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from riffdesk.sketch.music.key import key_in
from riffdesk.sketch.music.tempo_key_words import tempo_in
from riffdesk.sketch.recipe.infotext import Infotext
from riffdesk.sketch.state import State


def words_of_paste(told: Infotext, *, settings: bool, left_out: Mapping[str, Any]) -> str:
    """Return what to say of a prompt that was pasted with its settings."""
    taken = [
        "the prompt",
        *(["the negative prompt"] if told.negative else []),
        *(["the seed"] if told.seed is not None else []),
        *(["the settings"] if settings else []),
    ]
    text = f"Took {', '.join(taken[:-1])} and {taken[-1]}" if len(taken) > 1 else f"Took {taken[0]}"
    if "model" in left_out:
        return f"{text} from the text. Its settings are for the model {told.model}, which is not here."
    if "scheduler" in left_out:
        return f"{text} from the text, but for the scheduler {told.scheduler}, which riffdesk does not have."
    return f"{text} from the text."


def asked_in(prompt: str, state: State) -> str:
    """Return the key and the tempo that a riff is asked for, and who says so."""
    tempo, key = tempo_in(prompt), key_in(prompt)
    own = ", ".join([*([f"in {key}"] if key else []), *([f"{tempo:g} bpm"] if tempo else [])])
    if not state.render.in_time:
        return f"{own}, from the prompt" if own else "In any tempo and key: tick for the sketch's"
    missing = [f"in {state.key}"] if state.key and not key else []
    missing += [f"{state.tempo:g} bpm"] if tempo is None else []
    told = f"{', '.join(missing)}, from the sketch" if missing else ""
    words = "; ".join(filter(None, (own and f"{own}, from the prompt", told)))
    return words[0].upper() + words[1:]
