"""Large libraries are imported without collecting garbage, and are left out of later collections."""

from __future__ import annotations

import gc
import sys
from collections.abc import Iterator
from types import ModuleType

import pytest

from riffdesk.slow_imports import slow_imports


@pytest.fixture(autouse=True)
def collections(no_collections: None) -> Iterator[None]:
    """Have garbage be collected as in a new process."""
    gc.enable()
    yield
    gc.disable()


def test_no_garbage_is_collected_meanwhile_and_again_afterwards() -> None:
    frozen = gc.get_freeze_count()
    with slow_imports("a_large_library"):
        assert not gc.isenabled()
    assert gc.isenabled()
    assert gc.get_freeze_count() > frozen


def test_an_import_that_fails_leaves_the_collector_as_it_was() -> None:
    with pytest.raises(ModuleNotFoundError), slow_imports("a_large_library"):
        import a_large_library  # noqa: F401
    assert gc.isenabled()


def test_a_collector_that_was_off_stays_off() -> None:
    gc.disable()
    with slow_imports("a_large_library"):
        pass
    assert not gc.isenabled()


def test_nothing_is_done_for_a_library_that_is_there(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "a_large_library", ModuleType("a_large_library"))
    frozen = gc.get_freeze_count()
    with slow_imports("a_large_library"):
        assert gc.isenabled()
    assert gc.get_freeze_count() == frozen
