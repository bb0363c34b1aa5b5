"""Set-up in two commands: the scripts are sound, done once, and install what is pinned."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import tomllib
import zipfile
from pathlib import Path

import pytest
import soundfile
import yaml

from riffdesk import __version__
from riffdesk.doctor import findings, probes

ROOT = Path(__file__).parent.parent
PACKAGING = ROOT / "packaging"
SCRIPTS = [
    *(PACKAGING / name for name in ("run", "test", "setup.sh", "gpu/check", "gpu/collect")),
    ROOT / ".ci" / "run",
]

FAKE_PYTHON = """#!/bin/sh
printf "%s\\n" "$*" >>"$CALLS"
case "$*" in *"pip install"*--index-url*) exit "${BUILD_STATUS:-0}" ;; *"pip install"*) exit "${PIP_STATUS:-0}" ;; esac
"""

pytestmark = pytest.mark.skipif(not shutil.which("bash"), reason="bash is not installed")


def constraints() -> dict[str, str]:
    """Return the pinned version of every package."""
    lines = (PACKAGING / "constraints.txt").read_text().splitlines()
    return dict(line.split("==") for line in lines if not line.startswith("#"))


def required() -> list[str]:
    """Return what pyproject asks for, test tools included, without what is said after a semicolon."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]
    return [*project["dependencies"], *project["optional-dependencies"]["dev"]]


@pytest.fixture
def checkout(tmp_path: Path) -> Path:
    """Return a checkout with a stand-in for .venv, whose Python writes down how it was called."""
    root = tmp_path / "my checkout"
    shutil.copytree(PACKAGING, root / "packaging")
    shutil.copy(ROOT / "pyproject.toml", root)
    python = root / ".venv" / "bin" / "python"
    python.parent.mkdir(parents=True)
    python.write_text(FAKE_PYTHON)
    python.chmod(0o755)
    return root


def run(checkout: Path, script: str, *arguments: str, **environment: str) -> tuple[int, list[str]]:
    """Run a script in a checkout from another folder; return its exit code and the calls of Python."""
    calls = checkout / "calls"
    calls.unlink(missing_ok=True)
    settings = {"CALLS": str(calls), "QT_QPA_PLATFORM": "offscreen", "RIFFDESK_TORCH": "default"} | environment
    done = subprocess.run(
        [checkout / "packaging" / script, *arguments],
        env=os.environ | settings,
        cwd="/",
        capture_output=True,
        text=True,
    )
    return done.returncode, calls.read_text().splitlines() if calls.exists() else []


def test_the_tests_that_run_last_lie_where_the_test_script_looks_for_them() -> None:
    (folders_text,) = re.findall(r'"\(sound or alone\) and not bench" \\\n(.*)', (PACKAGING / "test").read_text())
    folders = [ROOT / folder for folder in re.findall(r"tests/\S+", folders_text)]
    files = [path for path in (ROOT / "tests").rglob("test_*.py") if "benchmarks" not in path.parts]
    marked = [path for path in files if re.search(r"pytest\.mark\.(sound|alone)\b", path.read_text("utf-8"))]
    assert len(marked) >= 4
    assert not [path for path in marked if not any(path.is_relative_to(folder) for folder in folders)]


@pytest.mark.parametrize("script", SCRIPTS, ids=lambda path: path.name)
def test_scripts_are_bash_that_parses(script: Path) -> None:
    subprocess.run(["bash", "-n", script], check=True)
    assert script.suffix == ".sh" or os.access(script, os.X_OK)


def test_the_first_run_installs_what_is_pinned_and_the_second_only_starts(checkout: Path) -> None:
    status, calls = run(checkout, "run", "doctor", "--json")
    assert status == 0
    (install,) = [call for call in calls if "pip install" in call]
    assert f"-c {checkout}/packaging/constraints.txt -e {checkout}" in install
    assert "[dev]" not in install
    assert calls[-1] == "-P -m riffdesk doctor --json"
    assert run(checkout, "run", "a song.riff") == (0, ["-P -m riffdesk a song.riff"])


def test_torch_for_the_processor_comes_where_there_is_no_card(checkout: Path) -> None:
    shell = [
        "bash",
        "-c",
        "source packaging/setup.sh; uname() { [ $1 = -s ] && echo Linux || echo x86_64; }; torch_build",
    ]

    def build(function: str, **environment: str) -> str:
        command = [*shell[:2], shell[2].replace("; torch_build", f"; {function}; torch_build")]
        settings = {name: value for name, value in os.environ.items() if name != "RIFFDESK_TORCH"} | environment
        return subprocess.run(command, cwd=checkout, env=settings, capture_output=True, text=True, check=True).stdout

    with_card, without = "has_nvidia_card() { return 0; }", "has_nvidia_card() { return 1; }"
    assert build(with_card) == "default"
    assert build(without) == "cpu"
    assert build(without, RIFFDESK_TORCH="default") == "default"
    assert build(with_card, RIFFDESK_TORCH="rocm6.4") == "rocm6.4"
    assert build(f"{without}; uname() {{ echo Darwin; }}") == "default"


