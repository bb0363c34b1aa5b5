"""Sound cards for the tests beside this file."""

from tests.audio.soundcards import cards, doomed_cards, file_card, shared_cards

__all__ = ["cards", "doomed_cards", "file_card", "shared_cards"]
