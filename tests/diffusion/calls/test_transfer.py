from __future__ import annotations

import pytest
import torch

from riffdesk.diffusion.calls.transfer import sent, sent_number


def test_a_number_is_sent_as_a_tensor_of_its_own() -> None:
    for value in (400, 0.25, torch.tensor(7)):
        there = sent_number(value, torch.device("cpu"))
        assert there.dtype == torch.float32
        assert there.item() == float(value)


@pytest.mark.cuda
def test_values_may_change_while_the_card_is_still_computing() -> None:
    card = torch.device("cuda")
    large = torch.randn(8192, 8192, device=card)
    for size in (1, 32, 4096):
        values = torch.full((size,), 3.0)
        for _ in range(20):
            large = large @ large / 100
        there = sent(values, card)
        values.zero_()
        assert torch.equal(there.cpu(), torch.full((size,), 3.0))
