"""Notes to sound through FluidSynth and a General MIDI soundfont, by its C interface.

A binding of a dozen functions of our own: the usual Python package asks for an audio library that
does not build everywhere, and offline rendering needs none.
"""

from __future__ import annotations

import ctypes
import ctypes.util
import os
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from riffdesk.errors import UserError

SAMPLE_RATE = 44_100
DRUM_BANK = 128
DRUM_CHANNEL = 9

_SOUNDFONTS = (
    Path("/usr/share/sounds/sf2/FluidR3_GM.sf2"),
    Path("/usr/share/soundfonts/FluidR3_GM.sf2"),
    Path("/opt/homebrew/share/soundfonts/FluidR3_GM.sf2"),
)
_WARNING = 2
_CHANNEL_VOLUME = 7  # the controller; General MIDI: 40 log10(value / 127) dB
_BLOCK = 64  # FluidSynth's internal buffer: rendering whole blocks keeps one clip from shifting the next


def find_soundfont() -> Path:
    """Return where the soundfont lies: ``RIFFDESK_SOUNDFONT``, or where distributions put FluidR3.

    Raises
    ------
    UserError
        If there is none; it names the package.
    """
    told = os.environ.get("RIFFDESK_SOUNDFONT")
    for path in [Path(told)] if told else _SOUNDFONTS:
        if path.is_file():
            return path
    raise UserError(
        "The General MIDI soundfont FluidR3_GM.sf2 was not found. Install the package fluid-soundfont-gm "
        "(apt install fluid-soundfont-gm), or set RIFFDESK_SOUNDFONT to a soundfont file."
    )


def load_library() -> ctypes.CDLL:
    """Return FluidSynth's library; a UserError names the package if it is missing."""
    name = ctypes.util.find_library("fluidsynth") or ctypes.util.find_library("fluidsynth-3")
    for candidate in filter(None, (name, "libfluidsynth.so.3", "libfluidsynth.dylib")):
        try:
            return ctypes.CDLL(candidate)
        except OSError:
            continue
    raise UserError(
        "FluidSynth was not found. Install the package libfluidsynth3 (apt install libfluidsynth3, brew install "
        "fluid-synth)."
    )


class SoundFont:
    """FluidSynth with one soundfont, dry (no reverb, no chorus)."""

    def __init__(self, path: Path | None = None) -> None:
        self._library = load_library()
        self._declare()
        self._library.fluid_set_log_function(_WARNING, None, None)  # one for each channel when a font is taken back
        path = path or find_soundfont()
        settings = self._library.new_fluid_settings()
        for name, number in ((b"synth.sample-rate", float(SAMPLE_RATE)), (b"synth.gain", 0.5)):
            self._library.fluid_settings_setnum(settings, name, number)
        for name, flag in (
            (b"synth.reverb.active", 0),
            (b"synth.chorus.active", 0),
            (b"synth.polyphony", 128),
        ):
            self._library.fluid_settings_setint(settings, name, flag)
        self._settings = settings
        self._owner = self._library.new_fluid_synth(settings)
        number = self._library.fluid_synth_sfload(self._owner, str(path).encode(), 1)
        if number < 0:
            raise UserError(f"{path} is not a soundfont that FluidSynth can read. Install fluid-soundfont-gm again.")
        self._font = self._library.fluid_synth_get_sfont_by_id(self._owner, number)

    def _declare(self) -> None:
        """Tell ctypes the functions' types (fluidsynth.h, API 2 and 3)."""
        pointer, number, real = ctypes.c_void_p, ctypes.c_int, ctypes.c_double
        signatures: dict[str, tuple[Any, list[Any]]] = {
            "fluid_set_log_function": (pointer, [number, pointer, pointer]),
            "new_fluid_settings": (pointer, []),
            "fluid_settings_setnum": (number, [pointer, ctypes.c_char_p, real]),
            "fluid_settings_setint": (number, [pointer, ctypes.c_char_p, number]),
            "new_fluid_synth": (pointer, [pointer]),
            "delete_fluid_synth": (None, [pointer]),
            "delete_fluid_settings": (None, [pointer]),
            "fluid_synth_sfload": (number, [pointer, ctypes.c_char_p, number]),
            "fluid_synth_program_select": (number, [pointer, number, number, number, number]),
            "fluid_synth_cc": (number, [pointer, number, number, number]),
            "fluid_synth_noteon": (number, [pointer, number, number, number]),
            "fluid_synth_noteoff": (number, [pointer, number, number]),
            "fluid_synth_get_sfont_by_id": (pointer, [pointer, number]),
            "fluid_synth_add_sfont": (number, [pointer, pointer]),
            "fluid_synth_remove_sfont": (number, [pointer, pointer]),
            "fluid_synth_write_float": (number, [pointer, number, pointer, number, number, pointer, number, number]),
        }
        for name, (result, arguments) in signatures.items():
            function = getattr(self._library, name)
            function.restype, function.argtypes = result, arguments

    def render(
        self, tracks: list[tuple[int, int, float, list[tuple[float, float, int, int]]]], samples: int
    ) -> NDArray[np.float32]:
        """Return the sound of one or more instruments.

        Parameters
        ----------
        tracks : list of (channel, program, level, notes)
            Channel 9 takes a drum kit's program. The level is in dB, at most 0. A note is (start, end,
            pitch, velocity), in seconds.
        samples : int
            Length of the sound.

        Returns
        -------
        float32 ``[samples]``
            Mono at 44,100 Hz.
        """
        library = self._library
        # A synthesizer of its own for each clip: no reset ends notes that are dying away already.
        synth = library.new_fluid_synth(self._settings)
        font = library.fluid_synth_add_sfont(synth, self._font)
        events: list[tuple[float, int, int, int, int]] = []
        for channel, program, level, notes in tracks:
            bank = DRUM_BANK if channel == DRUM_CHANNEL else 0
            library.fluid_synth_program_select(synth, channel, font, bank, program)
            library.fluid_synth_cc(synth, channel, _CHANNEL_VOLUME, round(127 * 10 ** (min(level, 0.0) / 40)))
            for start, end, pitch, velocity in notes:
                events.append((max(start, 0.0), 1, channel, pitch, velocity))
                events.append((max(end, start + 0.01, 0.01), 0, channel, pitch, velocity))
        events.sort()
        blocks = -(-samples // _BLOCK)
        left, right = np.zeros((2, blocks * _BLOCK), np.float32)
        done = 0
        for time, sounding, channel, pitch, velocity in events:
            block = min(int(time * SAMPLE_RATE / _BLOCK), blocks)
            done = self._write(synth, left, right, done, block)
            if sounding:
                library.fluid_synth_noteon(synth, channel, pitch, velocity)
            else:
                library.fluid_synth_noteoff(synth, channel, pitch)
        self._write(synth, left, right, done, blocks)
        library.fluid_synth_remove_sfont(synth, self._font)
        library.delete_fluid_synth(synth)
        return np.asarray((left + right)[:samples] * 0.5, np.float32)

    def _write(self, synth: int, left: NDArray[np.float32], right: NDArray[np.float32], done: int, block: int) -> int:
        """Render up to a block and return it."""
        if block > done:
            start = done * _BLOCK
            self._library.fluid_synth_write_float(
                synth, (block - done) * _BLOCK, left.ctypes.data, start, 1, right.ctypes.data, start, 1
            )
        return max(done, block)

    def close(self) -> None:
        """Free the soundfont."""
        self._library.delete_fluid_synth(self._owner)
        self._library.delete_fluid_settings(self._settings)
