"""The library when it is large, and when it is killed often.

RIFFDESK_TEST_KILLS says how often it is killed, 1,000 times by default.
"""

from __future__ import annotations

import multiprocessing
import os
import random
import sys
import time
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import numpy as np
import pytest

from riffdesk.analysis.features import LENGTH
from riffdesk.store.library.library import SORTS, Library
from riffdesk.store.library.query import query_of
from tests.benchmarks.table import figure
from tests.store.library.killing import check_whole, killed_librarian

pytestmark = pytest.mark.bench

WORDS = ("slow", "fast", "jazz", "piano", "drum", "bass", "techno", "house", "ambient", "guitar", "organ", "night")
SEARCHES = ("", "jazz", "j", "jazz piano", "key:Am bpm:80-100 stars:3", "model:starter tag:night", "seed:77", "zzz")


def fill(library: Library, count: int) -> None:
    """Put entries without sounds into a library."""
    draw = random.Random(1)
    vectors = np.random.default_rng(1).normal(0, LENGTH**-0.5, (100, LENGTH)).astype("<f2")
    vectors = [vector.tobytes() for vector in vectors]
    keys, tempos = ("A minor", "C major", "D minor", "G major"), (0.0, 80.0, 90.0, 100.0, 120.0, 140.0)
    with library.database.writing() as connection:
        for number in range(1, count + 1):
            prompt, tag = " ".join(draw.choices(WORDS, k=5)), draw.choice(WORDS)
            connection.execute(
                "INSERT INTO entries VALUES (?, ?, 'riff', ?, ?, '', ?, ?, ?, ?, ?, ?, ?, ?, NULL, ?, 1000, -14, -1)",
                (
                    number, f"{number:032x}", f"{prompt[:20]} · {number}", prompt, number, draw.choice(tempos),
                    draw.choice(keys), draw.uniform(2, 20), "starter" if number % 10 else "riffusion",
                    draw.choice((0, 0, 0, 0, 0, 1, 3, 5)), f",{tag},", 1.7e9 + number, f"sounds/x/{number}.flac",
                ),
            )  # fmt: skip
            connection.execute("INSERT INTO entry_tags VALUES (?, ?)", (tag, number))
            connection.execute("INSERT INTO features VALUES (?, ?)", (number, vectors[number % len(vectors)]))


@pytest.mark.parametrize("count", [50_000, 1_000_000])
def test_pages_of_a_large_library(count: int) -> None:
    with closing(Library()) as library:
        fill(library, count)
    with closing(Library()) as library:
        newest = {text: _ms(lambda text=text: library.page(query_of(text))) for text in SEARCHES}
        sorted_ = {
            (text, sort): _ms(lambda text=text, sort=sort: library.page(query_of(text), sort))
            for text in SEARCHES
            for sort in SORTS
        }
        deep = library.entries((count // 2,))[0]
        figure(f"first page of {count:,}, newest first, slowest search", f"{max(newest.values()):.0f} ms", "50 ms")
        slowest = max(sorted_, key=sorted_.__getitem__)
        figure(f"first page of {count:,}, any order: {slowest}", f"{sorted_[slowest]:.0f} ms", "")
        figure(
            f"page in the middle of {count:,}", f"{_ms(lambda: library.page(query_of(''), 'newest', deep)):.1f} ms", ""
        )
        figure(f"all of {count:,} by similarity", f"{_ms(lambda: library.ids(query_of('like:5'))):.0f} ms", "")
        figure(f"ids of all {count:,}", f"{_ms(lambda: library.ids(query_of(''))):.0f} ms", "")
        figure(f"rating one of {count:,}", f"{_ms(lambda: library.rate((count // 2,), 3)):.1f} ms", "")


@pytest.mark.skipif(sys.platform == "win32", reason="there is no SIGKILL")
def test_a_thousand_kills_leave_it_whole(home: Path) -> None:
    context, count = multiprocessing.get_context("forkserver"), int(os.environ.get("RIFFDESK_TEST_KILLS", "1000"))
    told = 0
    for seed in range(count):
        done = killed_librarian(context, home, seed=seed)
        told += len(done)
        check_whole(home, done)
    figure(f"kills of the library that left it whole; {told:,} entries were told of", f"{count:,}", "all")


def _ms(function: Callable[[], object]) -> float:
    began = time.perf_counter()
    function()
    return (time.perf_counter() - began) * 1e3
