"""Writing sound files block by block, with the system's reason if a write fails."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, BinaryIO

from numpy.typing import NDArray

from riffdesk.audio.filing.formats.flac_tags import with_padding, write_tags
from riffdesk.audio.filing.formats.wav_chunks import append_chunks, comment_chunk
from riffdesk.audio.filing.loop_chunks import Loop
from riffdesk.audio.filing.sample_formats import Format, Subtype

Write = Callable[[NDArray[Any]], None]

_DEFAULT_COMMENT = "A loop"  # for a file with tempo tags, which need a comment


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
    """Yield a function that appends blocks ``[samples, channels]`` from `sample_formats.encoded`.

    A comment and a loop are stored in the file's tags or chunks.

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
        target = _ErrorKeepingFile(file)
        try:
            with soundfile.SoundFile(
                target, "w", samplerate=rate, channels=channels, format=file_format, subtype=subtype
            ) as sound:
                if file_format == "FLAC" and (comment or tags):
                    sound.comment = with_padding(comment or _DEFAULT_COMMENT, tags)

                def write(block: NDArray[Any]) -> None:
                    sound.write(block)
                    target.raise_error()

                yield write
        except (AssertionError, soundfile.SoundFileError):
            # soundfile raises its own error for a failed write, without the system's reason.
            target.raise_error()
            raise
        target.raise_error()
        if file_format == "WAV" and chunks:
            append_chunks(file, chunks)
        if tags:
            write_tags(file, tags)


class _ErrorKeepingFile:
    """A file for libsndfile that keeps the first OSError, which libsndfile would lose."""

    def __init__(self, file: BinaryIO) -> None:
        self._file = file
        self._error: OSError | None = None

    def raise_error(self) -> None:
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
        except OSError as error:  # a seek writes the buffer
            self._error = self._error or error
            return -1

    def tell(self) -> int:
        return self._file.tell()
