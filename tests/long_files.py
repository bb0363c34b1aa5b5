"""Files of tests that take longest, on one core: they begin first, so that none is still running alone at the end."""

from __future__ import annotations

import pytest

LONG_FILES = (
    "ui/jam/test_jam.py",
    "audio/playing/test_sound_path.py",
    "ui/recording/test_layer_recording.py",
    "ui/playing/test_hearing.py",
    "batch/test_ray_workers.py",
    "ui/library/test_library_panel.py",
    "ui/library/test_own_folders.py",
    "ui/riff/test_continuation.py",
    "ui/riff/test_riffs.py",
    "ui/recovery/test_sketch_recovery.py",
    "engine/test_preparation.py",
    "ui/window/test_window.py",
    "ui/library/test_keeping.py",
    "ui/document/test_documents.py",
    "diffusion/test_strip.py",
    "ui/help/test_tour.py",
    "engine/session/test_jam.py",
    "cli/test_generation.py",
    "ui/recovery/test_riff_recovery.py",
    "engine/remote/test_process.py",
    "ui/canvas/test_region_effects.py",
    "ui/window/test_shutdown.py",
)
"""Below this folder, the longest first; measured on two cores. Others take less than 20 s.

Sound tests are not shared out with the others, so that their place among these does not matter.
"""


def put_long_files_first(items: list[pytest.Item]) -> None:
    """Sort tests by their files: the long ones, then the others in the order that they are in."""
    places = {f"tests/{name}": place for place, name in enumerate(LONG_FILES)}
    items.sort(key=lambda item: places.get(item.nodeid.split("::")[0], len(places)))
