"""The report of an evaluation: a row for each measure, as JSON on disk and as a table in the model card."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

import numpy as np

from riffdesk.files import write_beside
from riffdesk.training.checkpoint import writing


@dataclass(frozen=True)
class Row:
    """One line of the report: what was measured, on how many clips, the figure, and what real renders get."""

    measure: str
    samples: int
    value: float
    unit: str = "%"
    real: float | None = None


def percent(right: Sequence[bool]) -> float:
    """Return how many of the answers are right, in percent; NaN of none."""
    return 100 * float(np.mean(right)) if len(right) else float("nan")


def table_of(rows: list[Row]) -> str:
    """Return the rows as a Markdown table."""
    lines = ["| measure | clips | value | real renders |", "|---|---|---|---|"]
    for row in rows:
        real = "" if row.real is None else f"{row.real:.0f}{row.unit}"
        value = f"{row.value:.0f}%" if row.unit == "%" else f"{row.value:.2f} {row.unit}".strip()
        lines.append(f"| {row.measure} | {row.samples} | {value} | {real} |")
    return "\n".join(lines)


def write_report(rows: list[Row], path: Path) -> None:
    """Write the rows as JSON, in place of what was there; the folder is made."""
    with writing(path):
        path.parent.mkdir(parents=True, exist_ok=True)
        with write_beside(path) as temporary:
            temporary.write_text(json.dumps([asdict(row) for row in rows], indent=2))
