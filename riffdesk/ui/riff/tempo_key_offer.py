"""The sentence about a prompt that asks for another tempo or key than those of the sketch."""

from __future__ import annotations

from riffdesk.language import tr
from riffdesk.sketch.state import State


def difference_text(wish: str, state: State, *, tempo: bool, key: bool) -> str:
    """Return a sentence about a prompt that asks for another tempo, another key or both than those of the sketch."""
    if not key:
        return tr("The prompt asks for {wish}, and the sketch is at {tempo:g}.", wish=wish, tempo=state.tempo)
    if not tempo:
        if state.key:
            return tr("The prompt asks for {wish}, and the sketch is in {key}.", wish=wish, key=state.key)
        return tr("The prompt asks for {wish}, and the sketch has no key.", wish=wish)
    if state.key:
        return tr(
            "The prompt asks for {wish}, and the sketch is at {tempo:g} and is in {key}.",
            wish=wish,
            tempo=state.tempo,
            key=state.key,
        )
    return tr(
        "The prompt asks for {wish}, and the sketch is at {tempo:g} and has no key.", wish=wish, tempo=state.tempo
    )
