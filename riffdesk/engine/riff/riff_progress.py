"""Progress of several riffs that are made one after the other, or some at a time."""

from __future__ import annotations

from dataclasses import replace

from riffdesk.engine.events import Working
from riffdesk.progress import OnStep, Step


def numbered(on_step: OnStep, first: int, count: int, total: int) -> OnStep:
    """Return a listener that adds the numbers of riffs to steps, and scales their progress to all riffs.

    A `Working`, which counts the windows of a single riff, is left out.

    Parameters
    ----------
    first, count : int
        Number of the first riff, from 0, and how many are made together.
    total : int
        All riffs; if there is only one, its steps are not changed.
    """
    if total == 1:
        return on_step
    label = f"Riff {first + 1}" if count == 1 else f"Riffs {first + 1} to {first + count}"

    def on_numbered_step(step: Step) -> None:
        done = first * step.total + count * step.done
        partial = None if isinstance(step.partial, Working) else step.partial
        what = f"{label} of {total}: {step.what}"
        on_step(replace(step, done=done, total=step.total * total, what=what, partial=partial))

    return on_numbered_step