@pytest.mark.parametrize(
    ("files", "there"),
    [
        ({}, False),
        ({"proc/driver/nvidia": ""}, True),
        ({"dev/dxg": ""}, True),
        ({"sys/bus/pci/devices/0/vendor": "0x10de\n", "sys/bus/pci/devices/0/class": "0x030000\n"}, True),
        ({"sys/bus/pci/devices/0/vendor": "0x10de\n", "sys/bus/pci/devices/0/class": "0x040300\n"}, False),
        ({"sys/bus/pci/devices/0/vendor": "0x1002\n", "sys/bus/pci/devices/0/class": "0x030000\n"}, False),
    ],
    ids=["nothing", "driver", "wsl", "card without a driver", "sound of a card", "amd"],
)
def test_a_card_is_found_by_its_driver_or_on_the_bus(tmp_path: Path, files: dict[str, str], there: bool) -> None:
    for name, content in files.items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(content)
    command = ["bash", "-c", f"source '{PACKAGING / 'setup.sh'}'; has_nvidia_card '{tmp_path}'"]
    assert subprocess.run(command, check=False).returncode == (0 if there else 1)


def test_torch_of_a_build_is_installed_first_and_the_usual_one_where_it_is_not_to_be_had(checkout: Path) -> None:
    for extra, packages in (("run", "torch"), ("test", "torch torchaudio")):
        (checkout / ".venv" / "riffdesk-set-up").unlink(missing_ok=True)
        _, calls = run(checkout, extra, RIFFDESK_TORCH="rocm6.4")
        build, install = [call for call in calls if "pip install" in call]
        assert f"/whl/rocm6.4 -c {checkout}/packaging/constraints.txt {packages}" in build
        assert "--no-deps" in build
        assert "index-url" not in install
    (checkout / ".venv" / "riffdesk-set-up").unlink()
    status, calls = run(checkout, "run", RIFFDESK_TORCH="cpu", BUILD_STATUS="1")
    assert status == 0
    assert len([call for call in calls if "pip install" in call]) == 2
    assert calls[-1] == "-P -m riffdesk"


def test_an_interrupted_first_run_is_taken_up_again(checkout: Path) -> None:
    status, calls = run(checkout, "run", PIP_STATUS="1")
    assert status == 1
    assert not any("-m riffdesk" in call for call in calls)
    _, calls = run(checkout, "run")
    assert any("pip install" in call for call in calls)


def test_changed_pins_and_a_moved_checkout_are_installed_anew(checkout: Path) -> None:
    run(checkout, "run")
    with (checkout / "packaging" / "constraints.txt").open("a") as file:
        file.write("another==1.0\n")
    assert any("pip install" in call for call in run(checkout, "run")[1])
    assert not any("pip install" in call for call in run(checkout, "run")[1])
    moved = checkout.rename(checkout.with_name("elsewhere"))
    assert any("pip install" in call for call in run(moved, "run")[1])


@pytest.mark.skipif(shutil.which("Xvfb") is None, reason="the test script would install Xvfb")
def test_the_test_script_adds_the_test_tools_once_and_run_is_content_with_them(checkout: Path) -> None:
    run(checkout, "run")
    status, calls = run(checkout, "test", "tests/dsp", "-k", "phase")
    assert status == 0
    assert any(f"-e {checkout}[dev]" in call for call in calls)
    assert calls[-1] == "-m pytest tests/dsp -k phase"
    assert run(checkout, "test", "--bench")[1] == ["-m pytest -m bench -s --timeout 0 -o faulthandler_timeout=0"]
    assert run(checkout, "run")[1] == ["-P -m riffdesk"]


def test_without_a_python_it_says_what_to_install(checkout: Path, tmp_path: Path) -> None:
    shutil.rmtree(checkout / ".venv")
    tools = tmp_path / "tools"
    tools.mkdir()
    for tool in ("bash", "env", "dirname", "uname", "cksum", "tr", "cat", "grep"):
        (tools / tool).symlink_to(str(shutil.which(tool)))
    done = subprocess.run([checkout / "packaging" / "run"], env={"PATH": str(tools)}, capture_output=True, text=True)
    assert done.returncode == 1
    assert "needs Python 3.11" in done.stderr
    assert "python3-venv" in done.stderr


def test_every_dependency_is_pinned_at_a_version_pyproject_allows() -> None:
    requirements = pytest.importorskip("packaging.requirements")
    pins = constraints()
    for text in required():
        requirement = requirements.Requirement(text)
        name = re.sub(r"[-_.]+", "-", requirement.name).lower()
        assert requirement.specifier.contains(pins[name]), text
    assert all(re.fullmatch(r"[a-z0-9][a-z0-9-]*", name) for name in pins)


def test_torch_and_torchaudio_stay_a_pair() -> None:
    pins = constraints()
    assert pins["torch"] == pins["torchaudio"] == findings.TORCH
    bounds = [re.sub(r"^[a-z]+", "", text) for text in required() if re.match(r"torch(audio)?\b", text)]
    assert len(bounds) == 2
    assert bounds[0] == bounds[1]


