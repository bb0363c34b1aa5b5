"""A model's calls: the same as the networks', and within whatever memory there is."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
import torch

from riffdesk.diffusion.calls import memory
from riffdesk.diffusion.calls.memory import in_batches
from riffdesk.diffusion.conditioning import Conditioning, PromptPoint
from riffdesk.diffusion.denoising import render_strips
from riffdesk.diffusion.loading import load_model
from riffdesk.diffusion.strip import Strip
from riffdesk.errors import UserError
from riffdesk.models.layout import read_layout
from tests.diffusion.tiny import Tiny, tiny_entry, tiny_folder, tiny_model

SMALL = Tiny(halvings=1, latent_height=16, latent_width=16)


def noise(*shape: int) -> torch.Tensor:
    return torch.randn(*shape, generator=torch.Generator().manual_seed(0))


class Forgetful:
    """A network on a card with room for some rows only."""

    def __init__(self, network: Any, room: int) -> None:
        self.network, self.room = network, room
        self.tried: list[int] = []

    def __getattr__(self, name: str) -> Any:
        return getattr(self.network, name)

    def _limited(self, values: torch.Tensor) -> None:
        self.tried.append(len(values))
        if len(values) > self.room:
            raise torch.OutOfMemoryError("CUDA out of memory.")

    def __call__(self, latents: torch.Tensor, *args: Any, **options: Any) -> Any:
        self._limited(latents)
        return self.network(latents, *args, **options)

    def decode(self, latents: torch.Tensor) -> Any:
        self._limited(latents)
        return self.network.decode(latents)


def test_predictions_are_the_networks_own_in_batches_of_rows() -> None:
    model = tiny_model(SMALL)
    latents, words = noise(5, 4, 16, 16), noise(5, 77, 16)
    unet = Forgetful(model.unet, 99)
    predicted = replace(model, unet=unet, rows=2).predict(latents, 400, words)
    assert unet.tried == [2, 2, 1]
    assert predicted.dtype == torch.float32
    assert torch.allclose(predicted, model.unet(latents, 400, words).sample, atol=1e-5)


def test_encoding_gives_the_posterior_in_the_networks_scale() -> None:
    model = tiny_model(SMALL)
    images = noise(2, 3, 32, 32).clamp(-1, 1)
    mean, deviation = model.encode(images)
    posterior = model.vae.encode(images).latent_dist
    assert torch.allclose(mean, posterior.mean * 0.18215, atol=1e-6)
    assert torch.allclose(deviation, posterior.std * 0.18215, atol=1e-6)


def test_an_image_does_not_depend_on_what_is_decoded_with_it() -> None:
    model = tiny_model(SMALL)
    latents = noise(3, 4, 16, 16)
    together = model.decode(latents)
    assert together.shape == (3, 3, 32, 32)
    assert torch.equal(together[1:2], model.decode(latents[1:2]))
    assert torch.equal(together[:1], model.vae.decode(latents[:1] / 0.18215).sample)


def test_out_of_memory_batches_are_halved_and_stay_so() -> None:
    unet = Forgetful(tiny_model(SMALL).unet, 2)
    model = replace(tiny_model(SMALL), unet=unet, rows=8)
    latents, words = noise(5, 4, 16, 16), noise(5, 77, 16)
    predicted = model.predict(latents, 400, words)
    assert unet.tried == [5, 3, 2, 2, 1]
    assert model.rows == 2
    assert torch.allclose(predicted, tiny_model(SMALL).predict(latents, 400, words), atol=1e-5)
    model.predict(latents, 300, words)
    assert unet.tried[5:] == [2, 2, 1]


def test_too_little_memory_for_one_is_a_sentence() -> None:
    model = replace(tiny_model(SMALL), unet=Forgetful(tiny_model(SMALL).unet, 0))
    with pytest.raises(UserError, match="not enough memory for a riff with this model"):
        model.predict(noise(2, 4, 16, 16), 1, noise(2, 77, 16))
    model = replace(tiny_model(SMALL), vae=Forgetful(tiny_model(SMALL).vae, 0))
    with pytest.raises(UserError, match="not enough memory for this model's images"):
        model.decode(noise(2, 4, 16, 16))


def test_a_bug_is_not_taken_for_a_lack_of_memory() -> None:
    def broken(_: slice) -> torch.Tensor:
        raise RuntimeError("shapes do not match")

    with pytest.raises(RuntimeError, match="shapes"):
        in_batches(broken, 2, 2, "it")


def test_the_processors_own_lack_of_memory_counts_too() -> None:
    tried = []

    def large(rows: slice) -> torch.Tensor:
        tried.append(rows.stop - rows.start)
        if tried[-1] > 1:
            raise RuntimeError("[enforce fail at alloc_cpu.cpp:117] . DefaultCPUAllocator: not enough memory")
        return torch.ones(1)

    assert len(in_batches(large, 4, 4, "it")[0]) == 4
    assert tried == [4, 2, 1, 1, 1, 1]


def test_images_that_overflow_in_half_precision_are_made_in_full() -> None:
    class Overflowing:
        """An autoencoder whose fp16 is too small for it, as that of Stable Diffusion's can be."""

        dtype = torch.float16
        config = tiny_model(SMALL).vae.config

        def to(self, dtype: torch.dtype) -> None:
            self.dtype = dtype

        def decode(self, latents: torch.Tensor) -> Any:
            assert latents.dtype == self.dtype
            decoded = tiny_model(SMALL).vae.decode(latents.float())
            if self.dtype == torch.float16:
                decoded.sample[0, 0, 3, 3] = torch.nan
            return decoded

    vae = Overflowing()
    model = replace(tiny_model(SMALL), vae=vae)
    latents = noise(1, 4, 16, 16)
    assert torch.equal(model.decode(latents), tiny_model(SMALL).decode(latents))
    assert vae.dtype == torch.float32


