"""The link to the engine loses nothing: no cancel, no answer, and no request after one that failed."""

from __future__ import annotations

import contextlib
import os
import random
import signal
import subprocess
import sys
import threading
import time
import weakref
from collections.abc import Callable, Iterator
from pathlib import Path

import numpy as np
import pytest

from riffdesk.devices import VARIABLE, choose
from riffdesk.engine.remote import messages
from riffdesk.engine.remote.cancel import Cancel
from riffdesk.engine.remote.link import Link
from riffdesk.engine.remote.mailbox import Mailbox
from riffdesk.engine.remote.messages import Kind, Message, packed
from riffdesk.engine.remote.process import EngineBug, EngineKilled, EngineProcess, EngineStopped
from riffdesk.errors import Cancelled, UserError
from riffdesk.progress import Step
from tests.engine import work

PATIENCE = 0.5
posix = pytest.mark.skipif(sys.platform == "win32", reason="signals are POSIX")


@pytest.fixture(scope="module")
def process() -> Iterator[EngineProcess]:
    made = EngineProcess()
    yield made
    made.close()


@pytest.fixture
def impatient() -> Iterator[EngineProcess]:
    """Return a process of the test's own that is killed soon after a cancel."""
    made = EngineProcess(patience=PATIENCE)
    yield made
    made.close()


@pytest.fixture
def link() -> Iterator[Link]:
    made = Link(0)
    yield made
    made.end()


def pressed(seconds: float = 0.2) -> Cancel:
    """Return a cancel that will be set soon."""
    cancel = Cancel()
    threading.Timer(seconds, cancel.set).start()
    return cancel


def is_gone(process_id: int) -> bool:
    try:
        os.kill(process_id, 0)
    except ProcessLookupError:
        return True
    return False


def wait_for(condition: Callable[[], object], seconds: float = 20) -> None:
    limit = time.monotonic() + seconds
    while not condition():
        assert time.monotonic() < limit
        time.sleep(0.01)


