"""Writing tags that libsndfile cannot write into a FLAC file.

libsndfile writes a comment with padding at its end, which is then replaced by further tags, so that the length of the
file does not change (RFC 9639, sections 8 and 8.6).
"""

from __future__ import annotations

import struct
from collections.abc import Mapping
from typing import BinaryIO

_COMMENT_BLOCK = 4
_COUNT = struct.Struct("<I")


def with_padding(comment: str, tags: Mapping[str, str]) -> str:
    """Return a comment to be written by libsndfile, padded by the size of some tags."""
    return comment + " " * len(b"".join(_entries(tags)))


def write_tags(file: BinaryIO, tags: Mapping[str, str]) -> None:
    """Replace the padding of a FLAC file's comment by tags.

    Parameters
    ----------
    file : binary file
        Open for reading and writing; its last tag is the comment from `with_padding`.
    """
    entries = _entries(tags)
    offset = 4
    while True:
        file.seek(offset)
        kind, *size = file.read(4)
        if kind & 0x7F == _COMMENT_BLOCK:
            break
        offset += 4 + int.from_bytes(bytes(size))
    block = bytearray(file.read(int.from_bytes(bytes(size))))
    count_offset = _COUNT.size + _COUNT.unpack_from(block)[0]
    (count,) = _COUNT.unpack_from(block, count_offset)
    comment_offset = count_offset + _COUNT.size
    for _ in range(count - 1):
        comment_offset += _COUNT.size + _COUNT.unpack_from(block, comment_offset)[0]
    padding = len(b"".join(entries))
    _COUNT.pack_into(block, count_offset, count + len(entries))
    _COUNT.pack_into(block, comment_offset, _COUNT.unpack_from(block, comment_offset)[0] - padding)
    block[len(block) - padding :] = b"".join(entries)
    file.seek(offset + 4)
    file.write(block)


def _entries(tags: Mapping[str, str]) -> list[bytes]:
    comments = [f"{name}={value}".encode() for name, value in tags.items()]
    return [_COUNT.pack(len(comment)) + comment for comment in comments]
