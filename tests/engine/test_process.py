from __future__ import annotations

import os
import threading
import time
from collections.abc import Iterator
from contextlib import suppress

import numpy as np
import pytest

from riffdesk.engine.process import EngineBug, EngineProcess
from riffdesk.errors import Cancelled, UserError
from riffdesk.progress import Step
from tests.engine import work


@pytest.fixture(scope="module")
def process() -> Iterator[EngineProcess]:
    made = EngineProcess()
    yield made
    made.close()


def test_it_runs_elsewhere_and_brings_the_result_back(process: EngineProcess) -> None:
    assert process.call(work.process_id, None) != os.getpid()
    values = np.arange(3_000_000, dtype=np.float32)
    np.testing.assert_array_equal(process.call(work.double, values), values * 2)


def test_it_brings_arrays_that_can_be_written_to(process: EngineProcess) -> None:
    result = process.call(work.double, np.ones(5, np.float32))
    result[0] = 7
    assert result[0] == 7


def test_torch_is_not_loaded_before_something_needs_it(process: EngineProcess) -> None:
    assert process.call(work.has_torch, None) is False


def test_steps_arrive_in_order(process: EngineProcess) -> None:
    steps: list[Step] = []
    assert process.call(work.count, 5, steps.append) == 5
    assert [step.done for step in steps] == [1, 2, 3, 4, 5]
    assert {step.what for step in steps} == {"Counting"}


def test_cancel_arrives_in_the_middle_and_the_process_lives_on(process: EngineProcess) -> None:
    cancel = threading.Event()
    identity = process.call(work.process_id, None)
    began = time.monotonic()
    with pytest.raises(Cancelled):
        process.call(work.count, 10_000, lambda step: cancel.set() if step.done == 3 else None, cancel)
    assert time.monotonic() - began < 5
    assert process.call(work.process_id, None) == identity


def test_a_cancel_never_reaches_the_next_request(process: EngineProcess) -> None:
    for _ in range(20):
        cancel = threading.Event()
        threading.Timer(0.02, cancel.set).start()
        with suppress(Cancelled):
            process.call(work.count, 2, cancel=cancel)
        assert process.call(work.count, 2) == 2


def test_user_errors_come_back_as_they_are_and_bugs_with_their_traceback(process: EngineProcess) -> None:
    with pytest.raises(UserError, match=r"^clip\.wav is wrong\. Choose another\.$"):
        process.call(work.complain, "clip.wav")
    with pytest.raises(EngineBug, match="ZeroDivisionError: a bug"):
        process.call(work.stumble, None)


def test_too_little_memory_is_a_sentence(process: EngineProcess) -> None:
    with pytest.raises(UserError, match="not enough memory"):
        process.call(work.starve, None)


def test_what_libraries_print_does_not_get_between_the_messages(process: EngineProcess) -> None:
    assert process.call(work.chatter, None) == "fine"


def test_a_dead_engine_is_a_sentence_and_the_next_request_starts_a_new_one() -> None:
    process = EngineProcess()
    with pytest.raises(UserError, match="Nothing in the sketch is lost"):
        process.call(work.die, None)
    assert process.call(work.count, 1) == 1
    process.close()


def test_it_ends_with_its_parent() -> None:
    process = EngineProcess()
    identity = process.call(work.process_id, None)
    child = process._child
    assert child is not None
    assert child.stdin is not None
    child.stdin.close()
    child.wait(10)
    with pytest.raises(ProcessLookupError):
        os.kill(identity, 0)
    process.close()
