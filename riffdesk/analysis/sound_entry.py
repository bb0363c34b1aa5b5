"""The entry of a sound for the library: measurements of its samples and ink, and data from its recipe."""

from __future__ import annotations

import hashlib
import math

import numpy as np

from riffdesk.analysis.features import features_of
from riffdesk.analysis.picture import picture_of
from riffdesk.arrays import Array
from riffdesk.dsp.loudness import loudness
from riffdesk.dsp.mix import db_of, stereo
from riffdesk.dsp.params import SpectrogramParams
from riffdesk.engine.riff.score.played_score import is_played
from riffdesk.engine.riff.score.riff_score import carried_score, riff_score
from riffdesk.engine.riff.score.tempo_key_estimate import estimate
from riffdesk.errors import UserError
from riffdesk.models.registry import describe, find_model
from riffdesk.sketch.music.key import key_in
from riffdesk.sketch.music.tempo_key_words import tempo_in
from riffdesk.sketch.recipe import recipe_json
from riffdesk.sketch.recipe.recipe import Recipe
from riffdesk.store.library.entry import NewEntry

_FULL_SCALE = 2**23  # of 24-bit samples, which the library's files have
_SILENT_DB = -120.0
_MIN_ESTIMATED_SECONDS = 2.0  # a shorter sound has no tempo
_NAME_LENGTH = 80


def entry_of(
    audio: Array,
    ink: Array,
    params: SpectrogramParams,
    recipe: Recipe | None,
    *,
    kind: str,
    name: str,
    tempo: float | None = None,
) -> NewEntry:
    """Return the entry of a sound.

    Parameters
    ----------
    audio : float32 ``[channels, samples]``
        At ``params.sample_rate``, at most full scale.
    ink : float32 ``[bands, columns]`` or ``[2, bands, columns]``
        Its spectrogram.
    params : SpectrogramParams
    recipe : Recipe, optional
        Has tempo, key and notes. Without one, tempo and key are estimated.
    kind, name : str
        As in `NewEntry`.
    tempo : float, optional
        In beats per minute, if the file states it.
    """
    level = loudness(stereo(audio), params.sample_rate)  # mono is played on both sides
    peak = db_of(float(np.abs(audio).max(initial=0.0)))
    if recipe is None:
        tempo, key = _estimate(ink, params, tempo)
        score = ""
    else:
        tempo, key, score = _from_recipe(recipe)
    first = None if recipe is None else recipe.keyframes[0]
    prompts = () if recipe is None else dict.fromkeys(filter(None, (frame.prompt for frame in recipe.keyframes)))
    return NewEntry(
        digest=digest_of(audio, params.sample_rate),
        kind=kind,
        name=" ".join(name.split())[:_NAME_LENGTH] or "Riff",
        seconds=audio.shape[-1] / params.sample_rate,
        prompt=" → ".join(prompts),
        negative="" if first is None else first.negative,
        seed=None if first is None else first.seed,
        tempo=tempo,
        key=key,
        model="" if recipe is None else recipe.model,
        loudness=level if math.isfinite(level) else None,
        peak_db=max(peak, _SILENT_DB),
        recipe="" if recipe is None else recipe_json.to_text(recipe),
        score=score,
        picture=picture_of(ink),
        features=features_of(ink, params),
    )


def digest_of(audio: Array, rate: int) -> str:
    """Return a digest of samples as 24-bit integers, which a sound has before and after it was written as FLAC.

    Parameters
    ----------
    audio : float32 ``[channels, samples]``
    rate : int
        In Hz.
    """
    digest = hashlib.blake2b(f"{rate} {audio.shape[0]}".encode(), digest_size=16)
    for channel in audio:
        levels = np.rint(channel.astype(np.float64) * _FULL_SCALE)
        digest.update(np.clip(levels, -_FULL_SCALE, _FULL_SCALE - 1).astype("<i4").tobytes())
    return digest.hexdigest()


def _estimate(ink: Array, params: SpectrogramParams, tempo: float | None) -> tuple[float, str]:
    mono = ink.mean(axis=0) if ink.ndim == 3 else ink
    if not mono.any() or mono.shape[-1] < _MIN_ESTIMATED_SECONDS * params.columns_per_second:
        return tempo or 0.0, ""
    estimated = estimate(mono, params, tempo=tempo)
    return estimated.tempo, estimated.key.name if estimated.chords else ""


def _from_recipe(recipe: Recipe) -> tuple[float, str, str]:
    """Return tempo, key and notes of a riff by its recipe; unknown values are 0 or ''."""
    first = recipe.keyframes[0]
    tempo, key, score = tempo_in(first.prompt) or recipe.tempo, key_in(first.prompt) or recipe.key, recipe.score
    try:
        if is_played(recipe, takes_score=describe(find_model(recipe.model)).takes_score):
            played = riff_score(recipe)
            tempo, key, score = played.tempo, played.key_at(first), carried_score(recipe, played)
    except UserError:  # the model is gone, or the notes are damaged
        pass
    return tempo, key, score
