"""What riffdesk remembers between starts: one typed table, kept as versioned JSON."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import Field, asdict, dataclass, field, fields
from pathlib import Path
from typing import Any

from riffdesk import paths
from riffdesk.json_file import Body, JsonFile, NewerFile
from riffdesk.strict_json import finite

VERSION = 2
"""2: a buffer of 20 ms for everybody. Version 1 wrote its default of 30 ms, which nobody had chosen."""

_MOST_RECENT = 10
_LONGEST_TEXT, _LONGEST_LIST = 100_000, 1_000


def _setting(
    default: Any,
    description: str,
    low: float = -math.inf,
    high: float = math.inf,
    *,
    choices: Sequence[str] = (),
) -> Any:
    return field(default=default, metadata={"description": description, "low": low, "high": high, "choices": choices})


@dataclass
class Settings:
    """Every setting with its default; the description is in the field's metadata."""

    theme: str = _setting("dark", "Colours of the window: dark or light.", choices=("dark", "light"))
    colour_map: str = _setting("magma", "Colour map of the spectrogram.")
    level_auto: bool = _setting(True, "Whether the levels that the colours stand for follow the active layer.")
    level_low_db: float = _setting(-90.0, "Level that the darkest colour stands for, in dB.", -200, 0)
    level_high_db: float = _setting(0.0, "Level that the brightest colour stands for, in dB.", -100, 40)
    output_device: str = _setting("", "Sound device by name; empty for the system's own choice.")
    latency_ms: float = _setting(20.0, "Length of the sound card's buffer in milliseconds.", 1, 1_000)
    master_db: float = _setting(0.0, "Master volume in dB.", -60, 24)
    metronome: bool = _setting(False, "Whether there is a click at every beat while the sketch plays.")
    metronome_db: float = _setting(-12.0, "Level of metronome and count-in in dB.", -60, 0)
    count_in: bool = _setting(False, "Whether a bar of clicks comes before playing.")
    loop: bool = _setting(True, "Whether playback starts over at the end.")
    tool: str = _setting("toolBrush", "The tool in hand.")
    brush_size: float = _setting(16.0, "Diameter of the brush in cells of the spectrogram.", 1, 256)
    brush_hardness: float = _setting(0.5, "Part of the brush that is fully painted, 0 to 1.", 0, 1)
    brush_strength: float = _setting(0.55, "Ink that the brush paints, 0 to 1.", 0, 1)
    eraser_size: float = _setting(32.0, "Diameter of the eraser in cells.", 1, 256)
    eraser_hardness: float = _setting(0.5, "Part of the eraser that erases fully, 0 to 1.", 0, 1)
    eraser_strength: float = _setting(1.0, "How much the eraser takes away, 0 to 1.", 0, 1)
    tone_strength: float = _setting(0.7, "Ink of the tone brush, 0 to 1.", 0, 1)
    tone_harmonics: int = _setting(1, "Partials of the tone brush, 1 to 16.", 1, 16)
    tone_rolloff_db: float = _setting(6.0, "How much quieter each octave of partials is, in dB.", 0, 100)
    tone_snap: bool = _setting(True, "Whether the tone brush keeps to semitones.")
    moved_replaces: bool = _setting(
        False, "Whether transposed notes replace the notes at their new place; otherwise both sound."
    )
    mask_size: float = _setting(48.0, "Diameter of the mask brush in cells.", 1, 256)
    mask_hardness: float = _setting(0.5, "Part of the mask brush that is to be repainted fully, 0 to 1.", 0, 1)
    mask_erase: bool = _setting(False, "Whether the mask brush takes the mask away.")
    export_format: str = _setting("WAV", "Format of exported files: WAV or FLAC.", choices=("WAV", "FLAC"))
    export_subtype: str = _setting(
        "PCM_24", "Samples of exported files: PCM_16, PCM_24 or FLOAT.", choices=("PCM_16", "PCM_24", "FLOAT")
    )
    export_mix: bool = _setting(True, "Whether the mix is exported.")
    export_stems: bool = _setting(True, "Whether one file per layer is exported beside the mix.")
    sound_quality: str = _setting(
        "good", "What drafts are refined to: good, best or reference.", choices=("good", "best", "reference")
    )
    model: str = _setting("starter", "The model that plays.")
    loras: list[str] = field(default_factory=list, metadata={"description": "LoRAs in use, each as name:weight."})
    scheduler: str = _setting("DPM++ 2M Karras", "How the noise is taken away, by its usual name.")
    variations: int = _setting(8, "How many variations are made at once.", 1, 1_000)
    start_from: str = _setting("", "Rhythm that new riffs start from; empty for words alone.")
    clips: bool = _setting(False, "Whether a riff is a row of clips, as Riffusion's app makes it, or one strip.")
    in_time: bool = _setting(True, "Whether riffs are made at the sketch's tempo and in its key.")
    prompt_more: bool = _setting(False, "Whether the prompt panel shows all that a riff can be asked for.")
    play_riffs: bool = _setting(True, "Whether a riff is heard as soon as its first window is there.")
    compile_model: bool = _setting(
        False, "Whether a model is compiled on a graphics card: minutes at its first render, faster ever after."
    )
    history_mib: int = _setting(
        1_024, "Memory that undo may hold, in MiB; the newest 20 steps always stay.", 16, 1_000_000
    )
    recent_files: list[str] = field(default_factory=list, metadata={"description": "Projects opened last."})
    last_folder: str = _setting("", "Folder that file dialogs begin in.")
    export_folder: str = _setting("", "Folder that was exported to last.")
    window_geometry: str = _setting("", "Size and place of the window, in Qt's own form.")
    window_state: str = _setting("", "Arrangement of the docks, in Qt's own form.")

    @property
    def lora_weights(self) -> tuple[tuple[str, float], ...]:
        """Name and weight of each LoRA in use; what makes no sense is left out."""
        pairs = (one.rpartition(":") for one in self.loras)
        weights = ((name, _number_in(weight)) for name, _, weight in pairs if name)
        return tuple((name, weight) for name, weight in weights if weight is not None)

    def remember_file(self, path: Path) -> None:
        """Put a project first in the list of recent files, which holds ten."""
        name = str(path)
        self.recent_files = [name, *(other for other in self.recent_files if other != name)][:_MOST_RECENT]
        self.last_folder = str(path.parent)


