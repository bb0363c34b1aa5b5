"""Progress of several riffs that are made one after the other, or some at a time."""

from __future__ import annotations

from dataclasses import replace

from riffdesk.engine.events import Working
from riffdesk.language import tr
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
    label = (
        tr("Riff {first}", first=first + 1)
        if count == 1
        else tr("Riffs {first} to {last}", first=first + 1, last=first + count)
    )

    def on_numbered_step(step: Step) -> None:
        done = first * step.total + count * step.done
        partial = None if isinstance(step.partial, Working) else step.partial
        what = tr("{label} of {total}: {what}", label=label, total=total, what=step.what)
        on_step(replace(step, done=done, total=step.total * total, what=what, partial=partial))

    return on_numbered_step
