"""Multichannel files: the loudspeaker of each channel, and the downmix to stereo or mono.

The order of loudspeakers is that of WAVEFORMATEXTENSIBLE (Microsoft), RFC 9639 (FLAC) and the Vorbis I specification;
their sum is the matrix of ITU-R BS.775-3, annex 4.
"""

from __future__ import annotations

import numpy as np

from riffdesk.arrays import Array
from riffdesk.language import mark, translated

_HALF_POWER = float(np.sqrt(0.5))
_GAINS: dict[str, tuple[float, float]] = {
    "FL": (1, 0),
    "FR": (0, 1),
    "FC": (_HALF_POWER, _HALF_POWER),
    "LFE": (0, 0),
    "BL": (_HALF_POWER, 0),
    "BR": (0, _HALF_POWER),
    "FLC": (1, 0),
    "FRC": (0, 1),
    "BC": (0.5, 0.5),
    "SL": (_HALF_POWER, 0),
    "SR": (0, _HALF_POWER),
}
_SPEAKERS = tuple(_GAINS)  # in the order of their bits
_NAMES = {
    "FL": mark("left"),
    "FR": mark("right"),
    "FC": mark("centre"),
    "LFE": "LFE",
    "BL": mark("back left"),
    "BR": mark("back right"),
    "FLC": mark("left of centre"),
    "FRC": mark("right of centre"),
    "BC": mark("back centre"),
    "SL": mark("side left"),
    "SR": mark("side right"),
}
_FLAC = {
    3: "FL FR FC",
    4: "FL FR BL BR",
    5: "FL FR FC BL BR",
    6: "FL FR FC LFE BL BR",
    7: "FL FR FC LFE BC SL SR",
    8: "FL FR FC LFE BL BR SL SR",
}
_OGG = {
    3: "FL FC FR",
    4: "FL FR BL BR",
    5: "FL FC FR BL BR",
    6: "FL FC FR BL BR LFE",
    7: "FL FC FR SL SR BC LFE",
    8: "FL FC FR SL SR BL BR LFE",
}
_PLAIN_WAV = {6: _FLAC[6], 8: _FLAC[8]}  # files without a channel mask

Layout = tuple[str, ...]
"""Short names of loudspeakers, such as FL, one for each channel."""


def layout_of(file_format: str, channels: int, speakers: int | None = None) -> Layout | None:
    """Return the loudspeaker of each channel of a file; None if it is unknown.

    Parameters
    ----------
    file_format : str
        libsndfile's name of it, such as ``WAV``.
    channels : int
    speakers : int, optional
        Channel mask of a WAV file.
    """
    if speakers:
        names = tuple(name for bit, name in enumerate(_SPEAKERS) if speakers >> bit & 1)
        return names if len(names) == channels else None
    plain_wav = _PLAIN_WAV if speakers is None else {}  # an empty channel mask means no loudspeakers
    layouts = {"FLAC": _FLAC, "OGG": _OGG, "WAV": plain_wav, "WAVEX": plain_wav}
    names_text = layouts.get(file_format, {}).get(channels)
    return tuple(names_text.split()) if names_text else None


def channel_names(channels: int, layout: Layout | None) -> tuple[str, ...]:
    """Return a name for each channel: its loudspeaker, or its number from 1."""
    if layout is not None:
        return tuple(translated(_NAMES[name]) for name in layout)
    return tuple(str(number) for number in range(1, channels + 1))


def downmix(channels: int, layout: Layout | None) -> Array:
    """Return the gains of a downmix.

    Returns
    -------
    float32 ``[channels, 2]``, or ``[channels, 1]``
        To stereo if the layout is known: centre and surrounds at -3 dB, without the LFE channel. Otherwise to mono:
        the mean.
    """
    if layout is None:
        return np.full((channels, 1), 1 / channels, np.float32)
    return np.array([_GAINS[name] for name in layout], np.float32)
