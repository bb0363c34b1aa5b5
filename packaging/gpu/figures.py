"""The results of the check: figures with their bounds, printed as they come and kept as JSON."""

from __future__ import annotations

import json
import os
import sys
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass, field
from pathlib import Path

import torch

from riffdesk.devices import chosen


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
    """What was measured and what failed, within a time.

    Parameters
    ----------
    seconds : float
        Time for all checks; those that have not begun by then are left out, and named.
    """

    seconds: float
    figures: list[Figure] = field(default_factory=list)
    errors: dict[str, str] = field(default_factory=dict)
    left_out: list[str] = field(default_factory=list)
    step_seconds: dict[str, float] = field(default_factory=dict)
    running: str = ""
    started: float = field(default_factory=time.perf_counter)

    def add(self, name: str, value: float | str, unit: str = "", **bound: float | bool) -> None:
        """Add a figure and print it."""
        figure = Figure(name, value if isinstance(value, str) else float(value), unit, **bound)  # type: ignore[arg-type]
        self.figures.append(figure)
        print(figure, flush=True)

    def run(self, title: str, check: Callable[[], object], needs: float = 0.0) -> None:
        """Run a check that takes about ``needs`` seconds; an exception is its result, and the next one goes on."""
        if self.left < needs:
            self.left_out.append(title)
            return
        print(f"{title}  ({self.left:.0f} s left)", flush=True)
        around, self.running, began = self.running, title, time.perf_counter()
        try:
            check()
        except Exception as error:
            self.errors[title] = f"{type(error).__name__}: {error}"
            print(f"  FAILED  {self.errors[title]}", flush=True)
        finally:
            self.running = around
            self.step_seconds[title] = round(time.perf_counter() - began, 2)

    def end_in_time(self, finish: Callable[[], object]) -> threading.Timer:
        """Have the process end when the time is over, whatever is running: named as an error, after ``finish``."""

        def end() -> None:
            self.errors[self.running or "Between two checks"] = "cut off, as the time was over"
            finish()
            sys.stdout.flush()
            os._exit(1)

        timer = threading.Timer(max(0.0, self.left), end)
        timer.daemon = True
        timer.start()
        return timer

    @property
    def left(self) -> float:
        """Seconds that are left."""
        return self.seconds - (time.perf_counter() - self.started)

    @property
    def passed(self) -> bool:
        """Whether nothing failed and no bound was missed."""
        return not self.errors and all(figure.passed for figure in self.figures)

    def write(self, folder: Path) -> None:
        """Write all as gpu.json into a folder."""
        folder.mkdir(parents=True, exist_ok=True)
        figures = [{**asdict(figure), "passed": figure.passed} for figure in self.figures]
        found = {"figures": figures, "errors": self.errors, "left_out": self.left_out, "seconds": self.step_seconds}
        (folder / "gpu.json").write_text(json.dumps(found, indent=1))


@dataclass
class Clock:
    """Seconds and peak gigabytes of a `timed` block."""

    seconds: float = 0.0
    gigabytes: float = 0.0


@contextmanager
def timed(device: str) -> Iterator[Clock]:
    """Measure a block, after the card has finished what it was given."""
    clock, computing = Clock(), chosen(device)
    on_card = computing.type == "cuda"
    computing.synchronise()
    if on_card:
        torch.cuda.reset_peak_memory_stats()
    start = time.perf_counter()
    yield clock
    computing.synchronise()
    if on_card:
        clock.gigabytes = torch.cuda.max_memory_allocated() / 1e9
    clock.seconds = time.perf_counter() - start
