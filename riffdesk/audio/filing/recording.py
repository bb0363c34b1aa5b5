"""Writes sound to a file while it is played, in a thread."""

from __future__ import annotations

import queue
import threading
from collections.abc import Callable
from pathlib import Path

from riffdesk.arrays import Array
from riffdesk.audio.filing.sample_formats import Subtype, encoded, format_of
from riffdesk.audio.filing.sound_writer import open_sound
from riffdesk.errors import UserError, reason
from riffdesk.files import write_beside
from riffdesk.language import tr


class Recording:
    """A sound file that is written block by block; complete after `finish`. Until then an existing one is unchanged.

    Parameters
    ----------
    path : Path
        Ends in .wav or .flac.
    rate : int
        Samples per second.
    channels : int
    on_end : callable
        Called once in the thread, with the error or None.
    subtype : str
        Samples of the file.

    Raises
    ------
    UserError
        If the path has another suffix.
    """

    def __init__(
        self,
        path: Path,
        rate: int,
        channels: int,
        on_end: Callable[[UserError | None], None],
        subtype: Subtype = "PCM_24",
    ) -> None:
        self.path = path
        self._format, self._rate, self._channels, self._subtype = format_of(path), rate, channels, subtype
        self._on_end = on_end
        self._blocks: queue.SimpleQueue[Array | None] = queue.SimpleQueue()
        self._thread = threading.Thread(target=self._run, name="riffdesk recording", daemon=True)
        self._thread.start()

    def write(self, audio: Array) -> None:
        """Append samples ``[channels, samples]``; returns at once."""
        self._blocks.put(audio)

    def finish(self) -> None:
        """Complete the file; returns at once."""
        self._blocks.put(None)

    def wait(self) -> None:
        """Wait until the file is complete, after `finish`."""
        self._thread.join()

    def _run(self) -> None:
        error = None
        try:
            with (
                write_beside(self.path) as beside,
                open_sound(beside, self._rate, self._channels, self._format, self._subtype) as write,
            ):
                while (audio := self._blocks.get()) is not None:
                    write(encoded(audio, self._subtype))
        except UserError as failed:
            error = failed
        except OSError as failed:
            error = UserError(tr("Could not write {path}: {reason}.", path=self.path, reason=reason(failed)))
        self._on_end(error)
