"""`riffdesk doctor`: what it finds, what it calls broken, and what it says to type."""

from __future__ import annotations

import dataclasses
import io
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from rich.console import Console

from riffdesk import __version__
from riffdesk.doctor import findings, probes

TORCH = """
__version__ = "{version}"
class version:
    cuda = None
class cuda:
    is_available = staticmethod(lambda: False)
def get_num_threads():
    return 2
"""
NO_CUDART = "libcudart.so.13: cannot open shared object file: No such file or directory"

CPU = {"name": "cpu", "title": "processor", "model": "2 threads", "memory_gb": 8.0, "precision": "float32"}
CPU |= {"makes_sound": True}
ARC = {**CPU, "name": "xpu", "title": "XPU", "model": "Arc A770", "memory_gb": 16.7, "makes_sound": False}
FOUND_GOOD = {
    "torch": {
        "torch": "2.11.0+cu130",
        "devices": [CPU],
        "device": "cpu",
    },
    "qt": {"missing": [], "qt": "6.12.0"},
    "sound": {
        "libsndfile": "1.2.2",
        "portaudio": "V19",
        "devices": [{"name": "Speakers", "host": "ALSA", "channels": 2, "sample_rate": 44100.0, "default": True}],
    },
}


@pytest.fixture
def found(monkeypatch: pytest.MonkeyPatch) -> dict[str, probes.ProbeResult]:
    """Return what the probes will say: all is well, until the test changes it."""
    answers = json.loads(json.dumps(FOUND_GOOD))
    monkeypatch.setattr(findings, "probe_everything", lambda: answers)
    monkeypatch.setenv("QT_QPA_PLATFORM", "offscreen")
    return answers


@pytest.fixture
def only_torch(monkeypatch: pytest.MonkeyPatch) -> None:
    """Have nothing probed but torch."""
    monkeypatch.setattr(probes, "_PROBES", {"torch": probes._probe_torch})


def fake(folder: Path, version: str) -> Path:
    """Write a torch without a card for a child process to find first."""
    folder.mkdir()
    (folder / "torch.py").write_text(TORCH.format(version=version))
    return folder


def the_problem(report: findings.Report, word: str) -> findings.Problem:
    """Return the one problem that mentions a word."""
    (problem,) = [problem for problem in report.problems if word in problem.what]
    return problem


def test_a_torch_that_crashes_or_raises_does_not_take_the_doctor_with_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "fake"
    folder.mkdir()
    monkeypatch.setenv("PYTHONPATH", str(folder))
    (folder / "torch.py").write_text("import os; os.abort()")
    assert not findings.examine().ok
    (folder / "torch.py").write_text("raise ImportError('libtorch_cpu.so: cannot open shared object file')")
    problem = the_problem(findings.examine(), "libtorch_cpu.so")
    assert problem.severity == "error"
    assert "pip install --force-reinstall" in problem.mend


