"""Files of weights, LoRAs and textual inversions, and their contents; nothing is unpickled."""