def test_the_doctor_looks_for_the_libraries_that_the_set_up_installs() -> None:
    listed = re.findall(r"^(lib\S+\.so\.\d+)\s+(\S+)$", (PACKAGING / "setup.sh").read_text(), re.MULTILINE)
    assert dict(listed) == {**probes.QT_LIBRARIES, "libportaudio.so.2": "libportaudio2"}


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the wheel of this checkout."""
    folder = tmp_path_factory.mktemp("wheel")
    build = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", folder]
    subprocess.run(build, cwd=ROOT, check=True, capture_output=True)
    (built,) = folder.glob("*.whl")
    return built


def test_the_wheel_holds_the_program_with_its_resources_and_nothing_else(wheel: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        names = archive.namelist()
        (scripts,) = (archive.read(name).decode() for name in names if name.endswith("entry_points.txt"))
    assert "riffdesk = riffdesk.__main__:main" in scripts
    assert "riffdesk/ui/window/app.py" in names
    resources = {path.relative_to(ROOT).as_posix() for path in (ROOT / "resources").rglob("*") if path.is_file()}
    assert resources
    assert {f"riffdesk/{name}" for name in resources} <= set(names)
    assert {name.partition("/")[0] for name in names} == {"riffdesk", f"riffdesk-{__version__}.dist-info"}


def test_the_wheel_works_alone(wheel: Path, tmp_path: Path) -> None:
    installed, elsewhere = tmp_path / "installed", tmp_path / "elsewhere"
    elsewhere.mkdir()
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(installed)
    environment = os.environ | {"PYTHONPATH": str(installed), "RIFFDESK_HOME": str(tmp_path / "home")}
    where = "import riffdesk; print(riffdesk.__file__)"
    done = subprocess.run(
        [sys.executable, "-P", "-c", where], env=environment, cwd=elsewhere, capture_output=True, text=True, check=True
    )
    assert done.stdout.startswith(str(installed)), "it is the wheel that is tried, and not the checkout"
    command = [sys.executable, "-P", "-m", "riffdesk", "render", "slow jazz", "-o", "jazz.wav", "--seconds", "1"]
    command += ["--steps", "1", "--quality", "draft"]
    subprocess.run(command, env=environment, cwd=elsewhere, capture_output=True, text=True, check=True)
    assert soundfile.info(elsewhere / "jazz.wav").frames == 44_100


def test_the_workflows_call_scripts_that_exist() -> None:
    for path in (ROOT / ".github" / "workflows").glob("*.yml"):
        jobs = yaml.safe_load(path.read_text())["jobs"]
        lines = [step["run"] for job in jobs.values() for step in job["steps"] if "run" in step]
        for script in re.findall(r"(?:packaging|\.ci)/[\w./]+", "\n".join(lines)):
            assert (ROOT / script).is_file(), (path.name, script)


def test_windows_is_set_up_as_the_others_are() -> None:
    setup = (PACKAGING / "setup.ps1").read_text()
    for part in ("constraints.txt", "(3, 11) <= sys.version_info < (3, 15)", "pip install"):
        assert part in setup
        assert part in (PACKAGING / "setup.sh").read_text()
    assert "-P -m riffdesk @args" in (PACKAGING / "run.ps1").read_text()


def test_the_desktop_entry_starts_riffdesk_with_a_file() -> None:
    lines = (ROOT / "resources" / "desktop" / "riffdesk.desktop").read_text().splitlines()
    assert lines[0] == "[Desktop Entry]"
    entry = dict(line.split("=", 1) for line in lines[1:])
    assert entry["Exec"] == "riffdesk %f"
    assert entry["MimeType"].endswith(";")


def test_nothing_that_is_installed_names_a_path_or_an_index() -> None:
    for path in (PACKAGING / "constraints.txt", ROOT / "pyproject.toml"):
        assert not re.search(r"https?://|file:|@ |index-url|find-links", path.read_text()), path


@pytest.mark.skipif(sys.platform != "linux", reason="apt is on Linux")
def test_where_there_is_no_apt_it_says_what_to_install_and_goes_on(checkout: Path, tmp_path: Path) -> None:
    tools = tmp_path / "tools"
    tools.mkdir()
    for tool in ("bash", "env", "dirname", "uname", "cksum", "tr", "cat", "grep", "df", "awk", "sh", "mkdir"):
        (tools / tool).symlink_to(str(shutil.which(tool)))
    ldconfig = tools / "ldconfig"
    ldconfig.write_text("#!/bin/sh\necho 'libGL.so.1 (libc6) => /lib/libGL.so.1'\n")
    ldconfig.chmod(0o755)
    environment = {"PATH": str(tools), "CALLS": str(tmp_path / "calls")}
    first, second = (
        subprocess.run([checkout / "packaging" / "run"], env=environment, capture_output=True, text=True)
        for _ in range(2)
    )
    assert first.returncode == second.returncode == 0
    assert "libxcb-cursor0" in first.stderr
    assert "libgl1" not in first.stderr
    assert "dnf install" in first.stderr
    assert len(second.stderr.splitlines()) == 1, "said at length once"
    assert (tmp_path / "calls").read_text().splitlines()[-1] == "-P -m riffdesk"
