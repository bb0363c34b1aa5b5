"""Ink that no sound has, changes that are none, and work that is stopped or has no room."""

from __future__ import annotations

import threading

import numpy as np
import pytest
import torch
from hypothesis import given, settings
from hypothesis import strategies as st

from riffdesk.dsp.params import SpectrogramParams
from riffdesk.dsp.phase import spectra
from riffdesk.dsp.phase.quality import Quality
from riffdesk.dsp.phase.reconstruction import reconstruct
from riffdesk.errors import Cancelled
from riffdesk.progress import Step
from tests.dsp.phase.drawing import HOP, PARAMS, SMALL, blank, noise, tone_line, with_sound
from tests.measure import Array, riff, rms_db

STRANGE = [np.nan, np.inf, -np.inf, -1.0, -1e30, 8.0, 50.0, 1e30, 1e-30, 1.0]
fast: list[Quality] = ["draft", "good"]


@st.composite
def damaged_ink(draw: st.DrawFn) -> Array:
    """Draw ink of any length with strange values in strange places."""
    columns = draw(st.integers(0, 40))
    floor = draw(st.sampled_from([0.0, 1e-6, 0.5, 1.0, 8.0, np.nan, np.inf]))
    ink = np.full((SMALL.bands, columns), floor, np.float32)
    for _ in range(draw(st.integers(0, 6)) if columns else 0):
        first, band = draw(st.integers(0, columns - 1)), draw(st.integers(0, SMALL.bands - 1))
        wide, high = draw(st.integers(1, 40)), draw(st.integers(1, SMALL.bands))
        ink[band : band + high, first : first + wide] = draw(st.sampled_from(STRANGE))
    return ink


class TestStrangeInk:
    @given(damaged_ink(), st.sampled_from(fast), st.booleans())
    @settings(max_examples=40)
    def test_never_gives_anything_but_finite_sound(self, ink: Array, quality: Quality, circular: bool) -> None:
        sound = reconstruct(ink, SMALL, quality=quality, circular=circular)
        assert sound.shape == (ink.shape[-1] * SMALL.hop,)
        assert sound.dtype == np.float32
        assert np.isfinite(sound).all()

    @given(damaged_ink(), st.integers(-50, 90), st.integers(-50, 90), st.booleans(), st.floats(0, 1e6, width=32))
    @settings(max_examples=40)
    def test_in_any_range_leaves_what_is_far_away_bit_identical(
        self, ink: Array, start: int, stop: int, circular: bool, loudness: float
    ) -> None:
        columns = ink.shape[-1]
        rng = np.random.default_rng(0)
        before = (loudness * rng.standard_normal(columns * SMALL.hop)).astype(np.float32)
        after = reconstruct(ink, SMALL, previous=before, changed=(start, stop), quality="draft", circular=circular)
        assert np.isfinite(after).all()
        if stop <= start:
            np.testing.assert_array_equal(after, before)
        elif not circular:
            places = np.arange(len(before))
            far = (places < max(0, start) * SMALL.hop - SMALL.window) | (places >= stop * SMALL.hop + SMALL.window)
            np.testing.assert_array_equal(after[far], before[far])

    @pytest.mark.parametrize("value", [np.nan, -np.inf, -1.0])
    def test_that_is_no_number_or_negative_is_silence(self, value: float) -> None:
        ink = tone_line(440, 60)
        with_hole = ink.copy()
        ink[:, 20:40], with_hole[:, 20:40] = 0, value
        np.testing.assert_array_equal(reconstruct(with_hole, PARAMS), reconstruct(ink, PARAMS))
        assert not reconstruct(np.full((512, 30), value, np.float32), PARAMS).any()

    @pytest.mark.parametrize("value", [50.0, np.inf])
    def test_far_above_full_scale_is_held_at_a_highest_value(self, value: float) -> None:
        loud = reconstruct(blank(40) + tone_line(440, 40).clip(0, 0) + np.float32(8), PARAMS, quality="draft")
        np.testing.assert_array_equal(reconstruct(np.full((512, 40), value, np.float32), PARAMS, quality="draft"), loud)

    def test_a_little_above_full_scale_is_louder(self) -> None:
        loud, full = (reconstruct(tone_line(440, 60, strength=strength), PARAMS) for strength in (1.19, 1.0))
        assert rms_db(loud) - rms_db(full) == pytest.approx(80 * np.log10(1.19), abs=0.2)

    @pytest.mark.parametrize("quality", ["draft", "good", "best"])
    def test_all_at_full_scale_is_loud_noise(self, quality: Quality) -> None:
        sound = reconstruct(noise(60, slice(None), 1.0), PARAMS, quality=quality)
        assert np.isfinite(sound).all()
        levels = [rms_db(sound[at : at + 10 * HOP]) for at in range(0, len(sound), 10 * HOP)]
        assert max(levels) - min(levels) < 2

    @pytest.mark.parametrize("columns", [1, 2, 3, 9, 10, 11])
    @pytest.mark.parametrize("quality", ["draft", "good"])
    def test_of_few_columns_sounds(self, quality: Quality, columns: int) -> None:
        for ink in (noise(columns, slice(None)), tone_line(440, columns)):
            sound = reconstruct(ink, PARAMS, quality=quality)
            assert sound.shape == (columns * HOP,)
            assert np.isfinite(sound).all()
            assert np.abs(sound).max() > 1e-3

    @pytest.mark.parametrize("quality", ["draft", "good", "best", "reference"])
    def test_without_columns_has_no_sound(self, quality: Quality) -> None:
        for circular in (False, True):
            sound = reconstruct(blank(0), PARAMS, quality=quality, circular=circular, previous=np.zeros(0, np.float32))
            assert sound.shape == (0,)
        assert reconstruct(blank(0), PARAMS, quality=quality, changed=(0, 5)).shape == (0,)


