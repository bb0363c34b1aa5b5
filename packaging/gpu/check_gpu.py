"""Checks riffdesk on a graphics card, or rehearses that on the processor; started by packaging/gpu/check.

The checks run in a process of their own, the most important ones first. If it ends early, by a crash, a check that
takes too long or an error after which the card computes nothing more, another process goes on after that check.
"""

from __future__ import annotations

import argparse
import os
import platform
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path

from figures import GO_ON, Results, timed

from riffdesk.devices import CHOICES, VARIABLE, available, chosen

ROOT = Path(__file__).parents[2]
_PYTEST_INI = "[pytest]\nmarkers =\n    bench\n    cuda\n    sound\n"
_NO_CARD = 4
_BEGINNING = 20.0  # seconds for which no other process is worth beginning


def main() -> int:
    """Run all checks; return 0 if all passed, 1 if not."""
    parser = argparse.ArgumentParser(prog="packaging/gpu/check", description="Checks riffdesk on a graphics card.")
    parser.add_argument("--device", default="cuda", choices=CHOICES[1:])
    parser.add_argument("--size", default="full", choices=("full", "tiny"), help="of the made-up network")
    parser.add_argument("--minutes", type=float, default=8.0, help="for all checks; the last ones are left out")
    parser.add_argument("-o", "--output", type=Path, help="folder for gpu.json and gpu.log")
    parser.add_argument(
        "--only", action="append", default=[], metavar="WORDS", help="checks with these words in titles"
    )
    parser.add_argument("--go-on", action="store_true", help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.go_on:
        return _all_checks(Results.read(options.output), options.device, options.only, tiny=options.size == "tiny")
    work = Path(os.environ["RIFFDESK_HOME"]).parent
    folder = options.output.absolute() if options.output else work / "results"
    os.chdir(work)
    os.environ[VARIABLE] = options.device
    if options.device == "cpu":
        os.environ["CUDA_VISIBLE_DEVICES"] = "-1"
    Results(60 * options.minutes, folder).write()
    return _in_processes(folder)


def _in_processes(folder: Path) -> int:
    """Have processes run the checks until none is left or the time is over; return the exit status."""
    arguments = [*sys.argv[1:], "--go-on", "--output", str(folder)]
    while True:
        status = _process(arguments, Results.read(folder).left)
        results = Results.read(folder)
        if status == _NO_CARD:
            print("torch finds no such graphics card here. To rehearse: --device cpu --size tiny", file=sys.stderr)
            return 1
        within_check = bool(results.running)
        if status not in (0, GO_ON):
            results.ended(f"the process ended with {status}")
        if status == 0 or results.left < _BEGINNING or (status != GO_ON and not within_check):
            _summary(results)
            return 0 if status == 0 and results.passed else 1
        results.running = ""
        results.write()
        print("Another process goes on.", flush=True)


def _process(arguments: list[str], seconds: float) -> int:
    """Run the checks that are left in a process; return its exit status. It ends itself in time, unless it hangs."""
    process = subprocess.Popen([sys.executable, "-P", "-m", "check_gpu", *arguments])
    try:
        return process.wait(max(1.0, seconds) + 5)
    except subprocess.TimeoutExpired:
        process.kill()
        return process.wait()


def _all_checks(results: Results, device: str, only: Sequence[str], *, tiny: bool) -> int:
    """Run the checks that are left, or those of them that are wanted; return the exit status."""
    if device not in [one.name for one in available()]:
        return _NO_CARD
    import actions
    import networks

    full = 0.0 if tiny else 1.0  # the seconds that checks need are those of the full size
    computing = chosen(device)
    results.card_answers = computing.synchronise
    results.patience = 1.0 if computing.is_card else 5.0

    run = _runner(results, only)
    results.run("This machine", lambda: _machine(results, device))
    if computing.type in ("cuda", "cpu"):
        run("Tests marked cuda", lambda: _tests(results, "not compiled", 120), 60 * full, 150)
    folder = Path.cwd() / "made-up"
    results.run("Model of made-up weights", lambda: _write_model(results, folder, device, tiny=tiny))
    if not folder.is_dir():
        return 0  # nothing else can be tried without it
    card = actions.Setup(results, device, actions.entry_of(folder), tiny)
    run("Prompt to sound", lambda: actions.prompt_to_sound(card), 10 * full)
    run("Near the processor's numbers", lambda: networks.near_processor(card), 20 * full)
    run("The same recipe twice", lambda: actions.same_samples(card), 5 * full)
    run("Cost of the strip", lambda: networks.strip_cost(card), 20 * full)
    if computing.makes_sound:
        run("Sound engine", lambda: networks.sound_engine(card), 20 * full)
    if computing.type == "cuda":
        run("Small cards", lambda: actions.small_cards(card), 30 * full)
    run("Every scheduler", lambda: actions.every_scheduler(card), 15 * full)
    run("Every action", lambda: actions.every_action(card), 60 * full, 200)
    run("Few steps", lambda: actions.fast(card), 10 * full)
    run("The starter", lambda: actions.starter(card), 10 * full)
    run("Precisions, layouts, attention", lambda: networks.variants(card), 20 * full)
    if computing.compiles():
        if computing.type == "cuda":
            run("Test of compiling", lambda: _tests(results, "compiled", 90), 60 * full, 100)
        run("Compiled", lambda: networks.compiled(card, graphs=False), 60 * full, 150)
        if computing.type == "cuda":
            run("Compiled, with CUDA graphs", lambda: networks.compiled(card, graphs=True), 60 * full, 150)
    return 0


def _runner(results: Results, only: Sequence[str]) -> Callable[..., None]:
    """Return what runs a check, as `Results.run` does, if nothing or a part of its title is asked for."""

    def run(title: str, check: Callable[[], object], *seconds: float) -> None:
        if not only or any(words.lower() in title.lower() for words in only):
            results.run(title, check, *seconds)

    return run


def _machine(results: Results, device: str) -> None:
    import torch

    results.add("torch", torch.__version__)
    results.add("Python", platform.python_version())
    facts = chosen(device).facts()
    results.add(facts.title, facts.model)
    results.add("its memory", facts.memory_gb, "GB")
    results.add("precision of networks", facts.precision)
    results.add("processor cores", str(os.cpu_count()))
    if chosen(device).type == "cuda":
        results.add("CUDA", str(torch.version.cuda or torch.version.hip))
        results.add("cuDNN", str(torch.backends.cudnn.version()))


def _write_model(results: Results, folder: Path, device: str, *, tiny: bool) -> None:
    from made_up_model import write_model

    with timed(device) as clock:
        write_model(folder, tiny=tiny, device=chosen(device).type)
    results.add("model of made-up weights written", clock.seconds, "s")


def _tests(results: Results, wanted: str, seconds: float) -> None:
    """Run the tests marked cuda that have a word in their names, without plugins and settings that need a window."""
    ini = Path.cwd() / "pytest.ini"
    ini.write_text(_PYTEST_INI)
    mark = "pytest.mark" + ".cuda"
    places = sorted(str(path) for path in (ROOT / "tests").rglob("test_*.py") if mark in path.read_text("utf-8"))
    settings = ["-c", str(ini), "--rootdir", str(ROOT), "-p", "no:cacheprovider", "--durations=5", "--tb=short"]
    command = [sys.executable, "-m", "pytest", "-q", *settings, "-m", "cuda", "-k", wanted, *places]
    began, log = time.perf_counter(), Path.cwd() / "pytest.log"
    try:
        with log.open("w") as file:
            limit = max(1.0, min(seconds, results.left - 5))
            done = subprocess.run(command, stdout=file, stderr=file, check=False, cwd=ROOT, timeout=limit)
    finally:
        results.log(log.read_text())
    lines = log.read_text().strip().splitlines()
    print("\n".join(f"  {line[:200]}" for line in lines[-12:]), flush=True)
    if done.returncode:
        raise RuntimeError(lines[-1] if lines else f"pytest ended with {done.returncode}")
    results.add(f"tests marked cuda, {wanted}: {lines[-1].strip('= ')}", time.perf_counter() - began, "s")


def _summary(results: Results) -> None:
    missed = [figure for figure in results.figures if not figure.passed]
    print(f"\n{len(results.figures)} figures, {len(missed)} bounds missed, {len(results.errors)} checks failed.")
    slowest = sorted(results.step_seconds.items(), key=lambda step: -step[1])[:5]
    print("  most time: " + ", ".join(f"{title} {seconds:.0f} s" for title, seconds in slowest))
    for figure in missed:
        print(f"  missed: {' '.join(str(figure).split())}")
    for title, error in results.errors.items():
        print(f"  failed: {title}: {error}")
    for title in results.left_out:
        print(f"  left out for want of time: {title}")


if __name__ == "__main__":
    sys.exit(main())
