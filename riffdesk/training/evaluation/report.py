"""The report of an evaluation: a row for each measure, as JSON on disk and as a table in the model card."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from riffdesk.files import write_beside
from riffdesk.training.checkpoint import writing

_DRAWS = 2_000
_Z = 1.96  # standard deviations of a normal distribution that hold 95%


@dataclass(frozen=True)
class Row:
    """A row of the report: the measure, number of clips, value, unit, and the value of real renders."""

    measure: str
    samples: int
    value: float
    unit: str = "%"
    real: float | None = None


def percent(correct: Sequence[bool]) -> float:
    """Return the share of correct answers in percent; NaN if there are none."""
    return 100 * float(np.mean(correct)) if len(correct) else float("nan")


def share_text(right: int, total: int) -> str:
    """Return the share that is right, with its interval of 95% (Wilson 1927)."""
    share, n = right / total, total
    middle = (share + _Z**2 / (2 * n)) / (1 + _Z**2 / n)
    half = _Z * float(np.sqrt(share * (1 - share) / n + _Z**2 / (4 * n**2))) / (1 + _Z**2 / n)
    return f"{share:.0%} ({middle - half:.0%} to {middle + half:.0%})"


def interval(count: int, value: Callable[[NDArray[np.int64]], float]) -> tuple[float, float]:
    """Return the interval of 95% of a value of some samples, by bootstrap (Efron 1979).

    Parameters
    ----------
    count : int
        Number of samples.
    value : callable
        Returns the value of the samples with some numbers, of which some may occur several times.
    """
    rng = np.random.default_rng(0)
    low, high = np.percentile([value(rng.integers(count, size=count)) for _ in range(_DRAWS)], (2.5, 97.5))
    return float(low), float(high)


def table_of(rows: list[Row]) -> str:
    """Return the rows as a Markdown table."""
    lines = ["| measure | clips | value | real renders |", "|---|---|---|---|"]
    for row in rows:
        real = "" if row.real is None else f"{row.real:.0f}{row.unit}"
        value = f"{row.value:.0f}%" if row.unit == "%" else f"{row.value:.2f} {row.unit}".strip()
        lines.append(f"| {row.measure} | {row.samples} | {value} | {real} |")
    return "\n".join(lines)


def write_report(rows: list[Row], path: Path) -> None:
    """Write the rows as JSON; an existing file is replaced, the folder is created."""
    with writing(path):
        path.parent.mkdir(parents=True, exist_ok=True)
        with write_beside(path) as temporary:
            temporary.write_text(json.dumps([asdict(row) for row in rows], indent=2))