@pytest.mark.parametrize("value", [torch.nan, torch.inf])
@pytest.mark.parametrize("dtype", [torch.float16, torch.float32])
def test_an_autoencoder_that_makes_no_numbers_is_named_and_is_no_bug(value: float, dtype: torch.dtype) -> None:
    class Broken:
        """An autoencoder with weights that are no numbers."""

        def __init__(self) -> None:
            self.dtype, self.config = dtype, tiny_model(SMALL).vae.config

        def to(self, dtype: torch.dtype) -> None:
            self.dtype = dtype

        def decode(self, latents: torch.Tensor) -> Any:
            decoded = tiny_model(SMALL).vae.decode(latents.float())
            decoded.sample[0, 0, 3, 3] = value
            return decoded

        def encode(self, images: torch.Tensor) -> Any:
            encoded = tiny_model(SMALL).vae.encode(images.float())
            encoded.latent_dist.mean[0, 0, 0, 0] = value
            return encoded

    model = replace(tiny_model(SMALL), name="funk", vae=Broken())
    for act in (lambda: model.decode(noise(1, 4, 16, 16)), lambda: model.encode(noise(1, 3, 32, 32))):
        with pytest.raises(UserError, match=r"^The autoencoder of funk computes invalid numbers: .*\.$"):
            act()
    strip = Strip((Conditioning(PromptPoint("jazz"), PromptPoint("jazz")),) * 16)
    for preview in (False, True):
        with pytest.raises(UserError, match="The autoencoder of funk"):
            render_strips(model, [strip], steps=2, preview=preview)


def test_half_precision_goes_the_same_way() -> None:
    full, half = tiny_model(SMALL), load_model(tiny_entry(SMALL), device="cpu")
    for network in (half.text_encoder, half.unet, half.vae):
        network.half()
    half.dtype = torch.float16
    latents, words, images = noise(3, 4, 16, 16), noise(3, 77, 16), noise(2, 3, 32, 32).clamp(-1, 1)
    predicted, decoded = half.predict(latents, 400, words), half.decode(latents)
    assert predicted.dtype == decoded.dtype == torch.float32
    assert torch.allclose(predicted, full.predict(latents, 400, words), atol=0.02)
    assert torch.allclose(decoded, full.decode(latents), atol=0.05)
    assert torch.allclose(half.encode(images)[0], full.encode(images)[0], atol=0.02)


