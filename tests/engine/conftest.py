"""What several tests of the engine need."""

from __future__ import annotations

import pytest

from tests.engine.riffs import add_tiny


@pytest.fixture
def tiny() -> None:
    """Have a model called tiny."""
    add_tiny()
