from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtWidgets import QApplication

from riffdesk.errors import Cancelled, UserError
from riffdesk.ui.window.app import application
from riffdesk.ui.worker import Worker
from tests.engine import work


@pytest.fixture
def worker() -> Iterator[Worker]:
    application()
    made = Worker()
    yield made
    made.close()


class Heard:
    """Collects what the worker answers."""

    def __init__(self, worker: Worker) -> None:
        self.worker, self.done, self.failed = worker, [], []

    def submit(self, function: Callable, request: object, **options: object) -> None:
        self.worker.submit(function, request, str(request), self.done.append, self.failed.append, **options)


def test_requests_queue_and_each_is_answered_once(worker: Worker, qtbot) -> None:
    heard = Heard(worker)
    for number in (3, 4, 5):
        heard.submit(work.count, number)
    assert worker.running is not None
    assert len(worker.waiting) == 2
    qtbot.waitUntil(lambda: heard.done == [3, 4, 5], timeout=20_000)
    QApplication.processEvents()
    assert heard.done == [3, 4, 5]
    assert worker.running is None


def test_errors_are_told_once_and_the_next_request_runs(worker: Worker, qtbot) -> None:
    heard = Heard(worker)
    heard.submit(work.complain, "x.wav")
    heard.submit(work.count, 1)
    qtbot.waitUntil(lambda: heard.done == [1], timeout=20_000)
    assert [type(error) for error in heard.failed] == [UserError]


def test_cancel_stops_the_running_request_only(worker: Worker, qtbot) -> None:
    heard = Heard(worker)
    worker.stepped.connect(lambda job, step: worker.cancel() if step.done == 2 and job.request == 9_999 else None)
    heard.submit(work.count, 9_999)
    heard.submit(work.count, 2)
    qtbot.waitUntil(lambda: heard.done == [2], timeout=20_000)
    assert [type(error) for error in heard.failed] == [Cancelled]


def test_a_request_that_waits_can_be_cancelled_and_the_running_one_goes_on(worker: Worker, qtbot) -> None:
    heard = Heard(worker)
    heard.submit(work.count, 3)
    heard.submit(work.count, 4)
    worker.cancel(worker.waiting[0])
    assert [type(error) for error in heard.failed] == [Cancelled]
    assert worker.waiting == []
    qtbot.waitUntil(lambda: worker.running is None, timeout=20_000)
    assert heard.done == [3]


def test_a_cancel_means_the_job_that_was_asked_for_and_not_what_is_done_ahead_of_it(worker: Worker, qtbot) -> None:
    heard = Heard(worker)
    heard.submit(work.count, 30, ahead=True)
    assert worker.awaited is worker.running
    heard.submit(work.count, 4)
    assert worker.awaited is worker.waiting[0]
    worker.cancel()
    assert [type(error) for error in heard.failed] == [Cancelled]
    qtbot.waitUntil(lambda: worker.running is None, timeout=20_000)
    assert heard.done == [30]
