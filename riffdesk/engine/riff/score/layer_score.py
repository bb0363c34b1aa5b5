"""The score of a layer, from its notes or its recipe, and the request that plays its changed notes. No torch."""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache

import numpy as np

from riffdesk.arrays import Array
from riffdesk.compose.notes.note_edits import delayed, differing, joined, lasting
from riffdesk.compose.score import Score
from riffdesk.compose.score_text import score_of_text, text_of
from riffdesk.dsp.params import SpectrogramParams
from riffdesk.sketch.layer import Layer
from riffdesk.sketch.recipe.recipe import Recipe

CHANGED_NOTES = "changed notes"
"""The mask of a riff of which only the bars with changed notes were rendered."""

Spans = list[tuple[float, float]]


def layer_score(layer: Layer, *, played: bool) -> Score | None:
    """Return the notes of a layer, in beats from column `Layer.delay`; None if it has none.

    Parameters
    ----------
    layer : Layer
    played : bool
        Whether its recipe has notes; see `riffdesk.engine.riff.score.played_score.is_played`.

    Raises
    ------
    UserError
        If they are damaged.
    """
    if layer.notes:
        return _score_of_text(layer.notes)
    return played_score_of(layer.recipe) if played and layer.recipe is not None else None


@lru_cache(maxsize=32)
def played_score_of(recipe: Recipe) -> Score:
    """Return the notes that a recipe's riff was played from; errors as in `riff_score`."""
    from riffdesk.engine.riff.score.riff_score import score_for_file  # not needed for the window to appear

    return score_for_file(recipe)


def notes_text(score: Score, layer: Layer, *, played: bool) -> str:
    """Return the text of a layer's edited score, for `Layer.notes`; '' if the layer was played from it.

    Raises
    ------
    UserError
        If it has too many notes.
    """
    text = text_of(score)
    if played and layer.recipe is not None and text == text_of(played_score_of(layer.recipe)):
        return ""
    return text


def score_from_start(layer: Layer, params: SpectrogramParams, *, played: bool) -> Score | None:
    """Return the notes of a layer in beats from its first column; errors as in `layer_score`."""
    score = layer_score(layer, played=played)
    return None if score is None else _from_start(score, layer, params)


def carried_notes(layer: Layer, params: SpectrogramParams) -> str:
    """Return the unplayed notes of a layer, as `Layer.notes` of a layer without delay."""
    if not layer.notes or not layer.delay:
        return layer.notes
    return text_of(_from_start(_score_of_text(layer.notes), layer, params))


def changed_spans(layer: Layer, params: SpectrogramParams, seconds: float, *, played: bool) -> Spans:
    """Return the ranges of seconds with changed notes of a layer: whole bars, in order.

    All of it, for a layer that was played from none.
    """
    if not layer.notes:
        return []
    if not played or layer.recipe is None:
        return [(0.0, seconds)]
    before, after = played_score_of(layer.recipe), _score_of_text(layer.notes)
    if before.tempo != after.tempo or before.beats_per_bar != after.beats_per_bar:
        return [(0.0, seconds)]
    begin = layer.delay / params.columns_per_second
    spans = ((begin + after.seconds(start), begin + after.seconds(stop)) for start, stop in differing(before, after))
    return [(start, min(stop, seconds)) for start, stop in spans if start < seconds]


def recipe_of_changed(recipe: Recipe, layer: Layer, params: SpectrogramParams, seconds: float) -> Recipe:
    """Return the recipe of a layer with its changed notes, for all of a sketch's length.

    Parameters
    ----------
    recipe : Recipe
        The layer's recipe, or the present settings if it has none.
    """
    score = lasting(_from_start(_score_of_text(layer.notes), layer, params), seconds)
    later = layer.delay / params.columns_per_second
    keyframes = tuple(replace(keyframe, seconds=keyframe.seconds + later) for keyframe in recipe.keyframes)
    return replace(with_score(recipe, score), keyframes=keyframes, seconds=seconds, mask=CHANGED_NOTES)


def with_score(recipe: Recipe, score: Score) -> Recipe:
    """Return a recipe that plays a score, in its tempo, meter and key."""
    return replace(
        recipe,
        score=text_of(score),
        tempo=score.tempo,
        beats_per_bar=score.beats_per_bar,
        key=score.key.name,
        in_time=True,
    )


def mask_of(spans: Spans, params: SpectrogramParams, columns: int) -> Array:
    """Return a mask ``[bands, columns]`` of spans in seconds."""
    mask = np.zeros((params.bands, columns), np.float32)
    for start, stop in spans:
        first, last = (round(seconds * params.columns_per_second) for seconds in (start, stop))
        mask[:, first : columns if last >= columns - 1 else last] = 1
    return mask


def continued_score(given: Score, recipe: Recipe, *, before: float, end: float) -> Score:
    """Return the notes of a riff that continues a given score, composed on in its tempo and key.

    Parameters
    ----------
    given : Score
        Of the present riff, from its first column on.
    recipe : Recipe
        The present settings, with the length of the continued riff.
    before, end : float
        Seconds of the continued riff between which the given notes are kept.
    """
    from riffdesk.engine.riff.score.riff_score import score_for_file

    asked = replace(
        recipe,
        score="",
        init="",
        mask="",
        circular=False,
        tempo=given.tempo,
        beats_per_bar=given.beats_per_bar,
        key=given.key.name,
        in_time=True,
    )
    composed = replace(score_for_file(asked), tempo=given.tempo, key=given.key)
    first, last = (seconds * given.tempo / 60 for seconds in (before, end))
    kept = delayed(given, first)
    score = joined(composed, kept, first) if before else kept
    return lasting(joined(score, composed, last), recipe.seconds)


def _from_start(score: Score, layer: Layer, params: SpectrogramParams) -> Score:
    return delayed(score, layer.delay / params.columns_per_second * score.tempo / 60)


@lru_cache(maxsize=32)
def _score_of_text(text: str) -> Score:
    return score_of_text(text)
