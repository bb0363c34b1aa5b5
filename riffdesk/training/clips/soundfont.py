"""Notes to sound through FluidSynth and a General MIDI soundfont, by its C interface.

This is a binding of a dozen functions: the usual Python package requires an audio library that does
not build everywhere, and offline rendering needs none.
"""

from __future__ import annotations

import ctypes
import ctypes.util
import os
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from riffdesk.errors import UserError

SAMPLE_RATE = 44_100
DRUM_BANK = 128
DRUM_CHANNEL = 9

FLUID = "FluidR3_GM.sf2"
_FOLDERS = (
    Path("/usr/share/sounds/sf2"),
    Path("/usr/share/sounds/sf3"),
    Path("/usr/share/soundfonts"),
    Path("/usr/share/fluidr3mono-gm-soundfont"),
    Path("/opt/homebrew/share/soundfonts"),
)
_PACKAGES = {
    FLUID: "fluid-soundfont-gm",
    "FluidR3Mono_GM.sf3": "fluidr3mono-gm-soundfont",
    "MuseScore_General_Full.sf3": "musescore-general-soundfont",
    "TimGM6mb.sf2": "timgm6mb-soundfont",
}
_WARNING = 2
_CHANNEL_VOLUME = 7  # the controller; General MIDI: 40 log10(value / 127) dB
_BLOCK = 64  # FluidSynth's internal buffer: rendering whole blocks keeps one clip from shifting the next


@dataclass(frozen=True)
class Timbre:
    """Changes to an instrument of a soundfont; 0 changes nothing.

    Parameters
    ----------
    cutoff : float
        Change of the lowpass filter's cutoff, in cents.
    attack, release : float
        Changes of the volume envelope, in timecents: 1,200 doubles.
    vibrato, tuning : float
        Depth of the vibrato, and detuning, in cents.
    """

    cutoff: float = 0.0
    attack: float = 0.0
    release: float = 0.0
    vibrato: float = 0.0
    tuning: float = 0.0


def find_soundfont(name: str = FLUID) -> Path:
    """Return the path of a soundfont: ``RIFFDESK_SOUNDFONT``, a file or a folder, or a folder of the system.

    Raises
    ------
    UserError
        If there is none; the message names the package.
    """
    setting = os.environ.get("RIFFDESK_SOUNDFONT")
    if setting and not Path(setting).is_dir():
        paths = [Path(setting)]
    else:
        paths = [folder / name for folder in ((Path(setting),) if setting else _FOLDERS)]
    for path in paths:
        if path.is_file():
            return path
    package = _PACKAGES.get(name)
    install = f" Install the package {package} (apt install {package}), or" if package else ""
    raise UserError(
        f"The General MIDI soundfont {name} was not found.{install or ' Please'} set RIFFDESK_SOUNDFONT to "
        "a soundfont file or a folder with it."
    )


def load_library() -> ctypes.CDLL:
    """Return FluidSynth's library; UserError if it is missing."""
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


def _generators(timbre: Timbre) -> list[tuple[int, float]]:
    """Return numbers (SoundFont 2.04, 8.1.2) and values of the generators that a timbre changes."""
    values = {6: timbre.vibrato, 8: timbre.cutoff, 34: timbre.attack, 38: timbre.release, 52: timbre.tuning}
    return [(number, value) for number, value in values.items() if value]


class SoundFont:
    """FluidSynth with one soundfont, dry (no reverb, no chorus)."""

    def __init__(self, path: Path | None = None) -> None:
        self._library = load_library()
        self._declare()
        self._library.fluid_set_log_function(
            _WARNING, None, None
        )  # FluidSynth warns for each channel when a font is removed
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
        """Declare the types of the functions (fluidsynth.h, API 2 and 3)."""
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
            "fluid_synth_set_gen": (number, [pointer, number, number, ctypes.c_float]),
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
        self,
        tracks: list[tuple[int, int, float, list[tuple[float, float, int, int]]]],
        samples: int,
        timbres: Mapping[int, Timbre] | None = None,
    ) -> NDArray[np.float32]:
        """Return the sound of one or more instruments.

        Parameters
        ----------
        tracks : list of (channel, program, level, notes)
            The program of channel 9 is a drum kit's. The level is in dB, at most 0. A note is (start, end,
            pitch, velocity), in seconds.
        samples : int
            Length of the sound.
        timbres : mapping from int to Timbre, optional
            Changes to the instruments of some channels.

        Returns
        -------
        float32 ``[samples]``
            Mono at 44,100 Hz.
        """
        library = self._library
        # A new synthesizer for each clip, as a reset does not end notes that are being released.
        synth = library.new_fluid_synth(self._settings)
        font = library.fluid_synth_add_sfont(synth, self._font)
        events: list[tuple[float, int, int, int, int]] = []
        for channel, program, level, notes in tracks:
            bank = DRUM_BANK if channel == DRUM_CHANNEL else 0
            library.fluid_synth_program_select(synth, channel, font, bank, program)
            library.fluid_synth_cc(synth, channel, _CHANNEL_VOLUME, round(127 * 10 ** (min(level, 0.0) / 40)))
            for generator, value in _generators((timbres or {}).get(channel, Timbre())):
                library.fluid_synth_set_gen(synth, channel, generator, value)
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
