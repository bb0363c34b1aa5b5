"""Jams without a window: the request for the options of the command line, and a jam that is written to a file."""

from __future__ import annotations

import json
import threading
from collections.abc import Callable, Iterable
from dataclasses import replace
from pathlib import Path
from typing import Unpack

import numpy as np

from riffdesk.audio.filing.sample_formats import Subtype, check_length, format_of
from riffdesk.audio.filing.sound_files import write_blocks
from riffdesk.audio.filing.spool import spool
from riffdesk.dsp.mix import db_of, gain_below_clipping
from riffdesk.engine.session.jam import bars_of
from riffdesk.engine.session.jam_message import JamMessage, message_of_line
from riffdesk.engine.session.jam_request import JamBar, JamRequest, JamStarted
from riffdesk.errors import UserError
from riffdesk.models.registry import BUILT_IN
from riffdesk.progress import OnStep, Step, ignore_steps
from riffdesk.scripting.requests import Options, given, with_fast, with_options
from riffdesk.scripting.starts import facts_of
from riffdesk.sketch.recipe.recipe import Recipe
from riffdesk.sketch.recipe.timeline import Keyframe

_FADE_SECONDS = 0.02  # at the end of the file

OnPart = Callable[[JamStarted | JamBar], None]


def jam_request(
    prompt: str, *, loop_bars: int = 8, messages: Iterable[JamMessage] = (), **options: Unpack[Options]
) -> JamRequest:
    """Return the request for a jam.

    Parameters
    ----------
    prompt : str
    loop_bars : int
        Bars of the loop, 4 or 8.
    messages : iterable of JamMessage
        Those for bars to come.
    **options
        As of `riffdesk.scripting.api.render`: negative, seed, bpm, beats, key, chords, fast, steps, guidance,
        scheduler, model, loras and quality.

    Raises
    ------
    UserError
        If an option is invalid, or there is no such model.
    """
    values = given(options)
    model = str(values.get("model", BUILT_IN))
    facts = facts_of(model)
    assert facts.params is not None
    keyframe = Keyframe(prompt=prompt, guidance=facts.suggestion.guidance)
    recipe = with_options(Recipe(model, (keyframe,), facts.seconds, facts.suggestion.steps), values)
    if values.get("fast"):
        recipe = with_fast(recipe, values)
    return JamRequest(recipe, facts.params, loop_bars, tuple(messages))


def read_messages(path: Path, on_invalid: Callable[[str], None]) -> tuple[JamMessage, ...]:
    """Return the messages of a file with one JSON object a line.

    Parameters
    ----------
    path : Path
    on_invalid : callable
        Called with a sentence for each line that is no message; it is left out.

    Raises
    ------
    UserError
        If the file cannot be read.
    """
    try:
        lines = path.read_text(encoding="utf-8", errors="replace").splitlines()
    except OSError as error:
        raise UserError(f"Could not read {path}: {error.strerror}.") from error
    messages = []
    for number, line in enumerate(lines, 1):
        if not line.strip():
            continue
        try:
            messages.append(message_of_line(line))
        except UserError as error:
            on_invalid(f"Line {number} of {path.name} is left out. {error}")
    return tuple(messages)


def log_line(message: JamMessage) -> str:
    """Return a message as a line of JSON, for `read_messages`."""
    return json.dumps(message.to_json(), ensure_ascii=False)


def write_jam(
    request: JamRequest,
    seconds: float,
    path: Path,
    *,
    subtype: Subtype = "PCM_24",
    on_part: OnPart = lambda part: None,
    on_step: OnStep = ignore_steps,
    cancel: threading.Event | None = None,
) -> float:
    """Write a jam to a sound file; it may be shorter if a message stops it.

    Parameters
    ----------
    request : JamRequest
        Its number of bars is ignored.
    seconds : float
        Length.
    path, subtype
        As of `riffdesk.scripting.api.Riff.save`, but no image.
    on_part : callable
        Called with the beginning and with each bar.

    Returns
    -------
    float
        Gain in dB: 0, or less if integer samples would have clipped.

    Raises
    ------
    UserError, Cancelled
        As in `riffdesk.engine.session.jam.jam`, and if the file cannot be written; an existing one is unchanged then.
    """
    rate = request.params.sample_rate
    samples = round(seconds * rate)
    check_length(format_of(path), 2 if request.params.stereo else 1, samples, rate, subtype)
    with spool(path) as sound:
        after: JamBar | None = None
        for part in bars_of(replace(request, bars=None), on_step, cancel):
            on_part(part)
            if isinstance(part, JamStarted):
                continue
            after = part
            fade = round(_FADE_SECONDS * rate)
            missing = samples - part.sample
            audio = part.audio if missing >= part.audio.shape[-1] + fade else _faded(part, missing, fade)
            sound.append(audio)
            on_step(Step(sound.shape[1], samples, f"Bar {part.number + 1}"))
            if sound.shape[1] >= samples:
                break
        else:
            if after is not None:  # stopped by a message
                end = after.sample + after.audio.shape[-1] + request.params.window
                sound.append(_faded(after, end - after.sample, round(_FADE_SECONDS * rate))[:, after.audio.shape[-1] :])
        if not sound.shape[1]:
            raise UserError("The jam was stopped before its first bar, so there is nothing to write.")
        gain = 1.0 if subtype == "FLOAT" else gain_below_clipping(sound.true_peak())
        recipe = replace(request.recipe, seconds=sound.shape[1] / rate)
        write_blocks(
            path, sound.read, sound.shape, rate, gain=gain, subtype=subtype, recipe=recipe, on_step=on_step,
            cancel=cancel,
        )  # fmt: skip
    return db_of(gain)


def _faded(part: JamBar, samples: int, fade: int) -> np.ndarray:
    """Return samples of a bar, with its continuation if it is too short, and a fade-out at the end."""
    audio = np.concatenate((part.audio, part.after), axis=-1)[:, :samples].copy()
    fade = min(fade, audio.shape[-1])
    audio[:, audio.shape[-1] - fade :] *= np.linspace(1, 0, fade, dtype=np.float32)
    return audio