def test_another_device_is_computed_on_by_a_new_child(process: EngineProcess, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(VARIABLE, "cpu")
    first, name = process.call(work.device, None)
    assert (first, name) == (*process.call(work.device, None)[:1], "cpu"), "the same one for the same device"
    choose("xpu", or_fastest=True)
    second, name = process.call(work.device, None)
    assert name == "xpu"
    assert second != first
    assert is_gone(first)


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


def test_arrays_are_as_read_only_as_they_were(process: EngineProcess) -> None:
    values = np.arange(1_000, dtype=np.float32)
    fixed = values.copy()
    fixed.flags.writeable = False
    there, fixed_there = process.call(work.echo, (values, fixed))
    assert there.flags.writeable
    assert not fixed_there.flags.writeable
    assert np.array_equal(there, values)
    assert np.array_equal(fixed_there, fixed)


# Cancels


def test_cancel_arrives_in_the_middle_and_the_process_lives_on(process: EngineProcess) -> None:
    cancel = Cancel()
    identity = process.call(work.process_id, None)
    with pytest.raises(Cancelled):
        process.call(work.count, 10_000, lambda step: cancel.set() if step.done == 3 else None, cancel)
    assert process.call(work.process_id, None) == identity


def test_of_1000_cancels_at_random_moments_none_is_lost_and_none_hits_the_next_request(process: EngineProcess) -> None:
    rng = random.Random(16)
    identity = process.call(work.process_id, None)
    due: list[tuple[float, Cancel]] = []
    more, over = threading.Semaphore(0), threading.Event()

    def press() -> None:
        while True:
            more.acquire()
            if over.is_set():
                return
            moment, cancel = due.pop()
            while time.perf_counter() < moment:
                time.sleep(0)
            cancel.set()

    finger = threading.Thread(target=press)
    finger.start()
    try:
        for number in range(1_000):
            cancel = Cancel()
            due.append((time.perf_counter() + rng.uniform(-0.0002, 0.001), cancel))
            more.release()
            with pytest.raises(Cancelled) as caught:
                process.call(work.wait, None, cancel=cancel)  # which would wait for a minute, and fail
            assert type(caught.value) is Cancelled
            assert process.call(work.echo, number) == number
    finally:
        over.set()
        more.release()
        finger.join()
    assert process.call(work.process_id, None) == identity, "it was not killed either"


def test_a_cancel_that_comes_with_the_answer_never_reaches_the_next_request(process: EngineProcess) -> None:
    rng, cancelled = random.Random(16), 0
    for number in range(500):
        cancel = Cancel()
        presser = threading.Timer(rng.uniform(0, 0.0006), cancel.set)
        presser.start()
        try:
            assert process.call(work.echo, number, cancel=cancel) == number
        except Cancelled:
            cancelled += 1
        assert process.call(work.echo, -number) == -number
        presser.join()
    assert cancelled < 500


def test_a_cancelled_request_is_freed_at_once(process: EngineProcess, no_collections: None) -> None:
    """Nothing waits for garbage collection: a riff holds the sketch it is for."""

    class Listener:
        def __call__(self, step: Step) -> None:
            cancel.set()

    listener, cancel = Listener(), Cancel()
    freed = weakref.ref(listener)
    with contextlib.suppress(Cancelled):
        process.call(work.count, 1_000, listener, cancel)
    del listener
    assert freed() is None


def test_a_cancel_that_was_set_before_is_raised_without_a_child() -> None:
    process, cancel = EngineProcess(), Cancel()
    cancel.set()
    with pytest.raises(Cancelled):
        process.call(work.process_id, None, cancel=cancel)
    assert process.process_id is None
    process.close()


def test_a_cancel_that_overtakes_its_request_counts_and_a_late_one_does_not(link: Link) -> None:
    def ask(number: int) -> Message:
        link.send(packed(Kind.REQUEST, number, (work.echo, number)))
        return link.receive()

    link.cancel(7)
    time.sleep(0.5)
    answer = ask(7)
    assert (answer.kind, answer.request) == (Kind.FAILED, 7)
    assert isinstance(answer.content()[0], Cancelled)
    assert ask(8).content() == 8
    link.cancel(8)
    link.cancel(7)
    time.sleep(0.1)
    assert [ask(number).content() for number in (9, 10)] == [9, 10]


def test_what_belongs_to_another_request_is_discarded(process: EngineProcess, monkeypatch: pytest.MonkeyPatch) -> None:
    received, stray = Link.receive, [Kind.STEP, Kind.DONE, Kind.FAILED]

    def with_strays(link: Link) -> Message:
        if stray:
            pieces = [np.frombuffer(piece, np.uint8) for piece in packed(Kind.STEP, 0, "an answer to another request")]
            return Message(stray.pop(), 0, pieces)
        return received(link)

    monkeypatch.setattr(Link, "receive", with_strays)
    steps: list[Step] = []
    assert process.call(work.count, 2, steps.append) == 2
    assert [step.done for step in steps] == [1, 2]


@posix
def test_a_child_that_hears_nothing_is_killed_after_a_cancel_and_the_next_request_works(
    impatient: EngineProcess,
) -> None:
    first = impatient.call(work.process_id, None)
    began = time.monotonic()
    with pytest.raises(EngineKilled):
        impatient.call(work.hang, 600.0, cancel=pressed())
    assert time.monotonic() - began < 60  # of 600
    assert is_gone(first)
    assert impatient.call(work.echo, 1) == 1


@posix
def test_a_stopped_child_is_killed_after_a_cancel_even_if_the_request_fills_its_pipe(impatient: EngineProcess) -> None:
    for request in (1, np.zeros(10_000_000, np.float32)):
        stopped = impatient.call(work.process_id, None)
        os.kill(stopped, signal.SIGSTOP)
        with pytest.raises(EngineKilled):
            impatient.call(work.echo, request, cancel=pressed())
        assert is_gone(stopped)
    assert impatient.call(work.echo, 1) == 1


def test_without_a_cancel_nothing_is_killed_however_long_it_takes(impatient: EngineProcess) -> None:
    identity = impatient.call(work.process_id, None)
    assert impatient.call(work.hang, 3 * PATIENCE, cancel=Cancel()) == "done"
    with pytest.raises(Cancelled):
        impatient.call(work.wait, None, cancel=pressed(0.05))
    time.sleep(2 * PATIENCE)
    assert impatient.call(work.process_id, None) == identity, "one that answers in time is not killed later"


# What goes wrong, and that the next request works


@pytest.mark.parametrize("request_", [work.Unreadable(), (1, [work.Unreadable()])])
def test_a_request_that_the_child_cannot_read_is_a_bug(process: EngineProcess, request_: object) -> None:
    identity = process.call(work.process_id, None)
    with pytest.raises(EngineBug, match="ValueError: unreadable"):
        process.call(work.echo, request_)
    assert process.call(work.process_id, None) == identity


def test_a_request_that_cannot_be_sent_is_a_bug(process: EngineProcess) -> None:
    identity = process.call(work.process_id, None)
    with pytest.raises(TypeError, match="cannot pickle"):
        process.call(work.echo, threading.Lock())
    assert process.call(work.process_id, None) == identity


@pytest.mark.parametrize(
    ("function", "words"),
    [
        (work.answer_unreadably, "ValueError: unreadable"),
        (work.step_unreadably, "ValueError: unreadable"),
        (work.answer_unsendably, "cannot pickle"),
        (work.fail_unsendably, "This cannot be sent"),
    ],
)
def test_an_answer_that_cannot_be_sent_or_read_is_a_bug(
    process: EngineProcess, function: Callable[..., object], words: str
) -> None:
    identity = process.call(work.process_id, None)
    with pytest.raises(EngineBug, match=words):
        process.call(function, None)
    assert process.call(work.process_id, None) == identity


def test_an_exception_in_a_progress_callback_is_raised_and_the_next_request_gets_its_own_answer(
    process: EngineProcess,
) -> None:
    identity = process.call(work.process_id, None)

    def stumble(step: Step) -> None:
        raise ZeroDivisionError("in the callback")

    for number in range(5):
        with pytest.raises(ZeroDivisionError, match="in the callback"):
            process.call(work.count, 10_000, stumble)
        with pytest.raises(ZeroDivisionError, match="in the callback"):
            process.call(work.count, 1, stumble)
        assert process.call(work.echo, number) == number
    assert process.call(work.process_id, None) == identity


def test_an_exception_in_a_progress_callback_while_the_child_hangs_ends_the_child(impatient: EngineProcess) -> None:
    def stumble(step: Step) -> None:
        raise ZeroDivisionError("in the callback")

    with pytest.raises(ZeroDivisionError, match="in the callback"):
        impatient.call(work.hang, 600.0, stumble)
    assert impatient.call(work.echo, 1) == 1


def test_more_steps_than_a_pipe_holds_arrive_at_a_slow_listener(process: EngineProcess) -> None:
    seen: list[float] = []

    def listen(step: Step) -> None:
        time.sleep(0.01)
        seen.append(float(step.partial[0]))

    assert process.call(work.flood, 30, listen) == 30
    assert seen == list(range(30))


def test_no_memory_for_an_answer_is_a_sentence(process: EngineProcess, monkeypatch: pytest.MonkeyPatch) -> None:
    identity = process.call(work.process_id, None)
    received = messages._received

    def starved(socket: object, size: int) -> object:
        if size == 4_000_000:
            raise MemoryError
        return received(socket, size)

    monkeypatch.setattr(messages, "_received", starved)
    with pytest.raises(UserError, match="not enough memory"):
        process.call(work.double, np.ones(1_000_000, np.float32))
    assert process.call(work.process_id, None) == identity


@pytest.mark.skipif(sys.platform != "linux", reason="the limit is Linux's")
def test_no_memory_for_a_request_is_a_sentence(impatient: EngineProcess) -> None:
    identity = impatient.call(work.process_id, None)
    impatient.call(work.limit_memory, 200_000_000)
    with pytest.raises(UserError, match="not enough memory"):
        impatient.call(work.double, np.zeros(100_000_000, np.float32))
    assert impatient.call(work.process_id, None) == identity


def test_no_memory_for_torch_is_a_sentence(process: EngineProcess) -> None:
    with pytest.raises(UserError, match="not enough memory"):
        process.call(work.starve_like_torch, None)


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


def test_a_dead_engine_is_a_sentence_and_the_next_request_starts_a_new_one(impatient: EngineProcess) -> None:
    with pytest.raises(EngineStopped, match="Nothing in the sketch is lost"):
        impatient.call(work.die, None)
    assert impatient.call(work.count, 1) == 1


@posix
def test_an_engine_that_died_between_two_requests_is_not_noticed(impatient: EngineProcess) -> None:
    first = impatient.call(work.process_id, None)
    os.kill(first, signal.SIGKILL)
    wait_for(lambda: not impatient._link.alive)
    assert impatient.call(work.process_id, None) != first


@posix
def test_an_engine_that_is_killed_while_it_computes_or_reads_is_a_sentence(impatient: EngineProcess) -> None:
    for function, request in ((work.hang, 600.0), (work.echo, np.zeros(10_000_000, np.float32))):
        first = impatient.call(work.process_id, None)
        os.kill(first, signal.SIGSTOP)
        threading.Timer(0.2, os.kill, (first, signal.SIGKILL)).start()
        with pytest.raises(EngineStopped):
            impatient.call(function, request)
    assert impatient.call(work.echo, 1) == 1


def test_an_engine_that_cannot_be_started_is_a_sentence(
    impatient: EngineProcess, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise BlockingIOError(11, "Resource temporarily unavailable")

    with monkeypatch.context() as patch:
        patch.setattr(subprocess, "Popen", refuse)
        with pytest.raises(UserError, match="could not be started: Resource temporarily unavailable"):
            impatient.call(work.echo, 1)
    assert impatient.call(work.echo, 1) == 1


# Beginning and end


TRAPS = ("subprocess", "numpy", "struct", "pickle", "socket", "torch", "riffdesk", "sitecustomize", "usercustomize")


@pytest.mark.parametrize("python_path", ["", ":", ":/nowhere", ".", None])
def test_no_file_of_the_working_directory_is_imported(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, python_path: str | None
) -> None:
    for name in TRAPS:
        (tmp_path / f"{name}.py").write_text(f"open({str(tmp_path / 'sprung')!r}, 'a').write({name!r})")
    monkeypatch.chdir(tmp_path)
    if python_path is None:
        monkeypatch.delenv("PYTHONPATH", raising=False)
    else:
        monkeypatch.setenv("PYTHONPATH", python_path)
    process = EngineProcess()
    assert process.call(work.run_python, "import subprocess, struct") == 0, "neither do its own children"
    process.close()
    assert not (tmp_path / "sprung").exists()


@posix
def test_it_ends_with_its_parent(tmp_path: Path) -> None:
    script = (
        "import sys, threading\n"
        "from riffdesk.engine.remote.process import EngineProcess\n"
        "from tests.engine import work\n"
        "process = EngineProcess()\n"
        "print(process.call(work.process_id, None), flush=True)\n"
        "process.call(work.hang, 600.0)\n"
    )
    with subprocess.Popen([sys.executable, "-c", script], stdout=subprocess.PIPE, text=True) as parent:
        assert parent.stdout is not None
        child = int(parent.stdout.readline())
        assert not is_gone(child)
        parent.kill()
    wait_for(lambda: is_gone(child))


@posix
def test_ctrl_c_in_the_terminal_is_not_the_childs(process: EngineProcess) -> None:
    assert os.getpgid(process.call(work.process_id, None)) != os.getpgid(0)


def test_closing_ends_a_call_lets_the_child_tidy_up_and_no_call_starts_another(tmp_path: Path) -> None:
    process, errors = EngineProcess(), []

    def call() -> None:
        try:
            process.call(work.write, (tmp_path / "song.riff", 10_000))
        except UserError as error:
            errors.append(error)

    caller = threading.Thread(target=call)
    caller.start()
    wait_for(lambda: list(tmp_path.iterdir()))
    identity = process.process_id
    assert identity is not None
    process.close()
    caller.join(20)
    assert [type(error) for error in errors] == [EngineStopped]
    assert is_gone(identity)
    assert list(tmp_path.iterdir()) == []
    with pytest.raises(EngineStopped):
        process.call(work.process_id, None)
    assert process.process_id is None


@posix
def test_closing_kills_a_child_that_does_not_leave(impatient: EngineProcess) -> None:
    identity = impatient.call(work.process_id, None)
    os.kill(identity, signal.SIGSTOP)
    impatient.close()
    assert is_gone(identity)


def test_a_cancel_without_a_listener_is_an_event() -> None:
    cancel, heard = Cancel(), []
    with cancel.notifying(lambda: heard.append("first")):
        pass
    cancel.set()
    assert cancel.is_set()
    assert heard == []
    with cancel.notifying(lambda: heard.append("second")):
        assert heard == ["second"]


def test_messages_to_a_session_come_in_order_and_none_is_lost(process: EngineProcess) -> None:
    mailbox = Mailbox()
    for number in range(50):  # before it is sent
        mailbox.put(number)

    def put_more() -> None:
        for number in range(50, 2_000):
            mailbox.put(number)

    writer = threading.Thread(target=put_more)
    heard: list[object] = []

    def on_step(step: Step) -> None:
        heard.append(step.partial)
        if len(heard) == 1:
            writer.start()

    assert process.call(work.repeat, 2_000, on_step, mailbox=mailbox) == list(range(2_000))
    assert heard == list(range(2_000))
    writer.join()


def test_messages_to_a_session_that_has_ended_reach_no_other(process: EngineProcess) -> None:
    first, second = Mailbox(), Mailbox()
    first.put("a")
    assert process.call(work.repeat, 1, mailbox=first) == ["a"]
    first.put("late")
    second.put("b")
    assert process.call(work.repeat, 1, mailbox=second) == ["b"]
    assert process.call(work.count, 1) == 1


def test_a_session_is_cancelled_while_it_waits_for_messages(process: EngineProcess) -> None:
    mailbox = Mailbox()
    mailbox.put("a")
    with pytest.raises(Cancelled):
        process.call(work.repeat, 10, cancel=pressed(), mailbox=mailbox)


def test_a_session_in_a_child_that_dies_ends_with_a_sentence(process: EngineProcess) -> None:
    mailbox = Mailbox()
    mailbox.put("a")

    def kill(step: Step) -> None:
        assert process.process_id is not None
        os.kill(process.process_id, signal.SIGKILL)

    with pytest.raises(EngineStopped, match="The engine stopped"):
        process.call(work.repeat, 10, kill, mailbox=mailbox)
    mailbox.put("to nobody")
    assert process.call(work.count, 1) == 1
