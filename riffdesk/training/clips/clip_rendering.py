"""Rendering of training clips: spec -> score -> sound -> spectrogram image.

Images follow Riffusion's convention including the level: white is silence, and black is the loudest cell of the clip,
as in any Riffusion image without tags.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from functools import lru_cache
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from riffdesk.arrays import Array
from riffdesk.compose.clip_spec import ClipSpec
from riffdesk.compose.composition import compose
from riffdesk.compose.score import OWN_KIT, Part, Score
from riffdesk.dsp.params import SpectrogramParams, mel_filterbank
from riffdesk.training.clips.soundfont import DRUM_CHANNEL, SAMPLE_RATE, SoundFont, Timbre
from riffdesk.training.clips.synths import play, play_808
from riffdesk.training.clips.variety import timbre, with_recording

if TYPE_CHECKING:
    import torch
    from torch import Tensor

Event = tuple[float, float, int, int]

PARAMS = SpectrogramParams()
COLUMNS = 512
CLIP_SECONDS = COLUMNS * PARAMS.step_ms / 1000

_LEAD_IN = PARAMS.window  # samples before column 0: half a window for its frame, and the rest for early notes
SAMPLES = _LEAD_IN + COLUMNS * PARAMS.hop + PARAMS.window
"""Samples that `render_audio` returns and `image_of_audio` takes."""
_OWN_LEAD, _OWN_DRUMS = 0.35, 0.4  # gains that match the built-in synths to the soundfont's loudness
_LEAD_LEVELS, _BASS_LEVELS, _DRUM_LEVELS = (-4, 0), (-9, -3), (-13, -6)  # dB, softest and loudest
_MAX_JITTER = 0.004  # seconds; more would be learned, although scores are on the beat
_SILENT = 1e-30  # amplitudes below this count as a silent clip
_BAR_START_SHARE = 0.7  # share of clips that begin at the start of a bar


def compose_clip(spec: ClipSpec, rng: np.random.Generator) -> tuple[Score, float]:
    """Return the score of a clip, and the second of the score at the clip's first column."""
    bar = spec.beats_per_bar * 60 / spec.bpm
    begin = 0.0 if rng.random() < _BAR_START_SHARE else float(rng.uniform(0, bar))
    bars = math.ceil((CLIP_SECONDS + 0.2 + begin) / bar)
    return compose(spec, int(rng.integers(2**32)), bars), begin


def play_score(
    score: Score, begin: float, rng: np.random.Generator, fonts: Sequence[SoundFont], *, variety: bool = False
) -> Array:
    """Play a clip of a score: float32 ``[samples]`` at 44,100 Hz, 100 ms longer at both ends than its image.

    Parameters
    ----------
    score : Score
    begin : float
        The second of the score at the clip's first column.
    rng : generator
        For levels and timing.
    fonts : sequence of SoundFont
        For parts that the built-in synths do not play; one is drawn for each part.
    variety : bool
        Whether timbre, room and recording are varied too.
    """
    shift = _LEAD_IN / SAMPLE_RATE - begin
    jitter = float(rng.uniform(0.0, _MAX_JITTER))

    def timed(part: Part) -> list[Event]:
        events: list[Event] = []
        next_start: dict[int, float] = {}
        for note in reversed(part.notes):
            start = score.seconds(note.start) + shift + float(np.clip(rng.normal(0, jitter), -0.02, 0.02))
            # A note ends before the next one of its pitch, also with jitter.
            end = min(start + max(0.03, score.seconds(note.length)), next_start.get(note.pitch, math.inf) - 0.005)
            next_start[note.pitch] = start
            if end > max(0.0, start) and start < SAMPLES / SAMPLE_RATE:
                events.append((start, end, int(note.pitch), note.velocity))
        return events[::-1]

    single_part = len(score.parts) == 1
    tracks: dict[int, list[tuple[int, int, float, list[Event]]]] = {}
    timbres: dict[int, Timbre] = {}
    mixed = np.zeros(SAMPLES, np.float32)
    for number, part in enumerate(score.parts):
        drums = part.role == "drums"
        softest, loudest = _DRUM_LEVELS if drums else _LEAD_LEVELS if number == 0 else _BASS_LEVELS
        level = 0.0 if drums and single_part else float(rng.uniform(softest, loudest))
        if drums and part.sound == OWN_KIT:
            mixed += play_808(timed(part), SAMPLES, rng) * np.float32(_OWN_DRUMS * 10 ** (level / 20))
        elif isinstance(part.sound, str):
            mixed += play(part.sound, timed(part), SAMPLES) * np.float32(_OWN_LEAD * 10 ** (level / 20))
        else:
            font = int(rng.integers(len(fonts))) if len(fonts) > 1 else 0
            channel = DRUM_CHANNEL if drums else number
            tracks.setdefault(font, []).append((channel, part.sound, level, timed(part)))
            if variety:
                timbres[channel] = timbre(rng)
    for font, font_tracks in tracks.items():
        mixed += fonts[font].render(font_tracks, SAMPLES, timbres)
    return with_recording(mixed, rng) if variety else mixed


