"""The protocol of generators: a request in, sections of ink and sound out.

Each family of models (`riffdesk.models.families`) has a class that implements it. `riffdesk.engine.riff.render` has
the common part: checks, guides, requests that change nothing, stored sections, memory errors, and the assembly of the
riff. A family whose model makes sound has the ink from it with `riffdesk.dsp.mel.analyse`.
"""

from __future__ import annotations

import threading
from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any, Protocol

from numpy.typing import NDArray

from riffdesk.engine.events import Section
from riffdesk.engine.requests import RenderRequest
from riffdesk.progress import OnStep

if TYPE_CHECKING:
    from riffdesk.diffusion.model import Model


class SectionStore(Protocol):
    """Stored sections of one request, as `riffdesk.engine.recovery.unfinished_riffs.Store`."""

    done: int
    """Number of stored sections."""
    state: Mapping[str, NDArray[Any]] | None
    """The state that was stored with the last section."""

    def put(
        self,
        section: Section,
        state: Mapping[str, NDArray[Any]],
        windows: tuple[tuple[float, float], ...],
        sections: int,
    ) -> None:
        """Store the next section, the state after it, the plan's windows, and the number of all sections."""


class Generator(Protocol):
    """A loaded model."""

    @property
    def model(self) -> Model | None:
        """Its diffusion model, of whose strips a jam is made bar by bar; None in families without one."""

    def prepare(self, request: RenderRequest, on_step: OnStep, cancel: threading.Event | None) -> None:
        """Import and compute everything that the first riff needs, without making one; Cancelled as below.

        A `riffdesk.engine.events.Forecast` goes to ``on_step`` if the riff will take long.
        """

    def sections(
        self,
        requests: Sequence[RenderRequest],
        on_step: OnStep,
        cancel: threading.Event | None,
        store: SectionStore | None = None,
    ) -> Iterator[tuple[int, Section, bool]]:
        """Yield the sections of requests that differ only in their seeds.

        Parameters
        ----------
        requests : sequence of RenderRequest
            Checked, at least one. Ink is asked for in ``request.params``: ``request.columns`` columns, where silence
            is 0 and full scale 1, and with it ``request.samples`` samples of sound at its rate. With a mask, ink where
            that is 0, and sound further than a window from other ink, are the request's own, bit for bit; sections may
            leave them out. The same request gives the same samples.
        on_step : callable
            Called with a `riffdesk.engine.events.Plan` before the first section of a single request, and with the
            progress of all requests.
        cancel : threading.Event, optional
            Read at each step.
        store : SectionStore, optional
            For a single request: the first ``store.done`` sections are not made again; others are put there as they
            are yielded. A family whose sections cannot be continued may ignore it if ``store.done`` is 0.

        Yields
        ------
        index, section, last
            The number of the request, consecutive sections of it without overlap, and whether it is its last.

        Raises
        ------
        UserError
            If the family does not support a request; the message says what it supports.
        Cancelled
            If ``cancel`` was set.
        """
