"""Sound as a graphics card makes it, computed here on the processor: the numbers are those of the processor's way."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
import pytest
import torch

from riffdesk.devices import Device
from riffdesk.dsp.mel import mel_from_ink
from riffdesk.dsp.params import SpectrogramParams
from riffdesk.dsp.phase import card_sound, clicks, initial_sound, spectra
from riffdesk.dsp.phase.initial_phase import FrameTargets, PhaseCarrier
from riffdesk.dsp.phase.parallel_phase import ParallelCarrier
from riffdesk.dsp.phase.quality import Quality
from riffdesk.dsp.phase.reconstruction import reconstruct
from tests.dsp.phase.drawing import PARAMS, SMALL, blank, click, noise, tone_line, with_sound
from tests.measure import Array, convergence_db, riff, rms_db

COLUMNS = 120


@pytest.fixture
def on_card(monkeypatch: pytest.MonkeyPatch) -> Callable[..., Array]:
    """Return `reconstruct` in the way of a card."""

    def made(ink: Array, params: SpectrogramParams = PARAMS, **options: object) -> Array:
        with monkeypatch.context() as patch:
            card = spectra.Spectra(params, "cpu", for_card=True)
            patch.setattr(spectra, "spectra_of", lambda *_: card)
            return reconstruct(ink, params, **options)  # type: ignore[arg-type]

    return made


def drawn() -> Array:
    """Return ink with tones, clicks and silence."""
    ink = tone_line(330, COLUMNS, 10, 90, harmonics=5)
    ink[:, 100] = ink[:200, 40] = 0.5
    return ink


@pytest.mark.parametrize(("quality", "circular"), [("draft", False), ("draft", True), ("good", True)])
class TestLikeTheProcessor:
    def test_new_ink(self, on_card: Callable[..., Array], quality: Quality, circular: bool) -> None:
        ink = drawn()
        here = reconstruct(ink, PARAMS, quality=quality, circular=circular)
        there = on_card(ink, quality=quality, circular=circular)
        assert rms_db(there - here) < rms_db(here) - 30
        assert rms_db(there) == pytest.approx(rms_db(here), abs=0.1)

    def test_changed_ink(self, on_card: Callable[..., Array], quality: Quality, circular: bool) -> None:
        ink, before = with_sound(riff(1.0), 100)
        ink[:, 40:60] = tone_line(1_000, 20)
        options = {"previous": before, "changed": (40, 60), "quality": quality, "circular": circular}
        here, there = reconstruct(ink, PARAMS, **options), on_card(ink, **options)  # type: ignore[arg-type]
        assert rms_db(there - here) < rms_db(here) - 30

    def test_channels(self, on_card: Callable[..., Array], quality: Quality, circular: bool) -> None:
        ink = np.stack([drawn(), tone_line(500, COLUMNS)])
        here = reconstruct(ink, PARAMS, quality=quality, circular=circular)
        there = on_card(ink, quality=quality, circular=circular)
        assert rms_db(there - here) < rms_db(here) - 30


def test_a_riff_is_as_near_to_its_ink(on_card: Callable[..., Array]) -> None:
    ink, _ = with_sound(riff(1.5), 150)
    here, there = reconstruct(ink, PARAMS), on_card(ink)
    assert convergence_db(ink, there, PARAMS) < convergence_db(ink, here, PARAMS) + 0.3


def test_noise_is_as_loud_and_the_same_each_time(on_card: Callable[..., Array]) -> None:
    ink = noise(COLUMNS, slice(100, 400))
    here, there = reconstruct(ink, PARAMS), on_card(ink)
    assert rms_db(there) == pytest.approx(rms_db(here), abs=0.3)
    np.testing.assert_array_equal(there, on_card(ink))


@pytest.mark.parametrize("columns", [1, 2, 3, 7])
def test_short_ink(on_card: Callable[..., Array], columns: int) -> None:
    for circular in (False, True):
        ink = np.full((SMALL.bands, columns), 0.5, np.float32)
        sound = on_card(ink, SMALL, circular=circular)
        assert sound.shape == (columns * SMALL.hop,)
        assert np.isfinite(sound).all()


@pytest.mark.parametrize("circular", [False, True])
def test_clicks_rows_and_flat_cells_are_the_same(circular: bool) -> None:
    ink = np.stack([drawn(), np.maximum(click(0, COLUMNS), click(COLUMNS - 1, COLUMNS))])
    mel = mel_from_ink(ink, PARAMS)
    here, near = clicks.with_clicks(mel, PARAMS, circular)
    there, near_there = card_sound.with_clicks(torch.from_numpy(mel), PARAMS, circular)
    np.testing.assert_array_equal(here, there.numpy())
    np.testing.assert_array_equal(near, near_there.numpy())
    positions = np.arange(0, COLUMNS - 1, 1.7)
    rows, rows_there = initial_sound.rows_of(here, positions, circular), card_sound.rows_of(there, positions, circular)
    np.testing.assert_array_equal(rows, rows_there.numpy())
    cells = mel_from_ink(noise(40, slice(100, 200)), PARAMS).T
    np.testing.assert_array_equal(initial_sound._flat(cells), card_sound.flat(torch.from_numpy(cells)).numpy())


def test_ink_without_clicks_has_none() -> None:
    assert card_sound.with_clicks(torch.from_numpy(blank(9)[None]), PARAMS, False)[1] is None


def test_phases_of_a_run_are_those_of_frame_after_frame() -> None:
    here, mel = spectra.spectra_of(PARAMS, "cpu"), mel_from_ink(drawn()[:, 10:90], PARAMS).T[None]
    magnitude = here.magnitudes(torch.from_numpy(np.ascontiguousarray(mel)))[0]
    frames = len(magnitude) - 2
    present = torch.zeros(frames, here.grid.bins, dtype=torch.complex64)
    lacking = torch.from_numpy(mel[0, 1:-1] > 4 * here.floor).index_select(1, here.band_of_bin)
    detune = np.full(here.grid.bins, 0.01)
    one, all_at_once = PhaseCarrier(here.grid, 3, detune), ParallelCarrier(here.grid, 3, detune, "cpu")
    for steps in (1, 0.5):  # the second run continues the first
        arrays = (tensor.numpy() for tensor in (magnitude, present, lacking))
        wanted = one.spectra(FrameTargets(*arrays, None, None, steps))
        found = all_at_once.spectra(FrameTargets(magnitude, present, lacking, None, None, steps)).numpy()
        assert rms_db(np.abs(found - wanted)) < rms_db(np.abs(wanted)) - 50


class Recorder(Device):
    """A processor that records calls by keeping them."""

    def __init__(self, free: int = 2**40, *, fails: bool = False) -> None:
        self.free, self.fails, self.replayed = free, fails, 0

    def records(self) -> bool:
        return True

    def free_bytes(self) -> int:
        return self.free

    def record(
        self, call: Callable[..., torch.Tensor], values: tuple[torch.Tensor, ...]
    ) -> Callable[..., torch.Tensor]:
        if self.fails:
            raise RuntimeError("not recorded")

        def replay(*values: torch.Tensor) -> torch.Tensor:
            self.replayed += 1
            return call(*values)

        return replay


class TestRecording:
    @pytest.mark.parametrize(
        ("recorder", "quality", "times"),
        [
            (Recorder(), "good", 15),  # times two iterations, after a plain gain and one more
            (Recorder(), "draft", 0),
            (Recorder(free=1000), "good", 0),
            (Recorder(fails=True), "good", 0),
        ],
    )
    def test_recorded_iterations_are_the_same(
        self,
        on_card: Callable[..., Array],
        monkeypatch: pytest.MonkeyPatch,
        recorder: Recorder,
        quality: Quality,
        times: int,
    ) -> None:
        ink, before = with_sound(riff(0.4), 40)
        done: list[int] = []
        options = {"previous": before, "quality": quality}
        plain = on_card(ink, **options)
        monkeypatch.setattr("riffdesk.dsp.phase.reconstruction.device_of", lambda _: recorder)
        recorded = on_card(ink, **options, on_step=lambda step: done.append(step.done))
        np.testing.assert_array_equal(plain, recorded)
        assert recorder.replayed == times
        assert done[-1] == {"good": 32, "draft": 4}[quality]

    def test_all_iterations_of_new_ink_are_recorded(
        self, on_card: Callable[..., Array], monkeypatch: pytest.MonkeyPatch
    ) -> None:
        ink, recorder = drawn(), Recorder()
        plain = on_card(ink)
        monkeypatch.setattr("riffdesk.dsp.phase.reconstruction.device_of", lambda _: recorder)
        np.testing.assert_array_equal(plain, on_card(ink))
        assert recorder.replayed == 16


@pytest.mark.parametrize("power", [0.25, 1.0])
def test_mel_amplitudes_are_the_same(power: float) -> None:
    params = SpectrogramParams(power=power)
    ink = np.array([0, 1e-12, 0.3, 1, 7, 9, -1, np.inf, -np.inf, np.nan], np.float32)
    there = card_sound.mel_from_ink(torch.from_numpy(ink), params).numpy()
    np.testing.assert_allclose(there, mel_from_ink(ink, params), rtol=1e-6)
