from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from riffdesk.sketch.brush import BrushTip, Stroke
from riffdesk.sketch.history import History, InkBackup, Patch, _pack, _unpack
from riffdesk.sketch.sketch import Sketch


@given(st.integers(1, 40), st.integers(1, 40), st.integers(0, 2**31))
@settings(max_examples=40)
def test_packed_ink_comes_back_bit_for_bit(bands: int, columns: int, seed: int) -> None:
    values = np.random.default_rng(seed).standard_normal((bands, columns)).astype(np.float32)
    np.testing.assert_array_equal(_unpack(_pack(values), values.shape), values)


def test_a_patch_swaps_what_it_keeps_with_the_canvas() -> None:
    ink = np.zeros((20, 30), np.float32)
    before = ink[4:8, 10:15].copy()
    ink[4:8, 10:15] = 0.5
    patch = Patch(ink, before, 4, 10)
    patch.swap()
    assert not ink.any()
    patch.swap()
    assert ink.sum() == pytest.approx(0.5 * 20)


def test_a_backup_yields_only_what_changed() -> None:
    ink = np.random.default_rng(0).random((50, 300)).astype(np.float32)
    backup = InkBackup(ink)
    backup.save(0, 300)
    ink[10:12, 130:135] += 1
    patches = backup.patches()
    assert [patch.columns for patch in patches] == [(130, 135)]
    assert patches[0].size < 200
    assert backup.restore() == (0, 300)


def test_two_hundred_strokes_undo_and_redo_exactly() -> None:
    sketch = Sketch()
    rng = np.random.default_rng(3)
    pictures = [sketch.layers[0].ink.copy()]
    for number in range(200):
        # Each a little stronger than the last, so that none of them changes nothing.
        stroke = Stroke(sketch, BrushTip(24, 0.5, 0.2 + number / 250), tuple(rng.uniform(0, 512, 2)))
        stroke.move(tuple(rng.uniform(0, 512, 2)))
        stroke.commit()
        pictures.append(sketch.layers[0].ink.copy())
    for picture in reversed(pictures[:-1]):
        sketch.undo()
        np.testing.assert_array_equal(sketch.layers[0].ink, picture)
    assert sketch.history.undo_name is None
    for picture in pictures[1:]:
        sketch.redo()
        np.testing.assert_array_equal(sketch.layers[0].ink, picture)


def test_undo_and_redo_at_the_ends_do_nothing() -> None:
    history = History()
    assert not history.undo()
    assert not history.redo()


def test_the_oldest_steps_go_at_the_limit_but_200_stay() -> None:
    class Big:
        name, size = "big", 10**6

        def undo(self) -> None: ...

        def redo(self) -> None: ...

    history = History(limit=10**6)
    for _ in range(260):
        history.push(Big())
    assert sum(history.undo() for _ in range(300)) == 200
