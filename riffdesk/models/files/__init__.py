"""Files of weights, LoRAs and textual inversions, and what is in them; nothing is unpickled."""
