"""The user's settings: one typed table, stored as versioned JSON."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import Field, asdict, dataclass, field, fields
from pathlib import Path
from typing import Any

from riffdesk import paths
from riffdesk.json_file import Body, JsonFile, NewerFile
from riffdesk.language import all_of, mark, tr
from riffdesk.strict_json import finite

VERSION = 3
"""Version 2 changed the default buffer to 20 ms. Version 1 had stored its default of 30 ms. In version 3 harmonics and
the magnet belong to all tools, no longer to the tone brush."""

_MAX_RECENT = 10
PORTS = 1_024, 65_535  # those that every program may use
_BY_NAME = {"shortcuts", "tool_presets", "midi_bindings"}  # settings whose entries each window adds to
_MAX_TEXT, _MAX_LIST = 100_000, 1_000


def _collection(kind: type, description: str) -> Any:
    return field(default_factory=kind, metadata={"description": description})


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
    language: str = _setting("", "Language of the window; empty for the system's.", choices=("", "en", "de", "es"))
    colour_map: str = _setting("magma", "Colour map of the spectrogram.")
    level_auto: bool = _setting(True, "Whether the range of the colours follows the active layer.")
    level_low_db: float = _setting(-90.0, "Level of the darkest colour, in dB.", -200, 0)
    level_high_db: float = _setting(0.0, "Level of the brightest colour, in dB.", -100, 40)
    frequency_axis: str = _setting(
        "mel", "Frequency axis: by mel, or by notes, where every semitone is as high.", choices=("mel", "notes")
    )
    show_grid: bool = _setting(False, "Whether lines for bars, beats and notes are drawn over the layers.")
    show_piano: bool = _setting(True, "Whether there is a piano beside the canvas.")
    show_partials: bool = _setting(False, "Whether the partials of the active layer are drawn over it.")
    show_waveform: bool = _setting(False, "Whether the waveform is shown under the canvas.")
    match_snapshots: bool = _setting(False, "Whether snapshots are played at the loudness of the quietest.")
    selection_roll: bool = _setting(False, "Whether a selection is played with a beat of the mix before and after it.")
    hear_tones: bool = _setting(True, "Whether the tone brush sounds while it draws and nothing plays.")
    output_device: str = _setting("", "Sound device by name; empty for the system's own choice.")
    input_device: str = _setting("", "Sound device that is recorded from, by name; empty for the system's own choice.")
    input_channels: str = _setting("left", "Channels that are recorded.", choices=("left", "right", "mean", "stereo"))
    input_correction_ms: float = _setting(
        0.0, "How much later recordings arrive than the sound system tells, in milliseconds.", -500, 500
    )
    latency_ms: float = _setting(20.0, "Length of the sound card's buffer in milliseconds.", 1, 1_000)
    master_db: float = _setting(0.0, "Master volume in dB.", -60, 24)
    metronome: bool = _setting(False, "Whether there is a click at every beat while the sketch plays.")
    metronome_db: float = _setting(-12.0, "Level of metronome and count-in in dB.", -60, 0)
    count_in: bool = _setting(False, "Whether a bar of clicks comes before playing.")
    loop: bool = _setting(True, "Whether playback starts over at the end.")
    tool: str = _setting("toolBrush", "The active tool.")
    brush_size: float = _setting(16.0, "Diameter of the brush in cells of the spectrogram.", 1, 256)
    brush_hardness: float = _setting(0.5, "Part of the brush that is fully painted, 0 to 1.", 0, 1)
    brush_strength: float = _setting(0.5, "Ink that the brush paints, 0 to 1.", 0, 1)
    eraser_size: float = _setting(32.0, "Diameter of the eraser in cells.", 1, 256)
    eraser_hardness: float = _setting(0.5, "Part of the eraser that erases fully, 0 to 1.", 0, 1)
    eraser_strength: float = _setting(1.0, "Strength of the eraser, 0 to 1.", 0, 1)
    tone_strength: float = _setting(0.7, "Ink of the tone brush, 0 to 1.", 0, 1)
    tone_attack: int = _setting(0, "Attack of the tone brush in ms.", 0, 2_000)
    tone_release: int = _setting(0, "Release of the tone brush in ms.", 0, 5_000)
    tone_glide: int = _setting(0, "Glide from pitch to pitch of the tone brush in ms.", 0, 2_000)
    vibrato_cents: int = _setting(0, "Depth of the vibrato of the tone brush in cents.", 0, 200)
    vibrato_hz: float = _setting(5.0, "Rate of the vibrato of the tone brush in Hz.", 0.5, 12)
    line_paints: str = _setting("tone", "Brush or tone of the line tool.", choices=("tone", "brush"))
    noise_size: float = _setting(48.0, "Diameter of the noise tool in cells.", 1, 256)
    noise_hardness: float = _setting(0.5, "Part of the noise tool that is fully painted, 0 to 1.", 0, 1)
    noise_strength: float = _setting(0.45, "Ink of the noise tool, 0 to 1.", 0, 1)
    spray_size: float = _setting(64.0, "Diameter of the spray in cells.", 1, 256)
    spray_grain: float = _setting(4.0, "Diameter of the grains of the spray in cells.", 1, 32)
    spray_density: float = _setting(0.2, "Density of the spray, 0.01 to 1.", 0.01, 1)
    spray_strength: float = _setting(0.55, "Ink of the loudest grains of the spray, 0 to 1.", 0, 1)
    stamp: str = _setting(
        "kick", "Source of the stamp tool.", choices=("kick", "snare", "hat", "clap", "selection", "picture", "text")
    )
    stamp_text: str = _setting("", "Words that the stamp tool stamps.")
    stamp_text_height: int = _setting(96, "Height of the words in bands.", 8, 512)
    stamp_length: str = _setting(
        "own",
        "Length of a stamp in beats, or its own.",
        choices=("own", "1/8", "1/4", "1/2", "1", "2", "4"),
    )
    stamp_semitones: int = _setting(0, "Semitones that a stamp is moved by.", -48, 48)
    stamp_strength: float = _setting(1.0, "Factor of the ink of a stamp, 0 to 1.", 0, 1)
    stamp_at_pointer: bool = _setting(False, "Whether a stamp goes to the pitch of the pointer.")
    smudge_size: float = _setting(32.0, "Diameter of the smudge tool in cells.", 1, 256)
    smudge_strength: float = _setting(0.9, "Part of the ink that is smudged along, 0 to 1.", 0, 1)
    blur_size: float = _setting(48.0, "Diameter of the blur tool in cells.", 1, 256)
    blur_hardness: float = _setting(0.5, "Part of the blur tool that blurs fully, 0 to 1.", 0, 1)
    blur_radius: float = _setting(4.0, "Cells over which the blur tool averages.", 1, 32)
    dodge_size: float = _setting(48.0, "Diameter of the dodge tool in cells.", 1, 256)
    dodge_hardness: float = _setting(0.5, "Part of the dodge tool that has its full gain, 0 to 1.", 0, 1)
    dodge_db: float = _setting(6.0, "Gain of the dodge tool in dB.", -24, 24)
    clone_size: float = _setting(48.0, "Diameter of the clone tool in cells.", 1, 256)
    clone_hardness: float = _setting(0.8, "Part of the clone tool that copies fully, 0 to 1.", 0, 1)
    original_size: float = _setting(48.0, "Diameter of the tool Back to the original in cells.", 1, 256)
    original_hardness: float = _setting(0.8, "Part of it that restores fully, 0 to 1.", 0, 1)
    pen_drives: str = _setting(
        "size", "Effect of the pressure of a pen.", choices=("size", "strength", "both", "nothing")
    )
    pen_curve: float = _setting(1.0, "Exponent of the pressure of a pen: less is softer to press.", 0.25, 4)
    harmonics: bool = _setting(False, "Whether tools mark the harmonics of a pitch too.")
    harmonic_count: int = _setting(8, "Number of the highest harmonic, 1 to 64.", 1, 64)
    harmonic_rolloff: float = _setting(6.0, "Attenuation of the harmonics in dB per octave.", 0, 48)
    harmonics_odd: bool = _setting(False, "Whether the even harmonics are left out.")
    magnet: str = _setting(
        "tones",
        "Whether marks go to the nearest pitch: on, off, or with tools that paint tones only.",
        choices=("tones", "on", "off"),
    )
    magnet_to: str = _setting(
        "semitones", "Pitches that the magnet goes to.", choices=("semitones", "scale", "partials")
    )
    snap: bool = _setting(False, "Whether ends of strokes and selections go to the grid.")
    snap_to: str = _setting(
        "1/16",
        "Grid of strokes and selections.",
        choices=("bar", "beat", "1/2", "1/4", "1/4T", "1/8", "1/8T", "1/16", "1/16T", "1/32"),
    )
    note_grid: str = _setting(
        "1/16",
        "Length of new notes, and step by which notes are moved.",
        choices=("1/4", "1/8", "1/8T", "1/16", "1/16T", "1/32"),
    )
    note_velocity: float = _setting(96.0, "Velocity of new notes, 1 to 127.", 1, 127)
    show_notes: bool = _setting(False, "Whether the notes of the layer are shown on the canvas.")
    moved_replaces: bool = _setting(
        False, "Whether transposed notes replace the notes at their new place; otherwise both sound."
    )
    mask_size: float = _setting(48.0, "Diameter of the mask brush in cells.", 1, 256)
    mask_hardness: float = _setting(0.5, "Part of the mask brush that is to be repainted fully, 0 to 1.", 0, 1)
    mask_erase: bool = _setting(False, "Whether the mask brush takes the mask away.")
    select_mode: str = _setting(
        "new", "How a drawn shape changes the selection.", choices=("new", "add", "subtract", "intersect")
    )
    select_span: str = _setting("rectangle", "Shape of the select tool.", choices=("rectangle", "time", "band"))
    select_size: float = _setting(32.0, "Diameter of the selection brush in cells.", 1, 256)
    select_hardness: float = _setting(0.5, "Part of the selection brush that selects fully, 0 to 1.", 0, 1)
    wand_level_db: float = _setting(20.0, "Largest difference in level that the wand selects, in dB.", 1, 80)
    wand_reach: float = _setting(10.0, "Largest distance that the wand follows, in seconds.", 1, 30)
    wand_everywhere: bool = _setting(False, "Whether the wand selects in the whole sketch.")
    region_numbers: dict[str, str] = _collection(dict, "Last values of the commands of the selection.")
    export_format: str = _setting("WAV", "Format of exported files: WAV or FLAC.", choices=("WAV", "FLAC"))
    export_subtype: str = _setting(
        "PCM_24", "Samples of exported files: PCM_16, PCM_24 or FLOAT.", choices=("PCM_16", "PCM_24", "FLOAT")
    )
    export_mix: bool = _setting(True, "Whether the mix is exported.")
    export_stems: bool = _setting(True, "Whether one file per layer is exported beside the mix.")
    sound_quality: str = _setting(
        "good", "Quality of refined drafts: good, best or reference.", choices=("good", "best", "reference")
    )
    model: str = _setting("starter", "The model that plays.")
    loras: list[str] = _collection(list, "LoRAs in use, each as name:weight.")
    scheduler: str = _setting("DPM++ 2M Karras", "Scheduler, by its usual name.")
    variations: int = _setting(8, "How many variations are made at once.", 1, 1_000)
    parts: bool = _setting(False, "Whether Generate makes a layer for each instrument.")
    start_from: str = _setting("", "Start of new riffs: a rhythm, guide or none; empty for the model's default.")
    clips: bool = _setting(False, "Whether a riff is a series of clips, as in Riffusion's app, instead of one strip.")
    in_time: bool = _setting(True, "Whether riffs are made at the sketch's tempo and in its key.")
    prompt_more: bool = _setting(False, "Whether the prompt panel shows all settings of a riff.")
    play_riffs: bool = _setting(True, "Whether a riff is played as soon as its first window is ready.")
    device: str = _setting(
        "auto",
        "Device that riffs are computed on; auto is the fastest available one.",
        choices=("auto", "cuda", "rocm", "xpu", "mps", "cpu"),
    )
    compile_model: bool = _setting(
        False, "Whether a model is compiled on a graphics card: minutes at its first render, faster ever after."
    )
    history_mib: int = _setting(
        1_024, "Memory that undo may hold, in MiB; the newest 20 steps always stay.", 16, 1_000_000
    )
    library_mib: int = _setting(
        20_480, "Disk space that the library may take, in MiB; riffs with stars are never removed.", 100, 100_000_000
    )
    library_sort: str = _setting(
        "newest",
        "Order of the library's list.",
        choices=("newest", "oldest", "stars", "name", "tempo", "length", "key", "model"),
    )
    library_grid: bool = _setting(False, "Whether the library is a grid of pictures rather than a list.")
    library_hover: bool = _setting(False, "Whether a riff in the library is played when the pointer rests on it.")
    library_context: bool = _setting(False, "Whether a riff in the library is played with the sketch, in its tempo.")
    recent_files: list[str] = _collection(list, "Projects opened last.")
    recent_commands: list[str] = _collection(list, "Commands that were run last from the command palette.")
    shortcuts: dict[str, str] = _collection(dict, "Keys of commands that the user changed, by the command's name.")
    tool_presets: dict[str, str] = _collection(dict, "Options of tools under a name, as JSON by tool:name.")
    midi_input: str = _setting("", "MIDI input by name; empty for none.")
    midi_channel: int = _setting(0, "MIDI channel whose notes are used, 1 to 16; 0 for all.", 0, 16)
    midi_notes: str = _setting(
        "sound", "What MIDI notes do: they sound, paint, or are chords of a jam.", choices=("sound", "paint", "chords")
    )
    midi_bindings: dict[str, str] = _collection(dict, "What each MIDI controller moves, as kind:channel:number.")
    midi_clock_out: str = _setting("", "MIDI output that the clock is sent to, by name; empty for none.")
    midi_clock_in: bool = _setting(False, "Whether tempo, start and stop follow the clock of the MIDI input.")
    osc: bool = _setting(False, "Whether OSC messages are received.")
    osc_port: int = _setting(9_000, "UDP port that OSC is received at.", *PORTS)
    osc_network: bool = _setting(False, "Whether OSC of other computers is received, too.")
    link: bool = _setting(False, "Whether tempo, bars, start and stop are shared by Ableton Link.")
    last_folder: str = _setting("", "Folder that file dialogs begin in.")
    export_folder: str = _setting("", "Folder that was exported to last.")
    window_geometry: str = _setting("", "Size and place of the window, in Qt's own form.")
    window_state: str = _setting("", "Arrangement of the docks, in Qt's own form.")

    def set_valid(self, name: str, value: object) -> bool:
        """Set a setting if the value is valid for it; return whether it is."""
        setting = next(one for one in fields(Settings) if one.name == name)
        valid = _valid_value(value, setting, getattr(Settings(), name))
        if valid is not None:
            setattr(self, name, valid)
        return valid is not None

    def remember_file(self, path: Path) -> None:
        """Add a project to the beginning of the list of recent files, which holds ten."""
        name = str(path)
        self.recent_files = [name, *(other for other in self.recent_files if other != name)][:_MAX_RECENT]
        self.last_folder = str(path.parent)


class SettingsFile:
    """The settings file, which several windows share: each writes only the settings that it changed.

    A file from a newer riffdesk is neither used nor overwritten; a copy of a damaged one is kept.

    Parameters
    ----------
    path : Path, optional
        The JSON file; the user's own by default.

    Attributes
    ----------
    notice : str
        A sentence for the user about settings that could not be read; '' if there are none.
    is_new : bool
        Whether the file did not exist when it was loaded, as at the first start.
    """

    def __init__(self, path: Path | None = None) -> None:
        self.path = path or paths.config_dir() / "settings.json"
        self.notice = ""
        self.is_new = False
        self._file = JsonFile(self.path, VERSION, mark("the settings"), {1: _to_version_2, 2: _to_version_3})
        self._before = asdict(Settings())

    def load(self) -> Settings:
        """Return the stored settings, with defaults for missing and invalid ones; `notice` names the invalid ones."""
        stored = self._file.read()
        self.is_new = stored.state == "missing"
        self.notice = {
            "newer": tr(
                "The settings in {path} are from a newer version of riffdesk and were not changed.", path=self.path
            ),
            "damaged": tr(
                "The settings in {path} could not be read, so riffdesk starts with its defaults. "
                "A copy of the file is kept.",
                path=self.path,
            ),
            "unreadable": tr(
                "The settings in {path} could not be read, so riffdesk starts with its defaults.", path=self.path
            ),
        }.get(stored.state, "")
        settings = Settings()
        invalid = []
        for setting in fields(Settings):
            if setting.name in stored.body:
                value = _valid_value(stored.body[setting.name], setting, getattr(settings, setting.name))
                if value is None:
                    invalid.append(setting.name)
                else:
                    setattr(settings, setting.name, value)
        if invalid:
            self.notice = tr(
                "In the settings in {path}, {names} made no sense, so the defaults are used.",
                path=self.path,
                names=all_of(invalid),
            )
        self._before = asdict(settings) | dict.fromkeys(invalid)  # invalid ones are written at the next save
        return settings

    def save(self, settings: Settings) -> None:
        """Write the settings that have changed since the last load or save; a newer riffdesk's file is not changed.

        Raises
        ------
        UserError
            If the file cannot be written.
        """
        now, before = asdict(settings), self._before
        defaults = asdict(Settings())
        settings_by_name = {setting.name: setting for setting in fields(Settings)}
        changed = {}
        for setting in settings_by_name.values():
            value = _valid_value(now[setting.name], setting, defaults[setting.name])
            if value is not None and value != before[setting.name]:
                changed[setting.name] = value

        def change(body: Body) -> Body:
            merged = {**body, **changed}
            if "recent_files" in changed:
                stored = _valid_value(body.get("recent_files"), settings_by_name["recent_files"], [])
                merged["recent_files"] = _merged_recent(stored, before["recent_files"] or [], now["recent_files"])
            for name in _BY_NAME & changed.keys():
                stored = _valid_value(body.get(name), settings_by_name[name], {})
                merged[name] = _merged_entries(stored or {}, before[name] or {}, now[name])
            return merged

        try:
            self._file.update(change)
        except NewerFile:
            return  # `notice` has reported it
        self._before = {**before, **changed}


def _to_version_2(body: Body) -> Body:
    latency = body.get("latency_ms")
    return {**body, "latency_ms": 20.0} if latency == 30 else body


def _to_version_3(body: Body) -> Body:
    moved = {"tone_harmonics": "harmonic_count", "tone_rolloff_db": "harmonic_rolloff"}
    body = {moved.get(name, name): value for name, value in body.items()}
    if "harmonic_count" in body:
        body["harmonics"] = body["harmonic_count"] != 1
    if body.pop("tone_snap", True) is False:
        body["magnet"] = "off"
    return body


def _merged_recent(stored: list[str] | None, before: list[str], now: list[str]) -> list[str]:
    """Return the recent files on disk after those that were opened here since the last load or save."""
    opened = 0
    while now[opened:] != [name for name in before if name not in now[:opened]][: len(now) - opened]:
        opened += 1
    others = before if stored is None else stored
    return [*now[:opened], *(name for name in others if name not in now[:opened])][:_MAX_RECENT]


def _merged_entries(stored: dict[str, str], before: dict[str, str], now: dict[str, str]) -> dict[str, str]:
    """Return the entries on disk with the changes made here since the last load or save."""
    kept = {name: text for name, text in stored.items() if name in now or name not in before}
    return kept | {name: text for name, text in now.items() if before.get(name) != text}


def _valid_value(value: object, setting: Field[Any], default: object) -> Any:
    """Return a value converted to a setting's type; None if it is not valid for the setting."""
    if isinstance(default, bool):
        return value if isinstance(value, bool) else None
    if isinstance(default, (int, float)):
        number = finite(value)
        if number is None or not setting.metadata["low"] <= number <= setting.metadata["high"]:
            return None
        return type(default)(number) if isinstance(default, float) or number.is_integer() else None
    if isinstance(default, list):
        texts = isinstance(value, list) and len(value) <= _MAX_LIST and all(map(_is_text, value))
        return value if texts else None
    if isinstance(default, dict):
        texts = isinstance(value, dict) and len(value) <= _MAX_LIST and all(map(_is_text, value.values()))
        return value if texts else None
    return value if _is_text(value) and value in (setting.metadata["choices"] or (value,)) else None


def _is_text(value: object) -> bool:
    return isinstance(value, str) and len(value) <= _MAX_TEXT
