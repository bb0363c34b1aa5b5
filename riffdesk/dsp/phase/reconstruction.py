"""Reconstruction of sound from ink, entirely or for the columns that changed.

The result is the sound whose mel spectrogram is the ink, and that is nearest to the previous sound. Without a
previous sound, an initial sound with phases from the magnitudes alone (`initial_phase`) is brought nearer to the ink
in iterations (`spectra`). After a change, the first iteration is a gain on the previous sound, and only ink on
silence gets a new phase.
"""

from __future__ import annotations

import threading
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

import numpy as np

from riffdesk.arrays import Array
from riffdesk.devices import device_of, release
from riffdesk.dsp.mel import mel_from_ink
from riffdesk.dsp.params import SpectrogramParams
from riffdesk.dsp.phase.clicks import with_clicks
from riffdesk.dsp.phase.grid import grid_of
from riffdesk.dsp.phase.quality import LiveQuality
from riffdesk.dsp.phase.reference import reference
from riffdesk.dsp.phase.span import Span, changed_span, whole_span
from riffdesk.errors import is_out_of_memory
from riffdesk.language import tr
from riffdesk.progress import OnStep, Step, check, ignore_steps

if TYPE_CHECKING:
    import torch

    from riffdesk.dsp.phase.initial_sound import InitialSound
    from riffdesk.dsp.phase.spectra import Frames, Spectra

Columns = tuple[int, int]
_ITERATIONS = {"draft": 4, "good": 32, "best": 160}


def reconstruct(  # noqa: PLR0913 - options, by keyword only
    ink: Array,
    params: SpectrogramParams,
    *,
    previous: Array | None = None,
    changed: Columns | None = None,
    quality: LiveQuality = "good",
    circular: bool = False,
    samples: int | None = None,
    device: str = "cpu",
    on_step: OnStep = ignore_steps,
    cancel: threading.Event | None = None,
    seed: int = 0,
) -> Array:
    """Return sound whose mel spectrogram is the given ink.

    Parameters
    ----------
    ink : float32 ``[..., bands, columns]``
        Leading axes are channels or layers. NaN and negative ink count as silence.
    params : SpectrogramParams
        Bands and time grid of the ink.
    previous : float32 ``[..., samples]``, optional
        The sound before the change. Outside the changed columns plus one window on each side it
        is returned bit-identical, and the new sound is crossfaded with it at the borders.
    changed : (start, stop), optional
        The columns to render; all of them by default. In a circular sound a ``stop`` beyond
        the last column wraps around to the first.
    quality : str
        ``draft`` (4 iterations, for strokes in progress), ``good`` (32), ``best``
        (160) or ``reference`` (Riffusion's own method, see `riffdesk.dsp.phase.reference`). ``instant`` has no
        iterations, and takes less than half the time of a draft.
    circular : bool
        Whether it is a seamless loop.
    samples : int, optional
        Exact length of such a loop: column ``i`` is at sample ``i * samples / columns`` then. ``columns * hop`` by
        default.
    device : str
        Torch's name of a device that makes sound, see `riffdesk.devices`. If a graphics card runs out of memory, the
        processor is used.
    on_step : callable
        Called after each iteration.
    cancel : threading.Event, optional
        Read many times in each iteration.
    seed : int
        Seed of the phases of noise. The same ink, seed and machine give the same samples.

    Returns
    -------
    float32 ``[..., samples]``
        Sound at ``params.sample_rate``, never normalised. Silent ink gives exact zeros.

    Raises
    ------
    Cancelled
        If ``cancel`` was set.
    """
    batch, columns = ink.shape[:-2], ink.shape[-1]
    samples = columns * params.hop if samples is None else samples
    flat = np.asarray(ink, np.float32).reshape(int(np.prod(batch)), params.bands, columns)
    sound = np.zeros((len(flat), samples), np.float32)
    if previous is not None:
        sound[:] = np.broadcast_to(previous, (*batch, samples)).reshape(len(flat), samples)
    if changed is None or previous is None:
        span = whole_span(columns, params, circular=circular, samples=samples)
    else:
        margin = 1.0 if quality == "instant" else 1.5
        span = changed_span(changed, columns, params, circular=circular, samples=samples, margin=margin)
    check(cancel)
    if span is not None and len(flat):
        before = span.of_sound(sound)
        reconstruction = _Reconstruction(params, span, span.of_ink(flat), before, quality, on_step, cancel, seed)
        span.put(sound, reconstruction.result(device))
    return sound.reshape(*batch, samples)


