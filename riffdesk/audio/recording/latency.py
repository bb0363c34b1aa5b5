"""Measuring the latency of a loop from output to input: clicks are played and looked for in what was recorded.

Each click is found as the highest correlation of the recording with the click (a matched filter). The median of all
is the latency; how far they agree says how certain it is.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from riffdesk.arrays import Array

COUNT = 8
"""Clicks that are played."""
INTERVAL = 0.6
"""Seconds between two clicks."""
_FIRST = 0.3  # seconds before the first click
_EARLIEST, _LATEST = -0.05, 0.45  # seconds after a click in which it is looked for
_CLICK_SECONDS = 0.01
_LEVEL = 0.5
_CLEAR = 6.0  # peak of the correlation over its RMS, at least, where a click is heard
_AGREEING_SECONDS = 0.002
_MIN_FOUND = COUNT // 2 + 1
_QUIETEST = 1e-5


@dataclass(frozen=True)
class Latency:
    """What was found.

    Parameters
    ----------
    ms : float
        Median of how much later the clicks arrived than they should; negative if earlier.
    found : int
        Clicks that were heard.
    agreeing : int
        Clicks within 2 ms of the median.
    spread_ms : float
        Median distance from the median, of the clicks that agree.
    """

    ms: float
    found: int
    agreeing: int
    spread_ms: float

    @property
    def is_certain(self) -> bool:
        """Whether most of the clicks were heard at the same distance."""
        return self.agreeing >= _MIN_FOUND


def clicks(rate: int) -> Array:
    """Return the clicks that are played: float32 ``[1, samples]``, each a short sweep from 8 kHz down to 1 kHz."""
    out = np.zeros((1, round((_FIRST + COUNT * INTERVAL) * rate)), np.float32)
    click = _click(rate)
    for start in _starts(rate):
        out[0, start : start + len(click)] = click
    return out


def measured(recorded: Array, rate: int) -> Latency | None:
    """Return the latency of the clicks in a recording that begins with them.

    Parameters
    ----------
    recorded : float32 ``[channels, samples]``
    rate : int

    Returns
    -------
    Latency, optional
        None if no click was heard.
    """
    sound = recorded.mean(axis=0)
    click = _click(rate)
    delays = [delay for start in _starts(rate) if (delay := _delay(sound, click, start, rate)) is not None]
    if not delays:
        return None
    middle = float(np.median(delays))
    distances = [abs(delay - middle) for delay in delays if abs(delay - middle) <= _AGREEING_SECONDS]
    spread = float(np.median(distances)) if distances else 0.0
    return Latency(1_000 * middle, len(delays), len(distances), 1_000 * spread)


def _starts(rate: int) -> list[int]:
    return [round((_FIRST + number * INTERVAL) * rate) for number in range(COUNT)]


def _click(rate: int) -> Array:
    time = np.arange(round(_CLICK_SECONDS * rate)) / rate
    phase = 2 * np.pi * (8_000 * time - 3_500 / _CLICK_SECONDS * time**2)
    window = np.hanning(len(time))
    return (_LEVEL * window * np.sin(phase)).astype(np.float32)


def _delay(sound: Array, click: Array, start: int, rate: int) -> float | None:
    """Return after how many seconds a click is heard; None if it is not."""
    from scipy import signal

    first, last = start + round(_EARLIEST * rate), start + round(_LATEST * rate) + len(click)
    part = sound[max(0, first) : last]
    if len(part) < 2 * len(click) or np.abs(part).max() < _QUIETEST:
        return None
    correlation = np.abs(signal.correlate(part, click, mode="valid", method="fft"))
    peak = int(correlation.argmax())
    if correlation[peak] < _CLEAR * float(np.sqrt(np.square(correlation).mean())):
        return None
    return (max(0, first) + peak - start) / rate