class TestCancel:
    """Stopped work raises, and the layer keeps its former sound."""

    INK, BEFORE = with_sound(riff(0.6), 60)

    @pytest.mark.parametrize("quality", ["draft", "good", "best", "reference"])
    def test_before_it_begins(self, quality: Quality) -> None:
        cancel = threading.Event()
        cancel.set()
        with pytest.raises(Cancelled):
            reconstruct(self.INK, PARAMS, quality=quality, cancel=cancel)

    @pytest.mark.parametrize("last", [1, 2, 3, 17, 31, 32])
    def test_after_any_step(self, last: int) -> None:
        kept, cancel = self.BEFORE.copy(), threading.Event()
        steps: list[Step] = []

        def on_step(step: Step) -> None:
            steps.append(step)
            if step.done == last:
                cancel.set()

        def work() -> Array:
            return reconstruct(self.INK, PARAMS, previous=kept, changed=(20, 40), on_step=on_step, cancel=cancel)

        if last < 32:
            with pytest.raises(Cancelled):
                work()
        else:
            work()
        assert [step.done for step in steps] == list(range(1, last + 1))
        np.testing.assert_array_equal(kept, self.BEFORE)

    @pytest.mark.parametrize("circular", [False, True])
    def test_at_every_look_at_the_button(self, circular: bool) -> None:
        class After(threading.Event):
            """Is set when it has been asked so often."""

            def __init__(self, looks: int) -> None:
                super().__init__()
                self.looks = looks

            def is_set(self) -> bool:
                self.looks -= 1
                return self.looks < 0

        def work(cancel: threading.Event) -> Array:
            return reconstruct(
                self.INK, PARAMS, previous=kept, changed=(20, 40), quality="draft", cancel=cancel, circular=circular
            )

        kept, counter = self.BEFORE.copy(), After(1_000)
        whole = work(counter)
        asked = 1_000 - counter.looks
        assert asked >= 6
        for looks in range(asked):
            with pytest.raises(Cancelled):
                work(After(looks))
        np.testing.assert_array_equal(kept, self.BEFORE)
        np.testing.assert_array_equal(work(After(asked)), whole)

    def test_an_iteration_over_long_ink_is_asked_many_times(self) -> None:
        class Counter(threading.Event):
            asked = 0

            def is_set(self) -> bool:
                Counter.asked += 1
                return False

        reconstruct(np.zeros((SMALL.bands, 3_000), np.float32) + 0.5, SMALL, quality="draft", cancel=Counter())
        assert Counter.asked > 5 * 3_000 / 2 / 100


class TestGraphicsCard:
    def test_what_it_has_no_memory_for_is_done_on_the_processor(self, monkeypatch: pytest.MonkeyPatch) -> None:
        make = spectra.spectra_of

        def full(params: SpectrogramParams, device: str) -> spectra.Spectra:
            if device == "cuda":
                raise torch.cuda.OutOfMemoryError("CUDA out of memory")
            return make(params, device)

        monkeypatch.setattr(spectra, "spectra_of", full)
        ink, steps = tone_line(440, 60), list[Step]()
        sound = reconstruct(ink, PARAMS, quality="draft", device="cuda", on_step=steps.append)
        assert "processor" in steps[0].what
        assert [step.done for step in steps] == [0, 1, 2, 3, 4]
        np.testing.assert_array_equal(sound, reconstruct(ink, PARAMS, quality="draft"))

    def test_running_out_of_memory_in_the_middle_is_no_different(self, monkeypatch: pytest.MonkeyPatch) -> None:
        make, on_card = spectra.spectra_of, spectra.Spectra(PARAMS, "cpu")
        left = 2

        def step(*args: object) -> torch.Tensor:
            nonlocal left
            left -= 1
            if left < 0:
                raise torch.cuda.OutOfMemoryError("CUDA out of memory")
            return spectra.Spectra.step(on_card, *args)  # type: ignore[arg-type]

        monkeypatch.setattr(on_card, "step", step)
        monkeypatch.setattr(
            spectra, "spectra_of", lambda params, device: on_card if device == "meta" else make(params, device)
        )
        monkeypatch.setattr(torch.Tensor, "to", lambda tensor, *_: tensor)
        ink, steps = tone_line(440, 60), list[Step]()
        sound = reconstruct(ink, PARAMS, quality="draft", device="meta", on_step=steps.append)
        assert [step.done for step in steps] == [1, 2, 0, 1, 2, 3, 4]
        np.testing.assert_array_equal(sound, reconstruct(ink, PARAMS, quality="draft"))

    def test_any_other_error_is_not_hidden(self, monkeypatch: pytest.MonkeyPatch) -> None:
        def broken(params: SpectrogramParams, device: str) -> spectra.Spectra:
            raise RuntimeError("a bug")

        monkeypatch.setattr(spectra, "spectra_of", broken)
        with pytest.raises(RuntimeError, match="a bug"):
            reconstruct(tone_line(440, 60), PARAMS, device="cuda")

    @pytest.mark.cuda
    @pytest.mark.parametrize("circular", [False, True])
    @pytest.mark.parametrize("quality", ["draft", "good"])
    def test_it_makes_the_same_sound_as_the_processor(self, quality: Quality, circular: bool) -> None:
        ink, before = with_sound(riff(1.0), 100)
        for previous, changed in ((None, None), (before, (40, 60))):
            on_cpu, on_card = (
                reconstruct(
                    ink,
                    PARAMS,
                    previous=previous,
                    changed=changed,
                    quality=quality,
                    circular=circular,
                    device=device,
                )
                for device in ("cpu", "cuda")
            )
            assert rms_db(on_card - on_cpu) < rms_db(on_cpu) - 40
