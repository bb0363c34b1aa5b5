"""Players that are closed at the end of a test."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import pytest


@pytest.fixture
def make(request: pytest.FixtureRequest) -> Iterator[Callable[..., Any]]:
    """Return what makes a ``Transport`` of the test's module; its players are closed in the end."""
    made = []

    def build(*arguments: object, **options: object) -> Any:
        made.append(request.module.Transport(*arguments, **options))
        return made[-1]

    yield build
    for transport in made:
        transport.player.close()
