"""The report of ``riffdesk doctor``: the installation and this machine, with problems and their remedies."""

from __future__ import annotations

import importlib.metadata
import json
import os
import platform
import shlex
import shutil
import sys
import tempfile
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from riffdesk import __version__, paths
from riffdesk.doctor.probes import QT_LIBRARIES, ProbeResult, probe_everything
from riffdesk.errors import UserError
from riffdesk.settings import SettingsFile
from riffdesk.system import SYSTEM

if TYPE_CHECKING:
    from rich.console import Console

TORCH = "2.11.0"  # that riffdesk is tested with, as in packaging/constraints.txt

_PACKAGES = (
    *("PySide6-Essentials", "pyqtgraph", "numpy", "torch", "sounddevice", "soundfile", "soxr"),
    *("pillow", "platformdirs", "typer", "rich", "diffusers", "transformers", "accelerate", "huggingface_hub"),
)
_FOR_GENERATING = ("diffusers", "transformers", "accelerate", "huggingface_hub")
_GIGABYTE = 1e9

Severity = Literal["error", "warning", "note"]


@dataclass(frozen=True)
class Problem:
    """A problem that keeps riffdesk from working (``error``), limits it (``warning``) or is a ``note``."""

    severity: Severity
    what: str
    mend: str = ""


@dataclass(frozen=True)
class Folder:
    """One of riffdesk's folders; ``free_gb`` is the free space of its disk."""

    use: str
    path: str
    writable: bool
    free_gb: float


@dataclass(frozen=True)
class Report:
    """Result of `examine`; all fields are JSON types."""

    versions: dict[str, str | None]
    system: str
    torch_device: str | None
    devices: list[ProbeResult]
    sound_devices: list[ProbeResult]
    models: ProbeResult
    folders: list[Folder]
    problems: list[Problem] = field(default_factory=list)

    @property
    def ok(self) -> bool:
        """Whether riffdesk can run: no problem is an error."""
        return all(problem.severity != "error" for problem in self.problems)

    def to_json(self) -> str:
        """Return the report as indented JSON, with ``ok`` first."""
        return json.dumps({"ok": self.ok, **asdict(self)}, indent=2)


def examine() -> Report:
    """Examine the installation and this machine, which takes some seconds; nothing is changed."""
    probes = probe_everything()
    torch, qt, sound = probes["torch"], probes["qt"], probes["sound"]
    folders = _folders()
    models = _models()
    versions = _versions(torch, qt, sound)
    problems = [
        *_package_problems(versions),
        *_torch_problems(torch),
        *_qt_problems(qt),
        *_sound_problems(sound),
        *_folder_problems(folders),
        *_model_problems(models),
    ]
    return Report(
        versions=versions,
        system=f"{platform.system()} {platform.release()} {platform.machine()}",
        torch_device=torch.get("device"),
        devices=torch.get("devices", []),
        sound_devices=sound.get("devices", []),
        models=models,
        folders=folders,
        problems=problems,
    )


# Problems found by the probes


def _versions(torch: ProbeResult, qt: ProbeResult, sound: ProbeResult) -> dict[str, str | None]:
    """Return the versions of all packages and libraries, None for missing ones."""
    versions: dict[str, str | None] = {"riffdesk": __version__, "python": platform.python_version()}
    for name in _PACKAGES:
        try:
            versions[name] = importlib.metadata.version(name)
        except importlib.metadata.PackageNotFoundError:
            versions[name] = None
    versions["torch"] = torch.get("torch", versions["torch"])
    versions["qt"] = qt.get("qt")
    versions["portaudio"] = sound.get("portaudio")
    versions["libsndfile"] = sound.get("libsndfile")
    return versions


def _pip(arguments: str) -> str:
    return f'"{sys.executable}" -m pip install {arguments}'


