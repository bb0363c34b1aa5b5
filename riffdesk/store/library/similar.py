"""Similar sounds: entries in the order of the angles between their features and those of one entry."""

from __future__ import annotations

from array import array
from collections.abc import Iterable

import numpy as np
from numpy.typing import NDArray

_TYPE = np.dtype("<f2")  # of the numbers of a vector, see `riffdesk.analysis.features`


def by_similarity(wanted: bytes, rows: Iterable[tuple[int, bytes]]) -> array[int]:
    """Return ids, the most similar first.

    Parameters
    ----------
    wanted : bytes
        Features of a sound: a vector of length 1.
    rows : iterable of (id, features)
        Those whose vectors have another number of values, as silent sounds, are left out.
    """
    same_size = [(one, vector) for one, vector in rows if len(vector) == len(wanted)]
    if not wanted or not same_size:
        return array("q")
    ids = np.array([one for one, _ in same_size], np.int64)
    cosines = similarities(wanted, b"".join(vector for _, vector in same_size))
    return array("q", ids[np.argsort(-cosines, kind="stable")].tobytes())


def similarities(wanted: bytes, others: bytes) -> NDArray[np.float32]:
    """Return the cosine of the angle between the features of a sound and of others, 1 for equal ones.

    Parameters
    ----------
    wanted : bytes
    others : bytes
        Features of the others, concatenated.
    """
    vector = np.frombuffer(wanted, _TYPE).astype(np.float32)
    return np.asarray(np.frombuffer(others, _TYPE).reshape(-1, len(vector)).astype(np.float32) @ vector)
