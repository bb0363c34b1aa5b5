"""The devices that torch computes on: which is taken, in which precision, and what each does when memory runs out."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import torch

from riffdesk import devices
from riffdesk.diffusion.calls.memory import check_free_memory, rows_at_a_time
from riffdesk.diffusion.loading import load_model
from riffdesk.dsp.phase.reconstruction import _Reconstruction, reconstruct
from riffdesk.engine import loaded_model
from riffdesk.engine.preparation import list_devices
from riffdesk.engine.requests import RenderRequest
from riffdesk.engine.riff.render import render
from riffdesk.errors import UserError, is_out_of_memory
from riffdesk.progress import Step
from tests.diffusion.tiny import tiny_entry
from tests.engine.riffs import PARAMS, SCORED, SMALL, add_tiny, drawing, recipe
from tests.simulated_cards import GIB, simulated

CARDS = ["cuda", "rocm", "xpu", "mps"]


@pytest.fixture(autouse=True)
def _nothing_loaded() -> Iterator[None]:
    loaded_model.unload()
    yield
    loaded_model.unload()


@pytest.mark.parametrize("name", CARDS)
def test_a_card_that_torch_finds_is_taken_and_the_processor_stays(monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    with simulated(monkeypatch, name):
        assert [device.name for device in devices.available()] == [name, "cpu"]
        assert devices.chosen().name == name
        assert devices.chosen("cpu").type == "cpu"
        assert devices.device_of(torch.device(devices.chosen().type)).name == name


def test_without_a_card_it_is_the_processor(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv(devices.VARIABLE, raising=False)
    if devices.available()[0].is_card:
        pytest.skip("there is a card")
    assert devices.chosen().name == "cpu"
    with pytest.raises(UserError, match=r"no device 'xpu'\. It has: cpu\."):
        devices.chosen("xpu")


def test_the_environment_chooses(monkeypatch: pytest.MonkeyPatch) -> None:
    with simulated(monkeypatch, "cuda"):
        monkeypatch.setenv(devices.VARIABLE, "cpu")
        assert devices.chosen().name == devices.sound_device() == "cpu"
        monkeypatch.setenv(devices.VARIABLE, "auto")
        assert devices.chosen().name == devices.sound_device() == "cuda"
        monkeypatch.setenv(devices.VARIABLE, "mps")
        assert devices.sound_device() == "cpu", "a stroke is heard whatever the settings say"
        with pytest.raises(UserError, match="no device 'mps'"):
            devices.chosen()


def test_a_missing_card_is_told_of_once_a_model_is_loaded_and_the_fastest_takes_its_place(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    add_tiny()
    monkeypatch.setenv(devices.VARIABLE, "auto")
    with simulated(monkeypatch, "xpu"):
        for name, sentence in {
            "xpu": "",
            "auto": "",
            "rocm": "The chosen graphics card (ROCm) is missing, so riffs are made on the graphics card (XPU).",
        }.items():
            devices.choose(name, or_fastest=True)
            assert devices.choice() == name
            assert devices.chosen().name == devices.chosen("xpu").name
            loaded_model.unload()
            steps: list[Step] = []
            for _ in range(2):
                loaded_model.generator_of(recipe(), steps.append)
            assert [one.partial.text for one in steps if isinstance(one.partial, devices.Substitution)] == [
                text for text in (sentence,) if text
            ]
        devices.choose("rocm")
        with pytest.raises(UserError, match="no device 'rocm'"):
            devices.chosen()


@pytest.mark.parametrize("name", CARDS)
def test_the_list_of_devices_tells_what_each_does(monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    with simulated(monkeypatch, name, model="Card 12", memory=12 * GIB):
        card, processor = list_devices()
    half = name in ("cuda", "rocm")
    assert card.name == name
    assert card.model == ("Apple silicon" if name == "mps" else "Card 12")
    assert card.memory_gb == 12.9
    assert card.precision == ("float16" if half else "float32")
    assert card.makes_sound == half
    assert (processor.name, processor.precision) == ("cpu", "float32")


@pytest.mark.parametrize(
    ("name", "model", "precision"),
    [
        ("cuda", "NVIDIA GeForce RTX 4090", "float16"),
        ("cuda", "NVIDIA GeForce GTX 1080", "float16"),
        ("cuda", "NVIDIA GeForce GTX 1660 SUPER", "float32"),
        ("rocm", "AMD Radeon RX 7900 XTX", "float16"),
        ("rocm", "AMD Radeon RX 5700 XT", "float32"),
        ("xpu", "Intel(R) Arc(TM) A770 Graphics", "float32"),
        ("mps", "", "float32"),
    ],
)
def test_half_precision_is_left_where_it_is_known_to_be_wrong(
    monkeypatch: pytest.MonkeyPatch, name: str, model: str, precision: str
) -> None:
    with simulated(monkeypatch, name, model=model) as card:
        loaded = load_model(tiny_entry(SMALL))
        assert loaded.dtype == getattr(torch, precision)
        assert {weight.dtype for weight in loaded.unet.parameters()} == {loaded.dtype}
        assert loaded.device.type == devices.chosen().type
        assert loaded.dtype in card.dtypes


@pytest.mark.parametrize("name", ["mps", "xpu"])
def test_a_riff_on_a_card_is_the_processors(monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    add_tiny()
    request = RenderRequest(recipe(denoising=0.5), PARAMS, init=drawing())
    expected = render(request)
    loaded_model.unload()
    with simulated(monkeypatch, name) as card:
        riff = render(request)
        assert torch.float32 in card.dtypes, "the network ran on it"
        assert torch.float64 not in card.dtypes
    assert np.allclose(riff.ink, expected.ink, atol=1e-4)


def test_a_score_is_played_on_a_card_too(monkeypatch: pytest.MonkeyPatch) -> None:
    add_tiny(SCORED)
    request = RenderRequest(recipe(prompt="slow jazz with a piano, 120 bpm"), PARAMS)
    expected = render(request)
    loaded_model.unload()
    with simulated(monkeypatch, "mps") as card:
        assert np.allclose(render(request).ink, expected.ink, atol=1e-4)
        assert {torch.float32} <= card.dtypes <= {torch.float32, torch.int64}


def test_images_have_their_channels_outermost_where_the_other_order_is_wrong(monkeypatch: pytest.MonkeyPatch) -> None:
    inner = {}
    for name in ("mps", "xpu"):
        with simulated(monkeypatch, name):
            weight = load_model(tiny_entry(SMALL)).unet.conv_in.weight
            inner[name] = weight.is_contiguous(memory_format=torch.channels_last)
    assert inner == {"mps": False, "xpu": True}


@pytest.mark.parametrize(
    "error",
    [
        torch.OutOfMemoryError("XPU out of memory. Tried to allocate 2.00 GiB."),
        torch.OutOfMemoryError("HIP out of memory. Tried to allocate 2.00 GiB."),
        RuntimeError("MPS backend out of memory (MPS allocated: 8.00 GB, max allowed: 9.07 GB)."),
        RuntimeError("Native API failed. Native API returns: 39 (UR_RESULT_ERROR_OUT_OF_DEVICE_MEMORY)"),
        RuntimeError("CUDA error: CUBLAS_STATUS_ALLOC_FAILED when calling `cublasCreate(handle)`"),
        RuntimeError("GET was unable to find an engine to execute this computation"),
        RuntimeError(
            "[enforce fail at alloc_cpu.cpp:117] DefaultCPUAllocator: not enough memory: you tried to allocate"
        ),
    ],
)
def test_a_lack_of_memory_is_known_on_every_device(monkeypatch: pytest.MonkeyPatch, error: RuntimeError) -> None:
    assert is_out_of_memory(error)
    tried = []
    with simulated(monkeypatch, "xpu") as card:
        model = load_model(tiny_entry(SMALL))
        network = model.unet.forward

        def forward(latents: torch.Tensor, *args: Any, **options: Any) -> Any:
            tried.append(len(latents))
            if len(latents) > 1:
                raise error
            return network(latents, *args, **options)

        monkeypatch.setattr(model.unet, "forward", forward)
        model.rows = 2
        model.predict(torch.zeros(2, 4, 8, 16), 400, torch.zeros(2, 77, 16))
        assert tried == [2, 1, 1]
        assert card.emptied == 1


def test_sound_that_does_not_fit_onto_the_card_is_made_on_the_processor(monkeypatch: pytest.MonkeyPatch) -> None:
    ink, iterate = drawing(), _Reconstruction._iterate
    expected = reconstruct(ink, PARAMS, quality="draft")

    def too_large(self: _Reconstruction, device: str) -> Any:
        if device != "cpu":
            raise torch.OutOfMemoryError("HIP out of memory.")
        return iterate(self, device)

    monkeypatch.setattr(_Reconstruction, "_iterate", too_large)
    steps = []
    with simulated(monkeypatch, "rocm") as card:
        sound = reconstruct(ink, PARAMS, quality="draft", device=devices.sound_device(), on_step=steps.append)
        assert card.emptied == 1
    assert np.array_equal(sound, expected)
    assert "graphics card is full" in steps[0].what


@pytest.mark.parametrize(("name", "sound"), [("cuda", "cuda"), ("rocm", "cuda"), ("xpu", "cpu"), ("mps", "cpu")])
def test_sound_is_made_where_there_are_ffts(monkeypatch: pytest.MonkeyPatch, name: str, sound: str) -> None:
    with simulated(monkeypatch, name):
        assert devices.sound_device() == sound


def test_the_size_of_batches_and_the_free_memory_are_the_cards(monkeypatch: pytest.MonkeyPatch) -> None:
    for name, free in (("cuda", 7), ("rocm", 7), ("xpu", 7), ("mps", 7)):
        with simulated(monkeypatch, name, memory=8 * GIB):
            card = devices.chosen()
            assert rows_at_a_time(card, 2 * GIB, GIB) == 3
            monkeypatch.setattr(devices, "_system_memory", lambda: type("", (), {"available": 99 * GIB}))
            assert card.free_bytes() == free * GIB
            with pytest.raises(UserError, match=r"memory on the graphics card.*--device cpu"):
                check_free_memory("big", 9 * GIB, card)
            monkeypatch.setattr(devices, "_system_memory", lambda: type("", (), {"available": GIB}))
            assert card.free_bytes() == (1 if name == "mps" else free) * GIB, "a Mac has one memory for all"


def test_free_memory_is_at_most_what_is_left_of_the_share_of_this_process(monkeypatch: pytest.MonkeyPatch) -> None:
    with simulated(monkeypatch, "cuda", memory=8 * GIB):  # of which 7 are free, and 1 is taken
        monkeypatch.setattr(torch.cuda, "get_per_process_memory_fraction", lambda: 0.5)
        assert devices.chosen().free_bytes() == 3 * GIB


def test_only_one_module_names_backends_of_torch() -> None:
    package = Path(devices.__file__).parent
    backend = re.compile(r"torch\.(cuda|mps|xpu|backends)\b|\.type [!=]= \"(cuda|mps|xpu)\"")
    found = [path.name for path in package.rglob("*.py") if backend.search(path.read_text("utf-8"))]
    assert found == ["devices.py"]
