"""Benchmarks of the window use the same window as its tests."""

from tests.ui.conftest import hands, window  # noqa: F401