def test_latents_that_are_no_numbers_are_the_weights_fault() -> None:
    with pytest.raises(UserError, match="invalid numbers: its weights are damaged"):
        tiny_model(SMALL).decode(torch.full((1, 4, 16, 16), torch.nan))


def test_the_estimate_grows_with_window_width_and_precision() -> None:
    small, large = read_layout(tiny_folder(SMALL)), read_layout(tiny_folder())
    assert memory.row_bytes(large.unet, torch.float32) == 16 * memory.row_bytes(small.unet, torch.float32)
    assert memory.row_bytes(large.unet, torch.float16) == memory.row_bytes(large.unet, torch.float32) // 2
    images = [memory.image_bytes(one.unet, one.vae, torch.float32) for one in (small, large)]
    assert images[1] == 256 * images[0]


@pytest.mark.cuda
def test_on_a_graphics_card_it_computes_in_half_precision_with_channels_innermost() -> None:
    model = load_model(tiny_entry(), device="cuda")
    assert {weight.dtype for weight in model.unet.parameters()} == {torch.float16}
    assert model.unet.conv_in.weight.is_contiguous(memory_format=torch.channels_last)
    assert model.rows == 16
    latents, words = noise(2, 4, 64, 64), noise(2, 77, 16)
    predicted = model.predict(latents, 400, words)
    assert predicted.dtype == torch.float32
    assert torch.allclose(predicted.cpu(), tiny_model().predict(latents, 400, words), atol=0.05)
    assert torch.allclose(model.decode(latents).cpu(), tiny_model().decode(latents), atol=0.1)
    assert torch.equal(predicted, model.predict(latents, 400, words))


@pytest.mark.cuda
def test_on_a_graphics_card_a_real_lack_of_memory_makes_smaller_batches() -> None:
    model = replace(load_model(tiny_entry(), device="cuda"), recorded=None)
    latents, words = noise(16, 4, 128, 128), noise(16, 77, 16)  # large ones: libraries take tens of megabytes at once
    model.rows = 16
    whole = model.predict(latents, 400, words)
    needed = {}
    for rows in (16, 1):
        memory.release()
        torch.cuda.reset_peak_memory_stats()
        model.predict(latents[:rows], 400, words[:rows])
        needed[rows] = torch.cuda.max_memory_allocated() if rows == 16 else torch.cuda.max_memory_reserved()
    assert needed[1] < needed[16]
    try:
        memory.release()
        allowed = (needed[1] + needed[16]) / 2
        torch.cuda.set_per_process_memory_fraction(allowed / torch.cuda.get_device_properties(0).total_memory)
        error = model.predict(latents, 400, words) - whole
        assert error.square().mean().sqrt() < 0.02 * whole.square().mean().sqrt()  # half precision, other batches
        assert model.rows < 16
    finally:
        torch.cuda.set_per_process_memory_fraction(1.0)


@pytest.mark.cuda
def test_on_a_graphics_card_recorded_calls_have_the_same_numbers() -> None:
    model = load_model(tiny_entry(), device="cuda")
    latents, words = noise(6, 2, 4, 64, 64), noise(2, 77, 16)
    with torch.inference_mode():
        predicted = [model.predict(some, 400 - number, words) for number, some in enumerate(latents)]
        assert model.recorded is not None
        assert len(model.recorded.recordings) == 1
        model.recorded = None
        for number, some in enumerate(latents):
            assert torch.equal(predicted[number], model.predict(some, 400 - number, words))


@pytest.mark.cuda
def test_on_a_graphics_card_the_network_can_be_compiled() -> None:
    model = load_model(tiny_entry(), device="cuda", compiled=True)
    latents, words = noise(2, 4, 64, 64), noise(2, 77, 16)
    plain = load_model(tiny_entry(), device="cuda").predict(latents, 400, words)
    assert torch.allclose(model.predict(latents, 400, words), plain, atol=0.05)