def inside_image(audio: Array) -> Array:
    """Return the part of a clip's sound that is in its image: 5.12 s."""
    return audio[_LEAD_IN : _LEAD_IN + COLUMNS * PARAMS.hop]


def render_audio(spec: ClipSpec, rng: np.random.Generator, soundfont: SoundFont) -> Array:
    """Compose and play a clip, see `play_score`."""
    score, begin = compose_clip(spec, rng)
    return play_score(score, begin, rng, [soundfont])


def image_of_audio(audio: Array) -> NDArray[np.uint8]:
    """Return Riffusion's image of a clip rendered by `render_audio`: uint8 ``[512, 512]``, low bands at the bottom.

    ``floor(255 - 255 * (amplitude / loudest) ** power)``; white if the clip is silent.
    """
    import torch

    return np.asarray(images_of(torch.from_numpy(np.ascontiguousarray(audio[None])))[0].numpy())


def images_of(sounds: Tensor) -> Tensor:
    """Return the images of clips ``[n, samples]``, on the device of the sounds: uint8 ``[n, 512, 512]``."""
    import torch

    amplitudes = amplitudes_of(sounds)
    loudest = amplitudes.amax(dim=(1, 2), keepdim=True).clamp(min=_SILENT)
    return (255 - 255 * (amplitudes / loudest).sqrt().sqrt()).flip(1).to(torch.uint8)


def amplitudes_of(sounds: Tensor) -> Tensor:
    """Return mel amplitudes of clips, as `riffdesk.dsp.mel` does, four times as fast: float32 ``[n, 512, 512]``.

    They are on the device of the sounds ``[n, samples]``.

    Sound above 10 kHz is beyond the mel scale. After a lowpass filter every second sample has the same spectrum, so
    that each frame's transform is half as long, with the same bins and bands.
    """
    import torch

    length = 2 ** math.ceil(math.log2(sounds.shape[-1]))
    spectrum = torch.fft.rfft(sounds, n=length)
    spectrum *= _lowpass(length, sounds.device)
    smooth = torch.fft.irfft(spectrum, n=length)
    first = _LEAD_IN - PARAMS.window // 2
    half_window = (PARAMS.window + 1) // 2
    frames = torch.as_strided(smooth, (len(sounds), COLUMNS, half_window), (length, PARAMS.hop, 2), first)
    spectra = torch.view_as_real(torch.fft.rfft(frames * _half_window(sounds.device), n=PARAMS.n_fft // 2))
    magnitudes = (spectra[..., 0] ** 2 + spectra[..., 1] ** 2).sqrt_()
    mel = torch.empty(len(sounds), COLUMNS, PARAMS.bands, device=sounds.device)
    for bands, bins, filters in _filter_blocks(sounds.device):
        mel[..., bands] = magnitudes[..., bins] @ filters
    return mel.transpose(1, 2) * 2


@lru_cache(maxsize=2)
def _lowpass(length: int, device: torch.device) -> Tensor:
    """Return gains that keep all up to 10.2 kHz and nothing from 11.6 kHz, which would fold onto 10.45 kHz."""
    import torch

    hertz = torch.arange(length // 2 + 1, device=device) * (PARAMS.sample_rate / length)
    fall = ((11_600 - hertz) / 1_400).clamp(0, 1)
    return 0.5 - 0.5 * torch.cos(torch.pi * fall)


@lru_cache(maxsize=2)
def _half_window(device: torch.device) -> Tensor:
    import torch

    return torch.hann_window(PARAMS.window, device=device)[::2].contiguous()


@lru_cache(maxsize=2)
def _filter_blocks(device: torch.device) -> list[tuple[slice, slice, Tensor]]:
    """Return the mel filters in blocks of 64 bands with only the bins that they touch."""
    import torch

    filters = torch.from_numpy(mel_filterbank(PARAMS))
    blocks = []
    for start in range(0, PARAMS.bands, 64):
        block = filters[:, start : start + 64]
        touched = torch.nonzero(block.sum(dim=1))[:, 0]
        bins = slice(int(touched[0]), int(touched[-1]) + 1)
        blocks.append((slice(start, start + 64), bins, block[bins].contiguous().to(device)))
    return blocks
