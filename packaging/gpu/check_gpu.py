"""Checks riffdesk on a graphics card, or rehearses that on the processor; started by packaging/gpu/check."""

from __future__ import annotations

import argparse
import os
import platform
import subprocess
import sys
from pathlib import Path

import actions
import networks
import torch
from figures import Results, timed
from made_up_model import write_model

from riffdesk.devices import CHOICES, VARIABLE, available, chosen
from riffdesk.models.registry import add_model

ROOT = Path(__file__).parents[2]
_PYTEST_INI = "[pytest]\nmarkers =\n    bench\n    cuda\n    sound\n"


def main() -> int:
    """Run all checks; return 0 if all passed, 1 if not."""
    parser = argparse.ArgumentParser(prog="packaging/gpu/check", description="Checks riffdesk on a graphics card.")
    parser.add_argument("--device", default="cuda", choices=CHOICES[1:])
    parser.add_argument("--size", default="full", choices=("full", "tiny"), help="of the made-up network")
    parser.add_argument("--minutes", type=float, default=8.0, help="after which no further check begins")
    parser.add_argument("-o", "--output", type=Path, help="folder for gpu.json")
    options = parser.parse_args()
    if options.device == "cpu":
        os.environ["CUDA_VISIBLE_DEVICES"] = "-1"
    if options.device not in [device.name for device in available()]:
        print("torch finds no such graphics card here. To rehearse: --device cpu --size tiny", file=sys.stderr)
        return 1
    os.environ[VARIABLE] = options.device
    results = Results(60 * options.minutes)

    def finish() -> None:
        if options.output:
            results.write(options.output)
        _summary(results)

    timer = results.end_in_time(finish)
    _all_checks(results, options.device, tiny=options.size == "tiny")
    timer.cancel()
    finish()
    return 0 if results.passed else 1


def _all_checks(results: Results, device: str, *, tiny: bool) -> None:
    full = 0.0 if tiny else 1.0  # the seconds that checks need are those of the full size
    results.run("This machine", lambda: _machine(results, device))
    computing = chosen(device)
    if computing.type in ("cuda", "cpu"):
        results.run("Tests marked cuda", lambda: _tests(results), 60 * full)
    folder = Path.cwd() / "made-up"
    results.run("Model of made-up weights", lambda: _write_model(results, folder, device, tiny=tiny))
    if not folder.is_dir():
        return  # nothing else can be tried without it
    card = actions.Setup(results, device, add_model(folder), tiny)
    results.run("Prompt to sound", lambda: actions.prompt_to_sound(card), 10 * full)
    results.run("The same recipe twice", lambda: actions.same_samples(card), 5 * full)
    results.run("Near the processor's numbers", lambda: networks.near_processor(card), 40 * full)
    results.run("Every action", lambda: actions.every_action(card), 60 * full)
    if computing.makes_sound:
        results.run("Sound engine", lambda: networks.sound_engine(card), 20 * full)
    results.run("Cost of the strip", lambda: networks.strip_cost(card), 20 * full)
    if computing.type == "cuda":
        results.run("Small cards", lambda: actions.small_cards(card), 30 * full)
    results.run("The starter", lambda: actions.starter(card), 10 * full)
    results.run("Precisions, layouts, attention", lambda: networks.variants(card), 30 * full)
    if computing.compiles():
        results.run("Compiled", lambda: networks.compiled(card, graphs=False), 90 * full)
    if computing.compiles() and computing.type == "cuda":
        results.run("Compiled, with CUDA graphs", lambda: networks.compiled(card, graphs=True), 90 * full)


def _machine(results: Results, device: str) -> None:
    results.add("torch", torch.__version__)
    results.add("Python", platform.python_version())
    facts = chosen(device).facts()
    results.add(facts.title, facts.model)
    results.add("its memory", facts.memory_gb, "GB")
    results.add("precision of networks", facts.precision)
    results.add("processor cores", str(os.cpu_count()))


def _write_model(results: Results, folder: Path, device: str, *, tiny: bool) -> None:
    with timed(device) as clock:
        write_model(folder, tiny=tiny, device=chosen(device).type)
    results.add("model of made-up weights written", clock.seconds, "s")


def _tests(results: Results) -> None:
    """Run the tests marked cuda without the plugins and settings that need a window."""
    ini = Path.cwd() / "pytest.ini"
    ini.write_text(_PYTEST_INI)
    places = [str(ROOT / "tests" / name) for name in ("diffusion", "dsp")]
    command = [sys.executable, "-m", "pytest", "-q", "-c", str(ini), "--rootdir", str(ROOT), "-m", "cuda", *places]
    done = subprocess.run(command, capture_output=True, text=True, check=False, cwd=ROOT, timeout=results.left)
    lines = (done.stdout + done.stderr).strip().splitlines()
    print("\n".join(f"  {line}" for line in lines[-12:]), flush=True)
    if done.returncode:
        raise RuntimeError(lines[-1] if lines else f"pytest ended with {done.returncode}")
    results.add("tests marked cuda", lines[-1].strip("= "))


def _summary(results: Results) -> None:
    missed = [figure.name for figure in results.figures if not figure.passed]
    print(f"\n{len(results.figures)} figures, {len(missed)} bounds missed, {len(results.errors)} checks failed.")
    slowest = sorted(results.step_seconds.items(), key=lambda step: -step[1])[:5]
    print("  most time: " + ", ".join(f"{title} {seconds:.0f} s" for title, seconds in slowest))
    for title, error in results.errors.items():
        print(f"  failed: {title}: {error}")
    for title in results.left_out:
        print(f"  left out for want of time: {title}")


if __name__ == "__main__":
    sys.exit(main())
