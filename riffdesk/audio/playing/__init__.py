"""The player: from the layers' sound to the sound card, block by block."""
