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

from riffdesk.models.registry import add_model

ROOT = Path(__file__).parents[2]
_PYTEST_INI = "[pytest]\nmarkers =\n    bench\n    cuda\n    sound\n"


def main() -> int:
    """Run all checks; return 0 if all passed, 1 if not."""
    parser = argparse.ArgumentParser(prog="packaging/gpu/check", description="Checks riffdesk on a graphics card.")
    parser.add_argument("--device", default="cuda", choices=("cuda", "cpu"))
    parser.add_argument("--size", default="full", choices=("full", "tiny"), help="of the made-up network")
    parser.add_argument("--minutes", type=float, default=8.0, help="after which no further check begins")
    parser.add_argument("-o", "--output", type=Path, help="folder for gpu.json")
    options = parser.parse_args()
    if options.device == "cuda" and not torch.cuda.is_available():
        print("torch finds no graphics card here. To rehearse: --device cpu --size tiny", file=sys.stderr)
        return 1
    if options.device == "cpu":
        os.environ["CUDA_VISIBLE_DEVICES"] = "-1"
    results = Results(60 * options.minutes)
    try:
        _all_checks(results, options.device, tiny=options.size == "tiny")
    finally:
        if options.output:
            results.write(options.output)
    _summary(results)
    return 0 if results.passed else 1


def _all_checks(results: Results, device: str, *, tiny: bool) -> None:
    full = 0.0 if tiny else 1.0  # the seconds that checks need are those of the full size
    results.run("This machine", lambda: _machine(results, device))
    results.run("Tests marked cuda", lambda: _tests(results), 60 * full)
    folder = Path.cwd() / "made-up"
    with timed(device) as clock:
        write_model(folder, tiny=tiny, device=device)
    results.add("model of made-up weights written", clock.seconds, "s")
    entry = add_model(folder)
    card = actions.Setup(results, device, entry, tiny)
    results.run("Prompt to sound", lambda: actions.prompt_to_sound(card), 10 * full)
    results.run("The same recipe twice", lambda: actions.same_samples(card), 5 * full)
    results.run("Near the processor's numbers", lambda: networks.near_processor(card), 40 * full)
    results.run("Every action", lambda: actions.every_action(card), 60 * full)
    results.run("Sound engine", lambda: networks.sound_engine(card), 20 * full)
    results.run("Cost of the strip", lambda: networks.strip_cost(card), 20 * full)
    if device == "cuda":
        results.run("Small cards", lambda: actions.small_cards(card), 30 * full)
    results.run("The starter", lambda: actions.starter(card), 10 * full)
    results.run("Precisions, layouts, attention", lambda: networks.variants(card), 30 * full)
    if device == "cuda":
        results.run("Compiled", lambda: networks.compiled(card, graphs=False), 90 * full)
        results.run("Compiled, with CUDA graphs", lambda: networks.compiled(card, graphs=True), 90 * full)


def _machine(results: Results, device: str) -> None:
    results.add("torch", torch.__version__)
    results.add("Python", platform.python_version())
    if device == "cuda":
        card = torch.cuda.get_device_properties(0)
        results.add("card", card.name)
        results.add("memory of the card", card.total_memory / 1e9, "GB")
    results.add("processor cores", str(os.cpu_count()))


def _tests(results: Results) -> None:
    """Run the tests marked cuda without the plugins and settings that need a window."""
    ini = Path.cwd() / "pytest.ini"
    ini.write_text(_PYTEST_INI)
    places = [str(ROOT / "tests" / name) for name in ("diffusion", "dsp")]
    command = [sys.executable, "-m", "pytest", "-q", "-c", str(ini), "--rootdir", str(ROOT), "-m", "cuda", *places]
    done = subprocess.run(command, capture_output=True, text=True, check=False, cwd=ROOT)
    lines = (done.stdout + done.stderr).strip().splitlines()
    print("\n".join(f"  {line}" for line in lines[-12:]), flush=True)
    if done.returncode:
        raise RuntimeError(lines[-1] if lines else f"pytest ended with {done.returncode}")
    results.add("tests marked cuda", lines[-1].strip("= "))


def _summary(results: Results) -> None:
    missed = [figure.name for figure in results.figures if not figure.passed]
    print(f"\n{len(results.figures)} figures, {len(missed)} bounds missed, {len(results.errors)} checks failed.")
    for title, error in results.errors.items():
        print(f"  failed: {title}: {error}")
    for title in results.left_out:
        print(f"  left out for want of time: {title}")


if __name__ == "__main__":
    sys.exit(main())