def _package_problems(versions: dict[str, str | None]) -> list[Problem]:
    missing = [name for name in _PACKAGES if versions[name] is None and name != "torch"]
    needed = [name for name in missing if name not in _FOR_GENERATING]
    problems = []
    if needed:
        what = f"Python packages are missing: {', '.join(needed)}."
        problems.append(Problem("error", what, _pip(" ".join(needed))))
    if generating := [name for name in missing if name in _FOR_GENERATING]:
        what = f"Python packages that prompts need are missing: {', '.join(generating)}."
        problems.append(Problem("warning", what, _pip(" ".join(generating))))
    return problems


def _torch_problems(found: ProbeResult) -> list[Problem]:
    again = _pip(f"--force-reinstall torch=={TORCH}")
    if crash := found.get("crash"):
        return [Problem("error", f"Loading torch failed: {crash}.", again)]
    if error := found.get("torch_error"):
        return [Problem("error", f"torch does not load: {error}", again)]
    problems = []
    if error := found.get("device_error"):
        mend = "Choose another with Riff > Compute on… or --device, or install the torch that is made for it."
        problems.append(Problem("warning", error, mend))
    for complaint in found.get("complaints", []):
        what = f"The graphics card is not used: {' '.join(complaint.split())}"
        problems.append(Problem("warning", what, "Update the graphics driver; until then everything runs on the CPU."))
    return problems


def _qt_problems(found: ProbeResult) -> list[Problem]:
    problems = []
    missing = found.get("missing", [])
    mend = f"sudo apt-get install {' '.join(QT_LIBRARIES[name] for name in missing)}" if missing else ""
    if trouble := found.get("error") or found.get("crash"):
        mend = mend or _pip("--force-reinstall PySide6-Essentials")
        problems.append(Problem("error", f"Qt does not load, so the window cannot open: {trouble}", mend))
    elif missing:
        severity: Severity = "warning" if os.environ.get("WAYLAND_DISPLAY") else "error"
        what = f"Libraries are missing that the window needs on X11: {', '.join(missing)}."
        problems.append(Problem(severity, what, mend))
    displays = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    if SYSTEM.uses_x11 and not any(os.environ.get(name) for name in displays):
        what = "There is no display here: the command line works, the window does not open."
        problems.append(Problem("note", what, "Start riffdesk from a desktop session."))
    return problems


def _sound_problems(found: ProbeResult) -> list[Problem]:
    problems = []
    if error := found.get("sndfile_error"):
        mend = _pip("--force-reinstall soundfile")
        problems.append(Problem("error", f"Sound files cannot be read or written: {error}", mend))
    if trouble := found.get("portaudio_error") or found.get("crash"):
        mend = SYSTEM.install_portaudio or _pip("--force-reinstall sounddevice")
        what = f"Nothing can be played because PortAudio does not load: {trouble}. Everything else works."
        problems.append(Problem("warning", what, mend))
    elif not found["devices"]:
        mend = "Connect or switch on a sound device; in riffdesk it can then be chosen without a restart."
        problems.append(Problem("warning", "There is no sound device, so nothing can be played.", mend))
    return problems


def _folders() -> list[Folder]:
    uses = {"settings": paths.config_dir(), "data": paths.data_dir(), "cache": paths.cache_dir()}
    return [_folder(use, path) for use, path in uses.items()]


def _folder(use: str, path: Path) -> Folder:
    nearest = path
    while not nearest.exists() and nearest != nearest.parent:
        nearest = nearest.parent
    free = shutil.disk_usage(nearest).free / _GIGABYTE
    return Folder(use, str(path), _writable(nearest), round(free, 1))


def _writable(folder: Path) -> bool:
    """Return whether a temporary file can be created in a folder."""
    try:
        with tempfile.TemporaryFile(dir=folder):
            return True
    except OSError:
        return False


