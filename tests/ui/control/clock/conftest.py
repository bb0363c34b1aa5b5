"""The network for the tests beside this file."""

from tests.control.clock.peers import network

__all__ = ["network"]