class SettingsFile:
    """The settings on disk, which several windows share: each writes what it changed and nothing else.

    A file from a newer riffdesk is neither used nor overwritten; a damaged one is kept beside as a copy.

    Parameters
    ----------
    path : Path, optional
        Of the JSON file; the user's own by default.
    """

    def __init__(self, path: Path | None = None) -> None:
        self.path = path or paths.config_dir() / "settings.json"
        self.notice = ""
        self._file = JsonFile(self.path, VERSION, "the settings", {1: _to_version_2})
        self._before = asdict(Settings())

    def load(self) -> Settings:
        """Return what is on disk; defaults for whatever is missing or does not fit, with `notice` saying so."""
        stored = self._file.read()
        self.notice = {
            "newer": f"The settings in {self.path} are from a newer version of riffdesk and were left alone.",
            "damaged": f"The settings in {self.path} could not be read, so riffdesk starts with its defaults. "
            "A copy of the file is kept.",
            "unreadable": f"The settings in {self.path} could not be read, so riffdesk starts with its defaults.",
        }.get(stored.state, "")
        settings = Settings()
        wrong = []
        for one in fields(Settings):
            if one.name in stored.body:
                value = _fitting(stored.body[one.name], one, getattr(settings, one.name))
                if value is None:
                    wrong.append(one.name)
                else:
                    setattr(settings, one.name, value)
        if wrong:
            what = " and ".join((", ".join(wrong[:-1]), wrong[-1]) if wrong[1:] else wrong)
            self.notice = f"In the settings in {self.path}, {what} made no sense, so the defaults are used."
        self._before = asdict(settings) | dict.fromkeys(wrong)  # so that these are written
        return settings

    def save(self, settings: Settings) -> None:
        """Write what has changed since it was loaded or saved last; a newer riffdesk's file is left alone.

        Raises
        ------
        UserError
            If the file cannot be written.
        """
        now, before = asdict(settings), self._before
        defaults = asdict(Settings())
        known = {one.name: one for one in fields(Settings)}
        changed = {}
        for one in known.values():
            value = _fitting(now[one.name], one, defaults[one.name])
            if value is not None and value != before[one.name]:
                changed[one.name] = value

        def change(body: Body) -> Body:
            merged = {**body, **changed}
            if "recent_files" in changed:
                stored = _fitting(body.get("recent_files"), known["recent_files"], [])
                merged["recent_files"] = _recent(stored, before["recent_files"] or [], now["recent_files"])
            return merged

        try:
            self._file.update(change)
        except NewerFile:
            return  # `notice` has said so
        self._before = {**before, **changed}


def _to_version_2(body: Body) -> Body:
    latency = body.get("latency_ms")
    return {**body, "latency_ms": 20.0} if latency == 30 else body


def _recent(stored: list[str] | None, before: list[str], now: list[str]) -> list[str]:
    """Return the recent files after those on disk: those that were opened here since come first."""
    opened = 0
    while now[opened:] != [one for one in before if one not in now[:opened]][: len(now) - opened]:
        opened += 1
    others = before if stored is None else stored
    return [*now[:opened], *(one for one in others if one not in now[:opened])][:_MOST_RECENT]


def _number_in(text: str) -> float | None:
    try:
        return finite(float(text))
    except ValueError:
        return None


def _fitting(value: object, one: Field[Any], default: object) -> Any:
    """Return a value as a field's type, if it is one that the field may have; None if not."""
    if isinstance(default, bool):
        return value if isinstance(value, bool) else None
    if isinstance(default, (int, float)):
        number = finite(value)
        if number is None or not one.metadata["low"] <= number <= one.metadata["high"]:
            return None
        return type(default)(number) if isinstance(default, float) or number.is_integer() else None
    if isinstance(default, list):
        texts = isinstance(value, list) and len(value) <= _LONGEST_LIST and all(map(_is_text, value))
        return value if texts else None
    return value if _is_text(value) and value in (one.metadata["choices"] or (value,)) else None


def _is_text(value: object) -> bool:
    return isinstance(value, str) and len(value) <= _LONGEST_TEXT
