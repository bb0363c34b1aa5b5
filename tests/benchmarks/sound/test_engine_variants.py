"""What each choice in the sound engine is worth: the same clips with one choice undone, for a decision page."""

from __future__ import annotations

import dataclasses
import threading
import time
from collections.abc import Callable

import numpy as np
import pytest
import torch

from riffdesk.dsp.phase import reconstruction, spectra
from riffdesk.dsp.phase.grid import Grid, grid_of
from riffdesk.dsp.phase.initial_phase import FrameTargets, PhaseCarrier
from riffdesk.dsp.phase.reconstruction import reconstruct
from riffdesk.dsp.phase.spectra import Frames, Spectra
from tests.benchmarks.sound.test_sound_engine import PARAMS, clip, one_thread  # noqa: F401
from tests.measure import convergence_db, image_error

pytestmark = pytest.mark.bench

CLIPS = ("og_beat", "song", "plucks", "chords", "drums", "voice", "drawn")
Patch = Callable[[pytest.MonkeyPatch], None]


def as_it_is(patch: pytest.MonkeyPatch) -> None:
    """Change nothing."""


def phases(patch: pytest.MonkeyPatch, begun: Callable[[tuple[int, ...]], np.ndarray]) -> None:
    """Begin with other phases than the carried ones."""

    def other(carrier: PhaseCarrier, wanted: FrameTargets) -> np.ndarray:
        magnitude = wanted.magnitude[1:-1]
        return (magnitude * np.exp(1j * begun(magnitude.shape))).astype(np.complex64)

    patch.setattr(PhaseCarrier, "spectra", other)


def random_phase(patch: pytest.MonkeyPatch) -> None:
    draw = np.random.default_rng(0)
    phases(patch, lambda shape: 2 * np.pi * draw.random(shape))


def zero_phase(patch: pytest.MonkeyPatch) -> None:
    phases(patch, np.zeros)


def on_grid(patch: pytest.MonkeyPatch, change: Callable[[Grid], Grid]) -> None:
    changed = change(grid_of(PARAMS))
    for module in (spectra, reconstruction):
        patch.setattr(module, "grid_of", lambda _: changed)


def padded_once(patch: pytest.MonkeyPatch) -> None:
    on_grid(patch, lambda grid: dataclasses.replace(grid, n_fft=grid.window))


def padded_four_times(patch: pytest.MonkeyPatch) -> None:
    on_grid(patch, lambda grid: dataclasses.replace(grid, n_fft=4 * grid.window))


def every_column(patch: pytest.MonkeyPatch) -> None:
    on_grid(patch, lambda grid: dataclasses.replace(grid, step=grid.column, offsets=(0,)))


def the_same_half(patch: pytest.MonkeyPatch) -> None:
    on_grid(patch, lambda grid: dataclasses.replace(grid, offsets=(0,)))


def full_rate(patch: pytest.MonkeyPatch) -> None:
    on_grid(
        patch,
        lambda _: Grid(PARAMS.hop, PARAMS.window, 2 * PARAMS.window, 2 * PARAMS.hop, (0, PARAMS.hop)),
    )


def momentum(value: float) -> Patch:
    return lambda patch: patch.setattr("riffdesk.dsp.phase.iterations._MOMENTUM", value)


def louder(value: float) -> Patch:
    return lambda patch: patch.setattr(Spectra.gain, "__defaults__", (value,))


def iterations(count: int) -> Patch:
    return lambda patch: patch.setitem(reconstruction._ITERATIONS, "good", count)


def fixed_magnitudes(patch: pytest.MonkeyPatch, guess: Callable[[Spectra, torch.Tensor], torch.Tensor]) -> None:
    """Take Griffin and Lim's own step: the phases of the sound, and always the same magnitudes."""
    known: list[tuple[torch.Tensor, torch.Tensor]] = []  # of the two rows of frames of a clip

    def step(
        one: Spectra, sound: torch.Tensor, mel: torch.Tensor, frames: Frames, cancel: threading.Event | None
    ) -> torch.Tensor:
        magnitude = next((magnitude for wanted, magnitude in known if wanted is mel), None)
        if magnitude is None:
            magnitude = guess(one, mel)
            known[:] = [*known[-1:], (mel, magnitude)]
        synthesis = frames.synthesis(len(sound))
        for part, at in frames.analysis(sound):
            synthesis.add(part, torch.polar(magnitude[:, part], at.angle()))
        return synthesis.sound()

    patch.setattr(Spectra, "step", step)


def fixed_smooth(patch: pytest.MonkeyPatch) -> None:
    fixed_magnitudes(patch, Spectra.magnitudes)


def fixed_pseudo_inverse(patch: pytest.MonkeyPatch) -> None:
    inverse = torch.linalg.pinv(spectra.spectra_of(PARAMS, "cpu")._filters.to_dense())
    fixed_magnitudes(patch, lambda _, mel: (mel @ inverse.T).clamp_(min=0))


VARIANTS: dict[str, Patch] = {
    "as it is": as_it_is,
    "random phase at the start": random_phase,
    "zero phase at the start": zero_phase,
    "magnitudes fixed, smooth": fixed_smooth,
    "magnitudes fixed, by pseudo-inverse": fixed_pseudo_inverse,
    "no padding": padded_once,
    "padding of four windows": padded_four_times,
    "every column in every iteration": every_column,
    "the same half of the columns always": the_same_half,
    "at the full sample rate": full_rate,
    "no momentum": momentum(0),
    "momentum 0.99": momentum(0.99),
    "a bin gains 1.2 at most": louder(1.2),
    "a bin gains 4 at most": louder(4),
    "16 iterations": iterations(16),
    "64 iterations": iterations(64),
}


def test_variants_on_real_clips() -> None:
    """Print a table: time beside the engine as it is, and each clip's image error and convergence."""
    inks = {}
    for name in CLIPS:
        try:
            inks[name] = clip(name)[0]
        except pytest.skip.Exception:
            continue
    print(f"\n| variant | time | {' | '.join(inks)} | mean |\n|---|---|{'---|' * (len(inks) + 1)}")
    base = 0.0
    for title, change in VARIANTS.items():
        with pytest.MonkeyPatch.context() as patch:
            spectra.spectra_of.cache_clear()
            change(patch)
            reconstruct(inks["plucks"][:, :20], PARAMS)
            seconds, errors, dbs = 0.0, [], []
            for ink in inks.values():
                began = time.process_time()
                sound = reconstruct(ink, PARAMS)
                seconds += time.process_time() - began
                errors.append(image_error(ink, sound, PARAMS))
                dbs.append(convergence_db(ink, sound, PARAMS))
        base = base or seconds
        cells = " | ".join(f"{error:.2f} / {db:.1f}" for error, db in zip(errors, dbs, strict=True))
        print(f"| {title} | {seconds / base:.2f}x | {cells} | {np.mean(errors):.2f} / {np.mean(dbs):.1f} |", flush=True)
    spectra.spectra_of.cache_clear()
