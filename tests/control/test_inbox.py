"""The inbox stays small, whatever comes, and forgets no newest value."""

from __future__ import annotations

import threading

from riffdesk.control.inbox import MOST_WAITING, Inbox, Taken
from riffdesk.control.messages import Controller, Moved, Pressed

FADER, WHEEL = Controller("cc", 1, 7), Controller("bend", 1)


def test_of_a_controller_the_newest_value_is_there_and_the_highest_since() -> None:
    inbox = Inbox()
    for value in (0.1, 0.9, 0.2):
        inbox.put(Moved(FADER, value, value))
    inbox.put(Moved(WHEEL, 0.5, 0.5))
    assert inbox.take() == Taken((Moved(FADER, 0.2, 0.9), Moved(WHEEL, 0.5, 0.5)), 0)
    assert inbox.take() == Taken()


def test_keys_keep_their_order_and_come_before_controllers() -> None:
    inbox = Inbox()
    inbox.put(Moved(FADER, 0.5, 0.5))
    notes = [Pressed(1, note, 64) for note in (60, 64, 67)]
    for note in notes:
        inbox.put(note)
    assert inbox.take().events[:3] == tuple(notes)


def test_a_flood_that_nobody_takes_does_not_grow_it() -> None:
    inbox = Inbox()
    for number in range(100_000):
        inbox.put(Moved(Controller("cc", 1 + number % 16, number % 100), 0.5, 0.5))
        inbox.put(Pressed(1, number % 128, 1))
    assert inbox.waiting <= MOST_WAITING + 16 * 100
    taken = inbox.take()
    assert taken.dropped == 100_000 - MOST_WAITING
    assert inbox.take() == Taken()


def test_nothing_is_lost_or_doubled_between_two_threads() -> None:
    inbox, count, seen = Inbox(10**9), 20_000, []
    sender = threading.Thread(target=lambda: [inbox.put(Pressed(1, n % 128, 1, float(n))) for n in range(count)])
    sender.start()
    while sender.is_alive() or inbox.waiting:
        seen += [event.seconds for event in inbox.take().events if isinstance(event, Pressed)]
    sender.join()
    assert seen == list(map(float, range(count)))
