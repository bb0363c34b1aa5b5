"""What riffdesk remembers between starts: one typed table, kept as versioned JSON."""

from __future__ import annotations

import json
import math
from dataclasses import asdict, dataclass, field, fields
from pathlib import Path
from typing import Any

from riffdesk import paths
from riffdesk.errors import UserError
from riffdesk.files import write_beside

VERSION = 1


def _setting(default: Any, description: str) -> Any:
    return field(default=default, metadata={"description": description})


@dataclass
class Settings:
    """Every setting with its default; the description is in the field's metadata."""

    theme: str = _setting("dark", "Colours of the window: dark or light.")
    colour_map: str = _setting("magma", "Colour map of the spectrogram.")
    level_low_db: float = _setting(-90.0, "Level that the darkest colour stands for, in dB.")
    level_high_db: float = _setting(0.0, "Level that the brightest colour stands for, in dB.")
    output_device: str = _setting("", "Sound device by name; empty for the system's own choice.")
    latency_ms: float = _setting(30.0, "Length of the sound card's buffer in milliseconds.")
    master_db: float = _setting(0.0, "Master volume in dB.")
    loop: bool = _setting(True, "Whether playback starts over at the end.")
    tool: str = _setting("toolBrush", "The tool in hand.")
    brush_size: float = _setting(16.0, "Diameter of the brush in cells of the spectrogram.")
    brush_hardness: float = _setting(0.5, "Part of the brush that is fully painted, 0 to 1.")
    brush_strength: float = _setting(0.7, "Ink that the brush paints, 0 to 1.")
    eraser_size: float = _setting(32.0, "Diameter of the eraser in cells.")
    eraser_hardness: float = _setting(0.5, "Part of the eraser that erases fully, 0 to 1.")
    eraser_strength: float = _setting(1.0, "How much the eraser takes away, 0 to 1.")
    tone_strength: float = _setting(0.7, "Ink of the tone brush, 0 to 1.")
    tone_harmonics: int = _setting(1, "Partials of the tone brush, 1 to 16.")
    tone_rolloff_db: float = _setting(6.0, "How much quieter each octave of partials is, in dB.")
    tone_snap: bool = _setting(True, "Whether the tone brush keeps to semitones.")
    mask_size: float = _setting(48.0, "Diameter of the mask brush in cells.")
    mask_hardness: float = _setting(0.5, "Part of the mask brush that is to be repainted fully, 0 to 1.")
    mask_erase: bool = _setting(False, "Whether the mask brush takes the mask away.")
    export_format: str = _setting("WAV", "Format of exported files: WAV or FLAC.")
    export_subtype: str = _setting("PCM_24", "Samples of exported files: PCM_16, PCM_24 or FLOAT.")
    export_stems: bool = _setting(True, "Whether one file per layer is exported beside the mix.")
    sound_quality: str = _setting("good", "What drafts are refined to: good, best or reference.")
    model: str = _setting("starter", "The model that plays.")
    loras: list[str] = field(default_factory=list, metadata={"description": "LoRAs in use, each as name:weight."})
    scheduler: str = _setting("DPM++ 2M Karras", "How the noise is taken away, by its usual name.")
    riff_seconds: float = _setting(5.12, "Length of a new riff in seconds.")
    variations: int = _setting(8, "How many variations are made at once.")
    start_from: str = _setting("", "Rhythm that new riffs start from; empty for words alone.")
    clips: bool = _setting(False, "Whether a riff is a row of clips, as Riffusion's app makes it, or one strip.")
    in_time: bool = _setting(True, "Whether riffs are made at the sketch's tempo and in its key.")
    play_riffs: bool = _setting(True, "Whether a riff is heard as soon as its first window is there.")
    compile_model: bool = _setting(
        False, "Whether a model is compiled on a graphics card: minutes at its first render, faster ever after."
    )
    history_mib: int = _setting(1_024, "Memory that undo may hold, in MiB; the newest 20 steps always stay.")
    recent_files: list[str] = field(default_factory=list, metadata={"description": "Projects opened last."})
    last_folder: str = _setting("", "Folder that file dialogs begin in.")
    window_geometry: str = _setting("", "Size and place of the window, in Qt's own form.")
    window_state: str = _setting("", "Arrangement of the docks, in Qt's own form.")

    @property
    def lora_weights(self) -> tuple[tuple[str, float], ...]:
        """Name and weight of each LoRA in use; what makes no sense is left out."""
        pairs = (one.rpartition(":") for one in self.loras)
        return tuple((name, float(weight)) for name, _, weight in pairs if name and _is_number(weight))

    def remember_file(self, path: Path) -> None:
        """Put a project first in the list of recent files, which holds ten."""
        name = str(path)
        self.recent_files = [name, *(other for other in self.recent_files if other != name)][:10]
        self.last_folder = str(path.parent)


class SettingsFile:
    """The settings on disk. A file from a newer riffdesk is neither used nor overwritten.

    Parameters
    ----------
    path : Path, optional
        Of the JSON file; the user's own by default.
    """

    def __init__(self, path: Path | None = None) -> None:
        self.path = path or paths.config_dir() / "settings.json"
        self.notice = ""
        self._writable = True

    def load(self) -> Settings:
        """Return what is on disk; defaults for whatever is missing or does not fit, with `notice` saying so."""
        try:
            stored = json.loads(self.path.read_text(encoding="utf-8"))
        except FileNotFoundError:
            return Settings()
        except (OSError, ValueError):
            self.notice = f"The settings in {self.path} could not be read, so riffdesk starts with its defaults."
            return Settings()
        if not isinstance(stored, dict) or stored.get("version") != VERSION:
            self._writable = not isinstance(stored, dict) or not isinstance(stored.get("version"), int)
            self.notice = f"The settings in {self.path} are from another version of riffdesk and were left alone."
            return Settings()
        settings = Settings()
        for one in fields(Settings):
            value = stored.get(one.name, getattr(settings, one.name))
            if _fits(value, getattr(settings, one.name)):
                setattr(settings, one.name, type(getattr(settings, one.name))(value))
        return settings

    def save(self, settings: Settings) -> None:
        """Write all settings; UserError if that fails."""
        if not self._writable:
            return
        try:
            self.path.parent.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise UserError(f"Could not make the settings folder {self.path.parent}: {error.strerror}.") from error
        with write_beside(self.path) as temporary:
            temporary.write_text(json.dumps({"version": VERSION, **asdict(settings)}, indent=2), encoding="utf-8")


def _is_number(text: str) -> bool:
    try:
        return math.isfinite(float(text))
    except ValueError:
        return False


def _fits(value: object, default: object) -> bool:
    """Return whether a stored value can stand where the default stands."""
    if isinstance(default, bool) or isinstance(value, bool):
        return isinstance(value, bool) and isinstance(default, bool)
    if isinstance(default, int | float):
        return isinstance(value, int | float)
    if isinstance(default, list):
        return isinstance(value, list) and all(isinstance(one, str) for one in value)
    return isinstance(value, str)