@dataclass(frozen=True, eq=False)
class _Reconstruction:
    """The reconstruction of one span.

    Parameters
    ----------
    ink : float32 ``[channels, bands, columns]``
        The span's ink.
    before : float32 ``[channels, samples]``
        The previous sound.
    """

    params: SpectrogramParams
    span: Span
    ink: Array
    before: Array
    quality: LiveQuality
    on_step: OnStep
    cancel: threading.Event | None
    seed: int

    @cached_property
    def mel(self) -> Array:
        """Return the target mel amplitudes: ``[channels, bands, columns]``."""
        return mel_from_ink(self.ink, self.params)

    def result(self, device: str) -> Array:
        """Return the span's new sound: float32 ``[channels, samples]``."""
        weight = self.span.weight(self.params.hop)
        strongest = np.fmax.reduce(self.ink, axis=None, initial=np.float32(0))
        if not mel_from_ink(strongest, self.params).any():
            after = np.zeros_like(self.before)
        elif self.quality == "reference":
            after = self._as_riffusion()
        elif self.quality == "instant":
            after = self._at_once()
        else:
            after = self._with_fallback(device)
        after = np.nan_to_num(after, copy=False, nan=0.0, posinf=0.0, neginf=0.0)
        return np.where(weight == 0, self.before, self.before + weight * (after - self.before))

    def _as_riffusion(self) -> Array:
        """Return the sound by Riffusion's method, which supports neither loops nor stretched columns by itself."""
        from riffdesk.dsp.phase.initial_sound import rows_of

        span, hop = self.span, self.params.hop
        samples = span.length(hop)
        overlap = min(samples, self.params.window) if span.closed else 0
        positions = span.columns_at(np.arange(-(-(samples + overlap) // hop)) * hop, hop)
        mel = rows_of(self.mel, positions, span.closed).transpose(0, 2, 1)
        sound = reference(mel, self.params, self.seed, self.on_step, self.cancel)[:, : samples + overlap]
        # The end of a loop is extended by a window, and crossfaded into the beginning.
        ramp = np.linspace(0, 1, overlap, endpoint=False, dtype=np.float32)
        sound[:, :overlap] = ramp * sound[:, :overlap] + (1 - ramp) * sound[:, samples:]
        return sound[:, :samples]

    def _at_once(self) -> Array:
        """Return the sound without iterations, on the processor."""
        import torch

        from riffdesk.dsp.phase.initial_sound import InitialSound, rows_of
        from riffdesk.dsp.phase.spectra import spectra_of

        grid, span, circular = grid_of(self.params), self.span, self.span.closed
        spectra = spectra_of(self.params, "cpu")
        resampled = span.resampled(self.before, self.params.hop, grid.column)
        mel, clicks = with_clicks(self.mel, self.params, circular)
        frames = spectra.frames(resampled.shape[-1], grid.offsets[0], circular)
        positions = span.columns_at(frames.centres, grid.column)
        targets, present = torch.from_numpy(rows_of(mel, positions, circular)), torch.from_numpy(resampled)
        initial = InitialSound(spectra, frames, positions, targets, present, clicks, self.cancel)
        reach = self.params.window / (2 * self.params.hop)
        near = span.start - span.first - reach, span.stop - span.first + reach
        change = span.weight(grid.column) * initial.change(self.seed, (0, np.inf) if circular else near).numpy()
        return self.before + span.resampled(change, grid.column, self.params.hop)

    def _with_fallback(self, device: str) -> Array:
        if device != "cpu":
            try:
                return self._iterate(device)
            except RuntimeError as error:
                if not is_out_of_memory(error):
                    raise
            release()  # after the except block, whose traceback would hold the failed call's tensors
            self.on_step(Step(0, 0, tr("The graphics card is full: making sound on the processor")))
        return self._iterate("cpu")

    def _iterate(self, device: str) -> Array:
        import torch

        from riffdesk.dsp.phase.iterations import Iterations
        from riffdesk.dsp.phase.spectra import spectra_of

        grid, span = grid_of(self.params), self.span
        spectra = spectra_of(self.params, device)
        is_gain = bool(self.before.any())
        if is_gain:
            resampled = span.resampled(self.before, self.params.hop, grid.column)
        else:
            resampled = np.zeros((len(self.before), span.length(grid.column)), np.float32)
        previous = torch.from_numpy(resampled).to(device)
        weight = torch.from_numpy(span.weight(grid.column)).to(device)
        count = _ITERATIONS[self.quality]
        rows = [spectra.frames(resampled.shape[-1], offset, span.closed) for offset in grid.offsets[:count]]
        targets, initial = self._beginning(spectra, rows, previous)
        first, treble = initial.sound(self.seed)
        recorder = device_of(torch.device(device)) if spectra.for_card else None
        iterations = Iterations(spectra, rows, targets, previous, weight, self.cancel, recorder)
        sound = iterations.run(
            first, count, lambda done: self.on_step(Step(done, count, tr("Making sound"))), is_gain=is_gain
        )
        # Only the difference is resampled, so that frequencies above the working rate are unchanged.
        result = self.before + span.resampled((sound - previous).cpu().numpy(), grid.column, self.params.hop)
        if treble.min() == 1:
            return result
        # Frequencies above the working rate are attenuated with the highest bands.
        above = self.before - span.resampled(resampled, grid.column, self.params.hop)
        samples = np.arange(above.shape[-1]) * (resampled.shape[-1] / above.shape[-1])
        factor = np.stack([np.interp(samples, rows[0].centres, channel) for channel in treble]).astype(np.float32)
        return np.asarray(result + (factor - 1) * above, np.float32)

    def _beginning(
        self, spectra: Spectra, rows: list[Frames], previous: torch.Tensor
    ) -> tuple[list[torch.Tensor], InitialSound]:
        """Return the target mel amplitudes of rows of frames, and what makes the sound before the first iteration."""
        import torch

        from riffdesk.dsp.phase import card_sound, initial_sound

        circular = self.span.closed
        positions = [self.span.columns_at(frames.centres, spectra.grid.column) for frames in rows]
        begun = spectra, rows[0], positions[0]
        if spectra.for_card:
            there = card_sound.mel_from_ink(torch.tensor(self.ink, device=spectra.device), self.params)
            there, marks = card_sound.with_clicks(there, self.params, circular)
            targets = [card_sound.rows_of(there, centres, circular) for centres in positions]
            check(self.cancel)
            return targets, card_sound.CardInitialSound(*begun, targets[0], previous, marks, self.cancel)
        mel, clicks = with_clicks(self.mel, self.params, circular)
        targets = [torch.from_numpy(initial_sound.rows_of(mel, centres, circular)) for centres in positions]
        check(self.cancel)
        return targets, initial_sound.InitialSound(*begun, targets[0], previous, clicks, self.cancel)
