"""Estimates tempo, beats, key and chords of music from its ink, for sound without a score. No torch.

- Tempo: the autocorrelation of the onsets (as in Ellis 2007, "Beat tracking by dynamic programming"), refined by the
  comb of beats that meets most of them.
- Key: the profile that correlates best with the pitch classes (Krumhansl 1990), with the chords: how many are in the
  key, and whether the first one is its tonic.
- Chords, one for each bar: templates of major and minor triads, which may have a seventh, with the lowest notes, most
  of all at the beginning of the bar, and a preference for chords of the key; the best sequence by Viterbi's algorithm
  (as in Sheh and Ellis 2003).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

import numpy as np
from numpy.typing import NDArray

from riffdesk.arrays import Array
from riffdesk.compose.chords import Progression
from riffdesk.compose.harmony import Key, key_fit, key_of_chroma
from riffdesk.compose.score import Part
from riffdesk.dsp.params import SpectrogramParams
from riffdesk.dsp.peaks import peaks_of
from riffdesk.dsp.pitch import A4_HZ, A4_MIDI, MODES
from riffdesk.dsp.separation import share_masks

_TEMPOS = np.arange(50, 200.25, 0.25)
_PREFERRED_TEMPO, _TEMPO_OCTAVES = 125.0, 1.1  # listeners' preference: centre and width
_WHOLE = 0.002  # relative distance to a whole number that counts as it
_FINE = 0.02  # relative range of the refined tempo on each side
_ONSET_SECONDS = 0.04  # an onset this far from a beat still counts
_SMALL_CHANGE = 0.05  # a mean change of less is no change of chords
_CUT_AT_BAR = 0.2  # bonus, relative to the strongest bar line, of one at the very beginning
_LOW_WEIGHT, _CHANGE_WEIGHT = 0.5, 20.0  # of low onsets and of changes of chord at a bar line, beside all onsets
_CHANGE_BARS = 0.25  # length on each side of a change of chord that is compared
_LOWEST_OF_CHORDS = 48  # MIDI note: below is the bass, which changes within chords too
_HIGHEST_LOW_HZ = 160.0
_PITCH_HZ = 55.0, 1_800.0
_BASS_HZ = 35.0, 260.0
_KEY_BONUS = 0.12
_IN_KEY_WEIGHT, _TONIC_WEIGHT = 0.6, 0.25  # of chords in the key and a first one on the tonic, beside the profile
_ROOT_WEIGHT, _SEVENTH_WEIGHT, _OTHER_THIRD_WEIGHT = 0.25, 0.25, 0.3
_BASS_DECAY = 5.0  # of the weight of the bass over a bar, which begins with the root
_NOTE_COLUMNS = 8  # columns of a beat for chords of notes
_FLOOR_DB = -50.0  # peaks below the loudest by more do not count
_TRIADS = tuple((root, third) for third in (4, 3) for root in range(12))


@dataclass(frozen=True)
class Estimate:
    """Estimated tempo, bar lines, key and chords of a sound.

    Parameters
    ----------
    tempo : float
        Beats per minute; 0 if nothing repeats.
    downbeat : float
        Time of the first bar line in seconds, less than a bar.
    key : Key
    chords : Progression
        A triad for each bar from the first bar line on; empty if nothing has a pitch.
    """

    tempo: float
    downbeat: float
    key: Key
    chords: Progression


def estimate(
    ink: Array,
    params: SpectrogramParams,
    beats_per_bar: int = 4,
    *,
    tempo: float | None = None,
    downbeat: float | None = None,
    key: Key | None = None,
) -> Estimate:
    """Return the tempo, the first bar line, the key and the chords of a sound.

    Parameters
    ----------
    ink : float32 ``[bands, columns]``
    params : SpectrogramParams
    beats_per_bar : int
    tempo, downbeat, key : optional
        Known values, which are not estimated.
    """
    onsets, low_onsets = onset_strength(ink, params), onset_strength(ink, params, _HIGHEST_LOW_HZ)
    tempo = tempo_of_onsets(onsets, params) if tempo is None else tempo
    spectrum = pitch_weights(ink, params)
    if downbeat is None:
        downbeat = first_bar_line(onsets, low_onsets, spectrum, tempo, beats_per_bar, params) if tempo else 0.0
    total = spectrum.sum(axis=1)
    chroma = _fold_octaves(total)
    if not total.any() or not tempo:
        return Estimate(tempo, downbeat, key or key_of_chroma(chroma), ())
    scores = triad_scores(spectrum, tempo, downbeat, beats_per_bar, params)
    if key is None:
        key = key_of_triads(chroma, [_TRIADS[index] for index in _best_path(scores)])
    scores += _KEY_BONUS * np.array([_is_in_key(root, third, key) for root, third in _TRIADS])
    return Estimate(tempo, downbeat, key, tuple((_triad(*_TRIADS[index]),) for index in _best_path(scores)))


def key_of_triads(chroma: NDArray[np.float64], triads: Sequence[tuple[int, int]]) -> Key:
    """Return the most likely key of the weights of pitch classes and of a sequence of triads, as root and third."""

    def likelihood(key: Key) -> float:
        tonic = key.tonic, 4 if key.mode == "major" else 3
        in_key = np.mean([_is_in_key(root, third, key) for root, third in triads])
        return key_fit(chroma, key) + _IN_KEY_WEIGHT * float(in_key) + _TONIC_WEIGHT * (triads[0] == tonic)

    return max((Key(tonic, mode) for mode in MODES for tonic in range(12)), key=likelihood)


def chords_of_notes(parts: Sequence[Part], bars: int, beats_per_bar: int, key: Key) -> Progression:
    """Return a triad for each bar of the notes of pitched parts; empty if there are none."""
    columns = _NOTE_COLUMNS * beats_per_bar
    weights = np.zeros((128, bars * columns), np.float32)
    for part in parts:
        for note in part.notes if part.role != "drums" else ():
            start, stop = (max(0, round(beat * _NOTE_COLUMNS)) for beat in (note.start, note.end))
            weights[note.pitch, start:stop] += 1
    if not weights.any():
        return ()
    scores = _scores_of_bars(weights, np.arange(bars + 1) * columns)
    scores += _KEY_BONUS * np.array([_is_in_key(root, third, key) for root, third in _TRIADS])
    return tuple((_triad(*_TRIADS[index]),) for index in _best_path(scores))


def onset_strength(ink: Array, params: SpectrogramParams, highest_hz: float | None = None) -> NDArray[np.float64]:
    """Return the increase of ink from the column before, summed over bands up to a frequency: float64 ``[columns]``."""
    stop = params.bands if highest_hz is None else max(1, int(params.band_of(highest_hz)))
    # Over two columns, as a window is long.
    padded = np.pad(ink[:stop], ((0, 0), (2, 0)))
    return np.asarray(np.maximum(padded[:, 2:] - padded[:, :-2], 0).sum(axis=0), np.float64)


def tempo_of_onsets(strength: NDArray[np.float64], params: SpectrogramParams) -> float:
    """Return the tempo in beats per minute; 0 if there are no onsets."""
    centred = strength - strength.mean()
    length, rate = len(centred), params.columns_per_second
    if length < rate or not np.ptp(centred):
        return 0.0
    spectrum = np.fft.rfft(centred, 2 * length)
    correlation = np.fft.irfft(np.abs(spectrum) ** 2)[:length] / np.maximum(length - np.arange(length), length / 8)
    correlation /= correlation[0]
    lags, places = 60 / _TEMPOS * rate, np.arange(length)
    score = np.zeros(len(_TEMPOS))
    for ratio, weight in ((1, 1.0), (2, 0.5), (4, 0.6), (0.5, 0.3)):
        score += weight * np.interp(lags * ratio, places, correlation, right=0)
    preference = np.exp(-0.5 * (np.log2(_TEMPOS / _PREFERRED_TEMPO) / _TEMPO_OCTAVES) ** 2)
    coarse = float(_TEMPOS[int(np.argmax(np.maximum(score, 0) * preference))])
    fine = coarse * np.linspace(1 - _FINE, 1 + _FINE, 161)
    beats = 2j * np.pi * places / 60 / rate
    strengths = [sum(abs((centred * np.exp(-beats * bpm * ratio)).sum()) for ratio in (1, 2, 4)) for bpm in fine]
    tempo = float(fine[int(np.argmax(strengths))])
    whole = round(tempo)  # most music is made at a whole number
    return float(whole) if abs(tempo - whole) < _WHOLE * tempo else round(tempo, 1)


def first_bar_line(
    onsets: NDArray[np.float64],
    low_onsets: NDArray[np.float64],
    weights: Array,
    tempo: float,
    beats_per_bar: int,
    params: SpectrogramParams,
) -> float:
    """Return the time in seconds of the first bar line of the grid with most onsets, low notes and chord changes."""
    rate = params.columns_per_second
    bar = beats_per_bar * 60 / tempo * rate
    change = np.zeros(len(onsets))
    span = max(1, round(_CHANGE_BARS * bar))
    chroma = weights[_LOWEST_OF_CHORDS:120].reshape(-1, 12, weights.shape[1]).sum(axis=0)
    sums = np.concatenate([np.zeros((12, 1)), np.cumsum(chroma, axis=1, dtype=np.float64)], axis=1)
    places = np.arange(span, len(onsets) - span)
    if len(places):
        before = sums[:, places] - sums[:, places - span]
        after = sums[:, places + span] - sums[:, places]
        size = np.linalg.norm(before, axis=0) * np.linalg.norm(after, axis=0)
        change[places] = 1 - (before * after).sum(axis=0) / np.maximum(size, 1e-9)
    shares = (onsets, 1.0, 1e-9), (low_onsets, _LOW_WEIGHT, 1e-9), (change, _CHANGE_WEIGHT, _SMALL_CHANGE)
    novelty = np.sum([weight * share / max(float(share.mean()), least) for share, weight, least in shares], axis=0)
    width = max(1, round(_ONSET_SECONDS * rate))
    smooth = np.convolve(novelty, np.bartlett(2 * width + 1) / width, "same")
    phases = np.arange(int(bar))
    count = max(1, int((len(onsets) - 1) // bar))
    lines = (phases[:, None] + np.arange(count) * bar).round().astype(int)
    strength = np.asarray(smooth[np.minimum(lines, len(smooth) - 1)].mean(axis=1))
    near = np.maximum(0, 1 - np.minimum(phases, bar - phases) / (0.06 * rate))
    best = int(np.argmax(strength + _CUT_AT_BAR * strength.max() * near))
    return 0.0 if min(best, bar - best) < 0.06 * rate else best / rate


def pitch_weights(ink: Array, params: SpectrogramParams) -> Array:
    """Return how strongly each MIDI note sounds in each column: float32 ``[128, columns]``.

    Peaks of the harmonic share of the ink count with the root of their amplitude; those in the range of a bass are at
    their octave too.
    """
    harmonic = np.asarray(ink * (1 - share_masks(ink, params)[0]) ** params.power, np.float32)
    peaks = peaks_of(harmonic, harmonic.max(initial=0) * 10 ** (_FLOOR_DB / 20 * params.power))
    hertz = params.hertz_of(peaks.bands)
    inside = (hertz > _BASS_HZ[0]) & (hertz < _PITCH_HZ[1])
    pitch = A4_MIDI + 12 * np.log2(hertz[inside] / A4_HZ)
    nearest = np.round(pitch).astype(int)
    # A peak between two notes is uncertain.
    weight = peaks.levels[inside] ** (0.5 / params.power) * np.cos(np.pi * (pitch - nearest)) ** 2
    weights = np.zeros((128, ink.shape[1]), np.float32)
    np.add.at(weights, (np.clip(nearest, 0, 127), peaks.columns[inside]), weight)
    return weights


def triad_scores(
    weights: Array, tempo: float, downbeat: float, beats_per_bar: int, params: SpectrogramParams
) -> NDArray[np.float64]:
    """Return how well each triad fits each bar, ``[bars, 24]``, see `pitch_weights`.

    A last bar of less than a beat is left out.
    """
    rate = params.columns_per_second
    bar = beats_per_bar * 60 / tempo * rate
    columns = weights.shape[1]
    count = max(1, int(np.ceil((columns - downbeat * rate) / bar - 1 / beats_per_bar)))
    edges = np.clip(np.round(downbeat * rate + np.arange(count + 1) * bar).astype(int), 0, columns)
    return _scores_of_bars(weights, edges)


def _scores_of_bars(weights: Array, edges: NDArray[np.int64]) -> NDArray[np.float64]:
    """Return how well each triad fits each stretch of columns between two edges."""
    pitches = np.arange(128)
    hertz = A4_HZ * 2 ** ((pitches - A4_MIDI) / 12)
    is_pitch, bass_share = hertz > _PITCH_HZ[0], np.select([hertz < 130, hertz < _BASS_HZ[1]], [1.3, 0.3], 0.0)
    scores = np.zeros((len(edges) - 1, len(_TRIADS)))
    for number, (start, stop) in enumerate(pairwise(edges)):
        bar = weights[:, start : max(stop, start + 1)]
        early = bar @ np.exp(-_BASS_DECAY * np.arange(bar.shape[1]) / bar.shape[1])
        chroma, bass = _unit(_fold_octaves(bar.sum(axis=1) * is_pitch)), _unit(_fold_octaves(early * bass_share))
        scores[number] = [_triad_score(chroma, bass, root, third) for root, third in _TRIADS]
    return scores


def _triad_score(chroma: NDArray[np.float64], bass: NDArray[np.float64], root: int, third: int) -> float:
    """Return how well a triad fits the pitch classes of a bar, and of its bass."""
    template = np.zeros(12)
    template[[root, (root + third) % 12, (root + 7) % 12]] = 1.0, 0.9, 0.9
    sevenths = (10, 11) if third == 4 else (10,)
    seventh = max(chroma[(root + step) % 12] for step in sevenths)
    other_third = chroma[(root + 7 - third) % 12]
    return float(
        chroma @ template / np.linalg.norm(template)
        + _ROOT_WEIGHT * bass[root]
        + _SEVENTH_WEIGHT * seventh
        - _OTHER_THIRD_WEIGHT * other_third
    )


def _is_in_key(root: int, third: int, key: Key) -> bool:
    """Return whether a triad is in the scale of a key; in minor the dominant may be major."""
    if key.mode == "minor" and (root, third) == ((key.tonic + 7) % 12, 4):
        return True
    return all(note in key.scale for note in _triad(root, third))


def _best_path(scores: NDArray[np.float64], change: float = 0.04) -> list[int]:
    """Return the best state of each row, where each change of state costs something (Viterbi's algorithm)."""
    cost = change * (1 - np.eye(scores.shape[1]))
    total, came_from = scores[0], []
    for row in scores[1:]:
        options = total[:, None] - cost
        came_from.append(options.argmax(axis=0))
        total = options.max(axis=0) + row
    path = [int(total.argmax())]
    for previous in reversed(came_from):
        path.append(int(previous[path[-1]]))
    return path[::-1]


def _triad(root: int, third: int) -> tuple[int, ...]:
    return root, (root + third) % 12, (root + 7) % 12


def _fold_octaves(weights: NDArray[np.floating[Any]]) -> NDArray[np.float64]:
    """Return the weights of MIDI notes from 0 on, summed for each of the twelve pitch classes."""
    return np.asarray(np.bincount(np.arange(len(weights)) % 12, weights, 12), np.float64)


def _unit(vector: NDArray[np.float64]) -> NDArray[np.float64]:
    return np.asarray(vector / max(float(np.linalg.norm(vector)), 1e-9))
