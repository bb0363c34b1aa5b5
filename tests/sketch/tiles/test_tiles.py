"""Tiles against numpy: whatever is done to them, they hold what the same thing does to an array."""

from __future__ import annotations

import pickle
import weakref
from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from riffdesk.sketch.ink import TILE_COLUMNS, Ink
from riffdesk.sketch.sound import Waveform
from riffdesk.sketch.tiles.ranges import hull
from riffdesk.sketch.tiles.tile import Tile

LENGTHS = st.integers(0, 4 * TILE_COLUMNS + 3)


def ink_of(length: int, seed: int, *, stereo: bool = False) -> np.ndarray:
    rng = np.random.default_rng(seed)
    ink = rng.random(((2,) if stereo else ()) + (5, length), np.float32)
    ink[..., rng.random(length) < 0.5] = 0
    return ink


@given(LENGTHS, st.integers(-80, 300), st.integers(0, 200), st.booleans(), st.integers(0, 2**31))
@settings(max_examples=150)
def test_a_replaced_range_is_what_an_assignment_does(
    length: int, start: int, width: int, stereo: bool, seed: int
) -> None:
    array, part = ink_of(length, seed, stereo=stereo), ink_of(width, seed + 1, stereo=stereo)
    before = Ink.of(array)
    after = before.replaced(start, part)
    assert (before.array == array).all()
    begin, end = max(0, start), min(length, start + width)
    if begin < end:
        array[..., begin:end] = part[..., begin - start : end - start]
    np.testing.assert_array_equal(after.array, array)
    touched = range(begin // TILE_COLUMNS, -(-end // TILE_COLUMNS)) if begin < end else ()
    shared = [index for index, (one, two) in enumerate(zip(before.tiles, after.tiles, strict=True)) if one is two]
    assert set(shared) >= set(range(len(before.tiles))) - set(touched)


@given(LENGTHS, LENGTHS, st.integers(0, 2**31))
@settings(max_examples=100)
def test_resizing_cuts_or_pads_and_what_was_cut_is_gone(before: int, after: int, seed: int) -> None:
    array = ink_of(before, seed)
    expected = np.zeros((5, after), np.float32)
    expected[:, : min(before, after)] = array[:, :after]
    resized = Ink.of(array).resized(after)
    np.testing.assert_array_equal(resized.array, expected)
    longer = resized.resized(after + 100)
    assert not longer[..., after:].any()


@given(LENGTHS, st.integers(0, 200), st.integers(0, 2**31))
@settings(max_examples=60)
def test_a_delay_puts_silence_before(length: int, by: int, seed: int) -> None:
    array = ink_of(length, seed)
    np.testing.assert_array_equal(Ink.of(array).delayed(by).array, np.pad(array, ((0, 0), (by, 0))))


@given(LENGTHS, st.integers(-20, 300), st.integers(-20, 300), st.integers(0, 2**31))
@settings(max_examples=100)
def test_reading_is_slicing_with_silence_beyond_the_ends(length: int, start: int, stop: int, seed: int) -> None:
    array = ink_of(length, seed)
    ink = Ink.of(array)
    padded = np.pad(array, ((0, 0), (20, 320)))
    np.testing.assert_array_equal(ink.read(start, stop), padded[:, start + 20 : max(start, stop) + 20])
    np.testing.assert_array_equal(ink[..., start:stop], array[..., start:stop])
    np.testing.assert_array_equal(ink[1:3, start:stop], array[1:3, start:stop])
    assert not ink.read(start, stop).flags.writeable


@given(st.integers(1, 260), st.integers(0, 2**31))
@settings(max_examples=100)
def test_differences_cover_just_the_columns_that_differ_in_each_tile(length: int, seed: int) -> None:
    rng = np.random.default_rng(seed)
    array = ink_of(length, seed)
    other = array.copy()
    columns = rng.integers(0, length, rng.integers(0, 6))
    other[rng.integers(0, 5), columns] += 0.5
    ranges = Ink.of(array).differences(Ink.of(other))
    differs = np.flatnonzero((array != other).any(axis=0))
    covered = [column for start, stop in ranges for column in range(start, stop)]
    assert set(differs) <= set(covered)
    assert all(
        start in differs and stop - 1 in differs
        for start, stop in ranges
        if start % TILE_COLUMNS and stop % TILE_COLUMNS
    )
    assert Ink.of(array).hull_of_differences(Ink.of(other)) == hull(ranges)  # compared anew
    assert (Ink.of(array) == Ink.of(other)) == (len(differs) == 0)
    assert Ink.of(array).same_in(Ink.of(other), (0, length)) == (len(differs) == 0)


@given(st.integers(1, 200), st.integers(0, 2**31))
@settings(max_examples=60)
def test_a_merge_takes_what_is_new_but_where_somebody_has_changed_something(length: int, seed: int) -> None:
    rng = np.random.default_rng(seed)
    base = ink_of(length, seed)
    mine, new = base.copy(), base.copy()
    mine[:, rng.integers(0, length)] += 1
    new[:, rng.integers(0, length) :] += 2
    merged = Ink.of(mine).merged(Ink.of(base), Ink.of(new))
    np.testing.assert_array_equal(merged.array, np.where(mine != base, mine, new))


def test_nobody_can_write_into_a_tile_or_an_array_of_it() -> None:
    ink = Ink.of(ink_of(200, 1))
    for array in (ink.array, ink.read(3, 9), ink.read(10, 150), ink[..., 5:6], *(tile.array for tile in ink.tiles)):
        assert not array.flags.writeable
    copy = np.array(ink)
    copy[0, 0] = 7
    assert ink[0, 0] != 7


def test_all_that_is_silent_shares_one_tile() -> None:
    ink = Ink.silent((512,), 60_000)
    assert len({id(tile) for tile in ink.tiles}) == 1
    assert ink.nbytes == 0
    painted = ink.replaced(100, np.ones((512, 10), np.float32))
    assert painted.nbytes == 512 * TILE_COLUMNS * 4
    assert painted.replaced(100, np.zeros((512, 10), np.float32)).is_silent
    assert not painted.is_silent
    assert painted.is_silent_in((0, 100))
    assert not painted.is_silent_in((105, 400))


def test_the_whole_array_is_kept_only_while_somebody_holds_it() -> None:
    ink = Ink.of(ink_of(200, 3))
    whole = ink.array
    assert ink.array is whole
    number = id(whole)
    del whole
    again = ink.array
    assert id(again) == number or again.base is None


def test_tiles_cross_to_another_process_with_silence_left_out_and_sharing_kept() -> None:
    ink = Ink.silent((512,), 60_000).replaced(0, np.ones((512, 70), np.float32))
    buffers: list[pickle.PickleBuffer] = []
    head = pickle.dumps((ink, ink), protocol=5, buffer_callback=buffers.append)
    assert len(head) < 10_000
    assert sum(buffer.raw().nbytes for buffer in buffers) == 2 * 512 * TILE_COLUMNS * 4
    one, two = pickle.loads(head, buffers=[bytes(buffer.raw()) for buffer in buffers])
    assert one is two
    assert one == ink
    assert one.tiles[2] is one.silence
    assert not one.tiles[0].array.flags.writeable


def test_a_waveform_of_one_channel_becomes_one_of_two_that_are_alike() -> None:
    audio = np.random.default_rng(0).random((1, 70_000), np.float32)
    both = Waveform.of(audio).with_channels(2)
    assert both.channels == 2
    np.testing.assert_array_equal(both.array, np.repeat(audio, 2, axis=0))
    assert both.with_channels(1) is both


@pytest.mark.parametrize("key", [(0, 5), (slice(None), -1), (..., 130), (0,), slice(1, 3)])
def test_what_is_asked_for_as_of_an_array_is_what_the_array_gives(key: object) -> None:
    array = ink_of(200, 4)
    np.testing.assert_array_equal(Ink.of(array)[key], array[key])


def test_the_sign_of_zero_and_what_is_no_number_are_kept_bit_by_bit() -> None:
    array = np.array([[-0.0, 0.0, np.nan] * 40], np.float32)
    assert Waveform.of(array).array.tobytes() == array.tobytes()
    assert Waveform.of(-np.zeros((1, 5), np.float32)).array.tobytes() == (-np.zeros((1, 5), np.float32)).tobytes()


def test_an_index_that_tiles_know_no_short_way_for_is_the_arrays() -> None:
    array = np.arange(6, dtype=np.float32).reshape(2, 3)
    waveform = Waveform.of(array)
    np.testing.assert_array_equal(waveform[np.array([1, 0]), 0:2], array[np.array([1, 0]), 0:2])
    np.testing.assert_array_equal(waveform[None, 0:2], array[None, 0:2])
    np.testing.assert_array_equal(waveform[..., ::2], array[..., ::2])


def versions(count: int) -> list[Tile]:
    """Return versions of a tile, each with a dab on the one before."""
    rng = np.random.default_rng(0)
    tiles = [Tile(rng.random((512, TILE_COLUMNS), np.float32))]
    for _ in range(count - 1):
        array, band = tiles[-1].array.copy(), rng.integers(0, 480)
        array[band : band + 32, 10:42] = rng.random((32, 32), np.float32)
        tiles.append(Tile(array))
    return tiles


def test_a_tile_that_is_packed_takes_the_memory_of_what_differs_and_holds_the_same() -> None:
    older, newer = versions(2)
    older.array.flags.writeable = True
    older.array[3, :3] = np.nan, np.inf, -0.0
    older.array.flags.writeable = False
    before, bits = older.nbytes, older.array.tobytes()
    assert older.pack(newer) == 32 * 32 + 3
    assert older.nbytes < before / 20
    assert older.array.tobytes() == bits
    assert not older.array.flags.writeable
    assert older.nbytes == before


def test_a_tile_most_of_which_differs_is_not_packed() -> None:
    one, other = (Tile(np.random.default_rng(seed).random((512, TILE_COLUMNS), np.float32)) for seed in (0, 1))
    before = one.nbytes
    assert one.pack(other) == 0
    assert one.nbytes == before


def test_a_long_row_of_versions_is_packed_and_each_is_put_together() -> None:
    tiles = versions(100)
    bits, before = [tile.array.tobytes() for tile in tiles], sum(tile.nbytes for tile in tiles)
    limit = tiles[0].nbytes + before / 20
    for older, newer in pairwise(tiles):
        older.pack(newer)
    assert sum(tile.nbytes for tile in tiles) < limit
    assert tiles[0].array.tobytes() == bits[0]
    assert sum(tile.nbytes for tile in tiles) < limit + tiles[0].nbytes, "those between take no more than before"
    for newer, older in pairwise(reversed(tiles)):  # and now the other way
        newer.pack(older)
    assert sum(tile.nbytes for tile in tiles) < limit + tiles[0].nbytes
    assert [tile.array.tobytes() for tile in tiles] == bits


def test_two_tiles_are_never_differences_from_each_other() -> None:
    one, other = versions(2)
    bits = one.array.tobytes(), other.array.tobytes()
    for _ in range(3):
        one.pack(other)
        other.pack(one)
    assert (one.array.tobytes(), other.array.tobytes()) == bits


def test_what_is_known_of_a_neighbour_is_what_looking_tells_and_keeps_nobody_alive() -> None:
    rng = np.random.default_rng(0)
    first = Ink.of(rng.random((8, 300)))
    second = first.replaced(70, rng.random((8, 5)))
    third = second.replaced(200, rng.random((8, 5)))
    apart = Ink.of(third.array)
    assert third.differences(first) == first.differences(third) == apart.differences(first) == ((70, 75), (200, 205))
    assert third.differences(second) == second.differences(third) == ((200, 205),)
    assert third.bytes_not_in(first) == 2 * first.tiles[0].nbytes
    assert first.bytes_not_in(first.resized(100)) == 4 * first.tiles[0].nbytes
    gone = weakref.ref(second)
    del second
    assert gone() is None
    assert third.differences(first) == ((70, 75), (200, 205))
