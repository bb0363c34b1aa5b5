"""The results of the check: figures with their bounds, printed and written as JSON as they come."""

from __future__ import annotations

import json
import os
import sys
import threading
import time
import traceback
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass, field
from pathlib import Path

from riffdesk.devices import chosen, release

GO_ON = 3
"""Exit status of a process after which another one should go on with the checks that are left."""


@dataclass(frozen=True)
class Figure:
    """One measured value.

    Parameters
    ----------
    name, unit : str
    value : float or str
    bound : float, optional
        What it must not exceed; with ``at_least`` what it must reach. None for a value that is only told.
    """

    name: str
    value: float | str
    unit: str = ""
    bound: float | None = None
    at_least: bool = False

    @property
    def passed(self) -> bool:
        """Whether it is within its bound."""
        if self.bound is None or isinstance(self.value, str):
            return True
        return self.value >= self.bound if self.at_least else self.value <= self.bound

    def __str__(self) -> str:
        """Return a line of the table."""
        value = self.value if isinstance(self.value, str) else f"{self.value:,.4g}"
        text = f"  {self.name:<58}{value:>12} {self.unit}"
        if self.bound is None:
            return text.rstrip()
        sign = ">=" if self.at_least else "<="
        return f"{text:<84}{sign} {self.bound:g} {'' if self.passed else '  MISSED'}".rstrip()


@dataclass
class Results:
    """What was measured and what failed, within a time; written after every figure and every check.

    Parameters
    ----------
    seconds : float
        Time for all checks; those that have not begun by then are left out, and named.
    folder : Path, optional
        For gpu.json, from which another process can go on, and gpu.log with the tracebacks.
    card_answers : callable
        Called after a failed check: if it raises, the process ends with `GO_ON`, since nothing works after some errors
        of a card until a process begins anew.
    patience : float
        How many times as long as on a card a check may take before it is cut off.
    """

    seconds: float
    folder: Path | None = None
    card_answers: Callable[[], object] = lambda: None
    patience: float = 1.0
    figures: list[Figure] = field(default_factory=list)
    errors: dict[str, str] = field(default_factory=dict)
    left_out: list[str] = field(default_factory=list)
    step_seconds: dict[str, float] = field(default_factory=dict)
    running: str = ""
    ends: float = 0.0
    _writing: threading.RLock = field(default_factory=threading.RLock)

    def __post_init__(self) -> None:
        """Begin to count the time."""
        self.ends = self.ends or time.time() + self.seconds

    def add(self, name: str, value: float | str, unit: str = "", **bound: float | bool | None) -> None:
        """Add a figure and print it."""
        figure = Figure(name, value if isinstance(value, str) else float(value), unit, **bound)  # type: ignore[arg-type]
        self.figures.append(figure)
        print(figure, flush=True)
        self.write()

    def run(self, title: str, check: Callable[[], object], needs: float = 0.0, limit: float = 120.0) -> None:
        """Run a check, if no process before this one did; an exception is its result, and the next one goes on.

        Parameters
        ----------
        title : str
            Unlike that of any other check.
        check : callable
        needs : float
            Seconds that it usually takes: it is left out, and named, if they are not left.
        limit : float
            Seconds after which the process is ended with `GO_ON`; the check failed then.
        """
        if title in self.step_seconds:
            return
        if self.left < needs:
            if title not in self.left_out:
                self.left_out.append(title)
            self.write()
            return
        print(f"{title}  ({self.left:.0f} s left)", flush=True)
        around, self.running, began, failed = self.running, title, time.perf_counter(), False
        self.write()
        watch = self._cut_off(min(limit * self.patience, self.left))
        try:
            check()
        except Exception as error:
            failed = True
            self.fail(title, f"{type(error).__name__}: {error}", traceback.format_exc())
        finally:
            watch.cancel()
            self.running = around
            self.step_seconds[title] = round(time.perf_counter() - began, 2)
            self.write()
        if failed:
            self._end_without_card()
        if not around:
            release()

    def fail(self, title: str, error: str, details: str = "") -> None:
        """Note a check that failed."""
        self.errors[title] = error[:400]
        print(f"  FAILED  {self.errors[title]}", flush=True)
        self.log(f"{title}: {error}\n{details}")

    def log(self, text: str) -> None:
        """Append to gpu.log."""
        if self.folder:
            with (self.folder / "gpu.log").open("a") as file:
                file.write(f"{text.rstrip()}\n\n")

    def ended(self, why: str) -> None:
        """Note that a process ended within a check."""
        self.fail(self.running or "Between two checks", why)
        if self.running:
            self.step_seconds.setdefault(self.running, 0.0)
        self.running = ""
        self.write()

    def _cut_off(self, seconds: float) -> threading.Timer:
        """Have the process end after some seconds. The innermost check failed; those around it are run again."""

        def end() -> None:
            with self._writing:
                self.ended(f"cut off after {seconds:.0f} s")
                sys.stdout.flush()
                os._exit(GO_ON)

        timer = threading.Timer(max(0.0, seconds), end)
        timer.daemon = True
        timer.start()
        return timer

    def _end_without_card(self) -> None:
        try:
            self.card_answers()
        except Exception as error:
            self.log(f"The card does not answer any more: {error}")
            sys.stdout.flush()
            os._exit(GO_ON)

    @property
    def left(self) -> float:
        """Seconds that are left."""
        return self.ends - time.time()

    @property
    def passed(self) -> bool:
        """Whether nothing failed and no bound was missed."""
        return not self.errors and all(figure.passed for figure in self.figures)

    def write(self) -> None:
        """Write all as gpu.json into the folder, if there is one."""
        if self.folder is None:
            return
        figures = [{**asdict(figure), "passed": figure.passed} for figure in self.figures]
        found = {"figures": figures, "errors": self.errors, "left_out": self.left_out}
        state = {"seconds": self.step_seconds, "running": self.running, "time": self.seconds, "ends": self.ends}
        with self._writing:
            self.folder.mkdir(parents=True, exist_ok=True)
            unfinished = self.folder / "gpu.json.part"
            unfinished.write_text(json.dumps(found | state, indent=1))
            unfinished.replace(self.folder / "gpu.json")

    @classmethod
    def read(cls, folder: Path) -> Results:
        """Return what a process wrote, to go on from there."""
        found = json.loads((folder / "gpu.json").read_text())
        figures = [Figure(**{k: v for k, v in figure.items() if k != "passed"}) for figure in found["figures"]]
        return cls(
            found["time"],
            folder,
            figures=figures,
            errors=found["errors"],
            left_out=found["left_out"],
            step_seconds=found["seconds"],
            running=found["running"],
            ends=found["ends"],
        )


@dataclass
class Clock:
    """Seconds and peak gigabytes of a `timed` block."""

    seconds: float = 0.0
    gigabytes: float = 0.0


@contextmanager
def timed(device: str) -> Iterator[Clock]:
    """Measure a block, after the card has finished what it was given."""
    import torch

    clock, computing = Clock(), chosen(device)
    on_card = computing.type == "cuda"
    computing.synchronise()
    if on_card:
        torch.cuda.reset_peak_memory_stats()
    start = time.perf_counter()
    yield clock
    computing.synchronise()
    clock.seconds = time.perf_counter() - start
    if on_card:
        clock.gigabytes = torch.cuda.max_memory_allocated() / 1e9
