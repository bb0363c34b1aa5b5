"""Clips to judge a reconstruction by: music, percussion, glides and voices made from nothing, and ink drawn by hand."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
from numpy.typing import NDArray

from riffdesk.dsp.mel import analyse
from riffdesk.dsp.params import SpectrogramParams
from riffdesk.sketch.paint.strokes import Stroke
from riffdesk.sketch.paint.tips import BrushTip, Tip, ToneTip
from riffdesk.sketch.sketch import Sketch
from riffdesk.sketch.state import DEFAULT_COLUMNS, empty_state
from tests.measure import RATE

Array = NDArray[np.float32]
Samples = NDArray[np.float64]

SECONDS = 5.12


def plucks(seconds: float = SECONDS) -> Array:
    """Return plucked strings (Karplus & Strong 1983), eight a second, over a bass."""
    rng = np.random.default_rng(1)
    out = np.zeros(round(seconds * RATE))
    for number in range(int(seconds * 8)):
        note = 45 + rng.choice([0, 3, 5, 7, 10]) + 12 * (number % 4 != 0) * rng.integers(1, 3)
        _add(out, number / 8, _string(440 * 2 ** ((note - 69) / 12), rng))
    return _levelled(out)


def _string(hertz: float, rng: np.random.Generator, seconds: float = 1.0) -> Samples:
    period = int(RATE / hertz)
    turns = [rng.uniform(-1, 1, period)]
    for _ in range(int(seconds * RATE) // period):
        turns.append(0.498 * (turns[-1] + np.roll(turns[-1], 1)))
    return np.concatenate(turns)


def _filtered(sound: Samples, response: Callable[[Samples], Samples]) -> Samples:
    """Return a sound with each frequency in Hz multiplied by the response."""
    hertz = np.fft.rfftfreq(2 * len(sound), 1 / RATE)
    return np.fft.irfft(np.fft.rfft(sound, 2 * len(sound)) * response(hertz))[: len(sound)]


def chords(seconds: float = SECONDS) -> Array:
    """Return sustained four-note chords of ten partials each, with a slow attack."""
    time = np.arange(round(seconds * RATE)) / RATE
    out = np.zeros(len(time))
    each = seconds / 4
    for number, root in enumerate((48, 45, 50, 43)):
        inside = (time >= number * each) & (time < (number + 1) * each)
        local = time[inside] - number * each
        envelope = np.minimum(local / 0.05, 1) * np.minimum((each - local) / 0.05, 1)
        for step in (0, 4 - number % 2, 7, 12):
            hertz = 440 * 2 ** ((root + step - 69) / 12)
            for partial in range(1, 11):
                out[inside] += envelope * np.sin(2 * np.pi * hertz * partial * local + partial) / partial
    return _levelled(out)


def drums(seconds: float = SECONDS) -> Array:
    """Return a kick, a snare and hi-hats at 120 beats per minute."""
    rng = np.random.default_rng(2)
    out = np.zeros(round(seconds * RATE))
    time = np.arange(RATE // 2) / RATE
    kick = np.sin(2 * np.pi * (50 * time + 6 * (1 - np.exp(-30 * time)))) * np.exp(-9 * time)
    snare = (rng.standard_normal(len(time)) + np.sin(2 * np.pi * 190 * time)) * np.exp(-18 * time) * 0.5
    hat = _filtered(rng.standard_normal(len(time)), lambda hertz: hertz**2 / (hertz**2 + 6_000**2))
    for step in range(int(seconds * 8)):
        _add(out, step / 8, 0.3 * hat * np.exp(-(60 if step % 4 else 25) * time))
        if step % 4 == 0:
            _add(out, step / 8, snare if step % 8 == 4 else kick)
        if step % 16 == 10:
            _add(out, step / 8, 0.8 * kick)
    return _levelled(out)


def sweep(seconds: float = SECONDS) -> Array:
    """Return a sawtooth-like glide from 60 Hz to 4 kHz and a second one on its way down."""
    time = np.arange(round(seconds * RATE)) / RATE
    up = _glide(60, 4_000, time)
    down = _glide(9_000, 200, time)
    return _levelled(up + 0.5 * up**3 + 0.4 * down)


def _glide(first: float, last: float, time: Samples) -> Samples:
    rate = np.log(last / first) / time[-1]
    return np.sin(2 * np.pi * first / rate * np.expm1(rate * time))


def voice(seconds: float = SECONDS) -> Array:
    """Return vowels: a gliding pulse train through moving formants, broken by hisses."""
    rng = np.random.default_rng(3)
    count = round(seconds * RATE)
    time = np.arange(count) / RATE
    hertz = 130 * 2 ** (0.3 * np.sin(2 * np.pi * 0.7 * time) + 0.02 * np.sin(2 * np.pi * 5.5 * time))
    pulses = (np.diff(np.floor(np.cumsum(hertz) / RATE), prepend=0) > 0).astype(float)
    out = np.zeros(count)
    vowels = ((730, 1_090, 2_440), (270, 2_290, 3_010), (300, 870, 2_240), (530, 1_840, 2_480))
    length = RATE // 3
    for number, start in enumerate(range(0, count, length)):
        part = slice(start, min(count, start + length))
        voiced = pulses[part]
        voiced = _filtered(voiced, lambda hertz, formants=vowels[number % 4]: _formants(hertz, formants))
        breath = rng.standard_normal(part.stop - part.start) * 0.04 * (number % 3 == 2)
        envelope = np.clip(np.minimum(np.arange(len(voiced)), len(voiced) - np.arange(len(voiced))) / 1_500, 0, 1)
        out[part] += (voiced + breath) * envelope
    return _levelled(out)


def _formants(hertz: Samples, formants: tuple[int, ...]) -> Samples:
    return 0.03 + sum(1 / (1 + ((hertz - formant) / 60) ** 2) for formant in formants)


def _add(out: Samples, at: float, sound: Samples) -> None:
    start = round(at * RATE)
    count = min(len(sound), len(out) - start)
    out[start : start + count] += sound[:count]


def _levelled(sound: Samples) -> Array:
    return np.asarray(0.5 * sound / np.abs(sound).max(), np.float32)


def drawn(params: SpectrogramParams) -> Array:
    """Return ink as a hand draws it: tone lines, a slide with overtones and columns of noise."""
    columns = DEFAULT_COLUMNS
    sketch = Sketch(empty_state(params.mono()))
    for number, hertz in enumerate((220, 246.9, 277.2, 293.7, 329.6, 370, 415.3, 440)):
        start = (0.04 + 0.08 * number) * columns
        _draw(sketch, ToneTip(harmonics=4), (start, hertz), (start + columns * 0.07, hertz))
    _draw(sketch, ToneTip(0.6), (columns * 0.1, 110), (columns * 0.9, 110))
    _draw(sketch, ToneTip(0.6, harmonics=2), (columns * 0.5, 600), (columns * 0.95, 1_500))
    for number in range(8):
        place = (number + 0.5) * columns / 8
        _draw(sketch, BrushTip(6, 0.5, 0.35), (place, 800), (place, 9_000))
    return sketch.layers[0].ink


def _draw(sketch: Sketch, tip: Tip, start: tuple[float, float], stop: tuple[float, float]) -> None:
    """Paint a straight stroke between places of (column, Hz)."""
    stroke = Stroke(sketch, tip, (start[0], float(sketch.params.band_of(start[1]))))
    stroke.move((stop[0], float(sketch.params.band_of(stop[1]))))
    stroke.commit()


MUSIC: dict[str, Callable[[], Array]] = {
    "plucks": plucks,
    "chords": chords,
    "drums": drums,
    "sweep": sweep,
    "voice": voice,
}


def organ(seconds: float = SECONDS) -> Array:
    """Return an organ's slow melody with a deep vibrato over a pedal note."""
    time = np.arange(round(seconds * RATE)) / RATE
    out = np.zeros(len(time))
    length = round(0.64 * RATE)
    for number, start in enumerate(range(0, len(time), length)):
        part = slice(start, min(len(time), start + length))
        hertz = 440 * 2 ** (((62, 65, 69, 72, 70, 69, 65, 64)[number % 8] - 69) / 12)
        wobble = 4 * np.sin(2 * np.pi * 6.2 * time[part])
        local = time[part] - time[start]
        envelope = np.clip(np.minimum(local, local[-1] - local) / 0.02, 0, 1)
        for partial in (0.5, 1, 2, 3, 4, 6, 8):
            phase = 2 * np.pi * hertz * partial * local + 0.1 * partial * wobble
            out[part] += envelope * np.sin(phase) / (1 + 0.4 * partial)
    return _levelled(out + 0.8 * np.sin(2 * np.pi * 73.42 * time) + 0.4 * np.sin(2 * np.pi * 146.83 * time))


