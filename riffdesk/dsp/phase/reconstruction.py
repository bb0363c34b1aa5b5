"""Ink to sound: what is wanted, what is there, and how the new sound is led into the old.

The sound of ink is the one whose mel spectrogram is the ink, nearest to the sound that was there before.
From a cold start that is a first sound whose phases come from the magnitudes alone (`initial_phase`), brought
nearer to the ink step by step (`spectra`). After a change it is the former sound, in which the first step
makes louder and quieter what is there, and only ink on silence gets a new phase.
"""

from __future__ import annotations

import threading
from dataclasses import dataclass
from typing import Literal, get_args

import numpy as np
from numpy.typing import NDArray

from riffdesk.dsp.mel import mel_from_ink
from riffdesk.dsp.params import SpectrogramParams
from riffdesk.dsp.phase.clicks import with_clicks
from riffdesk.dsp.phase.grid import grid_of
from riffdesk.dsp.phase.reference import reference
from riffdesk.dsp.phase.span import Span, section_of, whole_of
from riffdesk.progress import OnStep, Step, check, ignore_steps

Array = NDArray[np.float32]
Columns = tuple[int, int]
Quality = Literal["draft", "good", "best", "reference"]

QUALITIES: tuple[Quality, ...] = get_args(Quality)

_ITERATIONS = {"draft": 4, "good": 32, "best": 160}
_MOMENTUM = 0.9


def reconstruct(
    ink: Array,
    params: SpectrogramParams,
    *,
    previous: Array | None = None,
    changed: Columns | None = None,
    quality: Quality = "good",
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
        How the ink's columns and bands are spaced.
    previous : float32 ``[..., samples]``, optional
        The sound before the change. Outside the changed columns plus one window on each side it
        is returned bit-identical, and the new sound is led to agree with it at the borders.
    changed : (start, stop), optional
        The columns to render anew; all of them by default. In a circular sound a ``stop`` beyond
        the last column goes on at the first.
    quality : str
        ``draft`` (4 iterations, for the ear while the hand still moves), ``good`` (32), ``best``
        (160) or ``reference`` (Riffusion's own method, see `riffdesk.dsp.phase.reference`).
    circular : bool
        Whether the last column flows into the first, for a loop without a seam.
    samples : int, optional
        Exact length of such a loop: column ``i`` is at sample ``i * samples / columns`` then. ``columns * hop`` by
        default.
    device : str
        ``cpu`` or ``cuda``. What a graphics card has no memory for is done on the processor.
    on_step : callable
        Called after each iteration.
    cancel : threading.Event, optional
        Read many times in each iteration.
    seed : int
        Of the phases of noise. The same ink, seed and machine give the same samples.

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
        section = whole_of(columns, params, circular=circular, samples=samples)
    else:
        section = section_of(changed, columns, params, circular=circular, samples=samples)
    check(cancel)
    if section is not None and len(flat):
        before = section.of_sound(sound)
        mel = mel_from_ink(section.of_ink(flat), params)
        work = _Work(params, section, mel, before, quality, on_step, cancel, seed)
        section.put(sound, work.result(device))
    return sound.reshape(*batch, samples)


@dataclass(frozen=True, eq=False)
class _Work:
    """The reconstruction of one section.

    Parameters
    ----------
    mel : float32 ``[channels, bands, columns]``
        What is wanted.
    before : float32 ``[channels, samples]``
        What is there.
    """

    params: SpectrogramParams
    section: Span
    mel: Array
    before: Array
    quality: Quality
    on_step: OnStep
    cancel: threading.Event | None
    seed: int

    def result(self, device: str) -> Array:
        """Return the section's new sound: float32 ``[channels, samples]``."""
        weight = self.section.weight(self.params.hop)
        if not self.mel.any():
            after = np.zeros_like(self.before)
        elif self.quality == "reference":
            after = self._as_riffusion()
        else:
            after = self._settled(device)
        after = np.nan_to_num(after, copy=False, nan=0.0, posinf=0.0, neginf=0.0)
        return np.where(weight == 0, self.before, self.before + weight * (after - self.before))

    def _as_riffusion(self) -> Array:
        """Return the sound by Riffusion's method, which knows columns a hop apart and no loops."""
        from riffdesk.dsp.phase.initial_sound import rows_of

        section, hop = self.section, self.params.hop
        samples = section.length(hop)
        over = min(samples, self.params.window) if section.closed else 0
        places = section.columns_at(np.arange(-(-(samples + over) // hop)) * hop, hop)
        mel = rows_of(self.mel, places, section.closed).transpose(0, 2, 1)
        sound = reference(mel, self.params, self.seed, self.on_step, self.cancel)[:, : samples + over]
        # The end of a loop goes on for a window, and the beginning fades in under that.
        ramp = np.linspace(0, 1, over, endpoint=False, dtype=np.float32)
        sound[:, :over] = ramp * sound[:, :over] + (1 - ramp) * sound[:, samples:]
        return sound[:, :samples]

    def _settled(self, device: str) -> Array:
        import torch

        if device != "cpu":
            try:
                return self._settled_on(device)
            except torch.cuda.OutOfMemoryError:
                torch.cuda.empty_cache()
                self.on_step(Step(0, 0, "The graphics card is full: making sound on the processor"))
        return self._settled_on("cpu")

    def _settled_on(self, device: str) -> Array:
        import torch

        from riffdesk.dsp.phase.initial_sound import FirstSound, rows_of
        from riffdesk.dsp.phase.spectra import spectra_of

        grid, section, circular = grid_of(self.params), self.section, self.section.closed
        spectra = spectra_of(self.params, device)
        old = section.resampled(self.before, self.params.hop, grid.column)
        there = torch.from_numpy(old).to(device)
        weight = torch.from_numpy(section.weight(grid.column)).to(device)
        mel, clicks = with_clicks(self.mel, self.params, circular)
        count = _ITERATIONS[self.quality]
        rows = [spectra.frames(old.shape[-1], offset, circular) for offset in grid.offsets[:count]]
        places = [section.columns_at(frames.places, grid.column) for frames in rows]
        wanted = [torch.from_numpy(rows_of(mel, at, circular)).to(device) for at in places]
        check(self.cancel)
        start = FirstSound(spectra, rows[0], places[0], wanted[0], there, clicks, self.cancel)
        first, treble = start.sound(self.seed)
        sound = last = there + weight * (first - there)
        for iteration in range(count):
            ahead = sound + _MOMENTUM * (sound - last)
            turn = iteration % len(rows)
            last, sound = sound, spectra.step(ahead, wanted[turn], rows[turn], self.cancel)
            sound = there + weight * (sound - there)
            if iteration == 0 and self.before.any():
                last = sound  # the first step is a gain on what was there; carried on, it would turn it upside down
            self.on_step(Step(iteration + 1, count, "Making sound"))
        # Only what has changed is resampled: what the working rate cannot hold stays as it was.
        new = self.before + section.resampled((sound - there).cpu().numpy(), grid.column, self.params.hop)
        if treble.min() == 1:
            return new
        # Or it falls silent with the highest bands.
        above = self.before - section.resampled(old, grid.column, self.params.hop)
        at = np.arange(above.shape[-1]) * (old.shape[-1] / above.shape[-1])
        factor = np.stack([np.interp(at, rows[0].places, one) for one in treble]).astype(np.float32)
        return np.asarray(new + (factor - 1) * above, np.float32)
