"""Riffs and sound files for tests of the library."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np

from riffdesk.analysis.riff_entry import KeepRequest, keep_riff
from riffdesk.arrays import Array
from riffdesk.audio.filing.sound_files import write_audio
from riffdesk.dsp.mel import analyse
from riffdesk.dsp.params import SpectrogramParams
from riffdesk.sketch.ink import Ink
from riffdesk.sketch.recipe.recipe import Recipe
from riffdesk.sketch.recipe.timeline import Keyframe
from riffdesk.sketch.sound import Waveform
from riffdesk.store.library.entry import Entry

PARAMS = SpectrogramParams()
RATE = PARAMS.sample_rate


def tone(hertz: float = 440.0, seconds: float = 1.0, gain: float = 0.5) -> Array:
    """Return a tone that ends softly: float32 ``[1, samples]``."""
    time = np.arange(round(seconds * RATE)) / RATE
    return (gain * np.sin(2 * np.pi * hertz * time) * np.minimum(1, (seconds - time) * 20)).astype(np.float32)[None]


def beats(tempo: float, seconds: float = 8.0) -> Array:
    """Return clicks of noise at each beat, louder on the first of four, over a chord of A minor."""
    rng, time = np.random.default_rng(1), np.arange(round(seconds * RATE)) / RATE
    phase = time * tempo / 60
    clicks = rng.standard_normal(len(time)) * np.exp(-(phase % 1) * 30) * np.where(phase % 4 < 1, 0.5, 0.25)
    chord = sum(np.sin(2 * np.pi * hertz * time) for hertz in (220.0, 261.63, 329.63)) * 0.08
    return (clicks * 0.5 + chord).astype(np.float32)[None]


def recipe(prompt: str = "slow jazz piano", seed: int = 42, **fields: Any) -> Recipe:
    given = {"model": "starter", "seconds": 1.0, "steps": 4, "in_time": True, **fields}
    return Recipe(keyframes=(Keyframe(prompt=prompt, seed=seed),), **given)


def request(audio: Array | None = None, name: str = "slow jazz · 42", **fields: Any) -> KeepRequest:
    audio = tone() if audio is None else audio
    made = fields.pop("recipe", recipe())
    ink = Ink.of(analyse(audio.mean(axis=0), PARAMS))
    return KeepRequest(ink, Waveform.of(audio), made, PARAMS, **{"kind": "riff", "name": name, **fields})


def keep(audio: Array | None = None, name: str = "slow jazz · 42", **fields: Any) -> Entry:
    """Put a riff into the library as the window does."""
    return keep_riff(request(audio, name, **fields))


def write_wav(path: Path, audio: Array | None = None, made: Recipe | None = None) -> Path:
    write_audio(path, tone() if audio is None else audio, RATE, subtype="PCM_24", recipe=made)
    return path
