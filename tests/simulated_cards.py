"""Graphics cards that are not there: torch is told of one, and computes on the processor what goes to it."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from types import SimpleNamespace
from typing import Any

import pytest
import torch
from torch.overrides import TorchFunctionMode

from riffdesk import devices

GIB = 2**30


@dataclass
class SimulatedCard:
    """What was asked of a card."""

    emptied: int = 0
    """How many times its memory was given back."""
    dtypes: set[torch.dtype] = field(default_factory=set)
    """Number formats of what was moved to it."""


class _Moves(TorchFunctionMode):
    """Moves to the processor what is moved to a card, and refuses float64 where the card does."""

    def __init__(self, card: SimulatedCard, kind: str, *, doubles: bool) -> None:
        super().__init__()
        self._card, self._kind, self._doubles = card, kind, doubles

    def __torch_function__(self, func: Any, types: Any, args: Any = (), kwargs: Any = None) -> Any:
        if func in (torch.device, torch._C._nn._parse_to):  # which move nothing
            return func(*args, **(kwargs or {}))
        moved = False

        def here(value: Any) -> Any:
            nonlocal moved
            if isinstance(value, torch.device | str) and str(value).partition(":")[0] == self._kind:
                moved = True
                return torch.device("cpu")
            return value

        args = tuple(map(here, args))
        kwargs = {name: here(value) for name, value in (kwargs or {}).items()}
        result = func(*args, **kwargs)
        if moved and isinstance(result, torch.Tensor):
            self._card.dtypes.add(result.dtype)
            if result.dtype == torch.float64 and not self._doubles:
                raise TypeError(
                    "Cannot convert a MPS Tensor to float64 dtype as the MPS framework doesn't support float64."
                )
        return result


@contextmanager
def simulated(
    monkeypatch: pytest.MonkeyPatch, name: str, *, model: str = "Card", memory: int = 8 * GIB
) -> Iterator[SimulatedCard]:
    """Have torch find one card, by its name in `riffdesk.devices`."""
    card = SimulatedCard()
    kind = "cuda" if name == "rocm" else name

    def empty_cache() -> None:
        card.emptied += 1

    functions: dict[str, Any] = {"is_available": lambda: True, "empty_cache": empty_cache, "synchronize": lambda: None}
    if name == "mps":
        functions |= {"recommended_max_memory": lambda: memory, "current_allocated_memory": lambda: GIB}
    else:
        properties = SimpleNamespace(name=model, total_memory=memory)
        functions |= {"get_device_properties": lambda index: properties}
        functions |= {"mem_get_info": lambda: (memory - 2 * GIB, memory)}
        functions |= {"memory_reserved": lambda: 2 * GIB, "memory_allocated": lambda: GIB}
        functions |= {"get_per_process_memory_fraction": lambda: 1.0} if kind == "cuda" else {}
    with monkeypatch.context() as patch:
        for function, answer in functions.items():
            patch.setattr(getattr(torch, kind), function, answer)
        patch.setattr(torch.backends.mps, "is_available", lambda: name == "mps")
        patch.setattr(torch.version, "hip", "6.4" if name == "rocm" else None)
        patch.delenv(devices.VARIABLE, raising=False)
        devices.available.cache_clear()
        try:
            with _Moves(card, kind, doubles=name != "mps"):
                yield card
        finally:
            devices.available.cache_clear()