def rimshots(seconds: float = SECONDS) -> Array:
    """Return dry clicks of wood in a long, bright reverberation, and their echoes."""
    rng = np.random.default_rng(4)
    count = round(seconds * RATE)
    time = np.arange(RATE // 8) / RATE
    stick = sum(np.sin(2 * np.pi * hertz * time) for hertz in (480, 1_750, 2_630)) * np.exp(-90 * time)
    dry = np.zeros(count)
    for at in np.cumsum(rng.choice([0.16, 0.24, 0.32, 0.48], 40)):
        if at < seconds - 0.2:
            _add(dry, float(at), rng.uniform(0.4, 1) * stick)
    tail = np.arange(round(1.5 * RATE)) / RATE
    room = rng.standard_normal(len(tail)) * np.exp(-4 * tail) * 0.03
    room[0] = 1
    size = 2 * count
    return _levelled(np.fft.irfft(np.fft.rfft(dry, size) * np.fft.rfft(room, size), size)[:count])


def whistles(seconds: float = SECONDS) -> Array:
    """Return two whistled lines that slide between notes, crossing each other, with breath."""
    rng = np.random.default_rng(5)
    time = np.arange(round(seconds * RATE)) / RATE
    places = np.arange(0, seconds + 1, 0.4)
    out = np.zeros(len(time))
    for octave in (0, 0.3):
        notes = 1_000 * 2 ** (octave + rng.uniform(-0.8, 0.8, len(places)))
        hertz = np.exp(np.interp(time, places + 0.1 * rng.random(len(places)), np.log(notes)))
        level = 0.6 + 0.4 * np.sin(2 * np.pi * (0.4 + octave) * time)
        out += level * np.sin(2 * np.pi * np.cumsum(hertz) / RATE)
    breath = _filtered(rng.standard_normal(len(time)), lambda hertz: hertz**2 / (hertz**2 + 2_000**2))
    return _levelled(out + 0.03 * breath)


def swells(seconds: float = SECONDS) -> Array:
    """Return dense noise whose colour and level rise and fall."""
    rng = np.random.default_rng(6)
    time = np.arange(round(seconds * RATE)) / RATE
    out = np.zeros(len(time))
    for number, centre in enumerate((180, 500, 1_300, 3_200, 7_000)):
        band = _filtered(
            rng.standard_normal(len(time)), lambda hertz, at=centre: np.exp(-((np.log2(hertz / at + 1e-9)) ** 2) * 4)
        )
        out += band / np.abs(band).max() * (1 + np.sin(2 * np.pi * (0.3 + 0.17 * number) * time + number)) ** 2
    return _levelled(out)


# The engine was made with MUSIC in the ear; these came afterwards.
HELD_OUT: dict[str, Callable[[], Array]] = {
    "organ": organ,
    "rimshots": rimshots,
    "whistles": whistles,
    "swells": swells,
}


def ink_of(name: str, params: SpectrogramParams) -> Array:
    """Return the ink ``[bands, columns]`` of a clip of `MUSIC` or `HELD_OUT`, or of ``drawn``."""
    if name == "drawn":
        return drawn(params)
    sound = (MUSIC | HELD_OUT)[name]()
    return analyse(sound, params)[:, : len(sound) // params.hop]
