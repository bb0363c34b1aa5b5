from __future__ import annotations

import subprocess
import sys

import pytest
import torch

from riffdesk.diffusion.schedulers import (
    DEFAULT_SCHEDULER,
    SCHEDULERS,
    clean_latents,
    first_step,
    new_scheduler,
    prediction_of,
)
from riffdesk.errors import UserError
from riffdesk.models.model_entry import FEW_STEPS_SCHEDULERS

CONFIG = {
    "beta_start": 0.00085,
    "beta_end": 0.012,
    "beta_schedule": "scaled_linear",
    "num_train_timesteps": 1000,
    "steps_offset": 1,
}


def test_the_usual_names_are_there_without_torch() -> None:
    names = ["DPM++ 2M Karras", "DDIM", "PNDM", "Euler", "Euler a", "LMS", "UniPC", "LCM", "TCD"]
    assert list(SCHEDULERS) == names
    assert DEFAULT_SCHEDULER in SCHEDULERS
    code = "import sys, riffdesk.diffusion.schedulers; sys.exit(bool({'torch', 'diffusers'} & set(sys.modules)))"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


@pytest.mark.parametrize("name", SCHEDULERS)
@pytest.mark.parametrize("steps", [1, 2, 7, 50])
def test_each_goes_from_much_noise_to_little(name: str, steps: int) -> None:
    scheduler = new_scheduler(CONFIG, name, steps)
    times = [float(time) for time in scheduler.timesteps]
    assert len(times) in (steps, steps + 1)  # PNDM takes one of them twice
    assert times == sorted(times, reverse=True)
    assert scheduler.config.prediction_type == "epsilon"
    assert new_scheduler(CONFIG | {"prediction_type": "v_prediction"}, name, steps).config.prediction_type != "epsilon"


@pytest.mark.parametrize(("name", "steps"), [("DDIM", 0), ("Euler", -1), ("DDIM", 501), ("LCM", 51), ("PLMS", 20)])
def test_steps_and_names_out_of_range_are_refused(name: str, steps: int) -> None:
    with pytest.raises(UserError, match=r"takes 1 to|There are: DPM"):
        new_scheduler(CONFIG, name, steps)


@pytest.mark.parametrize(("denoising", "left"), [(0.0, 0), (0.001, 1), (0.5, 11), (0.75, 16), (0.99, 20), (1.0, 20)])
def test_the_init_is_noised_as_far_as_riffusion_does(denoising: float, left: int) -> None:
    scheduler = new_scheduler(CONFIG, "DDIM", 20)
    assert first_step(scheduler, "DDIM", 20, denoising) == 20 - left


def test_loras_for_few_steps_have_schedulers() -> None:
    assert [name for name, scheduler in SCHEDULERS.items() if scheduler.few_steps] == list(FEW_STEPS_SCHEDULERS)


@pytest.mark.parametrize("name", FEW_STEPS_SCHEDULERS)
def test_few_steps_are_all_within_the_denoising_of_an_init(name: str) -> None:
    assert new_scheduler(CONFIG, name, 4).timesteps.tolist() == [999, 759, 499, 259]
    half = new_scheduler(CONFIG, name, 4, denoising=0.5)
    assert half.timesteps.tolist() == [499, 379, 259, 139]
    starts = {0.5: 0, 0.4: 1, 0.26: 2, 0.14: 3, 0.01: 3, 0.0: 4}  # those that keep more begin later
    assert {denoising: first_step(half, name, 4, denoising) for denoising in starts} == starts
    for percent in range(1, 101):
        scheduler = new_scheduler(CONFIG, name, 4, percent / 100)
        levels = max(1, int(50 * (percent / 100)))
        assert scheduler.timesteps[0] == 20 * levels - 1
        assert len(scheduler.timesteps) == min(4, levels)  # of which there are fewer than steps in the end
        assert first_step(scheduler, name, 4, percent / 100) == 0


@pytest.mark.parametrize("name", SCHEDULERS)
@pytest.mark.parametrize("prediction", ["epsilon", "v_prediction"])
def test_clean_latents_are_found_on_the_way(name: str, prediction: str) -> None:
    scheduler = new_scheduler(CONFIG | {"prediction_type": prediction}, name, 10)
    clean, noise = torch.randn((2, 1, 4, 8, 8), generator=torch.Generator().manual_seed(1))
    time = scheduler.timesteps[4]
    scaled = scheduler.scale_model_input(scheduler.add_noise(clean, noise, time[None]), time)
    kept = scheduler.alphas_cumprod[int(time.round())]
    said = noise if prediction == "epsilon" else kept.sqrt() * noise - (1 - kept).sqrt() * clean
    found = clean_latents(scheduler, scaled, said, time)
    assert float((found - clean).abs().max()) < 0.05


@pytest.mark.parametrize("prediction", ["epsilon", "v_prediction", "sample"])
def test_a_prediction_that_means_clean_latents_is_found_again(prediction: str) -> None:
    scheduler = new_scheduler(CONFIG | {"prediction_type": prediction}, "DDIM", 10)
    scaled, said = torch.randn((2, 1, 4, 8, 8), generator=torch.Generator().manual_seed(1))
    for time in scheduler.timesteps:
        clean = clean_latents(scheduler, scaled, said, time)
        torch.testing.assert_close(prediction_of(scheduler, scaled, clean, time), said, rtol=1e-3, atol=1e-3)
