"""A disk that fills up, for the tests beside this file."""

from tests.disk import full_disk

__all__ = ["full_disk"]