def _folder_problems(folders: list[Folder]) -> list[Problem]:
    problems = []
    for folder in folders:
        if not folder.writable:
            what = f"The {folder.use} folder cannot be written to: {folder.path}"
            mend = "Make it writable, or set RIFFDESK_HOME to a folder that is."
            problems.append(Problem("warning", what, mend))
    if folders[1].free_gb < 1:
        what = f"Only {folders[1].free_gb} GB are free on the disk of {folders[1].path}"
        problems.append(Problem("warning", what, "Make room; models and projects may not fit."))
    stored = SettingsFile()
    stored.load()
    if stored.notice:
        mend = "riffdesk uses its defaults; delete or rename the file to begin anew."
        problems.append(Problem("warning", stored.notice, mend))
    return problems


def _models() -> ProbeResult:
    """Return the list of models, each with its problem if there is one, or the reason why they cannot be listed."""
    found: ProbeResult = {"folder": str(paths.models_dir()), "there": [], "error": None}
    try:
        from riffdesk.models.model_list import list_problem
        from riffdesk.models.registry import describe, models

        entries = models()
        found["error"] = list_problem() or None
    except UserError as error:
        return found | {"error": str(error)}
    except ImportError:
        return found  # the missing package is reported elsewhere
    for entry in entries:
        model = {"name": entry.name, "path": str(entry.path), "origin": entry.origin, "problem": None}
        try:
            describe(entry)
        except UserError as error:
            model["problem"] = str(error)
        found["there"].append(model)
    return found


def _model_problems(models: ProbeResult) -> list[Problem]:
    problems = []
    if models["error"]:
        problems.append(Problem("warning", models["error"]))
    for model in models["there"]:
        if model["problem"]:
            mend = (
                "Install riffdesk again."
                if model["origin"] == "built-in"
                else f"riffdesk models remove {shlex.quote(model['name'])}"
            )
            problems.append(Problem("warning", f"The model {model['name']} cannot be used: {model['problem']}", mend))
    return problems


# Printing


def print_report(report: Report, console: Console) -> None:
    """Print the report; commands and paths are not wrapped, so that they can be copied."""

    def line(text: str = "", style: str = "") -> None:
        console.print(text, style=style, markup=False, highlight=False, soft_wrap=True)

    line("Versions", "bold")
    for name, version in report.versions.items():
        line(f"  {name:<20}{version or 'missing'}", "" if version else "red")
    line(f"  {'system':<20}{report.system}")
    line("\nComputing", "bold")
    for computing in report.devices or [{}]:
        line(f"  {_computing_text(computing, report.torch_device)}" if computing else "  none")
    line("\nSound devices", "bold")
    for device in report.sound_devices or [{}]:
        line(f"  {_device_text(device)}" if device else "  none")
    line("\nModels", "bold")
    for model in report.models["there"]:
        line(
            f"  {model['name']:<20}{model['path']} ({model['origin']}{', cannot be used' if model['problem'] else ''})"
        )
    line("\nFolders", "bold")
    for folder in report.folders:
        state = "" if folder.writable else ", cannot be written to"
        line(f"  {folder.use:<20}{folder.path} ({folder.free_gb:g} GB free{state})")
    line()
    colours = {"error": "bold red", "warning": "yellow", "note": "cyan"}
    for problem in report.problems:
        line(f"{problem.severity}: {problem.what}", colours[problem.severity])
        if problem.mend:
            line(f"    remedy: {problem.mend}")
    line("riffdesk can run." if report.ok else "riffdesk cannot run until the errors are fixed.", "bold")


def _computing_text(device: ProbeResult, chosen: str | None) -> str:
    mark = "*" if device["name"] == chosen else " "
    sound = "" if device["makes_sound"] else ", sound on the processor"
    memory = f"{device['memory_gb']:g} GB, {device['precision']}{sound}"
    return f"{mark} {device['name']:<18}{device['title']}: {device['model']}, {memory}"


def _device_text(device: ProbeResult) -> str:
    mark = "*" if device["default"] else " "
    return f"{mark} {device['name']} ({device['host']}, {device['channels']} channels, {device['sample_rate']:g} Hz)"
