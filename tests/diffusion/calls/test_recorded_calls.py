"""Recorded calls, with a device that records on the processor."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
import torch
from torch import Tensor

from riffdesk.devices import Device
from riffdesk.diffusion.calls.memory import in_batches
from riffdesk.diffusion.calls.recorded_calls import RecordedCalls, forget_recordings
from tests.diffusion.tiny import Tiny, tiny_model

SMALL = Tiny(halvings=1, latent_height=16, latent_width=16)


class Recorder(Device):
    """Records a call as a card does: what it repeats reads the tensors of the recording, and writes one of its own."""

    def __init__(self, free: int = 10**12, failure: str = "") -> None:
        self.free, self.failure = free, failure
        self.recorded = 0

    def free_bytes(self) -> int:
        return self.free

    def records(self) -> bool:
        return True

    def record(self, call: Callable[..., Tensor], values: tuple[Tensor, ...]) -> Callable[..., Tensor]:
        if self.failure:
            raise RuntimeError(self.failure)
        self.recorded += 1
        inputs = [value.clone() for value in values]

        def replay(*values: Tensor) -> Tensor:
            for kept, value in zip(inputs, values, strict=True):
                kept.copy_(value)
            return call(*inputs).clone()

        return replay


def doubled(counted: list[Tensor]) -> Callable[..., Tensor]:
    def network(value: Tensor, time: Tensor) -> Tensor:
        counted.append(value)
        return 2 * value + time

    return network


def test_from_the_third_call_of_a_shape_on_the_recording_computes() -> None:
    device, given = Recorder(), list[Tensor]()
    calls = RecordedCalls(doubled(given), device, 1)
    values = [torch.full((2, 3), float(number)) for number in range(5)]
    results = [calls(value, torch.tensor(1.0)) for value in values]
    assert device.recorded == 1
    assert [value is same for value, same in zip(given, values, strict=True)] == [True, True, False, False, False]
    assert all(torch.equal(result, 2 * value + 1) for result, value in zip(results, values, strict=True))
    calls(torch.ones(4, 3), torch.tensor(1.0))
    assert device.recorded == 1


def test_no_more_than_four_shapes_are_recorded() -> None:
    device = Recorder()
    calls = RecordedCalls(doubled([]), device, 1)
    for rows in range(1, 8):
        for _ in range(3):
            assert calls(torch.ones(rows, 2), torch.tensor(1.0)).shape == (rows, 2)
    assert device.recorded == len(calls.recordings) == 4


def test_without_room_nothing_is_recorded() -> None:
    device = Recorder(free=600)
    calls = RecordedCalls(doubled([]), device, 100)
    for rows in (1, 2):
        for _ in range(4):
            calls(torch.ones(rows, 2), torch.tensor(1.0))
    assert [shapes[0][0] for shapes in calls.recordings] == [(1, 2)]


def test_a_network_that_cannot_be_recorded_is_called_as_it_is() -> None:
    device = Recorder(failure="operation not permitted when stream is capturing")
    calls = RecordedCalls(doubled([]), device, 1)
    for _ in range(4):
        assert torch.equal(calls(torch.ones(2), torch.tensor(1.0)), torch.full((2,), 3.0))
    device.failure = ""
    calls(torch.ones(2), torch.tensor(1.0))
    assert not calls.recordings


def test_an_error_of_the_network_stays_one() -> None:
    def broken(_: Tensor) -> Tensor:
        raise RuntimeError("shapes do not match")

    calls = RecordedCalls(broken, Recorder(), 1)
    for _ in range(4):
        with pytest.raises(RuntimeError, match="shapes do not match"):
            calls(torch.ones(2))


def test_recordings_are_given_up_when_memory_runs_out() -> None:
    calls = RecordedCalls(doubled([]), Recorder(), 1)
    for _ in range(3):
        calls(torch.ones(2), torch.tensor(1.0))
    assert calls.recordings
    forget_recordings()
    assert not calls.recordings
    assert torch.equal(calls(torch.ones(2), torch.tensor(1.0)), torch.full((2,), 3.0))


def test_a_single_image_is_tried_again_without_recordings() -> None:
    """They may hold what it lacks: on a card with 3.5 GB left, a riff failed in its last step, the image."""
    calls = RecordedCalls(doubled([]), Recorder(), 1)
    for _ in range(3):
        calls(torch.ones(2), torch.tensor(1.0))
    tried = list[int]()

    def image(rows: slice) -> Tensor:
        tried.append(rows.stop - rows.start)
        if calls.recordings:
            raise torch.OutOfMemoryError("CUDA out of memory")
        return torch.ones(1)

    assert in_batches(image, 1, 1, "it")[0].tolist() == [1.0]
    assert tried == [1, 1]
    assert not calls.recordings


def test_a_model_predicts_the_same_with_recorded_calls() -> None:
    plain, device = tiny_model(SMALL), Recorder()

    def network(batch: Tensor, time: Tensor, text: Tensor) -> Tensor:
        return plain.unet(batch, time, text, return_dict=False)[0]  # type: ignore[no-any-return]

    model = replace(plain, recorded=RecordedCalls(network, device, 1))
    words = torch.randn(2, 77, 16)
    with torch.inference_mode():
        for number in range(5):
            latents = torch.randn(2, 4, 16, 16)
            for time in (torch.tensor(900 - number), 400.25):
                assert torch.equal(model.predict(latents, time, words), plain.predict(latents, time, words))
    assert device.recorded == 1