@pytest.mark.usefixtures("only_torch")
def test_a_probe_that_hangs_is_ended(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(probes, "_PROBE_TIMEOUT", 0.2)
    (tmp_path / "torch.py").write_text("import time; time.sleep(60)")
    monkeypatch.setenv("PYTHONPATH", str(tmp_path))
    assert "no answer" in probes.probe_everything()["torch"]["crash"]


def test_a_working_installation_can_run(found: dict[str, probes.ProbeResult]) -> None:
    report = findings.examine()
    assert report.ok
    assert {problem.severity for problem in report.problems} <= {"note"}
    assert report.versions["riffdesk"] == __version__
    assert report.sound_devices[0]["name"] == "Speakers"


def test_a_missing_library_of_the_window_is_an_error_with_the_package_to_install(
    found: dict[str, probes.ProbeResult], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("WAYLAND_DISPLAY", raising=False)
    found["qt"]["missing"] = ["libxcb-cursor.so.0"]
    report = findings.examine()
    problem = the_problem(report, "libxcb-cursor.so.0")
    assert problem.mend == "sudo apt-get install libxcb-cursor0"
    assert not report.ok


def test_missing_portaudio_and_missing_devices_leave_riffdesk_able_to_run(found: dict[str, probes.ProbeResult]) -> None:
    found["sound"]["devices"] = []
    assert the_problem(findings.examine(), "no sound device").severity == "warning"
    found["sound"] = {"libsndfile": "1.2.2", "devices": [], "portaudio_error": "OSError: PortAudio library not found"}
    report = findings.examine()
    assert the_problem(report, "PortAudio library not found").severity == "warning"
    assert report.ok


def test_a_missing_package_is_an_error_and_one_for_prompts_only_a_warning(
    found: dict[str, probes.ProbeResult], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(findings, "_PACKAGES", (*findings._PACKAGES, "no-such-package"))
    report = findings.examine()
    assert the_problem(report, "no-such-package").severity == "error"
    monkeypatch.setattr(findings, "_FOR_GENERATING", ("no-such-package",))
    assert the_problem(findings.examine(), "no-such-package").severity == "warning"


@pytest.mark.skipif(sys.platform != "linux" or os.geteuid() != 0, reason="needs a folder nobody can write to")
def test_a_folder_that_cannot_be_written_to_is_named(
    found: dict[str, probes.ProbeResult], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("RIFFDESK_HOME", "/proc/riffdesk")
    report = findings.examine()
    assert "/proc/riffdesk/data" in the_problem(report, "data folder").what
    assert not any(folder.writable for folder in report.folders)


def test_it_names_the_models_it_finds_and_what_is_wrong_with_them(
    found: dict[str, probes.ProbeResult], home: Path
) -> None:
    before = findings.examine()
    model = home / "data" / "models" / "jungle"
    model.mkdir(parents=True)
    (model / "model_index.json").write_text("{}")
    after = findings.examine()
    assert [one["name"] for one in before.models["there"]] == ["starter"]
    assert [one["name"] for one in after.models["there"]] == ["starter", "jungle"]
    assert not any("model" in problem.what for problem in before.problems)
    problem = the_problem(after, "jungle")
    assert problem.severity == "warning"
    assert "riffdesk models remove" in problem.mend


def test_a_list_of_models_that_cannot_be_read_is_mentioned(found: dict[str, probes.ProbeResult], home: Path) -> None:
    (home / "data").mkdir(parents=True)
    (home / "data" / "models.json").write_text("{")
    assert the_problem(findings.examine(), "models.json").severity == "warning"


def test_settings_that_cannot_be_read_are_mentioned(found: dict[str, probes.ProbeResult], home: Path) -> None:
    (home / "config").mkdir(parents=True)
    (home / "config" / "settings.json").write_text("{")
    assert the_problem(findings.examine(), "settings.json").severity == "warning"


def test_the_text_keeps_commands_on_one_line(found: dict[str, probes.ProbeResult]) -> None:
    found["torch"] = {"torch_error": f"OSError: {NO_CUDART}"}
    report = findings.examine()
    out = io.StringIO()
    findings.print_report(report, Console(file=out, width=40))
    mend = the_problem(report, NO_CUDART).mend
    assert mend in out.getvalue()
    assert "cannot run" in out.getvalue()


def test_the_report_is_plain_data(found: dict[str, probes.ProbeResult]) -> None:
    report = findings.examine()
    assert json.loads(report.to_json()) == {"ok": True, **dataclasses.asdict(report)}


def test_json_on_the_command_line_is_only_json_and_the_real_machine_can_run(home: Path) -> None:
    command = [sys.executable, "-m", "riffdesk", "doctor", "--json"]
    done = subprocess.run(command, capture_output=True, text=True, timeout=100)
    report = json.loads(done.stdout)
    assert done.returncode == (0 if report["ok"] else 1)
    assert report["ok"], report["problems"]
    assert report["versions"]["torch"].split("+")[0] == findings.TORCH
    assert {folder["use"] for folder in report["folders"]} == {"settings", "data", "cache"}
    assert not home.exists(), "looking changes nothing"


@pytest.mark.usefixtures("only_torch")
def test_no_file_of_the_working_directory_is_imported(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("numpy", "json", "torch"):
        (tmp_path / f"{name}.py").write_text(f"open({str(tmp_path / 'sprung')!r}, 'a')")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("PYTHONPATH", "")
    assert probes.probe_everything()["torch"].get("torch")
    assert not (tmp_path / "sprung").exists()


def test_a_broken_torch_makes_the_command_line_fail(tmp_path: Path) -> None:
    folder = tmp_path / "fake"
    folder.mkdir()
    (folder / "torch.py").write_text(f"raise OSError({NO_CUDART!r})")
    command = [sys.executable, "-m", "riffdesk", "doctor"]
    path = os.pathsep.join((str(folder), *filter(None, (os.environ.get("PYTHONPATH"),))))
    done = subprocess.run(command, capture_output=True, text=True, timeout=100, env=os.environ | {"PYTHONPATH": path})
    assert done.returncode == 1
    assert f"pip install --force-reinstall torch=={findings.TORCH}" in done.stdout
    assert "Traceback" not in done.stderr


def test_a_torch_without_torchaudio_is_all_that_sound_needs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """One for the processor alone has none that fits."""
    (tmp_path / "torchaudio.py").write_text("raise ImportError('there is none')")
    monkeypatch.setenv("PYTHONPATH", os.pathsep.join((str(tmp_path), *sys.path)))
    code = (
        "import numpy; from riffdesk.dsp.params import SpectrogramParams\n"
        "from riffdesk.dsp.phase.reconstruction import reconstruct\n"
        "ink = numpy.full((64, 20), 0.2, numpy.float32)\n"
        "for quality in ('draft', 'reference'):\n"
        "    print(reconstruct(ink, SpectrogramParams(bands=64), quality=quality).any())"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, timeout=100, check=True)
    assert done.stdout == "True\nTrue\n"


def test_the_devices_to_compute_on_are_told_with_the_chosen_one(found: dict[str, probes.ProbeResult]) -> None:
    found["torch"] |= {"devices": [ARC, CPU], "device": "xpu"}
    report = findings.examine()
    assert report.ok
    assert json.loads(report.to_json())["devices"] == [ARC, CPU]
    text = io.StringIO()
    findings.print_report(report, Console(file=text, width=200))
    lines = " ".join(text.getvalue().split())
    assert (
        "* xpu XPU: Arc A770, 16.7 GB, float32, sound on the processor cpu processor: 2 threads, 8 GB, float32" in lines
    )


@pytest.mark.usefixtures("only_torch")
def test_a_chosen_device_that_is_not_there_is_a_warning(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, found: dict[str, probes.ProbeResult]
) -> None:
    folder = fake(tmp_path / "fake", "2.11.0+cpu")
    monkeypatch.setenv("PYTHONPATH", str(folder))
    monkeypatch.setenv("RIFFDESK_DEVICE", "rocm")
    found["torch"] = probes.probe_everything()["torch"]
    assert [device["name"] for device in found["torch"]["devices"]] == ["cpu"]
    problem = the_problem(findings.examine(), "no device 'rocm'")
    assert problem.severity == "warning"
    assert "--device" in problem.mend
    monkeypatch.setenv("RIFFDESK_DEVICE", "rocm,auto")  # as the settings choose
    found["torch"] = probes.probe_everything()["torch"]
    assert found["torch"]["device"] == "cpu"
    the_problem(findings.examine(), r"graphics card (ROCm) is missing, so riffs are made on the processor")
