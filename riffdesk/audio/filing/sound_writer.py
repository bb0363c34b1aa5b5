"""Writes sound files block by block, so that a full disk says so and memory stays small."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, BinaryIO

from numpy.typing import NDArray

from riffdesk.audio.filing.formats.flac_tags import put_tags, with_room
from riffdesk.audio.filing.formats.wav_chunks import append_chunks, comment_chunk
from riffdesk.audio.filing.loop_points import Loop
from riffdesk.audio.filing.sample_formats import Format, Subtype

Write = Callable[[NDArray[Any]], None]

_NOTHING_TO_SAY = "A loop"  # as a comment, which carries the tempo


@contextmanager
def open_sound(
    path: Path,
    rate: int,
    channels: int,
    file_format: Format,
    subtype: Subtype,
    comment: str = "",
    loop: Loop | None = None,
) -> Iterator[Write]:
    """Give a function that appends blocks ``[samples, channels]``, as `samples.encoded` makes them.

    The comment, if there is one, becomes a tag of the file. Of a loop, the file says that it is one.

    Raises
    ------
    OSError
        If the file cannot be written, with the system's reason.
    """
    import soundfile

    tags = loop.tags if loop is not None and file_format == "FLAC" else {}
    chunks = loop.chunks if loop is not None else {}
    if comment:
        chunks |= comment_chunk(comment)
    with path.open("w+b") as file:
        target = _Target(file)
        try:
            with soundfile.SoundFile(
                target, "w", samplerate=rate, channels=channels, format=file_format, subtype=subtype
            ) as sound:
                if file_format == "FLAC" and (comment or tags):
                    sound.comment = with_room(comment or _NOTHING_TO_SAY, tags)

                def write(block: NDArray[Any]) -> None:
                    sound.write(block)
                    target.complain()

                yield write
        except (AssertionError, soundfile.SoundFileError):
            # A short write: soundfile knows that, but not why.
            target.complain()
            raise
        target.complain()
        if file_format == "WAV" and chunks:
            append_chunks(file, chunks)
        if tags:
            put_tags(file, tags)


class _Target:
    """A file for libsndfile, which would lose the reason of a failed write."""

    def __init__(self, file: BinaryIO) -> None:
        self._file = file
        self._error: OSError | None = None

    def complain(self) -> None:
        if self._error is not None:
            raise self._error

    def write(self, data: bytes) -> int:
        try:
            return self._file.write(data)
        except OSError as error:
            self._error = self._error or error
            return 0

    def seek(self, offset: int, whence: int = 0) -> int:
        try:
            return self._file.seek(offset, whence)
        except OSError as error:  # a seek writes out what is buffered
            self._error = self._error or error
            return -1

    def tell(self) -> int:
        return self._file.tell()
