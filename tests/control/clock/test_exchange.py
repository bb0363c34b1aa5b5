"""Sketch and session follow each other, without echoes and rounding that goes to and fro."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from riffdesk.control.clock.exchange import TempoExchange, TransportExchange, same_tempo, sketch_tempo


def passed_on(tempo: float) -> float:
    """Return the tempo that other peers get: of whole microseconds per beat."""
    return 60e6 / round(60e6 / tempo)


def decimals(digits: int) -> st.SearchStrategy[float]:
    return st.integers(20 * 10**digits, 400 * 10**digits).map(lambda whole: round(whole / 10**digits, digits))


TEMPOS = st.one_of(decimals(0), decimals(1), decimals(2))


@given(st.one_of(decimals(0), decimals(1)))
def test_a_tempo_of_a_sketch_comes_back_as_it_was_sent(tempo: float) -> None:
    assert sketch_tempo(passed_on(tempo)) == tempo
    assert same_tempo(passed_on(tempo), tempo)


def test_tempos_with_many_digits_keep_three() -> None:
    assert sketch_tempo(132.9999468000213) == 133
    assert sketch_tempo(87.30002837250922) == 87.3
    assert sketch_tempo(123.45602804920958) == 123.456
    assert sketch_tempo(60e6 / 150_001) == 400


@given(st.floats(20, 999))
def test_the_tempo_of_the_sketch_is_that_of_the_session_to_a_few_parts_in_a_million(tempo: float) -> None:
    assert abs(sketch_tempo(tempo) / tempo - 1) < 30e-6


@given(TEMPOS, st.lists(st.tuples(st.booleans(), TEMPOS), max_size=12))
def test_two_programs_agree_after_each_change_and_then_nothing_is_sent(
    first: float, changes: list[tuple[bool, float]]
) -> None:
    sketches, session = [first, first], [first]
    exchanges = [TempoExchange(first), TempoExchange(first)]

    def look() -> int:
        count = 0
        for index, exchange in enumerate(exchanges):
            step = exchange.compare(sketches[index], session[0])
            if step is not None and step.kind == "send":
                session[0] = passed_on(step.tempo)
            elif step is not None:
                sketches[index] = step.tempo
            count += step is not None
        return count

    for second, tempo in changes:
        sketches[second] = tempo
        look()
        look()
        assert same_tempo(sketches[0], sketches[1])
        assert sketches[second] == tempo
        assert look() == 0


def test_the_session_counts_where_both_have_changed_and_when_one_joins() -> None:
    exchange = TempoExchange(120)
    step = exchange.compare(130, 99.9999)
    assert step == ("follow", 100)
    assert exchange.compare(100, 99.9999) is None
    assert exchange.compare(101, 99.9999) == ("send", 101)


def test_what_a_sketch_cannot_follow_is_left_out_once() -> None:
    exchange = TempoExchange(120)
    assert exchange.compare(120, 999) == ("follow", 999)
    exchange.refuse(120)
    assert exchange.compare(120, 999) is None
    assert exchange.compare(121, 999) == ("send", 121)
    assert exchange.compare(121, 20.000001) == ("follow", 20)


def test_starts_and_stops_go_both_ways_without_echo() -> None:
    exchange = TransportExchange()
    assert exchange.compare(False, False, asked=False) is None
    assert exchange.compare(True, False, asked=False) == "send"
    assert exchange.compare(True, True, asked=False) is None
    assert exchange.compare(True, False, asked=False) == "stop"
    assert exchange.compare(False, False, asked=True) is None
    assert exchange.compare(False, True, asked=True) == "start"
    assert exchange.compare(True, True, asked=False) is None
    assert exchange.compare(False, True, asked=True) == "send"


def test_what_changes_again_before_the_next_comparison_is_not_an_echo() -> None:
    exchange = TransportExchange()
    assert exchange.compare(True, False, asked=False) == "send"
    assert exchange.compare(False, True, asked=True) == "send"
    assert exchange.compare(False, False, asked=True) is None
    assert exchange.compare(False, True, asked=True) == "start"
    exchange.followed(True)
    assert exchange.compare(False, True, asked=True) == "send"


def test_the_end_of_the_sketch_does_not_stop_the_others() -> None:
    exchange = TransportExchange()
    exchange.compare(True, False, asked=False)
    exchange.compare(True, True, asked=False)
    assert exchange.compare(False, True, asked=False) is None
    assert exchange.compare(True, True, asked=False) is None


def test_what_cannot_be_started_is_not_asked_for_again_and_stops_nobody() -> None:
    exchange = TransportExchange()
    assert exchange.compare(False, True, asked=False) == "start"
    assert exchange.compare(False, True, asked=False) is None
    assert exchange.compare(False, False, asked=False) is None
