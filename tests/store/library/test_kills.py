"""SIGKILL while the library is changed: it is whole, and what was told to be done is done."""

from __future__ import annotations

import multiprocessing
import sys
from pathlib import Path

import pytest

from tests.store.library.killing import check_whole, killed_librarian

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="there is no SIGKILL")


def test_fifty_kills_leave_the_library_whole(home: Path) -> None:
    context = multiprocessing.get_context("forkserver")
    for seed in range(50):
        done = killed_librarian(context, home, seed=seed)
        check_whole(home, done)
