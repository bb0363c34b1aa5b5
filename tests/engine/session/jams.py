"""Jams of tiny models, bar by bar."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import Any

import numpy as np

from riffdesk.engine.session.jam import Inbox, bars_of
from riffdesk.engine.session.jam_message import read_message
from riffdesk.engine.session.jam_request import JamBar, JamRequest, JamStarted
from tests.diffusion.tiny import Tiny
from tests.engine.riffs import LOW_RATE, Array, recipe


def jam_request(
    *messages: dict[str, Any], bars: int | None = 4, loop: int = 4, paced: bool = False, **fields: Any
) -> JamRequest:
    """Return the request for a jam of a tiny model, by default at 240 bpm in A minor."""
    values = {"prompt": "lofi hip hop", "tempo": 240.0, "key": "A minor", "in_time": True, "steps": 2, **fields}
    return JamRequest(recipe(**values), LOW_RATE, loop, tuple(map(read_message, messages)), bars, paced)


def bars(request: JamRequest, inbox: Inbox | None = None) -> list[JamBar]:
    """Return the bars of a jam."""
    return [part for part in bars_of(request, messages=inbox) if not isinstance(part, JamStarted)]


@cache
def unchanged(tiny: Tiny) -> tuple[JamBar, ...]:
    """Return eight bars that nothing changes, made once; the model must have been added."""
    return tuple(bars(jam_request(bars=8)))


def sound(made: Sequence[JamBar]) -> Array:
    """Return the sound of consecutive bars."""
    return np.concatenate([bar.audio for bar in made], axis=-1)


def notes(bar: JamBar, role: str) -> tuple[tuple[float, int], ...]:
    """Return start and pitch of the notes of a role."""
    return tuple((note.start, int(note.pitch)) for part in bar.score.parts if part.role == role for note in part.notes)
