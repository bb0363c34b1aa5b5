"""JSON of any kind is read, or refused as such; never anything else."""

from __future__ import annotations

import json
import math
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from riffdesk import strict_json
from riffdesk.strict_json import MAX_DEPTH, InvalidJson, finite, parse

VALUES = st.recursive(
    st.one_of(st.none(), st.booleans(), st.integers(-(2**63), 2**64 - 1), st.text(), st.floats(allow_nan=False)),
    lambda inner: st.one_of(st.lists(inner, max_size=4), st.dictionaries(st.text(), inner, max_size=4)),
    max_leaves=30,
)


@given(VALUES.filter(lambda value: "Infinity" not in json.dumps(value)))
def test_what_json_writes_comes_back(value: Any) -> None:
    assert parse(json.dumps(value)) == value
    assert parse(json.dumps(value).encode()) == value


@pytest.mark.parametrize(
    "text", ["NaN", "Infinity", "-Infinity", "1e999", "-1e400", "1" * 400, "9" * 5_000, "-" + "8" * 400]
)
def test_a_number_that_no_float_can_hold_is_nothing(text: str) -> None:
    assert parse(f'{{"a": {text}, "b": [{text}], "c": 1}}') == {"a": None, "b": [None], "c": 1}


def test_a_whole_number_of_more_than_20_digits_is_a_float() -> None:
    assert parse("18446744073709551615") == 2**64 - 1
    found = parse("1" + "0" * 30)
    assert (type(found), found) == (float, 1e30)


@pytest.mark.parametrize(
    "text",
    [b"", b"{", b"[1,]", b"\xff\xfe", b"nul", b"[" * 100_000, b'{"a":' * 100_000, b"[" * 65 + b"]" * 65, b'"\x01"'],
    ids=range(9),
)
def test_what_is_no_json_is_one_kind_of_error(text: bytes) -> None:
    with pytest.raises(InvalidJson):
        parse(text)


def test_it_may_be_nested_as_deep_as_anything_that_is_meant() -> None:
    assert parse("[" * MAX_DEPTH + "]" * MAX_DEPTH)


def test_a_long_file_is_read_no_further_than_it_may_be(tmp_path: Path) -> None:
    (tmp_path / "a.json").write_text("[" + " " * 1_000 + "]")
    assert strict_json.read(tmp_path / "a.json", max_size=1_002) == []
    with pytest.raises(InvalidJson, match="longer than 1,001 bytes"):
        strict_json.read(tmp_path / "a.json", max_size=1_001)


def test_a_byte_order_mark_is_passed_over() -> None:
    assert parse(b"\xef\xbb\xbf{}") == {}


@given(st.one_of(st.binary(max_size=60), st.text('[]{}",:0123456789eE+-.nulNaInfity ', max_size=60)))
def test_any_text_is_read_or_refused_as_json(text: str | bytes) -> None:
    try:
        found = parse(text)
    except InvalidJson:
        return
    json.dumps(found, allow_nan=False)


def test_only_numbers_that_a_float_holds_are_finite() -> None:
    assert [finite(value) for value in (3, 2.5, -(2**70))] == [3.0, 2.5, -(2.0**70)]
    assert [finite(value) for value in (True, None, "3", math.nan, math.inf, 10**400, [1])] == [None] * 7
