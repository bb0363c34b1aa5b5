"""Sharing of the tests that survives a worker that crashes: the test is reported, and the run goes on to its end.

pytest-xdist 3.8 waits forever then: it hands files out again that are done, and a worker waits for a second test before
it runs a last one (pytest-xdist 1323, 1327; mended after 3.8, so that this file can go with the next release).
"""

from __future__ import annotations

from xdist.scheduler import LoadFileScheduling
from xdist.workermanage import WorkerController


class FileScheduling(LoadFileScheduling):
    """Hands the tests of a file to one worker; those that a crashed worker has left, to another."""

    def remove_node(self, node: WorkerController) -> str | None:
        """Hand out again what a worker has not begun; return the test that it crashed in, which is not tried again."""
        files = self.assigned_work[node]
        crashed = next((test for tests in files.values() for test, done in tests.items() if not done), None)
        if crashed is not None:
            files[self._split_scope(crashed)][crashed] = True
        self.assigned_work[node] = {name: tests for name, tests in files.items() if not all(tests.values())}
        super().remove_node(node)
        return crashed

    def schedule(self) -> None:
        """Give each worker a second file, as it keeps its last test until it knows what comes after."""
        super().schedule()
        for node in self.nodes:
            self._reschedule(node)
