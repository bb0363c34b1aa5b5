"""Benchmarks of the window use the same window as its tests."""

from tests.ui.conftest import hands, kept_windows, own_window, window  # noqa: F401
